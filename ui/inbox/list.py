"""The inbox list: moves by conversation, keeps its place by id, never jumps while somebody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from shiboken6 import isValid

from desktop.records import Group
from ui.moments import tr
from ui.theme import theme
from ui.theme.focus import FocusRing, set_ring
from ui.theme.keep import keep_colours
from ui.widgets.viewport import own_viewport

from .delegate import InboxDelegate, row_height, section_height
from .listing import Listing
from .model import AnyIndex, InboxModel, Section

if TYPE_CHECKING:
    from .leaving import Leaving


class _Place(NamedTuple):
    """Where the reader was: what was open, what the keyboard was on, and what stood where."""

    selected: int | None
    current: int | None
    current_row: int
    on_section: Section | None
    anchor: int | None
    anchor_y: int
    scroll: int


class InboxList(QTableView):
    """`opened` carries the row id of a conversation; None when nothing is."""

    opened = Signal(object)  # row id: it became the one to show
    entered = Signal(object)  # row id: Enter, go and read
    toggled = Signal(object)  # Group to open or close
    pick_wanted = Signal()  # Ctrl and a press on a row
    picked_changed = Signal()  # several are selected, or fewer, or none

    def __init__(self, model: InboxModel, delegate: InboxDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._painter, self._quiet = model, delegate, False
        self._selected: int | None = None
        self._to_see: int | None = None  # shown from elsewhere before its row was here
        self.picked: list[int] = []  # row ids of what is selected to be dealt with at once
        self._goes: Leaving | None = None  # the row that is leaving, until it is gone
        self._is_between = False  # what is shown has no row here, and no row is marked
        own_viewport(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._dress()
        theme().changed.connect(self.fit)
        self.fit()

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
        self.verticalHeader().setMinimumSectionSize(1)
        self.setAccessibleName(tr("Conversations"))
        self.setMouseTracking(False)
        set_ring(self, "none")
        keep_colours(self, text="text", ground="surface")

    # --- heights ----------------------------------------------------------------------------------

    def set_compact(self, compact: bool) -> None:
        if compact != self._painter.compact:
            self._painter.compact = compact
            self.fit()

    def fit(self) -> None:
        """All rows as high as the density and the text size want them."""
        header = self.verticalHeader()
        header.setDefaultSectionSize(row_height(compact=self._painter.compact))
        self._fit_sections()
        self.verticalScrollBar().setSingleStep(row_height(compact=self._painter.compact) // 2)

    def _fit_sections(self) -> None:
        height = section_height()
        for row in self._rows.section_rows():
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    # --- the list changes ---------------------------------------------------------------------------

    def apply(self, listing: Listing, open_groups: frozenset[Group]) -> None:
        """Shows another state of the list at the same place of it."""
        place, leaving = self._where(), self._leaves(listing, open_groups)
        before = self.viewport().grab(leaving[0]) if leaving else None
        self._quiet = True
        try:
            self._rows.take(listing, open_groups)
            if self.picked:  # what isn't in the list any more isn't meant
                self._put_picked([one for one in self.picked if self._rows.row_of(one) >= 0])
            self._fit_sections()
            self._put_back(place)
            self._see()
        finally:
            self._quiet = False
        if leaving and before is not None and self.verticalScrollBar().value() == place.scroll:
            self._show_leaving(before, *leaving)

    def _show_leaving(self, before: QPixmap, place: QRect, row: int) -> None:
        from .leaving import Leaving

        self._goes = Leaving(self.viewport(), before, place, row)
        self.verticalScrollBar().valueChanged.connect(self._goes.stop)

    def _leaves(self, listing: Listing, open_groups: frozenset[Group]) -> tuple[QRect, int] | None:
        """Where the one row that goes stands, with all below it, and how high it is; None where nothing may move."""
        if self._goes is not None and isValid(self._goes):
            self._goes.stop()
        self._goes = None
        if not self.isVisible():
            return None
        stay = [listing.found] if listing.found is not None else [listing.rids.get(one, ()) for one in open_groups]
        room, last = self.viewport().rect(), self._rows.rowCount() - 1
        foot = self.rowAt(room.bottom())
        shown = range(max(0, self.rowAt(0)), (last if foot < 0 else foot) + 1)
        rids = {row: rid for row in shown if (rid := self._rows.rid_at(row)) is not None}
        gone = [row for row, rid in rids.items() if not any(rid in each for each in stay)]
        if len(gone) != 1:
            return None
        from .leaving import may_move  # what moves comes with the first row that leaves

        if not may_move():
            return None
        room.setTop(self.rowViewportPosition(gone[0]))
        return room, self.rowHeight(gone[0])

    def _where(self) -> _Place:
        current = self.currentIndex().row()
        top = max(0, self.rowAt(1))
        anchor_row = self._rows.next_conversation(top - 1, 1)
        bar = self.verticalScrollBar()
        selected_row = self._rows.row_of(self._selected)
        if selected_row >= 0 and 0 <= self.rowViewportPosition(selected_row) < self.viewport().height():
            anchor_row = selected_row
        anchor = self._rows.rid_at(anchor_row)
        y = self.rowViewportPosition(anchor_row) if anchor is not None else 0
        rid = self._rows.rid_at(current)
        section = self._rows.place(current)[0] if current >= 0 and rid is None else None
        return _Place(self._selected, rid, current, section, anchor, y, bar.value())

    def _put_back(self, place: _Place) -> None:
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self._select_again(place)
        bar = self.verticalScrollBar()
        row = self._rows.row_of(place.anchor)
        # At the very top, new rows may show above, unless the reader is on the list.
        is_read = self.hasFocus() or self.viewport().underMouse()
        if row >= 0 and (place.scroll > 0 or is_read):
            bar.setValue(bar.value() + self.rowViewportPosition(row) - place.anchor_y)
        else:
            bar.setValue(place.scroll)

    def _select_again(self, place: _Place) -> None:
        flags = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        row = self._rows.row_of(place.selected)
        if row >= 0:
            selection.select(self._rows.index(row, 0), flags.ClearAndSelect)
        else:
            selection.clearSelection()
        current = row if self._is_between and row >= 0 else self._rows.row_of(place.current)
        if place.on_section is not None and place.on_section.is_there:
            current = self._rows.row_of_section(place.on_section)
        was_there = self._is_between or place.current == place.selected  # the keyboard may be ahead already
        self._stand_between(
            row < 0 and was_there and place.selected is not None and place.on_section is None
        )
        if current < 0:  # at the start the first conversation, never the line above it
            current = self._stop_near(min(max(0, place.current_row), self._rows.rowCount() - 1))
        if current >= 0:
            selection.setCurrentIndex(self._rows.index(current, 0), flags.NoUpdate)

    def _stop_near(self, row: int) -> int:
        """A conversation at `row`, below it, else above it."""
        if self._rows.rid_at(row) is not None:
            return row
        below = self._rows.next_conversation(row, 1)
        return below if below >= 0 else self._rows.next_conversation(row, -1)

    # --- several at once ------------------------------------------------------------------------------

    def pick(self) -> None:
        """Selects the conversation the keyboard is on, or no longer."""
        rid = self.current_rid()
        if rid is not None and self._rows.row_of(rid) >= 0:
            self._put_picked([one for one in self.picked if one != rid] if rid in self.picked else [*self.picked, rid])

    def pick_none(self) -> None:
        self._put_picked([])

    def _put_picked(self, picked: list[int]) -> None:
        if picked != self.picked:
            self.picked = picked
            self._rows.picked = frozenset(picked)
            self._rows.refresh()
            self.picked_changed.emit()

    # --- moving ---------------------------------------------------------------------------------------

    def show_rid(self, rid: int | None) -> bool:
        """Marks a conversation as the open one (without telling); False when it isn't in the list now."""
        self._selected = rid
        row = self._rows.row_of(rid)
        flags = QItemSelectionModel.SelectionFlag
        self._quiet = True
        try:
            self._stand_between(row < 0 and rid is not None)
            self._to_see = rid if row < 0 else None
            if row < 0:
                self.selectionModel().clearSelection()
                return False
            self.selectionModel().setCurrentIndex(self._rows.index(row, 0), flags.ClearAndSelect)
        finally:
            self._quiet = False
        return True

    def _see(self) -> None:
        """What was just added is opened before the list has its row: once it is there, it is in sight."""
        row = self._rows.row_of(self._to_see)
        if self._to_see is not None and (row >= 0 or self._to_see != self._selected):
            self._to_see = None
            if row >= 0 and self._rows.rid_at(row) == self._selected:
                self.scrollTo(self._rows.index(row, 0))

    def move_to(self, row: int, *, open_it: bool = True) -> None:
        """The keyboard goes to this row; `open_it` shows the conversation too."""
        if not 0 <= row < self._rows.rowCount():
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self._rows.index(row, 0)
        self._stand_between(False)
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.scrollTo(index)
        if open_it and self._rows.rid_at(row) is not None:
            self._open(row)

    def step(self, by: int) -> None:
        """Next (1) or previous (-1) conversation; closed groups are stops too."""
        row = self.currentIndex().row() if self.currentIndex().isValid() else -1
        if row < 0 and by < 0:
            row = self._rows.rowCount()
        if row < 0 or by < 0 or not (self._is_between or self._is_at_start(row) or self._is_ahead(row)):
            row += by
        while 0 <= row < self._rows.rowCount():
            section, at = self._rows.place(row)
            if at >= 0 or not section.is_open:
                self.move_to(row)
                return
            row += by

    def _is_at_start(self, row: int) -> bool:
        """Nothing was opened yet: the first step down opens the row the keyboard is on."""
        return self._selected is None and row == self._rows.next_conversation(-1, 1)

    def open_first(self) -> None:
        """The first conversation becomes the open one."""
        row = self._rows.next_conversation(-1, 1)
        if row >= 0:
            self.move_to(row)

    def _is_ahead(self, row: int) -> bool:
        """After a reply: the keyboard is on the next conversation, and what is shown is still the answered one."""
        rid = self._rows.rid_at(row)
        return rid is not None and self._selected is not None and rid != self._selected

    def rid_after(self, rid: int | None) -> int | None:
        """The conversation below in the same group, else the next one down, else the one above."""
        row = self._rows.row_of(rid)
        if row < 0:
            return self._rows.rid_at(self.currentIndex().row()) if self._is_between else None
        found = self._rows.next_conversation(row, 1)
        return self._rows.rid_at(found if found >= 0 else self._rows.next_conversation(row, -1))

    def enter(self) -> None:
        """Enter: read this conversation, or open and close the group."""
        row = self.currentIndex().row()
        rid = self._selected if self._is_between else self._rows.rid_at(row)
        if self._is_between:
            self.entered.emit(rid)
        elif rid is not None:
            self._open(row)
            self.entered.emit(rid)
        elif row >= 0:
            self._toggle(row)

    def current_rid(self) -> int | None:
        """The conversation the keyboard is on."""
        return self._selected if self._is_between else self._rows.rid_at(self.currentIndex().row())

    def _open(self, row: int) -> None:
        rid = self._rows.rid_at(row)
        self.selectionModel().select(
            self._rows.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if rid != self._selected or self._quiet:
            self._selected = rid
        if not self._quiet:
            self.opened.emit(rid)

    def _toggle(self, row: int) -> None:
        section, at = self._rows.place(row)
        if at < 0 and section.group is not None:
            self.toggled.emit(section.group)

    # --- Qt ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rtl = self.isRightToLeft()
        self._mark(True)
        if not plain:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Down:
            self.step(1)
        elif key == Qt.Key.Key_Up:
            self.step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif key == Qt.Key.Key_Escape and self.picked:
            self.pick_none()
        elif key == Qt.Key.Key_Space and self._on_section():
            self._toggle(self.currentIndex().row())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(key == (Qt.Key.Key_Right if rtl else Qt.Key.Key_Left))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = 0 if key == Qt.Key.Key_Home else self._rows.rowCount() - 1
            self.move_to(self._stop_near(at))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._page(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            event.ignore()

    def _page(self, way: int) -> None:
        high = max(1, self.viewport().height() // row_height(compact=self._painter.compact) - 1)
        at = self.currentIndex().row() + way * high
        self.move_to(self._stop_near(max(0, min(at, self._rows.rowCount() - 1))))

    def _on_section(self) -> bool:
        row = self.currentIndex().row()
        return row >= 0 and self._rows.rid_at(row) is None

    def _fold(self, away: bool) -> None:
        """Left closes an open group or goes to it; right opens a closed one."""
        row = self.currentIndex().row()
        if row < 0:
            return
        section, at = self._rows.place(row)
        if at >= 0 and away:
            self.move_to(row - at - 1, open_it=False)
        elif at < 0 and section.is_open == away:
            self._toggle(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            if self._rows.rid_at(index.row()) is None:
                self._toggle(index.row())
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.move_to(index.row(), open_it=False)
                self.pick_wanted.emit()
            else:
                self.pick_none()  # a press alone means this one
                self.move_to(index.row())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()  # dragging over rows opens none of them

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.current_rid() is not None:
            self.enter()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._mark(event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.NoFocusReason))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(False)
        super().focusOutEvent(event)

    def _mark(self, on: bool) -> None:
        self._painter.marks_current = on and not self._is_between
        self.viewport().update()

    def _stand_between(self, is_between: bool) -> None:
        """The mark is on the row of what is shown; where it has none, the ring is around the whole list."""
        if is_between != self._is_between:
            self._is_between = is_between
            set_ring(self, "inside" if is_between else "none")
            self._mark(self.hasFocus() and FocusRing.by_key)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
