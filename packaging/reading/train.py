"""Makes the weights of the reader: `python packaging/reading/train.py --sets FOLDER`.

Needs packaging/reading/requirements.txt in an environment of its own. FOLDER holds the permissive sets (data.py names
them). The same files give the same weights, byte for byte. It writes resources/reading/weights.npz and its
MODEL_CARD.md, and prints how it does on shops that are left out for calibration.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import io
import json
import multiprocessing
import sys
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import card
import data
import lexicon
import manners
import numpy as np
import posts
import scipy.sparse as sp
import teacher
from scipy.optimize import minimize

from desktop.language.text import plain, visible
from desktop.triage import features, hearing, naming, reader
from desktop.triage.features import BINS
from desktop.triage.follow_up import UNHEARD_AT, by_rules
from desktop.triage.hearing import Hearing

SEED = 20261122
EVEN = 0.25  # how far rare kinds count more where the model and the lists are weighed
LISTS = 2.0  # log odds that the lists add to the kind they are quite sure of
SCORED = 1.5  # how many times as much they count for the complaint score
# What its own head counts for that score beside the kinds. Learned on our shops it would be nearly all, for a gain of
# two in a thousand there; of tweets to companies the kinds tell more, by eight.
OWN = 0.3
MOODS = 0.4  # what a comment or tweet that is only known to be negative or not counts for the complaint score
FEW = 4  # words of a text that the language is learned from too
BANTER = 6  # of others' texts that the teacher holds for small talk one in so many is learned from
POSTED = 3.0  # what a post that was read for it counts there
ANSWERED = 0.5  # what an answer to a help desk or a shop counts that stands by itself, beside one of a shop of ours
TAUGHT = 1.0  # what a text that the teacher read counts beside one of ours
KINDS = [str(kind) for kind in reader.KINDS]
TOPICS = [str(topic) for topic in reader.TOPICS]
OUTCOMES = ["resolved", "thanks", "still", "neutral"]
LANGUAGES = list(reader.LANGUAGES)
OF_KINDS, OF_TOPICS = (
    slice(0, len(KINDS)),
    slice(len(KINDS), len(KINDS) + len(TOPICS)),
)  # of the network's scores
OF_TROUBLE = slice(OF_TOPICS.stop, OF_TOPICS.stop + 1)
OF_OUTCOMES = slice(OF_TROUBLE.stop, OF_TROUBLE.stop + len(OUTCOMES))
TROUBLE = ("complaint", "abusive")
STEPS = 15  # of a weight of the large table, either way: 127 read no better, and take three times as much room
BEFORE_BINS = 1 << reader.BEFORE_BITS


class Task(NamedTuple):
    """Rows for one head. `fold` is -1 for rows that are only learned from, and never judged by."""

    x: Any
    y: Any
    weight: Any
    fold: Any  # data.CHECK for those kept for calibration


class Fitted(NamedTuple):
    """Columns of weights with their biases, and how to make chances of their scores and of the network's."""

    weights: Any
    bias: Any
    slope: Any
    shift: Any
    net_slope: Any  # empty where the network has no part in it
    odds: Any  # of the rows kept for calibration, all told, by models that did not see their shops
    truth: Any


# ---- features -------------------------------------------------------------------------------------


def sparse(found: features.Rows, bins: int) -> sp.csr_matrix:
    shape = (len(found.starts) - 1, bins)
    return sp.csr_matrix((np.ones(len(found.bins), np.float32), found.bins, found.starts), shape=shape)


def matrix(told: Sequence[str]) -> sp.csr_matrix:
    parts = [sparse(features.rows(told[i : i + 1000]), BINS) for i in range(0, len(told), 1000)]
    return sp.vstack(parts).tocsr()


def before(previous: Sequence[str | None]) -> sp.csr_matrix:
    """Our messages before, each row of length 1; an empty row where there was none."""
    found = features.coarser(
        features.rows([features.told(p) if p else "" for p in previous]), reader.BEFORE_BITS
    )
    return unit(sparse(found, BEFORE_BINS))


def unit(x: sp.csr_matrix) -> sp.csr_matrix:
    length = np.sqrt(np.asarray(x.multiply(x).sum(1)).ravel())
    return (sp.diags(1 / np.where(length == 0, 1, length)) @ x).tocsr()


