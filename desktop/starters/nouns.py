"""What a starter is made of: parts, wordings, blanks; the named sets (copy 2.21) and what things are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records import Kind, Purpose
from desktop.writing import Paragraph, Part

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
    "not": "Not ours",
    "show": "Put right: asking them to say so",
    "say": "Put right: saying it ourselves",
}
NOT_OURS = "not"
COMPLAINTS = ("gen", "late", "fault", "wrong", "rude", "price", "hours", "book")  # in order of a tie
OF_KIND = {
    Kind.QUESTION: "ques",
    Kind.PRAISE: "praise",
    Kind.IDEA: "idea",
    Kind.MIX_UP: "mix",
    Kind.ABUSIVE: "abuse",
}


class Stance(StrEnum):
    """What a wording takes for granted, so that the parts of one opening don't contradict each other."""

    ANY = ""
    KNOWN = "known"  # we have looked: "I've looked up your order"
    OPEN = "open"  # we haven't yet: "I don't know, and I'd rather not guess"
    CHOSEN = (
        "chosen"  # says something that may not be so ("We've stopped selling…"): only by a person's choice
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to phrase a part: text with {blanks}, each name a nudge to the writer."""

    id: str
    situation: str
    part: Part
    text: str
    blanks: tuple[str, ...]
    stance: Stance = Stance.ANY


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
    def stance(self) -> Stance:
        """Whoever is looking into it hasn't found out yet."""
        return Stance.OPEN if self.purpose is Purpose.LOOKING else Stance.KNOWN

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


_IN_THEIR_CASE = "In their case"
STARTERS: Mapping[str, Starter] = dict(
    (
        _starter("own", "Own it and fix it", "hear detail own next sign"),
        _starter("looking", "I'm looking into it", "hear detail company next sign", Purpose.LOOKING),
        _starter("looking_ques", "I'm looking into it", "company next sign", Purpose.LOOKING),
        _starter("looking_ser", "I'm looking into it", "hear:ser own:ser-o1 next:ser sign", Purpose.LOOKING),
        _starter("looking_priv", "I'm looking into it", "hear:priv next:gen sign", Purpose.LOOKING),
        _starter("way", "I'm on my way", "detail:book-d2 next:book-n2 sign"),
        _starter("not_us", "It wasn't us, but I'll help", "hear detail next sign"),
        _starter("serious", "Say it's serious", "hear:ser detail:ser own:ser-o1 next:ser sign"),
        _starter("private", "Take it private, say so in public", "hear:priv next:priv-n1 sign"),
        _starter("charge", "Take it private, say so in public", "hear:price next:price-d2 sign"),
        _starter("question", "Answer the question", "detail next sign"),
        _starter("thanks", "Say thank you back", "detail hear sign"),
        _starter("idea", "Take the idea", "detail next sign"),
        _starter("mix", "Point them the right way", "detail next sign"),
        _starter("abuse", "Answer the part that's real", "hear next sign"),
        _starter("crisis", "Tell everyone at once", "hear own detail next:crisis-n1 next:crisis-n3 sign"),
        _starter("crisis_open", "Tell everyone at once", "hear own:ser-o2 detail next:crisis-n1 next:crisis-n3 sign"),
        _starter("in_event", _IN_THEIR_CASE, "hear:gen detail:crisis-d2 own:crisis-o1 next:crisis-n1 sign"),
        _starter("in_event_open", _IN_THEIR_CASE, "hear:gen detail:crisis-d2 own:ser-o1 next:crisis-n1 sign"),
        _starter("ask", "Ask how it ended", "detail:show show sign", Purpose.ASK),
        _starter("ending", "Post the ending", "detail:say own:say next:say sign", Purpose.ENDING),
    )
)
FIRST = {
    Kind.QUESTION: "question",
    Kind.PRAISE: "thanks",
    Kind.IDEA: "idea",
    Kind.MIX_UP: "mix",
    Kind.ABUSIVE: "abuse",
}
