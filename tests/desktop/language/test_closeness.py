"""Which words of two texts are the same thing, and which only look like it."""

from __future__ import annotations

import pytest

from desktop.language.closeness import close_stems


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("my mum's 70th", "your birthday cake"),
        ("waited 40 minutes", "Forty minutes in the cold"),
        ("waited 40 min", "forty minutes"),
        ("an hour in your drive", "1 hour"),
        ("half an hour", "half an hour"),
        ("eleven people", "11 guests"),
        ("a couch", "your sofa"),
        ("the bathroom", "that toilet"),
        ("it cost 120", "a hundred and twenty"),
        ("a scratch across the glass", "we marked it"),
        ("the fig's leaves", "a plant like that"),
        ("bikes", "your bike’s chain"),
        ("the driver swore", "language like that"),
        ("I emailed", "your e-mail, and then mail again"),
    ],
)
def test_close_words_meet(theirs: str, ours: str) -> None:
    assert close_stems(theirs) & close_stems(ours)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("eleven pounds fifty", "I'll fetch it by 11:30"),
        ("table for 4", "I'll ring at 4"),
        ("two weeks", "two of us will look"),
        ("three days", "three minutes"),
        ("the quality of your team", "Our team cares about quality"),
        ("a bad experience", "thank you for the feedback on your experience"),
        ("nobody came", "somebody will come"),
        ("a key", "a monkey"),
        ("", ""),
    ],
)
def test_words_that_only_look_alike_stay_apart(theirs: str, ours: str) -> None:
    assert not close_stems(theirs) & close_stems(ours)


def test_either_apostrophe_is_the_same() -> None:
    assert close_stems("my mum's violin") == close_stems("my mum’s violin")
