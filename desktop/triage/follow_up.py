"""What a later word of theirs says about the trouble: gone, still there, or only polite."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.language.cues import Cue, cue_lists
from desktop.language.text import plain, sentences, visible


class Outcome(StrEnum):
    """RESOLVED is only ever a proposal for a person; thanks is no resolution; STILL_NOT_FIXED reopens."""

    RESOLVED = "resolved"
    THANKS = "thanks"
    STILL_NOT_FIXED = "still_not_fixed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class FollowUp:
    outcome: Outcome
    reason: str  # "because: “sorted now”"


def follow_up(text: str) -> FollowUp:
    """What a follow-up message says. Never raises; in doubt it is not resolved."""
    low = plain(visible(text))
    lists = cue_lists("follow_up")
    solved = [cue for cue in lists.find(low, "resolved") if _is_meant(low, cue)]
    still = [cue for cue in lists.find(low, "still") if not _inside(cue, solved)]
    if solved and not still:
        return FollowUp(Outcome.RESOLVED, _because(solved))
    if solved and still:
        last = solved[-1].start > still[-1].start and "?" not in low[solved[-1].start :]
        return FollowUp(Outcome.RESOLVED, _because(solved)) if last and len(still) == 1 else _unsolved(still)
    if still:
        return _unsolved(still)
    thanks = lists.find(low, "thanks")
    if thanks and "?" not in low:
        return FollowUp(Outcome.THANKS, _because(thanks))
    return FollowUp(Outcome.NEUTRAL, "because: no clear words")


def _unsolved(cues: list[Cue]) -> FollowUp:
    return FollowUp(Outcome.STILL_NOT_FIXED, _because(cues))


def _is_meant(low: str, cue: Cue) -> bool:
    """Neither denied ("not sorted") nor only hoped for or asked ("when will it be fixed?")."""
    lists = cue_lists("follow_up")
    before = low[max(0, cue.start - 60) : cue.start]
    clause = max(before.rfind(mark) for mark in (".", "!", ",", ";", "\n", " but "))
    before = before[clause + 1 :].lstrip()
    sentence = next((s.text for s in sentences(low) if s.start <= cue.start < s.end), low)
    if sentence.rstrip().endswith("?"):
        return False
    return not (lists.has(before, "negated") or lists.has(before, "not yet"))


def _inside(cue: Cue, others: list[Cue]) -> bool:
    return any(other.start <= cue.start and cue.end <= other.end for other in others)


def _because(cues: list[Cue]) -> str:
    named = dict.fromkeys(f"“{' '.join(cue.text.split())}”" for cue in cues[:3])
    return "because: " + ", ".join(named)
