"""Starters: openings to rewrite, made of parts, wordings and blanks; and which wordings are resting.

The wordings are data (resources/starter_parts.json). Each has at least one blank the app never fills, so
nothing here can be posted as it stands. Rules: design 4.4; names and sets: copy 2.
"""

from __future__ import annotations

from desktop.starters.blanks import THEIR_WORDS, TIMES, Suggestions, said_back, suggestions_for
from desktop.starters.choosing import parts_for, situation_of, situations_for, starters_for
from desktop.starters.composing import compose, other_wordings, paragraph_of, part_paragraph
from desktop.starters.kept import (
    LONGEST,
    blank_names,
    kept_for,
    made,
    put,
    remove,
    whose,
    with_blanks,
    worth_keeping,
)
from desktop.starters.library import library, set_of, wording, wordings_for
from desktop.starters.nouns import (
    COMPLAINTS,
    FILLABLE,
    FIRST_NAME,
    HERE,
    HOURS,
    LABELS,
    LEAD,
    NAME,
    NOT_OURS,
    OTHER_WAYS,
    SHOW_LOCKED,
    SIGN_OFF,
    SITUATIONS,
    STARTERS,
    Choice,
    PartOffer,
    Slot,
    Starter,
    Wording,
)
from desktop.starters.resting import (
    REST_DAYS,
    Resting,
    end_rest,
    forget_use,
    let_rest,
    note_use,
    rested,
    resting_phrases,
)
from desktop.starters.shaping import openings_of, possible_parts, shaped, situations

OWNS = ("wordings", "wording_uses", "resting_phrases")

__all__ = [
    "COMPLAINTS",
    "FILLABLE",
    "FIRST_NAME",
    "HERE",
    "HOURS",
    "LABELS",
    "LEAD",
    "LONGEST",
    "NAME",
    "NOT_OURS",
    "OTHER_WAYS",
    "OWNS",
    "REST_DAYS",
    "SHOW_LOCKED",
    "SIGN_OFF",
    "SITUATIONS",
    "STARTERS",
    "THEIR_WORDS",
    "TIMES",
    "Choice",
    "PartOffer",
    "Resting",
    "Slot",
    "Starter",
    "Suggestions",
    "Wording",
    "blank_names",
    "compose",
    "end_rest",
    "forget_use",
    "kept_for",
    "let_rest",
    "library",
    "made",
    "note_use",
    "openings_of",
    "other_wordings",
    "paragraph_of",
    "part_paragraph",
    "parts_for",
    "possible_parts",
    "put",
    "remove",
    "rested",
    "resting_phrases",
    "said_back",
    "set_of",
    "shaped",
    "situation_of",
    "situations",
    "situations_for",
    "starters_for",
    "suggestions_for",
    "whose",
    "with_blanks",
    "wording",
    "wordings_for",
    "worth_keeping",
]
