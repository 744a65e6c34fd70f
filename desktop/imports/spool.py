"""What a file holds, read and judged, kept in the shop file until all of it is stored in one go.

A file is stored only when it was read to its end: stopping before that leaves nothing behind, and the others at the
counter write in between. Packed tightly, and under the shop's password where it has one.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from desktop import clock
from desktop.imports.items import Broken, Item
from desktop.records import Author, Guess, Kind, RemotePost, Source
from desktop.store import Store

OWNS = ("spool",)


class Batch(NamedTuple):
    """Some posts, what those that begin a conversation seem to be and how they begin (by remote id), and rows that
    couldn't be read."""

    items: Sequence[Item]
    judged: Mapping[str, tuple[Guess, str]]
    broken: Sequence[Broken]


def is_any(store: Store) -> bool:
    return bool(store.value("select exists(select 1 from spool)"))


def empty(store: Store) -> None:
    with store.writing():
        store.write("delete from spool")


def put(store: Store, batches: Sequence[Batch]) -> None:
    bodies = [
        json.dumps(batch, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf-8", "replace")
        for batch in batches
    ]
    with store.writing():
        for body in bodies:
            store.write("insert into spool(body) values(?)", (zlib.compress(body, 1),))


def after(store: Store, n: int) -> tuple[int, Batch] | None:
    """The next batch behind number `n` (0: the first), with its own number; None after the last one."""
    row = store.row("select n, body from spool where n > ? order by n limit 1", (n,))
    return (row[0], _batch(json.loads(zlib.decompress(row[1])))) if row else None


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return clock.to_text(value)
    raise TypeError(type(value).__name__)


def _batch(said: list[Any]) -> Batch:
    items, judged, broken = said
    return Batch(
        [_item(*each) for each in items],
        {key: (_guess(guess), excerpt) for key, (guess, excerpt) in judged.items()},
        [Broken(*each) for each in broken],
    )


def _item(post: list[Any], to: list[Any] | None, where: str, *more: Any) -> Item:
    one = RemotePost(*post)
    one = one._replace(
        author=Author(*post[1]),
        posted_at=clock.from_text(post[3]),
        source=Source(one.source),
        edited_at=clock.maybe(post[RemotePost._fields.index("edited_at")]),
    )
    return Item(one, Author(*to) if to else None, where, *more)


def _guess(said: list[Any]) -> Guess:
    one = Guess(*said)
    maybe = Kind(one.maybe) if one.maybe else None
    return one._replace(kind=Kind(one.kind), maybe=maybe, topics=tuple(one.topics))
