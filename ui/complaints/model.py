"""One column of the board as a Qt model. It changes row by row, so that selection and scroll stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.clock import Clock
from desktop.records import Stage
from ui.words import Word

from . import cards
from .cards import Card

MIME = "application/x-said-and-done-complaint"
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
STATE_ROLE = Qt.ItemDataRole.UserRole + 2
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def card_in(mime: QMimeData) -> str:
    """The id of the complaint that is being dragged; "" for anything else."""
    return bytes(mime.data(MIME).data()).decode("utf-8", "replace") if mime.hasFormat(MIME) else ""


class ColumnModel(QAbstractListModel):
    """The cards of one stage, as far as they were read. `more_wanted` when the reader came to the end of them."""

    more_wanted = Signal(object)  # Stage

    def __init__(self, stage: Stage, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage, self._clock = stage, clock
        self._cards: list[Card] = []
        self._states: list[Word | None] = []
        self.total = 0

    # --- reading --------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == STATE_ROLE:
            return self._states[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.complaint.author_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cards.spoken(card, self._clock)
        return None

    def card(self, row: int) -> Card | None:
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, card_id: str) -> int:
        """-1 when it isn't here."""
        return next((at for at, card in enumerate(self._cards) if card.id == card_id), -1)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    # --- more of it -----------------------------------------------------------------------------------

    def canFetchMore(self, parent: AnyIndex = _NOWHERE) -> bool:
        return not parent.isValid() and bool(self._cards) and len(self._cards) < self.total

    def fetchMore(self, parent: AnyIndex = _NOWHERE) -> None:
        if self.canFetchMore(parent):
            self.more_wanted.emit(self.stage)

    # --- changing -------------------------------------------------------------------------------------

    def take(self, found: Sequence[Card], total: int) -> None:
        """Becomes `found`: what left goes, what came is put in, what stays stays where it is looked at."""
        self.total = total
        wanted = {card.id for card in found}
        for row in reversed(range(len(self._cards))):
            if self._cards[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._cards[row], self._states[row]
                self.endRemoveRows()
        self._append_tail(found)
        for row, card in enumerate(found):
            self._put(row, card)

    def _append_tail(self, found: Sequence[Card]) -> None:
        """The usual case in one step: nothing here but the beginning of what was found."""
        have = len(self._cards)
        if len(found) <= have or any(old.id != new.id for old, new in zip(self._cards, found, strict=False)):
            return
        self.beginInsertRows(QModelIndex(), have, len(found) - 1)
        self._cards += found[have:]
        self._states += [cards.state_line(card, self._clock) for card in found[have:]]
        self.endInsertRows()

    def _put(self, row: int, card: Card) -> None:
        here = self._cards[row] if row < len(self._cards) else None
        if here is not None and here.id == card.id:
            self._update(row, card)
            return
        old = self.row_of(card.id)
        if old < 0:
            self.beginInsertRows(QModelIndex(), row, row)
            self._cards.insert(row, card)
            self._states.insert(row, cards.state_line(card, self._clock))
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row)
        self._cards.insert(row, self._cards.pop(old))
        self._states.insert(row, self._states.pop(old))
        self.endMoveRows()
        self._update(row, card)

    def _update(self, row: int, card: Card) -> None:
        state = cards.state_line(card, self._clock)
        if card != self._cards[row] or state != self._states[row]:
            self._cards[row], self._states[row] = card, state
            self.dataChanged.emit(self.index(row), self.index(row))

    def time_passes(self) -> None:
        """Ages and "Asked 2 days ago" follow the clock."""
        for row, card in enumerate(self._cards):
            self._update(row, card)

    # --- dragging -------------------------------------------------------------------------------------

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = QMimeData()
        card = self.card(indexes[0].row()) if indexes else None
        if card is not None:
            found.setData(MIME, QByteArray(card.id.encode()))
        return found

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction
