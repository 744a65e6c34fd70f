"""Notes on the timeline as people write and read them: `2 Sept: new boxes`."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from desktop.errors import Misuse
from desktop.shopnotes import ShopNote
from ui import typed
from ui.moments import figure, tr

from .outcomes import MONTHS, day_month
from .reading import Split

_SHOWN = 90  # letters of a note in the line about it


def days(note: ShopNote, today: date) -> str:
    """`2 Sept`, `24 to 28 June`, `Dec`, `2024`; with its year where that is another one than today's."""
    first, last = note.first, note.last
    ends = last + timedelta(days=1)
    if first.day == ends.day == 1 and first.month == ends.month == 1 and ends.year == first.year + 1:
        return str(first.year)
    year = "" if last.year == today.year else f" {last.year}"
    month = tr(MONTHS[last.month - 1])
    if first.day == ends.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{month}{year}"
    if first == last:
        return f"{day_month(last)}{year}"
    begins = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begins = day_month(first)
    return tr("{first} to {last}").format(first=begins, last=f"{day_month(last)}{year}")


def read(text: str, today: date) -> tuple[tuple[date, date] | None, str]:
    """(first and last day, the words) of `2 Sept: new boxes`; no days where none are written in front."""
    head, colon, words = text.partition(":")
    if colon and words.strip():
        with suppress(Misuse):
            return typed.past(head, today), words.strip()
    return None, text.strip()


def sentence(split: Split, today: date) -> str:
    """`Your note, 2 Sept: “New boxes.” Matches before: 5. After: 4.`"""
    words = split.note.text if len(split.note.text) <= _SHOWN else f"{split.note.text[: _SHOWN - 1].rstrip()}…"
    if words[-1:] not in ".!?…":
        words += "."
    return tr("Your note, {day}: “{words}” Matches before: {before}. After: {after}.").format(
        day=days(split.note, today), words=words, before=figure(split.before), after=figure(split.after)
    )
