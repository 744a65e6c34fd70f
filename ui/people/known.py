"""What the page knows of the people: read off the UI thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desktop import asks, counter, outbox, people, pins, settings
from desktop import clock as clocks
from desktop.asks import Ask, Nudge
from desktop.records import Limits, Person
from desktop.shop import Shop
from ui import moments, words
from ui.moments import tr

TABLES = frozenset({"people", "limits", "settings", "asks", "replies", "proofs", "pins"})
_THANKS = re.compile(r"(?<!\w)(?:thank\w*|thanks|cheers|grateful|well done|kudos)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """A person with their limits; `under` is the line under the name."""

    person: Person
    limits: Limits
    under: str
    is_here: bool
    month: tuple[tuple[str, str], ...] = ()  # what about, and the number


class Asking(NamedTuple):
    """A question that waits for the owner; `about` says when, from whom and where."""

    ask: Ask
    about: str
    is_of_today: bool


@dataclass(frozen=True, slots=True)
class Known:
    """`may_change`: who is here is the owner; `is_new`: this page's first line was not dismissed yet, and no
    banner stands above it."""

    members: tuple[Member, ...] = ()
    owner: str = ""
    currency: str = "€"
    me: str = ""
    may_change: bool = False
    is_new: bool = False
    asked: tuple[Asking, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    have_pins: frozenset[str] = frozenset()
    may_have_pins: bool = False  # somebody to keep apart, in a shop that is no practice
    lock_minutes: int = 5

    def member(self, person: str) -> Member | None:
        return next((each for each in self.members if each.person.id == person), None)


def read(shop: Shop) -> Known:
    owner, me = people.owner(shop.store), shop.me
    seen = settings.get(shop.store, settings.SEEN_LINES, person=me.id)
    return Known(
        members=tuple(_member(shop, person) for person in people.all(shop.store)),
        owner=owner.name if owner else "",
        currency=settings.get(shop.store, settings.CURRENCY),
        me=me.id,
        may_change=me.is_owner and not shop.read_only,
        is_new="people" not in seen and not shop.is_practice,
        asked=tuple(_asking(shop, ask) for ask in asks.waiting(shop.store)),
        nudges=counter.nudges(shop) if me.is_owner else (),
        have_pins=pins.holders(shop.store),
        may_have_pins=counter.may_lock(shop) and not shop.read_only,
        lock_minutes=settings.get(shop.store, settings.LOCK_MINUTES),
    )


def _asking(shop: Shop, ask: Ask) -> Asking:
    from desktop import conversations

    one = conversations.by_id(shop.store, ask.conversation)
    place = words.place(shop.place(one.platform)) if one else ""
    who = ", ".join(filter(None, (ask.author_name, place)))
    what = tr("wants to hide this") if ask.is_to_hide else ""
    about = " · ".join(filter(None, (moments.short(shop.clock, ask.at), who, what)))
    return Asking(ask, about, moments.day(shop.clock, ask.at) == tr("today"))


def _member(shop: Shop, person: Person) -> Member:
    is_here = person.id == shop.me.id
    role = tr(person.role_line or words.ROLES[person.role])
    parts = [role, tr("here now") if is_here else _last_here(shop, person)]
    limits, under = people.limits(shop.store, person.id), " · ".join(filter(None, parts))
    return Member(person, limits, under, is_here, () if person.is_owner else _month(shop, person))


def _month(shop: Shop, person: Person) -> tuple[tuple[str, str], ...]:
    """This calendar month in numbers, each about how things went and none comparing people."""
    local = shop.clock.local(shop.clock.now())
    since = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    sent = outbox.written_since(shop.store, person.id, since)
    shares = [share for writing in sent if (share := writing.own_share()) is not None]
    own = f"{round(100 * sum(shares) / len(shares))}%" if shares else "–"
    asked = sum(ask.person == person.id for ask in asks.since(shop.store, since))
    return (
        (tr("Replies"), str(len(sent))),
        (tr("In {name}’s own words").format(name=person.name), own),
        (tr("Asked first"), str(asked)),
        (tr("Endings made visible"), str(_endings(shop, person, since))),
        (tr("Thanked by name"), str(_thanked(shop, person, since))),
    )


def _endings(shop: Shop, person: Person, since: datetime) -> int:
    """Complaints whose ending they saw on the page, or wrote there themselves."""
    found = shop.store.value(
        "select count(distinct p.complaint) from proofs p where p.seen_at >= ? and (p.seen_by = ? or exists("
        "select 1 from replies r where r.conversation = p.complaint and r.purpose = 'ending' and r.person = ? "
        "and p.kind = 'our_update'))",
        (clocks.to_text(since), person.id, person.id),
    )
    return int(found or 0)


def _thanked(shop: Shop, person: Person, since: datetime) -> int:
    """Messages that thank them by name, where they had answered."""
    rows = shop.store.rows(
        "select text from posts where not is_ours and posted_at >= ? and gone_at is null and conversation in "
        "(select conversation from replies where person = ? and posted_at is not null) limit 1000",
        (clocks.to_text(since), person.id),
    )
    name = re.compile(rf"(?<!\w){re.escape(person.name)}(?!\w)", re.IGNORECASE)
    return sum(bool(name.search(row["text"]) and _THANKS.search(row["text"])) for row in rows)


def _last_here(shop: Shop, person: Person) -> str:
    """`last here Fri 17:40`: when they left the window to somebody else, or last decided something."""
    decided = shop.store.value("select at from events where person = ? order by id desc limit 1", (person.id,))
    at = max(str(decided or ""), settings.get(shop.store, settings.LAST_HERE, person=person.id))
    if not at:
        return ""
    return tr("last here {when}").format(when=_when(shop, clocks.from_text(at)))


def _when(shop: Shop, at: datetime) -> str:
    short = moments.short(shop.clock, at)
    is_today = moments.day(shop.clock, at) == tr("today")
    return tr("{hour} today").format(hour=short) if is_today else short


def dismiss_line(shop: Shop) -> None:
    """The first line was read."""
    seen = settings.get(shop.store, settings.SEEN_LINES, person=shop.me.id)
    if "people" not in seen and not shop.read_only:
        settings.put(shop.store, settings.SEEN_LINES, [*seen, "people"], person=shop.me.id)
