"""What found conversations have in common, how many there would be of each, and how they lie in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from desktop import past
from desktop.clock import Clock, from_text, from_wall, to_text
from desktop.past import Outcome
from desktop.searching.filters import Asking
from desktop.searching.find import COMPLAINT, find
from desktop.searching.query import Query
from desktop.store import Row, Store

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
    """`counts` by group: records.Kind, past.Outcome, platform keys, names, triage.Topic; those of a group
    leave that group's own filters aside. `bars` from the first conversation to the last, none left out.
    """

    counts: Mapping[str, Counts]
    bars: tuple[Bar, ...]


def overview(
    store: Store, query: Query, asking: Asking, found: Sequence[int], days: Sequence[date] = (), most: int = -1
) -> Overview:
    """`found`: the row ids that the query finds, among `most` matching posts where it has words (-1: all); `days` that
    there are bars for too, with nobody on them."""
    if not query:  # everything there is, without naming each
        return Overview(_all_counted(store), bars(store, asking.clock, None, days))
    narrowed = {one.key for one in query.filters if one.key in GROUPS and not one.is_not}
    counts = _counted(store, [group for group in GROUPS if group not in narrowed], found)
    whole: Mapping[str, Counts] = {}
    for group in narrowed:
        others = tuple(one for one in query.filters if one.key != group or one.is_not)
        left = replace(query, filters=others)
        if left:
            limit = most if left.words else -1  # as `found`: all who ever said “the” take seconds to count
            counts |= _counted(store, [group], find(store, left, asking, limit).rids)
        else:
            counts[group] = (whole := whole or _all_counted(store))[group]
    return Overview({group: counts[group] for group in GROUPS}, bars(store, asking.clock, found, days))


_VALUES = {"kind": "c.kind", "ended": past.OUTCOME, "place": "c.platform", "topic": "c.topics"}
_ANSWERS = (  # a row for each conversation and each name under our words in it
    "from conversations c cross join posts o indexed by posts_ours on o.conversation = c.id "
    "where o.is_ours and o.written_by <> ''"
)
_SORTS = "select topics, kind, platform, count(*) from conversations indexed by conversations_sorts group by 1, 2, 3"
_WRITERS = (  # in how many conversations each has answered; both groups in the index's own order
    "select written_by, count(*) from (select written_by, conversation from posts indexed by posts_writers "
    "where is_ours and written_by > '' and conversation <> '' group by 1, 2) group by 1"
)


_ENDS = f"""
select
  count(*) filter(where k.stage = 'shown' and {past.WE_SAID_SO.format("k.id")}),
  count(*) filter(where k.stage = 'shown'), count(*) filter(where k.stage in ('fixed', 'asked')),
  count(*) filter(where k.stage = 'standing'), count(*) filter(where k.stage = 'answered'),
  count(*) filter(where k.stage in ('shown', 'fixed', 'asked', 'standing', 'answered')
    and {past.ANSWERED.format("k.id")}),
  (select count(*) from (select 1 from posts indexed by posts_ours
    where is_ours and gone_at is null and conversation <> '' group by conversation)),
  (select count(*) from conversations)
