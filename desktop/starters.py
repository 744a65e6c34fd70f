"""Starters: openings to rewrite, made of parts, wordings and blanks; and which wordings are resting.

The wordings are data (resources/starter_parts.json). Each has at least one blank the app never fills, so
nothing here can be posted as it stands. Rules: design 4.4; names and sets: copy 2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop import clock
from desktop.language.cues import cue_lists
from desktop.language.details import phrases, troubles
from desktop.language.text import RESOURCES, plain
from desktop.language.times import TIME_BLANKS
from desktop.records import Kind, Purpose
from desktop.writing import Ink, Paragraph, Part, Run, Writing

if TYPE_CHECKING:
    from desktop.store import Store

OWNS = ("wordings", "wording_uses")
REST_DAYS = 30

NAME, FIRST_NAME, HERE, HOURS = "name", "your first name", "what you do here", "hours"
SIGN_OFF = "sign-off"  # the writer's own saved line: stands for the whole last part
FILLABLE = frozenset({NAME, FIRST_NAME, HERE, HOURS})

LEAD = "Openings to rewrite, not scripts to paste. Nothing posts until you fill the blanks."
OTHER_WAYS = "Other ways to start this part. Pick one, then make it yours."
SHOW_LOCKED = "Comes later: once they've told you it's sorted."

LABELS: Mapping[Part, str] = {
    Part.HEAR: "Hear them",
    Part.DETAIL: "Their detail",
    Part.OWN: "Own it",
    Part.NEXT: "Next step",
    Part.COMPANY: "Keep company",
    Part.SHOW: "Ask to show",
    Part.SIGN: "Sign off",
}

SITUATIONS: Mapping[str, str] = {
    "gen": "Complaint, any",
    "late": "Late",
    "fault": "Broken or faulty",
    "wrong": "Wrong item",
    "rude": "Rude, or left feeling small",
    "price": "Price, or a charge",
    "hours": "Closed, or the hours were wrong",
    "book": "Booking",
    "ser": "Serious",
    "priv": "Privacy",
    "ques": "Question",
    "praise": "Praise",
    "idea": "Idea",
    "mix": "Mix-up",
    "abuse": "Abusive",
    "crisis": "Many people, one cause",
}
COMPLAINTS = ("gen", "late", "fault", "wrong", "rude", "price", "hours", "book")  # in order of a tie
_OF_KIND = {
    Kind.QUESTION: "ques",
    Kind.PRAISE: "praise",
    Kind.IDEA: "idea",
    Kind.MIX_UP: "mix",
    Kind.ABUSIVE: "abuse",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to phrase a part: text with {blanks}, each name a nudge to the writer."""

    id: str
    situation: str
    part: Part
    text: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a starter; `wording` when it must be that one, `situation` when it must be of that set."""

    part: Part
    wording: str = ""
    situation: str = ""


@dataclass(frozen=True, slots=True)
class Starter:
    """A named set of parts (copy 2.21) and what a reply begun with it is for."""

    key: str
    name: str
    slots: tuple[Slot, ...]
    purpose: Purpose = Purpose.ANSWER

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(slot.part for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Choice:
    """Another wording for a part, ready to show; `rests_until` is set while it rests."""

    wording: Wording
    paragraph: Paragraph
    rests_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PartOffer:
    """A part's button. A locked one is shown, dashed, with the tooltip saying when it comes."""

    part: Part
    label: str
    is_locked: bool = False
    tooltip: str = ""


def _starter(key: str, name: str, slots: str, purpose: Purpose = Purpose.ANSWER) -> tuple[str, Starter]:
    made = []
    for item in slots.split():
        part, _, wanted = item.partition(":")
        exact = "-" in wanted
        made.append(Slot(Part(part), wanted if exact else "", "" if exact else wanted))
    return key, Starter(key, name, tuple(made), purpose)


