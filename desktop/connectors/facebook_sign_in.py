"""Signing in to a Facebook page with a pasted token: the page's own, or that of somebody who looks after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.connectors import SignedIn
from desktop.connectors.answers import Json, text, web_address
from desktop.connectors.graph import Graph, bad_token, pasted, required_id
from desktop.connectors.htmltext import one_line
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused

if TYPE_CHECKING:
    from desktop.web import Web

BASE = "https://graph.facebook.com/v25.0"
_MOST_PAGES = 10


def sign_in(fields: Mapping[str, str], web: Web) -> SignedIn:
    """The page a token is for. `fields["base"]` stands for Facebook's own address where there is one.

    Raises Misuse when several pages could be meant, LoginExpired when the token doesn't work.
    """
    base = fields.get("base", "") or BASE
    token, app_secret = pasted(fields.get("token", "")), pasted(fields.get("app_secret", ""))
    if not token:
        raise Misuse("Paste an access token.")
    try:
        token = _lasting(Graph("Facebook", "page", base, web, lambda: token, app_secret), fields, token)
        graph = Graph("Facebook", "page", base, web, lambda: token, app_secret)
        page, token = _page(graph, fields.get("page", ""), token)
    except (LoginExpired, Gone) as error:
        raise bad_token("Facebook", error) from None
    return _signed(base, page, {"token": token, **({"app_secret": app_secret} if app_secret else {})})


def _lasting(graph: Graph, fields: Mapping[str, str], token: str) -> str:
    """A token of an hour becomes one of 60 days, where we were given what that takes."""
    app_id = pasted(fields.get("app_id", ""))
    if not app_id or not graph.app_secret:
        return token
    asked = {
        "grant_type": "fb_exchange_token",
        "client_id": app_id,
        "client_secret": graph.app_secret,
        "fb_exchange_token": token,
    }
    try:
        return text(graph.get("oauth/access_token", asked, holds_secrets=True), "access_token")
    except (Refused, Garbled):  # a page's own token isn't exchanged, and needn't be
        return token


def _page(graph: Graph, wanted: str, token: str) -> tuple[Json, str]:
    """The page, and its own token."""
    pages = _looked_after(graph)
    if pages is None:
        return graph.get("me", {"fields": "id,name,link"}), token
    named = [page for page in pages if _is_called(page, wanted)] if wanted.strip() else pages
    if len(named) != 1:
        raise Misuse(_which(pages, wanted))
    return named[0], text(named[0], "access_token")


def _looked_after(graph: Graph) -> list[Json] | None:
    """The pages somebody looks after; None where the token is a page's own, which looks after none."""
    found: list[Json] = []
    fields = {"fields": "id,name,link,access_token"}
    try:
        for page in graph.pages("me/accounts", fields, _MOST_PAGES, holds_secrets=True):
            found += page
    except Gone:
        return None
    return found


def _is_called(page: Json, wanted: str) -> bool:
    return wanted.strip().casefold() in (_name(page).casefold(), text(page, "id", ""))


def _name(page: Json) -> str:
    return one_line(text(page, "name", ""))


def _which(pages: list[Json], wanted: str) -> str:
    names = ", ".join(sorted(_name(page) for page in pages))
    if not pages:
        return "That sign-in looks after no page. Choose the page when you make the token at Facebook."
    if wanted.strip():
        return f"That sign-in looks after no page called “{one_line(wanted, 80)}”. It looks after: {names}."
    return f"That sign-in looks after several pages: {names}. Say which one."


def _signed(base: str, page: Json, secrets: Mapping[str, str]) -> SignedIn:
    return SignedIn(
        handle=_name(page) or required_id(page),
        name=_name(page),
        remote_id=required_id(page),
        facts={"base": base, "link": web_address(text(page, "link", ""))},
        secrets=secrets,
    )
