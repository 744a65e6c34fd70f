"""A shop that came from another computer is opened, and what is to be done next is said above its pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.moments import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from desktop.shop import Shop
    from ui.app import Program


class MovedIn:
    """Belongs to the program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._is_new, self._elsewhere, self._instead = False, "", ""

    def ask(self, shop: Shop, window: QMainWindow) -> None:
        """From the first questions: the shop without a name that is open gives its folder to the other one."""
        from ui.background import Background
        from ui.moving import MoveInDialog, ask_for_file

        source = ask_for_file(window)
        if source is None:
            return
        background = Background()
        dialog = MoveInDialog(source, shop.folder, background, window, is_held=True)

        def over() -> None:
            background.close()
            background.deleteLater()

        def moved(_: Path) -> None:
            shop.close()
            self._is_new, self._elsewhere = True, ""
            self._program.start()
            window.deleteLater()

        dialog.finished.connect(over)
        dialog.moved_in.connect(moved)
        dialog.open()

    def open(self, folder: Path) -> None:
        """Instead of the shop that was open until now; that one stays where it is."""
        self._is_new, self._elsewhere = True, str(folder)
        self._program.change_folder(folder)
        self._program.start()

    def stands_in(self, folder: Path) -> None:
        """The shop's own folder can't be used, and somebody picked another one."""
        self._instead = str(folder)

    def tell(self) -> None:
        """Once, above the pages of the shop that came, or that was begun in another folder."""
        session = self._program.session
        if self._instead and session is not None:
            text = tr(
                "This shop is in {folder}. Started as before, Said & Done asks for a folder again; started with "
                "--folder “{folder}”, it opens this one."
            )
            self._program.hang_bar(text.format(folder=self._instead), ())
            self._instead = ""
        if not self._is_new or session is None or session.shop.is_practice:
            return
        self._is_new = False
        text = tr(
            "The shop from the other computer is here. Sign in to each place again. What waited to be sent is held "
            "until somebody has looked. From now on use only one of the two."
        )
        if self._elsewhere:
            more = tr(
                "It is in {folder}. Started as before, Said & Done opens the shop that was here until now; started "
                "with --folder “{folder}”, this one."
            )
            text = f"{text} {more.format(folder=self._elsewhere)}"
        self._program.hang_bar(text, ((tr("Accounts"), partial(session.window.go, "accounts")),))
