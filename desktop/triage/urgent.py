"""What can't wait: something serious, and somebody standing at the door."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from desktop.language.cues import Cue, cue_lists

HAPPENING_FOR = timedelta(minutes=60)


def serious_words(low: str) -> list[Cue]:
    """The safety words in a text (in the form of `text.plain`), without those only meant in fun.

    Meant to find too much rather than too little: a person looks at each.
    """
    lists = cue_lists("serious")
    found = lists.find(low, *_harm())
    harmless = [(cue.start, cue.end) for cue in lists.find(low, "harmless")] if found else []
    return [cue for cue in found if not any(a < cue.end and cue.start < b for a, b in harmless)]


@cache
def _harm() -> tuple[str, ...]:
    """All its lists but that of what is harmless."""
    return tuple(label for label in cue_lists("serious").labels if label != "harmless")


def is_meant_seriously(low: str) -> bool:
    """Whether words of harm stand in a text, and not only an allergy that somebody asks about beforehand."""
    found = serious_words(low)
    only_allergy = all(cue.label == "allergy" or "allerg" in cue.text for cue in found)
    return bool(found) and not (only_allergy and _is_asking_ahead(low))


_ASKS = re.compile(
    r"(?<!\w)(?:do you|can you|are your|is your|is there|are there|does the|do your|which of|any|what|could you"
    r"|have you got|habt|haben|gibt|ist|sind|kann|könnt|können|könntet|enthält|enthalten|macht|geht|welche[rs]?|was"
    r"|ten[ée]is|tienen|tiene|hay|lleva|llevan|es|son|pued[eo]n?|podéis|hacéis|hacen|qué|cuáles"
    r"|avez|est-ce|y a|y a-t-il|proposez|peut|puis-je|pouvez|faites|quels?|quelles?|contient|contiennent"
    r"|avete|c'è|ci sono|fate|contiene|contengono|potete|posso|si può|quali|cosa"
    r"|têm|tem|há|leva|levam|contém|fazem|podem|pode|quais|qual|vocês)(?!\w)"
    r"[^.!\n]{0,120}(?:al+[eé]rg|nut|glut[ei]n|glúten|c[oe]+liac|celiac|zöliakie|n[üu]ss|n[uo]ez|nueces|man[ií]"
    r"|frutos secos|cacahuete|noix|arachid|lactos|laktos|lattosio|noci|nocciol|amendoi|nozes|huevo|ovos|uova|œufs"
    r"|sesam|sésam|soja)[^.!\n]{0,120}\?"
)
_ASKS_AFTER = re.compile(  # "my son has a nut allergy. Which of your cakes are safe for him?"
    r"(?:al+[eé]rg|nut|gl[uú]t[ei]n|c[oe]+liac|celiac|zöliakie|n[üu]ss|nuez|nueces|noix|noci|nozes|la[ck]tos|lattos)"
    r"[^?]{0,160}[.!;,\n] *(?:so |and |also |und |y |et |e )?[¿]?(?:which|do you"
    r"|are (?:your|the|there|any)|is there|is (?:your|the)|can (?:he|she|they|i|we)|could you"
    r"|what (?:can|could|would|do you)|welche|habt|haben|gibt|kann|können"
    r"|was (?:kann|können)|qué|cuáles|ten[ée]is|tienen|hay|puede|quels?|quelles?|avez|y a|peut|quali|avete"
    r"|c'è|ci sono|può|quais|têm|tem|há|pode)(?!\w)[^.!?\n]{0,80}"
    r"(?:safe|free|without|suitable|ok(?:ay)? for|eat|contain|sicher|frei|ohne|essen|geeignet|apt[oa]s?|segur|sin|comer"
    r"|sans|manger|adapté|convien|senza|mangiare|adatt|sicur|sem|adequad)[^.!?\n]{0,80}\?"
)
_HARMED = re.compile(
    r"(?<!\w)(?:reaction|hospital|swollen|swelling|epipen|epi-pen|anaphyla\w*|sick|ill|contained|wasn't|weren't|not"
    r" labelled|nearly|ate|gave|had|was in|were in|told"
    r"|war|waren|hatten?|bekam|bekommen|reagiert|reaktion|gegessen|gegeben|trotzdem|obwohl|gesagt|enthielt|atemnot"
    r"|tenía|tenia|había|llevaba|comió|dieron|dio|dijeron|dijisteis|pusieron|reacción|aunque"
    r"|avait|était|mangé|donné|servi|réaction|malgré|pourtant|contenait"
    r"|aveva|c'era|c'erano|conteneva|mangiato|dato|detto|servito|reazione|nonostante"
    r"|tinha|havia|comeu|deram|disseram|reação|apesar|continha|gonfi\w*|inchad\w*|hinchad\w*|gonflé\w*)(?!\w)"
)


def _is_asking_ahead(low: str) -> bool:
    """ "Is there a nut-free one? I'm allergic" asks before anything happened."""
    return bool(_ASKS.search(low) or _ASKS_AFTER.search(low)) and not _HARMED.search(low)


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
