"""Facts that fit a message, and opening hours."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop import settings, shopbook
from desktop.records import Fact
from desktop.shopbook import Opening
from tests.fixtures_shop import Counter

CHECKED = datetime(2025, 6, 9, tzinfo=UTC)
WEEK = [(day, "07:00", "16:00") for day in range(1, 7)]  # Tuesday to Sunday


def _tell(at: Counter, *facts: tuple[str, str, tuple[str, ...]]) -> None:
    with at.shop.store.writing():
        for title, text, topics in facts:
            shopbook.put_fact(at.shop.store, Fact("", title, text, topics, "Priya", CHECKED))


def test_facts_that_fit_come_first_and_weak_ones_not_at_all(at_counter: Counter) -> None:
    _tell(
        at_counter,
        ("Big orders", "Up to 60 rolls with a day's notice, at the side table.", ("rolls", "orders")),
        ("The phone", "Nobody answers before 8:00.", ("phone", "calls")),
        ("Flour", "All of it is milled in the valley for Sunday loaves.", ("mill",)),
    )
    found = shopbook.matching(at_counter.shop.store, "Could you do 40 seeded rolls for Sunday, 9 am?")
    assert [fact.title for fact in found] == ["Big orders"]


def test_a_word_that_fits_everything_fits_nothing(at_counter: Counter) -> None:
    _tell(at_counter, ("Big orders", "Up to 60 rolls with a day's notice.", ("rolls", "orders")))
    assert shopbook.matching(at_counter.shop.store, "Ordered the lemon tart two weeks ahead") == []


def test_the_shops_own_name_fits_nothing(at_counter: Counter) -> None:
    settings.put(at_counter.shop.store, settings.SHOP_NAME, "Puddle Street Cycles")
    _tell(at_counter, ("Puddle Lane Motors", "Cars, behind the bakery.", ("cars",)))
    assert shopbook.matching(at_counter.shop.store, "Picked my bike up from Puddle Street") == []


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        (datetime(2025, 6, 14, 6, 52, tzinfo=UTC), "Saturday, opens at 7:00"),
        (datetime(2025, 6, 14, 8, 2, tzinfo=UTC), "Saturday, open 7 to 16"),
        (datetime(2025, 6, 15, 17, 0, tzinfo=UTC), "closed till Tuesday 7:00"),
        (datetime(2025, 6, 16, 9, 0, tzinfo=UTC), "closed till Tuesday 7:00"),
    ],
)
def test_the_line_about_opening(at_counter: Counter, moment: datetime, line: str) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, WEEK)
    assert shopbook.opening(at_counter.shop.store).line(moment) == line


def test_a_closure_shuts_the_day_and_opening_days_step_over_it(at_counter: Counter) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, WEEK)
        shopbook.put_closure(at_counter.shop.store, date(2025, 6, 15), "A funeral")
    opening = shopbook.opening(at_counter.shop.store)
    saturday = datetime(2025, 6, 14, 17, 0, tzinfo=UTC)
    assert not opening.is_open(datetime(2025, 6, 15, 10, 0, tzinfo=UTC))
    assert opening.next_opening(saturday) == datetime(2025, 6, 17, 7, 0, tzinfo=UTC)
    assert opening.after_opening_days(saturday, 3) == date(2025, 6, 19)


def test_soon_open_counts_when_asked(at_counter: Counter) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, WEEK)
    opening = shopbook.opening(at_counter.shop.store)
    early = datetime(2025, 6, 14, 6, 40, tzinfo=UTC)
    assert (opening.is_open(early), opening.is_open(early, minutes_before=30)) == (False, True)


def test_a_shop_without_hours_says_the_day_alone() -> None:
    assert Opening({}, {}).line(datetime(2025, 6, 14, 9, 0, tzinfo=UTC)) == "Saturday"
