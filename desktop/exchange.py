"""One HTTP request on its way: how its failures become ours, and how its answer is read.

Used by `web` alone. Knows nothing of the library that carries it, and lets no secret into an error:
query strings are cut off, and what we sent is masked.
"""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    TooMuch,
    Unanswered,
)
from desktop.pace import asked_to_wait

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile(  # a half of a character without its other half, behind whatever is whole
    r"(?:[^\\]++|\\[^u]|\\u(?![dD][89a-fA-F])|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})*+"
    r"\\u[dD][89a-fA-F]"
)
_QUERY = re.compile(r"\?[^\s\"'<>)]*")
_FRESH_SECRET = re.compile(r'("(?:access_token|refresh_token|id_token|client_secret)"\s*:\s*")[^"]*')
_SHORTEST_SECRET = 8
_NO_DATA = getattr(socket, "EAI_NODATA", socket.EAI_NONAME)
_UNKNOWN_WAIT_S = 60.0
_HAVING_TROUBLE = "It may be having trouble. We'll try again."

JsonType = type[dict[str, Any]] | type[list[Any]]


class Body:
    """A request body that knows whether anybody has begun to send it.

    Headers leave before the body is read, and a request without its body is no request: as long as
    `was_read` is False, the place can't have acted on it.
    """

    def __init__(self, content: bytes) -> None:
        self._content, self._at, self.was_read = content, 0, False

    def __len__(self) -> int:
        return len(self._content)

    def __iter__(self) -> Iterator[bytes]:  # says that this is a stream
        yield self.read()

    def read(self, size: int | None = -1) -> bytes:
        self.was_read = True
        end = len(self._content) if size is None or size < 0 else self._at + size
        part = self._content[self._at : end]
        self._at += len(part)
        return part


@dataclass(slots=True)
class Request:
    """One request, with what is needed to tell how it failed. `sent` may not show up in an error; `is_told`: its
    address comes from somebody we don't know."""

    method: str
    url: str
    headers: dict[str, str] = field(repr=False)
    params: Mapping[str, Any] | None = field(default=None, repr=False)
    body: Body | None = field(default=None, repr=False)
    sent: tuple[str, ...] = field(default=(), repr=False)
    is_told: bool = False

    @property
    def host(self) -> str:
        """Host and port, without a user name."""
        return (urlsplit(self.url).netloc or self.url).rpartition("@")[2]

    @property
    def is_read(self) -> bool:
        return self.method == "GET"

    @property
    def has_left(self) -> bool:
        """May the place have acted on it? An unread body proves that not; without a body, it may."""
        return not self.is_read and (self.body is None or self.body.was_read)

    def hide(self, values: Iterator[str]) -> None:
        self.sent += tuple(value for value in values if len(value) >= _SHORTEST_SECRET)

    def details(self, what: object) -> str:
        text = _QUERY.sub("?…", f"{self.method} {urlsplit(self.url).path} at {self.host}: {what}")
        for secret in self.sent:
            text = text.replace(secret, "…")
        return text[:600].encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer as it came. Header names are lower case; `links` maps rel -> address."""

    status: int
    headers: Mapping[str, str]
    links: Mapping[str, str]
    body: bytes

    @property
    def is_redirect(self) -> bool:
        return 300 <= self.status < 400


def refusal(request: Request, raw: Raw) -> ShopError:
    """The error for an answer that isn't 2xx. Decided by the status, never by the (translated) text."""
    host, status = request.host, raw.status
    details = request.details(f"HTTP {status} {_said(raw.body)}")
    if status in (408, 425, 429) or status >= 500:
        return _trouble(request, raw, details)
    if status == 401:
        return LoginExpired(f"{host} signed us out.", details=details)
    if status in (404, 410):
        return Gone("That isn't there any more.", details=details)
    if 400 <= status < 500:
        said = f"{host} doesn't let us do that." if status == 403 else f"{host} turned it down."
        return Refused(said, details=details)
    return Garbled(f"{host} gave an answer we don't understand.", details=details)


