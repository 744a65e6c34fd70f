"""The parts of the openings in the settings: put in, left out, moved, given back; with whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import counter, starters
from desktop.counter import Undo
from tests.fixtures_shop import Counter
from ui.settings.dialog import PAGES, SettingsDialog
from ui.settings.parts import Parts
from ui.theme import Theme

OWN = starters.STARTERS["own"]


@pytest.fixture
def undos() -> list[Undo]:
    return []


@pytest.fixture
def open_page(at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]) -> Callable[[], Parts]:
    def open_it() -> Parts:
        dialog = SettingsDialog(at_counter.shop)
        qtbot.addWidget(dialog)

        def do(act: Any, after: Any) -> None:
            undos.append(act(at_counter.shop))
            after()

        def take_back() -> None:
            undos.pop().take_back(at_counter.shop)
            dialog.reload()

        dialog.wording_wanted.connect(do)
        dialog.undo_wanted.connect(take_back)
        dialog.show()
        QTest.qWaitForWindowActive(dialog)
        dialog.list.setCurrentRow(list(PAGES).index("Openings"))
        QTest.mouseClick(dialog.openings[1], Qt.MouseButton.LeftButton)
        choose(dialog.parts, "late")
        return dialog.parts

    return open_it


def choose(page: Parts, situation: str) -> None:
    row = next(row for row in range(page.situation.count()) if page.situation.itemData(row) == situation)
    page.situation.setCurrentIndex(row)
    page.situation.activated.emit(row)


def press(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def now(at_counter: Counter) -> str:
    return " ".join(counter.opening(at_counter.shop, OWN, "late").parts)


def row_of(page: Parts, label: str) -> int:
    return next(row for row in range(page.list.count()) if page.list.item(row).text() == label)


def space_on(page: Parts, label: str) -> None:
    page.list.setFocus()
    page.list.setCurrentRow(row_of(page, label))
    QTest.keyClick(page.list, Qt.Key.Key_Space)


def test_a_part_is_left_out_moved_and_given_back_with_the_keys(
    open_page: Callable[[], Parts], at_counter: Counter, undos: list[Undo]
) -> None:
    page = open_page()
    assert page.isVisible() and page.whose.text() == "As it comes with the app"
    assert [page.opening.itemText(row) for row in range(page.opening.count())] == [
        "Own it and fix it",
        "I'm on my way",
        "I'm looking into it",
    ]
    assert not page.reset.isEnabled()
    space_on(page, "Hear them")
    assert now(at_counter) == "detail own next sign" and page.whose.text() == "Yours, 14 June"
    assert page.list.item(page.list.count() - 1).text() == "Hear them"
    page.list.setCurrentRow(row_of(page, "Own it"))
    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert now(at_counter) == "own detail next sign"
    assert page.list.currentItem().text() == "Own it" and not page.up.isEnabled()
    press(page.down)
    press(page.down)
    assert now(at_counter) == "detail next own sign"
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(at_counter) == "detail own next sign" and page.parts()[1].value == "own"
    press(page.reset)
    assert now(at_counter) == "hear detail own next sign" and not page.reset.isEnabled()
    undos[-1].take_back(at_counter.shop)
    page.reload()
    assert now(at_counter) == "detail own next sign"


def test_an_opening_keeps_something_to_write(open_page: Callable[[], Parts], at_counter: Counter) -> None:
    page = open_page()
    for label in ("Hear them", "Their detail", "Own it", "Next step"):
        space_on(page, label)
    assert now(at_counter) == "next sign"
    assert page.trouble.isVisible() and page.trouble.text() == "An opening needs a part besides the sign-off."


def test_a_helper_sees_the_owners_and_makes_their_own(
    open_page: Callable[[], Parts], at_counter: Counter
) -> None:
    shop, ines = at_counter.shop, at_counter.shop.me
    counter.choose_parts(shop, OWN, "late", starters.STARTERS["question"].parts)
    shop.set_person(counter.add_person(shop, "Tom"))
    page = open_page()
    assert page.whose.text() == "Ines’s, 14 June" and not page.reset.isEnabled()
    space_on(page, "Hear them")
    assert page.whose.text() == "Yours, 14 June" and now(at_counter) == "detail next sign hear"
    press(page.reset)
    assert page.whose.text() == "Ines’s, 14 June"
    shop.set_person(ines)
    assert now(at_counter) == "detail next sign"


def test_every_situation_shows_its_openings(open_page: Callable[[], Parts]) -> None:
    page = open_page()
    for situation in starters.situations():
        choose(page, situation)
        for row in range(page.opening.count()):
            page.opening.setCurrentIndex(row)
            page.opening.activated.emit(row)
            assert page.parts() == page.opening.currentData().parts, situation
