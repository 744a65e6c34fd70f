"""How long somebody waited for our first answer in public, in the shop's opening hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop import shopbook
from desktop.clock import Clock, from_wall
from desktop.store import Store

_DAY, _EPOCH = timedelta(days=1), date(1970, 1, 1).toordinal()
_ANSWERS = "from posts o indexed by posts_ours where o.conversation = c.id and o.is_ours and o.is_public"
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
    open_time = _OpenTime(store, clock)
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


WAITED = f"minutes_open({_seconds('c.first_at')}, {_seconds(f'(select min(o.posted_at) {_ANSWERS})')})"


def teach(store: Store, clock: Clock) -> None:
    """From here on this store knows WAITED: minutes until conversation `c` was answered, null where it never was."""
    open_time = _OpenTime(store, clock)

    def minutes(asked: int, answered: int | None) -> float | None:
        return None if answered is None else open_time.between(asked, answered) / 60

    store.teach("minutes_open", 2, minutes)


class _OpenTime:
    """Seconds in which the shop was open, by the hours and closed days as they are now; without hours, all of them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._clock, self._hours = clock, shopbook.opening(store)
        self._is_always = not self._hours.spans
        self._days: dict[int, tuple[tuple[float, float], ...]] = {}  # by their number: when it opens and closes

    def _spans(self, number: int) -> tuple[tuple[float, float], ...]:
        found = self._days.get(number)
        if found is None:
            day, made = date.fromordinal(number), []
            for opens, closes in sorted(self._hours.of(day)):
                until = day if closes > opens else day + _DAY
                ends = (datetime.combine(day, opens), datetime.combine(until, closes))
                start, end = (from_wall(self._clock, one).timestamp() for one in ends)
                made.append((start, end))
            found = self._days[number] = tuple(made)
        return found

    def between(self, asked: float, answered: float) -> float:
        if self._is_always:
            return max(0.0, answered - asked)
        first, last = int(asked // 86_400) + _EPOCH, int(answered // 86_400) + _EPOCH
        return sum(
            max(0.0, min(end, answered) - max(start, asked))
            for number in range(first - 2, last + 2)  # its own days begin up to a day before or after those of UTC
            for start, end in self._spans(number)
        )
