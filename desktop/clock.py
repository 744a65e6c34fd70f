"""What time it is, for a shop. Every moment is an aware UTC datetime; the file holds ISO text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol


def to_text(moment: datetime) -> str:
    """UTC ISO 8601 with milliseconds and Z: compares as text in time order."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="milliseconds")[:-6] + "Z"


def from_text(text: str) -> datetime:
    """The aware datetime of `to_text` (also of other ISO 8601 texts with an offset). Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def maybe(text: str | None) -> datetime | None:
    return from_text(text) if text else None


class Clock(Protocol):
    """A shop's clock. `rate` is shop seconds per real second (1.0 but in practice)."""

    rate: float

    def now(self) -> datetime: ...

    def local(self, moment: datetime) -> datetime:
        """The moment in the shop's own time zone."""
        ...


class SystemClock:
    """The computer's clock and time zone."""

    rate = 1.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone()


class SetClock:
    """A clock that stands where it is put: for tests and for showing a fixed moment."""

    rate = 1.0

    def __init__(self, now: datetime, zone: tzinfo = UTC) -> None:
        self._now, self.zone = now, zone

    def now(self) -> datetime:
        return self._now

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def set(self, now: datetime) -> None:
        self._now = now

    def forward(self, **duration: float) -> None:
        """Moves on by `timedelta(**duration)`."""
        self._now += timedelta(**duration)
