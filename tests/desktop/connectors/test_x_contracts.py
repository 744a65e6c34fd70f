"""X's own contracts: both OpenAPI documents, the published lengths, and answers recorded at the real thing."""

from __future__ import annotations

import base64
import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.connectors.x import X
from desktop.connectors.x_length import links, weighted
from desktop.connectors.x_posts import Reader
from desktop.errors import Gone
from desktop.web import Web
from tests.desktop.connectors.openapi import OpenApi
from tests.desktop.connectors.recorded import unescaped
from tests.desktop.connectors.x_town import Town, connected, quick_web, stored
from tests.desktop.little_server import Asked, LittleServer, Says

DOCUMENTS = {"tweet": "x-openapi-2.159-xdk.json", "post": "x-openapi-2.167-docs-2026-08-22.json"}
OPERATIONS = {
    *("getUsersMentions", "getUsersPosts", "getPostsByIds", "searchPostsRecent"),
    *("createPosts", "deletePosts", "hidePostsReply"),
}


@pytest.fixture(scope="session")
def specs(shared: Path) -> Path:
    return shared / "specs" / "x"


@pytest.fixture
def web() -> Iterator[Web]:
    with quick_web() as web:
        yield web


@pytest.mark.parametrize("spelling", DOCUMENTS)
def test_all_we_ask_and_all_the_small_x_answers_keeps_to_the_contract(
    specs: Path, web: Web, spelling: str
) -> None:
    contract, wrong = OpenApi(specs / DOCUMENTS[spelling]), []
    with LittleServer(Says()) as server:
        town = Town(server, spelling)
        said = server.answer

        def watched(asked: Asked) -> Says:
            says = said(asked)
            other = "post.fields" if spelling == "tweet" else "tweet.fields"
            if other not in asked.query:  # the one try in the other spelling is turned down on purpose
                body = asked.json if asked.body else None
                wrong.extend(contract.request(asked.method, asked.path, asked.query, body))
                wrong.extend(contract.answer(asked.method, asked.path, says.status, says.body))
            return says

        server.answer = watched
        a_day(town, connected(town, web, search="Corner Shop"))
    assert wrong == []
    assert contract.covered == OPERATIONS


def a_day(town: Town, x: X) -> None:
    """Everything the connector can do, once."""
    ours = town.says("shop", "Fresh bread from eight.")
    first = town.says("carla", "@shop the bread was stale", ours)
    town.says("theo", "The Corner Shop is closed?", note={"text": "The Corner Shop is closed, so I hear"})
    cursors: dict[str, str] = {}
    for batch in x.fetch(cursors):
        cursors |= batch.cursors
    list(x.fetch(cursors))
    complaint = next(post for post in x.thread(first) if post.remote_id == first)
    answer = x.reply(stored(complaint), "We are sorry, Carla.", "key")
    x.hide(first, hidden=True)
    x.delete(answer.remote_id)
    assert x.still_there((answer.remote_id, first)) == {first}
    with pytest.raises(Gone):
        x.thread(answer.remote_id)


def test_the_contract_sees_what_is_wrong(specs: Path) -> None:
    contract = OpenApi(specs / DOCUMENTS["tweet"])
    path = "/2/users/1/mentions"
    assert contract.request("GET", path, {"max_results": ["100"], "since_id": ["5"]}) == []
    for query in ({"max_results": ["4"]}, {"since_id": ["x"]}, {"expansions": ["author"]}, {"limit": ["5"]}):
        assert contract.request("GET", path, query)
    assert contract.request("POST", "/2/tweets", {}, {"text": "x", "key": "y"})
    assert contract.answer("GET", path, 200, {"data": [{"id": 5}]})
    with pytest.raises(KeyError):
        contract.operation("POST", path)


# ---- lengths ---------------------------------------------------------------------------------------

_CASE = re.compile(r'- description: "([^\n]*)"\n +text: "((?:[^"\\]|\\.)*)"\n +expected:\n +weightedLength: (\d+)')


def _published(specs: Path, name: str) -> list[tuple[str, str, int]]:
    """(description, text, length) of every case of a group."""
    source = (specs / "twitter-text-conformance-validate.yml").read_text("utf-8")
    group = source.split(f"  {name}:\n")[1]
    group = re.split(r"\n  \w+:\n", group)[0]
    return [(told, unescaped(text), int(length)) for told, text, length in _CASE.findall(group)]


