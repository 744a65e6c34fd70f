"""Opening hours and closures as a person reads them."""

from __future__ import annotations

from datetime import date, time

from desktop.shopbook import Asked, DayHours, Opening, Run
from ui import weeks
from ui.moments import day_and_month, tr

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Spans = tuple[tuple[time, time], ...]


def clock_text(moment: time) -> str:
    """`7:00`"""
    return f"{moment.hour}:{moment.minute:02d}"


def is_late(span: tuple[time, time]) -> bool:
    """It closes after midnight."""
    return time() < span[1] <= span[0]


def spans_text(spans: Spans) -> str:
    """`7:00 – 12:00, 14:00 – 18:00`; midnight as the end of a day is 24:00."""
    ends = ((a, "24:00" if b == time() else clock_text(b)) for a, b in spans)
    return ", ".join(f"{clock_text(a)} – {b}" for a, b in ends)


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _day_month(day: date) -> str:
    return day_and_month(day.day, tr(MONTHS[day.month - 1]))


def day_text(day: date, today: date) -> str:
    """`Tuesday 24 June`, with the year when it is another one."""
    text = f"{tr(DAYS[day.weekday()])} {_day_month(day)}"
    return text if day.year == today.year else f"{text} {day.year}"


def run_text(run: Run, today: date) -> str:
    """`Tuesday 24 June`, `24 to 28 June`, `24 December to 2 January 2026`."""
    if run.first == run.last:
        return day_text(run.first, today)
    last = _day_month(run.last)
    if (run.first.year, run.first.month) == (run.last.year, run.last.month):
        text = tr("{day} to {last}").format(day=run.first.day, last=last)
    else:
        first = _day_month(run.first)
        text = tr("{first} to {last}").format(first=first, last=last)
    return text if run.last.year == today.year else f"{text} {run.last.year}"


def asked_card(asked: Asked, opening: Opening, today: date) -> tuple[str, str]:
    """(title, text) of what the Shop book says to a message about the hours."""
    if asked.closure is not None:
        day = run_text(asked.closure, today)
        said = tr("{day}: {note}").format(day=day, note=asked.closure.note) if asked.closure.note else day
        return tr("Closed {day}").format(day=day), tr("Closed {said}.").format(said=said)
    lines = [_day_line(one, today) for one in asked.days]
    lines = lines or [f"{name}: {spans}" for name, spans in week_lines(opening)]
    return tr("Opening hours"), "\n".join(lines)


def _day_line(one: DayHours, today: date) -> str:
    """`Sunday: 8:00 – 13:00`; a day that is shut for once has its date."""
    if one.note:
        return tr("{day}: closed, {note}").format(day=day_text(one.day, today), note=one.note)
    return f"{tr(DAYS[one.day.weekday()])}: {spans_text(one.spans) or tr('closed')}"


def week_lines(opening: Opening) -> list[tuple[str, str]]:
    """`Tuesday to Sunday`, `7:00 – 16:00`: days in a row with the same hours are one line."""
    lines: list[tuple[int, int, str]] = []
    for day in weeks.days() if opening.spans else ():
        said = spans_text(opening.spans.get(day, ())) or tr("closed")
        if lines and lines[-1][2] == said:
            lines[-1] = (lines[-1][0], day, said)
        else:
            lines.append((day, day, said))
    return [
        (tr(DAYS[a]) if a == b else tr("{first} to {last}").format(first=tr(DAYS[a]), last=tr(DAYS[b])), said)
        for a, b, said in lines
    ]
