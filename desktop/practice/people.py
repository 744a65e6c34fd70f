"""How the pretend public takes an answer: cues in the words, a feeling, and what they write back.

Pure and deterministic: the same seed and the same words bring the same people back. A character is the
`takes` of a story in the scenario:

{"wants": "fix" | "answer" | "thanks" | "leave",     what would settle it (a complaint, a question, ...)
 "feels": "waiting" | "sorted",                      how they begin; sorted: they have told us it is put right
 "details": [["brake*", "cable*"], ["hill", "van"]], words that show somebody read it, in groups of one thing
 "needs": 1,                                         how many of the groups an answer has to touch
 "lines": {reaction: ["first time", "second time"]}, see REACTIONS; nothing (more) to say: they stay silent
 "sorted_is": "private" | "public",                  where they say thanks
 "shows": "post" | "edit", "then_stars": 4,          how they say in public that it ended
 "nudges_after_min": [35, 90]}                       when they write again if nobody has answered
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from desktop.language.cues import CueLists, compiled, cue_lists
from desktop.language.text import plain
from desktop.language.times import gives_time

REACTIONS = (
    "canned",  # it would fit anybody
    "defensive",  # it makes it their fault
    "selling",  # it tells them about an offer
    "passed_on",  # it gives them the next job
    "half",  # it names their trouble, and no more
    "good",  # it names it, owns it or answers it, and gives a time
    "sorted",  # later: it has been put right
    "done",  # told that it is done after a good answer: put right at once
    "offer",  # a gift tied to what they post
    "too_early",  # asked to say it's sorted before it is
    "says_so",  # asked once it is
    "silence",  # nobody answered
)
_BAD = frozenset({"canned", "defensive", "selling", "passed_on", "offer"})
_SIGNED = re.compile(r"(?:^|[\s,.!?—–-])([A-Z][a-z]+)(?:, [^.!?\n]{2,60})?[\s.]*$")


@dataclass(frozen=True, slots=True)
class Feeling:
    """Where a character stands: waiting, warmer, cold, sorted or shown; how often each reaction has come."""

    now: str = "waiting"
    times: Mapping[str, int] = field(default_factory=dict)

    def after(self, reaction: str, now: str) -> Feeling:
        return Feeling(now, {**self.times, reaction: self.times.get(reaction, 0) + 1})


@dataclass(frozen=True, slots=True)
class Coming:
    """What a character will do: write `text` after `after_s` shop seconds; then feel `feels` (if not empty).

    `is_edit`: they add it to their first post. `unless_cold`: not if they have been put off meanwhile.
    """

    after_s: float
    text: str
    feels: str
    is_public: bool = True
    is_edit: bool = False
    stars: int | None = None
    unless_cold: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What an answer does, as its reader hears it."""

    names_detail: bool
    owns: bool
    gives_time: bool
    is_signed: bool
    is_done: bool
    asks_to_show: bool
    offers: bool
    faults: tuple[str, ...]  # of canned, defensive, selling, passed_on


FAULTS = ("defensive", "selling", "canned", "passed_on")


def hear(text: str, takes: Mapping[str, Any], coached: frozenset[str] = frozenset()) -> Heard:
    """The cues of an answer to this character; `coached` is what the coach finds in it: FAULTS, "detail"."""
    cues, low = _cues(), plain(text)
    faults = tuple(fault for fault in FAULTS if fault in coached or cues.has(low, fault))
    touched = sum(1 for group in takes.get("details", ()) if _pattern(tuple(group)).search(low))
    return Heard(
        names_detail=touched >= takes.get("needs", 1) or "detail" in coached,
        owns=cues.has(low, "owns") and "defensive" not in faults,
        gives_time=gives_time(low),
        is_signed=_SIGNED.search(text) is not None,
        is_done=cues.has(low, "done"),
        asks_to_show=cues.has(low, "asks_to_show"),
        offers=cues.has(low, "offers"),
        faults=faults,
    )


def judge(heard: Heard, takes: Mapping[str, Any], feels: str) -> str:
    """The reaction (one of REACTIONS, or "" for none) to an answer heard like this."""
    if heard.asks_to_show and feels != "shown" and takes.get("wants", "fix") == "fix":
        if heard.offers:
            return "offer"
        return "says_so" if feels == "sorted" else "too_early"
    if feels in ("sorted", "shown"):
        return ""
    wants = takes.get("wants", "fix")
    return _judge_fix(heard, feels) if wants == "fix" else _judge_other(heard, wants)


