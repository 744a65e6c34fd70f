"""Who would come in, what moved them, and the sentence at the end of the day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.clock import SetClock
from desktop.practice import public
from desktop.practice.public import COMES, GONE, UNSURE, Public, Turn
from desktop.practice.scenario import Scenario
from desktop.practice.world import World

CANNED = "Hi, sorry for any inconvenience caused. Please drop us a message and we'll look into it."
GOOD = "Dana, your brakes on that hill: I'm sorry, that was us. I'm coming to fetch the bike by 11:30. Sam"
ASK = "Would you add a line under your review saying how it ended? Sam"


def reading(world: World) -> Public:
    told = world.scenario
    return public.read(world.turns(), {s.id: s.who for s in told.stories}, told.seed, told.zone, told.now_at)


def answer(world: World, story: str, text: str, key: str = "key", *, is_public: bool = True) -> None:
    place = world.scenario.story(story).place
    world.answer(place, world.root_of(story), text, key, is_public=is_public)


def moved(world: World) -> list[tuple[str, int, str]]:
    """What moved them today."""
    opened_at = world.scenario.now_at
    return [(one.cause, one.number, one.to) for one in reading(world).moved if one.at >= opened_at]


def test_twenty_people_read_the_page_and_nothing_has_moved_them_yet(world: World) -> None:
    found = reading(world)
    assert found.groups == {COMES: 6, UNSURE: 10, GONE: 4}
    assert (moved(world), found.changed) == ([], 0)


def test_what_is_fixed_and_does_not_show_makes_people_doubt_since_then(world: World) -> None:
    (since,) = reading(world).moved
    assert since.text == "Mr Pell’s wheel is fixed, but his review still says it wobbles."
    assert (since.number, since.to) == (3, UNSURE)
    assert since.at < world.scenario.now_at


def test_a_canned_answer_drives_people_away_and_gives_the_next_job(world: World) -> None:
    before = reading(world).groups
    answer(world, "dana", CANNED)
    after = reading(world)
    assert moved(world) == [("passed_on", 2, GONE), ("canned", 2, GONE)]
    assert after.groups[GONE] == before[GONE] + 4
    assert after.moved[1].text == "Your answer to Dana would fit anybody."


def test_naming_it_owning_it_and_giving_a_time_each_move_somebody(world: World) -> None:
    answer(world, "dana", GOOD)
    assert sorted(moved(world)) == [("detail", 1, COMES), ("owns", 1, COMES), ("time", 1, COMES)]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("You should have checked the brakes.", "defensive"),
        ("Dana, have a look at our new range, 20% off this week!", "selling"),
    ],
)
def test_blame_and_adverts_move_three_the_other_way(world: World, text: str, cause: str) -> None:
    answer(world, "dana", text)
    assert (cause, 3, GONE) in moved(world)


def test_a_time_that_is_kept_counts_and_one_that_is_not_counts_more_loudly(
    clock: SetClock, world: World
) -> None:
    answer(world, "dana", GOOD)
    clock.forward(minutes=40)  # sorted before half past eleven
    causes = [one.cause for one in reading(world).moved if one.story == "dana"]
    assert causes[:2] == ["shown", "kept"]
    clock.forward(hours=2)
    assert "missed" not in [cause for cause, _, _ in moved(world)]


def test_a_time_nobody_kept_is_noticed(clock: SetClock, world: World) -> None:
    answer(world, "gus", "The valve cap for £12: I'm looking at the till now, an answer here by 11:00. Sam")
    answer(world, "gus", "You should have looked at the receipt.", "two")  # in time, and worse
    answer(
        world,
        "gus",
        "Gus, the till, £12 for a cap: that was us. It's back on your card by 12:00. Sam",
        "three",
    )
    world._due = [due for due in world._due if due.what != "they"]  # nobody puts it right
    clock.forward(hours=2)
    (missed,) = [one for one in reading(world).moved if one.cause == "missed"]
    assert missed.text == "12:00 came and went, and Gus had heard nothing."


def test_silence_is_read_too(clock: SetClock, world: World) -> None:
    clock.forward(minutes=23)
    assert ("silence", 2, GONE) in moved(world)


def test_an_ending_in_public_brings_people_in(clock: SetClock, world: World) -> None:
    answer(world, "dana", GOOD)
    clock.forward(minutes=40)
    answer(world, "dana", ASK, "two")
    clock.forward(minutes=2)
    shown = [one for one in reading(world).moved if (one.story, one.cause) == ("dana", "shown")]
    assert [one.to for one in shown] == [COMES]  # her thanks, and her update: once for a story


def test_what_is_said_in_private_moves_no_passer_by(world: World) -> None:
    answer(world, "gus", CANNED, is_public=False)
    assert moved(world) == []
    assert world.turns()[-1].is_poor


def test_saying_a_good_thing_twice_convinces_nobody_again(world: World) -> None:
    answer(world, "dana", GOOD)
    before = reading(world).groups
    answer(world, "dana", GOOD, "two")
    assert {m for m in moved(world) if m[0] == "detail"} == {("detail", 1, COMES)}
    assert reading(world).groups[COMES] == before[COMES] + 3  # the time it gave first was kept


def test_the_same_answers_move_the_same_people_and_a_restart_forgets_nothing(
    puddle: Scenario, clock: SetClock, tmp_path: object
) -> None:
    worlds = [World(puddle, clock) for _ in range(2)]
    for each in worlds:
        answer(each, "dana", CANNED)
    assert reading(worlds[0]) == reading(worlds[1])
    again = World(puddle, clock)
    again._take_in(worlds[0]._state())
    assert reading(again) == reading(worlds[0])


def test_there_are_never_more_or_fewer_than_twenty() -> None:
    turns = [Turn("2025-06-14T10:00:00.000000Z", f"s{n}", ("selling",), "p") for n in range(30)]
    names = {f"s{n}": "X" for n in range(30)}
    found = public.read(turns, names, "seed", None)
    assert found.groups == {COMES: 0, UNSURE: 0, GONE: 20}
    assert found.moved[0].number == 0


def test_the_evening_is_a_sentence_and_no_score() -> None:
    names = {"dana": "Dana"}
    none = Public({}, (), 0, "", 0)
    assert public.evening(0, 0, none, names) == (
        "You answered no people. No endings show. No passer-by changed their mind."
    )
    two = replace(none, changed=2, mostly="dana", for_it=1)
    assert public.evening(9, 4, two, names) == (
        "You answered 9 people. 4 endings show. "
        "Two passers-by changed their minds, one of them about what Dana said."
    )
    assert public.evening(1, 1, replace(two, changed=1), names).endswith("about what Dana said.")
