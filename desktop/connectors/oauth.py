"""Signing in in the system browser, for every place that does it the usual way.

RFC 6749 with PKCE (RFC 7636, S256) and a loopback redirect (RFC 8252), and renewing what it gave.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlencode

from desktop.connectors import SignedIn
from desktop.connectors.loopback import Cancelled, Loopback, Params
from desktop.errors import Garbled, LoginExpired, Refused
from desktop.web import Web

_DONE = "You're signed in. Close this page and go back to Said & Done."
_NOT_DONE = "Nothing was connected. Close this page and go back to Said & Done."


class Client(NamedTuple):
    """What a place knows an app by. Native apps often have no secret, or one that isn't kept secret."""

    id: str
    secret: str = ""

    def __repr__(self) -> str:
        return f"Client({self.id!r})"

    def form(self) -> dict[str, str]:
        return {"client_id": self.id, "client_secret": self.secret} if self.secret else {"client_id": self.id}


class Pages(NamedTuple):
    """Where to send the browser, and where to ask for the token. `place` is the place's name for people."""

    place: str
    authorize: str
    token: str


Signed = Callable[[Mapping[str, Any], Client], SignedIn]  # the token answer, the client -> who that is


@dataclass(slots=True)
class InBrowser:
    """A sign-in under way: open `url`, then `finish`. Secrets are kept out of the repr."""

    url: str = field(repr=False)
    _pages: Pages
    _client: Client = field(repr=False)
    _web: Web = field(repr=False)
    _listener: Loopback = field(repr=False)
    _form: Mapping[str, str] = field(repr=False)
    _state: str = field(repr=False)
    _signed: Signed = field(repr=False)

    def finish(self, timeout_s: float = 300.0) -> SignedIn:
        """Waits for the person, then asks for the token. Raises Refused when it didn't come to that."""
        params = self._waited(timeout_s)
        code = params.get("code", "")
        if not code:
            raise Refused(f"{self._pages.place} wasn't allowed to connect. Nothing was changed.")
        form = {"grant_type": "authorization_code", "code": code, **self._form, **self._client.form()}
        answer = self._web.post_json(self._pages.token, form=form, expect=dict).data
        token_of(answer, self._pages.place)
        return self._signed(answer, self._client)

    def cancel(self) -> None:
        self._listener.cancel()

    def _waited(self, timeout_s: float) -> Params:
        try:
            return self._listener.wait(timeout_s, self._accepts)
        except TimeoutError:
            words = f"{self._pages.place} didn't send you back in time. Nothing was changed."
        except Cancelled:
            words = "Signing in was stopped. Nothing was changed."
        raise Refused(words, advice="Try again when you're ready.")

    def _accepts(self, params: Params) -> str:
        """What the browser shows; nothing for a request that doesn't know our secret state."""
        if not hmac.compare_digest(params.get("state", "").encode(), self._state.encode()):
            return ""
        return _DONE if params.get("code") else _NOT_DONE


def begin(
    pages: Pages,
    client: Callable[[str], Client],
    scopes: str,
    signed: Signed,
    web: Web,
    *,
    port: int = 0,
    path: str = "/callback",
    more: Mapping[str, str] | None = None,
    scope_with_code: bool = False,
) -> InBrowser:
    """Opens the listener and makes the address for the browser.

    `client` gets the address to come back to (to register with it where that is needed). `port`: a fixed one, for
    places that compare the whole address; 0 takes any. `more`: further query parameters of the place.
    `scope_with_code`: name the scopes again when the code is exchanged. Raises Misuse when the port is taken, and
    what `client` raises.
    """
    listener = Loopback(path, port=port)
    try:
        who = client(listener.url)
        state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        digest = hashlib.sha256(verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": who.id,
            "redirect_uri": listener.url,
            "scope": scopes,
            "state": state,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
            **(more or {}),
        }
        form = {"redirect_uri": listener.url, "code_verifier": verifier}
        if scope_with_code:
            form["scope"] = scopes
        return InBrowser(
            f"{pages.authorize}?{urlencode(query)}", pages, who, web, listener, form, state, signed
        )
    except BaseException:
        listener.close()
        raise


def renewed(pages: Pages, client: Client, refresh_token: str, web: Web) -> Mapping[str, Any]:
    """A fresh token answer for a refresh token. Raises LoginExpired when the place no longer takes it."""
    form = {"grant_type": "refresh_token", "refresh_token": refresh_token, **client.form()}
    try:
        answer = web.post_json(pages.token, form=form, expect=dict).data
    except Refused as error:  # 400 invalid_grant: revoked, expired, used before (RFC 6749, 5.2)
        raise LoginExpired(f"{pages.place} signed us out.", details=error.details) from None
    token_of(answer, pages.place)
    return dict(answer)


def token_of(answer: Mapping[str, Any], place: str) -> str:
    """The access token of an answer. Raises Garbled when there is none."""
    token = answer.get("access_token")
    if not isinstance(token, str) or not token:
        raise Garbled(f"{place} gave an answer we don't understand.", details="no access_token")
    return token
