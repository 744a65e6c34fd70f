"""The shop's own notes on the timeline: what changed, and when ("2 Sept: new boxes")."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from desktop import clock
from desktop.store import Row, Store

OWNS = ("shop_notes",)

LONGEST = 300  # characters of one


class ShopNote(NamedTuple):
    """One note: a day, or all the days from the first to the last. `id` is "" for one that is still to be kept."""

    id: str
    first: date
    last: date
    text: str
    person: str = ""
    person_name: str = ""


_SELECT = (
    "select s.*, coalesce(p.name, '') as person_name from shop_notes s left join people p on p.id = s.person "
    "where s.removed_at is null"
)


def put(store: Store, note: ShopNote, at: datetime) -> None:
    """Keeps a note, or changes one; one that was removed is there again. Whoever wrote it first stays its writer."""
    store.write(
        "insert into shop_notes(id, first, last, text, person, at) values(?, ?, ?, ?, ?, ?) on conflict(id) do update "
        "set first = excluded.first, last = excluded.last, text = excluded.text, removed_at = null",
        (note.id, note.first.isoformat(), note.last.isoformat(), note.text, note.person, clock.to_text(at)),
    )


def remove(store: Store, note: str, at: datetime) -> None:
    store.write("update shop_notes set removed_at = ? where id = ?", (clock.to_text(at), note))


def by_id(store: Store, note: str) -> ShopNote | None:
    """None when it isn't there, or not any more."""
    row = store.row(f"{_SELECT} and s.id = ?", (note,))
    return _note(row) if row else None


def all(store: Store) -> tuple[ShopNote, ...]:  # noqa: A001 (reads as shopnotes.all)
    """From the earliest to the latest."""
    return tuple(_note(row) for row in store.rows(f"{_SELECT} order by s.first, s.at, s.id"))


def _note(row: Row) -> ShopNote:
    days = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
    return ShopNote(row["id"], *days, row["text"], row["person"], row["person_name"])
