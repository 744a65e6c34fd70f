"""What the page knows of the people: read off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop import clock as clocks
from desktop import people, settings
from desktop.records import Limits, Person
from desktop.shop import Shop
from ui import moments, words
from ui.moments import tr

TABLES = frozenset({"people", "limits", "settings"})


@dataclass(frozen=True, slots=True)
class Member:
    """A person with their limits; `under` is the line under the name."""

    person: Person
    limits: Limits
    under: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Known:
    """`may_change`: who is here is the owner; `is_new`: this page's first line was not dismissed yet."""

    members: tuple[Member, ...] = ()
    owner: str = ""
    currency: str = "€"
    me: str = ""
    may_change: bool = False
    is_new: bool = False

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
        is_new="people" not in seen,
    )


def _member(shop: Shop, person: Person) -> Member:
    is_here = person.id == shop.me.id
    role = person.role_line or tr(words.ROLES[person.role])
    parts = [role, tr("here now") if is_here else _last_here(shop, person)]
    return Member(person, people.limits(shop.store, person.id), " · ".join(filter(None, parts)), is_here)


def _last_here(shop: Shop, person: Person) -> str:
    """`last here Fri 17:40`: when they last decided something."""
    at = shop.store.value("select at from events where person = ? order by id desc limit 1", (person.id,))
    if at is None:
        return ""
    return tr("last here {when}").format(when=_when(shop, clocks.from_text(at)))


def _when(shop: Shop, at: datetime) -> str:
    short = moments.short(shop.clock, at)
    is_today = moments.day(shop.clock, at) == tr("today")
    return tr("{hour} today").format(hour=short) if is_today else short


def dismiss_line(shop: Shop) -> None:
    """The first line was read."""
    seen = settings.get(shop.store, settings.SEEN_LINES, person=shop.me.id)
    if "people" not in seen:
        settings.put(shop.store, settings.SEEN_LINES, [*seen, "people"], person=shop.me.id)
