"""Everyone who writes to Puddle Street has a better and a worse way to be answered; and a bad morning of fourteen."""

from __future__ import annotations

import socket
from datetime import timedelta

import pytest

from desktop import collect, conversations, counter, deliver, lookout
from desktop.clock import SetClock
from desktop.practice import day
from desktop.practice.scenario import Scenario
from desktop.practice.seed import world_of
from desktop.records import Channel, FixedHow, Kind, ProofKind, Purpose
from desktop.shop import Shop
from desktop.writing import Writing

CANNED = "Thank you for your feedback. We are sorry for any inconvenience caused. Puddle Street"
ANSWERS = {  # who -> (an answer of the better kind, one of the worse kind, what the worse one is to them)
    "dana": (
        "Dana, your brakes on that hill: I'm sorry, that was us. I'm coming to fetch the bike by 11:30. Sam",
        "Sorry, but every brake is always checked before it leaves.",
        "defensive",
    ),
    "gus": (
        "Gus, £12 for a valve cap is our mistake: the wrong key on the till. £11.50 is back with you by noon. Sam",
        "Have you tried our new range of valve caps? 20% off today!",
        "selling",
    ),
    "hillrider": (
        "Yes: here before noon, and both wheels are done by 3. £15 a wheel, with your own tape. Wren",
        CANNED,
        "canned",
    ),
    "mia": (
        "A brass bell by the door that goes ping: I can see it. They are back in July. Wren",
        "Please send us an email with your suggestion.",
        "passed_on",
    ),
    "yusuf": (
        "A second lock at the hoops by the taxi rank, through the frame. That's how I'd leave mine. Sam",
        "Why not upgrade to our new range of locks?",
        "selling",
    ),
    "noor": (
        "Gerald! Tell her the ramp is hers whenever she likes. Wren",
        CANNED,
        "canned",
    ),
    "bikeshed": (
        "I think that's Puddle Lane Motors, behind the bakery: we only do bicycles. Their counter opens at eight. Sam",
        "Please contact us so we can look into it.",
        "passed_on",
    ),
    "angryspoke": (
        "The scratch on your top tube: I'm sorry, that was us. The painter can have it on Thursday. Sam",
        "You should have told us on the day. Calm down.",
        "defensive",
    ),
    "okafors": (
        "You booked Thursday at four and stood at a dark door: our mistake. We'll open on Tuesday at 17:30. Wren",
        "You should have read the note about the course.",
        "defensive",
    ),
    "lin": (
        "Lin, I'm sorry. It's ours: your number is down since 10:31 and I'm writing to you privately by 11:00. Sam",
        "Sorry you feel that way, you gave us your number yourself.",
        "defensive",
    ),
}  # fmt: skip


def told_us(shop: Shop, story: str) -> None:
    """They said over the counter that it is sorted: only then may they be asked to say how it ended."""
    counter.mark_fixed(shop, day._conversation_of(shop, story), FixedHow.THEY_TOLD_US)


def say(
    shop: Shop,
    clock: SetClock,
    story: str,
    text: str,
    *,
    purpose: Purpose = Purpose.ANSWER,
    private: bool = False,
) -> None:
    collect.collect_all(shop)
    channel = Channel.PRIVATE if private else Channel.PUBLIC
    counter.post(
        shop, day._conversation_of(shop, story), Writing.typed(text), purpose=purpose, channel=channel
    )
    clock.forward(seconds=11)
    (sent,) = deliver.deliver_due(shop)
    assert sent.posted_at


def theirs(shop: Shop, story: str) -> list[str]:
    """What they wrote after our last answer."""
    world = world_of(shop)
    place = world.scenario.story(story).place
    thread = world.thread(place, world.root_of(story))
    since = max(index for index, post in enumerate(thread) if post.is_ours)
    return [post.text for post in thread[since + 1 :] if not post.is_ours]


def first_words(shop: Shop, story: str) -> str:
    world = world_of(shop)
    return world.thread(world.scenario.story(story).place, world.root_of(story))[0].text


@pytest.mark.parametrize("story", ANSWERS)
def test_a_better_answer_is_met_better(shop: Shop, clock: SetClock, story: str) -> None:
    better, _, _ = ANSWERS[story]
    private = not world_of(shop).scenario.story(story).is_public
    before = first_words(shop, story)
    say(shop, clock, story, better, private=private)
    (turn,) = [turn for turn in world_of(shop).turns() if turn.story == story and turn.post]
    assert not turn.is_poor
    assert "detail" in turn.causes
    assert world_of(shop).feeling(story) == "warmer"
    clock.forward(minutes=3)
    said = [*theirs(shop, story), first_words(shop, story).removeprefix(before).strip()]
    lines = world_of(shop).scenario.story(story).takes["lines"]["good"]
    assert [text for text in said if text] == [lines[0]]


