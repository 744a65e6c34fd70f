"""Setting the coach's checks aside: for a draft, then for oneself; the owner sees what is stopped."""

from __future__ import annotations

from typing import NamedTuple

from desktop import history, people, settings
from desktop.coach import why
from desktop.counter.acts import Undo
from desktop.errors import Misuse
from desktop.shop import Shop

_ALWAYS = frozenset({"c-private", "c-reward", "c-stars"})  # these only ever wait for one more press
DRAFTS = 3  # drafts in which a check was set aside before stopping it is offered


class Stopped(NamedTuple):
    """A check that somebody has stopped for themselves; `name` is what it is called."""

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
    settings.put(shop.store, settings.SET_ASIDE, {**kept, check: drafts}, person=shop.me.id)
    return len(drafts) == DRAFTS


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
    owner = people.owner(shop.store)
    if person != shop.me.id and not shop.me.is_owner:
        raise Misuse(f"Only {owner.name if owner else 'the owner'} can change this for others.")
    return _put(shop, person, check, is_stopped=False)


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
                here.store, here.by(), person, "check_stopped" if stopped else "check_on_again", body
            )

    write(shop, is_stopped)
    name = why.name_of(check)
    said = f"“{name}” is stopped for you" if is_stopped else f"“{name}” is on again"
    return Undo(said, lambda here: write(here, not is_stopped))


def stopped_checks(shop: Shop) -> tuple[Stopped, ...]:
    """What is stopped: the owner sees everybody's, the others see their own."""
    return tuple(
        Stopped(person.id, person.name, check, why.name_of(check))
        for person in people.all(shop.store)
        if shop.me.is_owner or person.id == shop.me.id
        for check in settings.get(shop.store, settings.QUIET_CHECKS, person=person.id)
        if isinstance(check, str)
    )
