"""The table of a chart: the same numbers, each opening what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours

from .findings import Cell, Table

_QUERY = Qt.ItemDataRole.UserRole
_ROWS = 8  # seen at once; the others by scrolling


class TableTwin(QTableWidget):
    """`opened` carries the query of a cell: by a click, or Enter."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        set_ring(self, "inside")
        keep_colours(self, text="text", ground="surface")
        self.cellClicked.connect(lambda row, column: self._open(row, column))
        theme().changed.connect(self._fit)

    def show_table(self, table: Table, name: str) -> None:
        self.setAccessibleName(name)
        self.clear()
        self.setColumnCount(len(table.heads))
        self.setRowCount(len(table.rows))
        for column, head in enumerate(table.heads):
            item = QTableWidgetItem(head)
            item.setTextAlignment(_side(column))
            self.setHorizontalHeaderItem(column, item)
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, _item(cell, column))
        self._fit()

    def _fit(self) -> None:
        face = fonts.font("meta", tabular=True)
        self.setFont(face)
        self.horizontalHeader().setFont(fonts.font("meta strong"))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + px(10))
        ink = theme().tokens.color("ink")
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None and item.data(_QUERY):
                    item.setForeground(ink)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if self.columnCount():
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = min(self.rowCount(), _ROWS)
        high = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        return QSize(px(240), high + px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None and item.data(_QUERY):
            self.opened.emit(item.data(_QUERY))


def _side(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def _item(cell: Cell, column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    item.setTextAlignment(_side(column))
    item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    if cell.query:
        item.setData(_QUERY, cell.query)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tr("Enter opens the conversations"))
    return item
