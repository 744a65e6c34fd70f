"""The small network of the reader: `python packaging/reading/network.py --sets FOLDER`. train.py weighs it beside the
linear heads.

Needs packaging/reading/requirements-teacher.txt, and teacher.npz and variants.npz made from the same corpus. It learns
from the texts that the teacher learned from, from customers.tsv and from the teacher's answers; its vectors begin as
what the Universal Sentence Encoder makes of single words. Two like it learn first, and the one that is kept learns
from what they answer together, too. The shops kept for calibration have no part in it. The same files give the same
network, byte for byte, on one machine with these versions.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import data
import lexicon
import manners
import numpy as np
import posts
import teacher
import train
import transformer

from desktop.language.text import visible
from desktop.triage import features, network, reader

SEED = 12
FELLOWS = (31, 32)  # seeds of those that learn first
AGREED = 0.5  # how much their answers together count, of all that is known of a text
# vectors in all; how often a word, or a row of marks, stands in our texts at least
WORDS, TWICE, OFTEN = 31_000, 2, 4
COLUMNS, WIDTH, HIDDEN = 64, 160, 256
STEPS = 63  # of a number of a vector, either way
POSTED, CHATTED = 1.5, 0.8  # how much a post counts that is about a firm, and one that is about none
CHANGED = 0.7  # and one of customers.tsv with some words put in place of near ones
SAYING = 2.0  # how much a phrase that everybody says counts, times its own weight
EPOCHS, RATE, VECTOR_RATE, BATCH = 5, 2e-3, 1e-3, 64
DROPPED, UNSEEN, SMOOTHED = 0.1, 0.05, 0.05
LATER = 0.8  # the chance of a second or third topic
TOPIC_SHARE, TROUBLE_SHARE, OUTCOME_SHARE = 6.0, 0.5, 1.5  # what other things count beside the kind
KINDS, TOPICS, OUTCOMES = len(teacher.KINDS), len(teacher.TOPICS), len(train.OUTCOMES)
TROUBLE = KINDS + TOPICS  # its place among the scores
SCORES = TROUBLE + 1 + OUTCOMES

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Known(NamedTuple):
    codes: Any  # uint32, ascending
    vectors: Any  # a row for each code


# ---- words ----------------------------------------------------------------------------------------


def vocabulary(told: Sequence[str], written: Sequence[str]) -> tuple[list[str], list[int]]:
    """Words that stand in our texts and frequent ones of the teacher's own, as they are written; and codes of marks.

    The texts as the features are `told` of them, and as they were `written`.
    """
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for text in written:
        for word in _WORD.findall(visible(text).lower().replace("’", "'")):
            ways[features.folded(word)][word] += 1
    often = sorted((word for word in ways if ways[word].total() >= TWICE), key=lambda word: -ways[word].total())
    found = {word: ways[word].most_common(1)[0][0] for word in often[:WORDS]}
    seen = Counter(code for at in range(0, len(told), 1000) for code in _codes(told[at : at + 1000]).tolist())
    worded = set(_codes_of(list(found)).tolist())
    marks = [code for code, count in seen.most_common() if code not in worded and count >= OFTEN]
    for word in transformer.held().words():
        if len(found) + len(marks) >= WORDS:
            break
        found.setdefault(features.folded(word), word)
    return list(found.values()), marks


def _codes(told: Sequence[str]) -> Any:
    return features.read(told).words.codes


def told(text: data.Text | posts.Post) -> str:
    is_later = isinstance(text, data.Text) and text.previous is not None
    return features.told(text.text, text.stars, is_later=is_later)


def _codes_of(words: Sequence[str]) -> Any:
    """The first code of each."""
    found = features.read([features.folded(word) for word in words]).words
    return found.codes[found.starts[:-1]]


def known(texts: Sequence[data.Text], more: Sequence[posts.Post] = ()) -> Known:
    written = [one.text for one in (*texts, *more)]
    words, marks = vocabulary([*map(told, texts), *map(told, more)], written)
    body = teacher.encode(words)
    body -= body.mean(0)
    main = np.linalg.svd(body, full_matrices=False)[2][:COLUMNS]
    vectors = body @ main.T
    rng = np.random.default_rng(SEED)
    whole = np.vstack([vectors / vectors.std(), 0.5 * rng.normal(size=(len(marks), COLUMNS))])
    codes, first = np.unique(
        np.concatenate([_codes_of(words), np.array(marks, np.uint32)]), return_index=True
    )
    return Known(codes, whole[first].astype(np.float32))


# ---- learning -------------------------------------------------------------------------------------


class Lessons(NamedTuple):
    """Texts to learn from; of some only a part is known, and the rest counts nothing."""

    words: list[Any]  # rows of vectors, an array for each text
    kinds: Any  # shares, times how much the text counts
    topics: Any  # chances
    about: Any  # how much the topics count
    trouble: Any  # chances that it is a complaint or abuse, or of a bad mood
    outcomes: Any  # shares, of what follows on an answer


def lessons(texts: Sequence[data.Text], sets: Path, of: network.Network, near: teacher.Near) -> Lessons:
    """Our texts and posts, the teacher's answers, phrases that everybody says, what it can't read, and moods."""
    changed = varied(posts.learned(sets), near)
    read = [*posts.learned(sets), *manners.mannered(texts), *changed]
    more, logits = train.lessons(data.split(data.corpus()).training, sets)
    variants, said_of_them = teacher.more()
    more, logits = [*more, *variants], np.vstack([logits, said_of_them])
    said, moods, foreign = lexicon.kinds(), train.moods(sets), unread(sets)
    ours = [*texts, *read]
    labelled = _one_hot([text.kind for text in ours]) * (1 - SMOOTHED) + SMOOTHED / KINDS
    labelled[len(texts) :] *= [[POSTED if post.is_about_a_firm else CHATTED] for post in read]
    labelled[len(ours) - len(changed) :] *= CHANGED
    shares = train.softmax(logits[:, :KINDS])
    sayings = _one_hot([one.label for one in said]) * np.array([[SAYING * one.weight] for one in said])
    topics = [[_said(topic, text.topics) for topic in teacher.TOPICS] for text in ours]
    answered = train.chances(logits[:, KINDS : KINDS + TOPICS], is_choice=False)
    unsure = np.tile(_one_hot(["other"]) / 2 + 0.5 / KINDS, (len(foreign), 1))
    answers = posts.answers()
    rest = len(said) + len(foreign) + len(moods) + len(answers)
    trouble = [
        [float(text.kind in train.TROUBLE) for text in ours],
        shares[:, [teacher.KINDS.index(kind) for kind in train.TROUBLE]].sum(1),
        [float(one.label in train.TROUBLE) for one in said],
        [0.5] * len(foreign),
        [float(is_bad) for _, is_bad in moods],
        [float(one.outcome == "still") for one in answers],
    ]
    is_broken = np.array([[one.outcome == "still"] for one in answers])  # of the others the kind isn't known
    later = [*(text.follow_up for text in texts), *[""] * (len(read) + len(more) + rest - len(answers))]
    known = [told(text) for text in ours]
    bare = [*more, *(one.text for one in said), *foreign, *(text for text, _ in moods)]
    answering = [features.told(one.text, is_later=True) for one in answers]
    return Lessons(
        rows([*known, *(features.told(text) for text in bare), *answering], of),
        np.vstack(
            [labelled, shares, sayings, unsure, np.zeros((len(moods), KINDS)), is_broken * _one_hot(["complaint"])]
        ),
        np.vstack([topics, answered, np.zeros((rest, TOPICS))]),
        np.concatenate([np.ones(len(ours) + len(more)), np.zeros(rest)]),
        np.concatenate(trouble),
        _outcomes([*later, *(one.outcome for one in answers)]),
    )


def _outcomes(said: Sequence[str]) -> Any:
    """A row for each; nothing where it follows on no answer."""
    return np.array([[float(outcome == one) for outcome in train.OUTCOMES] for one in said]) * (
        1 - SMOOTHED
    ) + SMOOTHED / OUTCOMES * np.array([[bool(one)] for one in said])


def varied(read: Sequence[posts.Post], near: teacher.Near) -> list[posts.Post]:
    """Those of customers.tsv, which the teacher wasn't asked about, with other words, as teacher.py changes others."""
    rng, found = np.random.default_rng(SEED), []
    known = posts.of_customers()
    for post in read:
        if post.text in known:
            words = set(_WORD.findall(post.text.lower()))
            own = max(near.values(), key=lambda some: sum(word in some for word in words))
            found.append(post._replace(text=teacher.reworded(post.text, own, rng)))
    return [post for post in found if post.text.strip()]


