"""When we last looked at a public page as a stranger, what was seen, and when to look again."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from desktop import clock
from desktop.store import Row, Store

OWNS = ("looks",)


class PageSight(StrEnum):
    """What the look found."""

    SEEN = "seen"  # the page, with their post on it
    GONE = "gone"  # their post isn't there any more
    UNKNOWN = "unknown"  # can't be looked at from here: a person has to
    NO_PAGE = "no_page"  # an ordinary page that isn't there (404); `seen_at`: when that was first found
    NO_PAGE_AGAIN = "no_page_again"  # nor a day later: a person says whether it is gone
    NEVER = ""


FOR_A_PERSON = frozenset({PageSight.UNKNOWN, PageSight.NO_PAGE, PageSight.NO_PAGE_AGAIN})
BY_THE_APP = frozenset({"signed out", "asked", "fetched", ""})  # what `how` says where no person looked


@dataclass(frozen=True, slots=True)
class Look:
    """The last look at one conversation's page. `how`: "signed out", or the name of who looked."""

    conversation: str
    seen_at: datetime | None
    how: str
    sight: PageSight
    next_at: datetime | None
    tries: int


# After posting: 2, 10 and 30 minutes, then hourly for a day, then daily (design 5.2).
_LONGEST = timedelta(days=40)  # no look is planned further ahead than a month
_AFTER_POSTING = (2, 10, 30, *(60 for _ in range(24)))
_YOUNG_PROOF, _YOUNG_COMPLAINT = timedelta(days=90), timedelta(days=30)
_SPREAD = 0.1  # a day may be a tenth of a day longer or shorter, so that pages found together part

_PASTED = frozenset({"by_hand", "feed", "mail"})  # accounts whose pages are on hosts of any name
# What a page may ask of its host, however many there are: see `python -m tests.bench.looking`.
PER_HOST, WITHIN = 6, timedelta(minutes=10)


def next_after_posting(tries: int, at: datetime) -> datetime:
    """When to look again after `tries` looks (1: the one right after posting)."""
    minutes = _AFTER_POSTING[tries - 1] if 0 < tries <= len(_AFTER_POSTING) else 24 * 60
    return at + timedelta(minutes=minutes)


def next_for_proof(conversation: str, known_since: datetime, at: datetime) -> datetime:
    """An ending is looked for weekly for three months, then monthly (design 6.4)."""
    return at + _about(conversation, 7 if at - known_since < _YOUNG_PROOF else 30)


def next_for_complaint(conversation: str, moved_at: datetime, at: datetime) -> datetime:
    """An open complaint's page is looked at daily for a month after something moved, then weekly."""
    return at + _about(conversation, 1 if at - moved_at < _YOUNG_COMPLAINT else 7)


def _about(conversation: str, days: int) -> timedelta:
    """So many days, give or take: always the same for one conversation."""
    place = zlib.crc32(conversation.encode()) / 0xFFFFFFFF  # 0 to 1
    return timedelta(days=days) * (1 + _SPREAD * (2 * place - 1))


def last(store: Store, conversation: str) -> Look | None:
    row = store.row("select * from looks where conversation = ?", (conversation,))
    return _look(row) if row else None


def note(
    store: Store,
    conversation: str,
    sight: PageSight,
    how: str,
    at: datetime,
    next_at: datetime | None,
    tries: int,
) -> None:
    """Keeps the outcome of a look and plans the next."""
    store.write(
        "insert into looks(conversation, seen_at, how, sight, next_at, tries) values(?, ?, ?, ?, ?, ?) "
        "on conflict(conversation) do update set seen_at = excluded.seen_at, how = excluded.how, "
        "sight = excluded.sight, next_at = excluded.next_at, tries = excluded.tries",
        (
            conversation,
            clock.to_text(at),
            how,
            sight.value,
            clock.to_text(next_at) if next_at else None,
            tries,
        ),
    )


def not_yet(store: Store, new: Sequence[tuple[str, datetime]]) -> None:
    """Nobody has looked at these pages, and nobody need: (conversation, when it was said)."""
    store.insert_many(
        "insert into looks(conversation, seen_at, how, sight, next_at, tries)",
        [(one, clock.to_text(at), "", PageSight.UNKNOWN.value, None, 0) for one, at in new],
        "on conflict(conversation) do update set seen_at = excluded.seen_at, how = '', sight = excluded.sight, "
        "next_at = null, tries = 0",
    )


