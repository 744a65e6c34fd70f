"""The parts of the openings, as a shop wants them: the owner's for everybody, a helper's own for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from desktop import clock, history, people, settings, starters
from desktop.counter.acts import Undo
from desktop.errors import Misuse
from desktop.records import Person
from desktop.shop import Shop
from desktop.starters import Starter
from desktop.writing import Part

Choices = dict[str, object]


class Shape(NamedTuple):
    """The parts of one opening as who is here gets it; `by` whom and when they were chosen, None as it comes."""

    parts: tuple[Part, ...]
    by: Person | None = None
    at: datetime | None = None


def opening(shop: Shop, starter: Starter, situation: str) -> Starter:
    """The opening as who is here gets it: with their own parts, else the owner's, else as it comes."""
    return starters.shaped(starter, situation, shape_of(shop, starter, situation).parts)


def shape_of(shop: Shop, starter: Starter, situation: str) -> Shape:
    """As `opening`, with who chose the parts. What no longer fits is as if nobody had chosen."""
    for person in dict.fromkeys((shop.me, people.owner(shop.store))):
        kept = _choices(shop, person).get(_key(starter, situation)) if person else None
        found = _read(starter, situation, kept)
        if found is not None:
            return Shape(found[0], person, found[1])
    return Shape(starter.parts)


def choose_parts(shop: Shop, starter: Starter, situation: str, parts: Sequence[Part]) -> Undo:
    """The opening begins with these, for whoever is here; the owner's choice is everybody's. Raises Misuse."""
    starters.shaped(starter, situation, parts)
    chosen: Choices = {"parts": [part.value for part in parts], "at": clock.to_text(shop.clock.now())}
    return _put(shop, starter, situation, chosen, f"“{starter.name}” changed")


def as_it_comes(shop: Shop, starter: Starter, situation: str) -> Undo:
    """What who is here chose is given up: it is as the owner wants it, else as it comes with the app."""
    if _key(starter, situation) not in _choices(shop, shop.me):
        raise Misuse("You haven't changed this one.")
    return _put(shop, starter, situation, None, f"“{starter.name}” is as it was")


def _put(shop: Shop, starter: Starter, situation: str, chosen: Choices | None, text: str) -> Undo:
    me, key = shop.me, _key(starter, situation)
    before = _choices(shop, me).get(key)
    kind = "opening_changed" if chosen else "opening_reset"

    def write(here: Shop, value: object) -> None:
        kept = {each: one for each, one in _choices(here, me).items() if each != key}
        settings.put(here.store, settings.OPENINGS, {**kept, **({key: value} if value else {})}, person=me.id)

    with shop.store.writing():
        write(shop, chosen)
        body = {"parts": chosen["parts"] if chosen else []}
        event = history.tell(shop.store, shop.by(), f"opening/{key}", kind, body)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            write(here, before)
            history.tell(here.store, here.by(), f"opening/{key}", "undone", {"event": event, "kind": kind})

    return Undo(text, take_back)


def _choices(shop: Shop, person: Person) -> Choices:
    return settings.get(shop.store, settings.OPENINGS, person=person.id)


def _key(starter: Starter, situation: str) -> str:
    return f"{starter.key}/{situation}"


def _read(starter: Starter, situation: str, kept: object) -> tuple[tuple[Part, ...], datetime] | None:
    if not isinstance(kept, dict):
        return None
    try:
        parts = tuple(Part(name) for name in kept["parts"])
        starters.shaped(starter, situation, parts)
        return parts, clock.from_text(kept["at"])
    except (KeyError, TypeError, ValueError, Misuse):
        return None
