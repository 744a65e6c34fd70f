"""What the composer is told about one conversation: plain values and functions, set once for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.coach.scene import Book, PastReply, Reading, Scene
from desktop.language.details import Detail
from desktop.records import Channel, Conversation, Kind, Limit, Limits, Post, Purpose
from desktop.starters import Choice, PartOffer, Suggestions
from desktop.writing import Part, Writing

if TYPE_CHECKING:
    from desktop.counter import Noisy

PART_ICONS: Mapping[Part, str] = {
    Part.HEAR: "ear",
    Part.DETAIL: "target",
    Part.OWN: "hand",
    Part.NEXT: "steps",
    Part.COMPANY: "cup",
    Part.SHOW: "eye",
    Part.SIGN: "sign",
}

PART_JOBS: Mapping[Part, str] = {
    Part.HEAR: "Say back what it was like",
    Part.DETAIL: "The one specific thing they named",
    Part.OWN: "Say what was ours, plainly",
    Part.NEXT: "What happens, who does it, by when",
    Part.COMPANY: "A little warmth while you look something up",
    Part.SHOW: "Ask them to say how it ended, in their words",
    Part.SIGN: "A person's name",
}


@dataclass(frozen=True, slots=True)
class StartChoice:
    """One card of "Start from": what pressing it puts into the editor.

    `key` is the starter's id ("" for the blank page). `is_looking`: it promises to be back by a time.
    """

    key: str
    title: str
    writing: Writing
    is_looking: bool = False


def _no_wordings(part: Part) -> Sequence[Choice]:
    return ()


def _no_suggestions(blank: str) -> Sequence[Suggestions]:
    return ()


def _no_warning(text: str) -> str:
    return ""


def _nothing_to_say(scene: Scene) -> Reading:
    return Reading((), ())


def in_public(one: Conversation, thread: Iterable[Post]) -> str:
    """Their name at the place, and every word that stands there: what is no secret any more."""
    shown = [post.text for post in thread if post.is_public and not post.gone_at] if one.is_public else []
    return "\n".join((one.author_name, *shown))


@dataclass(frozen=True, slots=True)
class ComposerContext:
    """Everything the composer may know. It never touches the shop: the page fills this in.

    `first` and `looking` are the first two cards (None: not offered); the blank page is always there.
    `offers` are the parts' buttons (starters.parts_for). `wordings` gives the ways to phrase a part in this
    situation, resting ones last (starters.other_wordings). `suggestions` gives what may go into the blank of
    this name (starters.suggestions_for). `read` is the coach (coach.read).
    `count` measures a text as the place counts; `limits_by_channel` how long each may be. `warning` is what to know
    before a public text goes (what it costs, why it can't go from here), "" for nothing.
    """

    place: str = ""
    their_name: str = ""
    their_text: str = ""
    their_details: tuple[Detail, ...] | None = None  # what it names, best first; None: read where it is wanted
    kind: Kind = Kind.OTHER
    purpose: Purpose = Purpose.ANSWER  # what a reply written here is for
    person_name: str = ""
    sign_off: str = ""
    owner_name: str = ""
    shop_name: str = ""
    channels: tuple[Channel, ...] = (Channel.PUBLIC, Channel.NOTE)
    limit: Limit = field(default_factory=lambda: Limit(0))  # most 0: no limit known
    private_limit: Limit | None = None  # None: as `limit`
    count: Callable[[str], int] = len
    warning: Callable[[str], str] = _no_warning
    limits: Limits = field(default_factory=Limits)  # what this person may promise alone
    currency: str = "€"
    is_serious: bool = False
    is_event: bool = False  # one of many with the same cause, or words to all of them
    knows_cause: bool = False  # of that event: somebody who may say so said "we know this"
    held_by: str = ""  # somebody else is on it
    is_online: bool = True
    is_practice: bool = False
    can_post: bool = True  # False: "Copy and open {place}"
    can_open: bool = True  # where it can't: there is a page to open
    has_public_answer: bool = True  # False in a public complaint: a private message alone is pointed out
    staff: tuple[str, ...] = ()
    past: tuple[PastReply, ...] = ()
    book: Book = field(default_factory=Book)  # what the Shop book says, for the coach
    public_text: str = ""  # their name at the place, and what stands there already
    promised_at: datetime | None = None
    told_us: bool = True  # they said that it is sorted; True where nothing is to be sorted
    asked_at: datetime | None = None
    quiet: frozenset[str] = frozenset()  # checks this person has stopped, or the owner for everybody
    noisy: Noisy | None = None  # for the owner: the check that is set aside most, and how often
    first: StartChoice | None = None
    looking: StartChoice | None = None
    situation: str = ""  # which set of wordings fits: a key of starters.SITUATIONS
    situations: tuple[str, ...] = ()  # what it may be instead; empty where it can't be chosen
    is_situation_chosen: bool = False  # by a person; else their words were read
    blank_line: str = ""  # "6 of your last 10 began here"
    offers: tuple[PartOffer, ...] = ()  # the parts that fit this kind, in order
    wordings: Callable[[Part], Sequence[Choice]] = _no_wordings
    suggestions: Callable[[str], Sequence[Suggestions]] = _no_suggestions
    read: Callable[[Scene], Reading] = _nothing_to_say
    now: Callable[[], datetime] = field(default=lambda: datetime.now().astimezone())
    closes_at: datetime | None = None  # when the shop closes, while it is open: for "by closing"

    def limit_for(self, channel: Channel) -> Limit:
        """How long a text on this channel may be; `most` 0 when there is no limit."""
        if channel is Channel.NOTE:
            return Limit(0)
        if channel is Channel.PRIVATE and self.private_limit is not None:
            return self.private_limit
        return self.limit
