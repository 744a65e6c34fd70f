"""The specific things a text names: troubles to answer, and short phrases worth saying back.

Rules, not a model: word lists and their order decide, so the same text always gives the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop.language.cues import Cue, cue_lists
from desktop.language.text import (
    READ_AT_MOST,
    Piece,
    common_words,
    content_stems,
    plain,
    sentences,
    stem,
    words,
)

MOST = 12  # details of one text: nobody ticks more


@dataclass(frozen=True, slots=True)
class Detail:
    """A thing the text names: `text == whole[start:end]`; `label` is how to call it in a sentence.

    `topic` is the name of its answer list (resources/words/answers.json), empty when it has none.
    """

    text: str
    start: int
    end: int
    label: str
    is_trouble: bool = False
    topic: str = ""


def details(text: str) -> tuple[Detail, ...]:
    """All details, best first: what went wrong, then the phrases only this person would use."""
    return (*troubles(text), *phrases(text))[:MOST]


def troubles(text: str) -> tuple[Detail, ...]:
    """What went wrong, in the order of the text, one detail for each separate trouble."""
    return _troubles(text[:READ_AT_MOST])


def phrases(text: str) -> tuple[Detail, ...]:
    """Short phrases naming something, best first: "raw dough", "eleven people", "my mum's 70th"."""
    return _phrases(text[:READ_AT_MOST])


@lru_cache(maxsize=256)
def _troubles(text: str) -> tuple[Detail, ...]:
    low = plain(text)
    cues = cue_lists("troubles").find(low)
    found: list[Detail] = []
    at = 0
    for sentence in sentences(text):
        inside = []
        while at < len(cues) and cues[at].start < sentence.end:
            inside.append(cues[at])
            at += 1
        if inside:
            found += _in_sentence(text, sentence, inside)
        if len(found) >= MOST:
            break
    return _each_topic_once(found)[:MOST]


@lru_cache(maxsize=256)
def _phrases(text: str) -> tuple[Detail, ...]:
    marks = [(d.start, d.end) for d in troubles(text)]
    trouble_words = {c.start for c in cue_lists("troubles").find(plain(text))}
    best: dict[str, tuple[float, int, Detail]] = {}
    for piece, points in _candidates(text):
        points += 1.5 * any(piece.start <= at < piece.end for at in trouble_words)
        points += 0.5 * any(start <= piece.start < end for start, end in marks)
        key = plain(piece.text)
        if key not in best or best[key][0] < points:
            detail = Detail(piece.text, piece.start, piece.end, _called(piece.text))
            best[key] = (points, piece.start, detail)
    ranked = sorted(best.values(), key=lambda item: (-item[0], item[1]))
    return tuple(_without_overlap(detail for _, _, detail in ranked))[:MOST]


def names(detail: Detail, draft: str) -> bool:
    """Whether a draft says something about a detail: the topic's words, or a close form of its own."""
    return meets(detail, answering(draft), content_stems(draft))


def meets(detail: Detail, draft: str, stems: frozenset[str]) -> bool:
    """`names` for a draft already prepared by `answering` and `content_stems`."""
    if detail.topic and cue_lists("answers").has(draft, detail.topic):
        return True
    own = content_stems(detail.text)
    if detail.topic:  # a topic's trouble wants its own words, not just any word of the sentence
        return len(own & stems) >= 2
    return bool(own & stems) or plain(detail.text) in draft


_PROMISED = re.compile(
    r"\b(?:i'll|we'll|i will|we will|i can|we can|can i|i'd like to|let me|going to|to|please|and) "
    r"(?:ring|call|phone|message|email|write|answer|reply)\b"
)


def answering(draft: str) -> str:
    """A draft in plain form without promises to ring or write: those answer no missed call."""
    return _PROMISED.sub(lambda m: " " * len(m.group()), plain(draft))


# --- troubles -----------------------------------------------------------------------------------

_CLAUSE = re.compile(r"[,;:–—]\s+|\s+-\s+|\s+(?:and|but|then|so|while|und|aber|y|pero|et|mais|e|ma|mas)\s+")
_SHORT = 90  # characters of a sentence that is quoted whole


def _in_sentence(text: str, sentence: Piece, cues: list[Cue]) -> list[Detail]:
    topics = {cue.label for cue in cues if cue.label}
    if len(topics) <= 1 and len(sentence.text) <= _SHORT:
        topic = next(iter(topics), "")
        return [_trouble(text, sentence.start, sentence.end, topic)]
    found: list[Detail] = []
    for start, end in _clauses(text, sentence):
        inside = [cue for cue in cues if start <= cue.start < end]
        if not inside:
            continue
        topic = next((cue.label for cue in inside if cue.label), "")
        if found and topic == found[-1].topic and start - found[-1].end <= 6:
            start = found.pop().start
        found.append(_trouble(text, start, end, topic))
    return found


