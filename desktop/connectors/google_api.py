"""Asking Google with a sign-in that renews itself, and telling in plain words what Google says no with.

Google decides by HTTP status, `error.status` and the reasons in `error.errors[]` and `error.details[]`
(the second form is google.rpc.ErrorInfo); its messages are never read.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from desktop.connectors import Keys, SignedIn, oauth
from desktop.connectors.answers import Json
from desktop.connectors.oauth import Client, InBrowser, Pages
from desktop.errors import LoginExpired, Misuse, NoRights, Refused, ShopError, SlowDown
from desktop.web import Answer, Web

_EARLY_S = 60  # so long before its end a token is renewed
_TOKEN_S = 3600
_OFF = frozenset({"SERVICE_DISABLED", "accessNotConfigured"})
_TOO_LITTLE = frozenset({"ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"})
_TOO_FAST = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED"})


class Service(NamedTuple):
    """One of Google's services. `place` as people know it, `api` as the Cloud console calls it."""

    place: str
    api: str
    scope: str


class Said(NamedTuple):
    """What an answer that says no is decided by."""

    status: int
    reasons: frozenset[str]
    most: str  # the quota it speaks of, "0" for a project that wasn't let in


# ---- signing in --------------------------------------------------------------------------------------


def pages(service: Service, base: str = "") -> Pages:
    """Where to sign in. `base`: one address in place of all of Google's, for tests."""
    return Pages(
        service.place,
        f"{base or 'https://accounts.google.com'}/o/oauth2/v2/auth",
        f"{base or 'https://oauth2.googleapis.com'}/token",
    )


@dataclass(slots=True)
class GoogleSignIn:
    """A sign-in in the browser whose failures are told as this file tells them."""

    url: str = field(repr=False)
    _inner: InBrowser
    _service: Service

    def finish(self, timeout_s: float = 300.0) -> SignedIn:
        try:
            return self._inner.finish(timeout_s)
        except ShopError as error:
            failure = error
        raise _wrong_client(failure, self._service)

    def cancel(self) -> None:
        self._inner.cancel()


def client_of(fields: Mapping[str, str]) -> Client:
    """The owner's own client. Raises Misuse for what can't be one."""
    client = Client("".join(fields.get("client_id", "").split()), "".join(fields.get("client_secret", "").split()))
    if not client.id or not client.secret:
        raise Misuse("Paste the client ID and the client secret from the Google Cloud console.")
    return client


def begin(
    service: Service, fields: Mapping[str, str], web: Web, found: Callable[[Session], SignedIn]
) -> GoogleSignIn:
    """Opens Google in the browser; `found` says who signed in. Google gives a refresh token only when asked to."""
    client, base = client_of(fields), fields.get("base", "")

    def signed(answer: Mapping[str, Any], client: Client) -> SignedIn:
        return found(_allowed(Session(service, client, Keys("", _kept(answer, client)), web, base), answer))

    more = {"access_type": "offline", "prompt": "consent"}
    where = pages(service, base)
    inner = oauth.begin(where, lambda _: client, service.scope, signed, web, more=more)
    return GoogleSignIn(inner.url, inner, service)


def with_token(
    service: Service, fields: Mapping[str, str], web: Web, found: Callable[[Session], SignedIn]
) -> SignedIn:
    """Signs in with a refresh token that was made elsewhere for the same client."""
    client, token = client_of(fields), "".join(fields.get("refresh", "").split())
    if not token:
        raise Misuse("Sign in in the browser, or paste a refresh token.")
    base = fields.get("base", "")
    try:
        answer = oauth.renewed(pages(service, base), client, token, web)
    except ShopError as error:
        failure = error
    else:
        keys = Keys("", _kept(answer, client, token))
        return found(_allowed(Session(service, client, keys, web, base), answer))
    if isinstance(failure, LoginExpired) and failure.answer is None:
        raise Refused(
            f"{service.place} doesn't take that refresh token.",
            advice="Copy it again, whole, or sign in in the browser.",
            details=failure.details,
        )
    raise _wrong_client(failure, service)


