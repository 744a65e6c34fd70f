"""The week on one page: what a passer-by still finds open, what was promised, what ended, and what keeps going wrong.

What is open is told as the board stands now; what happened is that of the week.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from desktop import complaints, debts, promises
from desktop.clock import Clock, from_wall
from desktop.complaints import Counts
from desktop.language.details import topics
from desktop.records import OPEN_STAGES, Complaint, Promise, Stage
from desktop.shop import Shop

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_TWICE = 2  # a cause repeats when so many complaints name it


class Days(NamedTuple):
    """A week, in the shop's own time: from Monday to Sunday, or as the shop counts."""

    first: date

    @property
    def last(self) -> date:
        return self.first + _WEEK - _DAY


class Cause(NamedTuple):
    """`name` is what went wrong ("the wait"), `number` how many complaints of the week name it."""

    name: str
    number: int


class Weekly(NamedTuple):
    """`open` and `fixed` are the board's open columns: together they are `counts.open`."""

    days: Days
    at: datetime  # when it was read
    counts: Counts
    open: tuple[Complaint, ...]  # not fixed yet, the oldest first
    fixed: tuple[Complaint, ...]  # fixed, or asked to say so: it doesn't show yet
    kept: tuple[Promise, ...]
    missed: tuple[Promise, ...]
    moved: tuple[Promise, ...]  # given another time before they were due
    shown: tuple[Complaint, ...]
    causes: tuple[Cause, ...]
    standing: tuple[Complaint, ...]
    late: frozenset[str] = frozenset()  # of the open ones: past what the shop wants at their place


def last_full(clock: Clock, first: int = 0) -> Days:
    """The week before this one; `first` is the weekday it begins on, Monday being 0."""
    return Days(this(clock, first).first - _WEEK)


def this(clock: Clock, first: int = 0) -> Days:
    """The week that runs now."""
    today = clock.local(clock.now()).date()
    return Days(today - (today.weekday() - first) % 7 * _DAY)


def read(shop: Shop, days: Days) -> Weekly:
    """All of one moment."""
    store, clock, now = shop.store, shop.clock, shop.clock.now()
    start, end = _midnight(clock, days.first), _midnight(clock, days.last + _DAY)
    with store.reading():
        columns = {stage: complaints.in_stage(store, stage) for stage in OPEN_STAGES}
        due, clocks = promises.due_between(store, start, min(end, now)), debts.clocks(shop)
        late = ((one.id, debts.late_at(one, clocks)) for column in columns.values() for one in column)
        return Weekly(
            days,
            now,
            complaints.counts(store, _midnight(clock, clock.local(now).date().replace(month=1, day=1))),
            _oldest_first(columns[Stage.NO_ANSWER] + columns[Stage.ANSWERED]),
            _oldest_first(columns[Stage.FIXED] + columns[Stage.ASKED]),
            tuple(one for one in due if one.was_kept),
            tuple(one for one in due if not one.was_kept and not one.was_moved_in_time),
            tuple(one for one in due if one.was_moved_in_time),
            tuple(complaints.shown_between(store, start, end)),
            causes(complaints.opened_between(store, start, end), shop.name),
            tuple(complaints.left_between(store, start, end)),
            frozenset(one for one, at in late if at is not None and at < now),
        )


def causes(found: Iterable[Complaint], shop_name: str) -> tuple[Cause, ...]:
    """What several complaints name, what most of them name first."""
    tally = Tally[str]()
    for one in found:
        tally.update(topics(one.text, (shop_name, one.author_name)))
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Cause(name, number) for name, number in ranked if number >= _TWICE)


def _oldest_first(found: list[Complaint]) -> tuple[Complaint, ...]:
    return tuple(sorted(found, key=lambda one: (one.opened_at, one.id)))


def _midnight(clock: Clock, day: date) -> datetime:
    return from_wall(clock, datetime.combine(day, time()))
