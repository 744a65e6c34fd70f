"""Amounts of money in a text: €50, 50 euros, £12.50, 20 quid, 1.200,50 €."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[., ]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_WORDS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "one hundred": 100, "two hundred": 200,
}  # fmt: skip
_UNIT = r"(?:euros?|eur|€|pounds?|quid|gbp|£|dollars?|bucks|usd|\$|francs?|chf|kr|zł|yen|¥|₹|rupees?)"
_MONEY = re.compile(
    rf"(?:€|£|\$|¥|₹|(?<!\w)(?:eur|gbp|usd|chf)) ?(?P<before>{_NUMBER})"
    rf"|(?<![\w.,])(?P<after>{_NUMBER}) ?{_UNIT}(?!\w)"
    rf"|(?<!\w)(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}) {_UNIT}(?!\w)"
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
        Amount(_value(match), match.group(), match.start(), match.end()) for match in _MONEY.finditer(text)
    ]


def _value(match: re.Match[str]) -> float:
    if match["word"]:
        return float(_WORDS[match["word"]])
    digits = match["before"] or match["after"] or "0"
    whole = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", digits)
    assert whole is not None  # matches every text
    units = re.sub(r"\D", "", whole[1]) or "0"
    return float(f"{units}.{whole[2] or 0}")


def shown(value: float, currency: str) -> str:
    """ "€30" or "€12.50"."""
    return f"{currency}{value:,.0f}" if value == int(value) else f"{currency}{value:,.2f}"
