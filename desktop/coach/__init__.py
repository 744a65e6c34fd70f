"""The coach: reads a draft along and says what a passer-by or the writer might mind. Pure.

One check is one small function from a `Scene` to its findings; `CHECKS` is their order. Only blanks, length
and a person's limits hold a reply back. Rules: design 4.5; words: copy 3.
"""

from __future__ import annotations

from desktop.coach.holds import past_limits
from desktop.coach.leaving_out import without_private
from desktop.coach.private import spans as private_spans
from desktop.coach.reader import CHECKS, closing, read
from desktop.coach.scene import Action, Book, Finding, Level, PastReply, Reading, Scene

__all__ = [
    "CHECKS", "Action", "Book", "Finding", "Level", "PastReply", "Reading", "Scene", "closing", "past_limits",
    "private_spans", "read", "without_private",
]  # fmt: skip
