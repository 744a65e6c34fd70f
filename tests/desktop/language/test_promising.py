"""Promises in our own words: found or not, and when they are due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.clock import SetClock, from_wall
from desktop.language.promising import promised
from desktop.shopbook import Opening
from tests.desktop.language.promises.table import TABLES, figures, sentences

_DAY_SHOP = Opening({day: ((time(7), time(16)),) for day in range(1, 6)}, {})
_BAR = Opening({day: ((time(17), time(2)),) for day in range(7)}, {})
_NO_HOURS = Opening({}, {})


def _clock(zone: str, wall: str) -> SetClock:
    clock = SetClock(datetime.now(UTC), ZoneInfo(zone))
    clock.set(from_wall(clock, datetime.fromisoformat(wall)))
    return clock


def _due(text: str, zone: str, wall: str, hours: Opening = _NO_HOURS) -> list[datetime]:
    clock = _clock(zone, wall)
    return [one.due_at for one in promised(text, clock, hours, clock.now())]


@pytest.mark.parametrize("name", TABLES)
def test_promises_are_found_and_little_else(name: str) -> None:
    got = figures(name)
    print(f"{name}: {got.sentences} sentences, precision {got.precision:.3f}, recall {got.recall:.3f}")
    assert got.precision >= 0.95 and got.recall >= 0.95, "\n".join(got.lines)


def test_the_tables_are_large_and_hold_as_much_that_is_no_promise() -> None:
    every = [one for name in TABLES for one in sentences(name)]
    assert len({one.text for one in every}) == len(every) >= 200
    assert sum(not one.due for one in every) >= 70 and sum(bool(one.due) for one in every) >= 100


def test_the_words_that_give_the_time_are_the_ones_of_the_text() -> None:
    text = "I’m sorry, Hana.\n\nI’ll ring you by FRIDAY at four, and write here tomorrow before 10:00."
    clock = _clock("Europe/Berlin", "2026-06-10T10:20")
    found = promised(text, clock, _DAY_SHOP, clock.now())
    assert [one.text for one in found] == ["by FRIDAY at four", "tomorrow before 10:00"]
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("zone", "written", "said", "due_utc"),
    [
        # Europe, 29 March 2026: 02:00 becomes 03:00. America, 8 March. Australia (Sydney), 4 October.
        ("Europe/Berlin", "2026-03-28T12:00", "tomorrow at 2:30 am", "2026-03-29T01:30"),
        ("America/New_York", "2026-03-07T12:00", "tomorrow at 2:30 am", "2026-03-08T07:30"),
        ("Australia/Sydney", "2026-10-03T12:00", "tomorrow at 2:30 am", "2026-10-03T16:30"),
        # Back again: 25 October at 03:00, 1 November at 02:00, 5 April at 03:00. The earlier of the two.
        ("Europe/Berlin", "2026-10-24T12:00", "tomorrow at 2:30 am", "2026-10-25T00:30"),
        ("America/New_York", "2026-10-31T12:00", "tomorrow at 1:30 am", "2026-11-01T05:30"),
        ("Australia/Sydney", "2026-04-04T12:00", "tomorrow at 2:30 am", "2026-04-04T15:30"),
        # The wall counts for days and hours of a day; the time that passes for "in two hours".
        ("Europe/Berlin", "2026-03-28T12:00", "tomorrow at noon", "2026-03-29T10:00"),
        ("Europe/Berlin", "2026-10-24T12:00", "tomorrow at noon", "2026-10-25T11:00"),
        ("America/New_York", "2026-03-07T23:00", "within 24 hours", "2026-03-09T04:00"),
        ("Europe/Berlin", "2026-10-25T01:30", "in two hours", "2026-10-25T01:30"),
        ("America/New_York", "2026-03-08T01:30", "in two hours", "2026-03-08T08:30"),
        ("Australia/Sydney", "2026-04-04T12:00", "by Friday at four", "2026-04-10T06:00"),
    ],
)
def test_due_times_are_right_where_the_clocks_change(zone: str, written: str, said: str, due_utc: str) -> None:
    assert _due(f"I'll write to you {said}.", zone, written) == [datetime.fromisoformat(due_utc).replace(tzinfo=UTC)]


@pytest.mark.parametrize(
    ("zone", "written", "text", "due_utc"),
    [
        ("Europe/Berlin", "2026-03-28T12:00", "Ich melde mich morgen um 02:30 Uhr.", "2026-03-29T01:30"),
        ("Europe/Vienna", "2026-10-24T12:00", "Ich melde mich morgen um 02:30 Uhr.", "2026-10-25T00:30"),
        ("Europe/Zurich", "2026-10-24T12:00", "Morgen Mittag rufen wir Sie an.", "2026-10-25T11:00"),
        ("Europe/Berlin", "2026-10-25T01:30", "In zwei Stunden melde ich mich.", "2026-10-25T01:30"),
        ("Europe/Berlin", "2026-03-28T23:00", "Wir antworten innerhalb von 24 Stunden.", "2026-03-29T22:00"),
        ("Europe/Madrid", "2026-03-28T12:00", "Le llamaré mañana a las 02:30.", "2026-03-29T01:30"),
        ("Europe/Madrid", "2026-10-24T12:00", "Le llamaré mañana a las 02:30.", "2026-10-25T00:30"),
        ("America/Santiago", "2026-09-05T20:00", "Le escribiré mañana a mediodía.", "2026-09-06T15:00"),
        ("America/Santiago", "2026-04-04T20:00", "En seis horas le digo algo.", "2026-04-05T05:00"),
        ("America/Mexico_City", "2026-06-10T10:00", "Le llamo el viernes a las cuatro.", "2026-06-12T22:00"),
    ],
)
def test_german_and_spanish_times_are_right_where_the_clocks_change(
    zone: str, written: str, text: str, due_utc: str
) -> None:
    assert _due(text, zone, written) == [datetime.fromisoformat(due_utc).replace(tzinfo=UTC)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Bis Freitag schreiben wir.", ["11 16:00"]),
        ("Wir schreiben in zwei Werktagen.", ["13 16:00"]),
        ("Ich rufe am 14. Juni an.", ["14 18:00"]),  # closed: that day, in the evening
        ("Escribiremos a más tardar el viernes.", ["11 16:00"]),
        ("Estará arreglado en dos días hábiles.", ["13 16:00"]),
        ("Vor Freitag geht das nicht.", []),
        ("Llámenos mañana.", []),
    ],
)
def test_german_and_spanish_promises_know_closed_days_also_in_short_texts(text: str, due: list[str]) -> None:
    shut = Opening(_DAY_SHOP.spans, {date(2026, 6, 12): "a funeral"})
    assert [f"{at:%d %H:%M}" for at in _due(text, "UTC", "2026-06-10T10:00", shut)] == due


@pytest.mark.parametrize(
    ("written", "said", "wall"),
    [
        ("2026-06-13T00:30", "by close", "2026-06-13T02:00"),  # the evening that began yesterday
        ("2026-06-12T23:30", "by one", "2026-06-13T01:00"),
        ("2026-06-13T00:30", "in an hour", "2026-06-13T01:30"),
        ("2026-06-12T23:30", "tomorrow", "2026-06-14T02:00"),
    ],
)
def test_hours_past_midnight(written: str, said: str, wall: str) -> None:
    clock = _clock("Europe/London", written)
    assert _due(f"I'll write to you {said}.", "Europe/London", written, _BAR) == [
        from_wall(clock, datetime.fromisoformat(wall))
    ]


def test_a_closed_day_counts_as_closed() -> None:
    friday = date(2026, 6, 12)
    shut = Opening(_DAY_SHOP.spans, {friday: "a funeral"})
    assert _due("I'll write by Friday.", "UTC", "2026-06-10T10:00", shut) == [datetime(2026, 6, 11, 16, tzinfo=UTC)]
    assert _due("I'll write in two working days.", "UTC", "2026-06-10T10:00", shut) == [
        datetime(2026, 6, 13, 16, tzinfo=UTC)
    ]


def test_a_date_that_can_be_read_two_ways_is_none() -> None:
    assert _due("I'll write by 3/7.", "UTC", "2026-06-10T10:00") == []


@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            "I'll ring you by before on the 31st 30 Feb half past quarter to in within 999 0 99:99 25pm months next "
            "Friday tomorrow morning close end of month week weekend give us until , . ? if and 29 February 2027-02-30"
            " 7 12:60 noon".split()
        ),
        max_size=25,
    ).map(" ".join),
    st.integers(min_value=946_684_800, max_value=3_786_912_000),  # 2000 to 2090
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
    st.sampled_from([_DAY_SHOP, _BAR, _NO_HOURS]),
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_gives_times_to_come_or_none(text: str, second: int, zone: str, hours: Opening) -> None:
    clock = SetClock(datetime.fromtimestamp(second, UTC), ZoneInfo(zone))
    for one in promised(text, clock, hours, clock.now()):
        assert clock.now() < one.due_at < clock.now() + timedelta(days=40_000)
        assert text[one.start : one.end] == one.text != ""
