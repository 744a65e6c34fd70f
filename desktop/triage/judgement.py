"""What a reading of one text says: the types that `judge`, `judge_many` and `follow_up` answer with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from desktop.language.details import Detail
from desktop.records import Kind
from desktop.triage import naming
from desktop.triage.excerpts import excerpt

NO_WORDS = "no clear words"
MOST_REASONS = 3
MOST_DETAILS = 8


class Topic(StrEnum):
    """What a text is about; several at once. packaging/reading/LABELS.md says what belongs where."""

    DELIVERY = "delivery"
    REFUND_CHARGE = "refund_charge"
    STAFF_SERVICE = "staff_service"
    QUALITY = "quality"
    PRICE_OFFER = "price_offer"
    HOURS_STOCK_PLACE = "hours_stock_place"
    BOOKING = "booking"
    SAFETY = "safety"
    WAITING = "waiting"
    WEB_APP_ACCOUNT = "web_app_account"
    PREMISES = "premises"
    OTHER = "other"


class Outcome(StrEnum):
    """RESOLVED is only ever a proposal for a person; thanks is no resolution; STILL_NOT_FIXED reopens."""

    RESOLVED = "resolved"
    THANKS = "thanks"
    STILL_NOT_FIXED = "still_not_fixed"
    NEUTRAL = "neutral"


class Asked(NamedTuple):
    """A text with what is known besides: stars, and our message before it."""

    text: str
    stars: int | None = None
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a later word of theirs says. `probabilities` has every outcome and adds up to 1."""

    outcome: Outcome
    reason: str  # "because: “sorted now”"
    probabilities: Mapping[Outcome, float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that decided. Words: `text == whole[start:end]`. A fact ("1 star") has no place: both are -1."""

    text: str
    start: int
    end: int
    weight: float  # how much it counted, beside the others; the heaviest comes first

    @property
    def is_fact(self) -> bool:
        return self.start < 0


@dataclass(frozen=True)
class Judgement:
    """What a post seems to be. Every number goes from 0 to 1, except `anger_level`; all of it is a guess."""

    kind: Kind
    probabilities: Mapping[Kind, float] = field(hash=False)  # every kind; they add up to 1
    is_unsure: bool  # too close to call: show it as a guess that wants a look
    complaint_score: float  # orders the inbox; 1.0 where safety words stand
    topics: tuple[Topic, ...]  # those that it may be about, the likeliest first; at least one, at most four
    topic_probabilities: Mapping[Topic, float] = field(hash=False)  # each by itself: they don't add up to 1
    anger: float
    anger_level: int  # 0 none, 1 annoyed, 2 angry, 3 furious
    language: str  # "en", "de", "es", "fr", "it", "pt", or "" where it can't be told
    is_serious: bool  # safety words: to the top, whatever else it is
    is_happening_now: bool
    text: str = field(repr=False)
    stars: int | None = None
    previous: str | None = field(default=None, repr=False)  # our message before it
    outcomes: Mapping[Outcome, float] = field(
        default_factory=dict, hash=False, repr=False
    )  # the model's alone
    learned: str = ""  # why the shop's own corrections moved the kind: "because you sorted 3 like this"

    @property
    def sureness(self) -> float:
        """The probability of `kind`."""
        return self.probabilities[self.kind]

    @property
    def reason(self) -> str:
        """ "because: “still waiting”, “2 hours”": facts first, then words in the order of the text."""
        if self.learned:
            return self.learned
        facts = [reason.text for reason in self.reasons if reason.is_fact]
        said = sorted((r for r in self.reasons if not r.is_fact), key=lambda r: r.start)
        named = [*facts, *(f"“{_short(reason.text)}”" for reason in said)]
        return "because: " + (", ".join(dict.fromkeys(named)) or NO_WORDS)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What decided, at most MOST_REASONS, the heaviest first; worked out when asked."""
        from desktop.triage.reasons import reasons

        return reasons([self])[0]

    @cached_property
    def follow_up(self) -> FollowUp:
        """Read as a later word of theirs; says nothing about a first one. Worked out when asked."""
        from desktop.triage.follow_up import weighed

        return weighed(self.text, self.outcomes, self.previous, is_serious=self.is_serious)

    @cached_property
    def excerpt(self) -> str:
        """Their words on one line, from where the trouble begins."""
        return excerpt(self.text, is_upset=self.kind in (Kind.COMPLAINT, Kind.ABUSIVE))

    @cached_property
    def details(self) -> tuple[Detail, ...]:
        """What the text names (see `named`). Worked out when asked."""
        return named(self.text)


def named(text: str) -> tuple[Detail, ...]:
    """What a text names, best first: single things, with their places in it. Nothing else is judged for it."""
    found = naming.named(text, MOST_DETAILS)
    return tuple(Detail(piece.text, piece.start, piece.end, f"“{_short(piece.text)}”") for piece in found)


def work_out_reasons(judged: Sequence[Judgement]) -> None:
    """Of all that will be asked for them, together: a few times quicker than each when it is asked."""
    from desktop.triage.reasons import reasons

    asked = [one for one in judged if not one.learned]
    for one, found in zip(asked, reasons(asked), strict=True):
        vars(one)["reasons"] = found  # where the cached property keeps it


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + "…"
