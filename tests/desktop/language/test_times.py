"""A time given is a time to come."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.language.times import gives_time


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
