"""On which day a week begins here, for everything that puts the days in a row: tables, charts, calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateTimeEdit

_first = 0  # Monday


def begin_on(weekday: int) -> None:
    """From now on a week begins on this day, Monday being 0."""
    global _first
    _first = weekday


def days() -> tuple[int, ...]:
    """The weekdays in their order, Monday being 0."""
    return tuple((_first + number) % 7 for number in range(7))


def dress(edit: QDateTimeEdit) -> None:
    """Opens a calendar to choose from, with the weeks as they are here."""
    edit.setCalendarPopup(True)
    edit.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek(_first + 1))
