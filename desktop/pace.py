"""How fast a host lets us go: what its headers say, and who asked us to wait until when.

Headers: Retry-After (seconds or HTTP date, RFC 9110 10.2.3), X-RateLimit-* (Mastodon: ISO time; X: Unix
seconds; Reddit: seconds left) and RateLimit-* (Bluesky). Times are measured against the answer's own Date,
so that a wrong clock on this computer does no harm.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

LONGEST_WAIT_S = 3 * 3600.0  # the longest window of the places we know (Mastodon's posting limit)


class Pace:
    """Remembers per host until when it asked us to wait; reading and writing are counted apart."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._until: dict[tuple[str, bool], float] = {}

    def wait(self, host: str, is_read: bool) -> float:
        """Seconds still to wait, 0.0 when we may go."""
        return max(0.0, self._until.get((host, is_read), 0.0) - self._now())

    def remember(self, host: str, is_read: bool, seconds: float | None) -> None:
        if seconds:
            self._until[host, is_read] = self._now() + seconds

    def forget(self) -> None:
        self._until.clear()


PACE = Pace()
"""The memory of the whole program: several connectors may talk to one host."""


def asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds that a "too many requests" answer asks for; None when it doesn't say."""
    seconds = _seconds(headers.get("retry-after", ""), headers)
    return seconds if seconds is not None else _until_reset(headers)


def used_up(headers: Mapping[str, str]) -> float | None:
    """Seconds until the next request is allowed, when a good answer was the last one allowed; else None."""
    left = headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining", ""))
    return _until_reset(headers) if left.strip() in ("0", "0.0") else None


def _until_reset(headers: Mapping[str, str]) -> float | None:
    for name in ("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"):
        if name in headers:
            return _seconds(headers[name], headers)
    return None


def _seconds(text: str, headers: Mapping[str, str]) -> float | None:
    """A number of seconds, Unix seconds, an ISO time or an HTTP date, as seconds from the answer on."""
    text = text.strip()
    if not text:
        return None
    try:
        number = float(text)
        number = number - answered_at(headers).timestamp() if number > 1e9 else number
    except ValueError:
        moment = _moment(text)
        if moment is None:
            return None
        number = (moment - answered_at(headers)).total_seconds()
    return min(max(number, 1.0), LONGEST_WAIT_S) if math.isfinite(number) else None


def _moment(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # with all that reads mail

    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def answered_at(headers: Mapping[str, str]) -> datetime:
    """When an answer was given, by the place's own clock where it says."""
    return _moment(headers.get("date", "")) or datetime.now(UTC)