STARTERS: Mapping[str, Starter] = dict(
    (
        _starter("own", "Own it and fix it", "hear detail own next sign"),
        _starter("looking", "I'm looking into it", "hear detail company next:gen-n4 sign", Purpose.LOOKING),
        _starter("looking_ques", "I'm looking into it", "company next:ques-n1 sign", Purpose.LOOKING),
        _starter(
            "looking_ser", "I'm looking into it", "hear:ser own:ser-o1 next:ser-n3 sign", Purpose.LOOKING
        ),
        _starter("way", "I'm on my way", "detail next:book-n2 sign"),
        _starter("not_us", "It wasn't us, but I'll help", "hear detail next sign"),
        _starter("serious", "Say it's serious", "hear:ser detail:ser own:ser-o1 next:ser sign"),
        _starter("private", "Take it private, say so in public", "hear:priv next:priv-n1 sign"),
        _starter("charge", "Take it private, say so in public", "hear:price next:price-d2 sign"),
        _starter("question", "Answer the question", "detail next sign"),
        _starter("thanks", "Say thank you back", "detail hear sign"),
        _starter("idea", "Take the idea", "hear detail next sign"),
        _starter("mix", "Point them the right way", "hear detail next sign"),
        _starter("abuse", "Answer the part that's real", "hear next sign"),
        _starter("crisis", "Tell everyone at once", "hear own detail next:crisis-n1 next:crisis-n3 sign"),
        _starter("ask", "Ask how it ended", "detail:say-d1 show sign", Purpose.ASK),
        _starter("ending", "Post the ending", "detail:say own:say next:say sign", Purpose.ENDING),
    )
)
_FIRST = {
    Kind.QUESTION: "question",
    Kind.PRAISE: "thanks",
    Kind.IDEA: "idea",
    Kind.MIX_UP: "mix",
    Kind.ABUSIVE: "abuse",
}


# --- the library --------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def library() -> tuple[Wording, ...]:
    """All wordings that come with the app, in the order of the copy; read once, when first needed."""
    items = json.loads((RESOURCES / "starter_parts.json").read_text("utf-8"))
    return tuple(
        Wording(i["id"], i["situation"], Part(i["part"]), i["wording"], tuple(i["blanks"])) for i in items
    )


def wording(wording_id: str) -> Wording | None:
    """The wording of that id, None when the library has none."""
    return next((found for found in library() if found.id == wording_id), None)


def wordings_for(part: Part, situation: str) -> tuple[Wording, ...]:
    """The wordings of a part: the situation's own first, then the general ones of a complaint."""
    own_set = {Part.COMPANY: "co", Part.SHOW: "show", Part.SIGN: "sign"}.get(part)
    order = dict.fromkeys((own_set or situation, *(("gen",) if situation in COMPLAINTS else ())))
    return tuple(w for wanted in order for w in library() if w.situation == wanted and w.part is part)


# --- choosing -----------------------------------------------------------------------------------


def situation_of(kind: Kind, text: str, *, is_serious: bool = False) -> str:
    """Which set of wordings fits: a key of SITUATIONS. Between complaints the words decide."""
    if is_serious:
        return "ser"
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    if kind is not Kind.COMPLAINT:
        return "gen"
    points = dict.fromkeys((*COMPLAINTS, "priv"), 0)
    for cue in cue_lists("situations").find(plain(text)):
        name, _, weight = cue.label.partition(" ")
        points[name] += int(weight or 1)
    return max(points, key=lambda name: points[name])


def starters_for(
    kind: Kind,
    *,
    situation: str = "gen",
    is_serious: bool = False,
    is_happening_now: bool = False,
    is_fixed: bool = False,
    told_us: bool = False,
) -> tuple[Starter, ...]:
    """The openings to offer, best first; "Blank page" is not among them, it is always there.

    `is_fixed`: the trouble itself is solved; `told_us`: they said so themselves.
    """
    if is_fixed:
        return (STARTERS["ask"], STARTERS["ending"]) if told_us else (STARTERS["ending"],)
    if is_serious:
        return STARTERS["serious"], STARTERS["looking_ser"]
    if kind is Kind.QUESTION:
        return STARTERS["question"], STARTERS["looking_ques"]
    if kind is Kind.COMPLAINT:
        return _for_complaint(situation, is_happening_now), STARTERS["looking"]
    if kind in _FIRST:
        return (STARTERS[_FIRST[kind]],)
    return ()


