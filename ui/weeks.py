"""On which day a week begins here, for everything that puts the days in a row: tables, charts, calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.theme.paint import runs_from_right

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


def dress(edit: QDateTimeEdit, shown: str) -> None:
    """Opens a calendar to choose from, with the weeks as they are here. `shown`: how the date is written."""
    around = edit.layoutDirection()
    write_as(edit, shown)
    edit.setCalendarPopup(True)
    edit.calendarWidget().setLayoutDirection(around)
    edit.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek(_first + 1))


def write_as(edit: QDateTimeEdit, shown: str) -> None:
    """Where one reads from the right Qt puts the pieces the other way round: 10:05 would be 05:10. They stay in order,
    unless the words of this date run from the right themselves."""
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    edit.setDisplayFormat(shown)
    if runs_from_right(edit.text()):
        edit.unsetLayoutDirection()
        edit.setDisplayFormat(shown)
