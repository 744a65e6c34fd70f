"""What a person does with a complaint from this page: moves, endings, looks. Each in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import Misuse, ReadOnly, ShopError, TryLater
from desktop.records import Complaint, FixedHow, Stage
from desktop.shop import Shop
from ui import elsewhere
from ui.background import Runner
from ui.ending import EndingDialog, LeaveStandingDialog, MarkFixedDialog, Tab
from ui.moments import told, tr
from ui.window import Undoable, Window

from . import details
from .details import Details


class Acts(QObject):
    """`did` carries the Undo of a decision; `looked` an id whose page was looked at, with the bad news or ""."""

    did = Signal(object)
    looking = Signal(object)
    looked = Signal(object, object)

    def __init__(self, shop: Shop, background: Runner, window: Window, page: QWidget) -> None:
        super().__init__(page)
        self._shop, self._background, self._window, self._page = shop, background, window, page
        self.dialog: QDialog | None = None

    def _may(self) -> bool:
        """Nothing is asked that couldn't be kept: in a shop that is only read that is said instead."""
        if self._shop.read_only:
            self._window.trouble(ReadOnly())
        return not self._shop.read_only

    # --- deciding -----------------------------------------------------------------------------------------

    def _run(self, act: Callable[[Any], Undoable], failed: Callable[[Exception], None] | None = None) -> None:
        """`act` is given the counter, which is brought in when it is first needed."""

        def work() -> Undoable:
            from desktop import counter

            return act(counter)

        self._background.run(self, work, self._decided, failed or self._failed, lane="write")

    def _decided(self, undo: Undoable) -> None:
        self._window.toast(undo.text, undo)
        self.did.emit(undo)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Misuse):
            self._window.toast(told(error))
        elif isinstance(error, ShopError) and not isinstance(error, ReadOnly):  # said already
            self._window.trouble(error)

    # --- moving -------------------------------------------------------------------------------------------

    def move(self, one: Complaint, stage: Stage) -> None:
        """Into another column; what that needs first is asked for. Nothing is ever posted by a move."""
        if one.stage is stage or not self._may():
            return

        def needs(error: Exception) -> None:
            what = str(getattr(error, "what", ""))
            if what:
                self._needs_more(one, what)
            else:
                self._failed(error)

        self._run(lambda counter: counter.move(self._shop, one.id, stage), needs)

    def _needs_more(self, one: Complaint, what: str) -> None:
        if what == "how_fixed":
            self.mark_fixed(one)
        elif what == "ask":
            self.ending(one, Tab.ASK)
        elif what == "reason":
            self.leave_standing(one)
        elif what == "proof":
            self.ending(one, Tab.SHOWS)
        else:
            text = tr("An answer to {name} has to show first").format(name=one.author_name)
            action = (tr("Open the conversation"), lambda: self._window.open_conversation(one.id))
            self._window.toast(text, None, action)

    # --- dialogs ------------------------------------------------------------------------------------------

    def ending(self, one: Complaint, tab: Tab) -> None:
        """Make the ending show; what isn't fixed yet is marked fixed first, unless it shows already."""
        if not self._may():
            return
        if tab is not Tab.SHOWS and one.fixed_how is None and one.stage is not Stage.SHOWN:
            self.mark_fixed(one, then=tab)
            return
        online = self._window.is_online
        dialog = EndingDialog(self._shop, self._background, one.id, tab, self._page, is_online=online)
        dialog.acted.connect(self._decided)
        dialog.posted.connect(self._window.put_in)
        dialog.conversation_wanted.connect(self._window.open_conversation)
        dialog.book_wanted.connect(lambda: self._window.go("shopbook"))
        self._open(dialog)

    def mark_fixed(self, one: Complaint, then: Tab | None = None) -> None:
        """How do you know? `then` goes on to the tab that was wanted; else a toast offers it."""
        if not self._may():
            return
        dialog = MarkFixedDialog(self._shop, self._background, one.id, self._page)
        dialog.acted.connect(lambda undo: self._was_fixed(undo, one.id, then, dialog.how()))
        self._open(dialog)

    def _was_fixed(self, undo: Undoable, complaint: str, then: Tab | None, how: FixedHow) -> None:
        told = how is FixedHow.THEY_TOLD_US

        def read() -> Complaint | None:
            from desktop import complaints

            return complaints.by_id(self._shop.store, complaint)

        def go_on() -> None:
            self._background.run(self, read, lambda one: self.ending(one, tab) if one else None)

        tab = then or Tab.ASK
        if not told and tab is Tab.ASK:
            tab = Tab.SAY
        self.did.emit(undo)
        if then is not None:
            self._window.did(undo)
            go_on()
        else:
            text = tr("Marked fixed. A passer-by can’t tell yet")
            self._window.toast(text, undo, (tr("Make it show"), go_on))

    def leave_standing(self, one: Complaint) -> None:
        if not self._may():
            return
        dialog = LeaveStandingDialog(self._shop, self._background, one.id, self._page)
        dialog.acted.connect(self._decided)
        dialog.write_wanted.connect(self._window.open_conversation)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _result: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        focus = getattr(self._page, "focus_cards", None)
        if callable(focus):
            focus()

    # --- what the panel's buttons do ------------------------------------------------------------------------

    def panel(self, what: str, found: Details) -> None:
        """`what` is one of SidePanel.ACTS."""
        one, shop = found.complaint, self._shop
        acts: dict[str, Callable[[], object]] = {
            "ask": lambda: self.ending(one, Tab.ASK),
            "say": lambda: self.ending(one, Tab.SAY),
            "shows": lambda: self.ending(one, Tab.SHOWS),
            "fixed": lambda: self.mark_fixed(one),
            "standing": lambda: self.leave_standing(one),
            "pick_up": lambda: self._run(lambda counter: counter.pick_up_again(shop, one.id)),
            "open": lambda: self._window.open_conversation(one.id),
            "page": lambda: self.open_page(found.url),
            "proof_page": lambda: self.open_page((found.proof.link if found.proof else "") or found.url),
            "check": lambda: self.check(found),
            "thats_it": lambda: self._thats_it(found),
            "not_it": lambda: self._run(lambda counter: counter.not_the_ending(shop, one.id)),
            "answer_shows": lambda: self._looked(one.id, shows=True),
            "answer_hidden": lambda: self._looked(one.id, shows=False),
            "page_gone": lambda: self._run(lambda counter: counter.page_is_gone(shop, one.id)),
            "page_there": lambda: self._run(lambda counter: counter.page_is_there(shop, one.id)),
            "still_there": lambda: self._run(lambda counter: counter.still_shows(shop, one.id)),
            "proof_gone": lambda: self._run(lambda counter: counter.proof_gone(shop, one.id)),
        }
        acts[what]()

    def _thats_it(self, found: Details) -> None:
        one, kind = found.complaint, details.hint_kind(found)
        post, said = one.hint_post, one.hint_words
        self._run(
            lambda counter: counter.confirm_ending(self._shop, one.id, kind=kind, post_id=post, words=said)
        )

    def done_here(self, one: Complaint) -> None:
        """Nothing more to do in the inbox; on this page it stays."""
        if not self._may():
            return

        def work() -> Undoable:
            from desktop import counter

            return counter.done(self._shop, one.id)

        def told(undo: Undoable) -> None:
            self._window.toast(tr("Done here. It stays on Complaints until the ending shows"), undo)
            self.did.emit(undo)

        self._background.run(self, work, told, self._failed, lane="write")

    @staticmethod
    def open_page(url: str) -> None:
        elsewhere.open_url(url)

    # --- looking ------------------------------------------------------------------------------------------

    def check(self, found: Details) -> None:
        """Looks at the public page now, as a stranger."""
        if not self._may():
            return
        shop, one = self._shop, found.complaint

        def work() -> object:
            from desktop import lookout

            return lookout.look(shop, one.id)

        def failed(error: Exception) -> None:
            offline = isinstance(error, TryLater)
            self.looked.emit(one.id, details.cant_open(found) if offline else told(error))

        self.looking.emit(one.id)
        done = lambda _look: self.looked.emit(one.id, "")  # noqa: E731
        self._background.run(self, work, done, failed, lane="collect", key=one.account)

    def _looked(self, complaint: str, *, shows: bool) -> None:
        """A person opened the page and tells."""

        def work() -> None:
            from desktop import counter

            counter.passer_by_looked(self._shop, complaint, answer_shows=shows)

        done = lambda _: self.looked.emit(complaint, "")  # noqa: E731
        self._background.run(self, work, done, self._failed, lane="write")
