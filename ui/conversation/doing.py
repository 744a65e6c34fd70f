"""What the acts of a conversation do. Each is one call of the counter, in the write lane, with its Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.claims import Claim
from desktop.clock import Clock
from desktop.drafts import Kept
from desktop.errors import ReadOnly, ShopError
from desktop.records import FixedHow, Group, Kind, ProofKind, Reply, ReplyState
from ui import elsewhere, moments, words
from ui.moments import tr

from . import event
from .facts import Known
from .popups import (
    HowFixed,
    ItsPosted,
    PasteRest,
    PickList,
    PickSeveral,
    Popup,
    kind_choices,
    people_choices,
    remind_choices,
    topic_choices,
)

if TYPE_CHECKING:
    from .view import ConversationView


_READS = ("copy_link", "browser", "back")


def claimed(claim: Claim, clock: Clock) -> str:
    """Who is on it, and till when."""
    return tr("{name} is on it till {time}.").format(name=claim.person_name, time=moments.by_when(clock, claim.until))


def copied_reply(known: Known) -> Reply | None:
    """The reply that waits to be pasted there."""
    return next((reply for reply in known.replies if reply.state is ReplyState.COPIED), None)


class Doing(QObject):
    """`popup` is the one that is open, for the keyboard and for tests."""

    def __init__(self, view: ConversationView) -> None:
        super().__init__(view)
        self._view = view
        self.popup: Popup | None = None
        self.open_url: Callable[[str], bool] = elsewhere.open_url

    def table(self) -> dict[str, Callable[[], object]]:
        """What each act of `acts.ACTS` does; those that change something say so where the shop is only read."""
        return {key: act if key in _READS else partial(self._may, act) for key, act in self._acts().items()}

    def _may(self, act: Callable[[], object]) -> None:
        if self._view.says_may_write():
            act()

    def _acts(self) -> dict[str, Callable[[], object]]:
        view = self._view
        return {
            "reply": lambda: view.start(0),
            "start1": lambda: view.start(1),
            "start2": lambda: view.start(2),
            "start3": lambda: view.start(0),
            "looking": lambda: view.start(2),
            "note": view.write_note,
            "fixed": self.ask_how_fixed,
            "show_ending": lambda: self.make_it_show(""),
            "ask": lambda: self.make_it_show("ask"),
            "ours": lambda: self.make_it_show("ours"),
            "proof": lambda: self.make_it_show("shows"),
            "promise": view.promising.keep,
            "promise_kept": view.promising.kept,
            "done": self.done,
            "bring_back": self.bring_back,
            "remind": self.choose_reminder,
            "on_it": self.on_it,
            "give": self.choose_person,
            "kind": self.choose_kind,
            "topics": self.choose_topics,
            "event": lambda: event.choose(self._view, self._known),
            "again": self.they_wrote_again,
            "hide": self.ask_to_hide,
            "show_again": self.show_again,
            "copy_link": self.copy_link,
            "browser": self.open_in_browser,
            "look": self.look_now,
            "forget": lambda: view.window_.forget_wanted.emit(view.current_id()),
            "back": view.close_or_back,
        }

    def decide(self, act: Callable[[Any], Any], text: str) -> None:
        """`act(counter)` in the background, then `text` with Undo."""
        self._decide(act, text)

    def _decide(
        self,
        act: Callable[[Any], Any],
        text: str | Callable[[Any], str],
        action: tuple[str, Callable[[], None]] | None = None,
        about: str = "",
    ) -> None:
        """Runs `act(counter)` in the background and says `text` (or `text(counter)`), with Undo. `about`: the
        conversation it is for, where another one may be open by then.
        """
        view = self._view
        if not view.says_may_write():
            return

        def work() -> tuple[Any, str]:
            from desktop import counter

            undo = act(counter)
            return undo, text if isinstance(text, str) else text(counter)

        def failed(error: Exception) -> None:
            is_elsewhere = about not in ("", view.current_id())
            if is_elsewhere and isinstance(error, ShopError) and not isinstance(error, ReadOnly):
                view.window_.toast(moments.told(error))  # a bar would stand beside somebody it isn't about
            else:
                view.failed(error)

        view.background.run(self, work, lambda made: view.told(*made, action), failed, lane="write")

    @property
    def _known(self) -> Known | None:
        return self._view.known

    def open_popup(self, popup: Popup, below: QWidget) -> None:
        self._open(popup, below)

    def _open(self, popup: Popup, below: QWidget) -> None:
        if not self._view.says_may_write():
            popup.deleteLater()
            return
        self.popup = popup
        popup.destroyed.connect(lambda: self._closed(popup))
        popup.open_below(below)
        if proxy := popup.focusProxy():
            proxy.setFocus()

    def _closed(self, popup: Popup) -> None:
        if self.popup is popup:  # one may have led to another
            self.popup = None

    # --- sorting -------------------------------------------------------------------------------------------

    def choose_kind(self) -> None:
        if known := self._known:
            several = self._view.several()
            popup = PickList(tr("What is this?"), kind_choices(None if several else known.one.kind), self._view)
            popup.picked.connect(lambda kind: self.set_kind(Kind(kind), several))
            self._open(popup, self._view.header.kind)

    def set_kind(self, kind: Kind, several: Sequence[str] = ()) -> None:
        shop, one = self._view.shop, self._view.current_id()
        text = tr("Marked as {kind}").format(kind=words.kind(kind).text)
        if several:
            said = f"Marked as {words.KINDS[kind].text}"
            self._decide_all(several, lambda counter, each: counter.set_kind(shop, each, kind), text, said)
            return

        def said_after(counter: Any) -> str:
            taught = words.taught(counter.what_it_teaches(shop, one))
            return f"{text}. {taught}" if taught else text

        self._decide(lambda counter: counter.set_kind(shop, one, kind), said_after)

    def _decide_all(
        self, several: Sequence[str], act: Callable[[Any, str], Any], text: str, said: str
    ) -> None:
        """The same with all that were selected in the list. `said`: what Undo calls it, untranslated."""
        shop = self._view.shop
        many = moments.count(len(several), "conversation", "conversations")
        told = tr("{what}: {many}").format(what=text, many=many)
        self._view.several_taken.emit()
        self._decide(lambda counter: counter.each_of(shop, several, partial(act, counter), said), told)

    def choose_topics(self) -> None:
        if known := self._known:
            popup = PickSeveral(tr("What is it about?"), topic_choices(known.one.topics), self._view)
            popup.picked.connect(lambda topics: self.set_topics([str(one) for one in topics]))
            chip, kind = self._view.header.topics, self._view.header.kind
            self._open(popup, chip if chip.isVisible() else kind)

    def set_topics(self, topics: list[str]) -> None:
        shop, one = self._view.shop, self._view.current_id()
        named = ", ".join(words.topic(topic) for topic in topics)
        text = tr("It is about: {topics}").format(topics=named) if topics else tr("It is about nothing of the list")
        self._decide(lambda counter: counter.set_topics(shop, one, topics), text)

    def choose_person(self) -> None:
        if known := self._known:
            several = self._view.several()
            holder = "" if several else known.one.holder
            popup = PickList(tr("Give to"), people_choices(known.people, holder), self._view)
            popup.picked.connect(lambda person: self.give_to(str(person), several))
            self._open(popup, self._view.header.name)

    def give_to(self, person: str, several: Sequence[str] = ()) -> None:
        shop, known = self._view.shop, self._known
        if known is None:
            return
        name = next((p.name for p in known.people if p.id == person), "")
        text = tr("Given to {person}").format(person=name) if name else tr("Given to nobody")
        if several:
            said = f"Given to {name}" if name else "Given to nobody"
            self._decide_all(several, lambda counter, each: counter.give_to(shop, each, person), text, said)
            return
        self._decide(lambda counter: counter.give_to(shop, known.one.id, person), text)

    def choose_reminder(self) -> None:
        if known := self._known:
            choices = remind_choices(self._view.shop.clock, known.opening)
            popup, several = PickList(tr("Remind me"), choices, self._view), self._view.several()
            popup.picked.connect(lambda at: self.remind(at, several))
            self._open(popup, self._view.header.remind)

    def remind(self, at: object, several: Sequence[str] = ()) -> None:
        assert isinstance(at, datetime)
        shop, one = self._view.shop, self._view.current_id()
        text = tr("Back at {time}").format(time=moments.due(shop.clock, at))
        if several:
            self._decide_all(several, lambda counter, each: counter.remind(shop, each, at), text, "Reminder")
            return
        self._view.next_wanted.emit(True)
        self._decide(lambda counter: counter.remind(shop, one, at), text, about=one)

    def done(self) -> None:
        """Out of the inbox; the next one down opens."""
        known, shop = self._known, self._view.shop
        if several := self._view.several():
            text = tr("Done here")
            self._decide_all(several, lambda counter, each: counter.done(shop, each), text, "Done here")
            return
        if known is None or known.one.group is Group.DONE:
            return
        stays = known.is_open_complaint
        text = tr("Done here. It stays on Complaints until the ending shows") if stays else tr("Done here")
        self._view.next_wanted.emit(True)
        self._decide(lambda counter: counter.done(shop, known.one.id), text, about=known.one.id)

    def bring_back(self) -> None:
        shop, one = self._view.shop, self._view.current_id()
        self._decide(lambda counter: counter.bring_back(shop, one), tr("Brought back"))

    # --- abuse under our own posts ---------------------------------------------------------------------------

    def ask_to_hide(self) -> None:
        known = self._known
        if known is None:
            return
        if known.one.kind is not Kind.ABUSIVE:
            text = tr("Only abuse is hidden, never a complaint. If this is abuse, change its kind.")
            self._view.window_.toast(text)
            return
        if not known.limits.may_hide:
            self._view.asking.begin_hiding()
            return
        name, asked = known.one.author_name, "Hide this from everybody else on {place}? {name} may still see it."
        text = words.on(asked, known.place, name=name)
        answers = [(tr("Hide it"), self.hide), (tr("Leave it"), lambda: self._view.top_bars.drop("hide"))]
        self._view.top_bars.say("hide", text, answers)

    def hide(self) -> None:
        shop, known, view = self._view.shop, self._known, self._view
        view.top_bars.drop("hide")
        if known is None:
            return
        text = words.on("Hidden on {place}", known.place)

        def work() -> Any:
            from desktop import counter

            return counter.hide(shop, known.one.id)

        view.background.run(self, work, lambda undo: view.told(undo, text), view.failed, lane="outbox")

    def show_again(self) -> None:
        self._run(lambda counter, shop: counter.show_again(shop, self._view.current_id()), lane="outbox")

    # --- endings ---------------------------------------------------------------------------------------------

    def ask_how_fixed(self) -> None:
        known = self._known
        if known is None or known.complaint is None:
            self._view.window_.toast(tr("That isn’t a public complaint."))
            return
        later = [post for post in known.theirs if post.id != known.one.root_post]
        popup = HowFixed(later, self._view.shop.clock, self._view)
        popup.answered.connect(lambda answer: self.mark_fixed(*answer))
        self._open(popup, self._view.header.name)

    def mark_fixed(self, how: FixedHow, post: str = "") -> None:
        shop, one = self._view.shop, self._view.current_id()
        show = (tr("Make it show"), lambda: self._view.make_it_show.emit((one, "")))
        text = tr("Marked fixed. A passer-by can’t tell yet")
        self._decide(lambda counter: counter.mark_fixed(shop, one, how, post), text, show)

    def make_it_show(self, tab: str) -> None:
        known = self._known
        if known is not None and known.is_fixed_not_shown:
            self._view.composer.flush()  # the dialog goes on with it
            self._view.make_it_show.emit((known.one.id, tab))
        elif known is not None and known.is_open_complaint:
            self.ask_how_fixed()

    def is_the_ending(self) -> None:
        """A person says that the later post of theirs is how it ended."""
        known, shop = self._known, self._view.shop
        if known is None or known.complaint is None:
            return
        post = known.complaint.hint_post
        kind = ProofKind.THEIR_EDIT if post == known.one.root_post else ProofKind.THEIR_REPLY
        text = tr("Moved {name} to Shown").format(name=known.one.author_name)
        self._decide(
            lambda counter: counter.confirm_ending(shop, known.one.id, kind=kind, post_id=post), text
        )

    def not_the_ending(self) -> None:
        shop, one = self._view.shop, self._view.current_id()
        self._decide(lambda counter: counter.not_the_ending(shop, one), tr("Not the ending"))

    # --- the page out there ------------------------------------------------------------------------------------

    def open_in_browser(self) -> None:
        known = self._known
        url = known.root.url if known and known.root else ""
        if self._view.shop.is_practice:
            self._view.window_.toast(tr("A pretend page. There is nothing to open."))
        elif not url or not self.open_url(url):
            self._view.window_.toast(tr("There is no link to this one"))

    def they_wrote_again(self) -> None:
        """What was added by hand goes on by hand: nothing fetches it."""
        if known := self._known:
            self._view.window_.again_wanted.emit((known.one, known.root.url if known.root else ""))

    def copy_link(self) -> None:
        known = self._known
        if known and known.root and known.root.url:
            QGuiApplication.clipboard().setText(known.root.url)
            self._view.window_.toast(tr("Copied"))

    def look_now(self) -> None:
        """Looks at the public page as a stranger, now."""
        shop, one = self._view.shop, self._view.current_id()

        def work() -> object:
            from desktop import lookout

            return lookout.look(shop, one)

        self._view.background.run(self, work, None, self._view.failed, lane="collect", key=f"look {one}")

    def look_and_tell(self) -> None:
        """Where we can't look from here: a person does, and tells."""
        known = self._known
        if known is None:
            return
        self.open_in_browser()
        answers = [
            (tr("Our answer shows"), lambda: self._tell_sight(True)),
            (tr("No answer from us"), lambda: self._tell_sight(False)),
        ]
        self._view.top_bars.say(
            "look", words.on("What does a passer-by see on {place}?", known.place), answers
        )

    def _tell_sight(self, answer_shows: bool) -> None:
        shop, one, view = self._view.shop, self._view.current_id(), self._view
        view.top_bars.drop("look")

        def work() -> None:
            from desktop import counter

            counter.passer_by_looked(shop, one, answer_shows=answer_shows)

        view.background.run(self, work, None, view.failed, lane="write")

    # --- copied, pasted there by a person -----------------------------------------------------------------------

    def copied(self, reply: Reply) -> None:
        """The words go on the clipboard, and the page opens where there is one."""
        QGuiApplication.clipboard().setText(reply.text)
        known = self._known
        url = ""
        if known is not None and known.one.id == reply.conversation:
            url = known.route.url or (known.root.url if known.root else "")
        if self._view.shop.is_practice:
            self._view.window_.toast(tr("A pretend page. There is nothing to open."))
        elif not url or not self.open_url(url):
            self._view.window_.toast(tr("Copied"))

    def copy_again(self) -> None:
        known = self._known
        if known is not None and (reply := copied_reply(known)) is not None:
            self.copied(reply)

    def not_now(self) -> None:
        """The words are a draft again."""
        known = self._known
        if known is not None and (reply := copied_reply(known)) is not None:
            self._run(lambda counter, shop: counter.take_back(shop, reply.id), resume=True)

    def ask_for_link(self) -> None:
        """ "It's posted": the link is optional, and taken from the clipboard if it looks like one."""
        known = self._known
        if known is None or (reply := copied_reply(known)) is None:
            return
        if known.is_face_to_face:  # nothing has a link there
            self.its_posted(reply)
            return
        popup = ItsPosted(known.place, QGuiApplication.clipboard().text(), self._view)
        popup.told.connect(lambda link: self.its_posted(reply, link))
        self._open(popup, self._view.bottom_bars.place_of("copied") or self._view.header.name)

    def its_posted(self, reply: Reply, link: str = "") -> None:
        shop, known = self._view.shop, self._known
        text = words.on("Posted on {place}", known.place if known else shop.place(reply.platform))
        if known is not None and known.is_face_to_face:
            text = tr("Answered")
        self._decide(lambda counter: counter.it_is_posted(shop, reply.id, link), text)

    # --- what a notice left out ---------------------------------------------------------------------------------

    def open_where_it_is(self) -> None:
        known = self._known
        if known is None or not self.open_url(known.route.url):
            self._view.window_.toast(tr("There is no link to this one"))

    def paste_rest(self) -> None:
        """All of what they wrote, in place of what the notice quoted."""
        known = self._known
        if known is None or known.root is None:
            return
        popup = PasteRest(known.place, known.root.text, self._view)
        popup.pasted.connect(lambda text: self.rest_is(text))
        self._open(popup, self._view.top_bars.place_of("partial") or self._view.header.name)

    def rest_is(self, text: str) -> None:
        shop, one = self._view.shop, self._view.current_id()
        self._decide(lambda counter: counter.paste_rest(shop, one, text), tr("All of it is here now"))

    # --- replies on their way --------------------------------------------------------------------------------------

    def with_reply(self, what: str, reply: Reply) -> None:
        """Undo, Open page, It's there, It isn't, send it, Read and decide, Edit and post again, and past a no."""
        if what == "open":
            self.open_in_browser()
        elif what == "read":
            is_ours = reply.trouble == "answered_elsewhere"
            self._view.talk.show_key(self._view.talk.newest_of(ours=is_ours))
        elif what in ("undo", "edit"):
            self._run(lambda counter, shop: counter.take_back(shop, reply.id), resume=True)
        elif what == "there":
            there = lambda counter, shop: counter.it_is_there(shop, reply.id)  # noqa: E731
            self._run(there, lane="outbox")  # it asks the place
        elif what == "send":
            self._run(lambda counter, shop: counter.release(shop, reply.id))
        elif what == "keep":
            self._decide(lambda counter: counter.keep_unposted(self._view.shop, reply.id), tr("Kept as history"))
        elif what == "how":
            self.tell_how(reply)
        elif what == "copy":
            copy = lambda counter, shop: counter.copy_instead(shop, reply.id)  # noqa: E731
            self._run(copy, then=lambda: self.copied(reply))

    def tell_how(self, reply: Reply) -> None:
        """How the right to post is given there. It changes nothing, so it opens in a shop that is only read too."""
        from .rights import HowItIsAllowed  # few ever need it

        view = self._view
        place = view.known.place if view.known else view.shop.place(reply.platform)
        popup = self.popup = HowItIsAllowed(reply.platform, place, view)
        popup.destroyed.connect(lambda: self._closed(popup))
        popup.open_below(view.header.name)
        popup.close_it.setFocus()

    def _run(
        self,
        act: Callable[[Any, Any], object],
        *,
        resume: bool = False,
        lane: str = "write",
        then: Callable[[], object] = lambda: None,
    ) -> None:
        view = self._view
        one = view.current_id()

        def work() -> object:
            from desktop import counter

            return act(counter, view.shop)

        def done(_: object) -> None:
            view.window_.outbox_changed()
            if resume:
                view.show_conversation(one, resume=True)
            then()

        view.background.run(self, work, done, view.failed, lane=lane)

    # --- somebody else's draft -----------------------------------------------------------------------------------

    def read_draft(self, kept: Kept) -> None:
        text = " ".join(kept.writing.plain().split())
        said = tr("{name}’s draft: “{text}”").format(name=kept.person_name, text=text[:800])
        self._view.top_bars.say("their draft", said)

    def on_it(self) -> None:
        """Who is here takes it for a while; what somebody else is at is asked about first."""
        known = self._known
        if known is None:
            return
        if known.claim is not None and known.claim.person != known.me.id:
            self._view.notices.show(known)
            self._view.window_.toast(claimed(known.claim, self._view.shop.clock))
            return
        self._decide(lambda counter: counter.im_on_it(self._view.shop, known.one.id), tr("You’re on it"))

    def take_it_over(self) -> None:
        shop, one = self._view.shop, self._view.current_id()
        self._decide(lambda counter: counter.take_it_over(shop, one), tr("You’re on it"))

    def not_on_it(self) -> None:
        shop, one = self._view.shop, self._view.current_id()

        def work() -> None:
            from desktop import counter

            counter.not_on_it(shop, one)

        self._view.background.run(self._view, work, None, self._view.failed, lane="write")

    def leave_to(self, kept: Kept) -> None:
        self._view.top_bars.drop("draft")
        self.give_to(kept.person)
        self._view.go_back()