@pytest.mark.parametrize("story", ANSWERS)
def test_a_worse_answer_is_met_worse(shop: Shop, clock: SetClock, story: str) -> None:
    _, worse, what = ANSWERS[story]
    private = not world_of(shop).scenario.story(story).is_public
    say(shop, clock, story, worse, private=private)
    (turn,) = [turn for turn in world_of(shop).turns() if turn.story == story and turn.post]
    assert turn.is_poor
    assert what in turn.causes
    assert world_of(shop).feeling(story) == "cold"
    clock.forward(minutes=3)
    lines = world_of(shop).scenario.story(story).takes["lines"]
    assert theirs(shop, story) == lines.get(what, [])[:1]
    happened = day.what_happened(shop, day._conversation_of(shop, story))
    assert happened is not None
    assert "Try again:" in happened.text


def test_mr_pell_is_happy_already_and_takes_no_present(shop: Shop, clock: SetClock) -> None:
    """Of the twelve he is the one who has only an ending to write: asked plainly he writes it, bribed he doesn't."""
    told_us(shop, "pell")
    say(shop, clock, "pell", "There's a voucher in it if you update your review. Sam", purpose=Purpose.ASK)
    clock.forward(minutes=3)
    assert theirs(shop, "pell") == [
        "I have never taken a present for saying what happened and I shan't begin now."
    ]
    say(shop, clock, "pell", "You're right, no present. Would you say how it ended, good or bad? Sam")
    clock.forward(minutes=3)
    assert first_words(shop, "pell").startswith(
        "Wheel still wobbles. Twice now.\n\nIt does not wobble any more."
    )


def test_dana_is_serious_and_comes_first(shop: Shop) -> None:
    one = conversations.by_id(shop.store, day._conversation_of(shop, "dana"))
    assert one is not None
    assert one.is_serious


def test_lin_is_a_complaint_about_her_privacy_and_her_ending_is_hers_to_tell(
    shop: Shop, clock: SetClock
) -> None:
    say(shop, clock, "lin", ANSWERS["lin"][0])
    clock.forward(minutes=40)
    assert any("I checked from my sister's phone" in text for text in theirs(shop, "lin"))
    told_us(shop, "lin")
    say(shop, clock, "lin", "Would you say under it how it ended? Good or bad. Sam", purpose=Purpose.ASK)
    clock.forward(minutes=3)
    assert any(text.startswith("For anyone reading: they took it down") for text in theirs(shop, "lin"))


def test_the_okafors_want_their_booking_and_get_an_evening(shop: Shop, clock: SetClock) -> None:
    say(shop, clock, "okafors", ANSWERS["okafors"][0])
    clock.forward(minutes=40)
    assert world_of(shop).feeling("okafors") == "sorted"
    assert any("All four of us fitted" in text for text in theirs(shop, "okafors"))
    shown = [turn for turn in world_of(shop).turns() if turn.story == "okafors" and "shown" in turn.causes]
    assert len(shown) == 1


# ---- one morning, fourteen people ---------------------------------------------------------------------------------


def morning(puddle: Scenario) -> list[str]:
    return [story.id for story in puddle.stories if story.begins_with == "morning"]


def test_nobody_writes_of_the_chain_lube_before_the_lesson_begins(
    shop: Shop, clock: SetClock, puddle: Scenario
) -> None:
    clock.forward(hours=3)
    collect.collect_all(shop)
    assert [story for story in morning(puddle) if day._conversation_of(shop, story)] == []


def begin(shop: Shop, clock: SetClock) -> None:
    clock.forward(hours=1)
    day.open_lesson(shop, "morning")
    day.open_lesson(shop, "morning")  # once more changes nothing
    clock.forward(minutes=22)
    collect.collect_all(shop)


def test_fourteen_people_complain_of_one_thing(shop: Shop, clock: SetClock, puddle: Scenario) -> None:
    began = clock.now() + timedelta(hours=1)
    begin(shop, clock)
    found = [conversations.by_id(shop.store, day._conversation_of(shop, one)) for one in morning(puddle)]
    assert len(found) == 14
    assert {one.kind for one in found if one} == {Kind.COMPLAINT}
    assert all(began < one.first_at <= clock.now() for one in found if one)
    shared = counter.shared_thing(shop)
    assert shared is not None
    assert (shared.name, len(shared.ids)) == ("chain lube", 14)


def test_each_of_the_fourteen_hears_whether_their_own_trouble_was_read(shop: Shop, clock: SetClock) -> None:
    begin(shop, clock)
    same = "The chain lube was a bad batch, we'll have it right by Monday. Sam"
    say(shop, clock, "beafinn", same)
    say(shop, clock, "abara", same)
    assert world_of(shop).feeling("abara") != "warmer"
    say(
        shop,
        clock,
        "sunniva",
        "The black on your hallway carpet: I'm sorry. The cleaner will be there by 14:00. Sam",
    )
    assert world_of(shop).feeling("sunniva") == "warmer"


