"""A short list that is as tall as its rows and stands in a page: one tab stop, the arrows move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import theme
from ui.theme.focus import came_by_key, set_ring
from ui.theme.keep import keep_colours
from ui.theme.paint import rounded


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row that is chosen: tinted, a bar at its start, a ring while the keyboard is there."""
    if not option.state & QStyle.StateFlag.State_Selected:
        return
    rect, colours = option.rect, theme().tokens
    painter.fillRect(rect, colours.color("select"))
    bar = QStyle.visualRect(option.direction, rect, QRect(rect.left(), rect.top(), 3, rect.height()))
    painter.fillRect(bar, colours.color("ink"))
    if option.widget.hasFocus() and came_by_key(option.widget):
        rounded(painter, rect.adjusted(2, 2, -2, -3), 3, None, colours.color("ink"), 2)


class RowList(QListWidget):
    """`chosen` carries the key of a row (`key_of`), `entered` when Enter was pressed on it."""

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, name: str, rows: type[QStyledItemDelegate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(rows(self))
        keep_colours(self, ground="surface")
        set_ring(self, "none")
        self.currentItemChanged.connect(self._current_changed)
        self.itemActivated.connect(lambda item: self.entered.emit(self.key_of(item)))
        theme().changed.connect(self.fit)

    def key_of(self, item: QListWidgetItem) -> str:
        """What a row stands for; "" for one that can't be chosen."""
        raise NotImplementedError

    def key(self) -> str:
        """Of the chosen row; "" when there is none."""
        item = self.currentItem()
        return self.key_of(item) if item else ""

    def choose(self, key: str) -> bool:
        """Marks a row; False when there is none with that key, and none is marked then."""
        for row in range(self.count()):
            if key and self.key_of(self.item(row)) == key:
                self.setCurrentRow(row)
                return True
        self.setCurrentRow(-1)
        return False

    @contextmanager
    def untold(self) -> Iterator[None]:
        """What changes in here was not chosen by a person."""
        before, self._is_filling = self._is_filling, True
        yield
        self._is_filling = before

    def _current_changed(self, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if now is not None and not self._is_filling:
            self.chosen.emit(self.key_of(now))

    def fit(self) -> None:
        """As tall as its rows."""
        self.doItemsLayout()
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())))
