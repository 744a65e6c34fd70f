"""What single cells of a table say: where something was said, and whether everybody could see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from desktop.connectors.tariff import place_of, places
from desktop.imports import tickets
from desktop.imports.heads import head

_OTHER_NAMES = {"twitter": "x", "fb": "facebook", "insta": "instagram", "ig": "instagram", "website": "web"}
_PRIVATE = frozenset(
    "private privat prive privee privado privada privato direct dm intern internal followers friends"
    " privately confidential vertraulich".split()
)
_PUBLIC = frozenset(
    "public offentlich publique publico publica pubblico pubblica everybody everyone anyone all alle tous todos tutti"
    " unlisted".split()
)
_SHORT, _FEW_WORDS = 30, 3  # of a cell that says who sees it
_HOUR = re.compile(r"\d{1,2}[:.h]\d\d.*")


@cache
def _names() -> Mapping[str, str]:
    """What places are called, in lower case -> their key."""
    named = {facts.name.casefold(): key for key, facts in places().items()}
    return named | {key: key for key in places()} | _OTHER_NAMES


@lru_cache(maxsize=1_000)
def place_in(said: str) -> str:
    """The key of the place that a cell names: "Google", "Google reviews", "twitter.com"; "" for none we know."""
    plain = " ".join(said.casefold().split())
    if plain in _names():
        return _names()[plain]
    if "." in plain and " " not in plain:
        found = place_of(plain if "://" in plain else f"https://{plain}")
        return "" if found == "web" else found
    return _names().get(re.split(r"[ _/(-]", plain)[0], "")


def tells_places(cells: Iterable[str]) -> bool:
    """Whether most of a column are places we know."""
    said = [cell for cell in cells if cell.strip()]
    return bool(said) and 2 * sum(bool(place_in(cell)) for cell in said) >= len(said)


def is_private(said: str, heading: str) -> bool | None:
    """Whether only we could see it. Under "private" a yes is one, under "public" a no; what isn't understood counts as
    private. None where nothing stands."""
    if not said.strip():
        return None
    word = head(said)
    if word in _PUBLIC or word in _PRIVATE:
        return word in _PRIVATE
    is_about_private = head(heading).removeprefix("is ") in _PRIVATE
    if tickets.is_yes(said) or tickets.is_no(said):
        return tickets.is_yes(said) is is_about_private
    return True


def tells_who_sees(cells: Iterable[str]) -> bool:
    """Whether a column that is headed so says it in a word or two; in which language doesn't matter, for what isn't
    understood counts as private."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return bool(said) and all(len(cell) <= _SHORT and len(cell.split()) <= _FEW_WORDS for cell in said)


def tells_hours(cells: Iterable[str]) -> bool:
    """Whether a column holds times of day alone; an empty cell may be."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return bool(said) and all(_HOUR.fullmatch(cell) for cell in said)
