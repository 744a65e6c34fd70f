"""Weighs the words of a post and says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from desktop.language.cues import Cue, cue_lists
from desktop.language.details import Detail, details
from desktop.language.text import plain, visible
from desktop.records import Kind, Source
from desktop.triage.excerpts import excerpt
from desktop.triage.urgent import happening_now, serious_words

CERTAIN = 0.95
NO_WORDS = "no clear words"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a post seems to be. `sureness` and `anger` go from 0 to 1; `reason` names the deciding words."""

    kind: Kind
    sureness: float
    reason: str
    is_serious: bool
    is_happening_now: bool
    excerpt: str
    anger: float
    text: str = field(repr=False)

    @property
    def details(self) -> tuple[Detail, ...]:
        """What the text names; worked out when asked, since it costs more than all the rest."""
        return _worth_keeping(self.kind, details(self.text))


def judge(
    text: str,
    *,
    stars: int | None = None,
    source: Source = Source.MENTION,
    is_public: bool = True,
    posted_at: datetime,
    now: datetime,
    is_open: bool,
    lang: str = "",
) -> Judgement:
    """What a post seems to be, from its words and stars. Never raises, whatever the text.

    `is_open`: the shop is open now or opens within 30 minutes. `source`, `is_public` and `lang` are taken so
    that a better judge can use them; these rules read all their languages at once.
    """
    low = plain(visible(text))
    weighed = _weigh(low, stars)
    kind, sureness, deciding = _decide(weighed, low, stars)
    alarming = serious_words(low)
    if alarming and kind in (Kind.OTHER, Kind.PRAISE, Kind.QUESTION) and not _is_asking_ahead(low):
        kind, sureness, deciding = Kind.COMPLAINT, max(sureness, 0.6), [*alarming, *deciding]
    return Judgement(
        kind=kind,
        sureness=round(sureness, 2),
        reason=_reason(deciding, kind, stars),
        is_serious=bool(alarming) and not _is_asking_ahead(low),
        is_happening_now=happening_now(low, posted_at, now, is_open=is_open),
        excerpt=excerpt(text, is_upset=kind in (Kind.COMPLAINT, Kind.ABUSIVE)),
        anger=_anger(text, weighed),
        text=text,
    )


def _worth_keeping(kind: Kind, found: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """Where nothing went wrong, a word of trouble is only part of the story."""
    if kind in (Kind.PRAISE, Kind.QUESTION, Kind.IDEA):
        return tuple(detail for detail in found if not detail.is_trouble)
    return found


# --- weighing -----------------------------------------------------------------------------------

_NEGATED = re.compile(
    r"(?:(?<!\w)(?:not|never|no|hardly|isn't|wasn't|aren't|weren't|don't|doesn't|didn't|nothing|isnt|wasnt|dont"
    r"|didnt|nicht|kein\w*|pas|non|não|nada|sin|sans)) (?:[\w']+ )?$"
)
_POLITE = re.compile(
    r"(?<!\w)(?:thank you|thanks|thx|thankyou|cheers|danke|gracias|merci|grazie|obrigad[oa])$"
)
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


def _weigh(low: str, stars: int | None) -> Weighed:
    found = cue_lists("kinds").find(low)
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
        kind = Kind.COMPLAINT if name == "sarcasm" else Kind(name)
        if kind is Kind.COMPLAINT and any(a < cue.end and cue.start < b for a, b in excused):
            continue
        points = float(weight) if cue.text not in seen else 0.5
        seen.add(cue.text)
        if kind is Kind.PRAISE and _NEGATED.search(low, max(0, cue.start - 24), cue.start):
            kind = Kind.COMPLAINT
        cues[kind].append((cue, points))
    if any(cue.label.startswith("sarcasm") for cue in found):
        cues[Kind.PRAISE].clear()  # "great, another flat tyre": the kind words are not meant
    return Weighed(cues, spam)


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
    if _is_complaint(weighed, wrong, kind_words, asked):
        return Kind.COMPLAINT, _sure(wrong, kind_words / 2), weighed.deciding(Kind.COMPLAINT)
    if weighed.strongest(Kind.QUESTION) >= 3 or ("?" in low and asked):
        return Kind.QUESTION, _sure(asked, wrong), weighed.deciding(Kind.QUESTION)
    if "?" in low and kind_words < 3:
        return Kind.QUESTION, 0.5, weighed.deciding(Kind.QUESTION)
    if kind_words >= 2:
        return Kind.PRAISE, _sure(kind_words, wrong), weighed.deciding(Kind.PRAISE)
    return Kind.OTHER, 0.5, []


def _is_complaint(weighed: Weighed, wrong: float, kind_words: float, asked: float) -> bool:
    """Trouble wins over kind words beside it, unless it is only hinted at."""
    strongest = weighed.strongest(Kind.COMPLAINT)
    if strongest >= 3:
        return wrong >= kind_words * 0.5
    if wrong >= 2 and strongest >= 2:
        return wrong >= kind_words * 0.8 and wrong >= asked * 0.6
    return wrong >= 5 and wrong > kind_words


def _sure(points: float, against: float) -> float:
    return min(CERTAIN, max(0.5, 0.55 + 0.06 * (points - against)))


_AHEAD = re.compile(
    r"(?<!\w)(?:do you|can you|are your|is your|is there|are there|does the|do your|which of|any|what|could you"
    r"|have you got)"
    r"[^.!\n]{0,120}(?:allerg|nut|gluten|coeliac|celiac)[^.!\n]{0,120}\?"
)
_HARMED = re.compile(
    r"(?<!\w)(?:reaction|hospital|swollen|swelling|epipen|epi-pen|anaphyla\w*|sick|ill|contained|wasn't|weren't|not"
    r" labelled|nearly|ate|gave)(?!\w)"
)


def _is_asking_ahead(low: str) -> bool:
    """ "Is there a nut-free one? I'm allergic" asks before anything happened."""
    return bool(_AHEAD.search(low)) and not _HARMED.search(low)


# --- saying why ---------------------------------------------------------------------------------


def _reason(deciding: list[Cue], kind: Kind, stars: int | None) -> str:
    """ "because: “still waiting”, “2 hours”": at most three, the weightiest, in the order of the text."""
    named = []
    if stars and ((kind is Kind.COMPLAINT and stars <= 3) or (kind is Kind.PRAISE and stars >= 4)):
        named.append(f"{stars} star{'' if stars == 1 else 's'}")
    ordered = sorted(deciding[: 3 - len(named)], key=lambda cue: cue.start)
    named += [f"“{_short(cue.text)}”" for cue in ordered]
    return "because: " + (", ".join(dict.fromkeys(named)) or NO_WORDS)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + "…"


_SHOUTED = re.compile(r"(?<!\w)[A-ZÄÖÜÀ-Þ]{4,}(?!\w)")


def _anger(text: str, weighed: Weighed) -> float:
    """How angry the writing looks: strong words, capitals, rows of marks."""
    head = text[:4000]
    strong = sum(1 for _, points in weighed.cues[Kind.COMPLAINT] if points >= 3)
    shouted = len(_SHOUTED.findall(head))
    marks = len(re.findall(r"[!?]{2,}", head))
    abusive = 0.4 if weighed.cues[Kind.ABUSIVE] else 0.0
    return min(1.0, 0.2 * strong + 0.15 * min(shouted, 4) + 0.15 * min(marks, 3) + abusive)
