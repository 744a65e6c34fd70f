"""What the numbers say: for each chart a sentence with its number, what is counted, and the table of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from desktop import insights
from desktop.insights import LEAST, Ending, Period, Told, View
from ui.moments import count, figure, tr

_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENDINGS: Mapping[Ending, str] = {
    Ending.THEY: "They said so",
    Ending.WE: "You said so",
    Ending.HIDDEN: "Fixed, not shown",
    Ending.OPEN: "Open",
    Ending.STANDING: "Left standing",
}


class Cell(NamedTuple):
    """What stands in a table, and the query of what is behind it."""

    text: str
    query: str = ""


class Table(NamedTuple):
    """The first column says what the row is about."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Finding(NamedTuple):
    """One chart in words. `few` says that there are too few for a chart; `link` leads to some or all of them."""

    key: str
    title: str
    sub: str
    table: Table
    few: str = ""
    foot: str = ""
    link: Cell = Cell("")


def findings(told: Told) -> tuple[Finding, ...]:
    """All of them, in the order of the page."""
    return tuple(make(told) for make in _ALL)


# --- times ----------------------------------------------------------------------------------------------------


def period_name(period: Period) -> str:
    """`2025`, `June 2025`, `Jul 2024 to Jun 2025`, `14 June 2025`."""
    first, last = period
    if period == insights.year(first.year):
        return str(first.year)
    if period == insights.month(first):
        return f"{tr(_LONG_MONTHS[first.month - 1])} {first.year}"
    if first == last:
        return f"{first.day} {tr(_LONG_MONTHS[first.month - 1])} {first.year}"
    ends = (f"{tr(_MONTHS[day.month - 1])} {day.year}" for day in period)
    return tr("{first} to {last}").format(**dict(zip(("first", "last"), ends, strict=True)))


def step_name(step: Period, among: Period) -> str:
    """Of a bar: `Dec`, `14`, `2024`; months of several years begin each with its number."""
    if step.first == step.last:
        return str(step.first.day)
    if step.first.year != step.last.year or (step.last - step.first).days > 31:
        return str(step.first.year)
    month = tr(_MONTHS[step.first.month - 1])
    is_new = among.first.year != among.last.year and (step.first.month == 1 or step.first == among.first)
    return f"{month} {step.first.year}" if is_new else month


def _by_what(told: Told) -> str:
    step = told.endings.steps[0]
    if step.first == step.last:
        return tr("By the day they were posted.")
    if (step.last - step.first).days > 31:
        return tr("By the year they were posted.")
    return tr("By the month they were posted.")


def _few(number: int) -> str:
    if number >= LEAST:
        return ""
    return " ".join([tr("Only {n} so far. Too few to say.").format(n=number), tr("Charts start at 20.")])


# --- the charts ---------------------------------------------------------------------------------------------------


def _endings(told: Told) -> Finding:
    found, view = told.endings, told.view
    shown = found.shown
    sub = [_by_what(told)]
    if found.before is not None and found.before.says_something and view.before is not None:
        was = tr("In {period} it was {p}%.")
        sub.append(was.format(period=period_name(view.before), p=found.before.percent))
    if found.taken_down:
        sub.append(count(found.taken_down, "was taken down.", "were taken down."))
    title = tr("{a} of {b} public complaints show how they ended: {p}%").format(
        a=figure(shown.some), b=figure(shown.of), p=shown.percent
    )
    if few := _few(shown.of):
        title, sub = tr("How public complaints ended"), sub[:1]
    link = _them(view, shown.of if few else 0, insights.ALL_ENDINGS)
    return Finding("endings", title, " ".join(sub), _endings_table(told), few, link=link)


def _them(view: View, number: int, pieces: str) -> Cell:
    """A link to those that are too few for a chart."""
    return Cell(tr("Read them"), insights.query(view, pieces)) if number else Cell("")


def _endings_table(told: Told) -> Table:
    found, view = told.endings, told.view
    rows = [
        (
            Cell(period_name(step)),
            *(
                Cell(figure(n), insights.query(view, insights.of_ending(one), period=step) if n else "")
                for one in Ending
                for n in (numbers.get(one, 0),)
            ),
        )
        for step, numbers in zip(found.steps, found.numbers, strict=True)
    ]
    total = (
        Cell(figure(n), insights.query(view, insights.of_ending(one)) if n else "")
        for one in Ending
        for n in (found.total(one),)
    )
    return Table((tr("Posted"), *(tr(ENDINGS[one]) for one in Ending)), (*rows, (Cell(tr("All")), *total)))


_ALL: tuple[Callable[[Told], Finding], ...] = (_endings,)
