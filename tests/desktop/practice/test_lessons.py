"""The lessons: a step is done by doing it, one after the other, and what is done stays done."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop import collect, counter, deliver, lookout, outbox, people, posts
from desktop.clock import SetClock
from desktop.practice import day, lessons, opening, rewind
from desktop.practice.lessons import LESSONS, Place
from desktop.practice.scenario import Scenario
from desktop.practice.seed import world_of
from desktop.records import Limits, ProofKind, Purpose
from desktop.shop import Shop
from desktop.writing import Writing

CANNED = "Hi, sorry for any inconvenience caused. Please drop us a message and we'll look into it. Sam"
GOOD = "Dana, your brakes on that hill: I'm sorry, that was us. I'm coming to fetch the bike by 11:30. Sam"


def of(shop: Shop, story: str) -> str:
    return day._conversation_of(shop, story)


def say(
    shop: Shop, clock: SetClock, story: str, text: str, purpose: Purpose = Purpose.ANSWER, minutes: int = 0
) -> str:
    promise = clock.now() + timedelta(minutes=minutes) if minutes else None
    reply = counter.post(shop, of(shop, story), Writing.typed(text), purpose=purpose, promise_at=promise)
    send(shop, clock)
    return reply.id


def send(shop: Shop, clock: SetClock) -> None:
    clock.forward(seconds=11)
    (sent,) = deliver.deliver_due(shop)
    assert sent.posted_at


def later(shop: Shop, clock: SetClock, **time: int) -> None:
    clock.forward(**time)
    collect.collect_all(shop)


def done(shop: Shop, open_now: str = "") -> int:
    """How many steps of the open lesson are done."""
    found = day.learn(shop, open_now)
    assert found is not None
    return sum(step.state == "done" for step in found.steps)


def test_there_are_six_lessons_and_each_is_a_few_small_steps() -> None:
    assert [lesson.title for lesson in LESSONS] == [
        "look around",
        "listen to the one thing",
        "keep company while you look",
        "when it’s past your limit",
        "make the ending show",
        "a bad morning",
    ]
    for lesson in LESSONS:
        assert 3 <= len(lesson.steps) <= 5
        assert all(step.text and step.how for step in lesson.steps)
        assert lesson.end


def test_it_begins_with_looking_around_and_only_looking_counts(shop: Shop) -> None:
    found = day.learn(shop)
    assert found is not None
    assert (found.number, found.title) == (1, "look around")
    assert done(shop) == 1  # this test's clock never stands
    day.looked_at(shop, "page:complaints")  # its turn comes after picking somebody else
    assert done(shop) == 1
    day.looked_at(shop, "other")
    assert done(shop) == 3
    day.looked_at(shop, "page:shopbook")
    found = day.learn(shop)
    assert found is not None
    assert found.end.startswith("You know your way round.")
    assert found.after == "listen"


def test_a_lesson_comes_after_the_other_only_when_asked_and_can_be_skipped(shop: Shop) -> None:
    day.open_lesson(shop, "listen")
    found = day.learn(shop)
    assert found is not None
    assert (found.number, found.end) == (2, "")
    day.open_lesson(shop, "")
    assert day.learn(shop) is None


def test_dana_is_listened_to_by_doing_it(shop: Shop, clock: SetClock, puddle: Scenario) -> None:
    day.open_lesson(shop, "listen")
    assert done(shop) == 0
    say(shop, clock, "dana", CANNED)
    assert done(shop, of(shop, "dana")) == 1  # Dana hasn't said anything yet
    later(shop, clock, minutes=3)
    assert done(shop, of(shop, "gus")) == 1  # and nobody looks
    assert done(shop, of(shop, "dana")) == 2
    later(shop, clock, minutes=1)
    assert done(shop, of(shop, "dana")) == 2
    say(shop, clock, "dana", GOOD)
    assert done(shop) == 3
    later(shop, clock, minutes=35)
    assert done(shop) == 4  # sorted before half past eleven
    counter.confirm_ending(shop, of(shop, "dana"), kind=ProofKind.THEIR_REPLY, post_id=_last(shop, "dana"))
    assert done(shop) == 5


def _last(shop: Shop, story: str) -> str:
    return [post for post in posts.thread(shop.store, of(shop, story)) if not post.is_ours][-1].id


def test_after_a_poor_answer_the_step_is_to_rewind_and_rewinding_keeps_what_was_learnt(
    shop: Shop, clock: SetClock, puddle: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    day.open_lesson(shop, "listen")
    key = say(shop, clock, "dana", CANNED)
    later(shop, clock, minutes=3)
    found = day.learn(shop, of(shop, "dana"))
    assert found is not None
    assert found.steps[2].text == "Rewind and answer what frightened Dana"
    assert found.steps[2].state == "now"
    folder = shop.folder
    shop.close()
    monkeypatch.setattr(opening.seed, "puddle_street", lambda: puddle)
    again = rewind(folder, key)
    try:
        found = day.learn(again)
        assert found is not None
        assert [step.state for step in found.steps][:3] == ["done", "done", "now"]
        assert found.steps[2].text == "Answer what frightened Dana"
    finally:
        again.close()


def test_company_is_kept_by_being_back_in_time(shop: Shop, clock: SetClock) -> None:
    day.open_lesson(shop, "company")
    say(shop, clock, "gus", "Gus, £12 for a valve cap? I'm looking at the till. Back here by 11:00. Sam", minutes=30,
        purpose=Purpose.LOOKING)  # fmt: skip
    assert done(shop) == 1
    day.looked_at(shop, "page:shopbook")
    assert done(shop) == 2
    say(
        shop,
        clock,
        "gus",
        "Gus, the wrong key on the till: a cap is 50p. I'm sorry, £11.50 has gone back. Sam",
    )
    assert done(shop) == 3


def test_being_back_too_late_is_no_company(shop: Shop, clock: SetClock) -> None:
    day.open_lesson(shop, "company")
    say(shop, clock, "gus", "Gus, £12 for a valve cap? I'm looking at the till. Back here by 11:00. Sam", minutes=30,
        purpose=Purpose.LOOKING)  # fmt: skip
    day.looked_at(shop, "page:shopbook")
    later(shop, clock, minutes=50)
    say(
        shop,
        clock,
        "gus",
        "Gus, the wrong key on the till: a cap is 50p. I'm sorry, £11.50 has gone back. Sam",
    )
    assert done(shop) == 2


PAINTER = (
    "The scratch on your top tube: I'm sorry. We'll pay a painter £80, you hear from me by Thursday. Wren"
)


def wren(shop: Shop) -> None:
    shop.set_person(next(person for person in people.all(shop.store) if person.name == "Wren"))


def test_past_the_limit_the_owner_is_asked_and_says_yes_in_a_minute(shop: Shop, clock: SetClock) -> None:
    day.open_lesson(shop, "limit")
    sam = shop.me
    assert done(shop) == 0
    wren(shop)
    assert done(shop) == 1
    asked = counter.ask(shop, of(shop, "angryspoke"), Writing.typed(PAINTER), "Is the painter all right?")
    assert asked.things == {"money_up_to": 80.0}
    assert done(shop) == 2
    clock.forward(seconds=50)
    day.today(shop)
    assert done(shop) == 2
    clock.forward(seconds=15)
    day.today(shop)
    assert done(shop) == 3
    counter.post_asked(shop, asked.id)
    send(shop, clock)
    assert done(shop) == 4
    shop.set_person(sam)
    found = day.learn(shop)
    assert found is not None
    assert found.end == "You asked before you promised. Sam said yes in a minute, and angryspoke never knew."


def test_the_owner_gives_back_what_would_do_harm(shop: Shop, clock: SetClock) -> None:
    wren(shop)
    one = of(shop, "angryspoke")
    counter.ask(shop, one, Writing.typed("Sorry for any inconvenience, here is £80. Wren"))
    clock.forward(seconds=61)
    day.today(shop)
    (asked,) = [ask for ask in counter_asks(shop) if ask.conversation == one]
    assert (asked.state.value, asked.answered_by) == ("returned", "Sam")
    assert asked.answer == "It sounds like a form. Say what they told us first, then the offer."


def counter_asks(shop: Shop) -> tuple[day.Ask, ...]:
    return day.asks.since(shop.store, world_of(shop).scenario.now_at)


def test_while_the_owner_is_here_nobody_answers_for_them(shop: Shop, clock: SetClock) -> None:
    sam = shop.me
    wren(shop)
    counter.ask(shop, of(shop, "angryspoke"), Writing.typed(PAINTER))
    shop.set_person(sam)
    clock.forward(minutes=5)
    day.today(shop)
    assert counter_asks(shop)[0].state.value == "waiting"


def test_what_wren_may_promise_alone_is_what_the_lesson_says(shop: Shop) -> None:
    wren(shop)
    limits: Limits = people.limits(shop.store, shop.me.id)
    assert limits.money_up_to == 20


def test_the_ending_with_mr_pell_is_made_to_show(shop: Shop, clock: SetClock) -> None:
    day.open_lesson(shop, "show")
    day.looked_at(shop, "page:complaints")
    assert done(shop) == 1
    text = "For anyone reading: all 36 spokes were new on Friday and the wheel runs true. Marek"
    reply = counter.post(shop, of(shop, "pell"), Writing.typed(text), purpose=Purpose.ENDING)
    assert done(shop) == 2
    counter.send_now(shop, reply.id)
    deliver.deliver_due(shop)
    assert done(shop) == 2
    clock.forward(minutes=20)
    lookout.look_due(shop, 500, per_host=500)
    gone = outbox.by_id(shop.store, reply.id)
    assert gone is not None
    if done(shop) == 2:  # seen by a look, or said by a person who looked
        ours = [post for post in posts.thread(shop.store, of(shop, "pell")) if post.is_ours][-1]
        counter.confirm_ending(shop, of(shop, "pell"), kind=ProofKind.OUR_UPDATE, post_id=ours.id)
    assert done(shop) == 3


def test_it_goes_on_where_it_was_left_and_a_new_day_begins_the_open_lesson_anew(tmp_path: Path) -> None:
    place = Place("listen", (("look", 4), ("listen", 2)), ("other",))
    lessons.keep(tmp_path, place)
    assert lessons.load(tmp_path) == place
    assert lessons.new_day(place) == Place("listen", (("look", 4),))


@pytest.mark.parametrize("broken", ["", "[]", '{"lesson": 1}', '{"lesson": "x", "done": 3, "seen": []}'])
def test_a_broken_file_begins_the_lessons_again(tmp_path: Path, broken: str) -> None:
    (tmp_path / lessons.FILE_NAME).write_text(broken, "utf-8")
    assert lessons.load(tmp_path) == Place()


def test_a_lesson_that_was_done_can_be_done_again() -> None:
    assert lessons.open_lesson(Place("listen", (("look", 4),)), "look").steps_done("look") == 0
    assert lessons.open_lesson(Place("look", (("listen", 2),)), "listen").steps_done("listen") == 2
