"""Kinds, stages, states and errors as a person reads them: words, an icon's name and a tone of the theme."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop.clock import Clock
from desktop.errors import DiskFull, DiskTrouble, NoRoomToFetch, ShopError
from desktop.records import (
    Channel,
    Conversation,
    Fact,
    FixedHow,
    Group,
    Kind,
    Limits,
    ProofKind,
    Purpose,
    Reply,
    ReplyState,
    Role,
    Row,
    Source,
    Stage,
    StandingReason,
)
from ui import moments
from ui.moments import tr, translated

if TYPE_CHECKING:
    from desktop.connectors import Abilities
    from desktop.passerby import Sight
    from ui.sights import Runs

APP_NAME = "Said & Done"
VERSION = "0.1.0"
TAGLINE = "Answer in your own words. Show it’s put right."


class Word(NamedTuple):
    """What to write, which icon to put in front of it, in which tone of the theme."""

    text: str
    icon: str = ""
    tone: str = "neutral"


KINDS = {
    Kind.COMPLAINT: Word("Complaint", "complaint", "brick"),
    Kind.QUESTION: Word("Question", "question", "slate"),
    Kind.PRAISE: Word("Praise", "heart", "leaf"),
    Kind.IDEA: Word("Idea", "idea", "plum"),
    Kind.MIX_UP: Word("Mix-up", "swap", "neutral"),
    Kind.ABUSIVE: Word("Abusive", "shield", "neutral"),
    Kind.OTHER: Word("Other", "dots", "neutral"),
}

_SMALL = {  # inside a sentence
    Kind.COMPLAINT: "complaint", Kind.QUESTION: "question", Kind.PRAISE: "praise", Kind.IDEA: "idea",
    Kind.MIX_UP: "mix-up", Kind.ABUSIVE: "abusive", Kind.OTHER: "other",
}  # fmt: skip

TROUBLES = (  # the names in resources/words/troubles.json, said with tr()
    "the phone calls", "the messages", "the wait", "the delivery", "the refund", "the charge", "the price",
    "how they were treated", "the closed door", "the booking", "the wrong item", "what was missing", "the dirt",
)  # fmt: skip
TOPICS = {  # by triage.Topic
    "delivery": "Delivery",
    "refund_charge": "Money back, charges",
    "staff_service": "Staff and service",
    "quality": "Quality",
    "price_offer": "Price, offers",
    "hours_stock_place": "Hours, stock, where",
    "booking": "Booking",
    "safety": "Safety",
    "waiting": "Waiting",
    "web_app_account": "Website, account",
    "premises": "The rooms",
    "other": "Something else",
}

GROUPS = {
    Group.ASKS: "Asks for you",
    Group.NEEDS_ANSWER: "Needs an answer",
    Group.NOT_SHOWN: "Fixed, but nobody can tell",
    Group.WAITING: "Waiting on them",
    Group.DONE: "Done today",
}

SOURCES = {
    Source.POST: "Public post",
    Source.MENTION: "Mention",
    Source.COMMENT: "Comment",
    Source.REVIEW: "Review",
    Source.MESSAGE: "Message",
    Source.BY_HAND: "Added by hand",
}

STAGES = {
    Stage.NO_ANSWER: Word("No answer yet", "complaint", "brick"),
    Stage.ANSWERED: Word("Answered", "send", "neutral"),
    Stage.FIXED: Word("Fixed, not shown", "eye", "amber"),
    Stage.ASKED: Word("Asked to say so", "person", "neutral"),
    Stage.SHOWN: Word("Shown", "check", "leaf"),
    Stage.TAKEN_DOWN: Word("Taken down", "minus", "neutral"),
    Stage.STANDING: Word("Left standing", "minus", "neutral"),
}

STAGE_LINES = {
    Stage.NO_ANSWER: "A passer-by sees a complaint. Nobody replied.",
    Stage.ANSWERED: "They see a reply, and no sign of a fix.",
    Stage.FIXED: "They still see a complaint. It’s already fixed.",
    Stage.ASKED: "They still see a complaint. You’ve asked.",
    Stage.SHOWN: "They see that it was put right.",
}

FIXED_HOW = {
    FixedHow.THEY_TOLD_US: "They told us",
    FixedHow.DONE_AND_RECEIVED: "We did it and they have it",
    FixedHow.DONE_NO_WORD: "We did it, no word from them",
}

PROOFS = {
    ProofKind.THEIR_REPLY: "their reply",
    ProofKind.THEIR_EDIT: "their edit",
    ProofKind.OUR_UPDATE: "our update",
    ProofKind.SCREENSHOT: "screenshot",
}

CHANNELS = {Channel.PUBLIC: "public reply", Channel.PRIVATE: "private message", Channel.NOTE: "note"}
ROLES = {Role.OWNER: "Owner", Role.HELPER: "Helper"}
PURPOSES = {
    Purpose.ANSWER: "Reply",
    Purpose.LOOKING: "I’m looking into it",
    Purpose.ASK: "Ask to say so",
    Purpose.ENDING: "Our update",
}

_STANDING = {
    StandingReason.NO_REPLY: "They don’t answer",
    StandingReason.WE_DISAGREE: "We disagree, and we’ve said why in public",
    StandingReason.CANT_BE_PUT_RIGHT: "It can’t be put right",
    StandingReason.NOT_OURS: "Not our customer, or not our shop",
    StandingReason.ABUSIVE_REPORTED: "Abusive, and reported to {place}",
    StandingReason.OTHER: "Other…",
}


def limit(limits: Limits, thing: str, currency: str) -> str:
    """Yes · Ask first · up to €30 · Any: what one person may do of one thing, a field of Limits."""
    given = getattr(limits, thing)
    if given is None:
        return tr("Any")
    if given and not isinstance(given, bool):

        return tr("up to {amount}").format(amount=moments.money(given, currency))
    return tr("Yes") if given else tr("Ask first")


def checked(fact: Fact, clock: Clock) -> str:
    """`Ines checked this 3 May`; `7 months old. Check it?` after half a year."""
    if fact.is_stale(clock.now()):
        months = int((clock.now() - fact.checked_at).days // 30.44)
        return tr("{age} old. Check it?").format(age=moments.count(months, "month", "months"))
    date = moments.date(clock, fact.checked_at)
    if not fact.checked_by:
        return tr("Checked {date}").format(date=date)
    return tr("{name} checked this {date}").format(name=fact.checked_by, date=date)


def kind(which: Kind) -> Word:
    """`Complaint`, its icon and its tone. While only guessed, the chip adds the question mark."""
    word = KINDS[which]
    return word._replace(text=tr(word.text))


def taken_for(one: Conversation | Row) -> Word:
    """Its kind; where a guess is close between two, both: `Question or complaint`."""
    word = kind(one.kind)
    if not one.kind_is_guess or one.maybe is None:
        return word
    said = tr("{kind} or {other}").format(kind=word.text, other=tr(_SMALL[one.maybe]))
    return word._replace(text=said)


def guessed_because(one: Conversation | Row) -> str:
    """ "Guessed, because: “still waiting”, “2 hours”"; empty where a person has said what it is, and where the words
    aren't shown any more."""
    if not one.kind_is_guess or one.is_taken_down:
        return ""
    said = tr("Not sure, {reason}") if one.is_unsure else tr("Guessed, {reason}")
    return said.format(reason=reason(one.kind_reason)).strip(" ,")


