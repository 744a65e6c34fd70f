"""Which file brought what: so that it can be taken out again, and what couldn't be read can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop import clock, ids
from desktop.imports.items import Broken
from desktop.store import Row, Store

OWNS = ("imports", "imported", "unread_rows")
KEPT_FOR = timedelta(days=30)  # so long it can be taken out again
ADDING, ADDED, UNDONE = "adding", "added", "undone"


class Import(NamedTuple):
    """A file that was brought in. `known`: how many were here already; `broken`: rows that couldn't be read.

    `state` "adding" with nothing at work: the program was ended in the middle of it.
    """

    id: str
    at: datetime
    person_name: str
    file: str
    format: str
    account: str
    state: str
    added: int
    known: int
    broken: int
    first_at: datetime | None
    last_at: datetime | None

    def can_be_undone(self, now: datetime) -> bool:
        return self.state != UNDONE and now - self.at < KEPT_FOR


def begin(store: Store, person: str, file: str, kind: str, account: str, at: datetime) -> str:
    made = ids.new_id()
    store.write(
        "insert into imports(id, at, person, file, format, account, state) values(?, ?, ?, ?, ?, ?, 'adding')",
        (made, clock.to_text(at), person, file, kind, account),
    )
    return made


def took(store: Store, one: str, new: Sequence[str], known: int, first: datetime | None, last: datetime | None) -> None:
    """A batch has been stored: in its transaction."""
    store.insert_many("insert into imported(post, import)", [(post, one) for post in new], "on conflict do nothing")
    begun = clock.to_text(first) if first else None
    ended = clock.to_text(last) if last else None
    store.write(
        "update imports set added = added + ?, known = known + ?, first_at = coalesce(min(first_at, ?), first_at, ?), "
        "last_at = coalesce(max(last_at, ?), last_at, ?) where id = ?",
        (len(new), known, begun, begun, ended, ended, one),
    )


def unread(store: Store, one: str, rows: Sequence[Broken]) -> None:
    """Rows that couldn't be read: every one of them is kept, with its reason."""
    begun = store.value("select broken from imports where id = ?", (one,))
    store.insert_many(
        "insert into unread_rows(import, n, place, why, words)",
        [(one, begun + n, row.where, row.why, row.words) for n, row in enumerate(rows, 1)],
    )
    store.write("update imports set broken = broken + ? where id = ?", (len(rows), one))


def set_state(store: Store, one: str, state: str, at: datetime) -> None:
    store.write("update imports set state = ?, ended_at = ? where id = ?", (state, clock.to_text(at), one))


def forget(store: Store, one: str) -> None:
    """Given up before it was in: as if it had never begun."""
    store.write("delete from unread_rows where import = ?", (one,))
    store.write("delete from imported where import = ?", (one,))
    store.write("delete from imports where id = ?", (one,))


def some_posts(store: Store, one: str, limit: int) -> list[str]:
    """Posts that are still marked as brought by this import."""
    return [row[0] for row in store.rows("select post from imported where import = ? limit ?", (one, limit))]


def alone(store: Store, one: str) -> list[str]:
    """What this import brought that goes on from something, and stands in no conversation yet."""
    sql = (
        "select p.id from imported i join posts p on p.id = i.post where i.import = ? and p.conversation = '' "
        "and p.parent_remote_id <> ''"
    )
    return [row[0] for row in store.rows(sql, (one,))]


def unfinished(store: Store) -> list[str]:
    """Of those at work, and those that the end of the program cut short."""
    return [row[0] for row in store.rows("select id from imports where state = ? order by id", (ADDING,))]


def of_these(store: Store, one: str, posts: Sequence[str]) -> set[str]:
    """Which of these posts are still marked as brought by this import."""
    marks = ",".join("?" * len(posts))
    sql = f"select post from imported where import = ? and post in ({marks})"
    return {row[0] for row in store.rows(sql, [one, *posts])}


def let_go(store: Store, posts: Iterable[str]) -> None:
    """These aren't of an import any more: taken out, or seen at their place since."""
    store.write_many("delete from imported where post = ?", [(post,) for post in posts])


def blank_words(store: Store, names: Sequence[str]) -> None:
    """Rows that couldn't be read and say one of these names: their words go."""
    for name in names:
        store.write("update unread_rows set words = '' where instr(lower(words), lower(?)) > 0", (name,))


def give_to(store: Store, account: str, other: str) -> None:
    """All of one account becomes another's: it was the same all along."""
    store.write("update imports set account = ? where account = ?", (other, account))


def came_since(store: Store, at: datetime) -> bool:
    """Whether a file was brought in since then, and is still here."""
    sql = "select exists(select 1 from imports where state <> ? and at >= ?)"
    return bool(store.value(sql, (UNDONE, clock.to_text(at))))


def is_any(store: Store) -> bool:
    return bool(store.value("select exists(select 1 from imported)"))


_SELECT = "select i.*, coalesce(p.name, '') as person_name from imports i left join people p on p.id = i.person "


def all(store: Store) -> tuple[Import, ...]:  # noqa: A001 (reads as marks.all)
    """All of them, the newest first."""
    return tuple(_import(row) for row in store.rows(_SELECT + "order by i.at desc, i.id desc"))


def by_id(store: Store, one: str) -> Import | None:
    row = store.row(_SELECT + "where i.id = ?", (one,))
    return _import(row) if row else None


def later_with_known(store: Store, one: Import) -> tuple[Import, ...]:
    """Files added after this one, to the same account, that found messages here already: perhaps those of this one."""
    later = (each for each in all(store) if each.state == ADDED and each.account == one.account and each.known)
    return tuple(each for each in later if (each.at, each.id) > (one.at, one.id))


def unread_rows(store: Store, one: str, limit: int = 1_000) -> tuple[Broken, ...]:
    rows = store.rows("select place, why, words from unread_rows where import = ? order by n limit ?", (one, limit))
    return tuple(Broken(*row) for row in rows)


def _import(row: Row) -> Import:
    return Import(
        row["id"],
        clock.from_text(row["at"]),
        row["person_name"],
        row["file"],
        row["format"],
        row["account"],
        row["state"],
        row["added"],
        row["known"],
        row["broken"],
        clock.maybe(row["first_at"]),
        clock.maybe(row["last_at"]),
    )
