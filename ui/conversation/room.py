"""Where the writing place stands: as high as its content, and scrolling where a window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_HUGE = 16_777_215
_LEAST = 120  # px, so that a low window stays a window


class WriteArea(QScrollArea):
    """`column` takes the widgets. `set_most` says how high it may be; it never takes more than it needs."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._most = _HUGE
        content = QWidget()
        content.setAutoFillBackground(False)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(16, 0, 16, 12)
        self.column.setSpacing(8)
        self.setWidget(content)
        content.installEventFilter(self)

    def set_most(self, most: int) -> None:
        """At most so high; while somebody writes it takes all there is."""
        self._most = most
        if most >= _HUGE:
            self.setMinimumHeight(_LEAST)
            self.setMaximumHeight(_HUGE)
        else:
            self.setFixedHeight(max(_LEAST, min(most, self.wanted())))

    def wanted(self) -> int:
        """The height of its content at today's width."""
        layout, width = self.column, self.viewport().width()
        least = layout.totalMinimumSize().height()
        tall = (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        return max(least, tall)

    def sizeHint(self) -> QSize:
        return QSize(400, self.wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.grown.emit()
