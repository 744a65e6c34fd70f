"""Setting the coach's checks aside: for a draft, then for oneself; the owner sees what is stopped, and what is noisy.

A check that is set aside in draft after draft, by whomever, may be wrong for this shop: the owner is told how often,
and turns it off for everybody or keeps it.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop import history, people, settings
from desktop.coach import why
from desktop.counter.acts import Undo
from desktop.errors import Misuse
from desktop.shop import Shop

_ALWAYS = frozenset({"c-private", "c-reward", "c-stars"})  # these only ever wait for one more press
DRAFTS = 3  # drafts in which a check was set aside before stopping it is offered
NOISY = 5  # drafts in which it was set aside, by anybody, before the owner hears of it
_SHOP = "coach"  # the subject of what is told of a check for the whole shop


class Noisy(NamedTuple):
    """A check that was set aside in `times` drafts; `by`: who did, and in how many, the most first."""

    check: str
    name: str
    times: int
    by: tuple[tuple[str, int], ...]


class Stopped(NamedTuple):
    """A check that somebody has stopped for themselves, or the owner for everybody (`person` ""); its `name`."""

    person: str
    person_name: str
    check: str
    name: str


def set_aside(shop: Shop, conversation: str, check: str) -> bool:
    """Notes that a check was set aside in a draft; True when that is the third of this person's."""
    if check in _ALWAYS:
        return False
    kept = settings.get(shop.store, settings.SET_ASIDE, person=shop.me.id)
    drafts = kept.get(check)
    drafts = [one for one in drafts if isinstance(one, str)] if isinstance(drafts, list) else []
    if conversation in drafts or check in settings.get(shop.store, settings.QUIET_CHECKS, person=shop.me.id):
        return False
    drafts = [*drafts, conversation][-DRAFTS:]
    with shop.store.writing():
        settings.put(shop.store, settings.SET_ASIDE, {**kept, check: drafts}, person=shop.me.id)
        body = {"check": check, "conversation": conversation}
        history.tell(shop.store, shop.by(), _SHOP, "check_set_aside", body)
    return len(drafts) == DRAFTS


def noisy_checks(shop: Shop) -> tuple[Noisy, ...]:
    """What was set aside in many drafts since the owner last said `Keep`, the noisiest first; () for the others."""
    if not shop.me.is_owner:
        return ()
    asides: dict[str, dict[str, set[str]]] = {}  # check -> person's name -> conversations
    for event in history.of(shop.store, _SHOP):
        check, conversation = event.body.get("check"), event.body.get("conversation")
        if event.kind == "check_set_aside" and isinstance(check, str) and isinstance(conversation, str):
            asides.setdefault(check, {}).setdefault(event.person_name, set()).add(conversation)
        elif isinstance(check, str):
            asides.pop(check, None)  # decided about: counted anew
    found = (_noisy(check, by) for check, by in asides.items())
    return tuple(sorted((one for one in found if one.times >= NOISY), key=lambda one: -one.times))


def _noisy(check: str, by: dict[str, set[str]]) -> Noisy:
    counted = sorted(((name, len(drafts)) for name, drafts in by.items()), key=lambda one: (-one[1], one[0]))
    return Noisy(check, why.name_of(check), sum(times for _, times in counted), tuple(counted))


def keep_for_shop(shop: Shop, check: str) -> None:
    """`Keep`: it goes on for everybody, and is counted anew. Raises Misuse."""
    _owner_only(shop)
    with shop.store.writing():
        history.tell(shop.store, shop.by(), _SHOP, "check_kept", {"check": check})


def turn_off_for_shop(shop: Shop, check: str) -> Undo:
    """`Turn off for the shop`: nobody hears of it again, until the owner turns it on. Raises Misuse."""
    _owner_only(shop)
    return _put(shop, "", check, is_stopped=True)


def quiet_checks(shop: Shop) -> frozenset[str]:
    """The checks that don't speak to whoever is here: their own, and those that are off for the shop."""
    kept = (settings.get(shop.store, settings.QUIET_CHECKS, person=person) for person in ("", shop.me.id))
    return frozenset(check for checks in kept for check in checks if isinstance(check, str))


def keep_check(shop: Shop, check: str) -> None:
    """`Keep`: it goes on, and is counted anew."""
    kept = settings.get(shop.store, settings.SET_ASIDE, person=shop.me.id)
    settings.put(
        shop.store, settings.SET_ASIDE, {k: v for k, v in kept.items() if k != check}, person=shop.me.id
    )


def stop_check(shop: Shop, check: str) -> Undo:
    """`Stop`: whoever is here doesn't hear of it again."""
    return _put(shop, shop.me.id, check, is_stopped=True)


def turn_on_check(shop: Shop, person: str, check: str) -> Undo:
    """`Turn on again`: one's own, or for the owner anybody's. Raises Misuse."""
    if person != shop.me.id:
        _owner_only(shop)
    return _put(shop, person, check, is_stopped=False)


def _owner_only(shop: Shop) -> None:
    if not shop.me.is_owner:
        owner = people.owner(shop.store)
        raise Misuse(f"Only {owner.name if owner else 'the owner'} can change this for others.")


def _put(shop: Shop, person: str, check: str, *, is_stopped: bool) -> Undo:
    def write(here: Shop, stopped: bool) -> None:
        quiet = [c for c in settings.get(here.store, settings.QUIET_CHECKS, person=person) if c != check]
        aside = settings.get(here.store, settings.SET_ASIDE, person=person)
        body = {"check": check, "person": person}
        with here.store.writing():
            settings.put(
                here.store, settings.QUIET_CHECKS, [*quiet, *([check] if stopped else [])], person=person
            )
            settings.put(
                here.store, settings.SET_ASIDE, {k: v for k, v in aside.items() if k != check}, person=person
            )
            history.tell(
                here.store, here.by(), person or _SHOP, "check_stopped" if stopped else "check_on_again", body
            )

    write(shop, is_stopped)
    name = why.name_of(check)
    stopped = f"“{name}” is stopped for you" if person else f"“{name}” is off for everybody"
    said = stopped if is_stopped else f"“{name}” is on again"
    return Undo(said, lambda here: write(here, not is_stopped))


def stopped_checks(shop: Shop) -> tuple[Stopped, ...]:
    """What is stopped: the owner sees everybody's, the others see their own and what is off for the shop."""
    team = [(p.id, p.name) for p in people.all(shop.store) if shop.me.is_owner or p.id == shop.me.id]
    return tuple(
        Stopped(person, name, check, why.name_of(check))
        for person, name in [("", ""), *team]
        for check in settings.get(shop.store, settings.QUIET_CHECKS, person=person)
        if isinstance(check, str)
    )
