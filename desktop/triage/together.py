"""Many people, one cause: the thing that several complaints of one hour have in common. Pure. Design 15."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from desktop.language.cues import cue_lists
from desktop.language.details import BEFORE_A_NOUN, troubles, without_names
from desktop.language.text import READ_AT_MOST, common_words, plain, stem, words

WITHIN = timedelta(minutes=60)
ENOUGH = 5  # people within an hour
LEAST = 3  # people, however quiet the hour usually is
TIMES_THE_USUAL = 3

Key = frozenset[str]
Enough = Callable[[int, datetime], bool]  # (people, end of their hour) -> is that more than usual?


class Heard(NamedTuple):
    """One complaint: which conversation, whose, when, and in what words."""

    id: str
    who: str
    at: datetime
    text: str


class Shared(NamedTuple):
    """What they have in common. `key` is the same however it is spelt; `name` as most of them wrote it."""

    name: str
    key: str
    ids: tuple[str, ...]  # oldest first
    people: int
    since: datetime
    until: datetime


def enough(people: int, usual: float | None) -> bool:
    """Five people in an hour, or three times what that hour usually brings (None: not known yet)."""
    return people >= ENOUGH or (usual is not None and people >= max(LEAST, TIMES_THE_USUAL * usual))


def together(heard: Sequence[Heard], is_enough: Enough, names: tuple[str, ...] = ()) -> Shared | None:
    """The newest hour in which enough people complained about one thing, and what it is; None: no such hour.

    `names`: what the shop is called. The shop itself is nobody's one thing.
    """
    line, before = sorted(heard, key=lambda one: (one.at, one.id)), len(heard)
    for last in range(len(line) - 1, LEAST - 2, -1):
        first = next(at for at, one in enumerate(line) if line[last].at - one.at < WITHIN)
        if first == before:  # a part of the hour that was looked at
            continue
        before, hour = first, line[first : last + 1]
        if len({one.who for one in hour}) >= LEAST and (found := _in_common(hour, is_enough, names)):
            return found
    return None


def mentions(text: str, key: str, names: tuple[str, ...] = ()) -> bool:
    """Whether a text is about the thing of this key."""
    said = _said(text, names)
    return key in said.topics if key.startswith("the ") else said.stems >= set(key.split("+"))


# --- what one text names --------------------------------------------------------------------------


class _Said(NamedTuple):
    stems: frozenset[str]  # of the words that may name a thing
    things: tuple[tuple[Key, str, bool], ...]  # (stems, as written, follows "the" or "my")
    topics: frozenset[str]  # "the wait"


_GENERAL = frozenset(
    "absolute annoyed angry bill bloke branch business card cash chap complaint counter day days disgrace everyone"
    " fault food friend friends girl guy guys half hello hi hour hours hubby husband idea item items joke kid kids"
    " lady lot lunch man manager mate minute minutes mins money month months morning mum dad name night nobody order"
    " ordered orders owner package parcel party partner pack people person phone place please pound pounds price"
    " problem product products purchase quality question receipt refund rest review sale service shame shop shops"
    " staff star stars store stuff team thing things ticket till time times today tomorrow tonight town trip visit"
    " wait waste week weekend weeks wife woman word words work world yesterday year years".split()
)
_NUMBER = re.compile(r"\d[\d.,:]*\w{0,3}")
_DONE = re.compile(r"\w\w[^e]ed$")  # "tasted", "opened": what was done, no thing
_NAMES = BEFORE_A_NOUN | {"this", "that", "these", "those"}


@lru_cache(maxsize=512)
def _said(text: str, names: tuple[str, ...]) -> _Said:
    text = without_names(text[:READ_AT_MOST], names)
    low = plain(text).replace("-", " ")  # "oat-milk" is oat milk
    wrong = [(cue.start, cue.end) for cue in cue_lists("troubles").find(low)]
    pieces = words(low)
    naming = [
        piece.text not in common_words()
        and piece.text not in _GENERAL
        and len(piece.text) > 2
        and not _NUMBER.fullmatch(piece.text)
        and not _DONE.search(piece.text)
        and not any(a < piece.end and piece.start < b for a, b in wrong)
        for piece in pieces
    ]
    things: list[tuple[Key, str, bool]] = []
    for at, piece in enumerate(pieces):
        if naming[at]:
            named = any(before.text in _NAMES for before in pieces[max(0, at - 2) : at])
            things.append((frozenset((_form(piece.text),)), piece.text, named))
    for (a, one), (b, other) in pairwise(enumerate(pieces)):
        if naming[a] and naming[b] and low[one.end : other.start] == " ":
            key = frozenset((_form(one.text), _form(other.text)))
            things.append((key, low[one.start : other.end], True))
    stems = frozenset(_form(piece.text) for at, piece in enumerate(pieces) if naming[at])
    topics = frozenset(detail.topic for detail in troubles(text, names) if detail.topic)
    return _Said(stems, tuple(things), topics)


def _form(word: str) -> str:
    """A close form: "loaves" meets "loaf"."""
    cut = stem(word)
    return cut[:-1] + "f" if cut.endswith("v") else cut


# --- what several have in common ------------------------------------------------------------------


def _in_common(hour: Sequence[Heard], is_enough: Enough, names: tuple[str, ...]) -> Shared | None:
    said = {one.id: _said(one.text, names) for one in hour}
    until = hour[-1].at
    by_stem, by_topic = _index(hour, said, "stems"), _index(hour, said, "topics")
    written = Counter(key for one in said.values() for key in dict.fromkeys(t[0] for t in one.things))
    keys = [key for key, times in written.items() if times > 1 and by_stem.keys() >= key]
    best: tuple[tuple[int, int], Key | str] | None = None
    for thing in keys:
        theirs = [one for one in by_stem[min(thing)] if thing <= said[one.id].stems]
        rank = (len(thing), people := _people(theirs))
        if (best is None or rank > best[0]) and is_enough(people, until) and _is_a_thing(thing, theirs, said):
            best = (rank, thing)
    for topic in sorted(by_topic) if best is None else ():
        rank = (0, people := _people(by_topic[topic]))
        if (best is None or rank > best[0]) and is_enough(people, until):
            best = (rank, topic)
    return _shared(best[1], hour, said) if best else None


def _index(hour: Sequence[Heard], said: dict[str, _Said], what: str) -> dict[str, list[Heard]]:
    """Who has each word (or topic), of those that at least a few people have."""
    found: dict[str, list[Heard]] = {}
    for one in hour:
        for each in getattr(said[one.id], what):
            found.setdefault(each, []).append(one)
    return {each: theirs for each, theirs in found.items() if _people(theirs) >= LEAST}


def _people(theirs: Sequence[Heard]) -> int:
    return len({one.who for one in theirs})


def _is_a_thing(key: Key, theirs: Sequence[Heard], said: dict[str, _Said]) -> bool:
    """Said as the name of something by at least a third of them: "the lube", "a raisin loaf"."""
    named = sum(any(k == key and after for k, _, after in said[one.id].things) for one in theirs)
    return named * 3 >= len(theirs)


def _shared(found: Key | str, hour: Sequence[Heard], said: dict[str, _Said]) -> Shared:
    if isinstance(found, str):
        theirs = [one for one in hour if found in said[one.id].topics]
        name = key = found
    else:
        theirs = [one for one in hour if found <= said[one.id].stems]
        written = Counter(w for one in theirs for k, w, _ in said[one.id].things if k == found)
        name, key = written.most_common(1)[0][0], "+".join(sorted(found))
    ids = tuple(one.id for one in theirs)
    return Shared(name, key, ids, _people(theirs), theirs[0].at, theirs[-1].at)
