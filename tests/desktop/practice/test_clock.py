"""The pretend shop's time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.practice.clock import PracticeClock

START = datetime(2025, 6, 14, 9, 24, tzinfo=UTC)
BST = timezone(timedelta(hours=1))


class Seconds:
    """Real seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def real() -> Seconds:
    return Seconds()


def test_a_minute_takes_ten_seconds(tmp_path: Path, real: Seconds) -> None:
    clock = PracticeClock.load(tmp_path, START, BST, real=real)
    real.now += 10
    assert clock.now() == START + timedelta(minutes=1)
    assert clock.local(clock.now()).strftime("%A %H:%M") == "Saturday 10:25"


def test_a_paused_clock_stands_and_goes_on_from_there(tmp_path: Path, real: Seconds) -> None:
    clock = PracticeClock.load(tmp_path, START, BST, real=real)
    clock.pause()
    real.now += 1000
    assert clock.now() == START
    clock.resume()
    real.now += 1
    assert clock.now() == START + timedelta(seconds=6)


def test_another_rate_changes_nothing_that_has_passed(tmp_path: Path, real: Seconds) -> None:
    clock = PracticeClock.load(tmp_path, START, BST, real=real)
    real.now += 10
    clock.set_rate(60)
    assert clock.now() == START + timedelta(minutes=1)
    real.now += 1
    assert clock.now() == START + timedelta(minutes=2)


def test_time_stands_still_while_the_program_is_closed(tmp_path: Path, real: Seconds) -> None:
    clock = PracticeClock.load(tmp_path, START, BST, real=real)
    clock.set_rate(60)
    real.now += 60
    clock.keep(at_once=True)
    real.now += 100_000
    again = PracticeClock.load(tmp_path, START, BST, real=real)
    assert again.now() == START + timedelta(hours=1)
    assert again.rate == 60
    assert not again.is_paused


def test_the_time_is_kept_now_and_then_without_being_asked(tmp_path: Path, real: Seconds) -> None:
    clock = PracticeClock.load(tmp_path, START, BST, real=real)
    clock.keep()
    assert not list(tmp_path.iterdir())
    real.now += 6
    clock.keep()
    assert PracticeClock.load(tmp_path, START, BST, real=real).now() == START + timedelta(seconds=36)


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"moment": 3}', '{"moment": "x", "rate": 0, "paused": 1}']
)
def test_a_broken_clock_file_costs_the_time_of_day_and_nothing_else(
    tmp_path: Path, real: Seconds, broken: str
) -> None:
    (tmp_path / "clock.json").write_text(broken, "utf-8")
    assert PracticeClock.load(tmp_path, START, BST, real=real).now() == START


def test_a_clock_never_runs_backwards(tmp_path: Path, real: Seconds) -> None:
    clock = PracticeClock.load(tmp_path, START, BST, real=real)
    real.now -= 50
    assert clock.now() == START
    with pytest.raises(ValueError):
        clock.set_rate(0)
