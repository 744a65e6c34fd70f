"""Words with something to press at their end: beside them, or under them where that takes less height."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QStyle, QWidget

from ui.theme import px


class BesideLayout(QLayout):
    """The first widget takes the room there is; those after it follow in a row at its end, or wrap under it."""

    def __init__(self, parent: QWidget | None = None, gap: int = 12, row_gap: int = 2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
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
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def height_at(self, width: int, without: Set[QWidget] = frozenset(), also: Set[QWidget] = frozenset()) -> int:
        """The height in px if some of its widgets were hidden, and others shown."""

        def is_in(item: QLayoutItem) -> bool:
            widget = item.widget()
            return widget in also or (widget not in without and not item.isEmpty())

        tail = [item for item in self._items[1:] if is_in(item)]
        return min(self._beside(self._items[0], tail, width), self._under(self._items[0], tail, width))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._items[1:] if not item.isEmpty()]
        words = self._items[0].minimumSize().width() if self._items else 0
        return QSize(max([words, *(size.width() for size in least)]), 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lays out within `rect` whichever way is less high; returns the height needed."""
        if not self._items:
            return 0
        words, tail = self._items[0], [item for item in self._items[1:] if not item.isEmpty()]
        beside, under = self._beside(words, tail, rect.width()), self._under(words, tail, rect.width())
        if not move:
            return min(beside, under)
        across, high = self._across(tail), _highest(tail)
        room, rows = rect.width() - across, self._rows(tail, rect.width())
        if beside <= under:
            tall = max(rect.height(), beside)
            self._put(words, rect, QRect(rect.left(), rect.top(), room, tall))
            self._put_row(tail, rect, QRect(rect.left() + room + self._gap, rect.top(), across, tall))
        else:
            top = _height(words, rect.width())
            self._put(words, rect, QRect(rect.left(), rect.top(), rect.width(), top))
            for number, row in enumerate(rows):
                y = rect.top() + top + self._row_gap + number * (high + self._row_gap)
                self._put_row(row, rect, QRect(rect.left(), y, rect.width(), high))
        return min(beside, under)

    def _across(self, tail: list[QLayoutItem]) -> int:
        return sum(_hint(item).width() + self._gap for item in tail)

    def _beside(self, words: QLayoutItem, tail: list[QLayoutItem], width: int) -> int:
        """The height with what follows the words beside them."""
        room = width - self._across(tail)
        fits = room >= words.minimumSize().width()
        return max(_height(words, room), _highest(tail)) if fits else 1 << 20

    def _under(self, words: QLayoutItem, tail: list[QLayoutItem], width: int) -> int:
        """The height with what follows the words under them."""
        return _height(words, width) + len(self._rows(tail, width)) * (_highest(tail) + self._row_gap)

    def _rows(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in items:
            wide = _hint(item).width()
            if not rows or left < wide:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= wide + self._gap
        return rows

    def _put_row(self, items: list[QLayoutItem], whole: QRect, row: QRect) -> None:
        x = row.left()
        for item in items:
            size = item.sizeHint()
            wide = min(size.width(), row.width())
            self._put(item, whole, QRect(x, row.top() + (row.height() - size.height()) // 2, wide, size.height()))
            x += wide + self._gap

    def _put(self, item: QLayoutItem, whole: QRect, box: QRect) -> None:
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        high = _height(item, box.width())
        middle = QRect(box.left(), box.top() + max(0, box.height() - high) // 2, box.width(), high)
        item.setGeometry(QStyle.visualRect(direction, whole, middle))


class _Whole(QWidget):
    """Never narrower than what is in it wants to be."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def in_a_foot(first: Sequence[QWidget], then: Sequence[QWidget]) -> BesideLayout:
    """For the foot of a dialog: some at its start, the others at its end, or under them where the row is too short."""
    start, made = _Whole(), BesideLayout(gap=px(8), row_gap=px(8))
    row = QHBoxLayout(start)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for widget in first:
        row.addWidget(widget)
    row.addStretch(1)
    made.addWidget(start)
    for widget in then:
        made.addWidget(widget)
    return made


def _highest(items: list[QLayoutItem]) -> int:
    return max((_hint(item).height() for item in items), default=0)


def _hint(item: QLayoutItem) -> QSize:
    """Of a widget that is hidden too, whose item has none."""
    widget = item.widget()
    return widget.sizeHint() if widget is not None and item.isEmpty() else item.sizeHint()


def _height(item: QLayoutItem, width: int) -> int:
    """At this width. Words are asked themselves: their item never goes under the height they hold for today's width."""
    widget = item.widget()
    if widget is not None and widget.layout() is None and widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
