"""Notes on the timeline: added, changed and removed by everybody, each with an event and an undo."""

from __future__ import annotations

from datetime import timedelta

from desktop import ids, shopnotes
from desktop.counter.acts import Undo
from desktop.counter.book import in_book
from desktop.errors import Misuse
from desktop.shop import Shop
from desktop.shopnotes import LONGEST, ShopNote

_YEAR = timedelta(days=366)
_FIRST_YEAR = 1990


def put_shop_note(shop: Shop, note: ShopNote) -> Undo:
    """Keeps a new note (empty id) or changes one. Raises Misuse without words, for too many, for days that can't be."""
    text = " ".join(note.text.split())
    if not text:
        raise Misuse("A note needs a few words.")
    if len(text) > LONGEST:
        raise Misuse(f"That is too long for the timeline: {LONGEST} letters at most.")
    latest = shop.clock.local(shop.clock.now()).date() + _YEAR
    if note.first.year < _FIRST_YEAR or note.last > latest:
        raise Misuse("Write a day that has been, or one of the next twelve months.")
    if not note.first <= note.last <= note.first + _YEAR:
        raise Misuse("Is the last day after the first?")
    old = shopnotes.by_id(shop.store, note.id) if note.id else None
    kept = note._replace(id=note.id or ids.new_id(), text=text, person=old.person if old else shop.me.id)

    def back(here: Shop) -> None:
        if old:
            shopnotes.put(here.store, old, here.clock.now())
        else:
            shopnotes.remove(here.store, kept.id, here.clock.now())

    return in_book(
        shop,
        kept.id,
        "shop_note_put",
        _told(kept),
        "Changed the note" if old else "Added the note",
        lambda: shopnotes.put(shop.store, kept, shop.clock.now()),
        back,
    )


def remove_shop_note(shop: Shop, note: str) -> Undo:
    """Raises Misuse where it is gone already."""
    old = shopnotes.by_id(shop.store, note)
    if old is None:
        raise Misuse("That note isn't there any more.")
    return in_book(
        shop,
        note,
        "shop_note_removed",
        _told(old),
        "Removed the note",
        lambda: shopnotes.remove(shop.store, note, shop.clock.now()),
        lambda here: shopnotes.put(here.store, old, here.clock.now()),
    )


def _told(note: ShopNote) -> dict[str, object]:
    return {"first": note.first.isoformat(), "last": note.last.isoformat(), "text": note.text}
