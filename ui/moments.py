"""Times and days as a person reads them: "4 min", "Sat 14 June, 07:05", "today, 12:00".

Everything is shown in the shop's own time zone, which the shop's clock knows.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from desktop.clock import Clock
from desktop.language.said import Said, in_words
from ui import languages

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS_AS_AGE = 60  # older than that, a date says more than a number of days


def tr(text: str) -> str:
    """The text in the window's language."""
    return languages.translate(text)


def translated(text: str) -> str:
    """What the core says, in the window's language; sentences with names and numbers too."""
    found = in_words(text, languages.translate)
    return found if isinstance(text, Said) or found != text else languages.by_shape(text)


def told(error: BaseException) -> str:
    """What went wrong, and what a person can do, in the window's language."""
    pieces = (str(error.args[0]) if error.args else str(error), getattr(error, "advice", ""))
    return " ".join(translated(one) for one in pieces if one)


def figure(of: int) -> str:
    """`1,234`, as people here write it."""
    return f"{of:,}".replace(",", tr(","))


def money(value: float, currency: str) -> str:
    """`€30`, `€12.50`, `CHF 30`; as people here write it."""
    from desktop.language.money import figures, sign

    amount = figures(value)
    if tr(",") == ".":
        amount = amount.translate(str.maketrans(",.", ".,"))
    text = tr("{sign}{amount}")
    return text.format(sign=sign(currency) if text.startswith("{sign}") else currency, amount=amount)


def count(number: int, one: str, more: str) -> str:
    """`1 reply`, `2 replies`."""
    return f"{figure(number)} {tr(one if number == 1 else more)}"


def hour(clock: Clock, at: datetime) -> str:
    """`07:05`"""
    return clock.local(at).strftime("%H:%M")


def weekday(clock: Clock, at: datetime) -> str:
    """`Saturday`"""
    return tr(_LONG_WEEKDAYS[clock.local(at).weekday()])


def short_weekday(clock: Clock, at: datetime) -> str:
    """`Sat`"""
    return tr(_WEEKDAYS[clock.local(at).weekday()])


def age(clock: Clock, at: datetime) -> str:
    """`now`, `4 min`, `1 h`, `6 d`; a date once that says more."""
    return _age(clock, at, ("d", "d"))


def long_age(clock: Clock, at: datetime) -> str:
    """As `age`, with `3 days` written out."""
    return _age(clock, at, ("day", "days"))


def _age(clock: Clock, at: datetime, days: tuple[str, str]) -> str:
    passed = clock.now() - at
    if passed < timedelta(minutes=1):
        return tr("now")
    if passed < timedelta(hours=1):
        return f"{int(passed.total_seconds() // 60)} {tr('min')}"
    if passed < timedelta(days=1):
        return f"{int(passed.total_seconds() // 3600)} {tr('h')}"
    number = -_days_ahead(clock, at)  # as a calendar counts: what came on Wednesday is 3 days old on Saturday
    return count(number, *days) if number < _DAYS_AS_AGE else date(clock, at)


def ago(clock: Clock, at: datetime) -> str:
    """`just now`, `6 min ago`, `3 days ago`; `on 8 June` once that says more."""
    passed = clock.now() - at
    if passed < timedelta(minutes=1):
        return tr("just now")
    days = -_days_ahead(clock, at)
    if days >= _DAYS_AS_AGE:
        return tr("on {date}").format(date=date(clock, at))
    if days > 1 and passed >= timedelta(days=1):
        return tr("{number} days ago").format(number=figure(days))  # other languages bend the days
    return tr("{age} ago").format(age=long_age(clock, at))


def span(seconds: float) -> str:
    """A length of time: `7 s`, `20 min`, `3 h`, `2 days`."""
    if seconds < 60:
        return f"{max(0, int(seconds))} {tr('s')}"
    if seconds < 3600:
        return f"{int(seconds // 60)} {tr('min')}"
    if seconds < 86_400:
        return f"{int(seconds // 3600)} {tr('h')}"
    return count(int(seconds // 86_400), "day", "days")


def seconds_left(until: datetime, clock: Clock) -> int:
    """Whole real seconds until a moment of the shop's time, however fast its clock runs; never below 0."""
    left = (until - clock.now()) / timedelta(seconds=1) / clock.rate
    return max(0, ceil(left - 1e-6))


def date(clock: Clock, at: datetime, *, with_year: bool = False) -> str:
    """`8 June`, with the year when it is another one, or always."""
    local, now = clock.local(at), clock.local(clock.now())
    text = day_and_month(local.day, tr(_MONTHS[local.month - 1]))
    return text if local.year == now.year and not with_year else f"{text} {local.year}"


def day_and_month(day: int, month: str) -> str:
    """`8 June`"""
    return tr("{day} {month}").format(day=day, month=month)


def percent(number: int) -> str:
    """`40%`"""
    return tr("{number}%").format(number=number)


def day_and_date(clock: Clock, at: datetime, *, with_year: bool = False) -> str:
    """`Tue 10 June`"""
    day = date(clock, at, with_year=with_year)
    return tr("{weekday} {date}").format(weekday=short_weekday(clock, at), date=day)


def full(clock: Clock, at: datetime) -> str:
    """`Sat 14 June, 07:05`"""
    return f"{day_and_date(clock, at)}, {hour(clock, at)}"


def for_paper(clock: Clock, at: datetime) -> str:
    """`Sat 14 June 2025, 07:05`: on paper this year is soon another one."""
    return f"{day_and_date(clock, at, with_year=True)}, {hour(clock, at)}"


def short(clock: Clock, at: datetime) -> str:
    """`07:05` today, `Sun 17:50` this past week, then `8 June`."""
    back = _days_ahead(clock, at)
    if back == 0:
        return hour(clock, at)
    if -7 < back < 0:
        return f"{tr(_WEEKDAYS[clock.local(at).weekday()])} {hour(clock, at)}"
    return date(clock, at)


def last(clock: Clock, at: datetime) -> str:
    """`08:02` today, `yesterday, 21:30`, then as `short`."""
    return f"{tr('yesterday')}, {hour(clock, at)}" if _days_ahead(clock, at) == -1 else short(clock, at)


def day(clock: Clock, at: datetime) -> str:
    """`today`, `yesterday`, `Thu` this past week, then `8 June`."""
    back = _days_ahead(clock, at)
    if back in (0, -1):
        return tr("today" if back == 0 else "yesterday")
    if -7 < back < 0:
        return tr(_WEEKDAYS[clock.local(at).weekday()])
    return date(clock, at)


def due(clock: Clock, at: datetime) -> str:
    """`today, 12:00`, `tomorrow, 10:00`, `Tuesday, 12:00`, then `Tue 17 June, 12:00`."""
    ahead = _days_ahead(clock, at)
    if ahead in (0, 1):
        return f"{tr('today' if ahead == 0 else 'tomorrow')}, {hour(clock, at)}"
    if 1 < ahead < 7:
        return f"{weekday(clock, at)}, {hour(clock, at)}"
    return full(clock, at)


def by_when(clock: Clock, at: datetime) -> str:
    """`10:30` today, else `tomorrow, 10:00` and so on: for "Back by …"."""
    return hour(clock, at) if _days_ahead(clock, at) == 0 else due(clock, at)


def _days_ahead(clock: Clock, at: datetime) -> int:
    """Calendar days from the shop's today: 0 today, 1 tomorrow, -1 yesterday."""
    return (clock.local(at).date() - clock.local(clock.now()).date()).days
