"""What a text says outright, where the model takes it for something else: they won't come back, they reproach in the
form of a question, they urge, they are glad, they only want to book, or they look for what they left behind. Lists of
words, so the same words always weigh the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.language.cues import Cue, cue_lists
from desktop.records import Kind

KINDS = tuple(Kind)


class _Said(NamedTuple):
    """Words of the list `label`, taken for `taken`, mean `meant`: by that share of its chance; not where words of the
    list `unless` say that they may mean another firm.
    """

    label: str
    taken: Kind
    meant: Kind
    share: float
    unless: str = ""


_NO_VERDICT = (Kind.OTHER, Kind.QUESTION, Kind.IDEA, Kind.MIX_UP)
_SAID = (
    _Said("leaving", Kind.OTHER, Kind.COMPLAINT, 1.0),  # "we will not be back" is no small talk
    _Said("reproach", Kind.QUESTION, Kind.COMPLAINT, 0.7),  # "how hard is it to answer the phone?" asks for nothing
    *(_Said("nudge", taken, Kind.COMPLAINT, 0.7) for taken in (Kind.OTHER, Kind.QUESTION, Kind.IDEA)),  # "do better."
    _Said("done to me", Kind.ABUSIVE, Kind.COMPLAINT, 0.8),  # "that cow scratched my frame" is more than an insult
    _Said("glad", Kind.OTHER, Kind.PRAISE, 0.7),  # "excellent, thank you" is more than thanks
    _Said("booking", Kind.MIX_UP, Kind.QUESTION, 0.6, "asks who"),  # nobody told the model what can be booked here
    _Said("lost", Kind.MIX_UP, Kind.QUESTION, 0.7, "another firm"),  # "did I leave my umbrella with you?"
    _Said("lost", Kind.OTHER, Kind.QUESTION, 0.7, "another firm"),
    *(_Said("full marks", taken, Kind.PRAISE, 0.8) for taken in _NO_VERDICT),  # "10/10" is all that they say
    *(_Said("no marks", taken, Kind.COMPLAINT, 0.8) for taken in (*_NO_VERDICT, Kind.PRAISE)),
)


_LABELS = tuple(dict.fromkeys(said.label for said in _SAID))


def outright(chances: Sequence[float], low: str) -> list[float]:
    """The chances of the kinds (in their order), for a text in the form of `text.plain`."""
    found = list(chances)
    for said in _SAID if _cues(low) else ():
        taken, meant = KINDS.index(said.taken), KINDS.index(said.meant)
        if found[taken] == max(found) and _found(said, low):
            found[meant] += said.share * found[taken]
            found[taken] *= 1 - said.share
    return found


def outright_words(low: str, kind: Kind) -> list[Cue]:
    """The words that say so, for the reasons."""
    return [cue for said in _SAID if said.meant is kind for cue in _found(said, low)]


def _found(said: _Said, low: str) -> list[Cue]:
    cues = [cue for cue in _cues(low) if cue.label == said.label]
    lists = cue_lists("outright")
    if cues and said.unless and (lists.has(low, said.unless) or cue_lists("kinds").has(low, "mix_up 3")):
        return []
    return cues


@lru_cache(maxsize=2)
def _cues(low: str) -> tuple[Cue, ...]:
    """Remembered: each kind asks for them."""
    return tuple(cue_lists("outright").find(low, *_LABELS))
