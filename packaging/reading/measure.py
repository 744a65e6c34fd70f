"""Prints how well the shipped weights read: `python packaging/reading/measure.py [--sets FOLDER]`.

Everything of our own is measured on the shops of split.json, which the weights have never seen. With FOLDER, the sets
of others too, among them those that may only be measured with; the paper's protocol on the complaints (protocol.py: a
model of the same kind trained inside each of ten folds) takes five minutes more, and requirements-teacher.txt.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as desktop/triage does it

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import data
import numpy as np
import posts

from desktop.language.text import plain, stem, words
from desktop.triage import Judgement, judge, judge_many, reader

OUTCOMES = {"resolved": "resolved", "thanks": "thanks", "still_not_fixed": "still", "neutral": "neutral"}


class Row(NamedTuple):
    measure: str
    baseline: str
    goal: str
    ours: str
    fresh: str = ""  # on the fresh split


class Read(NamedTuple):
    """The texts of the test split, as they were judged."""

    texts: list[data.Text]
    judged: list[Judgement]

    def where(self, keep: Iterable[bool]) -> Read:
        kept = [
            pair for pair, one in zip(zip(self.texts, self.judged, strict=True), keep, strict=True) if one
        ]
        return Read([text for text, _ in kept], [judged for _, judged in kept])


def read_test(folder: Path = data.CORPUS) -> Read:
    return read(data.split(data.corpus(folder)).test)


def read_fresh(folder: Path = data.CORPUS) -> Read:
    return read(data.split(data.corpus(folder)).fresh)


def read(texts: list[data.Text]) -> Read:
    judged = judge_many(
        [t.text for t in texts], stars=[t.stars for t in texts], previous=[t.previous for t in texts]
    )
    return Read(texts, judged)


# ---- figures --------------------------------------------------------------------------------------


def macro_f1(truth: Sequence[str], said: Sequence[str]) -> float:
    pairs, found = list(zip(truth, said, strict=True)), []
    for label in sorted(set(truth)):
        hits = sum(a == b == label for a, b in pairs)
        named = sum(a == label for a, _ in pairs) + sum(b == label for _, b in pairs)
        found.append(2 * hits / named if named else 0.0)
    return sum(found) / len(found)


def auc(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """How often one that is scores higher than one that isn't; half where they are level."""
    order, good = np.array(scores), np.array(truth, bool)
    ranks = (
        np.searchsorted(np.sort(order), order, "left") + np.searchsorted(np.sort(order), order, "right") + 1
    )
    count = int(good.sum())
    return float((ranks[good].sum() / 2 - count * (count + 1) / 2) / (count * (len(good) - count)))


def calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """How far the chance that is said is from how often it is right, on average over ten bins."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for chance, right in pairs:
        held[min(int(chance * bins), bins - 1)].append((chance, right))
    return sum(abs(sum(c for c, _ in one) - sum(r for _, r in one)) for one in held) / len(pairs)


def recall_at(precision: float, scores: Sequence[float], truth: Sequence[bool]) -> float:
    order = np.argsort(-np.array(scores), kind="stable")
    right = np.cumsum(np.array(truth)[order])
    good = right / np.arange(1, len(order) + 1) >= precision
    return float(right[good].max() / right[-1]) if good.any() else 0.0


def kinds(read: Read) -> float:
    return macro_f1([t.kind for t in read.texts], [str(j.kind) for j in read.judged])


def kinds_of(read: Read, language: str) -> float:
    return kinds(read.where(t.language == language for t in read.texts))


def is_trouble(text: data.Text) -> bool:
    return text.kind in ("complaint", "abusive")


def complaint_recall(read: Read) -> float:
    return recall_at(0.8, [j.complaint_score for j in read.judged], [is_trouble(t) for t in read.texts])


def top_two(read: Read) -> float:
    """How often the most important topic is among the two likeliest."""
    hits = [text.topics[0] in ranked[:2] for text, ranked in zip(read.texts, _ranked(read), strict=True)]
    return sum(hits) / len(hits)


def one_of_two(read: Read) -> float:
    """How often one of its topics is among the two likeliest."""
    hits = [not {*text.topics}.isdisjoint(ranked[:2]) for text, ranked in zip(read.texts, _ranked(read), strict=True)]
    return sum(hits) / len(hits)


def _ranked(read: Read) -> list[list[str]]:
    """The topics of each text, the likeliest first."""
    found = [sorted(judged.topic_probabilities.items(), key=lambda item: -item[1]) for judged in read.judged]
    return [[str(topic) for topic, _ in ranked] for ranked in found]


class FollowUps(NamedTuple):
    f1: float
    resolved_right: float  # of those called resolved
    still_called_resolved: float  # of those that are still broken


def follow_ups(read: Read) -> FollowUps:
    later = read.where(bool(t.follow_up) for t in read.texts)
    truth = [t.follow_up for t in later.texts]
    return ended_well(truth, [OUTCOMES[str(j.follow_up.outcome)] for j in later.judged])


def ended_well(truth: Sequence[str], said: Sequence[str]) -> FollowUps:
    called = [a for a, b in zip(truth, said, strict=True) if b == "resolved"]
    still = [b for a, b in zip(truth, said, strict=True) if a == "still"]
    return FollowUps(
        macro_f1(truth, said),
        called.count("resolved") / max(1, len(called)),
        still.count("resolved") / max(1, len(still)),
    )


def details_found(read: Read, most: int = 5) -> float:
    """Of the details that a person named, those that one of the first five names: at least half of its words."""
    found = total = 0
    for text, judged in zip(*read, strict=True):
        shown = [_stems(detail.text) for detail in judged.details[:most]] if text.details else []
        for wanted in text.details:
            total += 1
            mine = _stems(wanted)
            found += any(2 * len(mine & one) >= len(mine) for one in shown) if mine else 0
    return found / total


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(piece.text) for piece in words(plain(text)))


def languages(read: Read) -> tuple[float, float]:
    """Right of all, and of those under 30 characters."""
    right = [(t.language == j.language, len(t.text) < 30) for t, j in zip(*read, strict=True)]
    short = [hit for hit, is_short in right if is_short]
    return sum(hit for hit, _ in right) / len(right), sum(short) / len(short)


def kind_calibration(read: Read) -> float:
    pairs = [(j.sureness, str(j.kind) == t.kind) for t, j in zip(*read, strict=True)]
    return calibration_error(pairs)


# ---- cost -----------------------------------------------------------------------------------------


def per_second(texts: Sequence[str]) -> float:
    judge_many(texts[:300])
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        judge_many(texts)
        best = min(best, time.process_time() - start)
    return len(texts) / best


def one_text(texts: Sequence[str]) -> float:
    """Milliseconds of the processor for one text alone, with its reasons: the middle one of many."""
    took = []
    for text in texts:
        start = time.process_time()
        assert judge(text).reasons is not None
        took.append(time.process_time() - start)
    return 1000 * sorted(took)[len(took) // 2]


_MEMORY = """
import resource, sys
sys.path.insert(0, {root!r})
import desktop.triage
assert "numpy" not in sys.modules
def now() -> int: return int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1])
before = now()
import desktop.triage.reader
desktop.triage.judge_many(["Still waiting for my order after two hours"] * 256)
print((now() - before) / 1024)
"""


def memory() -> float:
    """Megabytes that a process grows by with the first judging, numpy included."""
    asked = [sys.executable, "-c", _MEMORY.format(root=str(data.ROOT))]
    return float(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


# ---- others' sets ---------------------------------------------------------------------------------


def transfer(sets: Path, name: str, label: str) -> float:
    """The area under the curve of the shipped complaint score."""
    rows = data.rows(sets, name)
    judged = judge_many([row["text"] for row in rows])
    return auc([j.complaint_score for j in judged], [row["label"] == label for row in rows])


def of_posts(sets: Path) -> tuple[float, float, float]:
    """On the posts kept from training: area under the curve of the complaint score, kinds right, topics in two."""
    kept = posts.kept(sets)
    judged = judge_many([post.text for post in kept], stars=[post.stars for post in kept])
    hits = [str(j.kind) == post.kind for j, post in zip(judged, kept, strict=True)]
    about = [(j, post.topics[0]) for j, post in zip(judged, kept, strict=True) if post.topics[0] != "other"]
    return (
        auc([j.complaint_score for j in judged], [post.kind == "complaint" for post in kept]),
        sum(hits) / len(hits),
        _in_two(about),
    )


def _in_two(about: Sequence[tuple[Judgement, str]]) -> float:
    ranked = [sorted(j.topic_probabilities.items(), key=lambda item: -item[1])[:2] for j, _ in about]
    hits = [wanted in [str(topic) for topic, _ in two] for two, (_, wanted) in zip(ranked, about, strict=True)]
    return sum(hits) / len(hits)


def of_openings(sets: Path) -> tuple[float, float]:
    """Macro F1 of complaint, question, praise and the rest on triage_gold, and how often its topic is among two."""
    rows = data.rows(sets, "triage_gold")
    judged = judge_many([row["text"] for row in rows])
    said = [str(j.kind) if str(j.kind) in ("complaint", "question", "praise") else "other" for j in judged]
    topics = [(j, row["topic"]) for j, row in zip(judged, rows, strict=True)]
    return macro_f1([row["label"] for row in rows], said), _in_two(topics)


def of_answers(sets: Path) -> FollowUps:
    """On resolution_gold, whose `unresolved` is our still not fixed."""
    rows = data.rows(sets, "resolution_gold")
    judged = judge_many(
        [row["text"] for row in rows], previous=[row["previous_brand_message"] or None for row in rows]
    )
    truth = [{"unresolved": "still"}.get(row["label"], row["label"]) for row in rows]
    return ended_well(truth, [OUTCOMES[str(j.follow_up.outcome)] for j in judged])


def papers_protocol(sets: Path) -> float:
    """Macro F1 of ten folds over all complaints; what is learned, is learned inside each fold."""
    import protocol

    return protocol.macro_f1(sets)


# ---- the table ------------------------------------------------------------------------------------


def table(test: Read, fresh: Read, sets: Path | None) -> Iterator[Row]:
    if sets is not None:
        yield from _sets(sets)
    for (measure, baseline, goal, ours), (_, _, _, later) in zip(_reading(test), _reading(fresh), strict=True):
        yield Row(measure, baseline, goal, ours, later)
    texts = [t.text for t in test.texts]
    yield Row("weights, MB", "0.7", "5", f"{(reader.WEIGHTS.stat().st_size + reader.NETWORK.stat().st_size) / 1e6:.2f}")
    yield Row("texts per second, all heads", "7000", "5000", f"{per_second(texts):.0f}")
    yield Row("one text with its reasons, ms", "0.6", "2", f"{one_text(texts[:200]):.2f}")
    yield Row("memory, MB", "30", "40", f"{memory():.0f}")


def _reading(read: Read) -> Iterator[tuple[str, str, str, str]]:
    """How well it reads the texts of one split: measure, baseline, goal, ours."""
    ended, (every, short) = follow_ups(read), languages(read)
    others = [f"{lang} {100 * kinds_of(read, lang):.1f}" for lang in ("de", "es", "fr", "it", "pt")]
    yield "kinds, macro F1, English", "74-79 (4 classes)", "85", f"{100 * kinds_of(read, 'en'):.1f}"
    yield "kinds, macro F1, others", "", "80", " ".join(others)
    yield "complaint recall at precision .80", "", "0.95", f"{complaint_recall(read):.3f}"
    yield "topics, top-2 hit", "83", "90", f"{100 * top_two(read):.1f}"
    yield "... any of its topics in the top 2", "", "", f"{100 * one_of_two(read):.1f}"
    yield "follow-ups, macro F1", "65-79", "75", f"{100 * ended.f1:.1f}"
    yield "... precision of resolved", "75", "90", f"{100 * ended.resolved_right:.1f}"
    yield "... still called resolved", "2.4", "1", f"{100 * ended.still_called_resolved:.1f}"
    yield "details, recall@5", "79", "88", f"{100 * details_found(read):.1f}"
    yield "language, all / under 30", "97.4 / 90.3", "98 / 92", f"{100 * every:.1f} / {100 * short:.1f}"
    yield "calibration error of kinds", "4-9", "3", f"{100 * kind_calibration(read):.1f}"


def _sets(sets: Path) -> Iterator[Row]:
    try:
        ours = f"{100 * papers_protocol(sets):.1f}"
    except ImportError as missing:
        ours = f"not measured: {missing}"
    yield Row("complaints, paper's protocol, macro F1", "82.5", "84", ours)
    yield Row(
        "complaints, shipped weights, AUC", ".83", ".88", f"{transfer(sets, 'complaints', 'complaint'):.3f}"
    )
    yield Row(
        "airline, shipped weights, AUC", "", ".90", f"{transfer(sets, 'airline_sentiment', 'negative'):.3f}"
    )
    alone, kinds_right, of_two = of_posts(sets)
    yield Row("posts kept apart (labels ours), AUC / kinds right", "", "", f"{alone:.3f} / {100 * kinds_right:.1f}")
    yield Row("... first topic of what is about a firm, top-2", "", "", f"{100 * of_two:.1f}")
    ended = of_answers(sets)
    yield Row("resolution_gold, macro F1", "65-79", "75", f"{100 * ended.f1:.1f}")
    yield Row("... precision of resolved", "75", "90", f"{100 * ended.resolved_right:.1f}")
    yield Row("... still called resolved", "2.4", "1", f"{100 * ended.still_called_resolved:.1f}")
    four, topics = of_openings(sets)
    yield Row("triage_gold, four kinds, macro F1", "74-79", "", f"{100 * four:.1f}")
    yield Row("... topics, top-2 hit", "83", "90", f"{100 * topics:.1f}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, help="the folder of others' sets")
    args = asked.parse_args()
    test, fresh = read_test(), read_fresh()
    for name, read in (("test", test), ("fresh", fresh)):
        shops = len({t.shop for t in read.texts})
        print(f"{name}: {len(read.texts)} texts of {shops} shops that the weights have not seen")
    print(f"{'measure':40}{'baseline':20}{'goal':10}{'test':44}fresh")
    for row in table(test, fresh, args.sets):
        print(f"{row.measure:40}{row.baseline:20}{row.goal:10}{row.ours:44}{row.fresh}", flush=True)
    print(f"most memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
