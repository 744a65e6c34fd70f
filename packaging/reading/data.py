"""The texts reading is trained and measured with: our own corpus, split by shop and trade, and the sets of others.

The sets are not part of the project; train.py and measure.py are told the folder where they lie.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
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
def test_trades() -> frozenset[str]:
    held = json.loads((HERE / "split.json").read_text("utf-8"))["test"]
    return frozenset(trade for trades in held.values() for trade in trades)


def split(texts: list[Text]) -> tuple[list[Text], list[Text]]:
    """(for training, for testing): split.json says why."""
    test = [text for text in texts if text.trade in test_trades()]
    return [text for text in texts if text.trade not in test_trades()], test


def folds(texts: list[Text], count: int) -> list[int]:
    """The fold of each text; a shop is in one fold as a whole. The same on every machine."""
    ranked = sorted({text.shop for text in texts}, key=lambda shop: hashlib.sha256(shop.encode()).digest())
    fold = {shop: number % count for number, shop in enumerate(ranked)}
    return [fold[text.shop] for text in texts]


CHECK = 0  # the fold whose shops are kept for calibration; the teacher does not see them either
CHECK_FOLDS = 6


def checks(texts: list[Text]) -> list[int]:
    """The fold of each text: English shops by themselves, so that the teacher can be told the same."""
    found = [-2] * len(texts)
    for is_english in (True, False):
        at = [i for i, text in enumerate(texts) if (text.language == "en") == is_english]
        for i, fold in zip(at, folds([texts[i] for i in at], CHECK_FOLDS), strict=True):
            found[i] = fold
    return found


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
