"""The protocol of the papers on complaints: ten folds over all of them, and all that is learned is learned inside.

What is trained is what the app ships, in small: the linear head over the hashed features, the network beside it, and
how much the lists of telling words count beside the two. No weights of the app have a part in it. Two things come from
outside the folds, as they do in the app: the lists, which are written by hand, and the vectors that the network's words
(those of all texts, without the labels) begin as, which the untuned encoder gives. Needs
packaging/reading/requirements-teacher.txt.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import data
import network
import numpy as np
import train
from scipy.optimize import minimize

from desktop.language.text import plain, visible
from desktop.triage import features, hearing

FOLDS, PARTS = 10, 3
C, EVEN = 16, 0.5  # as train.py fits the kinds
EPOCHS = 10  # for there are few texts
HELD = 1.0  # how far what the lists count is held back


class Given(NamedTuple):
    """All texts of the set."""

    x: Any  # the hashed features
    words: list[Any]  # rows of the network's vectors
    vectors: Any
    told: Any  # what the lists say of each, as numbers
    truth: Any


def given(sets: Path) -> Given:
    rows = data.rows(sets, "complaints")
    texts, truth = [row["text"] for row in rows], np.array([row["label"] == "complaint" for row in rows])
    told = [features.told(text) for text in texts]
    bare = [data.Text(text, "en/", "other", None, (), 0, (), "", None) for text in texts]
    words = network.known(bare)
    return Given(
        train.matrix(told), network.rows(told, network.blank(words)), words.vectors, by_lists(texts), truth
    )


def by_lists(texts: Sequence[str]) -> Any:
    """The kind that the lists name, as sure as they are of it; they are asked about each."""
    open_to_all = [1 / len(hearing.KINDS)] * len(hearing.KINDS)
    said = [hearing.told(plain(visible(text)), None, open_to_all) for text in texts]
    return train.one_hot([one.row for one in said], hearing.ROWS) * np.array([[one.sure] for one in said])


def macro_f1(sets: Path) -> float:
    """Of all texts, each judged by what was learned from the other nine folds."""
    g = given(sets)
    fold = np.random.default_rng(train.SEED).permutation(len(g.truth)) % FOLDS
    said = np.zeros(len(fold), bool)
    for held in range(FOLDS):
        said[fold == held] = judged(g, np.flatnonzero(fold != held), np.flatnonzero(fold == held))
    return float(train.macro_f1(g.truth, said))


Learner = Callable[[Given, Any, Any], Any]  # learns from some texts and scores others


def judged(g: Given, seen: Any, left: Any) -> Any:
    """Whether each that is left is a complaint. What the parts count is learned from texts that they had not seen."""
    part = np.random.default_rng(train.SEED).permutation(len(seen)) % PARTS
    alone = np.zeros((len(seen), len(LEARNERS)))
    for held in range(PARTS):
        apart, rest = seen[part == held], seen[part != held]
        alone[part == held] = np.column_stack([learner(g, rest, apart) for learner in LEARNERS])
    mix = weighed(np.hstack([alone, g.told[seen]]), g.truth[seen])
    scores = np.column_stack([learner(g, seen, left) for learner in LEARNERS])
    return np.hstack([scores, g.told[left], np.ones((len(left), 1))]) @ mix > 0


def linear(g: Given, seen: Any, left: Any) -> Any:
    idf, scale = train.rarity(g.x[seen])
    rare = train.sp.diags(idf.astype(np.float32) * scale)
    task = train.Task(train.unit(g.x[seen] @ rare), train.one_hot(g.truth[seen], 2), np.ones(len(seen)), None)
    weights, bias = train.descend(train.evened(task, EVEN), C, is_choice=True)
    scores = train.unit(g.x[left] @ rare) @ weights.T + bias
    return scores[:, 1] - scores[:, 0]


def networked(g: Given, seen: Any, left: Any) -> Any:
    """The network's score of trouble; its other scores have nothing to learn from."""
    import torch

    kinds, topics, outcomes = (
        np.zeros((len(seen), size)) for size in (network.KINDS, network.TOPICS, network.OUTCOMES)
    )
    words, truth = [g.words[i] for i in seen], g.truth[seen].astype(float)
    lessons = network.Lessons(words, kinds, topics, np.zeros(len(seen)), truth, outcomes)
    with contextlib.redirect_stdout(io.StringIO()):  # it tells of each round
        small = network.learned(g.vectors, lessons, network.SEED, EPOCHS)
    with torch.no_grad():
        return np.array([float(small(network._padded([g.words[i]]))[0, network.TROUBLE]) for i in left])


LEARNERS: tuple[Learner, ...] = (linear, networked)


def weighed(parts: Any, truth: Any) -> Any:
    """What each part counts, and a shift: both labels count as even as in the linear head."""
    counts = np.array([(~truth).sum(), truth.sum()])
    weight = (counts.max() / counts)[truth.astype(int)] ** EVEN
    whole = np.hstack([parts, np.ones((len(parts), 1))])
    held = np.array([0.0] * len(LEARNERS) + [HELD] * (parts.shape[1] - len(LEARNERS)) + [0.0])

    def loss(mix: Any) -> float:
        z = whole @ mix
        return float((weight * np.logaddexp(0, np.where(truth, -z, z))).sum() + (held * mix * mix).sum() / 2)

    return minimize(loss, np.zeros(whole.shape[1]), method="L-BFGS-B").x
