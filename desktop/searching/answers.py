"""How long somebody waited for our first answer in public, in the shop's opening hours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop import shopbook
from desktop.clock import Clock, from_wall
from desktop.store import Store

_DAY = timedelta(days=1)
_ANSWERS = "from posts o where o.conversation = c.id and o.is_ours and o.is_public"
NEVER = f"not exists(select 1 {_ANSWERS})"  # answered, of conversation `c`


def _seconds(moment: str) -> str:
    return f"cast(strftime('%s', {moment}) as integer)"


class Wait(NamedTuple):
    """Of the conversation with this row id: how many open minutes, None where nobody answered."""

    rid: int
    platform: str
    minutes: float | None


def waits(store: Store, clock: Clock, where: str, params: Sequence[object]) -> Iterator[Wait]:
    """Of each conversation `c` that `where` means."""
    rows = store.rows(
        f"select c.rid, c.platform, {_seconds('c.first_at')}, {_seconds(f'(select min(o.posted_at) {_ANSWERS})')} "
        f"from conversations c where {where}",
        params,
    )
    if not rows:
        return
    open_time = _OpenTime(store, clock, min(row[2] for row in rows))
    for rid, platform, asked, answered in rows:
        yield Wait(rid, platform, None if answered is None else open_time.between(asked, answered) / 60)


def day_long(store: Store) -> float:
    """Minutes of a day on which the shop opens, taken over a week; without hours, all of them."""
    monday = date(2024, 1, 1)
    days: list[float] = []
    for spans in shopbook.opening(store).spans.values():
        ends = ((datetime.combine(monday, opens), datetime.combine(monday, closes)) for opens, closes in spans)
        days.append(sum(((end - start) % _DAY or _DAY) / timedelta(minutes=1) for start, end in ends))
    return sum(days) / len(days) if days else 24 * 60.0


class _OpenTime:
    """Seconds in which the shop was open, by the hours and closed days as they are now; without hours, all of them."""

    def __init__(self, store: Store, clock: Clock, since: int) -> None:
        hours = shopbook.opening(store)
        self._is_always = not hours.spans
        self._starts: list[float] = []
        self._ends: list[float] = []
        self._before = [0.0]  # open seconds before each start
        day, last = datetime.fromtimestamp(since, clock.now().tzinfo).date() - 2 * _DAY, clock.now().date() + _DAY
        while not self._is_always and day <= last:
            for opens, closes in sorted(hours.of(day)):
                start = from_wall(clock, datetime.combine(day, opens)).timestamp()
                end = from_wall(clock, datetime.combine(day if closes > opens else day + _DAY, closes)).timestamp()
                self._starts.append(start)
                self._ends.append(end)
                self._before.append(self._before[-1] + end - start)
            day += _DAY

    def _until(self, at: float) -> float:
        number = bisect_right(self._starts, at)
        if not number:
            return 0.0
        return self._before[number - 1] + min(at, self._ends[number - 1]) - self._starts[number - 1]

    def between(self, asked: float, answered: float) -> float:
        if self._is_always:
            return max(0.0, answered - asked)
        return max(0.0, self._until(answered) - self._until(asked))
