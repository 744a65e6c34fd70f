"""Other forms of a word that are in the index ("crush": crushed, crushing), and the word that was meant ("refudn").

Both are looked up among the words that the shop's texts hold, so nothing is offered that isn't there.
Stems by Snowball (snowballstemmer); which languages is the caller's choice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

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
_ENDING = 6  # letters that a form has behind its stem, at most
_SHORTEST = 3  # letters of a stem: below, too much would be alike
_RANGE = 4000  # words of the index compared with one stem
_SAMPLE = 300  # newest posts that say which languages people write here
_LAST = "\U0010ffff"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TYPO_FROM = 4  # letters: shorter words have too many neighbours
_TYPO_TO = 24  # letters: a longer one has thousands of slips, and nobody means a word by it


def fold(word: str) -> str:
    """As the index keeps words: lower case, without marks over and under its letters."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter)
    )


def languages(store: Store) -> tuple[str, ...]:
    """The codes of the languages that people write here, English always among them."""
    rows = store.rows(
        "select lang, count(*) from (select lang from posts order by rid desc limit ?) group by lang order by 2 desc",
        (_SAMPLE,),
    )
    found = dict.fromkeys(row[0][:2].lower() for row in rows)
    return tuple(code for code in dict.fromkeys([*found, "en"]) if code in LANGUAGES)


@lru_cache(maxsize=16)
def _stemmer(code: str) -> Callable[[str], str]:
    import snowballstemmer  # type: ignore[import-untyped]

    stem: Callable[[str], str] = snowballstemmer.stemmer(LANGUAGES[code]).stemWord
    return lru_cache(maxsize=20_000)(stem)


def forms(store: Store, word: str, langs: Sequence[str], *, is_begun: bool = False) -> tuple[str, ...]:
    """Words of the index with the same stem, the commonest first, without the word itself; where it is only begun,
    without those that begin like it.
    """
    folded = fold(word)
    if not folded.isalpha() or not folded.isascii():
        return ()
    found: dict[str, int] = {}
    for code in langs:
        stem = _stemmer(code)
        wanted = stem(folded)
        if len(wanted) < _SHORTEST or (is_begun and wanted.startswith(folded)):
            continue
        for term, times in _beginning_with(store, _shared(folded, wanted), len(wanted) + _ENDING):
            if term != folded and not (is_begun and term.startswith(folded)) and stem(term) == wanted:
                found[term] = max(times, found.get(term, 0))
    return tuple(sorted(found, key=lambda term: (-found[term], term))[:MOST])


def _shared(word: str, stem: str) -> str:
    """What the word and its stem begin with ("happy", "happi": "happ")."""
    long = next((at for at, (a, b) in enumerate(zip(word, stem, strict=False)) if a != b), len(stem))
    return word[: max(long, _SHORTEST)]


def _beginning_with(store: Store, start: str, longest: int = 99) -> Iterable[tuple[str, int]]:
    """(word, in how many texts), of posts and of notes."""
    part = "select term, doc from {0}_terms where term >= ?1 and term < ?2 and length(term) <= ?3"
    sql = f"{part.format('posts')} union all {part.format('notes')} limit ?4"
    return ((row[0], row[1]) for row in store.rows(sql, (start, start + _LAST, longest, _RANGE)))


def meant(store: Store, word: str) -> str | None:
    """The commonest word of the index that is one slip away; None where the word is there, or none is near."""
    folded = fold(word)
    if not _TYPO_FROM <= len(folded) <= _TYPO_TO or not folded.isalpha() or not folded.isascii():
        return None
    if any(True for _ in _beginning_with(store, folded)):
        return None
    times = {other: store.value("select doc from posts_terms where term = ?", (other,)) for other in _slips(folded)}
    there = [(-many, other) for other, many in times.items() if many]
    return min(there)[1] if there else None


def _slips(word: str) -> set[str]:
    """One letter left out, doubled or strange, wrong, or two changed places; the first letter may be wrong too."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    left_out = {a + letter + b for a, b in cuts for letter in _LETTERS}
    strange = {a + b[1:] for a, b in cuts if b}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return (left_out | strange | wrong | swapped) - {word}
