"""Languages written without spaces between words, made findable. Pure."""

from __future__ import annotations

import re

_UNSPACED = re.compile("([぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ가-힯฀-๿])")


def searchable(text: str) -> str:
    """The text as it is indexed: characters of unspaced languages stand apart, so that every word in it is found
    as a phrase."""
    if text.isascii() or not _UNSPACED.search(text):
        return text
    return _UNSPACED.sub(r" \1 ", text)
