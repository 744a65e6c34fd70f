"""What the list of a blank offers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.language.details import Detail, phrases, troubles
from desktop.language.times import TIME_BLANKS

THEIR_WORDS, TIMES, SHOP_BOOK = "Their words", "Times", "Shop book"
_FACT_BLANKS = frozenset({"your answer", "fact", "what we found"})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
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
    closes_at: datetime | None = None,
    opens_at: datetime | None = None,
    names: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    named: Sequence[Detail] | None = None,
) -> tuple[Suggestions, ...]:
    """What a blank's list offers: their own words, times and facts, the likeliest section first.

    `now` and the hours are in the shop's own time; `closes_at` is when it closes, None when closed or unknown,
    `opens_at` when it opens next; `names` are the shop's and the writer's; `facts` are the texts of the Shop book that
    fit; `named` is what their words name, best first, where that is known. Sections without items are left out.
    """
    if named is None:
        named = [*troubles(their_text, names), *phrases(their_text, names)]
    named = sorted(named, key=lambda detail: detail.is_trouble)  # a thing reads better in a sentence than a trouble
    short = [d.text.strip(".!?… ") for d in named if len(d.text) <= _LONGEST]
    theirs = Suggestions(THEIR_WORDS, tuple(dict.fromkeys(short))[:_MOST_WORDS])
    times = Suggestions(TIMES, _times(now, closes_at, opens_at))
    book = Suggestions(SHOP_BOOK, facts)
    sections = (times, theirs, book) if blank in TIME_BLANKS else (theirs, times, book)
    if blank in _FACT_BLANKS:
        sections = (book, theirs, times)
    return tuple(section for section in sections if section.items)


_TURNED = {"my": "your", "our": "your", "mine": "yours", "your": "our", "yours": "ours"}
_WHOSE = re.compile(r"(?<![\w'’-])(?:my|our|mine|yours?)(?![\w'’-])", re.IGNORECASE)
_SPEAKING = re.compile(r"(?<![\w'’-])(?:i|we|you|me|us)(?![\w-])", re.IGNORECASE)


def said_back(words: str) -> str:
    """Their words as we say them: "my wife" is "your wife" in our mouth. A sentence of theirs stays a quotation."""
    if _SPEAKING.search(words):
        return words
    return _WHOSE.sub(lambda found: _like(found.group(), _TURNED[found.group().lower()]), words)


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[:1].isupper() else other


def _times(now: datetime, closes_at: datetime | None, opens_at: datetime | None) -> tuple[str, ...]:
    """Times somebody at a counter can keep: within the hour, before closing, early when it opens next."""
    found = []
    quarter = (now + timedelta(minutes=60)).replace(second=0, microsecond=0)
    quarter += timedelta(minutes=-quarter.minute % 15)
    if closes_at and quarter < closes_at:
        found.append(f"{quarter:%H:%M} {_tonight(now, quarter)}")
    if closes_at and now < closes_at:
        found.append(f"{closes_at:%H:%M} {_tonight(now, closes_at)}")
    if opens_at:
        later = opens_at + timedelta(hours=3)
        found.append(f"{later:%H:%M} {_day(now, later)}")
    return tuple(dict.fromkeys(found or ["the end of tomorrow"]))


def _tonight(now: datetime, then: datetime) -> str:
    return "today" if then.date() == now.date() else "tonight"


def _day(now: datetime, then: datetime) -> str:
    days = (then.date() - now.date()).days
    if days > 6:
        return f"on {then.day} {_MONTHS[then.month - 1]}"
    return {0: "today", 1: "tomorrow"}.get(days, f"on {_WEEKDAYS[then.weekday()]}")