def rarity(x: sp.csr_matrix) -> Any:
    """What a bin counts: more the fewer texts have it. In the 255 steps that the file keeps."""
    idf = np.log((1 + x.shape[0]) / (1 + np.bincount(x.indices, minlength=BINS))) + 1
    scale = idf.max() / 255
    return np.maximum(1, np.round(idf / scale)).astype(np.uint8), np.float32(scale)


# ---- others' sets ---------------------------------------------------------------------------------

_GLAD = set(
    "admiration gratitude joy love excitement amusement approval caring pride relief optimism desire".split()
)
_CROSS = set("anger annoyance disappointment disapproval disgust".split())


def moods(folder: Path) -> list[tuple[str, bool]]:
    """(text, is it negative) of comments and tweets; of those that we read ourselves the labels say more."""
    found, read = [], {post.text for post in posts.posts(folder)}
    for row in data.rows(folder, "goemotions"):
        labels = set(row["label"].split("|"))
        if not (labels & _CROSS and labels & _GLAD):
            found.append((row["text"].replace("[NAME]", "<user>"), bool(labels & _CROSS)))
    rng = np.random.default_rng(SEED)
    picked = [found[i] for i in sorted(rng.permutation(len(found))[:16000])]
    tweets = [row for row in data.rows(folder, "sentiment_multilingual") if row["language"] in data.LANGUAGES]
    found = picked + [(row["text"], row["label"] == "negative") for row in tweets]
    return [(text, is_bad) for text, is_bad in found if text not in read]


def lessons(texts: Sequence[data.Text], folder: Path) -> tuple[list[str], Any]:
    """Texts that the teacher was asked about, with its answers; none where there was no teacher."""
    if not teacher.KEPT.exists():
        return [], None
    with np.load(teacher.KEPT, allow_pickle=False) as held:
        marks, logits = held["marks"], held["logits"] / teacher.STEP
        ours = held["lines"].tobytes().decode("utf-8").split("\n")
    read = {post.text for post in posts.posts(folder)}
    theirs = [text for name in teacher.SHARES for text in posts.texts_of(folder, name) if text not in read]
    mine = [text.text for text in texts] + [post.text for post in posts.learned(folder)]
    known = {posts.mark(text): text for text in theirs + mine}
    # A text of ours may have been taken out since. Most comments and tweets are about no firm, as little in a shop's
    # inbox is: too many of them, and whatever looks like one is taken for small talk.
    found = [known.get(int(mark)) for mark in marks] + ours
    about_nothing = logits[: len(marks), : len(KINDS)].argmax(1) == KINDS.index("other")
    aside = about_nothing & np.isin(marks, [posts.mark(text) for text in theirs]) & (marks % BANTER != 0)
    kept = [i for i, text in enumerate(found) if text is not None and not (i < len(aside) and aside[i])]
    return [found[i] for i in kept], logits[kept]


def tongues(folder: Path) -> list[tuple[str, str]]:
    """(text, language)."""
    sets = data.rows(folder, "sentiment_multilingual")
    return [(row["text"], data.LANGUAGES.get(row["language"], "")) for row in sets]


# ---- fitting --------------------------------------------------------------------------------------


def softmax(scores: Any) -> Any:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def chances(scores: Any, *, is_choice: bool) -> Any:
    return softmax(scores) if is_choice else 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


