"""Times, days and topics as people type them. Pure; raises Misuse with a sentence for the field it came from."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta

from desktop.errors import Misuse
from ui.moments import tr
from ui.opening import MONTHS

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?")
_MIDNIGHT = re.compile(r"24(?:\s*[:.h]\s*(?:00)?)?")
_TO = re.compile(r"\s+(?:to|till|until|bis)\s+|\s*[–—]\s*|\s+-\s+|(?<=\.)-(?=\d)")
_NUMBER = re.compile(r"(\d{1,2})\.?")
_WHOLE = re.compile(r"(?P<year>\d{4})(?:-(?P<number>\d{1,2}))?|(?P<name>[^\W\d_]{3,10})\.?(?:\s+(?P<of>\d{4}))?")
_NIGHT = 14 * 60  # minutes: who is open longer than that past midnight meant the afternoon
_MOST_DAYS = 200  # of one closure: what is longer is a slip of the pen
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def clock_time(text: str) -> time:
    """`7`, `7:00`, `07.30`, `7h30`; `24:00` is no time of day. Raises Misuse."""
    match = _TIME.fullmatch(text.strip())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 0)
    if hour > 23 or minute > 59:
        raise Misuse(tr("“{text}” isn’t a time. Write it like 7:00.").format(text=text.strip()))
    return time(hour, minute)


def span(opens: str, closes: str) -> tuple[time, time]:
    """Opening and closing time of a day; `18:00` to `2:00` goes past midnight, `24:00` is its end. Raises Misuse."""
    if not opens.strip() or not closes.strip():
        raise Misuse(tr("Write when it opens and when it closes."))
    is_midnight = _MIDNIGHT.fullmatch(closes.strip()) is not None
    found = clock_time(opens), time() if is_midnight else clock_time(closes)
    if found[1] <= found[0] and not is_midnight and _minutes(*found) > _NIGHT:
        raise Misuse(tr("It can’t close before it opens."))
    return found


def _minutes(opens: time, closes: time) -> int:
    """How long that is when it goes past midnight."""
    return 24 * 60 - opens.hour * 60 - opens.minute + closes.hour * 60 + closes.minute


def days(text: str, today: date) -> tuple[date, date]:
    """`24 June`, or the first and the last of several: `24 to 28 June`, `24.6. – 2.7.`, `24 December to 2 January`.

    What has begun already counts from today. Raises Misuse for anything else.
    """
    first, *rest = _TO.split(text.strip(), maxsplit=1)
    if not rest:
        only = day(text, today)
        return only, only
    last = day(rest[0], today)
    begin = _first(first, last, today)
    if begin is None:
        raise Misuse(tr("“{text}” isn’t a day. Write it like 24 June.").format(text=first.strip()))
    if (last - begin).days >= _MOST_DAYS:
        raise Misuse(tr("That is {n} days. Is the last day after the first?").format(n=(last - begin).days + 1))
    return max(begin, today), last


def past(text: str, today: date) -> tuple[date, date]:
    """As `days`, of what has been: without a year the last such day; also a month (`Dec`, `2025-12`) or a year, from
    its first day to its last. Raises Misuse for anything else.
    """
    plain = _plain(text)
    if whole := _whole(plain, today):
        return whole
    first, *rest = _TO.split(plain, maxsplit=1)
    last = _day(rest[0] if rest else first, today, -1)
    begin = _first(first, last, today) if rest and last else last
    if begin is None or last is None:
        raise Misuse(tr("“{text}” isn’t a day. Write it like 2 Sept.").format(text=text.strip()))
    return begin, last


def _whole(plain: str, today: date) -> tuple[date, date] | None:
    """A month or a year, as a whole."""
    found = _WHOLE.fullmatch(plain)
    if not found:
        return None
    if found["year"] and not found["number"]:
        begins = _made(int(found["year"]), 1, 1)  # there is no year 0
        return (begins, begins.replace(month=12, day=31)) if begins else None
    month = int(found["number"]) if found["number"] else _month(found["name"])
    year = int(found["year"] or found["of"] or (today.year if month <= today.month else today.year - 1))
    first = _made(year, month, 1)
    return (first, first.replace(day=monthrange(year, month)[1])) if first else None


def _plain(text: str) -> str:
    return text.strip().lower().replace(",", " ")


def _first(text: str, last: date, today: date) -> date | None:
    """The day at or before another: a number alone is of the same month or of the month before."""
    if number := _NUMBER.fullmatch(text.strip()):
        if int(number[1]) > last.day and (last.year, last.month) == (date.min.year, date.min.month):
            return None
        month = last if int(number[1]) <= last.day else last.replace(day=1) - timedelta(days=1)
        return _made(month.year, month.month, int(number[1]))
    found = _day(_plain(text), today)
    if found is None or found <= last:
        return found
    return _made(found.year - 1, found.month, found.day)


def day(text: str, today: date) -> date:
    """`24 June`, `June 24`, `24 June 2025`, `24.6.`, `24/6/2025`, `2025-06-24`; without a year the next such day.

    Raises Misuse for anything else and for days that are over.
    """
    found = _day(_plain(text), today)
    if found is None:
        raise Misuse(tr("“{text}” isn’t a day. Write it like 24 June.").format(text=text.strip()))
    if found < today:
        raise Misuse(tr("That day is over."))
    return found


def _day(text: str, today: date, way: int = 1) -> date | None:
    """`way`: 1 for the next such day where no year is said, -1 for the last."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4})?", text):
        return _near(match[3], int(match[2]), int(match[1]), today, way)
    named = re.fullmatch(r"(\d{1,2})\.?\s*([^\W\d_]{3,10})\.?\s*(\d{4})?", text)
    if named:
        return _near(named[3], _month(named[2]), int(named[1]), today, way)
    named = re.fullmatch(r"([^\W\d_]{3,10})\.?\s*(\d{1,2})\s*(\d{4})?", text)
    return _near(named[3], _month(named[1]), int(named[2]), today, way) if named else None


def _month(name: str) -> int:
    """1 to 12, in English or in the window's language; 0 for none."""
    if name[:3] in _MONTHS:
        return _MONTHS.index(name[:3]) + 1
    return next((at for at, month in enumerate(MONTHS, 1) if tr(month).lower().startswith(name[:3])), 0)


def _near(year: str | None, month: int, number: int, today: date, way: int) -> date | None:
    if year:
        return _made(int(year), month, number)
    years = (_made(today.year + way * more, month, number) for more in range(9))  # 29 February comes again
    return next((found for found in years if found and (found >= today if way > 0 else found <= today)), None)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def topics(text: str) -> tuple[str, ...]:
    """Words with commas between them, each once."""
    found = (" ".join(piece.split()) for piece in text.split(","))
    return tuple(dict.fromkeys(piece for piece in found if piece))
