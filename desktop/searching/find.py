"""From a query to the conversations it means, the newest first."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from desktop import conversations
from desktop.language.said import Said
from desktop.language.unspaced import searchable
from desktop.searching.filters import Asking, Condition, conditions, searched_in
from desktop.searching.near import forms, languages, meant
from desktop.searching.query import Query, Word
from desktop.store import Store

_MOST_SLIPS = 8  # words of one query that are tried with each of their letters wrong
LETTERS = 2  # a single letter alone finds too much to be of use


@dataclass(frozen=True, slots=True)
class Found:
    """Row ids of conversations, the newest first. `hits` beside them: the post that matches (theirs before ours),
    or a note (its number below 0); empty where no words were asked for.
    """

    rids: array[int]
    hits: array[int]
    is_all: bool = True  # nothing older was left out
    words: tuple[str, ...] = ()  # exact and near words, as they stand in the texts
    troubles: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query as the index is asked: `words` and `without` are its own language, `near` the words in it."""

    words: str
    without: str
    near: tuple[str, ...]
    conditions: tuple[Condition, ...]
    troubles: tuple[Said, ...]
    places: frozenset[str]  # where the words may stand (searched_in)

    @property
    def is_nothing(self) -> bool:
        return not (self.words or self.without or self.conditions)


def wanted(store: Store, query: Query, asking: Asking) -> Wanted:
    """Looks up near words; what is too short to look for alone is left out."""
    langs = languages(store) if query.words else ()
    spelled: dict[str, None] = {}
    groups = []
    for group in query.every:
        parts = []
        for word in group:
            near = () if word.is_exact else forms(store, word.text, langs, is_begun=word.is_begun)
            spelled.update(dict.fromkeys((word.text.lower(), *near)))
            parts += [_spell(word), *(f'"{one}"' for one in near)]
        groups.append(f"({' OR '.join(parts)})")
    is_too_short = len(query.words) == 1 and len(searchable(query.words[0].text).strip()) < LETTERS
    made, troubles = conditions(query.filters, asking._replace(store=store))
    return Wanted(
        "" if is_too_short else " AND ".join(groups),
        " OR ".join(_spell(word) for word in query.without),
        () if is_too_short else tuple(spelled),
        tuple(made),
        tuple(troubles),
        searched_in(query.filters),
    )


def _spell(word: Word) -> str:
    phrase = '"' + " ".join(searchable(word.text).replace('"', " ").split()) + '"'
    return f"{phrase} *" if word.is_begun else phrase


_ONLY = {
    frozenset({"ours", "theirs"}): "",
    frozenset({"ours"}): "and p.is_ours",
    frozenset({"theirs"}): "and not p.is_ours",
    frozenset(): "and 0",
}


def find(store: Store, query: Query, asking: Asking, limit: int = -1) -> Found:
    """`limit` counts matching posts, those stored last first; without words, conversations. -1: all."""
    asked = wanted(store, query, asking)
    if asked.is_nothing:
        return Found(conversations.newest(store, limit), array("q"), troubles=asked.troubles)
    if not asked.words:
        return _by_filters(store, asked, limit)
    where, params = _where(asked)
    whose, noted = asked.places - {"notes"}, int("notes" in asked.places)
    sql = (
        "with hits(conversation, hit, is_ours) as ("
        "select p.conversation, p.rid, p.is_ours from (select rowid as r from posts_fts where posts_fts match ? "
        f"order by rowid desc limit ?) join posts p on p.rid = r where p.gone_at is null {_ONLY[whose]} "
        "union all select n.conversation, -notes_fts.rowid, 1 from notes_fts join notes n on n.id = notes_fts.note "
        f"where {noted} and notes_fts match ?) "
        "select group_concat(rid), group_concat(hit), sum(n) from (select c.rid as rid, count(*) as n, "
        "coalesce(min(iif(is_ours, null, hit)), min(iif(hit > 0, hit, null)), min(hit)) as hit "
        f"from hits join conversations c on c.id = hits.conversation {COMPLAINT} {where} "
        "group by c.rid order by c.first_at desc, c.rid desc limit -1)"
    )
    row = store.row(sql, (asked.words, limit, asked.words, *params))
    rids, hits = (conversations.numbers(row[0]), conversations.numbers(row[1])) if row else (array("q"), array("q"))
    is_all = limit < 0 or _count(store, asked.words, limit) < limit
    return Found(rids, hits, is_all, asked.near, asked.troubles)


COMPLAINT = "left join complaints k on k.id = c.id and k.withdrawn_at is null"


def _count(store: Store, match: str, limit: int) -> int:
    sql = "select count(*) from (select 1 from posts_fts where posts_fts match ? limit ?)"
    return int(store.value(sql, (match, limit)))


def _by_filters(store: Store, asked: Wanted, limit: int) -> Found:
    where, params = _where(asked)
    sql = (
        f"select group_concat(rid) from (select c.rid as rid from conversations c {COMPLAINT} {where} "
        "order by c.first_at desc, c.rid desc limit ?)"
    )
    rids = conversations.numbers(store.value(sql, (*params, limit)))
    return Found(rids, array("q"), limit < 0 or len(rids) < limit, (), asked.troubles)


def _where(asked: Wanted) -> tuple[str, list[object]]:
    parts = [f"({one.sql})" for one in asked.conditions]
    params = [value for one in asked.conditions for value in one.params]
    if asked.without:
        parts.append(
            "c.id not in (select w.conversation from posts_fts join posts w on w.rid = posts_fts.rowid "
            "where posts_fts match ? and w.gone_at is null)"
        )
        params.append(asked.without)
    return (f"where {' and '.join(parts)}" if parts else ""), params


def instead(store: Store, query: Query) -> tuple[tuple[str, str], ...]:
    """(what was typed, what may have been meant) for the words that are nowhere; of many words, for the first."""
    words = list(dict.fromkeys(word.text for word in query.words if not word.is_exact))[:_MOST_SLIPS]
    pairs = ((word, meant(store, word)) for word in words)
    return tuple((typed, other) for typed, other in pairs if other)