_STARS = r"(\d) stars?$"  # patterns are compiled at their first use: a start needs none
_SORTED = (  # what the reader says of corrections: desktop/triage/learning.py
    (r"because you sorted these words so twice$", "because you sorted these words so twice"),
    (r"because you sorted (\d+) such guesses otherwise$", "because you sorted {n} such guesses otherwise"),
    (r"because you sorted (\d+) like this(?:: )?(.*)$", "because you sorted {n} like this"),
)


_TAUGHT = {  # what a correction does, by the keys of `counter.what_it_teaches`
    "once": "Once more for the same words, and it is remembered.",
    "other": "It is remembered once somebody else sorts the same words so.",
    "known": "The same words are guessed so from now on.",
}


def taught(what: str) -> str:
    """What a correction does for the next guesses; empty where that is no more than a lean."""
    return tr(_TAUGHT[what]) if what in _TAUGHT else ""


def reason(told: str) -> str:
    """Why a guess was made, as the shop keeps it: `because: 1 star, “No brakes”`."""
    for pattern, source in _SORTED:
        if match := re.match(pattern, told):
            found = [*match.groups(), "", ""]
            return tr(source).format(n=found[0]) + (f": {found[1]}" if found[1] else "")
    lead, colon, rest = told.partition(": ")
    if lead != "because" or not colon:
        return translated(told)
    pieces = [translated(piece) for piece in rest.split(", ")]
    stars = re.match(_STARS, pieces[0])
    if stars:
        pieces[0] = tr("1 star") if stars[1] == "1" else tr("{n} stars").format(n=stars[1])
    return tr("because: {words}").format(words=", ".join(pieces))


