"""What a time looks like in numbers: how complaints ended, what was talked about, when people write.

Everything is counted over conversations by when they began, on the shop's own clocks, so that each number is that of
the query beside it: what the window shows for a number is what History finds for its query.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from desktop import counter, debts, past, shopbook, sounding
from desktop.clock import Clock, from_text, from_wall, to_text
from desktop.language.repeating import key_of
from desktop.past import Outcome
from desktop.records import Aims, Kind, Stage
from desktop.searching import Asking, Filter, as_filter, conditions, how_many, parse, with_filter
from desktop.searching.answers import day_long, waits
from desktop.searching.filters import WEEKDAYS, began, came_open
from desktop.shop import Shop
from desktop.sounding import Mean, Replied, mean_of, together
from desktop.store import Store
from desktop.triage.judgement import Topic

LEAST = 20  # below, there are too few to say anything
LEAST_IN_STEP = 5  # replies of a month that make a point of a line
_DAY = timedelta(days=1)
_AS_DAYS, _AS_MONTHS = 62, 36  # a time of so many days is told by days, of so many months by months


class Period(NamedTuple):
    """Days of the shop's own calendar, the last one included."""

    first: date
    last: date


class View(NamedTuple):
    """What is looked at: a time, the one to compare it with, and the name of a place ("": all)."""

    period: Period
    before: Period | None = None
    place: str = ""


class Ending(StrEnum):
    """How a public complaint stands, as the bars tell it."""

    THEY = "they"
    WE = "we"
    HIDDEN = "hidden"
    OPEN = "open"
    STANDING = "standing"


_AS_QUERY = {
    Ending.THEY: "ended:they",
    Ending.WE: "ended:we",
    Ending.HIDDEN: "ended:hidden",
    Ending.OPEN: "ended:open -ended:hidden",
    Ending.STANDING: "ended:standing",
}
_OF_STAGE = {
    Stage.NO_ANSWER.value: Ending.OPEN,
    Stage.ANSWERED.value: Ending.OPEN,
    Stage.FIXED.value: Ending.HIDDEN,
    Stage.ASKED.value: Ending.HIDDEN,
    Stage.STANDING.value: Ending.STANDING,
    Outcome.THEY_SAID_SO.value: Ending.THEY,
    Outcome.WE_SAID_SO.value: Ending.WE,
}


class Share(NamedTuple):
    """`some` of `of`; `percent` is never rounded up."""

    some: int
    of: int

    @property
    def percent(self) -> int:
        return 100 * self.some // self.of if self.of else 0

    @property
    def says_something(self) -> bool:
        return self.of >= LEAST


class Endings(NamedTuple):
    """Public complaints: for each of `steps` how many stand how. Those their writers took down count apart.

    `before`, here and below: the same of the time it is compared with.
    """

    steps: tuple[Period, ...]
    numbers: tuple[Mapping[Ending, int], ...]
    taken_down: int
    before: Endings | None = None

    def total(self, ending: Ending) -> int:
        return sum(step.get(ending, 0) for step in self.numbers)

    @property
    def number(self) -> int:
        return sum(sum(step.values()) for step in self.numbers)

    @property
    def shown(self) -> Share:
        return Share(self.total(Ending.THEY) + self.total(Ending.WE), self.number)


class About(NamedTuple):
    """How many complaints and how much praise are about a topic (triage.Topic)."""

    topic: str
    complaints: int
    praise: int

    def number(self, kind: Kind) -> int:
        return self.praise if kind is Kind.PRAISE else self.complaints


class Topics(NamedTuple):
    """The one most complaints are about first. `complaints`: all of them, whatever they are about; `in_leading` of
    them are about one of the `leading` topics, the first two; of `before`, about the same ones."""

    rows: tuple[About, ...]
    complaints: int
    leading: tuple[str, ...]
    in_leading: int
    before: Topics | None = None

    @property
    def number(self) -> int:
        return self.complaints

    def of(self, topic: str) -> About:
        return next((row for row in self.rows if row.topic == topic), About(topic, 0, 0))