def descend(
    task: Task, c: float, *, is_choice: bool, rounds: int = 45, begin: tuple[Any, Any] | None = None
) -> tuple[Any, Any]:
    """Logistic regression with targets between 0 and 1, all columns in one go; `c` as in scikit-learn."""
    x, target, weight = task.x.astype(np.float32), task.y, task.weight[:, None]
    back, labels, width = x.T.tocsr(), target.shape[1], x.shape[1]

    def loss(flat: Any) -> tuple[float, Any]:
        w, bias = flat[: labels * width].reshape(width, labels), flat[labels * width :]
        scores = (x @ w.astype(np.float32)).astype(float) + bias
        if is_choice:
            high = scores.max(1, keepdims=True)
            summed = high[:, 0] + np.log(np.exp(scores - high).sum(1))
            cost = (weight[:, 0] * (summed - (target * scores).sum(1))).sum()
        else:
            cost = (weight * (np.logaddexp(0, scores) - target * scores)).sum()
        wrong = weight * (chances(scores, is_choice=is_choice) - target)
        slope = np.concatenate([(back @ wrong.astype(np.float32) + w / c).ravel(), wrong.sum(0)])
        return float(cost + (w * w).sum() / (2 * c)), slope

    start = np.zeros(labels * width + labels)
    if begin is not None:
        start = np.concatenate([begin[0].T.ravel(), begin[1]])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8}).x
    return np.ascontiguousarray(found[: labels * width].reshape(width, labels).T), found[labels * width :]


def evened(task: Task, even: float) -> Task:
    """Rare labels count more: 0 as they come, 1 all the same."""
    counts = (task.y * task.weight[:, None]).sum(0)
    each = (counts.max() / np.maximum(counts, 1)) ** even
    return task._replace(weight=task.weight * (task.y @ each))


def tempered(parts: Sequence[Any], truth: Any) -> Any:
    """What the scores of several models count together, for shares most like what is true."""

    def loss(slopes: Any) -> float:
        shares = softmax(sum(part * slope for part, slope in zip(parts, slopes, strict=True)))
        return -float(np.log(shares[np.arange(len(truth)), truth] + 1e-12).mean())

    return minimize(loss, np.full(len(parts), 1 / len(parts)), method="Nelder-Mead").x


def platt(parts: Sequence[Any], truth: Any) -> Any:
    """What the scores of several models count together, and a shift, for a chance most like what is true."""

    def loss(line: Any) -> float:
        z = np.clip(sum(part * slope for part, slope in zip(parts, line, strict=False)) + line[-1], -30, 30)
        return float(np.logaddexp(0, np.where(truth, -z, z)).mean())

    return minimize(loss, [*np.full(len(parts), 1 / len(parts)), 0.0], method="Nelder-Mead").x


def fitted(task: Task, c: float, *, is_choice: bool, even: float = 0.0, net: Any = None) -> Fitted:
    """`net`: the network's scores of the rows kept for calibration, where it has some."""

    def fit(part: Task, begin: tuple[Any, Any] | None = None) -> tuple[Any, Any]:
        part = evened(part, even) if is_choice else part
        return descend(part, c, is_choice=is_choice, begin=begin, rounds=45 if begin is None else 15)

    own = task.fold == data.CHECK
    first = fit(Task(*(part[~own] for part in task)))
    scores = task.x[own] @ first[0].T + first[1]
    parts = [scores] if net is None else [scores, net]
    weights, bias = fit(task, first)
    count = len(bias)
    if is_choice:
        truth = task.y[own].argmax(1)
        slopes, shift = np.repeat(tempered(parts, truth)[:, None], count, 1), np.zeros(count)
    else:
        truth = task.y[own] > 0.5
        lines = np.array([platt([part[:, i] for part in parts], truth[:, i]) for i in range(count)]).T
        slopes, shift = lines[:-1], lines[-1]
    odds = sum(part * slope for part, slope in zip(parts, slopes, strict=True)) + shift
    return Fitted(weights, bias, slopes[0], shift, slopes[1] if len(parts) == 2 else np.empty(0), odds, truth)


# ---- the heads ------------------------------------------------------------------------------------


class Material(NamedTuple):
    """The training texts as they are read: each once as it came, and once with less known about it."""

    texts: list[data.Text]
    fold: Any
    full: Any  # with stars and our message before
    bare: Any  # the words alone
    said: Any  # our message before
    idf: Any
    idf_scale: Any
    sets: Path
    other_x: Any
    other: list[tuple[str, bool]]
    taught_x: Any
    taught: Any  # the teacher's answers to the rows of `taught_x`; None without a teacher
    post_x: Any
    posts: list[posts.Post]
    net_full: Any  # the network's scores of the texts, with stars
    net_bare: Any

    def weighed(self, x: sp.csr_matrix) -> sp.csr_matrix:
        return unit(x @ sp.diags(self.idf.astype(np.float32) * self.idf_scale))


