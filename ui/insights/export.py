"""The findings in a file: pages to print, each finding with its table, or one table after the other."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import partial
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QObject, QSizeF
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop import export
from desktop.errors import ShopError
from desktop.insights import Told
from desktop.shop import Shop
from ui import elsewhere, moments
from ui.background import Runner
from ui.moments import count, tr
from ui.printing import MM, Drawing, Page, put, write
from ui.window import Window

from .answers import AnswersChart
from .busy import BusyChart
from .chart import Chart
from .endings import EndingsChart
from .findings import Finding, findings, period_name
from .sounding import SoundingChart
from .topics import TopicsChart

CHARTS: Mapping[str, Callable[[], Chart]] = {
    "endings": EndingsChart,
    "answers": AnswersChart,
    "topics": TopicsChart,
    "busy": BusyChart,
    "sounding": SoundingChart,
}
_WIDE, _HIGH = 620, 260  # px of a chart on paper, at 100 % text
_FIRST = 1.7  # how much wider the first column of a table is than the others


def heading(told: Told) -> str:
    """`612 messages in 2025. Worked out on this computer.`"""
    many = count(told.number, "message", "messages")
    said = tr("{many} in {period}. Worked out on this computer.")
    return said.format(many=many, period=period_name(told.view.period))


def ways_to_head(told: Told) -> tuple[str, str, str]:
    """The heading, and shorter ones for where the time stands beside it."""
    many = count(told.number, "message", "messages")
    return heading(told), tr("{many}. Worked out on this computer.").format(many=many), many


def nobody(told: Told) -> Told:
    """Without what is said of single people here."""
    return told._replace(sounding=told.sounding._replace(writers=()))


def without_names(shop: Shop, told: Told) -> Told:
    """Without what is said of single people here, and without phrases that name somebody."""
    phrases = told.sounding.phrases
    texts = export.nameless(shop, [one.words for one in phrases])
    kept = tuple(one for one, words in zip(phrases, texts, strict=True) if one.words == words)
    bare = nobody(told)
    return bare._replace(sounding=bare.sounding._replace(phrases=kept))


def write_csv(path: Path, told: Told) -> None:
    """Raises DiskTrouble when the file can't be written."""
    text = StringIO()
    out = csv.writer(text)
    for finding in findings(told):
        out.writerow([finding.title])
        if finding.few:
            out.writerow([finding.few])
        out.writerow([finding.sub])
        out.writerow(finding.table.heads)
        out.writerows([export.as_cell(cell.text) for cell in row] for row in finding.table.rows)
        out.writerow([])
    put(path, text.getvalue().encode("utf-8-sig"))


def drawings(told: Told) -> dict[str, Drawing]:
    """The charts of the findings that have one, as on paper. In the UI thread."""
    return {one.key: CHARTS[one.key]().drawn(told, QSizeF(_WIDE, _HIGH)) for one in findings(told) if not one.few}


def write_pdf(
    path: Path, shop: Shop, told: Told, drawn: Mapping[str, Drawing], *, with_names: bool = True
) -> None:
    """A page for each finding; the shop's own name is one, too. Raises DiskTrouble when the file can't be written."""
    title = f"{shop.name}: {tr('Insights')}" if with_names else tr("Insights")
    if shop.is_practice:
        title = f"{tr('Practice')} · {title}"
    foot = " · ".join([title, told.view.place or tr("All places"), heading(told)])
    foot = f"{foot} {moments.for_paper(shop.clock, shop.clock.now())}"
    write(path, title, [partial(_lay, one, drawn.get(one.key), foot) for one in findings(told)])


def _lay(finding: Finding, chart: Drawing | None, foot: str, page: Page) -> None:
    y = page.text(finding.title, 0, 0, page.width, strong=True, grow=1.5) + 1 * MM
    for words in (finding.sub, finding.few, finding.foot):
        y = page.text(words, 0, y, page.width) if words else y
    y += 4 * MM
    if chart is not None:
        y = page.drawing(chart, 0, y, page.width) + 4 * MM
    heads, rows = finding.table
    wide = page.width / (len(heads) - 1 + _FIRST)
    for cells in (heads, *([cell.text for cell in row] for row in rows)):
        y = max(
            page.text(words, (at - 1 + _FIRST) * wide if at else 0, y, (wide if at else wide * _FIRST) - 2 * MM,
                      strong=cells is heads)
            for at, words in enumerate(cells)
        )  # fmt: skip
        page.rule(0, y + 0.4 * MM, page.width)
        y += 0.9 * MM
    page.text(foot, 0, page.bottom + 3 * MM, page.width, grow=0.85)
    page.is_full = y > page.bottom


class Exporting(QObject):
    """`menu` is for a button. `ask_for_file` gives "" where nobody chose one; it is told how such a file ends."""

    def __init__(
        self, shop: Shop, background: Runner, window: Window, page: QWidget, told: Callable[[], Told | None]
    ) -> None:
        super().__init__(page)
        self._shop, self._background, self._window, self._page, self._told = shop, background, window, page, told
        self.ask_for_file: Callable[[str], str] = self._ask
        self.menu = QMenu(page)
        self.menu.addAction(tr("Pages to print (PDF)")).triggered.connect(lambda: self.begin("pdf"))
        self.menu.addAction(tr("Table (CSV)")).triggered.connect(lambda: self.begin("csv"))
        self.menu.addSeparator()
        self.no_names = self.menu.addAction(tr("Leave out names"))
        self.no_names.setCheckable(True)
        self.no_names.setChecked(True)

    def begin(self, kind: str = "pdf") -> None:
        """Asks for a file and writes what the page shows into it."""
        told, shop = self._told(), self._shop
        chosen = self.ask_for_file(kind) if told is not None else ""
        if told is None or not chosen:
            return
        with_names = not self.no_names.isChecked()
        path = export.spared(Path(chosen), lambda one: export.named(one, f".{kind}"))

        drawn = drawings(told if with_names else nobody(told)) if kind == "pdf" else {}

        def work() -> None:
            wanted = told if with_names else without_names(shop, told)
            if kind == "pdf":
                write_pdf(path, shop, wanted, drawn, with_names=with_names)
            else:
                write_csv(path, wanted)

        def done(_nothing: None) -> None:
            look = tr("Open"), lambda: elsewhere.open_path(path)
            self._window.toast(tr("Insights in {name}").format(name=path.name), action=look)

        def failed(error: Exception) -> None:
            if isinstance(error, ShopError):
                self._window.trouble(error)

        self._background.run(self, work, done, failed)

    def _ask(self, kind: str) -> str:
        day = self._shop.clock.local(self._shop.clock.now()).date().isoformat()
        name = str(elsewhere.documents() / f"{tr('Insights')} {day}.{kind}")
        kinds = f"{kind.upper()} (*.{kind})"
        return QFileDialog.getSaveFileName(self._page.window(), tr("Export…"), name, kinds)[0]