def _judge_fix(heard: Heard, feels: str) -> str:
    if heard.faults and heard.faults[0] in ("defensive", "selling"):
        return heard.faults[0]
    if feels == "warmer" and heard.is_done:
        return "done"
    if heard.names_detail and (heard.gives_time or heard.is_done) and (heard.owns or heard.is_signed):
        return "half" if "canned" in heard.faults else "good"
    if heard.faults:
        return heard.faults[0]
    return "half" if heard.names_detail or (heard.owns and heard.gives_time) else "canned"


def _judge_other(heard: Heard, wants: str) -> str:
    if heard.faults and (heard.faults[0] in ("defensive", "selling") or not heard.names_detail):
        return heard.faults[0]
    if heard.names_detail or (wants == "thanks" and heard.is_signed):
        return "good"
    return "half" if heard.gives_time else "canned"


def react(
    takes: Mapping[str, Any], feeling: Feeling, text: str, *, is_public: bool, seed: str
) -> tuple[Feeling, tuple[Coming, ...]]:
    """How a character takes our answer: the feeling after it, and what they will write, soonest first."""
    return take(takes, feeling, judge(hear(text, takes), takes, feeling.now), is_public=is_public, seed=seed)


def take(
    takes: Mapping[str, Any], feeling: Feeling, reaction: str, *, is_public: bool, seed: str
) -> tuple[Feeling, tuple[Coming, ...]]:
    """As `react`, once it is known how the answer strikes them."""
    if not reaction:
        return feeling, ()
    chance = random.Random(f"{seed}/{reaction}/{feeling.times.get(reaction, 0)}")
    wait = chance.uniform(20, 90)
    line = _line(takes, reaction, feeling)
    if reaction == "says_so":
        return feeling.after(reaction, "sorted"), _saying_so(takes, line, wait)
    if reaction == "done":
        return feeling.after(reaction, "warmer"), _sorted(takes, line, wait)
    is_put_off = reaction in _BAD and feeling.now != "sorted"  # what was put right stays put right
    now = "cold" if is_put_off else "warmer" if reaction == "good" else feeling.now
    comes = [Coming(wait, line, "", is_public=is_public)] if line else []
    if reaction == "good":
        if takes.get("wants", "fix") != "fix":  # an answer is all they wanted
            comes = [replace(each, feels="sorted", is_edit=takes.get("shows") == "edit") for each in comes]
        else:
            comes += _sorted(takes, _line(takes, "sorted", feeling), wait + chance.uniform(12 * 60, 30 * 60))
    return feeling.after(reaction, now), tuple(comes)


def nudges(takes: Mapping[str, Any]) -> tuple[Coming, ...]:
    """What they write when nobody answers, counted from their first words."""
    lines = takes.get("lines", {}).get("silence", ())
    pairs = zip(takes.get("nudges_after_min", ()), lines, strict=False)
    return tuple(Coming(minutes * 60.0, line, "") for minutes, line in pairs)


def _sorted(takes: Mapping[str, Any], line: str, wait: float) -> tuple[Coming, ...]:
    private = takes.get("sorted_is") == "private"
    return (Coming(wait, line, "sorted", is_public=not private, unless_cold=True),) if line else ()


def _saying_so(takes: Mapping[str, Any], line: str, wait: float) -> tuple[Coming, ...]:
    if not line:
        return ()
    return (Coming(wait, line, "shown", is_edit=takes.get("shows") == "edit", stars=takes.get("then_stars")),)


def _line(takes: Mapping[str, Any], reaction: str, feeling: Feeling) -> str:
    """The next thing they have to say; empty when they have said it all."""
    lines = takes.get("lines", {})
    found = lines.get(reaction) or (lines.get("sorted", []) if reaction == "done" else [])
    told = feeling.times.get(reaction, 0)
    return str(found[told]) if told < len(found) else ""


def detail_in(text: str, takes: Mapping[str, Any]) -> str:
    """The first of their details that their own words hold; empty when there is none."""
    found = (_pattern(tuple(group)).search(plain(text)) for group in takes.get("details", ()))
    return next((match.group() for match in found if match), "")


@lru_cache(maxsize=1)
def _cues() -> CueLists:
    return cue_lists("../practice/cues")


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(phrases)
