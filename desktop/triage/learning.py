"""What a shop's own corrections teach: a guess leans a little, within bounds, and says why. Pure.

Three things are learned. Which kinds are guessed too often or too seldom here (the lean of a kind); which words go
with a kind here; and the very same words with the very same stars, sorted the same way twice. The first two move a
guess by `MOST` at the outside, so what the reader is sure of stays; a helper's hand counts half and is bounded apart,
so that nobody alone by accident turns the inbox round. What binds a text is the owner's word twice, or two people's:
one helper's word, however often, only leans it within those bounds, and takes back nothing that others said. Nothing
here touches what is serious.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from desktop.language.text import common_words, plain, visible, words
from desktop.records import Kind

KIND_MOST, WORDS_MOST = 0.4, 1.1  # how far a kind, and the words of one text, may lean: in log odds
MOST = KIND_MOST + WORDS_MOST  # one kind up and another down by that much: 20 to 1
_KIND_STEP, _WORD_STEP, _WORD_MOST = 0.1, 0.4, 0.8
SORTED = "because you sorted"  # how every reason begins that was learned
_HELPER = 0.5  # of what the owner's hand counts, and of the bounds for one helper
_TEXTS = 2  # different texts before a kind or a word counts
_TWICE = 2  # the same words sorted the same way: by the owner, or by two people
_READ = 2_000  # characters of a text that are learned from
_LEAST = 1e-6

_Who = tuple[str, bool]  # person, is the owner
_ByWord = Mapping[str, Mapping[Kind, float]]
_Whole = tuple[str, int | None]  # the same words, with the stars that came with them


class Lesson(NamedTuple):
    """A person said what a guessed text is; `said` may be what was guessed."""

    text: str
    guessed: Kind
    said: Kind
    person: str
    is_owner: bool
    stars: int | None = None

    @property
    def who(self) -> tuple[str, bool]:
        return self.person, self.is_owner


class Moved(NamedTuple):
    """A guess after what was learned. `reason` is empty where the kind stayed."""

    kind: Kind
    probabilities: Mapping[Kind, float]
    reason: str


@dataclass(frozen=True, slots=True)
class Learned:
    """What the lessons come to. `by_kind` and `words` (of each person) in log odds, `same`: whole texts, `alone`: those
    that one helper alone sorted twice, and who."""

    lessons: tuple[Lesson, ...] = ()
    by_kind: Mapping[Kind, float] = field(default_factory=dict)
    words: Mapping[_Who, _ByWord] = field(default_factory=dict)
    same: Mapping[_Whole, Kind] = field(default_factory=dict)
    alone: Mapping[_Whole, tuple[_Who, Kind]] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()  # all the words

    def known(self, text: str, stars: int | None = None) -> Kind | None:
        """What these very words, with these very stars, were sorted as, twice."""
        return self.same.get((same_words(text), stars)) if self.same else None

    def move(self, text: str, probabilities: Mapping[Kind, float], stars: int | None = None) -> Moved:
        """The guess for a text as these lessons lean it. `probabilities` add up to 1."""
        before = likeliest(probabilities)
        if (known := self.known(text, stars)) is not None:
            if known is before:
                return Moved(before, probabilities, "")
            sure = {kind: 0.9 if kind is known else 0.1 / (len(Kind) - 1) for kind in Kind}
            return Moved(known, sure, "because you sorted these words so twice")
        found = sorted(self.telling & _words(text)) if self.telling else []
        alone = self.alone.get((same_words(text), stars)) if self.alone else None
        if not found and not self.by_kind and alone is None:
            return Moved(before, probabilities, "")
        after = _leaned(probabilities, {kind: self._lean(kind, found, alone) for kind in Kind})
        kind = likeliest(after)
        return Moved(kind, after, "" if kind is before else self._reason(before, kind, found))

    def telling_words(self, most: int = 8) -> dict[Kind, tuple[str, ...]]:
        """The words that go with each kind here, those that lean it most first; kinds without any are left out. None
        with a little word in it, nor one that stands in a pair."""
        found, little = {}, common_words()
        naming = [word for word in self.telling if little.isdisjoint(word.split())]
        for kind in Kind:
            lean = {word: sum(said.get(kind, 0.0) for said in self.leans_of(word)) for word in naming}
            ranked = sorted((word for word, much in lean.items() if much > 0), key=lambda word: (-lean[word], word))
            whole = [word for word in ranked if not any(word in other.split() for other in ranked if other != word)]
            if whole:
                found[kind] = tuple(whole[:most])
        return found

    def leans_of(self, word: str) -> list[Mapping[Kind, float]]:
        """How a word leans the kinds, for each person who sorted it."""
        return [by_word[word] for by_word in self.words.values() if word in by_word]

    def _lean(self, kind: Kind, found: Sequence[str], alone: tuple[_Who, Kind] | None) -> float:
        said = 0.0
        for who, by_word in self.words.items():
            theirs = sum(by_word[word].get(kind, 0.0) for word in found if word in by_word)
            if alone == (who, kind):
                theirs = WORDS_MOST
            said += _within(theirs, WORDS_MOST * _part(who))
        return self.by_kind.get(kind, 0.0) + _within(said, WORDS_MOST)

    def _reason(self, before: Kind, kind: Kind, found: Sequence[str]) -> str:
        """ "because you sorted 3 like this: “boiler”"; or why the other kind lost."""
        weights = {word: sum(said.get(word, {}).get(kind, 0.0) for said in self.words.values()) for word in found}
        telling = sorted((word for word in found if weights[word] > 0), key=lambda word: -weights[word])[:3]
        alike = [lesson for lesson in self.lessons if lesson.said is kind]
        if telling:
            alike = [lesson for lesson in alike if not _words(lesson.text).isdisjoint(telling)]
        if not alike:
            others = sum(lesson.guessed is before for lesson in self.lessons)
            return f"because you sorted {others} such guesses otherwise"
        named = ", ".join(f"“{word}”" for word in telling)
        return f"because you sorted {len(alike)} like this{': ' if named else ''}{named}"


class Changed(NamedTuple):
    """What was learned or forgotten between two times: whole texts, words, and whether kinds lean otherwise."""

    texts: frozenset[_Whole]
    words: frozenset[str]
    kinds: bool

    def is_of(self, text: str, stars: int | None) -> bool:
        """Whether the very words of a text are guessed otherwise by it."""
        return bool(self.texts) and (same_words(text), stars) in self.texts

    def is_in(self, text: str) -> bool:
        """Whether a word of a text leans it otherwise."""
        return bool(self.words) and not self.words.isdisjoint(_words(text))


def changed(made: Iterable[Learned], now: Learned) -> Changed:
    """What open guesses that were made with any of these don't know yet, or still hold."""
    texts, told, kinds = set[_Whole](), set[str](), False
    for one in made:
        texts |= {whole for whole, _ in one.same.items() ^ now.same.items()}
        texts |= {whole for whole, _ in one.alone.items() ^ now.alone.items()}
        told |= {word for word in one.telling | now.telling if one.leans_of(word) != now.leans_of(word)}
        kinds = kinds or one.by_kind != now.by_kind
    return Changed(frozenset(texts), frozenset(told), kinds)


