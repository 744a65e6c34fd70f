"""The two tabs in which one writes: asking them to say how it ended, and saying it ourselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.coach.scene import PastReply, Reading, Scene
from desktop.records import Channel, Fact, Purpose
from desktop.shop import Shop
from desktop.writing import Writing
from ui import moments
from ui.background import Runner
from ui.composer import Composer
from ui.composer.compare import Compare
from ui.moments import tr
from ui.theme import px
from ui.widgets.wrap import WrapLabel

from . import facts
from .facts import Draft, Known
from .findings import REWARD, Findings, Tick, actions_row, link_row


class WriteTab(QWidget):
    """A composer of one channel. `post_wanted` once nothing holds it; it neither posts nor asks itself."""

    post_wanted = Signal(object, object)  # Writing, Channel
    talk_wanted = Signal()  # "Ask how things are instead"
    copy_wanted = Signal(object, object)  # Writing, Channel: where we can't post from here
    owner_wanted = Signal()  # "Ask Ines first"
    book_wanted = Signal()  # "Correct the Shop book"
    told = Signal(object, str)  # an Undo and what was done, in words
    failed = Signal(object)  # the error of something done beside the text

    def __init__(self, shop: Shop, background: Runner, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self.purpose = shop, background, purpose
        self._known: Known | None = None
        self._reading = Reading((), ())
        self._first_writing = Writing()
        self.lead = WrapLabel("", "body", "text2")
        asks = purpose is Purpose.ASK
        self.findings = Findings(frozenset({REWARD}) if asks else frozenset())
        self.ticks = [Tick() for _ in range(3)] if asks else []
        self.composer = Composer(self._run)  # reads at once: what it tells must be there
        self.composer.tabs.hide()
        self.composer.coach.setParent(self.composer)
        self.composer.coach.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.lead)
        column.addWidget(self.composer, 1)
        for tick in self.ticks:
            column.addWidget(tick)
            column.setSpacing(px(4))
        self._connect()

    def _connect(self) -> None:
        composer = self.composer
        composer.post_requested.connect(lambda writing, channel, _next: self.post_wanted.emit(writing, channel))
        composer.draft_changed.connect(self._save)
        composer.copy_requested.connect(lambda writing: self.copy_wanted.emit(writing, composer.channel()))
        composer.ask_requested.connect(lambda _writing: self.owner_wanted.emit())
        composer.book_wanted.connect(lambda _fact: self.book_wanted.emit())
        composer.fact_confirmed.connect(self._confirm_fact)
        composer.finding_dismissed.connect(self._set_aside)
        composer.compare_requested.connect(self._compare)
        self.findings.acted.connect(composer.act)

    # --- what it knows ----------------------------------------------------------------------------------

    def _draft(self) -> Draft | None:
        if self._known is None:
            return None
        return self._known.ask if self.purpose is Purpose.ASK else self._known.say

    def set_known(self, known: Known, *, is_online: bool) -> None:
        """Puts in the draft that was kept, or the starter that fits."""
        self._known = known
        draft = self._draft()
        if draft is None:
            return
        self._tell_lead(draft.channel)
        self._first_writing = draft.writing
        context = replace(draft.context, is_online=is_online, read=self._remember(draft.context.read))
        self.composer.set_context(context)
        self.composer.set_channel(draft.channel)
        self.composer.set_writing(draft.writing, draft.channel, at_end=draft.is_kept)
        self._tick_off()

    def know_again(self, known: Known, *, is_online: bool) -> None:
        """Read again: what was typed stays; a starter that nobody touched gives way to the one that fits now."""
        typed = self.composer.writing()
        if self._known is None or typed == self._first_writing:
            self.set_known(known, is_online=is_online)
            return
        self._known = known
        if (draft := self._draft()) is not None:
            self._tell_lead(draft.channel)
            read = self._remember(draft.context.read)
            self.composer.set_context(replace(draft.context, is_online=is_online, read=read))
            self._tick_off()

    def _tell_lead(self, channel: Channel) -> None:
        name = self._known.first if self._known else ""
        if self.purpose is Purpose.ENDING:
            self.lead.set_parts(
                tr("Goes "), (tr("under the complaint, in public"), "strong text"),
                tr(". Facts only: what was done, when, and that {name} has it.").format(name=name),
            )  # fmt: skip
        elif channel is Channel.PRIVATE:
            self.lead.set_parts(
                tr("Goes as a "), (tr("private message"), "strong text"), tr(", so nobody is put on the spot.")
            )
        else:
            self.lead.set_parts(
                tr("Goes as a "), (tr("public reply"), "strong text"),
                tr(": {place} has no private messages here.").format(place=self._known.place if self._known else ""),
            )  # fmt: skip

    def _remember(self, read: Callable[[Scene], Reading]) -> Callable[[Scene], Reading]:
        """The coach, whose last word is kept for the ticks."""

        def reading(scene: Scene) -> Reading:
            self._reading = read(scene)
            return self._reading

        return reading

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def home(result: object) -> None:
            done(result)
            if self._known is None:
                return
            begun = self.composer.writing() != self._first_writing  # nothing is said of a starter nobody touched
            self.findings.show_reading(self._reading if begun else Reading((), ()))
            self._tick_off()

        self._background.run(self, work, home)

    # --- ways out of what the coach says ------------------------------------------------------------------

    def _confirm_fact(self, fact: object) -> None:
        """`It's still right`: checked now, by who is here."""
        shop = self._shop

        def work() -> object:
            from desktop import counter

            assert isinstance(fact, Fact)
            return counter.put_fact(shop, fact)

        def done(undo: object) -> None:
            self.told.emit(undo, tr("Checked just now"))

        if isinstance(fact, Fact):
            self._background.run(self, work, done, self.failed.emit, lane="write")

    def _set_aside(self, check: str) -> None:
        """Counted for who is here, as beside the thread; stopping it is offered there."""
        known, shop = self._known, self._shop

        def work() -> object:
            from desktop import counter

            return counter.set_aside(shop, known.one.id, check) if known is not None else None

        self._background.run(self, work, None, self.failed.emit, lane="write")

    def _compare(self, twin: object) -> None:
        """The text and the reply it is like, beside each other."""
        if isinstance(twin, PastReply):
            when = moments.date(self._shop.clock, twin.at)
            then = tr("Your reply to {name}, {date}").format(name=twin.to_name, date=when)
            self.comparing = Compare(self.composer.writing().plain(), then, twin.text, self)
            self.comparing.open()

    # --- the three ticks ----------------------------------------------------------------------------------

    def _tick_off(self) -> None:
        known = self._known
        if known is None or not self.ticks:
            return
        told, gift, once = self.ticks
        one, first = known.complaint, known.first
        if one.fixed_how is not None and one.fixed_how.value == "they_told_us":
            quote = facts.quoted(one.fixed_words, 120) if one.fixed_words else ""
            said = tr("{name} told you it’s sorted").format(name=first)
            told.tell(True, f"{said}: {quote}" if quote else f"{said}.")
        else:
            said = tr("{name} hasn’t said it’s sorted. Ask how things are instead.").format(name=first)
            told.tell(False, said, link_row([(tr("Open the conversation"), self.talk_wanted.emit)]))
        self._tick_gift(gift, first)
        asked = facts.may_not_ask_twice(known, self._shop)
        once.tell(not asked, asked or tr("You haven’t asked before. We’ll only suggest asking once."))

    def _tick_gift(self, gift: Tick, first: str) -> None:
        found = next((f for f in self._reading.findings if f.check == REWARD), None)
        if found is None:
            gift.tell(True, tr("Nothing is offered in return for what {name} posts.").format(name=first))
        else:
            gift.tell(False, found.whole, actions_row(found, self.findings.acted.emit))

    # --- keeping ---------------------------------------------------------------------------------------------

    def _save(self, writing: Writing, channel: Channel) -> None:
        """Of who began it, whoever is at the counter by now."""
        draft = self._draft()
        if self._known is None or draft is None or writing == self._first_writing:
            return
        from desktop import counter

        shop, one, person = self._shop, self._known.one.id, draft.person
        self._background.run(
            self,
            lambda: counter.save_draft(shop, one, channel, writing, person=person),
            self.composer.set_saved,
            lane="write",
        )

    def flush(self) -> None:
        """What was typed is saved."""
        self.composer.flush()

    def forget(self) -> None:
        """It was posted, or the dialog is closing: nothing is left to save."""
        self._known = None
