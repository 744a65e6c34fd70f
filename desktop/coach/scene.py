"""What the coach looks at, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from desktop.records import Channel, Kind, Limit, Limits
from desktop.writing import Writing


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
    is_private_only: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """A way out of a finding: `key` is what the composer does, `label` what the button says.

    Keys: next_blank, show_me, add_line, dismiss, reword, compare, add_time, add_name, show_overflow,
    ask_owner, move_private, take_out (removes `span` from the draft).
    """

    key: str
    label: str
    span: tuple[int, int] | None = None


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


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the coach says of one draft: findings sorted hold, pause, look; and what is good already."""

    findings: tuple[Finding, ...]
    good: tuple[str, ...]

    @property
    def holds(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.level is Level.HOLD)
