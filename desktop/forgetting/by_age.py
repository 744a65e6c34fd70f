"""How long messages are kept: what is older goes, once a day.

It is asked about first where it isn't just a day's worth: after another choice, or when a file brought older ones in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop import (
    clock,
    conversations,
    forgotten,
    history,
    notes,
    outbox,
    pictures,
    posts,
    promises,
    settings,
)
from desktop.forgetting import taking_out
from desktop.forgetting.taking_out import marks_of, pieces
from desktop.forgotten import BY_AGE
from desktop.imports import marks
from desktop.settings import Setting
from desktop.settling import settle
from desktop.shop import Shop
from desktop.store import Store

REMOVED = "removed_by_age"  # the event that tells how many
_MONTH = timedelta(days=30.4375)
_NOT_ASKED = timedelta(days=1)  # after a file was brought in
_AT_ONCE = 200
_KINDS: tuple[tuple[int, Setting[int]], ...] = ((0, settings.KEEP_PRIVATE), (1, settings.KEEP_PUBLIC))


class Due(NamedTuple):
    """How many messages are older than they are kept. `is_news`: a person is asked before they go."""

    private: int = 0
    public: int = 0
    is_news: bool = False

    @property
    def is_any(self) -> bool:
        return bool(self.private or self.public)


def mind(shop: Shop) -> Due:
    """Once a day: removes what has grown too old since the last time; what isn't just that is given back, to be asked
    about. On the day somebody brought history in, nobody is asked whether it shall go again. Raises DiskTrouble."""
    found = due(shop)
    if found.is_news and marks.came_since(shop.store, shop.clock.now() - _NOT_ASKED):
        return Due()
    if found.is_any and not found.is_news:
        remove(shop)
    elif not found.is_any:
        _come_to(shop)
    return found


def due(shop: Shop, months: Mapping[str, int] | None = None) -> Due:
    """What is older than it is kept, of conversations that don't wait for us. `months`: were it kept so long, by the
    settings' keys."""
    now, counts, is_news = shop.clock.now(), [0, 0], False
    kept = settings.get(shop.store, settings.KEPT_SINCE)
    for is_public, setting in _KINDS:
        number = (months or {}).get(setting.key, settings.get(shop.store, setting))
        before = _before(number, now)
        if before:
            since = _seen_to(kept.get(setting.key), number)
            row = shop.store.row(
                f"select count(*), coalesce(sum(p.posted_at < ?), 0) from {_OLD}", (since, is_public, before)
            )
            counts[is_public] = row[0] if row else 0
            is_news |= bool(counts[is_public]) and (not since or bool(row and row[1]))
    return Due(counts[0], counts[1], is_news)


# Old messages of one kind; those of a conversation in which something waits for us stay with it.
_OLD = (
    "posts p left join conversations c on c.id = p.conversation where p.is_public = ? and p.posted_at < ? "
    "and coalesce(c.grp, 0) not in (1, 2) and (p.conversation = '' or c.id is not null)"
)


def _seen_to(kept: object, months: int) -> str:
    """Up to when messages were seen to by the same rule; "" for another one, or none."""
    is_same = isinstance(kept, list) and len(kept) == 2 and kept[0] == months
    return str(kept[1]) if is_same and isinstance(kept, list) else ""


def _before(months: int, now: datetime) -> str:
    return clock.to_text(now - months * _MONTH) if months else ""


