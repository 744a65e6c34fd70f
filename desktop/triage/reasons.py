"""The words that decided, found by how much each counted toward the kind and away from the others."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from desktop.language.text import Piece, common_words, plain, sentences, words
from desktop.records import Kind
from desktop.triage.judgement import MOST_REASONS, Asked, Judgement, Reason
from desktop.triage.reader import KINDS, reader
from desktop.triage.urgent import serious_words

MOST_WORDS = 300  # of a text that are looked at
LONGEST = 3  # words of one reason
LEAST = 0.15  # how much a reason counts at least, in log odds


class _Span(NamedTuple):
    start: int
    end: int
    pull: float


def reasons(judged: Judgement) -> tuple[Reason, ...]:
    """Stars first, then words of harm, then the words that counted most."""
    facts = []
    if judged.stars and _fits(judged.kind, judged.stars):
        facts.append(Reason(f"{judged.stars} star{'' if judged.stars == 1 else 's'}", -1, -1, 1.0))
    if judged.is_serious:
        cues = {cue.text: cue for cue in reversed(serious_words(plain(judged.text)))}  # each said once
        places = sorted((cue.start, cue.end) for cue in cues.values())
        found = [Reason(judged.text[start:end], start, end, 1.0) for start, end in places]
    else:
        found = [Reason(judged.text[s.start : s.end], s.start, s.end, s.pull) for s in _spans(judged)]
    return tuple([*facts, *found][:MOST_REASONS])


def _fits(kind: Kind, stars: int) -> bool:
    return (kind is Kind.COMPLAINT and stars <= 3) or (kind is Kind.PRAISE and stars >= 4)


def _spans(judged: Judgement) -> list[_Span]:
    """Runs of one to three words that pull toward the kind, the strongest first, none over another."""
    runs = _runs(judged.text)
    if not runs or judged.kind is Kind.OTHER:  # it is none of the others: no words say so
        return []
    others = np.array([judged.probabilities[kind] + 0.05 for kind in KINDS], np.float32)
    at = KINDS.index(judged.kind)
    others[at] = 0
    toward = -others / others.sum()
    toward[at] = 1
    asked = Asked(judged.text, judged.stars, judged.previous)
    pulls = reader().pulls(asked, [run.text for run in runs], toward)
    ranked = sorted(
        (_Span(run.start, run.end, float(pull)) for run, pull in zip(runs, pulls, strict=True)),
        key=lambda span: (-span.pull, span.start),
    )
    kept: list[_Span] = []
    for span in ranked:
        if span.pull < LEAST or len(kept) == MOST_REASONS:
            break
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept


def _runs(text: str) -> list[Piece]:
    """Every run of words inside a sentence, as it is written."""
    found: list[Piece] = []
    for sentence in sentences(text):
        pieces = words(sentence.text)
        for first in range(len(pieces)):
            for last in range(first, min(first + LONGEST, len(pieces))):
                if first == last and plain(pieces[first].text) in common_words():
                    continue  # "the" alone says nothing to a person, whatever it counts
                start, end = sentence.start + pieces[first].start, sentence.start + pieces[last].end
                found.append(Piece(text[start:end], start, end))
        if len(found) > MOST_WORDS * LONGEST:
            break
    return found