def _said(topic: str, topics: Sequence[str]) -> float:
    """How much a text is to be about a topic: of several the first is what the shop has to see to."""
    return 0.0 if topic not in topics else 1.0 if topic == topics[0] else LATER


def unread(sets: Path) -> list[str]:
    """Texts in languages beyond ours: what it says of them is to be open."""
    rows = data.rows(sets, "sentiment_multilingual")
    return [row["text"] for row in rows if row["language"] not in data.LANGUAGES][::2]


def _one_hot(kinds: Sequence[str]) -> Any:
    return np.eye(KINDS)[[teacher.KINDS.index(kind) for kind in kinds]]


def rows(texts: Sequence[str], of: network.Network) -> list[Any]:
    found: list[Any] = []
    for at in range(0, len(texts), 1000):
        codes, starts = network.cut(features.read(texts[at : at + 1000]).words)
        found += np.split(of.rows(codes), starts[1:-1])
    return found


def build(vectors: Any) -> Any:
    """The network of desktop/triage/network.py, as it is learned."""
    import torch
    from torch import nn

    class Small(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            unknown = np.zeros((1, COLUMNS), np.float32)
            self.vectors = nn.Embedding.from_pretrained(
                torch.tensor(np.vstack([vectors, unknown])), freeze=False
            )
            self.first, self.second = nn.Linear(3 * COLUMNS, WIDTH), nn.Linear(3 * WIDTH, WIDTH)
            self.out = nn.Linear(2 * WIDTH, SCORES)
            self.both, self.both_out = nn.Linear(2 * WIDTH, HIDDEN), nn.Linear(HIDDEN, SCORES, bias=False)
            self.drop = nn.Dropout(DROPPED)

        def forward(self, at: Any) -> Any:
            there = (at >= 0).float()[..., None]
            seen = self.vectors(at.clamp_min(0)) * there
            if self.training:
                seen = seen * (torch.rand(at.shape) > UNSEEN).float()[..., None]
            first = torch.relu(self.first(_windows(seen))) * there
            whole = (torch.relu(self.second(_windows(self.drop(first)))) + first) * there
            summed = whole.sum(1) / there.sum(1).sqrt()
            pooled = self.drop(torch.cat([whole.max(1).values, summed], -1))
            return self.out(pooled) + self.both_out(self.drop(torch.relu(self.both(pooled))))

    return Small()


def _windows(x: Any) -> Any:
    import torch

    wide = torch.nn.functional.pad(x, (0, 0, 1, 1))
    return torch.cat([wide[:, :-2], wide[:, 1:-1], wide[:, 2:]], -1)


def learned(vectors: Any, given: Lessons, seed: int, epochs: int = EPOCHS) -> Any:
    """The network that these lessons make of the vectors, with this seed."""
    import torch

    torch.manual_seed(seed)
    torch.set_num_threads(1)
    small = build(vectors)
    learn(small, given, seed, epochs)
    return small.eval()


_OF: list[tuple[Any, Lessons]] = []  # what a process learns from: handed on by forking


def _answers(seed: int) -> Any:
    """The scores of one that learned with this seed, of the texts that it learned from."""
    import torch

    vectors, given = _OF[0]
    small = learned(vectors, given, seed)
    found = np.empty((len(given.words), SCORES), np.float32)
    order = np.argsort([len(one) for one in given.words], kind="stable")
    with torch.no_grad():
        for at in range(0, len(order), 256):
            some = order[at : at + 256]
            found[some] = small(_padded([given.words[i] for i in some])).numpy()
    return found


def agreed(vectors: Any, given: Lessons, jobs: int) -> Lessons:
    """The lessons, in part what the fellows answer to them together: what one got by chance the others don't say."""
    _OF.append((vectors, given))
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as hands:
        scores = sum(hands.map(_answers, FELLOWS)) / len(FELLOWS)
    kinds = train.softmax(scores[:, :KINDS]) * given.kinds.sum(1, keepdims=True)
    rest = train.chances(scores[:, KINDS : TROUBLE + 1], is_choice=False)
    outcomes = train.softmax(scores[:, TROUBLE + 1 :]) * given.outcomes.sum(1, keepdims=True)
    return given._replace(
        kinds=(1 - AGREED) * given.kinds + AGREED * kinds,
        topics=(1 - AGREED) * given.topics + AGREED * rest[:, :-1],
        trouble=(1 - AGREED) * given.trouble + AGREED * rest[:, -1],
        outcomes=(1 - AGREED) * given.outcomes + AGREED * outcomes,
    )


def learn(small: Any, given: Lessons, seed: int, epochs: int) -> None:
    import torch

    rng = np.random.default_rng(seed)
    steps, step = epochs * -(-len(given.words) // BATCH), 0
    rest = [part for name, part in small.named_parameters() if not name.startswith("vectors")]
    optimizer = torch.optim.Adam([{"params": rest}, {"params": small.vectors.parameters()}], lr=RATE)
    known = [torch.tensor(part, dtype=torch.float32) for part in given[1:]]
    is_short = transformer.has_short()
    small.train()
    for epoch in range(epochs):
        losses = []
        for at in _batches([len(one) for one in given.words], rng):
            for group, rate in zip(optimizer.param_groups, (RATE, VECTOR_RATE), strict=True):
                group["lr"] = rate * min(1, 20 * step / steps) * (1 - step / steps)
            with torch.autocast("cpu", torch.bfloat16, enabled=is_short):
                scores = small(_padded([given.words[i] for i in at]))
            loss = _wrong(scores.float(), *(part[at] for part in known))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(f"{seed}, epoch {epoch}: {np.mean(losses):.3f}", flush=True)


def _wrong(scores: Any, kinds: Any, topics: Any, about: Any, trouble: Any, outcomes: Any) -> Any:
    from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax

    loss = -(kinds * log_softmax(scores[:, :KINDS], 1)).sum(1)
    named = binary_cross_entropy_with_logits(scores[:, KINDS:TROUBLE], topics, reduction="none").mean(1)
    upset = binary_cross_entropy_with_logits(scores[:, TROUBLE], trouble, reduction="none")
    ended = -(outcomes * log_softmax(scores[:, TROUBLE + 1 :], 1)).sum(1)
    return (loss + TOPIC_SHARE * about * named + TROUBLE_SHARE * upset + OUTCOME_SHARE * ended).mean()


def _batches(lengths: Sequence[int], rng: np.random.Generator) -> Iterator[Any]:
    """Places of texts of like length, in any order."""
    order, found = rng.permutation(len(lengths)), []
    for start in range(0, len(order), BATCH * 20):
        part = sorted(order[start : start + BATCH * 20], key=lambda i: (lengths[i], i))
        found += [np.array(part[i : i + BATCH]) for i in range(0, len(part), BATCH)]
    for i in rng.permutation(len(found)):
        yield found[i]


def _padded(words: Sequence[Any]) -> Any:
    import torch

    found = np.full((len(words), max(map(len, words))), -1, np.int64)
    for row, one in enumerate(words):
        found[row, : len(one)] = one
    return torch.from_numpy(found)


# ---- the file -------------------------------------------------------------------------------------


def weights_of(small: Any, codes: Any) -> network.Weights:
    held = {name: part.detach().numpy() for name, part in small.named_parameters()}
    vectors, scale = train.eighth(held["vectors.weight"].T, STEPS)

    def half(name: str) -> Any:
        return np.ascontiguousarray(held[f"{name}.weight"].T).astype(np.float16)

    return network.Weights(
        codes,
        np.ascontiguousarray(vectors.T),
        scale.astype(np.float32),
        half("first"),
        held["first.bias"],
        half("second"),
        held["second.bias"],
        half("out"),
        held["out.bias"],
        half("both"),
        held["both.bias"],
        half("both_out"),
    )


def blank(words: Known) -> network.Network:
    """Knows the words and nothing of them."""
    return network.Network(weights_of(build(words.vectors), words.codes))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True, help="the folder of the permissive sets")
    asked.add_argument("--into", type=Path, default=reader.NETWORK)
    asked.add_argument("--jobs", type=int, default=1, help="how many learn at a time; the network is the same")
    args = asked.parse_args()
    training = data.split(data.corpus()).training
    texts = teacher.taught(training)
    words = known(texts, posts.learned(args.sets))
    given = lessons(texts, args.sets, blank(words), teacher.neighbours(texts, teacher.encode))
    print(f"{len(words.codes)} words, {len(given.words)} texts", flush=True)
    small = learned(words.vectors, agreed(words.vectors, given, args.jobs), SEED)
    train.write(weights_of(small, words.codes), args.into)
    print(unseen(args.into, training))
    print(f"{args.into}: {args.into.stat().st_size} bytes, sha256 {data.digest(args.into)}")
    return 0


def unseen(path: Path, training: Sequence[data.Text]) -> str:
    """How the kept network does on the shops left for calibration."""
    with np.load(path, allow_pickle=False) as held:
        small = network.Network(network.Weights(**{name: held[name] for name in network.Weights._fields}))
    check = [text for text in training if data.is_left_out(text.shop)]
    scores = small.scores(features.read([told(text) for text in check]).words)
    truth = np.array([teacher.KINDS.index(text.kind) for text in check])
    two = np.argsort(-scores[:, KINDS:TROUBLE], 1)[:, :2]
    right = train.macro_f1(truth, scores[:, :KINDS].argmax(1))
    hits = [teacher.TOPICS.index(text.topics[0]) in pair for text, pair in zip(check, two, strict=True)]
    return (
        f"{len(check)} texts of unseen shops: kinds, macro F1 {100 * right:.1f},"
        f" first topic among two {100 * np.mean(hits):.1f} %"
    )


if __name__ == "__main__":
    sys.exit(main())
