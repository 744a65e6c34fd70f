"""The Shop book: facts, opening hours and closures."""

from __future__ import annotations

from desktop.shopbook.asked import Asked, DayHours, asked
from desktop.shopbook.facts import (
    Suggestion,
    facts,
    forget_use,
    matching,
    note_use,
    put_fact,
    remove_fact,
    settle_suggestion,
    suggest,
    suggestions,
    uses,
)
from desktop.shopbook.hours import (
    Opening,
    Run,
    opening,
    put_closure,
    put_hours,
    remove_closure,
    runs,
)

OWNS = ("facts", "fact_uses", "suggestions", "hours", "closures")

__all__ = [
    "OWNS",
    "Asked",
    "DayHours",
    "Opening",
    "Run",
    "Suggestion",
    "asked",
    "facts",
    "forget_use",
    "matching",
    "note_use",
    "opening",
    "put_closure",
    "put_fact",
    "put_hours",
    "remove_closure",
    "remove_fact",
    "runs",
    "settle_suggestion",
    "suggest",
    "suggestions",
    "uses",
]
