"""The wordings in the settings: seen with whose they are, written, changed and removed; never without a blank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import counter, people
from desktop.counter import Undo
from desktop.records import Role
from desktop.writing import Part
from tests.fixtures_shop import Counter
from ui.settings.dialog import PAGES, SettingsDialog
from ui.settings.wordings import Wordings
from ui.theme import Theme

LINE = "We put it back in the oven for {what we found} and rang {who} before noon."


@pytest.fixture
def undos() -> list[Undo]:
    return []


@pytest.fixture
def open_page(at_counter: Counter, look: Theme, qtbot: QtBot, undos: list[Undo]) -> Callable[[], Wordings]:
    def open_it() -> Wordings:
        dialog = SettingsDialog(at_counter.shop)
        qtbot.addWidget(dialog)

        def do(act: Any, after: Any) -> None:
            undos.append(act(at_counter.shop))
            after()

        dialog.wording_wanted.connect(do)
        dialog.show()
        dialog.list.setCurrentRow(list(PAGES).index("Openings"))
        choose(dialog.wordings, "late", Part.NEXT)
        return dialog.wordings

    return open_it


def choose(page: Wordings, situation: str, part: Part) -> None:
    for combo, value in ((page.situation, situation), (page.part, part)):
        row = next(row for row in range(combo.count()) if combo.itemData(row) == value)
        combo.setCurrentIndex(row)
        combo.activated.emit(row)


def lines(page: Wordings) -> list[list[str]]:
    return [page.list.item(row).text().split("\n") for row in range(page.list.count())]


def write(page: Wordings, text: str) -> None:
    page.text.selectAll()
    QTest.keyClick(page.text, Qt.Key.Key_Delete)
    QTest.keyClicks(page.text, text)


def press(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_is_written_with_a_blank_from_the_list_and_stands_first(
    open_page: Callable[[], Wordings], undos: list[Undo], at_counter: Counter
) -> None:
    page = open_page()
    assert page.isVisible() and {whose for _, whose in lines(page)} == {"Comes with the app"}
    write(page, "I ring you by ")
    page.blank.setCurrentText("when")
    page.blank.activated.emit(page.blank.currentIndex())
    press(page.add)
    assert lines(page)[0] == ["I ring you by {when}", "Yours, 14 June"] and page.text.toPlainText() == ""
    choose(page, "late", Part.HEAR)
    assert ["I ring you by {when}", "Yours, 14 June"] not in lines(page)
    undos[0].take_back(at_counter.shop)
    assert counter.own_wordings(at_counter.shop) == ()


def test_without_a_blank_it_says_why_and_the_words_stay(
    open_page: Callable[[], Wordings], undos: list[Undo]
) -> None:
    page = open_page()
    write(page, "I ring you before noon.")
    press(page.add)
    assert page.trouble.isVisible() and "at least one blank" in page.trouble.text()
    assert page.text.toPlainText() == "I ring you before noon." and undos == []
    choose(page, "late", Part.OWN)
    assert page.text.toPlainText() == "I ring you before noon."
    page.list.setCurrentRow(0)
    QTest.keyClick(page.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.text.toPlainText() == "I ring you before noon."


def test_ones_own_is_changed_and_removed_and_undo_gives_it_back(
    open_page: Callable[[], Wordings], undos: list[Undo], at_counter: Counter
) -> None:
    counter.keep_wording(at_counter.shop, Part.NEXT, "late", LINE)
    page = open_page()
    page.list.setCurrentRow(0)
    assert page.text.toPlainText() == LINE
    write(page, "I ring {who} before noon.")
    press(page.change)
    assert lines(page)[0] == ["I ring {who} before noon.", "Yours, 14 June"]
    page.list.setCurrentRow(0)
    press(page.remove)
    assert lines(page)[0][1] == "Comes with the app"
    for undo in reversed(undos):
        undo.take_back(at_counter.shop)
    page.reload()
    assert lines(page)[0] == [LINE, "Yours, 14 June"]


def test_the_apps_and_the_owners_can_only_be_made_into_ones_own(
    open_page: Callable[[], Wordings], at_counter: Counter
) -> None:
    counter.keep_wording(at_counter.shop, Part.NEXT, "late", LINE)
    with at_counter.shop.store.writing():
        tom = people.add(at_counter.shop.store, "Tom", Role.HELPER, at_counter.clock.now(), sign_off="Tom")
    at_counter.shop.set_person(tom)
    page = open_page()
    assert lines(page)[0] == [LINE, "Ines, 14 June"]
    for row in (0, 1):
        page.list.setCurrentRow(row)
        assert not page.change.isEnabled() and not page.remove.isEnabled() and page.add.isEnabled()
    page.list.setCurrentRow(0)
    write(page, "I ring {who} before noon.")
    press(page.add)
    assert lines(page)[:2] == [["I ring {who} before noon.", "Yours, 14 June"], [LINE, "Ines, 14 June"]]
