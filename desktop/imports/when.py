"""Times as tables write them. Which of two numbers is the day is told by the whole column, or by a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

Wall = Callable[[datetime], datetime]  # a wall clock's time in the shop -> the moment

_HOUR = r"(?:[ ,T]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap]\.?m\.?)?)?"
_NUMBERS = re.compile(rf"(\d{{1,4}})[./-](\d{{1,2}})[./-](\d{{1,4}}){_HOUR}", re.IGNORECASE)
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def moment(said: str, *, is_day_first: bool, wall: Wall) -> datetime | None:
    """The moment a cell names: ISO 8601, seconds since 1970, or numbers like 3/4/2025 17:05; None for anything else."""
    said = said.strip().removesuffix(" UTC") + ("Z" if said.strip().endswith(" UTC") else "")
    try:
        if _SECONDS.fullmatch(said):
            number = float(said)
            return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
        found = _iso(said) or _numbers(said, is_day_first)
        if found is None:
            return None
        return found.astimezone(UTC) if found.tzinfo else wall(found)
    except (ValueError, OverflowError, OSError):
        return None


def _iso(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def _numbers(said: str, is_day_first: bool) -> datetime | None:
    found = _NUMBERS.fullmatch(said)
    if found is None:
        return None
    first, second, third = (int(found[n]) for n in (1, 2, 3))
    if first > 31:
        year, month, day = first, second, third
    else:
        year = third if third > 99 else 2000 + third
        day, month = (first, second) if is_day_first else (second, first)
    hour = int(found[4] or 0)
    if found[7]:
        hour = hour % 12 + (12 if found[7].lower().startswith("p") else 0)
    wall = f"{year:04}-{month:02}-{day:02}T{hour:02}:{int(found[5] or 0):02}:{int(found[6] or 0):02}"
    return datetime.fromisoformat(wall)


def seems_day_first(cells: Iterable[str]) -> bool | None:
    """What the numbers of a column say: True, False, or None where every one of them can be read both ways."""
    for cell in cells:
        found = _NUMBERS.match(cell.strip())
        if found and int(found[1]) <= 31:
            if int(found[1]) > 12:
                return True
            if int(found[2]) > 12:
                return False
    return None
