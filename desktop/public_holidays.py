"""Public holidays of a country and year, from the `holidays` library: for a person to pick closed days from.

The library knows no network. It is big, so it is imported when somebody first asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.errors import Misuse

FIRST_YEAR, LAST_YEAR = 1950, 2100
_ENGLISH = ("en_GB", "en_US", "en")


def countries() -> tuple[str, ...]:
    """The countries that are known, as ISO 3166 codes."""
    import holidays

    return tuple(sorted(holidays.list_supported_countries(include_aliases=False)))


def regions(country: str) -> Mapping[str, str]:
    """The parts of a country that keep holidays of their own: code -> name. Raises Misuse for an unknown country."""
    import holidays

    codes = holidays.list_supported_countries(include_aliases=False).get(country)
    if codes is None:
        raise Misuse(f"We don't know the public holidays of {country}.")
    kept = holidays.country_holidays(country)
    called = sorted(getattr(kept, "subdivisions_aliases", {}).items(), key=lambda one: len(one[0]))
    names = {code: name for name, code in called}  # the longest: some go by a short form as well
    return {code: names.get(code, code) for code in codes}


def of(country: str, year: int, region: str = "") -> tuple[tuple[date, str], ...]:
    """Each public holiday with its name, in English where the library has it, else as it is called there.

    Raises Misuse for a country, region or year that isn't known.
    """
    import holidays

    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Misuse(f"Public holidays are known from {FIRST_YEAR} to {LAST_YEAR}.")
    known = regions(country)
    if region and region not in known:
        raise Misuse(f"We don't know the public holidays of {region}.")
    languages = holidays.country_holidays(country).supported_languages
    language = next((one for one in _ENGLISH if one in languages), None)
    found = holidays.country_holidays(country, subdiv=region or None, years=year, language=language)
    return tuple((day, name.replace("; ", ", ")) for day, name in sorted(found.items()))
