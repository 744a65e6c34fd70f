"""Says what a post is: the reader's chances, words of harm before anything else, and what is known besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.language.text import plain, visible
from desktop.records import Kind
from desktop.triage.hearing import KINDS, called, heard, score, told
from desktop.triage.judgement import Asked, Judgement, Outcome, Topic
from desktop.triage.outright import outright
from desktop.triage.rules import by_rules
from desktop.triage.urgent import happening_now, is_meant_seriously

if TYPE_CHECKING:
    from desktop.triage.reader import Scores

RAISED_TO = 0.6  # the least chance of a complaint where words of harm stand, or of trouble that is happening now
NAMED, MOST_TOPICS = 0.15, 3  # from this chance on a second topic is among the likely ones; a shop sees only sure ones
TOLD = 0.5  # a language is named from this chance on
_TOPICS, _OUTCOMES = tuple(Topic), tuple(Outcome)
UNSURE = 0.6  # below this a kind is shown as a guess that wants a look
MAYBE = 0.3  # from this complaint score on, too, where it is held for something else: a missed one costs a customer
_TROUBLE = (Kind.COMPLAINT, Kind.ABUSIVE)


def judge(
    text: str,
    *,
    stars: int | None = None,
    previous: str | None = None,
    lang: str | None = None,
    posted_at: datetime | None = None,
    now: datetime | None = None,
    is_open: bool = False,
) -> Judgement:
    """What a post seems to be, from its words and stars. Never raises, whatever the text. Pure, for any thread.

    `previous`: our last message before it, where it is a later word of theirs. `lang`: what the place says the
    language is. `posted_at`, `now` and `is_open` (open now, or within 30 minutes) tell what is happening now;
    without them nothing is.
    """
    asked = [Asked(text, stars, previous)]
    return _judgements(asked, [lang], _Moment(posted_at, now, is_open))[0]


def judge_many(
    texts: Sequence[str],
    *,
    stars: Sequence[int | None] | None = None,
    previous: Sequence[str | None] | None = None,
    langs: Sequence[str | None] | None = None,
) -> list[Judgement]:
    """`judge` of each text, quicker together. The other sequences, where given, are as long as `texts`."""
    none = [None] * len(texts)
    asked = [Asked(*each) for each in zip(texts, stars or none, previous or none, strict=True)]
    return _judgements(asked, langs or none, _Moment(None, None, is_open=False))


class _Moment(NamedTuple):
    posted_at: datetime | None
    now: datetime | None
    is_open: bool


def _judgements(asked: Sequence[Asked], langs: Sequence[str | None], moment: _Moment) -> list[Judgement]:
    from desktop.triage.reader import reader  # numpy and the weights: only when something is judged

    scores = reader().read(asked)
    return [_judgement(*each, moment) for each in zip(asked, scores, langs, strict=True)]


def _judgement(asked: Asked, scores: Scores, lang: str | None, moment: _Moment) -> Judgement:
    low = plain(visible(asked.text))
    is_serious, is_now = is_meant_seriously(low), _is_now(low, moment)
    chances, complaint = _chances(scores, low, asked.stars)
    if is_serious or (is_now and by_rules(low, asked.stars)[0] is Kind.COMPLAINT):
        chances = _raised(chances)
    kind = max(chances, key=chances.__getitem__)
    about = dict(zip(_TOPICS, scores.topic, strict=True))
    return Judgement(
        kind=kind,
        probabilities=chances,
        is_unsure=chances[kind] < UNSURE or (kind not in _TROUBLE and complaint >= MAYBE),
        complaint_score=1.0 if is_serious else complaint,
        topics=_named(about, is_serious=is_serious),
        topic_probabilities=about,
        anger=sum(scores.anger) / len(scores.anger),
        anger_level=sum(chance >= 0.5 for chance in scores.anger),
        language=_language(scores, lang, can_tell=bool(low.strip()) and not _is_unread(low)),
        is_serious=is_serious,
        is_happening_now=is_now,
        text=asked.text,
        stars=asked.stars,
        previous=asked.previous,
        outcomes=dict(zip(_OUTCOMES, scores.follow_up, strict=True)),
    )


_NOTHING = {kind: 1.0 if kind is Kind.OTHER else 0.0 for kind in Kind}
_BARE = 0.9  # the chance of what stars without a word say


def _chances(scores: Scores, low: str, stars: int | None) -> tuple[dict[Kind, float], float]:
    """The chances of the kinds, and the complaint score."""
    if not low.strip() and not stars:
        return dict(_NOTHING), 0.0
    is_unread = _is_unread(low)
    if is_unread and not stars:
        return dict(_UNREAD), 0.5
    if is_unread or not any(map(str.isalnum, low)):  # the stars alone say it, or a thumb or a face does
        kind = by_rules(low, stars, is_meant_kindly=True)[0]
        rest = (1 - _BARE) / (len(Kind) - 1)
        return {each: _BARE if each is kind else rest for each in Kind}, _BARE if kind is Kind.COMPLAINT else rest
    from desktop.triage.reader import reader

    of = reader().hearing
    alone = called(scores.kind, low)
    is_english, said = scores.language[0] >= TOLD, told(low, stars, alone)
    found = heard(alone, said, of, is_english=is_english)
    louder = heard(alone, said, of, is_english=is_english, times=of.scored) if said.sure else found
    if stars and len(low.split()) <= _HARDLY:
        kind = by_rules(low, stars)[0]
        found, louder = _starred(found, kind), _starred(louder, kind)
    is_same = louder is found
    found = outright(found, low)
    louder = found if is_same else outright(louder, low)
    return dict(zip(KINDS, found, strict=True)), score(scores.complaint, louder, of)


_HARDLY = 2  # words: "Ok", "Well." and "..." hardly say anything beside stars


def _starred(chances: Sequence[float], kind: Kind) -> list[float]:
    """Nobody gives stars for small talk: what is thought to be that is what the stars say."""
    found, other = list(chances), KINDS.index(Kind.OTHER)
    if kind is not Kind.OTHER:
        found[KINDS.index(kind)] += found[other]
        found[other] = 0.0
    return found


_UNREAD = {kind: 0.4 if kind is Kind.OTHER else 0.1 for kind in Kind}  # nobody can tell without the language
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")  # letters of writing that none of the six languages has


def _is_unread(low: str) -> bool:
    """Whether most of its letters are of a writing that it can't read."""
    if low.isascii():
        return False
    return 2 * len(_FOREIGN.findall(low)) > sum(map(str.isalpha, low))


