"""From a query to the conversations it means, the newest first or the best match first."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from desktop import past
from desktop.language.said import Said, said
from desktop.language.unspaced import searchable
from desktop.searching.filters import Asking, Condition, conditions, searched_in
from desktop.searching.near import begun, fold, forms, languages, meant, spelled_otherwise
from desktop.searching.query import Query, Word, parse
from desktop.store import Store

_MOST_SLIPS = 8  # words of one query that are tried with each of their letters wrong
_MOST_AT_ONCE = 100  # questions in one statement
WEIGHED = 2000  # newest matching posts (and notes) that are ordered by how well they match
LETTERS = 2  # a single letter alone finds too much to be of use


@dataclass(frozen=True, slots=True)
class Found:
    """Row ids of conversations in the order asked for. `hits` beside them: the post that matches (theirs before ours),
    or a note or a reply that was kept as history (its number below 0); empty where no words were asked for.
    """

    rids: array[int]
    hits: array[int]
    is_all: bool = True  # nothing older was left out
    words: tuple[str, ...] = ()  # exact and near words, as they stand in the texts
    troubles: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query as the index is asked: `words` (of notes: `in_notes`) and `without` are its own language, `near` the
    words in it."""

    words: str
    in_notes: str
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
    langs = languages(store) if query.words or query.without else ()
    spelled: dict[str, None] = {}
    groups, of_notes = list[str](), list[str]()
    for group in _long_enough(query):
        parts, noted = list[str](), list[str]()
        for word in group:
            others = _spelled_otherwise(store, word, langs)
            near = [form for one in (word, *others) if not one.is_exact
                    for form in forms(store, one.text, langs, is_begun=one.is_begun)]  # fmt: skip
            starting = begun(store, word.text) if word.is_begun and not word.is_exact else ()
            so_begun = {one: begun(store, one.text) if one.is_begun else () for one in others}
            texts = (one.text.lower() for one in others)
            spelled.update(dict.fromkeys((word.text.lower(), *near, *texts, *chain.from_iterable(so_begun.values()))))
            also = _quoted(near)
            if searchable(word.text) is not word.text and not word.is_exact:
                also.append('"' + word.text.replace('"', " ") + '" *')  # a name: the index puts no spaces into those
            parts += [*(_quoted(starting) or [_spell(word)]), *also]
            parts += [spelling for one, begins in so_begun.items() for spelling in _quoted(begins) or [_spell(one)]]
            noted += [*map(_spell, (word, *others)), *also]  # notes are few: what begins so is found at once
        groups.append(f"({' OR '.join(parts)})")
        of_notes.append(f"({' OR '.join(noted)})")
    is_too_short = len(query.words) == 1 and _is_short(query.words[0])
    made, troubles = conditions(query.filters, asking._replace(store=store))
    return Wanted(
        "" if is_too_short else " AND ".join(groups),
        "" if is_too_short else " AND ".join(of_notes),
        " OR ".join(_spell(one) for word in query.without for one in (word, *_spelled_otherwise(store, word, langs))),
        () if is_too_short else tuple(spelled),
        tuple(made),
        (*troubles, *map(_not_joined, query.unjoined)),
        searched_in(query.filters),
    )


def _not_joined(piece: str) -> Said:
    return said("OR joins words only: “{piece}” always has to hold.", piece=piece)


def _long_enough(query: Query) -> list[tuple[Word, ...]]:
    """A last word of one letter is only begun: behind others it is waited for."""
    groups = list(query.every)
    if len(groups) > 1 and len(groups[-1]) == 1 and groups[-1][0].is_begun and _is_short(groups[-1][0]):
        return groups[:-1]
    return groups


def _is_short(word: Word) -> bool:
    """One letter; a character of a language without spaces is a word."""
    return len(word.text.strip()) < LETTERS and searchable(word.text) is word.text


def _quoted(words: Sequence[str]) -> list[str]:
    return [f'"{one}"' for one in words]


def _spelled_otherwise(store: Store, word: Word, langs: Sequence[str]) -> list[Word]:
    """None of exact words."""
    others = () if word.is_exact else spelled_otherwise(store, word.text, langs)
    return [word._replace(text=one.text, is_begun=word.is_begun and one.goes_on) for one in others]


def _spell(word: Word) -> str:
    spaced = searchable(word.text)
    phrase = '"' + " ".join(spaced.replace('"', " ").split()) + '"'
    # A character that stands apart goes on nowhere; asked for what it begins, SQLite would gather all its places first.
    return f"{phrase} *" if word.is_begun and not spaced.endswith(" ") else phrase


_ONLY = {
    frozenset({"ours", "theirs"}): "",
    frozenset({"ours"}): "and p.is_ours",
    frozenset({"theirs"}): "and not p.is_ours",
    frozenset(): "and 0",
}