def _kept(answer: Mapping[str, Any], client: Client, refresh: str = "") -> dict[str, str]:
    """What goes to the vault of a token answer."""
    more, seconds = answer.get("refresh_token"), answer.get("expires_in")
    until = time.time() + (seconds if isinstance(seconds, int) and 0 < seconds < 10**7 else _TOKEN_S)
    return {
        "token": str(answer["access_token"]),
        "refresh": more if isinstance(more, str) and more else refresh,
        "until": str(int(until)),
        "client_secret": client.secret,
    }


def _allowed(session: Session, answer: Mapping[str, Any]) -> Session:
    """The session, if every box was left ticked. Raises Refused."""
    place, given = session.service.place, answer.get("scope")
    if isinstance(given, str) and session.service.scope not in given.split():
        raise Refused(
            f"{place} wasn't allowed what Said & Done needs. Nothing was changed.",
            advice="Sign in again and leave the box on Google's page ticked.",
        )
    if not session.keys["refresh"]:
        raise Refused(
            f"{place} let us in for an hour only. Nothing was changed.",
            advice="Take Said & Done's access away in your Google account, under Security, and sign in again.",
        )
    return session


def _wrong_client(error: ShopError, service: Service) -> ShopError:
    said = said_in(error)
    if said is not None and said.reasons & {"invalid_client", "unauthorized_client"}:
        return Misuse(
            "Google doesn't know that client ID and secret.",
            advice="Copy both again from the Google Cloud console.",
            details=error.details,
        )
    if said is not None and "invalid_grant" in said.reasons:
        return Refused(
            f"{service.place} didn't take that sign-in. Nothing was changed.",
            advice="Sign in again.",
            details=error.details,
        )
    return error


# ---- asking ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Session:
    """One job's questions to one service. The token is renewed when it is old, or when Google says it is."""

    service: Service
    client: Client
    keys: Keys
    web: Web
    base: str = ""
    explain: Callable[[ShopError, Said], ShopError | None] = field(default=lambda error, said: None)  # noqa: ARG005

    def get(self, url: str, params: Mapping[str, Any] | None = None) -> Json:
        return self._data(url, lambda headers: self.web.get_json(url, params, headers, expect=dict))

    def put(self, url: str, body: object) -> Json:
        return self._data(url, lambda headers: self.web.put_json(url, json=body, headers=headers, expect=dict))

    def post(self, url: str, body: object) -> Json:
        return self._data(url, lambda headers: self.web.post_json(url, json=body, headers=headers, expect=dict))

    def tell(self, url: str) -> None:
        """A POST without a body, which gives nothing back."""
        self._ask(url, lambda headers: self.web.post_json(url, headers=headers))

    def delete(self, url: str) -> None:
        self._ask(url, lambda headers: self.web.delete(url, headers))

    def _data(self, url: str, send: Callable[[dict[str, str]], Answer]) -> Json:
        data: Json = self._ask(url, send)
        return data

    def _ask(self, url: str, send: Callable[[dict[str, str]], Answer]) -> Any:
        try:
            return self._send(send)
        except ShopError as error:
            failure = error
        raise self._told(failure, urlsplit(url).netloc)

    def _send(self, send: Callable[[dict[str, str]], Answer]) -> Any:
        if self._is_old():
            self._renew()
        try:
            return send(self._bearer()).data
        except LoginExpired:
            pass
        self._renew()  # turned away at the door: nothing was done, so it may be asked again
        return send(self._bearer()).data

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.keys.get('token', '')}"}

    def _is_old(self) -> bool:
        until = self.keys.get("until", "")
        return not self.keys.get("token") or (until.isdecimal() and time.time() > int(until) - _EARLY_S)

    def _renew(self) -> None:
        """A fresh token, kept before it is used. Raises LoginExpired when Google no longer gives one."""
        self.keys.renew("token", self._fresh)

    def _fresh(self, kept: Mapping[str, str]) -> Mapping[str, str]:
        place, refresh = self.service.place, kept.get("refresh", "")
        client = Client(self.client.id, kept.get("client_secret", ""))
        details, is_client = "no refresh token", False
        if refresh:
            try:
                answer = oauth.renewed(pages(self.service, self.base), client, refresh, self.web)
                return _kept(answer, client, refresh)
            except LoginExpired as error:
                details, is_client = error.details, error.answer is not None
        words = "If that happens every week, your app at Google is still in testing: publish it there, under Audience."
        if is_client:  # 401: it is the app that Google no longer takes
            words = "Your app may have a new client secret in the Google Cloud console: sign in again with that."
        raise LoginExpired(f"{place} signed us out. {words}", details=details)

    def _told(self, error: ShopError, host: str) -> ShopError:
        """The error in our words; of another kind only where Google's codes say so."""
        place = self.service.place
        for secret in filter(None, (self.keys.get(name) for name in ("token", "refresh", "client_secret"))):
            error.details = error.details.replace(secret, "…")  # an answer may hold more than what we sent
        said = said_in(error)
        if said is None:
            return _named(error, host, place)
        return self.explain(error, said) or _of_code(error, said, self.service) or _named(error, host, place)


