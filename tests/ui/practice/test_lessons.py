"""The lessons in the window: what is really done there ticks a step off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import counter
from desktop.cli import Options, open_shop
from desktop.practice import day
from desktop.writing import Writing
from ui.session import Session
from ui.theme import Theme
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import widgets_in


@pytest.fixture
def session(tmp_path: Path, look: Theme, qtbot: QtBot) -> Iterator[Session]:
    """A new pretend day, as somebody finds it."""
    made = Session(open_shop(Options(tmp_path, practice=True)))
    made.window.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.public.panel.lesson.lesson is not None)
    yield made
    with qtbot.waitSignal(made.ended):
        made.window.close_for_good()


def steps(session: Session) -> list[str]:
    lesson = session.public.panel.lesson.lesson
    return [] if lesson is None else [step.state for step in lesson.steps]


def press(bar: Bar, words: str) -> None:
    link = next(each for each in bar.findChildren(LinkButton) if each.text() == words)
    link.click()


def test_the_day_waits_until_somebody_starts_its_clock(session: Session, qtbot: QtBot) -> None:
    clock, start = session.shop.clock, session.public.start
    assert clock.is_paused  # type: ignore[attr-defined]
    assert start.text() == (
        "It’s Saturday, 10:24. You’re minding Puddle Street Cycles. Somebody’s about to write."
    )
    assert steps(session) == ["now", "later", "later", "later"]
    press(start, "Start the clock")
    qtbot.waitUntil(lambda: not start.isVisible())
    assert not clock.is_paused  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: steps(session)[:2] == ["done", "now"])


def test_the_play_button_starts_the_day_as_well(session: Session, qtbot: QtBot) -> None:
    banner = widgets_in(session.window.bars)[0]
    banner.chip.pause.click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not session.public.start.isVisible())


def test_whoever_posts_has_begun_the_day_for_the_reply_leaves_by_its_clock(
    session: Session, qtbot: QtBot
) -> None:
    shop = session.shop
    reply = counter.post(shop, day._conversation_of(shop, "gus"), Writing.typed("Gus, a valve cap. Sam"))
    session.window.bridge.put_in(reply)
    assert not shop.clock.is_paused  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not session.public.start.isVisible())


def test_looking_around_is_done_by_looking_around(session: Session, qtbot: QtBot) -> None:
    window, box = session.window, session.public.panel.lesson
    press(session.public.start, "Start the clock")
    qtbot.waitUntil(lambda: bool(window.page().current_id()))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: steps(session)[:2] == ["done", "now"])
    QTest.keyClick(window.page().list, Qt.Key.Key_Down)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: steps(session)[:3] == ["done", "done", "now"])
    window.go("complaints")
    qtbot.waitUntil(lambda: steps(session) == ["done", "done", "done", "now"])
    window.go("shopbook")
    qtbot.waitUntil(lambda: steps(session) == ["done"] * 4)
    window.go("inbox")
    assert box.end.isVisible()
    box.go_on.click()
    qtbot.waitUntil(lambda: box.heading.text().startswith("Lesson 2 of"))
    assert box.heading.text().endswith(": listen to the one thing")


def test_the_page_that_is_only_passed_by_before_its_turn_counts_when_its_turn_comes(
    session: Session, qtbot: QtBot
) -> None:
    session.window.go("complaints")
    session.window.go("inbox")
    qtbot.waitUntil(lambda: "page:complaints" in day.lessons.load(session.shop.folder).seen)
    assert steps(session) == ["now", "later", "later", "later"]


def test_a_lesson_is_skipped_with_the_keyboard_and_found_again_in_the_menu(
    session: Session, qtbot: QtBot
) -> None:
    window, box = session.window, session.public.panel.lesson
    assert session.public.panel in window.panes.all()
    box.skip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box.skip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: box.heading.text().startswith("Lesson 2 of"))
    names = [one.text() for one in window.side_actions]
    assert names[:2] == ["The pretend public", "Lesson 1: look around"]
    window.side_actions[1].trigger()
    qtbot.waitUntil(lambda: box.heading.text().startswith("Lesson 1 of"))


def test_after_the_last_one_the_lessons_are_put_away(session: Session, qtbot: QtBot) -> None:
    box = session.public.panel.lesson
    session.window.side_actions[-1].trigger()
    qtbot.waitUntil(lambda: box.lesson is not None and not box.lesson.after)
    box.skip.click()
    qtbot.waitUntil(lambda: box.lesson is None)
    assert not box.isVisible()


def test_the_lesson_goes_on_where_it_was_left(tmp_path: Path, look: Theme, qtbot: QtBot) -> None:
    for number in range(2):
        session = Session(open_shop(Options(tmp_path, practice=True)))
        session.window.resize(1280, 800)
        session.show()
        box = session.public.panel.lesson
        qtbot.waitUntil(lambda box=box: box.lesson is not None)  # type: ignore[misc]
        if number == 0:
            box.skip.click()
            qtbot.waitUntil(lambda box=box: box.heading.text().startswith("Lesson 2 of"))  # type: ignore[misc]
        else:
            assert box.heading.text().startswith("Lesson 2 of")
        with qtbot.waitSignal(session.ended):
            session.window.close_for_good()


def test_while_somebody_writes_the_banner_says_what_there_is_to_do(session: Session, qtbot: QtBot) -> None:
    banner = widgets_in(session.window.bars)[0]
    view = session.window.page().view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.known is not None)
    assert not banner.lesson.isVisible()  # type: ignore[attr-defined]
    view.start(0)
    qtbot.waitUntil(lambda: not session.public.panel.isVisible())
    assert not session.public.start.isVisible()
    assert banner.lesson.isVisible()  # type: ignore[attr-defined]
    assert banner.lesson.accessibleName() == "Start the clock"  # type: ignore[union-attr]


def test_the_bar_before_the_day_comes_back_after_writing(session: Session, qtbot: QtBot) -> None:
    view = session.window.page().view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.known is not None)
    view.start(0)
    qtbot.waitUntil(lambda: not session.public.start.isVisible())
    view.go_back()
    qtbot.waitUntil(session.public.start.isVisible)


def test_beside_the_panel_the_ways_to_begin_take_a_line_each(session: Session, qtbot: QtBot) -> None:
    view = session.window.page().view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.known is not None)
    cards = view.composer.choices.cards()
    assert [card.is_brief for card in cards] == [True, True, True]
    brief = sum(card.height() for card in cards)
    session.public.action.trigger()
    qtbot.waitUntil(lambda: not any(card.is_brief for card in view.composer.choices.cards()))
    assert sum(card.height() for card in view.composer.choices.cards()) > 2 * brief


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_step_is_cut_off(session: Session, look: Theme, qtbot: QtBot, scale: float) -> None:
    look.set_text_scale(scale)
    session.window.resize(1600, 1000)
    box = session.public.panel.lesson
    for number in range(len(day.lessons.LESSONS)):
        session.window.side_actions[1 + number].trigger()
        qtbot.waitUntil(lambda n=number: box.lesson is not None and box.lesson.number == n + 1)  # type: ignore[misc]
        QApplication.processEvents()
        for label in box.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively):
            if label.isVisible() and label.hasHeightForWidth():
                assert label.height() >= label.heightForWidth(label.width())
