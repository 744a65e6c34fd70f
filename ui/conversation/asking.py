"""Asking the owner from the conversation: the question, and the words that wait in the thread for the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.asks import Ask, AskState
from desktop.records import Channel, Purpose, Reply, ReplyState
from desktop.writing import Writing
from ui import moments
from ui.moments import tr
from ui.theme import px
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel
from ui.words import Word

from .messages import CUT, Message, Told, Words
from .popups import Popup

if TYPE_CHECKING:
    from .items import AskItem
    from .on_the_spot import Ok
    from .view import ConversationView

_LONGEST = 1000


class AskOwner(Popup):
    """What the helper wants to ask; `asked` carries the question, which may be empty. `is_near`: the owner has a PIN
    to say yes with on the spot; `here_pressed` says that this is wanted."""

    asked = Signal(str)
    here_pressed = Signal()

    def __init__(self, owner: str, parent: QWidget, *, is_near: bool = False) -> None:
        super().__init__(tr("Ask {owner}").format(owner=owner), parent)
        self.question = QLineEdit()
        self.question.setMaxLength(_LONGEST)
        self.question.setPlaceholderText(tr("Can I say it like this?"))
        self.question.setAccessibleName(tr("Your question to {owner}").format(owner=owner))
        self.go = Button(tr("Ask {owner}").format(owner=owner), "person", kind="primary", key="↵")
        self.cancel = Button(tr("Cancel"))
        waits = tr("Your words wait here as they are, until {owner} says yes, changes them, or says why not.")
        self.waits = WrapLabel(waits.format(owner=owner), "body", "text2")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        self.column.addWidget(self.waits)
        self.column.addWidget(self.question)
        self.column.addLayout(row)
        here = tr("{owner} is here: type your PIN to OK this one reply").format(owner=owner)
        self.here = LinkButton(here)
        self.column.addWidget(self.here, 0, Qt.AlignmentFlag.AlignLeading)
        self.here.setVisible(is_near)
        self.go.clicked.connect(self._ask)
        self.here.clicked.connect(self._is_here)
        self.cancel.clicked.connect(self.close)
        self.setFocusProxy(self.question)
        self.setFixedWidth(px(420))

    def _ask(self) -> None:
        question = self.question.text()
        self.close()
        self.asked.emit(question)

    def _is_here(self) -> None:
        self.close()
        self.here_pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)


def state_of(ask: Ask, owner: str) -> Word:
    """`Waiting for Ines`, `Ines said yes`, or why not."""
    if ask.state is AskState.WAITING:
        return Word(tr("Waiting for {owner}").format(owner=owner), "person", "amber")
    if ask.state is AskState.YES and ask.is_to_hide:
        return Word(tr("{owner} said yes, hide it").format(owner=ask.answered_by), "check", "leaf")
    if ask.state is AskState.YES:
        said = tr("{owner} said yes, in these words") if ask.is_reworded else tr("{owner} said yes")
        return Word(said.format(owner=ask.answered_by), "check", "leaf")
    said = tr("{owner}: not this time. {why}")
    return Word(said.format(owner=ask.answered_by, why=ask.answer), "minus", "amber")


class AskedMessage(Message):
    """Words that wait for the owner, as they stand; with what whoever is here can do about them."""

    def __init__(self, item: AskItem, told: Told) -> None:
        ask, public = item.ask, item.ask.channel is Channel.PUBLIC
        super().__init__("amber_tint", "amber_tint" if public else "text3", dashed=True)
        self.item = item
        state = state_of(ask, item.owner)
        self._say(ask.person_name, "meta strong", "text")
        kind = tr("public reply") if public else tr("private message")
        kind = tr("wants to hide this") if ask.is_to_hide else kind
        self._say(f"{kind} · {moments.short(told.clock, ask.at)}")
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(Glyph(state.icon, state.tone, 14), 0, Qt.AlignmentFlag.AlignTop)
        self.state = WrapLabel(state.text, "meta", state.tone)
        row.addWidget(self.state, 1)
        self.column.addLayout(row)
        if ask.question:
            self.column.addWidget(WrapLabel(f"“{ask.question}”", "body", "text2"))
        self.column.addWidget(Words(ask.writing.plain(), "body", "text"))
        self.buttons: dict[str, Button] = {}
        self._add_ways(item, told)
        self.setAccessibleName(f"{ask.person_name}, {state.text}: {ask.writing.plain()[:CUT]}")

    def _add_ways(self, item: AskItem, told: Told) -> None:
        ways = _ways(item)
        if not ways:
            return
        row = QWidget()
        flow = FlowLayout(row, gap=8, row_gap=6)
        for what, text in ways:
            button = self.buttons[what] = Button(
                text, small=True, kind="primary" if what in ("post", "hide", "yes") else "plain"
            )
            button.clicked.connect(partial(told.with_ask, what, item.ask))
            flow.addWidget(button)
        self.column.addSpacing(4)
        self.column.addWidget(row)


def _ways(item: AskItem) -> tuple[tuple[str, str], ...]:
    state = item.ask.state
    if item.ask.is_to_hide:
        return _ways_to_hide(item)
    if item.is_mine:
        if state is AskState.YES:
            return ("post", tr("Post it")), ("back", tr("Edit first"))
        back = ("back", tr("Take it back") if state is AskState.WAITING else tr("Back to my draft"))
        is_near = item.is_owner_near and state is AskState.WAITING
        return (("here", tr("{owner} is here…").format(owner=item.owner)), back) if is_near else (back,)
    if item.is_owner_here and state is AskState.WAITING:
        return ("yes", tr("Yes, say it")), ("people", tr("Change the words, or not this time…"))
    return ()


def _ways_to_hide(item: AskItem) -> tuple[tuple[str, str], ...]:
    state = item.ask.state
    if item.is_mine:
        return (*((("hide", tr("Hide it")),) if state is AskState.YES else ()), ("back", tr("Leave it")))
    if item.is_owner_here and state is AskState.WAITING:
        return ("yes", tr("Yes, hide it")), ("people", tr("Not this time…"))
    return ()


class Asking:
    """What the conversation does about asks."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view

    def begin(self, writing: Writing, channel: Channel, promise: object) -> None:
        """Asks for the question, then lets the draft wait for the owner."""
        known = self._view.known
        if known is None or known.owner is None:
            return
        popup = AskOwner(known.owner.name, self._view, is_near=known.is_owner_near)
        popup.asked.connect(lambda question: self._ask(writing, channel, promise, question))
        popup.here_pressed.connect(lambda: self._ok_on_the_spot(writing, channel, promise))
        self._view.doing.open_popup(popup, self._view.composer.footer.ask)

    def _ask(self, writing: Writing, channel: Channel, promise: Any, question: str) -> None:
        view, conversation = self._view, self._view.current_id()
        purpose = Purpose.LOOKING if promise else Purpose.ANSWER
        view.composer.flush()

        def work() -> Ask:
            from desktop import counter

            return counter.ask(
                view.shop, conversation, writing, question, channel=channel, purpose=purpose, promise_at=promise
            )

        def done(ask: Ask) -> None:
            self._no_draft_any_more(ask)
            if ask.conversation == view.current_id():
                view.next_wanted.emit(False)
            owner = view.known.owner.name if view.known and view.known.owner else ""
            back = (tr("Take it back"), lambda: self.act("back", ask))
            view.window_.toast(tr("{owner} is asked. Your words wait here.").format(owner=owner), action=back)

        view.background.run(view, work, done, view.failed, lane="write")

    def begin_hiding(self) -> None:
        """Asks for the question, then lets the post wait for the owner's word."""
        known, conversation = self._view.known, self._view.current_id()
        if known is None or known.owner is None:
            return
        popup = AskOwner(known.owner.name, self._view)
        popup.waits.setText(tr("Nothing is hidden until {owner} says yes.").format(owner=known.owner.name))
        popup.question.setPlaceholderText(tr("May I hide this?"))
        popup.asked.connect(
            lambda question: self._run(
                lambda counter: counter.ask_to_hide(self._view.shop, conversation, question), self._asked
            )
        )
        self._view.doing.open_popup(popup, self._view.header.more)

    def _asked(self, ask: Ask) -> None:
        view = self._view
        owner = view.known.owner.name if view.known and view.known.owner else ""
        back = (tr("Take it back"), lambda: self.act("back", ask))
        view.window_.toast(tr("{owner} is asked.").format(owner=owner), action=back)

    def _no_draft_any_more(self, ask: Ask) -> None:
        """Its words stand in the thread now."""
        view = self._view
        if ask.conversation == view.current_id():
            view.composer.clear(ask.channel)
            view.composer.set_back_by(None)
            view.bottom_bars.clear()
            view.stop_writing()
            view.talk.setFocus()

    # ---- the owner stands beside ---------------------------------------------------------------------

    def _ok_on_the_spot(self, writing: Writing, channel: Channel, promise: Any) -> None:
        """The draft gets its yes here, without a question."""
        view, conversation = self._view, self._view.current_id()
        purpose = Purpose.LOOKING if promise else Purpose.ANSWER
        view.composer.flush()

        def ok(pin: str) -> Any:
            from desktop import counter

            return counter.ok_on_the_spot(
                view.shop, conversation, writing, pin, channel=channel, purpose=purpose, promise_at=promise
            )

        self._let_owner_type(ok, self._no_draft_any_more, view.composer.footer.ask)

    def _ok_asked(self, ask: Ask) -> None:
        view = self._view

        def ok(pin: str) -> Any:
            from desktop import counter

            return counter.ok_asked(view.shop, ask.id, pin)

        self._let_owner_type(ok, lambda _ask: None, view.talk)

    def _let_owner_type(self, ok: Ok, then: Callable[[Ask], None], below: QWidget) -> None:
        from .on_the_spot import OwnerIsHere  # brings in what PINs need

        view, known = self._view, self._view.known
        if known is None or known.owner is None:
            return
        popup = OwnerIsHere(known.owner.name, known.me.name, ok, view.background, view)
        popup.said_yes.connect(then)
        view.doing.open_popup(popup, below)

    def act(self, what: str, ask: Ask, *_: object) -> None:
        """A button of an ask was pressed."""
        view = self._view
        if what == "here":
            self._ok_asked(ask)
        elif what == "people":
            view.window_.go("people")
        elif what == "post":
            view.window_.putting_in(ask.author_name)
            self._run(lambda counter: counter.post_asked(view.shop, ask.id), self._posted, self._not_posted)
        elif what == "hide":
            view.doing.hide()
        elif what == "yes":
            self._run(lambda counter: counter.say_yes(view.shop, ask.id), self._decided)
        elif what == "back":
            self._run(lambda counter: counter.take_ask_back(view.shop, ask.id), partial(self._taken_back, ask))

    def _run(
        self,
        act: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        view = self._view

        def work() -> Any:
            from desktop import counter

            return act(counter)

        view.background.run(view, work, done, failed or view.failed, lane="write")

    def _decided(self, undo: Any) -> None:
        self._view.told(undo, undo.text)

    def _posted(self, reply: Reply) -> None:
        if reply.state is ReplyState.COPIED:  # a person carries it there
            self._view.window_.put_in(None)
            self._view.doing.copied(reply)
            return
        self._view.replied.emit(reply)
        self._view.window_.put_in(reply)

    def _not_posted(self, error: Exception) -> None:
        self._view.window_.put_in(None)
        self._view.failed(error)

    def _taken_back(self, ask: Ask, undo: Any) -> None:
        self._view.window_.did(undo)
        self._view.show_conversation(ask.conversation, resume=True)