def _for_complaint(situation: str, is_happening_now: bool) -> Starter:
    if is_happening_now:
        return STARTERS["way"]
    return STARTERS[{"priv": "private", "crisis": "crisis"}.get(situation, "own")]


def parts_for(kind: Kind, *, is_fixed: bool = False, told_us: bool = False) -> tuple[PartOffer, ...]:
    """The part buttons, in order. "Ask to show" stays locked until it is fixed and they told us."""
    complaint = kind in (Kind.COMPLAINT, Kind.OTHER)
    offered = {
        Part.HEAR: True,
        Part.DETAIL: True,
        Part.OWN: complaint,
        Part.NEXT: kind is not Kind.PRAISE,
        Part.COMPANY: kind in (Kind.COMPLAINT, Kind.QUESTION),
        Part.SHOW: complaint,
        Part.SIGN: True,
    }
    locked = not (is_fixed and told_us)
    return tuple(
        PartOffer(part, LABELS[part], True, SHOW_LOCKED)
        if part is Part.SHOW and locked
        else PartOffer(part, LABELS[part])
        for part in Part
        if offered[part]
    )


# --- composing ----------------------------------------------------------------------------------

_BLANK = re.compile(r"\{([^{}]+)\}")


def paragraph_of(wording: Wording, known: Mapping[str, str]) -> Paragraph:
    """A wording as runs: library words, blanks, and what is safely known put in."""
    runs: list[Run] = []
    for i, piece in enumerate(_BLANK.split(wording.text)):
        if i % 2 == 0:
            runs += [Run(piece, Ink.LIBRARY)] if piece else []
        elif piece in FILLABLE and known.get(piece, "").strip():
            runs.append(Run(known[piece].strip(), Ink.FILLED))
        else:
            runs.append(Run(piece, Ink.BLANK))
    return Paragraph(tuple(runs), wording.part, wording.id)


def part_paragraph(
    part: Part,
    situation: str,
    known: Mapping[str, str],
    resting: Collection[str] = (),
    avoid: Collection[str] = (),
) -> Paragraph:
    """A paragraph for one part: the first wording that neither rests nor is to be avoided.

    When all of them do, the first one that is not avoided (resting is advice, not a wall), else the first.
    A part without a wording for this situation is an empty paragraph of that part.
    """
    if part is Part.SIGN and known.get(SIGN_OFF, "").strip():
        return Paragraph((Run(known[SIGN_OFF].strip(), Ink.FILLED),), part)
    choices = wordings_for(part, situation)
    fresh = [w for w in choices if w.id not in resting and w.id not in avoid]
    usable = fresh or [w for w in choices if w.id not in avoid] or list(choices)
    return paragraph_of(usable[0], known) if usable else Paragraph((), part)


def compose(
    starter: Starter, *, situation: str, known: Mapping[str, str], resting: Collection[str] = ()
) -> Writing:
    """A starter as a text to rewrite. Parts that have no wording in this situation are left out."""
    paragraphs: list[Paragraph] = []
    for slot in starter.slots:
        exact = wording(slot.wording) if slot.wording else None
        if exact:
            paragraphs.append(_in_slot(exact, slot, known))
            continue
        used = {p.wording for p in paragraphs}
        paragraphs.append(part_paragraph(slot.part, slot.situation or situation, known, resting, used))
    return Writing(tuple(p for p in paragraphs if p.runs))


def _in_slot(exact: Wording, slot: Slot, known: Mapping[str, str]) -> Paragraph:
    made = paragraph_of(exact, known)
    return Paragraph(made.runs, slot.part, made.wording)


