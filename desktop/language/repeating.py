"""Turns of phrase that come again and again in texts. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from desktop.language.text import Piece, plain, sentences, words

SHORTEST = 3  # words
_TELLING = 2  # of them that aren't among the small ones
_SAME = 0.75  # a longer phrase stands for one in it that stands in hardly more texts
_SIGN_OFF = 4  # words of a last line that says nothing more
_SIGN_OFF_NAMED = 8  # of one with a name in it

SMALL = frozenset(
    # English
    "a an the and or but so if then than as of to in on at by for from with without about into over after before up "
    "out off it its it's this that these those there here i i'm i'd i'll i've me my we we're we'd we'll we've us our "
    "you you're you'd you'll you've your he she his her they they're their them who what which when where how is are "
    "was were be been am do does did has have had can could will would shall should may might must not no very just "
    "also too all any some "
    # German
    "der die das den dem des ein eine einen einem einer eines und oder aber dass wenn weil als wie von zu zum zur im "
    "am auf aus bei mit nach für über um ich wir uns unser unsere unserem unserer du dir dich dein deine sie ihr ihre "
    "ihnen ihrem ihren es er ist sind war waren sein hat haben hatte wird werden kann können nicht kein keine sehr "
    "auch nur noch so da "
    # French, Spanish, Italian, Portuguese, Dutch
    "le la les un une du de et ou que qui je nous vous notre votre vos nos il elle est sont pour par dans sur avec ne "
    "pas el los las una y o con por para su sus se lo que nuestro nuestra en es son no muy il gli una di e che per "
    "ci vi del della non è sono os as um uma do da em no na com não het een van wij we ons onze jij je uw en te op "
    "met voor niet is".split()
)


class Repeated(NamedTuple):
    """`words` as they are written most often; in how many of the texts."""

    words: str
    number: int


Run = tuple[str, ...]


class _Line(NamedTuple):
    """A stretch of words without a stop or a name in it, and how it is written."""

    words: Run
    pieces: tuple[Piece, ...]
    text: str


def key_of(phrase: str) -> str:
    """The words alone: what two ways to write the same phrase have in common."""
    return " ".join(piece.text for piece in words(plain(phrase)))


def meeting(phrases: Iterable[str]) -> re.Pattern[str]:
    """Meets any of the phrases in a plain text, whatever stands between their words; nothing where there are none."""
    found = sorted({key for phrase in phrases if (key := key_of(phrase))}, key=len, reverse=True)
    parts = [r"\W+".join(map(re.escape, key.split())) for key in found]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)")


def repeated(
    texts: Iterable[str], least: int, names: Collection[str] = (), said: Collection[str] = ()
) -> list[Repeated]:
    """The phrases that stand in at least so many of the texts, those in most of them first.

    `names` (words of them, in small letters) are no part of a phrase, and what stands under "We say" is none. Of
    phrases that lie in each other the longest one is told that hardly fewer texts have.
    """
    ours = meeting(said)
    many = Counter[Run]()
    as_written: dict[Run, _Line] = {}
    for text in texts:
        lines = {line.words: line for line in _lines(text, frozenset(names), ours)}
        many.update(lines.keys())
        for run, line in lines.items():
            as_written.setdefault(run, line)
    counts = _count(many, least)
    chosen = _chosen(counts)
    return [Repeated(_as_written(run, as_written), number) for run, number in chosen]


def _lines(text: str, names: Collection[str], ours: re.Pattern[str]) -> Iterable[_Line]:
    low = _without_sign_off(plain(text), names)
    low = ours.sub(lambda met: "\n" * len(met.group()), low)
    for sentence in sentences(low):
        held: list[Piece] = []
        for piece in [*words(sentence.text), None]:
            if piece is not None and piece.text.removesuffix("'s") not in names:
                held.append(piece)
                continue
            if len(held) >= SHORTEST:
                start, end = sentence.start + held[0].start, sentence.start + held[-1].end
                moved = tuple(Piece(one.text, one.start - held[0].start, one.end - held[0].start) for one in held)
                yield _Line(tuple(one.text for one in held), moved, text[start:end])
            held = []


def _without_sign_off(text: str, names: Collection[str]) -> str:
    """Without a last line of few words."""
    body = text.rstrip()
    cut = body.rfind("\n")
    last = words(body[cut + 1 :])
    is_named = any(piece.text in names for piece in last)
    return body[:cut] if cut > 0 and len(last) <= (_SIGN_OFF_NAMED if is_named else _SIGN_OFF) else body


def _count(many: Mapping[Run, int], least: int) -> dict[Run, int]:
    """In how many texts each run of words stands, where that is at least `least`.

    A longer run is only looked at where both runs in it, less its first and less its last word, are that frequent.
    """
    found: dict[Run, int] = {}
    starts: dict[Run, list[int]] = {line: list(range(len(line) - SHORTEST + 1)) for line in many}
    size = SHORTEST
    while starts:
        level = Counter[Run]()
        for line, places in starts.items():
            for run in {line[at : at + size] for at in places}:
                level[run] += many[line]
        frequent = {run: number for run, number in level.items() if number >= least}
        found |= frequent
        longer: dict[Run, list[int]] = {}
        for line, places in starts.items():
            kept = [at for at in places if line[at : at + size] in frequent]
            if next_ones := [at for at, after in pairwise(kept) if after == at + 1]:
                longer[line] = next_ones
        starts, size = longer, size + 1
    return found


def _chosen(counts: Mapping[Run, int]) -> list[tuple[Run, int]]:
    covered = {
        part for run, number in counts.items() for part in (run[1:], run[:-1]) if number >= _SAME * counts.get(part, 0)
    }
    whole = {trimmed for run in counts if run not in covered and (trimmed := _trimmed(run))}
    ranked = sorted(whole, key=lambda run: (-counts[run], -len(run), run))
    taken, chosen = set[Run](), list[tuple[Run, int]]()
    for run in ranked:
        parts = {run[at : at + SHORTEST] for at in range(len(run) - SHORTEST + 1)}
        if taken.isdisjoint(parts):
            chosen.append((run, counts[run]))
            taken |= parts
    return chosen


def _trimmed(run: Run) -> Run:
    """Without small words at its end; empty where too little is left to be a phrase of its own."""
    end = len(run)
    while end and run[end - 1] in SMALL:
        end -= 1
    left = run[:end]
    telling = sum(word not in SMALL and len(word) > 2 for word in left)
    return left if len(left) >= SHORTEST and telling >= _TELLING else ()


def _as_written(run: Run, lines: Mapping[Run, _Line]) -> str:
    ways = Counter[str]()
    size = len(run)
    for line in lines.values():
        for at in range(len(line.words) - size + 1):
            if line.words[at : at + size] == run:
                ways[" ".join(line.text[line.pieces[at].start : line.pieces[at + size - 1].end].split())] += 1
    return ways.most_common(1)[0][0]
