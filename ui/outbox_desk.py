"""The outbox as the window handles it: the countdown, taking back, and what the list's buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from desktop.records import Post, Reply, ReplyState
from ui import status
from ui.moments import tr
from ui.status import Outbox

if TYPE_CHECKING:
    from ui.conversation.popups import Popup
    from ui.main_window import MainWindow
    from ui.outbox_list import OutboxList
    from ui.window import Undoable


class OutboxDesk(QObject):
    """Knows what waits; `going` is the reply that Ctrl+Z takes back, also while it is still being put in."""

    undo_changed = Signal()  # Ctrl+Z takes back something else now

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._shop = window, window.shop
        self._outbox = Outbox()
        self.going: Reply | None = None
        self._begun: list[str] = []  # whom the replies are for that are being put in
        self._wants_back = False  # Ctrl+Z was pressed before the reply had got there
        self._put: Reply | None = None  # got there after what is known of the outbox was read
        self._taken: set[str] = set()  # being taken back, whatever was read before
        self._told = ""  # id of the reply the toast is about
        self._said = ""  # what it said of it last; a toast that says anything else is somebody else's
        self._list: OutboxList | None = None
        self.popup: Popup | None = None  # how a right is given, the last time it was asked
        window.status.outbox_wanted.connect(self.open_list)
        window.bridge.reply_begun.connect(self._being_put)
        window.bridge.reply_put.connect(self._has_been_put)

    @property
    def list(self) -> OutboxList:
        """The small window over the status bar, made when it is first opened."""
        if self._list is None:
            from ui.outbox_list import OutboxList

            shop = self._shop
            self._list = OutboxList(shop.clock, shop.place, shop.tile, self._window)
            self._list.wanted.connect(self.act)
            self._list.hold_wanted.connect(self.hold)
        return self._list

    def show(self, outbox: Outbox) -> None:
        """Something in the outbox changed."""
        outbox = self._outbox = self._corrected(outbox)
        self._window.status.set_outbox(outbox)
        if self._list is not None:
            self._list.set_outbox(outbox)
        self.tick()

    def _corrected(self, outbox: Outbox) -> Outbox:
        """What was read, and what a person has done since it was read."""
        put, was_read = self._put, {one.id for one in outbox.replies}
        if put and (put.id in was_read | self._taken or put.not_before <= self._shop.clock.now()):
            put = self._put = None
        replies = tuple(one for one in outbox.replies if one.id not in self._taken)
        return outbox._replace(replies=(*replies, put) if put else replies)

    # ---- taking back ---------------------------------------------------------------------------------

    def undo_text(self) -> str:
        """The reply that Ctrl+Z takes back, in words; empty when there is none."""
        mine = self.going if self._is_mine() else None
        name = self._begun[-1] if self._begun else mine.author_name if mine else ""
        return tr("Reply to {name}").format(name=name) if name else ""

    def _is_mine(self) -> bool:
        return self.going is not None and self.going.person == self._shop.me.id

    def undo_own(self) -> bool:
        """As `undo`, by the key that takes back whatever came last: somebody else's reply is not meant by it."""
        return (bool(self._begun) or self._is_mine()) and self.undo()

    def undo(self) -> bool:
        """Takes back the reply that is about to go. False when there is none: something else is meant."""
        if self._begun:
            self._wants_back = True
        elif self.going is not None:
            self.take_back(self.going, then_open=True)
        else:
            return False
        return True

    def _being_put(self, name: object) -> None:
        self._begun.append(str(name))
        self.undo_changed.emit()

    def _has_been_put(self, reply: object) -> None:
        if self._begun:
            self._begun.pop(0)
        if isinstance(reply, Reply) and reply.state is ReplyState.WAITING:
            self._put = reply
            self.show(self._outbox)
        if self._wants_back and not self._begun:
            self._wants_back = False
            self.undo()
        self.undo_changed.emit()

    # ---- what it says ----------------------------------------------------------------------------------

    def tick(self) -> None:
        """A second has passed, or the outbox changed: who is going, and in how many seconds?"""
        now = self._shop.clock.now()
        self.going = self._outbox.going(now)
        self._window.bridge.set_pending(self.going)
        if self._list is not None:
            self._list.refresh()
        self._tell_toast()

    def _tell_toast(self) -> None:
        now, going = self._shop.clock.now(), self.going
        if self._window.is_covered:
            self._told = ""
            return
        if going is None or self._outbox.is_on_hold:
            if self._told and self._is_ours():
                self._window.toast.leave()
            self._told = ""
            return
        toast = self._window.toast
        is_held = status.is_held_by_hand(going, now)
        if is_held:
            text = tr("Reply to {name} waits until you press Send now").format(name=going.author_name)
        else:
            text = status.countdown(going, self._shop.clock, is_practice=self._shop.is_practice)
        if going.id != self._told:
            self._told = going.id
            toast.show(text, tr("Undo"), self.undo, seconds=7 if is_held else 0)
        elif self._is_ours():
            toast.set_text(text)
        else:
            return
        self._said = text

    def _is_ours(self) -> bool:
        """Whether the toast still says what was last said here."""
        toast = self._window.toast
        return not toast.isHidden() and toast.text() == self._said

    # ---- the list ------------------------------------------------------------------------------------

    def open_list(self) -> None:
        self.list.set_outbox(self._outbox)
        self.list.open_above(self._window.status.outbox)

    def hold(self, hold: bool) -> None:
        """Holds everything, or lets it go."""
        from desktop import counter

        self._do(lambda: counter.hold_outbox(self._shop, hold))

    def act(self, what: str, reply: Reply) -> None:
        """What a person pressed beside a reply."""
        from desktop import counter

        shop = self._shop
        if what in ("take_back", "edit"):
            self.take_back(reply, then_open=what == "edit")
        elif what == "send_now":
            self._do(lambda: counter.send_now(shop, reply.id))
        elif what == "is_there":
            self._do(lambda: counter.it_is_there(shop, reply.id), lane="outbox")  # it asks the place
        elif what == "send_again":
            self._do(lambda: counter.it_isnt_send_it(shop, reply.id))
        elif what == "keep":
            self._keep(reply)
        elif what == "how":
            self._tell_how(reply)
        elif what == "copy":
            self._copy(reply)
        elif what == "open_page":
            self._open_page(reply)
        elif what == "read":
            self.list.close()
            self._window.open_conversation(reply.conversation)

    def take_back(self, reply: Reply, *, then_open: bool) -> None:
        """The reply doesn't go; its words are a draft again."""
        from desktop import counter

        def back(taken: Reply) -> None:
            self._window.toast.leave()
            if then_open:
                self.list.close()
                self._window.open_conversation(taken.conversation)
            self._window.bridge.toast(tr("Draft kept"))

        def failed(error: Exception) -> None:
            self._taken.discard(reply.id)
            self._failed(error)

        self._taken.add(reply.id)
        self.show(self._outbox)
        take = self._window.background.run
        take(self, lambda: counter.take_back(self._shop, reply.id), back, failed, lane="write")

    def _keep(self, reply: Reply) -> None:
        """The words stay with the conversation, as never posted; it can be taken back."""
        from desktop import counter

        def kept(undo: Undoable) -> None:
            self._window.bridge.toast(tr("Kept as history"), undo)
            self._window.bridge.outbox_changed()

        keep = self._window.background.run
        keep(self, lambda: counter.keep_unposted(self._shop, reply.id), kept, self._failed, lane="write")

    def _tell_how(self, reply: Reply) -> None:
        """How the right to post is given there."""
        from ui.conversation.rights import HowItIsAllowed  # few ever need it

        self.list.close()
        popup = self.popup = HowItIsAllowed(reply.platform, self._shop.place(reply.platform), self._window)
        popup.open_below(self._window.status.outbox)
        popup.close_it.setFocus()

    def _copy(self, reply: Reply) -> None:
        """Somebody carries it there: the page opens, and the conversation, where it is told that it is posted."""
        from desktop import counter, posts
        from ui import elsewhere

        def copy() -> Post | None:
            counter.copy_instead(self._shop, reply.id)
            return posts.by_id(self._shop.store, reply.parent_post)

        def copied(parent: Post | None) -> None:
            self.list.close()
            self._window.bridge.outbox_changed()
            if self._window.is_covered:  # the conversation still offers to copy it
                return
            QGuiApplication.clipboard().setText(reply.text)
            self._window.open_conversation(reply.conversation)
            if self._shop.is_practice:
                self._window.bridge.toast(tr("A pretend page. There is nothing to open."))
            elif not elsewhere.open_url(parent.url if parent else ""):
                self._window.bridge.toast(tr("Copied"))

        self._window.background.run(self, copy, copied, self._failed, lane="write")

    def _do(self, work: object, *, lane: str = "write") -> None:
        def after(_: object) -> None:
            self._window.bridge.outbox_changed()

        self._window.background.run(self, work, after, self._failed, lane=lane)  # type: ignore[arg-type]

    def _failed(self, error: Exception) -> None:
        self._window.show_trouble(error)  # type: ignore[arg-type]
        self._window.refresh()

    def _open_page(self, reply: Reply) -> None:
        from desktop import posts
        from ui import elsewhere

        def opened(parent: Post | None) -> None:
            if not elsewhere.open_url(reply.url or (parent.url if parent else "")):
                self._window.open_conversation(reply.conversation)

        read = lambda: posts.by_id(self._shop.store, reply.parent_post)  # noqa: E731
        self._window.background.run(self, read, opened, self._failed)

    # ---- going home ------------------------------------------------------------------------------------

    def ask_before_closing(self) -> bool:
        """True when a question was put: the window stays until it is answered."""
        waiting = [one for one in self._outbox.replies if one.state is ReplyState.WAITING]
        if not waiting or self._shop.read_only:
            return False
        from PySide6.QtWidgets import QMessageBox

        number = len(waiting)
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Quit"))
        one, more = tr("1 reply hasn’t gone yet"), tr("{n} replies haven’t gone yet")
        box.setText(one if number == 1 else more.format(n=number))
        kept = tr("It’s kept and goes when you open Said & Done again.")
        box.setInformativeText(
            kept if number == 1 else tr("They’re kept and go when you open Said & Done again.")
        )
        quit_button = box.addButton(tr("Quit"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        quit_button.clicked.connect(self._window.close_for_good)
        box.open()
        return True
