"""Times in words: does a text give one, and how long ago was that."""

from __future__ import annotations

import re
from datetime import datetime

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
    r"(?<!\w)(?:\w{1,5}'(?:ll|d|re)|it's|is|are|be|will|shall|going to|can|could|let me|by|until|till|before|open|ready"
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


def ago(now: datetime, then: datetime) -> str:
    """ "nine days ago", as a person would say it."""
    days = max(0, (now - then).days)
    if days == 0:
        hours = max(0, int((now - then).total_seconds() // 3600))
        return "just now" if hours == 0 else f"{counted(hours, 'hour')} ago"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{counted(days, 'day')} ago"
    if days < 60:
        return f"{counted(days // 7, 'week')} ago"
    return f"{counted(days // 30, 'month')} ago" if days < 730 else f"{counted(days // 365, 'year')} ago"


def counted(number: int, noun: str) -> str:
    """ "one hour", "nine days", "13 weeks"."""
    word = _COUNTED[number] if 0 <= number < len(_COUNTED) else f"{number:,}"
    return f"{word} {noun}{'' if number == 1 else 's'}"
