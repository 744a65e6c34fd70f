"""Opening hours past midnight, over a change of the clocks, over long closures; and how long the shop was open."""

from __future__ import annotations

import time as clocks
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.clock import SystemClock
from desktop.shopbook import Opening, Run, runs

LONDON = ZoneInfo("Europe/London")
BAR = Opening({4: ((time(18), time(2)),), 5: ((time(12), time(15)), (time(18), time(1, 30)))}, {})  # Friday, Saturday
SHOP = Opening({day: ((time(7), time(16)),) for day in range(1, 7)}, {})  # Tuesday to Sunday


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """June 2025, when the 13th was a Friday."""
    return datetime(2025, 6, day, hour, minute, tzinfo=UTC)


def test_a_bar_is_open_after_midnight() -> None:
    opens = {at(13, 17, 59): False, at(13, 18): True, at(14, 1, 59): True, at(14, 2): False, at(14, 16): False}
    assert {moment: BAR.is_open(moment) for moment in opens} == opens
    assert BAR.closes_at(at(13, 22)) == at(14, 2) == BAR.closes_at(at(14, 1))
    assert BAR.closes_at(at(14, 13)) == at(14, 15)
    assert BAR.next_opening(at(14, 1)) == at(14, 12)


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        (at(13, 20), "Friday, open 18 to 2"),
        (at(14, 1), "Saturday, open till 2:00"),
        (at(14, 3), "Saturday, opens at 12:00"),
        (at(15, 1, 30), "closed till Friday 18:00"),
    ],
)
def test_the_line_of_a_bar(moment: datetime, line: str) -> None:
    assert BAR.line(moment) == line


def test_after_midnight_it_is_still_yesterdays_day_in_the_inbox() -> None:
    assert BAR.opens_today(at(14, 1)) == at(13, 18)
    assert BAR.opens_today(at(14, 13)) == at(14, 12)
    assert BAR.opens_today(at(15, 1)) == at(14, 12)
    assert BAR.opens_today(at(15, 9)) == at(15, 0)


def test_a_closed_day_shuts_what_would_begin_on_it_and_not_the_end_of_the_day_before() -> None:
    shut = BAR._replace(closures={date(2025, 6, 14): "Wedding"})
    assert shut.is_open(at(14, 1)) and not shut.is_open(at(14, 20))


def test_a_kiosk_that_never_closes() -> None:
    always = Opening({day: ((time(0), time(0)),) for day in range(7)}, {})
    assert all(always.is_open(at(13, hour)) for hour in range(24))
    assert always.after_open_hours(at(13, 23), 2) == at(14, 1)


def test_a_long_holiday_names_the_day() -> None:
    away = SHOP._replace(closures={date(2025, 6, 14) + timedelta(days=n): "Holiday" for n in range(21)})
    assert away.next_opening(at(14, 9)) == datetime(2025, 7, 5, 7, tzinfo=UTC)
    assert away.line(at(14, 9)) == "closed till 5 July 7:00"
    assert SHOP._replace(spans={5: ((time(9), time(12)),)}).line(at(14, 12)) == "closed till 21 June 9:00"


@pytest.mark.parametrize(
    ("since", "hours", "due"),
    [
        (at(14, 8), 2, at(14, 10)),
        (at(14, 15), 2, at(15, 8)),  # an hour today, one tomorrow
        (at(15, 17), 2, at(17, 9)),  # after closing; Monday is shut
        (at(14, 3), 2, at(14, 9)),
        (at(14, 7), 9, at(14, 16)),
        (at(14, 7), 10, at(15, 8)),
    ],
)
def test_hours_count_while_the_shop_is_open(since: datetime, hours: int, due: datetime) -> None:
    assert SHOP.after_open_hours(since, hours) == due


def test_opening_hours_count_after_midnight_and_every_hour_where_none_are_known() -> None:
    assert BAR.after_open_hours(at(14, 1), 2) == at(14, 13)
    assert Opening({}, {}).after_open_hours(at(13, 23), 2) == at(14, 1)
    shut = SHOP._replace(closures={date(2025, 6, 15): "A funeral"})
    assert shut.after_open_hours(at(14, 15), 2) == at(17, 8)


def test_the_day_after_the_clocks_were_changed_opens_by_the_new_time() -> None:
    every_day = Opening({day: ((time(7), time(16)),) for day in range(7)}, {})
    before = datetime(2025, 3, 29, 20, tzinfo=LONDON)  # put forward that night
    opens = every_day.next_opening(before)
    assert opens and (opens.hour, opens.astimezone(UTC)) == (7, datetime(2025, 3, 30, 6, tzinfo=UTC))
    night = Opening({5: ((time(22), time(6)),)}, {})  # eight hours on the clock, seven in truth
    due = night.after_open_hours(datetime(2025, 3, 29, 22, tzinfo=LONDON), 7)
    assert due.astimezone(LONDON).time() == time(6)
    back = night.after_open_hours(datetime(2025, 10, 25, 22, tzinfo=LONDON), 9)
    assert back.astimezone(LONDON).time() == time(6)


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(clocks, "tzset"):
        pytest.skip("this system's time zone can't be set by a program")
    monkeypatch.setenv("TZ", "Europe/London")
    clocks.tzset()
    yield
    monkeypatch.undo()
    clocks.tzset()


def test_the_computers_clock_knows_the_offset_of_other_days(in_london: None) -> None:
    clock = SystemClock()
    evening = clock.local(datetime(2025, 3, 29, 20, tzinfo=UTC))
    assert evening.utcoffset() == timedelta(0)
    morning = datetime.combine(date(2025, 3, 30), time(7), evening.tzinfo)
    assert morning.astimezone(UTC) == datetime(2025, 3, 30, 6, tzinfo=UTC)
    every_day = Opening({day: ((time(7), time(16)),) for day in range(7)}, {})
    assert every_day.next_opening(evening) == morning


def test_the_hour_that_comes_twice_comes_home_as_it_went(in_london: None) -> None:
    clock = SystemClock()
    for minutes in range(0, 240, 20):
        moment = datetime(2025, 10, 25, 23, 10, tzinfo=UTC) + timedelta(minutes=minutes)
        assert clock.local(moment).astimezone(UTC) == moment


def test_days_in_a_row_are_one_closure() -> None:
    christmas = {date(2025, 12, 24) + timedelta(days=n): "Christmas" for n in range(4)}
    found = runs({**christmas, date(2025, 12, 28): "Stocktaking", date(2025, 12, 30): "Christmas"})
    assert found == (
        Run(date(2025, 12, 24), date(2025, 12, 27), "Christmas"),
        Run(date(2025, 12, 28), date(2025, 12, 28), "Stocktaking"),
        Run(date(2025, 12, 30), date(2025, 12, 30), "Christmas"),
    )
    assert found[0].days() == sorted(christmas)
