"""The pretend public: twenty passers-by who read the shop's pages, and what moved them. Pure and deterministic.

A `Turn` is one thing that happened where everybody can read it. Each of its causes moves some of the passers-by,
always the same ones for the same seed. Nothing is kept but the turns: who stands where follows from them.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.clock import from_text
from desktop.language.times import counted

PASSERS_BY = 20
COMES, UNSURE, GONE = "comes", "unsure", "gone"
_BEFORE = (
    (COMES,) * 9 + (UNSURE,) * 7 + (GONE,) * 4
)  # as they stood before the days that the page still tells of

MOVES: Mapping[str, int] = {  # passers-by a cause moves towards the shop, or away from it
    "detail": 1,
    "owns": 1,
    "time": 1,
    "kept": 3,
    "shown": 3,
    "told": 2,
    "too_early": -1,
    "canned": -2,
    "passed_on": -2,
    "offer": -2,
    "silence": -2,
    "missed": -2,
    "defensive": -3,
    "selling": -3,
    "unseen": -3,
}
_SAID: Mapping[str, str] = {
    "detail": "You named what {name} told you.",
    "owns": "You told {name} it was yours, without a “but”.",
    "time": "You told {name} when.",
    "kept": "You were back to {name} when you said.",
    "shown": "The ending with {name} shows.",
    "told": "You told {name} what you know.",
    "too_early": "You asked {name} to say it’s sorted before it was.",
    "canned": "Your answer to {name} would fit anybody.",
    "passed_on": "You gave {name} the next job to do.",
    "offer": "You tied a gift to what {name} writes.",
    "silence": "Nobody had answered {name}.",
    "missed": "{time} came and went, and {name} had heard nothing.",
    "defensive": "Your answer to {name} sounded like it was {name}’s fault.",
    "selling": "{name} came for help, and you told {name} about an offer.",
    "unseen": "{name} is happy, and nobody can see it.",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """Something in a story that people read. `post` is our answer, if it was one; `by` the time it promised; `text`
    what is said of it instead of the cause's own sentence."""

    at: str
    story: str
    causes: tuple[str, ...]
    post: str = ""
    by: str = ""
    is_public: bool = True
    is_settled: bool = False  # whoever practises has read what happened there, and carries on
    text: str = ""

    @property
    def is_poor(self) -> bool:
        """An answer that did harm."""
        return bool(self.post) and any(MOVES[cause] < 0 for cause in self.causes)


@dataclass(frozen=True, slots=True)
class Moved:
    """One line of *What moved them*: how many passers-by went where (`to` is empty when nobody did)."""

    at: datetime
    cause: str
    story: str
    text: str
    number: int
    to: str


@dataclass(frozen=True, slots=True)
class Public:
    """Where the passers-by stand, and why, the newest cause first. `changed`: how many stand elsewhere than in the
    morning; `mostly` is the story that changed most of them, `for_it` how many."""

    groups: Mapping[str, int]
    moved: tuple[Moved, ...]
    changed: int
    mostly: str
    for_it: int


def causes_of(reaction: str, heard: Any, *, wants: str) -> tuple[str, ...]:
    """What an answer heard like this (people.Heard) is to those who read it."""
    if reaction in ("offer", "too_early"):
        return (reaction,)
    if reaction in ("canned", "defensive", "selling", "passed_on"):
        others = (fault for fault in heard.faults if fault != reaction)
        return (reaction, *others)
    if reaction not in ("good", "half", "done"):
        return ()
    found = ["canned"] if reaction == "half" and "canned" in heard.faults else []
    found += ["detail"] if heard.names_detail else []
    if wants == "fix":
        found += ["owns"] if heard.owns else []
        found += ["time"] if heard.gives_time else []
    return tuple(found)