def topic(which: str) -> str:
    """A topic as its chip says it; one of another version as it is."""
    return tr(TOPICS[which]) if which in TOPICS else which


def stage(which: Stage) -> Word:
    """A column of the board."""
    word = STAGES[which]
    return word._replace(text=tr(word.text))


def stage_line(which: Stage) -> str:
    """The line under a column's title; empty for the stages that have no column."""
    return tr(STAGE_LINES.get(which, ""))


def group(which: Group) -> str:
    """A section of the inbox."""
    return tr(GROUPS[which])


def source(which: Source) -> str:
    """In what form it came. Stars are painted beside `Review`."""
    return tr(SOURCES[which])


def stars(given: int | None) -> str:
    """`2 of 5 stars`, for those who can't see the stars; empty when there are none."""
    return tr("{n} of 5 stars").format(n=given) if given is not None else ""


def only_stars(given: int | None) -> str:
    """What stands in place of words where somebody gave stars alone; empty when there are none."""
    return tr("Only stars, no words.") if given is not None else ""


def taken_down() -> str:
    """What stands in place of words that their writer took down."""
    return tr("They took this down.")


def in_a_row(excerpt: str, stars: int | None, *, is_taken_down: bool) -> str:
    """What a list says of their words."""
    return taken_down() if is_taken_down else excerpt or only_stars(stars)


def looked(clock: Clock, at: datetime, how: str) -> str:
    """`Page checked 6 min ago`, or `Ines looked 6 min ago` where a person did."""
    ago = moments.ago(clock, at)
    if how in ("signed out", "asked", "fetched", ""):
        return tr("Page checked {ago}").format(ago=ago)
    return tr("{name} looked {ago}").format(name=how, ago=ago)


def signed_in_as(can: Abilities, handle: str) -> str:
    """Nobody signs in at a feed or a mailbox: they are read."""
    said = tr("Signed in as {account}.") if can.reply else tr("Connected: {account}.")
    return said.format(account=handle)


def fixed_how(how: FixedHow) -> str:
    """How somebody knows it is fixed."""
    return tr(FIXED_HOW[how])


def standing_reason(reason: StandingReason, place: str) -> str:
    """Why a complaint stays as it is."""
    return tr(_STANDING[reason]).format(place=place)


def proof(which: ProofKind) -> str:
    """`Proof: their edit`"""
    return tr("Proof: {kind}").format(kind=tr(PROOFS[which]))


# ---- one state line of an inbox row, design 3.2 ----------------------------------------------------

_ROW_STATES = {
    "serious": Word("Serious", "warn", "brick"),
    "happening": Word("Happening now", "clock", "amber"),
    "asks_me": Word("{first} asks you", "person", "amber"),
    "asks_me_serious": Word("Serious · {first} asks", "warn", "brick"),
    "waits_for": Word("Waiting for {first}", "person", "amber"),
    "waits_for_serious": Word("Serious · waits for {first}", "warn", "brick"),
    "back_by": Word("Back by {when}", "clock"),
    "promise_overdue": Word("Promise overdue", "clock", "brick"),
    "draft_own": Word("Your draft", "pencil"),
    "draft_by": Word("Draft by {name}", "pencil"),
    "answering": Word("{name} is answering", "person"),
    "on_it": Word("Yours till {when}", "person"),
    "hint": Word("", "check"),
    "fixed_they_told_us": Word("", "check"),
    "fixed_done_and_received": Word("Fixed {date}", "check"),
    "fixed_done_no_word": Word("Fixed {date}, no word yet", "check"),
    "asked": Word("Asked {ago}", "clock"),
    "proof_gone": Word("Proof gone", "warn", "brick"),
    "came_back": Word("Came back", "undo", "brick"),
    "wrote_again": Word("They wrote again", "undo", "brick"),
    "reply_waiting": Word("Reply in the outbox", "outbox"),
    "reply_sending": Word("Sending…", "send"),
    "reply_unsure": Word("May or may not have gone", "warn", "amber"),
    "reply_held": Word("Reply held. Things moved.", "pause", "amber"),
    "reply_copied": Word("Copied. Posted yet?", "hand", "amber"),
    "reply_refused": Word("Reply turned down", "warn", "brick"),
}

