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
_CHOICE = re.compile(r"\((?!\?)([^()]{1,400})\)(?![?*+{])")
_REPEATED = re.compile(r"[?*+]|\{\d[^}]*\}")
_OPTIONAL = ("?", "*", "{0")

MOST_LETTERS = 6
MOST_KNOWN = 20_000  # beginnings of words that a set of lists remembers
MOST_WAYS = 400  # ways that one phrase may begin
_WHOLE = "$"  # after letters: the word ends there


def _is_plain(way: str) -> bool:
    """Whether it begins with a letter that is meant."""
    return way[:1].isalpha() and not (
        way[1:2] in tuple("?*+{' ") or len(way) == 1 or "|" in _IN_BRACKETS.sub("", way)
    )


def _choices(phrase: str) -> list[str]:
    """What stands between the `|` that are inside no brackets."""
    found, depth, start = [], 0, 0
    for at, char in enumerate(phrase):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append(phrase[start:at])
            start = at + 1
    return [*found, phrase[start:]]


def _beginnings(phrase: str) -> set[str] | None:
    """What words a phrase may begin with: up to MOST_LETTERS each, with _WHOLE where that is all of the word. None
    where it may begin with anything but a word, too.
    """
    found, ways = set[str](), _choices(phrase)
    for way in ways:
        if way.startswith("(") and not way.startswith("(?"):
            ways += _opened(way)
        elif letters := _beginning(way):
            found.add(letters)
        else:
            return None
        if len(ways) > MOST_WAYS:
            return None
    return found


def _opened(way: str) -> list[str]:
    """A way that begins with brackets, as one for each choice in them, and one without where they may be missing."""
    depth, end = 0, 0
    for end, char in enumerate(way):  # noqa: B007  (where it stopped)
        depth += (char == "(") - (char == ")")
        if not depth:
            break
    inside, after = way[1:end], way[end + 1 :]
    again = _REPEATED.match(after)
    rest = after[again.end() :] if again else after
    joint = "(?:)" if again and again.group() != "?" else ""  # of what comes more than once the letters don't go on
    found = [choice + joint + rest for choice in _choices(inside)]
    return [*found, rest] if again and after.startswith(_OPTIONAL) else found


def _beginning(way: str) -> str:
    """What every word that it meets begins with; "" where that isn't known."""
    letters = 0
    for letter, after in zip(way[:MOST_LETTERS], way[1 : MOST_LETTERS + 1] + " ", strict=False):
        if not letter.isalnum() or after in tuple("?*+{"):
            break
        letters += 1
    rest = way[letters:]
    is_whole = not rest or (rest.startswith(" ") and not rest.startswith(" ?"))
    return way[:letters] + (_WHOLE if letters and is_whole and letters < MOST_LETTERS else "")


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


@lru_cache(maxsize=2)
def _words(text: str) -> tuple[tuple[str, int], ...]:
    """The first letters of each word, and where it begins. Remembered: several sets of lists look at one text."""
    return tuple((word.group()[:MOST_LETTERS], word.start()) for word in _WORD.finditer(text))


class _Patterns(dict[str, re.Pattern[str]]):
    """The pattern of each list, made when it is asked for."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._lists = lists

    def __missing__(self, label: str) -> re.Pattern[str]:
        return self.setdefault(label, compiled(self._lists[label]))


Begun = tuple[tuple[str, re.Pattern[str]], ...]  # lists that have a phrase which a word may begin


class CueLists:
    """Several named lists, looked up together."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._lists = {label: tuple(phrases) for label, phrases in lists.items()}
        self._rank = {label: at for at, label in enumerate(self._lists)}
        self._patterns = _Patterns(self._lists)
        self._begins: dict[str, dict[str, list[str]]] = {}  # what phrases begin with, and they, by their list
        self._begun: dict[str, Begun] = {}  # by the first letters of a word
        self._same: dict[tuple[str, ...], Begun] = {}  # by what phrases begin with
        odd: dict[str, list[str]] = {}
        for label, phrases in self._lists.items():
            for phrase in phrases:
                letters = _beginnings(phrase)
                if letters is None:
                    odd.setdefault(label, []).append(phrase)
                for one in letters or ():
                    self._begins.setdefault(one, {}).setdefault(label, []).append(phrase)
        self._odd = {label: compiled(phrases) for label, phrases in odd.items()}  # what may begin with anything
        self._any_odd = compiled(phrase for phrases in odd.values() for phrase in phrases)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self._rank)

    def find(self, text: str, *labels: str) -> list[Cue]:
        """All cues in `text` (in the form of `text.plain`), in its order; from all lists if none is named."""
        found: list[Cue] = []
        ends = dict.fromkeys(labels, 0) if labels else dict.fromkeys(self._rank, 0)  # where the last of each ended
        for label in self._odd if self._odd and self._any_odd.search(text) else ():
            if label in ends and self._odd[label].search(text):
                del ends[label]
                found += [_cue(label, match) for match in self._patterns[label].finditer(text)]
        begun = self._begun
        for letters, start in _words(text):
            ways = begun.get(letters)
            for label, pattern in self._ways(letters) if ways is None else ways:
                if ends.get(label, len(text)) <= start and (match := pattern.match(text, start)):
                    ends[label] = match.end()
                    found.append(_cue(label, match))
        if len(found) < 2:
            return found
        order = {label: at for at, label in enumerate(labels)} if labels else self._rank
        return sorted(found, key=lambda cue: (cue.start, -cue.end, order[cue.label]))

    def _ways(self, word: str) -> Begun:
        """The lists with a phrase that a word with these first letters may begin, and a pattern of those phrases alone:
        a small one is quicker. Remembered: words repeat.
        """
        beginnings = [word + _WHOLE, *(word[:size] for size in range(1, len(word) + 1))]
        known = tuple(letters for letters in beginnings if letters in self._begins)
        if known not in self._same:
            phrases: dict[str, list[str]] = {}
            for letters in known:
                for label, some in self._begins[letters].items():
                    phrases.setdefault(label, []).extend(some)
            self._same[known] = tuple((label, compiled(phrases[label])) for label in sorted(phrases))
        if len(self._begun) >= MOST_KNOWN:
            self._begun.clear()
        return self._begun.setdefault(word, self._same[known])

    def has(self, text: str, label: str) -> bool:
        return self._patterns[label].search(text) is not None


def _cue(label: str, match: re.Match[str]) -> Cue:
    return Cue(label, match.group(), match.start(), match.end())


@lru_cache(maxsize=8)
def cue_lists(name: str) -> CueLists:
    """The lists of resources/words/{name}.json, read once."""
    return CueLists(json.loads((RESOURCES / "words" / f"{name}.json").read_text("utf-8")))
