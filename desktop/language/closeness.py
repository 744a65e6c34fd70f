"""Close forms: what two texts share though one says "twenty minutes" and the other "20 min", "sofa" or "couch".

Families of words for the same thing in a shop stand in resources/words/families.txt, one family a line.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.language.money import NUMBER_WORDS, spelled
from desktop.language.text import RESOURCES, content_stems, plain, stem, words

_SAYS_NOTHING = frozenset(
    stem(word)
    for word in (
        "experience experiences feedback quality team staff visit standard standards inconvenience trouble issue matter"
        " care concern attention satisfaction happy unhappy learn value business manager company honest seriously"
        " details local"
    ).split()
)  # words of answers that would fit everybody
_UNITS = r"second|minute|min|hour|hr|day|week|month|year|time|people|person|guest|metre|mile|gram|kilo|page"
_COUNTED = re.compile(
    rf"(?<![\w.,])(?P<number>\d{{1,4}}|an?|half an|{NUMBER_WORDS})[ -](?P<unit>{_UNITS})s?(?!\w)"
)
_CLOCK = re.compile(
    r"(?<![\d.,:£$€])\d{1,2}:\d\d(?!\d)|(?<!\w)(?:by|at|till|until|before|from|after) \d{1,2}(?:[.]\d\d)?(?![\d:])"
)  # the time of day we give is nothing they named
_SPELLED = re.compile(rf"(?<!\w)(?:{NUMBER_WORDS})(?!\w)")
_SAME_UNIT = {"min": "minute", "hr": "hour", "person": "people", "guest": "people"}
_TELLING_FROM = 10  # smaller numbers in words say nothing without what they count


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    """The stem of a word -> the first word of its family."""
    lines = (RESOURCES / "words" / "families.txt").read_text("utf-8").splitlines()
    return {stem(word): line.split()[0] for line in lines for word in line.split()}


def close_stems(text: str) -> frozenset[str]:
    """What a text names, in a form in which close words are the same word."""
    return _close_stems(plain(text))


@lru_cache(maxsize=512)
def _close_stems(low: str) -> frozenset[str]:
    low = _CLOCK.sub(lambda found: " " * len(found.group()), low)
    named = {stem(piece.text) for piece in words(low)} & _families().keys() | content_stems(low)
    found = {_families().get(word, word) for word in named} - _SAYS_NOTHING
    for counted in _COUNTED.finditer(low):
        unit = counted["unit"]
        found.add(f"{_number(counted['number'])} {_SAME_UNIT.get(unit, unit)}")
    for number in _SPELLED.finditer(low):
        if (value := spelled(number.group())) >= _TELLING_FROM:
            found.add(f"{value:g}")
    return frozenset(found)


def _number(words: str) -> str:
    if words.isdigit():
        return str(int(words))
    return {"a": "1", "an": "1", "half an": "½"}.get(words) or f"{spelled(words):g}"
