"""The Mastodon connector against a server that keeps what it is told: the stand-in, over HTTP."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.connectors.mastodon import Mastodon
from desktop.errors import Garbled, Gone, LoginExpired, Offline, Refused, SlowDown, Unanswered
from desktop.pace import Pace
from desktop.records import Account, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.conftest import stored
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.servers import running


class Town:
    """The stand-in, emptied, and the people who write there."""

    def __init__(self, server: dict[str, Any], web: Web) -> None:
        self.url, self.web = server["url"], web
        self.tokens = {name: account["token"] for name, account in server["accounts"].items()}

    def says(self, who: str, words: str, **more: str) -> str:
        """Posts as one of them; the id."""
        body = {"status": words, **more}
        answer = self.web.post_json(f"{self.url}/api/v1/statuses", json=body, headers=self._as(who))
        return str(answer.data["id"])

    def takes_back(self, who: str, remote_id: str) -> None:
        self.web.delete(f"{self.url}/api/v1/statuses/{remote_id}", headers=self._as(who))

    def edits(self, who: str, remote_id: str, words: str) -> None:
        """Changes what one of them wrote."""
        url = f"{self.url}/api/v1/statuses/{remote_id}"
        self.web.put_json(url, json={"status": words}, headers=self._as(who))

    def likes(self, who: str, remote_id: str) -> None:
        for what in ("favourite", "reblog"):
            url = f"{self.url}/api/v1/statuses/{remote_id}/{what}"
            self.web.post_json(url, headers=self._as(who), json={})

    def breaks(self, path: str, kind: str, method: str = "GET", **effect: object) -> None:
        """The next request to `path` goes wrong in this way."""
        match = {"path": path, "methods": [method]}
        fault = {"match": match, "effect": {"type": kind, **effect}, "count": 1}
        self.web.post_json(f"{self.url}/api/v1/_mock/faults", json=fault, headers=self._as("shop"))

    def empty(self) -> None:
        self.web.post_json(f"{self.url}/api/v1/_mock/reset", json={}, headers=self._as("shop"))

    def _as(self, who: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[who]}"}


@pytest.fixture
def town(mastodon_server: dict[str, Any]) -> Iterator[Town]:
    with Web(pace=Pace()) as web:
        town = Town(mastodon_server, web)
        town.empty()
        yield town
        town.empty()


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(pace=Pace()) as web:
        yield web


@pytest.fixture
def shop(town: Town, web: Web) -> Mastodon:
    """The shop, signed in with a pasted token."""
    return signed_in(town, web)


def signed_in(town: Town, web: Web, base: str = "") -> Mastodon:
    signed = Mastodon.sign_in({"server": town.url, "token": town.tokens["shop"]}, web)
    facts = {**signed.facts, **({"base": base} if base else {})}
    made = Account("a1", "mastodon", signed.handle, signed.name, signed.host, signed.remote_id, facts=facts)
    return Mastodon(made, signed.secrets, web)


def fetched(shop: Mastodon, cursors: dict[str, str]) -> list[RemotePost]:
    """What came since; `cursors` moves on."""
    posts = []
    for batch in shop.fetch(cursors):
        posts += batch.posts
        cursors |= batch.cursors
    return posts


def test_a_public_complaint_comes_once(town: Town, shop: Mastodon) -> None:
    complaint = town.says("customer", "@shop I'm still waiting & it's been 2 hours <b> 🥖")
    town.likes("theo", town.says("shop", "We open at 8"))
    cursors: dict[str, str] = {}
    mentions = [post for post in fetched(shop, cursors) if not post.is_ours]
    assert [(post.remote_id, post.source, post.is_public) for post in mentions] == [
        (complaint, Source.MENTION, True)
    ]
    assert mentions[0].text == "@shop I'm still waiting & it's been 2 hours <b> 🥖"
    assert fetched(shop, cursors) == []


def test_a_hundred_mentions_come_without_gap_or_double(town: Town, shop: Mastodon) -> None:
    cursors: dict[str, str] = {}
    ids = [town.says("customer", "@shop first")]
    got = fetched(shop, cursors)
    ids += [town.says("theo", f"@shop number {n}") for n in range(100)]
    got += fetched(shop, cursors)
    assert [post.remote_id for post in got] == ids


def test_a_private_message_stays_private_and_is_answered_privately(town: Town, shop: Mastodon) -> None:
    town.says("customer", "@shop my number is 12345", visibility="direct")
    (message,) = fetched(shop, {})
    assert (message.source, message.is_public) == (Source.MESSAGE, False)
    ours = shop.reply(stored(message), "Thank you", "k")
    assert ours.is_public is False
    assert shop.as_stranger(message.remote_id).posts == ()  # type: ignore[union-attr]


def test_a_reply_is_posted_once_and_seen_by_strangers_and_on_the_next_fetch(
    town: Town, shop: Mastodon
) -> None:
    town.says("customer", "@shop the bread was stale")
    cursors: dict[str, str] = {}
    (complaint,) = fetched(shop, cursors)
    once = shop.reply(stored(complaint), "I'm sorry to hear that", "key-1")
    twice = shop.reply(stored(complaint), "I'm sorry to hear that", "key-1")
    assert once.remote_id == twice.remote_id
    assert once.text == "@customer I'm sorry to hear that"
    assert [post.remote_id for post in shop.thread(complaint.remote_id)] == [
        complaint.remote_id,
        once.remote_id,
    ]
    seen = shop.as_stranger(complaint.remote_id)
    assert seen is not None
    assert seen.sees(once.remote_id)
    (ours,) = fetched(shop, cursors)
    assert (ours.remote_id, ours.is_ours, ours.parent_remote_id) == (
        once.remote_id,
        True,
        complaint.remote_id,
    )


def test_an_answer_typed_on_a_phone_is_known_as_ours(town: Town, shop: Mastodon) -> None:
    complaint = town.says("customer", "@shop closed again?")
    typed = town.says("shop", "@customer back at 2", in_reply_to_id=complaint)
    ours = [post for post in fetched(shop, {}) if post.is_ours]
    assert [(post.remote_id, post.parent_remote_id) for post in ours] == [(typed, complaint)]


def test_a_reply_can_be_edited_and_deleted(town: Town, shop: Mastodon) -> None:
    town.says("customer", "@shop the bread was stale")
    (complaint,) = fetched(shop, {})
    ours = shop.reply(stored(complaint), "Sory", "key-1")
    edited = shop.edit(ours.remote_id, "Sorry")
    assert edited.text == "@customer Sorry"
    assert edited.edited_at is not None
    shop.delete(ours.remote_id)
    shop.delete(ours.remote_id)
    assert shop.still_there((complaint.remote_id, ours.remote_id, "999")) == {complaint.remote_id}


def test_what_its_writer_took_back_is_gone_for_us_and_for_strangers(town: Town, shop: Mastodon) -> None:
    town.says("customer", "@shop the bread was stale")
    (complaint,) = fetched(shop, {})
    town.takes_back("customer", complaint.remote_id)
    assert shop.still_there((complaint.remote_id,)) == frozenset()
    assert shop.as_stranger(complaint.remote_id).posts == ()  # type: ignore[union-attr]
    with pytest.raises(Gone):
        shop.thread(complaint.remote_id)


def test_somebody_elses_post_cannot_be_edited(town: Town, shop: Mastodon) -> None:
    with pytest.raises(Refused):
        shop.edit(town.says("customer", "@shop hm"), "no complaints")


def test_the_server_asks_us_to_slow_down(town: Town, shop: Mastodon) -> None:
    town.breaks("/api/v1/notifications", "ratelimit")
    with pytest.raises(SlowDown) as caught:
        fetched(shop, {})
    assert caught.value.seconds == pytest.approx(300, abs=5)


def test_a_broken_answer_is_garbled_and_nothing_is_lost(town: Town, shop: Mastodon) -> None:
    town.says("customer", "@shop hello")
    cursors: dict[str, str] = {}
    town.breaks("/api/v1/notifications", "malformed")
    with pytest.raises(Garbled):
        fetched(shop, cursors)
    assert cursors == {}
    assert len(fetched(shop, cursors)) == 1


def test_silence_is_offline_when_reading_and_unanswered_when_posting(town: Town, shop: Mastodon) -> None:
    town.says("customer", "@shop hello")
    (mention,) = fetched(shop, {})
    shop = Mastodon(shop.account, shop.secrets, Web(read_s=1, pace=Pace()))
    town.breaks("/api/v1/notifications", "latency", delay_ms=2500)
    with pytest.raises(Offline):
        fetched(shop, {})
    for kind in ("latency", "malformed"):  # the first one is posted all the same, too late for us
        town.breaks("/api/v1/statuses", kind, "POST", delay_ms=2500)
        with pytest.raises(Unanswered):
            shop.reply(stored(mention), "hello", "key-1")
    town.breaks("/api/v1/statuses", "status", "POST", status=503, headers={"Retry-After": "20"})
    with pytest.raises(SlowDown):
        shop.reply(stored(mention), "hello", "key-1")
    shop.web.close()


def test_a_connection_cut_after_the_reply_left_is_unanswered_and_the_key_makes_it_one(
    town: Town, web: Web
) -> None:
    """A server in between passes the reply on and then hangs up: posted, and nobody told us."""
    town.says("customer", "@shop hello")

    def pass_on(asked: Asked) -> Says:
        headers = {name.title(): asked.headers[name] for name in ("authorization", "idempotency-key")}
        town.web.post_json(f"{town.url}{asked.path}", json=asked.json, headers=headers)
        return Says(cut=True)

    with LittleServer() as between:
        between.answer = pass_on
        (mention,) = fetched(signed_in(town, web), {})
        cut_off = signed_in(town, web, between.url)
        with pytest.raises(Unanswered):
            cut_off.reply(stored(mention), "hello", "key-1")
    shop = signed_in(town, web)
    (ours,) = [post for post in shop.thread(mention.remote_id) if post.is_ours]
    assert shop.reply(stored(mention), "hello", "key-1").remote_id == ours.remote_id
    assert len(shop.thread(mention.remote_id)) == 2


def test_a_token_that_was_withdrawn_asks_for_a_new_sign_in(shop: Mastodon, web: Web) -> None:
    with pytest.raises(LoginExpired):
        fetched(Mastodon(shop.account, {"token": "withdrawn-token"}, web), {})


# ---- held against the contract -----------------------------------------------------------------------------


@pytest.fixture
def checked(shared: Path, town: Town) -> Iterator[str]:
    """The stand-in behind a proxy that compares each request with Mastodon's OpenAPI file."""
    if not os.environ.get("SAID_CONTRACTS"):
        pytest.skip("takes half a minute: asked for with SAID_CONTRACTS=1")
    with running(shared / "servers" / "contracts", "mastodon-proxy", town.url) as proxy:
        yield proxy["url"]


def test_every_request_keeps_the_published_contract(town: Town, checked: str) -> None:
    departures: list[Any] = []

    class Watched(Web):
        def _exchange(self, request: Any) -> Any:
            raw = super()._exchange(request)
            told = json.loads(getattr(raw, "headers", {}).get("sl-violations", "[]"))
            is_stranger = "Authorization" not in request.headers  # the contract has nobody looking signed out
            departures.extend(
                (request.method, request.url, one)
                for one in told
                if one["location"][0] == "request" and not (is_stranger and one["code"] == 401)
            )
            return raw

    with Watched(read_s=20, pace=Pace()) as web:
        town.says("customer", "@shop hello")
        shop = signed_in(town, web, checked)
        (mention,) = fetched(shop, {})
        fetched(shop, {"notifications": "1", "own": "1"})
        ours = shop.reply(stored(mention), "hello", "key-1")
        shop.thread(mention.remote_id)
        shop.as_stranger(mention.remote_id)
        shop.still_there((mention.remote_id, ours.remote_id, "999"))
        shop.edit(ours.remote_id, "hello you")
        shop.delete(ours.remote_id)
    assert departures == []
