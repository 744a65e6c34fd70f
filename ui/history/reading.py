"""What History reads from the shop: the rows of the list, and one conversation from beginning to end."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop import conversations, posts
from desktop.conversations import Past
from desktop.posts import Beginning
from desktop.shop import Shop
from ui.moments import tr

from .marks import Mark, marks, window

FIRST = 400  # matching posts read before the first rows are shown
MOST = 20_000  # matching posts altogether: more than anybody scrolls through
FIRST_ROWS = 64


@dataclass(frozen=True, slots=True)
class Results:
    """Row ids of conversations, newest first; `hits` beside them the posts that match (none without a query)."""

    words: str
    rids: array[int]
    hits: array[int]
    is_all: bool = True  # nothing older was left out


@dataclass(frozen=True, slots=True)
class Result:
    """A row ready to paint: `text` on one line with the marks in it, and those in the name."""

    past: Past
    text: str
    marks: Sequence[Mark]
    in_name: Sequence[Mark] = ()


def first_rows(shop: Shop) -> Results:
    """The newest conversations, in one cheap read."""
    rids = conversations.newest(shop.store, FIRST_ROWS)
    return Results("", rids, array("q"), len(rids) < FIRST_ROWS)


def look(shop: Shop, words: str, limit: int = MOST) -> Results:
    """The conversations with these words; all of them where there is nothing to look for."""
    query = posts.fts_query(words)
    if not query:
        return Results("", conversations.newest(shop.store), array("q"))
    rids, hits, found = conversations.look_back(shop.store, query, limit)
    return Results(words, rids, hits, found < limit)


def page(shop: Shop, words: str, rids: Sequence[int], hits: Sequence[int]) -> list[Result]:
    """Rows ready to paint: two reads by row id."""
    rows = conversations.past(shop.store, rids)
    if not hits:
        return [Result(row, row.excerpt, marks(row.excerpt, words)) for row in rows]
    texts, hit_of = posts.beginnings(shop.store, hits), dict(zip(rids, hits, strict=True))
    found = [_result(row, words, texts.get(hit_of[row.rid])) for row in rows]
    return [replace(one, in_name=marks(one.past.author_name, words)) for one in found]


def _result(row: Past, words: str, found: Beginning | None) -> Result:
    if found is None:
        return Result(row, row.excerpt, marks(row.excerpt, words))
    text, where = window(found.text, words)
    if not where and not found.is_ours:  # their name matched, or words far behind in a long text
        return Result(row, row.excerpt, marks(row.excerpt, words))
    if found.is_ours:
        lead = tr("{who}: ").format(who=found.written_by or tr("You"))
        return Result(row, lead + text, [(at + len(lead), long) for at, long in where])
    return Result(row, text, where)
