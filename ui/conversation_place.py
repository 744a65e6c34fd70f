"""Where the conversation stands beside the inbox's list: built behind the painted window, or when first needed.

The conversation with its composer and coach takes longer to build than everything else on the first
page together; the list doesn't need it to be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class _Later:
    """Stands in for the reading area: keeps the actions that will belong to it."""

    def __init__(self) -> None:
        self.actions: list[QAction] = []

    def addAction(self, action: QAction) -> None:
        self.actions.append(action)


class ConversationPlace(QWidget):
    """Behaves as the conversation does. `make` builds it; `built` follows with the conversation itself."""

    back_wanted = Signal()
    next_wanted = Signal(object)
    writing_changed = Signal(object)
    title_changed = Signal(object)
    make_it_show = Signal(object)
    built = Signal(object)

    def __init__(self, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._view: Any = None
        self._area, self._back, self._brief = _Later(), False, False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_built(self) -> bool:
        return self._view is not None

    def build(self) -> Any:
        """The conversation, built by now."""
        if self._view is None:
            view: Any = self._make()
            self._view = view
            self._column.addWidget(view)
            for name in ("back_wanted", "next_wanted", "writing_changed", "title_changed", "make_it_show"):
                getattr(view, name).connect(getattr(self, name))
            for action in self._area.actions:
                view.reading_area().addAction(action)
            view.set_back_visible(self._back)
            view.set_brief(self._brief)
            self.built.emit(view)
        return self._view

    def __getattr__(self, name: str) -> Any:
        """Whatever else the conversation can do."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.build(), name)

    def current_id(self) -> str:
        return "" if self._view is None else str(self._view.current_id())

    def show_conversation(self, conversation: str, **how: Any) -> None:
        if conversation or self._view is not None:
            self.build().show_conversation(conversation, **how)

    def panes(self) -> list[QWidget]:
        return [] if self._view is None else list(self._view.panes())

    def menu_actions(self) -> list[QAction]:
        return [] if self._view is None else list(self._view.menu_actions())

    def list_actions(self) -> list[QAction]:
        return [] if self._view is None else list(self._view.list_actions())

    def reading_area(self) -> Any:
        return self._area if self._view is None else self._view.reading_area()

    def key_hint(self) -> str:
        return "" if self._view is None else str(self._view.key_hint())

    def set_back_visible(self, visible: bool) -> None:
        self._back = visible
        if self._view is not None:
            self._view.set_back_visible(visible)

    def set_brief(self, brief: bool) -> None:
        self._brief = brief
        if self._view is not None:
            self._view.set_brief(brief)

    def read_on(self) -> None:
        if self._view is not None:
            self._view.read_on()

    def take_drafts(self) -> None:
        if self._view is not None:
            self._view.take_drafts()

    def leaving(self) -> None:
        if self._view is not None:
            self._view.leaving()
