"""The list of results: keeps its place by id, tells which conversation is looked at and which one is opened."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.moments import tr
from ui.theme import theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours

from .delegate import HistoryDelegate, row_height
from .model import HistoryModel
from .reading import Results

_TAKE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ResultList(QTableView):
    """`chosen` follows the keyboard and the mouse; `opened` is Enter or a double click."""

    chosen = Signal(object)  # row id, or None
    opened = Signal(object)  # row id
    left = Signal()  # Esc: back to the search

    def __init__(self, model: HistoryModel, delegate: HistoryDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self._painter, self._quiet = model, delegate, False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._dress()
        self.doubleClicked.connect(lambda _index: self.enter())
        theme().changed.connect(self._fit)
        self._fit()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(tr("Results"))
        set_ring(self, "none")
        keep_colours(self, text="text", ground="surface")

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalScrollBar().setSingleStep(row_height() // 2)
        self.viewport().update()

    def take(self, results: Results, *, keep: bool) -> None:
        """Shows other results. `keep`: the same search read again, so the reader's place stays."""
        rid, scroll = self.current_rid(), self.verticalScrollBar().value()
        row_before = self.rows.row_of(rid)
        offset = self.rowViewportPosition(row_before) if row_before >= 0 else 0
        self._quiet = True
        self.rows.take(results)
        row = self.rows.row_of(rid) if keep else -1
        if row < 0 and results.rids:
            row = 0
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _TAKE)
        self._quiet = False
        bar = self.verticalScrollBar()
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        if not keep:
            self.scrollToTop()
        elif row_before >= 0 and row >= 0 and (scroll or self.hasFocus()):
            bar.setValue(bar.value() + self.rowViewportPosition(row) - offset)
        else:  # at the very top, new rows may show above
            bar.setValue(scroll)
        if self.current_rid() != rid:
            self.chosen.emit(self.current_rid())

    def current_rid(self) -> int | None:
        return self.rows.rid_at(self.currentIndex().row())

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) result."""
        self.go_to(self.currentIndex().row() + by)

    def go_to(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount():
            self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _TAKE)
            self.scrollTo(self.rows.index(row, 0))

    def enter(self) -> None:
        if (rid := self.current_rid()) is not None:
            self.opened.emit(rid)

    # --- Qt ----------------------------------------------------------------------------------------

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if not self._quiet:
            self.chosen.emit(self.current_rid())

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._mark(True)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.rows.rowCount() - 1)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._mark(event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.NoFocusReason))
        super().focusInEvent(event)
        if self.current_rid() is None:
            self.go_to(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(False)
        super().focusOutEvent(event)

    def _mark(self, on: bool) -> None:
        self._painter.marks_current = on
        self.viewport().update()
