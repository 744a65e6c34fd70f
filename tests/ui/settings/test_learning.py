"""What the shop's sorting has taught the guesses, in the settings: how much, of whom, and forgetting it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import conversations, counter, people
from desktop.counter import Undo
from desktop.records import Guess, Kind, Role, Source
from tests.fixtures_shop import Counter
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel

QUEUE = "The queue again, gents!"


@pytest.fixture
def undos() -> list[Undo]:
    return []


def open_settings(at: Counter, qtbot: QtBot, undos: list[Undo]) -> SettingsDialog:
    dialog = SettingsDialog(at.shop)
    qtbot.addWidget(dialog)

    def do(act: Any, after: Any) -> None:
        undos.append(act(at.shop))
        after()

    def take_back() -> None:
        undos.pop().take_back(at.shop)
        dialog.reload()

    dialog.wording_wanted.connect(do)
    dialog.undo_wanted.connect(take_back)
    dialog.show()
    QTest.qWaitForWindowActive(dialog)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert dialog.list.currentItem().text() == "Guesses"
    return dialog


def test_nothing_learned_is_said_and_there_is_nothing_to_forget(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    page = open_settings(at_counter, qtbot, undos).learning
    assert page.isVisible() and page.much.text() == "Nothing learned yet."
    assert not page.forget.isEnabled() and not page.newest.isVisible() and not page.whose.isVisible()


def test_it_says_how_much_and_of_whom_and_forgets_it_with_a_way_back(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    shop, owner = at_counter.shop, at_counter.shop.me
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())
    counter.set_kind(shop, at_counter.hear(QUEUE, who="Ann"), Kind.MIX_UP)
    question = at_counter.hear("Are you open on Sundays?", who="Bob")
    shop.set_person(tom)
    counter.set_kind(shop, question, Kind.QUESTION)
    shop.set_person(owner)
    dialog = open_settings(at_counter, qtbot, undos)
    page = dialog.learning
    assert page.much.text() == "2 guesses have been sorted by you. 1 of them was wrong."
    assert page.whose.text() == "Ines 1 · Tom 1"
    assert page.newest.text().startswith(f"“{QUEUE}”: Mix-up, guessed ")
    QTest.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    assert page.much.text() == "Nothing learned yet." and counter.what_was_learned(shop) == ()
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.much.text().startswith("2 guesses") and len(counter.what_was_learned(shop)) == 2


def test_what_was_learned_is_said_and_one_text_can_be_forgotten_alone(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    shop = at_counter.shop
    texts = (QUEUE, "Well, well, well", "Ask the other one", "Same as ever", "To die for", "No comment today")
    for text in texts:
        for who in ("Ann", "Bob"):
            counter.set_kind(shop, at_counter.hear(text, who=f"{who} {text}"), Kind.MIX_UP)
    for text in ("my boiler service is overdue", "can the boiler service be moved"):
        one = at_counter.hear(text, who=text)
        with shop.store.writing():
            conversations.rejudge(shop.store, one, Guess(Kind.COMPLAINT, ""))
        counter.set_kind(shop, one, Kind.IDEA)
    dialog = open_settings(at_counter, qtbot, undos)
    page = dialog.learning
    assert page.known.text() == "6 texts are always guessed as you sorted them. These are the last 5."
    assert [said_in(line) for line in page.lines][:2] == ["“No comment today”: Mix-up", "“To die for”: Mix-up"]
    assert len(page.lines) == 5
    leans = page.leans.text().splitlines()
    assert leans[0].startswith("Guessed more often: Mix-up") and leans[1].startswith("Guessed less often: ")
    assert any(line.startswith("Idea, because of: “boiler”") for line in leans)
    QTest.mouseClick(page.lines[0].findChild(LinkButton), Qt.MouseButton.LeftButton)
    assert page.known.text().startswith("5 texts are") and said_in(page.lines[0]) == "“To die for”: Mix-up"
    assert len(page.lines) == 5 and len(counter.remembered(shop)) == 5
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.known.text().startswith("6 texts are")


def test_stars_stand_beside_a_text_that_is_remembered_with_them(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    at_counter.place = "google"
    for who in ("Ann", "Bob"):
        one = at_counter.hear("Great coffee", who=who, source=Source.REVIEW, stars=1)
        counter.set_kind(at_counter.shop, one, Kind.PRAISE)
    page = open_settings(at_counter, qtbot, undos).learning
    assert [said_in(line) for line in page.lines] == ["“Great coffee”, 1 of 5 stars: Praise"]


def said_in(line: QWidget) -> str:
    found = line.findChild(WrapLabel)
    assert found is not None
    return found.text()


def test_a_helper_sees_it_and_forgets_nothing(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    shop = at_counter.shop
    counter.set_kind(shop, at_counter.hear(QUEUE), Kind.MIX_UP)
    with shop.store.writing():
        shop.set_person(people.add(shop.store, "Tom", Role.HELPER, shop.clock.now()))
    page = open_settings(at_counter, qtbot, undos).learning
    assert page.much.text().startswith("1 guess has") and not page.forget.isEnabled()


def test_a_helper_sees_what_is_remembered_and_forgets_none_of_it(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    shop = at_counter.shop
    for who in ("Ann", "Bob"):
        counter.set_kind(shop, at_counter.hear(QUEUE, who=who), Kind.MIX_UP)
    with shop.store.writing():
        shop.set_person(people.add(shop.store, "Tom", Role.HELPER, shop.clock.now()))
    (line,) = open_settings(at_counter, qtbot, undos).learning.lines
    assert line.isVisible() and not line.findChild(LinkButton).isVisible()