def material(texts: list[data.Text], sets: Path) -> Material:
    known = [features.told(t.text, t.stars, is_later=t.previous is not None) for t in texts]
    unknown = [features.told(t.text) for t in texts]
    full, bare = matrix(known), matrix(unknown)
    other = moods(sets)
    other_x = matrix([features.told(text) for text, _ in other])
    told, taught = lessons(texts, sets)
    taught_x = matrix([features.told(text) for text in told]) if told else None
    more = [*posts.learned(sets), *manners.mannered(teacher.taught(texts))]
    post_x = matrix([features.told(post.text, post.stars) for post in more])
    idf, scale = rarity(sp.vstack([full, bare, other_x]))
    fold, said = np.array(folds(texts)), before([t.previous for t in texts])
    beside = other_x, other, taught_x, taught, post_x, more
    return Material(
        texts, fold, full, bare, said, idf, scale, sets, *beside, networked(known), networked(unknown)
    )


def folds(texts: list[data.Text]) -> list[int]:
    """Those kept for calibration are of shops that neither the teacher nor the network learned from."""
    return data.checks(texts, teacher.seen() | {text.shop for text in teacher.taught(texts)})


def networked(told: Sequence[str]) -> Any:
    net = reader.load_network()
    return np.vstack([net.scores(features.read(told[i : i + 1000]).words) for i in range(0, len(told), 1000)])


def one_hot(at: Sequence[int], labels: int) -> Any:
    return np.eye(labels)[np.array(at, int)]


class Rows(NamedTuple):
    """Rows of our texts: each as it came, and those with stars or a message before it as bare words too."""

    x: Any
    at: Any  # the text of each row
    weight: Any


def known_and_bare(m: Material) -> Rows:
    more = np.array([i for i, t in enumerate(m.texts) if t.stars or t.previous is not None])
    weight = np.ones(len(m.texts))
    weight[more] = 0.5
    return Rows(
        sp.vstack([m.weighed(m.full), m.weighed(m.bare[more])]).tocsr(),
        np.concatenate([np.arange(len(m.texts)), more]),
        np.concatenate([weight, np.full(len(more), 0.5)]),
    )


def of_network(m: Material, columns: slice) -> Any:
    """Its scores of the rows of `known_and_bare` that are kept for calibration."""
    at = known_and_bare(m).at[len(m.texts) :]
    own = m.fold == data.CHECK
    return np.vstack([m.net_full[own], m.net_bare[at[own[at]]]])[:, columns]


def of_answers(m: Material) -> Any:
    """Its scores of the rows of `follow_up_task` that are kept for calibration."""
    at = [i for i, t in enumerate(m.texts) if t.follow_up and m.fold[i] == data.CHECK]
    return np.vstack([m.net_full[at], m.net_bare[at]])[:, OF_OUTCOMES]


def wide(x: Any, said: Any | None = None) -> Any:
    """Rows with the columns of our message before; empty ones where there is none."""
    return sp.hstack([x, said if said is not None else sp.csr_matrix((x.shape[0], BEFORE_BINS))]).tocsr()


def with_others(task: Task, x: Any, y: Any, weight: Any) -> Task:
    """A task with rows that are learned from and never judged by."""
    return Task(
        sp.vstack([task.x, x]).tocsr(),
        np.vstack([task.y, y]),
        np.concatenate([task.weight, weight]),
        np.concatenate([task.fold, np.full(x.shape[0], -1)]),
    )


def phrases(m: Material, said: list[lexicon.Said], labels: list[str]) -> tuple[Any, Any, Any]:
    x = m.weighed(matrix([features.told(one.text) for one in said]))
    return (
        x,
        one_hot([labels.index(one.label) for one in said], len(labels)),
        np.array([s.weight for s in said]),
    )