@lru_cache(maxsize=4)
def learned(lessons: tuple[Lesson, ...]) -> Learned:
    """What lessons teach, the oldest first. Remembered: every post that comes asks for it."""
    wrong = [lesson for lesson in lessons if lesson.said is not lesson.guessed]
    by_word = _by_word(wrong)
    same, alone = _same(lessons)
    return Learned(tuple(wrong), _kinds(wrong), by_word, same, alone, frozenset().union(*by_word.values()))


def likeliest(chances: Mapping[Kind, float]) -> Kind:
    return max(chances, key=lambda kind: chances[kind])


def same_words(text: str) -> str:
    """What two texts share that say the same: marks, case and white space left out; "" for no words at all."""
    return " ".join(piece.text for piece in words(plain(visible(text[:_READ]))))


# --- the very same words ------------------------------------------------------------------------


def _same(lessons: Iterable[Lesson]) -> tuple[dict[_Whole, Kind], dict[_Whole, tuple[_Who, Kind]]]:
    """Texts that people agree on, and those that one helper alone sorted the same way twice."""
    said: dict[_Whole, dict[_Who, list[Kind]]] = defaultdict(lambda: defaultdict(list))
    for lesson in lessons:
        if key := same_words(lesson.text):
            said[key, lesson.stars][lesson.who].append(lesson.said)
    bound = {whole: kind for whole, people in said.items() if (kind := _bound(people)) is not None}
    alone = {
        whole: (who, kinds[-1])
        for whole, people in said.items()
        if len(people) == 1 and whole not in bound
        for who, kinds in people.items()
        if _is_twice(kinds)
    }
    return bound, alone


