"""The composer in its conversation: drafts kept, replies and notes sent on, what the page must know."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from desktop.coach.scene import ALL, PastReply
from desktop.errors import DiskTrouble
from desktop.records import Channel, Fact, Purpose, Reply
from desktop.writing import Writing
from ui import elsewhere, moments, sights, words
from ui.composer import Composer, StartChoice
from ui.composer.compare import Compare
from ui.moments import tr, translated

from .cards import beside, head
from .facts import Known
from .keeping import Keeping

if TYPE_CHECKING:
    from .view import ConversationView

_TRY_AGAIN = 4000  # ms until a draft that could not be saved is tried again


class Desk(QObject):
    """Between the composer and the shop. All writing goes through the background's write lane."""

    def __init__(self, view: ConversationView) -> None:
        super().__init__(view)
        self._view = view
        self.composer = Composer(lambda work, done: view.background.run(self, work, done))
        self._person = ""  # whose words are in the composer: who is here may have changed since
        self._going: set[tuple[str, Channel]] = set()  # being posted: no draft is kept of them
        self._unsaved: dict[tuple[str, str, Channel], Writing] = {}  # what the disk would not take, of whom
        self._in_file: dict[Channel, Writing] = {}  # what the file holds of this one, as far as is known here
        self._why_unsaved = ""
        self._not_posted: set[str] = set()  # conversations whose reply the disk would not take either
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN)
        self._again.timeout.connect(self._save_again)
        self.keeping = Keeping(view)
        self._told: object = None  # what the composer was told last
        composer = self.composer
        composer.draft_changed.connect(self.keep)
        composer.post_requested.connect(self.post)
        composer.note_requested.connect(self.save_note)
        composer.copy_requested.connect(self.copy_and_open)
        composer.ask_requested.connect(self.ask_owner)
        composer.read_requested.connect(self.read_new)
        composer.take_requested.connect(view.doing.take_it_over)
        composer.their_words_shown.connect(self.light)
        composer.their_words_meant.connect(lambda span: self.light(span, is_wanted=False))
        composer.compare_requested.connect(self.compare)
        composer.finding_dismissed.connect(self.set_aside)
        composer.stop_answered.connect(self.stop_or_keep)
        composer.noise_answered.connect(self.turn_off_or_keep)
        composer.fact_confirmed.connect(self.confirm_fact)
        composer.book_wanted.connect(lambda _fact: view.window_.go("shopbook"))
        composer.ending_wanted.connect(lambda: view.doing.make_it_show("say"))

    # --- what the composer is told ------------------------------------------------------------------

    def show_known(self, known: Known, *, is_other: bool, resume: bool) -> None:
        facts = _what_matters(known)
        if is_other or facts != self._told:
            self.composer.set_context(known.context)
            cards = beside(known, self._view.shop.clock)
            self.composer.set_shop_book([(c.title, c.text) for c in cards], head(known))
            self.composer.coach.set_eye_line(*eye_line(known))
            self._told = facts
        self.composer.set_online(self._view.window_.is_online)
        if is_other:
            self._person = known.me.id
            self._put_drafts(known)
        if resume:
            self._resume(known)

    def _put_drafts(self, known: Known) -> None:
        """Their own drafts of who is here; the focus stays where it is."""
        channels = known.context.channels
        focus = QGuiApplication.focusObject()
        mine = self._mine(known)
        for channel in Channel:
            self._in_file[channel] = mine.get(channel, Writing())
            self.composer.set_writing(self._in_file[channel], channel)
        first = next((c for c in channels if c in mine and c is not Channel.NOTE), channels[0])
        with self._view.standing_still():
            if first is not self.composer.channel():
                self.composer.set_channel(first)
            if (
                focus is not None
                and hasattr(focus, "setFocus")
                and focus is not QGuiApplication.focusObject()
            ):
                focus.setFocus()
        self.composer.set_back_by(None)
        self.composer.set_new_messages(0)
        is_saved = first in known.mine and (known.me.id, known.one.id, first) not in self._unsaved
        self.composer.set_saved(self._really(known.mine[first][1]) if is_saved else None)

    def _mine(self, known: Known) -> dict[Channel, Writing]:
        """The drafts of who is here; one that could not be saved yet is newer than what the file has."""
        found = {channel: kept[0] for channel, kept in known.mine.items()}
        for channel in Channel:
            unsaved = self._unsaved.get((known.me.id, known.one.id, channel))
            if unsaved is not None:
                found[channel] = unsaved
                self._tell_unsaved(known.one.id)
        return found

    def _resume(self, known: Known) -> None:
        """Back to a text: after Undo it is here again, the caret at its end."""
        self.keeping.drop()
        for channel in known.context.channels:
            kept = known.mine.get(channel)
            if kept and channel is not Channel.NOTE:
                if self.composer.writing(channel).is_empty or self.composer.channel() is not channel:
                    self.composer.set_channel(channel)
                here, self._in_file[channel] = self._put_together(channel, kept[0]), kept[0]
                if here == kept[0] or here != self.composer.writing(channel):
                    self.composer.set_writing(here, channel, at_end=True)
                self.composer.set_saved(self._really(kept[1]))
                self._view.show_composer()
                self.composer.focus_editor()
                return

    def _put_together(self, channel: Channel, kept: Writing) -> Writing:
        """What the composer goes on with: nothing that was typed is lost for what the file holds.

        Where the file holds what it was given from here, or was given to here, the composer's words are newer.
        What came back meanwhile (an Undo) is put in front of what was begun since.
        """
        here = self.composer.writing(channel)
        if here.is_empty or here == kept:
            return kept
        if kept == self._in_file.get(channel):
            return here
        return Writing(kept.paragraphs + here.paragraphs)

    def take_drafts(self, known: Known) -> None:
        """What was written elsewhere comes in where nothing was typed here since."""
        mine = self._mine(known)
        for channel in (each for each in known.context.channels if each is not Channel.NOTE):
            kept = mine.get(channel, Writing())
            is_as_it_was = self.composer.writing(channel) == self._in_file.get(channel, Writing())
            if is_as_it_was and kept != self._in_file.get(channel, Writing()):
                self._in_file[channel] = kept
                self.composer.set_writing(kept, channel)
                if channel is self.composer.channel():
                    at = known.mine[channel][1] if channel in known.mine else None
                    self.composer.set_saved(self._really(at) if at else None)

    def _really(self, at: datetime) -> datetime:
        """A moment of the shop's clock on the clock on the wall: the composer counts real seconds."""
        clock = self._view.shop.clock
        return datetime.now(UTC) - (clock.now() - at) / max(clock.rate, 1.0)

    # --- drafts ----------------------------------------------------------------------------------------

    def keep(self, writing: Writing, channel: Channel) -> None:
        """Saves the draft behind the window; the composer says when."""
        self._keep(self._whose(), self._view.current_id(), writing, channel)

    def _whose(self) -> str:
        return self._person or self._view.shop.me.id

    def _keep(self, person: str, conversation: str, writing: Writing, channel: Channel) -> None:
        shop = self._view.shop
        if not conversation or (conversation, channel) in self._going or shop.read_only:
            return
        if (person, conversation, channel) in self._unsaved:
            self._unsaved[person, conversation, channel] = writing  # a later try takes the newest words
        if not isValid(self._view.background):  # everything is going: nothing is left to keep it with
            return

        def save() -> object:
            from desktop import counter

            return counter.save_draft(shop, conversation, channel, writing, person=person)

        def saved(_at: object) -> None:
            self._was_saved(person, conversation, channel)
            if (person, conversation) != (self._whose(), self._view.current_id()):
                return
            self._in_file[channel] = writing
            if channel is self.composer.channel():
                self.composer.set_saved(None if writing.is_empty else datetime.now(UTC))

        def failed(error: Exception) -> None:
            self._unsaved[person, conversation, channel] = writing
            self._why_unsaved = translated(str(error)).partition(". ")[0].rstrip(".")
            self._tell_unsaved(conversation)
            self._view.window_.unsaved_changed.emit(None)
            self._again.start()

        self._view.background.run(self, save, saved, failed, lane="write")

    def _save_again(self) -> None:
        for (person, conversation, channel), writing in list(self._unsaved.items()):
            self._keep(person, conversation, writing, channel)

    def _was_saved(self, person: str, conversation: str, channel: Channel) -> None:
        if self._unsaved.pop((person, conversation, channel), None) is not None:
            self._view.window_.unsaved_changed.emit(None)
        self._not_posted.discard(conversation)
        if not any(one == self._view.current_id() for _, one, _ in self._unsaved):
            self._view.bottom_bars.drop("unsaved")

    def _tell_unsaved(self, conversation: str) -> None:
        if conversation == self._view.current_id():
            said = tr("{why}. This draft isn’t saved yet. It stays here, and we try again every few seconds.")
            if conversation in self._not_posted:
                said = tr("{why}. Your reply wasn’t posted. It stays here, and we try to save it every few seconds.")
            look = (tr("Show the folder"), lambda: elsewhere.open_path(self._view.shop.folder))
            self._view.bottom_bars.drop("trouble")
            text = said.format(why=self._why_unsaved)
            self._view.bottom_bars.say("unsaved", text, [look], "amber", can_dismiss=False)

    def unsaved(self) -> int:
        """How many drafts would be lost if the window closed now."""
        return len(self._unsaved)

    # --- posting ------------------------------------------------------------------------------------------

    def post(self, writing: Writing, channel: Channel, and_next: bool) -> None:
        """Into the outbox with its undo window. The text stays in the composer until that is done."""
        shop, conversation = self._view.shop, self._view.current_id()
        if not conversation or (conversation, channel) in self._going:
            return
        self._going.add((conversation, channel))
        person = self._whose()
        name = self._view.known.one.author_name if self._view.known else ""
        self._view.window_.putting_in(name)
        self.composer.set_undo_elsewhere(True)  # the text is on its way: Ctrl+Z means the reply
        promise = self.composer.back_by()
        purpose = Purpose.LOOKING if promise else Purpose.ANSWER

        def work() -> Reply:
            from desktop import counter

            return counter.post(
                shop, conversation, writing, channel=channel, purpose=purpose, promise_at=promise
            )

        def done(reply: Reply) -> None:
            self._going.discard((conversation, channel))
            self._was_saved(person, conversation, channel)
            self._in_file.pop(channel, None)
            self._gone(reply, channel, and_next)
            if not and_next and reply.conversation == self._view.current_id():
                self.keeping.offer(writing)

        def failed(error: Exception) -> None:
            self._going.discard((conversation, channel))
            self._view.window_.put_in(None)
            self.composer.set_undo_elsewhere(self._view.window_.pending is not None)
            if isinstance(error, DiskTrouble):
                self._not_posted.add(conversation)
            self._keep(person, conversation, writing, channel)
            self._view.failed(error)

        self._view.background.run(self, work, done, failed, lane="write")

    def _gone(self, reply: Reply, channel: Channel, and_next: bool) -> None:
        view = self._view
        if reply.conversation == view.current_id():
            self.composer.clear(channel)
            self.composer.set_back_by(None)
            view.bottom_bars.clear()
        view.stop_writing()
        view.replied.emit(reply)
        view.next_wanted.emit(and_next)
        view.window_.put_in(reply)
        self.composer.set_undo_elsewhere(view.window_.pending is not None)

    def save_note(self, writing: Writing) -> None:
        text, view, conversation = writing.plain().strip(), self._view, self._view.current_id()
        if not text or (conversation, Channel.NOTE) in self._going:
            return
        self._going.add((conversation, Channel.NOTE))

        def work() -> object:
            from desktop import counter

            return counter.add_note(view.shop, conversation, text)

        def done(undo: object) -> None:
            self._going.discard((conversation, Channel.NOTE))
            if conversation == view.current_id():
                self.composer.clear(Channel.NOTE)
                with view.standing_still():
                    self.composer.set_channel(self.composer.context().channels[0])
                view.stop_writing()
                view.talk.setFocus()
            view.told(undo, tr("Note saved"))

        def failed(error: Exception) -> None:
            self._going.discard((conversation, Channel.NOTE))
            view.failed(error)

        view.background.run(self, work, done, failed, lane="write")

    # --- other ways on ----------------------------------------------------------------------------------------

    def copy_and_open(self, writing: Writing) -> None:
        """For places that can't be posted to from outside (design 5.3): it waits in the thread until they tell."""
        known, channel = self._view.known, self.composer.channel()
        if known is None or (known.one.id, channel) in self._going:
            return
        shop, conversation, person = self._view.shop, known.one.id, self._whose()
        self._going.add((conversation, channel))
        promise = self.composer.back_by()
        purpose = Purpose.LOOKING if promise else Purpose.ANSWER

        def work() -> Reply:
            from desktop import counter

            return counter.copy_out(
                shop, conversation, writing, channel=channel, purpose=purpose, promise_at=promise
            )

        def done(reply: Reply) -> None:
            self._going.discard((conversation, channel))
            self._was_saved(person, conversation, channel)
            self._in_file.pop(channel, None)
            self._view.doing.copied(reply)
            if conversation == self._view.current_id():
                self.composer.clear(channel)
                self.composer.set_back_by(None)
                self._view.stop_writing()
                self._view.talk.setFocus()
                self.keeping.offer(writing)

        def failed(error: Exception) -> None:
            self._going.discard((conversation, channel))
            self._keep(person, conversation, writing, channel)
            self._view.failed(error)

        self._view.background.run(self, work, done, failed, lane="write")

    def ask_owner(self, writing: Writing) -> None:
        """The draft waits for the owner, word for word, with the helper's question."""
        self._view.asking.begin(writing, self.composer.channel(), self.composer.back_by())

    def read_new(self) -> None:
        """What they wrote meanwhile is shown: now it can be posted."""
        self._view.bottom_bars.drop("wrote")
        self.composer.set_new_messages(0)
        self._view.talk.show_key(self._view.talk.newest_of_theirs())

    def they_wrote(self, known: Known, new: int) -> None:
        """Above the composer, while somebody is writing here (design 5.5)."""
        writes = self.composer.is_answering() and self.composer.channel() is not Channel.NOTE
        if not new or not writes or self.composer.writing().is_empty:
            return
        self.composer.set_new_messages(new)
        said = tr("{name} wrote again just now.").format(name=words.first_name(known.one.author_name))
        self._view.bottom_bars.say("wrote", said, [(tr("Show"), self.read_new)], "amber", can_dismiss=False)

    def light(self, span: object, *, is_wanted: bool = True) -> None:
        """Highlights a stretch of `their_text` in the message it stands in, and goes there where that is wanted."""
        known = self._view.known
        if not isinstance(span, tuple) or known is None:
            self._view.talk.light("", None)
            return
        start, end = span
        for piece in known.pieces:
            if piece.start <= start < piece.start + piece.length:
                inside = min(end, piece.start + piece.length) - start
                self._view.talk.light(piece.post, (start - piece.start, inside), is_wanted=is_wanted)
                return

    def compare(self, twin: object) -> None:
        """The draft and the reply it is like, beside each other."""
        if isinstance(twin, PastReply):
            when = moments.date(self._view.shop.clock, twin.at)
            then = tr("Your reply to {name}, {date}").format(name=twin.to_name, date=when)
            self.comparing = Compare(self.composer.writing().plain(), then, twin.text, self._view)
            self.comparing.open()

    # --- the coach ------------------------------------------------------------------------------------------

    def set_aside(self, check: str) -> None:
        """Set aside in three drafts: it asks whether to stop."""
        shop, conversation = self._view.shop, self._view.current_id()

        def work() -> bool:
            from desktop import counter

            return counter.set_aside(shop, conversation, check)

        def done(is_third: bool) -> None:
            if is_third and conversation == self._view.current_id():
                self.composer.coach.ask_to_stop(check)

        if conversation and not shop.read_only:
            self._view.background.run(self, work, done, self._view.failed, lane="write")

    def stop_or_keep(self, check: str, stops: bool) -> None:
        """`Stop` or `Keep`."""
        view, shop = self._view, self._view.shop

        def work() -> object:
            from desktop import counter

            if stops:
                return counter.stop_check(shop, check)
            if check == ALL:
                return counter.turn_on_check(shop, shop.me.id, check)
            counter.keep_check(shop, check)
            return None

        def done(undo: object) -> None:
            if undo is not None:
                text = tr("Stopped for you. Settings turns it on again.") if stops else tr("The coach is on again")
                view.told(undo, text)

        view.background.run(self, work, done, view.failed, lane="write")

    def turn_off_or_keep(self, check: str, is_off: bool) -> None:
        """`Turn off for the shop` or `Keep`, the owner's."""
        view, shop = self._view, self._view.shop

        def work() -> object:
            from desktop import counter

            if is_off:
                return counter.turn_off_for_shop(shop, check)
            counter.keep_for_shop(shop, check)
            return None

        def done(undo: object) -> None:
            if undo is not None:
                view.told(undo, tr("Off for everybody. Settings turns it on again."))

        view.background.run(self, work, done, view.failed, lane="write")

    def confirm_fact(self, fact: object) -> None:
        """`It's still right`: checked now, by who is here."""
        view, shop = self._view, self._view.shop

        def work() -> object:
            from desktop import counter

            assert isinstance(fact, Fact)
            return counter.put_fact(shop, fact)

        if isinstance(fact, Fact):
            view.background.run(
                self, work, lambda undo: view.told(undo, tr("Checked just now")), view.failed, lane="write"
            )

    def leaving(self) -> None:
        self.composer.flush()


