"""What the coach looks at, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import IntEnum

from desktop.language.details import Detail
from desktop.records import Channel, Fact, Kind, Limit, Limits, Purpose
from desktop.writing import Writing

ALL = "c-all"  # stands for every check that may be stopped: somebody has turned the coach off for themselves


class Level(IntEnum):
    """How much a finding weighs: only HOLD keeps a reply from going; PAUSE wants one more press."""

    HOLD = 0
    PAUSE = 1
    LOOK = 2
    GOOD = 3


@dataclass(frozen=True, slots=True)
class PastReply:
    """An earlier public reply of the shop."""

    to_name: str
    text: str
    at: datetime


Spans = Mapping[int, tuple[tuple[time, time], ...]]


@dataclass(frozen=True, slots=True)
class Book:
    """What the Shop book says: facts, the week's opening spans (Monday 0), days it stays shut; what this shop says,
    what it doesn't, what it keeps out of answers to complaints, and which phrases rest until when."""

    facts: tuple[Fact, ...] = ()
    spans: Spans = field(default_factory=dict)
    closures: Mapping[date, str] = field(default_factory=dict)
    dont_say: tuple[str, ...] = ()
    kept_out: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    resting: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a check may look at. `their_text` is the newest word(s) of theirs being answered."""

    writing: Writing
    channel: Channel
    kind: Kind
    their_name: str
    their_text: str
    place: str
    limit: Limit
    count: Callable[[str], int]
    now: datetime
    person_name: str = ""
    sign_off: str = ""
    owner_name: str = ""
    limits: Limits = field(default_factory=Limits)
    currency: str = "€"
    is_serious: bool = False
    shop_name: str = ""
    staff: tuple[str, ...] = ()
    past: tuple[PastReply, ...] = ()
    dismissed: frozenset[str] = frozenset()  # checks set aside for this draft
    is_private_only: bool = False  # a private message, and nothing of ours in public yet
    has_private: bool = True  # there is a private way to write to them
    book: Book = field(default_factory=Book)
    public_text: str = ""  # their name there and all that stands in public already
    said_public: frozenset[str] = frozenset()  # what the writer of this draft says is public, as it stands there
    promised_at: datetime | None = None  # the time we gave them
    told_us: bool = True  # they have said that it is sorted; True where nothing is to be sorted
    asked_at: datetime | None = None  # when we asked them to say how it ended
    purpose: Purpose = Purpose.ANSWER
    their_details: tuple[Detail, ...] | None = None  # what their words name; None: they are read here
    is_event: bool = False  # one of many with the same cause
    knows_cause: bool = False  # of that event: somebody who may say so said "we know this"


@dataclass(frozen=True, slots=True)
class Action:
    """A way out of a finding: `key` is what the composer does, `label` what the button says.

    Keys: next_blank, show_me, add_line, dismiss, reword, compare, add_time, add_name, show_overflow, ask_owner,
    move_private, already_public (of the words of the finding), take_out (removes `span` from the draft), put (puts
    `words` in its place), public_line, correct_book and still_right (of the finding's fact), say_ourselves.
    """

    key: str
    label: str
    span: tuple[int, int] | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the coach points out. Spans are (start, end) in `writing.plain()` or in their text."""

    check: str  # "c-blanks"
    level: Level
    title: str
    text: str
    span: tuple[int, int] | None = None
    their_span: tuple[int, int] | None = None
    actions: tuple[Action, ...] = ()
    twin: PastReply | None = None
    count: int = 0  # blanks to fill, characters over...
    fact: Fact | None = None

    @property
    def whole(self) -> str:
        """Its title and its text, as one says them one after the other."""
        return f"{self.title}{'' if self.title.endswith(('?', '!', '.')) else '.'} {self.text}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the coach says of one draft: findings sorted hold, pause, look; and what is good already."""

    findings: tuple[Finding, ...]
    good: tuple[str, ...]

    @property
    def holds(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.level is Level.HOLD)
