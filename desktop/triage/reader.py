"""One small model with many heads: from the shared features to the chances of every label, of kinds and topics together
with a small network. Only numpy.

Loaded when the first text is judged, in whatever thread that is, and never changed afterwards.
`packaging/reading/train.py` makes the weights; `resources/reading/MODEL_CARD.md` says from what and how good they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.language.text import RESOURCES
from desktop.records import Kind
from desktop.triage import features, network
from desktop.triage.hearing import Hearing
from desktop.triage.judgement import Asked, Outcome, Topic

WEIGHTS = RESOURCES / "reading" / "weights.npz"
NETWORK = RESOURCES / "reading" / "network.npz"
KINDS, TOPICS, OUTCOMES = tuple(Kind), tuple(Topic), tuple(Outcome)
LANGUAGES = ("en", "de", "es", "fr", "it", "pt", "")  # the last: none of these
ANGER = 3  # is it at least annoyed, angry, furious?
SIZES = {
    "kind": len(KINDS),
    "follow_up": len(OUTCOMES),
    "complaint": 1,
    "topic": len(TOPICS),
    "anger": ANGER,
    "language": len(LANGUAGES),
}  # the heads, in the order of their columns
NETWORKED = ("kind", "topic", "complaint", "follow_up")  # what the network has scores for too, in the order of its own
AT_ONCE = 256  # texts read in one pass: bounds the memory
BEFORE_BITS = 14  # our message before it has its own, smaller table: it matters to two heads
BEFORE = SIZES["kind"] + SIZES["follow_up"]  # columns, the first ones

Floats = NDArray[np.float32]


class Weights(NamedTuple):
    """The file's arrays. A column's weights are `table[:, column] * scale[column]`."""

    idf: NDArray[np.uint8]
    idf_scale: Floats
    table: NDArray[np.int8]
    scale: Floats
    bias: Floats
    before: NDArray[np.int8]
    before_scale: Floats
    slope: Floats  # of each column's score, so that chances are what they say
    shift: Floats
    net_slope: Floats  # what the network's scores count beside them, of the heads that it has
    topic_later: Floats  # of an answer to us: what its own topics count, those of our message before it, and a shift
    kind_trust: Floats  # for Hearing: see desktop/triage/hearing.py
    kind_shift: Floats
    kind_heard: Floats
    score_heard: Floats
    score_mix: Floats
    heard: Floats  # what an outcome by the rules (row) adds to the log odds of each outcome (column)
    names: NDArray[np.int8]  # the last three are read by naming.py
    names_scale: Floats
    names_bias: Floats


class Scores(NamedTuple):
    """Chances of one text: of kinds, outcomes and languages together 1 each, the others each by itself."""

    kind: list[float]
    follow_up: list[float]
    complaint: float
    topic: list[float]
    anger: list[float]
    language: list[float]


class Reader:
    def __init__(self, weights: Weights, net: network.Network) -> None:
        self.weights, self._net = weights, net
        self._idf = weights.idf.astype(np.float32) * weights.idf_scale

    @cached_property
    def hearing(self) -> Hearing:
        w = self.weights
        trust, shift, heard, mix = (part.tolist() for part in (w.kind_trust, w.kind_shift, w.kind_heard, w.score_mix))
        return Hearing(trust, shift, heard, float(w.score_heard), mix)

    @cached_property
    def _columns(self) -> dict[str, slice]:
        found, start = {}, 0
        for head, size in SIZES.items():
            found[head] = slice(start, start + size)
            start += size
        return found

    def read(self, asked: Sequence[Asked]) -> list[Scores]:
        """The chances for each text."""
        found: list[Scores] = []
        for start in range(0, len(asked), AT_ONCE):
            found += self._read(asked[start : start + AT_ONCE])
        return found

    def _read(self, asked: Sequence[Asked]) -> list[Scores]:
        scores, at = self.odds(asked), self._columns
        shares, chances = _shares(scores).tolist(), _chance(scores).tolist()
        return [
            Scores(
                share[at["kind"]],
                share[at["follow_up"]],
                chance[at["complaint"].start],
                chance[at["topic"]],
                chance[at["anger"]],
                share[at["language"]],
            )
            for share, chance in zip(shares, chances, strict=True)
        ]

    def odds(self, asked: Sequence[Asked]) -> Floats:
        """The scores after calibration, a column for each label of each head: log odds, or what shares come from."""
        w, found = self.weights, features.read([told(each) for each in asked])
        scores: Floats = (self._linear(asked, found.rows)) * w.slope + w.shift
        of_net, start = self._net.scores(found.words) * w.net_slope, 0
        for head in NETWORKED:
            scores[:, self._columns[head]] += of_net[:, start : start + SIZES[head]]
            start += SIZES[head]
        self._hear_before(scores, asked)
        return scores

    def kinds(self, asked: Sequence[Asked]) -> NDArray[np.float64]:
        """The chances of the kinds alone, a row for each text."""
        return _shares(self.odds(asked))[:, self._columns["kind"]]

    def _hear_before(self, scores: Floats, asked: Sequence[Asked]) -> None:
        """Beside the topics of an answer to us, those of our message before it."""
        later, at = [i for i, each in enumerate(asked) if each.previous is not None], self._columns["topic"]
        if later:
            own, said, shift = self.weights.topic_later
            before = self.odds([Asked(asked[i].previous or "", None, None) for i in later])
            scores[later, at] = own * scores[later, at] + said * before[:, at] + shift

    def _linear(self, asked: Sequence[Asked], rows: features.Rows) -> Floats:
        w = self.weights
        scores: Floats = _added(rows, self._idf, w.table, w.scale) + w.bias
        later = [i for i, a in enumerate(asked) if a.previous is not None]
        if later:
            said = features.rows([features.told(asked[i].previous or "") for i in later])
            said = features.coarser(said, BEFORE_BITS)
            scores[later, :BEFORE] += _added(
                said, np.ones(1 << BEFORE_BITS, np.float32), w.before, w.before_scale
            )
        return scores

    def pulls(self, asked: Sequence[Asked], snippets: Sequence[Sequence[str]], toward: Floats) -> list[Floats]:
        """How much each snippet of each text counts toward the text's mix of the kinds (a row), in log odds."""
        counts = np.array([len(some) for some in snippets])
        folded = [features.folded(each) for some in snippets for each in some]
        whole, parts = features.parted(features.read([*map(told, asked), *folded]), len(asked))
        owner = np.repeat(np.arange(len(asked)), counts)
        by_letters = _summed(self._letters_pull(whole.rows, parts.rows, owner, toward), parts.rows.starts)
        wanted = np.zeros((len(asked), len(self.weights.net_slope)), np.float32)
        wanted[:, : len(KINDS)] = toward * self.weights.net_slope[: len(KINDS)]
        of_words = self._net.pulls(whole.words, wanted)
        by_words = of_words.of(parts.words.codes, np.repeat(owner, np.diff(parts.words.starts)))
        both = by_letters + _summed(by_words, parts.words.starts)
        return np.split(both, np.cumsum(counts)[:-1])

    def _letters_pull(
        self, whole: features.Rows, parts: features.Rows, owner: NDArray[np.int64], toward: Floats
    ) -> Floats:
        """Of each bin of the parts; `owner`: which text each part is of."""
        w, column = self.weights, self._columns["kind"]
        of = np.repeat(np.arange(len(toward)), np.diff(whole.starts))
        weights = (w.table[whole.bins, column] * (w.scale[column] * w.slope[column]) * toward[of]).sum(1)
        rarities = self._idf[whole.bins]
        squares = np.concatenate([np.zeros(1), np.cumsum(np.square(rarities), dtype=np.float64)])
        lengths = np.sqrt(squares[whole.starts[1:]] - squares[whole.starts[:-1]])
        there = (of << features.BITS) | whole.bins
        wanted = (np.repeat(owner, np.diff(parts.starts)) << features.BITS) | parts.bins
        at = np.minimum(np.searchsorted(there, wanted), len(there) - 1)
        found: Floats = np.where(there[at] == wanted, (weights * rarities / lengths[of])[at], 0.0)
        return found


