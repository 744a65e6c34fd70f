"""Answers recorded at a real server (Mastodon 4.7), replayed over HTTP through the real door."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.connectors.mastodon import Mastodon
from desktop.connectors.mastodon_posts import Reader
from desktop.errors import Gone, LoginExpired, Refused
from desktop.records import RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.conftest import connected, status, stored
from tests.desktop.connectors.recorded import Interaction, answers, cassette, replay, statuses_in
from tests.desktop.little_server import LittleServer, Says

OUR_ID = "117020565966271181"
SHOP_READER = Reader("localhost:3000", OUR_ID)


@pytest.fixture(scope="session")
def recordings(shared: Path) -> Path:
    return shared / "specs" / "mastodon" / "recorded"


def test_every_recorded_status_is_understood(recordings: Path) -> None:
    posts = [
        SHOP_READER.post(each)
        for path in sorted(recordings.glob("*.yaml"))
        for answer in answers(path)
        for each in statuses_in(answer)
        if each.get("id")
    ]
    assert len(posts) == 90
    assert all("<" not in post.text and "&amp;" not in post.text for post in posts)
    assert {post.source for post in posts} >= {Source.MENTION, Source.POST, Source.MESSAGE}


def test_recorded_mentions_arrive(recordings: Path, web: Web) -> None:
    with LittleServer() as server:
        server.answer = replay(cassette(recordings / "test_notifications_mentions_only.yaml"))
        batches = list(connected(server.url, web, OUR_ID, domain="localhost:3000").fetch({}))
    assert [post.text for batch in batches for post in batch.posts] == ["@mastodonpy_test hello!"]
    assert batches[0].cursors == {"notifications": "21"}
    post = batches[0].posts[0]
    assert post.posted_at == datetime(2026, 8, 1, 13, 51, 42, 823000, UTC)
    assert (post.author.handle, post.author.name) == ("@admin@localhost:3000", "admin")
    assert post.address == "public admin"


def test_a_recorded_thread_is_whole(recordings: Path, web: Web) -> None:
    tape = cassette(recordings / "test_status_context.yaml")
    posted = next(each for each in tape if each.method == "POST")
    remote_id = json.loads(posted.body)["id"]
    with LittleServer() as server:
        shown = Interaction("GET", f"/api/v1/statuses/{remote_id}", 200, posted.body)
        server.answer = replay([shown, *tape])
        (post,) = connected(server.url, web, OUR_ID).thread(remote_id)
        assert [asked.path.rpartition("/")[2] for asked in server.asked] == [remote_id, "context"]
    assert (post.remote_id, post.root_remote_id, post.is_ours) == (remote_id, remote_id, True)


def test_a_recorded_missing_post_is_gone(recordings: Path, web: Web) -> None:
    with LittleServer() as server:
        server.answer = replay(cassette(recordings / "test_status_missing.yaml"))
        with pytest.raises(Gone):
            connected(server.url, web).thread("0")


def test_a_recorded_reply_is_read_back(recordings: Path, web: Web) -> None:
    tape = [each for each in cassette(recordings / "test_status_reply.yaml") if each.method == "POST"]
    with LittleServer() as server:
        server.answer = replay(tape[1:])
        parent = stored(SHOP_READER.post(status()))
        posted = connected(server.url, web, OUR_ID).reply(parent, "hello", "key")
    assert isinstance(posted, RemotePost)
    assert posted.parent_remote_id


def test_a_recorded_refusal_in_japanese_is_a_refusal(recordings: Path, web: Web) -> None:
    with LittleServer() as server:
        server.answer = replay(cassette(recordings / "test_status_empty.yaml"))
        with pytest.raises(Refused) as caught:
            connected(server.url, web).reply(stored(SHOP_READER.post(status())), "x", "key")
    assert type(caught.value) is Refused
    assert "422" in caught.value.details


def test_a_recorded_edit_is_read_back(recordings: Path, web: Web) -> None:
    tape = cassette(recordings / "test_status_edit.yaml")
    edited = next(each for each in tape if each.method == "PUT")
    with LittleServer() as server:
        server.answer = replay([each for each in tape if each.method == "PUT" or "source" in each.path])
        post = connected(server.url, web, OUR_ID).edit(edited.path.rpartition("/")[2], "new words")
    assert post.edited_at is not None


def test_a_recorded_401_means_sign_in_again(recordings: Path, web: Web) -> None:
    tape = cassette(recordings / "test_unauthed_home_tl_throws.yaml")
    refused = next(each for each in tape if each.status == 401)
    with LittleServer() as server:
        server.answer = replay([Interaction("GET", "/api/v1/notifications", 401, refused.body)])
        with pytest.raises(LoginExpired):
            list(connected(server.url, web).fetch({}))


@pytest.mark.parametrize("version", ["test_instance", "test_instance_v1"])
def test_a_recorded_server_and_account_sign_in(recordings: Path, web: Web, version: str) -> None:
    tapes = [cassette(recordings / f"{name}.yaml") for name in (version, "test_verify_credentials")]
    with LittleServer() as server:
        tape = replay(*tapes)
        missing = "v2" if version.endswith("v1") else "v1"
        server.answer = lambda asked: Says({}, 404) if f"/{missing}/instance" in asked.path else tape(asked)
        signed = Mastodon.sign_in({"server": server.url, "token": "t"}, web)
    assert signed.handle.endswith("@localhost:3000")
    assert (signed.facts["software"], signed.facts["url_characters"]) == ("mastodon", "23")
    assert int(signed.facts["max_characters"]) >= 500
