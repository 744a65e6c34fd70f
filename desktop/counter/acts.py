"""How an act is done: checked, in one transaction, with an event, and so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop import claims, complaints, conversations, forgotten, history, looks, posts, promises, retelling
from desktop.errors import Misuse, NeedsPerson
from desktop.records import Conversation
from desktop.settling import settle
from desktop.shop import Shop


@dataclass(frozen=True, slots=True)
class Undo:
    """An act that can be taken back: "Marked fixed", "Moved Sunita D. to Shown". `take_back` may give how many of its
    conversations aren't here any more, and so stay as they are."""

    text: str
    take_back: Callable[[Shop], int | None]
    lane: str = "write"  # "outbox" where taking it back asks a place


def each_of(shop: Shop, chosen: Sequence[str], act: Callable[[str], Undo], text: str) -> Undo:
    """One act on several conversations: on all of them or on none, and taken back for all of them at once.

    One that was forgotten meanwhile is left out, of the act and of taking it back. Raises Misuse where all were.
    """
    with shop.store.writing():
        done = {one: act(one) for one in _still_here(shop, chosen)}

    def take_back(here: Shop) -> int:
        with here.store.writing():
            left = _still_here(here, tuple(done))
            for one in reversed(left):
                done[one].take_back(here)
        return len(done) - len(left)

    return Undo(text, take_back)


def _still_here(shop: Shop, wanted: Sequence[str]) -> list[str]:
    """Those of the conversations that nobody forgot. Raises Misuse where none is left."""
    gone = forgotten.known(shop.store, wanted)
    here = [one for one in wanted if one not in gone and conversations.by_id(shop.store, one) is not None]
    if wanted and not here:
        raise Misuse("That was forgotten here, so nothing more can be done with it.")
    return here


class NeedsMore(NeedsPerson):
    """A board move that needs something first: `what` is "how_fixed", "ask", "proof", "answer" or "reason"."""

    def __init__(self, what: str) -> None:
        super().__init__("That move needs one more thing first.")
        self.what = what


def get(shop: Shop, conversation: str) -> Conversation:
    one = conversations.by_id(shop.store, conversation)
    if one is None:
        raise KeyError(conversation)
    return one


def act_on(
    shop: Shop,
    conversation: str,
    kind: str,
    body: Mapping[str, object],
    text: str,
    act: Callable[[], None],
    told: Callable[[str, datetime], None] = lambda _event, _at: None,
    untold: Callable[[str, datetime], None] = lambda _event, _at: None,
) -> Undo:
    """Does `act` and its event in one transaction; its Undo takes back just that, whatever has come since.

    `told` and `untold` are called with the event's id in the transaction that tells it, or takes it back.
    """
    now = shop.clock.now()
    with shop.store.writing():
        kept, said = _as_it_is(shop, conversation), _their_words(shop, conversation)
        was_on_it = claims.of(shop.store, conversation, now)
        act()
        on_it = claims.of(shop.store, conversation, now)
        made, said = _as_it_is(shop, conversation), said | _their_words(shop, conversation)
        event = history.tell(shop.store, shop.by(now), conversation, kind, body)
        told(event, now)
        retelling.note(shop.store, conversation, now)
        settle(shop.store, [conversation], shop.clock)

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            _still_here(here, [conversation])
            conversations.put_back(here.store, conversation, kept[0], made[0])
            complaints.put_back(here.store, conversation, kept[1], made[1], at)
            promises.put_back(here.store, kept[2], made[2], at)
            claims.put_back(here.store, conversation, here.device, at, was_on_it, on_it)
            untold(event, at)
            if not _their_words(here, conversation) <= said:  # what is Shown again was seen before they wrote
                complaints.in_doubt(here.store, conversation, at)
                looks.plan(here.store, conversation, at)
            history.tell(here.store, here.by(at), conversation, "undone", {"event": event, "kind": kind})
            retelling.note(here.store, conversation, at)
            settle(here.store, [conversation], here.clock)

    return Undo(text, take_back)


def _as_it_is(
    shop: Shop, conversation: str
) -> tuple[dict[str, object], dict[str, object] | None, promises.Promised]:
    return (
        conversations.snapshot(shop.store, conversation),
        complaints.snapshot(shop.store, conversation),
        promises.snapshot(shop.store, conversation),
    )


def _their_words(shop: Shop, conversation: str) -> frozenset[tuple[str, str]]:
    return posts.public_words(shop.store, conversation, get(shop, conversation).author)


def our_answer_shows(shop: Shop, conversation: str) -> bool:
    return any(
        p.is_ours and p.is_public and p.shown_at and not p.gone_at
        for p in posts.thread(shop.store, conversation)
    )
