"""How a conversation ended, and when it began, as History writes it."""

from __future__ import annotations

from datetime import date as calendar_day
from datetime import datetime

from desktop.clock import Clock
from desktop.past import Outcome
from ui.moments import day_and_month, tr
from ui.words import Word

OUTCOMES = {
    Outcome.THEY_SAID_SO: Word("They said so", "check", "leaf"),
    Outcome.WE_SAID_SO: Word("We said so", "check", "ink"),
    Outcome.NOT_SHOWN: Word("Fixed, not shown", "eye", "amber"),
    Outcome.STANDING: Word("Left standing", "minus", "neutral"),
    Outcome.ANSWERED: Word("Answered", "send", "neutral"),
    Outcome.NO_ANSWER: Word("No answer", "minus", "neutral"),
}

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def outcome(which: Outcome) -> Word:
    """The chip of a row: words, icon, tone."""
    word = OUTCOMES[which]
    return word._replace(text=tr(word.text))


def day_month(day: calendar_day) -> str:
    """`8 June`, of a day as it is written where the shop stands."""
    return day_and_month(day.day, tr(MONTHS[day.month - 1]))


def date(clock: Clock, at: datetime) -> str:
    """`8 June`, `20 Dec`: short enough for a narrow column."""
    local = clock.local(at)
    return day_month(local)


def two_lines(clock: Clock, at: datetime) -> tuple[str, str]:
    """(`Sun`, `8 June`); in another year (`8 June`, `2023`)."""
    local = clock.local(at)
    if local.year != clock.local(clock.now()).year:
        return day_month(local), str(local.year)
    return tr(_WEEKDAYS[local.weekday()]), day_month(local)
