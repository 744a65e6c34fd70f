"""Signing in in the browser, with a server that checks what the rules say, and against the stand-in."""

from __future__ import annotations

import base64
import hashlib
import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from desktop.connectors.mastodon import Mastodon
from desktop.connectors.oauth import InBrowser
from desktop.errors import Refused
from desktop.web import Web
from tests.desktop.connectors.conftest import OURS
from tests.desktop.connectors.test_mastodon import INSTANCE
from tests.desktop.little_server import Asked, LittleServer, Says


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as worker:
        yield worker


class Doorkeeper:
    """A server that lets an app register and checks code, redirect and PKCE before it hands out a token."""

    def __init__(self, *, metadata: object = None) -> None:
        self.metadata, self.app, self.challenge = metadata, {}, ""

    def __call__(self, asked: Asked) -> Says:
        if asked.path == "/.well-known/oauth-authorization-server" and self.metadata is not None:
            return Says(self.metadata)
        if asked.path == "/api/v1/apps":
            self.app = asked.form
            return Says({"id": "1", "client_id": "the-client-id", "client_secret": "the-client-secret"})
        if asked.path == "/oauth/token":
            return self._token(asked.form)
        if asked.path == "/api/v1/accounts/verify_credentials":
            return Says(OURS if asked.headers["authorization"] == "Bearer the-access-token" else {}, 200)
        return Says(INSTANCE) if asked.path == "/api/v2/instance" else Says({}, 404)

    def _token(self, form: dict[str, str]) -> Says:
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        is_right = (
            form["code"] == "the-code"
            and form["client_secret"] == "the-client-secret"
            and form["redirect_uri"] == self.app["redirect_uris"]
            and base64.urlsafe_b64encode(digest).decode().rstrip("=") == self.challenge
        )
        good = {"access_token": "the-access-token", "token_type": "Bearer"}
        return Says(good) if is_right else Says({"error": "invalid_grant"}, 400)


def come_back(begun: InBrowser, **params: str) -> int:
    """What the browser does at the end: asks the listener for the redirect. Returns the status."""
    query = parse_qs(urlsplit(begun.url).query)
    redirect = urlsplit(query["redirect_uri"][0])
    browser = http.client.HTTPConnection(redirect.netloc, timeout=5)
    browser.request("GET", f"{redirect.path}?{urlencode({'state': query['state'][0], **params})}")
    status = browser.getresponse().status
    browser.close()
    return status


def begun(server: LittleServer, web: Web) -> tuple[InBrowser, dict[str, str]]:
    keeper = server.answer
    begun = Mastodon.begin_browser({"server": server.url}, web)
    query = {key: values[0] for key, values in parse_qs(urlsplit(begun.url).query).items()}
    assert isinstance(keeper, Doorkeeper)
    keeper.challenge = query["code_challenge"]
    return begun, query


def test_a_person_says_yes_and_is_signed_in(web: Web, worker: ThreadPoolExecutor) -> None:
    with LittleServer() as server:
        server.answer = keeper = Doorkeeper()
        signing_in, query = begun(server, web)
        waiting = worker.submit(signing_in.finish, 20)
        assert come_back(signing_in, state="guessed", code="evil") == 404
        assert come_back(signing_in, code="the-code") == 200
        signed = waiting.result(10)
    assert signing_in.url.startswith(f"{server.url}/oauth/authorize?")
    assert query["code_challenge_method"] == "S256"
    assert query["scope"] == keeper.app["scopes"]
    assert query["redirect_uri"] == keeper.app["redirect_uris"]
    assert query["redirect_uri"].startswith("http://127.0.0.1:")
    assert len(query["state"]) > 40
    assert (signed.handle, signed.remote_id) == ("@shop@quay.example", "1")
    assert signed.secrets == {
        "token": "the-access-token",
        "client_id": "the-client-id",
        "client_secret": "the-client-secret",
    }
    for secret in ("the-access-token", "the-client-secret", query["state"]):
        assert secret not in repr(signed) + repr(signing_in)


def test_a_server_says_where_its_pages_are_and_is_not_followed_into_plain_http(web: Web) -> None:
    with LittleServer() as server:
        said = {
            "authorization_endpoint": "https://login.quay.example/authorize",
            "token_endpoint": "http://evil.example/token",
        }
        server.answer = Doorkeeper(metadata=said)
        signing_in, _ = begun(server, web)
        signing_in.cancel()
        assert signing_in.url.startswith("https://login.quay.example/authorize?")
        assert signing_in._pages.token == f"{server.url}/oauth/token"


ENDS = [
    ({"error": "access_denied"}, r"^quay\.example wasn't allowed to connect\. Nothing was changed\.$"),
    ({"code": "another-code"}, r"turned it down\.$"),
]


@pytest.mark.parametrize(("params", "said"), ENDS)
def test_a_no_is_a_plain_sentence(
    web: Web, worker: ThreadPoolExecutor, params: dict[str, str], said: str
) -> None:
    with LittleServer() as server:
        server.answer = Doorkeeper()
        signing_in, _ = begun(server, web)
        waiting = worker.submit(signing_in.finish, 20)
        come_back(signing_in, **params)
        with pytest.raises(Refused, match=said) as caught:
            waiting.result(10)
    assert "the-client-secret" not in caught.value.details
    assert "another-code" not in caught.value.details


def test_waiting_ends_when_the_time_is_over_or_somebody_cancels(web: Web) -> None:
    with LittleServer() as server:
        server.answer = Doorkeeper()
        with pytest.raises(Refused, match="didn't send you back in time"):
            begun(server, web)[0].finish(0.05)
        signing_in, _ = begun(server, web)
        signing_in.cancel()
        with pytest.raises(Refused, match="Signing in was stopped"):
            signing_in.finish(20)


def test_a_server_that_registers_nobody_leaves_no_listener_behind(web: Web) -> None:
    with LittleServer() as server:
        server.answer = lambda asked: Says(INSTANCE) if "instance" in asked.path else Says({}, 403)
        with pytest.raises(Refused):
            Mastodon.begin_browser({"server": server.url}, web)


def test_the_stand_in_lets_us_in(
    mastodon_server: dict[str, Any], web: Web, worker: ThreadPoolExecutor
) -> None:
    signing_in = Mastodon.begin_browser({"server": mastodon_server["url"]}, web)
    waiting = worker.submit(signing_in.finish, 20)
    come_back(signing_in, code="mockcode_shop")
    signed = waiting.result(10)
    assert signed.handle == f"@shop@{urlsplit(mastodon_server['url']).netloc}"
    assert signed.secrets["token"]
