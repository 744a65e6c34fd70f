"""From a starter to a text to rewrite, and from one wording to another."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import datetime

from desktop.starters.library import wording, wordings_for
from desktop.starters.nouns import FILLABLE, SIGN_OFF, Choice, Slot, Starter, Wording
from desktop.writing import Ink, Paragraph, Part, Run, Writing

_BLANK = re.compile(r"\{([^{}]+)\}")


def paragraph_of(wording: Wording, known: Mapping[str, str]) -> Paragraph:
    """A wording as runs: library words, blanks, and what is safely known put in."""
    runs: list[Run] = []
    for i, piece in enumerate(_BLANK.split(wording.text)):
        if i % 2 == 0:
            runs += [Run(piece, Ink.LIBRARY)] if piece else []
        elif piece in FILLABLE and known.get(piece, "").strip():
            runs.append(Run(known[piece].strip(), Ink.FILLED))
        else:
            runs.append(Run(piece, Ink.BLANK))
    return Paragraph(tuple(runs), wording.part, wording.id)


def part_paragraph(
    part: Part,
    situation: str,
    known: Mapping[str, str],
    resting: Collection[str] = (),
    avoid: Collection[str] = (),
) -> Paragraph:
    """A paragraph for one part: the first wording that neither rests nor is to be avoided.

    When all of them do, the first one that is not avoided (resting is advice, not a wall), else the first.
    A part without a wording for this situation is an empty paragraph of that part.
    """
    if part is Part.SIGN and known.get(SIGN_OFF, "").strip():
        return Paragraph((Run(known[SIGN_OFF].strip(), Ink.FILLED),), part)
    choices = wordings_for(part, situation)
    fresh = [w for w in choices if w.id not in resting and w.id not in avoid]
    usable = fresh or [w for w in choices if w.id not in avoid] or list(choices)
    return paragraph_of(usable[0], known) if usable else Paragraph((), part)


def compose(
    starter: Starter, *, situation: str, known: Mapping[str, str], resting: Collection[str] = ()
) -> Writing:
    """A starter as a text to rewrite. Parts that have no wording in this situation are left out."""
    paragraphs: list[Paragraph] = []
    for slot in starter.slots:
        exact = wording(slot.wording) if slot.wording else None
        if exact:
            paragraphs.append(_in_slot(exact, slot, known))
            continue
        used = {p.wording for p in paragraphs}
        paragraphs.append(part_paragraph(slot.part, slot.situation or situation, known, resting, used))
    return Writing(tuple(p for p in paragraphs if p.runs))


def _in_slot(exact: Wording, slot: Slot, known: Mapping[str, str]) -> Paragraph:
    made = paragraph_of(exact, known)
    return Paragraph(made.runs, slot.part, made.wording)


def other_wordings(
    part: Part,
    situation: str,
    resting: Mapping[str, datetime] | None = None,
    known: Mapping[str, str] | None = None,
) -> tuple[Choice, ...]:
    """All ways to start a part, those that rest last and with the time they rest until."""
    until = resting or {}
    choices = [
        Choice(w, paragraph_of(w, known or {}), until.get(w.id)) for w in wordings_for(part, situation)
    ]
    return tuple(sorted(choices, key=lambda choice: choice.rests_until is not None))


def swap_wording(paragraph: Paragraph, wording: Wording, known: Mapping[str, str]) -> Paragraph:
    """Puts another wording in the place of the library's words; what the writer typed stays, after it."""
    fresh = paragraph_of(wording, known)
    part = paragraph.part or fresh.part
    typed = " ".join(
        run.text.strip() for run in paragraph.runs if run.ink is Ink.TYPED and re.search(r"\w", run.text)
    )
    kept = (Run(" " + typed, Ink.TYPED),) if typed else ()
    return Paragraph((*fresh.runs, *kept), part, fresh.wording)
