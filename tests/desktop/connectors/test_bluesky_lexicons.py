"""The Bluesky connector held against the network's own lexicons, and fed with recorded answers."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.connectors.bluesky import Bluesky
from desktop.connectors.bluesky_posts import Reader, below, words
from desktop.connectors.bluesky_session import Directory, find
from desktop.connectors.bluesky_words import record_key
from desktop.errors import Refused, ShopError
from desktop.ids import new_id
from desktop.records import Source
from desktop.web import Web
from tests.desktop.connectors.bluesky_network import (
    CARLA,
    PASSWORD,
    SHOP,
    THEO,
    Network,
    connected,
    mention,
    refused,
)
from tests.desktop.connectors.conftest import stored
from tests.desktop.connectors.lexicons import Lexicons, watching
from tests.desktop.little_server import LittleServer, Says

OPERATIONS = {
    "com.atproto.server.createSession",
    "com.atproto.server.refreshSession",
    "com.atproto.identity.resolveHandle",
    "app.bsky.actor.getProfile",
    "app.bsky.notification.listNotifications",
    "app.bsky.feed.getPosts",
    "app.bsky.feed.getAuthorFeed",
    "app.bsky.feed.searchPosts",
    "app.bsky.feed.getPostThread",
    "com.atproto.repo.putRecord",
    "com.atproto.repo.getRecord",
    "com.atproto.repo.deleteRecord",
}


@pytest.fixture(scope="session")
def lexicons(shared: Path) -> Lexicons:
    return Lexicons(shared / "specs" / "bluesky" / "lexicons")


@pytest.fixture
def network(lexicons: Lexicons) -> Iterator[Network]:
    """The network of our own; a test fails when a request, or an answer of ours, isn't as the lexicons say."""
    network, departures = Network(), list[str]()
    with LittleServer() as server:
        network.url = server.url
        server.answer = watching(lexicons, network, departures)
        yield network
    assert departures == []


def test_every_operation_keeps_its_lexicon(lexicons: Lexicons, network: Network, web: Web) -> None:
    directory = Directory(network.url, network.url)
    assert find("shop.example", directory, web) == network.url
    Bluesky.sign_in({"handle": "shop.example", "password": PASSWORD, "pds": network.url}, web)
    network.access, network.refresh = "access-token-0", "refresh-token-0"
    shop = connected(network.url, web, search="tart, Corner Shop")
    first = network.says(CARLA, "@shop.example raw tart", **mention("@shop.example raw tart"))
    network.gates[first] = gate = {"$type": "app.bsky.feed.threadgate", "post": first, "allow": []}
    gate |= {"createdAt": "2026-11-20T12:00:00.000Z", "hiddenReplies": [network.says(THEO, "hm", first)]}
    network.labels[THEO], network.closed = ["spam"], {network.says(THEO, "hm", first)}
    list(shop.fetch({}))
    network.expire()
    cursors = {name: value for batch in shop.fetch({}) for name, value in batch.cursors.items()}
    network.later(minutes=20)
    list(shop.fetch({**cursors, "search tart": " 2026-11-20T12:00:01+00:00"}))
    parent = stored(shop.thread(first)[0])
    ours = shop.reply(parent, "@carla.example ours. 🥖 https://shop.example/a", new_id())
    shop.as_stranger(first, (ours.remote_id,))
    shop.still_there((first, ours.remote_id, ours.remote_id[:-1]))
    shop.delete(ours.remote_id)
    covered = {name for name in lexicons.covered if name in OPERATIONS}
    print(f"held against the lexicons: {', '.join(sorted(covered))}")
    assert covered == OPERATIONS
    assert lexicons.covered == OPERATIONS


@pytest.mark.parametrize(
    "text", ["ö" * 300, "👩‍👩‍👦‍👦" * 120, "@carla.example www.shop.example\n" * 9, "字" * 300]
)
def test_what_we_post_is_a_post_by_its_lexicon(
    lexicons: Lexicons, network: Network, web: Web, text: str
) -> None:
    shop = connected(network.url, web)
    shop.reply(stored(shop.thread(network.says(CARLA, "raw"))[0]), text, new_id())
    assert lexicons.record(network.puts[0]["record"]) == []


def test_what_we_would_not_post_the_lexicon_refuses(lexicons: Lexicons, network: Network, web: Web) -> None:
    shop = connected(network.url, web)
    parent = stored(shop.thread(network.says(CARLA, "raw"))[0])
    for text in ("ö" * 301, "👩‍👩‍👦‍👦" * 121):
        with pytest.raises(Refused):
            shop.reply(parent, text, new_id())
        record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-20T12:00:00Z"}
        assert len(lexicons.record(record)) == 1


@pytest.mark.parametrize("error", ["ExpiredToken", "NotFound", "InvalidSwap", "RecordNotFound"])
def test_a_refusal_has_a_name(lexicons: Lexicons, error: str) -> None:
    says = refused(error, "x")
    assert lexicons.refusal("app.bsky.feed.getPostThread", says.body) == []
    assert lexicons.refusal("app.bsky.feed.getPostThread", {"message": "x"})


@pytest.mark.parametrize(
    ("nsid", "query", "wrong"),
    [
        ("app.bsky.feed.getPostThread", {"uri": ["at://did:plc:x/app.bsky.feed.post/3k"], "depth": ["6"]}, 0),
        ("app.bsky.feed.getPostThread", {"depth": ["6"]}, 1),
        ("app.bsky.feed.getPostThread", {"uri": ["nowhere"], "depth": ["1001"], "deep": ["1"]}, 3),
        ("app.bsky.feed.getPosts", {"uris": ["at://did:plc:x/app.bsky.feed.post/3k"] * 26}, 1),
        ("app.bsky.notification.listNotifications", {"limit": ["many", "few"]}, 2),
        ("com.atproto.identity.resolveHandle", {"handle": ["not a handle"]}, 1),
    ],
)
def test_a_wrong_question_is_seen(
    lexicons: Lexicons, nsid: str, query: dict[str, list[str]], wrong: int
) -> None:
    assert len(lexicons.query(nsid, query)) == wrong


