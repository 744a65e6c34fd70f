"""Times as tables write them. Which of two numbers is the day is told by the whole column, or by a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

Wall = Callable[[datetime], datetime]  # a wall clock's time in the shop -> the moment

_HOUR = r"(?:[ ,T]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap]\.?m\.?)?)?"
_NUMBERS = re.compile(rf"(\d{{1,4}})[./-](\d{{1,2}})[./-](\d{{1,4}}){_HOUR}", re.IGNORECASE)
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")

# The months of the six languages, without accents; a beginning that only one month has is enough.
_MONTHS = (
    "january januar janner janvier enero gennaio janeiro", "february februar fevrier febrero febbraio fevereiro",
    "march marz mars marzo marco mrz", "april avril abril aprile", "may mai mayo maggio maio",
    "june juni juin junio giugno junho", "july juli juillet julio luglio julho", "august aout agosto",
    "september septembre septiembre settembre setembro", "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro", "december dezember decembre diciembre dicembre dezembro",
)  # fmt: skip
_AT = r"(?:[ ,T]+(?:at |um |à |a las |alle |às )?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap]\.?m\.?)?)?"
_OF_WEEK, _NAME = r"(?:[^\W\d_]+[.,]+ *)?", r"([^\W\d_]{3,})"
_DAY_FIRST = re.compile(
    rf"{_OF_WEEK}(\d{{1,2}})(?:st|nd|rd|th|er|[.º])?[ -]+(?:de )?{_NAME}[., -]+(?:del? )?(\d{{4}}|\d\d\b){_AT}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"{_OF_WEEK}{_NAME}\.? +(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}}){_AT}", re.IGNORECASE)


def moment(said: str, *, is_day_first: bool, wall: Wall) -> datetime | None:
    """The moment a cell names: ISO 8601, seconds since 1970, numbers like 3/4/2025 17:05, or with the month's name, as
    3 April 2025 or Apr 3, 2025; None for anything else."""
    said = said.strip().removesuffix(" UTC") + ("Z" if said.strip().endswith(" UTC") else "")
    try:
        if _SECONDS.fullmatch(said):
            number = float(said)
            return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
        found = _iso(said) or _numbers(said, is_day_first) or _named(said)
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
    return _wall(year, month, day, found)


def _named(said: str) -> datetime | None:
    found = _DAY_FIRST.fullmatch(said)
    day, name = (found[1], found[2]) if found else ("", "")
    if found is None:
        found = _MONTH_FIRST.fullmatch(said)
        day, name = (found[2], found[1]) if found else ("", "")
    month = _month(name)
    if found is None or not month:
        return None
    return _wall(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, int(day), found)


def _month(name: str) -> int:
    """1 to 12; 0 for what begins no month's name, or those of several."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    found = [n for n, names in enumerate(_MONTHS, 1) if any(each.startswith(plain) for each in names.split())]
    return found[0] if len(found) == 1 else 0


def _wall(year: int, month: int, day: int, found: re.Match[str]) -> datetime:
    """That day, at the time in groups 4 to 7."""
    hour = int(found[4] or 0)
    if found[7]:
        hour = hour % 12 + (12 if found[7].lower().startswith("p") else 0)
    wall = f"{year:04}-{month:02}-{day:02}T{hour:02}:{int(found[5] or 0):02}:{int(found[6] or 0):02}"
    return datetime.fromisoformat(wall)


def is_either(cells: Iterable[str]) -> bool:
    """Whether days are written in numbers of which any could be the month, and nothing tells which is."""
    known = list(cells)
    numbers = filter(None, (_NUMBERS.match(cell.strip()) for cell in known))
    return any(found[1] != found[2] and int(found[1]) <= 31 for found in numbers) and seems_day_first(known) is None


def seems_day_first(cells: Iterable[str]) -> bool | None:
    """What the numbers of a column say, or most of them: True, False, or None where every one can be read both ways."""
    day, month = 0, 0
    for cell in cells:
        found = _NUMBERS.match(cell.strip())
        if found and int(found[1]) <= 31:
            day += int(found[1]) > 12
            month += int(found[1]) <= 12 < int(found[2])
    return day >= month if day or month else None
