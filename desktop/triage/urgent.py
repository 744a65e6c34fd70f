"""What can't wait: something serious, and somebody standing at the door."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from desktop.language.cues import Cue, cue_lists

HAPPENING_FOR = timedelta(minutes=60)


def serious_words(low: str) -> list[Cue]:
    """The safety words in a text (in the form of `text.plain`), without those only meant in fun.

    Meant to find too much rather than too little: a person looks at each.
    """
    lists = cue_lists("serious")
    if not lists.has_any(low, but="harmless"):
        return []
    found = lists.find(low)
    harmless = [(cue.start, cue.end) for cue in found if cue.label == "harmless"]
    return [
        cue
        for cue in found
        if cue.label != "harmless" and not any(a < cue.end and cue.start < b for a, b in harmless)
    ]


_BOOKED = re.compile(
    r"(?<!\w)(?:booked[^.!?\n]{0,30}?(?<!\w)for|(?:booking|reservation|appointment|fitting|slot|table)[^.!?\n]{0,40}?"
    r"(?<!\w)(?:at|for|is|was)) (\d{1,2})(?:[:.](\d\d))?(?: ?(am|pm)| o'?clock)?(?![\w:.]?\d)"
    r"(?! (?:people|persons|of us|guests|adults|kids|children|covers|days|weeks|months|minutes|mins|hours|euros?"
    r"|pounds|%))(?!\w)"
    r"|(?<!\w)(?:my|our|the) (\d{1,2})(?:[:.](\d\d))?(?: ?(am|pm)| o'?clock)? "
    r"(?:booking|appointment|fitting|table|slot)"
)
_ANOTHER_DAY = re.compile(
    r"(?<!\w)(?:tomorrow|tonight|next (?:week|month|time)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber)(?!\w)"
)


def happening_now(low: str, posted_at: datetime, now: datetime, *, is_open: bool) -> bool:
    """Younger than an hour, open (or within 30 minutes of it), and written by somebody who is there.

    `low` is the text in the form of `text.plain`; `now` is in the shop's own time, for what was booked for now.
    """
    if not is_open or not timedelta(minutes=-5) <= now - posted_at < HAPPENING_FOR:
        return False
    lists = cue_lists("happening")
    if lists.has(low, "not here"):
        return False
    return lists.has(low, "here") or _is_booked_for_now(low, posted_at.astimezone(now.tzinfo))


def _is_booked_for_now(low: str, at: datetime) -> bool:
    """A booking within an hour of the moment they write: "my table's for 10 and nobody knows about it"."""
    if _ANOTHER_DAY.search(low):
        return False
    for found in _BOOKED.finditer(low):
        hour, minute, half = found.group(*((1, 2, 3) if found.group(1) else (4, 5, 6)))
        if any(abs(at - each) <= HAPPENING_FOR for each in _times(at, int(hour), int(minute or 0), half)):
            return True
    return False


def _times(day: datetime, hour: int, minute: int, half: str | None) -> list[datetime]:
    """That time of the day: both halves of it where it isn't said which."""
    if hour > 24 or minute > 59:
        return []
    hours = {"am": [hour % 12], "pm": [hour % 12 + 12]}.get(half or "", [hour % 24])
    if half is None and hour <= 12:
        hours = [hour % 12, hour % 12 + 12]
    return [day.replace(hour=each, minute=minute, second=0, microsecond=0) for each in hours]
