"""The words a person looks for are marked as the index found them."""

from __future__ import annotations

import pytest

from ui.history.marks import around, fold, looked_for, marks, window


def marked(text: str, query: str) -> list[str]:
    return [text[at : at + long] for at, long in marks(text, looked_for(query))]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Cake box crushed flat", "box crush", ["box", "crushed"]),
        ("Boxes and a box", "box", ["Boxes", "box"]),
        ("Inbox", "box", []),
        ("box boxes", "box cake", ["box"]),  # only the last word may be only begun
        ("Crème BRÛLÉE", "creme brulee", ["Crème", "BRÛLÉE"]),
        ("I don’t know, I don't", "don't", ["don’t", "don't"]),
        ("店の蛍光灯が明るい", "蛍光", ["蛍光"]),
        ("(a+b)? [x] a.b", "a.b", ["a+b", "a.b"]),  # side by side, as the index has them
        ("nothing here", "", []),
        ("nothing here", "?!", []),
    ],
)
def test_matches_are_marked_as_the_index_understands_them(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


def test_folding_keeps_every_letter_in_its_place() -> None:
    text = "İstanbul ﬁn ẞ Ǆ Ünï" + chr(0x1F600)
    assert len(fold(text)) == len(text)


def test_a_match_far_down_is_brought_into_sight() -> None:
    shown, found = window("word " * 300 + "then the needle came\n\nand went", looked_for("needle"))
    at, long = found[0]
    assert shown.startswith("…") and shown[at : at + long] == "needle"
    assert at < 70 and "\n" not in shown


def test_a_narrow_row_begins_near_the_first_mark() -> None:
    line = "Picked up the birthday cake from Fenny Lane. Cake box crushed flat on one side"
    shown, found = around(line, marks(line, looked_for("crushed")), 40)
    assert shown.startswith("…") and [shown[at : at + long] for at, long in found] == ["crushed"]
    assert around(line, marks(line, looked_for("picked")), 40)[0] == line


def test_a_huge_text_is_marked_only_so_often() -> None:
    assert len(marks("box " * 5000, looked_for("box"))) == 200
