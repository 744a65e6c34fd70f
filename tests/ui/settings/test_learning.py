"""What the shop's sorting has taught the guesses, in the settings: how much, of whom, and forgetting it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import counter, people
from desktop.counter import Undo
from desktop.records import Kind, Role
from tests.fixtures_shop import Counter
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme

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


def test_a_helper_sees_it_and_forgets_nothing(
    at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]
) -> None:
    shop = at_counter.shop
    counter.set_kind(shop, at_counter.hear(QUEUE), Kind.MIX_UP)
    with shop.store.writing():
        shop.set_person(people.add(shop.store, "Tom", Role.HELPER, shop.clock.now()))
    page = open_settings(at_counter, qtbot, undos).learning
    assert page.much.text().startswith("1 guess has") and not page.forget.isEnabled()
