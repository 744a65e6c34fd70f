"""Export everything: asks where to, writes one file with all that the shop has, and says what is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from desktop.errors import GivenUp
from desktop.shop import Shop
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import count, figure, told, tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from desktop.everything import Written

_EVERY = 200  # ms between two counts


class EverythingDialog(HouseDialog):
    """`written` carries the Written."""

    written = Signal(object)

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__("download", tr("Export everything"), 520, parent)
        self._shop, self._background = shop, background
        self._come_to, self._is_stopped, self._is_at_work = 0, False, False
        self.plain = QCheckBox(tr("Readable by anybody, without the password"))
        self.said = WrapLabel("", "body")
        self.cancel, self.go = Button(tr("Cancel")), Button(tr("Choose where…"), kind="primary")
        self._ticks = QTimer(self, interval=_EVERY)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._choose)
        self._ticks.timeout.connect(self._count)
        self.fit()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(12), px(18), px(16))
        column.setSpacing(px(8))
        what = tr(
            "One file (ZIP) with all that this shop has: every conversation, private messages and notes too, endings "
            "with their saved words, the Shop book, people, and the pictures you added. A text in it says what is "
            "what. Sign-ins, PINs and what was forgotten are never in it."
        )
        is_protected = self._shop.key is not None
        safe = (
            tr("The file is under the shop’s password: File, Open a protected file… makes it readable.")
            if is_protected
            else tr("Whoever gets the file can read what customers wrote to you.")
        )
        for text in (what, safe):
            column.addWidget(WrapLabel(text, "body", "text2"))
        column.addWidget(self.plain)
        self.plain.setVisible(is_protected)
        column.addWidget(self.said)
        self.said.hide()
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)

    def _choose(self) -> None:
        name = f"{self._shop.name or 'shop'} {self._shop.clock.local(self._shop.clock.now()):%Y-%m-%d}.zip"
        start = str(Path.home() / name.replace("/", "-"))
        chosen = QFileDialog.getSaveFileName(self, tr("Export everything"), start, "ZIP (*.zip)")[0]
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Writes the file; it can be stopped."""
        from desktop import everything

        shop, is_plain = self._shop, self.plain.isChecked()

        def work() -> Written | None:
            stop = lambda: self._is_stopped or self._background.is_closing  # noqa: E731
            try:
                return everything.write(shop, path, is_plain=is_plain, progress=self._come, cancelled=stop)
            except GivenUp:
                return None

        self._at_work(True)
        self._background.run(self, work, self._done, self._failed, lane="collect", key="everything")

    def _come(self, number: int) -> None:
        self._come_to = number  # only a number between two threads

    def _count(self) -> None:
        self._say(tr("{n} so far…").format(n=count(self._come_to, "conversation", "conversations")))

    def _at_work(self, on: bool) -> None:
        self._is_at_work, self._is_stopped = on, False
        self.go.setEnabled(not on)
        self.plain.setEnabled(not on)
        if on:
            self._count()
            self._ticks.start()
        else:
            self._ticks.stop()

    def _done(self, done: Written | None) -> None:
        self._at_work(False)
        if done is None:
            self._say(tr("Stopped. Nothing was written."))
            return
        self.written.emit(done)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._at_work(False)
        self._say(told(error))
        announce(self.said, self.said.text())

    def _say(self, text: str) -> None:
        is_new = not self.said.isVisible()
        self.said.setText(text)
        self.said.show()
        if is_new:
            self.fit()

    def reject(self) -> None:
        if self._is_at_work:
            self._is_stopped = True
        else:
            super().reject()


def open_dialog(shop: Shop, background: Runner, above: QWidget, say: Callable[[str], None]) -> EverythingDialog:
    """Opens it; what came of it is said in a sentence."""
    dialog = EverythingDialog(shop, background, above)

    def written(done: Written) -> None:
        text = tr("Everything is in {name}: {n}.").format(
            name=done.path.name, n=count(done.conversations, "conversation", "conversations")
        )
        if done.unreadable:
            text = f"{text} {tr('{n} pictures couldn’t be read.').format(n=figure(len(done.unreadable)))}"
        say(text)

    dialog.written.connect(written)
    dialog.open()
    return dialog
