"""From a starter to a text to rewrite, and the other ways to word a part."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from desktop.starters.library import wording, wordings_for
from desktop.starters.nouns import FILLABLE, SIGN_OFF, Choice, Slot, Stance, Starter, Wording
from desktop.writing import Ink, Paragraph, Part, Run, Writing

_BLANK = re.compile(r"\{([^{}]+)\}")


def blanks_of(text: str) -> tuple[str, ...]:
    """The names of a text's {blanks}, in order."""
    return tuple(_BLANK.findall(text))


def spoken(text: str) -> tuple[str, ...]:
    """A wording's words, without its {blanks}."""
    return tuple(_BLANK.split(text)[::2])


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
    """A paragraph for one part: of the wordings that neither rest nor are to be avoided the lightest.

    When all of them do, one that is not avoided (resting is advice, not a wall), else the first.
    A part without a wording for this situation is an empty paragraph of that part.
    """
    if part is Part.SIGN and known.get(SIGN_OFF, "").strip():
        return Paragraph((Run(known[SIGN_OFF].strip(), Ink.FILLED),), part)
    choices = [w for w in wordings_for(part, situation) if w.stance is not Stance.CHOSEN]
    return _lightest(choices, known, resting, avoid) or Paragraph((), part)


def compose(
    starter: Starter, *, situation: str, known: Mapping[str, str], resting: Collection[str] = ()
) -> Writing:
    """A starter as a text to rewrite. Parts that have no wording in this situation are left out.

    The parts agree with each other: none says we know what another says we don't, and no blank is asked twice
    where another wording will do.
    """
    paragraphs: list[Paragraph] = []
    for slot in starter.slots:
        exact = wording(slot.wording) if slot.wording else None
        paragraph = (
            _in_slot(exact, slot, known)
            if exact
            else _fitting(starter, slot, situation, known, resting, paragraphs)
        )
        paragraphs.append(paragraph)
    return Writing(tuple(p for p in paragraphs if p.runs))


def _fitting(
    starter: Starter,
    slot: Slot,
    situation: str,
    known: Mapping[str, str],
    resting: Collection[str],
    before: list[Paragraph],
) -> Paragraph:
    """The paragraph of one slot, in agreement with the starter and with the paragraphs before it."""
    where = slot.situation or situation
    if slot.part is Part.SIGN:
        return part_paragraph(slot.part, where, known, resting)
    choices = [w for w in wordings_for(slot.part, where) if w.stance in (Stance.ANY, starter.stance)]
    asked = {run.text for paragraph in before for run in paragraph.runs if run.is_blank}
    used = {paragraph.wording for paragraph in before}
    return _lightest(choices, known, resting, used, asked) or Paragraph((), slot.part)


def _lightest(
    choices: Sequence[Wording],
    known: Mapping[str, str],
    resting: Collection[str],
    avoid: Collection[str],
    asked: Collection[str] = (),
) -> Paragraph | None:
    """The wording with the fewest blanks to fill, the earlier one where two have as many."""
    fresh = [w for w in choices if w.id not in resting and w.id not in avoid]
    usable = fresh or [w for w in choices if w.id not in avoid] or choices
    made = [paragraph_of(w, known) for w in usable]
    return min(made, key=lambda p: _weight(p, asked), default=None)


def _weight(paragraph: Paragraph, asked: Collection[str]) -> int:
    """Blanks to fill; one that an earlier paragraph asks for already weighs double."""
    return sum(1 + (run.text in asked) for run in paragraph.runs if run.is_blank)


def _in_slot(exact: Wording, slot: Slot, known: Mapping[str, str]) -> Paragraph:
    made = paragraph_of(exact, known)
    return Paragraph(made.runs, slot.part, made.wording)


def other_wordings(
    part: Part,
    situation: str,
    resting: Mapping[str, datetime] | None = None,
    known: Mapping[str, str] | None = None,
    kept: Sequence[Wording] = (),
) -> tuple[Choice, ...]:
    """All ways to start a part: those that take the least for granted first, those that rest last and until when.

    What people of the shop `kept` is among them; an opening is never made of it by itself.
    """
    until = resting or {}
    choices = [
        Choice(w, paragraph_of(w, known or {}), until.get(w.id)) for w in wordings_for(part, situation, kept)
    ]
    return tuple(
        sorted(choices, key=lambda c: (c.rests_until is not None, c.wording.stance is Stance.CHOSEN))
    )
