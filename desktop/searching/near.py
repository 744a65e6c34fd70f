"""Other forms of a word that are in the index ("crush": crushed, crushing), and the word that was meant ("refudn").

Both are looked up among the words that the shop's texts hold, so nothing is offered that isn't there.
Stems by Snowball (snowballstemmer); which languages is the caller's choice.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import NamedTuple
from weakref import WeakKeyDictionary

from desktop.language.repeating import SMALL
from desktop.store import Store

LANGUAGES = {  # what the app reads, by code
    "en": "english",
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "da": "danish",
    "sv": "swedish",
    "no": "norwegian",
    "fi": "finnish",
}
MOST = 12  # forms of one word
MOST_BEGUN = 64  # words that begin alike and are asked for one by one
_BEGUN_FROM = 3  # letters: of two the index keeps a list
_TEXTS = 12  # newest texts with a word that say its languages
_ENDINGS_PT = {"cao": "ção", "coes": "ções", "oes": "ões"}
_PORTUGUESE = re.compile("(?:cao|coes|oes)$")
_OFTEN = 2000  # texts with a word: more makes no difference
_TERMS = ("posts_terms", "notes_terms")
_ENDING = 6  # letters that a form has behind its stem, at most
_SHORTEST = 3  # letters of a stem: below, too much would be alike
_RANGE = 4000  # words of the index compared with one stem
_SAMPLE = 300  # newest posts that say which languages people write here
_MORE = 100  # they are looked at again once there is a hundredth more
_LAST = "\U0010ffff"
_ONE_BY_ONE = "snowballstemmer_one_by_one"  # how its modules are known here
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
_APART = re.compile("ae|oe|(?<![aeqäöü])ue")  # umlauts written in two letters; not in neue, Bauer, bequem
_ONE_LETTER = {two: one for one, two in _UMLAUTS.items()}
_APART_LAST = 5  # letters of a word that may end in one: Menue, but neither due nor shoe
_TYPO_FROM = 4  # letters: shorter words have too many neighbours
_TYPO_TO = 24  # letters: a longer one has thousands of slips, and nobody means a word by it


def fold(word: str) -> str:
    """As the index keeps words: lower case, without marks over and under its letters."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter)
    )


def languages(store: Store) -> tuple[str, ...]:
    """The codes of the languages that people write here, English always among them."""
    moment = store.moment()
    known = _spoken.get(store)
    if known is None or known.moment != moment:
        newest = int(store.value("select max(rid) from posts") or 0)
        if known is not None and 0 <= newest - known.newest < newest // _MORE:
            known = known._replace(moment=moment)  # while thousands come in, one in a hundred more changes nothing
        else:
            known = _Spoken(moment, newest, _languages(store))
        _spoken[store] = known
    return known.codes


class _Spoken(NamedTuple):
    """What was found at a `moment` of the store, `newest` its newest post."""

    moment: tuple[int, int]
    newest: int
    codes: tuple[str, ...]


_spoken: WeakKeyDictionary[Store, _Spoken] = WeakKeyDictionary()


def _languages(store: Store) -> tuple[str, ...]:
    often = "(select lang, count(*) as n from (select lang from posts order by rid desc limit ?) group by lang)"
    rows = store.few("lang, n", f"from {often}", (_SAMPLE,))
    found = dict.fromkeys(row[0][:2].lower() for row in sorted(rows, key=lambda row: -row[1]))
    return tuple(code for code in dict.fromkeys([*found, "en"]) if code in LANGUAGES)


def _snowball(language: str) -> Callable[[str], str]:
    """What reads one language's endings. The package itself brings in all of its 35 languages, five times the memory;
    under a name of ours its modules come one by one."""
    if _ONE_BY_ONE not in sys.modules:
        found = find_spec("snowballstemmer")
        if found is None:
            raise ModuleNotFoundError("snowballstemmer")
        package = ModuleType(_ONE_BY_ONE)
        package.__path__ = list(found.submodule_search_locations or ())
        sys.modules.setdefault(_ONE_BY_ONE, package)
    module = import_module(f"{_ONE_BY_ONE}.{language}_stemmer")
    stem: Callable[[str], str] = getattr(module, f"{language.capitalize()}Stemmer")().stemWord
    return stem


@lru_cache(maxsize=16)
def _stemmer(code: str) -> Callable[[str], str]:
    """A word's stem, folded."""
    stem = _snowball(LANGUAGES[code])
    if code != "pt":
        return lru_cache(maxsize=20_000)(lambda word: fold(stem(word)))
    # the index keeps no marks, and without theirs its endings are none: reclamacao, reclamacoes
    return lru_cache(maxsize=20_000)(lambda word: fold(stem(_PORTUGUESE.sub(lambda end: _ENDINGS_PT[end[0]], word))))


def get_ready(store: Store) -> None:
    """Brings in what reads the endings of this shop's languages: the first search is as quick as the next."""
    for code in languages(store):
        _stemmer(code)


def forms(store: Store, word: str, langs: Sequence[str], *, is_begun: bool = False) -> tuple[str, ...]:
    """Words of the index with the same stem, the commonest first, without the word itself; where it is only begun,
    without those that begin like it. A small word ("the") has none: what would look like one is another word.
    """
    folded = fold(word)
    if not folded.isalpha() or not folded.isascii() or (folded in SMALL and not is_begun):
        return ()
    stems = {code: _stemmer(code)(folded) for code in langs}
    stems = {
        code: wanted
        for code, wanted in stems.items()
        if len(wanted) >= _SHORTEST and not (is_begun and wanted.startswith(folded))
    }
    stems = {code: stems[code] for code in _fitting(store, folded, langs) if code in stems} if stems else {}
    found, terms = set[str](), list[str]()
    for code, wanted in sorted(stems.items(), key=lambda one: len(_shared(folded, one[1]))):  # the widest first
        stem, start = _stemmer(code), _shared(folded, wanted)
        if not 0 < len(terms) < _RANGE:
            terms = _beginning_with(store, start)
        for term in terms:
            if len(term) > len(wanted) + _ENDING or term == folded or (is_begun and term.startswith(folded)):
                continue
            if term.startswith(start) and stem(term) == wanted:
                found.add(term)
    often = dict(zip(found, _how_often(store, tuple(found)), strict=True))
    return tuple(sorted(found, key=lambda term: (-often[term], term))[:MOST])


