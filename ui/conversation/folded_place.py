"""One line in place of the writing place, where a low window has no room for it beside their words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import px
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel


class FoldedPlace(Panel):
    """A button, and beside it what waits behind it; `wanted` when somebody presses it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.button, self.text = Button("", "pencil"), ElidedLabel("", "body", "text2")
        self.button.clicked.connect(self.wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 6, 12, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self.button)
        self._row.addWidget(self.text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, button: str, text: str, icon: str, *, edge: str = "edge") -> None:
        """What the button is called, and what waits behind it."""
        self.button.setText(button)
        self.button.set_icon(icon)
        self.button.setAccessibleDescription(text)
        self.text.setText(text)
        self.set_look("surface", edge)

    def way_in(self) -> QWidget:
        """Where the keyboard goes."""
        return self.button

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.button.sizeHint().height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.wanted.emit()
