"""Other wordings of a part, in a small list under the paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language.said import said
from desktop.language.times import day_of
from desktop.starters import OTHER_WAYS, Choice
from ui.moments import tr, translated
from ui.theme import fonts, px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import MIDDLE_LEFT, MIDDLE_RIGHT, line, rounded, words_in
from ui.widgets.rule import Rule

from .nudges import NudgeText, spoken

_CHOICE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def resting_line(choice: Choice) -> str:
    """ "resting till 8 July", or nothing."""
    if choice.rests_until is None:
        return ""
    return translated(said("resting till {date}", date=day_of(choice.rests_until.astimezone())))


class _WordingDelegate(QStyledItemDelegate):
    """A wording with its pills; a resting one muted, with the day at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: Any = self.parent()
        width = view.viewport().width() or px(520)
        return QSize(width, self._text(index.data(_CHOICE), width).height + px(12))

    def _text(self, choice: Choice, width: int) -> NudgeText:
        room = width - px(22) - _tail_width(resting_line(choice))
        return NudgeText(choice.paragraph.runs, fonts.font("body"), room, 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, choice = tokens(), index.data(_CHOICE)
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(box, colours.color("select"))
        if index.row():
            line(painter, QRect(box.left(), box.top(), box.width(), 1))
        tail = resting_line(choice)
        text = self._text(choice, box.width())
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        start = box.left() + px(11) + (_tail_width(tail) if rtl else 0)
        corner = QPointF(start, box.top() + (box.height() - text.height) / 2)
        room = box.width() - px(22) - _tail_width(tail)
        text.draw(painter, corner, colours.color("text3" if tail else "text"), room, rtl)
        if tail:
            painter.setFont(fonts.font("meta"))
            painter.setPen(colours.color("text3"))
            side = MIDDLE_LEFT if rtl else MIDDLE_RIGHT
            words_in(painter, box.adjusted(px(11), 0, -px(11), 0), tail, side)
        painter.restore()


def _tail_width(tail: str) -> int:
    return QFontMetrics(fonts.font("meta")).horizontalAdvance(tail) + px(14) if tail else 0


class WordingsPopup(QFrame):
    """Pick another wording with the mouse or the keys; Esc or a click elsewhere closes it."""

    picked = Signal(object)  # Choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(tr("Other wordings"))
        self._lead, self._key = QLabel(tr(OTHER_WAYS)), QLabel("Alt ↓")
        self._lead.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._lead, self._key):
            keep_font(label, "meta")
            keep_colours(label, text="text3")
        self._lead.setWordWrap(True)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_WordingDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr(OTHER_WAYS))
        set_ring(self.list, "none")
        self.list.itemClicked.connect(self._pick)
        self.list.installEventFilter(self)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(11), px(7), px(11), px(7))
        head.addWidget(self._lead, 1)
        head.addWidget(self._key)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 2, 2, 2)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Rule())
        whole.addWidget(self.list, 1)

    def set_choices(self, choices: Sequence[Choice], current: str = "") -> None:
        """What to offer, resting ones last; `current` is the id of the wording the paragraph began as."""
        self.list.clear()
        for choice in sorted(choices, key=lambda each: each.rests_until is not None):
            item = QListWidgetItem()
            item.setData(_CHOICE, choice)
            rest = resting_line(choice)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                spoken(choice.paragraph.runs) + (f", {rest}" if rest else ""),
            )
            self.list.addItem(item)
            if choice.paragraph.wording == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def choices(self) -> list[Choice]:
        """What is offered, in the order shown."""
        return [self.list.item(row).data(_CHOICE) for row in range(self.list.count())]

    def open_at(self, paragraph: QRect, width: int, highest: int) -> None:
        """Show at a paragraph (global, px): under it, or above it where there is more room. Never off the screen."""
        screen = QGuiApplication.screenAt(paragraph.center()) or self.screen()
        room, gap = screen.availableGeometry(), px(6)
        under = room.bottom() - paragraph.bottom() - gap
        above = paragraph.top() - gap - room.top()
        self._measure(width, min(highest, max(under, above, px(120))))
        top = paragraph.bottom() + gap
        if self.height() > under and above > under:
            top = paragraph.top() - gap - self.height()
        left = min(paragraph.left(), room.right() - width)
        self.move(max(room.left(), left), max(room.top(), min(top, room.bottom() - self.height())))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _measure(self, width: int, highest: int) -> None:
        """As tall as what it offers, and no taller than `highest`."""
        self.resize(width, px(200))
        self._whole.activate()
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        head = self._lead.heightForWidth(width - px(70)) + px(14)
        self.resize(width, min(rows + head + 7, highest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._pick(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            self.picked.emit(item.data(_CHOICE))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().tokens
        rounded(QPainter(self), self.rect(), 6, colours.color("surface"), colours.color("edge"))
