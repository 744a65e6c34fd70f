"""Weighs the words of a post and says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.language.cues import Cue, cue_lists
from desktop.language.text import plain, visible
from desktop.records import Kind, Source
from desktop.triage.follow_up import follow_up
from desktop.triage.judgement import MOST_REASONS, Judgement, Reason, Topic
from desktop.triage.urgent import happening_now, serious_words

CERTAIN = 0.95
UNSURE = 0.6  # below this a kind is shown as a guess that wants a look


def judge(
    text: str,
    *,
    stars: int | None = None,
    previous: str | None = None,
    lang: str | None = None,
    source: Source = Source.MENTION,
    is_public: bool = True,
    posted_at: datetime | None = None,
    now: datetime | None = None,
    is_open: bool = False,
) -> Judgement:
    """What a post seems to be, from its words and stars. Never raises, whatever the text. Pure, for any thread.

    `previous`: our last message before it, where it is a later word of theirs. `lang`: what the place says the
    language is. `posted_at`, `now` and `is_open` (open now, or within 30 minutes) tell what is happening now;
    without them nothing is.
    """
    low = plain(visible(text))
    weighed = _weigh(low, stars)
    kind, sureness, deciding = _decide(weighed, low, stars)
    alarming = serious_words(low)
    is_serious = bool(alarming) and not _is_asking_ahead(low)
    if is_serious and kind in (Kind.OTHER, Kind.PRAISE, Kind.QUESTION):
        kind, sureness, deciding = Kind.COMPLAINT, max(sureness, 0.6), [*alarming, *deciding]
    anger = _anger(text, weighed)
    chances = _chances(kind, round(sureness, 2))
    about = _topics(low, is_serious=is_serious)
    happening = (
        posted_at is not None and now is not None and happening_now(low, posted_at, now, is_open=is_open)
    )
    return Judgement(
        kind=kind,
        probabilities=chances,
        is_unsure=sureness < UNSURE,
        complaint_score=1.0 if is_serious else chances[Kind.COMPLAINT] + chances[Kind.ABUSIVE],
        topics=about,
        topic_probabilities={topic: 0.7 if topic in about else 0.05 for topic in Topic},
        follow_up=follow_up(text, previous),
        anger=anger,
        anger_level=min(3, round(anger * 3)),
        language=(lang or "")[:2].lower(),
        is_serious=is_serious,
        is_happening_now=happening,
        reasons=_reasons(deciding, kind, stars),
        text=text,
    )


def judge_many(
    texts: Sequence[str],
    *,
    stars: Sequence[int | None] | None = None,
    previous: Sequence[str | None] | None = None,
    langs: Sequence[str | None] | None = None,
) -> list[Judgement]:
    """`judge` of each text, quicker together. The other sequences, where given, are as long as `texts`."""
    none = [None] * len(texts)
    facts = zip(texts, stars or none, previous or none, langs or none, strict=True)
    return [judge(text, stars=star, previous=before, lang=lang) for text, star, before, lang in facts]


def _chances(kind: Kind, sureness: float) -> dict[Kind, float]:
    rest = (1 - sureness) / (len(Kind) - 1)
    return {each: sureness if each is kind else rest for each in Kind}


_ABOUT = {
    "the phone calls": Topic.STAFF_SERVICE,
    "the messages": Topic.STAFF_SERVICE,
    "the wait": Topic.WAITING,
    "the delivery": Topic.DELIVERY,
    "the refund": Topic.REFUND_CHARGE,
    "the charge": Topic.REFUND_CHARGE,
    "the price": Topic.PRICE_OFFER,
    "how they were treated": Topic.STAFF_SERVICE,
    "the closed door": Topic.HOURS_STOCK_PLACE,
    "the booking": Topic.BOOKING,
    "the wrong item": Topic.QUALITY,
    "what was missing": Topic.QUALITY,
    "the dirt": Topic.PREMISES,
}


def _topics(low: str, *, is_serious: bool) -> tuple[Topic, ...]:
    found = [_ABOUT[cue.label] for cue in cue_lists("troubles").find(low) if cue.label]
    return tuple(dict.fromkeys([Topic.SAFETY] * is_serious + found)) or (Topic.OTHER,)


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


def _reasons(deciding: list[Cue], kind: Kind, stars: int | None) -> tuple[Reason, ...]:
    """At most three, the weightiest, stars before words."""
    facts = []
    if stars and ((kind is Kind.COMPLAINT and stars <= 3) or (kind is Kind.PRAISE and stars >= 4)):
        facts.append(Reason(f"{stars} star{'' if stars == 1 else 's'}", -1, -1, 1.0))
    words = [Reason(cue.text, cue.start, cue.end, 1.0) for cue in deciding]
    return tuple([*facts, *words][:MOST_REASONS])


_SHOUTED = re.compile(r"(?<!\w)[A-ZÄÖÜÀ-Þ]{4,}(?!\w)")


def _anger(text: str, weighed: Weighed) -> float:
    """How angry the writing looks: strong words, capitals, rows of marks."""
    head = text[:4000]
    strong = sum(1 for _, points in weighed.cues[Kind.COMPLAINT] if points >= 3)
    shouted = len(_SHOUTED.findall(head))
    marks = len(re.findall(r"[!?]{2,}", head))
    abusive = 0.4 if weighed.cues[Kind.ABUSIVE] else 0.0
    return min(1.0, 0.2 * strong + 0.15 * min(shouted, 4) + 0.15 * min(marks, 3) + abusive)
