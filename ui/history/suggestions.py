"""What a filter can be, offered while one types it: `ki` → `kind:`, `kind:co` → `kind:complaint`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from desktop.searching import CHOICES, KEYS, with_filter
from ui.moments import tr

MOST = 9
_PLAIN_WORDS = ("by", "from", "before", "after", "on", "is", "has", "in")  # offered only once their colon is typed


def suggested(typed: str, more: Mapping[str, Sequence[str]]) -> list[str]:
    """Whole tokens for the one being typed at the end of `typed`; `more`: values of the keys that CHOICES lacks."""
    token = typed.split(" ")[-1]
    minus = "-" if token.startswith("-") else ""
    key, colon, value = token.removeprefix("-").partition(":")
    key = key.lower()
    if not colon:
        offered = [one for one in KEYS if len(key) > 1 and one.startswith(key) and one not in _PLAIN_WORDS]
        return [f"{minus}{one}:" for one in offered]
    values = CHOICES.get(key) or more.get(key, ())
    begun = value.strip("\"“”„").lower()
    found = [one for one in values if one.lower().startswith(begun)]
    if begun in [one.lower() for one in found]:
        return []
    return [with_filter("", key, one, is_not=bool(minus)) for one in found[:MOST]]


class Suggestions(QObject):
    """A list under the field; `taken` says what stood before the cursor and what it becomes."""

    taken = Signal(str, str)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.more: Mapping[str, Sequence[str]] = {}  # places and people that there are
        self._before = ""
        self._words = QStringListModel(self)
        self.completer = QCompleter(self._words, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setMaxVisibleItems(MOST)
        self.completer.setWidget(field)
        self.completer.activated.connect(self._taken)
        self._was_opened = False

    def _popup(self) -> QAbstractItemView | None:
        """Asked for each time: Qt makes another where it has thrown one away."""
        popup = self.completer.popup()
        if popup is not None:
            popup.setAccessibleName(tr("Filters"))
        return popup

    def offer(self, before: str) -> None:
        """Shows what may be meant by what stands before the cursor, or nothing."""
        words = suggested(before, self.more)
        self._before = before
        self._words.setStringList(words)
        popup = self._popup() if words or self._was_opened else None
        if words:
            self._was_opened = True
            self.completer.complete()
            if popup is not None:  # the first arrow goes to the first of them
                popup.setCurrentIndex(QModelIndex())
        elif popup is not None:
            popup.hide()

    def are_open(self) -> bool:
        popup = self._popup() if self._was_opened else None
        return popup is not None and popup.isVisible()

    def _taken(self, words: str) -> None:
        behind = "" if words.endswith(":") else " "
        self.taken.emit(self._before, words + behind)
