"""Times given in our own words: found in a reply, and a promise once a person says so. Never made by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop import clock, outbox, promises, shopbook
from desktop.counter.acts import Undo, act_on
from desktop.errors import Misuse
from desktop.language.promising import promised
from desktop.records import FoundPromise, ReplyState
from desktop.shop import Shop


def note_promises(shop: Shop, conversation: str, reply: str, text: str) -> None:
    """What a reply that goes into the outbox says about when; to be confirmed or not."""
    now = shop.clock.now()
    found = promised(text, shop.clock, shopbook.opening(shop.store), now)
    promises.note_found(shop.store, conversation, reply, [(one.due_at, one.text) for one in found], now)


def keep_promise(shop: Shop, found_id: str, due_at: datetime | None = None) -> Undo:
    """A person says: that was a promise. `due_at` is their own time for it, None the one that was read.

    It counts from when the reply is there: at once, where it is. Raises Misuse for a time that is over.
    """
    found = _found(shop, found_id)
    due, now = due_at or found.due_at, shop.clock.now()
    if due <= now:
        raise Misuse("That time is over already.")

    def act() -> None:
        promises.decide(shop.store, found.id, "keep", shop.me.id, due)
        if (posted_at := _posted_at(shop, found)) is not None:
            promises.was_moved(shop.store, found.conversation, posted_at)
            promises.add(shop.store, found.conversation, shop.me.id, due, now, found=found.id)

    return _decided(shop, found, "promised", "Kept as a promise", act, due)


def no_promise(shop: Shop, found_id: str) -> Undo:
    """A person says: that was none."""
    found = _found(shop, found_id)

    def act() -> None:
        promises.decide(shop.store, found.id, "no", shop.me.id, found.due_at)

    return _decided(shop, found, "not_promised", "Not kept as a promise", act, found.due_at)


def promise_kept(shop: Shop, conversation: str) -> Undo:
    """A person says that what was promised here is done, the nearest of it: they rang, they brought it."""
    promise = promises.open_of(shop.store, conversation)
    if promise is None:
        raise Misuse("Nothing is promised here.")
    now = shop.clock.now()
    body = {"promise": promise.id}
    return act_on(
        shop, conversation, "promise_kept", body, "Promise kept", lambda: promises.keep_one(shop.store, promise.id, now)
    )


def _found(shop: Shop, found_id: str) -> FoundPromise:
    found = promises.found_by_id(shop.store, found_id)
    if found is None:
        raise KeyError(found_id)
    return found


def _posted_at(shop: Shop, found: FoundPromise) -> datetime | None:
    """When the reply with these words came to the page; None while it isn't there."""
    reply = outbox.by_id(shop.store, found.reply)
    return reply.posted_at if reply is not None and reply.state is ReplyState.POSTED else None


def _decided(
    shop: Shop, found: FoundPromise, kind: str, text: str, act: Callable[[], None], due: datetime
) -> Undo:
    body = {"reply": found.reply, "words": found.words, "due": clock.to_text(due)}
    undo = act_on(shop, found.conversation, kind, body, text, act)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            promises.decide(here.store, found.id, "", "", found.due_at)
            promises.take_back(here.store, found.id, here.clock.now())  # also where the reply has arrived since
            undo.take_back(here)

    return Undo(undo.text, take_back)
