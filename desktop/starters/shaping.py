"""Which parts an opening has, and in which order, where a shop wants other ones than it comes with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.errors import Misuse
from desktop.records import Kind, Purpose
from desktop.starters.choosing import starters_for
from desktop.starters.library import wordings_for
from desktop.starters.nouns import COMPLAINTS, OF_KIND, SITUATIONS, STARTERS, Slot, Stance, Starter
from desktop.writing import Part

_EXTRA = (Part.HEAR, Part.DETAIL, Part.OWN, Part.NEXT, Part.COMPANY)
_KINDS = {situation: kind for kind, situation in OF_KIND.items()}


def openings_of(situation: str) -> tuple[Starter, ...]:
    """The openings that are offered in a situation (a key of SITUATIONS), best first."""
    if situation == "show":
        return (STARTERS["ask"],)
    if situation == "say":
        return (STARTERS["ending"],)
    kind = _KINDS.get(situation, Kind.COMPLAINT)
    found = starters_for(kind, situation=situation, is_serious=situation == "ser")
    return (*found[:1], STARTERS["way"], *found[1:]) if situation in COMPLAINTS else found


def possible_parts(starter: Starter, situation: str) -> tuple[Part, ...]:
    """The parts an opening can have: its own in their order, then others that are worded there, then the sign-off."""
    own = [part for part in starter.parts if part is not Part.SIGN]
    more = [part for part in _EXTRA if part not in own and _is_worded(starter, situation, part)]
    return (*own, *more, Part.SIGN)


def _is_worded(starter: Starter, situation: str, part: Part) -> bool:
    if part is Part.COMPANY:  # only while something is looked up, and nothing grave
        return starter.purpose is Purpose.LOOKING and not _home(starter)
    if part is Part.OWN and starter.key == "not_us":
        return False
    fitting = wordings_for(part, _home(starter) or situation)
    return any(one.stance in (Stance.ANY, starter.stance) for one in fitting)


def _home(starter: Starter) -> str:
    """The set that an opening takes its wordings from, where that isn't the situation's own."""
    return next((slot.situation for slot in starter.slots if slot.situation), "")


def shaped(starter: Starter, situation: str, parts: Sequence[Part]) -> Starter:
    """The opening with these parts in this order. Raises Misuse for what it can't have, and for nothing to write."""
    possible = Counter(possible_parts(starter, situation))
    if Counter(parts) - possible:
        raise Misuse("This opening can't have that part.")
    if not set(parts) - {Part.SIGN}:
        raise Misuse("An opening needs a part besides the sign-off.")
    slots = list(starter.slots)
    made = []
    for part in parts:
        own = next((slot for slot in slots if slot.part is part), None)
        if own is not None:
            slots.remove(own)
        made.append(own or Slot(part, situation=_home(starter)))
    return Starter(starter.key, starter.name, tuple(made), starter.purpose)


def situations() -> tuple[str, ...]:
    """Those for which openings are offered."""
    return tuple(situation for situation in SITUATIONS if openings_of(situation))
