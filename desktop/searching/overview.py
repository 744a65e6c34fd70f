"""What found conversations have in common, how many there would be of each, and how they lie in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from desktop import conversations
from desktop.clock import Clock, from_text, from_wall, to_text
from desktop.searching.filters import Asking
from desktop.searching.find import COMPLAINT, find
from desktop.searching.query import Query
from desktop.store import Store

GROUPS = ("kind", "ended", "place", "by", "topic")  # by the key of their filter
_AT_ONCE = 5000  # row ids in one question

Counts = tuple[tuple[str, int], ...]  # (value, how many), the most first


@dataclass(frozen=True, slots=True)
class Bar:
    """Half a month: its first and last day, how many conversations began in it, and how many of them are found."""

    first: date
    last: date
    all: int
    found: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`counts` by group: records.Kind, conversations.Outcome, platform keys, names, triage.Topic; those of a group
    leave that group's own filters aside. `bars` from the first conversation to the last, none left out.
    """

    counts: Mapping[str, Counts]
    bars: tuple[Bar, ...]


def overview(
    store: Store, query: Query, asking: Asking, found: Sequence[int], days: Sequence[date] = ()
) -> Overview:
    """`found`: the row ids that the query finds; `days` that there are bars for too, with nobody on them."""
    counts = {}
    for group in GROUPS:
        others = tuple(one for one in query.filters if one.key != group or one.is_not)
        is_narrowed = len(others) < len(query.filters)
        among = find(store, replace(query, filters=others), asking).rids if is_narrowed else found
        counts[group] = _counted(store, group, among)
    return Overview(counts, bars(store, asking.clock, found, days))


_VALUES = {
    "kind": "c.kind",
    "ended": conversations.OUTCOME,
    "place": "c.platform",
    "by": "o.written_by",
    "topic": "c.topics",
}
_ANSWERS = "join posts o on o.conversation = c.id and o.is_ours and o.written_by <> ''"


def _counted(store: Store, group: str, rids: Sequence[int]) -> Counts:
    found = Counter[str]()
    with_answers = _ANSWERS if group == "by" else ""
    sql = (
        f"select value, count(*) from (select distinct c.rid, {_VALUES[group]} as value from conversations c "
        f"{with_answers} {COMPLAINT} where c.rid in ({{marks}})) group by 1"
    )
    for values, number in _each(store, sql, rids):
        for value in values.split() if group == "topic" else [values]:
            found[value] += number
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _each(store: Store, sql: str, rids: Sequence[int]) -> Iterable[tuple[str, int]]:
    for start in range(0, len(rids), _AT_ONCE):
        marks = ",".join(str(int(rid)) for rid in rids[start : start + _AT_ONCE])
        yield from ((row[0], row[1]) for row in store.rows(sql.format(marks=marks)))


def began_before(store: Store, clock: Clock, rids: Sequence[int], day: date) -> int:
    """How many of these conversations began before a day of this place."""
    moment = to_text(from_wall(clock, datetime.combine(day, time())))
    sql = f"select 0, count(*) from conversations where first_at < '{moment}' and rid in ({{marks}})"
    return sum(number for _, number in _each(store, sql, rids))


# --- time ----------------------------------------------------------------------------------------------------


def bars(store: Store, clock: Clock, found: Sequence[int], days: Sequence[date] = ()) -> tuple[Bar, ...]:
    """Half months of this place's own days."""
    hours = "select substr(first_at, 1, 13), count(*) from conversations"
    every = _halves(clock, ((row[0], row[1]) for row in store.rows(f"{hours} group by 1")))
    matching = _halves(clock, _each(store, f"{hours} where rid in ({{marks}}) group by 1", found))
    if not every:
        return ()
    halves = [_half(day) for day in days]
    made, first, end = [], min([*every, *halves]), max([*every, *halves])
    while first <= end:
        after = _next(first)
        made.append(Bar(first, after - timedelta(days=1), every.get(first, 0), matching.get(first, 0)))
        first = after
    return tuple(made)


def _halves(clock: Clock, hours: Iterable[tuple[str, int]]) -> Mapping[date, int]:
    """`hours`: ("2025-06-14T09", how many), in UTC. Zones whose clocks aren't whole hours off share an hour's ends."""
    found = Counter[date]()
    for hour, number in hours:
        local: datetime = clock.local(from_text(f"{hour}:30:00Z"))
        found[_half(local.date())] += number
    return found


def _half(day: date) -> date:
    return day.replace(day=1 if day.day < 16 else 16)


def _next(first: date) -> date:
    if first.day == 1:
        return first.replace(day=16)
    return (first + timedelta(days=20)).replace(day=1)