from complaints k indexed by complaints_standing where k.withdrawn_at is null
"""


def _outcomes(store: Store) -> dict[str, int]:
    """How all of them ended. Counted in the order of indexes: years of history take a moment, row by row many."""
    [row] = store.rows(_ENDS)
    by_us, shown, hidden, standing, answered, both, with_answer, all_ = row
    found = {
        Outcome.WE_SAID_SO: by_us,
        Outcome.THEY_SAID_SO: shown - by_us,
        Outcome.NOT_SHOWN: hidden,
        Outcome.STANDING: standing,
        Outcome.ANSWERED: answered + with_answer - both,
    }
    found[Outcome.NO_ANSWER] = all_ - sum(found.values())
    return {outcome.value: number for outcome, number in found.items() if number}


def _all_counted(store: Store) -> dict[str, Counts]:
    """Of all there are: in the order of indexes, and no conversation is read."""
    found = {group: Counter[str]() for group in GROUPS}
    for topics, kind, place, number in store.rows(_SORTS):
        found["kind"][kind] += number
        found["place"][place] += number
        for topic in topics.split():
            found["topic"][topic] += number
    found["ended"].update(_outcomes(store))
    found["by"].update(dict(tuple(row) for row in store.rows(_WRITERS)))
    return _most_first(found)


def _counted(store: Store, groups: Sequence[str], rids: Sequence[int]) -> dict[str, Counts]:
    """All that can be counted in one go through these conversations is."""
    found = {group: Counter[str]() for group in groups}
    together = [group for group in groups if group in _VALUES]
    if together:
        values = ", ".join(_VALUES[group] for group in together)
        places = ", ".join(str(1 + at) for at in range(len(together)))
        sql = f"select {values}, count(*) from conversations c {COMPLAINT} where {{these}} group by {places}"
        for *row, number in _each(store, sql, "c.rid", rids):
            for group, value in zip(together, row, strict=True):
                for one in value.split() if group == "topic" else [value]:
                    found[group][one] += number
    if "by" in found:
        names = f"select distinct o.written_by as name, c.rid {_ANSWERS} and {{these}}"
        sql = f"select name, count(*) from ({names}) group by 1"
        for name, number in _each(store, sql, "c.rid", rids):
            found["by"][name] += number
    return _most_first(found)


def _most_first(found: Mapping[str, Counter[str]]) -> dict[str, Counts]:
    return {group: tuple(sorted(each.items(), key=lambda one: (-one[1], one[0]))) for group, each in found.items()}


def _each(store: Store, sql: str, column: str, rids: Sequence[int]) -> Iterable[Row]:
    """The rows of a question about `these` conversations."""
    for start in range(0, len(rids), _AT_ONCE):
        these = f"{column} in (select value from json_each(?))"
        yield from store.rows(sql.format(these=these), (store.listed(rids[start : start + _AT_ONCE]),))


def began_before(store: Store, clock: Clock, rids: Sequence[int], day: date) -> int:
    """How many of these conversations began before a day of this place."""
    moment = to_text(from_wall(clock, datetime.combine(day, time())))
    sql = f"select count(*) from conversations where first_at < '{moment}' and {{these}}"
    return sum(row[0] for row in _each(store, sql, "rid", rids))


# --- time ----------------------------------------------------------------------------------------------------

# The hour of a moment; of days that lie in one half of a month whatever the zone, one hour for all.
_HOUR = (
    "case when substr(first_at, 9, 2) between '02' and '14' then substr(first_at, 1, 8) || '08T12' "
    "when substr(first_at, 9, 2) between '17' and '27' then substr(first_at, 1, 8) || '22T12' "
    "else substr(first_at, 1, 13) end"
)


def bars(store: Store, clock: Clock, found: Sequence[int] | None, days: Sequence[date] = ()) -> tuple[Bar, ...]:
    """Half months of this place's own days. `found`: None for all there are."""
    [ends] = store.rows("select (select min(first_at) from conversations), (select max(first_at) from conversations)")
    if ends[0] is None:
        return ()
    halves = [_half(day) for day in (*days, *(clock.local(from_text(one)).date() for one in ends))]
    firsts = [min(halves)]
    while firsts[-1] < max(halves):
        firsts.append(_next(firsts[-1]))
    every = _all_in(store, clock, firsts)
    hours = f"select {_HOUR}, count(*) from conversations where {{these}} group by 1"
    matching = every if found is None else _halves(clock, _each(store, hours, "rid", found))
    return tuple(
        Bar(first, _next(first) - timedelta(days=1), number, matching.get(first, 0)) for first, number in every.items()
    )


def _all_in(store: Store, clock: Clock, firsts: Sequence[date]) -> dict[date, int]:
    """How many of all began in each of these half months. The index says it: none is looked at."""
    days = (*firsts, _next(firsts[-1]))
    ends = [to_text(from_wall(clock, datetime.combine(day, time()))) for day in days]
    spans = ", ".join(f"({at}, '{start}', '{end}')" for at, (start, end) in enumerate(pairwise(ends)))
    sql = (
        f"with halves(n, start, until) as (values {spans}) select group_concat(many) from (select ("
        "select count(*) from conversations indexed by conversations_first "
        "where first_at >= start and first_at < until) as many from halves order by n)"
    )
    return dict(zip(firsts, past.numbers(store.value(sql)), strict=True))


def _halves(clock: Clock, hours: Iterable[Row]) -> Mapping[date, int]:
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
