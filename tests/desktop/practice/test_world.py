"""The pretend places: what comes about by the clock, what they answer, what goes wrong on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.clock import SetClock
from desktop.errors import Gone, Misuse, Offline, Refused, SlowDown, Unanswered
from desktop.practice.scenario import Scenario
from desktop.practice.world import World

GOOD = "Dana, your brakes on that hill: I'm sorry, that was us. I'm coming to fetch the bike now. Sam"


def texts(world: World, story: str) -> list[str]:
    root = world.root_of(story)
    place = world.scenario.story(story).place
    return [said.text for said in world.thread(place, root)]


def test_nobody_speaks_before_their_time(puddle: Scenario, clock: SetClock, world: World) -> None:
    assert world.root_of("hugo") == ""
    clock.set(puddle.story("hugo").at)
    assert world.root_of("hugo")


def test_changes_come_in_order_and_each_once(world: World) -> None:
    found = world.changed_since("google", 0)
    assert [said.seq for said in found] == sorted({said.seq for said in found})
    assert world.changed_since("google", found[-1].seq) == []


def test_an_edit_comes_again_and_a_deletion_is_told(world: World) -> None:
    seq = world.changed_since("google", 0)[-1].seq
    world.edit_as(world.root_of("dana"), "It is fixed.", stars=4)
    world.drop(world.root_of("noor"))
    edited, gone = world.changed_since("google", seq)
    assert (edited.text, edited.stars) == ("It is fixed.", 4)
    assert gone.gone_at
    with pytest.raises(Gone):
        world.thread("google", gone.id)


def test_an_answer_with_the_same_key_is_there_once(world: World) -> None:
    root = world.root_of("dana")
    first = world.answer("google", root, GOOD, "key", is_public=True)
    assert world.answer("google", root, GOOD, "key", is_public=True).id == first.id
    assert texts(world, "dana").count(GOOD) == 1


def test_a_stranger_sees_a_google_reply_only_after_its_check(clock: SetClock, world: World) -> None:
    root = world.root_of("dana")
    said = world.answer("google", root, GOOD, "key", is_public=True)
    assert said.id not in [each.id for each in world.seen_by_a_stranger("google", root)]
    clock.forward(seconds=240)
    assert said.id in [each.id for each in world.seen_by_a_stranger("google", root)]


def test_a_stranger_sees_nothing_private_and_nothing_of_a_page_that_is_gone(world: World) -> None:
    root = world.root_of("bram")
    world.answer("facebook", root, "Bring the pram now, half an hour. Wren", "key", is_public=False)
    assert world.seen_by_a_stranger("facebook", root) == []
    world.drop(world.root_of("gus"))
    assert world.seen_by_a_stranger("facebook", world.root_of("gus")) == []


def test_people_answer_back_after_a_while_and_not_at_once(clock: SetClock, world: World) -> None:
    world.answer("google", world.root_of("dana"), "Sorry for any inconvenience.", "key", is_public=True)
    assert len(texts(world, "dana")) == 2
    clock.forward(seconds=91)
    assert texts(world, "dana")[2].startswith("“Any inconvenience”?")


def test_a_good_answer_and_time_bring_thanks_and_asking_brings_the_ending(
    clock: SetClock, world: World
) -> None:
    root = world.root_of("dana")
    world.answer("google", root, GOOD, "one", is_public=True)
    clock.forward(minutes=40)
    assert world.feeling("dana") == "sorted"
    ask = "Would you add a line under your review saying how it ended? Sam"
    world.answer("google", root, ask, "two", is_public=True)
    clock.forward(seconds=91)
    assert world.feeling("dana") == "shown"
    review = world.thread("google", root)[0]
    assert "Update: fetched, fixed and back by four." in review.text
    assert review.stars == 4


def test_who_is_put_off_takes_back_the_thanks_they_meant_to_send(clock: SetClock, world: World) -> None:
    root = world.root_of("dana")
    world.answer("google", root, GOOD, "one", is_public=True)
    clock.forward(minutes=5)
    world.answer("google", root, "You should have checked the brakes.", "two", is_public=True)
    clock.forward(hours=3)
    assert world.feeling("dana") == "cold"
    assert not any("Fetched, fixed" in text for text in texts(world, "dana"))


def test_silence_is_an_answer_too(puddle: Scenario, clock: SetClock, world: World) -> None:
    clock.set(puddle.story("dana").at)
    clock.forward(minutes=23)
    assert texts(world, "dana")[-1].startswith("Twenty minutes.")
    world.answer("google", world.root_of("dana"), GOOD, "one", is_public=True)
    clock.forward(minutes=53)
    assert not any(text.startswith("Over an hour") for text in texts(world, "dana"))


def test_private_answers_are_refused_where_there_are_no_messages(world: World) -> None:
    with pytest.raises(Refused):
        world.answer("google", world.root_of("dana"), GOOD, "key", is_public=False)


def test_only_our_own_posts_can_be_changed_or_removed(world: World) -> None:
    root = world.root_of("dana")
    said = world.answer("google", root, GOOD, "key", is_public=True)
    assert world.reword("google", said.id, "Another word.").text == "Another word."
    world.remove("google", said.id)
    world.remove("google", said.id)
    assert world.still_there("google", (root, said.id)) == {root}
    with pytest.raises(Refused):
        world.remove("google", root)
    with pytest.raises(Gone):
        world.reword("google", said.id, "Again.")


def test_faults_come_as_often_as_asked_for_and_only_where(world: World) -> None:
    world.fault("offline", 2, place="google")
    world.changed_since("facebook", 0)
    for _ in range(2):
        with pytest.raises(Offline):
            world.changed_since("google", 0)
    assert world.changed_since("google", 0)
    world.fault("slow_down")
    with pytest.raises(SlowDown):
        world.thread("google", world.root_of("dana"))
    with pytest.raises(Misuse):
        world.fault("thunder")


def test_an_unanswered_reply_is_there_a_lost_one_is_not(world: World) -> None:
    root = world.root_of("dana")
    world.fault("unanswered")
    with pytest.raises(Unanswered):
        world.answer("google", root, GOOD, "one", is_public=True)
    assert GOOD in texts(world, "dana")
    world.fault("lost")
    with pytest.raises(Unanswered):
        world.answer("google", root, "Lost words. Sam", "two", is_public=True)
    assert "Lost words. Sam" not in texts(world, "dana")
    world.fault("refused")
    with pytest.raises(Refused):
        world.answer("google", root, "Refused words. Sam", "three", is_public=True)


def test_everything_is_there_again_after_a_restart(tmp_path: Path, puddle: Scenario, clock: SetClock) -> None:
    world = World.load(tmp_path, puddle, clock)
    root = world.root_of("dana")
    world.answer("google", root, GOOD, "one", is_public=True)
    again = World.load(tmp_path, puddle, clock)
    assert again.thread("google", root) == world.thread("google", root)
    assert again.next_at() == world.next_at()
    assert again.answer("google", root, GOOD, "one", is_public=True).id in {
        p.id for p in world.thread("google", root)
    }
    clock.forward(minutes=40)
    assert again.feeling("dana") == "sorted"


def test_a_broken_world_file_begins_the_day_again(tmp_path: Path, puddle: Scenario, clock: SetClock) -> None:
    (tmp_path / "world.json").write_text('{"seq": 3, "posts": [{}]}', "utf-8")
    assert World.load(tmp_path, puddle, clock).root_of("dana")


def test_a_reply_from_a_phone_is_ours_and_a_strangers_is_theirs(world: World) -> None:
    root = world.root_of("gus")
    world.post_ours_elsewhere("facebook", root, "From the bus: on it. Sam")
    world.post_as("facebook", "A neighbour", "Same here.", parent=root)
    assert [said.is_ours for said in world.thread("facebook", root)] == [False, True, False]
