"""Phrases that rest: till when, for whom, in wordings, in openings and beside a draft."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop import counter, starters
from desktop.coach import read
from desktop.starters import borrowed
from desktop.writing import Part
from tests.desktop.coach.test_coach import scene
from tests.fixtures_shop import SATURDAY, Counter, open_counter

PHRASE = "That one's ours"  # of the wording gen-o1


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-01-05 09:20", "2026-02-05 09:20"),
        ("2026-01-31 09:20", "2026-02-28 09:20"),
        ("2025-12-24 23:30", "2026-01-24 23:30"),
    ],
)
def test_a_month_is_till_that_day_of_the_next(at_counter: Counter, now: str, until: str) -> None:
    at_counter.clock.set(datetime.fromisoformat(now).replace(tzinfo=SATURDAY.tzinfo))
    counter.let_rest(at_counter.shop, [PHRASE])
    (one,) = counter.resting_phrases(at_counter.shop)
    assert f"{one.until:%Y-%m-%d %H:%M}" == until
    at_counter.clock.forward(days=32)
    assert counter.resting_phrases(at_counter.shop) == ()


def test_wordings_with_the_phrase_rest_for_everybody(at_counter: Counter) -> None:
    shop = at_counter.shop
    priya = counter.add_person(shop, "Priya")
    kept = "Well, that one’s ours again: {what went wrong here}."
    counter.keep_wording(shop, Part.OWN, "gen", kept)
    counter.let_rest(shop, [PHRASE, "not in any wording at all"])
    shop.set_person(priya)
    resting = counter.resting(shop)
    choices = starters.other_wordings(Part.OWN, "gen", resting, {}, counter.own_wordings(shop))
    last = [choice.wording.text for choice in choices if choice.rests_until]
    assert set(last) == {kept, "That one's ours. {what went wrong here}."}
    assert [choice.rests_until is not None for choice in choices] == [False] * (len(choices) - 2) + [True] * 2
    made = starters.part_paragraph(Part.OWN, "gen", {}, resting)
    assert made.wording and made.wording != "gen-o1"


def test_it_is_over_when_somebody_says_so_and_comes_back_with_undo(at_counter: Counter) -> None:
    shop = at_counter.shop
    counter.let_rest(shop, [PHRASE])
    at_counter.clock.forward(days=3)
    again = counter.let_rest(shop, ["that one’s OURS", "drop us a message"])
    assert str(again.text) == "2 wordings rest till 17 July"
    again.take_back(shop)
    assert [(one.phrase, one.until.day) for one in counter.resting_phrases(shop)] == [(PHRASE, 14)]
    over = counter.rest_over(shop, PHRASE)
    assert "gen-o1" not in counter.resting(shop)
    over.take_back(shop)
    assert "gen-o1" in counter.resting(shop)


def test_it_stays_after_closing(at_counter: Counter) -> None:
    counter.let_rest(at_counter.shop, [PHRASE])
    folder = at_counter.shop.folder
    at_counter.shop.close()
    again = open_counter(folder, at_counter.clock, at_counter.world)
    assert [one.phrase for one in counter.resting_phrases(again.shop)] == [PHRASE]
    at_counter.shop = again.shop


def test_the_coach_names_it_gently_when_it_is_typed(at_counter: Counter) -> None:
    counter.let_rest(at_counter.shop, ["our mistake, not bad luck"])
    book = counter.for_coach(at_counter.shop)
    reading = read(scene("That was our mistake - not bad luck, Marta.", book=book))
    (found,) = [one for one in reading.findings if one.check == "c-rest"]
    assert found.title == "“our mistake - not bad luck” is resting"
    assert found.text == "Many replies had it lately, so it rests till 14 July."
    assert found not in reading.holds and "dismiss" in [action.key for action in found.actions]
    assert not [one for one in read(scene("Our mistake, and bad luck.", book=book)).findings if one.check == "c-rest"]


def test_what_no_wording_has_is_the_writers_own() -> None:
    said = "I didn't leave that to anybody else"  # of gen-d5
    assert borrowed.own_share(said) == 0.0
    assert borrowed.own_share("The tart went in the bin and so did the batch.") == 1.0
    share = borrowed.own_share(f"Marta, {said}. The tart went in the bin.", {"marta"})
    assert share == pytest.approx(19 / (19 + 29))
    assert borrowed.own_share("Marta", {"marta"}) is None and borrowed.own_share("…") is None
    assert borrowed.own_share("we bake it anew", kept=borrowed.runs_of(["So we bake it anew for {name}."])) == 0.0
