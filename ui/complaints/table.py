"""The same complaints as a table: for narrow windows, screen readers, and those left standing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.clock import Clock
from ui import moments, words
from ui.moments import tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.widgets.textblock import TextBlock
from ui.widgets.tips import plain_tip

from . import cards
from .cards import COLUMNS, Card
from .model import CARD_ROLE, AnyIndex

_NOWHERE = QModelIndex()
_TONE_ROLE = CARD_ROLE + 10


_BEFORE, _AFTER = 10, 6  # px at 100 % text beside the words of a cell
_MEASURED = 200  # rows
_WIDEST = 220  # px at 100 % text that a name or a state may take before it is cut


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the table: its title, its words, what it sorts by, and its tone.

    `least` px at 100 % text for words that may be cut; 0: those matter, and the column is made for them.
    """

    title: str
    least: int
    text: Callable[[Card, Clock], str]
    key: Callable[[Card, Clock], Any]
    tone: Callable[[Card, Clock], str] = lambda _card, _clock: "text"
    breaks: bool = True  # over two lines, where the table is narrow


def _state(card: Card, clock: Clock) -> str:
    found = cards.state_line(card, clock)
    return found.text if found else ""


def _state_tone(card: Card, clock: Clock) -> str:
    found = cards.state_line(card, clock)
    return "brick" if found and found.tone == "brick" else "text2"


def _age_tone(card: Card, clock: Clock) -> str:
    return "brick" if cards.is_late(card, clock.now()) else "text2"


def _reason(card: Card, _clock: Clock) -> str:
    reason = card.complaint.standing_reason
    return words.standing_reason(reason, card.place) if reason else ""


_NAME = Field(
    "Name", 0, lambda c, _: c.complaint.author_name, lambda c, _: c.complaint.author_name.casefold()
)
_PLACE = Field("Place", 0, lambda c, _: c.place, lambda c, _: c.place, lambda _c, _k: "text2")
_WORDS = Field("What they said", 110, lambda c, _: c.words, lambda c, _: c.words.casefold())

OPEN_FIELDS = (
    _NAME,
    _PLACE,
    _WORDS,
    Field("Stage", 0, lambda c, _: words.stage(c.stage).text, lambda c, _: COLUMNS.index(c.stage)),
    Field("Age", 0, cards.age, lambda c, _: -c.complaint.opened_at.timestamp(), _age_tone, breaks=False),
    Field("Now", 0, _state, _state, _state_tone),
    Field(
        "Held by",
        0,
        lambda c, _: c.complaint.holder_name,
        lambda c, _: c.complaint.holder_name,
        lambda _c, _k: "text2",
    ),
)
STANDING_FIELDS = (
    _NAME,
    _PLACE,
    _WORDS,
    Field("Why it stays", 0, _reason, _reason),
    Field("Note", 90, lambda c, _: c.complaint.standing_note, lambda c, _: c.complaint.standing_note),
    Field(
        "Since",
        0,
        lambda c, k: moments.date(k, c.complaint.stage_at),
        lambda c, _: -c.complaint.stage_at.timestamp(),
        lambda _c, _k: "text2",
    ),
)


class TableModel(QAbstractTableModel):
    """Cards as rows. Sorting keeps the order in which rows were read where they are the same."""

    def __init__(self, fields: Sequence[Field], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields, self.clock = fields, clock
        self._cards: list[Card] = []
        self._by, self._order = -1, Qt.SortOrder.AscendingOrder

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._fields)

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self._fields[section].title)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card, field = self._cards[index.row()], self._fields[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return field.text(card, self.clock)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(field.text(card, self.clock))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = field.text(card, self.clock)
            return cards.spoken(card, self.clock) if index.column() == 0 else said
        if role == CARD_ROLE:
            return card
        return field.tone(card, self.clock) if role == _TONE_ROLE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._order = column, order
        self.take(self._cards)

    def take(self, found: Sequence[Card]) -> None:
        """Other rows, in the order chosen."""
        rows = list(found)
        if 0 <= self._by < len(self._fields):
            key = self._fields[self._by].key
            rows.sort(
                key=lambda card: key(card, self.clock), reverse=self._order == Qt.SortOrder.DescendingOrder
            )
        if rows == self._cards:
            return
        if [card.id for card in rows] == [card.id for card in self._cards]:
            self._cards = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._fields) - 1))
            return
        self.beginResetModel()
        self._cards = rows
        self.endResetModel()

    def first(self, most: int) -> Sequence[Card]:
        return self._cards[:most]

    def card(self, row: int) -> Card | None:
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, card_id: str) -> int:
        return next((at for at, card in enumerate(self._cards) if card.id == card_id), -1)


