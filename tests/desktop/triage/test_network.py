"""The small network: a batch reads as its texts alone do, and what it says of words is the slope it really has."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.triage import features, network
from desktop.triage.features import Words

COLUMNS, WIDTH, HIDDEN, KNOWN, SCORES = 8, 6, 7, 50, 5


@pytest.fixture
def weights() -> network.Weights:
    rng = np.random.default_rng(3)

    def some(*shape: int) -> np.ndarray:  # type: ignore[type-arg]
        return rng.normal(size=shape).astype(np.float32)

    return network.Weights(
        np.sort(rng.choice(1000, KNOWN, replace=False)).astype(np.uint32),
        rng.integers(-127, 128, (KNOWN + 1, COLUMNS)).astype(np.int8),
        np.full(COLUMNS, 0.01, np.float32),
        some(3 * COLUMNS, WIDTH).astype(np.float16),
        some(WIDTH),
        some(3 * WIDTH, WIDTH).astype(np.float16),
        some(WIDTH),
        some(2 * WIDTH, SCORES).astype(np.float16),
        some(SCORES),
        some(2 * WIDTH, HIDDEN).astype(np.float16),
        some(HIDDEN),
        some(HIDDEN, SCORES).astype(np.float16),
    )


def by_hand(w: network.Weights, codes: list[int]) -> list[float]:
    """The scores of one text, word by word."""
    known = {int(code): row for row, code in enumerate(w.codes)}
    seen = [w.vectors[known.get(code, KNOWN)] * w.scale for code in codes]

    def windows(x: list[np.ndarray]) -> list[np.ndarray]:  # type: ignore[type-arg]
        blank = np.zeros_like(x[0])
        return [np.concatenate(three) for three in zip([blank, *x[:-1]], x, [*x[1:], blank], strict=True)]

    first = [np.maximum(one @ w.first.astype(np.float32) + w.first_bias, 0) for one in windows(seen)]
    second = [np.maximum(one @ w.second.astype(np.float32) + w.second_bias, 0) for one in windows(first)]
    whole = np.array([a + b for a, b in zip(first, second, strict=True)])
    pooled = np.concatenate([whole.max(0), whole.sum(0) / np.sqrt(len(whole))])
    both = np.maximum(pooled @ w.both.astype(np.float32) + w.both_bias, 0)
    said = pooled @ w.out.astype(np.float32) + both @ w.both_out.astype(np.float32)
    found: list[float] = (said + w.out_bias).tolist()
    return found


def test_texts_read_together_are_read_as_each_alone(weights: network.Weights) -> None:
    rng = np.random.default_rng(4)
    lengths = [1, 5, 2, *rng.integers(1, 30, 150).tolist()]  # more than are read in one pass
    texts = [rng.choice(weights.codes, length).tolist() for length in lengths]
    texts[1][2] = 1001  # a word that isn't known
    words = Words(np.array([code for text in texts for code in text], np.uint32), np.cumsum([0, *lengths]))
    found = network.Network(weights).scores(words)
    assert found == pytest.approx(np.array([by_hand(weights, text) for text in texts]), abs=1e-3)


def test_of_a_long_text_the_beginning_and_the_end_are_read(weights: network.Weights) -> None:
    codes = np.random.default_rng(5).choice(weights.codes, 300).astype(np.uint32)
    half = network.MOST // 2
    read, starts = network.cut(Words(codes, np.array([0, 300])))
    assert read.tolist() == [*codes[:half].tolist(), *codes[-half:].tolist()]
    assert starts.tolist() == [0, network.MOST]


def test_what_a_word_pulls_is_the_slope_times_its_vector(weights: network.Weights) -> None:
    codes = weights.codes[[3, 9, 20, 31]]
    toward = np.array([1, -0.5, 0, 0.25, 0], np.float32)
    two = Words(np.concatenate([codes, codes[:2]]), np.array([0, 4, 6]))  # another text beside it changes nothing
    pulled = network.Network(weights).pulls(two, np.stack([toward, -toward]))
    pulls = dict(zip(codes.tolist(), pulled.of(codes, np.zeros(4, np.int64)).tolist(), strict=True))
    assert pulled.of(weights.codes[[20]], np.array([1])).tolist() == [0.0]  # not a word of the second
    step = 1e-3
    for row, code in zip([3, 9, 20, 31], codes.tolist(), strict=True):
        slope = 0.0
        for column in range(COLUMNS):
            moved = []
            for sign in (1, -1):
                changed = weights.vectors.astype(np.float64) * weights.scale
                changed[row, column] += sign * step
                held = weights._replace(vectors=changed, scale=np.ones(COLUMNS, np.float32))
                moved.append(np.dot(by_hand(held, codes.tolist()), toward))
            slope += (moved[0] - moved[1]) / (2 * step) * weights.vectors[row, column] * weights.scale[column]
        assert pulls[code] == pytest.approx(slope, abs=0.02)


def test_words_have_the_same_code_wherever_they_stand() -> None:
    (one, other) = (
        features.read([features.folded(text)]).words for text in ("Parcel", "where is my PÁRCEL?")
    )
    assert one.codes[0] in other.codes.tolist()
