"""Signing in to X: the address to come back to never changes, the key is checked, and keys renew for everybody."""

from __future__ import annotations

import base64
import hashlib
import http.client
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from desktop.connectors import Keys, x_sign_in
from desktop.connectors.oauth import InBrowser
from desktop.connectors.x import X
from desktop.errors import LoginExpired, Misuse, Refused, ShopError
from desktop.web import Web
from tests.desktop.connectors.x_town import Town, account, keys, problem, quick_web
from tests.desktop.little_server import Asked, LittleServer, Says

FIELDS = {"client_id": " client-of-the-shop ", "search": "Corner Shop"}


@pytest.fixture
def web() -> Iterator[Web]:
    with quick_web() as web:
        yield web


@pytest.fixture
def town() -> Iterator[Town]:
    with LittleServer(Says()) as server:
        yield Town(server)


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as worker:
        yield worker


def here(town: Town) -> type[X]:
    """The connector with its home on this computer, and any free port."""

    class Here(X):
        home = town.url
        port = 0

    return Here


def begun(town: Town, web: Web) -> tuple[InBrowser, dict[str, str]]:
    signing_in = here(town).begin_browser(FIELDS, web)
    query = parse_qs(urlsplit(signing_in.url).query)
    return signing_in, {name: values[0] for name, values in query.items()}


def come_back(query: dict[str, str], **params: str) -> int:
    redirect = urlsplit(query["redirect_uri"])
    connection = http.client.HTTPConnection(redirect.netloc, timeout=5)
    connection.request("GET", f"{redirect.path}?{urlencode({'state': query['state'], **params})}")
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_person_says_yes_and_is_signed_in(town: Town, web: Web, worker: ThreadPoolExecutor) -> None:
    signing_in, query = begun(town, web)
    waiting = worker.submit(signing_in.finish, 20)
    assert come_back(query, code="the-code") == 200
    signed = waiting.result(10)
    assert query["client_id"] == "client-of-the-shop"
    assert set(query["scope"].split()) >= {"tweet.read", "users.read", "tweet.write", "offline.access"}
    form = town.server.asked[0].form
    digest = hashlib.sha256(form["code_verifier"].encode()).digest()
    assert query["code_challenge"] == base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert (form["code"], form["client_id"]) == ("the-code", "client-of-the-shop")
    assert "client_secret" not in form
    assert (signed.handle, signed.name, signed.remote_id) == ("@shop", "Corner Shop", "1")
    assert signed.facts == {"client_id": "client-of-the-shop", "search": "Corner Shop"}
    assert signed.secrets == keys(town)
    assert "canary" not in repr(signed) + repr(signing_in)


def test_the_words_over_the_form_name_the_one_address_that_x_compares(web: Web) -> None:
    signing_in = X.begin_browser({"client_id": "client-of-the-shop"}, web)
    query = parse_qs(urlsplit(signing_in.url).query)
    signing_in.cancel()
    assert signing_in.url.startswith("https://x.com/i/oauth2/authorize?")
    assert query["redirect_uri"] == [x_sign_in.CALLBACK]
    assert x_sign_in.CALLBACK in X.sign_in_words.splitlines()
    assert x_sign_in.CALLBACK == f"http://127.0.0.1:{X.port}/callback"


@pytest.mark.parametrize("client_id", ["", "short", "https://console.x.com/app", "a" * 300, "with\u00e4umlauts"])
def test_what_can_be_no_client_id_is_told_before_the_browser_opens(web: Web, client_id: str) -> None:
    with pytest.raises(Misuse, match="isn't a Client ID"):
        X.begin_browser({"client_id": client_id}, web)
    with pytest.raises(Misuse, match="in the browser"):
        X.sign_in({"client_id": client_id}, web)


def test_too_many_names_are_told_before_the_browser_opens(web: Web) -> None:
    fields = {"client_id": "client-of-the-shop", "search": ",".join(["Puddle Street Cycles"] * 30)}
    with pytest.raises(Misuse, match="too much to look for"):
        X.begin_browser(fields, web)


def no_refresh(asked: Asked) -> Says | None:
    return Says({"access_token": "access-canary-x"}) if "token" in asked.path else None


def not_us(asked: Asked) -> Says | None:
    return problem(403, kind="…/client-forbidden") if "users/me" in asked.path else None


def half(asked: Asked) -> Says | None:
    return Says(b'{"access_token": "access-canary-x", "refresh_t') if "token" in asked.path else None


@pytest.mark.parametrize(("before", "words"), [
    (no_refresh, "two hours only"), (not_us, "doesn't let your app"), (half, "an answer"),
])  # fmt: skip
def test_half_a_yes_is_a_plain_sentence_without_the_key(
    town: Town, web: Web, worker: ThreadPoolExecutor, before: Any, words: str
) -> None:
    town.before = before
    signing_in, query = begun(town, web)
    waiting = worker.submit(signing_in.finish, 20)
    assert come_back(query, code="the-code") == 200
    with pytest.raises(ShopError, match=words) as caught:
        waiting.result(10)
    assert "canary" not in f"{caught.value} {caught.value.details} {caught.value!r} {caught.value.answer!r}"


def test_a_no_is_a_plain_sentence(town: Town, web: Web, worker: ThreadPoolExecutor) -> None:
    signing_in, query = begun(town, web)
    waiting = worker.submit(signing_in.finish, 20)
    come_back(query, error="access_denied")
    with pytest.raises(Refused, match=r"^X wasn't allowed to connect\. Nothing was changed\.$"):
        waiting.result(10)


def test_two_jobs_renew_once_and_both_go_on(town: Town) -> None:
    kept = keys(town)
    town.access = "another"  # what both hold has run out
    vault: dict[str, str] = dict(kept)
    about = account(town.url)
    meet = threading.Barrier(2)

    def job() -> int:
        with quick_web() as web:
            x = X(about, Keys(about.id, kept, lambda: dict(vault), vault.update), web)
            meet.wait(5)
            return len(x.still_there(("5",)))

    with ThreadPoolExecutor(2) as pool:
        assert [one.result(20) for one in [pool.submit(job), pool.submit(job)]] == [0, 0]
    renewed = [asked for asked in town.server.asked if asked.path.endswith("/token")]
    assert len(renewed) == 1
    assert vault == keys(town)


def test_keys_are_kept_before_they_are_used(town: Town, web: Web) -> None:
    kept = keys(town)
    town.access = "another"
    order: list[str] = []
    town.after = lambda asked: order.append(asked.path)
    about = account(town.url)
    x = X(about, Keys(about.id, kept, lambda: kept, lambda fresh: order.append("kept")), web)
    x.still_there(("5",))
    assert order == ["/2/tweets", "/2/oauth2/token", "kept", "/2/tweets"]


def test_without_a_refresh_key_a_person_signs_in_again(town: Town, web: Web) -> None:
    x = X(account(town.url), {"access_token": "old"}, web)
    with pytest.raises(LoginExpired, match="X signed us out"):
        x.still_there(("5",))