_NOT_A_FIRST_NAME = {"the", "old", "mr", "mrs", "ms", "miss", "dr", "sir", "st"}


def first_name(name: str) -> str:
    """`Omar` for `Omar S.`; the whole name where it isn't plainly a first and a last name."""
    parts = name.split()
    if len(parts) == 2 and all(p.strip(".").isalpha() for p in parts):
        first = parts[0].strip(".")
        is_initial = len(first) == 1 and first.lower() != first.upper()
        return name if is_initial or first.casefold() in _NOT_A_FIRST_NAME else parts[0]
    return name


_MORE_THAN_ONE = r"(?i:\s(?:&|\+|and)\s)|^The \w+s$"


def says_sorted(name: str) -> str:
    """`Omar says it’s sorted`, `Lena & Pat say it’s sorted`."""
    said = tr("{first} say it’s sorted") if re.search(_MORE_THAN_ONE, name) else tr("{first} says it’s sorted")
    return said.format(first=first_name(name))


def row_state(row: Row, clock: Clock) -> Word | None:
    """The first state line that applies to a row, or None. The row says which; the words are here."""
    word = _ROW_STATES.get(row.state)
    if word is None:
        return None
    if row.state in ("hint", "fixed_they_told_us"):
        return word._replace(text=says_sorted(row.state_name))
    name = row.state_name
    values = {"name": name, "first": first_name(name), "when": "", "date": "", "ago": ""}
    if row.state_at:
        values["when"] = moments.by_when(clock, row.state_at)
        values["date"] = moments.date(clock, row.state_at)
        values["ago"] = moments.ago(clock, row.state_at)
    return word._replace(text=tr(word.text).format(**values))


# ---- a reply on its way out, design 5.2 --------------------------------------------------------------


_HELD = {
    "they_wrote": "{name} wrote again while this waited.",
    "answered_elsewhere": "Somebody answered {name} on {place} while this waited. Yours is kept here.",
    "waited_long": "This waited for more than 12 hours.",
    "brought_back": "This comes from a copy that was brought back, so {name} may have it already.",
}


def held_because(reply: Reply, place: str) -> str:
    """What moved while a held reply waited."""
    said = tr(_HELD.get(reply.trouble, "Things moved while this waited."))
    return said.format(name=reply.author_name, place=place)


def turned_down(reason: str, place: str) -> str:
    """Why it isn't there. What is a sentence of its own says by itself whose no it was, or that it was nobody's."""
    reason = reason or "It doesn’t say why."
    why = translated(reason)
    if reason[:1].islower() or reason.startswith("It "):
        return tr("{place} turned this down: {reason}").format(place=place, reason=why)
    return why


_REPLY_STATES = {
    ReplyState.SENDING: Word("Sending…", "send"),
    ReplyState.UNSURE: Word("We can’t tell if this went. Look before you send again.", "warn", "amber"),
    ReplyState.TAKEN_BACK: Word("Never posted. Kept here.", "history"),  # else it is nowhere to be seen
}


def reply_state(reply: Reply, place: str, clock: Clock, *, manual: bool = False) -> Word:
    """What the message says about itself. `manual`: the shop holds replies until Send now."""
    if reply.state is ReplyState.WAITING:
        return _waiting(reply, clock, manual=manual)
    if reply.state is ReplyState.POSTED:
        if reply.seen_at or not reply.is_public:
            return Word(
                tr("showing") if reply.is_public else tr("sent"), "eye" if reply.is_public else "check"
            )
        return Word(tr("Posted. {place} hasn’t shown it yet.").format(place=place), "clock")
    if reply.state is ReplyState.REFUSED:
        return Word(turned_down(reply.trouble, place), "warn", "brick")
    if reply.state is ReplyState.COPIED:
        return Word(tr("Copied. Posted yet?"), "hand", "amber")
    if reply.state is ReplyState.HELD:
        return Word(held_because(reply, place), "pause", "amber")
    word = _REPLY_STATES[reply.state]
    return word._replace(text=tr(word.text))