def _raised(chances: dict[Kind, float]) -> dict[Kind, float]:
    """With words of harm, or of trouble by who stands there, it is likely a complaint, unless abuse or a mix-up."""
    likeliest = max(chances, key=lambda each: chances[each])
    if likeliest in (Kind.ABUSIVE, Kind.MIX_UP) or chances[Kind.COMPLAINT] >= RAISED_TO:
        return chances
    rest = 1 - chances[Kind.COMPLAINT]
    part = (1 - RAISED_TO) / rest if rest > 0 else 0.0
    return {kind: RAISED_TO if kind is Kind.COMPLAINT else chance * part for kind, chance in chances.items()}


def _named(about: dict[Topic, float], *, is_serious: bool) -> tuple[Topic, ...]:
    ranked = sorted(_TOPICS, key=lambda topic: -about[topic])
    named = ranked[:1] + [topic for topic in ranked[1:MOST_TOPICS] if about[topic] >= NAMED]
    return tuple(dict.fromkeys([Topic.SAFETY] * is_serious + named))


def _language(scores: Scores, lang: str | None, *, can_tell: bool) -> str:
    """The likeliest; what the place says counts where the words leave it open."""
    from desktop.triage.reader import LANGUAGES

    if not can_tell:
        return ""
    best = max(range(len(LANGUAGES)), key=scores.language.__getitem__)
    said = (lang or "")[:2].lower()
    if scores.language[best] >= TOLD:
        return LANGUAGES[best]
    return said if said in LANGUAGES else ""


def _is_now(low: str, moment: _Moment) -> bool:
    if moment.posted_at is None or moment.now is None:
        return False
    return happening_now(low, moment.posted_at, moment.now, is_open=moment.is_open)