def test_a_bad_morning_is_gone_through_step_by_step(shop: Shop, clock: SetClock) -> None:
    begin(shop, clock)
    assert done(shop) == 0
    shared = counter.shared_thing(shop)
    assert shared is not None
    event, _ = counter.make_event(shop, shared.name, shared.ids, shared.key)
    assert done(shop) == 1
    counter.set_next_update(shop, event, clock.now() + timedelta(minutes=60))
    counter.told_everybody(
        shop, event, Writing.typed("Please wipe the lube off and don't ride. We look at it now.")
    )
    assert done(shop) == 2
    for story, text in {
        "kit": "Four miles on foot from the ring road: I'm sorry. I fetch the bike at 15:00. Sam",
        "duffy": "Mr Duffy, your shopping comes to you by one, I carry it myself. The tricycle at four. Sam",
        "halima": "You get a lift home from work at half past five, and a chain for the one that snapped. Sam",
    }.items():
        assert done(shop) == 2
        say(shop, clock, story, text)
    assert done(shop) == 3
    clock.forward(minutes=30)
    counter.set_next_update(shop, event, clock.now() + timedelta(minutes=60))
    counter.told_everybody(shop, event, Writing.typed("Nothing new yet. Please still don't ride."))
    assert done(shop) == 4
    counter.close_event(shop, event)
    found = day.learn(shop)
    assert found is not None
    assert found.end.startswith("One cause, one place to read about it")
    moved = [one for one in day.today(shop).public.moved if one.story == event]
    assert [(one.text, one.to) for one in moved] == [("You told everybody what you know.", "comes")]


def done(shop: Shop) -> int:
    found = day.learn(shop)
    assert found is not None
    return sum(step.state == "done" for step in found.steps)


def test_a_time_for_more_that_passes_in_silence_is_noticed(shop: Shop, clock: SetClock) -> None:
    begin(shop, clock)
    shared = counter.shared_thing(shop)
    assert shared is not None
    event, _ = counter.make_event(shop, shared.name, shared.ids, shared.key)
    counter.set_next_update(shop, event, clock.now() + timedelta(minutes=30))
    counter.told_everybody(shop, event, Writing.typed("Please wipe the lube off. We look at it now."))
    clock.forward(minutes=31)
    moved = [one for one in day.today(shop).public.moved if one.story == event]
    assert moved[0].text == "12:16 came and went, and everybody had heard nothing."


# ---- the same day twice ----------------------------------------------------------------------------------------


def a_day(shop: Shop, clock: SetClock) -> list[object]:
    """A whole day with answers good and poor, the lessons and the bad morning; what everybody made of it."""
    for story, (better, worse, _) in ANSWERS.items():
        private = not world_of(shop).scenario.story(story).is_public
        say(shop, clock, story, worse if story in ("gus", "mia", "okafors") else better, private=private)
        clock.forward(minutes=2)
        collect.collect_all(shop)
    begin(shop, clock)
    say(shop, clock, "kit", "Four miles on foot from the ring road: I'm sorry. I fetch it at 15:00. Sam")
    clock.forward(hours=6)
    collect.collect_all(shop)
    lookout.look_due(shop, 500, per_host=500)
    world = world_of(shop)
    said = [
        [(post.who, post.text, post.at) for post in world.thread(story.place, world.root_of(story.id))]
        for story in world.scenario.stories
        if world.root_of(story.id) and not world._posts[world.root_of(story.id)].gone_at
    ]
    found = day.today(shop)
    return [said, found.public, found.closing, found.lesson]


def test_two_days_played_alike_end_alike(
    shop: Shop, clock: SetClock, puddle: Scenario, filled: object, tmp_path: object
) -> None:
    import shutil
    from pathlib import Path

    from desktop.practice.opening import open_practice

    other = Path(str(tmp_path)) / "other"
    shutil.copytree(str(filled), other)
    its_clock = SetClock(puddle.now_at, puddle.zone)
    again = open_practice(other, scenario=puddle, clock=its_clock)
    try:
        assert a_day(shop, clock) == a_day(again, its_clock)
    finally:
        again.close()


def test_no_lesson_opens_a_connection(shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: tried.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **_: tried.append(asked))
    for lesson in day.lessons.LESSONS:
        day.open_lesson(shop, lesson.key)
        clock.forward(minutes=25)
        collect.collect_all(shop)
        day.today(shop)
    counter.confirm_ending(
        shop, day._conversation_of(shop, "tobias"), kind=ProofKind.THEIR_REPLY, post_id=last_of_tobias(shop)
    )
    assert tried == []


def last_of_tobias(shop: Shop) -> str:
    from desktop import posts

    thread = posts.thread(shop.store, day._conversation_of(shop, "tobias"))
    return [post for post in thread if not post.is_ours and post.is_public][-1].id
