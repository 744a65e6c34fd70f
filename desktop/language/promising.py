"""Times we promised somebody in our own words: "I'll ring you by Friday at four".

What is past, asked, on a condition, hoped for, the customer's to do or an opening hour is no promise. Times: `due`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from desktop.clock import Clock
from desktop.language import due
from desktop.language.cues import CueLists, compiled
from desktop.language.text import RESOURCES, Piece, plain, sentences
from desktop.language.tongue import language_of

_DEFAULT = "English"
_CUES = ("hedges", "reported", "promises", "only_alone", "not", "denials")
_ORDINAL = re.compile(r"(?<=\d)\.(?= +[^\W\d_])")  # "am 14. Juni": the point ends no sentence
_LEAD = ",;:() –—-"
_MOST_TIMES = 24  # of one sentence: each is held against all of it
_MARKS = re.compile(r"[,;:()]|\s[–—-]\s|—")


class Promised(NamedTuple):
    """A time given in a text: when it is due (UTC), and the words that give it, `text == whole[start:end]`."""

    due_at: datetime
    start: int
    end: int
    text: str


class _Tongue(NamedTuple):
    times: due.Table
    cues: CueLists
    joints: re.Pattern[str]
    conditions: re.Pattern[str]
    carries: re.Pattern[str]
    has_ordinals: bool  # numbers with a point behind them


class _Clause(NamedTuple):
    start: int
    end: int
    is_condition: bool
    begins: str  # the mark or word it begins with


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, object]]:
    read: dict[str, dict[str, object]] = json.loads((RESOURCES / "words" / "promises.json").read_text("utf-8"))
    return read


@lru_cache(maxsize=4)
def _tongue(language: str) -> _Tongue:
    raw = _all()[language]
    weekdays = "|".join(raw["weekdays"])  # type: ignore[arg-type]
    lists = {
        name: [phrase.replace("{weekday}", f"(?:{weekdays})") for phrase in raw.get(name, ())]  # type: ignore[attr-defined]
        for name in (*_CUES, "joints", "conditions", "carries")
    }
    times = due.table(raw, raw["atoms"], str(raw["glue"]))  # type: ignore[arg-type]
    cues = CueLists({name: lists[name] for name in _CUES})
    joints, conditions, carries = (compiled(lists[name]) for name in ("joints", "conditions", "carries"))
    return _Tongue(times, cues, joints, conditions, carries, bool(raw.get("ordinal_dot")))


def promised(text: str, clock: Clock, hours: due.Hours, at: datetime) -> list[Promised]:
    """What somebody who wrote `text` at that moment promised, in its order; each time once."""
    language = language_of(text)
    tongues = _all() if not language else (language if language in _all() else _DEFAULT,)  # too short to tell: any
    found = (_promised(text, _tongue(one), clock, hours, at) for one in tongues)
    return next((some for some in found if some), [])


def _promised(text: str, tongue: _Tongue, clock: Clock, hours: due.Hours, at: datetime) -> list[Promised]:
    reader = due.Reader(tongue.times, clock, hours, at)
    low, found = plain(text), dict[datetime, Promised]()
    if tongue.has_ordinals:
        low = _ORDINAL.sub("·", low)
    for sentence in sentences(low):
        for said, when in _of_sentence(sentence, tongue, reader):
            start, end = sentence.start + said.start, sentence.start + said.end
            found.setdefault(when, Promised(when, start, end, text[start:end]))
    return list(found.values())


def _of_sentence(
    sentence: Piece, tongue: _Tongue, reader: due.Reader
) -> Iterator[tuple[due.Said, datetime]]:
    if sentence.text.rstrip("\"')]").endswith("?"):
        return
    times = due.said_in(sentence.text, tongue.times)[:_MOST_TIMES]
    clauses = _clauses(sentence.text, times, tongue)
    day_of: due.Said | None = None
    for said in times:
        says = _says(sentence.text, said, clauses, tongue)
        if says is not False and said.day:
            day_of = said
        if says and not _only_begins(said, sentence.text):
            when = reader.due(said, day_of)
            if when is not None:
                yield said, when


def _only_begins(said: due.Said, text: str) -> bool:
    """"From Monday", "until Friday", "for Saturday": no time by which something is done."""
    if "no" in said.preps:
        return True
    waits = re.search(r"give (?:me|us) $", text[: said.start]) is not None
    return "until" in said.preps and not (said.is_latest or waits)


def _clauses(text: str, times: list[due.Said], tongue: _Tongue) -> list[_Clause]:
    """The parts of a sentence between marks and joints; those inside the words of a time don't part it."""
    cuts = {0: ""}
    for match in (*_MARKS.finditer(text), *tongue.joints.finditer(text)):
        if not any(said.start < match.start() < said.end for said in times):
            cuts[match.start()] = match.group()
    starts = sorted(cuts)
    clauses = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        said = text[start:end].lstrip(_LEAD)
        clauses.append(_Clause(start, end, tongue.conditions.match(said) is not None, cuts[start]))
    return clauses


def _says(text: str, said: due.Said, clauses: list[_Clause], tongue: _Tongue) -> bool | None:
    """Whether this time is promised; None where the words around it don't tell."""
    here = next(i for i, clause in enumerate(clauses) if clause.start <= said.start < clause.end)
    if _is_conditional(text, here, clauses):
        return False
    lead = text[clauses[here].start : said.start].lstrip(_LEAD)
    order = [here]
    if not lead or tongue.carries.match(lead):
        order += [*range(here - 1, -1, -1), here + 1]
    for at in order:
        if 0 <= at < len(clauses):
            says = _clause_says(text, clauses[at], said, tongue)
            if says is not None:
                return says
    return None


def _is_conditional(text: str, here: int, clauses: list[_Clause]) -> bool:
    """A condition holds for what follows it in the sentence, and for what it is put behind without an "and"."""
    since = max((i for i in range(here + 1) if clauses[i].begins == ";"), default=0)
    if any(clause.is_condition for clause in clauses[since : here + 1]):
        return True
    said = (one for one in clauses[here + 1 :] if text[one.start : one.end].strip(" ,;:()–—-"))
    behind = next(said, None)
    return behind is not None and behind.is_condition


def _clause_says(text: str, clause: _Clause, said: due.Said, tongue: _Tongue) -> bool | None:
    """The last cue before the time tells; after it, the first.

    Behind a promise, what happened or happens is what it is about: "I'll find out what went wrong".
    """
    shown = text[clause.start : clause.end]
    lead = len(shown) - len(shown.lstrip(_LEAD))
    words, offset = shown[lead:], clause.start + lead
    cues = [
        (cue.label, offset + cue.start, offset + cue.end)
        for cue in tongue.cues.find(words)
        if not (cue.start + offset >= said.start and cue.end + offset <= said.end)
    ]
    before = [label for label, _, end in cues if end <= said.end]
    after = [label for label, start, _ in cues if start >= said.start]
    nearest = before or after[:1]
    if {"hedges", "reported"} & set(nearest) or "denials" in after:
        return False
    if "promises" in nearest:
        nearest = [label for label in nearest if label != "only_alone"]
    return nearest[-1] == "promises" if nearest else None
