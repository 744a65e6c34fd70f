"""The things a text names, found by how a person marked them in other texts: word by word, then joined.

Every conversation that is shown is read for them, so they have what they need to themselves, without numpy and the
large tables beside theirs: they are loaded by whoever only shows, too.
"""

from __future__ import annotations

import re
import struct
import zlib
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import exp
from typing import NamedTuple
from zipfile import ZipFile

from desktop.language.text import READ_AT_MOST, RESOURCES, Piece, common_words, sentences, words
from desktop.triage.folding import folded

WEIGHTS = RESOURCES / "reading" / "weights.npz"
BITS = 15
MOST_WORDS = 400  # of a text that are looked at
INSIDE, BESIDE, LEAST = (
    0.3,
    0.15,
    0.06,
)  # chances: of a word in a name, of one beside it, of any that is shown
LONGEST = 4  # words of one name
_SMALL = 3  # letters: a common word so short is no name


class Weights(NamedTuple):
    """Of the traits of a word that is part of what a text names: `table[bin] * scale`, and `bias` for each word."""

    table: array[int]
    scale: float
    bias: float


@cache
def weights() -> Weights:
    """Read once, by whoever asks first; the reader's others stay in their file (reader.py)."""
    with ZipFile(WEIGHTS) as held:
        table, scale, bias = (_numbers(held.read(f"names{part}.npy")) for part in ("", "_scale", "_bias"))
    return Weights(array("b", table), *struct.unpack("<ff", scale + bias))


def _numbers(file: bytes) -> bytes:
    """What follows the head of an .npy file of version 1, whose length stands in its ninth and tenth byte."""
    return file[10 + int.from_bytes(file[8:10], "little") :]


def traits(said: Sequence[Piece], text: str) -> list[list[int]]:
    """What is looked at for each word of a sentence, as bins: itself, its neighbours, how it is written."""
    low = [folded(piece.text) for piece in said]
    known = common_words()
    found = []
    for at, piece in enumerate(said):
        word, before, after = low[at], _at(low, at - 1), _at(low, at + 1)
        mark = text[piece.start - 1 : piece.start].strip()
        shape = _shape(piece.text) + str(at == 0)
        seen = (
            f"w{word}",
            f"e{word[-3:]}",
            f"b{word[:3]}",
            f"e2{word[-2:]}",
            f"p{before}",
            f"n{after}",
            f"pp{_at(low, at - 2)}",
            f"nn{_at(low, at + 2)}",
            f"pw{before} {word}",
            f"wn{word} {after}",
            f"pb{_at(low, at - 2)} {before}",
            f"s{shape}",
            f"sp{shape}{before}",
            f"sn{shape}{_shape(_said(said, at + 1))}",
            f"c{piece.text.lower() in known}{before in known}{after in known}",
            f"l{min(len(word), 9)}",
            f"m{mark}{text[piece.end : piece.end + 1].strip()}",
            f"r{min(at, 4)}{min(len(said) - at, 4)}",
        )
        found.append([zlib.crc32(one.encode("utf-8", "replace")) >> (32 - BITS) for one in seen])
    return found


def _at(low: Sequence[str], at: int) -> str:
    return low[at] if 0 <= at < len(low) else ""


def _said(said: Sequence[Piece], at: int) -> str:
    return said[at].text if 0 <= at < len(said) else ""


def _shape(word: str) -> str:
    if not word:
        return "."
    if any(char.isdigit() for char in word):
        return "0" if word.isdigit() else "0a"
    return "AA" if word.isupper() and len(word) > 1 else "Aa" if word[0].isupper() else "a"


def spoken(text: str) -> list[list[Piece]]:
    """The words of each sentence, at their places in the text."""
    found: list[list[Piece]] = []
    left = MOST_WORDS
    for sentence in sentences(text[:READ_AT_MOST]):
        said = [
            Piece(p.text, sentence.start + p.start, sentence.start + p.end)
            for p in words(sentence.text)[:left]
        ]
        left -= len(said)
        if said:
            found.append(said)
        if left <= 0:
            break
    return found


def named(text: str, most: int) -> list[Piece]:
    """The likeliest names of a text, the best first, none over another."""
    table, scale, bias = weights()
    found: list[tuple[float, Piece]] = []
    for said in spoken(text):
        odds = [sum(map(table.__getitem__, bins)) * scale + bias for bins in traits(said, text)]
        found += _joined(text, said, [1 / (1 + exp(-max(-30.0, min(one, 30.0)))) for one in odds])
    found.sort(key=lambda one: (-one[0], one[1].start))
    kept: dict[str, Piece] = {}
    for chance, piece in found:
        if chance >= LEAST and len(kept) < most and not _is_bare(piece.text):
            kept.setdefault(folded(piece.text), piece)
    return list(kept.values())


def _is_bare(text: str) -> bool:
    """Whether it is one article or another little word: "de" names nothing."""
    low = text.lower().replace("’", "'")
    return len(low) <= _SMALL and low in common_words()


_MONEY, _MONEY_AFTER = tuple("£€$%"), re.compile(r"\s?[£€$%]")


def _joined(text: str, said: Sequence[Piece], chances: Sequence[float]) -> list[tuple[float, Piece]]:
    """Words beside each other that are part of a name, as one; the others each alone."""
    runs = [[0]]
    for one, other in pairwise(range(len(said))):
        low, high = sorted((chances[one], chances[other]))
        joins = low >= BESIDE and high >= INSIDE and len(runs[-1]) < LONGEST
        between = text[said[one].end : said[other].start]
        if joins and len(between) <= 2 and not set(between) & set(",;:()"):
            runs[-1].append(other)
        else:
            runs.append([other])
    found = []
    for run in runs:
        start, end = said[run[0]].start, said[run[-1]].end
        start -= text[start - 1 : start] in _MONEY and start > 0
        if text[end - 1].isdigit() and (sign := _MONEY_AFTER.match(text, end)):
            end = sign.end()
        found.append((max(chances[at] for at in run), Piece(text[start:end], start, end)))
    return found
