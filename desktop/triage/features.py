"""What a text is made of, as numbers: hashed runs of letters and words, the same for every head. Only numpy.

Runs of 3 to 5 bytes inside words, and words alone, in pairs, and in pairs with one word between. Case, accents,
digits, links, handles and letters drawn out ("soooo") count the same however they are written, for customers type as
it comes. Many texts are read in one go: the work is a few passes over one array of bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.triage.folding import folded as folded
from desktop.triage.folding import told as told

BITS = 17
BINS = 1 << BITS
MOST_POWERS = 1 << 15


class Words(NamedTuple):
    """The words and rows of marks of each text in its order: those of text i are `codes[starts[i]:starts[i + 1]]`."""

    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]


class Rows(NamedTuple):
    """Sparse rows: the bins of text i are `bins[starts[i]:starts[i + 1]]`, each once, in ascending order."""

    bins: NDArray[np.int64]
    starts: NDArray[np.int64]


_CLASS = np.full(256, 2, np.uint8)  # marks
_CLASS[np.frombuffer(b"abcdefghijklmnopqrstuvwxyz0123456789'", np.uint8)] = 1
_CLASS[128:] = 3
_CLASS[1:7] = 4
_CLASS[32] = 0

_P = 0x9E3779B97F4A7C15  # odd
_INVERSE = pow(_P, -1, 1 << 64)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_PAIR = (np.uint64(0xA0761D6478BD642F), np.uint64(0xE7037ED1A0B428DB))
_SKIP = (np.uint64(0x8EBC6AF09C88C6E3), np.uint64(0x589965CC75374CC3))
_SHIFT = np.uint64(64 - BITS)


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """1, base, base², … modulo 2⁶⁴; remembered as far as texts mostly go."""
    return _first_powers(base, MOST_POWERS if count <= MOST_POWERS else count)[:count]


@lru_cache(maxsize=3)
def _first_powers(base: int, count: int) -> NDArray[np.uint64]:
    first = np.full(count, base, np.uint64)
    first[0] = 1
    return np.cumprod(first, dtype=np.uint64)


class Found(NamedTuple):
    rows: Rows
    words: Words


def rows(texts: Sequence[str]) -> Rows:
    """The bins of each text, which is in the form of `told`."""
    return read(texts).rows


def read(texts: Sequence[str]) -> Found:
    """The bins and the words of each text, which is in the form of `told`."""
    coded = [b" " + text.encode("utf-8", "replace") for text in texts]
    lengths = np.fromiter(map(len, coded), np.int64, len(coded))
    line = np.frombuffer(b"".join(coded) + b" ", np.uint8)
    owner = np.repeat(np.arange(len(coded)), lengths)
    code, whose = _words(line, owner)
    keys = _once(np.concatenate([*_runs(line, owner), *_pairs(code, whose)]))
    whole = np.arange(len(coded) + 1)
    words = Words((_mixed(code) >> np.uint64(32)).astype(np.uint32), np.searchsorted(whose, whole))
    return Found(Rows(keys & (BINS - 1), np.searchsorted(keys, whole << BITS)), words)


def parted(found: Found, count: int) -> tuple[Found, Found]:
    """The first texts, and the others."""
    (bins, starts), (codes, begins) = found
    first, before = starts[count], begins[count]
    return (
        Found(Rows(bins[:first], starts[: count + 1]), Words(codes[:before], begins[: count + 1])),
        Found(Rows(bins[first:], starts[count:] - first), Words(codes[before:], begins[count:] - before)),
    )


def _once(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each once, in ascending order: many times quicker than np.unique, which hashes."""
    keys = np.sort(keys)
    is_new = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=is_new[1:])
    found: NDArray[np.int64] = keys[is_new]
    return found


def _key(owner: NDArray[np.int64], code: NDArray[np.uint64]) -> NDArray[np.int64]:
    return (owner << BITS) | (_mixed(code) >> _SHIFT).astype(np.int64)


def _mixed(code: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Codes whose upper bits hang on all of theirs."""
    return (code ^ (code >> np.uint64(29))) * _MIX


def _runs(line: NDArray[np.uint8], owner: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Runs of 3, 4 and 5 bytes that hold a space at their ends at most."""
    wide = line.astype(np.uint64)
    spaces = np.cumsum(line == 32)
    found = []
    code = wide[:-1] | (wide[1:] << np.uint64(8))
    for size in (3, 4, 5):
        count = len(line) - size + 1
        if count <= 0:
            break
        code = code[:count] | (wide[size - 1 :] << np.uint64(8 * (size - 1)))
        inside = spaces[size - 2 : size - 2 + count] == spaces[:count]
        at = np.flatnonzero(inside)
        found.append(_key(owner[at], code[at] * np.uint64(_P) + np.uint64(size)))
    return found


def _words(line: NDArray[np.uint8], owner: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The code of each word and row of marks, and whose it is."""
    kinds = _CLASS[line]
    edges = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1
    at = np.flatnonzero(kinds[edges])
    starts, ends = edges[at], edges[at + 1]  # the line ends with a space, so each word has an edge after it
    sums = np.zeros(len(line) + 1, np.uint64)
    np.cumsum(line * _powers(_P, len(line)), out=sums[1:])
    return (sums[ends] - sums[starts]) * _powers(_INVERSE, len(line))[starts], owner[starts]


def _pairs(code: NDArray[np.uint64], whose: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Words alone, with the next, and with the one after."""
    found = [_key(whose, code * _MIX)]
    for gap, (one, other) in ((1, _PAIR), (2, _SKIP)):
        same = whose[gap:] == whose[:-gap] if len(whose) > gap else np.empty(0, bool)
        pair = code[:-gap] * one + code[gap:] * other if len(code) > gap else np.empty(0, np.uint64)
        found.append(_key(whose[gap:][same], pair[same]))
    return found


def coarser(found: Rows, bits: int) -> Rows:
    """The same rows in fewer bins: 2 to the power of `bits`."""
    owner = np.repeat(np.arange(len(found.starts) - 1), np.diff(found.starts))
    keys = _once((owner << bits) | (found.bins >> (BITS - bits)))
    starts = np.searchsorted(keys, np.arange(len(found.starts)) << bits)
    return Rows(keys & ((1 << bits) - 1), starts)
