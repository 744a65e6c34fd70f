"""Prices, limits and names of places, read from one dated table: resources/places.json.

They change without a word, so none of them stands in code, and the window says how old the table is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

_FILE = Path(__file__).parents[2] / "resources" / "places.json"


class PlaceFacts(NamedTuple):
    """A place as people know it. `page`: where somebody answers there, "" where nobody can say beforehand."""

    key: str
    name: str
    tile: str
    page: str = ""
    hosts: tuple[str, ...] = ()  # web addresses that are this place's


@cache
def _table() -> Mapping[str, Mapping[str, object]]:
    table: Mapping[str, Mapping[str, object]] = json.loads(_FILE.read_text("utf-8"))
    return table


def checked() -> str:
    """The month when the table was last held against the places' own pages: "2026-11"."""
    return str(_table()["table"]["checked"])


@cache
def amounts(platform: str) -> Mapping[str, float]:
    """Prices and limits of a platform by name. Raises KeyError for one that the table doesn't have."""
    figures = _table()["amounts"][platform]
    assert isinstance(figures, dict)
    return {name: float(value) for name, value in figures.items()}


def amount(platform: str, name: str) -> float:
    """One price or limit. Raises KeyError."""
    return amounts(platform)[name]


def place_of(url: str) -> str:
    """The key of the place a web address belongs to; "web" for any other page, "" for what is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    ends = [(known, key) for key, facts in places().items() for known in facts.hosts]
    fitting = [(len(known), key) for known, key in ends if host == known or host.endswith(f".{known}")]
    return max(fitting)[1] if fitting else "web"


@cache
def places() -> Mapping[str, PlaceFacts]:
    """Every place with a name, connected or not: key -> facts."""
    found = {}
    for key, said in _table()["places"].items():
        assert isinstance(said, dict)
        found[key] = PlaceFacts(key, said["name"], said["tile"], said.get("page", ""), tuple(said["hosts"]))
    return found
