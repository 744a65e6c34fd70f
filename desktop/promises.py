"""Times we gave somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from desktop import clock, ids
from desktop.records import FoundPromise, Promise
from desktop.store import Row, Store

OWNS = ("promises", "found_promises")

_SELECT = (
    "select p.*, c.author_name from promises p join conversations c on c.id = p.conversation "
    "where p.taken_back_at is null and "
)


def make(store: Store, conversation: str, person: str, due_at: datetime, at: datetime) -> str:
    """A new time given replaces earlier ones to the same person: the clock restarts from it."""
    move(store, conversation, at)
    return add(store, conversation, person, due_at, at)


def add(
    store: Store, conversation: str, person: str, due_at: datetime, at: datetime, *, found: str = ""
) -> str:
    """One more time given, beside those there are. `found`: it was found in our words, and has their id."""
    promise = found or ids.new_id()
    store.write(
        "insert into promises(id, conversation, person, due_at, made_at) values(?, ?, ?, ?, ?) on conflict(id) "
        "do update set person = excluded.person, due_at = excluded.due_at, kept_at = null, taken_back_at = null, "
        "moved_at = null",
        (promise, conversation, person, clock.to_text(due_at), clock.to_text(at)),
    )
    return promise


def keep(store: Store, conversation: str, at: datetime) -> None:
    """We were back: what was promised to this conversation is done."""
    store.write(
        "update promises set kept_at = ? where conversation = ? and kept_at is null and taken_back_at is null",
        (clock.to_text(at), conversation),
    )


def move(store: Store, conversation: str, at: datetime) -> None:
    """Another time is given instead: what was promised to this conversation is over, and was not kept."""
    store.write(
        "update promises set kept_at = ?, moved_at = ? "
        "where conversation = ? and kept_at is null and taken_back_at is null",
        (clock.to_text(at), clock.to_text(at), conversation),
    )


def was_moved(store: Store, conversation: str, at: datetime) -> None:
    """What counted as kept with the answer of that moment was moved by it: it gave another time."""
    store.write(
        "update promises set moved_at = kept_at where conversation = ? and kept_at = ? and moved_at is null",
        (conversation, clock.to_text(at)),
    )


def back(store: Store, conversation: str, at: datetime) -> None:
    """We were back with an answer: the nearest promise is kept with it, and what was overdue. Later ones stay."""
    store.write(
        "update promises set kept_at = ? where conversation = ? and kept_at is null and taken_back_at is null "
        "and (due_at <= ? or due_at = (select min(p.due_at) from promises p "
        "where p.conversation = ? and p.kept_at is null and p.taken_back_at is null))",
        (clock.to_text(at), conversation, clock.to_text(at), conversation),
    )


def keep_one(store: Store, promise: str, at: datetime) -> None:
    """A person says that it is kept: they rang, they brought the cake."""
    store.write("update promises set kept_at = ? where id = ? and kept_at is null", (clock.to_text(at), promise))


def take_back(store: Store, promise: str, at: datetime) -> None:
    """It was none."""
    store.write(
        "update promises set taken_back_at = ? where id = ? and taken_back_at is null", (clock.to_text(at), promise)
    )


Promised = dict[str, tuple[str | None, str | None, str | None]]  # id -> (kept_at, moved_at, taken_back_at)


def snapshot(store: Store, conversation: str) -> Promised:
    """The promises of a conversation as they are now, for `put_back`."""
    rows = store.rows(
        "select id, kept_at, moved_at, taken_back_at from promises where conversation = ?", (conversation,)
    )
    return {row["id"]: (row["kept_at"], row["moved_at"], row["taken_back_at"]) for row in rows}


def put_back(store: Store, kept: Promised, made: Promised, at: datetime) -> None:
    """Takes back what one act changed: `kept` is how it was before, `made` right after. What changed since stays."""
    for promise, after in made.items():
        before = kept.get(promise, (*after[:2], clock.to_text(at)))  # one that was made is taken back
        store.write(
            "update promises set kept_at = ?, moved_at = ?, taken_back_at = ? "
            "where id = ? and kept_at is ? and moved_at is ? and taken_back_at is ?",
            (*before, promise, *after),
        )


def erase(store: Store, chosen: Sequence[str]) -> None:
    """All that was given or found in these conversations."""
    marks = ", ".join("?" * len(chosen))
    store.write(f"delete from promises where conversation in ({marks})", chosen)
    store.write(f"delete from found_promises where conversation in ({marks})", chosen)


def erase_found(store: Store, replies: Sequence[str]) -> None:
    """The times found in these replies, with their words."""
    store.write(f"delete from found_promises where reply in ({', '.join('?' * len(replies))})", replies)


def open_of(store: Store, conversation: str) -> Promise | None:
    row = store.row(_SELECT + "p.kept_at is null and p.conversation = ? order by p.due_at", (conversation,))
    return _promise(row) if row else None


def of_conversation(store: Store, conversation: str) -> tuple[Promise, ...]:
    rows = store.rows(_SELECT + "p.conversation = ? order by p.made_at", (conversation,))
    return tuple(_promise(row) for row in rows)


def due_between(store: Store, start: datetime, end: datetime) -> tuple[Promise, ...]:
    """Those due in a span of time, kept or not; `end` is no longer in it."""
    rows = store.rows(
        _SELECT + "p.due_at >= ? and p.due_at < ? order by p.due_at, p.id", (clock.to_text(start), clock.to_text(end))
    )
    return tuple(_promise(row) for row in rows)


def coming(store: Store, limit: int = 20) -> tuple[Promise, ...]:
    """Those still to be kept, the most urgent (or overdue) first."""
    rows = store.rows(_SELECT + "p.kept_at is null order by p.due_at limit ?", (limit,))
    return tuple(_promise(row) for row in rows)


def next(store: Store, now: datetime) -> Promise | None:  # noqa: A001, ARG001 (reads as promises.next)
    """The one to think of: an overdue one first, else the nearest."""
    found = coming(store, 1)
    return found[0] if found else None


# --- found in our words --------------------------------------------------------------------------------

_FOUND = "select f.id, f.conversation, f.reply, f.due_at, f.words from found_promises f "


def note_found(
    store: Store, conversation: str, reply: str, found: Iterable[tuple[datetime, str]], at: datetime
) -> None:
    """(due, words) of the times a reply of ours gives. No promise before a person says so."""
    store.write_many(
        "insert into found_promises(id, conversation, reply, due_at, words, at) values(?, ?, ?, ?, ?, ?)",
        [
            (ids.new_id(), conversation, reply, clock.to_text(due), words, clock.to_text(at))
            for due, words in found
        ],
    )


def offered(store: Store, conversation: str, now: datetime) -> tuple[FoundPromise, ...]:
    """Those nobody has decided yet, the nearest first; none of a reply that didn't go, or whose time is over."""
    rows = store.rows(
        _FOUND + "join replies r on r.id = f.reply where f.conversation = ? and f.decision = '' and f.due_at > ? "
        "and r.state not in ('taken_back', 'refused') order by f.due_at, f.id",
        (conversation, clock.to_text(now)),
    )
    return tuple(_found(row) for row in rows)


