"""What a post is by lists of telling words, stars, and the form of a question: beside the model, for it has not met all
that people commonly say. Rules, so the same words always weigh the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.language.cues import Cue, cue_lists
from desktop.records import Kind

CERTAIN = 0.95


def by_rules(
    low: str, stars: int | None, *, is_meant_kindly: bool = False
) -> tuple[Kind, float, list[Cue]]:
    """(kind, how sure from 0.5 to CERTAIN, the words that decided) of a text in the form of `text.plain`.

    `is_meant_kindly`: nothing else speaks for a complaint, so "love how you…" is no irony.
    """
    if not stars and (said := _by_signs(low)):
        return said, CERTAIN, []
    return _decide(_weigh(low, stars, is_meant_kindly=is_meant_kindly), low, stars)


_GLAD = frozenset("❤♥💕💖💗💓💞💘💛💚💙💜🧡🤍🥰😍🤩😋👍👌👏🙌💯🔥🌟✨🏆🥇⭐★")
_FULL, _EMPTY = frozenset("⭐★🌟"), "☆"
_NO_SIGN = re.compile(r"[\s.,!~+\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]")  # between signs, or how one looks
_MOST_SIGNS = 60  # characters of a text that may be nothing but signs
_MANY, _FEW = 4, 2  # stars of five: glad from, unhappy up to


def _by_signs(low: str) -> Kind | None:
    """What a text says that is nothing but glad signs ("❤️👍") or a row of stars ("★☆☆☆☆"); None of any other."""
    if len(low) > _MOST_SIGNS or low[:1].isalnum():
        return None
    signs = _NO_SIGN.sub("", low)
    full = signs.replace(_EMPTY, "")
    if not full or not _GLAD.issuperset(full):
        return None
    if _FULL.issuperset(full) and len(full) < _MANY:  # a star or two without empty ones are no score
        return Kind.COMPLAINT if len(full) <= _FEW and _EMPTY in signs else None
    return Kind.PRAISE


def is_irony(cue: Cue) -> bool:
    return cue.label.startswith(("sarcasm", "irony"))


_NEGATED = re.compile(
    r"(?:(?<!\w)(?:not|never|no|hardly|isn't|wasn't|aren't|weren't|don't|doesn't|didn't|nothing|isnt|wasnt|dont"
    r"|didnt|nicht|kein\w*|pas|non|não|nada|sin|sans))"
    r" (?!(?:only|just|merely|simply|but|less|doubt|nur|bloß|solo|sólo|solamente|seulement|só|apenas|soltanto) )"
    r"(?:[\w']+ )?$"
)
_POLITE = re.compile(r"(?:thank\w*|thx|cheers|danke|gracias|merci|grazie|obrigad[oa])(?!\w)")  # "no thanks" is polite
_ASTRAY = re.compile(  # "the driver went to" the wrong place: no mix-up of theirs
    r"(?<!\w)(?:you|he|she|it|was|were|been|being"
    r"|\w*(?:driver|courier|postman|order|parcel|package|delivery|money|van))(?:'ve| has| have| had)?"
    r" (?:went|gone|sent|delivered|drove|driven|took|taken|charged|debited|left|dropped|brought|refunded|posted)"
    r" (?:[\w']+ ){0,4}$"
)
_THANKED = re.compile(r"(?<!\w)(?:thank\w*|thanks|cheers|love)(?: you| u)? $")  # "thank you so much for" is no irony
_BEFORE = 40  # characters before a cue that are looked at
_POINTS = (Kind.COMPLAINT, Kind.PRAISE, Kind.QUESTION, Kind.IDEA, Kind.MIX_UP, Kind.ABUSIVE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Cues by kind with their points; `spam` apart, for nobody asks for a kind of that name."""

    cues: dict[Kind, list[tuple[Cue, float]]]
    spam: float

    def points(self, kind: Kind) -> float:
        return sum(points for _, points in self.cues[kind])

    def strongest(self, kind: Kind) -> float:
        return max((points for _, points in self.cues[kind]), default=0.0)

    def deciding(self, kind: Kind) -> list[Cue]:
        ranked = sorted(self.cues[kind], key=lambda item: -item[1])
        return [cue for cue, _ in ranked]


def _weigh(low: str, stars: int | None, *, is_meant_kindly: bool) -> Weighed:
    found = cue_lists("kinds").find(low)
    found = _without_kindness(found) if is_meant_kindly else found
    found = [cue for cue in found if not (cue.label.startswith("irony") and _is_after(_THANKED, low, cue))]
    excused = [(cue.start, cue.end) for cue in found if cue.label == "excused"]
    cues: dict[Kind, list[tuple[Cue, float]]] = {kind: [] for kind in _POINTS}
    spam = 0.0
    seen: set[str] = set()
    for cue in _longest(found):
        name, _, weight = cue.label.partition(" ")
        if name == "spam":
            spam += float(weight)
        if name in ("excused", "spam"):
            continue
        kind = Kind.COMPLAINT if is_irony(cue) else Kind(name)
        if kind is Kind.COMPLAINT and any(a < cue.end and cue.start < b for a, b in excused):
            continue
        points = float(weight) if cue.text not in seen else 0.5
        seen.add(cue.text)
        if kind is Kind.PRAISE and not _POLITE.match(cue.text) and _is_after(_NEGATED, low, cue):
            kind = Kind.COMPLAINT
        if kind is Kind.PRAISE and _POLITE.match(cue.text) and _is_closing(low, cue):
            points = 0.5  # "… is crooked. Thanks"
        if kind is Kind.MIX_UP and _is_after(_ASTRAY, low, cue):
            kind, points = Kind.COMPLAINT, 2.0
        cues[kind].append((cue, points))
    if any(map(is_irony, found)):
        cues[Kind.PRAISE].clear()  # "great, another flat tyre": the kind words are not meant
    return Weighed(cues, spam)


