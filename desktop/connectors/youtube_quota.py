"""What YouTube allows a day: so many units, counted by its own day, which begins at midnight in California.

Fetching stops while there is still enough for the shop's own replies; those may use what is left.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.connectors import Meter, tariff
from desktop.errors import Offline, ShopError, SlowDown

UNITS = "units"
_T = TypeVar("_T")


def _pacific() -> tzinfo:
    try:
        return ZoneInfo("America/Los_Angeles")
    except ZoneInfoNotFoundError:  # a computer without a list of zones: an hour off in summer
        return timezone(timedelta(hours=-8))


def _now() -> datetime:
    return datetime.now(UTC)


class Quota:
    """One account's units of today."""

    def __init__(self, meter: Meter, now: Callable[[], datetime] = _now) -> None:
        self._meter, self._now, self._zone = meter, now, _pacific()
        self._most = tariff.amount("youtube", "units_a_day")
        self._kept = tariff.amount("youtube", "kept_for_replies")

    def spend(self, what: str, ask: Callable[[], _T], *, for_reply: bool = False) -> _T:
        """Asks, and counts what that costs (`what`: "read" or "write"); an answer that says no costs the same.

        Raises SlowDown before asking when it would be too much, and what `ask` raises.
        """
        units = tariff.amount("youtube", what)
        self._check(units, 0 if for_reply else self._kept)
        try:
            answer = ask()
        except Offline:
            raise  # it never got there
        except ShopError:
            self._count(units)
            raise
        self._count(units)
        return answer

    def used(self) -> float:
        return self._meter.used(UNITS, self._today().date())

    def until_midnight_s(self) -> float:
        """Seconds until YouTube's next day, and a minute to be sure."""
        here = self._today()
        midnight = datetime.combine(here.date() + timedelta(days=1), datetime.min.time(), self._zone)
        return (midnight.astimezone(UTC) - here.astimezone(UTC)).total_seconds() + 60

    def used_up(self, details: str = "") -> SlowDown:
        words = "YouTube allows only so much a day, and today's is used up."
        return SlowDown(words, seconds=self.until_midnight_s(), details=details)

    def _check(self, units: float, kept: float) -> None:
        left = self._most - self.used()
        if units > left:
            raise self.used_up("counted here")
        if units > left - kept:
            words = "YouTube allows only so much a day. What is left of today's is kept for your replies."
            raise SlowDown(words, seconds=self.until_midnight_s(), details="counted here")

    def _count(self, units: float) -> None:
        self._meter.add(UNITS, units, self._today().date())

    def _today(self) -> datetime:
        return self._now().astimezone(self._zone)
