"""Signing in to a Mastodon-like server: find it, register with it, let a person say yes in the browser.

RFC 6749 with PKCE (RFC 7636, S256) and a loopback redirect (RFC 8252); each sign-in registers an app of
its own, since servers hand out a client secret that can't be shipped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from desktop.connectors import SignedIn, oauth
from desktop.connectors.answers import Json, mapping, number, text, web_address
from desktop.connectors.htmltext import one_line
from desktop.connectors.mastodon_posts import Reader
from desktop.connectors.oauth import Client, InBrowser, Pages
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Offline, Refused
from desktop.web import Web, is_loopback

SCOPES = "read:accounts read:notifications read:statuses read:search write:statuses write:media"
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?(:\d{1,5})?|\[[0-9a-f:]+\](:\d{1,5})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was found, with what it says of itself."""

    base: str  # "https://quay.example"
    domain: str  # "quay.example", the part after the second @
    facts: Mapping[str, str]

    def sign_in(self, token: str, web: Web, more: Mapping[str, str] | None = None) -> SignedIn:
        """Who the token belongs to. Raises LoginExpired when it doesn't work, Refused when it may too little."""
        try:
            url = f"{self.base}/api/v1/accounts/verify_credentials"
            account = web.get_json(url, headers=bearer(token), expect=dict).data
        except LoginExpired as error:
            raise LoginExpired(
                f"That sign-in key doesn't work at {self.domain}.",
                advice="Copy it again, whole, or sign in in the browser.",
                details=error.details,
            ) from None
        author = Reader(self.domain, "").author(account)
        return SignedIn(
            handle=author.handle,
            name=author.name,
            remote_id=text(account, "id"),
            host=self.domain,
            facts=self.facts,
            secrets={"token": token, **(more or {})},
        )


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


# ---- finding the server --------------------------------------------------------------------------------


def find(typed: str, web: Web) -> Server:
    """The server somebody typed: "quay.example", "@shop@quay.example", "https://quay.example/@shop"…

    Raises Misuse when there is none, and what requests raise.
    """
    base = _base(typed)
    try:
        found = _instance(base, web)
        other = None if found else _other_host(base, web)
        found = found or (_instance(other, web) if other else None)
        if found is not None:
            is_told = web.stays_out_there(found.base)  # it was named by the one that was typed
            return replace(found, facts={**found.facts, "told": "yes"}) if is_told else found
    except Offline as error:
        if "unknown host" not in error.details:
            raise
    raise no_server(typed)


def no_server(typed: str) -> Misuse:
    host = one_line(_typed(typed)[1] or typed, 80)
    return Misuse(f'There\'s no Mastodon server at "{host}". Check the spelling.')


def _typed(typed: str) -> tuple[str, str]:
    """Scheme and host in "quay.example", "@shop@quay.example", "https://quay.example/@shop"."""
    scheme, _, rest = one_line(typed).lower().rpartition("://")
    return scheme, rest.partition("/")[0].partition("?")[0].rpartition("@")[2]


def _base(typed: str) -> str:
    """Scheme and host of what was typed. http only where it was typed, and only on this computer."""
    if not typed.strip():
        raise Misuse("What's your server? The part after the second @.")
    scheme, host = _typed(typed)
    is_address = _HOST.fullmatch(host) is not None and scheme in ("", "https", "http")
    try:
        name = urlsplit(f"https://{host}").hostname or ""
        _ = urlsplit(f"https://{host}").port
    except ValueError:
        raise no_server(typed) from None
    if not is_address or not ("." in name or is_loopback(name)):
        raise no_server(typed)
    return f"{'http' if scheme == 'http' and is_loopback(name) else 'https'}://{host}"


def _instance(base: str, web: Web) -> Server | None:
    """What the server says of itself; None when no Mastodon-like server answers there."""
    for version in ("v2", "v1"):
        try:
            answer = web.get_json(f"{base}/api/{version}/instance", expect=dict, follow_elsewhere=True)
            parts = urlsplit(answer.url)
            return _described(f"{parts.scheme}://{parts.netloc}", answer.data)
        except (Gone, Garbled, Refused, LoginExpired):
            continue
    return None


