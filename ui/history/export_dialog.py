"""Export: into what kind of file, with what left out; how far it is; and that it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import export, past, shopnotes
from desktop.errors import GivenUp, ShopError
from desktop.export import Choices
from desktop.shop import Shop
from ui import elsewhere
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import count, figure, told, tr
from ui.theme import px
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.linebar import LineBar
from ui.widgets.tickbox import OneOfThese, TickBox
from ui.widgets.wrap import WrapLabel
from ui.window import Window

from .printed import print_told

_EVERY = 120  # ms between two looks at how far it is
_FORMATS = (
    ("csv", "Table (CSV)", "A line for each message, for a spreadsheet."),
    ("pdf", "Pages to print (PDF)", "To read on paper, one conversation after the other."),
    ("json", "Archive (JSON)", "All of it in order, for another program."),
)


# All that is found, by row id; None once it is stopped.
Finding = Callable[[Callable[[], bool]], Sequence[int] | None]


class _Turn:
    """One counting or writing: two threads look at these numbers."""

    def __init__(self) -> None:
        self.written, self.is_stopped = 0, False

    def come_to(self, written: int) -> None:
        self.written = written


class ExportDialog(HouseDialog):
    """Window-modal; open it with `open()`, then tell it what to `take`: it says how many those are before anything is
    written."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__("download", tr("Export"), 520, parent)
        self._shop, self._background, self._window = shop, background, window
        self._rids: Sequence[int] = ()  # in the order they are written
        self._private = 0  # of them
        self._counting = _Turn()
        self._turn: _Turn | None = None
        self.formats = {key: OneOfThese(tr(name)) for key, name, _ in _FORMATS}
        self.without_private = TickBox(tr("Leave out private messages"))
        self.without_names = TickBox(tr("Leave out names"))
        self.proofs = TickBox(tr("Include proofs"))
        self.timeline = TickBox(tr("Include notes on the timeline"))
        self.seal = TickBox(tr("Put it under the shop’s password"))
        self._boxes = (self.without_private, self.without_names, self.proofs, self.timeline)
        self.said = WrapLabel("", "body", "text2")
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.bar, self.far = LineBar(420, 10), WrapLabel("", "body", "text2")
        self.cancel, self.go = Button(tr("Cancel")), Button(tr("Export…"), kind="primary")
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._show_progress)
        self._arrange()
        self._connect()
        self._explain()
        self.formats["csv"].setFocus()
        self.fit()

    def take(self, find: Finding) -> None:
        """What `find` finds is what can be exported. It is counted beside the window, until the dialog is left."""
        shop, runner, turn = self._shop, self._background, self._counting

        def work() -> tuple[Sequence[int], int] | None:
            rids = find(lambda: turn.is_stopped or runner.is_closing)
            return None if rids is None else (rids, past.how_many_private(shop.store, rids))

        QTimer.singleShot(_EVERY, self, self._say_counting)
        runner.run(self, work, self._counted, self._failed)

    def _say_counting(self) -> None:
        if not (self._rids or self.trouble.isVisible()):
            self.far.setText(tr("Counting them…"))
            self.far.show()
            self.fit()

    def _counted(self, got: tuple[Sequence[int], int] | None) -> None:
        if got is None:
            return
        self._rids, self._private = got
        self.set_title(tr("Export {many}").format(many=count(len(self._rids), "conversation", "conversations")))
        self.far.hide()
        self._explain()
        self.fit()

    def _arrange(self) -> None:
        group = QButtonGroup(self)
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(12), px(18), px(14))
        column.setSpacing(px(6))
        for key, _, about in _FORMATS:
            group.addButton(self.formats[key])
            self.formats[key].setAccessibleDescription(tr(about))
            column.addWidget(self.formats[key])
        column.addSpacing(px(8))
        for box in (*self._boxes, self.seal):
            column.addWidget(box)
        self.seal.setVisible(self._shop.key is not None)
        column.addSpacing(px(4))
        column.addWidget(self.said)
        for each in (self.trouble, self.far, self.bar):
            column.addWidget(each)
            each.hide()
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        self.formats["csv"].setChecked(True)
        self.without_private.setChecked(True)
        self.proofs.setChecked(True)
        self.timeline.setChecked(True)
        self.timeline.setVisible(bool(shopnotes.all(self._shop.store)))
        self.go.setDefault(True)

    def _connect(self) -> None:
        for button in (*self.formats.values(), self.without_private, self.without_names, self.seal):
            button.toggled.connect(lambda _: self._explain())
        self.without_private.toggled.connect(self._mind_the_password)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._ask)

    @property
    def format(self) -> str:
        return next(key for key, button in self.formats.items() if button.isChecked())

    @property
    def choices(self) -> Choices:
        return Choices(
            private=not self.without_private.isChecked(),
            names=not self.without_names.isChecked(),
            proofs=self.proofs.isChecked(),
            sealed=self.seal.isChecked(),
            timeline=self.timeline.isChecked(),
        )

    def _mind_the_password(self, without_private: bool) -> None:
        """Private messages don't leave a protected shop readable."""
        if self._shop.key is not None:
            self.seal.setChecked(not without_private)
            self.seal.setEnabled(without_private)

    def _explain(self) -> None:
        said = [tr(next(about for key, _, about in _FORMATS if key == self.format))]
        out = 0 if self.choices.private else self._private
        self.go.setEnabled(len(self._rids) > out)
        if out:
            said.append(count(out, "conversation is private and stays out.", "conversations are private and stay out."))
        if self.choices.private:
            said.append(tr("Notes come with the private messages."))
        if not self.choices.names:
            said.append(
                tr("Names we know, links, e-mail addresses, telephone and order numbers are taken out of every field. "
                   "A name that nobody told us can stay inside somebody’s words: read it before you pass it on.")
            )  # fmt: skip
        if self.choices.sealed:
            said.append(tr("Only a password of this shop or its recovery code opens it: File, Open a protected file."))
        self.said.setText(" ".join(said))
        if self.isVisible():
            self.fit()

    # --- writing ----------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        day = self._shop.clock.local(self._shop.clock.now()).date().isoformat()
        name = str(elsewhere.documents() / f"{tr('History')} {day}.{self.format}")
        kinds = f"{self.format.upper()} (*.{self.format})"
        chosen = QFileDialog.getSaveFileName(self, tr("Export…"), name, kinds)[0]
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Writes beside the window; the dialog closes when the file is there."""
        shop, rids, choices, runner = self._shop, self._rids, self.choices, self._background
        writer = print_told if self.format == "pdf" else export.write
        ending = f".{self.format}"
        place = export.spared(path, lambda one: export.place_of(shop, choices, export.named(one, ending)))
        turn = self._turn = _Turn()

        def stop() -> bool:
            return turn.is_stopped or runner.is_closing

        def work() -> int | None:
            try:
                return writer(shop, rids, choices, place, progress=turn.come_to, cancelled=stop)
            except GivenUp:
                return None

        self.trouble.hide()
        self._set_busy(True)
        runner.run(self, work, lambda written: self._done(place, written), self._failed, lane="collect", key="export")

    def _set_busy(self, is_busy: bool) -> None:
        for each in (*self.formats.values(), *self._boxes, self.go):
            each.setEnabled(not is_busy)
        self.seal.setEnabled(not is_busy and self.without_private.isChecked())
        for bar in (self.far, self.bar):
            bar.setVisible(is_busy)
        if is_busy:
            self.cancel.setFocus()
            self._show_progress()
            self._timer.start()
        else:
            self._turn = None
            self._timer.stop()
            self._explain()
        self.fit()

    def _show_progress(self) -> None:
        if self._turn is None:
            return
        done, all_ = self._turn.written, len(self._rids)
        text = tr("Stopping…") if self._turn.is_stopped else tr("{n} of {all}")
        self.far.setText(text.format(n=figure(done), all=figure(all_)))
        self.bar.set_shares(done / max(all_, 1), 0.0, self.far.text())

    def _done(self, path: Path, written: int | None) -> None:
        self._set_busy(False)
        if written is None:
            super().reject()
        else:
            self.once_seen(lambda: self._say_written(path, written))

    def _say_written(self, path: Path, written: int) -> None:
        many = count(written, "conversation", "conversations")
        text = tr("{many} in {name}").format(many=many, name=path.name)
        self._window.toast(text, action=(tr("Show the folder"), lambda: elsewhere.open_path(path.parent)))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, ShopError):
            self.trouble.set_bar(told(error), (), "brick")
            self.trouble.show()
            self.trouble.tell()
            self.fit()

    def reject(self) -> None:
        """Closes; while it writes, stops that first, and nothing of it is left."""
        if self._turn is not None:
            self._turn.is_stopped = True
            self._show_progress()
            return
        self._counting.is_stopped = True
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._turn is not None:
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)


class Exporting(QObject):
    """One dialog at a time."""

    def __init__(self, shop: Shop, background: Runner, window: Window, page: QWidget) -> None:
        super().__init__(page)
        self._shop, self._background, self._window, self._page = shop, background, window, page
        self.dialog: ExportDialog | None = None

    def begin(self, find: Finding) -> None:
        if self.dialog is not None and isValid(self.dialog) and self.dialog.isVisible():
            return
        self.dialog = ExportDialog(self._shop, self._background, self._window, self._page)
        self.dialog.open()
        self.dialog.take(find)
