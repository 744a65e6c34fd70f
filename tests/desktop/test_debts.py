"""What is owed by when: endings once a case went on in private, first answers, promises; in opening hours."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop import complaints, counter, debts, migrations, promises, settings, shopbook
from desktop.clock import SetClock, from_wall
from desktop.debts import Clocks
from desktop.errors import Misuse
from desktop.records import Aims, Channel, FixedHow, Owed, PlaceAims, ProofKind, StandingReason
from desktop.shopbook import Opening
from tests.fixtures_shop import Counter

ANGRY = "The tart was raw in the middle. Eleven people, no dessert."
_WEEK = {day: ((time(7), time(16)),) for day in range(1, 6)}
_SPLIT = {day: ((time(9), time(12)), (time(14), time(18))) for day in range(5)}
_NIGHT = {day: ((time(17), time(2)),) for day in range(7)}


@pytest.fixture(autouse=True)
def _open_from_7_to_16(at_counter: Counter) -> None:
    """But on Mondays."""
    store = at_counter.shop.store
    with store.writing():
        shopbook.put_hours(store, [(day, "07:00", "16:00") for day in range(1, 7)])


def owed(at_counter: Counter) -> list[tuple[Owed, str, str]]:
    found = debts.owed(at_counter.shop)
    return [(one.kind, one.author_name, f"{at_counter.clock.local(one.due_at):%a %d %b %H:%M}") for one in found]


# --- an ending owed ------------------------------------------------------------------------------------------


def owes(at_counter: Counter, one: str) -> bool:
    found = complaints.by_id(at_counter.shop.store, one)
    assert found is not None
    return found.owes_ending


def test_a_private_message_on_a_public_complaint_opens_it_with_a_date(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    assert not owes(at_counter, one)
    at_counter.answer(one, "Could you tell me where to bring a new one?", Channel.PRIVATE)
    assert owes(at_counter, one)
    assert owed(at_counter) == [(Owed.ENDING, "Marta K.", "Sat 21 Jun 16:00")]


def test_a_public_answer_opens_none_and_ends_none(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, "Sorry. I've written to you.")
    assert not owes(at_counter, one)
    at_counter.answer(one, "Where do you live?", Channel.PRIVATE)
    at_counter.answer(one, "I've written to you, and I'll say here how it ends.")
    assert owes(at_counter, one)


def test_the_date_stays_where_the_first_private_message_put_it(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, "Where do you live?", Channel.PRIVATE)
    at_counter.clock.forward(days=2)
    at_counter.answer(one, "It's on its way.", Channel.PRIVATE)
    assert owed(at_counter) == [(Owed.ENDING, "Marta K.", "Sat 21 Jun 16:00")]


def test_an_ending_that_shows_ends_it_and_taking_that_back_opens_it(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    at_counter.answer(one, "Where do you live?", Channel.PRIVATE)
    counter.mark_fixed(shop, one, FixedHow.DONE_AND_RECEIVED)
    assert owes(at_counter, one)
    undo = counter.confirm_ending(shop, one, kind=ProofKind.OUR_UPDATE, link="https://example.org/1")
    assert not owes(at_counter, one) and owed(at_counter) == []
    undo.take_back(shop)
    assert owes(at_counter, one)


def test_a_reason_ends_it_until_it_is_picked_up_again(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    at_counter.answer(one, "Where do you live?", Channel.PRIVATE)
    counter.leave_standing(shop, one, StandingReason.NO_REPLY, "")
    assert not owes(at_counter, one)
    counter.pick_up_again(shop, one)
    assert owes(at_counter, one)


def test_a_question_that_went_on_in_private_owes_nothing(at_counter: Counter) -> None:
    one = at_counter.hear("Do you have rye bread on Sundays?")
    at_counter.answer(one, "We do.", Channel.PRIVATE)
    assert owed(at_counter) == []


def test_a_reply_told_as_posted_by_mistake_opens_none(at_counter: Counter) -> None:
    from desktop.writing import Writing

    one, shop = at_counter.hear(ANGRY), at_counter.shop
    reply = counter.copy_out(shop, one, Writing.typed("Where do you live?"), channel=Channel.PRIVATE)
    undo = counter.it_is_posted(shop, reply.id)
    assert owes(at_counter, one)
    undo.take_back(shop)
    assert not owes(at_counter, one)


# --- first answers, and the order ---------------------------------------------------------------------------


def test_a_first_answer_is_due_in_opening_hours(at_counter: Counter) -> None:
    at_counter.hear(ANGRY)
    assert owed(at_counter) == [(Owed.ANSWER, "Marta K.", "Sat 14 Jun 12:00")]
    settings.put(at_counter.shop.store, settings.AIM_FIRST_ANSWER_HOURS, 8)
    assert owed(at_counter) == [(Owed.ANSWER, "Marta K.", "Sun 15 Jun 09:00")]


def test_a_place_has_its_own_clocks_and_the_shops_count_everywhere_else(at_counter: Counter) -> None:
    shop = at_counter.shop
    undo = counter.put_aims(shop, Aims(2, 7, (PlaceAims("google", 5, 3),)))
    assert counter.aims(shop).at("mail.google") == PlaceAims("google", 5, 3)
    here = at_counter.hear(ANGRY, "Marta K.")
    at_counter.place = "google"
    there = at_counter.hear(ANGRY, "Omar S.")
    assert owed(at_counter) == [
        (Owed.ANSWER, "Marta K.", "Sat 14 Jun 12:00"),
        (Owed.ANSWER, "Omar S.", "Sat 14 Jun 15:00"),
    ]
    found = {one: complaints.by_id(shop.store, one) for one in (here, there)}
    late = [debts.late_at(one, debts.clocks(shop)) for one in found.values() if one]
    assert [f"{at_counter.clock.local(at):%H:%M}" for at in late if at] == ["12:00", "15:00"]
    undo.take_back(shop)
    assert [due for _, _, due in owed(at_counter)] == ["Sat 14 Jun 12:00"] * 2
    counter.put_aims(shop, Aims(2, 7, (PlaceAims("facebook", 2, 3),)))
    at_counter.place = "facebook"
    at_counter.answer(here, "Where do you live?", Channel.PRIVATE)
    assert (Owed.ENDING, "Marta K.", "Tue 17 Jun 16:00") in owed(at_counter)


def test_what_is_due_first_is_found_behind_any_number_from_other_places(at_counter: Counter) -> None:
    """The place with little time is asked for by itself: its debts begin later, and fall due before the others."""
    shop = at_counter.shop
    counter.put_aims(shop, Aims(2, 300, (PlaceAims("google", 1, 1),)))
    others = [at_counter.hear(f"{ANGRY} Number {n}.", f"Person {n}") for n in range(30)]
    with shop.store.writing():
        for one in others:
            complaints.to_private(shop.store, one, at_counter.clock.now())
    at_counter.clock.forward(days=1)
    at_counter.place = "google"
    last = at_counter.hear(ANGRY, "Omar S.")
    with shop.store.writing():
        complaints.to_private(shop.store, last, at_counter.clock.now())
    endings = [one.author_name for one in debts.owed(shop) if one.kind is Owed.ENDING]
    assert endings[0] == "Omar S." and len(endings) == 26


def test_aims_that_somebody_wrote_into_the_file_are_no_aims(at_counter: Counter) -> None:
    shop = at_counter.shop
    settings.put(shop.store, settings.AIMS_OF_PLACES, {"google": [0, 1], "x": 3, "y": ["a", 2], "z": [4, 9]})
    assert counter.aims(shop) == Aims(2, 7, (PlaceAims("z", 4, 9),))
    for wrong in (PlaceAims("google", 0, 7), PlaceAims("google", 2, 366)):
        with pytest.raises(Misuse, match="An aim is"):
            counter.put_aims(shop, Aims(2, 7, (wrong,)))


def test_any_answer_ends_the_clock_of_the_first_one(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, "I'm so sorry.")
    assert owed(at_counter) == []


def test_what_is_overdue_comes_first_and_promises_before_all(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, "Where do you live?", Channel.PRIVATE)
    at_counter.clock.forward(days=8)
    at_counter.hear("Charged twice for one loaf.", "Omar S.")
    at_counter.clock.forward(hours=3)
    at_counter.hear("The bread was stale by teatime.", "Bea R.")
    assert [kind for kind, _, _ in owed(at_counter)] == [Owed.ENDING, Owed.ANSWER, Owed.ANSWER]
    hana = at_counter.hear("Waited forty minutes for a flat white.", "Hana B.")
    at_counter.answer(hana, "I'll be back by 14:00.")
    (found,) = promises.offered(at_counter.shop.store, hana, at_counter.clock.now())
    counter.keep_promise(at_counter.shop, found.id)
    assert [(kind, name) for kind, name, _ in owed(at_counter)] == [
        (Owed.PROMISE, "Hana B."),
        (Owed.ENDING, "Marta K."),
        (Owed.ANSWER, "Omar S."),
        (Owed.ANSWER, "Bea R."),
    ]


def test_what_falls_due_is_told_once_soon_and_once_when_it_is_over(at_counter: Counter) -> None:
    at_counter.hear(ANGRY)
    soon, told = timedelta(minutes=10), []
    start = at_counter.clock.now()
    for _ in range(180):
        since = at_counter.clock.now()
        at_counter.clock.forward(minutes=1)
        told += [at_counter.clock.now() - start for _ in debts.falling_due(at_counter.shop, since, soon)]
    assert told == [timedelta(minutes=110), timedelta(minutes=120)]


@pytest.mark.parametrize(
    ("zone", "spans", "since", "hours", "due"),
    [
        ("Europe/Berlin", _WEEK, "2026-06-10T10:20", 2, "2026-06-10T12:20"),
        ("Europe/Berlin", _WEEK, "2026-06-10T15:00", 2, "2026-06-11T08:00"),
        ("Europe/Berlin", _WEEK, "2026-06-10T22:00", 2, "2026-06-11T09:00"),
        ("Europe/Berlin", _WEEK, "2026-06-13T15:30", 2, "2026-06-16T08:30"),  # over Sunday and Monday
        ("Europe/Berlin", _SPLIT, "2026-06-10T11:00", 2, "2026-06-10T15:00"),
        ("Europe/London", _NIGHT, "2026-06-12T23:30", 2, "2026-06-13T01:30"),
        ("Europe/London", _NIGHT, "2026-06-13T01:00", 2, "2026-06-13T18:00"),
        ("Europe/London", _NIGHT, "2026-10-25T00:30", 2, "2026-10-25T01:30"),  # the hour that is there twice
        ("Europe/Berlin", {}, "2026-06-10T22:00", 2, "2026-06-11T00:00"),
        ("Europe/Berlin", _WEEK, "2026-06-10T10:20", 0, "2026-06-10T10:20"),
    ],
)
def test_opening_hours_are_counted(
    zone: str, spans: dict[int, tuple[tuple[time, time], ...]], since: str, hours: int, due: str
) -> None:
    clock = SetClock(datetime.now(UTC), ZoneInfo(zone))
    clocks = Clocks(clock, Opening(spans, {}), Aims(hours, 7))
    found = clocks.answer_due(from_wall(clock, datetime.fromisoformat(since)), "google")
    assert clock.local(found).replace(tzinfo=None) == datetime.fromisoformat(due)


def test_closed_days_are_not_counted() -> None:
    clock = SetClock(datetime.now(UTC), ZoneInfo("Europe/Berlin"))
    shut = {date(2026, 6, 11): "stocktaking", date(2026, 6, 17): "a funeral"}
    clocks = Clocks(clock, Opening(_WEEK, shut), Aims(2, 7))
    since = from_wall(clock, datetime(2026, 6, 10, 15))  # noqa: DTZ001 (what the wall shows)
    assert f"{clock.local(clocks.answer_due(since, 'google')):%d %H:%M}" == "12 08:00"
    assert f"{clock.local(clocks.ending_due(since, 'google')):%d %H:%M}" == "18 16:00"


def test_a_shop_of_an_earlier_program_owes_what_it_took_to_private(at_counter: Counter, tmp_path: Path) -> None:
    one, other = at_counter.hear(ANGRY), at_counter.hear("Charged twice for one loaf.", "Omar S.")
    at_counter.answer(one, "Where do you live?", Channel.PRIVATE)
    at_counter.answer(other, "So sorry, Omar.")
    path = tmp_path / "old.db"
    at_counter.shop.store.copy_to(path)
    with closing(sqlite3.connect(path)) as conn:  # as it was before the last steps
        conn.executescript(
            "drop index complaints_owed; alter table complaints drop column owed_since; drop table found_promises;"
            "delete from _sqlite_migrations where name = 'promised'"
        )
    migrations.upgrade(path)
    with closing(sqlite3.connect(path)) as conn:
        owing = [row[0] for row in conn.execute("select id from complaints where owed_since is not null")]
    assert owing == [one]
