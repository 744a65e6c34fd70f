"""Does the draft sound like a reply somebody else already got?

Likeness is the share of words, in both texts together, that stand in runs of three or more words the two have
in common; names, sign-offs and what stands under "We say" in the Shop book are left out. Measured on real public
replies, .6 is "similar" and .8 to .9 "nearly the same", so the looks start at 60 % and 85 %.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.coach.lens import Lens, look, phrases
from desktop.coach.scene import Action, Finding, PastReply
from desktop.language.said import said
from desktop.language.text import plain, words
from desktop.language.times import ago
from desktop.writing import Part

MOST = 50  # past replies compared
RUN = 3  # words that must follow each other to count as shared
FEWEST = 8  # words of a draft below which likeness says nothing
CLOSEST = 5  # of them compared word by word
ALIKE, NEARLY = 0.60, 0.85


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like an earlier reply the draft is; `span` is its longest shared run, inside a paragraph."""

    share: float
    span: tuple[int, int]
    past: PastReply


def canned(lens: Lens) -> Finding | None:
    """c-canned, c-canned-hi"""
    twin = nearest(lens)
    if twin is None or twin.share < ALIKE:
        return None
    percent, other = round(twin.share * 100), twin.past.to_name
    if twin.share >= NEARLY:
        made = look(
            "c-canned-hi",
            said("Nearly the same reply {other} got: {n}%", other=other, n=str(percent)),
            "A passer-by sees them both on the same page.",
            Action("compare", "Compare"),
            Action("reword", "Start again in your own words"),
            span=twin.span,
        )
    else:
        made = look(
            "c-canned",
            said("Sounds canned: {n}% like your reply to {other}", other=other, n=str(percent)),
            said(
                "“{words}” was in that one too, {ago}.",
                words=lens.quoted(*twin.span),
                ago=ago(lens.scene.now, twin.past.at),
            ),
            Action("compare", "Compare"),
            Action("reword", "Reword this part"),
            span=twin.span,
        )
    return Finding(made.check, made.level, made.title, made.text, made.span, None, made.actions, twin.past)


def nearest(lens: Lens) -> Likeness | None:
    """The earlier reply most like the draft, None when there is nothing to compare."""
    scene = lens.scene
    names = _names(scene.their_name, scene.person_name, scene.owner_name, scene.shop_name, *scene.staff)
    mine = _draft_words(lens, names)
    if len(mine) < FEWEST:
        return None
    keys = _runs(tuple(word for word, _, _ in mine))
    mine_set = frozenset(keys)
    best: tuple[float, PastReply, frozenset[int]] | None = None
    for past, theirs, their_set in _likely(scene.past[:MOST], mine_set, names, phrases(scene.book.say)):
        shared = _covered(keys, their_set) + _covered(theirs, mine_set)
        share = shared / (len(mine) + len(theirs) + RUN - 1)
        if best is None or share > best[0]:
            best = (share, past, their_set)
    if best is None:
        return None
    lines = [lens.draft.count("\n", 0, start) for _, start, _ in mine]
    first, last = _longest(keys, best[2], lines)
    return Likeness(best[0], (mine[first][1], mine[last][2]), best[1])


_Runs = tuple[PastReply, list[int], frozenset[int]]


def _likely(
    past: tuple[PastReply, ...], mine: frozenset[int], names: frozenset[str], said: re.Pattern[str]
) -> list[_Runs]:
    """The earlier replies that share most runs for their size: only these are compared word by word."""
    found: list[tuple[float, int, _Runs]] = []
    for i, reply in enumerate(past):
        theirs, their_set = _past_runs(reply.text, names | _names(reply.to_name), said)
        common = len(mine & their_set)
        if common:
            found.append((-common / (len(mine) + len(their_set)), i, (reply, theirs, their_set)))
    return [runs for _, _, runs in sorted(found, key=lambda item: item[:2])[:CLOSEST]]


def _runs(tokens: tuple[str, ...]) -> list[int]:
    """One number for each run of words that follow each other."""
    return [hash(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1)]


def _covered(keys: list[int], others: frozenset[int]) -> int:
    """How many words stand in runs that the others have too."""
    words_covered = end = 0
    for i, key in enumerate(keys):
        if key in others:
            words_covered += i + RUN - max(end, i)
            end = i + RUN
    return words_covered


def _longest(keys: list[int], others: frozenset[int], lines: list[int]) -> tuple[int, int]:
    """The first and the last word of the longest shared stretch in one paragraph: that one can be reworded."""
    best, start = (0, -1), None
    for i, key in enumerate(keys):
        is_shared = key in others and lines[i] == lines[i + RUN - 1]
        start = (i if start is None else start) if is_shared else None
        if start is not None and i + RUN - 1 - start > best[1] - best[0]:
            best = (start, i + RUN - 1)
    return best if best[1] >= 0 else (0, len(keys) + RUN - 2)


@lru_cache(maxsize=256)
def _names(*names: str) -> frozenset[str]:
    return frozenset(piece.text for name in names for piece in words(plain(name)))


_BLANK = re.compile(r"\{[^{}]*\}")


def _spaced(pattern: re.Pattern[str], text: str) -> str:
    """Spaces for what the pattern meets: all other places stay."""
    return pattern.sub(lambda found: " " * len(found.group()), text)


def _draft_words(lens: Lens, names: frozenset[str]) -> list[tuple[str, int, int]]:
    """The draft's words with their places, without blanks, names, what the shop says, and the sign-off."""
    text = _spaced(phrases(lens.scene.book.say), _spaced(_BLANK, lens.low))
    end = _without_sign_off(text, names)
    for paragraph in reversed(lens.scene.writing.paragraphs):
        if paragraph.part is Part.SIGN:
            end = min(end, len(lens.draft) - len(paragraph.plain()))
        break
    return [(p.text, p.start, p.end) for p in words(text) if p.end <= end and p.text not in names]


@lru_cache(maxsize=256)
def _past_runs(text: str, names: frozenset[str], said: re.Pattern[str]) -> tuple[list[int], frozenset[int]]:
    low = _spaced(said, plain(text))
    end = _without_sign_off(low, names)
    keys = _runs(tuple(p.text for p in words(low) if p.end <= end and p.text not in names))
    return keys, frozenset(keys)


def _without_sign_off(text: str, names: frozenset[str]) -> int:
    """Where the sign-off begins: a last line of few words with a name in it."""
    body = text.rstrip()
    cut = body.rfind("\n")
    last = words(body[cut + 1 :])
    if cut > 0 and len(last) <= 8 and any(piece.text in names for piece in last):
        return cut
    return len(text)
