"""Times we gave somebody."""

from __future__ import annotations

from datetime import datetime

from desktop import clock, ids
from desktop.records import Promise
from desktop.store import Row, Store

OWNS = ("promises",)

_SELECT = (
    "select p.*, c.author_name from promises p join conversations c on c.id = p.conversation "
    "where p.taken_back_at is null and "
)


def make(store: Store, conversation: str, person: str, due_at: datetime, at: datetime) -> str:
    """A new time given replaces earlier ones to the same person: the clock restarts from it."""
    store.write(
        "update promises set kept_at = ? where conversation = ? and kept_at is null and taken_back_at is null",
        (clock.to_text(at), conversation),
    )
    promise = ids.new_id()
    store.write(
        "insert into promises(id, conversation, person, due_at, made_at) values(?, ?, ?, ?, ?)",
        (promise, conversation, person, clock.to_text(due_at), clock.to_text(at)),
    )
    return promise


def keep(store: Store, conversation: str, at: datetime) -> None:
    """We were back: what was promised to this conversation is done."""
    store.write(
        "update promises set kept_at = ? where conversation = ? and kept_at is null and taken_back_at is null",
        (clock.to_text(at), conversation),
    )


Promised = dict[str, tuple[str | None, str | None]]  # id -> (kept_at, taken_back_at)


def snapshot(store: Store, conversation: str) -> Promised:
    """The promises of a conversation as they are now, for `put_back`."""
    rows = store.rows(
        "select id, kept_at, taken_back_at from promises where conversation = ?", (conversation,)
    )
    return {row["id"]: (row["kept_at"], row["taken_back_at"]) for row in rows}


def put_back(store: Store, kept: Promised, made: Promised, at: datetime) -> None:
    """Takes back what one act changed: `kept` is how it was before, `made` right after. What changed since stays."""
    for promise, after in made.items():
        before = kept.get(promise, (after[0], clock.to_text(at)))  # one that was made is taken back
        store.write(
            "update promises set kept_at = ?, taken_back_at = ? where id = ? and kept_at is ? and taken_back_at is ?",
            (*before, promise, *after),
        )


def open_of(store: Store, conversation: str) -> Promise | None:
    row = store.row(_SELECT + "p.kept_at is null and p.conversation = ? order by p.due_at", (conversation,))
    return _promise(row) if row else None


def of_conversation(store: Store, conversation: str) -> tuple[Promise, ...]:
    rows = store.rows(_SELECT + "p.conversation = ? order by p.made_at", (conversation,))
    return tuple(_promise(row) for row in rows)


def coming(store: Store, limit: int = 20) -> tuple[Promise, ...]:
    """Those still to be kept, the most urgent (or overdue) first."""
    rows = store.rows(_SELECT + "p.kept_at is null order by p.due_at limit ?", (limit,))
    return tuple(_promise(row) for row in rows)


def next(store: Store, now: datetime) -> Promise | None:  # noqa: A001, ARG001 (reads as promises.next)
    """The one to think of: an overdue one first, else the nearest."""
    found = coming(store, 1)
    return found[0] if found else None


def _promise(row: Row) -> Promise:
    return Promise(
        row["id"],
        row["conversation"],
        row["author_name"],
        row["person"],
        clock.from_text(row["due_at"]),
        clock.from_text(row["made_at"]),
        clock.maybe(row["kept_at"]),
    )
