"""What may go into a blank: their words, the Shop book, times. It opens at the pill and leaves typing alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.starters import THEIR_WORDS, Suggestions, said_back
from ui.moments import tr, translated
from ui.theme import fonts, px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.paint import rounded
from ui.widgets.tips import plain_tip

_MOST_ROWS, _LEAST_ROWS, _ROWS_ABOVE = 9, 4, 5
_MEANT = Qt.ItemDataRole.UserRole  # what goes into the text, of a row


class BlankSuggestions(QFrame):
    """A list over the text, never focused. ↓ goes into it, Enter picks, Esc closes; any other key is writing."""

    picked = Signal(str)

    def __init__(self, editor: QWidget, floor: QWidget) -> None:
        """`floor` stands under the text and is never covered."""
        super().__init__(editor)
        self._editor = self._within = editor
        self._floor = floor
        self.ceiling: QWidget | None = None  # stands over the text; not covered while a few rows fit under it
        self.words_in_sight: Callable[[], QRect] = QRect  # theirs, in the window: what the answer is written to
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
                self._head(translated(section.title))
                for words in section.items:
                    self._row(words, said_back(words) if section.title == THEIR_WORDS else words)
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

    def _row(self, words: str, meant: str) -> None:
        """`meant`: what goes into the text."""
        item = QListWidgetItem(words)
        item.setData(_MEANT, meant)
        item.setToolTip(plain_tip(words))
        item.setFont(fonts.font("body"))
        self._add(item, 28)

    def _add(self, item: QListWidgetItem, height: int) -> None:
        metrics = QFontMetrics(item.font())
        wide = metrics.horizontalAdvance(item.text()) + px(20)
        item.setSizeHint(QSize(wide, max(px(height), metrics.height() + px(6))))
        self.list.addItem(item)

    def _stand(self) -> None:
        """Under its blank or over it, on nothing that is read meanwhile as long as a few rows fit beside that."""
        at, within = self._at(), self._within
        whole = within.window().rect()
        at = QRect(within.mapTo(within.window(), at.topLeft()), at.size())
        rows = [self.list.sizeHintForRow(row) for row in range(self.list.count())][:_MOST_ROWS]
        box = self._box(at, whole, rows)
        most = max(px(220), self._editor.width())
        box.setWidth(min(px(320), most, max(px(180), self.list.sizeHintForColumn(0) + px(26))))
        box.moveLeft(max(whole.left(), min(at.left(), whole.right() - box.width())))
        self.setGeometry(box)

    def _box(self, at: QRect, whole: QRect, rows: Sequence[int]) -> QRect:
        """Where it stands and how high, for a blank `at` in the window."""
        floor = min(whole.bottom(), self._top_of(self._floor)) if self._floor.isVisible() else whole.bottom()
        under, over = at.bottom() + px(6), min(at.top() - px(6), floor)
        words, head = self.words_in_sight(), whole.top()
        if self.ceiling is not None and self.ceiling.isVisible():
            edge = self._top_of(self.ceiling) + self.ceiling.height()
            head = max(head, min(edge, over - _high(rows[:_LEAST_ROWS])))
        clear = max(head, words.bottom() + 1) if not words.isEmpty() and words.top() < over else head
        free = [
            QRect(0, under, 0, min(_high(rows), floor - under)),
            _upwards(over, min(_high(rows[:_ROWS_ABOVE]), over - clear)),
        ]
        covering = QRect(0, under, 0, min(_high(rows), whole.bottom() - under))  # what stands under the text
        some, few = _high(rows[:_LEAST_ROWS]), _high(rows[: _LEAST_ROWS - 1])
        for least, places in ((some, free), (few, free), (few, [covering])):
            for place in places:
                if place.height() >= least:
                    return place
        return _upwards(over, min(_high(rows[:_ROWS_ABOVE]), over - head))

    def _top_of(self, other: QWidget) -> int:
        return other.mapTo(self._within.window(), QPoint(0, 0)).y()

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
            self.picked.emit(item.data(_MEANT))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        ground: QColor = colours.color("surface")
        rounded(QPainter(self), self.rect(), 6, ground, colours.color("edge"))


def _high(rows: Sequence[int]) -> int:
    """The height of a list with rows of these heights, with its edges."""
    return sum(rows) + 12


def _upwards(bottom: int, height: int) -> QRect:
    return QRect(0, bottom - height, 0, height)