def kind_task(m: Material) -> Task:
    rows = known_and_bare(m)
    later = sp.diags((np.arange(len(rows.at)) < len(m.texts)).astype(np.float32))
    x = wide(rows.x, later @ m.said[rows.at])
    y = one_hot([KINDS.index(m.texts[i].kind) for i in rows.at], len(KINDS))
    more, labels, weight = phrases(m, lexicon.kinds(), KINDS)
    task = with_others(Task(x, y, rows.weight, m.fold[rows.at]), wide(more), labels, weight)
    read = one_hot([KINDS.index(post.kind) for post in m.posts], len(KINDS))
    about = np.array([1.0 if post.is_about_a_firm else 0.5 for post in m.posts])
    task = with_others(task, wide(m.weighed(m.post_x)), read, about)
    if m.taught is None:
        return task
    shares = softmax(m.taught[:, : len(KINDS)])
    return with_others(task, wide(m.weighed(m.taught_x)), shares, np.full(len(shares), TAUGHT))


def follow_up_task(m: Material) -> Task:
    later = np.array([i for i, t in enumerate(m.texts) if t.follow_up])
    x = sp.vstack([wide(m.weighed(m.full[later]), m.said[later]), wide(m.weighed(m.bare[later]))]).tocsr()
    y = one_hot([OUTCOMES.index(m.texts[i].follow_up) for i in later] * 2, len(OUTCOMES))
    weight = np.concatenate([np.ones(len(later)), np.full(len(later), 0.3)])
    more, labels, lighter = phrases(m, lexicon.follow_ups(), OUTCOMES)
    task = with_others(Task(x, y, weight, np.tile(m.fold[later], 2)), wide(more), labels, lighter)
    answered = posts.answers()
    seen = m.weighed(matrix([features.told(one.text, is_later=True) for one in answered]))
    outcomes = one_hot([OUTCOMES.index(one.outcome) for one in answered], len(OUTCOMES))
    weight = np.full(len(answered), ANSWERED)
    return with_others(task, wide(seen, before([one.previous for one in answered])), outcomes, weight)


def complaint_task(m: Material) -> Task:
    rows = known_and_bare(m)
    y = np.array([m.texts[i].kind in TROUBLE for i in rows.at])[:, None].astype(float)
    bad = np.array([bad for _, bad in m.other])[:, None].astype(float)
    task = Task(rows.x, y, rows.weight, m.fold[rows.at])
    task = with_others(task, m.weighed(m.other_x), bad, np.full(len(bad), MOODS))
    read = np.array([post.kind in TROUBLE for post in m.posts])[:, None].astype(float)
    task = with_others(task, m.weighed(m.post_x), read, np.full(len(read), POSTED))
    if m.taught is None:
        return task
    shares = softmax(m.taught[:, : len(KINDS)])
    trouble = shares[:, KINDS.index("complaint")] + shares[:, KINDS.index("abusive")]
    return with_others(task, m.weighed(m.taught_x), trouble[:, None], np.full(len(shares), TAUGHT))


def topic_task(m: Material) -> Task:
    rows = known_and_bare(m)
    y = np.array([[float(topic in m.texts[i].topics) for topic in TOPICS] for i in rows.at])
    task = Task(rows.x, y, rows.weight, m.fold[rows.at])
    read = np.array([[float(topic in post.topics) for topic in TOPICS] for post in m.posts])
    task = with_others(task, m.weighed(m.post_x), read, np.ones(len(read)))
    if m.taught is None:
        return task
    about = chances(m.taught[:, len(KINDS) : len(KINDS) + len(TOPICS)], is_choice=False)
    return with_others(task, m.weighed(m.taught_x), about, np.full(len(about), TAUGHT))


def anger_task(m: Material) -> Task:
    rows = known_and_bare(m)
    y = np.array([[float(m.texts[i].anger >= level) for level in (1, 2, 3)] for i in rows.at])
    return Task(rows.x, y, rows.weight, m.fold[rows.at])


def language_task(m: Material) -> Task:
    more = tongues(m.sets)
    x = m.weighed(matrix([features.told(text) for text, _ in more]))
    y = one_hot([LANGUAGES.index(t.language) for t in m.texts], len(LANGUAGES))
    labels = one_hot([LANGUAGES.index(lang) for _, lang in more], len(LANGUAGES))
    few = m.weighed(matrix([features.told(" ".join(t.text.split()[:FEW])) for t in m.texts]))
    weight = np.concatenate([np.ones(len(m.texts)), np.full(len(m.texts), 0.3)])
    task = Task(sp.vstack([m.weighed(m.bare), few]).tocsr(), np.vstack([y, y]), weight, np.tile(m.fold, 2))
    return with_others(task, x, labels, np.full(len(more), 0.5))


