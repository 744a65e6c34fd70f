"""The specific things a text names: troubles to answer, and short phrases worth saying back.

Rules, not a model: word lists and their order decide, so the same text always gives the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.language.closeness import close_stems
from desktop.language.cues import Cue, cue_lists
from desktop.language.money import amounts
from desktop.language.text import (
    READ_AT_MOST,
    Piece,
    common_words,
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


def details(text: str, names: tuple[str, ...] = ()) -> tuple[Detail, ...]:
    """All details, best first: what went wrong, then the phrases only this person would use.

    `names`: what the shop and the writer are called. Handles and names are nobody's detail.
    """
    return (*troubles(text, names), *phrases(text, names))[:MOST]


def troubles(text: str, names: tuple[str, ...] = ()) -> tuple[Detail, ...]:
    """What went wrong, in the order of the text, one detail for each separate trouble."""
    return _troubles(text[:READ_AT_MOST], names)


@lru_cache(maxsize=20_000)
def topics(text: str, names: tuple[str, ...] = ()) -> frozenset[str]:
    """The kinds of trouble a text names ("the wait"). Remembered: the board asks again of thousands."""
    return frozenset(detail.topic for detail in troubles(text, names) if detail.topic)


def every_topic() -> tuple[str, ...]:
    """All kinds of trouble there are names for."""
    return cue_lists("answers").labels


def phrases(text: str, names: tuple[str, ...] = ()) -> tuple[Detail, ...]:
    """Short phrases naming something, best first: "raw dough", "eleven people", "my mum's 70th"."""
    return _phrases(text[:READ_AT_MOST], names)


@lru_cache(maxsize=256)
def _troubles(text: str, names: tuple[str, ...]) -> tuple[Detail, ...]:
    nameless = without_names(text, names)
    whole, text = text, _ADDRESS.sub(_spaces, text)
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
            found += [d for d in _in_sentence(text, sentence, inside) if _says_what(d, nameless)]
        if len(found) >= MOST:
            break
    said = (replace(d, text=whole[d.start : d.end]) for d in found)
    return _each_topic_once(said)[:MOST]


@lru_cache(maxsize=256)
def _phrases(text: str, names: tuple[str, ...]) -> tuple[Detail, ...]:
    marks = [(d.start, d.end) for d in troubles(text, names)]
    text = without_names(text, names)
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
    return meets(detail, answering(draft), close_stems(draft))


def meets(detail: Detail, draft: str, stems: frozenset[str]) -> bool:
    """`names` for a draft already prepared by `answering` and `close_stems`."""
    if detail.topic and cue_lists("answers").has(draft, detail.topic):
        return True
    own = close_stems(detail.text)
    if not own:  # only everyday words: "nobody answers"
        return any(len(word.text) > 4 and f"{word.text} " in f"{draft} " for word in words(plain(detail.text)))
    if detail.topic:  # a topic's trouble wants its own words, not just any word of the sentence
        return len(own & stems) >= 2
    return bool(own & stems) or plain(detail.text) in draft


def shares_words(text: str, names: tuple[str, ...], stems: frozenset[str]) -> bool:
    """Whether a draft (its `close_stems`) says any word that this text says of a thing, in a close form."""
    return not stems.isdisjoint(close_stems(without_names(text[:READ_AT_MOST], names)))


_PROMISED = re.compile(
    r"\b(?:i'll|we'll|i will|we will|i can|we can|can i|i'd like to|let me|going to|to|please|and) "
    r"(?:ring|call|phone|message|email|write|answer|reply)\b"
)


def answering(draft: str) -> str:
    """A draft in plain form without promises to ring or write: those answer no missed call."""
    return _PROMISED.sub(lambda m: " " * len(m.group()), plain(draft))


# --- handles and names --------------------------------------------------------------------------

_ADDRESS = re.compile(r"(?<![\w.])@[\w][\w.-]*(?:@[\w.-]+)?\w|https?://\S+|www\.\S+")


_BETWEEN = r"[\s.'’-]{1,3}"  # between the words of a name


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found.group())


def without_names(text: str, names: tuple[str, ...]) -> str:
    """The text with spaces for handles, links and the names, every other character at its place."""
    text = _ADDRESS.sub(_spaces, text)
    for pattern in _called_like(names):
        text = pattern.sub(_spaces, text)
    return text


@lru_cache(maxsize=64)
def _called_like(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A name, and its beginning: people leave the last words out ("Puddle Street" for Puddle Street Cycles)."""
    split = [[re.escape(piece.text) for piece in words(name)[:8]] for name in names]
    return tuple(
        re.compile(rf"(?<!\w){_BETWEEN.join(said[:size])}(?!\w)", re.IGNORECASE)
        for said in split
        for size in range(len(said), min(len(said), 2) - 1, -1)
        if size
    )


