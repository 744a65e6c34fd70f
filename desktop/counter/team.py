"""Who is at the counter: adding and removing people, and how far they may go alone."""

from __future__ import annotations

from desktop import history, people, pins, settings
from desktop.counter.acts import Undo
from desktop.errors import Misuse
from desktop.records import Limits, Person, Role
from desktop.shop import Shop


def only_the_owner(shop: Shop) -> None:
    owner = people.owner(shop.store)
    if owner is not None and not shop.me.is_owner:
        raise Misuse(f"Only {owner.name} can change this page.")


def _named(name: str) -> str:
    if not name.strip():
        raise Misuse("A person needs a name.")
    return name.strip()


def add_person(shop: Shop, name: str, role_line: str = "", sign_off: str = "") -> Person:
    """A helper more, who has to ask about everything until limits are set. Raises Misuse without a name."""
    only_the_owner(shop)
    now = shop.clock.now()
    with shop.store.writing():
        person = people.add(
            shop.store, _named(name), Role.HELPER, now, role_line=role_line.strip(), sign_off=sign_off.strip()
        )
        history.tell(shop.store, shop.by(now), person.id, "person_added", {"name": person.name})
    return person


def take_over(shop: Shop, person_id: str) -> None:
    """This person is at the counter now; one who has left doesn't come back by it. Raises Misuse for one with a PIN."""
    found = people.by_id(shop.store, person_id)
    if found is None or found.left_at:
        return
    if person_id != shop.me.id and pins.verifier_of(shop.store, person_id):
        raise Misuse(f"{found.name} has a PIN. It's asked for where one switches.")
    shop.set_person(found)


def is_new_to_it(shop: Shop, person: Person) -> bool:
    """A helper who has answered nobody yet and wasn't asked whether to practise first."""
    if person.is_owner or not person.id or shop.is_practice or shop.read_only:
        return False
    if settings.get(shop.store, settings.PRACTICE_OFFERED, person=person.id):
        return False
    return not shop.store.value("select 1 from replies where person = ? limit 1", (person.id,))


def practice_was_offered(shop: Shop, person: Person) -> None:
    """Not offered to them again."""
    settings.put(shop.store, settings.PRACTICE_OFFERED, True, person=person.id)


def change_person(shop: Shop, person: Person) -> Undo | None:
    """Another name, sign-off or role line; the owner's to change, and everybody's own. None where nothing changes."""
    before = people.by_id(shop.store, person.id)
    if before is None:
        raise KeyError(person.id)
    name = _named(person.name)
    kept = before._replace(
        name=name, role_line=person.role_line.strip(), sign_off=person.sign_off.strip() or name
    )
    _may_change(shop, kept)
    if kept == before:
        return None
    with shop.store.writing():
        people.change(shop.store, kept)
        body = {"from": [before.name, before.role_line], "to": [kept.name, kept.role_line]}
        event = history.tell(shop.store, shop.by(), kept.id, "person_changed", body)
    _is_called(shop, kept)

    def take_back(here: Shop) -> None:
        now = people.by_id(here.store, kept.id)
        if now is None:
            return
        _may_change(here, now)
        old = _as_before(now, kept, before)
        with here.store.writing():
            people.change(here.store, old)
            history.tell(here.store, here.by(), old.id, "undone", {"event": event, "kind": "person_changed"})
        _is_called(here, old)

    return Undo(f"Changed what it says about {before.name}", take_back)


def _may_change(shop: Shop, person: Person) -> None:
    if person.id != shop.me.id:
        only_the_owner(shop)


def _is_called(shop: Shop, person: Person) -> None:
    """Who is here goes by the new name at once."""
    if person.id == shop.me.id:
        shop.set_person(person)


def _as_before(now: Person, kept: Person, before: Person) -> Person:
    """What this change gave is as it was before it; what was changed again since stays."""
    return now._replace(
        name=before.name if now.name == kept.name else now.name,
        role_line=before.role_line if now.role_line == kept.role_line else now.role_line,
        sign_off=before.sign_off if now.sign_off == kept.sign_off else now.sign_off,
    )


def set_limits(shop: Shop, person_id: str, limits: Limits) -> Undo | None:
    """What a helper may promise without asking; None where nothing changes."""
    only_the_owner(shop)
    person = people.by_id(shop.store, person_id)
    if person is None or person.is_owner:
        raise Misuse("Only helpers have limits.")
    before = people.limits(shop.store, person_id)
    changed = {thing: value for thing, value in limits._asdict().items() if value != getattr(before, thing)}
    if not changed:
        return None
    with shop.store.writing():
        people.put_limits(shop.store, person_id, limits)
        event = history.tell(shop.store, shop.by(), person_id, "limits", changed)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            people.put_limits(here.store, person_id, before)
            history.tell(here.store, here.by(), person_id, "undone", {"event": event, "kind": "limits"})

    return Undo(f"What {person.name} may do", take_back)
