"""I'm on it: nobody else answers while somebody is at it, for a time that ends by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop import claims, history, people
from desktop.claims import Claim
from desktop.counter.acts import Undo, get
from desktop.errors import NeedsPerson
from desktop.records import Channel
from desktop.shop import Shop
from desktop.writing import Writing

HOW_LONG = timedelta(minutes=20)
_RENEW = timedelta(minutes=15)  # less left than this is made whole again while somebody writes


class SomebodyIsOnIt(NeedsPerson):
    """Another person answers this one now. `claim` says who, and until when."""

    advice = "Leave it to them, or take it over."

    def __init__(self, claim: Claim, until: str) -> None:
        super().__init__(f"{claim.person_name} is on it till {until}.")
        self.claim = claim


def who_is_on_it(shop: Shop, conversation: str) -> Claim | None:
    return claims.of(shop.store, conversation, shop.clock.now())


def im_on_it(shop: Shop, conversation: str) -> Undo:
    """Who is here takes it for a while. Raises SomebodyIsOnIt."""
    get(shop, conversation)
    check_nobody_else(shop, conversation)
    return _take(shop, conversation, "on_it", {})


def take_it_over(shop: Shop, conversation: str) -> Undo:
    """Who is here goes on with what somebody else was at."""
    get(shop, conversation)
    before = who_is_on_it(shop, conversation)
    body = {"from": before.person, "name": before.person_name} if before else {}
    with shop.store.writing():
        claims.give_up(shop.store, conversation)
        return _take(shop, conversation, "took_over" if body else "on_it", body, before)


def not_on_it(shop: Shop, conversation: str) -> None:
    """Who is here lets it go."""
    with shop.store.writing():
        claims.give_up(shop.store, conversation, shop.me.id)


def _take(shop: Shop, conversation: str, kind: str, body: dict[str, str], before: Claim | None = None) -> Undo:
    now, me = shop.clock.now(), shop.me.id
    with shop.store.writing():
        claims.take(shop.store, conversation, me, shop.device, now, now + HOW_LONG)
        after = claims.of(shop.store, conversation, now)
        event = history.tell(shop.store, shop.by(now), conversation, kind, body)

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            claims.put_back(here.store, conversation, here.device, at, before, after)
            history.tell(here.store, here.by(), conversation, "undone", {"event": event, "kind": kind})

    return Undo("I’m on it", take_back)


def writes_on(shop: Shop, conversation: str, person: str, channel: Channel, writing: Writing, now: datetime) -> None:
    """Who writes an answer is on it, where several people share the shop; call it inside the draft's transaction."""
    if channel is Channel.NOTE or writing.is_empty or len(people.all(shop.store)) < 2:
        return
    had = claims.of(shop.store, conversation, now)
    if had is None or (had.person == person and had.until - now < _RENEW):
        claims.take(shop.store, conversation, person, shop.device, now, now + HOW_LONG)


def check_nobody_else(shop: Shop, conversation: str) -> None:
    """Raises SomebodyIsOnIt where it isn't who is here."""
    found = who_is_on_it(shop, conversation)
    if found is not None and found.person != shop.me.id:
        raise SomebodyIsOnIt(found, f"{shop.clock.local(found.until):%H:%M}")
