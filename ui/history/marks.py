"""Where the words a person looks for stand in a text. Pure; follows the index's own idea of a word.

The index folds case and accents; near words are looked for as well, and a word that is begun may go on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.language.unspaced import searchable
from desktop.searching import Word, parse

Mark = tuple[int, int]  # start, length

MOST = 200  # marks in one text


class Looked(NamedTuple):
    """The words that were looked for, near ones among them; false where there are none."""

    words: tuple[Word, ...] = ()

    is_near: bool = False  # other forms of what was typed are among them

    def __bool__(self) -> bool:
        return bool(self.words)


NOTHING = Looked()


def looked_for(typed: str, near: Sequence[str] = ()) -> Looked:
    """What a person typed (the query language), and other forms of those words."""
    words = parse(typed).words
    spelled = {word.text.lower() for word in words}
    others = tuple(Word(one) for one in near if one not in spelled)
    return Looked((*words, *others), bool(others))


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
def _pattern(looked: Looked) -> re.Pattern[str] | None:
    parts = {part for word in looked.words if (part := _of(word))}
    return re.compile("|".join(sorted(parts, key=len, reverse=True))) if parts else None


def _of(word: Word) -> str:
    """A word, or several in a row with anything but letters between them."""
    pieces = [fold(piece).strip("’'") for piece in word.text.split()]
    found = r"[^\w]+".join(re.sub(r"[’']+", "[’']?", re.escape(piece)) for piece in pieces if piece)
    if not found:
        return ""
    if searchable(word.text) is not word.text:  # written without spaces: found anywhere
        return found
    ends = r"\w*" if word.is_begun else r"(?!\w)"
    return rf"(?<!\w){found}{ends}"


def marks(text: str, looked: Looked) -> list[Mark]:
    """Where the words looked for stand in `text`, in order, at most MOST of them."""
    pattern = _pattern(looked)
    if pattern is None:
        return []
    found: list[Mark] = []
    for match in pattern.finditer(fold(text)):
        found.append((match.start(), match.end() - match.start()))
        if len(found) == MOST:
            break
    return found


def window(text: str, looked: Looked, most: int = 400) -> tuple[str, list[Mark]]:
    """One line of the text around its first match, and the marks in it; the beginning when nothing matches."""
    line = " ".join(text.split())
    return around(line, marks(line, looked), 60, most)


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
