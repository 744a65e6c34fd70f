"""A page over a real shop, and what tests of it do all the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop import complaints, lookout, posts
from desktop.records import Complaint, Stage
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.complaints.page import ComplaintsPage
from ui.widgets.buttons import Button, LinkButton
from ui.window import Toast, Window

RAW = "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again."


def settle() -> None:
    """Everything that waits for a turn of the event loop has had it."""
    for _ in range(6):
        QApplication.processEvents()


@dataclass
class Seen:
    """The page, the window it was given, and what it asked of it."""

    at: Counter
    page: ComplaintsPage
    window: Window
    toasts: list[Toast] = field(default_factory=list)
    undos: list[Any] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def reload(self) -> None:
        self.page._reload()
        settle()

    def stage(self, one: str) -> Stage:
        found = complaints.by_id(self.at.shop.store, one)
        assert found
        return found.stage

    def column_of(self, one: str) -> Stage | None:
        """The column in which its card stands."""
        return next((s for s, c in self.page.board.columns.items() if c.model.row_of(one) >= 0), None)

    def choose(self, one: str) -> None:
        self.page.show_conversation(one)
        self.page.focus_cards()
        settle()

    def texts(self, inside: QWidget | None = None) -> str:
        """All that can be read in a widget, the panel by default."""
        inside = inside or self.page.panel
        found: list[str] = []
        for widget in inside.findChildren(QWidget):
            text: Callable[[], str] | None = getattr(widget, "text", None)
            if text is not None and widget.isVisibleTo(inside):
                found.append(str(text()))
        return "\n".join(found)

    def button(self, text: str, inside: QWidget | None = None) -> Button | LinkButton:
        inside = inside or self.page.panel
        for widget in inside.findChildren(QWidget):
            if isinstance(widget, (Button, LinkButton)) and widget.text() == text and widget.isVisibleTo(inside):
                return widget
        raise AssertionError(f"no button {text!r} among:\n{self.texts(inside)}")

    def press(self, text: str, inside: QWidget | None = None) -> None:
        self.button(text, inside).click()
        settle()

    def complaint(self, one: str) -> Complaint:
        found = complaints.by_id(self.at.shop.store, one)
        assert found
        return found


def open_page(at: Counter, qtbot: Any, width: int = 1110, height: int = 720) -> Seen:
    """The page as the window would show it, with nothing of it waiting."""
    background, window = AtOnce(at.shop.changes), Window()
    page = ComplaintsPage(at.shop, background, window)
    seen = Seen(at, page, window)
    window.toast_wanted.connect(seen.toasts.append)
    window.undo_made.connect(seen.undos.append)
    window.conversation_wanted.connect(seen.opened.append)
    qtbot.addWidget(page, before_close_func=lambda _page: background.close())
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    page.shown()
    settle()
    return seen


def answered(at: Counter, who: str = "Marta K.") -> str:
    """A public complaint with an answer that a stranger sees."""
    one = at.hear(RAW, who)
    at.answer(one, "That was ours. I'm baking you another today. Ines")
    at.clock.forward(minutes=20)
    lookout.look(at.shop, one)
    return one


def they_say(at: Counter, one: str, text: str, who: str = "Marta K.", *, is_public: bool = True) -> str:
    """Another word of theirs in the thread; returns the post's id."""
    at.world.post_as(at.place, who, text, parent=at.root(one), is_public=is_public)
    at.collect()
    return posts.thread(at.shop.store, one)[-1].id
