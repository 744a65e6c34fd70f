"""The wordings that come with the app (resources/starter_parts.json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from desktop.language.text import RESOURCES
from desktop.starters.nouns import COMPLAINTS, NOT_OURS, Stance, Wording
from desktop.writing import Part


@lru_cache(maxsize=1)
def library() -> tuple[Wording, ...]:
    """All wordings that come with the app, in the order of the copy; read once, when first needed."""
    items = json.loads((RESOURCES / "starter_parts.json").read_text("utf-8"))
    return tuple(
        Wording(
            i["id"],
            i["situation"],
            Part(i["part"]),
            i["wording"],
            tuple(i["blanks"]),
            Stance(i.get("stance", "")),
        )
        for i in items
    )


def wording(wording_id: str) -> Wording | None:
    """The wording of that id, None when the library has none."""
    return next((found for found in library() if found.id == wording_id), None)


def set_of(part: Part, situation: str) -> str:
    """The set a wording of this part belongs to: some parts are worded alike in every situation."""
    return {Part.COMPANY: "co", Part.SHOW: "show", Part.SIGN: "sign"}.get(part, situation)


def wordings_for(part: Part, situation: str, kept: Sequence[Wording] = ()) -> tuple[Wording, ...]:
    """The wordings of a part: the situation's own first, then the general ones of a complaint.

    In each set those that people of the shop `kept` come before the app's.
    """
    order = dict.fromkeys(
        (set_of(part, situation), *(("gen",) if situation in (*COMPLAINTS, NOT_OURS) else ()))
    )
    return tuple(
        w for wanted in order for w in (*kept, *library()) if w.situation == wanted and w.part is part
    )