def _bound(people: Mapping[_Who, Sequence[Kind]]) -> Kind | None:
    """The kind that the owner said twice running, or that is the last word of two people. A later different word of
    the owner takes it back until it is said twice; of a helper, only what he said himself."""
    votes: Counter[Kind] = Counter()
    for (_, is_owner), kinds in people.items():
        votes[kinds[-1]] += _TWICE if is_owner and _is_twice(kinds) else 1
    owners = {kinds[-1] for (_, is_owner), kinds in people.items() if is_owner}
    found = [kind for kind, number in votes.items() if number >= _TWICE and owners <= {kind}]
    return found[0] if len(found) == 1 else None


def _is_twice(kinds: Sequence[Kind]) -> bool:
    return len(kinds) >= _TWICE and len(set(kinds[-_TWICE:])) == 1


# --- kinds and words ----------------------------------------------------------------------------


def _kinds(wrong: Sequence[Lesson]) -> dict[Kind, float]:
    """Kinds said more often than guessed lean up, and the other way round."""
    shares: dict[_Who, Counter[Kind]] = defaultdict(Counter)
    texts: dict[Kind, set[str]] = defaultdict(set)
    for lesson in wrong:
        _count(shares[lesson.who], lesson)
        for kind in (lesson.said, lesson.guessed):
            texts[kind].add(same_words(lesson.text))
    lean: dict[Kind, float] = defaultdict(float)
    for who, count in shares.items():
        for kind, n in count.items():
            lean[kind] += _within(_KIND_STEP * n * _part(who), KIND_MOST * _part(who))
    return {kind: _within(one, KIND_MOST) for kind, one in lean.items() if one and len(texts[kind]) >= _TEXTS}


def _by_word(wrong: Sequence[Lesson]) -> dict[_Who, _ByWord]:
    """Words that stand in several of the texts sorted anew, for each person who sorted them."""
    once = {same_words(lesson.text): lesson for lesson in wrong}
    texts = Counter(word for lesson in once.values() for word in _words(lesson.text))
    telling = frozenset(word for word, number in texts.items() if number >= _TEXTS)
    shares: dict[_Who, dict[str, Counter[Kind]]] = defaultdict(lambda: defaultdict(Counter))
    for lesson in wrong:
        theirs = shares[lesson.who]
        for word in telling & _words(lesson.text):
            _count(theirs[word], lesson)
    return {
        who: {word: _leans(count, _part(who)) for word, count in counts.items()} for who, counts in shares.items()
    }


def _count(count: Counter[Kind], lesson: Lesson) -> None:
    count[lesson.said] += 1
    count[lesson.guessed] -= 1


def _leans(count: Counter[Kind], part: float) -> dict[Kind, float]:
    return {kind: _within(_WORD_STEP * n * part, _WORD_MOST * part) for kind, n in count.items() if n}


def _part(who: _Who) -> float:
    """What a person's hand counts."""
    return 1.0 if who[1] else _HELPER


def _within(lean: float, most: float) -> float:
    return max(-most, min(most, lean))


def _leaned(probabilities: Mapping[Kind, float], leaning: Mapping[Kind, float]) -> dict[Kind, float]:
    raw = {
        kind: math.exp(math.log(max(probabilities.get(kind, 0.0), _LEAST)) + leaning.get(kind, 0.0)) for kind in Kind
    }
    whole = sum(raw.values())
    return {kind: one / whole for kind, one in raw.items()}


@lru_cache(maxsize=2_000)
def _words(text: str) -> frozenset[str]:
    """Words that name something, and pairs of neighbours with one of them in it."""
    known = common_words()
    said = [piece.text for piece in words(plain(visible(text[:_READ]))) if len(piece.text) > 1]
    naming = {word for word in said if word not in known and not word.isdigit()}
    return frozenset(naming | {f"{a} {b}" for a, b in pairwise(said) if a in naming or b in naming})
