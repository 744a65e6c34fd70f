"""A row of the inbox in words: for screen readers and for what hovering shows."""

from __future__ import annotations

from desktop.clock import Clock
from desktop.records import Row, Source
from ui import moments, words
from ui.moments import tr


def row_text(row: Row, place: str, clock: Clock) -> str:
    """ "Unread. Complaint, Google review, 2 of 5 stars. Marta K., 1 hour ago. Ordered the lemon tart…" """
    kind = words.taken_for(row).text
    what = [tr("{kind}, guessed").format(kind=kind) if row.kind_is_guess else kind]
    what.append(
        f"{place} {words.source(row.source).lower()}"
        if row.source is not Source.BY_HAND
        else words.source(row.source)
    )
    if not row.is_public:
        what.append(tr("private"))
    if row.stars is not None:
        what.append(words.stars(row.stars))
    pieces = [tr("Unread")] if row.is_unread else []
    pieces += [", ".join(what), f"{row.author_name}, {moments.ago(clock, row.at)}"]
    pieces.append(words.in_a_row(row.excerpt, row.stars, is_taken_down=row.is_taken_down))
    if state := words.row_state(row, clock):
        pieces.append(state.text)
    if row.holder_name:
        pieces.append(tr("Given to {name}").format(name=row.holder_name))
    return " ".join(
        piece if piece.endswith((".", "…", "?", "!")) else f"{piece}." for piece in pieces if piece
    )


def hover_text(row: Row, place: str, clock: Clock, *, compact: bool) -> str:
    """When exactly, and why it was taken for what it is; with compact rows also what their icons mean."""
    lines = [f"{place} · {moments.full(clock, row.at)}"]
    if compact:
        state = words.row_state(row, clock)
        lines.append(" · ".join([words.taken_for(row).text, *([state.text] if state else [])]))
    if because := words.guessed_because(row):
        lines.append(because)
    return "\n".join(lines)
