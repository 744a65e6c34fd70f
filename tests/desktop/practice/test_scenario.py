"""Reading a pretend shop's story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.practice import people, scenario
from desktop.practice.scenario import Scenario, moment
from desktop.records import Kind

BST = timezone(timedelta(hours=1))
NOW = datetime(2025, 6, 14, 10, 24, tzinfo=BST)
BEFORE = datetime(2025, 6, 10, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("-4m", "2025-06-14 10:20"),
        ("+3h", "2025-06-14 13:24"),
        ("-3d 09:40", "2025-06-11 09:40"),
        ("=17:50", "2025-06-10 17:50"),
        ("=+1d 09:00", "2025-06-11 09:00"),
        ("2025-06-08 17:05", "2025-06-08 17:05"),
    ],
)
def test_a_moment_is_read_in_the_shops_own_time(text: str, means: str) -> None:
    assert moment(text, NOW, BEFORE).astimezone(BST).strftime("%Y-%m-%d %H:%M") == means


def test_a_step_before_the_one_before_it_is_a_mistake_with_its_place() -> None:
    raw = {
        "shop": "A", "currency": "€", "zone_hours": 1, "now": "2025-06-14 10:24", "hours": {}, "people": [],
        "facts": [], "places": [],
    }  # fmt: skip
    told = {"id": "x", "place": "google", "who": "X", "text": "Hm.", "at": "-1d 10:00",
            "then": [{"at": "-2d 10:00", "they": "Earlier."}]}  # fmt: skip
    with pytest.raises(ValueError, match="story 'x'"):
        scenario.told(raw, [told])
    with pytest.raises(ValueError, match="told twice: x"):
        scenario.told(raw, [{**told, "then": []}] * 2)


def test_everyone_of_the_day_has_two_tries_of_bad_answers_to_be_cross_about(puddle: Scenario) -> None:
    hard = [puddle.story(each) for each in ("dana", "gus", "angryspoke", "okafors", "lin", "ravi")]
    for story in hard:
        assert len(story.takes["lines"]["canned"]) >= 2, story.id
        assert {"good", "sorted", "says_so", "too_early", "defensive"} <= story.takes["lines"].keys(), (
            story.id
        )


def test_characters_only_react_in_ways_there_are(puddle: Scenario) -> None:
    for story in puddle.stories:
        assert set(story.takes.get("lines", {})) <= set(people.REACTIONS), story.id


def test_a_month_of_history_is_there_and_a_third_of_it_is_complaints(puddle: Scenario) -> None:
    month = [story for story in puddle.stories if story.id.startswith("m") and story.id[1:].isdigit()]
    complaints = sum(story.kind is Kind.COMPLAINT for story in month)
    assert len(month) >= 40
    assert 0.25 <= complaints / len(month) <= 0.4
