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
from functools import cache, lru_cache
from itertools import pairwise
from math import exp
from typing import NamedTuple
from zipfile import ZipFile

from desktop.language.text import READ_AT_MOST, RESOURCES, Piece, common_words, sentences, words
from desktop.triage.folding import folded

WEIGHTS = RESOURCES / "reading" / "weights.npz"
BITS = 16
MOST_WORDS = 400  # of a text that are looked at
INSIDE, BESIDE, LEAST = (
    0.22,
    0.1,
    0.06,
)  # chances: of a word in a name, of one beside it, of any that is shown
LONGEST = 5  # words of one name
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
    low, whole = [folded(piece.text) for piece in said], _whole(text)
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
            f"e4{word[-4:]}",
            f"b4{word[:4]}",
            f"b5{word[:5]}",
            f"pp{_at(low, at - 2)} {before} {after}",
            f"n3{_at(low, at + 3)}",
            f"p3{_at(low, at - 3)}",
            f"a{min(len(text) // 40, 6)}{4 * piece.start // len(text)}",
            f"o{min(whole.count(word), 3)}{piece.text.lower() in known}",
            f"ne{after[-3:]}",
            f"pe{before[-3:]}",
            f"ee{before[-2:]}{word[-2:]}",
            f"pf{before}{word[-3:]}",
            f"f{_shape(piece.text)}{word[-3:]}",
        )
        found.append([zlib.crc32(one.encode("utf-8", "replace")) >> (32 - BITS) for one in seen])
    return found


@lru_cache(maxsize=2)
def _whole(text: str) -> str:
    """Remembered: each sentence of a text asks for it."""
    return folded(text)


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


_ADDRESS = re.compile(r"(?<![\w.])@\w[\w.@-]*|https?://\S+|www\.\S+|<(?:user|url|email)>")


def named(text: str, most: int) -> list[Piece]:
    """The likeliest names of a text, the best first, none over another; handles and links are nobody's detail."""
    table, scale, bias = weights()
    text = text[:READ_AT_MOST]
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    found: list[tuple[float, Piece]] = []
    for said in spoken(text):
        odds = [sum(map(table.__getitem__, bins)) * scale + bias for bins in traits(said, text)]
        chances = [1 / (1 + exp(-max(-30.0, min(one, 30.0)))) for one in odds]
        beside = [any(a <= piece.start < b for a, b in addresses) for piece in said]
        found += _joined(text, said, [0.0 if is_one else one for one, is_one in zip(chances, beside, strict=True)])
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


_LINKS = frozenset("of de do da dos das di del dello della dei degli delle du des von vom".split())


def _linked(said: Sequence[Piece], chances: Sequence[float]) -> list[float]:
    """A little word between two parts of a name is one, too: "mazzetto del venerdì"."""
    found = list(chances)
    for at in range(1, len(said) - 1):
        low, high = sorted((chances[at - 1], chances[at + 1]))
        if said[at].text.lower() in _LINKS and low >= BESIDE and high >= INSIDE:
            found[at] = max(found[at], BESIDE)
    return found


def _trimmed(run: list[int], said: Sequence[Piece]) -> list[int]:
    """Without little words at its ends."""
    start, end = 0, len(run)
    while end - start > 1 and said[run[end - 1]].text.lower() in _LINKS:
        end -= 1
    while end - start > 1 and said[run[start]].text.lower() in _LINKS:
        start += 1
    return run[start:end]


_MONEY, _MONEY_AFTER = tuple("£€$%"), re.compile(r"\s?[£€$%]")


def _joined(text: str, said: Sequence[Piece], chances: Sequence[float]) -> list[tuple[float, Piece]]:
    """Words beside each other that are part of a name, as one; the others each alone."""
    runs, linked = [[0]], _linked(said, chances)
    for one, other in pairwise(range(len(said))):
        low, high = sorted((linked[one], linked[other]))
        is_link = not _LINKS.isdisjoint((said[one].text.lower(), said[other].text.lower()))
        joins = low >= BESIDE and (high >= INSIDE or is_link) and len(runs[-1]) < LONGEST
        between = text[said[one].end : said[other].start]
        if joins and len(between) <= 2 and not set(between) & set(",;:()"):
            runs[-1].append(other)
        else:
            runs.append([other])
    found = []
    for run in (_trimmed(run, said) for run in runs):
        start, end = said[run[0]].start, said[run[-1]].end
        start -= text[start - 1 : start] in _MONEY and start > 0
        if text[end - 1].isdigit() and (sign := _MONEY_AFTER.match(text, end)):
            end = sign.end()
        found.append((max(chances[at] for at in run), Piece(text[start:end], start, end)))
    return found
