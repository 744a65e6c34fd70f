"""The words that decided, found by how much each counted toward the kind and away from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.language.text import Piece, common_words, plain, sentences, words
from desktop.records import Kind
from desktop.triage.judgement import MOST_REASONS, Asked, Judgement, Reason
from desktop.triage.outright import outright_words
from desktop.triage.reader import KINDS, reader
from desktop.triage.urgent import serious_words

MOST_WORDS = 300  # of a text that are looked at
AT_ONCE = 64  # texts whose runs are held together: bounds the memory
LONGEST = 3  # words of one reason
LEAST = 0.15  # how much a reason counts at least, in log odds


class _Span(NamedTuple):
    start: int
    end: int
    pull: float


def reasons(judged: Sequence[Judgement]) -> list[tuple[Reason, ...]]:
    """Of each: stars first, then words of harm, then the words that counted most. Quicker together."""
    spans = dict[int, list[_Span]]()
    by_words = [at for at, one in enumerate(judged) if not one.is_serious and one.kind is not Kind.OTHER]
    for start in range(0, len(by_words), AT_ONCE):
        some = by_words[start : start + AT_ONCE]
        spans.update(zip(some, _spans([judged[at] for at in some]), strict=True))
    return [_reasons(one, spans.get(at, [])) for at, one in enumerate(judged)]


def _reasons(judged: Judgement, spans: list[_Span]) -> tuple[Reason, ...]:
    facts = []
    if judged.stars and _fits(judged.kind, judged.stars):
        facts.append(Reason(f"{judged.stars} star{'' if judged.stars == 1 else 's'}", -1, -1, 1.0))
    if judged.is_serious:
        cues = {cue.text: cue for cue in reversed(serious_words(plain(judged.text)))}  # each said once
        places = sorted((cue.start, cue.end) for cue in cues.values())
        found = [Reason(judged.text[start:end], start, end, 1.0) for start, end in places]
    else:
        cues = {cue.text: cue for cue in outright_words(plain(judged.text), judged.kind)}
        said = [_Span(cue.start, cue.end, 1.0) for cue in cues.values()][:MOST_REASONS]
        apart = [s for s in spans if all(s.end <= one.start or one.end <= s.start for one in said)]
        found = [Reason(judged.text[s.start : s.end], s.start, s.end, s.pull) for s in (*said, *apart)]
    return tuple([*facts, *found][:MOST_REASONS])


def _fits(kind: Kind, stars: int) -> bool:
    return (kind is Kind.COMPLAINT and stars <= 3) or (kind is Kind.PRAISE and stars >= 4)


def _spans(judged: Sequence[Judgement]) -> list[list[_Span]]:
    """Of each, runs of one to three words that pull toward its kind. (Of none where it is none of the others: no
    words say so.)"""
    runs = [_runs(one.text) for one in judged]
    found = [list[_Span]() for _ in judged]
    telling = [at for at, some in enumerate(runs) if some]
    if telling:
        toward = np.stack([_toward(judged[at]) for at in telling])
        asked = [Asked(judged[at].text, judged[at].stars, judged[at].previous) for at in telling]
        pulls = reader().pulls(asked, [[run.text for run in runs[at]] for at in telling], toward)
        for at, some in zip(telling, pulls, strict=True):
            found[at] = _strongest(runs[at], some.tolist())
    return found


def _toward(judged: Judgement) -> NDArray[np.float32]:
    """The kind, away from the others as far as each was likely."""
    others = np.array([judged.probabilities[kind] + 0.05 for kind in KINDS], np.float32)
    at = KINDS.index(judged.kind)
    others[at] = 0
    toward: NDArray[np.float32] = -others / others.sum()
    toward[at] = 1
    return toward


def _strongest(runs: Sequence[Piece], pulls: Sequence[float]) -> list[_Span]:
    """The strongest first, none over another; of the same, the one without a word that adds nothing."""
    ranked = sorted(
        (_Span(run.start, run.end, pull) for run, pull in zip(runs, pulls, strict=True) if pull >= LEAST),
        key=lambda span: (-round(span.pull, 3), span.end - span.start, span.start),
    )
    kept: list[_Span] = []
    for span in ranked:
        if len(kept) == MOST_REASONS:
            break
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept


def _runs(text: str) -> list[Piece]:
    """Every run of words inside a sentence, as it is written."""
    found, known = list[Piece](), common_words()
    for sentence in sentences(text):
        pieces, low = words(sentence.text), plain(sentence.text)
        for first in range(len(pieces)):
            for last in range(first, min(first + LONGEST, len(pieces))):
                if first == last and low[pieces[first].start : pieces[first].end] in known:
                    continue  # "the" alone says nothing to a person, whatever it counts
                start, end = sentence.start + pieces[first].start, sentence.start + pieces[last].end
                found.append(Piece(text[start:end], start, end))
        if len(found) > MOST_WORDS * LONGEST:
            break
    return found
