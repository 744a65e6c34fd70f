"""Which messages are about the hours, and what the Shop book says to them; nothing where it would be a guess."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from desktop.shopbook import Opening, asked

TODAY = date(2025, 12, 13)  # a Saturday
WEEK = {**{day: ((time(7), time(16)),) for day in range(1, 6)}, 6: ((time(8), time(13)),)}  # Monday is shut
CLOSED = {date(2025, 12, 24) + timedelta(days=n): "Christmas" for n in range(4)}
CLOSED |= {date(2025, 12, 17): "A funeral", date(2026, 4, 6): "Easter Monday"}
BOOK = Opening(WEEK, CLOSED)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("When are you open on Sunday?", [(date(2025, 12, 14), "8")]),
        ("Are you open on Mondays?", [(date(2025, 12, 15), "shut")]),
        ("What time do you close today?", [(TODAY, "7")]),
        ("Open tomorrow?", [(date(2025, 12, 14), "8")]),
        ("Came at 3 on Sunday and you were closed.", [(date(2025, 12, 14), "8")]),
        ("are you OPEN this weekend??", [(TODAY, "7"), (date(2025, 12, 14), "8")]),
        ("Will the shop be open on 23 December?", [(date(2025, 12, 23), "7")]),
        ("How late are you open on Thursday", [(date(2025, 12, 18), "7")]),
        ("What are your opening hours?", []),
        ("When do you open?", []),
        ("Sign says open but the door was shut.", []),
    ],
)
def test_days_that_are_asked_about(message: str, said: list[tuple[date, str]]) -> None:
    found = asked(BOOK, message, TODAY)
    assert found is not None and found.closure is None
    assert [(one.day, str(one.spans[0][0].hour) if one.spans else "shut") for one in found.days] == said


@pytest.mark.parametrize(
    ("message", "first", "last"),
    [
        ("Are you open at Christmas?", date(2025, 12, 24), date(2025, 12, 27)),
        ("When do you close for Christmas?", date(2025, 12, 24), date(2025, 12, 27)),
        ("Open on Boxing Day?", date(2025, 12, 24), date(2025, 12, 27)),
        ("Is the shop open on 26 December?", date(2025, 12, 24), date(2025, 12, 27)),
        ("Why were you closed on Wednesday?", date(2025, 12, 17), date(2025, 12, 17)),
        ("Are you open over Easter?", date(2026, 4, 6), date(2026, 4, 6)),
    ],
)
def test_a_closure_that_is_asked_about(message: str, first: date, last: date) -> None:
    found = asked(BOOK, message, TODAY)
    assert found is not None and found.closure is not None
    assert (found.closure.first, found.closure.last) == (first, last)


@pytest.mark.parametrize(
    "message",
    [
        "The base of my lemon tart was raw dough.",
        "Opened the box and the icing was gone.",
        "Waited two hours for a call back.",
        "I'm open to suggestions.",
        "She shut the door in my face.",
        "Close call, but lovely cake.",
        "You close the lid too tightly.",
        "My account was closed without a word.",
        "Very close to home, and always friendly.",
        "Are you open on New Year's Day?",  # nobody wrote anything about it
        "Are you open on Good Friday?",
        "Will you be open on 1 January?",
        "Is Sunday's loaf different?",
        "See you on Sunday!",
        "",
    ],
)
def test_nothing_rather_than_something_weak(message: str) -> None:
    assert asked(BOOK, message, TODAY) is None


def test_a_shop_without_hours_says_nothing_and_one_with_closures_alone_says_those() -> None:
    assert asked(Opening({}, {}), "When are you open on Sunday?", TODAY) is None
    closures = Opening({}, CLOSED)
    assert asked(closures, "When are you open on Sunday?", TODAY) is None
    found = asked(closures, "Are you open at Christmas?", TODAY)
    assert found is not None and found.closure is not None
