"""A helper leaves, and comes back where that was a mistake: what they wrote keeps their name either way."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from desktop import asks, claims, conversations, drafts, history, keys, people, pins
from desktop.counter.acts import Undo
from desktop.counter.asking import give_up_ask
from desktop.counter.team import only_the_owner
from desktop.drafts import Kept
from desktop.errors import Misuse
from desktop.keys import KeyFile
from desktop.pins import Pin
from desktop.records import Person
from desktop.settling import settle
from desktop.shop import Shop
from desktop.writing import Writing


class Moved(NamedTuple):
    """A draft that went to the owner: what the owner had there before, if anything, and has now."""

    draft: Kept
    before: tuple[Writing, datetime] | None
    after: Writing


class Left(NamedTuple):
    """What somebody leaves behind, to be given back."""

    held: tuple[str, ...]
    moved: tuple[Moved, ...]
    pin: Pin | None
    keys: tuple[KeyFile, KeyFile] | None  # the ways into the shop file, before and after


def remove_person(shop: Shop, person_id: str) -> Undo:
    """A helper leaves: their drafts go to the owner, nobody holds what they held, their name stays on replies."""
    only_the_owner(shop)
    person, owner = people.by_id(shop.store, person_id), people.owner(shop.store)
    if person is None or owner is None or person.is_owner or person.left_at:
        raise Misuse("The owner can't be removed.")
    now = shop.clock.now()
    ways_in = _take_their_password(shop, person_id)
    rows = shop.store.rows("select id from conversations where holder = ?", (person_id,))
    held = tuple(str(row["id"]) for row in rows)
    with shop.store.writing():
        for asked in asks.open_of(shop.store, person_id):
            give_up_ask(shop, asked, now)
        left = Left(held, _hand_over_drafts(shop, person, owner), pins.kept(shop.store, person_id), ways_in)
        touched = [*(each.draft.conversation for each in left.moved), *held]
        for conversation in held:
            conversations.give_to(shop.store, conversation, "")
        claims.give_up_all(shop.store, person_id)
        pins.forget(shop.store, person_id)
        people.leave(shop.store, person_id, now)
        body = {"name": person.name, "drafts": touched[: len(left.moved)], "conversations": held}
        event = history.tell(shop.store, shop.by(now), person_id, "person_removed", body)
        settle(shop.store, dict.fromkeys(touched), shop.clock)
    return Undo(f"Removed {person.name}", lambda here: _come_back(here, person, owner, left, event))


def _come_back(shop: Shop, person: Person, owner: Person, left: Left, event: str) -> None:
    """With their PIN, and what is still as they left it; what they asked the owner are drafts of theirs now."""
    with shop.store.writing():
        people.come_back(shop.store, person.id)
        if left.pin is not None:
            pins.put_back(shop.store, person.id, left.pin)
        for each in left.moved:
            _give_back(shop, each, owner)
        for conversation in left.held:
            one = conversations.by_id(shop.store, conversation)
            if one is not None and not one.holder:
                conversations.give_to(shop.store, conversation, person.id)
        history.tell(shop.store, shop.by(), person.id, "undone", {"event": event, "kind": "person_removed"})
        settle(shop.store, dict.fromkeys((*(each.draft.conversation for each in left.moved), *left.held)), shop.clock)
    if left.keys is not None and keys.of(shop.folder) == left.keys[1]:  # else the shop has another key by now
        keys.put(shop.folder, left.keys[0])


def _take_their_password(shop: Shop, person: str) -> tuple[KeyFile, KeyFile] | None:
    """It opens the shop file no more. (Copies they carried off still open with it: that takes another key.)"""
    if shop.key is None or person not in (file := keys.of(shop.folder)).people():
        return None
    after = keys.without(file, keys.PASSWORD, person)
    keys.put(shop.folder, after)
    return file, after


def _hand_over_drafts(shop: Shop, person: Person, owner: Person) -> tuple[Moved, ...]:
    """Moves drafts; where the owner writes there too, the other words follow under theirs."""
    moved = []
    for draft in drafts.all_of(shop.store, person.id):
        writing, at = draft.writing, draft.at
        own = drafts.load(shop.store, draft.conversation, owner.id, draft.channel)
        if own is not None:
            writing = own[0].with_parts((*own[0].paragraphs, *writing.paragraphs))
            at = max(at, own[1])
        drafts.save(shop.store, draft.conversation, owner.id, draft.channel, writing, at)
        drafts.drop(shop.store, draft.conversation, person.id, draft.channel)
        moved.append(Moved(draft, own, writing))
    return tuple(moved)


def _give_back(shop: Shop, moved: Moved, owner: Person) -> None:
    """Their draft is theirs again; what the owner has written into it since stays with the owner."""
    draft, store = moved.draft, shop.store
    now = drafts.load(store, draft.conversation, owner.id, draft.channel)
    drafts.save(store, draft.conversation, draft.person, draft.channel, draft.writing, draft.at)
    if now is None or now[0] != moved.after:
        return
    if moved.before is None:
        drafts.drop(store, draft.conversation, owner.id, draft.channel)
    else:
        drafts.save(store, draft.conversation, owner.id, draft.channel, *moved.before)
