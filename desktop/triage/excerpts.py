"""One line that says what a post is about."""

from __future__ import annotations

from desktop.language.details import troubles
from desktop.language.text import sentences, visible

LONG = 140  # characters above which the line starts at the sentence with the trouble
MOST = 300  # characters of a line: the row elides the rest


def excerpt(text: str) -> str:
    """Their words on one line; a long message starts at the sentence with the trouble in it."""
    text = visible(text)
    if len(text) > LONG:
        text = text[_start(text) :]
    return " ".join(text[: MOST * 4].split())[:MOST]


def _start(text: str) -> int:
    found = troubles(text)
    if not found:
        return 0
    return next((s.start for s in sentences(text) if s.start <= found[0].start < s.end), 0)
