"""What stands on the pages to print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextLayout

from desktop import export
from desktop.export import Choices
from desktop.searching import Asking, find, parse
from tests.fixtures_shop import Counter
from ui import languages
from ui.history.printed import paragraphs
from ui.theme import Theme


def words(at: Counter, choices: Choices) -> list[str]:
    rids = find(at.shop.store, parse(""), Asking(at.clock)).rids
    told = export.tell(at.shop, rids, choices)
    return [one.words for one in paragraphs(at.clock, told, with_names=choices.names)]


def test_every_day_has_its_year(at_counter: Counter, look: Theme) -> None:
    at_counter.answer(at_counter.hear("Do you deliver?", "Ada Byron"), "We do. Ines")
    said = words(at_counter, Choices())
    assert said[0] == "1. Ada Byron, Sat 14 June 2025, 10:00"
    assert [each for each in said if "June" in each] == [each for each in said if "June 2025," in each]


def test_a_name_that_is_read_from_the_right_leaves_the_line_in_its_order(at_counter: Counter, look: Theme) -> None:
    at_counter.hear("Do you deliver?", "דנה כהן")
    head, _, who, _ = words(at_counter, Choices())
    for line in (head, who):
        made = QTextLayout(line)
        made.beginLayout()
        row = made.createLine()
        made.endLayout()
        xs = [row.cursorToX(line.index(piece))[0] for piece in ("כהן", "Sat", "10:00")]  # type: ignore[index]
        assert xs == sorted(xs), line
    assert head.startswith("1. ")


@pytest.fixture
def german() -> Iterator[None]:
    languages.use("de")
    yield
    languages.use("en")


def test_the_gaps_are_said_in_the_language_of_the_window(at_counter: Counter, look: Theme, german: None) -> None:
    at_counter.hear("Ada Byron here, see https://quay.example/1 please.", "Ada Byron")
    said = "\n".join(words(at_counter, Choices(names=False)))
    assert "[Name]" in said and "[weggelassen]" in said and "[name]" not in said and "[left out]" not in said
    at_counter.hear("What is [name] in your list?", "Ada Byron")
    assert "What is [name] in your list?" in words(at_counter, Choices()), "what somebody wrote stays as it is"
