"""Posts and names that no good person writes arrive as clean, plain words."""

from __future__ import annotations

import time

import pytest

from desktop import collect, posts
from desktop.connectors.htmltext import has_odd, has_tricks
from desktop.records import TAKEN_OUT, Author, Batch, RemotePost
from tests.desktop.bad_input.kit import NAMES, Quay, rows
from tests.desktop.connectors.conftest import person
from tests.fixtures_shop import Counter

HOSTILE = {
    "script": "<p>Hi<script>alert(1)</script><style>*{}</style></p>",
    "picture": "<p>Hi<img src=x onerror=alert(1) alt=''><iframe src='https://x.example'></iframe></p>",
    "turned": "<p>Hi \u202e\u2066exe.gnp\u2069\u202c</p>",
    "unseen": "<p>H\u200bi\ufeff\u00ad</p>",
    "control": "<p>Hi\x00\x07\x1b[31m&#0;&#x1b;&#xd800;</p>",
    "deep": "<div>" * 50_000 + "Hi" + "</div>" * 50_000,
    "unclosed": "<p>Hi<a href='" + "x" * 100_000,
    "entities": "<p>Hi " + "&amp;" * 100_000 + "</p>",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_html_arrives_as_clean_plain_words(quay: Quay, words: str) -> None:
    quay.says(words)
    started = time.process_time()
    assert quay.collect().trouble is None
    assert time.process_time() - started < 2
    (text,) = quay.texts()
    assert text.removeprefix(TAKEN_OUT).startswith("Hi")
    assert text.startswith(TAKEN_OUT) is has_tricks(words)
    assert not has_odd(text)
    assert "alert" not in text
    assert len(text) <= 20_000


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES.keys())
def test_a_name_is_one_short_line_of_what_can_be_seen(quay: Quay, name: str, shown: str) -> None:
    quay.says(account=person(name=name))
    assert quay.collect().trouble is None
    (row,) = rows(quay.shop)
    assert row.author_name == shown


def test_what_a_connector_lets_through_is_tidied_at_the_door(at_counter: Counter) -> None:
    them = Author("practice.facebook", "t", "", "\n\u202e" + "x" * 10_000)
    post = RemotePost("odd", them, "Hi\x00 \u202ethere\r\nyou", at_counter.clock.now())
    collect.take(at_counter.shop, at_counter.account, Batch((post,)))
    (row,) = rows(at_counter.shop)
    assert row.author_name == "x" * 199 + "…"
    (kept,) = posts.thread(at_counter.shop.store, row.id)
    assert kept.text == f"{TAKEN_OUT}Hi there\nyou"


def test_a_row_of_ten_megabytes_is_one_short_line(at_counter: Counter) -> None:
    at_counter.hear("\n\n\n" + "ruined " * 1_500_000)
    (row,) = rows(at_counter.shop)
    assert len(row.excerpt) < 1000
