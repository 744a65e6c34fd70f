"""What the shop wrote in its Shop book about its own words, and how the coach goes by it."""

from __future__ import annotations

import pytest

from desktop.coach import Book, PastReply, read
from desktop.records import Kind
from tests.desktop.coach.kit import NOW
from tests.desktop.coach.test_coach import GOOD, scene

SHELTER = "Bread goes to the shelter at five"


def test_words_the_shop_does_not_say_are_pointed_out_where_they_stand() -> None:
    draft = GOOD + "\nYou are a Valued  customer."
    (found,) = read(scene(draft, book=Book(dont_say=("not this", "“valued customer”")))).findings
    assert (found.check, found.title[:14]) == ("c-voice", "You don't say ")
    assert found.span and draft[slice(*found.span)] == "Valued  customer"


@pytest.mark.parametrize("phrase", ["each", "", " . ", "sorry for any", "(?:", "custom"])
def test_pieces_of_words_and_empty_lines_match_nothing(phrase: str) -> None:
    assert read(scene(GOOD + "\nWe reached a customer.", book=Book(dont_say=(phrase,)))).findings == ()


def test_what_is_kept_out_of_complaints_is_pointed_out_there_and_nowhere_else() -> None:
    draft = GOOD + "\nBy the way, all our bread goes to the shelter at five."
    (found,) = read(scene(draft, book=Book(kept_out=(SHELTER,)))).findings
    assert (found.check, found.title) == ("c-stand", "Not in answer to a complaint")
    assert (
        SHELTER in found.text and "No selling" not in read(scene(draft, book=Book(kept_out=(SHELTER,)))).good
    )
    assert read(scene(draft)).findings == ()
    question = scene(
        draft, book=Book(kept_out=(SHELTER,)), kind=Kind.QUESTION, their_text="Where does old bread go?"
    )
    assert "c-stand" not in [one.check for one in read(question).findings]


def test_one_word_in_common_brings_nothing_up() -> None:
    assert read(scene(GOOD + "\nThe bread was ours.", book=Book(kept_out=(SHELTER, "Bread")))).findings == ()


BUT = GOOD + "\nWe're sorry, but we'd rather say it plainly: it won't happen on Saturday."


def test_what_the_shop_says_is_not_called_defensive() -> None:
    assert "c-but" in [one.check for one in read(scene(BUT)).findings]
    said = Book(say=("“We’re sorry, but we’d rather say it plainly.”",))
    assert read(scene(BUT, book=said)).findings == ()


def test_only_what_stands_in_the_book_is_the_shops_own() -> None:
    other = GOOD + "\nSorry, but you should have said so."
    found = [one.check for one in read(scene(other, book=Book(say=("sorry",)))).findings]
    assert "c-but" in found, "a piece of what is pointed out doesn't excuse the rest"


def test_what_the_shop_says_every_time_does_not_sound_canned() -> None:
    same = "We burnt it. No excuses, we know what a cake for a birthday means to somebody."
    mine = f"{same} I'll ring you at six, Marta. Tom"
    past = (PastReply("Jo", f"{same} Come by on Monday, Jo. Ines", NOW),)
    assert "c-canned" in [one.check[:8] for one in read(scene(mine, past=past)).findings]
    book = Book(say=("We burnt it.", "No excuses, we know what a cake for a birthday means to somebody"))
    assert not [one for one in read(scene(mine, past=past, book=book)).findings if "canned" in one.check]
