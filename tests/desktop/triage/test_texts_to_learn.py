"""Texts that are kept for Reading to learn from: of the form that LABELS.md gives, and none of them twice."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.records import Kind
from desktop.triage.judgement import Topic

READING = Path(__file__).resolve().parents[3] / "packaging" / "reading"
REAL = re.compile(r"(?<!\w)(?:whatsapp|google|facebook|instagram|insta|iphone|legos?|correios)(?!\w)", re.IGNORECASE)


def lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (READING / name).read_text("utf-8").splitlines()]


def test_every_customer_is_labelled_as_the_guide_says() -> None:
    head, *rows = lines("customers.tsv")
    assert head == ["kind", "topics", "stars", "text"] and len(rows) > 27_000
    assert [row for row in rows if not is_labelled(*row)] == []


def is_labelled(kind: str, topics: str, stars: str, text: str) -> bool:
    about = topics.split(",")
    return kind in set(Kind) and set(about) <= set(Topic) and len(about) <= 3 and stars in ("", *"12345") and bool(text)


def test_no_text_of_a_customer_stands_there_twice_or_among_the_posts() -> None:
    texts = [row[-1].lower() for row in (*lines("customers.tsv")[1:], *lines("posts.tsv")[1:])]
    assert len(texts) == len(set(texts))


def test_no_customer_names_a_brand_that_is_real() -> None:
    assert [row[-1] for row in lines("customers.tsv") if REAL.search(row[-1])] == []
