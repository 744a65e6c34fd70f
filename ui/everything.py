"""Export everything: asks where to, writes one file with all that the shop has, and says what is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.shop import Shop
from ui.background import Runner
from ui.long_work import LongWork
from ui.moments import count, figure, tr
from ui.widgets.tickbox import TickBox

if TYPE_CHECKING:
    from desktop.everything import Written


class EverythingDialog(LongWork):
    """`written` carries the Written."""

    written = Signal(object)

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        is_protected = shop.key is not None
        what = tr(
            "One file (ZIP) with all that this shop has: every conversation, private messages and notes too, endings "
            "with their saved words, the Shop book, people, and the pictures you added. A text in it says what is "
            "what. Sign-ins, PINs and what was forgotten are never in it."
        )
        safe = (
            tr("The file is under the shop’s password: File, Open a protected file… makes it readable.")
            if is_protected
            else tr("Whoever gets the file can read what customers wrote to you.")
        )
        super().__init__(
            "download", tr("Export everything"), (what, safe), tr("Choose where…"), background, parent
        )
        self._shop = shop
        self.plain = TickBox(tr("Readable by anybody, without the password"))
        self.column.addWidget(self.plain)
        self.plain.setVisible(is_protected)
        self.go.clicked.connect(self._choose)
        self.fit()

    def _choose(self) -> None:
        chosen = QFileDialog.getSaveFileName(
            self, tr("Export everything"), str(Path.home() / suggested(self._shop, ".zip")), "ZIP (*.zip)"
        )[0]
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Writes the file; it can be stopped."""
        from desktop import everything

        shop, is_plain = self._shop, self.plain.isChecked()

        def work(progress: Callable[[int], None], cancelled: Callable[[], bool]) -> Written:
            return everything.write(shop, path, is_plain=is_plain, progress=progress, cancelled=cancelled)

        self.do(work, self.written.emit)

    def how_far(self, number: int) -> str:
        return tr("{n} so far…").format(n=count(number, "conversation", "conversations"))

    def _at_work(self, on: bool) -> None:
        super()._at_work(on)
        self.plain.setEnabled(not on)


def suggested(shop: Shop, ending: str) -> str:
    """What a file with the whole shop in it may be called."""
    name = f"{shop.name or 'shop'} {shop.clock.local(shop.clock.now()):%Y-%m-%d}{ending}"
    return name.replace("/", "-")


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