def _other_host(base: str, web: Web) -> str | None:
    """Where people's names end in "quay.example" and the server is "social.quay.example": nodeinfo knows."""
    try:
        data = web.get_json(f"{base}/.well-known/nodeinfo", expect=dict, follow_elsewhere=True).data
        links = data.get("links")
        hrefs = (
            [link.get("href") for link in links if isinstance(link, dict)] if isinstance(links, list) else []
        )
        parts = urlsplit(next((href for href in hrefs if isinstance(href, str)), ""))
    except (Gone, Garbled, Refused, LoginExpired, ValueError):
        return None
    other = f"{parts.scheme}://{parts.netloc}"
    is_other = parts.netloc and other != base and parts.scheme == urlsplit(base).scheme
    return other if is_other and web.may_lead(urlsplit(base).hostname or "", other) else None


def _described(base: str, data: Json) -> Server:
    """Facts worth keeping: limits, and what kind of server it is. Raises Garbled."""
    version = one_line(text(data, "version"), 60)
    uri = text(data, "domain", "") or text(data, "uri", "")
    domain = one_line(uri.removeprefix("https://").removeprefix("http://").strip("/"), 255).lower()
    statuses = mapping(mapping(data, "configuration", {}), "statuses", {})
    most = number(statuses, "max_characters", 0) or number(data, "max_toot_chars", 500)
    facts = {
        "base": base,
        "domain": domain or urlsplit(base).netloc,
        "version": version,
        "software": _software(version, text(data, "source_url", "")),
        "api": str(number(mapping(data, "api_versions", {}), "mastodon", 0)),
        "max_characters": str(most if 0 < most < 10_000_000 else 500),
        "url_characters": str(max(number(statuses, "characters_reserved_per_url", 0), 0)),
    }
    return Server(base, facts["domain"], facts)


def _software(version: str, source_url: str) -> str:
    low = version.lower()
    if "pleroma" in low or "akkoma" in low:
        return "pleroma"
    if "gotosocial" in source_url.lower() or low.startswith("0."):
        return "gotosocial"
    return "other" if "compatible" in low else "mastodon"


# ---- in the browser ------------------------------------------------------------------------------------


def begin(server: Server, web: Web) -> InBrowser:
    """Registers with the server and makes the address for the browser."""

    def registered(redirect: str) -> Client:
        app = _register(server, web, redirect)
        return Client(text(app, "client_id"), text(app, "client_secret", ""))

    def signed(answer: Mapping[str, Any], client: Client) -> SignedIn:
        return server.sign_in(text(dict(answer), "access_token"), web, client.form())

    return oauth.begin(_pages(server, web), registered, SCOPES, signed, web, scope_with_code=True)


def _register(server: Server, web: Web, redirect: str) -> Json:
    form = {"client_name": "Said & Done", "redirect_uris": redirect, "scopes": SCOPES}
    answer: dict[str, Any] = web.post_json(f"{server.base}/api/v1/apps", form=form, expect=dict).data
    return answer


def _pages(server: Server, web: Web) -> Pages:
    """Where to send the browser and where to ask for the token (servers before 4.3 don't say)."""
    usual = Pages(server.domain, f"{server.base}/oauth/authorize", f"{server.base}/oauth/token")
    try:
        said = web.get_json(f"{server.base}/.well-known/oauth-authorization-server", expect=dict).data
    except (Gone, Refused, LoginExpired, Garbled):
        return usual
    return Pages(
        server.domain,
        _endpoint(said.get("authorization_endpoint"), usual.authorize, web),
        _endpoint(said.get("token_endpoint"), usual.token, web),
    )


def _endpoint(said: object, usual: str, web: Web) -> str:
    """The address the server names, if it is as safe as the usual one."""
    if isinstance(said, str) and "?" not in said and "#" not in said:
        try:
            parts, ours = urlsplit(said), urlsplit(usual)
        except ValueError:
            return usual
        if (parts.scheme, parts.netloc) == (ours.scheme, ours.netloc):
            return said
        if parts.scheme == "https" and web_address(said) and web.may_lead(ours.hostname or "", said):
            return said
    return usual
