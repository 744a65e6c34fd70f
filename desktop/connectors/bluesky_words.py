"""A text as Bluesky wants it: how long it is, what in it is a link or somebody's name, and the id it goes under."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from desktop.connectors import tariff

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HANDLE = rf"(?:{_LABEL}\.){{1,10}}[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?"
_MENTION = re.compile(rf"(?<![^\s(])@({HANDLE})(?![\w@-])", re.IGNORECASE)
_LINK = re.compile(r"(?<![\w@/])(?:https?://|www\.)[^\s<>\"]{1,2000}", re.IGNORECASE)
_AFTER_A_LINK = ".,;:!?'’”…"
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"


def most_graphemes() -> int:
    return int(tariff.amount("bluesky", "graphemes"))


def size(text: str) -> int:
    """Graphemes, or as many as its bytes are worth where those run out first: a place that counts both."""
    import regex  # type: ignore[import-untyped]

    bytes_each = tariff.amount("bluesky", "bytes") / most_graphemes()
    return max(len(regex.findall(r"\X", text)), math.ceil(len(text.encode()) / bytes_each))


def record_key(reply: str) -> str:
    """The record key of a reply: always the same for the same reply, and a valid TID (atproto.com/specs/tid).

    A TID is 53 bits of microseconds and 10 bits to tell two apart. Our ids are UUIDs of version 7, so the
    milliseconds are theirs; what is no such id gets all its bits from a digest.
    """
    mixed = int.from_bytes(hashlib.sha256(reply.encode()).digest()[:8], "big")
    value = mixed >> 1
    try:
        uuid = UUID(reply)
    except ValueError:
        uuid = None
    if uuid is not None and uuid.version == 7:
        micros = (uuid.int >> 80) * 1000 + (mixed >> 10) % 1000
        value = (micros & (1 << 53) - 1) << 10 | mixed & 0x3FF
    return "".join(_DIGITS[value >> shift & 31] for shift in range(60, -1, -5))


def facets(text: str, who: Callable[[str], str]) -> list[dict[str, Any]]:
    """The links and mentions of a text, in order; positions count bytes of UTF-8, the end not included.

    `who` gives the DID of a handle, "" where there is nobody.
    """
    found: list[tuple[int, int, dict[str, str]]] = []
    for match in _LINK.finditer(text):
        words = _without_what_follows(match[0])
        uri = words if "://" in words else f"https://{words}"
        if "." in uri.partition("://")[2].strip("."):
            found.append((match.start(), match.start() + len(words), {"$type": f"{_FACET}#link", "uri": uri}))
    for match in _MENTION.finditer(text):
        did = who(match[1].lower())
        if did:
            found.append((match.start(), match.end(), {"$type": f"{_FACET}#mention", "did": did}))
    return [_facet(text, *one) for one in sorted(found, key=lambda one: one[0])]


_FACET = "app.bsky.richtext.facet"


def _facet(text: str, start: int, end: int, feature: dict[str, str]) -> dict[str, Any]:
    index = {"byteStart": len(text[:start].encode()), "byteEnd": len(text[:end].encode())}
    return {"$type": _FACET, "index": index, "features": [feature]}


def _without_what_follows(link: str) -> str:
    """A link without the full stop or bracket that belongs to the sentence around it."""
    while link and (link[-1] in _AFTER_A_LINK or (link[-1] == ")" and link.count(")") > link.count("("))):
        link = link[:-1]
    return link
