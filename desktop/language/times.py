"""Times in words: does a text give one, and how long ago was that."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop.language.said import Said, said
from desktop.language.text import sentences

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBER = rf"(?:\d{{1,3}}|an?|{_HOUR}|fifteen|twenty|thirty|half an?)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}"
_WAYS = (
    r"now|today|tonight|tomorrow|noon|midday|midnight|lunch(?:time)?|closing|immediately",
    r"straight away|right away|at once|first thing",
    r"this (?:minute|second|morning|afternoon|evening|week|weekend|month)",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:next|coming) (?:week|month)",
    r"end of (?:the )?(?:day|week|month)",
    rf"{_NUMBER} (?:more )?(?:second|minute|min|hour|hr|day|week|month)s?",
    r"(?:within|in) (?:the|an) hour",
    rf"half (?:past )?{_HOUR}|quarter (?:past|to) {_HOUR}|{_HOUR} o'?clock",
    rf"(?:by|at|before|until|till|from|after|around) (?:{_HOUR}|\d{{1,2}})(?:[:.]\d\d)?",
    r"\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm|a\.m|p\.m|h)",
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}|{_MONTH} \d{{1,2}}",
    r"heute|morgen|jetzt|sofort|hoy|mañana|ahora|demain|aujourd'hui|oggi|domani|adesso|hoje|amanhã|agora",
)
_TIME = re.compile(rf"(?<!\w)(?:{'|'.join(_WAYS)})(?!\w)")
TIME_BLANKS = frozenset(
    {
        "when",
        "day",
        "until",
        "from",
        "another time",
        "hours",
        "how long",
        "when it left",
        "when it was due",
        "what you'll do, and by when",
        "what you've done, and when",
    }
)
_COUNTED = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def first_time(text: str) -> re.Match[str] | None:
    """The first words in `text` (in the form of `text.plain`) that give a time; "soon" is none."""
    return _TIME.search(text)


_TO_COME = re.compile(
    r"(?<!\w)(?:\w{1,5}'(?:ll|d|re)|it's|is|are|be|will|shall|going to|can|could|(?:may|shall) i|within"
    r"|let me|by|until|till|before|open|ready"
    r"|waiting|now|today|tonight|tomorrow|noon|first thing|straight away|right away|at once|immediately|next|coming"
    r"|this (?:minute|second)|in half an?|heute|morgen|jetzt|sofort|hoy|mañana|ahora|demain|aujourd'hui|oggi|domani"
    r"|adesso|hoje|amanhã|agora)(?!\w)"
)
_LOOKING_BACK = re.compile(
    r"(?<!\w)(?:about|since|of|over|earlier) (?:today|tonight|this \w{3,9}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?!\w)"
)


def gives_time(text: str) -> bool:
    """Whether a sentence in `text` (in the form of `text.plain`) gives a time to come.

    "You were here Friday at 4" and "sorry about today" don't.
    """
    return any(
        first_time(said) is not None and _TO_COME.search(said) is not None
        for sentence in sentences(text)
        if (said := _LOOKING_BACK.sub("", sentence.text))
    )


_DAY = r"(?P<{0}>today|tonight|tomorrow)"
_HALF = r" ?(?P<{0}>[ap])\.?m\b\.?"
_CLOCK = re.compile(
    rf"(?:\b{_DAY.format('before')},? (?:at |by |before |until )?)?"
    rf"(?:(?<![\d.:,£$€])(?:(?P<hour>\d{{1,2}})(?P<mark>[:.])(?P<minute>\d\d)(?![\d.:]*\d)(?:{_HALF.format('half')})?"
    rf"|(?P<whole>\d{{1,2}}){_HALF.format('of')})|\b(?P<name>noon|midday)\b"
    r"|(?<=\bby )(?P<bare>\d{1,2})(?= ?(?:[.,;!?]|$|today\b|tomorrow\b|o'clock)))"
    rf"(?:,? {_DAY.format('after')}\b)?",
    re.I,
)
_SAYS_TIME = re.compile(r"(?:by|at|before|until|till|around|from) $", re.I)


class Meant(NamedTuple):
    """A time of day in a text: when it is, and from where to where it stands."""

    at: datetime
    start: int
    end: int


def first_meant(text: str, now: datetime) -> Meant | None:
    """The first time of day in `text` (as it is written) that is to come, read from `now` (in the shop's own time).

    `11:30`, `11.30 today`, `tomorrow before 10:00`, `4 pm`, `by 4`, `noon`. Without a day it is the next time the clock
    shows it, the afternoon included: "4:30", said at ten in the morning, is 16:30.
    """
    for found in _CLOCK.finditer(text):
        if found["mark"] == "." and not (found["half"] or _SAYS_TIME.search(text[: found.start("hour")])):
            continue  # a price, a size
        at = _at(found, now)
        if at is not None and at > now:
            return Meant(at, found.start(), found.end())
    return None


def _at(found: re.Match[str], now: datetime) -> datetime | None:
    hour = 12 if found["name"] else int(found["hour"] or found["whole"] or found["bare"])
    half = (found["half"] or found["of"] or "").lower()
    minute = int(found["minute"] or 0)
    if hour > (12 if half else 23) or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if found["bare"] and 0 < hour < 7:  # nobody is back by four in the night
        hour += 12
    at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    day = (found["before"] or found["after"] or "").lower()
    if day == "tomorrow":
        return at + timedelta(days=1)
    afternoon = at + timedelta(hours=12)
    if at <= now and hour < 12 and not half and afternoon.date() == now.date() and afternoon > now:
        return afternoon
    return at if at > now or day else at + timedelta(days=1)


def ago(now: datetime, then: datetime) -> Said:
    """ "nine days ago", as a person would say it: by the calendar where `now` is."""
    days = max(0, (now.date() - then.astimezone(now.tzinfo).date()).days)
    if days == 0:
        hours = max(0, int((now - then).total_seconds() // 3600))
        return said("just now") if hours == 0 else _ago(hours, "hour")
    if days == 1:
        return said("yesterday")
    if days < 14:
        return _ago(days, "day")
    if days < 60:
        return _ago(days // 7, "week")
    return _ago(days // 30, "month") if days < 730 else _ago(days // 365, "year")


def _ago(number: int, noun: str) -> Said:
    return Said(f"{counted(number, noun)} ago", f"%n {noun}s ago", {}, number)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_of(at: datetime) -> Said:
    """ "12 June": never by the computer's own language, which strftime would take."""
    return said("{day} {month}", day=str(at.day), month=said(_MONTHS[at.month - 1]))


def counted(number: int, noun: str) -> str:
    """ "one hour", "nine days", "13 weeks"."""
    word = _COUNTED[number] if 0 <= number < len(_COUNTED) else f"{number:,}"
    return f"{word} {noun}{'' if number == 1 else 's'}"
