"""In what order the results stand: the button over the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.menus import choice
from ui.moments import tr
from ui.widgets.buttons import Button

BEST, NEWEST = "best", "newest"


class OrderButton(Button):
    """`picked` when a person chose another order. Without words to match the newest are first."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", kind="quiet", small=True, parent=parent)
        self.best_first, self._has_words = False, False
        self.setAccessibleDescription(tr("Order of the list"))
        self._names = {BEST: tr("Best match first"), NEWEST: tr("Newest first")}
        menu = QMenu(self)
        self.ways = choice(self, self._names.items(), NEWEST, self._pick)
        menu.addActions(self.ways)
        self.setMenu(menu)
        self._show()

    def _pick(self, key: str) -> None:
        if (key == BEST) != self.best_first:
            self.set_to(best_first=key == BEST)
            self.picked.emit()

    def set_to(self, *, best_first: bool) -> None:
        """Without telling."""
        self.best_first = best_first
        self._show()

    def say_words(self, has_words: bool) -> None:
        """Whether words are looked for."""
        self._has_words = has_words
        self._show()

    def _show(self) -> None:
        for way in self.ways:
            way.setChecked((way.data() == BEST) == self.best_first)
        self.setText(self._names[BEST if self.best_first and self._has_words else NEWEST])
        self.setEnabled(self._has_words)