def plan(store: Store, conversation: str, next_at: datetime | None) -> None:
    """Looks again at `next_at`, counting tries from nothing."""
    store.write(
        "insert into looks(conversation, how, sight, next_at, tries) values(?, '', '', ?, 0) "
        "on conflict(conversation) do update set next_at = excluded.next_at, tries = 0",
        (conversation, clock.to_text(next_at) if next_at else None),
    )


def erase(store: Store, chosen: Sequence[str]) -> None:
    """Nobody looks at the pages of these conversations any more."""
    store.write(f"delete from looks where conversation in ({', '.join('?' * len(chosen))})", chosen)


def forget(store: Store, gone: Sequence[str]) -> None:
    """These conversations aren't here any more: nobody looks at their pages."""
    store.write(f"delete from looks where conversation in ({','.join('?' * len(gone))})", gone)


def put_back(store: Store, conversation: str, before: Look, noted_at: datetime) -> None:
    """Takes back a person's look noted at `noted_at`; one since then stays."""
    store.write(
        "update looks set seen_at = ?, how = ?, sight = ?, next_at = ?, tries = ? "
        "where conversation = ? and seen_at = ?",
        (
            clock.to_text(before.seen_at) if before.seen_at else None,
            before.how,
            before.sight.value,
            clock.to_text(before.next_at) if before.next_at else None,
            before.tries,
            conversation,
            clock.to_text(noted_at),
        ),
    )


def none_beyond(store: Store, now: datetime) -> int:
    """Looks planned for a time no rule plans for come at once: the clock that planned them was wrong."""
    return store.write(
        "update looks set next_at = ? where next_at > ?", (clock.to_text(now), clock.to_text(now + _LONGEST))
    )


def due(store: Store, now: datetime, limit: int = 20, per_host: int = PER_HOST) -> tuple[str, ...]:
    """Conversations whose page should be looked at: first where a reply of ours has yet to show, then open complaints,
    then endings; among these the longest overdue. No host gets more than `per_host` in ten minutes."""
    rows = store.rows(
        "select l.conversation, c.account, c.platform, o.url from looks l "
        "join conversations c on c.id = l.conversation left join posts o on o.id = c.root_post "
        "left join complaints k on k.id = l.conversation where l.next_at is not null and l.next_at <= ? "
        "order by case when exists(select 1 from replies r where r.conversation = l.conversation and r.is_public "
        "  and r.posted_at is not null and r.seen_at is null) then 0 when k.stage = 'shown' then 2 else 1 end, "
        "l.next_at",
        (clock.to_text(now),),
    )
    if not rows:
        return ()
    asked, chosen = _asked_lately(store, now), list[str]()
    for row in rows:
        place = _place(row)
        if len(chosen) < limit and asked[place] < per_host:
            asked[place] += 1 if place == row["account"] else per_host  # one ordinary page a round
            chosen.append(row["conversation"])
    return tuple(chosen)


def _asked_lately(store: Store, now: datetime) -> Counter[str]:
    """How many pages each place was asked for in the last ten minutes."""
    rows = store.rows(
        "select c.account, c.platform, o.url from looks l join conversations c on c.id = l.conversation "
        "left join posts o on o.id = c.root_post "
        "where l.seen_at > ? and l.seen_at <= ? and l.how in ('signed out', 'asked')",
        (clock.to_text(now - WITHIN), clock.to_text(now)),
    )
    return Counter(_place(row) for row in rows)


def _place(row: Row) -> str:
    """Who is asked: the account's place, and for what came by hand, feed or mail the host of its page."""
    if row["platform"].partition(".")[0] not in _PASTED:
        return str(row["account"])
    try:
        return f"page {urlsplit(row['url'] or '').hostname}"
    except ValueError:
        return "page"


def next_due(store: Store) -> datetime | None:
    return clock.maybe(store.value("select min(next_at) from looks where next_at is not null"))


def _look(row: Row) -> Look:
    return Look(
        row["conversation"],
        clock.maybe(row["seen_at"]),
        row["how"],
        PageSight(row["sight"]),
        clock.maybe(row["next_at"]),
        row["tries"],
    )
