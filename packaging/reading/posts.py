"""Posts on networks with labels of ours, which look like nothing that is written to a small shop.

posts.tsv and answers.tsv hold what we wrote ourselves; labels.tsv what we call texts of others' permissive sets, which
are known there by their marks alone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import data

OURS, LABELS, ANSWERS = data.HERE / "posts.tsv", data.HERE / "labels.tsv", data.HERE / "answers.tsv"
READ = ("pool_ibm_care", "sentiment_multilingual", "goemotions", "topics_mams", "intents_banking77")
CHECK_SHARE = 10  # one in so many is kept to look at, and not learned from


class Post(NamedTuple):
    text: str
    kind: str
    topics: tuple[str, ...]

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
    return [Post(text, *labels) for text, labels in (_ours() | _theirs(sets)).items()]


def learned(sets: Path) -> list[Post]:
    return [post for post in posts(sets) if not post.is_kept]


def kept(sets: Path) -> list[Post]:
    return [post for post in posts(sets) if post.is_kept]


class Answer(NamedTuple):
    """A customer's next post after one of a help desk."""

    outcome: str  # resolved, still, thanks or neutral
    previous: str
    text: str


def answers() -> list[Answer]:
    return [Answer(*line) for line in _lines(ANSWERS)]


Labels = tuple[str, tuple[str, ...]]


def _ours() -> dict[str, Labels]:
    return {text: (kind, tuple(topics.split(","))) for kind, topics, text in _lines(OURS)}


def _theirs(sets: Path) -> dict[str, Labels]:
    known = {f"{mark(text):016x}": text for name in READ for text in texts_of(sets, name)}
    return {known[at]: (kind, tuple(topics.split(","))) for at, kind, topics in _lines(LABELS)}


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
