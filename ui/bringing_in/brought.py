"""What was brought in before, each with a way to see what couldn't be read and to take it out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.imports.items import Broken
from desktop.imports.marks import ADDING, UNDONE, Import
from ui.moments import count, date, figure, tr, translated
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel


def summary(one: Import, clock: Clock) -> str:
    """`reviews.csv, 14 June, Ines: 1,204 came in. 3 were here already. 6 couldn’t be read and were left out.`"""
    head = ", ".join(part for part in (one.file, date(clock, one.at), one.person_name) if part)
    if one.state == UNDONE:
        return f"{head}: {tr('taken out again')}"
    said = [tr("It wasn’t finished: {n} came in.") if one.state == ADDING else tr("{n} came in.")]
    if one.known:
        said.append(count(one.known, "was here already.", "were here already."))
    if one.broken:
        said.append(count(one.broken, "couldn’t be read and was left out.", "couldn’t be read and were left out."))
    text = " ".join(said).format(n=figure(one.added))
    return f"{head}: {text}"


def rows_text(rows: Sequence[Broken], total: int) -> str:
    """The rows that couldn't be read, one a line."""
    why = ((row.where, f"{translated(row.why)} {row.words}".strip()) for row in rows)
    lines = [": ".join(part for part in parts if part) for parts in why]
    if total > len(rows):
        lines.append(tr("and {n} more").format(n=f"{total - len(rows):,}"))
    return "\n".join(" ".join(line.split()) for line in lines)


class Brought(QWidget):
    """`undo_wanted` and `rows_wanted` carry an Import."""

    undo_wanted = Signal(object)
    rows_wanted = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._lines = clock, list[QWidget]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))

    def show_all(self, imports: Sequence[Import]) -> None:
        """The newest first; none are said in a sentence."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in imports]
        if not imports:
            self._lines = [WrapLabel(tr("Nothing so far."), "body", "text2")]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, one: Import) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(WrapLabel(summary(one, self._clock)), 1)
        if one.broken and one.state != UNDONE:
            see = LinkButton(tr("See the {n}").format(n=count(one.broken, "row", "rows")))
            see.clicked.connect(lambda: self.rows_wanted.emit(one))
            row.addWidget(see)
        if one.can_be_undone(self._clock.now()):
            undo = LinkButton(tr("Undo this import"))
            undo.clicked.connect(lambda: self.undo_wanted.emit(one))
            row.addWidget(undo)
        return line