def told(asked: Asked) -> str:
    """What is known of a text, as the features read it."""
    return features.told(asked.text, asked.stars, is_later=asked.previous is not None)


def _summed(each: Floats, starts: NDArray[np.int64]) -> Floats:
    sums = np.concatenate([np.zeros(1), np.cumsum(each, dtype=np.float64)])
    found: Floats = (sums[starts[1:]] - sums[starts[:-1]]).astype(np.float32)
    return found


def heard(outcome: Outcome) -> dict[Outcome, float]:
    """What hearing this outcome in the words of the lists adds to the log odds of each."""
    row = reader().weights.heard[OUTCOMES.index(outcome)]
    return dict(zip(OUTCOMES, map(float, row), strict=True))


def _added(rows: features.Rows, idf: Floats, table: NDArray[np.int8], scale: Floats) -> Floats:
    """The rows, each of length 1, times the weights."""
    out = np.zeros((len(rows.starts) - 1, table.shape[1]), np.float32)
    values, starts = idf[rows.bins], rows.starts.tolist()
    for row, (start, end) in enumerate(pairwise(starts)):
        if end > start:
            own = values[start:end]
            wide = table[rows.bins[start:end]].astype(np.float32)  # a row at a time: it stays in the cache
            out[row] = own @ wide / np.sqrt(own @ own)
    return out * scale


_LABELS = np.array(list(SIZES.values()))
_STARTS = np.cumsum(_LABELS) - _LABELS


def _shares(scores: Floats) -> NDArray[np.float64]:
    """Of each label among those of its head."""
    wide = scores.astype(np.float64)
    raised: NDArray[np.float64] = np.exp(wide - np.repeat(np.maximum.reduceat(wide, _STARTS, axis=1), _LABELS, axis=1))
    raised /= np.repeat(np.add.reduceat(raised, _STARTS, axis=1), _LABELS, axis=1)
    return raised


def _chance(scores: Floats) -> Floats:
    chances: Floats = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return chances


_LOADED: list[Reader] = []
_LOADING = Lock()


def reader() -> Reader:
    """The one reader, loaded by whoever asks first."""
    if not _LOADED:
        with _LOADING:
            if not _LOADED:
                _LOADED.append(load())
    return _LOADED[0]


def load() -> Reader:
    """Reads the weights; no pickle, so the files can hold nothing but numbers."""
    with np.load(WEIGHTS, allow_pickle=False) as held:
        weights = Weights(**{name: held[name] for name in Weights._fields})
    return Reader(weights, load_network())


def load_network() -> network.Network:
    with np.load(NETWORK, allow_pickle=False) as held:
        return network.Network(network.Weights(**{name: held[name] for name in network.Weights._fields}))
