"""The banner over the pretend shop: its sentence, its clock, and the two ways out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.practice.clock import PracticeClock
from ui.practice.banner import PracticeBanner
from ui.theme import Theme

START = datetime(2025, 6, 14, 10, 38, tzinfo=UTC)


@pytest.fixture
def real() -> list[float]:
    return [0.0]


@pytest.fixture
def clock(real: list[float]) -> PracticeClock:
    return PracticeClock(START, UTC, real=lambda: real[0])


@pytest.fixture
def banner(clock: PracticeClock, look: Theme, qtbot: QtBot) -> PracticeBanner:
    made = PracticeBanner(clock)
    qtbot.addWidget(made)
    made.resize(1100, made.sizeHint().height())
    made.show()
    return made


def test_it_says_that_nothing_is_posted_and_what_time_it_is(banner: PracticeBanner) -> None:
    assert banner._notice.accessibleName() == "Practice. Nothing here is posted anywhere."
    assert banner.chip._time.text() == "Saturday 10:38"
    assert banner.chip._speed.text() == "1 min = 10 s"


def test_the_clock_is_read_again_each_pretend_minute(banner: PracticeBanner, real: list[float]) -> None:
    assert 9_000 < banner._timer.remainingTime() < 11_000
    real[0] += 10
    banner._minute()
    assert banner.chip._time.text() == "Saturday 10:39"


def test_the_clock_stops_and_goes_on(banner: PracticeBanner, clock: PracticeClock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(banner.clock_changed):
        banner.chip.pause.click()
    assert clock.is_paused
    assert banner.chip.pause.accessibleName() == "Start the clock"
    banner.chip.pause.click()
    assert not clock.is_paused


def test_the_speed_can_be_chosen(banner: PracticeBanner, clock: PracticeClock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(banner.clock_changed):
        banner.chip._choices[2].trigger()
    assert clock.rate == 60.0
    assert banner.chip._speed.text() == "1 min = 1 s"


def test_starting_the_day_again_is_asked_first(banner: PracticeBanner, qtbot: QtBot) -> None:
    wanted: list[bool] = []
    banner.again_wanted.connect(lambda: wanted.append(True))
    banner.again.click()
    assert "thrown away" in banner.asking.informativeText()
    QTest.keyClick(banner.asking, Qt.Key.Key_Return)
    assert not wanted
    banner.again.click()
    yes = next(b for b in banner.asking.buttons() if b.text() == "Start the day again")
    yes.click()
    assert wanted == [True]


def test_leaving_practice_asks_the_window(banner: PracticeBanner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(banner.leave_wanted):
        banner.leave.click()


@pytest.mark.parametrize(("width", "scale"), [(1102, 1.0), (1049, 1.3), (1135, 1.3), (960, 1.0)])
def test_no_words_are_cut_where_shorter_ones_fit(
    banner: PracticeBanner, look: Theme, width: int, scale: float
) -> None:
    look.set_text_scale(scale)
    banner.resize(width, banner.sizeHint().height())
    QApplication.processEvents()
    for one in (banner._notice, banner.chip, banner.again, banner.leave, banner.chip._speed):
        assert one.width() >= one.sizeHint().width(), one.accessibleName()
    assert banner.again.accessibleName() == "Start the day again"
    assert not banner._notice._is_short


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_it_fits_the_narrowest_window(banner: PracticeBanner, look: Theme, scale: float) -> None:
    look.set_text_scale(scale)
    QApplication.processEvents()
    assert banner.minimumSizeHint().width() <= 960 - round(52 * scale)


@pytest.mark.parametrize(("scale", "is_short"), [(1.0, False), (1.3, True)])
def test_a_lesson_has_room_in_it(banner: PracticeBanner, look: Theme, scale: float, is_short: bool) -> None:
    look.set_text_scale(scale)
    banner.resize(1102, banner.sizeHint().height())
    banner.show_lesson("Rewind and answer what frightened Dana")
    QApplication.processEvents()
    assert banner.lesson.isVisible()
    assert banner.lesson.label.is_cut() == is_short  # with a hint that says the rest
    assert banner._notice._is_short == is_short
    assert banner._notice.accessibleName() == "Practice. Nothing here is posted anywhere."
    banner.show_lesson("")
    assert not banner.lesson.isVisible()
    assert not banner._notice._is_short


def test_the_narrowest_banner_leaves_a_lesson_out(banner: PracticeBanner, look: Theme) -> None:
    look.set_text_scale(1.6)
    banner.resize(900, banner.sizeHint().height())
    banner.show_lesson("Rewind and answer what frightened Dana")
    QApplication.processEvents()
    assert not banner.lesson.isVisible()
