"""Where the words a person looks for stand in a text. Pure; follows the index's own idea of a word.

The index folds case and accents, takes all words, and lets the last one be only begun.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from desktop.posts import searchable

Mark = tuple[int, int]  # start, length

MOST = 200  # marks in one text
_WORD = re.compile(r"[\w’']+")


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """A letter without case and accents; always one letter, so that places in a text stay."""
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def fold(text: str) -> str:
    """The text without case and accents, letter for letter as long as it was."""
    lower = text.lower()
    return lower if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=32)
def _pattern(query: str) -> re.Pattern[str] | None:
    words = _WORD.findall(unicodedata.normalize("NFC", query))
    parts = []
    for at, word in enumerate(words):
        found = re.sub(r"[’']+", "[’']?", re.escape(fold(word).strip("’'")).replace("\\'", "'"))
        if not found:
            continue
        spaced = searchable(word) is not word  # written without spaces: found anywhere
        ends = r"\w*" if at == len(words) - 1 else r"(?!\w)"
        parts.append(found if spaced else rf"(?<!\w){found}{ends}")
    return re.compile("|".join(sorted(set(parts), key=len, reverse=True))) if parts else None


def marks(text: str, query: str) -> list[Mark]:
    """Where the words of `query` stand in `text`, in order, at most MOST of them; [] without a query."""
    pattern = _pattern(query)
    if pattern is None:
        return []
    found: list[Mark] = []
    for match in pattern.finditer(fold(text)):
        found.append((match.start(), match.end() - match.start()))
        if len(found) == MOST:
            break
    return found


def window(text: str, query: str, most: int = 400) -> tuple[str, list[Mark]]:
    """One line of the text around its first match, and the marks in it; the beginning when nothing matches."""
    line = " ".join(text.split())
    return around(line, marks(line, query), 60, most)


def around(line: str, found: Sequence[Mark], room: int, most: int = 400) -> tuple[str, list[Mark]]:
    """The part of a line that begins at its start, or not long before the first mark where that ends behind
    `room` characters; `most` characters of it. Returns it with its marks.
    """
    start = 0
    if found and sum(found[0]) > room:
        before = max(0, found[0][0] - room // 2)
        start = max(line.rfind(" ", 0, before) + 1, before - 30, 0)
    shown = ("…" if start else "") + line[start : start + most]
    moved = start - (1 if start else 0)
    return shown, [(at - moved, long) for at, long in found if start <= at and at + long <= start + most]