def _fitting(store: Store, word: str, langs: Sequence[str]) -> Sequence[str]:
    """The languages it is written in here: of its own texts; where it stands in none, or nobody said, all of them. A
    short one looks like a form of anything somewhere."""
    found = store.value(
        "select group_concat(lang) from posts where rid in (select rowid from posts_fts where posts_fts match ? "
        f"order by rowid desc limit {_TEXTS})",
        (f'"{word}"',),
    )
    written = {lang[:2].lower() for lang in found.split(",")} if found is not None else set[str]()
    if written and "" not in written:
        return [code for code in langs if code in written]
    return langs if len(word) > _SHORTEST else langs[:1]


class Spelling(NamedTuple):
    """The same word in other letters; `goes_on`: what begins with the one as typed may go on in the other, too."""

    text: str
    goes_on: bool = True


def spelled_otherwise(store: Store, word: str, langs: Sequence[str]) -> tuple[Spelling, ...]:
    """A word as German writes it without umlauts and ß, and the other way round: Brötchen, Broetchen; Straße, Strasse.

    Two letters become an umlaut only where German is written, and not in a word that only other languages write here.
    """
    plain = word.lower()
    if plain.isascii() and not ("ss" in plain or _APART.search(plain)):
        return ()
    written = {plain: True}
    two = "".join(_UMLAUTS.get(letter, letter) for letter in plain)
    if two != plain:
        written[two] = True
    elif _APART.search(plain) and "de" in langs and "de" in _fitting(store, fold(plain), langs):
        one = _APART.sub(lambda found: _ONE_LETTER[found[0]], plain)
        if len(plain) >= _APART_LAST or one[-1] not in _UMLAUTS:
            written[one] = one[-1] not in _UMLAUTS
    for text, goes_on in list(written.items()):
        written.setdefault(text.replace("ß", "ss"), goes_on)
        written.setdefault(text.replace("ss", "ß"), goes_on)
    del written[plain]
    return tuple(Spelling(*each) for each in written.items())


def begun(store: Store, start: str) -> tuple[str, ...]:
    """The words of posts that begin so; none where they are too many to be asked for one by one."""
    folded = fold(start)
    if len(folded) < _BEGUN_FROM or not folded.isalnum() or not folded.isascii():
        return ()
    found = tuple(_beginning_with(store, folded, MOST_BEGUN + 1, ("posts_terms",)))
    return found if len(found) <= MOST_BEGUN else ()


def _shared(word: str, stem: str) -> str:
    """What the word and its stem begin with ("happy", "happi": "happ")."""
    long = next((at for at, (a, b) in enumerate(zip(word, stem, strict=False)) if a != b), len(stem))
    return word[: max(long, _SHORTEST)]


def _beginning_with(store: Store, start: str, most: int = _RANGE, tables: Sequence[str] = _TERMS) -> list[str]:
    """Words of posts and of notes, in their order. Goes from word to word, past all the places where each stands."""
    walks = ", ".join(
        f"{table}_(term) as (select (select term from {table} where term >= ?1 limit 1) union all "
        f"select (select term from {table} where term >= {table}_.term || char(1) limit 1) from {table}_ "
        f"where {table}_.term < ?2 limit {most})"  # as a number: SQLCipher's SQLite plans anew for each that is bound
        for table in tables
    )
    all_ = " union all ".join(f"select term from {table}_ where term < ?2" for table in tables)
    sql = f"with recursive {walks} select group_concat(term, char(10)) from ({all_})"
    return sorted(set((store.value(sql, (start, start + _LAST)) or "").split()))


def _how_often(store: Store, terms: Sequence[str]) -> list[int]:
    """In how many texts each stands, as far as it makes a difference."""
    if len(terms) < 2:  # there is none to compare it with
        return [0] * len(terms)
    counted = f"(select count(*) from (select 1 from posts_fts where posts_fts match ? limit {_OFTEN}))"
    [row] = store.rows(f"select {', '.join([counted] * len(terms))}", [f'"{term}"' for term in terms])
    return list(row)


def meant(store: Store, word: str) -> str | None:
    """The commonest word of the index that is one slip away; None where the word is there, or none is near."""
    folded = fold(word)
    if not _TYPO_FROM <= len(folded) <= _TYPO_TO or not folded.isalpha() or not folded.isascii():
        return None
    if _beginning_with(store, folded, 1):
        return None
    there = store.rows(
        "select value from json_each(?) where exists(select 1 from posts_terms where term = value)",
        (json.dumps(sorted(_slips(folded))),),
    )
    near = [row[0] for row in there]
    often = dict(zip(near, _how_often(store, near), strict=True))
    return min(near, key=lambda term: (-often[term], term), default=None)


def _slips(word: str) -> set[str]:
    """One letter left out, doubled or strange, wrong, or two changed places; the first letter may be wrong too."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    left_out = {a + letter + b for a, b in cuts for letter in _LETTERS}
    strange = {a + b[1:] for a, b in cuts if b}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return (left_out | strange | wrong | swapped) - {word}
