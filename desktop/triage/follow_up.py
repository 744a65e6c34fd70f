"""What a later word of theirs says about the trouble: gone, still there, or only polite."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from desktop.language.cues import Cue, CueLists, cue_lists
from desktop.language.text import Piece, plain, sentences, visible
from desktop.triage.judgement import NO_WORDS, Asked, FollowUp, Outcome
from desktop.triage.urgent import is_meant_seriously

UNHEARD_AT = 0.97  # proposed as an ending from this chance on where no words of the lists say so
STILL_UNHEARD_AT = 0.8  # broken still, from this chance on where no words of the lists say so: it reopens in public
STILL_AT = 0.95  # words of an ending are believed up to this chance, by the model, that it is broken still


def follow_up(text: str, previous: str | None = None) -> FollowUp:
    """What a later word of theirs says, after our message `previous`. Never raises; in doubt it is not resolved."""
    from desktop.triage.reader import OUTCOMES, reader

    (scores,) = reader().read([Asked(text, None, previous)])
    is_serious = is_meant_seriously(plain(visible(text)))
    return weighed(text, dict(zip(OUTCOMES, scores.follow_up, strict=True)), previous, is_serious=is_serious)


def weighed(
    text: str, chances: Mapping[Outcome, float], previous: str | None, *, is_serious: bool = False
) -> FollowUp:
    """The model's chances and the words of the lists together; the lists alone where we said nothing before.

    Where somebody was hurt nothing has ended well, and nothing is only polite.
    """
    from desktop.triage.reader import heard

    told = by_rules(text)
    said = heard(told.outcome)
    raised = {each: chance * math.exp(said[each]) for each, chance in chances.items()}
    whole = sum(raised.values())
    shares = {each: chance / whole for each, chance in raised.items()}
    outcome, second = sorted(Outcome, key=lambda each: -shares[each])[:2]
    if previous is None:
        outcome = second = told.outcome
    is_denied = told.outcome is Outcome.STILL_NOT_FIXED or _names_an_ending(text)  # and doesn't mean it
    if told.outcome is Outcome.STILL_NOT_FIXED and cue_lists("follow_up").has(plain(visible(text)), "persists"):
        outcome = Outcome.STILL_NOT_FIXED  # "thanks, but it's still leaking" is more than thanks, too
    elif told.outcome is Outcome.RESOLVED and chances[Outcome.STILL_NOT_FIXED] < STILL_AT:
        outcome = Outcome.RESOLVED  # "all sorted now, thanks" is more than thanks
    elif outcome in (Outcome.RESOLVED, Outcome.THANKS) and _says_plainly(told, text):
        outcome = Outcome.STILL_NOT_FIXED  # "the money never arrived" thanks nobody
    elif outcome is Outcome.RESOLVED and is_denied:
        outcome = second
    elif outcome is Outcome.RESOLVED and shares[outcome] < UNHEARD_AT:
        outcome = Outcome.NEUTRAL  # not sure enough to propose it, and all the less that it is broken still
    elif outcome is Outcome.STILL_NOT_FIXED is not told.outcome and shares[outcome] < STILL_UNHEARD_AT:
        outcome = Outcome.NEUTRAL
    if is_serious and outcome in (Outcome.RESOLVED, Outcome.THANKS):
        outcome = Outcome.NEUTRAL
    return FollowUp(outcome, told.reason if told.outcome is outcome else f"because: {NO_WORDS}", shares)


def _says_plainly(told: FollowUp, text: str) -> bool:
    """Words of the lists say that it is broken still, and nobody is thanked."""
    return told.outcome is Outcome.STILL_NOT_FIXED and not cue_lists("follow_up").find(plain(visible(text)), "thanks")


def _names_an_ending(text: str) -> bool:
    return bool(cue_lists("follow_up").find(plain(visible(text)), "resolved"))


def by_rules(text: str) -> FollowUp:
    low = plain(visible(text))
    lists = cue_lists("follow_up")
    solved = _solved(low, lists)
    still = [
        cue
        for cue in lists.find(low, "still", "persists", "named", "mild")
        if not _inside(cue, solved) and _counts(cue, solved)
    ]
    if solved and not still:
        return FollowUp(Outcome.RESOLVED, _because(solved))
    if still:
        last = bool(solved) and solved[-1].start > still[-1].start and "?" not in low[solved[-1].start :]
        if last and len(still) == 1:
            return FollowUp(Outcome.RESOLVED, _because(solved))
        return FollowUp(Outcome.STILL_NOT_FIXED, _because(still))
    thanks = lists.find(low, "thanks")
    if thanks and "?" not in low:
        return FollowUp(Outcome.THANKS, _because(thanks))
    return FollowUp(Outcome.NEUTRAL, "because: no clear words")


def _counts(cue: Cue, solved: list[Cue]) -> bool:
    """Beside words of an ending, "it took hours" is a memory, and so is a problem named before them."""
    if not solved or cue.label == "still":
        return True
    return cue.label == "named" and cue.start > solved[-1].start


# --- words of an ending that are meant ----------------------------------------------------------

_MOST = 40  # words of an ending looked at in one message
_AROUND = 300  # characters of their sentence read before and after them


def _solved(low: str, lists: CueLists) -> list[Cue]:
    """The words that say it is put right. Mocking or giving up takes them all back."""
    if lists.has(low, "mocked") or lists.has(low, "gave up"):
        return []
    cues = lists.find(low, "resolved")[:_MOST]
    found: list[Cue] = []
    for sentence in sentences(low) if cues else ():
        inside = [cue for cue in cues if sentence.start <= cue.start < sentence.end]
        if inside and not sentence.text.rstrip().endswith("?") and not _is_doubtful(sentence, inside, lists):
            found += [cue for cue in inside if _is_meant(low, sentence, cue, lists)]
    return found


def _is_doubtful(sentence: Piece, cues: list[Cue], lists: CueLists) -> bool:
    """Reported, guessed, only in part, spoilt ("no longer broken" is not), or somebody else's doing."""
    around = sentence.text
    for cue in cues:
        start, end = cue.start - sentence.start, cue.end - sentence.start
        around = around[:start] + " " * len(around[start:end]) + around[end:]
    return lists.has(around, "spoilt") or any(lists.has(sentence.text, label) for label in ("doubted", "not theirs"))


_CLAUSE = re.compile(r"[,;:()]\s|\s(?:and|but|so|then)\s|\s[-–—]\s")


def _is_meant(low: str, sentence: Piece, cue: Cue, lists: CueLists) -> bool:
    """Neither denied ("not sorted"), hoped for, asked, nor tied to a condition ("if you refund me, …")."""
    before = sentence.text[: cue.start - sentence.start][-_AROUND:]
    after = sentence.text[cue.end - sentence.start :][:_AROUND]
    clause = before
    for cut in _CLAUSE.finditer(before):
        clause = before[cut.end() :]
    if lists.has(clause, "negated") or lists.has(clause, "not yet") or lists.has(before, "if"):
        return False
    if lists.has(_CLAUSE.split(after)[0], "open"):
        return False
    return not lists.has(after, "but") or lists.has(low[cue.end :], "thanks") or lists.has(after, "resolved")


def _inside(cue: Cue, others: list[Cue]) -> bool:
    return any(other.start <= cue.start and cue.end <= other.end for other in others)


def _because(cues: list[Cue]) -> str:
    apart: list[Cue] = []
    for cue in cues:
        if not apart or cue.start >= apart[-1].end:
            apart.append(cue)
    named = dict.fromkeys(f"“{' '.join(cue.text.split())}”" for cue in apart[:3])
    return "because: " + ", ".join(named)
