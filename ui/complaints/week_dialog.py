"""Print the week: which one, into which file; and that it is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop import settings, weekly
from desktop.clock import Clock
from desktop.errors import ShopError
from desktop.shop import Shop
from desktop.weekly import Days
from ui import elsewhere
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.named import name_choice
from ui.widgets.wrap import WrapLabel
from ui.window import Window

from .week_page import days_text, print_week

_BACK = 26  # weeks one can choose


class WeekDialog(HouseDialog):
    """`wanted` carries the Days; then the dialog closes."""

    wanted = Signal(object)

    def __init__(self, clock: Clock, first: int = 0, parent: QWidget | None = None) -> None:
        super().__init__("table", tr("Print the week"), 460, parent)
        self.week = ChoiceBox()
        name_choice(self.week, tr("Which week"))
        last = weekly.last_full(clock, first)
        self.week.addItem(tr("Last week: {days}").format(days=days_text(last, clock)), last)
        this = weekly.this(clock, first)
        self.week.addItem(tr("This week so far: {days}").format(days=days_text(this, clock)), this)
        for back in range(1, _BACK):
            days = Days(last.first - timedelta(weeks=back))
            self.week.addItem(days_text(days, clock), days)
        self.about = WrapLabel(
            tr("One page: what a passer-by still finds open, promises kept and missed, endings that came to show."),
            "body",
            "text2",
        )
        self.save, self.cancel = Button(tr("Save as PDF…"), kind="primary"), Button(tr("Cancel"))
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(12), px(18), px(16))
        column.setSpacing(px(10))
        column.addWidget(self.about)
        column.addWidget(self.week)
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.fit()

    def _save(self) -> None:
        days = self.week.currentData()
        self.accept()
        self.wanted.emit(days)


class WeekPrinting(QObject):
    """`dialog` is the one that is open, if any; `ask_for_file` gives "" where nobody chose a file."""

    def __init__(self, shop: Shop, background: Runner, window: Window, page: QWidget) -> None:
        super().__init__(page)
        self._shop, self._background, self._window, self._page = shop, background, window, page
        self.dialog: WeekDialog | None = None
        self.ask_for_file: Callable[[Days], str] = self._ask

    def begin(self) -> None:
        """Asks which week; a dialog that is open already stays the one."""
        if self.dialog is not None and self.dialog.isVisible():
            return
        self.dialog = WeekDialog(self._shop.clock, settings.first_weekday(self._shop.store), self._page)
        self.dialog.wanted.connect(lambda days: self._print(days, self.ask_for_file(days)))
        self.dialog.finished.connect(partial(self._closed, self.dialog))
        self.dialog.open()

    def _closed(self, dialog: WeekDialog, _result: int) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _ask(self, days: Days) -> str:
        name = str(elsewhere.documents() / f"{tr('Week')} {days.first.isoformat()}.pdf")
        return QFileDialog.getSaveFileName(self._page.window(), tr("Print the week"), name, "PDF (*.pdf)")[0]

    def _print(self, days: Days, file: str) -> None:
        if not file:
            return
        from desktop import export  # only who prints needs it

        shop, path = self._shop, export.spared(Path(file), lambda one: export.named(one, ".pdf"))

        def done(_nothing: None) -> None:
            look = tr("Open"), lambda: elsewhere.open_path(path)
            self._window.toast(tr("The week on one page: {name}").format(name=path.name), action=look)

        def failed(error: Exception) -> None:
            if isinstance(error, ShopError):
                self._window.trouble(error)

        self._background.run(self, lambda: print_week(shop, days, path), done, failed)