def said_in(error: ShopError) -> Said | None:
    """What Google's answer says in codes; None where there was no answer, or not one of Google's."""
    if error.answer is None:
        return None
    try:
        body = json.loads(error.answer.body)
    except (ValueError, RecursionError):
        return None
    about = body.get("error") if isinstance(body, dict) else None
    if isinstance(about, str):  # RFC 6749, 5.2
        return Said(error.answer.status, frozenset({about}), "")
    if not isinstance(about, dict):
        return None
    parts = [one for name in ("errors", "details") for one in _dicts(about.get(name))]
    reasons = {about.get("status"), *(one.get("reason") for one in parts)}
    most = [data.get("quota_limit_value") for one in parts if isinstance(data := one.get("metadata"), dict)]
    texts = frozenset(one for one in reasons if isinstance(one, str))
    return Said(error.answer.status, texts, next((one for one in most if isinstance(one, str)), ""))


def _dicts(items: object) -> list[dict[str, Any]]:
    return [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []


def _named(error: ShopError, host: str, place: str) -> ShopError:
    """With the place's name where the door only knew an address."""
    error.args = (str(error).replace(host, place), *error.args[1:])
    return error


def _of_code(error: ShopError, said: Said, service: Service) -> ShopError | None:
    """What every Google service says with the same codes."""
    place, api, details = service.place, service.api, error.details
    if said.reasons & _OFF:
        advice = "Open the Google Cloud console, APIs & Services, Library, and press Enable. Then wait some minutes."
        return Refused(f"The {api} isn't switched on in your Google project.", advice=advice, details=details)
    if said.most == "0" and said.status in (403, 429):
        advice = "Ask Google for access with your project's number. It answers within about 14 days."
        return Refused(f"Google hasn't let your project use the {api} yet.", advice=advice, details=details)
    if said.reasons & _TOO_LITTLE:
        words = "wasn't allowed enough when you signed in. Sign in again and leave every box ticked."
        return LoginExpired(f"{place} {words}", details=details)
    if said.status == 403 and said.reasons & _TOO_FAST:
        return SlowDown(f"{place} asked us to slow down.", details=details)
    if said.status == 403:
        return _no_rights(place, details, is_read=details.startswith("GET "))
    return None


def _no_rights(place: str, details: str, *, is_read: bool) -> NoRights:
    if is_read:
        words = f"{place} doesn't show this page to the account you signed in with."
    else:
        words = f"{place} lets us read this page but not post."
    return NoRights(f"{words} Someone with full access has to allow it.", details=details)