_BODY, _SIGNED = 25, 24  # characters before thanks that close a message, and at most after them (a name)


def _is_closing(low: str, cue: Cue) -> bool:
    is_last = cue.start >= _BODY and len(low) - cue.end <= _SIGNED
    return is_last and low[: cue.start].rstrip().endswith((".", "?", ",", "…"))


def _is_after(words: re.Pattern[str], low: str, cue: Cue) -> bool:
    return words.search(low, max(0, cue.start - _BEFORE), cue.start) is not None


def _without_kindness(found: list[Cue]) -> list[Cue]:
    """Without what may be irony, where no words of the lists say that something went wrong."""
    if any(cue.label in ("complaint 3", "complaint 2") for cue in found):
        return found
    return [cue for cue in found if not cue.label.startswith("irony")]


def _longest(found: Iterable[Cue]) -> list[Cue]:
    """Within one kind, only the longest of cues that overlap counts."""
    kept: list[Cue] = []
    ends: dict[str, int] = {}
    for cue in found:  # in the order of the text, longest first
        name = cue.label.partition(" ")[0]
        if cue.start >= ends.get(name, 0):
            kept.append(cue)
            ends[name] = cue.end
    return kept


def wrong_words(low: str) -> list[Cue]:
    """What of the lists plainly says that something went wrong, for a text in the form of `text.plain`."""
    found = cue_lists("kinds").find(low, "complaint 3", "complaint 2", "praise 3", "excused")
    wrong = [cue for cue in found if cue.label.startswith("complaint")]
    meant = [cue for cue in found if cue not in wrong]
    return [cue for cue in wrong if not any(one.start < cue.end and cue.start < one.end for one in meant)]


# --- deciding -----------------------------------------------------------------------------------


def _decide(weighed: Weighed, low: str, stars: int | None) -> tuple[Kind, float, list[Cue]]:
    wrong, kind_words = weighed.points(Kind.COMPLAINT), weighed.points(Kind.PRAISE)
    if weighed.points(Kind.ABUSIVE):
        return Kind.ABUSIVE, 0.8, weighed.deciding(Kind.ABUSIVE)
    if weighed.spam >= 3 and not stars:
        return Kind.OTHER, 0.7, []
    if weighed.points(Kind.MIX_UP):
        return Kind.MIX_UP, 0.7, weighed.deciding(Kind.MIX_UP)
    if stars:
        wrong += {1: 6, 2: 5, 3: 2}.get(stars, 0)
        kind_words += {5: 5, 4: 4}.get(stars, 0)
    asked, ideas = weighed.points(Kind.QUESTION), weighed.points(Kind.IDEA)
    if ideas and weighed.strongest(Kind.COMPLAINT) < 3 and (stars is None or stars > 2):
        return Kind.IDEA, _sure(ideas, wrong), weighed.deciding(Kind.IDEA)
    if _is_complaint(weighed, low, wrong, kind_words, asked):
        return Kind.COMPLAINT, _sure(wrong, kind_words / 2), weighed.deciding(Kind.COMPLAINT)
    if weighed.strongest(Kind.QUESTION) >= 3 or ("?" in low and asked):
        return Kind.QUESTION, _sure(asked, wrong), weighed.deciding(Kind.QUESTION)
    if "?" in low and kind_words < 3:
        is_bare = low.rstrip().endswith("?") and not wrong
        return Kind.QUESTION, 0.8 if is_bare else 0.5, weighed.deciding(Kind.QUESTION)
    if kind_words >= 2:
        return Kind.PRAISE, _sure(kind_words, wrong), weighed.deciding(Kind.PRAISE)
    return Kind.OTHER, 0.5, []


IN_QUESTION = 0.8  # of its points: "can you mend a broken zip?" names trouble, and asks
_END = re.compile(r"[.!?\n]")


def _is_asked(weighed: Weighed, low: str) -> bool:
    """Whether trouble is only named in what is asked."""
    ends = (_END.search(low, cue.end - 1) for cue, _ in weighed.cues[Kind.COMPLAINT])
    return all(end is not None and end.group() == "?" for end in ends)


def _is_complaint(weighed: Weighed, low: str, wrong: float, kind_words: float, asked: float) -> bool:
    """Trouble wins over kind words beside it, unless it is only hinted at."""
    strongest = weighed.strongest(Kind.COMPLAINT)
    if strongest >= 3:
        return wrong >= kind_words * 0.5
    if wrong >= 2 and strongest >= 2:
        return wrong >= kind_words * 0.8 and wrong >= asked * (IN_QUESTION if _is_asked(weighed, low) else 0.6)
    return wrong >= 5 and wrong > kind_words


def _sure(points: float, against: float) -> float:
    return min(CERTAIN, max(0.5, 0.55 + 0.06 * (points - against)))
