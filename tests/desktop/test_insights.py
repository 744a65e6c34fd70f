"""Insights: every number is that of its query, and of a count by hand."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from desktop import counter, insights, settings, shopbook
from desktop.insights import About, Busy, Ending, Period, Share, View
from desktop.records import Kind
from desktop.searching import Asking, find, parse
from tests.fixtures_shop import SATURDAY, Counter
from tests.insights_year import begun, live_it

YEAR = View(insights.year(2025))


def number(at: Counter, query: str) -> int:
    """How many conversations History finds."""
    found = find(at.shop.store, parse(query), Asking(at.clock))
    assert not found.troubles, query
    return len(found.rids)


def test_endings_are_those_of_each_month_and_open_in_history(at_counter: Counter) -> None:
    live_it(at_counter)
    found = insights.read(at_counter.shop, YEAR).endings
    assert [step.first.month for step in found.steps] == list(range(1, 13))
    assert found.numbers[6] == {Ending.THEY: 4, Ending.WE: 2, Ending.STANDING: 1}
    assert found.numbers[7] == {Ending.THEY: 3, Ending.WE: 1, Ending.HIDDEN: 1, Ending.OPEN: 1}
    assert found.numbers[8] == {Ending.THEY: 5, Ending.HIDDEN: 2, Ending.OPEN: 2}
    assert found.shown == Share(15, 22) and found.shown.percent == 68 and found.taken_down == 3
    for step, numbers in zip(found.steps, found.numbers, strict=True):
        for ending in Ending:
            query = insights.query(YEAR, insights.of_ending(ending), period=step)
            assert number(at_counter, query) == numbers.get(ending, 0), query
    assert number(at_counter, insights.query(YEAR, insights.ALL_ENDINGS)) == 22
    assert number(at_counter, insights.query(YEAR, insights.TAKEN_DOWN)) == 3


def test_the_time_before_is_counted_alike(at_counter: Counter) -> None:
    live_it(at_counter)
    september = insights.month(date(2025, 9, 3))
    told = insights.read(at_counter.shop, View(september, insights.before(september)))
    assert told.endings.shown == Share(5, 9), "those taken down are left out"
    then = insights.read(at_counter.shop, View(insights.before(september)))
    assert told.endings.before == then.endings and then.endings.shown == Share(4, 6)
    assert (told.answers.before, told.busy.before) == (then.answers, then.busy)
    assert told.topics.before is not None and told.topics.before.rows == then.topics.rows
    assert [step.first.day for step in told.endings.steps] == list(range(1, 31)), "a month is told by its days"
    assert insights.read(at_counter.shop, View(september)).endings.before is None


def test_an_ending_that_is_lost_no_longer_counts(at_counter: Counter) -> None:
    live_it(at_counter)
    (one, *_) = find(at_counter.shop.store, parse("ended:they"), Asking(at_counter.clock)).rids
    conversation = at_counter.shop.store.value("select id from conversations where rid = ?", (one,))
    counter.proof_gone(at_counter.shop, conversation)
    found = insights.read(at_counter.shop, YEAR).endings
    assert found.shown == Share(14, 22) and found.total(Ending.HIDDEN) == 4


def test_only_the_place_that_was_asked_for_counts(at_counter: Counter) -> None:
    live_it(at_counter)
    at_counter.place = "google"
    at_counter.hear("The box was crushed and the cake with it.", "Omar S.", stars=1)
    told = insights.read(at_counter.shop, YEAR)
    assert told.places == ("Facebook", "Google") and told.number == 26
    google = View(YEAR.period, None, "Google")
    told = insights.read(at_counter.shop, google)
    assert told.number == 1 == number(at_counter, insights.query(google)) and told.endings.shown.of == 1
    assert insights.read(at_counter.shop, View(YEAR.period, None, "Facebook")).endings.shown == Share(15, 22)


@pytest.fixture
def answered(at_counter: Counter) -> Counter:
    """Questions to a shop that is open from 7 to 16: asked at, answered at, how many like that."""
    at = at_counter
    with at.shop.store.writing():
        shopbook.put_hours(at.shop.store, [(day, "07:00", "16:00") for day in range(7)])
    plan: list[tuple[time, timedelta | None, int]] = [
        (time(10), timedelta(minutes=5), 6),
        (time(15, 50), timedelta(hours=15, minutes=40), 5),  # 10 minutes, and 30 of the next morning
        (time(20), timedelta(hours=13, minutes=30), 4),  # two hours and a half of the next morning
        (time(11), None, 6),
    ]
    for asked, after, many in plan:
        for _ in range(many):
            day = at.clock.local(at.clock.now()).date() + timedelta(days=1)
            at.clock.set(datetime.combine(day, asked, SATURDAY.tzinfo))
            one = at.hear("Do you sell refills?", f"Asked {day}")
            counter.set_kind(at.shop, one, Kind.QUESTION)
            if after is not None:
                at.clock.forward(seconds=after.total_seconds())
                at.answer(one, "We do, by the till. Ines")
    counter.set_kind(at.shop, at.hear("Lovely cake!", "Nell"), Kind.PRAISE)
    counter.set_kind(at.shop, at.hear("Do you sell refills?", "Private", is_public=False), Kind.QUESTION)
    return at


def test_answers_are_timed_in_opening_hours(answered: Counter) -> None:
    found = insights.read(answered.shop, YEAR).answers
    assert found.numbers == (6, 5, 0, 4, 0, 0, 6) and found.number == 21
    assert found.half is not None and 40 < found.half < 41, "the eleventh of 21"
    assert (found.aims, found.made_it) == ((("", 2),), Share(11, 21))
    for bucket, many in enumerate(found.numbers):
        assert number(answered, insights.query(YEAR, insights.of_wait(bucket))) == many, bucket
    assert number(answered, insights.query(YEAR, insights.of_wait(-1))) == 21
    assert number(answered, "answered:2h") == 11 == number(answered, "answered:1h on:2025")
    assert number(answered, "answered:15min on:2024") == 0
    assert number(answered, "-answered:never") == 15


def test_a_day_is_as_long_as_the_shop_opens_on_one(answered: Counter) -> None:
    with answered.shop.store.writing():
        shopbook.put_hours(answered.shop.store, [(day, "07:00", "10:00") for day in range(7)])
    found = insights.read(answered.shop, YEAR).answers
    for bucket, many in enumerate(found.numbers):
        assert number(answered, insights.query(YEAR, insights.of_wait(bucket))) == many, bucket
    assert sum(found.numbers) == 21
    with answered.shop.store.writing():
        shopbook.put_hours(answered.shop.store, [(day, "19:00", "19:30") for day in range(7)])
    assert number(answered, "answered:1d") == number(answered, "answered:30min") < 15
    assert number(answered, "answered:2d") == number(answered, "answered:1h")


def test_each_place_is_held_to_its_own_aim(answered: Counter) -> None:
    at, store = answered, answered.shop.store
    settings.put(store, settings.AIMS_OF_PLACES, {"facebook": [3, 7], "google": [9, 7]})
    found = insights.read(at.shop, YEAR).answers
    assert (found.aims, found.made_it) == ((("", 2), ("Facebook", 3)), Share(15, 21))
    assert insights.read(at.shop, View(YEAR.period, None, "Facebook")).answers.aims == (("", 3),)
    at.place = "google"
    counter.set_kind(at.shop, at.hear("Do you sell refills?", "Omar S.", stars=4), Kind.QUESTION)
    found = insights.read(at.shop, YEAR).answers
    assert (found.aims, found.made_it) == ((("", 2), ("Facebook", 3), ("Google", 9)), Share(15, 22))


def test_without_opening_hours_every_hour_counts(answered: Counter) -> None:
    with answered.shop.store.writing():
        shopbook.put_hours(answered.shop.store, [])
    assert insights.read(answered.shop, YEAR).answers.numbers == (6, 0, 0, 0, 9, 0, 6)


def test_fewer_than_half_have_no_time(at_counter: Counter) -> None:
    live_it(at_counter)
    found = insights.read(at_counter.shop, YEAR).answers
    assert found.half is None and found.numbers[-1] == found.number == 25


@pytest.mark.parametrize("typed", ["answered:soon", "answered:15", "answered:2w"])
def test_a_time_to_answer_that_says_nothing_is_told(at_counter: Counter, typed: str) -> None:
    (said,) = find(at_counter.shop.store, parse(typed), Asking(at_counter.clock)).troubles
    assert "says nothing" in said


def test_topics_are_counted_once_each_and_the_first_two_together(at_counter: Counter) -> None:
    live_it(at_counter)
    praise = at_counter.hear("Lovely cake, thank you so much!", "Nell")
    counter.set_kind(at_counter.shop, praise, Kind.PRAISE)
    counter.set_topics(at_counter.shop, praise, {"quality"})
    found = insights.read(at_counter.shop, YEAR).topics
    assert found.rows == (About("quality", 18, 1), About("delivery", 6, 0), About("staff_service", 1, 0))
    assert (found.complaints, found.leading, found.in_leading) == (25, ("quality", "delivery"), 21)
    for row in found.rows:
        assert number(at_counter, insights.query(YEAR, insights.of_topic(row.topic, Kind.COMPLAINT))) == row.complaints
        assert number(at_counter, insights.query(YEAR, insights.of_topic(row.topic, Kind.PRAISE))) == row.praise
    assert number(at_counter, insights.query(YEAR, insights.of_topics(found.leading))) == 21


def test_each_hour_of_the_week_has_those_that_began_in_it(at_counter: Counter) -> None:
    live_it(at_counter)
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:30", "16:00") for day in range(7)])
    found = insights.read(at_counter.shop, YEAR).busy
    assert found.hours == Tally((at.weekday(), at.hour) for at in begun())
    for (day, hour), many in found.hours.items():
        assert number(at_counter, insights.query(YEAR, insights.of_hour(day, hour))) == many
    shut = [at for at in begun() if not time(7, 30) <= at.time() < time(16)]
    assert found.while_closed == Share(len(shut), 25)
    assert number(at_counter, insights.query(YEAR, insights.CLOSED)) == len(shut)
    assert found.opens == {day: frozenset(range(7, 16)) for day in range(7)}


def test_the_busiest_hours_are_not_beside_each_other() -> None:
    busy = Busy({(5, 8): 9, (5, 9): 8, (5, 19): 7, (5, 12): 2, (1, 10): 20}, 0, {})
    assert busy.busiest_day() == 5 and busy.busiest_hours(5) == (8, 19)
    assert busy.busiest_hours(1) == (10,)


def test_a_shop_open_past_midnight_is_open_in_the_hours_of_the_next_day(at_counter: Counter) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(6, "22:15", "01:30"), (2, "09:00", "12:00")])
    opens = insights.read(at_counter.shop, YEAR).busy.opens
    assert opens == {6: frozenset({22, 23}), 0: frozenset({0, 1}), 2: frozenset({9, 10, 11})}


def test_a_shop_that_nobody_wrote_to_has_nothing_to_tell(at_counter: Counter) -> None:
    told = insights.read(at_counter.shop, YEAR)
    assert (told.number, told.since, told.places) == (0, None, ())
    assert told.endings.shown == Share(0, 0) and told.endings.shown.percent == 0


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        (insights.year(2025), insights.year(2024)),
        (insights.month(date(2025, 3, 9)), insights.month(date(2025, 2, 1))),
        (insights.month(date(2025, 1, 9)), insights.month(date(2024, 12, 1))),
        (Period(date(2024, 7, 1), date(2025, 6, 30)), Period(date(2023, 7, 1), date(2024, 6, 30))),
        (Period(date(2025, 6, 10), date(2025, 6, 12)), Period(date(2025, 6, 7), date(2025, 6, 9))),
    ],
)
def test_the_time_before_is_as_long_and_ends_where_this_one_begins(period: Period, earlier: Period) -> None:
    assert insights.before(period) == earlier


def test_steps_cover_a_time_without_gaps(at_counter: Counter) -> None:
    for period in (insights.year(2024), insights.month(date(2024, 2, 5)), Period(date(2019, 5, 1), date(2025, 6, 30))):
        steps = insights.steps(period)
        assert steps[0].first == period.first and steps[-1].last == period.last
        for one, after in pairwise(steps):
            assert (after.first - one.last).days == 1
    assert len(steps) == 7, "several years are told by years"
    assert insights.last_months(at_counter.clock) == Period(date(2024, 7, 1), date(2025, 6, 30))