PLAN: dict[str, Callable[[Material], Fitted]] = {
    "kind": lambda m: fitted(kind_task(m), 16, is_choice=True, even=0.5, net=of_network(m, OF_KINDS)),
    "topic": lambda m: fitted(topic_task(m), 6, is_choice=False, net=of_network(m, OF_TOPICS)),
    "complaint": lambda m: fitted(complaint_task(m), 8, is_choice=False, net=of_network(m, OF_TROUBLE)),
    "follow_up": lambda m: fitted(follow_up_task(m), 16, is_choice=True, even=0.3, net=of_answers(m)),
    "language": lambda m: fitted(language_task(m), 16, is_choice=True, even=0.3),
    "anger": lambda m: fitted(anger_task(m), 4, is_choice=False),
}  # the longest first
_OF: list[Material] = []  # where the processes find it


def _head(name: str) -> Fitted:
    found = PLAN[name](_OF[-1])
    print(name, figure(name, found), flush=True)
    return found


def heads(m: Material, jobs: int) -> dict[str, Fitted]:
    """Every head, fitted; in the order of the reader's columns. As many at a time as there are `jobs`."""
    _OF.append(m)
    if jobs == 1:
        found = {name: _head(name) for name in PLAN}
    else:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as hands:
            found = dict(zip(PLAN, hands.map(_head, PLAN), strict=True))
    return {name: found[name] for name in reader.SIZES}


def kinds_heard(m: Material, kind: Fitted, complaint: Fitted) -> Hearing:
    """How much the model counts beside the lists, learned by the shops that it did not see.

    What the lists count when they are sure is set: our own texts, whose phrases the model has met, can't show it.
    """
    held = [t for t, fold in zip(m.texts, m.fold, strict=True) if fold == data.CHECK]
    low = [plain(visible(text.text)) for text in held]
    chances = softmax(kind.odds[: len(held)])
    own = np.maximum([hearing.called(p.tolist(), one) for p, one in zip(chances, low, strict=True)], 1e-6)
    said = [hearing.told(one, t.stars, p.tolist()) for one, t, p in zip(low, held, own, strict=True)]
    own = np.maximum([hearing.meant(p.tolist(), one) for p, one in zip(own, said, strict=True)], 1e-6)
    truth, count = kind.truth[: len(held)], len(KINDS)
    row, sure = (
        one_hot([one.row for one in said], hearing.ROWS),
        np.array([one.sure for one in said])[:, None],
    )
    tongue = one_hot([t.language != "en" for t in held], 2)
    weight = np.array([(truth == at).sum() for at in range(count)]) ** -EVEN
    weight[[KINDS.index("abusive"), KINDS.index("mix_up")]] = weight.min()  # nobody is called that, or sent on, lightly
    weight = weight[truth] / weight[truth].mean()

    told = np.zeros((hearing.ROWS, count))
    told[range(count), range(count)] = told[hearing.SARCASM, KINDS.index("complaint")] = LISTS
    told[KINDS.index("other")] = 0
    by_lists = sure * (row @ told)

    def shares(flat: Any, times: float = 1.0) -> Any:
        return softmax(tongue @ flat[:2, None] * np.log(own) + flat[2:] + times * by_lists)

    def loss(flat: Any) -> float:
        right = np.log(shares(flat)[np.arange(len(truth)), truth] + 1e-12)
        return -float((weight * right).mean()) + 1e-3 * float(flat[2:] @ flat[2:])

    begin = np.concatenate([np.ones(2), np.zeros(count)])
    flat = minimize(loss, begin, method="L-BFGS-B").x
    both = shares(flat)
    print(
        f"kinds with lists: macro F1 {100 * macro_f1(truth, both.argmax(1)):.1f},"
        f" asked {100 * (1 - row[:, hearing.UNASKED].mean()):.0f} %"
    )
    return Hearing(flat[:2], flat[2:], told, SCORED, score_mix(complaint, shares(flat, SCORED)))


