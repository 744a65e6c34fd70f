"""What people at the counter write to each other beside a conversation: kept here, found by its words, never sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop import clock, ids
from desktop.language.unspaced import searchable
from desktop.records import Note
from desktop.store import INDEX_STEP, Row, Store

OWNS = ("notes", "notes_fts", "notes_terms")


def add(store: Store, conversation: str, person: str, text: str, at: datetime) -> str:
    note = ids.new_id()
    store.write(
        "insert into notes(id, conversation, person, text, at) values(?, ?, ?, ?, ?)",
        (note, conversation, person, text, clock.to_text(at)),
    )
    _put(store, note, text)
    return note


def remove(store: Store, note: str) -> None:
    """Takes a note back (the event that it was written stays)."""
    store.write("delete from notes where id = ?", (note,))
    unindex(store, [note])


def erase(store: Store, chosen: Sequence[str]) -> None:
    """The notes of these conversations."""
    marks = ",".join("?" * len(chosen))
    for row in store.rows(f"select id from notes where conversation in ({marks})", chosen):
        remove(store, row[0])


def index(store: Store, note: str, text: str) -> None:
    """A note, or a reply that was kept as history, is found by these words."""
    unindex(store, [note])
    _put(store, note, text)


def _put(store: Store, note: str, text: str) -> None:
    store.write("insert into notes_fts(words, note) values(?, ?)", (searchable(text), note))


def unindex(store: Store, some: Sequence[str]) -> int:
    """Notes or kept replies that no word finds any more; returns how many there were. Reads through the whole index,
    which knows them by their words alone: ask for many at once."""
    return store.write(f"delete from notes_fts where note in ({','.join('?' * len(some))})", some)


def index_anew(store: Store) -> None:
    """The index of the notes and the kept replies, made from the rows as they stand."""
    store.write("delete from notes_fts")
    every = store.rows("select id, text from notes union all select id, text from replies where hurdle = 'kept'")
    words = [(searchable(row["text"]), row["id"]) for row in every]
    store.write_many("insert into notes_fts(words, note) values(?, ?)", words)


def tidy_index(store: Store, *, begins: bool) -> bool:
    """A step towards an index of notes without words that no note says any more, as `posts.tidy_index`."""
    before = store.moment()[1]
    store.write("insert into notes_fts(notes_fts, rank) values('merge', ?)", (-INDEX_STEP if begins else INDEX_STEP,))
    return store.moment()[1] > before + 1


_SELECT = "select n.*, coalesce(p.name, '') as name from notes n left join people p on p.id = n.person"


def of(store: Store, conversation: str) -> tuple[Note, ...]:
    rows = store.rows(f"{_SELECT} where n.conversation = ? order by n.at, n.id", (conversation,))
    return tuple(map(_note, rows))


def found(store: Store, numbered: Sequence[int]) -> dict[int, Note]:
    """Notes, and replies that were kept as history, by their number in the index; those that are gone are missing."""
    told = dict[int, Note]()
    for table, at in (("notes", "at"), ("replies", "made_at")):
        wanted = [one for one in numbered if one not in told]
        if not wanted:  # a reply is seldom among them
            break
        rows = store.few(
            f"f.rowid, n.id, n.conversation, n.person, coalesce(p.name, ''), n.text, n.{at}",
            f"from notes_fts f join {table} n on n.id = f.note left join people p on p.id = n.person "
            "where f.rowid in (select value from json_each(?))",
            (store.listed(wanted),),
        )
        for number, one, conversation, person, name, text, when in rows:
            is_reply = table == "replies"
            told[number] = Note(one, conversation, person, name, text, clock.from_text(when), is_reply)
    return told


def _note(row: Row) -> Note:
    at = clock.from_text(row["at"])
    return Note(row["id"], row["conversation"], row["person"], row["name"], row["text"], at)
