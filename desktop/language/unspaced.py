"""Languages written without spaces between words, made findable. Pure."""

from __future__ import annotations

import re

_UNSPACED = "[぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ가-힯฀-๿]"  # compiled at its first use: a start needs none of it


def searchable(text: str) -> str:
    """The text as it is indexed: characters of unspaced languages stand apart, so that every word in it is found
    as a phrase."""
    if text.isascii() or not re.search(_UNSPACED, text):
        return text
    return re.sub(_UNSPACED, _apart, text)


def _apart(found: re.Match[str]) -> str:
    return f" {found[0]} "
