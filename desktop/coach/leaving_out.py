"""What leaves without names and private things: those become "[name]" and "[left out]"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.coach.private import spans as private_spans
from desktop.language.text import COURTESIES, READ_AT_MOST, common_words

NAME, PRIVATE = "[name]", "[left out]"
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<!\w)@[\w.@-]+")
_CAPITAL = re.compile(r"(?<![\w\[])[A-ZÀ-ÖØ-Þ][\w’'-]*")
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december i".split()
)


_NEVER_NAMES = COURTESIES | frozenset(
    "a an and at by for from in of on the to with de la le les der die das und el il".split()
)
_AT_FIRST = re.compile(r"(?:\[left out\][,:]?\s+|\[name\][,:!]\s+)+")  # whom a text speaks to, at its very beginning
_GERMAN = re.compile(r"(?<!\w)(?:und|ist|nicht|ich|wir|der|das|ein|eine|mit|für|auf|zum|zur)(?!\w)", re.I)


def without_private(text: str, names: Iterable[str], currency: str = "€") -> str:
    """The text without links and addresses, numbers of people and orders, words about health, and names.

    A name is one of `names` (any word of them, in small letters where that is no common word), or a word with a
    capital inside a sentence that isn't a common one (not in German, where every noun has one).
    What is longer than we read (READ_AT_MOST characters) doesn't leave either.
    """
    text = text[:READ_AT_MOST]
    for start, end in reversed(private_spans(text, currency)):
        text = text[:start] + PRIVATE + text[end:]
    text = _LINK.sub(PRIVATE, text)
    names = tuple(names)
    known = {word.strip(".,") for name in names for word in name.lower().split() if len(word.strip(".,")) > 1}
    known -= _NEVER_NAMES
    whole = {name for name in names if len(name) > 2 and name.lower() not in common_words() | _NEVER_NAMES}
    for name in sorted(whole, key=lambda one: (-len(one), one)):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, text, flags=re.I)
    small = set(re.findall(r"(?<!\w)[^\W\d_A-Z][\w’'-]*", text))  # "a valve cap. A VALVE CAP!"
    is_german = len(_GERMAN.findall(text)) > 1
    inside = set() if is_german else {match.group() for match in _inside(text)}
    inside -= {word for word in inside if word.isupper() and word.lower() in small}
    keep = common_words() | _DAYS | _NEVER_NAMES

    def put(match: re.Match[str]) -> str:
        word = match.group()
        bare = re.sub(r"['’]s?$", "", word)
        is_known = bare.lower() in known and (word[0].isupper() or bare not in keep)  # "will" is no Will
        is_name = is_known or (word in inside and bare.lower() not in keep)
        return f"{NAME}{word[len(bare) :]}" if is_name else word

    made = re.sub(r"(?<![\w\[])[^\W\d_][\w’'-]*", put, text)
    return re.sub(r"\[name\](?:[ -]\[name\])+", NAME, made)


def _inside(text: str) -> list[re.Match[str]]:
    """Words with a capital that don't begin a sentence or a line."""
    starts = {match.start() for match in re.finditer(r"(?:\A|\n|[.!?…:]\s+)[\"“‘(]*(?=\w)", text)}
    begins = {
        at + len(match.group())
        for at in starts
        if (match := re.compile(r"(?:\n|[.!?…:]\s+)?[\"“‘(]*").match(text, at)) is not None
    }
    if first := _AT_FIRST.match(text):
        begins.add(first.end())
    return [match for match in _CAPITAL.finditer(text) if match.start() not in begins]
