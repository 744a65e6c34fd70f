"""The public door of reading: what a `Judgement` holds, one text or many."""

from __future__ import annotations

import pytest

from desktop.records import Kind
from desktop.triage import Judgement, Outcome, Topic, judge, judge_many, work_out_reasons

LATE = "Still waiting for the van after 2 hours and nobody answers the phone"


def test_a_judgement_has_every_kind_topic_and_outcome_with_a_probability() -> None:
    judged = judge(LATE)
    assert set(judged.probabilities) == set(Kind)
    assert sum(judged.probabilities.values()) == pytest.approx(1)
    assert judged.sureness == max(judged.probabilities.values())
    assert set(judged.topic_probabilities) == set(Topic)
    assert sum(judged.follow_up.probabilities.values()) == pytest.approx(1)
    assert set(judged.follow_up.probabilities) == set(Outcome)


def test_its_reasons_stand_in_the_text() -> None:
    judged = judge(LATE, stars=1)
    assert judged.reasons[0].is_fact and judged.reasons[0].text == "1 star"
    for reason in judged.reasons[1:]:
        assert LATE[reason.start : reason.end].lower() == reason.text.lower()
    assert judged.reason.startswith("because: 1 star, “")


def test_safety_words_come_to_the_top_whatever_else_is_said() -> None:
    judged = judge("Lovely soup! Best in town. There was a piece of glass in it though.", stars=5)
    assert judged.is_serious and judged.complaint_score == 1.0


@pytest.mark.parametrize(
    "text",
    ["My son found a piece of glass in the granola. A PIECE OF GLASS.", "The pie wasn't. Spent the night in A&E."],
)
def test_with_words_of_harm_a_complaint_is_not_maybe_praise(text: str) -> None:
    judged = judge(text)
    assert judged.is_serious and judged.kind is Kind.COMPLAINT and not judged.is_unsure


def test_words_of_harm_said_twice_are_named_once() -> None:
    assert judge("Found a piece of glass. A PIECE OF GLASS.").reason == "because: “piece of glass”"


def test_without_a_clock_nothing_is_happening_now() -> None:
    assert not judge("I'm outside and the door is locked, anyone?").is_happening_now


def test_many_texts_are_judged_as_each_alone() -> None:
    texts = [LATE, "", "Best buns in town!", "¿Tienen pan sin gluten?"]
    stars = [1, None, 5, None]
    alone: list[Judgement] = [judge(text, stars=star) for text, star in zip(texts, stars, strict=True)]
    for together, one in zip(judge_many(texts, stars=stars), alone, strict=True):
        assert (together.kind, together.topics, together.language) == (one.kind, one.topics, one.language)
        assert together.probabilities == pytest.approx(one.probabilities, abs=1e-5)
        assert together.complaint_score == pytest.approx(one.complaint_score, abs=1e-5)
    assert judge_many([]) == []


@pytest.mark.parametrize(
    "text", ["今日は散歩しました", "Очень плохое обслуживание", "لم يصل الطلب", "설마 또 늦어요? ok"]
)
def test_writing_that_it_cannot_read_is_left_open(text: str) -> None:
    judged = judge(text)
    assert (judged.kind, judged.is_unsure, judged.language) == (Kind.OTHER, True, "")
    assert judged.complaint_score == 0.5  # between what is a complaint and what isn't: a person looks
    assert judge(text, stars=1).kind is Kind.COMPLAINT


def test_topics_name_the_likely_ones_in_their_order() -> None:
    texts = [
        "Paid twice on the website and nobody picks up the phone", "Two weeks late and the mug is broken", LATE,
        "Lovely staff and fair prices, the parking is a squeeze", "Can I change my table, and is there a ramp?",
    ]  # fmt: skip
    likely = 0
    for judged in judge_many(texts):
        chances = [judged.topic_probabilities[topic] for topic in judged.topics]
        best = sorted(judged.topic_probabilities.values(), reverse=True)[:3]
        assert chances == [chance for chance in best if chance >= 0.15]
        likely += sum(0.15 <= chance < 0.3 for chance in chances)
    assert likely  # some that a shop is not shown


def test_reasons_worked_out_together_are_those_of_each_alone() -> None:
    texts = [
        "The box was crushed and nobody answers. Awful!", "Lovely scones, thank you so much", "", "Ok", "東京のパン",
        "Do you have rye bread on Sundays?", "I was poisoned by your pie", "Der Kuchen war kalt, die Bedienung frech",
        "zu lange gewartet " * 60, "Never again, never again, never again", "@shop 12:30?",
    ]  # fmt: skip
    stars = [1, 5, 2, None, None, None, 1, 2, 1, None, None]
    together, alone = judge_many(texts, stars=stars), judge_many(texts, stars=stars)
    work_out_reasons(together)
    assert [one.reason for one in together] == [one.reason for one in alone]
    assert len({one.reason for one in together}) > 6


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We will not be back.", "will not be back"),
        ("On n'y retournera pas", "On n'y retournera pas"),
        ("Nein, da gehen wir nicht mehr hin.", "gehen wir nicht mehr hin"),
        ("How is it possible to burn toast and serve it anyway?", "How is it possible"),
        ("How hard is it to answer the phone?", "How hard is it"),
    ],
)
def test_leaving_for_good_and_a_reproach_in_the_form_of_a_question_are_complaints(text: str, said: str) -> None:
    judged = judge(text)
    assert judged.kind is Kind.COMPLAINT
    assert judged.reasons[0].text == said


@pytest.mark.parametrize("text", ["We will be back", "Can't wait to be back!", "How hard is the mattress in room 4?"])
def test_coming_back_and_a_real_question_are_none(text: str) -> None:
    assert judge(text).kind is not Kind.COMPLAINT


@pytest.mark.parametrize(
    "text",
    [
        "Please cancel my booking for two on Friday",
        "Hi, I'd like to book a table for 4 on Saturday at 7",
        "Hallo, ich würde gern einen Tisch für vier am Samstag reservieren",
        "Quisiera reservar mesa para dos",
    ],
)
def test_who_only_books_means_this_shop(text: str) -> None:
    assert judge(text).kind is Kind.QUESTION


def test_who_asks_whether_it_is_another_shop_is_still_a_mix_up() -> None:
    assert judge("Is this the garage? I need to book a service appointment").kind is Kind.MIX_UP


@pytest.mark.parametrize(
    "text",
    [
        "Wow, 50 minutes for a sandwich. Truly a world record, well done.",
        "Oh brilliant, third time this month my flat white comes lukewarm. You must be so proud.",
    ],
)
def test_congratulations_on_what_went_wrong_are_not_praise(text: str) -> None:
    assert judge(text).kind is Kind.COMPLAINT
