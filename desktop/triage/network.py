"""A small network beside the linear heads: words as vectors, two windows of three words, what is found at the most and
on the whole, and from that scores, once straight and once by what stands there together. It carries what was learned of
a word over to words that mean the like, in any of the six languages. Only numpy.

`packaging/reading/network.py` makes its weights; the file keeps them in one byte (vectors) and two (the rest).
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.triage.features import Words

MOST = 120  # words of one text that are read: the first and the last half of a longer one's
AT_ONCE = 32  # texts read in one pass: what it works out on the way stays in the cache

Floats = NDArray[np.float32]
Counts = NDArray[np.int64]


class Weights(NamedTuple):
    """A word's vector is `vectors[row] * scale`; the last row stands for words that aren't known."""

    codes: NDArray[np.uint32]  # of the known words, in ascending order
    vectors: NDArray[np.int8]
    scale: Floats
    first: NDArray[np.float16]  # (3 * columns of a vector, width): the word before, the word, the word after
    first_bias: Floats
    second: NDArray[np.float16]  # (3 * width, width), beside what the first found
    second_bias: Floats
    out: NDArray[np.float16]  # (2 * width, scores): of the largest, then of the sums
    out_bias: Floats
    both: NDArray[np.float16]  # (2 * width, hidden): what stands there together ("lovely", "but", "cold")
    both_bias: Floats
    both_out: NDArray[np.float16]  # (hidden, scores)


class Pass(NamedTuple):
    """What was worked out on the way, a row for each word and a blank one after each text; `pooled` and `both` a row a
    text.
    """

    seen: Floats
    first: Floats
    second: Floats
    pooled: Floats
    both: Floats


class Network:
    def __init__(self, weights: Weights) -> None:
        self._codes, self._vectors, self._scale = weights.codes, weights.vectors, weights.scale
        self._first = weights.first.astype(np.float32), weights.first_bias
        self._second = weights.second.astype(np.float32), weights.second_bias
        self._out = weights.out.astype(np.float32), weights.out_bias
        self._both = weights.both.astype(np.float32), weights.both_bias
        self._both_out = weights.both_out.astype(np.float32)

    def scores(self, words: Words) -> Floats:
        """A row for each text; each has at least one word."""
        codes, starts = cut(words)
        rows, count = self.rows(codes), len(starts) - 1
        weights, bias = self._out
        found = np.empty((count, len(bias)), np.float32)
        for at in range(0, count, AT_ONCE):
            part = starts[at : at + AT_ONCE + 1]
            done = self._forward(rows[part[0] : part[-1]], part - part[0])
            found[at : at + AT_ONCE] = done.pooled @ weights + done.both @ self._both_out + bias
        return found

    def pulls(self, words: Words, toward: Floats) -> Pulled:
        """How much each word of each text counts toward its mix of the scores (a row of `toward`): gradient times
        input. Of a word said more than once in a text, the most.
        """
        codes, starts = cut(words)
        done = self._forward(self.rows(codes), starts)
        together: Floats = (toward @ self._both_out.T) * (done.both > 0)
        pull: Floats = toward @ self._out[0].T + together @ self._both[0].T
        each = (self._backward(done, starts, pull) * done.seen).sum(1)
        each = np.delete(each, starts[1:] + np.arange(len(starts) - 1))
        keys = _keys(codes, starts)
        order = np.argsort(keys, kind="stable")
        keys, each = keys[order], each[order]
        first = np.flatnonzero(np.concatenate([np.ones(1, bool), keys[1:] != keys[:-1]]))
        return Pulled(keys[first], np.maximum.reduceat(each, first))

    def rows(self, codes: NDArray[np.uint32]) -> Counts:
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        return np.where(self._codes[at] == codes, at, len(self._codes))

    def _forward(self, rows: Counts, starts: Counts) -> Pass:
        lengths = np.diff(starts)
        count = len(lengths)
        blank = starts[1:] + np.arange(count)  # a row after each text, of nothing: no window reaches over it
        apart = np.zeros(len(rows) + count, np.int64)
        apart[np.arange(len(rows)) + np.repeat(np.arange(count), lengths)] = rows
        seen = self._vectors[apart] * self._scale
        seen[blank] = 0
        first = _layer(seen, *self._first, blank)
        second = _layer(first, *self._second, blank)
        whole, begins = second + first, starts[:-1] + np.arange(count)
        summed = np.add.reduceat(whole, begins) / np.sqrt(lengths, dtype=np.float32)[:, None]
        pooled = np.hstack([np.maximum.reduceat(whole, begins), summed])
        weights, bias = self._both
        return Pass(seen, first, second, pooled, np.maximum(pooled @ weights + bias, 0))

    def _backward(self, done: Pass, starts: Counts, pull: Floats) -> Floats:
        """How each number of the words' vectors moves a score with these weights on what is pooled, a row a text."""
        lengths, width = np.diff(starts), done.first.shape[1]
        back: Floats = np.repeat(pull[:, width:] / np.sqrt(lengths, dtype=np.float32)[:, None], lengths + 1, 0)
        whole, columns = np.round(done.first + done.second, 4), np.arange(width)  # of what is said twice, the first
        for text, (start, end) in enumerate(pairwise(starts.tolist())):
            back[start + text + whole[start + text : end + text].argmax(0), columns] += pull[text, :width]
        back = back + _unwound(back * (done.second > 0), self._second[0])
        return _unwound(back * (done.first > 0), self._first[0])


class Pulled(NamedTuple):
    """What words count, by text and code."""

    keys: Counts  # in ascending order
    each: Floats

    def of(self, codes: NDArray[np.uint32], texts: Counts) -> Floats:
        """Of words of these texts; nothing where a text hasn't that word."""
        keys = (texts << 32) | codes
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Floats = np.where(self.keys[at] == keys, self.each[at], np.float32(0))
        return found


def _keys(codes: NDArray[np.uint32], starts: Counts) -> Counts:
    """A text's number above each code of it."""
    texts = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    found: Counts = (texts << 32) | codes
    return found


def cut(words: Words) -> tuple[NDArray[np.uint32], Counts]:
    """The codes that are read, and where each text's begin."""
    lengths = np.diff(words.starts)
    if not len(lengths) or lengths.max() <= MOST:
        return words.codes, words.starts
    at = np.arange(len(words.codes)) - np.repeat(words.starts[:-1], lengths)
    is_read = (at < MOST // 2) | (at >= np.repeat(lengths, lengths) - MOST // 2)
    return words.codes[is_read], np.concatenate([[0], np.cumsum(np.minimum(lengths, MOST))])


def _layer(x: Floats, weights: Floats, bias: Floats, blank: Counts) -> Floats:
    """What is found in each row with the one before and the one after; nothing in the blank ones."""
    size = x.shape[1]
    windows = np.zeros((len(x), 3 * size), np.float32)
    windows[1:, :size] = x[:-1]
    windows[:, size:-size] = x
    windows[:-1, -size:] = x[1:]
    found: Floats = windows @ weights
    found += bias
    np.maximum(found, 0, out=found)
    found[blank] = 0
    return found


def _unwound(back: Floats, weights: Floats) -> Floats:
    """What comes back to each row from its own window and those of its neighbours."""
    before, own, after = np.hsplit(back @ weights.T, 3)
    found: Floats = own
    found[:-1] += before[1:]
    found[1:] += after[:-1]
    return found