# --- troubles -----------------------------------------------------------------------------------

_CLAUSE = re.compile(r"[,;:–—]\s+|\s+-\s+|\s+(?:and|but|then|so|while|und|aber|y|pero|et|mais|e|ma|mas)\s+")
_SHORT = 90  # characters of a sentence that is quoted whole


def _in_sentence(text: str, sentence: Piece, cues: list[Cue]) -> list[Detail]:
    topics = {cue.label for cue in cues if cue.label}
    clauses = [_words_of(text, start, end) for start, end in _clauses(text, sentence) if _has(cues, start, end)]
    are_apart = len(clauses) > 1 and all(_stands_alone(said) for said in clauses)
    if len(topics) <= 1 and len(sentence.text) <= _SHORT and not are_apart:
        topic = next(iter(topics), "")
        return [_trouble(text, sentence.start, sentence.end, topic)]
    found: list[Detail] = []
    for start, end in _clauses(text, sentence):
        inside = [cue for cue in cues if start <= cue.start < end]
        if not inside:
            continue
        topic = next((cue.label for cue in inside if cue.label), "")
        if found and topic == found[-1].topic and (topic or not are_apart) and start - found[-1].end <= 6:
            start = found.pop().start
        found.append(_trouble(text, start, end, topic))
    return found


def _has(cues: list[Cue], start: int, end: int) -> bool:
    return any(start <= cue.start < end for cue in cues)


def _words_of(text: str, start: int, end: int) -> list[str]:
    return [plain(piece.text) for piece in words(text[start:end])]


def _stands_alone(said: list[str]) -> bool:
    """A clause that names what it is about: "the batteries leaked", not "nobody comes" or "nobody said a word"."""
    names_it = any(word not in common_words() for word in said) and not _VAGUE.issuperset(said)
    return len(said) > 2 and said[0] not in ("nobody", "nothing", "no") and names_it


def _clauses(text: str, sentence: Piece) -> list[tuple[int, int]]:
    edges, start = [], sentence.start
    for cut in _CLAUSE.finditer(text, sentence.start, sentence.end):
        edges.append((start, cut.start()))
        start = cut.end()
    edges.append((start, start + len(text[start : sentence.end].rstrip(".!?… "))))
    return [(a, b) for a, b in edges if b > a]


_JOINING = re.compile(r"(?:(?:and|but|so|then|with|which|who|because|as|plus)\s+)+(?=\S)", re.IGNORECASE)
_VAGUE = frozenset(
    "a absolutely again all always am an and angry annoyed annoying anyone appalling are as at avoid awful bad but care"
    " cares company complaint complete completely disappointed disappointing disappointment disaster disgrace"
    " disgraceful disgusted disgusting dreadful enough ever everything experience extremely fair feel feeling felt for"
    " from frankly frustrated frustrating fuming furious good great guys had happened happy have hello horrible how i"
    " i'm i've impressed in is issue issues it it's joke just left life lot made me mistake mistakes my never no nobody"
    " no-one not of ok okay one people place poor problem problems quite rather really right rubbish seriously service"
    " shame shocking shop simply so sorry terrible terribly that that's the there they this to total totally truly"
    " ultimately unacceptable unhappy upset upsetting us useless very was we well were what with worse worst wrong you"
    " your".split()
)


def _says_what(detail: Detail, nameless: str) -> bool:
    """ "Not happy" and "nobody" say how it felt, not what happened: nobody could answer them."""
    said = [plain(piece.text) for piece in words(nameless[detail.start : detail.end])]
    return bool(detail.topic) or (len(said) > 1 and not _VAGUE.issuperset(said))


def _trouble(text: str, start: int, end: int, topic: str) -> Detail:
    joining = _JOINING.match(text, start, end)
    start = joining.end() if joining else start
    return Detail(text[start:end], start, end, topic or _called(text[start:end]), True, topic)


