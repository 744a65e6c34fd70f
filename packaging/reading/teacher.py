"""What a bigger model says of many English texts, for train.py to learn from.

`python packaging/reading/teacher.py --sets FOLDER`

Needs packaging/reading/requirements-teacher.txt. The teacher is all-MiniLM-L6-v2 (Apache-2.0, from its wheel), tuned on
the English texts of the training split but for one sixth of its shops, which are left for calibration. It reads the
permissive sets, the sentences of our texts one by one, and our texts with some words put in place of near ones.
packaging/reading/teacher.npz keeps its answers beside a mark of each text, and no text.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import argparse
import hashlib
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import data
import numpy as np

from desktop.language.text import common_words, plain, sentences
from desktop.records import Kind
from desktop.triage.judgement import Topic

KEPT = data.HERE / "teacher.npz"
KINDS, TOPICS = [str(kind) for kind in Kind], [str(topic) for topic in Topic]
SEED = 6
EPOCHS, RATE, BATCH, LONGEST, FROZEN = 3, 1e-4, 16, 64, 2
STEP = 16.0  # logits are kept in steps of 1/16


def mark(text: str) -> int:
    """What stands for a text in the file."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:8], "little")


def said(text: str, stars: int | None = None) -> str:
    return f"{stars} stars. {text}" if stars else text


def taught(texts: list[data.Text]) -> list[data.Text]:
    """The texts that the teacher is tuned on."""
    english = [text for text in texts if text.language == "en"]
    return [text for text, fold in zip(english, data.checks(english), strict=True) if fold != data.CHECK]


# ---- texts to ask about ---------------------------------------------------------------------------


