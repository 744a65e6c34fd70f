"""Signing in with an app password, staying signed in, and keeping secrets to ourselves."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from desktop import collect, connecting, conversations, counter, deliver, outbox, posts
from desktop.connectors import Keys
from desktop.connectors.bluesky import Bluesky
from desktop.connectors.bluesky_session import Directory, find, typed_handle, typed_server
from desktop.errors import (
    Garbled,
    LoginExpired,
    Misuse,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    TryLater,
    VaultClosed,
)
from desktop.pace import Pace
from desktop.records import Account, AccountState, ReplyState, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.bluesky_network import (
    CARLA,
    NOON,
    PASSWORD,
    SHOP,
    Network,
    account,
    mention,
    refused,
)
from tests.desktop.connectors.conftest import stored
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.fixtures_shop import SetClock

COMPLAINT = "@shop.example the lemon tart was raw in the middle, phoned twice, nobody picked up"


@pytest.fixture
def network() -> Iterator[Network]:
    network = Network()
    with LittleServer() as server:
        network.url = server.url
        server.answer = network
        yield network


def fields(network: Network, **more: str) -> dict[str, str]:
    return {"handle": "shop.example", "password": PASSWORD, "pds": network.url, **more}


# ---- the form ----------------------------------------------------------------------------------------------


def test_the_app_password_is_not_kept_and_the_tokens_are(network: Network, web: Web) -> None:
    signed = Bluesky.sign_in(fields(network), web)
    assert (signed.handle, signed.name, signed.remote_id) == ("@shop.example", "Corner Shop", SHOP)
    assert signed.secrets == {"access": "access-token-1", "refresh": "refresh-token-1"}
    assert PASSWORD not in repr((signed.facts, signed))
    assert signed.facts["search"] == ""


def test_a_name_to_look_for_is_kept(network: Network, web: Web) -> None:
    assert Bluesky.sign_in(fields(network, search=" Corner\nShop "), web).facts["search"] == "Corner Shop"


def test_a_profile_that_cannot_be_read_leaves_the_handle(network: Network, web: Web) -> None:
    network.next["getProfile"] = [Says({}, 500)]
    assert Bluesky.sign_in(fields(network), web).name == "shop.example"


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("shop.example", "shop.example"),
        (" @Shop.Example ", "shop.example"),
        ("\u202a@shop.example\u202c", "shop.example"),  # as it is copied from a profile
        ("cornershop", "cornershop.bsky.social"),
        ("https://bsky.app/profile/shop.example/post/3kabc", "shop.example"),
        ("did:plc:abc", "did:plc:abc"),
    ],
)
def test_a_handle_is_taken_as_people_have_it(typed: str, handle: str) -> None:
    assert typed_handle(typed) == handle


@pytest.mark.parametrize(
    "typed", ["", "me@shop.example", "corner shop", "shop..example", "-.example", "x" * 300]
)
def test_what_is_no_handle_is_said(typed: str) -> None:
    with pytest.raises(Misuse, match=r"Type your handle, like yourshop\.bsky\.social"):
        typed_handle(typed)


@pytest.mark.parametrize(
    "typed", ["nowhere", "http://pds.example", "ftp://pds.example", "a@b.example", "x.example:y"]
)
def test_what_is_no_server_is_said(typed: str) -> None:
    with pytest.raises(Misuse, match="There's no Bluesky server at"):
        typed_server(typed)


def test_the_password_goes_to_the_accounts_own_server_alone(network: Network, web: Web) -> None:
    """Handle -> DID -> its document -> its server: none of those on the way hears of the password."""
    with LittleServer() as directory:
        directory.answer = network

        class Here(Bluesky):
            directory: ClassVar[Directory] = Directory(f"{network.url}", "")

        Here.directory = Directory(directory.url, directory.url)
        signed = Here.sign_in(fields(network, pds=""), web)
        assert signed.facts["base"] == network.url
        assert [asked.path for asked in directory.asked] == [
            "/xrpc/com.atproto.identity.resolveHandle",
            f"/{SHOP}",
        ]
        assert all(PASSWORD.encode() not in asked.body for asked in directory.asked)
        with pytest.raises(Misuse, match="There's no account \"nobody"):
            Here.sign_in({**fields(network, pds=""), "handle": "nobody.example"}, web)


@pytest.mark.parametrize(
    "endpoint",
    ["", "http://pds.example", "https://127.0.0.1", "https://a@pds.example", "https://localhost", 7],
)
def test_a_server_that_is_not_safe_is_not_asked(web: Web, endpoint: object) -> None:
    """Told by a directory elsewhere, an address on this computer is as wrong as one without encryption."""

    class Elsewhere(Web):
        def get_json(self, url: str, *_: Any, **__: Any) -> Any:
            service = [{"id": "#atproto_pds", "serviceEndpoint": endpoint}]
            return type("Answer", (), {"data": {"did": SHOP, "service": service}})()

    with pytest.raises(Misuse, match="has no server that we could ask"):
        find("shop.example", Directory("https://handles.example", "https://plc.example"), Elsewhere())


def test_the_server_of_a_did_web_is_asked_there(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Elsewhere(Web):
        def get_json(self, url: str, *_: Any, **__: Any) -> Any:
            asked.append(url)
            service = [{"id": "did:web:shop.example#atproto_pds", "serviceEndpoint": "https://pds.example/"}]
            return type("Answer", (), {"data": {"service": service}})()

    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **_: [(0, 0, 0, "", ("93.184.215.14", port))])
    assert find("did:web:shop.example", Directory(), Elsewhere()) == "https://pds.example"
    assert asked == ["https://shop.example/.well-known/did.json"]
    with pytest.raises(Misuse):
        find("did:web:127.0.0.1", Directory(), Elsewhere())


@pytest.mark.parametrize(
    ("says", "kind", "words"),
    [
        (
            refused("AuthenticationRequired", "x", 401),
            LoginExpired,
            "That handle and that app password don't go",
        ),
        (refused("AuthFactorTokenRequired", "x", 401), Refused, "That is the account's real password"),
        (refused("AccountTakedown", "x", 401), LoginExpired, "Bluesky has taken this account down."),
        (refused("RateLimitExceeded", "x", 429), SlowDown, "Bluesky asked us to slow down."),
        (refused("InternalServerError", "x", 500), SlowDown, "Bluesky isn't working right now."),
        (Says(cut=True), Offline, "Bluesky didn't answer."),
        (Says(b'{"accessJwt": "ey', 200), Garbled, "Bluesky answered with something that isn't an answer."),
        (Says({"did": SHOP, "accessJwt": "", "refreshJwt": "x"}), Garbled, "Bluesky gave an answer we don't"),
        (
            Says({"did": "nobody", "accessJwt": "x", "refreshJwt": "x"}),
            Garbled,
            "Bluesky gave an answer we don't",
        ),
        (
            Says(b"", 302, {"Location": "https://elsewhere.example"}),
            Garbled,
            "Bluesky sent us somewhere else.",
        ),
    ],
)
def test_each_trouble_at_signing_in_is_said(
    network: Network, web: Web, says: Says, kind: type[ShopError], words: str
) -> None:
    network.next["createSession"] = [says]
    with pytest.raises(kind) as caught:
        Bluesky.sign_in(fields(network), web)
    assert str(caught.value).startswith(words)
    if kind is Refused:
        assert "Settings, Privacy and security, App passwords" in caught.value.advice


# ---- staying signed in -------------------------------------------------------------------------------------


def signed_in(network: Network, vault: SessionVault, web: Web) -> Bluesky:
    keys = Keys("a1", vault.load("a1"), lambda: vault.load("a1"), lambda fresh: vault.save("a1", fresh))
    return Bluesky(account(network.url), keys, web)


@pytest.fixture
def vault() -> SessionVault:
    vault = SessionVault()
    vault.save("a1", {"access": "access-token-0", "refresh": "refresh-token-0"})
    return vault


def test_a_token_that_ran_out_is_renewed_and_kept_before_it_is_used(
    network: Network, vault: SessionVault, web: Web
) -> None:
    shop = signed_in(network, vault, web)
    network.expire()
    assert list(shop.fetch({})) == []
    assert vault.load("a1") == {"access": "access-token-1", "refresh": "refresh-token-1"}
    network.expire()
    shop.thread(network.says(CARLA, "hello"))
    assert vault.load("a1")["refresh"] == "refresh-token-2"


def test_a_vault_that_is_closed_stops_before_the_new_token_is_used(
    network: Network, vault: SessionVault, web: Web
) -> None:
    def closed(_: object) -> None:
        raise VaultClosed("locked")

    shop = Bluesky(account(network.url), Keys("a1", vault.load("a1"), lambda: vault.load("a1"), closed), web)
    network.expire()
    with pytest.raises(VaultClosed):
        list(shop.fetch({}))


def test_many_jobs_renew_once(network: Network, vault: SessionVault) -> None:
    network.expire()
    uri, go = network.says(CARLA, "hello"), threading.Barrier(6)
    seen: list[int] = []

    def job() -> None:
        with Web(pace=Pace()) as web:
            shop = signed_in(network, vault, web)
            go.wait()
            seen.append(len(shop.thread(uri)))

    jobs = [threading.Thread(target=job) for _ in range(6)]
    for each in jobs:
        each.start()
    for each in jobs:
        each.join()
    assert seen == [1] * 6
    assert next(network.sessions) == 2, "one session was asked for"


def test_a_token_that_runs_out_as_a_reply_leaves_posts_it_once(
    network: Network, vault: SessionVault, web: Web
) -> None:
    shop = signed_in(network, vault, web)
    parent = stored(shop.thread(network.says(CARLA, COMPLAINT))[0])
    network.next["putRecord"] = [refused("ExpiredToken", "Token has expired")]
    shop.reply(parent, "That was us", "key")
    assert len(network.puts) == 1
    assert next(network.sessions) == 2


@pytest.mark.parametrize(
    "says",
    [
        refused("ExpiredToken", "Token has been revoked"),
        refused("InvalidToken", "x"),
        refused("AuthenticationRequired", "x", 401),
        refused("InvalidRequest", "Could not find user info"),
        Says({"did": CARLA, "accessJwt": "x", "refreshJwt": "y"}),
    ],
)
def test_an_app_password_that_was_taken_away_asks_for_a_new_sign_in(
    network: Network, vault: SessionVault, web: Web, says: Says
) -> None:
    network.expire()
    network.next["refreshSession"] = [says]
    with pytest.raises(LoginExpired) as caught:
        list(signed_in(network, vault, web).fetch({}))
    assert str(caught.value) == "Bluesky signed us out."
    assert vault.load("a1")["refresh"] == "refresh-token-0"


@pytest.mark.parametrize("says", [Says(cut=True), Says({}, 500), Says(b"", 503), Says({}, 429)])
def test_trouble_while_renewing_changes_nothing(
    network: Network, vault: SessionVault, web: Web, says: Says
) -> None:
    network.expire()
    network.next["refreshSession"] = [says]
    with pytest.raises(TryLater):
        list(signed_in(network, vault, web).fetch({}))
    with Web(pace=Pace()) as later:
        assert list(signed_in(network, vault, later).fetch({})) == []


# ---- secrets -----------------------------------------------------------------------------------------------

CANARY = "canary-3f9a-secret"


def known(asked: Asked) -> str:
    """What the server heard of the secret: signed out, nothing."""
    return CANARY if CANARY in f"{asked.headers}{asked.body!r}" else ""


def says_it_all(asked: Asked) -> dict[str, Any]:
    told = known(asked)
    return {"error": "Odd", "message": f"{told} {asked.headers.get('authorization')}", "accessJwt": told}


@pytest.mark.parametrize(
    "answer",
    [
        lambda asked: Says(says_it_all(asked), 400),
        lambda asked: Says(says_it_all(asked), 401),
        lambda asked: Says(says_it_all(asked), 403),
        lambda asked: Says(says_it_all(asked), 404),
        lambda asked: Says(says_it_all(asked), 429),
        lambda asked: Says(says_it_all(asked), 500),
        lambda asked: Says(says_it_all(asked), 200),
        lambda asked: Says(f"not JSON {known(asked)}".encode(), 200),
        lambda asked: Says(b"", 302, {"Location": f"/x?token={known(asked)}"}),
        lambda asked: Says({**says_it_all(asked), "error": "ExpiredToken"}, 400),
        lambda asked: Says(cut=True),
    ],
)
def test_no_error_shows_a_secret(web: Web, answer: Any) -> None:
    """The secret is in every request of ours and in every answer to one."""
    errors: list[ShopError] = []
    with LittleServer() as server:
        server.answer = answer
        one = account(server.url, search="tart")
        given = {"handle": "shop.example", "password": CANARY, "pds": server.url}
        shop = Bluesky(one, {"access": CANARY, "refresh": CANARY}, web)
        uri = f"at://{CARLA}/app.bsky.feed.post/3kaaaaaaaaa2a"
        own = uri.replace(CARLA, SHOP)
        parent = stored(Bluesky(one, {}, web)._reader.post({
            "uri": uri, "author": {"did": CARLA, "handle": "carla.example"}, "indexedAt": NOON.isoformat(),
        }))  # fmt: skip
        for act in (
            lambda: Bluesky.sign_in(given, web),
            lambda: list(shop.fetch({})),
            lambda: shop.thread(uri),
            lambda: shop.reply(parent, "That was us", "key"),
            lambda: shop.delete(own),
            lambda: shop.still_there((uri, own)),
            lambda: shop.as_stranger(uri),
        ):
            try:
                act()
            except ShopError as error:
                errors.append(error)
    assert errors
    for error in errors:
        told = f"{error} {error!r} {error.details} {error.advice} {error.args}"
        assert CANARY not in told


# ---- the whole way through the shop ------------------------------------------------------------------------


@pytest.fixture
def place(network: Network, tmp_path: Path) -> Iterator[tuple[Shop, Account]]:
    clock = SetClock(NOON, NOON.tzinfo)
    shop = Shop.open(tmp_path, clock=clock, vault=SessionVault(), web=lambda: Web(pace=Pace()))
    shop.found_with("Corner Shop", "Ines")
    with Web(pace=Pace()) as web:
        yield shop, connecting.finish(shop, "bluesky", Bluesky.sign_in(fields(network), web))
    shop.close()


@pytest.mark.parametrize("is_cut", [False, True])
def test_a_reply_goes_out_once_also_when_the_connection_is_cut(
    network: Network, place: tuple[Shop, Account], is_cut: bool
) -> None:
    shop, one = place
    uri = network.says(CARLA, COMPLAINT, **mention(COMPLAINT))
    assert collect.collect(shop, one.id).new == 1
    assert collect.collect(shop, one.id).new == 0
    talk = conversations.conversation_id(posts.post_id(one, shop.connector(one).thread(uri)[0]))
    reply = counter.post(shop, talk, Writing.typed("That was us, Carla. I'll bring a new one. Ines"))
    shop.clock.forward(seconds=11)  # type: ignore[attr-defined]
    if is_cut:
        network.lost.add("putRecord")
    network.expire()
    deliver.deliver_due(shop)
    kept = outbox.by_id(shop.store, reply.id)
    assert kept and kept.state is ReplyState.POSTED
    assert len(network.puts) == 1
    assert kept.seen_at, "a stranger sees it"
    complaint = counter_stage(shop, talk)
    assert complaint is Stage.ANSWERED
    shop.clock.forward(hours=1)  # type: ignore[attr-defined]
    assert deliver.deliver_due(shop) == ()
    del network.posts[kept.remote_id]


def counter_stage(shop: Shop, conversation: str) -> Stage:
    from desktop import complaints

    found = complaints.by_id(shop.store, conversation)
    assert found
    return found.stage


def test_a_revoked_app_password_asks_for_a_sign_in_and_keeps_the_reply(
    network: Network, place: tuple[Shop, Account]
) -> None:
    shop, one = place
    uri = network.says(CARLA, COMPLAINT, **mention(COMPLAINT))
    collect.collect(shop, one.id)
    talk = posts.conversation_of(shop.store, one.id, uri)
    assert talk
    reply = counter.post(shop, talk, Writing.typed("That was us, Carla. I'll bring a new one. Ines"))
    shop.clock.forward(seconds=11)  # type: ignore[attr-defined]
    network.expire()
    network.refresh = "revoked"
    deliver.deliver_due(shop)
    kept = outbox.by_id(shop.store, reply.id)
    assert kept and kept.state is ReplyState.WAITING
    found = connecting.accounts.by_id(shop.store, one.id)
    assert found and found.state is AccountState.NEEDS_LOGIN
    assert found.trouble == "Bluesky signed us out."
    assert network.puts == []


def test_nothing_in_the_shop_folder_holds_a_secret(network: Network, place: tuple[Shop, Account]) -> None:
    shop, one = place
    network.says(CARLA, COMPLAINT, **mention(COMPLAINT))
    network.expire()
    collect.collect(shop, one.id)
    network.next["listNotifications"] = [Says({"error": "Odd", "message": network.access}, 400)]
    assert collect.collect(shop, one.id).trouble
    written = b"".join(path.read_bytes() for path in shop.folder.rglob("*") if path.is_file())
    assert COMPLAINT.encode() in written
    for secret in (PASSWORD, "access-token", "refresh-token"):
        assert secret.encode() not in written
