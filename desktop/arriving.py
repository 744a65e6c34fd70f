"""What follows from a reply being on the page: for the porters that bring one there or find one there."""

from __future__ import annotations

from datetime import datetime

from desktop import complaints, conversations, history, looks, outbox, posts, promises, shopbook, starters
from desktop.records import Purpose, Reply
from desktop.settling import settle
from desktop.shop import Shop
from desktop.writing import Writing


def note(shop: Shop, reply: Reply, remote_id: str, url: str) -> None:
    """What follows from a reply being on the page; nothing the second time."""
    now = shop.clock.now()
    body, known_until, promise_at = outbox.details(shop.store, reply.id)
    with shop.store.writing():
        if not outbox.posted(shop.store, reply.id, remote_id, url, now):
            return
        posts.name_writer(shop.store, reply.account, remote_id, reply.person_name)
        conversations.we_answered(shop.store, reply.conversation, now, through=known_until)
        _what_it_does(shop, reply, promise_at, now)
        starters.note_use(shop.store, Writing.from_json(body).wordings(), reply.id, now)
        shopbook.note_use(shop.store, reply.text, reply.id, now)
        if reply.is_public:
            looks.plan(shop.store, reply.conversation, now)
        by = history.By(reply.person, shop.device, now)
        history.tell(
            shop.store, by, reply.conversation, "posted", {"reply": reply.id, "purpose": reply.purpose}
        )
        settle(shop.store, [reply.conversation], shop.clock)


def _what_it_does(shop: Shop, reply: Reply, promise_at: datetime | None, now: datetime) -> None:
    said = promises.decided(shop.store, reply.id)
    if promise_at:
        promises.make(shop.store, reply.conversation, reply.person, promise_at, now)
    elif said:  # a new time given replaces those given before
        promises.move(shop.store, reply.conversation, now)
    else:
        promises.back(shop.store, reply.conversation, now)
    for found, person, due_at in said:
        promises.add(shop.store, reply.conversation, person, due_at, now, found=found)
    if not reply.is_public:
        complaints.to_private(shop.store, reply.conversation, now)
    if reply.purpose is Purpose.ASK and complaints.by_id(shop.store, reply.conversation):
        complaints.asked(shop.store, reply.conversation, now)
