"""An ordinary page of the web, as somebody finds it who isn't signed in: which words stand on it?

Asked for once, without a key, and never trusted: only words that stand there count, and what isn't found is unknown,
because scripts, logins and "read more" hide words that a person sees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from desktop.connectors.htmltext import to_text
from desktop.errors import Garbled
from desktop.web import Web, is_loopback

_MOST_BYTES, _MOST_TEXT = 3_000_000, 400_000
_SHORTEST = 16  # characters: shorter words stand on many pages by chance
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_CHARSET = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?([a-zA-Z0-9_-]{2,32})""", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def find(web: Web, url: str, words: Mapping[str, str]) -> frozenset[str]:
    """The keys of those `words` that stand on the page. One request.

    Raises Gone where there is no such page, TryLater, and another ShopError where it can't be read.
    """
    with web.waiting(read_s=10, whole_s=20, most_bytes=_MOST_BYTES) as patient:
        answer = patient.get_page(_encrypted(url))
    text = words_on(answer.data, answer.headers.get("content-type", ""))
    wanted = {key: _folded(said) for key, said in words.items()}
    return frozenset(key for key, said in wanted.items() if len(said) >= _SHORTEST and said in text)


def words_on(body: bytes, content_type: str) -> str:
    """All words of a page in one line, as they are compared. Raises Garbled for what is no page of words."""
    kind = content_type.split(";")[0].strip().lower()
    if kind not in _PAGES:
        raise Garbled("That address holds no page that can be read.")
    source = _decoded(body, content_type)
    return _folded(source if kind == "text/plain" else to_text(source, _MOST_TEXT))


def host_of(url: str) -> str:
    """The host that is asked for a page; "" for what is no web address."""
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _encrypted(url: str) -> str:
    """Pasted addresses are often old ones: nothing is fetched without encryption."""
    old = url.strip().partition("#")[0]
    is_old = old.lower().startswith("http://") and not is_loopback(host_of(old))
    return f"https://{old[7:]}" if is_old else old


def _decoded(body: bytes, kind: str) -> str:
    named = _CHARSET.search(kind.encode("utf-8", "replace")) or _CHARSET.search(body[:2048])
    try:
        return body.decode(named[1].decode() if named else "utf-8", "replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", "replace")


def _folded(text: str) -> str:
    """The same words look the same: spaces, line ends, quotes and case don't count, nor the dots of what was cut."""
    return " ".join(text.translate(_ALIKE).casefold().split()).removesuffix("…").removesuffix("...").rstrip()
