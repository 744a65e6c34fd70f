"""The wordings that come with the app (resources/starter_parts.json)."""

from __future__ import annotations

import json
from functools import lru_cache

from desktop.language.text import RESOURCES
from desktop.starters.nouns import COMPLAINTS, Stance, Wording
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


def wordings_for(part: Part, situation: str) -> tuple[Wording, ...]:
    """The wordings of a part: the situation's own first, then the general ones of a complaint."""
    own_set = {Part.COMPANY: "co", Part.SHOW: "show", Part.SIGN: "sign"}.get(part)
    order = dict.fromkeys((own_set or situation, *(("gen",) if situation in COMPLAINTS else ())))
    return tuple(w for wanted in order for w in library() if w.situation == wanted and w.part is part)
