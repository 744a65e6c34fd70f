"""What the list of a blank offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desktop.language.details import phrases, troubles
from desktop.language.times import TIME_BLANKS

THEIR_WORDS, TIMES = "Their words", "Times"
_MOST_WORDS = 6
_LONGEST = 70  # characters of their words that still read well inside a sentence


@dataclass(frozen=True, slots=True)
class Suggestions:
    """One section of a blank's list."""

    title: str
    items: tuple[str, ...]


def suggestions_for(
    blank: str,
    their_text: str,
    *,
    now: datetime,
    closes_at: time | None = None,
    opens_at: time | None = None,
    names: tuple[str, ...] = (),
) -> tuple[Suggestions, ...]:
    """What a blank's list offers: their own words and times, the likelier section first.

    `now` and the hours are in the shop's own time; `closes_at` is today's, `opens_at` tomorrow's, None when
    closed or unknown; `names` are the shop's and the writer's. Sections without items are left out.
    """
    named = [*phrases(their_text, names), *troubles(their_text, names)]
    short = [d.text.strip(".!?… ") for d in named if len(d.text) <= _LONGEST]
    theirs = Suggestions(THEIR_WORDS, tuple(dict.fromkeys(short))[:_MOST_WORDS])
    times = Suggestions(TIMES, _times(now, closes_at, opens_at))
    sections = (times, theirs) if blank in TIME_BLANKS else (theirs, times)
    return tuple(section for section in sections if section.items)


def _times(now: datetime, closes_at: time | None, opens_at: time | None) -> tuple[str, ...]:
    """Times somebody at a counter can keep: within the hour, before closing, tomorrow early."""
    found = []
    quarter = (now + timedelta(minutes=60)).replace(second=0, microsecond=0)
    quarter += timedelta(minutes=-quarter.minute % 15)
    if closes_at and quarter.time() < closes_at and quarter.date() == now.date():
        found.append(f"{quarter:%H:%M} today")
    if closes_at and now.time() < closes_at:
        found.append(f"{closes_at:%H:%M} today")
    if opens_at:
        later = datetime.combine(now.date(), opens_at) + timedelta(hours=3)
        found.append(f"{later:%H:%M} tomorrow")
    return tuple(dict.fromkeys(found or ["the end of tomorrow"]))
