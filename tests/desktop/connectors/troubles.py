"""What can go wrong with any place, as one table for every connector: each trouble is told as ours, in plain words.

A test class inherits `Troubled` and says how to connect to a server and what a request is good for. Places that say
the same with codes of their own test those beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import NamedTuple

import pytest

from desktop.connectors import Connector
from desktop.errors import Garbled, LoginExpired, NoRights, Offline, Refused, ShopError, SlowDown, Unanswered
from desktop.pace import Pace
from desktop.records import Post
from desktop.web import Web
from tests.desktop.little_server import Asked, LittleServer, Says

CANARY = "canary-of-a-secret"  # stands in every secret of a troubled connector, and in every answer

_IN_WORDS = re.compile(r"https?://|127\.0\.0\.1|\bHTTP\b|\b[45]\d\d\b|[{}<>]")


class Trouble(NamedTuple):
    """`reading`, `writing`: the errors it may end as; `wait_s`: about so long it asks us to wait, 0 for no matter."""

    says: Says
    reading: tuple[type[ShopError], ...]
    writing: tuple[type[ShopError], ...]
    wait_s: float = 0


def _later(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def _slow(wait_s: float = 0, **headers: str) -> Trouble:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Trouble(Says({"error": CANARY}, 429, named), (SlowDown,), (SlowDown,), wait_s)


_NO_ANSWER = (Garbled,), (Unanswered,)
TROUBLES: dict[str, Callable[[], Trouble]] = {
    "signed out": lambda: Trouble(Says({"error": CANARY}, 401), (LoginExpired,), (LoginExpired,)),
    "forbidden": lambda: Trouble(Says({"error": CANARY}, 403), (Refused, NoRights), (Refused, NoRights)),
    "refused": lambda: Trouble(Says({"error": CANARY}, 400), (Refused, LoginExpired), (Refused, LoginExpired)),
    "too many, no word how long": _slow,
    "too many, seconds": lambda: _slow(90, Retry_After="90"),
    "too many, a date": lambda: _slow(90, Retry_After=format_datetime(_later(90), usegmt=True)),
    "too many, a Unix time": lambda: _slow(90, X_Rate_Limit_Reset=str(int(_later(90).timestamp()))),
    "too many, an ISO time": lambda: _slow(90, X_RateLimit_Reset=_later(90).isoformat()),
    "too many, seconds left": lambda: _slow(90, RateLimit_Reset="90"),
    "broken": lambda: Trouble(Says({"error": CANARY}, 500), (SlowDown,), (Unanswered,)),
    "a bad gateway": lambda: Trouble(Says(b"<html>502</html>", 502), (SlowDown,), (Unanswered,)),
    "out of order": lambda: Trouble(Says(b"", 503, {"Retry-After": "90"}), (SlowDown,), (SlowDown,), 90),
    "half an answer": lambda: Trouble(Says({"error": CANARY}, short=4), (Offline, Garbled), (Unanswered,)),
    "a web page": lambda: Trouble(Says(b"<html>Hello</html>", headers={"Content-Type": "text/html"}), *_NO_ANSWER),
    "a list of numbers": lambda: Trouble(Says([1, 2, 3]), *_NO_ANSWER),
    "nothing": lambda: Trouble(Says(b""), *_NO_ANSWER),
    "elsewhere": lambda: Trouble(
        Says(b"", 302, {"Location": "https://elsewhere.example/"}), (Garbled,), (Unanswered,)
    ),
    "cut off": lambda: Trouble(Says(cut=True), (Offline,), (Unanswered,)),
}


class Troubled:
    """Inherit, and set the four below."""

    place: str  # as sentences name it: "Google", or a server's own name

    def connected(self, url: str, web: Web) -> Connector:
        """A connector to the server at `url`, every secret of which is CANARY."""
        raise NotImplementedError

    def parent(self) -> Post:
        """A post to answer."""
        raise NotImplementedError

    def is_reply(self, asked: Asked) -> bool:
        """Whether this request is the one that answers."""
        return asked.method in ("POST", "PUT")

    def good(self, asked: Asked) -> Says:
        """The answer to what has no trouble: everything but the reply, when a reply is troubled."""
        raise NotImplementedError

    @pytest.mark.parametrize("name", TROUBLES)
    def test_a_troubled_check_ends_in_a_plain_sentence(self, name: str) -> None:
        trouble = TROUBLES[name]()
        with LittleServer(trouble.says) as server, Web(connect_s=2, read_s=0.5, pace=Pace()) as web:
            connector = self.connected(server.url, web)
            error = _ending(lambda: list(connector.fetch({})))
        _is_told(error, self.place, trouble.reading, trouble.wait_s)

    @pytest.mark.parametrize("name", TROUBLES)
    def test_a_troubled_reply_leaves_once_and_ends_in_a_plain_sentence(self, name: str) -> None:
        trouble = TROUBLES[name]()
        with LittleServer() as server, Web(connect_s=2, read_s=0.5, pace=Pace()) as web:
            server.answer = lambda asked: trouble.says if self.is_reply(asked) else self.good(asked)
            connector = self.connected(server.url, web)
            error = _ending(lambda: connector.reply(self.parent(), "Sorry.", "key-1"))
            left = sum(map(self.is_reply, server.asked))
        _is_told(error, self.place, trouble.writing, trouble.wait_s)
        assert left == 1 or isinstance(error, LoginExpired)  # turned away at the door, it may knock with a new key


def _ending(act: Callable[[], object]) -> ShopError:
    with pytest.raises(ShopError) as caught:
        act()
    return caught.value


def _is_told(error: ShopError, place: str, kinds: tuple[type[ShopError], ...], wait_s: float) -> None:
    assert type(error) in kinds, f"{error!r}, {error.details}"
    words = f"{error} {error.advice}"
    assert place in words or "The place" in words
    assert not _IN_WORDS.search(words.replace(place, "…")), words
    assert CANARY not in f"{words} {error.details} {error!r} {error.answer!r}"
    assert error.__cause__ is None and error.__context__ is None
    if wait_s:
        assert isinstance(error, SlowDown) and abs(error.seconds - wait_s) < 20
