"""Conversations on paper: what an export tells, page after page, as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path

from desktop import export
from desktop.clock import Clock
from desktop.coach.leaving_out import NAME, PRIVATE
from desktop.errors import GivenUp
from desktop.export import ENDING, NOTE, THEM, Choices, Line, Told
from desktop.shop import Shop
from ui import moments, words
from ui.moments import tr
from ui.printing import Paragraph, write_running
from ui.theme.paint import runs_from_right

from . import noted
from .outcomes import outcome


def print_told(
    shop: Shop,
    rids: Sequence[int],
    choices: Choices,
    path: Path,
    *,
    progress: Callable[[int], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """As export.write, for a PDF."""
    written = 0

    def told() -> Iterator[Told]:
        nonlocal written
        for one in export.tell(shop, rids, choices):
            if cancelled():
                raise GivenUp
            yield one
            written = one.number
            progress(written)

    name = shop.name if choices.names else tr("History")
    title = f"{tr('Practice')} · {name}" if shop.is_practice else name
    foot = tr("{title} · written on {when}").format(title=title, when=moments.for_paper(shop.clock, shop.clock.now()))
    said = paragraphs(shop.clock, told(), with_names=choices.names)
    pages = chain(noted_paragraphs(shop, rids, choices), said)
    place = export.place_of(shop, choices, path)
    with export.leaving(shop, place, is_sealed=export.is_sealed(shop, choices)) as out:
        write_running(out, title, pages, foot)
    return written


def noted_paragraphs(shop: Shop, rids: Sequence[int], choices: Choices) -> Iterator[Paragraph]:
    """The shop's notes on the timeline, before all that was said."""
    today = shop.clock.local(shop.clock.now()).date()
    notes = export.timeline(shop, rids, choices)
    if notes:
        yield Paragraph(tr("Notes on the timeline"), is_strong=True, grow=1.1, keeps_next=True)
    for note in notes:
        by = f" · {_name(note.person_name)}" if note.person_name else ""
        yield Paragraph(f"{noted.days(note, today)}: {note.text}{by}", indent=5, above=1)
    if notes:
        yield Paragraph("")


def paragraphs(clock: Clock, told: Iterable[Told], *, with_names: bool = True) -> Iterator[Paragraph]:
    """What stands on the pages: a head for each conversation, then who said what and when."""
    for one in told:
        yield Paragraph(_head(clock, one), is_strong=True, grow=1.1, above=6 if one.number > 1 else 0, keeps_next=True)
        pieces = [one.place, words.kind(one.kind).text, outcome(one.outcome).text]
        pieces += [] if one.is_public else [tr("private")]
        yield Paragraph(" · ".join(pieces), grow=0.85, keeps_next=True)
        for line in one.lines:
            yield Paragraph(_who(clock, line), grow=0.85, above=2, indent=5, keeps_next=True)
            text = line.words or line.link
            yield Paragraph(text if with_names else _said_of_gaps(text), indent=5)


def _head(clock: Clock, one: Told) -> str:
    return f"{one.number}. {_apart(_name(one.name))}, {moments.for_paper(clock, one.at)}"


def _who(clock: Clock, line: Line) -> str:
    when = _when(clock, line.at)
    if line.who == ENDING:
        return tr("How it ended, a copy kept on {when}").format(when=when)
    who = _apart(_name(line.name))
    if line.who == NOTE:
        return tr("Note from {name}, {when}").format(name=who, when=when)
    stars = f" · {words.stars(line.stars)}" if line.who == THEM and line.stars else ""
    how = "" if line.is_public else f" · {tr('private')}"
    return f"{who}, {when}{stars}{how}"


def _when(clock: Clock, at: datetime) -> str:
    return moments.for_paper(clock, at)


def _apart(name: str) -> str:
    """A name that is read from the right, so that what stands around it stays in its order."""
    return f"\u2068{name}\u2069" if runs_from_right(name) else name


def _said_of_gaps(text: str) -> str:
    """What stands in the gaps, in this person's language; tables keep it as it is."""
    return text.replace(NAME, tr("[name]")).replace(PRIVATE, tr("[left out]"))


def _name(name: str) -> str:
    """Who stands for somebody whose name is left out, in this person's language."""
    return {export.CUSTOMER: tr("Customer"), export.SHOP: tr("Shop")}.get(name, name)
