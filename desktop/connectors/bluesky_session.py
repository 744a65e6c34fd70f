"""Signing in at Bluesky with an app password, staying signed in, and what its refusals mean.

An account lives on a server of its own (a PDS), which its DID names; the app password goes there and nowhere
else. The server hands out a token for two hours and another, good once, to renew both (refreshSession).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar
from urllib.parse import unquote, urlsplit

from desktop.connectors import Keys, SignedIn
from desktop.connectors.answers import Json, mappings, text
from desktop.connectors.bluesky_posts import DID, author
from desktop.connectors.bluesky_words import HANDLE
from desktop.connectors.htmltext import one_line
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    Misuse,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    TryLater,
    Unanswered,
)
from desktop.web import Answer, Web, is_loopback

NAME = "Bluesky"
PUBLIC = "https://public.api.bsky.app"  # what anybody sees, signed out
_TAKEN_DOWN = ("AccountTakedown", "AccountSuspended")
_SWITCHED_OFF = ("AccountDeactivated", "AccountInactive")
_WHERE = "Make one at Bluesky: Settings, Privacy and security, App passwords."


class Directory(NamedTuple):
    """Who says which DID a handle has, and where a DID's server is."""

    handles: str = PUBLIC
    plc: str = "https://plc.directory"


# ---- what a refusal means --------------------------------------------------------------------------------


def code_of(error: ShopError) -> str:
    """The name of the error as the server gives it; "" where it gives none."""
    try:
        said = json.loads(error.answer.body) if error.answer else None
    except (ValueError, RecursionError):
        said = None
    code = said.get("error") if isinstance(said, dict) else None
    return code if isinstance(code, str) and re.fullmatch(r"\w{1,80}", code) else ""


def plainly(error: ShopError, host: str) -> ShopError:
    """The same trouble by its own name: what the machine code says, and the place in place of its host."""
    code, details = code_of(error), error.details
    if isinstance(error, TryLater | Unanswered):
        code = ""
    if code in ("ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired"):
        made: ShopError = LoginExpired(f"{NAME} signed us out.", details=details)
    elif code in _TAKEN_DOWN:
        words, advice = f"{NAME} has taken this account down.", "Only they can say why. Nothing here is lost."
        made = LoginExpired(words, advice=advice, details=details)
    elif code in _SWITCHED_OFF:
        words, advice = "This account is switched off.", f"Switch it on again at {NAME}. Nothing is lost."
        made = LoginExpired(words, advice=advice, details=details)
    elif code in ("NotFound", "RecordNotFound"):
        made = Gone("That isn't there any more.", details=details)
    elif code in ("BlockedActor", "BlockedByActor"):
        made = blocked(details)
    else:
        made = error
        error.args = (str(error).replace(host, NAME), *error.args[1:])
    made.answer = error.answer
    return made


def blocked(details: str = "") -> Refused:
    return Refused(f"One of you has blocked the other at {NAME}.", details=details)


_T = TypeVar("_T")


def asked(ask: Callable[[], _T], base: str) -> _T:
    """The answer to a request. Raises what went wrong, in our words."""
    try:
        return ask()
    except ShopError as error:
        trouble = plainly(error, urlsplit(base).netloc)
    raise trouble


# ---- signed in -------------------------------------------------------------------------------------------


class Service:
    """An account's own server, asked with a token that renews itself."""

    def __init__(self, base: str, did: str, keys: Keys, web: Web) -> None:
        self._base, self._did, self._keys, self._web = base, did, keys, web

    def get(self, nsid: str, params: Mapping[str, Any]) -> Answer:
        url = f"{self._base}/xrpc/{nsid}"
        return self._signed_in(lambda headers: self._web.get_json(url, params, headers, expect=dict))

    def post(self, nsid: str, body: Json) -> Json:
        url = f"{self._base}/xrpc/{nsid}"
        answer = self._signed_in(
            lambda headers: self._web.post_json(url, json=body, headers=headers, expect=dict)
        )
        data: Json = answer.data
        return data

    def _signed_in(self, ask: Callable[[dict[str, str]], Answer]) -> Answer:
        """Asks; where the token has run out, renews it and asks once more. It was turned away at the door
        then, so that a post isn't sent twice."""
        try:
            return self._once(ask)
        except LoginExpired as error:
            if code_of(error) != "ExpiredToken":
                raise
        self._keys.renew("access", self._fresh)
        return self._once(ask)

    def _once(self, ask: Callable[[dict[str, str]], Answer]) -> Answer:
        headers = {"Authorization": f"Bearer {self._keys.get('access', '')}"}
        return asked(lambda: ask(headers), self._base)

    def _fresh(self, kept: Mapping[str, str]) -> Mapping[str, str]:
        """A fresh pair of tokens; the one that asked for them is used up."""
        headers = {"Authorization": f"Bearer {kept.get('refresh', '')}"}
        try:
            session = _session(self._base, "refreshSession", self._web, headers=headers)
            if text(session, "did") == self._did:
                return _tokens(session)
            details = "another account answered"
        except Refused as error:
            details = error.details
        raise LoginExpired(f"{NAME} signed us out.", details=details)


