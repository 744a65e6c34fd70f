"""The shop can't be opened: a plain window with the sentence and the ways out (design 5.5, 5.7, 5.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from desktop.errors import ShopError
from ui import words
from ui.moments import tr
from ui.trouble import TroubleDialog

WayOut = tuple[str, Callable[[], object]]


class StartTrouble(TroubleDialog):
    """Each way out closes the window and goes on; `left` when it is closed without choosing one."""

    left = Signal()

    def __init__(self, error: ShopError, ways_out: Sequence[WayOut]) -> None:
        QDialog.__init__(self)
        self._went_on = False
        self.setup(*words.trouble(error))
        for number, (text, act) in enumerate(ways_out):
            button = self.add_button(tr(text), primary=number == len(ways_out) - 1)
            stays = text == "Show the folder"
            button.clicked.connect(lambda _checked=False, act=act, stays=stays: self._go(act, stays=stays))
        self.rejected.connect(self.left)

    def _go(self, act: Callable[[], object], *, stays: bool) -> None:
        if not stays:
            self.hide()
        act()
        if not stays:
            self.deleteLater()
