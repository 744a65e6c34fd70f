"""A field for a password."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_icon

_LONGEST = 400


class PasswordField(QLineEdit):
    """Hidden as it is typed, with an eye at its end to look at it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.eye = QAction(tr("Show what I type"), self, checkable=True)
        keep_icon(self.eye, "eye", "text2", 16)
        self.eye.setToolTip(tr("Show what I type (Alt+S)"))
        self.eye.setShortcut("Alt+S")
        self.eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.eye.toggled.connect(self._show_it)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(px(34))

    def _show_it(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
