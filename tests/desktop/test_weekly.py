"""The week on one page: its numbers are the board's, its promises are those of the week, its causes repeat."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop import complaints, counter, debts, promises, settings, weekly
from desktop.records import FixedHow, Owed, ProofKind, StandingReason
from desktop.weekly import Cause, Days, Weekly
from tests.fixtures_shop import SATURDAY, Counter
from tests.ui.complaints.kit import answered

RAW = "Ordered the lemon tart and the middle was raw dough. Never again."
LATE = "The delivery came two hours late and nobody picked up the phone."


def promise(at: Counter, one: str, due: datetime, kept: datetime | None = None) -> None:
    with at.shop.store.writing():
        promises.add(at.shop.store, one, at.shop.me.id, due, at.clock.now())
        if kept:
            promises.keep(at.shop.store, one, kept)


def last_week(at: Counter) -> Weekly:
    return weekly.read(at.shop, weekly.last_full(at.shop.clock))


def test_the_last_full_week_is_monday_to_sunday_of_the_shops_own_days(at_counter: Counter) -> None:
    assert weekly.last_full(at_counter.clock) == Days(date(2025, 6, 2))
    at_counter.clock.set(SATURDAY.replace(day=15, hour=23, minute=59))
    assert weekly.last_full(at_counter.clock) == Days(date(2025, 6, 2))
    at_counter.clock.forward(minutes=1)
    assert weekly.last_full(at_counter.clock) == Days(date(2025, 6, 9))
    assert weekly.last_full(at_counter.clock).last == date(2025, 6, 15)
    assert weekly.this(at_counter.clock) == Days(date(2025, 6, 16))


def test_a_week_begins_where_the_shop_has_it_begin(at_counter: Counter) -> None:
    assert [weekly.this(at_counter.clock, first).first.day for first in (0, 5, 6)] == [9, 14, 8]  # a Saturday
    assert [weekly.last_full(at_counter.clock, first).first.day for first in (0, 5, 6)] == [2, 7, 1]
    settings.put(at_counter.shop.store, settings.WEEK_START, "sunday")
    assert settings.first_weekday(at_counter.shop.store) == 6
    settings.put(at_counter.shop.store, settings.WEEK_START, "whenever")
    assert settings.first_weekday(at_counter.shop.store) == 0


def test_open_and_fixed_are_the_boards_own_numbers(at_counter: Counter) -> None:
    shop = at_counter.shop
    waits = at_counter.hear(RAW, "Waits")
    at_counter.clock.forward(minutes=5)
    said = answered(at_counter, "Answered")
    fixed, shown, left = (answered(at_counter, who) for who in ("Fixed", "Shown", "Left"))
    counter.mark_fixed(shop, fixed, FixedHow.DONE_NO_WORD)
    counter.confirm_ending(shop, shown, kind=ProofKind.OUR_UPDATE, link="https://example.org/1")
    counter.leave_standing(shop, left, StandingReason.NO_REPLY, "Wrote twice")
    at_counter.clock.forward(days=7)
    told = last_week(at_counter)
    assert [one.id for one in told.open] == [waits, said] and [one.id for one in told.fixed] == [fixed]
    counts = complaints.counts(shop.store, datetime(2024, 12, 31, 23, tzinfo=SATURDAY.tzinfo))
    assert told.counts == counts
    assert len(told.open) + len(told.fixed) == counts.open == complaints.open_count(shop.store)
    assert len([one for one in told.fixed if one.asked_at is None]) == counts.already_fixed
    assert [one.id for one in told.shown] == [shown] and [one.id for one in told.standing] == [left]
    at_counter.clock.forward(days=7)
    later = last_week(at_counter)
    assert later.shown == later.standing == later.causes == ()
    assert later.open == told.open


def test_an_ending_whose_proof_is_gone_came_not_to_show(at_counter: Counter) -> None:
    one = answered(at_counter)
    counter.confirm_ending(at_counter.shop, one, kind=ProofKind.OUR_UPDATE, link="https://example.org/1")
    counter.proof_gone(at_counter.shop, one)
    at_counter.clock.forward(days=7)
    told = last_week(at_counter)
    assert told.shown == () and [c.id for c in told.fixed] == [one]


def test_promises_are_kept_in_time_or_missed(at_counter: Counter) -> None:
    shop, due = at_counter.shop, SATURDAY + timedelta(hours=2)
    for who, kept in (("In time", due), ("Too late", due + timedelta(minutes=1)), ("Never", None)):
        promise(at_counter, at_counter.hear(RAW, who), due, kept)
    promise(at_counter, at_counter.hear(RAW, "Week after"), due + timedelta(days=7))
    promise(at_counter, at_counter.hear(RAW, "Taken back"), due)
    with shop.store.writing():
        back = next(p for p in promises.coming(shop.store) if p.author_name == "Taken back")
        promises.take_back(shop.store, back.id, SATURDAY)
    before = weekly.read(shop, weekly.this(shop.clock))
    assert before.kept == before.missed == (), "nothing is missed before it is due"
    at_counter.clock.forward(days=4)
    told = last_week(at_counter)
    assert [p.author_name for p in told.kept] == ["In time"]
    assert {p.author_name for p in told.missed} == {"Too late", "Never"}
    overdue = {d.author_name for d in debts.owed(shop) if d.kind is Owed.PROMISE and d.due_at <= shop.clock.now()}
    assert overdue == {p.author_name for p in told.missed if p.kept_at is None}


def looking(at: Counter, one: str, hours: float) -> None:
    """"I'm looking into it", with a time to be back by."""
    at.answer(one, "I'm looking into it.", promise_at=at.clock.now() + timedelta(hours=hours))


def test_a_promise_given_another_time_in_time_is_neither_kept_nor_missed(at_counter: Counter) -> None:
    moved, late = (at_counter.hear(RAW, who) for who in ("Moved", "Late"))
    for one in (moved, late):
        looking(at_counter, one, 1)
    looking(at_counter, moved, 3)
    at_counter.clock.forward(hours=2)
    looking(at_counter, late, 3)
    at_counter.clock.forward(minutes=30)
    for one in (moved, late):
        at_counter.answer(one, "Found it: the oven's thermostat. A new tart is yours.")
    at_counter.clock.forward(days=7)
    told = last_week(at_counter)
    assert sorted(p.author_name for p in told.kept) == ["Late", "Moved"]
    assert [p.author_name for p in told.missed] == ["Late"], "once, and the second time was kept"
    assert [p.author_name for p in told.moved] == ["Moved"]


def test_a_time_found_in_our_words_moves_the_one_before_also_when_said_so_later(at_counter: Counter) -> None:
    shop, one, other = at_counter.shop, at_counter.hear(RAW, "Marta K."), at_counter.hear(RAW, "Omar S.")
    for each in (one, other):
        looking(at_counter, each, 1)
        at_counter.answer(each, "It takes longer than I thought. You'll hear from me by Tuesday at four.")
    (found,) = promises.offered(shop.store, one, at_counter.clock.now())
    undo = counter.keep_promise(shop, found.id)
    at_counter.clock.forward(days=7)
    told = last_week(at_counter)
    assert [p.author_name for p in told.moved] == ["Marta K."]
    assert [p.author_name for p in told.kept] == ["Omar S."], "nobody said that another time was given"
    undo.take_back(shop)
    told = last_week(at_counter)
    assert told.moved == () and len(told.kept) == 2


def test_a_cause_repeats_when_several_name_it_and_one_persons_words_count_once(at_counter: Counter) -> None:
    for who in ("Ann", "Bo", "Cy"):
        at_counter.hear(LATE + " The delivery! Late!", who)
    at_counter.hear("You charged me twice for one loaf.", "Dee")
    at_counter.clock.forward(days=7)
    found = last_week(at_counter).causes
    assert Cause("the delivery", 3) in found or Cause("the wait", 3) in found
    assert all(cause.number == 3 for cause in found) and "the charge" not in {cause.name for cause in found}
