"""The words that decided, found by how much each counted toward the kind and away from the others: whole little
phrases, as a person would quote them. `resources/words/little.json` has the words that say nothing at the ends of one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.language.cues import Cue
from desktop.language.text import RESOURCES, Piece, common_words, plain
from desktop.records import Kind
from desktop.triage.judgement import MOST_REASONS, Asked, Judgement, Reason
from desktop.triage.outright import outright_words
from desktop.triage.reader import KINDS, reader
from desktop.triage.rules import by_rules, wrong_words
from desktop.triage.urgent import serious_words

MOST_WORDS = 300  # of a text that are looked at
AT_ONCE = 64  # texts whose runs are held together: bounds the memory
LONGEST, AT_MOST = 4, 6  # words of one reason; of one that would otherwise end inside a name: "£12 for a valve cap"
LEAST = 0.15  # how much a reason counts at least, in log odds
MOST_READ = 3  # runs of one text that are read alone, the strongest
CONTRARY = 0.5  # the chance of another kind from which words read alone speak for it

_ASKED = (Kind.QUESTION, Kind.IDEA)  # told by little words: "are you open", "would be nice"
_SIDES = {
    Kind.COMPLAINT: Kind.COMPLAINT,
    Kind.ABUSIVE: Kind.COMPLAINT,
    Kind.PRAISE: Kind.PRAISE,
    Kind.QUESTION: Kind.QUESTION,
    Kind.IDEA: Kind.QUESTION,
}  # kinds that the same words may speak for
_ASKING = 3  # words: "how do I" asks, "is it" is a scrap
# What little words do: "not", "but", "the", "we", "very".
_NEGATION, _PARTING, _JOINING, _HELPING, _LEADING = "negation", "parting", "joining", "helping", "leading"
_NOT = (["not"], ["nicht"], ["pas"])  # they go with the little word before them
_AND = frozenset("and or und oder y e o u et ou ed".split())
_INSIDE = ("", "&", "'")  # beside spaces, between words of one clause: "fish & chips", "un po' di"
_MONTH = "|".join(  # as they begin in the six languages
    "jan feb fév fev mar mär apr avr abr may mai maj mag jun juin giu jul juil lug aug ago aoû set sep okt oct ott out"
    " nov dez dec déc dic ene gen".split()
)
_UNIT = (
    "euros?|eur|cents?|centimes?|pounds?|quid|pence|pfund|dollars?|reais|p|kg|kilos?|g|gr|gramm?s?|ml|cl|l|lit(?:er|re)s?"
    "|litros?|litri|cm|mm|m|km|am|pm|uhr|h(?: \\d\\d)?|min|mins|minut\\w*|hours?|hrs?|stunden?|horas?|heures?|ore|ora"
    "|o'clock|days?|tagen?|tage?|d[ií]as?|dias?|jours?|giorn[oi]|weeks?|wochen?|semanas?|semaines?|settiman[ae]"
)
_SAID = re.compile(
    r"(?P<apart>(?:https?://|www\.|[@<])\S*)"
    r"|(?:[£$€] ?)?\d+(?:[.,:/'-]\d+| \d{3}(?!\w))*\w*(?: ?[%£$€°]| (?:" + _UNIT + r")(?!\w)"
    r"|\.? (?:" + _MONTH + r")[^\W\d_]*)?"
    r"|thank (?:you|u)(?!\w)|[^\W_]+(?:(?:['-]|[\u0300-\u036f]+)[^\W_]+)*[\u0300-\u036f]*"
)  # a link or a name with @; a number with its unit; thanks; a word


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
    low = plain(judged.text)
    if judged.is_serious:
        found = _of_cues(serious_words(low), MOST_REASONS)
    else:
        found = _of_cues(outright_words(low, judged.kind), MOST_REASONS)
        found = [*found, *(span for span in spans if not _overlaps(span, found))] or _marks(low, judged.kind)
    said = [Reason(judged.text[s.start : s.end], s.start, s.end, s.pull) for s in found]
    return tuple([*facts, *said][:MOST_REASONS])


def _of_cues(cues: Iterable[Cue], most: int) -> list[_Span]:
    """Each said once; of those over another, the longest."""
    once = {cue.text: _Span(cue.start, cue.end, 1.0) for cue in reversed(list(cues))}
    kept = _apart(sorted(once.values(), key=lambda span: (span.start - span.end, span.start)), len(once))
    return sorted(kept, key=lambda span: span.start)[:most]


def _marks(low: str, kind: Kind) -> list[_Span]:
    """Of a text that no words decided, the thumb or face that did."""
    if low.isascii() or kind is Kind.OTHER:
        return []
    found, _, cues = by_rules(low, None, is_meant_kindly=True)
    return _of_cues([cue for cue in cues if found is kind and not any(map(str.isalnum, cue.text))], MOST_REASONS)


def _fits(kind: Kind, stars: int) -> bool:
    return (kind is Kind.COMPLAINT and stars <= 3) or (kind is Kind.PRAISE and stars >= 4)


def _spans(judged: Sequence[Judgement]) -> list[list[_Span]]:
    """Of each, whole little phrases that pull toward its kind. (Of none where it is none of the others: no words say
    so.)
    """
    runs = [_runs(one) for one in judged]
    found = [list[_Span]() for _ in judged]
    telling = [at for at, some in enumerate(runs) if some]
    if telling:
        toward = np.stack([_toward(judged[at]) for at in telling])
        asked = [Asked(judged[at].text, judged[at].stars, judged[at].previous) for at in telling]
        pulls = reader().pulls(asked, [[run.text for run in runs[at]] for at in telling], toward)
        for at, some in zip(telling, pulls, strict=True):
            found[at] = _strongest(runs[at], some.tolist(), plain(judged[at].text), judged[at].kind)
    return _meant(judged, found)


def _toward(judged: Judgement) -> NDArray[np.float32]:
    """The kind, away from the others as far as each was likely."""
    others = np.array([judged.probabilities[kind] + 0.05 for kind in KINDS], np.float32)
    at = KINDS.index(judged.kind)
    others[at] = 0
    toward: NDArray[np.float32] = -others / others.sum()
    toward[at] = 1
    return toward


def _strongest(runs: Sequence[Piece], pulls: Sequence[float], low: str, kind: Kind) -> list[_Span]:
    """The strongest first, none over another; of the same, the one without a word that adds nothing."""
    ranked = sorted(
        (_Span(run.start, run.end, pull) for run, pull in zip(runs, pulls, strict=True) if pull >= LEAST),
        key=lambda span: (-round(span.pull, 3), span.end - span.start, span.start),
    )
    against = wrong_words(low[: runs[-1].end]) if kind is Kind.PRAISE and ranked else []
    return _apart((span for span in ranked if not _overlaps(span, against)), MOST_READ)


def _apart(spans: Iterable[_Span], most: int) -> list[_Span]:
    """The first ones of which none is over another."""
    kept: list[_Span] = []
    for span in spans:
        if len(kept) == most:
            break
        if not _overlaps(span, kept):
            kept.append(span)
    return kept


def _overlaps(span: _Span, others: Iterable[_Span | Cue]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _meant(judged: Sequence[Judgement], spans: Sequence[list[_Span]]) -> list[list[_Span]]:
    """Without those that speak for another kind when they are read alone."""
    alone = [Asked(one.text[s.start : s.end]) for one, some in zip(judged, spans, strict=True) for s in some]
    chances = iter(reader().kinds(alone).tolist() if alone else [])
    return [[s for s in some if not _denies(next(chances), one.kind)] for one, some in zip(judged, spans, strict=True)]


def _denies(chances: Sequence[float], kind: Kind) -> bool:
    """Not of a mix-up, where what is ordered only belongs elsewhere, nor by words that are small talk alone."""
    most = max(chances)
    said, meant = _SIDES.get(KINDS[chances.index(most)]), _SIDES.get(kind)
    return most >= CONTRARY and None not in (said, meant) and said is not meant


class _Clause(NamedTuple):
    """Words with nothing but spaces between them, as `plain` text, where they stand, and what each does."""

    said: list[str]
    places: list[tuple[int, int]]
    roles: list[str]


def _runs(judged: Judgement) -> list[Piece]:
    """Every run of words inside a clause that a person might quote, as it is written."""
    found, text, is_asked = list[Piece](), judged.text, judged.kind in _ASKED
    untold = _untold()
    for said, places, roles in _clauses(plain(text), _roles(judged.language)):
        tells = [not role and _tells(word, untold) for word, role in zip(said, roles, strict=True)]
        for first in _firsts(said, roles, is_asked=is_asked):
            is_asking = is_asked and roles[first] == _HELPING
            is_telling = names = denies = False
            for last in range(first, min(first + AT_MOST, len(roles))):
                role, size, is_last = roles[last], last - first + 1, last + 1 == len(roles)
                if size > LONGEST and role:
                    break
                goes_on = not role and not is_last and not roles[last + 1]
                is_telling, names, denies = is_telling or tells[last], names or not role, denies or role == _NEGATION
                may_end = not role or (role == _HELPING and is_asking) or (role == _NEGATION and is_last)
                if may_end and (is_telling or (names and denies) or (is_asking and size >= _ASKING)):
                    if goes_on and _ASKING <= size < AT_MOST:
                        continue
                    start, end = places[first][0], places[last][1]
                    found.append(Piece(text[start:end], start, end))
    return found


def _firsts(said: Sequence[str], roles: Sequence[str], *, is_asked: bool) -> list[int]:
    """Where a run may begin: at no little word, and after no negation, without which it would say the opposite."""
    found, is_negated, before = list[int](), False, ""
    for at, role in enumerate(roles):
        if role == _HELPING:  # "did not arrive", "are you open"
            may = said[at + 1 : at + 2] in _NOT or (is_asked and before != _HELPING)
        elif role == _NEGATION:
            may = before != _HELPING or [said[at]] not in _NOT
        else:
            may = role in ("", _LEADING)
        if may and not is_negated:
            found.append(at)
        is_negated, before = role == _NEGATION or (is_negated and role != ""), role
    return found


def _tells(word: str, untold: Set[str]) -> bool:
    """Whether a word that isn't little says something by itself; a bare number doesn't."""
    return len(word) > 1 and word not in untold and not word.isdigit()


def _clauses(low: str, roles: Mapping[str, str]) -> list[_Clause]:
    """The clauses of a text in the form of `text.plain`: they end at any mark that isn't inside a word or number, at
    "but" and the like, and before "and I" or "and nobody".
    """
    found, end, before = list[_Clause](), -1, ""
    for match in islice(_SAID.finditer(low), MOST_WORDS):
        word, (start, stop) = match.group(), match.span()
        role = roles.get(word) or (_role_of_parts(word, roles) if "'" in word else "")
        if match.lastgroup == "apart" or role == _PARTING:
            end = -1
            continue
        if end < 0 or low[end:start].strip(" ") not in _INSIDE or (before in _AND and role in (_HELPING, _NEGATION)):
            found.append(_Clause([], [], []))
        clause, end, before = found[-1], stop, word
        clause.said.append(word)
        clause.places.append((start, stop))
        clause.roles.append(role)
    return found


def _role_of_parts(word: str, roles: Mapping[str, str]) -> str:
    """Of "what's", "didn't" or "n'ai"; of "l'attente" none."""
    parts = {roles.get(part, "") for part in word.split("'")}
    if _NEGATION in parts or word.endswith("n't"):
        return _NEGATION
    return _HELPING if "" not in parts else ""


@cache
def _roles(language: str) -> dict[str, str]:
    """What the little words of a language do; of all six where it isn't known."""
    found = dict[str, str]()
    for role, lists in _little().items():
        if role != "telling":
            some = [lists[language]] if language in lists else lists.values()
            found |= {word: role for words in some for word in words.split() if word not in found}
    return found


@cache
def _untold() -> frozenset[str]:
    """Common words, without those that say something by themselves all the same: "awful"."""
    return common_words() - set(_little()["telling"]["en"].split())


@cache
def _little() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads((RESOURCES / "words" / "little.json").read_text("utf-8"))
    return read
