"""When something is due that was given in words: "by Friday at four", "within 2 days", "first thing Monday".

The words are a table (`resources/words/promises.json`, one part a language); what they mean is here.

- A day alone is due when the shop closes that day, also past midnight. Where the shop is shut: "by Sunday" is due at
  the last closing before it, "on Sunday" that day at 18:00.
- A time of day without a day is the next one of today that lies in the opening hours, else the next by day.
- "In two hours" counts hours that pass; "within 2 days" counts days of the calendar, "2 working days" days open.
- The day the clocks go back an hour is there twice: the earlier one is meant. Where it is skipped, the hour after.
- A date that can be read two ways (3/7) is none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from desktop.clock import Clock, from_wall

_OPENS, _NOON, _CLOSES, _EVENING = time(9), time(12), time(18), time(21)  # where the shop's hours say nothing
_FIRST_THING = timedelta(hours=1)  # after opening
_DAY = timedelta(days=1)
_SEARCHED = 60  # days that are looked through for one that is open
_BY_DAY = 7  # o'clock: earlier than that nobody means the morning
_LENGTHS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_DAY_KINDS = frozenset({"day", "weekday", "date"})
_TIME_KINDS = frozenset({"clock", "bare", "part", "edge"})
_WHOLE = frozenset({"span", "period"})
_CLOCK_AFTER = frozenset({"by", "before", "at", "until"})
Spans = Sequence[tuple[time, time]]


class Hours(Protocol):
    """Opening hours: the spans of a day in the shop's own time; one that ends by its beginning ends the next day."""

    def of(self, day: date) -> Spans: ...


def spans_of(hours: Hours, day: date) -> list[tuple[datetime, datetime]]:
    """The spans of a day as moments of the shop's wall, without a zone; the last may end the next day."""
    return [
        (datetime.combine(day, begins), datetime.combine(day, ends) + (_DAY if ends <= begins else timedelta(0)))
        for begins, ends in hours.of(day)
    ]


