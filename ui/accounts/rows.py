"""The list at the start: Working, Being set up, Needs you. One tab stop; the arrows move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.icons import paint_icon
from ui.theme.paint import line, start_side, words_in
from ui.widgets.rowlist import RowList, paint_chosen
from ui.widgets.tile import paint_tile
from ui.widgets.tips import plain_tip
from ui.words import Word

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_NOTHING = Word("", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `key` says what it stands for; without a key it is the label of a group."""

    key: str
    name: str
    tile: str = ""
    place: str = ""
    state: Word = _NOTHING

    @property
    def spoken(self) -> str:
        parts = (self.name, self.place, self.state.text)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown: Line = index.data(_LINE)
        strong, meta = (QFontMetrics(fonts.font(level)).height() for level in ("strong", "meta"))
        if not shown.key:
            return QSize(0, max(px(27), meta + px(11)))
        return QSize(0, max(px(52), strong + meta + px(19)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Line = index.data(_LINE)
        rect: QRect = option.rect
        painter.save()
        if shown.key:
            self._paint_row(painter, option, shown)
        else:
            painter.fillRect(rect, theme().tokens.color("paper"))
            painter.setFont(fonts.font("meta strong"))
            painter.setPen(theme().tokens.color("text2"))
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            room = QStyle.visualRect(option.direction, rect, rect.adjusted(px(14), 0, -px(8), 0))
            words_in(painter, room, shown.name, start_side(rtl=rtl))
        line(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1))
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, shown: Line) -> None:
        rect, colours = option.rect, theme().tokens
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft

        def placed(box: QRect) -> QRect:
            return QStyle.visualRect(option.direction, rect, box)

        paint_chosen(painter, option)
        side = px(26)
        tile = QRect(rect.left() + px(14), rect.top() + (rect.height() - side) // 2, side, side)
        paint_tile(painter, placed(tile), shown.tile)
        left = tile.right() + px(11)
        strong, meta = QFontMetrics(fonts.font("strong")), QFontMetrics(fonts.font("meta"))
        top = rect.top() + (rect.height() - strong.height() - meta.height() - px(2)) // 2
        room = rect.right() - px(8) - left
        painter.setFont(fonts.font("strong"))
        painter.setPen(colours.color("text"))
        name = strong.elidedText(shown.name, Qt.TextElideMode.ElideRight, room)
        words_in(painter, placed(QRect(left, top, room, strong.height())), name, start_side(rtl=right_to_left))
        box = QRect(left, top + strong.height() + px(2), room, meta.height())
        self._paint_state(painter, option, shown, box)

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, shown: Line, box: QRect) -> None:
        """`Bluesky · ✓ checked 08:01`; what needs a person stands alone, in its tone."""
        word, meta = shown.state, QFontMetrics(fonts.font("meta"))
        alone = word.tone == "amber"
        lead = "" if alone else lead_of(shown, meta, box.width())
        token = word.tone if alone else "text2"
        painter.setFont(fonts.font("meta"))
        painter.setPen(theme().tokens.tone(token))
        left = box.left()
        for text in (lead, None, word.text):
            if text is None:
                size = px(13) if word.icon else 0
                at = QStyle.visualRect(option.direction, option.rect, QRect(left, box.top(), size, size))
                if word.icon:
                    y = box.top() + (box.height() - size) / 2
                    paint_icon(painter, at.left(), y, word.icon, token, size)
                    left += size + px(4)
                continue
            room = max(0, box.right() - left)
            fitting = meta.elidedText(text, Qt.TextElideMode.ElideRight, room) if text.strip() else text
            width = meta.horizontalAdvance(fitting)
            place = QStyle.visualRect(
                option.direction, option.rect, QRect(left, box.top(), width + 2, box.height())
            )
            painter.drawText(place, Qt.TextFlag.TextSingleLine, fitting)
            left += width



def lead_of(shown: Line, meta: QFontMetrics, room: int) -> str:
    """`Bluesky · `, shortened where that lets its state be read whole."""
    state = meta.horizontalAdvance(f" · {shown.state.text}") + (px(17) if shown.state.icon else 0) + 4
    spare = room - state
    place = meta.elidedText(shown.place, Qt.TextElideMode.ElideRight, spare) if spare > px(40) else shown.place
    return f"{place} · "


class AccountList(RowList):
    """`chosen` carries the key of a row, `entered` when Enter was pressed on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Accounts"), _Painter, parent)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other rows; the one that was chosen stays chosen while it is there."""
        now = self.key()
        with self.untold():
            self.clear()
            for shown in lines:
                item = QListWidgetItem()
                item.setData(_LINE, shown)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, shown.spoken if shown.key else shown.name)
                if shown.key:
                    item.setToolTip(plain_tip(shown.state.text) if len(shown.state.text) > 24 else "")
                else:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(item)
        self.choose(now)
        self.fit()

    def lines(self) -> list[Line]:
        """All rows, in order."""
        return [self.item(row).data(_LINE) for row in range(self.count())]

    def key_of(self, item: QListWidgetItem) -> str:
        return str(item.data(_LINE).key)
