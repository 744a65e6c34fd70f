"""Field expressions of the Graph API: `id,from{id,name},comments.filter(stream).limit(0)` as nested names."""

from __future__ import annotations

import re
from typing import Any

Fields = dict[str, Any]  # name -> the fields inside
_PIECE = re.compile(r"\s*([a-z_]+)((?:\.[a-z_]+\([^)]*\))*)")
_MODIFIER = re.compile(r"\.([a-z_]+)\(([^)]*)\)")


def parsed(text: str) -> Fields:
    """Raises ValueError for what is no expression."""
    found, end = _parse(text, 0)
    if end != len(text):
        raise ValueError(text[end:])
    return found


def modifiers(text: str) -> dict[str, dict[str, str]]:
    """name -> its modifiers, `{"comments": {"filter": "stream", "limit": "0"}}`."""
    return {m[1]: dict(_MODIFIER.findall(m[2])) for m in _PIECE.finditer(text) if m[2]}


def _parse(text: str, at: int) -> tuple[Fields, int]:
    found: Fields = {}
    while True:
        piece = _PIECE.match(text, at)
        if piece is None:
            raise ValueError(text[at:])
        at, inner = piece.end(), {}
        if text[at : at + 1] == "{":
            inner, at = _parse(text, at + 1)
            if text[at : at + 1] != "}":
                raise ValueError(text[at:])
            at += 1
        found[piece[1]] = inner
        if text[at : at + 1] != ",":
            return found, at
        at += 1
