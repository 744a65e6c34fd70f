"""The texts reading is trained and measured with: our own corpus, split by shop and trade, and the sets of others.

The sets are not part of the project; train.py and measure.py are told the folder where they lie.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CORPUS = HERE / "corpus"
sys.path.insert(0, str(ROOT))

# Sets whose licences allow what is shipped to be made from them. Nothing else may be opened by train.py.
PERMISSIVE = (
    "goemotions",
    "intents_banking77",
    "intents_bitext",
    "topics_mams",
    "pool_ibm_care",
    "promo_sms",
    "sentiment_multilingual",
)
LANGUAGES = {
    "english": "en",
    "german": "de",
    "spanish": "es",
    "french": "fr",
    "italian": "it",
    "portuguese": "pt",
}


class Text(NamedTuple):
    """One text of the corpus with its labels; `shop` is "en/cafe-enzo"."""

    text: str
    shop: str
    kind: str
    stars: int | None
    topics: tuple[str, ...]
    anger: int
    details: tuple[str, ...]
    follow_up: str
    previous: str | None

    @property
    def language(self) -> str:
        return self.shop.split("/")[0]

    @property
    def trade(self) -> str:
        return self.shop.split("/")[1].split("-")[0]


def corpus(folder: Path = CORPUS) -> list[Text]:
    """All texts, in the order of the files' names."""
    return [text for path in sorted(folder.rglob("*.tsv")) for text in _shop(path)]


def _shop(path: Path) -> Iterator[Text]:
    lines = path.read_text("utf-8").removesuffix("\n").split("\n")
    for line in lines[1:]:
        row = dict(zip(lines[0].split("\t"), line.split("\t"), strict=True))
        yield Text(
            row["text"].replace("\\n", "\n"),
            f"{path.parent.name}/{path.stem}",
            row["kind"],
            int(row["stars"]) if row["stars"] else None,
            tuple(row["topics"].split(",")),
            int(row["anger"]),
            tuple(row["details"].split(" ; ")) if row["details"] else (),
            row["followup"],
            row["previous"].replace("\\n", "\n") or None,
        )


@cache
def held_trades(name: str) -> frozenset[str]:
    """The trades of a split for measuring: "test" or "fresh"."""
    held = json.loads((HERE / "split.json").read_text("utf-8"))[name]
    return frozenset(trade for trades in held.values() for trade in trades)


class Split(NamedTuple):
    """The texts by what they are for; split.json says why."""

    training: list[Text]
    test: list[Text]
    fresh: list[Text]


def split(texts: list[Text]) -> Split:
    test, fresh = held_trades("test"), held_trades("fresh")
    return Split(
        [text for text in texts if text.trade not in test | fresh],
        [text for text in texts if text.trade in test],
        [text for text in texts if text.trade in fresh],
    )


CHECK, CHECK_SHARE = 0, 6  # the fold whose shops are kept for calibration, and which part of all texts it is


def is_left_out(shop: str) -> bool:
    """Whether the teacher is not to learn from a shop: one in six, the same on every machine."""
    return _place(shop)[0] % CHECK_SHARE == 0


def checks(texts: list[Text], seen: frozenset[str] = frozenset()) -> list[int]:
    """The fold of each text: CHECK for a sixth of them, of shops that the teacher has not `seen`; 1 for the others."""
    counts = Counter(text.shop for text in texts if text.shop not in seen)
    kept: set[str] = set()
    for shop in sorted(counts, key=_place):
        if CHECK_SHARE * sum(counts[each] for each in kept) >= len(texts):
            break
        kept.add(shop)
    return [CHECK if text.shop in kept else 1 for text in texts]


@cache
def _place(shop: str) -> bytes:
    return hashlib.sha256(shop.encode()).digest()


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def corpus_digest(folder: Path = CORPUS) -> str:
    """One mark for all files of the corpus."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*.tsv")):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
