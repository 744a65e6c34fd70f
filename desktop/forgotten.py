"""Whom, and what by its age, this computer has forgotten: ids alone, so that nothing of it comes in again.

An id is worked out from what a place calls a person or a post (ids.remote); neither name nor word can be read from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from desktop import clock, ids
from desktop.store import Row, Store

OWNS = ("forgotten", "forgettings")
BY_AGE = "age"  # the forgetting that removes what is older than it is kept
_AT_ONCE = 500


class Forgetting(NamedTuple):
    """One time that somebody was forgotten. Until `until` it can be taken back; then it is erased, in copies too."""

    id: str
    at: datetime
    until: datetime
    person: str
    messages: int
    undone_at: datetime | None
    erased_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Neither taken back nor erased yet."""
        return self.undone_at is None and self.erased_at is None


def begin(store: Store, person: str, at: datetime, until: datetime, messages: int) -> str:
    made = ids.new_id()
    store.write(
        "insert into forgettings(id, at, until, person, messages) values(?, ?, ?, ?, ?)",
        (made, clock.to_text(at), clock.to_text(until), person, messages),
    )
    return made


def add(store: Store, forgetting: str, things: Iterable[str], at: datetime) -> None:
    """Ids of people, posts and conversations. What was known of them before may go now: the store lets nothing else."""
    moment = clock.to_text(at)
    store.write_many(
        "insert into forgotten(id, forgetting, at) values(?, ?, ?) on conflict(id) do update set at = excluded.at",
        [(one, forgetting, moment) for one in things],
    )


def let_go(store: Store, things: Iterable[str]) -> None:
    """These aren't forgotten after all."""
    store.write_many("delete from forgotten where id = ?", [(one,) for one in things])


def undo(store: Store, forgetting: str, at: datetime) -> None:
    store.write("delete from forgotten where forgetting = ?", (forgetting,))
    store.write("update forgettings set undone_at = ? where id = ?", (clock.to_text(at), forgetting))


def erased(store: Store, forgetting: str, at: datetime) -> None:
    store.write("update forgettings set erased_at = ? where id = ?", (clock.to_text(at), forgetting))


def is_any(store: Store) -> bool:
    return bool(store.value("select exists(select 1 from forgotten)"))


def known(store: Store, wanted: Sequence[str]) -> dict[str, datetime]:
    """Which of these ids are forgotten, and since when."""
    found = dict[str, datetime]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        sql = f"select id, at from forgotten where id in ({','.join('?' * len(some))})"
        found |= {row[0]: clock.from_text(row[1]) for row in store.rows(sql, some)}
    return found


def by_id(store: Store, forgetting: str) -> Forgetting | None:
    row = store.row("select * from forgettings where id = ?", (forgetting,))
    return _forgetting(row) if row else None


def open_ones(store: Store) -> tuple[Forgetting, ...]:
    """Those that can still be taken back, or wait to be erased; the newest first."""
    rows = store.rows(
        "select * from forgettings where undone_at is null and erased_at is null order by at desc, id desc"
    )
    return tuple(map(_forgetting, rows))


def all_of_it(store: Store) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Every row, for a copy that is brought back: what was forgotten since stays forgotten."""
    things = [tuple(row) for row in store.rows("select id, forgetting, at from forgotten")]
    times = store.rows("select id, at, until, person, messages, undone_at, erased_at from forgettings")
    return things, [tuple(row) for row in times]


def take_over(store: Store, things: Sequence[tuple[str, ...]], times: Sequence[tuple[str, ...]]) -> None:
    """The rows of `all_of_it`, from the file whose place this one takes."""
    store.write_many("insert or ignore into forgotten(id, forgetting, at) values(?, ?, ?)", things)
    store.write_many(
        "insert or replace into forgettings(id, at, until, person, messages, undone_at, erased_at) "
        "values(?, ?, ?, ?, ?, ?, ?)",
        times,
    )


def _forgetting(row: Row) -> Forgetting:
    return Forgetting(
        row["id"],
        clock.from_text(row["at"]),
        clock.from_text(row["until"]),
        row["person"],
        row["messages"],
        clock.maybe(row["undone_at"]),
        clock.maybe(row["erased_at"]),
    )