def pool(texts: list[data.Text], sets: Path, near: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """Texts without labels: of others' sets, and made of ours."""
    rng = np.random.default_rng(SEED)
    found = [text for name, count in SHARES.items() for text in _some(texts_of(sets, name), count, rng)]
    return list(dict.fromkeys(found)), made(texts, near, rng)


def made(texts: list[data.Text], near: dict[str, list[str]], rng: np.random.Generator) -> list[str]:
    """Texts made of our English ones."""
    english = [one.text for one in texts if one.language == "en"]
    parts = [piece.text for text in english if len(pieces := sentences(text)) > 1 for piece in pieces]
    changed = [_changed(text, near, rng) for text in english]
    return list(dict.fromkeys(text for text in _some(parts, SENTENCES, rng) + changed if text.strip()))


SENTENCES = 7000
SHARES = {
    "pool_ibm_care": 2500,
    "goemotions": 3500,
    "sentiment_multilingual": 1500,
    "intents_banking77": 800,
    "intents_bitext": 200,
    "topics_mams": 800,
    "promo_sms": 400,
}


def texts_of(sets: Path, name: str) -> list[str]:
    rows = data.rows(sets, name)
    if name == "pool_ibm_care":
        rows = [row for row in rows if row["role"] == "client"]
    if name == "sentiment_multilingual":
        rows = [row for row in rows if row["language"] == "english"]
    return [row.get("text") or row["text_norm"] for row in rows]


def _some(texts: list[str], count: int, rng: np.random.Generator) -> list[str]:
    return [texts[i] for i in sorted(rng.permutation(len(texts))[:count])]


def _changed(text: str, near: dict[str, list[str]], rng: np.random.Generator) -> str:
    """Some words in place of near ones, and here and there one left out."""

    def other(found: re.Match[str]) -> str:
        word, chance = found.group(), rng.random()
        if chance < 0.04:
            return ""
        choices = near.get(plain(word))
        return choices[rng.integers(len(choices))] if choices and chance < 0.4 else word

    return re.sub(r"[^\W\d_]{3,}", other, text)


def neighbours(words: Sequence[str], vocabulary: dict[str, int], table: Any) -> dict[str, list[str]]:
    """The nearest words of each, by the teacher's own table of words."""
    known = [word for word in words if word in vocabulary and word not in common_words()]
    whole = [word for word in vocabulary if re.fullmatch(r"[a-z]{3,}", word) and word not in common_words()]
    unit = table / np.linalg.norm(table, axis=1, keepdims=True)
    alike = unit[[vocabulary[word] for word in known]] @ unit[[vocabulary[word] for word in whole]].T
    found = {}
    for row, word in enumerate(known):
        best = np.argsort(-alike[row], kind="stable")[1:7]
        found[word] = [whole[i] for i in best if alike[row, i] > 0.4]
    return {word: others for word, others in found.items() if others}


# ---- the teacher ----------------------------------------------------------------------------------


def unpacked(folder: Path) -> Path:
    with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as archive:
        archive.extractall(folder)
    return folder


def build(folder: Path) -> tuple[Any, Any]:
    """(tokenizer, network with a head for kinds and topics)."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    torch.manual_seed(SEED)
    torch.set_num_threads(1)

    class Teacher(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = AutoModel.from_pretrained(folder)
            self.drop = torch.nn.Dropout(0.1)
            self.head = torch.nn.Linear(self.body.config.hidden_size, len(KINDS) + len(TOPICS))
            for part in (self.body.embeddings, *self.body.encoder.layer[:FROZEN]):
                part.requires_grad_(False)

        def forward(self, coded: Any) -> Any:
            states = self.body(**coded).last_hidden_state
            there = coded["attention_mask"][..., None].float()
            return self.head(self.drop((states * there).sum(1) / there.sum(1)))

    return AutoTokenizer.from_pretrained(folder), Teacher()


def batches(texts: Sequence[str], size: int, rng: np.random.Generator | None) -> Iterator[Any]:
    """Places of texts of like length; shuffled where there is an `rng`."""
    order = np.arange(len(texts)) if rng is None else rng.permutation(len(texts))
    lengths, found = np.array([len(text) for text in texts]), []
    for start in range(0, len(order), size * 20):
        part = order[start : start + size * 20]
        part = part[np.argsort(lengths[part], kind="stable")]
        found += [part[i : i + size] for i in range(0, len(part), size)]
    for i in range(len(found)) if rng is None else rng.permutation(len(found)):
        yield found[i]


def coded(tokenizer: Any, texts: Sequence[str]) -> Any:
    return tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")


def tune(tokenizer: Any, network: Any, texts: list[data.Text]) -> None:
    import torch

    asked = [said(text.text, text.stars) for text in texts]
    kinds = torch.tensor([KINDS.index(text.kind) for text in texts])
    topics = torch.tensor([[float(topic in text.topics) for topic in TOPICS] for text in texts])
    rng, steps, step = np.random.default_rng(SEED), EPOCHS * -(-len(texts) // BATCH), 0
    groups = [{"params": network.body.parameters()}, {"params": network.head.parameters()}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    network.train()
    for epoch in range(EPOCHS):
        losses = []
        for at in batches(asked, BATCH, rng):
            done = step / steps
            for group, rate in zip(optimizer.param_groups, (RATE, 10 * RATE), strict=True):
                group["lr"] = rate * min(1, done / 0.06) * (1 - done)
            scores = network(coded(tokenizer, [asked[i] for i in at]))
            loss = torch.nn.functional.cross_entropy(scores[:, : len(KINDS)], kinds[at])
            about = torch.nn.functional.binary_cross_entropy_with_logits
            loss = loss + 3 * about(scores[:, len(KINDS) :], topics[at])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(f"epoch {epoch}: {np.mean(losses):.3f}", flush=True)


def answers(tokenizer: Any, network: Any, texts: Sequence[str]) -> Any:
    import torch

    network.eval()
    found = np.zeros((len(texts), len(KINDS) + len(TOPICS)), np.float32)
    with torch.no_grad():
        for at in batches(texts, 64, None):
            found[at] = network(coded(tokenizer, [texts[i] for i in at])).numpy()
    return found


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True, help="the folder of the permissive sets")
    asked.add_argument("--into", type=Path, default=KEPT)
    args = asked.parse_args()
    training, _ = data.split(data.corpus())
    texts = taught(training)
    with TemporaryDirectory() as folder:
        tokenizer, network = build(unpacked(Path(folder)))
    table = network.body.embeddings.word_embeddings.weight.detach().numpy()
    words = sorted({word for text in texts for word in re.findall(r"[a-z]{3,}", plain(text.text))})
    near = neighbours(words, tokenizer.get_vocab(), table)
    theirs, ours = pool(training, args.sets, near)
    print(f"{len(texts)} texts to learn, {len(theirs)} and {len(ours)} to ask about", flush=True)
    tune(tokenizer, network, texts)
    english = [text for text in training if text.language == "en"]
    check = [text for text in english if text not in set(texts)]
    of_held = answers(tokenizer, network, [said(text.text, text.stars) for text in check])
    right = np.mean(
        [KINDS[i] == t.kind for i, t in zip(of_held[:, : len(KINDS)].argmax(1), check, strict=True)]
    )
    print(f"kinds right of {len(check)} texts of unseen shops: {100 * right:.1f} %", flush=True)
    write(args.into, theirs, ours, answers(tokenizer, network, theirs + ours))
    return 0


def write(path: Path, theirs: list[str], ours: list[str], logits: Any) -> None:
    """Others' texts by their marks alone; what was made of ours as it is, a line each."""
    held = np.clip(np.round(logits * STEP), -127, 127).astype(np.int8)
    lines = "\n".join(text.replace("\n", " ") for text in ours).encode("utf-8")
    marks = np.array([mark(text) for text in theirs], np.uint64)
    np.savez_compressed(path, marks=marks, lines=np.frombuffer(lines, np.uint8), logits=held)


if __name__ == "__main__":
    sys.exit(main())