def remove(shop: Shop, cancelled: Callable[[], bool] = lambda: False) -> Due:
    """Removes what is due, some at a time, and tells how many. What is left when it is stopped goes the next day."""
    now, gone = shop.clock.now(), [0, 0]
    for is_public, setting in _KINDS:
        before = _before(settings.get(shop.store, setting), now)
        while before and not cancelled():
            sql = f"select p.id, p.conversation from {_OLD} limit ?"
            rows = shop.store.rows(sql, (is_public, before, _AT_ONCE))
            if not rows:
                break
            with shop.store.writing():
                _take_out(shop, [row[0] for row in rows], sorted({row[1] for row in rows} - {""}), before, is_public)
            gone[is_public] += len(rows)
            for row in rows:
                pictures.drop(shop.folder, row[0])
    if any(gone):
        with shop.store.writing():
            body = {"private": gone[0], "public": gone[1]}
            history.tell(shop.store, history.By("", shop.device, now), BY_AGE, REMOVED, body)
            settings.put(shop.store, settings.CLEAN_UP, True)
    if not cancelled():
        _come_to(shop)
    return Due(gone[0], gone[1])


def keep(shop: Shop) -> None:
    """A person would rather keep what is due: these kinds of message are kept for ever from now on."""
    found = due(shop)
    with shop.store.writing():
        for count, (_, setting) in zip(found[:2], _KINDS, strict=True):
            if count:
                settings.put(shop.store, setting, 0)
    _come_to(shop)


def last_removed(shop: Shop) -> tuple[datetime, Due] | None:
    """When messages went by their age last, and how many."""
    told = history.latest(shop.store, BY_AGE, (REMOVED,))
    return (told.at, Due(int(str(told.body["private"])), int(str(told.body["public"])))) if told else None


def _come_to(shop: Shop) -> None:
    """What is older than now has been seen to."""
    now = shop.clock.now()
    kept: dict[str, object] = {}
    for _, one in _KINDS:
        months = settings.get(shop.store, one)
        kept[one.key] = [months, _before(months, now)]
    settings.put(shop.store, settings.KEPT_SINCE, kept)


def _take_out(shop: Shop, old: Sequence[str], talks: Sequence[str], before: str, is_public: int) -> None:
    store, now = shop.store, shop.clock.now()
    forgotten.add(store, BY_AGE, old, now)
    marks.let_go(store, old)
    quoting = taking_out.blank_quotes(store, BY_AGE, old, (), now)
    posts.take_out(store, list(old))
    for some in pieces(talks):
        _erase(store, some, "is_public = ? and posted_at < ?", is_public, before)
        _erase(store, some, "is_public = ? and state = 'taken_back' and made_at < ?", is_public, before)
        empty = [one for one in some if not _first(store, one)]
        _erase(store, empty, "state = 'taken_back'")  # nothing would lead to their words any more
        _drop(store, empty, now)
        for one in set(some) - set(empty):
            _begin_later(store, one)
    settle(store, [*talks, *quoting], shop.clock)


def _erase(store: Store, talks: Sequence[str], which: str, *params: object) -> None:
    """Replies of these conversations, with the times found in them."""
    sql = f"select id from replies where conversation in ({marks_of(talks)}) and {which}"
    if replies := [row[0] for row in store.rows(sql, [*talks, *params])]:
        promises.erase_found(store, replies)
        outbox.erase(store, replies)
        notes.unindex(store, replies)


def _first(store: Store, conversation: str) -> tuple[str, str] | None:
    sql = "select id, text from posts where conversation = ? order by is_ours, posted_at, rid limit 1"
    row = store.row(sql, (conversation,))
    return (row[0], row[1]) if row else None


def _begin_later(store: Store, conversation: str) -> None:
    """What it began with is gone: it begins with the first that is left."""
    one, first = conversations.by_id(store, conversation), _first(store, conversation)
    if one is not None and first is not None and posts.by_id(store, one.root_post) is None:
        conversations.begins_with(store, conversation, first[0], " ".join(first[1].split())[: taking_out.EXCERPT])


def _drop(store: Store, empty: Sequence[str], now: datetime) -> None:
    if not empty:
        return
    forgotten.add(store, BY_AGE, empty, now)
    conversations.erase_reads(store, empty)
    for room in taking_out.ROOMS:
        room.erase(store, empty)
    for one in empty:
        conversations.drop(store, one)
