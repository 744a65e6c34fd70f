"""Texts that are kept for Reading to learn from: of the form that LABELS.md gives, and none of them twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.records import Kind
from desktop.triage.judgement import Topic

READING = Path(__file__).resolve().parents[3] / "packaging" / "reading"
REAL = re.compile(r"(?<!\w)(?:whatsapp|google|facebook|instagram|insta|iphone|legos?|correios)(?!\w)", re.IGNORECASE)


def lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (READING / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("name", "least"), [("customers.tsv", 27_000), ("later.tsv", 7_000)])
def test_every_customer_is_labelled_as_the_guide_says(name: str, least: int) -> None:
    head, *rows = lines(name)
    assert head == ["kind", "topics", "stars", "text"] and len(rows) > least
    assert [row for row in rows if not is_labelled(*row)] == []


def is_labelled(kind: str, topics: str, stars: str, text: str) -> bool:
    about = topics.split(",")
    return kind in set(Kind) and set(about) <= set(Topic) and len(about) <= 3 and stars in ("", *"12345") and bool(text)


def test_no_text_of_a_customer_stands_there_twice_or_among_the_posts() -> None:
    names = ("customers.tsv", "later.tsv", "posts.tsv")
    texts = [row[-1].lower() for name in names for row in lines(name)[1:]]
    assert len(texts) == len(set(texts))


def test_no_customer_names_a_brand_that_is_real() -> None:
    rows = [*lines("customers.tsv"), *lines("later.tsv")]
    assert [row[-1] for row in rows if REAL.search(row[-1])] == []
