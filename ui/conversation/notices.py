"""What the bars of a conversation say: what is serious, what looks like an ending, who else has a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ReadOnly, ShopError
from desktop.records import FixedHow
from ui import moments, words
from ui.moments import tr

from . import doing, event
from .facts import Known

if TYPE_CHECKING:
    from .view import ConversationView


class Notices:
    """`show` after each read; `they_wrote` when something came while it was open; `failed` for trouble."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view
        self._not_fixed: set[str] = set()  # words of theirs that somebody here said are no ending

    def show(self, known: Known) -> None:
        """What holds for the conversation as it is now."""
        self._serious(known)
        event.tell(self._view, known.event)
        self._hint(known)
        self._told_fixed(known)
        self._on_it(known)
        self._other_draft(known)
        self._copied(known)
        self._partial(known)

    def _serious(self, known: Known) -> None:
        if known.one.is_serious:
            first = "" if known.limits.may_answer_serious or not known.owner else known.owner.name
            said = tr("This one is serious. Say what you know and when you’ll say more. Name no cause yet.")
            ask = " " + tr("Ask {owner} first.").format(owner=first) if first else ""
            named = ", ".join(f"“{word}”" for word in known.alarming)
            why = " " + tr("Serious because: {words}.").format(words=named) if named else ""
            self._view.top_bars.say("serious", said + ask + why, tone="brick", can_dismiss=False, aloud=False)
        else:
            self._view.top_bars.drop("serious")

    def _hint(self, known: Known) -> None:
        complaint = known.complaint
        if complaint and complaint.hint_post:
            said = tr("Looks like {name} said it’s sorted: “{words}” Is this the ending?").format(
                name=words.first_name(known.one.author_name),
                words=" ".join(complaint.hint_words.split())[:220],
            )
            answers = [
                (tr("Yes, that’s it"), self._view.doing.is_the_ending),
                (tr("No"), self._view.doing.not_the_ending),
            ]
            self._view.top_bars.say("hint", said, answers, "leaf", can_dismiss=False)
        else:
            self._view.top_bars.drop("hint")

    def _told_fixed(self, known: Known) -> None:
        """Said in private: a proposal to mark it fixed, since no passer-by can read it."""
        told = known.told_fixed
        if told is None or told.id in self._not_fixed:
            self._view.top_bars.drop("told fixed")
            return
        said = tr("Looks like {name} told you that it’s put right: “{words}” Is it?").format(
            name=words.first_name(known.one.author_name), words=" ".join(told.text.split())[:220]
        )

        def no() -> None:
            self._not_fixed.add(told.id)
            self._view.top_bars.drop("told fixed")

        fixed = lambda: self._view.doing.mark_fixed(FixedHow.THEY_TOLD_US, told.id)  # noqa: E731
        self._view.top_bars.say(
            "told fixed", said, [(tr("Yes, mark it fixed"), fixed), (tr("No"), no)], "leaf", can_dismiss=False
        )

    def _partial(self, known: Known) -> None:
        """A notice tells only so much; the rest is on the page."""
        if not known.is_partial:
            self._view.top_bars.drop("partial")
            return
        said = tr("The notice doesn’t hold all of it.")
        if words.is_named(known.place):
            said = tr("The notice from {place} doesn’t hold all of it.").format(place=known.place)
        open_it = [(tr("Open page"), self._view.doing.open_where_it_is)] if known.route.url else []
        ways = [*open_it, (tr("Paste the rest"), self._view.doing.paste_rest)]
        self._view.top_bars.say("partial", said, ways, "slate", can_dismiss=False, aloud=False)

    def _copied(self, known: Known) -> None:
        """Stays until somebody tells, also after a restart (design 5.3)."""
        if doing.copied_reply(known) is None:
            self._view.bottom_bars.drop("copied")
            return
        face, first = known.is_face_to_face, words.first_name(known.one.author_name)
        there = words.on("Copied. Paste it on {place}, then tell us.", known.place)
        said = tr("Copied. Say it to {name}, then tell us.").format(name=first) if face else there
        ways = [
            (tr("It’s said") if face else tr("It’s posted"), self._view.doing.ask_for_link),
            (tr("Copy again"), self._view.doing.copy_again),
            (tr("Not now"), self._view.doing.not_now),
        ]
        self._view.bottom_bars.say("copied", said, ways, "amber", can_dismiss=False)

    def _on_it(self, known: Known) -> None:
        """Somebody answers this one now, or who is here does (design 5.5)."""
        claim, bars, act = known.claim, self._view.top_bars, self._view.doing
        is_mine = claim is not None and claim.person == known.me.id
        if claim is None or not is_mine:
            bars.drop("mine")
        if claim is None or is_mine:
            bars.drop("somebody")
        if claim is not None and is_mine:
            said = tr("You’re on it till {time}.").format(time=moments.by_when(self._view.shop.clock, claim.until))
            bars.say("mine", said, [(tr("Not any more"), act.not_on_it)], can_dismiss=False, aloud=False)
        elif claim is not None:
            theirs = next((kept for kept in known.others if kept.person == claim.person), None)
            read = [(tr("Read their draft"), lambda: act.read_draft(theirs))] if theirs else []
            leave = (tr("Leave it to {name}").format(name=claim.person_name), self._view.go_back)
            ways = [*read, (tr("Take it over"), act.take_it_over), leave]
            bars.say("somebody", doing.claimed(claim, self._view.shop.clock), ways, "slate", can_dismiss=False)

    def _other_draft(self, known: Known) -> None:
        on_it = known.claim.person if known.claim else ""
        kept = next((one for one in known.others if one.person != on_it), None)
        if kept is None:
            self._view.top_bars.drop("draft")
            return
        said = tr("{name} has a draft here from {time}.").format(
            name=kept.person_name, time=moments.short(self._view.shop.clock, kept.at)
        )
        begin = [] if self._view.is_writing else [(tr("Start your own"), lambda: self._view.start(0))]
        answers = [
            (tr("Read it"), lambda: self._view.doing.read_draft(kept)),
            *begin,
            (tr("Leave it to {name}").format(name=kept.person_name), lambda: self._view.doing.leave_to(kept)),
        ]
        self._view.top_bars.say("draft", said, answers, aloud=False)

    def writing_changed(self, known: Known) -> None:
        """Who writes has started their own; the bar stays as long as nobody has put it away."""
        if self._view.top_bars.text("draft"):
            self._view.top_bars.drop("draft")
            self._other_draft(known)

    def they_wrote(self, old: Known, known: Known) -> None:
        """They wrote while this was open: who writes here is told."""
        had = {post.id for post in old.thread}
        self._view.desk.they_wrote(known, sum(post.id not in had for post in known.theirs))

    def failed(self, error: Exception) -> None:
        """What went wrong, next to what it concerns."""
        if isinstance(error, ShopError) and not isinstance(error, ReadOnly):
            trouble = words.trouble(error, self._view.desk.unsaved())
            said = " ".join(part for part in (trouble.sentence, trouble.advice) if part)
            self._view.bottom_bars.say("trouble", said, tone="brick")
