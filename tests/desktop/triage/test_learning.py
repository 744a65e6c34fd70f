"""What a shop's corrections teach: bounded, said why, and never more than a lean except for the very same words."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest

from desktop.records import Kind
from desktop.triage import judge, lean
from desktop.triage.learning import MOST, Lesson, changed, learned

OWNER, TOM, LEA = ("ines", True), ("tom", False), ("lea", False)


def lesson(
    text: str, guessed: Kind, said: Kind, who: tuple[str, bool] = OWNER, stars: int | None = None
) -> Lesson:
    return Lesson(text, guessed, said, *who, stars)


def guess(first: Kind, sure: float, second: Kind = Kind.OTHER) -> dict[Kind, float]:
    """A guess as a reader gives it: the first so sure, the second with most of the rest."""
    rest = 1 - sure
    small = rest * 0.2 / (len(Kind) - 2)
    return {kind: sure if kind is first else rest * 0.8 if kind is second else small for kind in Kind}


BOILERS = (
    "Boiler service due, who do I ring",
    "my boiler service is overdue",
    "can the boiler service be moved",
)


def test_without_lessons_every_guess_stays_as_it_is() -> None:
    before = guess(Kind.QUESTION, 0.5, Kind.COMPLAINT)
    moved = learned(()).move("Boiler service due", before)
    assert (moved.kind, moved.probabilities, moved.reason) == (Kind.QUESTION, before, "")


def test_words_that_were_sorted_anew_lean_the_next_guess_and_say_why() -> None:
    lessons = tuple(lesson(text, Kind.COMPLAINT, Kind.QUESTION) for text in BOILERS)
    moved = learned(lessons).move("is a boiler service dear?", guess(Kind.COMPLAINT, 0.5, Kind.QUESTION))
    assert moved.kind is Kind.QUESTION
    assert moved.reason.startswith("because you sorted 3 like this: ") and "“boiler”" in moved.reason
    other = learned(lessons).move("the paint came off", guess(Kind.COMPLAINT, 0.7, Kind.QUESTION))
    assert (other.kind, other.reason) == (Kind.COMPLAINT, "")


def test_one_correction_changes_nothing_but_the_memory_of_it() -> None:
    before = guess(Kind.COMPLAINT, 0.5, Kind.QUESTION)
    one = learned((lesson(BOILERS[0], Kind.COMPLAINT, Kind.PRAISE, TOM),))
    for text in BOILERS:
        assert one.move(text, before).probabilities == before


def test_what_the_reader_is_sure_of_stays_whatever_was_sorted_before() -> None:
    many = tuple(lesson(f"{text} {n}", Kind.COMPLAINT, Kind.QUESTION) for n in range(50) for text in BOILERS)
    sure = guess(Kind.COMPLAINT, 0.962, Kind.QUESTION)
    moved = learned(many).move("the boiler service was a disgrace", sure)
    assert moved.kind is Kind.COMPLAINT and moved.reason == ""


@pytest.mark.parametrize("who", [OWNER, TOM])
def test_no_lessons_whatever_move_a_guess_past_the_bounds(who: tuple[str, bool]) -> None:
    draw = random.Random(6)
    words = "boiler late nice rude gluten kettle mop hinge queue blouse".split()
    lessons = tuple(
        lesson(" ".join(draw.choices(words, k=6)), draw.choice(list(Kind)), draw.choice(list(Kind)), who)
        for _ in range(400)
    )
    taught = learned(lessons)
    for _ in range(200):
        text = " ".join(draw.choices(words, k=8)) + " x" * draw.randint(0, 9)
        before = {kind: draw.random() + 0.01 for kind in Kind}
        whole = sum(before.values())
        before = {kind: one / whole for kind, one in before.items()}
        if taught.known(text) is not None:
            continue
        after = taught.move(text, before).probabilities
        leaning = [math.log(after[kind] / before[kind]) for kind in Kind]
        assert max(leaning) - min(leaning) <= 2 * MOST + 1e-9
        assert abs(sum(after.values()) - 1) < 1e-9


def test_one_helper_alone_counts_half_of_what_the_owner_counts() -> None:
    def lean(who: tuple[str, bool]) -> float:
        lessons = tuple(
            lesson(f"{text} {word}", Kind.COMPLAINT, Kind.OTHER, who)
            for text in BOILERS
            for word in ("pipe", "flue", "valve", "pump", "tank")
        )
        before = guess(Kind.COMPLAINT, 0.6)
        after = learned(lessons).move("boiler service", before).probabilities
        return math.log(
            after[Kind.OTHER] / before[Kind.OTHER] / (after[Kind.COMPLAINT] / before[Kind.COMPLAINT])
        )

    assert 0 < lean(TOM) <= lean(OWNER) / 2 + 1e-9


def test_a_helper_who_presses_the_wrong_key_all_day_turns_no_clear_complaint_into_something_else() -> None:
    day = tuple(lesson(f"order {n} is still not here", Kind.COMPLAINT, Kind.PRAISE, TOM) for n in range(60))
    moved = learned(day).move("my order is still not here", guess(Kind.COMPLAINT, 0.93, Kind.QUESTION))
    assert moved.kind is Kind.COMPLAINT


def test_the_same_words_sorted_twice_are_never_guessed_otherwise_again() -> None:
    lessons = (
        lesson("To die for!!", Kind.COMPLAINT, Kind.PRAISE),
        lesson("to die for", Kind.COMPLAINT, Kind.PRAISE, TOM),
    )
    moved = learned(lessons).move("TO DIE FOR 😍", guess(Kind.COMPLAINT, 0.99, Kind.PRAISE))
    assert moved.kind is Kind.PRAISE and moved.reason == "because you sorted these words so twice"
    assert moved.probabilities[Kind.PRAISE] > 0.8 and abs(sum(moved.probabilities.values()) - 1) < 1e-9


def test_a_later_word_takes_the_memory_back_until_it_is_said_twice() -> None:
    twice = [lesson("Cheers for that", Kind.COMPLAINT, Kind.PRAISE)] * 2
    back = lesson("Cheers for that", Kind.PRAISE, Kind.COMPLAINT)
    guessed = guess(Kind.COMPLAINT, 0.9)
    assert learned(tuple(twice)).move("cheers for that", guessed).kind is Kind.PRAISE
    assert learned((*twice, back)).move("cheers for that", guessed).kind is Kind.COMPLAINT
    assert (
        learned((*twice, back, back)).move("cheers for that", guess(Kind.PRAISE, 0.9)).kind is Kind.COMPLAINT
    )


@pytest.mark.parametrize(
    "said",
    [(OWNER, OWNER), (OWNER, TOM), (TOM, OWNER), (TOM, LEA), (OWNER, OWNER, TOM), (TOM, TOM, LEA)],
    ids=lambda said: " ".join(name for name, _ in said),
)
def test_the_owner_twice_or_two_people_bind_the_same_words(said: tuple[tuple[str, bool], ...]) -> None:
    taught = learned(tuple(lesson("Well played", Kind.COMPLAINT, Kind.PRAISE, who) for who in said))
    assert taught.move("well played!", guess(Kind.COMPLAINT, 0.99)).kind is Kind.PRAISE


def test_one_helper_alone_binds_no_words_and_leans_them_by_half_of_the_bounds_at_most() -> None:
    taught = learned((lesson("Well played", Kind.COMPLAINT, Kind.PRAISE, TOM),) * 9)
    assert taught.known("Well played") is None
    sure, close = guess(Kind.COMPLAINT, 0.8, Kind.PRAISE), guess(Kind.COMPLAINT, 0.52, Kind.PRAISE)
    assert taught.move("well played!", sure).kind is Kind.COMPLAINT
    moved = taught.move("well played!", close)
    assert (moved.kind, moved.reason) == (Kind.PRAISE, "because you sorted 9 like this")
    leaned = moved.probabilities[Kind.PRAISE] / moved.probabilities[Kind.COMPLAINT]
    assert math.log(leaned / (close[Kind.PRAISE] / close[Kind.COMPLAINT])) <= MOST / 2
    words = tuple(lesson(f"played {n} times", Kind.OTHER, Kind.PRAISE, TOM) for n in "abcdef")
    both = learned((*words, *(lesson("Well played", Kind.OTHER, Kind.PRAISE, TOM),) * 9))
    after = both.move("well played!", guess(Kind.OTHER, 0.6, Kind.PRAISE)).probabilities
    assert math.log(after[Kind.PRAISE] / after[Kind.IDEA] / (0.4 * 0.8 / (0.4 * 0.2 / 5))) <= MOST / 2 + 1e-9
    once = learned((lesson("Well played", Kind.COMPLAINT, Kind.PRAISE, TOM),))
    assert once.move("well played!", close).probabilities == close


def test_a_helper_alone_takes_back_nothing_that_the_owner_said_twice() -> None:
    twice = (lesson("Well played", Kind.COMPLAINT, Kind.PRAISE),) * 2
    slips = (lesson("Well played", Kind.PRAISE, Kind.OTHER, TOM),) * 3
    assert learned((*twice, *slips)).known("well played") is Kind.PRAISE
    assert learned((twice[0], *slips, twice[0])).known("well played") is Kind.PRAISE


def test_people_who_disagree_bind_nothing() -> None:
    tom, lea = (lesson("Well played", Kind.COMPLAINT, Kind.PRAISE, who) for who in (TOM, LEA))
    ines = lesson("Well played", Kind.PRAISE, Kind.COMPLAINT)
    assert learned((tom, lea, ines)).known("well played") is None, "the owner says otherwise"
    assert learned((tom, lea, ines, ines)).known("well played") is Kind.COMPLAINT
    assert learned((tom, lesson("Well played", Kind.COMPLAINT, Kind.OTHER, LEA))).known("well played") is None


def test_the_same_words_with_other_stars_are_another_text() -> None:
    taught = learned((lesson("Great coffee", Kind.PRAISE, Kind.COMPLAINT, stars=1),) * 2)
    five = replace(judge("Great coffee"), stars=5)
    assert taught.known("great coffee", 1) is Kind.COMPLAINT
    assert taught.known("great coffee", 5) is taught.known("great coffee") is None
    assert lean(replace(five, stars=1), taught).kind is Kind.COMPLAINT
    assert lean(five, taught).kind is five.kind
    mixed = (lesson("Fine", Kind.OTHER, Kind.PRAISE, stars=5), lesson("Fine", Kind.OTHER, Kind.PRAISE, stars=4))
    assert not learned(mixed).same
    assert learned((Lesson("Fine", Kind.OTHER, Kind.PRAISE, *OWNER),) * 2).known("fine") is Kind.PRAISE


def test_what_changed_names_the_texts_the_words_and_the_kinds_that_are_guessed_otherwise() -> None:
    none, cheers = learned(()), lesson("Cheers for that", Kind.COMPLAINT, Kind.PRAISE)
    once, twice = learned((cheers,)), learned((cheers,) * 2)
    for one, other in ((none, once), (twice, twice)):
        new = changed([one], other)
        assert not (new.texts or new.words or new.kinds)
    for one, other in ((once, twice), (twice, none)):
        new = changed([one], other)
        assert new.is_of("cheers for THAT!", None) and not new.is_of("cheers for that", 5)
        assert not new.is_in("cheers for that") and not new.kinds
    assert changed([none, twice], none).is_of("cheers for that", None), "some were made in between"
    boilers = learned(tuple(lesson(text, Kind.COMPLAINT, Kind.QUESTION) for text in BOILERS))
    new = changed([none], boilers)
    assert new.is_in("a boiler of my own") and not new.is_in("the paint came off") and new.kinds and not new.texts


def test_the_words_of_a_kind_are_those_that_lean_to_it_and_each_is_named_once() -> None:
    taught = learned(tuple(lesson(text, Kind.COMPLAINT, Kind.QUESTION) for text in BOILERS))
    assert taught.telling_words() == {Kind.QUESTION: ("boiler",)}
    valves = tuple(lesson(f"the valve {word}", Kind.OTHER, Kind.IDEA) for word in ("leaks", "drips"))
    assert learned(valves).telling_words() == {Kind.IDEA: ("valve",)}
    flues = tuple(lesson(f"flue pipe {word}", Kind.OTHER, Kind.IDEA) for word in ("leaks", "drips"))
    assert learned(flues).telling_words() == {Kind.IDEA: ("flue pipe",)}
    many = tuple(
        lesson(" / ".join(f"flue{n}{x}, then" for n in "abcdefghijk"), Kind.OTHER, Kind.IDEA) for x in "xx"
    )
    assert learned(many).telling_words() == {}, "the same text twice tells no words"
    other = (*many, lesson(f"{many[0].text} again", Kind.OTHER, Kind.IDEA))
    assert len(learned(other).telling_words()[Kind.IDEA]) == 8
    assert learned(()).telling_words() == {}


def test_a_kind_guessed_too_often_loses_where_it_is_close() -> None:
    lessons = tuple(lesson(text, Kind.COMPLAINT, said) for text, said in zip(
        ("one two three", "four five", "six seven eight", "nine ten", "red green", "blue black"),
        (Kind.QUESTION, Kind.IDEA, Kind.OTHER, Kind.PRAISE, Kind.QUESTION, Kind.OTHER), strict=True
    ))  # fmt: skip
    moved = learned(lessons).move("something else", guess(Kind.COMPLAINT, 0.47, Kind.QUESTION))
    assert moved.kind is Kind.QUESTION and moved.reason == "because you sorted 2 like this"


def test_agreeing_with_a_guess_moves_nothing() -> None:
    agreed = tuple(lesson(text, Kind.QUESTION, Kind.QUESTION) for text in BOILERS)
    before = guess(Kind.COMPLAINT, 0.5, Kind.QUESTION)
    assert learned(agreed).move("boiler service", before).probabilities == before


def test_no_text_and_odd_texts_do_no_harm() -> None:
    odd = ("", "   ", "😡😡", "\u202e\u200b", "a" * 50_000, "1 2 3 4 5")
    lessons = tuple(lesson(text, Kind.OTHER, Kind.COMPLAINT) for text in odd for _ in range(2))
    for text in odd:
        moved = learned(lessons).move(text, guess(Kind.OTHER, 0.9))
        assert abs(sum(moved.probabilities.values()) - 1) < 1e-9
    assert ("", None) not in learned(lessons).same


# ---- with the judge --------------------------------------------------------------------------------------


def test_safety_words_are_moved_by_no_words_and_stay_serious_even_where_known() -> None:
    glass = "there was glass in the soup"
    around = tuple(lesson(f"soup {n} glass", Kind.COMPLAINT, Kind.PRAISE) for n in range(20))
    before = judge(glass)
    assert before.is_serious and lean(before, learned(around)) == before
    twice = learned((lesson(glass, Kind.COMPLAINT, Kind.OTHER),) * 2)
    after = lean(before, twice)
    assert (after.kind, after.is_serious, after.complaint_score) == (Kind.OTHER, True, 1.0)


def test_what_a_careful_threshold_decided_is_left_to_it() -> None:
    chances = guess(Kind.QUESTION, 0.5, Kind.COMPLAINT)
    judged = replace(judge("boiler service"), kind=Kind.COMPLAINT, probabilities=chances)
    lessons = tuple(lesson(text, Kind.COMPLAINT, Kind.QUESTION) for text in BOILERS)
    assert lean(judged, learned(lessons)).kind is Kind.COMPLAINT


def test_known_words_are_no_longer_unsure() -> None:
    judged = replace(judge("boiler service"), kind=Kind.QUESTION, is_unsure=True)
    known = learned((lesson("Boiler service?", Kind.OTHER, Kind.QUESTION),) * 2)
    assert not lean(judged, known).is_unsure and lean(judged, learned(())).is_unsure
