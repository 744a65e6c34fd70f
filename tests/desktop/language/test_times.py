"""A time given is a time to come."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from desktop.language.text import plain
from desktop.language.times import first_meant, gives_time


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring by noon.",
        "Back here by 4.",
        "I'm opening it now",
        "The money is refunded today.",
        "You'll have it tomorrow before ten.",
        "It's ready for Friday.",
        "Give me until half past eight.",
        "We can do Thursday at 4.",
        "I'll say more within 2 hours.",
        "Ich rufe morgen an.",
    ],
)
def test_a_time_to_come_is_given(text: str) -> None:
    assert gives_time(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring soon.",
        "You were here Friday at 4.",
        "You waited two hours. I'm sorry.",
        "I'm sorry about today.",
        "Collected on 14 June, and the base was raw.",
        "You rang twice this morning. I'll ring back.",
        "",
    ],
)
def test_a_time_gone_by_and_soon_are_none(text: str) -> None:
    assert not gives_time(plain(text))


NOW = datetime(2025, 6, 14, 10, 24, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("text", "day", "clock", "words"),
    [
        ("I'll be back here by 11:30 either way.", 14, "11:30", "11:30"),
        ("Back by 12:45 today. Sam", 14, "12:45", "12:45 today"),
        ("You'll hear from me tomorrow before 10:00.", 15, "10:00", "tomorrow before 10:00"),
        ("By 09:15 tomorrow, Marta.", 15, "09:15", "09:15 tomorrow"),
        ("I'll ring by 4:30.", 14, "16:30", "4:30"),
        ("Back by 4.", 14, "16:00", "4"),
        ("I'll ring at 3 pm, promise.", 14, "15:00", "3 pm"),
        ("By noon you'll know.", 14, "12:00", "noon"),
        ("It said 08:00; I'll be back by 08:10.", 14, "20:00", "08:00"),
        ("Until 16.15 I'm at the stand.", 14, "16:15", "16.15"),
    ],
)
def test_the_time_that_is_meant(text: str, day: int, clock: str, words: str) -> None:
    found = first_meant(text, NOW)
    assert found is not None
    assert (found.at.day, f"{found.at:%H:%M}", text[found.start : found.end]) == (day, clock, words)


@pytest.mark.parametrize(
    "text",
    [
        "Soon.",
        "It's £12.50 today.",
        "Size 10.30 fits.",
        "You said 25:10.",
        "{when} either way",
        "Off by 3 mm.",
        "12:7",
        "",
    ],
)
def test_a_price_a_size_and_half_a_time_are_no_time(text: str) -> None:
    assert first_meant(text, NOW) is None
