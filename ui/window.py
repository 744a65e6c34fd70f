"""What a page may ask of the window it stands in, and what the window tells its pages.

Pages get one of these instead of the main window, so that no page knows the window, and a test can
give a page a plain `Window()`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.errors import ShopError
from desktop.records import Reply
from ui.moments import translated


class Undoable(Protocol):
    """What `counter` gives back for a decision: what was done, in words, and how to undo it."""

    @property
    def text(self) -> str: ...

    @property
    def take_back(self) -> Callable[[Any], int | None]: ...

    @property
    def lane(self) -> str: ...


class Toast(NamedTuple):
    """One short message; `action` is a word to press and what it does."""

    text: str
    action: tuple[str, Callable[[], None]] | None = None
    undo: bool = False


class Window(QObject):
    """The window as its pages see it."""

    # asked by pages
    toast_wanted = Signal(object)  # Toast
    undo_made = Signal(object)  # Undoable
    page_wanted = Signal(object)  # key of a page
    conversation_wanted = Signal(object)  # conversation id
    search_wanted = Signal(object)  # a query: what History finds for it
    event_wanted = Signal(object)  # event id, "" for the one there is
    collecting_wanted = Signal(object)  # account id, "" for all
    by_hand_wanted = Signal(object)  # key of a place, "" for none yet: somebody adds what was said there by hand
    again_wanted = Signal(object)  # (Conversation added by hand, its link): they wrote again there
    trouble_found = Signal(object)  # ShopError
    unsaved_changed = Signal(object)  # None: a draft could not be saved, or could be at last
    finder_wanted = Signal(object)  # None
    history_wanted = Signal(object)  # list of the Paths of files or folders to bring in; None: chosen in its dialog
    forget_wanted = Signal(object)  # id of a conversation whose person is to be forgotten
    week_wanted = Signal(object)  # None: the week on one page, to print
    person_wanted = Signal(object)  # id of somebody with a PIN who wants to be at the counter
    actions_changed = Signal(object)  # None: the page shown can do other things now
    outbox_stirred = Signal(object)  # None: a reply was put in, released or hurried
    rewind_wanted = Signal(object)  # (key of an answer, conversation): practice, back to before it
    reply_begun = Signal(object)  # name of whom it is for: it is being put into the outbox
    reply_put = Signal(object)  # Reply that is in the outbox now; None where it didn't get there

    # told to pages
    painted = Signal(object)  # None: the first page is on the screen; what can wait may be built
    posted = Signal(object)  # Reply that has gone
    online_changed = Signal(object)  # bool
    pending_changed = Signal(object)  # Reply in its undo window, or None
    settings_changed = Signal(object)  # key of the setting
    collected = Signal(object)  # None: a round of collecting is over

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_online = True
        self.pending: Reply | None = None
        self.density = "roomy"
        self.single_keys = True
        self.keys: Mapping[str, str] = {}  # by what they are at first: those that a person has changed
        self.was_painted = False

    def key(self, first: str) -> str:
        """What to press for what this key does at first; "" where single keys are off."""
        return self.keys.get(first, first) if self.single_keys else ""

    def toast(
        self, text: str, undo: Undoable | None = None, action: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Says something short. With `undo`, it can be taken back from the toast and with Ctrl+Z."""
        if undo is not None:
            self.did(undo)
        self.toast_wanted.emit(Toast(translated(text), action, undo is not None))

    def did(self, undo: Undoable) -> None:
        """A person decided something here: Ctrl+Z takes it back."""
        self.undo_made.emit(undo)

    def go(self, page: str) -> None:
        """Shows another page: inbox, complaints, history, insights, shopbook, people, accounts, welcome."""
        self.page_wanted.emit(page)

    def open_conversation(self, conversation: str) -> None:
        """Goes to the inbox and shows this conversation there."""
        self.conversation_wanted.emit(conversation)

    def look_for(self, query: str) -> None:
        """Goes to History and shows what it finds there."""
        self.search_wanted.emit(query)

    def open_event(self, happening: str = "") -> None:
        """Goes to the page of an event: many people, one cause."""
        self.event_wanted.emit(happening)

    def collect_now(self, account: str = "") -> None:
        """Checks this account now, or all places."""
        self.collecting_wanted.emit(account)

    def add_by_hand(self, place: str = "") -> None:
        """Opens the form for adding what somebody said by hand."""
        self.by_hand_wanted.emit(place)

    def print_week(self) -> None:
        """Asks which week is to be printed, and into which file."""
        self.week_wanted.emit(None)

    def trouble(self, error: ShopError) -> None:
        """Puts a sentence in the status bar."""
        self.trouble_found.emit(error)

    def putting_in(self, name: str) -> None:
        """A reply to this person is being put into the outbox: from now on Ctrl+Z means this one."""
        self.reply_begun.emit(name)

    def put_in(self, reply: Reply | None) -> None:
        """It is in the outbox; or, with None, it couldn't be put there."""
        self.reply_put.emit(reply)
        if reply is not None:
            self.outbox_changed()

    def outbox_changed(self) -> None:
        """A reply went into the outbox or may leave sooner: the porter looks at once."""
        self.outbox_stirred.emit(None)

    def set_online(self, is_online: bool) -> None:
        """Tells the pages once when the connection comes or goes."""
        if is_online != self.is_online:
            self.is_online = is_online
            self.online_changed.emit(is_online)

    def set_pending(self, reply: Reply | None) -> None:
        """The reply that can still be taken back, if any."""
        if (reply and reply.id) != (self.pending and self.pending.id):
            self.pending = reply
            self.pending_changed.emit(reply)
        else:
            self.pending = reply