def other_wordings(
    part: Part,
    situation: str,
    resting: Mapping[str, datetime] | None = None,
    known: Mapping[str, str] | None = None,
) -> tuple[Choice, ...]:
    """All ways to start a part, those that rest last and with the time they rest until."""
    until = resting or {}
    choices = [
        Choice(w, paragraph_of(w, known or {}), until.get(w.id)) for w in wordings_for(part, situation)
    ]
    return tuple(sorted(choices, key=lambda choice: choice.rests_until is not None))


def swap_wording(paragraph: Paragraph, wording: Wording, known: Mapping[str, str]) -> Paragraph:
    """Puts another wording in the place of the library's words; what the writer typed stays, after it."""
    fresh = paragraph_of(wording, known)
    part = paragraph.part or fresh.part
    typed = " ".join(
        run.text.strip() for run in paragraph.runs if run.ink is Ink.TYPED and re.search(r"\w", run.text)
    )
    kept = (Run(" " + typed, Ink.TYPED),) if typed else ()
    return Paragraph((*fresh.runs, *kept), part, fresh.wording)


# --- resting ------------------------------------------------------------------------------------


def rested(store: Store, now: datetime, days: int = REST_DAYS) -> Mapping[str, datetime]:
    """The wordings that rest now, and until when: each rests `days` after its last posted use."""
    since = clock.to_text(now - timedelta(days=days))
    rows = store.rows(
        "select wording, max(at) as at from wording_uses where at > ? group by wording order by wording",
        (since,),
    )
    return {row["wording"]: clock.from_text(row["at"]) + timedelta(days=days) for row in rows}


def note_use(store: Store, wordings: Iterable[str], reply_id: str, at: datetime) -> None:
    """Remembers that a posted reply still had words of these wordings in it."""
    with store.writing():
        for used in dict.fromkeys(wordings):
            store.write(
                "insert or ignore into wording_uses (wording, reply, at) values (?, ?, ?)",
                (used, reply_id, clock.to_text(at)),
            )


# --- what to put in a blank -----------------------------------------------------------------------

THEIR_WORDS, TIMES = "Their words", "Times"
_MOST_WORDS = 6
_LONGEST = 70  # characters of their words that still read well inside a sentence


@dataclass(frozen=True, slots=True)
class Suggestions:
    """One section of a blank's list."""

    title: str
    items: tuple[str, ...]


def suggestions_for(
    blank: str,
    their_text: str,
    *,
    now: datetime,
    closes_at: time | None = None,
    opens_at: time | None = None,
) -> tuple[Suggestions, ...]:
    """What a blank's list offers: their own words and times, the likelier section first.

    `now` and the hours are in the shop's own time; `closes_at` is today's, `opens_at` tomorrow's, None when
    closed or unknown. Sections without items are left out.
    """
    named = [*phrases(their_text), *troubles(their_text)]
    short = [d.text.strip(".!?… ") for d in named if len(d.text) <= _LONGEST]
    theirs = Suggestions(THEIR_WORDS, tuple(dict.fromkeys(short))[:_MOST_WORDS])
    times = Suggestions(TIMES, _times(now, closes_at, opens_at))
    sections = (times, theirs) if blank in TIME_BLANKS else (theirs, times)
    return tuple(section for section in sections if section.items)


def _times(now: datetime, closes_at: time | None, opens_at: time | None) -> tuple[str, ...]:
    """Times somebody at a counter can keep: within the hour, before closing, tomorrow early."""
    found = []
    quarter = (now + timedelta(minutes=60)).replace(second=0, microsecond=0)
    quarter += timedelta(minutes=-quarter.minute % 15)
    if closes_at and quarter.time() < closes_at and quarter.date() == now.date():
        found.append(f"{quarter:%H:%M} today")
    if closes_at and now.time() < closes_at:
        found.append(f"{closes_at:%H:%M} today")
    if opens_at:
        later = datetime.combine(now.date(), opens_at) + timedelta(hours=3)
        found.append(f"{later:%H:%M} tomorrow")
    return tuple(dict.fromkeys(found or ["the end of tomorrow"]))
