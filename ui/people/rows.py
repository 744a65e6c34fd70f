"""The list at the start: who is here, with avatar, name and role line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.paint import line, start_side, words_in
from ui.widgets.avatar import paint_avatar
from ui.widgets.rowlist import RowList, paint_chosen

from .known import Member

Index = QModelIndex | QPersistentModelIndex
_MEMBER = Qt.ItemDataRole.UserRole


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        strong, meta = (QFontMetrics(fonts.font(level)).height() for level in ("lead", "meta"))
        return QSize(0, max(px(61), strong + meta + px(24)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        member: Member = index.data(_MEMBER)
        rect: QRect = option.rect

        def placed(box: QRect) -> QRect:
            return QStyle.visualRect(option.direction, rect, box)

        painter.save()
        paint_chosen(painter, option)
        side = px(38)
        face = QRect(rect.left() + px(14), rect.top() + (rect.height() - side) // 2, side, side)
        paint_avatar(painter, placed(face), member.person.name)
        self._paint_words(painter, option, member, face.right() + px(13), placed)
        line(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, member: Member, left: int, placed: object
    ) -> None:
        rect, colours = option.rect, theme().tokens
        top_face, low_face = fonts.font("strong"), fonts.font("meta")
        above, below = QFontMetrics(top_face), QFontMetrics(low_face)
        room = rect.right() - px(8) - left
        top = rect.top() + (rect.height() - above.height() - below.height() - px(3)) // 2
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        lines = ((top_face, "text", member.person.name, top), (low_face, "text2", member.under, 0))
        for font, token, text, y in lines:
            metrics = QFontMetrics(font)
            box = QRect(left, y or top + above.height() + px(3), room, metrics.height())
            painter.setFont(font)
            painter.setPen(colours.color(token))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            words_in(painter, placed(box), shown, start_side(rtl=to_right))  # type: ignore[operator]


class PeopleList(RowList):
    """`chosen` carries a person's id, `entered` when Enter was pressed on them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("People"), _Painter, parent)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.key_of(item)))  # also the one chosen already

    def show_members(self, members: Sequence[Member]) -> None:
        """Other rows; the chosen person stays chosen while they are there."""
        now = self.key()
        with self.untold():
            self.clear()
            for member in members:
                item = QListWidgetItem()
                item.setData(_MEMBER, member)
                spoken = f"{member.person.name}. {member.under}".strip()
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self.addItem(item)
            self.choose(now)
        self.fit()

    def members(self) -> list[Member]:
        """All rows, in order."""
        return [self.item(row).data(_MEMBER) for row in range(self.count())]

    def key_of(self, item: QListWidgetItem) -> str:
        return str(item.data(_MEMBER).person.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here chooses nobody; Qt would choose the first row."""
        had_one = self.currentRow() >= 0
        with self.untold():
            super().focusInEvent(event)
            if not had_one:
                self.setCurrentRow(-1)
