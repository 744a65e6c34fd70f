"""Cue lists: phrases that say something about a text, kept as data in resources/words.

In a phrase a space is any short white space, `*` the rest of a word, `_` any one word, `'` an apostrophe
that may be missing, and `(a|b)`, `?` and `[...]` are as in patterns. Phrases meet whole words only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from desktop.language.text import RESOURCES


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: the list it is on, its words as in the text (plain form), and its place."""

    label: str
    text: str
    start: int
    end: int


_SUGAR = re.compile(r"\\w\*|\\.|[)\]]\*| \?|\*|(?<!\w)_(?!\w)|\.(?!\{)| |'")
_MEANT = {
    "*": r"\w{0,15}",
    r"\w*": r"\w{0,15}",
    "_": r"[\w']{1,20}",
    " ": r"\s{1,3}",
    " ?": r"\s{0,3}",
    "'": "'?",
    ".": r"\.",
}


def _fragment(phrase: str) -> str:
    """A phrase as a pattern; every repetition is bounded, so no text can make it slow."""
    return _SUGAR.sub(lambda m: _MEANT.get(m.group(), m.group().replace("*", "{0,6}")), phrase)


_IN_BRACKETS = re.compile(r"\(.*\)", re.DOTALL)
_CHOICE = re.compile(r"\((?!\?)([^()]{1,400})\)(?![?*+{])")


def _by_first_word(phrase: str) -> list[str]:
    """A phrase that begins with a choice of words, as one phrase for each."""
    choice = _CHOICE.match(phrase)
    return [part + phrase[choice.end() :] for part in choice[1].split("|")] if choice else [phrase]


MOST_LETTERS = 6
MOST_KNOWN = 20_000  # beginnings of words that a set of lists remembers


def _is_plain(way: str) -> bool:
    """Whether it begins with a letter that is meant."""
    return way[:1].isalpha() and not (
        way[1:2] in tuple("?*+{' ") or len(way) == 1 or "|" in _IN_BRACKETS.sub("", way)
    )


def _beginning(way: str) -> str:
    """Up to MOST_LETTERS that every text it meets begins with; "" where it may begin with anything."""
    if not _is_plain(way):
        return ""
    letters = 1
    for letter, after in zip(way[1:MOST_LETTERS], way[2 : MOST_LETTERS + 1] + " ", strict=False):
        if not letter.isalpha() or after in "?*+{":
            break
        letters += 1
    return way[:letters]


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern that meets any of the phrases, longest first, as whole words; quick to see that none begins here."""
    alike: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        for first, rest in _by_first_letter(phrase):
            alike.setdefault(first, []).append(rest)
    parts = [f"{first}(?:{'|'.join(rest)})" for first, rest in alike.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)")


def _by_first_letter(phrase: str) -> list[tuple[str, str]]:
    """A phrase as (letter, pattern of the rest), one for each letter it may begin with; "" where that is anything."""
    choice = _CHOICE.match(phrase)
    if choice is None:
        first = phrase[0] if _is_plain(phrase) else ""
        return [(first, _fragment(phrase[len(first) :]))]
    alike: dict[str, list[str]] = {}
    for way in choice[1].split("|"):
        first = way[0] if _is_plain(way) else ""
        alike.setdefault(first, []).append(_fragment(way[len(first) :]))
    tail = _fragment(phrase[choice.end() :])
    return [(first, f"(?:{'|'.join(rest)}){tail}") for first, rest in alike.items()]


_WORD = re.compile(r"\w+")


def _at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, looked for at these places alone."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


class CueLists:
    """Several named lists, looked up together."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._patterns = {label: compiled(phrases) for label, phrases in lists.items()}
        self._lists = {label: tuple(phrases) for label, phrases in lists.items()}
        self._begins: dict[str, dict[str, set[str]]] = {}  # by three letters: what phrases begin with, and their lists
        self._known: dict[str, tuple[str, ...]] = {}
        odd: dict[str, list[str]] = {}
        for label, phrases in self._lists.items():
            for way in {way for phrase in phrases for way in _by_first_word(phrase)}:
                if not (letters := _beginning(way)):
                    odd.setdefault(label, []).append(way)
                else:
                    self._begins.setdefault(letters[:3], {}).setdefault(letters, set()).add(label)
        self._odd = {label: compiled(ways) for label, ways in odd.items()}  # what may begin with anything
        self._any_odd = compiled(way for ways in odd.values() for way in ways)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self._patterns)

    def find(self, text: str, *labels: str) -> list[Cue]:
        """All cues in `text` (in the form of `text.plain`), in its order; from all lists if none is named."""
        starts = self._starts(text)
        odd = self._odd if self._any_odd.search(text) else {}
        found: list[Cue] = []
        for label in labels or self._patterns:
            if label in odd and odd[label].search(text):
                matches: Iterable[re.Match[str]] = self._patterns[label].finditer(text)
            elif label in starts:
                matches = _at(self._patterns[label], text, starts[label])
            else:
                continue
            found += [Cue(label, match.group(), match.start(), match.end()) for match in matches]
        return sorted(found, key=lambda cue: (cue.start, -cue.end))

    def _starts(self, text: str) -> dict[str, list[int]]:
        """For each label the words of the text that one of its phrases may begin at."""
        found: dict[str, list[int]] = {}
        known = self._known
        for word in _WORD.finditer(text):
            letters = word.group()[:MOST_LETTERS]
            labels = known.get(letters)
            if labels is None:
                labels = self._labels_of(letters)
            for label in labels:
                found.setdefault(label, []).append(word.start())
        return found

    def _labels_of(self, word: str) -> tuple[str, ...]:
        """The lists that have a phrase which a word with these first letters may begin. Remembered: words repeat."""
        found = {
            label
            for size in (1, 2, 3)
            for letters, labels in self._begins.get(word[:size], {}).items()
            if word.startswith(letters)
            for label in labels
        }
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        return self._known.setdefault(word, tuple(sorted(found)))

    def has(self, text: str, label: str) -> bool:
        return self._patterns[label].search(text) is not None


@lru_cache(maxsize=8)
def cue_lists(name: str) -> CueLists:
    """The lists of resources/words/{name}.json, read once."""
    return CueLists(json.loads((RESOURCES / "words" / f"{name}.json").read_text("utf-8")))
