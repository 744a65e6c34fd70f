"""Wordings of one's own: kept from a reply, written for later, changed and removed, each with an undo.

The owner's are for everybody; a helper's are their own. A helper who changes the owner's makes a variant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from desktop import history, ids, starters
from desktop.counter.acts import Undo
from desktop.errors import Misuse
from desktop.shop import Shop
from desktop.starters import Wording
from desktop.writing import Part


def own_wordings(shop: Shop) -> tuple[Wording, ...]:
    """What who is here chooses from, beside the app's: their own first, then the owner's."""
    return starters.kept_for(shop.store, shop.me.id)


def wordings_changed_at(shop: Shop) -> Mapping[str, datetime]:
    """When each of what people of this shop keep was written or changed last, by its id."""
    return history.when_last(shop.store, ("wording_kept", "wording_changed"))


def is_mine(shop: Shop, wording_id: str) -> bool:
    return bool(shop.me.id) and starters.whose(shop.store, wording_id) == shop.me.id


def keep_wording(shop: Shop, part: Part, situation: str, text: str) -> Undo:
    """Raises Misuse without a blank, or for what can't be a wording."""
    new = starters.made(part, situation, text, ids.new_id())
    now, me = shop.clock.now(), shop.me.id
    return _told(
        shop,
        new,
        "wording_kept",
        "Kept as a wording of yours",
        lambda: starters.put(shop.store, new, me, now),
        lambda here: starters.remove(here.store, new.id, here.clock.now()),
    )


def change_wording(shop: Shop, wording_id: str, text: str) -> Undo:
    """Mine is changed; the owner's stays, and what a helper makes of it becomes a wording of theirs."""
    old = _found(shop, wording_id)
    if not is_mine(shop, wording_id):
        return keep_wording(shop, old.part, old.situation, text)
    new, now, me = starters.made(old.part, old.situation, text, old.id), shop.clock.now(), shop.me.id
    return _told(
        shop,
        new,
        "wording_changed",
        "Wording changed",
        lambda: starters.put(shop.store, new, me, now),
        lambda here: starters.put(here.store, old, me, now),
    )


def remove_wording(shop: Shop, wording_id: str) -> Undo:
    """Raises Misuse for somebody else's."""
    old = _found(shop, wording_id)
    if not is_mine(shop, wording_id):
        raise Misuse("This wording is the owner's. You can make one of your own from it.")
    now, me = shop.clock.now(), shop.me.id
    return _told(
        shop,
        old,
        "wording_removed",
        "Wording removed",
        lambda: starters.remove(shop.store, wording_id, now),
        lambda here: starters.put(here.store, old, me, now),
    )


def _found(shop: Shop, wording_id: str) -> Wording:
    found = next((one for one in own_wordings(shop) if one.id == wording_id), None)
    if found is None:
        raise Misuse("That wording isn't kept any more.")
    return found


def _told(
    shop: Shop, one: Wording, kind: str, text: str, act: Callable[[], None], back: Callable[[Shop], None]
) -> Undo:
    """Does `act` and its event in one transaction; the Undo does `back` and says so."""
    with shop.store.writing():
        act()
        body = {"part": one.part, "situation": one.situation, "wording": one.text}
        event = history.tell(shop.store, shop.by(), one.id, kind, body)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            back(here)
            history.tell(here.store, here.by(), one.id, "undone", {"event": event, "kind": kind})

    return Undo(text, take_back)
