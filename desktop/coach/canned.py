"""Does the draft sound like a reply somebody else already got?

Likeness is the share of words, in both texts together, that stand in runs of three or more words the two have
in common; names and sign-offs are left out. Measured on real public replies, .6 is "similar" and .8 to .9
"nearly the same", so the looks start at 60 % and 85 %.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.coach.lens import Lens, look
from desktop.coach.scene import Action, Finding, PastReply
from desktop.language.text import plain, words
from desktop.language.times import ago
from desktop.writing import Part

MOST = 50  # past replies compared
RUN = 3  # words that must follow each other to count as shared
FEWEST = 8  # words of a draft below which likeness says nothing
ALIKE, NEARLY = 0.60, 0.85


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like an earlier reply the draft is; `span` is the longest shared run, in the draft."""

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
            f"Nearly the same reply {other} got: {percent}%",
            "A passer-by sees them both on the same page.",
            Action("compare", "Compare"),
            Action("reword", "Start again in your own words"),
            span=twin.span,
        )
    else:
        made = look(
            "c-canned",
            f"Sounds canned: {percent}% like your reply to {other}",
            f"“{lens.quoted(*twin.span)}” was in that one too, {ago(lens.scene.now, twin.past.at)}.",
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
    tokens = tuple(word for word, _, _ in mine)
    best: Likeness | None = None
    for past in scene.past[:MOST]:
        theirs = _past_words(past.text, names | _names(past.to_name))
        share, first, size = _compare(tokens, theirs)
        if size and (best is None or share > best.share):
            best = Likeness(share, (mine[first][1], mine[first + size - 1][2]), past)
    return best


def _compare(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[float, int, int]:
    """The shared share of both, and the longest shared run as (first word, words) of mine."""
    shingles = _shingles(theirs)
    flags = _covered(mine, shingles)
    if not any(flags):
        return 0.0, 0, 0
    back = _covered(theirs, _shingles(mine))
    share = (sum(flags) + sum(back)) / (len(mine) + len(theirs))
    return share, *_longest(flags)


def _shingles(tokens: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {tokens[i : i + RUN] for i in range(len(tokens) - RUN + 1)}


def _covered(tokens: tuple[str, ...], shingles: set[tuple[str, ...]]) -> list[bool]:
    flags = [False] * len(tokens)
    for i in range(len(tokens) - RUN + 1):
        if tokens[i : i + RUN] in shingles:
            flags[i : i + RUN] = [True] * RUN
    return flags


def _longest(flags: list[bool]) -> tuple[int, int]:
    best = (0, 0)
    start = 0
    for i, flag in enumerate([*flags, False]):
        if not flag:
            if i - start > best[1]:
                best = (start, i - start)
            start = i + 1
    return best


def _names(*names: str) -> frozenset[str]:
    return frozenset(piece.text for name in names for piece in words(plain(name)))


_BLANK = re.compile(r"\{[^{}]*\}")


def _draft_words(lens: Lens, names: frozenset[str]) -> list[tuple[str, int, int]]:
    """The draft's words with their places, without blanks, names and the sign-off."""
    text = _BLANK.sub(lambda m: " " * len(m.group()), lens.low)
    end = _without_sign_off(text, names)
    for paragraph in reversed(lens.scene.writing.paragraphs):
        if paragraph.part is Part.SIGN:
            end = min(end, len(lens.draft) - len(paragraph.plain()))
        break
    return [(p.text, p.start, p.end) for p in words(text) if p.end <= end and p.text not in names]


@lru_cache(maxsize=256)
def _past_words(text: str, names: frozenset[str]) -> tuple[str, ...]:
    low = plain(text)
    end = _without_sign_off(low, names)
    return tuple(piece.text for piece in words(low) if piece.end <= end and piece.text not in names)


def _without_sign_off(text: str, names: frozenset[str]) -> int:
    """Where the sign-off begins: a last line of few words with a name in it."""
    body = text.rstrip()
    cut = body.rfind("\n")
    last = words(body[cut + 1 :])
    if cut > 0 and len(last) <= 8 and any(piece.text in names for piece in last):
        return cut
    return len(text)
