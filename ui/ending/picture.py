"""The small picture of what a passer-by sees: its posts, and what it says about the ending."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.clock import Clock
from desktop.passerby import PreviewPost
from desktop.records import Complaint, Proof, Stage
from ui import moments
from ui.moments import tr
from ui.widgets.passerby import PreviewLine

from .facts import quoted


def picture_lines(public: Sequence[PreviewPost], shop_name: str, clock: Clock) -> list[PreviewLine]:
    """The public thread, the ending marked."""
    return [
        PreviewLine(
            shop_name if post.is_ours else post.author,
            moments.date(clock, post.at),
            post.text,
            post.is_ours,
            post.is_ending,
        )
        for post in public
    ]


def picture_note(one: Complaint, proof: Proof | None, public: Sequence[PreviewPost]) -> tuple[str | None, str]:
    """(what stands under the posts, its tone): nothing where the ending itself is in the picture."""
    stage = one.stage
    if stage is Stage.SHOWN:
        if proof is not None and proof.missed_at and not proof.lost_at:
            return tr("The ending wasn’t there when we looked."), "amber"
        if any(post.is_ending for post in public) or proof is None:
            return None, "leaf"
        return quoted(proof.words) if proof.words else tr("The ending shows."), "leaf"
    if stage is Stage.TAKEN_DOWN:
        return None, "amber"
    return said_so_far(one), "amber"


def said_so_far(one: Complaint) -> str:
    """What a page says of the ending that nobody has confirmed."""
    if one.hint_post:
        return tr("Looks like they said it’s sorted. One of you decides.")
    return tr("Nothing here says it was put right.")
