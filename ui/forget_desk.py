"""Between the window and forgetting: the dialog is opened, what was forgotten is said, taken back, or erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from ui import moments
from ui.moments import tr
from ui.trouble import TroubleDialog

if TYPE_CHECKING:
    from desktop.forgetting import Somebody, Waiting
    from desktop.forgotten import Forgetting
    from ui.main_window import MainWindow
    from ui.settings.forgetting import Forgotten


class ForgetDesk(QObject):
    """One dialog at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._shop, self._background = window, window.shop, window.background
        self.dialog: QDialog | None = None

    @property
    def may(self) -> bool:
        """Only the owner forgets people, and nobody in the pretend shop."""
        return self._shop.me.is_owner and not self._shop.read_only and not self._shop.is_practice

    def ask_about(self, conversation: str) -> None:
        """Forget whose conversation it is?"""
        from desktop import forgetting

        shop = self._shop
        if self.may:
            self._background.run(self, lambda: forgetting.who(shop, conversation), self._ask)

    def ask_who(self, above: QWidget | None = None, after: Callable[[], None] = lambda: None) -> None:
        if self.may:
            self._open(None, above or self._window, after)

    def _ask(self, one: Somebody | None) -> None:
        if one is not None:
            self._open(one, self._window, lambda: None)

    def _open(self, one: Somebody | None, above: QWidget, after: Callable[[], None]) -> None:
        from ui.forget_dialog import ForgetDialog

        if self.dialog is not None and isValid(self.dialog) and self.dialog.isVisible():
            return
        dialog = self.dialog = ForgetDialog(self._shop, self._background, one, above)
        dialog.forgotten.connect(self._forgotten)
        dialog.forgotten.connect(lambda _: after())
        dialog.open()

    def _forgotten(self, done: tuple[Forgetting, str]) -> None:
        one, name = done
        window = self._window
        window.decisions.forget()  # what was decided about them can't be taken back by itself any more
        until = moments.date(self._shop.clock, one.until)
        text = tr("Everything {name} wrote is gone from here. It can be undone until {day}: Settings, Data.")
        window.bridge.toast(text.format(name=name, day=until), action=(tr("Undo"), lambda: self.undo(one.id)))

    def undo(self, forgetting: str, after: Callable[[], None] = lambda: None) -> None:
        from desktop import forgetting as work

        shop = self._shop

        def done(_: None) -> None:
            self._window.bridge.toast(tr("They are here again, with all they wrote."))
            after()

        self._background.run(self, lambda: work.undo(shop, forgetting), done, lane="write")

    # ---- in the settings -------------------------------------------------------------------------------

    def mind(self, page: Forgotten) -> None:
        """Does what the page of the settings asks for."""
        from desktop import forgetting

        shop = self._shop

        def reload() -> None:
            if isValid(page):
                self._background.run(page, lambda: forgetting.waiting(shop), page.show_all)

        page.wanted.connect(lambda: self.ask_who(page.window(), reload))
        page.undo_wanted.connect(lambda one: self.undo(one.id, reload))
        page.erase_wanted.connect(lambda one: self._ask_to_erase(one, page, reload))
        reload()

    def _ask_to_erase(self, one: Waiting, page: Forgotten, after: Callable[[], None]) -> None:
        asking = EraseNow(one.name, page.window())
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: self._erase(one, after))
        asking.open()

    def _erase(self, one: Waiting, after: Callable[[], None]) -> None:
        from desktop import forgetting

        shop = self._shop

        def done(erased: forgetting.Erased) -> None:
            text = tr("What {name} wrote is in no file of this folder any more.").format(name=one.name)
            if erased.dropped:
                text = f"{text} {tr('Couldn’t be read, and deleted: {files}.').format(files=', '.join(erased.dropped))}"
            self._window.bridge.toast(text)
            after()

        self._background.run(self, lambda: forgetting.erase_now(shop, one.id), done, lane="write")


class EraseNow(TroubleDialog):
    """Asks once more; accepted when it is to be erased."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        QDialog.__init__(self, parent)
        self.setup(
            tr("Erase what {name} wrote for good?").format(name=name),
            tr(
                "It can’t be undone any more. The file it was set aside in is deleted, and the copies in the shop "
                "folder are written anew without it: a copy that can’t be read is deleted. Copies you keep somewhere "
                "else aren’t touched."
            ),
            "",
        )
        self.add_button(tr("Leave it till then"), primary=True).clicked.connect(self.reject)
        self.add_button(tr("Erase it now")).clicked.connect(self.accept)
