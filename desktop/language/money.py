"""Amounts of money in a text: €50, 50 euros, £12.50, forty-five quid, a tenner, 1.200,50 €."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[., ]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_ONES = {word: n for n, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    word: n
    for n, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ONE = "|".join(_ONES)
_UNDER = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONE}))?|{'|'.join(_TEENS)}|{_ONE})"
NUMBER_WORDS = rf"(?:(?:an?|{_UNDER}) (?:hundred|thousand)(?:(?: and)? {_UNDER})?|{_UNDER})"
"""A pattern that meets a number in words, as `spelled` reads it."""
_NOTES = {"fiver": 5.0, "tenner": 10.0}
_UNIT = r"(?:euros?|eur|€|pounds?|quid|gbp|£|dollars?|bucks|usd|\$|francs?|chf|kr|zł|yen|¥|₹|rupees?)"
_MONEY = (  # compiled at its first use: a start needs none of it
    rf"(?:€|£|\$|¥|₹|(?<!\w)(?:eur|gbp|usd|chf)) ?(?P<before>{_NUMBER})"
    rf"|(?<![\w.,])(?P<after>{_NUMBER}) ?{_UNIT}(?!\w)"
    rf"|(?<!\w)(?P<word>{NUMBER_WORDS}) {_UNIT}(?!\w)|(?<!\w)a (?P<note>fiver|tenner)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount named in a text; `text` as in the plain text, at `start` to `end`."""

    value: float
    text: str
    start: int
    end: int


def amounts(text: str) -> list[Amount]:
    """All amounts in `text` (in the form of `text.plain`)."""
    return [
        Amount(_value(match), match.group(), match.start(), match.end()) for match in re.finditer(_MONEY, text)
    ]


def _value(match: re.Match[str]) -> float:
    if match["word"]:
        return spelled(match["word"])
    if match["note"]:
        return _NOTES[match["note"]]
    digits = match["before"] or match["after"] or "0"
    whole = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", digits)
    assert whole is not None  # matches every text
    units = re.sub(r"\D", "", whole[1]) or "0"
    return float(f"{units}.{whole[2] or 0}")


def spelled(words: str) -> float:
    """A number in words: "forty-five", "a hundred and twenty", "two thousand"."""
    total = last = 0
    for word in words.replace("-", " ").split():
        if word in ("hundred", "thousand"):
            total += max(last, 1) * (100 if word == "hundred" else 1000)
            last = 0
        else:
            last += _ONES.get(word, 0) + _TEENS.get(word, 0) + _TENS.get(word, 0)
    return float(total + last)


def shown(value: float, currency: str) -> str:
    """ "€30" or "€12.50"; "CHF 30"."""
    return f"{sign(currency)}{figures(value)}"


def figures(value: float) -> str:
    """ "30", "1,200" or "12.50"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def sign(currency: str) -> str:
    """What stands before an amount: letters keep a space from it that no line breaks at."""
    return f"{currency}\u00a0" if currency[-1:].isalpha() else currency