class Busy(NamedTuple):
    """How many conversations began on a weekday (Monday 0) in an hour; how many while the shop was shut.

    `opens`: for each weekday the hours in which the shop is open, by today's Shop book.
    """

    hours: Mapping[tuple[int, int], int]
    closed: int
    opens: Mapping[int, frozenset[int]]
    before: Busy | None = None

    @property
    def number(self) -> int:
        return sum(self.hours.values())

    def on(self, day: int) -> int:
        return sum(number for (at, _), number in self.hours.items() if at == day)

    @property
    def while_closed(self) -> Share:
        return Share(self.closed, self.number if self.opens else 0)

    def busiest_day(self) -> int:
        return max(range(7), key=lambda day: (self.on(day), -day))

    def busiest_hours(self, day: int) -> tuple[int, ...]:
        """The hour most began in on that weekday; a second one that isn't next to it, where nearly as many did."""
        of_day = {hour: number for (at, hour), number in self.hours.items() if at == day}
        ranked = sorted(of_day, key=lambda hour: (-of_day[hour], hour))
        second = [hour for hour in ranked[1:] if abs(hour - ranked[0]) > 1 and 2 * of_day[hour] >= of_day[ranked[0]]]
        return tuple(sorted([ranked[0], *second[:1]]))


class Answers(NamedTuple):
    """How long those waited in public whose words wanted an answer, in opening hours: how many in each of BUCKETS.

    `half`: minutes within which half of them had one, None where fewer did. `made_it`: those within the aim of their
    place. `aims`: (place, hours), "" for all that have none of their own.
    """

    numbers: tuple[int, ...]
    half: float | None
    aims: tuple[tuple[str, int], ...]
    made_it: Share
    before: Answers | None = None

    @property
    def number(self) -> int:
        return sum(self.numbers)


BUCKETS = ("15min", "1h", "2h", "4h", "1d", "later", "never")  # the first five: less than that
_MINUTES = (15, 60, 120, 240)
_WANT_ONE = "kind:complaint,question,mix-up is:public"


class Writer(NamedTuple):
    """How much of somebody's replies is in their own words, in the time looked at and in the one before."""

    name: str
    now: Mean
    before: Mean


class Phrase(NamedTuple):
    """A turn of phrase, in how many conversations a reply of ours has it, and until when it rests."""

    words: str
    number: int
    until: datetime | None = None


class Since(NamedTuple):
    """How replies sounded in another time, and how they sound in the one that it is compared with."""

    period: Period
    then: Mean
    now: Mean


class Sounding(NamedTuple):
    """Public replies by when their conversations began: how much of each is its writer's own, for each of `steps`.

    `elsewhere` of them were not written in this program. `writers`: those that who asks may see. `phrases`: those that
    are leaned on or rest, those in most replies first.
    """

    steps: tuple[Period, ...]
    numbers: tuple[Mean, ...]
    elsewhere: int
    before: Mean
    since: Since | None
    writers: tuple[Writer, ...]
    phrases: tuple[Phrase, ...]

    @property
    def every(self) -> Mean:
        return together(self.numbers)


_WITH_PUBLIC_REPLIES = "is:public -answered:never"
_MOST_PHRASES = 12
_SEASON = 3  # steps at the start and at the end of a time that are compared where no other time is


class Told(NamedTuple):
    """All of one moment. `places`: names of those that anything came from; `since`: the day of the first."""

    view: View
    number: int
    places: tuple[str, ...]
    since: date | None
    endings: Endings
    answers: Answers
    topics: Topics
    busy: Busy
    sounding: Sounding


# --- times ----------------------------------------------------------------------------------------------------


def this_year(clock: Clock) -> Period:
    return year(clock.local(clock.now()).year)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def month(day: date) -> Period:
    """The month of a day."""
    first = day.replace(day=1)
    return Period(first, (first + 31 * _DAY).replace(day=1) - _DAY)


