"""A short list of messages of which one is picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.records import Post
from ui.theme import fonts, px, theme, tokens
from ui.theme.paint import rounded
from ui.widgets.textblock import TextBlock
from ui.widgets.tips import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_POST = Qt.ItemDataRole.UserRole + 1
_MOST_LINES = 3


class _MessageDelegate(QStyledItemDelegate):
    """The words, up to three lines, with a mark in front of the one that is picked."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _block(self, text: str) -> TextBlock:
        room = self._view.viewport().width() - px(42)
        return TextBlock(text, fonts.font("body"), max(60, room), most_lines=_MOST_LINES)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        text = str(index.data())
        return QSize(self._view.viewport().width() - 1, self._block(text).height + px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        here: Any = option
        rect: QRect = here.rect
        colours = tokens()
        picked = bool(here.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, colours.color("select" if picked else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.color("line"))
        side = px(14)
        rtl = self._view.isRightToLeft()
        left = rect.right() - px(10) - side if rtl else rect.left() + px(10)
        ring = QRect(left, rect.top() + px(8), side, side)
        rounded(painter, ring, side / 2, colours.color("surface"), colours.color("ink" if picked else "edge"))
        if picked:
            rounded(painter, ring.adjusted(4, 4, -4, -4), side / 2, colours.color("ink"))
        block = self._block(str(index.data()))
        block.draw(painter, rect.left() + (px(8) if rtl else px(32)), rect.top() + px(6), colours.color("text"))
        painter.restore()


class PostList(QListWidget):
    """`picked()` is the id of the post that is marked; "" when none is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_MessageDelegate(self))
        theme().changed.connect(self._fit)

    def show_posts(self, found: Sequence[Post], say: Callable[[Post], str], pick: str | None = None) -> None:
        """These messages; `pick` is marked, or the first; None marks nothing."""
        self.clear()
        for post in found:
            item = QListWidgetItem(say(post))
            item.setData(_POST, post.id)
            item.setToolTip(plain_tip(post.text))
            self.addItem(item)
        if pick is not None and found:
            at = next((row for row, post in enumerate(found) if post.id == pick), 0)
            self.setCurrentRow(at)
        self._fit()

    def pick(self, post: str) -> None:
        """Marks this one, if it is there."""
        row = next((at for at in range(self.count()) if post and self.item(at).data(_POST) == post), -1)
        self.setCurrentRow(row)

    def picked(self) -> str:
        chosen = self.selectedItems()
        return str(chosen[0].data(_POST)) if chosen else ""

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        rows = [self.sizeHintForRow(row) for row in range(self.count())]
        self.setFixedHeight(min(sum(rows) + 4, px(168)) if rows else px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def keyboardSearch(self, search: str) -> None:
        """Numbers belong to the dialog."""
