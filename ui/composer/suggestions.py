"""What may go into a blank: their words, the Shop book, times. It opens at the pill and leaves typing alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.starters import Suggestions
from ui.moments import tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.paint import rounded

_MOST_ROWS, _LEAST_ROWS, _ROWS_ABOVE = 9, 4, 5


class BlankSuggestions(QFrame):
    """A list over the text, never focused. ↓ goes into it, Enter picks, Esc closes; any other key is writing."""

    picked = Signal(str)

    def __init__(self, editor: QWidget, floor: QWidget) -> None:
        """`floor` stands under the text and is never covered."""
        super().__init__(editor)
        self._editor = self._within = editor
        self._floor = floor
        self.ceiling: QWidget | None = None  # stands over the text; not covered while a few rows fit under it
        self._at: Callable[[], QRect] = QRect
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Suggestions"))
        set_ring(self.list, "none")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.list)
        self.list.itemClicked.connect(self._pick)
        editor.installEventFilter(self)
        theme().changed.connect(self.hide)
        self.hide()

    def offer(self, sections: Sequence[Suggestions], at: Callable[[], QRect], within: QWidget) -> None:
        """Show the sections that hold something, at the pill `at()` (in `within`'s coordinates); none: hide.

        The text may still find its place in the window, or be scrolled: each time it is painted it is asked again.
        """
        self.list.clear()
        for section in sections:
            if section.items:
                self._head(section.title)
                for words in section.items:
                    self._row(words)
        if not self.list.count():
            self.hide()
            return
        self.list.setCurrentRow(-1)
        self._at, self._within = at, within
        within.installEventFilter(self)
        self.setParent(within.window())
        self._stand()
        self.show()
        self.raise_()

    def _head(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(fonts.font("meta"))
        item.setForeground(tokens().color("text3"))
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self._add(item, 24)

    def _row(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFont(fonts.font("body"))
        self._add(item, 28)

    def _add(self, item: QListWidgetItem, height: int) -> None:
        metrics = QFontMetrics(item.font())
        wide = metrics.horizontalAdvance(item.text()) + px(20)
        item.setSizeHint(QSize(wide, max(px(height), metrics.height() + px(6))))
        self.list.addItem(item)

    def _stand(self) -> None:
        at, within = self._at(), self._within
        rows = [self.list.sizeHintForRow(row) for row in range(self.list.count())][:_MOST_ROWS]
        width = min(px(320), max(px(180), self.list.sizeHintForColumn(0) + px(26)))
        room, gap, wanted = within.window().rect(), px(6), sum(rows) + 12
        if self._floor.isVisible():
            room.setBottom(min(room.bottom(), self._floor.mapTo(within.window(), QPoint(0, 0)).y()))
        below = within.mapTo(within.window(), at.bottomLeft()) + QPoint(0, gap)
        above = within.mapTo(within.window(), at.topLeft()) - QPoint(0, gap)
        above.setY(min(above.y(), room.bottom()))
        if self.ceiling is not None and self.ceiling.isVisible():
            lowest = above.y() - sum(rows[:_LEAST_ROWS]) - 12
            edge = self.ceiling.mapTo(within.window(), self.ceiling.rect().bottomLeft()).y()
            room.setTop(max(room.top(), min(edge, lowest)))
        low, high = room.bottom() - below.y(), above.y() - room.top()
        under = low >= min(wanted, high, sum(rows[:_LEAST_ROWS]) + 12)
        most = wanted if under else sum(rows[:_ROWS_ABOVE]) + 12  # above it are their words
        height = min(wanted, most, low if under else high)
        corner = below if under else above - QPoint(0, height)
        corner.setX(max(room.left(), min(corner.x(), room.right() - width)))
        self.setGeometry(QRect(corner, QSize(width, height)))

    def _follow(self) -> None:
        if self.isVisible():
            self._stand()

    def words(self) -> list[str]:
        """What can be picked now, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible():
            if watched is not self._editor:
                if event.type() == QEvent.Type.Paint:
                    QTimer.singleShot(0, self, self._follow)
            elif event.type() == QEvent.Type.FocusOut:
                self.hide()
            elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, row = event.key(), self.list.currentRow()
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key == Qt.Key.Key_Down:
            self._step(1)
        elif key == Qt.Key.Key_Up and row >= 0:
            self._step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._pick(self.list.currentItem())
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count():
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                return
            row += by
        if by < 0:
            self.list.setCurrentRow(-1)  # back out of the list, to writing

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.hide()
            self.picked.emit(item.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        ground: QColor = colours.color("surface")
        rounded(QPainter(self), self.rect(), 6, ground, colours.color("edge"))