def score_mix(complaint: Fitted, kinds: Any) -> Any:
    """How the complaint score is made of its own head and the chances of the kinds."""
    count = len(kinds)
    alone = np.clip(complaint.odds[:count, 0], -13, 13)
    trouble = np.clip(kinds[:, KINDS.index("complaint")] + kinds[:, KINDS.index("abusive")], 1e-6, 1 - 1e-6)
    both = OWN * alone + (1 - OWN) * np.log(trouble / (1 - trouble))
    truth = complaint.truth[:count, 0]

    times, shift = platt([both], truth)
    print(f"AUC of the complaint score {auc(both, truth):.3f}")
    return np.array([times * OWN, times * (1 - OWN), shift])


def topics_later(m: Material, f: Fitted) -> Any:
    """What the topics of our message count beside those of the answer to it, which may be a bare "still nothing"."""
    held = [t for t, fold in zip(m.texts, m.fold, strict=True) if fold == data.CHECK]
    later = [i for i, t in enumerate(held) if t.previous is not None]
    told = [features.told(held[i].previous or "") for i in later]
    said = (m.weighed(matrix(told)) @ f.weights.T + f.bias) * f.slope + f.shift
    said = said + networked(told)[:, OF_TOPICS] * f.net_slope
    line = platt([f.odds[later].ravel(), said.ravel()], f.truth[later].ravel())
    print(f"topics of an answer: its own count {line[0]:.2f}, those of our message {line[1]:.2f}")
    return line.astype(np.float32)


def outcomes_heard(m: Material, f: Fitted) -> Any:
    """What the rules' outcome adds to the log odds of each, learned beside the chances of shops it did not see."""
    later = [t for t, fold in zip(m.texts, m.fold, strict=True) if t.follow_up and fold == data.CHECK]
    told = [reader.OUTCOMES.index(by_rules(t.text).outcome) for t in later]
    own = np.log(softmax(f.odds[: len(later)]) + 1e-9)
    truth, count = f.truth[: len(later)], len(OUTCOMES)
    seen = one_hot(told, count)

    def loss(flat: Any) -> float:
        shares = softmax(own + seen @ flat.reshape(count, count))
        return -float(np.log(shares[np.arange(len(truth)), truth] + 1e-12).mean()) + 1e-3 * float(flat @ flat)

    found = minimize(loss, np.zeros(count * count), method="L-BFGS-B").x.reshape(count, count)
    both = softmax(own + seen @ found)
    resolved = (both[:, 0] >= UNHEARD_AT) & (both.argmax(1) == 0)
    print(
        f"follow-ups with rules: macro F1 {100 * macro_f1(truth, both.argmax(1)):.1f},"
        f" resolved {(truth[resolved] == 0).sum()} of {resolved.sum()} right,"
        f" still called resolved {resolved[truth == 2].sum()}"
    )
    return found.astype(np.float32)


def figure(head: str, f: Fitted) -> str:
    """One line of how it does on shops left out."""
    if f.truth.ndim == 1:
        said = f.odds.argmax(1)
        return f"macro F1 {100 * macro_f1(f.truth, said):.1f}, error of calibration {100 * ece(f):.1f}"
    areas = [auc(f.odds[:, i], f.truth[:, i]) for i in range(f.truth.shape[1])]
    return "AUC " + " ".join(f"{area:.3f}" for area in areas)


def macro_f1(truth: Any, said: Any) -> float:
    each = []
    for label in np.unique(truth):
        hits = np.sum((truth == label) & (said == label))
        each.append(2 * hits / max(1, np.sum(truth == label) + np.sum(said == label)))
    return float(np.mean(each))


def auc(scores: Any, truth: Any) -> float:
    ranks = np.argsort(np.argsort(scores)) + 1
    good = int(truth.sum())
    return float((ranks[truth].sum() - good * (good + 1) / 2) / max(1, good * (len(truth) - good)))