def found_by_id(store: Store, found: str) -> FoundPromise | None:
    row = store.row(_FOUND + "where f.id = ?", (found,))
    return _found(row) if row else None


def decided(store: Store, reply: str) -> tuple[tuple[str, str, datetime], ...]:
    """(id, person, due) of each time of a reply that is a promise by a person's word, the nearest first."""
    rows = store.rows(
        "select id, person, due_at from found_promises where reply = ? and decision = 'keep' order by due_at", (reply,)
    )
    return tuple((row["id"], row["person"], clock.from_text(row["due_at"])) for row in rows)


def decide(store: Store, found: str, decision: str, person: str, due_at: datetime) -> None:
    """`decision`: "keep", "no", or "" for nobody has said."""
    store.write(
        "update found_promises set decision = ?, person = ?, due_at = ? where id = ?",
        (decision, person, clock.to_text(due_at), found),
    )


def _found(row: Row) -> FoundPromise:
    return FoundPromise(
        row["id"], row["conversation"], row["reply"], clock.from_text(row["due_at"]), row["words"]
    )


def _promise(row: Row) -> Promise:
    return Promise(
        row["id"],
        row["conversation"],
        row["author_name"],
        row["person"],
        clock.from_text(row["due_at"]),
        clock.from_text(row["made_at"]),
        clock.maybe(row["kept_at"]),
        clock.maybe(row["moved_at"]),
    )
