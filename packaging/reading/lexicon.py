"""Our own word lists and plain sentences as texts to learn from: what everybody says, whatever the shop."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

import data

WORDS = data.ROOT / "resources" / "words"
PLAIN = data.HERE / "plain.tsv"
MOST = 4  # ways to say one phrase that are taken


class Said(NamedTuple):
    text: str
    label: str
    weight: float


def kinds() -> list[Said]:
    """Phrases of resources/words/kinds.json and the lines of plain.tsv."""
    found = []
    for label, phrases in json.loads((WORDS / "kinds.json").read_text("utf-8")).items():
        kind, _, points = label.partition(" ")
        kind = {"sarcasm": "complaint", "spam": "other"}.get(kind, kind)
        if kind not in ("excused", "irony"):
            found += [Said(way, kind, 0.1 * int(points)) for phrase in phrases for way in ways(phrase)]
    for line in PLAIN.read_text("utf-8").splitlines()[1:]:
        kind, text = line.split("\t")
        found.append(Said(text, kind, 1.0))
    return found


def follow_ups() -> list[Said]:
    lists = json.loads((WORDS / "follow_up.json").read_text("utf-8"))
    return [
        Said(way, label, 0.3)
        for label in ("resolved", "still", "thanks")
        for phrase in lists[label]
        for way in ways(phrase)
    ]


def ways(phrase: str) -> list[str]:
    """Some plain ways to say a phrase; none where it is more of a pattern."""
    found = list[str]()
    if "(?" in phrase:
        return found
    for way in _ways(phrase):
        if not re.search(r"[\\\[\]{}^$_|]", way):
            found.append(way)
        if len(found) == MOST:
            break
    return found


_CHOICE = re.compile(r"\(([^()]*)\)(\??)")


def _ways(phrase: str) -> Iterator[str]:
    choice = _CHOICE.search(phrase)
    if choice is None:
        yield " ".join(phrase.replace("*", "").replace(" ?", " ").replace("?", "").split())
        return
    for part in choice[1].split("|"):
        yield from _ways(phrase[: choice.start()] + part + phrase[choice.end() :])