def ece(f: Fitted) -> float:
    shares = softmax(f.odds)
    top, right = shares.max(1), shares.argmax(1) == f.truth
    bins = np.minimum((top * 10).astype(int), 9)
    return float(sum(abs(top[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(top))


# ---- what a text names ----------------------------------------------------------------------------


def names(texts: list[data.Text]) -> dict[str, Any]:
    """Weights of the traits of words that a person marked as a detail."""
    bins, marked = [], []
    for text in texts:
        spans = [(text.text.index(detail), len(detail)) for detail in text.details]
        for said in naming.spoken(text.text):
            bins += naming.traits(said, text.text)
            marked += [any(a < p.end and p.start < a + size for a, size in spans) for p in said]
    at = np.array(bins)
    starts = np.arange(0, at.size + 1, at.shape[1])
    x = sp.csr_matrix((np.ones(at.size, np.float32), at.ravel(), starts), shape=(len(at), 1 << naming.BITS))
    task = Task(x, np.array(marked, float)[:, None], np.ones(len(at)), None)
    weights, bias = descend(task, 0.02, is_choice=False)
    table, scale = eighth(weights)
    return {"names": table[0], "names_scale": np.float32(scale[0]), "names_bias": np.float32(bias[0])}


# ---- the file -------------------------------------------------------------------------------------


def eighth(weights: Any, most: int = 127) -> tuple[Any, Any]:
    """Weights as whole numbers from -most to most in one byte each, with a scale for every row; the few largest are
    cut.
    """
    scale = np.maximum(np.quantile(np.abs(weights), 0.9999, axis=1), 1e-9) / most
    return np.clip(np.round(weights / scale[:, None]), -most, most).astype(np.int8), scale


def weights_of(m: Material, found: dict[str, Fitted]) -> reader.Weights:
    parts = list(found.values())
    table, scale = eighth(np.vstack([f.weights[:, :BINS] for f in parts]), STEPS)
    said, said_scale = eighth(np.vstack([f.weights[:, BINS:] for f in parts[:2]]))
    both = kinds_heard(m, found["kind"], found["complaint"])

    def column(name: str) -> Any:
        return np.concatenate([getattr(f, name) for f in parts]).astype(np.float32)

    return reader.Weights(
        idf=m.idf,
        idf_scale=np.array(m.idf_scale, np.float32),
        table=np.ascontiguousarray(table.T),
        scale=scale.astype(np.float32),
        bias=column("bias"),
        before=np.ascontiguousarray(said.T),
        before_scale=said_scale.astype(np.float32),
        slope=column("slope"),
        shift=column("shift"),
        net_slope=np.concatenate([found[name].net_slope for name in reader.NETWORKED]).astype(np.float32),
        topic_later=topics_later(m, found["topic"]),
        kind_trust=np.array(both.trust, np.float32),
        kind_shift=np.array(both.shift, np.float32),
        kind_heard=np.array(both.sure, np.float32),
        score_heard=np.array(both.scored, np.float32),
        score_mix=np.array(both.score, np.float32),
        heard=outcomes_heard(m, found["follow_up"]),
        **names(m.texts),
    )


def write(weights: NamedTuple, path: Path) -> None:
    """An .npz whose bytes depend on the numbers alone: np.savez would put the time in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in weights._asdict().items():
            held = io.BytesIO()
            np.lib.format.write_array(held, np.asarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, held.getvalue(), compresslevel=9)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True, help="the folder of the permissive sets")
    asked.add_argument("--corpus", type=Path, default=data.CORPUS)
    asked.add_argument("--into", type=Path, default=reader.WEIGHTS)
    asked.add_argument("--jobs", type=int, default=1, help="heads fitted at a time; the weights are the same")
    args = asked.parse_args()
    training, test, fresh = data.split(data.corpus(args.corpus))
    kept = len(test) + len(fresh)
    print(f"{len(training)} texts of {len({t.shop for t in training})} shops; {kept} kept for testing")
    hashes = {name: data.digest(args.sets / f"{name}.csv") for name in data.PERMISSIVE}
    print(json.dumps({"corpus": data.corpus_digest(args.corpus), **hashes}, indent=1))
    m = material(training, args.sets)
    write(weights_of(m, heads(m, args.jobs)), args.into)
    if args.into == reader.WEIGHTS:
        card.write(card.CARD, args.sets, teacher.KEPT if teacher.KEPT.exists() else None)
    print(f"{args.into}: {args.into.stat().st_size} bytes, sha256 {data.digest(args.into)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
