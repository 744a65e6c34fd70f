"""The results as Qt sees them: rows over arrays of row ids, read a page at a time when they are painted."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.errors import ShopError
from ui.widgets.tips import plain_tip

from .marks import Looked
from .reading import PAGE, Result, Results

AnyIndex = QModelIndex | QPersistentModelIndex
KEPT_PAGES = 24
RESULT_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()

Fetch = Callable[[Looked, Sequence[int], Sequence[int]], list[Result]]


class HistoryModel(QAbstractTableModel):
    """One column. `fetch(looked, rids, hits)` reads rows; `spoken(result)` says one to a screen reader. `failed`:
    rows couldn't be read, and stay empty. An error in the middle of a painting would end the program.
    """

    failed = Signal(object)  # ShopError

    def __init__(
        self,
        fetch: Fetch,
        spoken: Callable[[Result], str],
        hover: Callable[[Result], str],
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._fetch, self._spoken, self._hover = fetch, spoken, hover
        self.results = Results("", array("q"), array("q"))
        self._pages: OrderedDict[int, dict[int, Result]] = OrderedDict()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.results.rids)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == RESULT_ROLE:
            return self.result(index.row())
        says = {
            Qt.ItemDataRole.DisplayRole: lambda found: found.past.author_name,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: lambda found: plain_tip(self._hover(found)),
        }.get(Qt.ItemDataRole(role))
        found = self.result(index.row()) if says else None
        return says(found) if says and found else None

    def result(self, row: int) -> Result | None:
        """A row ready to paint; its page is read when it isn't kept."""
        if not 0 <= row < len(self.results.rids):
            return None
        at = row // PAGE
        kept = self._pages.get(at)
        if kept is None:
            kept = self._pages[at] = self._read(at)
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(at)
        return kept.get(self.results.rids[row])

    def _read(self, at: int) -> dict[int, Result]:
        part = slice(at * PAGE, (at + 1) * PAGE)
        rids, hits = self.results.rids[part], self.results.hits[part]
        try:
            return {found.past.rid: found for found in self._fetch(self.results.looked, rids, hits)}
        except ShopError as error:
            self.failed.emit(error)
            return {}

    def take(self, results: Results) -> None:
        """Other results. Ids alone cost 8 bytes each, so this is quick at any size."""
        self.beginResetModel()
        self._hold(results)
        self.endResetModel()

    def refresh(self, results: Results) -> None:
        """The same rows, read again."""
        self._hold(results)
        if results.rids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(results.rids) - 1, 0))

    def _hold(self, results: Results) -> None:
        self.results = results
        self._pages.clear()
        rids = [found.past.rid for found in results.top]
        if rids and rids == list(results.rids[:PAGE]):
            self._pages[0] = dict(zip(rids, results.top, strict=True))

    def rid_at(self, row: int) -> int | None:
        return self.results.rids[row] if 0 <= row < len(self.results.rids) else None

    def row_of(self, rid: int | None) -> int:
        """Where a conversation stands, -1 when it isn't there."""
        if rid is None or rid not in self.results.rids:
            return -1
        return self.results.rids.index(rid)
