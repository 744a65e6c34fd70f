"""Ctrl+Z for what was decided here: each decision can be taken back once, the newest first.

Text has its own undo. A decision taken back is not done again by itself, so there is no redo.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.errors import ShopError
from desktop.shop import Shop
from ui.background import Runner
from ui.window import Undoable

_MOST = 100


class _Decision(QUndoCommand):
    """Already done when it is pushed; undone in the background, and then gone from the stack."""

    def __init__(self, undo: Undoable, take_back: Callable[[Undoable], None]) -> None:
        super().__init__(undo.text)
        self._undo, self._take_back = undo, take_back

    def redo(self) -> None:
        """Pushing a command calls this; it has been done by then."""

    def undo(self) -> None:
        self.setObsolete(True)
        self._take_back(self._undo)


class Decisions(QObject):
    """The window's stack of decisions. `taken_back` tells the words of what was undone, and how many conversations
    weren't here any more and so stay as they are."""

    changed = Signal()
    taken_back = Signal(object, object)
    failed = Signal(object)  # ShopError

    def __init__(self, shop: Shop, background: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(_MOST)
        self._stack.indexChanged.connect(self.changed)

    def push(self, undo: Undoable) -> None:
        self._stack.push(_Decision(undo, self._run))

    def forget(self) -> None:
        """Somebody else is here: what others decided isn't theirs to take back with a key."""
        self._stack.clear()

    def text(self) -> str:
        """What would be taken back, e.g. "Moved Sunita D. to Shown"; empty when there is nothing."""
        return self._stack.undoText() if self._stack.canUndo() else ""

    def take_back_last(self) -> None:
        if self._stack.canUndo():
            self._stack.undo()

    def _run(self, undo: Undoable) -> None:
        def tell(left_out: int | None) -> None:
            self.taken_back.emit(undo.text, left_out or 0)

        def fail(error: Exception) -> None:
            if isinstance(error, ShopError):
                self.failed.emit(error)

        self._background.run(self, lambda: undo.take_back(self._shop), tell, fail, lane=undo.lane)