class _CellDelegate(QStyledItemDelegate):
    """A cell of text; the chosen row is marked as in every list of the program."""

    lines = 1  # that the words of a row may take

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        here: Any = option
        painter.save()
        chosen = bool(here.state & QStyle.StateFlag.State_Selected)
        rect: QRect = here.rect
        painter.fillRect(rect, tokens().color("select" if chosen else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens().color("line"))
        rtl = here.direction == Qt.LayoutDirection.RightToLeft
        if chosen and index.column() == 0:
            bar = QRect(rect.right() - 2 if rtl else rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, tokens().color("ink"))
        tone = str(index.data(_TONE_ROLE) or "text")
        face = fonts.font("strong" if index.column() == 0 or tone == "brick" else "body", tabular=True)
        before, after = (_AFTER, _BEFORE) if rtl else (_BEFORE, _AFTER)
        room = rect.adjusted(px(before), 0, -px(after), 0)
        text, lines = str(index.data() or ""), self.lines
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        block = TextBlock(" ".join(text.split()), face, max(1, room.width()), most_lines=lines, align=side)
        top = rect.top() + (rect.height() - block.height) // 2
        block.draw(painter, room.left(), top, tokens().tone(tone))
        painter.restore()


def _room_for(text: str, metrics: QFontMetrics, lines: int) -> int:
    """The px that a text needs in so many lines (1 or 2), broken between words."""
    words_ = text.split()
    whole = " ".join(words_)
    if lines == 1 or len(words_) < 2:
        return metrics.horizontalAdvance(whole)
    halves = ((" ".join(words_[:at]), " ".join(words_[at:])) for at in range(1, len(words_)))
    return min(max(map(metrics.horizontalAdvance, pair)) for pair in halves)


class _Head(QHeaderView):
    """Titles that stand above the words of their column."""

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        painter.fillRect(rect, tokens().color("paper"))
        inset = px(8)
        moved = rect.adjusted(0, 0, -inset, 0) if self.isRightToLeft() else rect.adjusted(inset, 0, 0, 0)
        super().paintSection(painter, moved, at)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens().color("line"))


class ComplaintTable(QTableView):
    """One row a complaint; `chosen` follows the keyboard. With M, left and right ask for the stage beside."""

    chosen = Signal(object)  # id
    entered = Signal(object)  # id
    stepped = Signal(object)  # -1 or 1, only after M

    def __init__(
        self, fields: Sequence[Field], clock: Clock, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._widths: dict[tuple[str, int], int] = {}  # what fields need, by title and lines, of these rows
        self.rows = TableModel(fields, clock, self)
        self.before_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal, self))
        self.setModel(self.rows)
        self.cells = _CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(name)
        self._dress()
        theme().changed.connect(self._fit)
        self._fit()
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)
        head.setMinimumSectionSize(px(48))
        set_ring(self, "inside")
        keep_colours(self, text="text", ground="surface")
        self.doubleClicked.connect(lambda _index: self.entered.emit(self.current_id()))

    def _fit(self) -> None:
        self._widths.clear()
        self._share_width()

    def _share_width(self) -> None:
        """Names, stages, ages and states whole; what may be cut shares the rest. Two lines where one is too narrow."""
        room = self.viewport().width()
        for lines in (1, 2):
            widths = [self._needed(field, lines) for field in self._fields]
            left = room - sum(widths)
            if left >= 0:
                break
        cut = [at for at, field in enumerate(self._fields) if field.least]
        for at in cut:
            widths[at] += max(0, left) // len(cut)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self.cells.lines = lines
        line = QFontMetrics(fonts.font("body")).height()
        self.verticalHeader().setDefaultSectionSize(max(px(36), line + px(14)) + (lines - 1) * line)

    def least_width(self) -> int:
        """The px it needs to show what matters whole, its words on two lines."""
        return (
            sum(self._needed(field, 2) for field in self._fields)
            + self.verticalScrollBar().sizeHint().width()
        )

    def _needed(self, field: Field, lines: int) -> int:
        key = field.title, lines
        if key not in self._widths:
            self._widths[key] = self._measured(field, lines)
        return self._widths[key]

    def _measured(self, field: Field, lines: int) -> int:
        metrics = QFontMetrics(fonts.font("strong", tabular=True))
        beside = px(_BEFORE) + px(_AFTER) + 2
        head = metrics.horizontalAdvance(tr(field.title)) + beside + px(8)
        if field.least:
            return max(head, px(field.least))
        texts = {field.text(card, self.rows.clock) for card in self.rows.first(_MEASURED)}
        widest = max((_room_for(text, metrics, lines if field.breaks else 1) for text in texts), default=0)
        return max(head, px(48), min(widest, px(_WIDEST)) + beside)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._share_width()
        return super().viewportEvent(event)

    def take(self, found: Sequence[Card], keep: str) -> None:
        """Shows these rows; the keyboard stays on `keep` and the scroll where it was."""
        scroll = self.verticalScrollBar().value()
        self.rows.take(found)
        self._widths.clear()
        self._share_width()
        self.show_card(keep)
        self.verticalScrollBar().setValue(scroll)

    def current_id(self) -> str:
        card = self.rows.card(self.currentIndex().row())
        return card.id if card else ""

    def card(self, card_id: str) -> Card | None:
        return self.rows.card(self.rows.row_of(card_id))

    def show_card(self, card_id: str) -> None:
        row = self.rows.row_of(card_id)
        if row >= 0 and row != self.currentIndex().row():
            self.selectRow(row)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.before_key(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.current_id())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            side = 1 if event.key() == Qt.Key.Key_Right else -1
            self.stepped.emit(-side if self.isRightToLeft() else side)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if self.current_id():
            self.chosen.emit(self.current_id())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectRow(0)
