"""A draft that says when the shop is open goes by the week, by closed days, and by closing times after midnight."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.coach import Book, read
from desktop.records import Kind
from tests.desktop.coach.kit import BOOK, NOW
from tests.desktop.coach.test_coach import scene

# NOW is a Saturday; the kit's week has no Monday. Wednesday is the 18th.
FUNERAL = Book(spans=BOOK.spans, closures={date(2025, 6, 18): "A funeral", date(2025, 6, 15): "Stocktaking"})
BAR = Book(spans={day: ((time(18), time(2)),) for day in range(7)})


def titles(words: str, book: Book) -> list[str]:
    one = scene(f"{words} Tom", book=book, now=NOW, kind=Kind.QUESTION, their_text="When are you open?")
    return [found.title for found in read(one).findings if found.check == "c-fact"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We're open on Wednesday.", ["The Shop book says closed on Wednesday"]),
        ("We're open tomorrow.", ["The Shop book says closed tomorrow"]),
        ("We're closed on Wednesday.", []),
        ("We are closed tomorrow.", []),
        ("We're open on Wednesdays.", []),
        ("We're closed on Wednesdays.", ["The Shop book says open on Wednesday"]),
        ("We're open on Thursday.", []),
        ("We're open on Monday.", ["The Shop book says closed on Monday"]),
    ],
)
def test_the_next_wednesday_is_another_thing_than_wednesdays(words: str, said: list[str]) -> None:
    assert titles(words, FUNERAL) == said


def test_a_closing_time_after_midnight() -> None:
    assert titles("We're open from 18:00 to 2:00.", BAR) == []
    assert titles("We close at 2 am.", BAR) == []
    assert titles("We close at 1 am.", BAR) == ["The Shop book says it closes at 02:00"]