@pytest.mark.parametrize(
    ("group", "cases"),
    [("WeightedTweetsWithDiscountedEmojiCounterTest", 22), ("UnicodeDirectionalMarkerCounterTest", 2)],
)
def test_lengths_are_those_that_x_publishes(specs: Path, group: str, cases: int) -> None:
    found = _published(specs, group)
    assert len(found) == cases
    assert [(told, weighted(text)) for told, text, _ in found] == [(told, length) for told, _, length in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See corner.shop/menu.", ["corner.shop/menu"]),
        ("(https://corner.example/a(b))", ["https://corner.example/a(b)"]),
        ("We open at 8.30 and e.g. Mr.Smith too", []),
        ("write to ines@corner.shop", []),
        ("corner.shop, sea.de!", ["corner.shop", "sea.de"]),
        ("HTTP://CORNER.EXAMPLE?x=1", ["HTTP://CORNER.EXAMPLE?x=1"]),
    ],
)
def test_links_are_what_x_would_make_links_of(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in links(text)] == found


@pytest.mark.parametrize("long", ["a" * 20_000, "a." * 10_000, "a-" * 10_000, "http://" * 3_000, "☺\u200d" * 7_000])
def test_counting_odd_texts_takes_no_time(long: str) -> None:
    began = time.process_time()
    weighted(long)
    assert time.process_time() - began < 2


# ---- recorded answers ------------------------------------------------------------------------------

_TAPE = re.compile(
    r"method: (\w+)\n    uri: https://api.twitter.com(\S+?)(?:\?\S*)?\n.*?!!binary \|\n((?: {8}\S+\n)+)", re.DOTALL
)


def _recorded(specs: Path) -> Iterator[tuple[str, str, Any]]:
    """(method, path, answer) of all that was recorded with tweepy."""
    for path in sorted((specs / "recorded" / "tweepy").glob("*.yaml")):
        source = path.read_text("utf-8")
        for method, where, body in _TAPE.findall(source):
            yield method, where, json.loads(gzip.decompress(base64.b64decode(body)))


def test_recorded_answers_keep_to_the_contract_and_are_read(specs: Path) -> None:
    contract = OpenApi(specs / DOCUMENTS["tweet"])
    reader, read = Reader("783214", "Twitter"), 0
    for method, path, answer in _recorded(specs):
        status = 201 if method == "POST" else 200
        assert contract.answer(method, path, status, answer) == []
        assert reader.posts(answer) == ()  # nobody asked who wrote these, nor when
        read += 1
    assert read == 13


def test_recorded_mentions_and_searches_are_read(specs: Path) -> None:
    folder = specs / "recorded" / "python-twitter"
    mentions = json.loads((folder / "timeline_mentions.json").read_text("utf-8"))
    posts = Reader("2244994945", "TwitterDev").posts(mentions, is_ours=True)  # asked for without its writers
    assert len(posts) == 5
    assert posts[0].text.startswith("@Twitter @TwitterSafety @TwitterDev @jack Furthermore")
    counts = {}
    for name in ("search_tweets_query", "search_tweets_for_nyc", "tweet_quote_tweets_resp", "tweets_resp"):
        answer = json.loads((folder / f"{name}.json").read_text("utf-8"))
        counts[name] = len(answer["data"]), len(Reader("2244994945", "TwitterDev").posts(answer))
    assert counts == {
        "search_tweets_query": (4, 4),
        "search_tweets_for_nyc": (10, 10),
        "tweet_quote_tweets_resp": (15, 15),
        "tweets_resp": (2, 2),
    }


def test_a_recorded_search_is_fetched_through_the_door(specs: Path, web: Web) -> None:
    answer = json.loads((specs / "recorded" / "python-twitter" / "timeline_tweets.json").read_text("utf-8"))
    with LittleServer(Says()) as server:
        town = Town(server)
        town.before = lambda asked: Says(answer) if asked.path.endswith("/tweets") else None
        batches = list(connected(town, web).fetch({}))
    assert [len(batch.posts) for batch in batches] == [len(answer["data"])]
    assert batches[0].cursors == {"own": answer["meta"]["newest_id"]}
