"""One line that says what a post is about."""

from __future__ import annotations

import re

from desktop.language.details import troubles
from desktop.language.text import sentences, visible

LONG = 140  # characters above which the line starts at the sentence with the trouble
MOST = 300  # characters of a line: the row elides the rest


_TO_US = re.compile(r"(?:@\S{1,100}\s+)+(?=\S)")


def excerpt(text: str, *, is_upset: bool = True) -> str:
    """Their words on one line, without the handles in front; of somebody upset a long message starts at the trouble."""
    seen = visible(text)
    text = _TO_US.sub("", seen.lstrip(), count=1) if seen.lstrip().startswith("@") else seen
    if is_upset and len(text) > LONG:
        text = text[_start(text) :]
    return " ".join(text[: MOST * 4].split())[:MOST]


def _start(text: str) -> int:
    found = troubles(text)
    if not found:
        return 0
    return next((s.start for s in sentences(text) if s.start <= found[0].start < s.end), 0)
