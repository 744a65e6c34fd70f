"""What is wrong with the computer itself: its clock, its disk, the shop's file. Said where it is seen, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import ClockWrong, DiskTrouble, LoginExpired, Offline, ShopError, StoreBroken
from desktop.shop import Shop
from ui.background import Runner
from ui.moments import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_WORDS = frozenset({"drafts", "replies", "posts"})


class Watch(QObject):
    """`copy_wanted`: the shop's file is damaged, and a person wants to see the newest copy of it."""

    copy_wanted = Signal()

    def __init__(self, shop: Shop, background: Runner, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self._of_a_check: ShopError | None = None
        self._is_clock_told = self._is_damage_told = False
        background.trouble.connect(self._heard)
        window.bridge.trouble_found.connect(self._heard)
        background.tables_changed.connect(self._written)
        window.bridge.unsaved_changed.connect(lambda _: self._disk_is_well())
        window.status.trouble_wanted.connect(self._was_read)

    # ---- the clock -------------------------------------------------------------------------------------

    def look_at_clock(self) -> None:
        """After opening, and once a minute."""
        from desktop import timekeeping

        self._background.run(self, lambda: timekeeping.wrong(self._shop), self._tell_clock)

    def _tell_clock(self, wrong: ClockWrong | None) -> None:
        if wrong is not None and not self._is_clock_told:
            self._is_clock_told = True
            self._window.show_trouble(wrong)
        elif wrong is None:
            self._is_clock_told = False
            if isinstance(self._window.status.error(), ClockWrong):
                self._window.status.set_trouble(None)

    def _was_read(self) -> None:
        """The trouble line was pressed. What was said of the clock needn't be said again at every start."""
        if self._is_clock_told and self._window.status.error() is None and not self._shop.read_only:
            from desktop import timekeeping

            self._background.run(self, lambda: timekeeping.known(self._shop), lane="write")

    # ---- checks and the disk ---------------------------------------------------------------------------

    def checked(self, troubles: Sequence[ShopError], *, is_whole: bool) -> None:
        """After a round. A place that answers again takes its own sentence away; so does a disk with room again
        (`is_whole`: no check broke off)."""
        told = [one for one in troubles if not isinstance(one, Offline | LoginExpired)]
        if told:
            self._of_a_check = told[-1]
            self._window.show_trouble(told[-1])
        elif self._of_a_check is not None:
            if self._window.status.error() is self._of_a_check:
                self._window.status.set_trouble(None)
            self._of_a_check = None
        if is_whole:
            self._disk_is_well()

    def _written(self, tables: frozenset[str]) -> None:
        """Words could be written again: whatever was wrong with the disk is over."""
        if tables & _WORDS:
            self._disk_is_well()

    def _disk_is_well(self) -> None:
        if isinstance(self._window.status.error(), DiskTrouble) and not self._window.unsaved():
            self._window.status.set_trouble(None)

    # ---- the file --------------------------------------------------------------------------------------

    def _heard(self, error: ShopError) -> None:
        if not isinstance(error, StoreBroken) or self._is_damage_told or self._shop.copy is not None:
            return
        self._is_damage_told = True
        from ui.widgets.bars import Bar

        text = tr("Your shop’s file is damaged. The newest copy can be opened to read.")
        bar = Bar(text, ((tr("Open the copy"), self.copy_wanted.emit),), "brick")
        self._window.bars.addWidget(bar)
        bar.tell()
