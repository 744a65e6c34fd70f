"""What a text names: what happened, what, when, who, what it cost. Never a handle, a name or a sigh."""

from __future__ import annotations

import pytest

from desktop.language.details import details, phrases, troubles

SHOP = ("Puddle Street Cycles", "Gus")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody",
        "Nobody? I suppose an answer is extra.",
        "Not happy.",
        "Not happy at all. Never again.",
        "Awful. Just awful.",
        "Shocking",
        "Rubbish. Avoid.",
        "Bad service, not happy, nobody cares",
        "I am so disappointed with Puddle Street Cycles.",
        "Really annoyed with you people, Gus",
        "Hello? Anyone?",
        "Worst shop ever. Absolutely useless!!",
        "@puddlestreet.example @gus@quay.example",
        "https://puddlestreet.example/returns",
        "",
        "😡😡😡",
    ],
)
def test_a_sigh_is_no_detail(text: str) -> None:
    assert details(text, SHOP) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wheel still wobbles. Twice now.", ["Wheel still wobbles."]),
        ("Not happy. The base was burnt.", ["The base was burnt."]),
        ("Nobody said sorry.", ["Nobody said sorry."]),
        ("Waiting since ten with a flat tyre, nobody comes", ["Waiting since ten with a flat tyre, nobody comes"]),
        ("@pudd@quay.example charged me twice for one tube", ["charged me twice for one tube"]),
        ("and the base was soggy", ["the base was soggy"]),
        ("Hello, and then nobody rang back.", ["Hello, and then nobody rang back."]),
    ],
)  # fmt: skip
def test_a_trouble_is_a_clause_that_says_what_happened(text: str, expected: list[str]) -> None:
    assert [detail.text for detail in troubles(text, SHOP)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Charged £12 for a valve cap. It's the size of a pea.", ["a valve cap", "the size of a pea"]),
        ("Picked my bike up from Puddle Street, no brakes.", ["no brakes", "my bike"]),
        ("@puddlestreet.example do you mend prams?", ["prams"]),
        ("We came in for my daughter's first bike.", ["my daughter's first bike"]),
        ("I came in crying and left with a cup of tea, a crime number and a loan bike.",
         ["a cup of tea", "a crime number", "a loan bike"]),
        ("Could you keep the green one back for me?", ["the green one"]),
        ("You could hang one up before they annoy a whole towpath", ["towpath"]),
        ("I regret booking. We waited, and you forgot.", []),
        ("The soup was cold, two children in tears", ["two children", "The soup"]),
        ("Gus here again. The tube is flat.", ["The tube"]),
        ("hired nineteen bikes for our anniversary", ["nineteen bikes", "our anniversary"]),
        ("three weeks for a saddle bag with my spare key in it", ["three weeks", "a saddle bag", "my spare key"]),
    ],
)  # fmt: skip
def test_a_phrase_is_a_thing_somebody_would_recognise(text: str, expected: list[str]) -> None:
    assert {detail.text for detail in phrases(text, SHOP)} >= set(expected)
    lost = {"Puddle Street", "puddlestreet", "example", "Gus", "hang", "annoy", "Charged", "regret", "forgot"}
    assert not lost & {detail.text for detail in phrases(text, SHOP)}


def test_only_the_beginning_of_the_shops_name_counts_as_its_name() -> None:
    said = [detail.text for detail in phrases("the puddle in your street is by the cycles", SHOP)]
    assert "the puddle" in said
    assert not [d for d in phrases("From Puddle Street to the hill", SHOP) if "Puddle" in d.text]


@pytest.mark.parametrize(
    "text",
    [
        "@a@b.example The tap @c leaks and the @d floor is wet, https://x.example/y and nobody came",
        "Puddle Street Cycles sold me a bell from Puddle Street, Gus, for the daughter's of the of the",
        "the one of the ones of the one",
        "of " * 3000,
        "the wheel's " * 2000,
        "@" * 5000,
    ],
)
def test_every_detail_stands_where_it_says(text: str) -> None:
    for detail in details(text, SHOP):
        assert text[detail.start : detail.end] == detail.text