def _clauses(text: str, sentence: Piece) -> list[tuple[int, int]]:
    edges, start = [], sentence.start
    for cut in _CLAUSE.finditer(text, sentence.start, sentence.end):
        edges.append((start, cut.start()))
        start = cut.end()
    edges.append((start, start + len(text[start : sentence.end].rstrip(".!?… "))))
    return [(a, b) for a, b in edges if b > a]


def _trouble(text: str, start: int, end: int, topic: str) -> Detail:
    return Detail(text[start:end], start, end, topic or _called(text[start:end]), True, topic)


def _each_topic_once(found: list[Detail]) -> tuple[Detail, ...]:
    """A second sentence about the same topic is the same trouble; those without a topic stay apart."""
    seen: set[str] = set()
    kept = []
    for detail in found:
        if detail.topic and detail.topic in seen:
            continue
        seen.add(detail.topic)
        kept.append(detail)
    return tuple(kept)


def _called(text: str) -> str:
    """How to call a thing without a topic: itself in quotes, shortened at a word."""
    text = " ".join(text.split()).strip(".!?…,;: ")
    text = re.sub(r"^(?:and|but|so|then)\s+", "", text, flags=re.IGNORECASE)
    if len(text) > 44:
        text = text[:44].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
    return f"“{text}”"


# --- phrases ------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"\d[\d.,:]*(?:st|nd|rd|th)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|hundred|dozen|half"
)
_UNITS = frozenset(
    f"{unit}{s}"
    for unit in ("hour", "minute", "min", "hr", "day", "week", "month", "time")
    for s in ("", "s")
) | {"people"}
_POSSESSIVE = frozenset(["my", "our", "his", "her", "their"])


def _candidates(text: str) -> list[tuple[Piece, float]]:
    """Phrases with points for how telling their form is."""
    found: list[tuple[Piece, float]] = []
    run: list[Piece] = []
    for piece in words(text):
        if run and not _touch(text, run[-1], piece):
            found += _from_run(text, run)
            run = []
        run.append(piece)
    return found + _from_run(text, run)


def _touch(text: str, one: Piece, other: Piece) -> bool:
    return text[one.end : other.start] in (" ", "\u00a0", "-")


def _from_run(text: str, run: list[Piece]) -> list[tuple[Piece, float]]:
    """The phrases in words that stand together without a mark between them."""
    low = [plain(piece.text) for piece in run]
    naming = [word not in common_words() and not _NUMBER.fullmatch(word) for word in low]
    found = []
    i = 0
    while i < len(run):
        j = i
        while j < len(run) and j - i < 3 and naming[j]:
            j += 1
        if j > i:
            first, points = _lead(low, i)
            last = j
            if j < len(run) and _NUMBER.fullmatch(low[j]) and low[j - 1].endswith("'s"):
                last = j + 1  # "mum's 70th"
            found.append((_join(text, run[first], run[last - 1]), points + min(last - i, 2)))
        elif _NUMBER.fullmatch(low[i]) and i + 1 < len(run) and low[i + 1] in _UNITS:
            found.append((_join(text, run[i], run[i + 1]), 2.8 if low[i + 1] == "people" else 1.8))
        i = max(j, i + 1)
    return [item for item in found if len(item[0].text) > 2]


def _lead(low: list[str], at: int) -> tuple[int, float]:
    """Where a phrase really begins: with its number, its "no" or whose it is; and the points for that."""
    if at and _NUMBER.fullmatch(low[at - 1]):
        return at - 1, 1.5
    if at and low[at - 1] in ("no", "without", "kein", "keine", "sin", "sans", "senza", "sem"):
        return at - 1, 2.0
    if at and low[at - 1] in _POSSESSIVE:
        return at - 1, 0.8
    return at, 0.0


def _join(text: str, first: Piece, last: Piece) -> Piece:
    return Piece(text[first.start : last.end], first.start, last.end)


def _without_overlap(ranked: Iterable[Detail]) -> list[Detail]:
    kept: list[Detail] = []
    taken: set[str] = set()
    for detail in ranked:
        key = {stem(piece.text) for piece in words(detail.text)} - {stem(w) for w in _POSSESSIVE}
        if key <= taken or any(d.start < detail.end and detail.start < d.end for d in kept):
            continue
        taken |= key
        kept.append(detail)
        if len(kept) >= MOST:
            break
    return kept
