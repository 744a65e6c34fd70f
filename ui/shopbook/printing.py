"""Print for the counter: the Shop book on two A4 pages, facts on the first, promises and hours on the second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop import shopbook
from desktop.records import BOUNDS, Aims, Fact, Limits, Value, Voice
from desktop.shopbook import Opening
from ui import weeks, words
from ui.moments import tr
from ui.opening import DAYS, day_text, run_text, spans_text
from ui.printing import MM, Page, write

from .overview import aims_line

_CLOSURES = 12  # closed days that are printed
_COLUMNS, _FEWEST = 7, 3  # people beside each other; few of them don't stand far apart
_NAMES = 0.34  # of the width: what may be promised


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed. `people`: each name with what they may promise alone."""

    shop_name: str
    facts: tuple[Fact, ...]
    people: tuple[tuple[str, Limits], ...]
    opening: Opening
    voice: Voice
    values: tuple[Value, ...]
    aims: Aims
    currency: str
    today: date
    places: Mapping[str, str] = field(default_factory=dict)  # name by key, of places with aims of their own


def print_to(path: Path, sheet: Sheet) -> None:
    """Writes the PDF. Raises DiskTrouble when the file can't be written."""
    write(
        path,
        f"{sheet.shop_name}: {tr('Shop book')}",
        (lambda page: _facts(page, sheet), lambda page: _promises_and_hours(page, sheet)),
    )


def _head(page: Page, sheet: Sheet, title: str) -> float:
    y = page.text(title, 0, 0, page.width, strong=True, grow=1.7)
    day = day_text(sheet.today, sheet.today)
    printed = tr("{shop} · printed on {day} {year}").format(
        shop=sheet.shop_name, day=day, year=sheet.today.year
    )
    page.text(printed, 0, page.bottom + 3 * MM, page.width, grow=0.85)
    page.rule(0, page.bottom + 2 * MM, page.width)
    return y + 3 * MM


def _facts(page: Page, sheet: Sheet) -> None:
    """Two columns, a fact never broken over both. What has no room is counted."""
    top = _head(page, sheet, tr("What everyone should know"))
    gap = 7 * MM
    width = (page.width - gap) / 2
    lowest = page.bottom - page.lines(2)  # room for the line that counts the others
    x, y = 0.0, top
    for at, fact in enumerate(sheet.facts):
        here, end = len(page.texts), _fact(page, fact, x, y, width)
        if end > lowest and x == 0:
            del page.texts[here:]
            x, y = width + gap, top
            end = _fact(page, fact, x, y, width)
        if end > lowest:
            del page.texts[here:]
            page.is_full = True
            left = len(sheet.facts) - at
            more = tr("{n} more in the Shop book on the computer.").format(n=left)
            page.text(more, 0, lowest, page.width, strong=True)
            return
        y = end + 2.6 * MM
    if not sheet.facts:
        page.text(tr("Nothing is written in the Shop book yet."), 0, top, page.width)


def _fact(page: Page, fact: Fact, x: float, y: float, width: float) -> float:
    y = page.text(fact.title, x, y, width, strong=True)
    return page.text(fact.text, x, y, width)


def _promises_and_hours(page: Page, sheet: Sheet) -> None:
    y = _head(page, sheet, tr("What each of us may promise without asking"))
    y = _limits(page, sheet, y) + 5 * MM
    half = (page.width - 7 * MM) / 2
    y = page.text(tr("Opening hours"), 0, y, half, strong=True, grow=1.2)
    ends = _hours(page, sheet.opening, y, half), _closures(page, sheet, y, half + 7 * MM, half)
    y = max(ends) + 5 * MM
    ends = _voice(page, sheet.voice, y, half), _values(page, sheet, y, half + 7 * MM, half)
    page.is_full = page.is_full or max(ends) > page.bottom


def _voice(page: Page, voice: Voice, y: float, width: float) -> float:
    if voice == Voice():
        return y
    y = page.text(tr("How we sound"), 0, y, width, strong=True, grow=1.2)
    y = page.text(voice.sentence, 0, y, width) if voice.sentence else y
    for head, lines in ((tr("We say"), voice.say), (tr("We don’t say"), voice.dont_say)):
        if lines:
            y = page.text(head, 0, y + MM, width, strong=True)
        for said in lines:
            y = page.text(said, 0, y, width)
    return y


def _values(page: Page, sheet: Sheet, y: float, x: float, width: float) -> float:
    """What we stand for, and our aims."""
    if sheet.values:
        y = page.text(tr("What we stand for"), x, y, width, strong=True, grow=1.2)
    for value in sheet.values:
        way = tr("Say so if asked") if value.is_spoken else tr("Don’t bring it up in answers to complaints")
        y = page.text(way, x, page.text(value.text, x, y, width, strong=True), width) + MM
    y = page.text(tr("Our aims"), x, y + MM, width, strong=True, grow=1.2)
    return page.text(aims_line(sheet.aims, sheet.places), x, y, width)


def _limits(page: Page, sheet: Sheet, y: float) -> float:
    """A row for each thing, a column for each person."""
    shown = sheet.people[:_COLUMNS]
    names = page.width * _NAMES
    column = (page.width - names) / max(len(shown), _FEWEST)
    heads = [
        page.text(name, names + column * at, y, column - MM, strong=True)
        for at, (name, _) in enumerate(shown)
    ]
    y = max(heads, default=y) + MM
    for thing, bound in BOUNDS.items():
        page.rule(0, y, page.width)
        y += 0.8 * MM
        cells = [page.text(tr(bound.title), 0, y, names - MM)]
        cells += [
            page.text(words.limit(limits, thing, sheet.currency), names + column * at, y, column - MM)
            for at, (_, limits) in enumerate(shown)
        ]
        y = max(cells) + 0.8 * MM
    if left := len(sheet.people) - len(shown):
        y = page.text(tr("{n} more on the People page.").format(n=left), 0, y, page.width)
    return y


def _hours(page: Page, opening: Opening, y: float, width: float) -> float:
    for weekday in weeks.days():
        page.text(tr(DAYS[weekday]), 0, y, width * 0.4)
        said = spans_text(opening.spans.get(weekday, ())) or tr("Closed")
        y = page.text(said, width * 0.4, y, width * 0.6)
    return y


def _closures(page: Page, sheet: Sheet, y: float, x: float, width: float) -> float:
    coming = [run for run in shopbook.runs(sheet.opening.closures) if run.last >= sheet.today]
    for run in coming[:_CLOSURES]:
        one_day = run.first == run.last
        said = (tr("Closed on {day}") if one_day else tr("Closed {day}")).format(
            day=run_text(run, sheet.today)
        )
        y = page.text(f"{said}: {run.note}" if run.note else said, x, y, width)
    if len(coming) > _CLOSURES:
        y = page.text(tr("{n} more closed days").format(n=len(coming) - _CLOSURES), x, y, width)
    return y
