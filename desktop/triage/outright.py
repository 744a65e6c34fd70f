"""What a text says outright, where the model takes it for something else: they won't come back, they reproach in the
form of a question, they are glad, or they only want to book. Lists of words, so the same words always weigh the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.language.cues import Cue, cue_lists
from desktop.records import Kind

KINDS = tuple(Kind)


class _Said(NamedTuple):
    """Words of the list `label`, taken for `taken`, mean `meant`: by that share of its chance."""

    label: str
    taken: Kind
    meant: Kind
    share: float


_SAID = (
    _Said("leaving", Kind.OTHER, Kind.COMPLAINT, 1.0),  # "we will not be back" is no small talk
    _Said("reproach", Kind.QUESTION, Kind.COMPLAINT, 0.7),  # "how hard is it to answer the phone?" asks for nothing
    _Said("glad", Kind.OTHER, Kind.PRAISE, 0.7),  # "excellent, thank you" is more than thanks
    _Said("booking", Kind.MIX_UP, Kind.QUESTION, 0.6),  # what this shop takes bookings for, nobody told the model
)


def outright(chances: Sequence[float], low: str) -> list[float]:
    """The chances of the kinds (in their order), for a text in the form of `text.plain`."""
    found = list(chances)
    for said in _SAID:
        taken, meant = KINDS.index(said.taken), KINDS.index(said.meant)
        if found[taken] == max(found) and _found(said, low):
            found[meant] += said.share * found[taken]
            found[taken] *= 1 - said.share
    return found


def outright_words(low: str, kind: Kind) -> list[Cue]:
    """The words that say so, for the reasons."""
    return [cue for said in _SAID if said.meant is kind for cue in _found(said, low)]


def _found(said: _Said, low: str) -> list[Cue]:
    lists = cue_lists("outright")
    cues = lists.find(low, said.label)
    is_asking = said.taken is Kind.MIX_UP and bool(cues)
    if is_asking and (lists.has(low, "asks who") or cue_lists("kinds").find(low, "mix_up 3")):
        return []
    return cues