def _trouble(request: Request, raw: Raw, details: str) -> ShopError:
    """Wait and try again; but a write that broke may have worked, unless it was turned away at the door."""
    was_turned_away = raw.status < 500 or (raw.status == 503 and "retry-after" in raw.headers)
    if not request.is_read and not was_turned_away:
        words = f"{request.host} had a problem just then. It may have worked or not."
        return Unanswered(words, details=details)
    asked, broken = f"{request.host} asked us to slow down.", f"{request.host} isn't working right now."
    seconds = asked_to_wait(raw.headers)
    seconds = _UNKNOWN_WAIT_S if seconds is None else seconds
    return SlowDown(asked if raw.status == 429 else broken, seconds=seconds, details=details)


def no_answer(request: Request, error: BaseException) -> ShopError:
    """Unanswered when the place may have acted on it, Offline otherwise."""
    causes = _causes(error)
    details = request.details(causes)
    if request.has_left and not _failed_while_connecting(causes):
        return Unanswered(f"{request.host} didn't answer. It may have worked or not.", details=details)
    if "SSLCertVerificationError" in causes:
        return Offline(f"The connection to {request.host} isn't safe, so we didn't use it.", details=details)
    return Offline(f"{request.host} can't be reached.", details=details)


def unreadable(request: Request, error: object) -> ShopError:
    """An answer came, but not one that can be decoded: for a write, that is no answer."""
    if request.has_left:
        words = f"{request.host} answered in a way we can't read. It may have worked or not."
        return Unanswered(words, details=request.details(error))
    words = f"{request.host} gave an answer we don't understand."
    return Garbled(words, advice=_HAVING_TROUBLE, details=request.details(error))


def too_much(request: Request) -> ShopError:
    """An answer beyond what we take: for a write, that is no answer."""
    what = unreadable(request, "far too much")
    if isinstance(what, Unanswered):
        return what
    return TooMuch(f"{request.host} sent far more than fits.", advice=_HAVING_TROUBLE, details=what.details)


def _failed_while_connecting(causes: str) -> bool:
    """For requests without a body: failures that can only happen before anything is sent."""
    names = ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "SSLCertVerificationError")
    return any(name in causes for name in names)


def _causes(error: BaseException) -> str:
    """The class names down the chain of causes: enough to tell what happened, and nothing of what we sent."""
    names: list[str] = []
    at: BaseException | None = error
    while at is not None and len(names) < 8:
        names.append("unknown host" if _is_unknown_host(at) else type(at).__name__)
        inner = getattr(at, "reason", None) or (at.args[0] if at.args else None)
        at = inner if isinstance(inner, BaseException) else at.__cause__ or at.__context__
    return " < ".join(names)


def _is_unknown_host(error: BaseException) -> bool:
    """The name doesn't exist, as far as anybody knows; not: nobody could be asked."""
    return isinstance(error, socket.gaierror) and error.errno in (socket.EAI_NONAME, _NO_DATA)


def _said(body: bytes) -> str:
    """How an answer begins, without secrets it brings; one that is cut off may begin with those."""
    return _FRESH_SECRET.sub(r"\1…", body[:4000].decode("utf-8", "replace"))[:300]


def decoded(request: Request, raw: Raw, expect: JsonType | None) -> Any:
    """The JSON of a good answer; None for an empty one that nothing is expected of. Raises Garbled."""
    if not raw.body.strip() and expect is None:
        return None
    data, trouble = _loaded(raw)
    if not trouble and expect is not None and not isinstance(data, expect):
        trouble = f"a {type(data).__name__} where a {expect.__name__} belongs"
    if trouble:
        words = f"{request.host} answered with something that isn't an answer."
        raise Garbled(words, advice=_HAVING_TROUBLE, details=request.details(trouble))
    return data


def _loaded(raw: Raw) -> tuple[Any, str]:
    """The data, or what is wrong with it. Half a character can't be stored or shown: it becomes "?"."""
    try:
        text = raw.body.decode(json.detect_encoding(raw.body), "replace").removeprefix("\ufeff")
        data = json.loads(text, parse_constant=_no_constant)
        if _SURROGATE.search(text) and _HALF.match(text):
            data = json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
        return data, ""
    except (ValueError, RecursionError):
        return None, f"not JSON ({raw.headers.get('content-type', 'no type')}): {_said(raw.body)}"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} isn't JSON")