def _session(
    base: str,
    call: str,
    web: Web,
    *,
    body: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Json:
    """A session of the account. Its answers are full of secrets: none of their text goes into an error."""
    url = f"{base}/xrpc/com.atproto.server.{call}"
    try:
        data: Json = web.post_json(url, json=body, headers=headers, expect=dict).data
        text(data, "did"), _tokens(data)
        return data
    except ShopError as error:
        trouble = _session_trouble(error, call, base)
    raise trouble


def _session_trouble(error: ShopError, call: str, base: str) -> ShopError:
    """Nothing of a person's left with such a request, so it can always be asked again."""
    code, status = code_of(error), error.answer.status if error.answer else 0
    made = plainly(error, urlsplit(base).netloc)
    if code == "AuthFactorTokenRequired":
        words = "That is the account's real password: it would want a code from an e-mail every time."
        made = Refused(words, advice=f"Paste an app password instead. {_WHERE}")
    elif isinstance(error, Unanswered) and status:
        made = SlowDown(f"{NAME} isn't working right now.")
    elif isinstance(error, Unanswered):
        made = Offline(f"{NAME} didn't answer.")
    made.details = f"{call}: HTTP {status} {code}".rstrip() if status else f"{call}: {type(error).__name__}"
    return made


def _tokens(session: Json) -> dict[str, str]:
    tokens = {"access": text(session, "accessJwt"), "refresh": text(session, "refreshJwt")}
    if not all(tokens.values()):
        raise Garbled(f"{NAME} gave an answer we don't understand.")
    return tokens


# ---- signing in ------------------------------------------------------------------------------------------


def sign_in(fields: Mapping[str, str], directory: Directory, web: Web) -> SignedIn:
    """Raises Misuse for a handle or a server that can't be, LoginExpired when the two don't go together."""
    handle = typed_handle(fields.get("handle", ""))
    password = "".join(fields.get("password", "").split())
    typed = fields.get("pds", "")
    server = typed_server(typed) if typed else find(handle, directory, web)
    session = _new_session(server, {"identifier": handle, "password": password}, web)
    here = is_loopback(urlsplit(server).hostname or "")
    named = "" if here else _server_of(session.get("didDoc"), server)
    is_other = named not in ("", server) and web.may_lead(urlsplit(server).hostname or "", named)
    base = named if is_other else server
    tokens, did = _tokens(session), text(session, "did")
    if not re.fullmatch(DID, did):
        raise Garbled(f"{NAME} gave an answer we don't understand.", details="no DID")
    name = _name_of(did, Service(base, did, Keys(did, tokens), web))
    known_as = one_line(text(session, "handle"))
    facts = {
        "base": base,
        "appview": base if here else PUBLIC,  # a server on this computer shows strangers its own pages
        "handle": handle,
        "search": one_line(fields.get("search", "")),
        "pds": typed,
    }
    if web.stays_out_there(base):
        facts["told"] = "yes"
    shown = handle if known_as == "handle.invalid" else known_as
    return SignedIn(f"@{shown}", name or shown, did, facts=facts, secrets=tokens)


def _new_session(server: str, body: Mapping[str, str], web: Web) -> Json:
    try:
        return _session(server, "createSession", web, body=body)
    except LoginExpired as error:
        if code_of(error) in (*_TAKEN_DOWN, *_SWITCHED_OFF):
            raise
        details = error.details
    words = "That handle and that app password don't go together."
    raise LoginExpired(words, advice=f"Copy the app password again, whole. {_WHERE}", details=details)


def _name_of(did: str, service: Service) -> str:
    """The name people read over our posts; the handle will do where there is none."""
    try:
        profile = service.get("app.bsky.actor.getProfile", {"actor": did}).data
        return author(profile).name
    except ShopError:
        return ""


def typed_handle(typed: str) -> str:
    """ "shop.example" from "@shop.example", "shop" or the address of a profile; a DID as it is. Raises Misuse."""
    words = one_line(typed).strip()
    words = words.rpartition("/profile/")[2].partition("/")[0].removeprefix("@")
    if re.fullmatch(DID, words):
        return words
    handle = words.lower() if "." in words or "@" in words or not words else f"{words.lower()}.bsky.social"
    if not re.fullmatch(HANDLE, handle):
        raise Misuse("Type your handle, like yourshop.bsky.social. It stands under your name there.")
    return handle


def is_told(facts: Mapping[str, str]) -> bool:
    """Was the account's server named by somebody else, and not typed by the owner?"""
    host = urlsplit(facts.get("base", "")).hostname
    return bool(host) and not is_loopback(host or "") and ("told" in facts or not facts.get("pds"))


def typed_server(typed: str) -> str:
    """Scheme and host of a server. http only where it was typed, and only on this computer. Raises Misuse."""
    scheme, _, rest = one_line(typed).lower().rpartition("://")
    server = _safe(f"{scheme or 'https'}://{rest.partition('/')[0]}", may_be_here=True)
    if not server:
        raise Misuse(f'There\'s no {NAME} server at "{one_line(typed, 80)}". Check the spelling.')
    return server


def find(handle: str, directory: Directory, web: Web) -> str:
    """The server of an account. Raises Misuse where there is no such account, and what requests raise."""
    teller = urlsplit(directory.plc).hostname or ""
    try:
        did = handle if handle.startswith("did:") else _did_of(handle, directory, web)
        base, url = _document(did, directory)
        if base != directory.plc and not web.may_lead(teller, base):
            raise Refused("That isn't a place on the web.")
        document = asked(lambda: web.get_json(url, expect=dict), base).data
        server = _server_of(document, directory.plc)
        words = f"The account {handle} has no server that we could ask. Check the spelling."
    except Refused:
        server, words = "", f'There\'s no account "{handle}" at {NAME}. Check the spelling.'
    if not server or not web.may_lead(teller, server):
        raise Misuse(words)
    return server


def resolve(handle: str, ask: Callable[[str, Mapping[str, Any]], Answer]) -> str:
    """The DID of a handle. Raises Refused where there is none."""
    did = text(ask("com.atproto.identity.resolveHandle", {"handle": handle}).data, "did")
    if not re.fullmatch(DID, did):
        raise Garbled(f"{NAME} gave an answer we don't understand.", details="no DID")
    return did


def _did_of(handle: str, directory: Directory, web: Web) -> str:
    def ask(nsid: str, params: Mapping[str, Any]) -> Answer:
        return web.get_json(f"{directory.handles}/xrpc/{nsid}", params, expect=dict)

    return asked(lambda: resolve(handle, ask), directory.handles)


def _document(did: str, directory: Directory) -> tuple[str, str]:
    """Where a DID's document is kept: (the host's address, the document's)."""
    if did.startswith("did:web:"):
        base = _safe(f"https://{unquote(did.removeprefix('did:web:'))}")
        if not base:
            raise Refused("That isn't an address.")
        return base, f"{base}/.well-known/did.json"
    return directory.plc, f"{directory.plc}/{did}"


def _server_of(document: object, told_by: str) -> str:
    """The server that a DID document names; "" for none, or one that isn't safe to send a password to."""
    may_be_here = is_loopback(urlsplit(told_by).hostname or "")
    try:
        services = mappings(document if isinstance(document, dict) else {}, "service")
    except Garbled:
        return ""
    for one in services:
        if str(one.get("id", "")).endswith("#atproto_pds"):
            return _safe(str(one.get("serviceEndpoint", "")), may_be_here=may_be_here)
    return ""


def _safe(address: str, *, may_be_here: bool = False) -> str:
    """Scheme and host of an address that may be asked with a secret; "" for any other."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_good = may_be_here if is_loopback(host) else parts.scheme == "https" and "." in host
    if not is_good or parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return ""
    return f"{parts.scheme}://{parts.netloc}"
