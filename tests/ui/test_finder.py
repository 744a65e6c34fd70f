"""Ctrl+K finds what can be done, by any of its words, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.finder import Finder, Found, matching
from ui.theme import Theme


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def everything(done: list[str]) -> list[Found]:
    def thing(text: str, where: str, keys: str = "") -> Found:
        return Found(text, where, lambda: done.append(text), keys)

    return [
        thing("Inbox", "View", "Ctrl+1"),
        thing("Complaints", "View", "Ctrl+2"),
        thing("Check all places now", "Shop", "F5"),
        thing("Hold the outbox", "Shop"),
        thing("Back up the shop folder", "File"),
    ]


def test_what_begins_with_the_typed_word_comes_first(everything: list[Found]) -> None:
    assert [one.text for one in matching("ho", everything)] == [
        "Hold the outbox",
        "Check all places now",
        "Back up the shop folder",
    ]


def test_every_typed_word_counts_in_any_order_and_the_menu_too(everything: list[Found]) -> None:
    assert [one.text for one in matching("now check", everything)] == ["Check all places now"]
    assert [one.text for one in matching("view", everything)] == ["Inbox", "Complaints"]
    assert matching("zebra", everything) == []


@pytest.fixture
def finder(everything: list[Found], look: Theme, qtbot: QtBot) -> Finder:
    made = Finder(everything, None)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show()
    return made


def test_enter_does_what_is_marked_and_closes(finder: Finder, done: list[str]) -> None:
    QTest.keyClicks(finder.field, "place")
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert done == ["Check all places now"]
    assert not finder.isVisible()


def test_the_arrows_move_while_the_caret_stays(finder: Finder, done: list[str]) -> None:
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    QTest.keyClick(finder.field, Qt.Key.Key_Up)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert done == ["Complaints"]


def test_nothing_found_says_so_and_enter_does_nothing(finder: Finder, done: list[str]) -> None:
    before = finder.field.geometry()
    QTest.keyClicks(finder.field, "zebra")
    QApplication.processEvents()
    assert finder.field.geometry() == before  # it doesn't jump under what is typed
    assert finder._none.isVisible()
    assert not finder.list.isVisible()
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()
    assert done == []


def test_people_who_wrote_join_after_a_pause(everything: list[Found], look: Theme, qtbot: QtBot) -> None:
    asked: list[str] = []

    def people(typed: str, came: Callable[[Sequence[Found]], None]) -> None:
        asked.append(typed)
        came([Found("Marta K.", "Raw in the middle", lambda: None, icon="person")])

    made = Finder(everything, people)
    qtbot.addWidget(made)
    made.show()
    QTest.keyClicks(made.field, "mar")
    qtbot.waitUntil(lambda: made.model.rowCount() == 1)
    assert asked == ["mar"]
    assert made.model.found[0].text == "Marta K."


def test_an_answer_that_comes_too_late_is_left_out(
    everything: list[Found], look: Theme, qtbot: QtBot
) -> None:
    answers: list[Callable[[Sequence[Found]], None]] = []
    made = Finder(everything, lambda _typed, came: answers.append(came))
    qtbot.addWidget(made)
    QTest.keyClicks(made.field, "mar")
    qtbot.waitUntil(lambda: bool(answers))
    made.field.setText("inbox")
    answers[0]([Found("Marta K.", "", lambda: None)])
    assert [one.text for one in made.model.found] == ["Inbox"]


def test_rows_are_read_aloud_with_their_menu_and_keys(finder: Finder) -> None:
    index = finder.model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Inbox, View, Ctrl+1"
