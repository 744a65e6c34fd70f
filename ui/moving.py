"""The shop goes to another computer, or comes from one: the dialogs that write the one file, and that open it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import Misuse, UnfitFolder
from ui.background import Runner
from ui.everything import suggested
from ui.long_work import LongWork
from ui.moments import figure, tr
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.shop import Shop

_KIND = "*.shop"


class MoveDialog(LongWork):
    """`written` carries where the file is."""

    written = Signal(object)

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        what = tr(
            "One file with all that this shop has, to be opened on the other computer: install Said & Done there, and "
            "choose “I have a shop from another computer…”."
        )
        never = tr(
            "Sign-ins stay on this computer: on the other one you sign in to each place again. What was forgotten "
            "isn’t in it and can’t be brought back there."
        )
        safe = (
            tr("The file is under the shop’s password, and is opened with it there.")
            if shop.key is not None
            else tr("Whoever gets the file can read what customers wrote to you.")
        )
        one = tr("From then on use only one of the two.")
        title = tr("Move this shop to another computer")
        super().__init__("download", title, (what, never, safe, one), tr("Choose where…"), background, parent)
        self._shop = shop
        self.go.clicked.connect(self._choose)

    def _choose(self) -> None:
        from desktop.moving import ENDING

        start = str(Path.home() / suggested(self._shop, ENDING))
        chosen = QFileDialog.getSaveFileName(self, self.windowTitle(), start, _kinds())[0]
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Writes the file; it can be stopped."""
        from desktop import moving

        self.do(
            lambda progress, cancelled: moving.write(self._shop, path, progress=progress, cancelled=cancelled),
            self.written.emit,
        )

    def how_far(self, number: int) -> str:
        return tr("{n} % written…").format(n=figure(number)) if number else tr("Copying and checking the shop file…")


class MoveInDialog(LongWork):
    """Makes the shop of a file in a folder; `moved_in` carries the folder. `is_held`: the shop that is open in it has
    no name yet."""

    moved_in = Signal(object)

    def __init__(
        self, source: Path, folder: Path, background: Runner, parent: QWidget | None = None, *, is_held: bool = False
    ) -> None:
        then = tr("You sign in to each place again. What waited to be sent is held until somebody has looked.")
        one = tr("From then on use only one of the two.")
        title = tr("Open a shop from another computer")
        super().__init__("app", title, (_into(folder), then, one), tr("Open the shop"), background, parent)
        self.set_title(title, source.name)
        self._source, self._folder, self._is_held = source, folder, is_held
        self.another = Button(tr("Choose another folder…"))
        self.another.hide()
        self.foot.insertWidget(0, self.another)
        self.another.clicked.connect(self._choose_another)
        self.go.clicked.connect(self.begin)
        self.fit()

    def begin(self) -> None:
        """It can be stopped until all of it is there."""
        from desktop import moving

        def work(progress: Callable[[int], None], cancelled: Callable[[], bool]) -> Path:
            moving.open_into(
                self._source, self._folder, is_held=self._is_held, progress=progress, cancelled=cancelled
            )
            return self._folder

        self.another.hide()
        self.do(work, self.moved_in.emit)

    def failed(self, error: Exception) -> None:
        super().failed(error)
        self.another.setVisible(isinstance(error, UnfitFolder | Misuse) and not self._is_held)

    def _choose_another(self) -> None:
        if folder := ask_for_folder(self):
            self._folder = folder
            self.texts[0].setText(_into(folder))
            self.begin()

    def how_far(self, number: int) -> str:
        return tr("{n} % is here…").format(n=figure(number)) if number < 100 else tr("Checking the shop file…")

    def stopped(self) -> str:
        return tr("Stopped. Nothing of it is here.")


def _into(folder: Path) -> str:
    return tr("What is in it comes into this folder: {folder}").format(folder=folder)


def ask_for_file(above: QWidget) -> Path | None:
    chosen = QFileDialog.getOpenFileName(
        above, tr("I have a shop from another computer…"), str(Path.home()), _kinds()
    )[0]
    return Path(chosen) if chosen else None


def ask_for_folder(above: QWidget) -> Path | None:
    title = tr("An empty folder for the shop from the other computer")
    chosen = QFileDialog.getExistingDirectory(above, title, str(Path.home()))
    return Path(chosen) if chosen else None


def ask_for_home(above: QWidget | None) -> Path | None:
    """Where the shop lives instead: an empty folder, or one with a shop in it."""
    title = tr("A folder for the shop, on a disk of this computer")
    chosen = QFileDialog.getExistingDirectory(above, title, str(Path.home()))
    return Path(chosen) if chosen else None


def _kinds() -> str:
    return f"{tr('Shops to be moved')} ({_KIND})"
