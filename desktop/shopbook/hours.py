"""When the shop is open: weekday hours, also past midnight, and days it stays shut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from desktop.language.said import said
from desktop.store import Store

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AHEAD = 400  # days looked ahead: longer than any holiday
_DAY = timedelta(days=1)

Shift = tuple[datetime, datetime]  # from when to when the shop is open, in its own time


class Opening(NamedTuple):
    """Opening hours in the shop's own time: weekday (Monday 0) -> spans, and days it stays shut.

    A span that closes at or before the time it opens ends on the next day. Moments are taken and given in one
    time zone, the shop's; arithmetic is done with what its clocks show, so it holds when they are put forward or back.
    """

    spans: Mapping[int, tuple[tuple[time, time], ...]]
    closures: Mapping[date, str]

    def of(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if day in self.closures else self.spans.get(day.weekday(), ())

    def _shifts(self, day: date, zone: tzinfo | None) -> Iterator[Shift]:
        """The openings that begin on a day."""
        for opens, closes in self.of(day):
            ends = day if closes > opens else day + _DAY
            yield datetime.combine(day, opens, zone), datetime.combine(ends, closes, zone)

    def _running(self, local: datetime) -> Shift | None:
        """The opening that goes on at a moment; it may have begun the day before."""
        for day in (local.date() - _DAY, local.date()):
            for begins, ends in self._shifts(day, local.tzinfo):
                if begins <= local < ends:
                    return begins, ends
        return None

    def is_open(self, local: datetime, *, minutes_before: int = 0) -> bool:
        """Open at a local moment, or opening within so many minutes."""
        soon = local + timedelta(minutes=minutes_before)
        return self._running(local) is not None or self._running(soon) is not None

    def next_opening(self, local: datetime) -> datetime | None:
        """The next local moment the shop opens."""
        for days in range(_AHEAD if self.spans else 0):
            for begins, _ in self._shifts(local.date() + days * _DAY, local.tzinfo):
                if begins > local:
                    return begins
        return None

    def closes_at(self, local: datetime) -> datetime | None:
        """When the opening that goes on ends; it may be after midnight."""
        running = self._running(local)
        return running[1] if running else None

    def opens_today(self, local: datetime) -> datetime:
        """The first opening of the day that goes on, or midnight on a closed day: where the inbox's today begins."""
        running = self._running(local)
        day = running[0].date() if running else local.date()
        spans = self.of(day)
        if not spans:
            return datetime.combine(day, time(), local.tzinfo)
        return min(datetime.combine(day, spans[0][0], local.tzinfo), local)

    def line(self, local: datetime) -> str:
        """ "Saturday, open 7 to 16", "Saturday, opens at 7:00", "closed till Tuesday 7:00", or the weekday alone."""
        today = _DAYS[local.weekday()]
        if not self.spans:
            return said(today)
        if running := self._running(local):
            begins, ends = running
            if begins.date() < local.date():
                return said("{today}, open till {end}", today=said(today), end=_clock(ends.time()))
            return said(
                "{today}, open {start} to {end}",
                today=said(today), start=_hour(begins.time()), end=_hour(ends.time()),
            )  # fmt: skip
        coming = self.next_opening(local)
        if coming is None:
            return said("{today}, closed", today=said(today))
        if coming.date() == local.date():
            return said("{today}, opens at {start}", today=said(today), start=_clock(coming.time()))
        near = (coming.date() - local.date()).days < 7
        month = said(_MONTHS[coming.month - 1])
        day = said(_DAYS[coming.weekday()]) if near else said("{day} {month}", day=str(coming.day), month=month)
        return said("closed till {day} {start}", day=day, start=_clock(coming.time()))

    def after_opening_days(self, local: datetime, days: int) -> date:
        """The date so many opening days from now."""
        day = local.date()
        for _ in range(_AHEAD):
            day += _DAY
            days -= 1 if self.of(day) or not self.spans else 0
            if days <= 0:
                break
        return day

    def after_open_hours(self, local: datetime, hours: float) -> datetime:
        """When the shop has been open for so many hours since; where no hours are known every hour counts."""
        left = timedelta(hours=hours)
        if not self.spans:
            return (local.astimezone(UTC) + left).astimezone(local.tzinfo)
        for days in range(-1, _AHEAD):
            for begins, ends in self._shifts(local.date() + days * _DAY, local.tzinfo):
                since, until = max(begins, local).astimezone(UTC), ends.astimezone(UTC)
                if until - since >= left:
                    return (since + left).astimezone(local.tzinfo)
                left -= max(timedelta(0), until - since)
        return local + _AHEAD * _DAY


class Run(NamedTuple):
    """Days in a row on which the shop stays shut for one reason."""

    first: date
    last: date
    note: str

    def days(self) -> list[date]:
        return [self.first + at * _DAY for at in range((self.last - self.first).days + 1)]


def runs(closures: Mapping[date, str]) -> tuple[Run, ...]:
    """Closed days as they are spoken of, first to last: `24 to 28 December, Christmas` is one."""
    found: list[Run] = []
    for day, note in sorted(closures.items()):
        if found and found[-1].last + _DAY == day and found[-1].note == note:
            found[-1] = found[-1]._replace(last=day)
        else:
            found.append(Run(day, day, note))
    return tuple(found)


def opening(store: Store) -> Opening:
    spans: dict[int, list[tuple[time, time]]] = {}
    for row in store.rows("select * from hours order by weekday, opens"):
        spans.setdefault(row["weekday"], []).append(
            (time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"]))
        )
    shut = {date.fromisoformat(row["day"]): row["note"] for row in store.rows("select * from closures")}
    return Opening({day: tuple(found) for day, found in spans.items()}, shut)


def put_hours(store: Store, spans: Iterable[tuple[int, str, str]]) -> None:
    """Replaces the week: (weekday Monday 0, "07:00", "16:00")."""
    store.write("delete from hours")
    store.write_many("insert into hours(weekday, opens, closes) values(?, ?, ?)", list(spans))


def put_closure(store: Store, day: date, note: str) -> None:
    store.write(
        "insert into closures(day, note) values(?, ?) on conflict(day) do update set note = excluded.note",
        (day.isoformat(), note),
    )


def remove_closure(store: Store, day: date) -> None:
    store.write("delete from closures where day = ?", (day.isoformat(),))


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def _hour(moment: time) -> str:
    return _clock(moment) if moment.minute else str(moment.hour)