def find(
    store: Store, query: Query, asking: Asking, limit: int = -1, notes: int | None = None, *, best_first: bool = False
) -> Found:
    """`limit` counts matching posts, those stored last first; without words, conversations. -1: all. `notes`: of them
    no more than that, where no post is looked for beside them, as many as of posts.

    `best_first`: those that say the words most, and the rare ones among them, as far as they are among the newest
    WEIGHED that match; behind them, and without words, the newest first too.
    """
    asked = wanted(store, query, asking)
    if asked.is_nothing:
        rids = past.newest(store, limit)
        return Found(rids, array("q"), limit < 0 or len(rids) < limit, troubles=asked.troubles)
    if not asked.words:
        return _by_filters(store, asked, limit)
    where, params = _where(asked)
    whose, noted = asked.places - {"notes"}, "notes" in asked.places
    most_notes = limit if notes is None or not whose else notes
    best, first = (_BEST, (asked.words, WEIGHED, asked.in_notes, WEIGHED)) if best_first else ("", ())
    far, far_note = (
        f"coalesce((select far from best_{one} where best_{one}.r = {one}_fts.rowid), 0)" if best_first else "0"
        for one in ("posts", "notes")
    )
    sql = (
        f"with {best}said(r, far) as materialized (select rowid, {far} from posts_fts where posts_fts match ? "
        f"order by rowid desc limit {limit if whose else 0}), "  # numbers, not places for them: see near.py
        f"noted(r, note, far) as materialized (select rowid, note, {far_note} from notes_fts "
        f"where {int(noted)} and notes_fts match ? order by rowid desc limit {most_notes}), "
        "hits(conversation, hit, is_ours, far) as ("
        "select p.conversation, p.rid, p.is_ours, far from said join posts p on p.rid = said.r "
        f"where p.gone_at is null {_ONLY[whose]} "
        # What we kept as history is our words, but neither said by us nor a note.
        f"union all select coalesce(n.conversation, (select r.conversation from replies r where {int('ours' in whose)} "
        "and r.id = noted.note)), -noted.r, 1, far from noted left join notes n on n.id = noted.note) "
        "select group_concat(rid), group_concat(hit), "
        "(select count(*) from said), (select count(*) from noted) from (select c.rid as rid, "
        "coalesce(min(iif(is_ours, null, hit)), min(iif(hit > 0, hit, null)), min(hit)) as hit "
        f"from hits join conversations c on c.id = hits.conversation {_complaint(where)} {where} "
        "group by c.rid order by min(far), c.first_at desc, c.rid desc limit -1)"
    )
    [row] = store.rows(sql, (*first, asked.words, asked.in_notes, *params))
    rids, hits = (past.numbers(joined, store) for joined in row[:2])
    is_all = (limit < 0 or row[2] < limit) and (most_notes < 0 or row[3] < most_notes)
    return Found(rids, hits, is_all, asked.near, asked.troubles)


def how_many(store: Store, words: Sequence[str], filters: str, asking: Asking) -> list[int]:
    """In how many conversations each of these is said by a post, as `find` would tell of each with the `filters`.

    Their posts are looked up once for all words, and none older or newer than theirs is asked for its words.
    """
    asked = [parse(f"{one} {filters}") for one in words]
    every = [wanted(store, one, asking) for one in asked]
    if not all(one.words for one in every) or not 0 < len(every) < _MOST_AT_ONCE:
        return [len(find(store, one, asking).rids) for one in asked]
    where, params = _where(every[0])
    whose = every[0].places - {"notes"}
    of_one = (
        "select {number}, rowid from posts_fts where posts_fts match ? "
        "and rowid between (select min(r) from those) and (select max(r) from those)"
    )
    sql = (
        "with those(r, conversation) as materialized (select p.rid, c.rid "
        f"from conversations c {_complaint(where)} cross join posts p on p.conversation = c.id and p.gone_at is null "
        f"{_ONLY[whose]} {where}), "
        f"said(number, r) as ({' union all '.join(of_one.format(number=at) for at in range(len(every)))}) "
        "select number, count(distinct those.conversation) from said cross join those on those.r = said.r group by 1"
    )
    found = {row[0]: row[1] for row in store.rows(sql, [*params, *(one.words for one in every)])}
    return [found.get(at, 0) for at in range(len(every))]


_BEST = "".join(  # how far off, the less the better: weighing a word that stands in every other post takes long
    f"best_{one}(r, far) as materialized (select rowid, bm25({one}_fts) from {one}_fts where {one}_fts match ? "
    "order by rowid desc limit ?), "
    for one in ("posts", "notes")
)
COMPLAINT = "left join complaints k on k.id = c.id and k.withdrawn_at is null"


def _complaint(where: str) -> str:
    """Looked up only where something is asked of it."""
    return COMPLAINT if "k." in where else ""


def _by_filters(store: Store, asked: Wanted, limit: int) -> Found:
    """Through all of them from the newest on, until there are enough."""
    where, params = _where(asked)
    through = "" if any(one.is_few for one in asked.conditions) else "indexed by conversations_first"
    sql = (
        f"select group_concat(rid) from (select c.rid as rid from conversations c {through} "
        f"{_complaint(where)} {where} order by c.first_at desc, c.rid desc limit ?)"
    )
    rids = past.numbers(store.value(sql, (*params, limit)), store)
    return Found(rids, array("q"), limit < 0 or len(rids) < limit, (), asked.troubles)


def _where(asked: Wanted) -> tuple[str, list[object]]:
    # What is asked of the complaint is asked of the conversations in their order, not the other way round.
    parts = [f"coalesce(({one.sql}), 0)" if "k." in one.sql else f"({one.sql})" for one in asked.conditions]
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
    langs = languages(store) if words else ()
    pairs = ((word, meant(store, word)) for word in words)
    # broetchen is looked for as brotchen anyway: only what stands beside it is nowhere
    return tuple(
        (typed, other)
        for typed, other in pairs
        if other and other not in {fold(one.text) for one in spelled_otherwise(store, typed, langs)}
    )
