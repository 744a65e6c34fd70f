"""Times and days are understood as people write them, and refused in a plain sentence."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.errors import Misuse
from ui import typed

SATURDAY = date(2025, 6, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7", time(7)),
        ("7:00", time(7)),
        (" 07:30 ", time(7, 30)),
        ("16.15", time(16, 15)),
        ("7h30", time(7, 30)),
        ("0", time(0)),
    ],
)
def test_a_time_is_read(text: str, found: time) -> None:
    assert typed.clock_time(text) == found


@pytest.mark.parametrize("text", ["25:00", "24:00", "7:60", "seven", "-1", "7:0", "123", "7:00 pm"])
def test_what_is_no_time_says_so(text: str) -> None:
    with pytest.raises(Misuse, match=r"isn’t a time. Write it like 7:00."):
        typed.clock_time(text)


def test_a_day_cant_close_before_it_opens() -> None:
    assert typed.span("7", "16:30") == (time(7), time(16, 30))
    with pytest.raises(Misuse, match=r"It can’t close before it opens."):
        typed.span("16:00", "7:00")
    with pytest.raises(Misuse, match=r"It can’t close before it opens."):
        typed.span("7:00", "7:00")
    with pytest.raises(Misuse, match=r"Write when it opens and when it closes."):
        typed.span("7:00", "")


def test_a_night_goes_past_midnight_and_the_day_ends_at_24() -> None:
    assert typed.span("18:00", "2") == (time(18), time(2))
    assert typed.span("0:00", "24:00") == (time(0), time(0))
    assert typed.span("12", "24") == (time(12), time(0))
    with pytest.raises(Misuse, match=r"It can’t close before it opens."):
        typed.span("9", "5")  # five in the afternoon


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("24 June", date(2025, 6, 24), date(2025, 6, 24)),
        ("24 to 28 June", date(2025, 6, 24), date(2025, 6, 28)),
        ("24–28 June", date(2025, 6, 24), date(2025, 6, 28)),
        ("24. - 28.6.", date(2025, 6, 24), date(2025, 6, 28)),
        ("24.6. – 2.7.", date(2025, 6, 24), date(2025, 7, 2)),
        ("28 to 3 July", date(2025, 6, 28), date(2025, 7, 3)),
        ("24 December to 2 January", date(2025, 12, 24), date(2026, 1, 2)),
        ("10 June until 20 June", SATURDAY, date(2025, 6, 20)),  # it has begun
        ("2025-06-24 to 2025-07-02", date(2025, 6, 24), date(2025, 7, 2)),
    ],
)
def test_several_days_are_read(text: str, first: date, last: date) -> None:
    assert typed.days(text, SATURDAY) == (first, last)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("28 June to 24 June", "Is the last day after the first?"),
        ("20 June to 10 June", "Is the last day after the first?"),
        ("Smarch to 24 June", "“Smarch” isn’t a day"),
        ("31 to 1 July", "“31” isn’t a day"),
        ("24 June to", "“24 June to” isn’t a day"),
        ("24 to", "“24 to” isn’t a day"),
        ("1 to 3 June 2024", "That day is over"),
    ],
)
def test_what_are_no_days_says_so(text: str, said: str) -> None:
    with pytest.raises(Misuse) as wrong:
        typed.days(text, SATURDAY)
    assert said in str(wrong.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24 June", date(2025, 6, 24)),
        ("june 24", date(2025, 6, 24)),
        ("24 Jun 2026", date(2026, 6, 24)),
        ("24.6.", date(2025, 6, 24)),
        ("24/6/2025", date(2025, 6, 24)),
        ("2025-06-24", date(2025, 6, 24)),
        ("1 January", date(2026, 1, 1)),  # the next one
        ("29 Feb", date(2028, 2, 29)),
        ("14 June", SATURDAY),
    ],
)
def test_a_day_is_read(text: str, found: date) -> None:
    assert typed.day(text, SATURDAY) == found


@pytest.mark.parametrize(
    "text", ["", "32 June", "30 Feb", "Juni", "24 Smarch", "tomorrow", "2025-13-01", "0.6."]
)
def test_what_is_no_day_says_so(text: str) -> None:
    with pytest.raises(Misuse, match=r"isn’t a day. Write it like 24 June."):
        typed.day(text, SATURDAY)


def test_a_day_that_is_over_cant_be_closed() -> None:
    with pytest.raises(Misuse, match=r"That day is over."):
        typed.day("24 June 2024", SATURDAY)


def test_topics_are_words_between_commas_each_once() -> None:
    assert typed.topics(" tart,  lemon   curd ,, tart") == ("tart", "lemon curd")
    assert typed.topics(" , ") == ()


@pytest.mark.parametrize("text", ["0000", "0000-12", "99999", "29 Feb 2023", "²⁰²⁵", "0 to 0", "30 to 1 Jan 0001"])
def test_what_is_no_day_of_the_past_is_said_and_breaks_nothing(text: str) -> None:
    with pytest.raises(Misuse, match="isn’t a day"):
        typed.past(text, SATURDAY)
    assert typed.past("2024", SATURDAY) == (date(2024, 1, 1), date(2024, 12, 31))