class Atom(NamedTuple):
    """A word or a few that say a day, a time of day or how both are meant."""

    kind: str
    start: int
    end: int
    said: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that together give one time; `start` and `end` are where they stand."""

    start: int
    end: int
    preps: frozenset[str]
    is_latest: bool
    atoms: Mapping[str, Atom] = field(default_factory=dict)

    @property
    def day(self) -> Atom | None:
        return next((atom for kind, atom in self.atoms.items() if kind in _DAY_KINDS), None)

    @property
    def time(self) -> Atom | None:
        return next((atom for kind, atom in self.atoms.items() if kind in ("clock", "bare")), None)

    @property
    def is_deadline(self) -> bool:
        return self.is_latest or bool(self.preps & {"by", "before"}) or "span" in self.atoms


class Table(NamedTuple):
    """What a language calls times."""

    atoms: tuple[tuple[str, re.Pattern[str], Mapping[str, str | int]], ...]
    glue: re.Pattern[str]
    numbers: Mapping[str, float]
    words: Mapping[str, Mapping[str, int]]  # hours, weekdays, months
    units: Mapping[str, str]


def table(raw: Mapping[str, Mapping[str, int]], atoms: Sequence[Sequence[object]], glue: str) -> Table:
    """The table of a language as its part of promises.json has it."""
    slots = {name[:-1]: _any(raw[name]) for name in ("numbers", "hours", "weekdays", "months", "units")}
    made = []
    for kind, pattern, said in atoms:
        filled = re.sub(r"\{(\w+)\}", lambda m: slots.get(m[1], m[0]), str(pattern))
        made.append((str(kind), re.compile(rf"(?<!\w)(?:{filled})(?!\w)"), said))
    words = {name: raw[name] for name in ("hours", "weekdays", "months")}
    return Table(tuple(made), re.compile(glue), raw["numbers"], words, raw["units"])  # type: ignore[arg-type]


def _any(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


# --- finding -------------------------------------------------------------------------------------------------


def said_in(text: str, words: Table) -> list[Said]:
    """The times given in a sentence (in the form of `text.plain`), in its order."""
    found: list[Said] = []
    run: list[Atom] = []
    for atom in _atoms(text, words):
        if run and not (_joins(text, run[-1], atom, words) and _fits(run, atom)):
            found.extend(_made(run))
            run = []
        if atom.kind == "bare" and not (run and run[-1].kind == "prep" and _prep(run[-1]) in _CLOCK_AFTER):
            found.extend(_made(run))
            run = []
            continue
        run.append(atom)
    return [*found, *_made(run)]


def _atoms(text: str, words: Table) -> list[Atom]:
    """All there are, none inside another: the first, and of those the longest."""
    every = [
        Atom(kind, m.start(), m.end(), {**said, **{k: v for k, v in m.groupdict().items() if v}})
        for kind, pattern, said in words.atoms
        for m in pattern.finditer(text)
    ]
    kept: list[Atom] = []
    for atom in sorted(every, key=lambda a: (a.start, -a.end, a.kind == "bare")):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _joins(text: str, left: Atom, right: Atom, words: Table) -> bool:
    return words.glue.fullmatch(text, left.end, right.start) is not None


def _fits(run: Sequence[Atom], atom: Atom) -> bool:
    """A time has one day, one time of day, or a span alone."""
    kinds = {one.kind for one in run}
    if atom.kind == "latest":
        return bool(kinds - {"prep"})
    if atom.kind == "prep":
        return not kinds & _WHOLE and "latest" not in kinds
    if atom.kind in _WHOLE:
        return not kinds - {"prep"}
    if kinds & _WHOLE:
        return False
    if atom.kind in _DAY_KINDS:
        return not kinds & _DAY_KINDS
    times = kinds & _TIME_KINDS
    return not times or (times == {"part"} and atom.kind in ("clock", "bare")) or (
        atom.kind == "part" and times <= {"clock", "bare"}
    )


def _prep(atom: Atom) -> str:
    return str(atom.said["is"])


def _made(run: Sequence[Atom]) -> list[Said]:
    while run and run[-1].kind == "prep":
        run = run[:-1]
    told = {atom.kind: atom for atom in run if atom.kind not in ("prep", "latest")}
    if not told:
        return []
    first = next(i for i, atom in enumerate(run) if atom.kind != "prep")
    run = run[max(0, first - 1) :]  # "come by on Sunday": the word next to it counts
    preps = frozenset(_prep(atom) for atom in run if atom.kind == "prep")
    said = Said(run[0].start, run[-1].end, preps, any(atom.kind == "latest" for atom in run), told)
    part = told.get("part")  # "the night baker" gives no time
    needs_more = part is not None and len(told) == 1 and "alone" not in part.said and not said.is_deadline
    return [] if needs_more else [said]


# --- meaning -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reader:
    """Works out moments as somebody means them who writes at `now` in this shop."""

    words: Table
    clock: Clock
    hours: Hours
    now: datetime

    @property
    def here(self) -> datetime:
        """Now on the shop's wall, without a zone."""
        return self.clock.local(self.now).replace(tzinfo=None)

    def due(self, said: Said, day_of: Said | None = None) -> datetime | None:
        """The moment (UTC) in which it is due, None where the words give none. `day_of` names the day elsewhere."""
        if "span" in said.atoms:
            return self._after(said.atoms["span"])
        wall = self._wall(said, day_of)
        if wall is None:
            return None
        due = from_wall(self.clock, wall)
        return due if due > self.now else None

    def _wall(self, said: Said, day_of: Said | None) -> datetime | None:
        if "period" in said.atoms:
            return self._period(said.atoms["period"], said)
        named = said.day or (day_of.day if day_of and (said.time or "part" in said.atoms) else None)
        day = self.day(named) if named else None
        if named and day is None:
            return None
        if said.time:
            return self._clock(said.time, day, said.atoms.get("part") or named)
        if day is not None and named and named.said.get("part") and "edge" not in said.atoms:
            return self._part(str(named.said["part"]), day)
        if "part" in said.atoms:
            return self._part_next(said.atoms["part"], day, is_first="edge" in said.atoms)
        if "edge" in said.atoms:
            return self._edge(str(said.atoms["edge"].said["edge"]), day)
        return self._day_end(day, said) if day is not None else None

    # days

    def day(self, atom: Atom) -> date | None:
        """The day that is meant; None where there is no such day."""
        today = self.here.date()
        if atom.kind == "day":
            return today + int(atom.said["days"]) * _DAY
        if atom.kind == "weekday":
            return self._weekday(atom, today)
        return self._date(atom, today)

    def _weekday(self, atom: Atom, today: date) -> date:
        """A weekday that is today's means the one in a week, unless it says "this"."""
        wanted = self.words.words["weekdays"][str(atom.said["weekday"])]
        which = str(atom.said.get("which", ""))
        if which == "next":
            return today - today.weekday() * _DAY + (7 + wanted) * _DAY
        ahead = (wanted - today.weekday()) % 7
        return today + (ahead or (0 if which else 7)) * _DAY

    def _date(self, atom: Atom, today: date) -> date | None:
        number, months = int(atom.said["day"]), self.words.words["months"]
        month = int(atom.said.get("month_number") or months.get(str(atom.said.get("month")), 0))
        years = (int(atom.said["year"]),) if "year" in atom.said else (today.year, today.year + 1)
        for year in years:
            for each in (month,) if month else range(1, 13):
                if 1 <= each <= 12 and 1 <= number <= monthrange(year, each)[1]:
                    found = date(year, each, number)
                    if found >= today:
                        return found
        return None

    def _closing(self, day: date) -> datetime | None:
        """When the shop shuts on a day: after midnight where it is open so long."""
        spans = spans_of(self.hours, day)
        return spans[-1][1] if spans else None

    def _is_open_span(self, at: datetime, day: date) -> bool:
        return any(begins <= at <= ends for begins, ends in spans_of(self.hours, day))

    def _day_end(self, day: date, said: Said) -> datetime:
        if "before" in said.preps:
            return self._last_closing(day - _DAY, day)
        closing = self._closing(day)
        if closing is None and said.is_deadline:
            return self._last_closing(day, day)
        return self._still(day, closing)

    def _last_closing(self, day: date, named: date) -> datetime:
        """The last time the shop shuts by this day, if that is still to come; else the end of the day named."""
        while day >= self.here.date():
            closing = self._closing(day)
            if closing is not None and closing > self.here:
                return closing
            day -= _DAY
        return self._still(max(day, named - _DAY), None)

    def _still(self, day: date, closing: datetime | None) -> datetime:
        """The end of a day that is still ahead: closing, else the evening, else midnight."""
        ends = (closing, datetime.combine(day, _CLOSES), datetime.combine(day, _EVENING))
        return next((at for at in ends if at and at > self.here), datetime.combine(day, time(23, 59)))

    # times of day

    def _clock(self, atom: Atom, day: date | None, part: Atom | None) -> datetime | None:
        times = self._readings(atom, str(part.said.get("part", "")) if part else "")
        if day is not None:
            found = [datetime.combine(day, time()) + each for each in times]
            ahead = [at for at in found if at > self.here]
            return self._likely(ahead, day) or (found[0] if found and day > self.here.date() else None)
        for each in (self.here.date(), self.here.date() + _DAY):
            ahead = [at for at in (datetime.combine(each, time()) + one for one in times) if at > self.here]
            night = [at + _DAY for at in (datetime.combine(each, time()) + one for one in times)]
            late = [at for at in night if at.hour < _BY_DAY and self._is_open_span(at, each)]
            if found_at := self._likely(ahead + (late if not ahead else []), each):
                return found_at
        return None

    def _likely(self, moments: Sequence[datetime], day: date) -> datetime | None:
        """Within the opening hours, else by day, else the first."""
        in_hours = [at for at in moments if self._is_open_span(at, day)]
        by_day = [at for at in moments if at.hour >= _BY_DAY]
        return min(in_hours or by_day or moments, default=None)

    def _readings(self, atom: Atom, part: str) -> list[timedelta]:
        """What a time on the clock may mean, as time since midnight."""
        said = atom.said
        if "at" in said:
            hour, minute = map(int, str(said["at"]).split(":"))
            return [timedelta(hours=hour, minutes=minute)]
        written = str(said["hour"])
        hour = self.words.words["hours"].get(written) or (int(written) if written.isdigit() else 99)
        minutes = int(said.get("minute", 0)) + self._past(said)
        if hour > 24 or int(said.get("minute", 0)) > 59:
            return []
        if half := said.get("half"):
            return [timedelta(hours=hour % 12 + (12 if half == "p" else 0), minutes=minutes)] if hour <= 12 else []
        if hour > 12 or hour == 0 or written.startswith("0"):
            return [timedelta(hours=hour, minutes=minutes)]
        halves = {"morning": (0,), "afternoon": (12,), "evening": (12,)}.get(part, (0, 12))
        return [timedelta(hours=hour % 12 + half, minutes=minutes) for half in halves]

    def _past(self, said: Mapping[str, str | int]) -> int:
        minutes = {key: int(self.words.numbers.get(str(said[key]), 25)) for key in ("past", "to") if key in said}
        return minutes.get("past", 0) - minutes.get("to", 0)

    def _part_next(self, atom: Atom, day: date | None, *, is_first: bool) -> datetime | None:
        """A part of a day; "first thing in the morning" of no day is tomorrow's, and so is "in the morning"."""
        part, tomorrow = str(atom.said["part"]), self.here.date() + _DAY
        if is_first:
            return self._edge("first", day or tomorrow)
        if day is not None or "days" in atom.said:
            return self._part(part, day or tomorrow)
        today = self._part(part, self.here.date())
        return today if today > self.here else self._part(part, self.here.date() + _DAY)

    def _part(self, part: str, day: date) -> datetime:
        """The end of a part of a day."""
        closing = self._closing(day)
        if part == "morning":
            return datetime.combine(day, _NOON)
        if part == "afternoon":
            end = datetime.combine(day, _CLOSES)
            return closing if closing and datetime.combine(day, _NOON) < closing < end else end
        evening = datetime.combine(day, _EVENING)
        if day > self.here.date() and closing and closing < evening:
            return closing
        return closing if closing and closing > evening else evening

    def _edge(self, edge: str, day: date | None) -> datetime | None:
        if edge == "close":
            return self._close(day)
        if day is None:
            day = self._open_day(self.here.date(), after=self.here)
        spans = self.hours.of(day)
        opens = datetime.combine(day, spans[0][0] if spans else _OPENS)
        return opens + (_FIRST_THING if edge == "first" else timedelta(0))

    def _open_day(self, day: date, after: datetime) -> date:
        """The first day from this one on that opens after a moment."""
        for _ in range(_SEARCHED):
            spans = self.hours.of(day)
            if spans and datetime.combine(day, spans[0][0]) > after:
                return day
            day += _DAY
        return after.date() + _DAY

    def _close(self, day: date | None) -> datetime:
        """Closing of a day; of now, when none is named: also of an evening that began yesterday."""
        if day is not None:
            return self._still(day, self._closing(day))
        today = self.here.date()
        for each in (today - _DAY, today):
            closing = self._closing(each)
            if closing and closing > self.here:
                return closing
        return self._still(today, None)

    # longer ones

    def _after(self, atom: Atom) -> datetime | None:
        count = atom.said["count"]
        unit = self.words.units[str(atom.said.get("unit") or atom.said.get("unit_2"))]
        number = float(count) if str(count).isdigit() else self.words.numbers.get(str(count), 0.0)
        number += 0.5 if "and_half" in atom.said else 0.0
        if not 0 < number <= 1000:
            return None
        if unit in _LENGTHS:
            return self.now + number * _LENGTHS[unit]
        day = self.here.date() + int(number * _DAYS_OF[unit]) * _DAY
        if atom.said.get("work"):
            day = self._working_day(int(number))
        by = Said(0, 0, frozenset({"by"}), is_latest=True)
        return from_wall(self.clock, self._day_end(day, by))

    def _working_day(self, days: int) -> date:
        """So many days open from now; Monday to Friday where the hours say nothing."""
        day, knows = self.here.date(), any(self.hours.of(self.here.date() + n * _DAY) for n in range(14))
        for _ in range(_SEARCHED):
            day += _DAY
            days -= bool(self.hours.of(day)) if knows else day.weekday() < 5
            if days <= 0:
                break
        return day

    def _period(self, atom: Atom, said: Said) -> datetime | None:
        """The last closing of a week, a weekend or a month. A week ends on Friday, unless that is over."""
        today, name = self.here.date(), str(atom.said["period"])
        monday = today - today.weekday() * _DAY
        if name == "weekend":
            return self._weekend(monday, said)
        if name == "week":
            friday = self._last_closing(monday + 4 * _DAY, monday + 4 * _DAY)
            return friday if friday > self.here else self._last_closing(monday + 6 * _DAY, monday + 6 * _DAY)
        if name == "next week":
            return self._last_closing(monday + 11 * _DAY, monday + 11 * _DAY)
        if name == "early next week":
            return self._last_closing(monday + 8 * _DAY, monday + 8 * _DAY)
        return self._month_end(name, atom, today)

    def _weekend(self, monday: date, said: Said) -> datetime:
        friday, sunday = monday + 4 * _DAY, monday + 6 * _DAY
        if said.is_deadline:
            week = timedelta(0) if self.here.date() <= friday else 7 * _DAY
            return self._last_closing(friday + week, friday + week)
        return self._last_closing(sunday, sunday)

    def _month_end(self, name: str, atom: Atom, today: date) -> datetime:
        first = today.replace(day=1)
        if name == "next month":
            first = (first + 31 * _DAY).replace(day=1)
        if name == "named month":
            month = self.words.words["months"][str(atom.said["month"])]
            first = first.replace(month=month, year=today.year + (month < today.month))
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return self._last_closing(last, last)
