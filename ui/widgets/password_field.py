"""A field for a password."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.moments import tr
from ui.theme import px
from ui.theme.icons import icon

_LONGEST = 400


class PasswordField(QLineEdit):
    """Hidden as it is typed, with an eye at its end to look at it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setMinimumHeight(px(34))
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.eye = QAction(icon("eye", "text2", 16), tr("Show what I type"), self, checkable=True)
        self.eye.setToolTip(tr("Show what I type (Alt+S)"))
        self.eye.setShortcut("Alt+S")
        self.eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.eye.toggled.connect(self._show_it)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)

    def _show_it(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
