"""What time it is, for a shop. Every moment is an aware UTC datetime; the file holds ISO text."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

_DRIFT = timedelta(seconds=3)  # that much a clock that is kept right may be nudged between two looks


def to_text(moment: datetime) -> str:
    """UTC ISO 8601 with milliseconds and Z: compares as text in time order.

    Written out, for every post that is stored: `isoformat` asks the time zone each time and takes nearly twice as long.
    """
    at = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    parts = (at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond // 1000)
    return "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ" % parts  # noqa: UP031 - the quickest there is


def from_text(text: str) -> datetime:
    """The aware datetime of `to_text` (also of other ISO 8601 texts with an offset). Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def maybe(text: str | None) -> datetime | None:
    return from_text(text) if text else None


class _Here(tzinfo):
    """The computer's time zone as a whole: another day's offset is that day's, also after the clocks were changed."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return self._fixed(moment).utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        return self._fixed(moment).tzname()

    def fromutc(self, moment: datetime) -> datetime:
        fixed = moment.replace(tzinfo=UTC).astimezone()
        here = fixed.replace(tzinfo=self)
        return here if here.utcoffset() == fixed.utcoffset() else here.replace(fold=1)

    @staticmethod
    def _fixed(moment: datetime | None) -> datetime:
        """The same time on the clocks here, with the offset of that time."""
        return (moment or datetime.now(UTC)).replace(tzinfo=None).astimezone()


HERE = _Here()


class Clock(Protocol):
    """A shop's clock. `rate` is shop seconds per real second (1.0 but in practice)."""

    rate: float

    def now(self) -> datetime: ...

    def moved(self) -> tuple[datetime, datetime] | None:
        """(what it would say, what it says) when somebody has set it since this was last asked; else None."""
        ...

    def local(self, moment: datetime) -> datetime:
        """The moment in the shop's own time zone."""
        ...


def from_wall(clock: Clock, wall: datetime) -> datetime:
    """The moment in which the shop's wall clock shows `wall` (without a zone): the earlier one where it does so twice;
    where that hour is skipped, as much later."""
    return wall.replace(tzinfo=clock.local(clock.now()).tzinfo).astimezone(UTC)


_STEP = timedelta(days=7)  # no zone changes its clocks twice in a week


def steps(clock: Clock, since: datetime, until: datetime) -> list[tuple[datetime, timedelta]]:
    """(until when, how far ahead of UTC the shop's clocks are till then), one after the other."""
    found: list[tuple[datetime, timedelta]] = []
    at, ahead = since, _ahead(clock, since)
    while at < until:
        after = at + _STEP
        if (then := _ahead(clock, after)) != ahead:
            found.append((_changed(clock, at, after), ahead))
            ahead = then
        at = after
    return [*found, (at, ahead)]


def _changed(clock: Clock, before: datetime, after: datetime) -> datetime:
    """When the clocks were put forward or back between two moments, to the minute."""
    before, ahead = before.replace(second=0, microsecond=0), _ahead(clock, before)
    while after - before > timedelta(minutes=1):
        between = before + ((after - before) / 2 // timedelta(minutes=1)) * timedelta(minutes=1)
        between = max(between, before + timedelta(minutes=1))
        before, after = (between, after) if _ahead(clock, between) == ahead else (before, between)
    return after.replace(second=0, microsecond=0)


def _ahead(clock: Clock, at: datetime) -> timedelta:
    return clock.local(at).utcoffset() or timedelta(0)


class SystemClock:
    """The computer's clock and time zone. `wall` and `steady` (seconds) stand in for the computer's, in tests."""

    rate = 1.0

    def __init__(
        self,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall, self._steady, self._asking = wall, steady, threading.Lock()
        self._base = (wall(), steady())

    def now(self) -> datetime:
        return self._wall()

    def moved(self) -> tuple[datetime, datetime] | None:
        """A clock that was set, or a computer that slept, goes apart from the one that only counts on."""
        with self._asking:
            then, counted = self._base
            self._base = (self._wall(), self._steady())
            now = self._base[0]
            would_say = then + timedelta(seconds=self._base[1] - counted)
        return (would_say, now) if abs(now - would_say) > _DRIFT else None

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(HERE)


class SetClock:
    """A clock that stands where it is put: for tests and for showing a fixed moment."""

    rate = 1.0

    def __init__(self, now: datetime, zone: tzinfo = UTC) -> None:
        self._now, self.zone = now, zone

    def now(self) -> datetime:
        return self._now

    def moved(self) -> None:
        return None

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def set(self, now: datetime) -> None:
        self._now = now

    def forward(self, **duration: float) -> None:
        """Moves on by `timedelta(**duration)`."""
        self._now += timedelta(**duration)
