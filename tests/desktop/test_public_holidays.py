"""Public holidays to pick from: of countries and their parts, and nothing for what isn't known."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from desktop import public_holidays
from desktop.errors import Misuse


def test_countries_and_their_parts() -> None:
    known = public_holidays.countries()
    assert {"GB", "IE", "DE", "US", "FR", "IN"} <= set(known) and len(known) > 150
    assert public_holidays.regions("DE")["BY"] == "Bayern"
    assert set(public_holidays.regions("GB")) == {"ENG", "NIR", "SCT", "WLS"}


def test_a_year_of_a_country_and_of_a_part_of_it() -> None:
    england = dict(public_holidays.of("GB", 2026, "ENG"))
    assert england[date(2026, 12, 25)] == "Christmas Day" and england[date(2026, 4, 6)] == "Easter Monday"
    assert date(2026, 1, 2) not in england and date(2026, 1, 2) in dict(public_holidays.of("GB", 2026, "SCT"))
    assert dict(public_holidays.of("DE", 2026, "BY"))[date(2026, 1, 6)] == "Epiphany"


@pytest.mark.parametrize(
    ("country", "year", "region"), [("XX", 2026, ""), ("", 2026, ""), ("GB", 2026, "BY"), ("GB", 3000, "ENG")]
)
def test_what_is_not_known_is_said(country: str, year: int, region: str) -> None:
    with pytest.raises(Misuse):
        public_holidays.of(country, year, region)


def test_every_country_can_be_asked_for_this_year() -> None:
    assert all(isinstance(public_holidays.of(one, 2026), tuple) for one in public_holidays.countries()[::9])


def test_the_library_is_not_imported_before_somebody_asks() -> None:
    code = (
        "import sys; import desktop.public_holidays, ui.shopbook.page, desktop.counter; "
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
