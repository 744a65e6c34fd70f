"""The model's chances and what the lists of telling words say, as one.

How much either counts was learned beside shops that the model had not seen (`packaging/reading/train.py`), so the
chances that come out are what they say. The lists are asked where the model leaves it open, and of praise, which may
be irony.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.records import Kind
from desktop.triage.rules import by_rules, is_irony

ASKED_BELOW = 0.9  # the lists are asked where the model is less sure than this
IRONY_FROM = 0.22  # words that may be irony are it where the model holds a complaint for at least so likely
STARRED = 1.6  # how much more it counts that the lists find trouble beside stars
CALLED = 1.0  # log odds against small talk where a post calls somebody by a handle: in an inbox that is mostly the shop
KINDS = tuple(Kind)
SARCASM, UNASKED = len(KINDS), len(KINDS) + 1
ROWS = len(KINDS) + 2  # what the lists may say: a kind, kind words that are not meant, or they were not asked
_LEAST = 1e-6


class Told(NamedTuple):
    """What the lists say: a row, and how sure they are: from 0 to 1, of trouble beside stars up to STARRED."""

    row: int
    sure: float


class Hearing(NamedTuple):
    """`trust` in the model's chances, English and other; log odds of each kind; and by row what the lists add."""

    trust: Sequence[float]
    shift: Sequence[float]
    sure: Sequence[Sequence[float]]
    scored: float  # how many times as much the lists count for the complaint score as for the kind
    score: Sequence[float]  # of the complaint score: weight of its own log odds, of the kinds' log odds, shift


_HANDLE = re.compile(r"(?<![\w.])@\w|<user>")


def called(chances: Sequence[float], low: str) -> Sequence[float]:
    """The model's chances, which it learned beside posts about no firm, for a text in the form of `text.plain`."""
    if not _HANDLE.search(low):
        return chances
    raised = [
        chance * (math.exp(-CALLED) if kind is Kind.OTHER else 1.0)
        for kind, chance in zip(KINDS, chances, strict=True)
    ]
    whole = sum(raised)
    return [one / whole for one in raised]


def told(low: str, stars: int | None, chances: Sequence[float]) -> Told:
    """`low` is the text in the form of `text.plain`, `chances` are the model's.

    Stars are a fact, and the model knows them: beside them the lists may only say that there is trouble all the same.
    """
    best = max(chances)
    if best >= ASKED_BELOW and best != chances[KINDS.index(Kind.PRAISE)]:
        return Told(UNASKED, 0.0)
    kind, sure, cues = by_rules(low, None, is_meant_kindly=chances[KINDS.index(Kind.COMPLAINT)] < IRONY_FROM)
    is_ironic = any(map(is_irony, cues))
    if stars and (is_ironic or kind is not Kind.COMPLAINT):
        return Told(UNASKED, 0.0)
    sure = min(1.0, 2 * (sure - 0.5)) * (STARRED if stars else 1.0)
    return Told(SARCASM if is_ironic else KINDS.index(kind), sure)


def heard(chances: Sequence[float], said: Told, of: Hearing, *, is_english: bool, times: float = 1.0) -> list[float]:
    """The chances of the kinds after that, the lists counting `times` as much. Irony speaks for a complaint."""
    chances = meant(chances, said)
    trust, shift, sure = of.trust[not is_english], of.shift, of.sure[said.row]
    odds = [
        trust * math.log(max(chance, _LEAST)) + shift[at] + times * said.sure * sure[at]
        for at, chance in enumerate(chances)
    ]
    most = max(odds)
    raised = [math.exp(one - most) for one in odds]
    whole = sum(raised)
    return [one / whole for one in raised]


def meant(chances: Sequence[float], said: Told) -> Sequence[float]:
    """The model's chances, where there is irony with those of praise and of small talk given to a complaint."""
    if said.row != SARCASM:
        return chances
    found = list(chances)
    for kind in (Kind.PRAISE, Kind.OTHER):
        found[KINDS.index(Kind.COMPLAINT)] += found[KINDS.index(kind)]
        found[KINDS.index(kind)] = 0.0
    return found


def score(alone: float, kinds: Sequence[float], of: Hearing) -> float:
    """How much it is a complaint: the model's own score for that, and the chances of the kinds."""
    trouble = kinds[KINDS.index(Kind.COMPLAINT)] + kinds[KINDS.index(Kind.ABUSIVE)]
    own, theirs, shift = of.score
    odds = own * _odds(alone) + theirs * _odds(trouble) + shift
    return 1 / (1 + math.exp(-odds))


def _odds(chance: float) -> float:
    chance = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(chance / (1 - chance))