def _each_topic_once(found: Iterable[Detail]) -> tuple[Detail, ...]:
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
    r"\d[\d.,:]*(?:st|nd|rd|th)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty"
    r"|forty|fifty|sixty|hundred|dozen|half"
)
_UNITS = frozenset(
    f"{unit}{s}"
    for unit in ("hour", "minute", "min", "hr", "day", "week", "month", "year", "time", "gram", "mile", "kilo")
    for s in ("", "s")
) | {"people"}
_POSSESSIVE = frozenset(["my", "our", "his", "her", "their"])
_BEFORE_A_VERB = frozenset(
    "i we you they he she it who to can could would will should may might must do does did don't doesn't didn't cannot"
    " can't couldn't won't wouldn't not never i'll you'll we'll they'll i'd you'd we'd they'd i've we've you've they've"
    " have has had haven't hasn't hadn't ever just always be been being am is are was were i'm we're you're they're"
    " it's he's she's isn't aren't wasn't weren't please let let's".split()
)
_TO_BE = frozenset("be been am is are was were i'm it's he's she's isn't aren't wasn't weren't".split())
BEFORE_A_NOUN = frozenset(
    "a an the my our your his her their its no any some every each both all of for with without in on at from by under"
    " over into off onto about after before through behind near between like first second third last next only same new"
    " old big small little another other wrong good bad best worst great more less many few several whole own".split()
)
_AFTER_A_NOUN = _TO_BE | frozenset(
    "has had hasn't still came went never keeps kept didn't doesn't won't".split()
)


def _candidates(text: str) -> list[tuple[Piece, float]]:
    """Phrases with points for how telling their form is."""
    found: list[tuple[Piece, float]] = []
    run: list[Piece] = []
    for piece in words(text):
        if run and not _touch(text, run[-1], piece):
            found += _from_run(text, run)
            run = []
        run.append(piece)
    return found + _from_run(text, run) + _when_and_how_much(text)


_DAYS = r"(?:next |last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SUM = (
    r"(?:paid|pay|charged me|charged us|bill of|deposit of|cost me|cost us|costs?|wanted|take)"
    r" (?P<sum>\d[\d.,]*\d|\d\d?)(?! ?[\w%]*(?:min|hour|day|week|month|year))"
)
_WHEN = re.compile(rf"(?<!\w)(?:(?P<day>{_DAYS})|{_SUM}|\d{{1,2}}:\d\d)(?!\w)")


def _when_and_how_much(text: str) -> list[tuple[Piece, float]]:
    """The days and times of day a text names, and what was paid."""
    low = plain(text)
    sums = [(amount.start, amount.end, 1.6) for amount in amounts(low)]
    for found in _WHEN.finditer(low):
        start, end = found.span("sum" if found["sum"] else 0)
        sums.append((start, end, 1.4 if found["sum"] else 0.7 if found["day"] else 1.0))
    return [(Piece(text[start:end], start, end), points) for start, end, points in sums]


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
            start, end = _nouns(low, i, j)
            if end > start:
                first, points = _lead(low, start)
                last = _owned(low, naming, end)
                first -= first == start and start > 0 and low[start - 1] in ("a", "an", "the")
                found.append((_join(text, run[first], run[last - 1]), points + min(last - start, 2)))
                j = max(j, last)
        elif _NUMBER.fullmatch(low[i]) and i + 1 < len(run) and low[i + 1] in _UNITS:
            found.append((_join(text, run[i], run[i + 1]), 2.8 if low[i + 1] == "people" else 1.8))
        i = max(j, i + 1)
    return [item for item in found if len(item[0].text) > 2]


def _nouns(low: list[str], start: int, end: int) -> tuple[int, int]:
    """The words of low[start:end] that name something: no verb in front, none at the end; may be none."""
    before = low[start - 1] if start else ""
    is_told = before in _BEFORE_A_VERB
    if is_told and not (before in _TO_BE and end - start > 1):
        start += 1
    while end - start > 1 and len(low[end - 1]) > 4 and re.search(r"[^e]ed$", low[end - 1]):
        end -= 1
    if end - start != 1 or (is_told and start and low[start - 1] != before):
        return start, end
    after = low[end] if end < len(low) else ""
    is_named = before in BEFORE_A_NOUN or bool(_NUMBER.fullmatch(before)) or before.endswith("'s")
    return (start, end) if is_named or after in _AFTER_A_NOUN else (start, start)


def _owned(low: list[str], naming: list[bool], end: int) -> int:
    """Where a phrase ends that says whose, or which, it is: "mum's 70th", "the blue one", "a cup of tea"."""
    after = low[end] if end < len(low) else ""
    if after in ("one", "ones"):
        return end + 1
    if not low[end - 1].endswith("'s") and after != "of":
        return end
    if end < len(low) and _NUMBER.fullmatch(low[end]):
        return end + 1
    last = next((at + 1 for at in range(end, min(end + 3, len(low))) if naming[at]), end)
    while end < last < min(end + 4, len(low)) and naming[last]:
        last += 1
    return last


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
