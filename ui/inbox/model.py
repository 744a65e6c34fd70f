"""The list as Qt sees it: section rows and conversation rows, over arrays of row ids.

Rows themselves are read a page at a time when they are painted, and a few pages are kept. A change
of the list is told as the rows that really left and came, so selection and scroll stay.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.errors import ShopError
from desktop.records import Group, Row
from ui.moments import tr
from ui.widgets.tips import plain_tip

from .listing import Listing

AnyIndex = QModelIndex | QPersistentModelIndex
PAGE = 64
NO_PARENT = QModelIndex()
KEPT_PAGES = 24

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
SECTION_ROLE = Qt.ItemDataRole.UserRole + 2
PICKED_ROLE = Qt.ItemDataRole.UserRole + 3

ORDER: tuple[Group | None, ...] = (
    None,
    Group.ASKS,
    Group.NEEDS_ANSWER,
    Group.NOT_SHOWN,
    Group.WAITING,
    Group.DONE,
)


class Section:
    """A group in the list (`group` None: what a search found). `count` may be more than the ids read."""

    def __init__(self, group: Group | None) -> None:
        self.group, self.count = group, 0
        self.is_open = self.is_there = False
        self.rids: array[int] = array("q")

    @property
    def rows(self) -> int:
        return int(self.is_there) + len(self.rids)


class InboxModel(QAbstractTableModel):
    """One column. `fetch(rids)` reads rows ready to paint; `spoken(row)`, `tooltip(row)` put them into words. `failed`:
    rows couldn't be read, and stay empty. An error in the middle of a painting would end the program.
    """

    failed = Signal(object)  # ShopError

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[Row]],
        title: Callable[[Section], str],
        spoken: Callable[[Row], str],
        tooltip: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch, self._title, self._spoken, self._tooltip = fetch, title, spoken, tooltip
        self.sections = [Section(group) for group in ORDER]
        self.picked: frozenset[int] = frozenset()  # row ids of what is selected to be dealt with at once
        self._rows_of: dict[int, int] = {}
        self._pages: OrderedDict[tuple[int, int], dict[int, Row]] = OrderedDict()

    # --- what Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else sum(section.rows for section in self.sections)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        section, at = self.place(index.row())
        if at < 0:
            return self._of_section(section, role)
        if role == PICKED_ROLE:
            return section.rids[at] in self.picked
        if role == Qt.ItemDataRole.AccessibleTextRole and section.rids[at] in self.picked:
            return f"{tr('Selected')}. {self._of_row(self._row(section, at), role)}"
        if role in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._of_row(self._row(section, at), role)
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._row(section, at)
            return plain_tip(self._tooltip(row)) if row else None
        return None

    def _of_section(self, section: Section, role: int) -> Any:
        if role == SECTION_ROLE:
            return section
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "" if section.group is None else ", open" if section.is_open else ", closed"
            return f"{self._title(section)}, {section.count}{state}"
        return None

    def _of_row(self, row: Row | None, role: int) -> Any:
        if role == ROW_ROLE or row is None:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.author_name
        return self._spoken(row)

    # --- rows and ids -----------------------------------------------------------------------------

    def place(self, row: int) -> tuple[Section, int]:
        """The section of a row and its place in it; -1 for the section's own row."""
        for section in self.sections:
            if row < section.rows:
                return section, row - int(section.is_there)
            row -= section.rows
        raise IndexError(row)

    def rid_at(self, row: int) -> int | None:
        """The conversation's row id; None for a section's own row or outside the list."""
        if not 0 <= row < self.rowCount():
            return None
        section, at = self.place(row)
        return section.rids[at] if at >= 0 else None

    def row_of(self, rid: int | None) -> int:
        """Where a conversation stands, -1 when it isn't in the list now."""
        if rid is None:
            return -1
        if rid not in self._rows_of:  # the same one is asked for several times while the list changes
            self._rows_of[rid] = self._look_up(rid)
        return self._rows_of[rid]

    def _look_up(self, rid: int) -> int:
        base = 0
        for section in self.sections:
            if rid in section.rids:
                return base + int(section.is_there) + section.rids.index(rid)
            base += section.rows
        return -1

    def row_of_section(self, wanted: Section) -> int:
        """Where a section's own row stands."""
        base = 0
        for section in self.sections:
            if section is wanted:
                break
            base += section.rows
        return base

    def section_rows(self) -> list[int]:
        """The rows that are sections."""
        found, base = [], 0
        for section in self.sections:
            if section.is_there:
                found.append(base)
            base += section.rows
        return found

    def next_conversation(self, row: int, step: int) -> int:
        """The nearest conversation's row from `row` (not included) in a direction, -1 when there is none."""
        last = self.rowCount()
        row += step
        while 0 <= row < last:
            if self.rid_at(row) is not None:
                return row
            row += step
        return -1

    def _row(self, section: Section, at: int) -> Row | None:
        key = (self.sections.index(section), at // PAGE)
        page = self._pages.get(key)
        if page is None:
            start = key[1] * PAGE
            wanted = section.rids[start : start + PAGE]
            by_id = {rid: row for rid, row in zip(wanted, self._read(wanted), strict=False) if row}
            page = self._pages[key] = by_id
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(key)
        return page.get(section.rids[at])

    def _read(self, wanted: Sequence[int]) -> list[Row | None]:
        """The rows of these ids in their order; None where one has gone since, or can't be read."""
        try:
            rows = self._fetch(wanted)
            if len(rows) == len(wanted):
                return list(rows)
            return [next(iter(self._fetch([rid])), None) for rid in wanted]
        except ShopError as error:
            self.failed.emit(error)
            return []

    def refresh(self) -> None:
        """What the rows say may have changed; which rows there are has not."""
        self._pages.clear()
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))

    # --- the list changes -------------------------------------------------------------------------

    def take(self, listing: Listing, open_groups: frozenset[Group]) -> None:
        """Becomes the listing: only the rows that differ leave and come."""
        self._pages.clear()
        self._rows_of.clear()
        base = 0
        for section in self.sections:
            if section.group is None:
                found = listing.found
                self._become(section, base, len(found) if found is not None else 0, found, True, bool(found))
            else:
                count = listing.counts.get(section.group, 0)
                is_open = section.group in open_groups
                rids = listing.rids.get(section.group) if is_open else None
                self._become(section, base, count, rids, is_open, count > 0)
            base += section.rows
        self._rows_of.clear()
        self.refresh()

    def _become(
        self, section: Section, base: int, count: int, rids: array[int] | None, is_open: bool, is_there: bool
    ) -> None:
        section.count, section.is_open = count, is_open
        if is_there and not section.is_there:
            self.beginInsertRows(QModelIndex(), base, base)
            section.is_there = True
            self.endInsertRows()
        self._become_rids(section, base + int(section.is_there), rids if rids is not None else array("q"))
        if section.is_there and not is_there:
            self.beginRemoveRows(QModelIndex(), base, base)
            section.is_there = False
            self.endRemoveRows()

    def _become_rids(self, section: Section, base: int, new: array[int]) -> None:
        old = section.rids
        if old == new:
            return
        start = _alike(old, new)
        end = _alike_at_end(old, new, start)
        if len(old) > start + end:
            self.beginRemoveRows(QModelIndex(), base + start, base + len(old) - end - 1)
            section.rids = old[:start] + old[len(old) - end :]
            self.endRemoveRows()
        if len(new) > start + end:
            self.beginInsertRows(QModelIndex(), base + start, base + len(new) - end - 1)
            section.rids = new
            self.endInsertRows()


def _alike(old: array[int], new: array[int]) -> int:
    """How many ids are the same from the start; compares halves, so long lists cost little."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(old: array[int], new: array[int], start: int) -> int:
    """How many are the same at the end, behind the first `start`."""
    low, high = 0, min(len(old), len(new)) - start
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
