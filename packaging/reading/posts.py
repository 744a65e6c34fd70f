"""Posts on networks with labels of ours, which look like nothing that is written to a small shop.

posts.tsv, customers.tsv (plain messages and reviews, some with stars) and answers.tsv hold what we wrote ourselves;
labels.tsv what we call texts of others' permissive sets, which are known there by their marks alone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import data

OURS, CUSTOMERS, LABELS, ANSWERS = (
    data.HERE / f"{name}.tsv" for name in ("posts", "customers", "labels", "answers")
)
READ = ("pool_ibm_care", "sentiment_multilingual", "goemotions", "topics_mams", "intents_banking77")
CHECK_SHARE = 10  # one in so many is kept to look at, and not learned from


class Post(NamedTuple):
    text: str
    kind: str
    topics: tuple[str, ...]
    stars: int | None = None

    @property
    def is_about_a_firm(self) -> bool:
        return self.kind != "other"

    @property
    def is_kept(self) -> bool:
        """Whether it is only for looking at how well such posts are read."""
        return mark(self.text) % CHECK_SHARE == 0


def mark(text: str) -> int:
    """What stands for a text of others in a file of ours."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:8], "little")


def posts(sets: Path) -> list[Post]:
    """All of them, ours first."""
    return [Post(text, *labels) for text, labels in (_ours() | of_customers() | _theirs(sets)).items()]


def learned(sets: Path) -> list[Post]:
    return [post for post in posts(sets) if not post.is_kept]


def taught(sets: Path) -> list[Post]:
    """Those that the teacher learns from, too: customers.tsv has no part in it."""
    known = of_customers()
    return [post for post in learned(sets) if post.text not in known]


def kept(sets: Path) -> list[Post]:
    return [post for post in posts(sets) if post.is_kept]


class Answer(NamedTuple):
    """A customer's next post after one of a help desk."""

    outcome: str  # resolved, still, thanks or neutral
    previous: str
    text: str


def answers() -> list[Answer]:
    return [Answer(*line) for line in _lines(ANSWERS)]


Labels = tuple[str, tuple[str, ...], int | None]  # kind, topics, stars


def _ours() -> dict[str, Labels]:
    return {text: _labels(kind, topics) for kind, topics, text in _lines(OURS)}


def of_customers() -> dict[str, Labels]:
    return {text: _labels(kind, topics, stars) for kind, topics, stars, text in _lines(CUSTOMERS)}


def _labels(kind: str, topics: str, stars: str = "") -> Labels:
    return kind, tuple(topics.split(",")), int(stars) if stars else None


def _theirs(sets: Path) -> dict[str, Labels]:
    known = {f"{mark(text):016x}": text for name in READ for text in texts_of(sets, name)}
    return {known[at]: _labels(kind, topics) for at, kind, topics in _lines(LABELS)}


def _lines(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]


def texts_of(sets: Path, name: str) -> list[str]:
    """The texts of a set that are ours to read: what customers wrote, in the languages of the reader."""
    rows = data.rows(sets, name)
    if name == "pool_ibm_care":
        rows = [row for row in rows if row["role"] == "client"]
    if name == "sentiment_multilingual":
        rows = [row for row in rows if row["language"] in data.LANGUAGES]
    return [row.get("text") or row["text_norm"] for row in rows]
