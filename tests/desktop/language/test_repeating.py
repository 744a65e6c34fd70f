"""Phrases that come again and again."""

from __future__ import annotations

import pytest

from desktop.language.repeating import key_of, meeting, repeated

FILLING = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda omicron".split()


def texts(*phrases: str, times: int = 5) -> list[str]:
    """Each phrase in so many texts that have nothing else in common."""
    return [f"{_filling(at)} came. {phrase} {_filling(at + 7)} went." for phrase in phrases for at in range(times)]


def _filling(at: int) -> str:
    return f"{FILLING[at % len(FILLING)]}{at}"


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("That was our mistake, not bad luck.", "That was our mistake, not bad luck"),
        ("Thanks so much for letting us know!", "Thanks so much for letting us know"),
        ("We're sorry about the wait and the", "We're sorry about the wait"),
        ("Das war unser Fehler, kein Pech.", "Das war unser Fehler, kein Pech"),
        ("C’était notre faute, pas la malchance.", "C’était notre faute, pas la malchance"),
    ],
)
def test_what_stands_in_five_texts_is_told_as_it_is_written(phrase: str, told: str) -> None:
    assert [(one.words, one.number) for one in repeated(texts(phrase), 5)] == [(told, 5)]


def test_four_are_too_few_and_one_text_counts_once() -> None:
    assert repeated(texts("Drop us a message today.", times=4), 5) == []
    assert repeated(["Drop us a message today. Drop us a message today. " * 3], 2) == []


@pytest.mark.parametrize("phrase", ["and it was for you", "we are in the", "to be with us", "it is what it is", ""])
def test_small_words_alone_are_no_phrase(phrase: str) -> None:
    assert repeated(texts(phrase), 5) == []


def test_no_phrase_goes_over_a_stop_or_a_name() -> None:
    assert repeated(texts("Warm bread. Cold butter. Old cheese."), 5) == []
    assert repeated(texts("Fresh bread Marta cold butter"), 5, names={"marta"}) == []


def test_sign_offs_and_what_the_shop_wants_to_say_are_left_out() -> None:
    signed = [f"{text}\nWarm regards from Priya at Fenny Lane" for text in texts("One batch was left too long.")]
    assert [one.words for one in repeated(signed, 5, names={"priya"})] == ["One batch was left too long"]
    said = ["One batch was left too long"]
    assert repeated(signed, 5, names={"priya"}, said=said) == []


def test_the_longest_is_told_that_hardly_fewer_texts_have() -> None:
    some = texts("Thanks so much for letting us know.", times=7) + texts("letting us know gently", times=2)
    assert [(one.words, one.number) for one in repeated(some, 5)] == [("Thanks so much for letting us know", 7)]
    more = texts("Thanks so much for letting us know.") + texts("Kindly letting us know gently.", times=20)
    assert [one.number for one in repeated(more, 5)] == [20]


def test_those_in_most_texts_come_first_and_are_written_as_most_write_them() -> None:
    some = texts("our mistake, not bad luck", times=6) + texts("Our mistake - not bad luck", times=2)
    some += texts("drop us a message", times=7)
    assert [(one.words, one.number) for one in repeated(some, 5)] == [
        ("our mistake, not bad luck", 8),
        ("drop us a message", 7),
    ]


def test_a_phrase_is_met_whatever_stands_between_its_words() -> None:
    pattern = meeting(["Our mistake, not bad luck", "half-open door"])
    assert pattern.search("it was our mistake - not\nbad luck.") and pattern.search("a half-open door")
    assert not pattern.search("hour mistake not bad luck") and not meeting(["", "…"]).search("anything … at all")
    assert key_of("“Our mistake”, not bad LUCK!") == "our mistake not bad luck"