@pytest.mark.parametrize(
    ("nsid", "body", "wrong"),
    [
        (
            "com.atproto.repo.deleteRecord",
            {"repo": SHOP, "collection": "app.bsky.feed.post", "rkey": "3k"},
            0,
        ),
        ("com.atproto.repo.deleteRecord", {"repo": 7, "collection": "post", "rkey": "a b", "more": 1}, 4),
        ("com.atproto.server.refreshSession", {}, 1),
        ("com.atproto.server.createSession", None, 1),
        ("com.atproto.server.createSession", {"identifier": "x"}, 1),
    ],
)
def test_a_wrong_body_is_seen(lexicons: Lexicons, nsid: str, body: Any, wrong: int) -> None:
    assert len(lexicons.body(nsid, body)) == wrong


def test_a_wrong_answer_is_seen(lexicons: Lexicons) -> None:
    thread = {"thread": {"$type": "app.bsky.feed.defs#threadViewPost", "post": {"uri": "x", "author": {}}}}
    departures = lexicons.output("app.bsky.feed.getPostThread", thread)
    assert [one.rpartition(": ")[2] for one in departures] == [
        "lacks cid", "lacks record", "lacks indexedAt", "'x' is no at-uri", "lacks did", "lacks handle",
    ]  # fmt: skip


# ---- recorded ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def recorded(shared: Path) -> Path:
    return shared / "specs" / "bluesky" / "recorded"


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_a_recorded_thread_is_understood(lexicons: Lexicons, recorded: Path, web: Web) -> None:
    answer = load(recorded / "marshalx" / "thread_view_post_with_embed_media.json")
    assert lexicons.output("app.bsky.feed.getPostThread", answer) == []
    view = answer["thread"]["post"]
    with LittleServer(Says(answer)) as server:
        (post,) = connected(server.url, web).thread(view["uri"])
        stranger = connected(server.url, web).as_stranger(view["uri"])
    assert (post.text, post.lang, post.author.handle) == ("[a picture]", "en", "@test.marshal.dev")
    assert post.author.key == "did:plc:kvwvcn5iqfooopmyzvb4qzba"
    assert post.url.endswith("/profile/did:plc:kvwvcn5iqfooopmyzvb4qzba/post/3kaheyt6vpc22")
    assert stranger is not None
    assert stranger.posts == (post,)
    assert Reader(post.author.key).post(view).is_ours


def test_a_recorded_quote_of_ours_is_a_mention(recorded: Path) -> None:
    view = load(recorded / "marshalx" / "thread_view_post_with_embed_media.json")["thread"]["post"]
    quoted = view["record"]["embed"]["record"]["record"]
    other = {**view, "uri": view["uri"].replace("kvwvcn5iqfooopmyzvb4qzba", "somebodyelse")}
    assert quoted["uri"].startswith("at://did:plc:kvwvcn5iqfooopmyzvb4qzba/")
    assert Reader("did:plc:kvwvcn5iqfooopmyzvb4qzba").post(other).source is Source.MENTION
    assert Reader("did:plc:nobody").post(other).source is Source.POST


def test_recorded_records_are_read_as_they_are(lexicons: Lexicons, recorded: Path, web: Web) -> None:
    for name, said in (("post_record", "new text114"), ("extended_post_record", "regress test")):
        answer = load(recorded / "marshalx" / f"{name}.json")
        assert words(answer["value"]) == said
        departures = lexicons.output("com.atproto.repo.getRecord", answer)
        assert all("is no datetime" in one for one in departures), "one has a time without a zone"
        with LittleServer(Says(answer)) as server:
            assert connected(server.url, web)._own_record("3k2yihcrp6f2c").text == said  # type: ignore[union-attr]


def test_a_recorded_did_document_names_the_server(
    lexicons: Lexicons, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = load(recorded / "marshalx" / "did_doc.json")["didDoc"]
    handle = load(recorded / "marshalx" / "resolve_handle.json")
    assert lexicons.output("com.atproto.identity.resolveHandle", handle) == []

    class Elsewhere(Web):
        def get_json(self, url: str, *_: Any, **__: Any) -> Any:
            return type("Answer", (), {"data": document if "plc" in url.partition("/xrpc")[0] else handle})()

    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **_: [(0, 0, 0, "", ("93.184.215.14", port))])
    found = find("test.marshal.dev", Directory("https://h.example", "https://plc.example"), Elsewhere())
    assert found == "https://shimeji.us-east.host.bsky.network"


def test_hand_written_posts_of_another_project_are_read_or_refused(recorded: Path) -> None:
    """They leave much out; whatever they hold, nothing but a ShopError comes of it."""
    read = []
    for path in sorted((recorded / "granary").glob("*.json")):
        data = load(path)
        view = data.get("post", {"uri": "", "record": data})
        assert isinstance(words(view["record"]), str)
        try:
            read.append(Reader(SHOP).post(view).text)
        except ShopError:
            continue
        assert list(below({"post": view})) == [(view, False)]
    assert {"too cool to summarize", "I hereby quote", "The original post"} >= set(read) >= {"I hereby quote"}


def test_our_keys_have_the_form_of_the_lexicon(lexicons: Lexicons) -> None:
    rule = {"type": "string", "format": "tid"}
    assert [wrong for _ in range(50) for wrong in lexicons.value(record_key(new_id()), rule)] == []
    assert lexicons.value("zzzzzzzzzzzzz", rule)
