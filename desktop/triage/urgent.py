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
    found = lists.find(low)
    harmless = [(cue.start, cue.end) for cue in found if cue.label == "harmless"]
    return [
        cue
        for cue in found
        if cue.label != "harmless" and not any(a < cue.end and cue.start < b for a, b in harmless)
    ]


_BOOKED = re.compile(r"(?<!\w)(?:(?:the|our|my) )?(\d{1,2})(?:[:.](\d\d))?(?: ?(am|pm)| o'?clock)(?!\w)")


def happening_now(low: str, posted_at: datetime, now: datetime, *, is_open: bool) -> bool:
    """Younger than an hour, open (or within 30 minutes of it), and written by somebody who is there.

    `low` is the text in the form of `text.plain`.
    """
    if not is_open or not timedelta(minutes=-5) <= now - posted_at < HAPPENING_FOR:
        return False
    lists = cue_lists("happening")
    return lists.has(low, "here") and not lists.has(low, "not here")
