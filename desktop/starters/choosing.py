"""Which situation it is, which starters fit, which parts are offered. Design 4.4."""

from __future__ import annotations

from desktop.language.cues import cue_lists
from desktop.language.text import plain
from desktop.records import Kind
from desktop.starters.nouns import (
    COMPLAINTS,
    FIRST,
    LABELS,
    NOT_OURS,
    OF_KIND,
    SHOW_LOCKED,
    STARTERS,
    PartOffer,
    Starter,
)
from desktop.writing import Part


def situation_of(kind: Kind, text: str, *, is_serious: bool = False) -> str:
    """Which set of wordings fits: a key of SITUATIONS. Between complaints the words decide."""
    if is_serious:
        return "ser"
    if kind in OF_KIND:
        return OF_KIND[kind]
    if kind is not Kind.COMPLAINT:
        return "gen"
    points = dict.fromkeys((*COMPLAINTS, "priv"), 0)
    for cue in cue_lists("situations").find(plain(text)):
        name, _, weight = cue.label.partition(" ")
        points[name] += int(weight or 1)
    return max(points, key=lambda name: points[name])


def situations_for(kind: Kind, *, is_serious: bool = False) -> tuple[str, ...]:
    """The situations a person may choose between: those of a complaint. What is serious stays serious."""
    return (*COMPLAINTS, "priv", NOT_OURS) if kind is Kind.COMPLAINT and not is_serious else ()


def starters_for(
    kind: Kind,
    *,
    situation: str = "gen",
    is_serious: bool = False,
    is_happening_now: bool = False,
    is_fixed: bool = False,
    told_us: bool = False,
) -> tuple[Starter, ...]:
    """The openings to offer, best first; "Blank page" is not among them, it is always there.

    `is_fixed`: the trouble itself is solved; `told_us`: they said so themselves.
    """
    if is_fixed:
        return (STARTERS["ask"], STARTERS["ending"]) if told_us else (STARTERS["ending"],)
    if is_serious:
        return STARTERS["serious"], STARTERS["looking_ser"]
    if kind is Kind.QUESTION:
        return STARTERS["question"], STARTERS["looking_ques"]
    if kind is Kind.COMPLAINT:
        looking = STARTERS["looking_priv" if situation == "priv" else "looking"]
        return _for_complaint(situation, is_happening_now), looking
    if kind in FIRST:
        return (STARTERS[FIRST[kind]],)
    return ()


def _for_complaint(situation: str, is_happening_now: bool) -> Starter:
    if is_happening_now and situation not in ("priv", NOT_OURS):
        return STARTERS["way"]
    return STARTERS[{"priv": "private", "crisis": "crisis", NOT_OURS: "not_us"}.get(situation, "own")]


def parts_for(
    kind: Kind, *, situation: str = "gen", is_fixed: bool = False, told_us: bool = False
) -> tuple[PartOffer, ...]:
    """The part buttons, in order. "Ask to show" stays locked until it is fixed and they told us."""
    complaint = kind in (Kind.COMPLAINT, Kind.OTHER)
    offered = {
        Part.HEAR: True,
        Part.DETAIL: True,
        Part.OWN: complaint and situation != NOT_OURS,
        Part.NEXT: kind is not Kind.PRAISE,
        Part.COMPANY: kind in (Kind.COMPLAINT, Kind.QUESTION),
        Part.SHOW: complaint,
        Part.SIGN: True,
    }
    locked = not (is_fixed and told_us)
    return tuple(
        PartOffer(part, LABELS[part], True, SHOW_LOCKED)
        if part is Part.SHOW and locked
        else PartOffer(part, LABELS[part])
        for part in Part
        if offered[part]
    )
