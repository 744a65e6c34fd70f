"""When pages are looked at: what is urgent first, no host too often, nothing by the minute while there is nothing."""

from __future__ import annotations

from datetime import timedelta

from desktop import counter, lookout, looks
from desktop.looks import PER_HOST
from desktop.records import FixedHow, ProofKind
from tests.bench import looking
from tests.fixtures_shop import Counter

RAW = "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again."


def _due_now(at: Counter, *ones: str) -> None:
    with at.shop.store.writing():
        for one in ones:
            looks.plan(at.shop.store, one, at.clock.now())


def test_a_reply_that_has_yet_to_show_is_looked_for_before_open_complaints_and_these_before_endings(
    at_counter: Counter,
) -> None:
    shown, is_open = (at_counter.hear(RAW, who=who) for who in ("Sunita D.", "Omar S."))
    counter.confirm_ending(at_counter.shop, shown, kind=ProofKind.THEIR_EDIT, post_id=_root_of(at_counter, shown))
    at_counter.place = "google"
    waits = at_counter.hear(RAW, who="Marta K.", stars=2)
    at_counter.answer(waits, "That was ours. Ines")
    _due_now(at_counter, shown, is_open, waits)
    assert looks.due(at_counter.shop.store, at_counter.clock.now()) == (waits, is_open, shown)


def _root_of(at: Counter, one: str) -> str:
    from desktop import conversations

    found = conversations.by_id(at.shop.store, one)
    assert found
    return found.root_post


def test_a_host_is_asked_for_a_few_pages_in_ten_minutes_however_many_wait(at_counter: Counter) -> None:
    ones = [at_counter.hear(RAW, who=f"Person {number}") for number in range(PER_HOST + 5)]
    _due_now(at_counter, *ones)
    asked = [lookout.look_due(at_counter.shop) for _ in range(3)]
    assert asked == [PER_HOST, 0, 0]
    at_counter.clock.forward(minutes=10, seconds=1)
    assert lookout.look_due(at_counter.shop) == 5


def test_a_place_that_does_not_answer_is_asked_for_one_page_and_the_others_wait(at_counter: Counter) -> None:
    ones = [at_counter.hear(RAW, who=f"Person {number}") for number in range(4)]
    _due_now(at_counter, *ones)
    at_counter.world.fault("offline", 1)
    assert lookout.look_due(at_counter.shop) == 0
    assert len(looks.due(at_counter.shop.store, at_counter.clock.now())) == 3
    assert lookout.seconds_to_next(at_counter.shop, 0) == 600


def test_nothing_is_planned_while_there_is_nothing_to_look_at(at_counter: Counter) -> None:
    at_counter.hear("Do you open on Sundays?")
    assert lookout.seconds_to_next(at_counter.shop, 1) is None


def test_a_reply_is_looked_for_two_minutes_after_it_was_posted(at_counter: Counter) -> None:
    at_counter.place = "google"
    one = at_counter.hear(RAW, stars=2)
    at_counter.answer(one, "That was ours. Ines")
    seconds = lookout.seconds_to_next(at_counter.shop, 1)
    assert seconds is not None and 60 <= seconds <= 120


def test_pages_found_together_part_and_each_keeps_its_own_pace() -> None:
    from tests.fixtures_shop import SATURDAY

    at = [looks.next_for_complaint(f"talk-{number}", SATURDAY, SATURDAY) - SATURDAY for number in range(200)]
    assert timedelta(hours=21.5) < min(at) < timedelta(hours=22.5)
    assert timedelta(hours=25.5) < max(at) < timedelta(hours=26.5)
    assert len({round(gap.total_seconds() / 600) for gap in at}) > 20
    assert looks.next_for_complaint("talk-1", SATURDAY, SATURDAY) - SATURDAY == at[1]


def test_an_old_complaint_and_an_old_ending_are_looked_at_less_often(at_counter: Counter) -> None:
    now = at_counter.clock.now()
    gaps = [
        looks.next_for_complaint("one", now - timedelta(days=2), now) - now,
        looks.next_for_complaint("one", now - timedelta(days=40), now) - now,
        looks.next_for_proof("one", now - timedelta(days=2), now) - now,
        looks.next_for_proof("one", now - timedelta(days=100), now) - now,
    ]
    assert [round(gap / timedelta(days=1)) for gap in gaps] == [1, 7, 7, 30]


def test_months_of_looking_stay_within_their_limits() -> None:
    assert looking.run(300, 120)


def test_marking_fixed_has_the_page_looked_at_soon(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_NO_WORD)
    assert looks.due(at_counter.shop.store, at_counter.clock.now()) == (one,)
