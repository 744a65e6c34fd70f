"""The one door to HTTP: time-outs, redirects, pace per host, and failures turned into ours.

`requests` is imported at the first request, not with this module: the window paints before.
A failed POST is two different errors: Offline (it never left) and Unanswered (no answer came).
"""

from __future__ import annotations

import json as json_module
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode, urljoin, urlsplit

from desktop.errors import Garbled, Misuse, Offline, Refusal, Refused, ShopError, SlowDown
from desktop.exchange import Body, JsonType, Raw, Request, decoded, no_answer, refusal, too_much, unreadable
from desktop.pace import PACE, Pace, used_up
from desktop.wires import AtHome, adapter, addresses, is_out_there
from desktop.wires import is_loopback as is_loopback

if TYPE_CHECKING:
    import requests

MOST_BYTES = 12_000_000
_MOST_HOPS = 3
_CHUNK = 65_536
_PAGE_PAUSE_S = 100.0  # between two pages of one host: six in ten minutes


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Header names are lower case, `links` maps rel -> address, `url` is where it came from;
    `has_moved`: it is to be asked for there from now on.

    The data may hold a fresh token, so a repr shows the status alone.
    """

    status: int
    data: Any = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    links: Mapping[str, str] = field(repr=False)
    url: str = field(default="", repr=False)
    has_moved: bool = False


@cache
def version() -> str:
    from importlib import metadata

    try:
        return metadata.version("said-and-done")
    except metadata.PackageNotFoundError:
        return "dev"


class Web:
    """A session with the outside. One per job, used by one thread; close it or use `with`.

    `offline` refuses everything with Offline (practice). `pages_at_home`: pages of this computer and of its
    network may be read (tests). Times are seconds.
    """

    def __init__(
        self,
        *,
        offline: bool = False,
        connect_s: float = 10,
        read_s: float = 30,
        whole_s: float = 120,
        most_bytes: int = MOST_BYTES,
        pace: Pace = PACE,
        pages_at_home: bool = False,
    ) -> None:
        self.is_offline, self._pages_at_home = offline, pages_at_home
        self._timeout, self._whole_s = (connect_s, read_s), whole_s
        self._most_bytes, self._pace = most_bytes, pace
        self._sessions: dict[bool, requests.Session] = {}
        self._told = set[str]()  # hosts that somebody else named

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()

    def waiting(self, *, read_s: float, whole_s: float, most_bytes: int) -> Web:
        """Another one, as this is but for how long it waits and how much it takes."""
        made = Web(
            offline=self.is_offline,
            connect_s=self._timeout[0],
            read_s=read_s,
            whole_s=whole_s,
            most_bytes=most_bytes,
            pace=self._pace,
            pages_at_home=self._pages_at_home,
        )
        made._told |= self._told
        return made

    def stay_out_there(self, url: str) -> None:
        """From now on its host is never looked for on this computer or in its network, whatever its name means by then:
        somebody else named it. Raises Misuse for what is no address."""
        self._told.add(_split(url).hostname)

    def stays_out_there(self, url: str) -> bool:
        return urlsplit(url).hostname in self._told

    # ---- what connectors call -----------------------------------------------------------------------

    def get_json(
        self,
        url: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        expect: JsonType | None = None,
        *,
        follow_elsewhere: bool = False,
    ) -> Answer:
        """Fetches JSON, following redirects on the same host; `follow_elsewhere`: to any https host out there, and
        then without `headers`. Raises Offline, SlowDown, LoginExpired, Refused, Gone, Garbled, Misuse."""
        asked = _request("GET", url, headers, params)
        request, raw, _ = self._follow(asked, follow_elsewhere=follow_elsewhere)
        return self._answer(request, raw, expect)

    def get_bytes(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        follow_elsewhere: bool = False,
        hide: tuple[str, ...] = (),
    ) -> Answer:
        """Fetches what is no JSON (a feed, a picture): `data` is bytes, empty with status 304.

        `hide`: parts of the address that no error may show, nor the path it is redirected to. Otherwise as `get_json`.
        """
        request = _request("GET", url, {"Accept": "*/*", **(headers or {})})
        request.hide(iter(hide))
        request, raw, has_moved = self._follow(
            request, follow_elsewhere=follow_elsewhere, may_be_unchanged=True, hides_paths=bool(hide)
        )
        return Answer(raw.status, raw.body, raw.headers, raw.links, request.url, has_moved)

    def get_page(self, url: str) -> Answer:
        """Fetches a page whose address anybody may have written: never one of this computer or its network, nor where
        another host sends us, and one host no more than six times in ten minutes. Otherwise as `get_bytes`."""
        request = _request("GET", url, {"Accept": "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5"})
        request.is_told = True
        request, raw, has_moved = self._follow(request, follow_elsewhere=False, is_page=True)
        return Answer(raw.status, raw.body, raw.headers, raw.links, request.url, has_moved)

    def may_lead(self, teller: str, url: str) -> bool:
        """Whether the host `teller` may name an address to ask: one out there, or where both are at home.

        A name that can't be looked up now may, too. Where it may since it is out there, it has to be that at each
        request as well (`stay_out_there`).
        """
        if is_loopback(teller) or self._is_known_at_home(teller):
            return True
        try:
            if self._is_at_home(_split(url).hostname):
                return False
        except OSError:
            pass
        except Misuse:  # no address: asking there fails by itself
            return True
        self.stay_out_there(url)
        return True

    def _is_known_at_home(self, host: str) -> bool:
        try:
            return self._is_at_home(host)
        except OSError:
            return False

    def _is_at_home(self, host: str) -> bool:
        """Whether a host is this computer or stands in its network. Raises OSError."""
        if is_loopback(host):
            return True
        try:
            return not all(is_out_there(one) for one in addresses(host, 443))
        except ValueError:  # no name that anybody could look up
            return False

    def _check_is_out_there(self, request: Request) -> None:
        """Raises Refused for an address that only this computer or its network can reach."""
        if self._pages_at_home:
            return
        try:
            is_at_home = self._is_at_home(_split(request.url).hostname)
        except OSError as error:
            raise Offline(f"{request.host} can't be reached.", details=request.details(str(error))) from None
        if is_at_home:
            raise _not_out_there(request)

    def _follow(
        self,
        request: Request,
        *,
        follow_elsewhere: bool,
        may_be_unchanged: bool = False,
        hides_paths: bool = False,
        is_page: bool = False,
    ) -> tuple[Request, Raw, bool]:
        """(the last request, its answer, whether all redirects were for good)"""
        statuses: list[int] = []
        for hop in range(_MOST_HOPS + 1):
            raw = self._ask_for_page(request, is_first=not hop) if is_page else self._ask(request)
            if not raw.is_redirect or (may_be_unchanged and raw.status == 304):
                return request, raw, bool(statuses) and all(status in (301, 308) for status in statuses)
            statuses.append(raw.status)
            request = self._redirected(request, raw, follow_elsewhere)
            if hides_paths:
                request.hide(iter([urlsplit(request.url).path]))
        words = f"{request.host} sends us round in circles."
        raise Garbled(words, details=request.details("too many redirects"))

    def _redirected(self, request: Request, raw: Raw, follow_elsewhere: bool) -> Request:
        """The request to make after a redirect. Raises Garbled when it leads where we don't go."""
        given, sent = raw.headers.get("location", ""), Garbled(f"{request.host} sent us somewhere else.")
        try:
            target = urljoin(request.url, given)
            old, new = _split(request.url), _split(target)
        except (ValueError, Misuse):
            sent.details = request.details("redirect to nowhere")
            raise sent from None
        if not given:
            raise sent
        if (old.scheme, old.netloc) == (new.scheme, new.netloc):
            return Request("GET", target, request.headers, sent=request.sent, is_told=request.is_told)
        if follow_elsewhere and new.scheme == "https" and self.may_lead(old.hostname, target):
            made = _request("GET", target, None, hidden=request.sent)
            made.is_told = not self._is_known_at_home(old.hostname)
            return made
        sent.details = request.details(f"redirect to {new.hostname}")
        raise sent

    def post_json(
        self,
        url: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        expect: JsonType | None = None,
    ) -> Answer:
        """Sends JSON or a form, once. Also raises Unanswered: it left, and no clear answer came."""
        return self._send(_request("POST", url, headers), json, form, expect)

    def put_json(
        self,
        url: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        expect: JsonType | None = None,
    ) -> Answer:
        """As `post_json`, with PUT."""
        return self._send(_request("PUT", url, headers), json, form, expect)

    def delete(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """As `post_json`, with DELETE and without a body."""
        return self._send(_request("DELETE", url, headers), None, None, None)

    # ---- asking -------------------------------------------------------------------------------------

    def _send(
        self, request: Request, json: object, form: Mapping[str, str] | None, expect: JsonType | None
    ) -> Answer:
        if form is not None:
            request.body = Body(urlencode(form).encode())
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.hide(iter(form.values()))
        elif json is not None:
            request.body = Body(json_module.dumps(json).encode())
            request.headers["Content-Type"] = "application/json"
        raw = self._ask(request)
        if raw.is_redirect:
            words = f"{request.host} sent us somewhere else."
            raise Garbled(words, details=request.details(f"HTTP {raw.status}"))
        return self._answer(request, raw, expect)

    def _ask_for_page(self, request: Request, *, is_first: bool) -> Raw:
        """As `_ask`, out there only. The redirects of one page are one look."""
        if not self.is_offline:
            self._check_is_out_there(request)
        wait = self._pace.wait(f"page {request.host}", True)
        if is_first and wait > 0:
            raise SlowDown(f"{request.host} was looked at just now.", seconds=wait, details="still waiting")
        self._pace.remember(f"page {request.host}", True, _PAGE_PAUSE_S)
        return self._ask(request)

    def _ask(self, request: Request) -> Raw:
        """One request, one good answer or redirect. Raises ours."""
        self._check(request)
        raw = self._exchange(request)
        if isinstance(raw, ShopError):
            raise raw  # here and not where it was caught: nothing of theirs hangs on to it
        if raw.status >= 400 or raw.status < 200:
            failure = refusal(request, raw)
            failure.answer = Refusal(raw.status, raw.headers, raw.body)
            if isinstance(failure, SlowDown) and (raw.status == 429 or "retry-after" in raw.headers):
                self._pace.remember(request.host, request.is_read, failure.seconds)
            raise failure
        self._pace.remember(request.host, request.is_read, used_up(raw.headers))
        return raw

    def _answer(self, request: Request, raw: Raw, expect: JsonType | None) -> Answer:
        return Answer(raw.status, decoded(request, raw, expect), raw.headers, raw.links, request.url)

    def _check(self, request: Request) -> None:
        """Refuses before anything leaves: practice, http to elsewhere, a host that asked us to wait."""
        if self.is_offline:
            raise Offline("This is practice: nothing leaves this computer.")
        parts = _split(request.url)
        if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
            raise Misuse(f"{request.host} would be reached without encryption, and we don't do that.")
        wait = self._pace.wait(request.host, request.is_read)
        if wait > 0:
            raise SlowDown(f"{request.host} asked us to slow down.", seconds=wait, details="still waiting")

    def _exchange(self, request: Request) -> Raw | ShopError:
        """The answer, or what went wrong."""
        import requests

        try:
            with self._open(request).request(
                request.method,
                request.url,
                params=request.params,
                data=request.body,
                headers=request.headers,
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
                auth=as_it_is,
            ) as answer:
                headers = {name.lower(): value for name, value in answer.headers.items()}
                links = {rel: link["url"] for rel, link in answer.links.items() if "url" in link}
                return Raw(answer.status_code, headers, links, self._read(answer))
        except _TooMuch:
            return too_much(request)
        except AtHome:
            return _not_out_there(request)
        except requests.exceptions.ContentDecodingError:
            return unreadable(request, "broken compression")
        except ValueError:  # an address or a header that can't be written; its text may hold the secret
            return Misuse(f"What was typed for {request.host} can't be sent. Check it for odd characters.")
        except OSError as error:  # every other failure of requests, time-outs, a missing list of certificates
            return no_answer(request, error)

    def _open(self, request: Request) -> requests.Session:
        import requests

        if not request.is_read:
            self.close()  # a kept connection may be dying, and we'd never know whether a post went through
        is_told = request.is_told or self.stays_out_there(request.url)
        only_out_there = is_told and not self._pages_at_home
        session = self._sessions.get(only_out_there)
        if session is None:
            session = self._sessions[only_out_there] = requests.Session()
            for scheme in ("https://", "http://"):
                session.mount(scheme, adapter(self._whole_s, only_out_there=only_out_there))
        # proxies and own certificates from the environment, but never for this computer itself
        session.trust_env = not is_loopback(urlsplit(request.url).hostname or "")
        return session

    def _read(self, answer: requests.Response) -> bytes:
        """The body, up to the size and time allowed: a read time-out alone lets a drip go on for ever.

        Read as it comes (`read1`): `iter_content` would wait for a whole chunk of drops.
        """
        import requests
        from urllib3.exceptions import DecodeError, HTTPError

        until, parts, size = time.monotonic() + self._whole_s, [], 0
        while True:
            try:
                part = answer.raw.read1(_CHUNK, decode_content=True)
            except DecodeError as error:
                raise requests.exceptions.ContentDecodingError from error
            except HTTPError as error:
                raise requests.exceptions.ConnectionError(error) from error
            if not part:
                break
            parts.append(part)
            size += len(part)
            if size > self._most_bytes:
                raise _TooMuch
            if time.monotonic() > until:
                raise requests.exceptions.ReadTimeout
        return b"".join(parts)


class _TooMuch(Exception):
    """The answer is larger than we take."""


def as_it_is(request: Any) -> Any:
    """An auth that adds nothing: keeps requests from taking a password out of ~/.netrc."""
    return request


def _request(
    method: str,
    url: str,
    headers: Mapping[str, str] | None,
    params: Mapping[str, Any] | None = None,
    hidden: tuple[str, ...] = (),
) -> Request:
    all_headers = {"User-Agent": f"SaidAndDone/{version()}", "Accept": "application/json", **(headers or {})}
    request = Request(method, url, all_headers, params, sent=hidden)
    request.hide(word for value in (headers or {}).values() for word in value.split())
    request.hide(_strings(params))
    return request


def _strings(params: Mapping[str, Any] | None) -> Iterator[str]:
    for value in (params or {}).values():
        yield from (map(str, value) if isinstance(value, list | tuple) else [str(value)])


def _split(url: str) -> Any:
    """The parts of a web address. Raises Misuse when it isn't one."""
    try:
        parts = urlsplit(url)
        is_address = bool(parts.hostname) and parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise Misuse("That isn't a web address.")
    return parts


def _not_out_there(request: Request) -> Refused:
    return Refused(f"{request.host} is no place on the web, so we don't look there.")
