"""The Bluesky connector against Bluesky's own servers on this computer: PLC, PDS and AppView."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.connectors import Keys
from desktop.connectors.bluesky import Bluesky
from desktop.errors import Gone, LoginExpired, Refused
from desktop.ids import new_id
from desktop.pace import Pace
from desktop.records import Account, RemotePost, Source, Stranger
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.connectors.bluesky_town import Town, Watched, Wire
from tests.desktop.connectors.conftest import stored
from tests.desktop.connectors.lexicons import Lexicons
from tests.desktop.connectors.test_bluesky_lexicons import OPERATIONS


@pytest.fixture(scope="module")
def town(bluesky_server: dict[str, Any]) -> Iterator[Town]:
    with Web(pace=Pace()) as web:
        yield Town(bluesky_server, web)


@pytest.fixture(scope="session")
def lexicons(shared: Path) -> Lexicons:
    return Lexicons(shared / "specs" / "bluesky" / "lexicons")


@pytest.fixture
def watched(lexicons: Lexicons) -> Iterator[Watched]:
    """The web that the connector gets: a test fails when a request or an answer departs from the lexicons."""
    with Watched(lexicons) as web:
        yield web
    assert web.departures == []


@pytest.fixture
def shop(town: Town, watched: Watched) -> Bluesky:
    return signed_in(town, watched)


def signed_in(
    town: Town, web: Web, base: str = "", vault: SessionVault | None = None, **more: str
) -> Bluesky:
    """The shop, signed in with its password at its own server."""
    fields = {"handle": town.shop.handle, "password": town.shop.password, "pds": base or town.pds, **more}
    signed = Bluesky.sign_in(fields, web)
    facts = {**signed.facts, "appview": base or town.appview}
    made = Account("a1", "bluesky", signed.handle, signed.name, "", signed.remote_id, facts=facts)
    vault = vault or SessionVault()
    vault.save("a1", signed.secrets)
    keys = Keys("a1", signed.secrets, lambda: vault.load("a1"), lambda fresh: vault.save("a1", fresh))
    return Bluesky(made, keys, web)


def fetched(shop: Bluesky) -> dict[str, RemotePost]:
    return {post.remote_id: post for batch in shop.fetch({}) for post in batch.posts}


def comes(town: Town, shop: Bluesky, uri: str) -> RemotePost:
    """The post, once the network has told us of it."""
    found: dict[str, RemotePost] = {}

    def has_come() -> bool:
        found.update(fetched(shop))
        return uri in found

    town.wait(has_come)
    return found[uri]


def seen(shop: Bluesky, uri: str, *also: str) -> list[str]:
    stranger = shop.as_stranger(uri, also)
    assert isinstance(stranger, Stranger)
    return [post.remote_id for post in stranger.posts]


def test_a_mention_an_answer_and_our_own_come_in(town: Town, shop: Bluesky) -> None:
    ours = town.shop.says("We open at 8")
    town.wait_for(ours)  # an answer that is taken in before what it answers is told to nobody
    mention = town.carla.says("Hm, @shop, the rye was stale 🥖")
    answer = town.theo.says("Not today", ours)
    assert comes(town, shop, mention).source is Source.MENTION
    post = comes(town, shop, answer)
    assert (post.source, post.parent_remote_id, post.root_remote_id) == (Source.COMMENT, ours, ours)
    assert (post.author.key, post.author.handle, post.author.name) == (
        town.theo.did, "@theo.test", "Theo Third",
    )  # fmt: skip
    assert comes(town, shop, ours).is_ours
    assert fetched(shop)[mention].text == town.spelled("Hm, @shop, the rye was stale 🥖")


def test_what_came_after_the_cursor_comes_and_all_of_it(town: Town, shop: Bluesky) -> None:
    first = town.carla.says("@shop before")
    comes(town, shop, first)
    cursors = {name: value for batch in shop.fetch({}) for name, value in batch.cursors.items()}
    uris = [town.carla.says(f"@shop number {n}") for n in range(30)]
    comes(town, shop, uris[-1])
    town.wait_for(*uris[-25:])
    shop._most = 12  # at once, so that it takes several pages
    batches = list(shop.fetch(cursors))
    told = [post.remote_id for batch in batches for post in batch.posts]
    assert [uri for uri in told if uri in uris] == uris
    assert (
        max(batch.cursors["mentions"] for batch in batches if "mentions" in batch.cursors)
        > cursors["mentions"]
    )


def test_the_shops_name_is_found_where_nobody_mentions_it(town: Town, watched: Watched) -> None:
    uri = town.theo.says("Zwiebelkuchen is what they do best")
    town.wait_for(uri)
    post = comes(town, signed_in(town, watched, search="Zwiebelkuchen"), uri)
    assert (post.source, post.author.handle) == (Source.POST, "@theo.test")


def test_a_reply_goes_once_and_everybody_sees_it(town: Town, shop: Bluesky) -> None:
    first = town.carla.says("@shop the tart was raw")
    complaint = stored(comes(town, shop, first))
    key, words = new_id(), "That was us @carla.test, see https://shop.example/tarts. 🥖"
    once = shop.reply(complaint, words, key)
    assert shop.reply(complaint, words, key) == once
    assert shop.reply(complaint, "Other words", key) == once
    assert town.our_answers(first) == [words]
    town.wait_for(once.remote_id)
    town.wait(lambda: len(shop.thread(first)) == 2)
    assert [post.remote_id for post in shop.thread(first)] == [first, once.remote_id]
    assert seen(shop, first, once.remote_id) == [first, once.remote_id]
    told = shop.thread(once.remote_id)[-1]
    assert (told.text, told.posted_at, told.parent_remote_id) == (words, once.posted_at, first)
    facets = town.record(once.remote_id)["value"]["facets"]
    assert [facet["features"][0].get("did", facet["features"][0].get("uri")) for facet in facets] == [
        town.carla.did, "https://shop.example/tarts",
    ]  # fmt: skip
    told_of = town.carla.call("app.bsky.notification.listNotifications", limit=20)["notifications"]
    town.wait(lambda: once.remote_id in {note["uri"] for note in told_of})


def test_a_reply_whose_answer_was_lost_is_found_and_posted_once(
    town: Town, watched: Watched, bluesky_server: dict[str, Any]
) -> None:
    first = town.carla.says("@shop the roll was hard")
    with Wire(bluesky_server) as wire:
        shop = signed_in(town, watched, wire.url)
        complaint = stored(comes(town, shop, first))
        wire.lose()
        key = new_id()
        posted = shop.reply(complaint, "That was ours", key)
        assert wire.arrived.is_set()
        assert shop.reply(complaint, "That was ours", key) == posted
    assert town.our_answers(first) == ["That was ours"]


def test_longest_texts_are_taken(town: Town, shop: Bluesky) -> None:
    first = town.carla.says("@shop say more")
    complaint = stored(comes(town, shop, first))
    for words in ("ö" * 300, "👩‍👩‍👦‍👦" * 120):
        assert shop.count(words) == 300
        assert shop.reply(complaint, words, new_id()).text == words


def test_what_is_deleted_is_gone_for_us_and_for_strangers(town: Town, shop: Bluesky) -> None:
    first = town.carla.says("@shop I take it back")
    complaint = stored(comes(town, shop, first))
    ours = shop.reply(complaint, "Please don't", new_id()).remote_id
    town.wait_for(ours)
    assert shop.still_there((first, ours)) == {first, ours}
    shop.delete(ours)
    shop.delete(ours)
    assert shop.still_there((first, ours)) == {first}
    town.carla.takes_back(first)
    town.wait_until_gone(first)
    assert shop.still_there((first, ours)) == frozenset()
    assert seen(shop, first) == []
    with pytest.raises(Gone):
        shop.thread(first)
    with pytest.raises(Gone):
        shop.reply(complaint, "Too late", new_id())


def test_a_hidden_answer_is_not_seen_by_strangers(town: Town, shop: Bluesky) -> None:
    first = town.carla.says("@shop and don't you answer")
    complaint = stored(comes(town, shop, first))
    ours = shop.reply(complaint, "But I do", new_id()).remote_id
    town.wait_for(ours)
    assert seen(shop, first, ours) == [first, ours]
    town.carla.closes(first, hidden=(ours,))
    town.wait(lambda: seen(shop, first, ours) == [first])
    assert ours in [post.remote_id for post in shop.thread(first)]


def test_where_nobody_may_answer_we_do_not(town: Town, shop: Bluesky) -> None:
    first = town.carla.says("@shop no discussion")
    comes(town, shop, first)
    town.carla.closes(first, allow=[])
    town.wait(lambda: shop.thread(first)[0].address == "closed")
    post = comes(town, shop, first)
    assert not shop.route(stored(post)).from_here
    with pytest.raises(Refused, match="doesn't let you answer"):
        shop.reply(stored(post), "But", new_id())
    assert town.our_answers(first) == []


def test_an_answer_that_the_gate_keeps_out_is_not_seen_though_it_was_taken(town: Town, shop: Bluesky) -> None:
    """What the network does with it, if it comes to that: it is kept, and shown to nobody."""
    first = town.carla.says("@shop only for friends")
    comes(town, shop, first)
    town.carla.closes(first, allow=[])
    town.wait(lambda: shop.thread(first)[0].address == "closed")
    forced = town.shop.says("Here I am", first)
    town.wait_for(forced)
    assert seen(shop, first, forced) == [first]


def test_somebody_who_blocks_us_is_still_there(town: Town, shop: Bluesky) -> None:
    first = town.theo.says("@shop never again")
    complaint = stored(comes(town, shop, first))
    block = town.theo.blocks(town.shop)
    try:
        town.wait(lambda: first not in shop.still_there((first,)))
        with pytest.raises(Refused, match="One of you has blocked the other at Bluesky") as caught:
            shop.thread(first)
        assert not isinstance(caught.value, Gone)
        with pytest.raises(Refused):
            shop.reply(complaint, "Sorry", new_id())
        assert seen(shop, first) == [first]
    finally:
        town.theo.takes_back(block)
        town.wait(lambda: first in shop.still_there((first,)))


def test_a_writer_who_is_only_for_those_signed_in_is_not_looked_at(town: Town, shop: Bluesky) -> None:
    first = town.theo.says("@shop psst")
    comes(town, shop, first)
    profile = {"$type": "app.bsky.actor.profile", "displayName": "Theo Third"}
    hidden = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!no-unauthenticated"}]}
    town.theo.keep("app.bsky.actor.profile", {**profile, "labels": hidden}, "self")
    try:
        town.wait(lambda: shop.as_stranger(first) is None)
        assert [post.remote_id for post in shop.thread(first)] == [first]
    finally:
        town.theo.keep("app.bsky.actor.profile", profile, "self")
        town.wait(lambda: shop.as_stranger(first) is not None)


def test_a_wrong_password_and_an_unknown_handle_are_said(town: Town, watched: Watched) -> None:
    with pytest.raises(LoginExpired, match="That handle and that app password don't go together"):
        Bluesky.sign_in(
            {"handle": town.shop.handle, "password": "abcd-efgh-ijkl-mnop", "pds": town.pds}, watched
        )


def test_an_app_password_signs_in_renews_and_can_be_taken_away(town: Town, watched: Watched) -> None:
    made = town.shop.call("com.atproto.server.createAppPassword", {"name": new_id()})
    vault = SessionVault()
    given = {"handle": f"@{town.shop.handle.title()}", "password": made["password"], "pds": town.pds}
    signed = Bluesky.sign_in(given, watched)
    vault.save("a1", {**signed.secrets, "access": _too_old(signed.secrets["access"])})
    made_account = Account(
        "a1", "bluesky", signed.handle, signed.name, "", signed.remote_id, facts=signed.facts
    )
    keys = Keys("a1", vault.load("a1"), lambda: vault.load("a1"), lambda fresh: vault.save("a1", fresh))
    shop = Bluesky(made_account, keys, watched)
    uri = town.carla.says("@shop hello")
    town.wait_for(uri)
    with pytest.raises(LoginExpired):  # a token that was tampered with is no token that ran out
        shop.thread(uri)
    shop._service._keys.renew("access", shop._service._fresh)
    assert [post.remote_id for post in shop.thread(uri)] == [uri]
    assert vault.load("a1")["refresh"] != signed.secrets["refresh"]
    town.shop.call("com.atproto.server.revokeAppPassword", {"name": made["name"]})
    with pytest.raises(LoginExpired, match=r"Bluesky signed us out\."):
        shop._service._keys.renew("access", shop._service._fresh)


def _too_old(token: str) -> str:
    return token[:-6] + ("AAAAAA" if token[-6:] != "AAAAAA" else "BBBBBB")


def test_every_operation_is_held_against_its_lexicon(town: Town, shared: Path) -> None:
    lexicons = Lexicons(shared / "specs" / "bluesky" / "lexicons")
    with Watched(lexicons) as web:
        shop = signed_in(town, web, search="Streuselkuchen")
        first = town.carla.says("@shop the Streuselkuchen was stale")
        complaint = stored(comes(town, shop, first))
        ours = shop.reply(complaint, "That was us, @theo.test", new_id()).remote_id
        assert shop.still_there((first, ours)) == {first, ours}
        town.wait_for(ours)
        assert seen(shop, first, ours) == [first, ours]
        shop.delete(ours)
        shop._service._keys.renew("access", shop._service._fresh)
        assert first in fetched(shop)
        assert web.departures == []
    print(f"held against the lexicons, live: {', '.join(sorted(lexicons.covered))}")
    assert lexicons.covered == OPERATIONS