def last_months(clock: Clock, number: int = 12) -> Period:
    """This month and those before it, so many in all."""
    today = clock.local(clock.now()).date()
    months = today.year * 12 + today.month - number
    return Period(date(months // 12, months % 12 + 1, 1), month(today).last)


def before(period: Period) -> Period:
    """The time of the same length that ended where this one begins; of whole months, so many months."""
    if is_whole_months(period):
        ends, begins = period.last + _DAY, period.first
        months = (ends.year - begins.year) * 12 + ends.month - begins.month
        start = begins.year * 12 + begins.month - 1 - months
        return Period(date(start // 12, start % 12 + 1, 1), begins - _DAY)
    return Period(period.first - (period.last - period.first + _DAY), period.first - _DAY)


def year_before(period: Period) -> Period | None:
    """The same months a year earlier, or the same days; None where these are more than a year."""
    if (period.last - period.first).days > 366:
        return None
    first, last = (_a_year_earlier(day) for day in period)
    return Period(first, month(last).last if is_whole_months(period) else last)


def _a_year_earlier(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def is_whole_months(period: Period) -> bool:
    return period.first.day == 1 and (period.last + _DAY).day == 1


def steps(period: Period) -> tuple[Period, ...]:
    """A bar each: days, months or years."""
    found, first = [], period.first
    months = (period.last.year - first.year) * 12 + period.last.month - first.month + 1
    while first <= period.last:
        last = month(first).last if months <= _AS_MONTHS else date(first.year, 12, 31)
        if (period.last - period.first).days < _AS_DAYS:
            last = first
        found.append(Period(first, min(last, period.last)))
        first = found[-1].last + _DAY
    return tuple(found)


# --- queries ----------------------------------------------------------------------------------------------------


def query(view: View, *pieces: str, period: Period | None = None) -> str:
    """The query of a number, as a person could type it."""
    place = with_filter("", "place", view.place) if view.place else ""
    when = with_filter("", "on", as_filter(*(period or view.period)))
    return " ".join(piece for piece in (*pieces, when, place) if piece)


def of_ending(ending: Ending) -> str:
    return f"kind:complaint {_AS_QUERY[ending]}"


SHOWN = "kind:complaint ended:shown"
ALL_ENDINGS = "kind:complaint is:public -ended:gone"
TAKEN_DOWN = "kind:complaint ended:gone"


def of_topic(topic: str, kind: Kind) -> str:
    return f"kind:{kind.value} topic:{topic}"


def of_topics(topics: Sequence[str]) -> str:
    return f"kind:complaint topic:{','.join(topics)}"


def of_day(day: int) -> str:
    return f"day:{WEEKDAYS[day]}"


def of_hour(day: int, hour: int) -> str:
    return f"{of_day(day)} hour:{hour}"


CLOSED = "came:closed"
REPLIED = _WITH_PUBLIC_REPLIES
SAID_BY_US = "in:ours is:public"


def of_writer(name: str) -> str:
    return f"is:public {with_filter('', 'by', name)}"


def of_phrase(phrase: str) -> str:
    return f'"{key_of(phrase)}" {SAID_BY_US}'


def of_wait(bucket: int) -> str:
    """Those of one of BUCKETS; -1: all who wanted an answer."""
    if bucket < 0:
        return _WANT_ONE
    key, pieces = BUCKETS[bucket], [_WANT_ONE]
    if key == "later":
        pieces += ["-answered:never", "-answered:4h"]  # a day may be shorter than that
    else:
        pieces.append(f"answered:{key}")
    if bucket and key != "never":
        pieces.append(f"-answered:{BUCKETS[bucket - 1]}")
    return " ".join(pieces)


# --- reading ------------------------------------------------------------------------------------------------------


def read(shop: Shop, view: View) -> Told:
    """Works everything out."""
    store, clock = shop.store, shop.clock
    with store.reading():
        found = store.rows("select platform, min(first_at) from conversations group by platform")
        names = sorted({shop.place(row[0]) for row in found})
        first = min((row[1] for row in found), default=None)
        return Told(
            view,
            _number(store, clock, view),
            tuple(names),
            clock.local(from_text(first)).date() if first else None,
            _endings(store, clock, view),
            _answers(shop, view),
            _topics(store, clock, view),
            _busy(store, clock, view),
            _sounding(shop, view),
        )


def _where(clock: Clock, view: View, *more: Filter) -> tuple[str, list[object]]:
    """The view as History's own filters mean it, on `c` and `k`."""
    filters = [Filter("on", as_filter(*view.period)), *more]
    if view.place:
        filters.append(Filter("place", view.place))
    made, _ = conditions(filters, Asking(clock))
    return " and ".join(f"({one.sql})" for one in made), [value for one in made for value in one.params]


def _earlier(view: View) -> View | None:
    """What it is compared with, alone."""
    return View(view.before, None, view.place) if view.before is not None else None


def _number(store: Store, clock: Clock, view: View) -> int:
    where, params = _where(clock, view)
    return int(store.value(f"select count(*) from conversations c where {where}", params))


_COMPLAINTS = "conversations c join complaints k on k.id = c.id and k.withdrawn_at is null and c.kind = 'complaint'"


def _endings(store: Store, clock: Clock, view: View) -> Endings:
    bars = steps(view.period)
    numbers = [dict[Ending, int]() for _ in bars]
    taken_down = 0
    where, params = _where(clock, view)
    stands = f"iif(k.stage = 'shown', {past.OUTCOME}, k.stage)"
    at, starts = _step(clock, bars)
    sql = f"select {at}, {stands}, count(*) from {_COMPLAINTS} where {where} group by 1, 2"
    for step, stage, number in store.rows(sql, [*starts, *params]):
        if stage == Stage.TAKEN_DOWN.value:
            taken_down += number
        else:
            ending = _OF_STAGE[stage]
            numbers[step][ending] = numbers[step].get(ending, 0) + number
    earlier = _earlier(view)
    return Endings(bars, tuple(numbers), taken_down, _endings(store, clock, earlier) if earlier else None)


def _step(clock: Clock, bars: Sequence[Period]) -> tuple[str, list[object]]:
    """Which of the bars a conversation falls into, as SQL."""
    starts = [to_text(_midnight(clock, bar.first)) for bar in bars[1:]]
    cases = "".join(f"when c.first_at < ? then {number} " for number in range(len(starts)))
    return (f"case {cases}else {len(starts)} end" if starts else "0"), list(starts)


def _midnight(clock: Clock, day: date) -> datetime:
    return from_wall(clock, datetime.combine(day, time()))


def _answers(shop: Shop, view: View) -> Answers:
    where, params = _where(shop.clock, view, *parse(_WANT_ONE).filters)
    found = list(waits(shop.store, shop.clock, where, params))
    times = sorted(one.minutes for one in found if one.minutes is not None)
    bounds = [bisect_left(times, most) for most in (*_MINUTES, max(_MINUTES[-1], day_long(shop.store)))]
    each = [after - before for before, after in pairwise([0, *bounds, len(times)])]
    middle = (len(found) - 1) // 2
    half = times[middle] if 0 <= middle < len(times) else None
    aims = debts.kept_aims(shop)
    hours = {platform: aims.at(platform).answer_hours for platform in {one.platform for one in found}}
    made = sum(one.minutes is not None and one.minutes < 60 * hours[one.platform] for one in found)
    never = len(found) - len(times)
    earlier = _earlier(view)
    then = _answers(shop, earlier) if earlier else None
    return Answers((*each, never), half, _aims_of(shop, view, aims, hours), Share(made, len(found)), then)


def _aims_of(shop: Shop, view: View, aims: Aims, hours: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Those that count here: the shop's, and what places want that were asked at."""
    if view.place and hours:
        return (("", next(iter(hours.values()))),)
    others = {(shop.place(platform), many) for platform, many in hours.items() if many != aims.answer_hours}
    return (("", aims.answer_hours), *sorted(others))


def _topics(store: Store, clock: Clock, view: View, leading: Sequence[str] | None = None) -> Topics:
    """`leading`: those to count, None for the first two."""
    told = {kind: _named(store, clock, view, kind) for kind in (Kind.COMPLAINT, Kind.PRAISE)}
    tally = {kind: Counter[str]() for kind in told}
    for kind, some in told.items():
        for named, number in some.items():
            tally[kind].update(dict.fromkeys(named, number))
    complaints, praise = tally.values()
    every = (About(topic, complaints[topic], praise[topic]) for topic in complaints | praise)
    rows = tuple(sorted(every, key=lambda row: (-row.complaints, -row.praise, row.topic)))
    if leading is None:
        leading = [row.topic for row in rows if row.complaints and row.topic != Topic.OTHER][:2]
    some = told[Kind.COMPLAINT]
    in_leading = sum(number for named, number in some.items() if set(named) & set(leading))
    earlier = _earlier(view)
    then = _topics(store, clock, earlier, leading) if earlier else None
    return Topics(rows, sum(some.values()), tuple(leading), in_leading, then)


def _named(store: Store, clock: Clock, view: View, kind: Kind) -> Mapping[tuple[str, ...], int]:
    """How many of a kind name just these topics."""
    where, params = _where(clock, view, Filter("kind", kind.value))
    rows = store.rows(f"select c.topics, count(*) from conversations c where {where} group by 1", params)
    return {tuple(row[0].split()): row[1] for row in rows}


def _busy(store: Store, clock: Clock, view: View) -> Busy:
    where, params = _where(clock, view)
    opening = shopbook.opening(store)
    closed = f"not {came_open(clock)}" if opening.spans else "0"
    sql = (
        f"select strftime('%w %H', {began(clock)}), count(*), total({closed}) from conversations c "
        f"where {where} group by 1"
    )
    hours, shut = Counter[tuple[int, int]](), 0
    for at, number, while_closed in store.rows(sql, params):
        weekday, hour = (int(part) for part in at.split())
        hours[(weekday + 6) % 7, hour] += number
        shut += int(while_closed)
    earlier = _earlier(view)
    return Busy(hours, shut, _open_hours(opening), _busy(store, clock, earlier) if earlier else None)


def _open_hours(opening: shopbook.Opening) -> Mapping[int, frozenset[int]]:
    """For each weekday the hours in which the shop is open, were it for some minutes."""
    found: dict[int, set[int]] = {}
    for weekday, spans in opening.spans.items():
        for opens, closes in spans:
            long = (closes.hour * 60 + closes.minute - opens.hour * 60 - opens.minute - 1) % (24 * 60) + 1
            for hour in range(opens.hour, (opens.hour * 60 + opens.minute + long + 59) // 60):
                found.setdefault((weekday + hour // 24) % 7, set()).add(hour % 24)
    return {weekday: frozenset(hours) for weekday, hours in found.items()}


# --- how replies sound ---------------------------------------------------------------------------------------------


def _sounding(shop: Shop, view: View) -> Sounding:
    bars = steps(view.period)
    found, earlier = _replies(shop, view), _replies(shop, view._replace(period=view.before)) if view.before else []
    numbers = tuple(mean_of([one.share for one in found if one.step == step]) for step in range(len(bars)))
    now, then = sounding.by_writer(found), sounding.by_writer(earlier)
    before = mean_of([one.share for one in earlier])
    writers = [name for name in sounding.order_of(shop.store, now) if shop.me.is_owner or name == shop.me.name]
    return Sounding(
        bars,
        numbers,
        sum(not one.was_here for one in found),
        before,
        _since(view, bars, numbers, before),
        tuple(Writer(name, now[name], then.get(name, Mean())) for name in writers),
        _phrases(shop, view) if len(found) >= LEAST else _resting(shop, view, ()),
    )


def _replies(shop: Shop, view: View) -> list[Replied]:
    at, starts = _step(shop.clock, steps(view.period))
    where, params = _where(shop.clock, view)
    return list(sounding.replies(shop.store, at, where, [*starts, *params]))


def _since(view: View, bars: Sequence[Period], numbers: Sequence[Mean], before: Mean) -> Since | None:
    """What is said to be more, or less, than it was: against the other time that was chosen, else the last months
    against the first ones."""
    if view.before is not None and before.number >= LEAST:
        return Since(view.before, before, together(numbers))
    first, last = together(numbers[:_SEASON]), together(numbers[-_SEASON:])
    if len(bars) < 2 * _SEASON or min(first.number, last.number) < LEAST:
        return None
    return Since(Period(bars[0].first, bars[_SEASON - 1].last), first, last)


def _phrases(shop: Shop, view: View) -> tuple[Phrase, ...]:
    where, params = _where(shop.clock, view)
    found = sounding.phrases(shop.store, where, params, counter.voice(shop).say)[:_MOST_PHRASES]
    return _resting(shop, view, found)


def _resting(shop: Shop, view: View, leaned_on: Sequence[str]) -> tuple[Phrase, ...]:
    """These and those that rest, with how often History finds each."""
    until = {key_of(one.phrase): one for one in counter.resting_phrases(shop)}
    leaned = {key_of(one): one for one in leaned_on}
    said = {key: leaned.get(key) or until[key].phrase for key in leaned | until}
    asking, made = Asking(shop.clock, shop.me.id), []
    numbers = how_many(shop.store, [f'"{key}"' for key in said], query(view, SAID_BY_US), asking)
    for key, number in zip(said, numbers, strict=True):
        rests = until.get(key)
        if rests or number >= sounding.LEANED_ON:
            made.append(Phrase(said[key], number, rests.until if rests else None))
    return tuple(sorted(made, key=lambda one: (-one.number, one.words)))