def read(
    turns: Iterable[Turn], names: Mapping[str, str], seed: str, zone: Any, opened_at: datetime | None = None
) -> Public:
    """The public after all that happened. `names` are the people of the stories; what was before the shop opened
    changes nobody's mind today."""
    stand, last, morning = list(_BEFORE), dict[int, str](), list(_BEFORE)
    moved, told = list[Moved](), set[tuple[str, str]]()
    for turn in turns:
        for cause in turn.causes if turn.is_public else ():
            if MOVES[cause] > 0 and (turn.story, cause) in told:
                continue  # saying a good thing twice convinces nobody again
            told.add((turn.story, cause))
            chance = random.Random(f"{seed}/{len(moved)}/{turn.story}/{cause}")
            who, to = _step(stand, cause, chance)
            if opened_at and from_text(turn.at) < opened_at:
                morning = list(stand)
            last.update(dict.fromkeys(who, turn.story))
            moved.append(_moved(turn, cause, names, len(who), to, zone))
    changed = [one for one in range(PASSERS_BY) if stand[one] != morning[one]]
    stories = [last[one] for one in changed]
    mostly = max(dict.fromkeys(stories), key=stories.count, default="")
    groups = {group: stand.count(group) for group in (COMES, UNSURE, GONE)}
    return Public(groups, tuple(reversed(moved)), len(changed), mostly, stories.count(mostly))


def _step(stand: list[str], cause: str, chance: random.Random) -> tuple[list[int], str]:
    """Moves some one step; those who were not sure go first. An ending nobody sees only makes people doubt."""
    moves = MOVES[cause]
    steps = [(UNSURE, COMES), (GONE, UNSURE)] if moves > 0 else [(UNSURE, GONE), (COMES, UNSURE)]
    if cause == "unseen":
        steps = steps[1:]
    for came_from, to in steps:
        there = [one for one in range(PASSERS_BY) if stand[one] == came_from]
        who = chance.sample(there, min(abs(moves), len(there)))
        for one in who:
            stand[one] = to
        if who:
            return who, to
    return [], ""


def _moved(turn: Turn, cause: str, names: Mapping[str, str], number: int, to: str, zone: Any) -> Moved:
    by = from_text(turn.by).astimezone(zone).strftime("%H:%M") if turn.by else ""
    text = turn.text or _SAID[cause].format(name=names[turn.story], time=by)
    return Moved(from_text(turn.at), cause, turn.story, _one_stop(text), number, to)


def _one_stop(text: str) -> str:
    """A name may end in a full stop of its own."""
    return text.replace("..", ".")


def evening(answered: int, endings: int, public: Public, names: Mapping[str, str]) -> str:
    """The sentence at the end of the day. No score."""
    said = f"You answered {_people(answered)}. {_endings(endings)}"
    if not public.changed:
        return f"{said} No passer-by changed their mind."
    name = names[public.mostly]
    if public.changed == 1:
        return _one_stop(f"{said} One passer-by changed their mind, about what {name} said.")
    share = "all" if public.for_it == public.changed else _number(public.for_it)
    who = f"{_number(public.changed).capitalize()} passers-by"
    return f"{said} {who} changed their minds, {share} of them about what {name} said."


def _number(number: int) -> str:
    return counted(number, "one").split(" ")[0]


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number or 'no'} people"


def _endings(number: int) -> str:
    return "1 ending shows." if number == 1 else f"{number or 'No'} endings show."


_WRONG: Mapping[str, str] = {
    "canned": "Your answer would fit any complaint, so it didn’t fit this one.",
    "passed_on": "It gave {name} the next job to do.",
    "selling": "{name} told you about trouble and you told {name} about an offer.",
    "defensive": "It sounded like it was {name}’s fault.",
    "offer": "A gift for what somebody writes is noticed, and read by everybody.",
    "too_early": "{name} hasn’t said it’s sorted, so there is no ending to ask for yet.",
}


def what_happened(turn: Turn, name: str, detail: str) -> str:
    """After a poor answer: what it did, in plain words, and what to try. `detail` is a word of theirs, or empty."""
    wrong = " ".join(_WRONG[cause].format(name=name) for cause in turn.causes if cause in _WRONG)
    if "too_early" in turn.causes:
        return f"{wrong} Try again: ask how things are first."
    named = f"name what {name} wrote about (“{detail}”)" if detail else f"name what {name} wrote about"
    return f"{wrong} Try again: {named}, say what you’ll do, and give a time."


def newest_poor(turns: Sequence[Turn], story: str) -> Turn | None:
    """The last answer in a story, if it was a poor one that nobody has carried on from."""
    ours = [turn for turn in turns if turn.story == story and turn.post]
    return ours[-1] if ours and ours[-1].is_poor and not ours[-1].is_settled else None
