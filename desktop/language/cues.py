"""Cue lists: phrases that say something about a text, kept as data in resources/words.

In a phrase a space is any short white space, `*` the rest of a word, `_` any one word, `'` an apostrophe
that may be missing, and `(a|b)`, `?` and `[...]` are as in patterns. Phrases meet whole words only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
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
_CHOICE = re.compile(r"\((?!\?)([^()]{1,400})\)(?=\(| )")


def _by_first_word(phrase: str) -> list[str]:
    """A phrase that begins with a choice of words, as one phrase for each."""
    choice = _CHOICE.match(phrase)
    return [part + phrase[choice.end() :] for part in choice[1].split("|")] if choice else [phrase]


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern that meets any of the phrases, longest first, as whole words; quick to see that none begins here."""
    alike: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        for way in _by_first_word(phrase):
            is_plain = way[:1].isalpha() and not (
                way[1:2] in tuple("?*+{' ") or len(way) == 1 or "|" in _IN_BRACKETS.sub("", way)
            )
            alike.setdefault(way[0] if is_plain else "", []).append(_fragment(way[1:] if is_plain else way))
    parts = [f"{first}(?:{'|'.join(rest)})" for first, rest in alike.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)")


class CueLists:
    """Several named lists, looked up together."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._patterns = {label: compiled(phrases) for label, phrases in lists.items()}
        self._lists = {label: tuple(phrases) for label, phrases in lists.items()}
        self._together: dict[str, re.Pattern[str]] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self._patterns)

    def find(self, text: str, *labels: str) -> list[Cue]:
        """All cues in `text` (in the form of `text.plain`), in its order; from all lists if none is named."""
        found = [
            Cue(label, match.group(), match.start(), match.end())
            for label in (labels or self._patterns)
            for match in self._patterns[label].finditer(text)
        ]
        return sorted(found, key=lambda cue: (cue.start, -cue.end))

    def has_any(self, text: str, but: str) -> bool:
        """Whether a phrase of any list is there, without those of the list `but`; quicker than `find`."""
        if but not in self._together:
            said = [phrase for label, phrases in self._lists.items() if label != but for phrase in phrases]
            self._together[but] = compiled(said)
        return self._together[but].search(text) is not None

    def has(self, text: str, label: str) -> bool:
        return self._patterns[label].search(text) is not None


@lru_cache(maxsize=8)
def cue_lists(name: str) -> CueLists:
    """The lists of resources/words/{name}.json, read once."""
    return CueLists(json.loads((RESOURCES / "words" / f"{name}.json").read_text("utf-8")))