def _what_matters(known: Known) -> object:
    """What the composer's context is made of: it is told again only when this changed."""
    one, complaint = known.one, known.complaint
    return (
        one.id,
        one.kind,
        one.is_serious,
        one.happening_until,
        known.their_text,
        known.facts,
        known.asked,
        known.asked_for,
        known.claim and known.claim.person,
        known.limits,
        known.me,
        known.people,
        known.can,
        known.route,
        known.sight.has_answer,
        complaint and (complaint.stage, complaint.fixed_how),
        known.context.blank_line,
        known.context.book,
        known.context.quiet,
        known.context.noisy,
        known.promise,
        complaint and complaint.asked_at,
        known.own_wordings,
        known.event,
        known.context.situation,
        known.context.is_situation_chosen,
        [_parts_of(start) for start in (known.context.first, known.context.looking)],
        known.opening,
    )


def _parts_of(start: StartChoice | None) -> tuple[object, ...]:
    """Which parts a card begins with: the owner may have changed them."""
    return tuple(paragraph.part for paragraph in start.writing.paragraphs) if start else ()


def eye_line(known: Known) -> tuple[str, str, str]:
    """ "Once posted, a passer-by sees **a complaint and your answer.**" """
    if not known.one.is_public:
        return "", "", ""
    slow = known.account.platform.endswith("google")
    after = tr(" Google checks replies first, so it may take a few minutes to show.") if slow else ""
    if known.can.one_answer and known.sight.has_answer:
        after = tr(" This answer takes the place of the one before.") + after
    both = tr("{what} and your answer.").format(what=sights.noun(known.one.kind))
    return tr("Once posted, a passer-by sees "), both, after
