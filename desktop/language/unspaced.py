"""Languages written without spaces between words, made findable. Pure."""

from __future__ import annotations

import re
from functools import cache

_UNSPACED = "[぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ가-힯฀-๿]"  # compiled at its first use: a start needs none of it


def searchable(text: str) -> str:
    """The text as it is indexed: characters of unspaced languages stand apart, so that every word in it is found
    as a phrase."""
    if text.isascii() or not _unspaced().search(text):
        return text
    return _unspaced().sub(_apart, text)


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(_UNSPACED)


def _apart(found: re.Match[str]) -> str:
    return f" {found[0]} "
