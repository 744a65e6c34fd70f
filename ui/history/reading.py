"""What History reads from the shop: the rows of the list, and one conversation from beginning to end."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from desktop import notes, past, posts, shopnotes
from desktop.errors import GivenUp
from desktop.language.said import Said
from desktop.past import Past
from desktop.posts import Beginning
from desktop.records import Note, Source
from desktop.searching import Asking, Bar, Overview, asked_time, began_before, find, instead, overview, parse
from desktop.shop import Shop
from desktop.shopnotes import ShopNote
from ui.moments import tr
from ui.words import taken_down

from .marks import NOTHING, Looked, Mark, looked_for, marks, window

FIRST = 50  # matching posts (without words: conversations) read before the first rows are shown
FIRST_NOTES = 8  # and of matching notes: each is looked up like a post, and in years of them every word has some
MOST = 20_000  # matching posts altogether: more than anybody scrolls through
FIRST_ROWS = 64
PAGE = 16  # rows read at once when they are painted: about as many as a list shows


@dataclass(frozen=True, slots=True)
class Result:
    """A row ready to paint: `text` on one line with the marks in it, and those in the name."""

    past: Past
    text: str
    marks: Sequence[Mark]
    in_name: Sequence[Mark] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """Row ids of conversations in order; `hits` beside them what matches (none without words): searching.Found."""

    typed: str
    rids: array[int]
    hits: array[int]
    is_all: bool = True  # nothing older was left out
    looked: Looked = NOTHING
    near: tuple[str, ...] = ()  # exact and near words
    troubles: tuple[Said, ...] = ()
    instead: tuple[tuple[str, str], ...] | None = ()  # what was typed, what may have been meant; None: not known yet
    best_first: bool = False
    top: tuple[Result, ...] = ()  # the first of them, read already: what is painted at once


@dataclass(frozen=True, slots=True)
class Split:
    """A note on the timeline, and how many of the results began before its first day and from then on."""

    note: ShopNote
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Over:
    """What stands around the results: their counts, the bars of the timeline and the shop's notes on it."""

    overview: Overview
    bars: Sequence[Bar]
    notes: Sequence[ShopNote]
    split: Split | None


def first_rows(shop: Shop) -> Results:
    """The newest conversations, in one cheap read."""
    rids = past.newest(shop.store, FIRST_ROWS)
    return Results("", rids, array("q"), len(rids) < FIRST_ROWS)


def look(
    shop: Shop,
    typed: str,
    limit: int = MOST,
    is_stale: Callable[[], bool] = lambda: False,
    *,
    best_first: bool = False,
) -> Results | None:
    """The conversations that a query means, all of them where there is nothing to look for; None once it `is_stale`.

    `limit` counts matching posts; without words, conversations (MOST: all of them). What may have been meant is looked
    up with all of them only: nobody waits for it who types on.
    """
    query, most_notes = parse(typed), FIRST_NOTES if limit <= FIRST else None
    most = limit if query.words or limit < MOST else -1
    with suppress(GivenUp), shop.store.unless(is_stale):
        if is_stale():
            return None
        found = find(shop.store, query, Asking(shop.clock, shop.me.id), most, most_notes, best_first=best_first)
        is_nowhere = bool(query.words) and found.is_all and not found.rids
        other = (instead(shop.store, query) if limit >= MOST else None) if is_nowhere else ()
        looked = looked_for(typed, found.words) if found.words else NOTHING
        top = tuple(page(shop, looked, found.rids[:PAGE], found.hits[:PAGE]))
        return Results(
            typed, found.rids, found.hits, found.is_all, looked, found.words, found.troubles, other, best_first, top
        )
    return None


def every(
    shop: Shop, typed: str, is_stale: Callable[[], bool] = lambda: False, *, best_first: bool = False
) -> array[int] | None:
    """The row ids of all conversations that a query means, however many; None once it `is_stale`."""
    with suppress(GivenUp), shop.store.unless(is_stale):
        return find(shop.store, parse(typed), Asking(shop.clock, shop.me.id), best_first=best_first).rids
    return None


def over(shop: Shop, got: Results, is_stale: Callable[[], bool] = lambda: False) -> Over | None:
    """What the results have in common; the bars are those of the years that were asked for. None once it `is_stale`."""
    with suppress(GivenUp), shop.store.unless(is_stale):
        return None if is_stale() else _over(shop, got)
    return None


def _over(shop: Shop, got: Results) -> Over:
    query, dated = parse(got.typed), shopnotes.all(shop.store)
    days = [note.first for note in dated]
    found = overview(shop.store, query, Asking(shop.clock, shop.me.id), got.rids, days, MOST)
    years = [int(year) for one in query.filters if one.key == "on" for year in re.findall(r"\d{4}", one.value)]
    bars = [bar for bar in found.bars if not years or min(years) <= bar.first.year <= max(years)]
    begins, behind = asked_time(query.filters, shop.clock)  # beyond it nothing was looked for: no before, or no after
    among = [note for note in dated if bars and bars[0].first <= note.first <= bars[-1].last]
    among = [note for note in among if begins < note.first < behind]
    return Over(found, bars, dated, _split(shop, got, among) if query else None)


def _split(shop: Shop, got: Results, among: Sequence[ShopNote]) -> Split | None:
    """The note that says most about a search: the latest of those with one of its words, else the latest of all."""
    if not among:
        return None
    note = max(among, key=lambda one: (bool(marks(one.text, got.looked)), one.first))
    before = began_before(shop.store, shop.clock, got.rids, note.first)
    return Split(note, before, len(got.rids) - before)


def page(shop: Shop, looked: Looked, rids: Sequence[int], hits: Sequence[int]) -> list[Result]:
    """Rows ready to paint: few reads by row id."""
    rows = past.page(shop.store, rids)
    if not hits:
        return [_beginning(row, looked) for row in rows]
    texts, hit_of = posts.beginnings(shop.store, hits), dict(zip(rids, hits, strict=True))
    noted = notes.found(shop.store, [-hit for hit in hits if hit < 0])
    found = [_result(row, looked, texts.get(hit_of[row.rid]), noted.get(-hit_of[row.rid])) for row in rows]
    return [replace(one, in_name=marks(one.past.author_name, looked)) for one in found]


def _beginning(row: Past, looked: Looked) -> Result:
    """With what it began, unless that was taken down."""
    if row.is_taken_down:
        return Result(row, taken_down(), ())
    if not row.excerpt and row.source is Source.REVIEW:
        return Result(row, tr("Only stars, no words."), ())
    return Result(row, row.excerpt, marks(row.excerpt, looked))


def _result(row: Past, looked: Looked, found: Beginning | None, note: Note | None) -> Result:
    if note is not None:
        lead = tr("{who}, never posted: ") if note.is_reply else tr("Note, {who}: ")
        return _led(row, lead.format(who=note.person_name), *window(note.text, looked))
    if found is None:
        return _beginning(row, looked)
    if found.is_taken_down:
        return Result(row, taken_down(), ())
    text, where = window(found.text, looked)
    if not where and not found.is_ours:  # their name matched, or words far behind in a long text
        return _beginning(row, looked)
    if found.is_ours:
        return _led(row, tr("{who}: ").format(who=found.written_by or tr("You")), text, where)
    return Result(row, text, where)


def _led(row: Past, lead: str, text: str, where: Sequence[Mark]) -> Result:
    return Result(row, lead + text, [(at + len(lead), long) for at, long in where])
