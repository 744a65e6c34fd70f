"""What a message asks about the hours: of which day, and what the Shop book says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import NamedTuple

from desktop.shopbook.hours import Opening, Run, runs

_WE = r"(?:you|you're|they|they're|shop|store|place|doors?|bakery|café|cafe|kitchen|we|it|everything|counter)"
_SHUT = r"(?:open|closed|shut)(?! (?:the|a|an|my|our|his|her|your|up|to|about|minded|case|box|account)\b)(?!\w)"
_BE = r"(?:are|is|were|was|will|be|been|still|not|always|ever|n't|even|already|normally|usually|also)"
_ASKS = (  # compiled at its first use, as the other: a start needs none of them
    rf"(?<!\w)(?:(?:opening|business|christmas|easter|holiday|weekend|your|the|shop) (?:hours|times)"
    rf"|{_WE} (?:{_BE} ){{0,3}}{_SHUT}|(?:are|is|were|was|be) {_WE} (?:\w+ ){{0,2}}?{_SHUT}"
    rf"|(?:do|does|did|what time|which time|till when|until when|when|how late|how long|how early) (?:\w+ ){{0,4}}?"
    rf"(?:open|opens|close|closes|shut|shuts)(?! (?:the|a|my|your|it)\b)(?!\w)"
    r"|(?<!the )(?:open|closed|shut)"
    r" (?:on|today|tomorrow|tonight|late|early|this|over|during|sundays?|mondays?|till|until))"
    r"(?!\w)"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_FEASTS = {  # days that are shut where nobody wrote anything: (month, day)
    "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year": (1, 1), "easter": None, "good friday": None, "whitsun": None, "pentecost": None, "bank holiday": None,
    "public holiday": None,
}  # fmt: skip
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_DATE = (
    rf"(?<!\w)(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})|({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?)(?!\w)"
)
_AHEAD = 370
_DAY = timedelta(days=1)


class DayHours(NamedTuple):
    """What the Shop book says of one day: its spans, () when shut; `note` is why."""

    day: date
    spans: tuple[tuple[time, time], ...]
    note: str


class Asked(NamedTuple):
    """The answer to a message about the hours: a closure that is meant, or days, or (neither) the whole week."""

    closure: Run | None = None
    days: tuple[DayHours, ...] = ()


def asked(opening: Opening, text: str, today: date) -> Asked | None:
    """What the Shop book says to a message about the hours; None where it is about something else, or nothing is known.

    A feast is answered only by a closure that names or holds it: the usual hours of that weekday would be a guess.
    """
    from desktop.language.text import plain  # no start needs to read words

    low = plain(text)
    if not re.search(_ASKS, low) or not (opening.spans or opening.closures):
        return None
    feasts = [name for name in _FEASTS if re.search(rf"(?<!\w){name}(?!\w)", low)]
    if feasts:
        run = next((run for name in feasts if (run := _closure(opening, name, today))), None)
        return Asked(closure=run) if run else None
    named = tuple(dict.fromkeys(_days(low, today)))[:3]
    days = tuple(day for day in named if day in opening.closures or (day.month, day.day) not in _FEASTS.values())
    if named and not days:
        return None
    if len(days) == 1 and days[0] in opening.closures:
        return Asked(closure=next(run for run in runs(opening.closures) if days[0] in run.days()))
    if not opening.spans:
        return None
    return Asked(days=tuple(DayHours(day, opening.of(day), opening.closures.get(day, "")) for day in days))


def _closure(opening: Opening, feast: str, today: date) -> Run | None:
    """The next closure that has the name of a feast in its note, or holds its day."""
    from desktop.language.text import plain

    fixed = _FEASTS[feast]
    for run in runs(opening.closures):
        if run.last < today or (run.first - today).days > _AHEAD:
            continue
        holds = fixed is not None and any((day.month, day.day) == fixed for day in run.days())
        if holds or feast in plain(run.note):
            return run
    return None


def _days(low: str, today: date) -> Iterator[date]:
    """The days a message names, as the next that come."""
    for word, ahead in (("today", 0), ("tonight", 0), ("this morning", 0), ("this afternoon", 0), ("tomorrow", 1)):
        if re.search(rf"(?<!\w){word}(?!\w)", low):
            yield today + ahead * _DAY
    for at, name in enumerate(_WEEKDAYS):
        if re.search(rf"(?<!\w){name}s?(?!\w)", low):
            yield today + ((at - today.weekday()) % 7) * _DAY
    if re.search(r"(?<!\w)weekends?(?!\w)", low):
        yield from (today + ((at - today.weekday()) % 7) * _DAY for at in (5, 6))
    for found in re.finditer(_DATE, low):
        day, month = int(found[1] or found[4]), (found[2] or found[3])[:3]
        number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month))
        for year in (today.year, today.year + 1):
            try:
                made = date(year, number, day)
            except ValueError:
                continue
            if made >= today:
                yield made
                break