_WITHIN = {  # in a sentence; by itself each begins with a capital
    "The web": "on the web",
    "At the counter": "at the counter",
    "On the phone": "on the phone",
    "On paper": "on paper",
}


def place(name: str) -> str:
    """What a place is called, by itself: "Google", "The web"."""
    return tr(name)


def is_named(place: str) -> bool:
    """Whether it has a name of its own, and isn't just "The web"."""
    return not any(place in (name, tr(name)) for name in _WITHIN)


def on(sentence: str, place: str, **others: str) -> str:
    """A sentence with "on {place}" in it, also where the place has no name of its own: "Posted on the web"."""
    said = tr(sentence)
    within = next((tr(it) for name, it in _WITHIN.items() if place in (name, tr(name))), "")
    for there in (tr("on {place}"), _capital(tr("on {place}"))) if within else ():
        said = said.replace(there, within if there[0].islower() else _capital(within))
    return said.format(place=place, **others)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def posted(is_public: bool, place: str, *, is_practice: bool) -> str:
    """What the toast says when a reply is out."""
    if is_practice:
        said = tr("Posted on the pretend {place}") if is_public else tr("Sent on the pretend {place}")
    else:
        return on("Posted on {place}" if is_public else "Sent privately on {place}", place)
    return said.format(place=place)


_ABOUT_TO_GO = timedelta(minutes=1)
_PASSES = r"(?:slow down|working right now)\.$"  # how places' troubles end that only time mends


def _waiting(reply: Reply, clock: Clock, *, manual: bool) -> Word:
    left = reply.not_before - clock.now()
    if reply.trouble:  # it was tried, and is tried again by itself
        if reply.trouble == "offline":
            return Word(tr("Waiting for a connection"), "outbox")
        said = translated(reply.trouble)
        if left > timedelta(0) and re.search(_PASSES, reply.trouble):
            again = tr("We’ll try again at {when}.").format(when=moments.short(clock, reply.not_before))
            said = f"{said} {again}"
        return Word(said, "outbox")
    if manual or left > timedelta(days=300):  # held until somebody presses Send now
        return Word(tr("Waits until you press Send now"), "pause", "amber")
    if left > timedelta(0):
        seconds = moments.seconds_left(reply.not_before, clock)
        return Word(tr("Goes in {n} s").format(n=seconds), "undo", "amber")
    if left > -_ABOUT_TO_GO:
        return Word(tr("Sending…"), "send")
    return Word(tr("Waiting in the outbox"), "outbox")


# ---- what a passer-by sees, design 4.1 ----------------------------------------------------------------


def sight(seen: Sight, place: str, clock: Clock) -> Runs:
    """The passer-by line as (text, is bold) runs, see `ui/sights.py`. No row of the first list needs it."""
    from ui import sights

    return sights.sight(seen, place, clock)


# ---- errors, design 5.8 ------------------------------------------------------------------------------


class Trouble(NamedTuple):
    """What happened and what was kept; what you can do; the technical text behind Details."""

    sentence: str
    advice: str
    details: str


def trouble(error: ShopError, unsaved: int = 0) -> Trouble:
    """An error as a person reads it. `unsaved`: drafts that the disk didn't take; only without any are they safe."""
    sentence, advice = translated(str(error)), translated(error.advice)
    if isinstance(error, DiskTrouble) and unsaved:
        more = tr("{n} drafts aren’t saved yet: their words are only in this window.").format(n=unsaved)
        not_yet = tr("1 draft isn’t saved yet: its words are only in this window.") if unsaved == 1 else more
        sentence = f"{sentence} {not_yet}"
    elif isinstance(error, NoRoomToFetch):
        sentence = tr("There's no room left on this disk. We've stopped fetching, and your drafts are safe.")
    elif isinstance(error, DiskTrouble) and error.advice in (DiskTrouble.advice, DiskFull.advice):
        advice = f"{tr('Your drafts up to here are safe.')} {advice}"
    return Trouble(sentence, advice, error.details)
