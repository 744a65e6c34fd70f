"""A judgement, leaned by what the shop's own corrections teach. Pure."""

from __future__ import annotations

from dataclasses import replace

from desktop.records import Kind
from desktop.triage.judge import UNSURE
from desktop.triage.judgement import Judgement
from desktop.triage.learning import Learned, likeliest


def lean(judged: Judgement, learned: Learned) -> Judgement:
    """The judgement with its kind, chances and score moved. What is serious stays so, and stays on top.

    Where more than the likeliest kind decided (safety words, a careful threshold) only the very same words and stars,
    sorted twice, say otherwise.
    """
    known = learned.known(judged.text, judged.stars)
    if known is judged.kind:
        return replace(judged, is_unsure=False)
    if known is None and (judged.is_serious or judged.kind is not likeliest(judged.probabilities)):
        return judged
    moved = learned.move(judged.text, judged.probabilities, judged.stars)
    if moved.probabilities is judged.probabilities:
        return judged
    return replace(
        judged,
        kind=moved.kind,
        probabilities=moved.probabilities,
        is_unsure=moved.probabilities[moved.kind] < UNSURE if moved.reason else judged.is_unsure,
        complaint_score=_score(judged, moved.probabilities[Kind.COMPLAINT]),
        learned=moved.reason,
    )


def _score(judged: Judgement, complaint: float) -> float:
    """Moved as far as the chance of a complaint was."""
    if judged.is_serious:
        return judged.complaint_score
    return max(0.0, min(1.0, judged.complaint_score + complaint - judged.probabilities[Kind.COMPLAINT]))
