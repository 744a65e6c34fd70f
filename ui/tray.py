"""The small picture in the computer's tray, where it has one: to hear of news, and to come back to a closed window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui import words
from ui.moments import tr
from ui.theme.icons import icon
from ui.widgets.tips import plain_tip


def is_there() -> bool:
    """Whether this computer has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """`pressed`: somebody wants to see the window; `quit_wanted`: to end the program. It names nobody."""

    pressed = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None, is_there: Callable[[], bool] = is_there) -> None:
        super().__init__(parent)
        self._is_there = is_there
        self.picture: QSystemTrayIcon | None = None
        self.menu: QMenu | None = None

    def is_there(self) -> bool:
        return self._is_there()

    def say(self, title: str, body: str) -> None:
        """A notification beside it; nothing where there is no tray."""
        if self._is_there():
            self.show().showMessage(title, body)

    def show(self) -> QSystemTrayIcon:
        if self.picture is None:
            self.picture, self.menu = QSystemTrayIcon(icon("app", "ink", 32), self), QMenu()
            self.picture.setToolTip(plain_tip(words.APP_NAME))
            self.menu.addAction(tr("Open")).triggered.connect(lambda: self.pressed.emit())
            self.menu.addAction(tr("Quit")).triggered.connect(lambda: self.quit_wanted.emit())
            self.picture.setContextMenu(self.menu)
            self.picture.activated.connect(self._activated)
            self.picture.messageClicked.connect(lambda: self.pressed.emit())
        self.picture.show()
        return self.picture

    def hide(self) -> None:
        if self.picture is not None:
            self.picture.hide()

    def _activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:
            self.pressed.emit()
