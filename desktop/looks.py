"""When we last looked at a public page as a stranger, what was seen, and when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop import clock
from desktop.store import Row, Store

OWNS = ("looks",)


class PageSight(StrEnum):
    """What the look found."""

    SEEN = "seen"  # the page, with their post on it
    GONE = "gone"  # their post isn't there any more
    UNKNOWN = "unknown"  # can't be looked at from here: a person has to
    NEVER = ""


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


def next_after_posting(tries: int, at: datetime) -> datetime:
    """When to look again after `tries` looks (1: the one right after posting)."""
    minutes = _AFTER_POSTING[tries - 1] if 0 < tries <= len(_AFTER_POSTING) else 24 * 60
    return at + timedelta(minutes=minutes)


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


def plan(store: Store, conversation: str, next_at: datetime | None) -> None:
    """Looks again at `next_at`, counting tries from nothing."""
    store.write(
        "insert into looks(conversation, how, sight, next_at, tries) values(?, '', '', ?, 0) "
        "on conflict(conversation) do update set next_at = excluded.next_at, tries = 0",
        (conversation, clock.to_text(next_at) if next_at else None),
    )


def none_beyond(store: Store, now: datetime) -> int:
    """Looks planned for a time no rule plans for come at once: the clock that planned them was wrong."""
    return store.write(
        "update looks set next_at = ? where next_at > ?", (clock.to_text(now), clock.to_text(now + _LONGEST))
    )


def due(store: Store, now: datetime, limit: int = 20) -> tuple[str, ...]:
    """Conversations whose page should be looked at, the longest overdue first."""
    rows = store.rows(
        "select conversation from looks where next_at is not null and next_at <= ? order by next_at limit ?",
        (clock.to_text(now), limit),
    )
    return tuple(row["conversation"] for row in rows)


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
