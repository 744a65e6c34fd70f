"""How the pretend public takes an answer."""

from __future__ import annotations

import pytest

from desktop.practice import people
from desktop.practice.people import Feeling
from desktop.practice.scenario import Scenario

CANNED = (
    "Hi, sorry for any inconvenience caused. Please drop us a message and we'll look into it. Puddle Street"
)
GOOD = (
    "Dana, that's frightening, and we sent you down that hill. Please don't ride it. I'm coming to fetch it now "
    "and I'll tell you here what went wrong. Sam, who did your brakes"
)
ASK = "Dana, could you add a line under your review saying how it ended? Good or bad, your words. Sam"


def say(puddle: Scenario, who: str, text: str, feeling: Feeling | None = None) -> tuple[Feeling, list[str]]:
    takes = puddle.story(who).takes
    feeling, coming = people.react(takes, feeling or Feeling(), text, is_public=True, seed="s")
    return feeling, [each.text for each in coming]


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        (CANNED, "canned"),
        (GOOD, "good"),
        ("Sorry, but our brakes are always checked.", "defensive"),
        ("Dana, brakes like that call for our new range of discs, 20% off this week.", "selling"),
        ("Please call us about the brakes.", "passed_on"),
        ("The brakes, on that hill. Oh dear.", "half"),
        ("Hello there.", "canned"),
        ("", "canned"),
        (ASK, "too_early"),
        ("Could you add a line under your review? There's a free inner tube in it for you.", "offer"),
    ],
)
def test_an_answer_is_taken_for_what_it_is(puddle: Scenario, text: str, reaction: str) -> None:
    takes = puddle.story("dana").takes
    assert people.judge(people.hear(text, takes), takes, "waiting") == reaction


def test_a_canned_answer_gets_a_worse_one_back_and_a_second_a_different_one(puddle: Scenario) -> None:
    feeling, first = say(puddle, "dana", CANNED)
    assert first == ["“Any inconvenience”? I nearly went under a van. Did anyone read this?"]
    assert feeling.now == "cold"
    feeling, second = say(puddle, "dana", CANNED, feeling)
    assert second
    assert second != first


def test_somebody_who_has_said_it_all_stays_silent(puddle: Scenario) -> None:
    feeling = Feeling()
    for _ in range(4):
        feeling, said = say(puddle, "dana", CANNED, feeling)
    assert said == []


def test_a_good_answer_is_met_kindly_soon_and_with_thanks_later(puddle: Scenario) -> None:
    takes = puddle.story("dana").takes
    feeling, (soon, later) = people.react(takes, Feeling(), GOOD, is_public=True, seed="s")
    assert feeling.now == "warmer"
    assert 20 <= soon.after_s <= 90
    assert 12 * 60 <= later.after_s <= 33 * 60
    assert later.feels == "sorted"


def test_told_that_it_is_done_they_are_sorted_soon(puddle: Scenario) -> None:
    takes = puddle.story("dana").takes
    _, (only,) = people.react(
        takes, Feeling("warmer"), "Both brakes are done, Dana, it's ready. Sam", is_public=True, seed="s"
    )
    assert only.feels == "sorted"
    assert only.after_s <= 90


def test_asked_once_it_is_sorted_they_say_so_in_public(puddle: Scenario) -> None:
    takes = puddle.story("dana").takes
    _, (only,) = people.react(takes, Feeling("sorted"), ASK, is_public=True, seed="s")
    assert only.is_edit
    assert only.is_public
    assert only.stars == 4
    assert "fetched, fixed" in only.text


def test_a_gift_for_a_kinder_post_is_noticed(puddle: Scenario) -> None:
    takes = puddle.story("pell").takes
    _, (only,) = people.react(
        takes, Feeling("sorted"), "Update your review and there's a voucher in it.", is_public=True, seed="s"
    )
    assert only.text.startswith("I have never taken a present")


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "hillrider",
            "Yes, if it's here before noon, by three on a Saturday. £15 a wheel with your tape. Wren",
        ),
        ("mia", "A bell by the door that goes ping: I can see it. They come back in July. Wren"),
        ("noor", "Tell Gerald his basket suits him. Wren"),
        ("bikeshed", "I think you mean Puddle Lane Motors. We're bicycles."),
        ("yusuf", "Two different locks, one through the frame. Sam"),
    ],
)
def test_who_wanted_an_answer_is_content_with_one(puddle: Scenario, who: str, text: str) -> None:
    takes = puddle.story(who).takes
    feeling, (only,) = people.react(takes, Feeling(), text, is_public=True, seed="s")
    assert feeling.now == "warmer"
    assert only.feels == "sorted"


def test_the_same_words_bring_the_same_people_back(puddle: Scenario) -> None:
    takes = puddle.story("gus").takes
    once, again = (people.react(takes, Feeling(), CANNED, is_public=True, seed="a") for _ in range(2))
    other = people.react(takes, Feeling(), CANNED, is_public=True, seed="b")
    assert once == again
    assert once[1][0].after_s != other[1][0].after_s
