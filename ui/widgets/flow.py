"""Rows of widgets that wrap like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Widgets in reading order, starting a new row when the present one is full."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, row_gap: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, gap if row_gap is None else row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return self._framed(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return self._framed(least)

    def _framed(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Lay out within ``rect``; returns the height needed."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        at, row_height = QPoint(room.topLeft()), 0
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(room.width(), item.minimumSize().width())))
            if at.x() > room.left() and at.x() + size.width() > room.right() + 1:
                self._place(row, row_height, room)
                at = QPoint(room.left(), at.y() + row_height + self._row_gap)
                row, row_height = [], 0
            if move:
                row.append((item, QRect(at, size)))
            at.setX(at.x() + size.width() + self._gap)
            row_height = max(row_height, size.height())
        self._place(row, row_height, room)
        return at.y() + row_height - rect.top() + margins.bottom()

    def _place(self, row: list[tuple[QLayoutItem, QRect]], height: int, room: QRect) -> None:
        """Words and buttons of one row stand on one middle line."""
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        for item, box in row:
            box = box.translated(0, (height - box.height()) // 2)  # noqa: PLW2901
            item.setGeometry(QStyle.visualRect(direction, room, box))
