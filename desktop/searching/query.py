"""The language of the search field, read into parts. Pure.

    box crushed OR squashed            all words; OR joins its two neighbours, where both are words
    "left outside"                     exactly these words, one behind the other
    -refund   -"by post"   -kind:idea  without
    kind:complaint,question            either
    place:google by:priya from:"Omar" topic:boxes ended:shown before:2025-06 after:2024 on:2025-12
    day:sat  hour:8-10  came:closed    begun on that weekday, at that hour, while the shop was shut
    answered:2h  answered:never        first answered in public within so many opening hours, or not at all
    stars:<3  is:public  has:note      conversations like that
    "left outside" in:ours             said by us (in:theirs: by them, in:notes: in a note)
    crush*                             a word that begins like that; the last word always may be only begun

Two filters with one key mean either of them (`stars:<3 stars:5`), but times and `is:`, `has:` all have to hold. Between
a filter and a word, or what is left out, OR joins nothing: both hold, and a person is told (find.py).
Nothing that is typed is an error: what looks like a filter and isn't one is a word, and a filter whose value
says nothing is left out and told (find.py).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import regex as re  # type: ignore[import-untyped]

KEYS = (
    "kind", "place", "by", "from", "topic", "ended",
    "before", "after", "on", "day", "hour", "came", "answered",
    "stars", "is", "has", "in",
)  # fmt: skip
ALL_HOLD = ("before", "after", "on", "is", "has")  # of the other keys, one of several is enough
LONGEST = 2000  # characters of a query that are read

_TOKEN = re.compile(
    r"(?P<no>-)?(?:(?P<key>[A-Za-z]+):)?(?:[\"“”„](?P<quoted>[^\"“”„]*)(?:[\"“”„]|$)|(?P<plain>[^\s\"“”„]+))"
)
_WORD = re.compile(r"[\w’']+")
_UNSEEN = re.compile("[​-‏‪-‮⁠-⁤﻿]")


class Word(NamedTuple):
    """A word to look for, or several that follow each other. Begun: the text may go on behind it."""

    text: str
    is_exact: bool = False  # in quotation marks: no other forms of it
    is_begun: bool = False


class Filter(NamedTuple):
    """`key:value`, one value; `start` and `end` are where the whole of it stands in what was typed."""

    key: str
    value: str
    is_not: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Query:
    """`every`: of each group one word has to be there; `without`: none of these. `unjoined`: what stands beside an OR
    that can't join it."""

    every: tuple[tuple[Word, ...], ...] = ()
    without: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()
    unjoined: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.every or self.without or self.filters)

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for group in self.every for word in group)


def _readable(text: str) -> str:
    return str(_UNSEEN.sub(" ", unicodedata.normalize("NFC", text[:LONGEST])))


def parse(text: str) -> Query:
    """What a person typed, in parts. Never fails."""
    every: list[list[Word]] = []
    without: list[Word] = []
    filters: list[Filter] = []
    before: re.Match[str] | None = None  # the word or filter that was read last
    joins = False  # an OR stands between it and what comes
    unjoined: list[str] = []
    typed = _readable(text)
    for one in _TOKEN.finditer(typed):
        if _is_or(one):
            joins = before is not None
            continue
        if _key(one):
            filters += _filters(one)
        elif one["plain"] and one["plain"].lower().removesuffix(":") in KEYS and one["plain"].endswith(":"):
            continue  # a filter that is only begun
        elif not (words := list(_words(one, is_last=one.end() == len(typed)))):
            continue
        elif one["no"]:
            without += words
        elif joins and before is not None and _is_word(before):
            every[-1].append(words[0])
            every += [[word] for word in words[1:]]
        else:
            every += [[word] for word in words]
        if joins and before is not None and not _can_join(before, one):
            unjoined.append((one if _is_word(before) else before)[0])
        before, joins = one, False
    return Query(tuple(map(tuple, every)), tuple(without), tuple(filters), tuple(dict.fromkeys(unjoined)))


def _is_or(one: re.Match[str]) -> bool:
    return one["plain"] in ("OR", "|") and not (one["no"] or one["key"])


def _key(one: re.Match[str]) -> str:
    """Of a filter; "" for a word."""
    key = (one["key"] or "").lower()
    return key if key in KEYS else ""


def _is_word(one: re.Match[str]) -> bool:
    return not (one["no"] or _key(one))


def _can_join(one: re.Match[str], other: re.Match[str]) -> bool:
    """Two words; or two filters with one key, of which one is enough anyway."""
    if one["no"] or other["no"]:
        return False
    return _key(one) == _key(other) and _key(one) not in ALL_HOLD


def _filters(one: re.Match[str]) -> Iterator[Filter]:
    given = one["quoted"] if one["quoted"] is not None else one["plain"]
    values = [given] if one["quoted"] is not None else given.split(",")
    for value in values:
        if value.strip():
            yield Filter(one["key"].lower(), value.strip(), bool(one["no"]), one.start(), one.end())


def _words(one: re.Match[str], *, is_last: bool) -> Iterator[Word]:
    """A quoted run is one; a plain token is as many as the index cuts it into ("half-open" two, side by side)."""
    if one["quoted"] is not None:
        lead = [one["key"]] if one["key"] else []
        found = [word for word in lead + _WORD.findall(one["quoted"]) if word.strip("’'")]
        if found:
            yield Word(" ".join(found), is_exact=True)
        return
    plain = f"{one['key']}:{one['plain']}" if one["key"] else one["plain"]
    parts = [part for part in _WORD.findall(plain) if part.strip("’'_")]
    is_begun = plain.endswith("*") or (is_last and not one["no"] and plain[-1:].isalnum())
    if len(parts) == 1:
        yield Word(parts[0], is_begun=is_begun)
    elif parts:
        yield Word(" ".join(parts), is_exact=True, is_begun=is_begun)


def without_filter(text: str, gone: Filter) -> str:
    """What was typed, less one filter; of several values in one the others stay."""
    typed = _readable(text)
    piece = typed[gone.start : gone.end]
    lead, _, values = piece.partition(":")
    left = [value for value in values.split(",") if value.strip() not in ("", gone.value)]
    kept = f"{lead}:{','.join(left)}" if left and not values.startswith(('"', "“", "”", "„")) else ""
    return " ".join((typed[: gone.start] + kept + typed[gone.end :]).split())


def with_filter(text: str, key: str, value: str, *, is_not: bool = False) -> str:
    """What was typed, and one filter more, in front of the words; quoted where it has to be."""
    plain = re.sub('[\"“”„]', "", value)
    said = f'"{plain}"' if re.search(r"[\s,]", plain) else plain
    return f"{'-' if is_not else ''}{key}:{said} {text.strip()}".strip()


def split(text: str, *, unfinished_too: bool = True) -> tuple[tuple[str, ...], str]:
    """(each filter as it can be written alone, the words). A filter at the very end may still be typed on; one that
    stands behind an OR stays there."""
    typed = _readable(text)
    tokens = list(_TOKEN.finditer(typed))
    joined = {one.start() for before, one in pairwise(tokens) if _is_or(before)}
    found = [one for one in parse(typed).filters if unfinished_too or one.end < len(typed)]
    found = [one for one in found if one.start not in joined]
    rest = typed
    for start, end in sorted({(one.start, one.end) for one in found}, reverse=True):
        rest = rest[:start] + rest[end:].lstrip(" ")
    written = (with_filter("", one.key, one.value, is_not=one.is_not) for one in found)
    return tuple(dict.fromkeys(written)), rest
