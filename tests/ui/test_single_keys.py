"""The one-letter keys can be changed: in Settings, for each person, everywhere at once, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop import counter, people, settings
from tests.stories.driver import Driver
from tests.stories.fenny_lane import open_fenny_lane
from ui import single_keys
from ui.background import AtOnce
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme


@pytest.fixture
def day(tmp_path: Path, look: Theme) -> Iterator[Driver]:
    shop = open_fenny_lane(tmp_path / "shop")
    made = Driver(shop, AtOnce(shop.changes))
    yield made
    made.end()


@pytest.fixture
def dialog(day: Driver) -> Iterator[SettingsDialog]:
    day.session.actions.show_settings()
    QApplication.processEvents()
    (made,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
    made.list.setCurrentRow(2)
    yield made
    if isValid(made):
        made.close()


def change(dialog: SettingsDialog, meaning: str, key: Qt.Key, how: Qt.KeyboardModifier | None = None) -> None:
    button = dialog.keys.buttons[meaning]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, key, how or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def test_another_key_does_it_and_the_old_one_no_longer(day: Driver, dialog: SettingsDialog) -> None:
    change(dialog, "J", Qt.Key.Key_D)
    assert dialog.keys.buttons["J"].text() == "D"
    assert dialog.keys.buttons["J"].accessibleName() == "Next in the list: D. Change the key"
    dialog.close()
    day.window.activateWindow()
    day.page.list.setFocus()
    day.press("Home")
    first = day.page.list.currentIndex().row()
    day.press("J")
    assert day.page.list.currentIndex().row() == first
    day.press("D")
    assert day.page.list.currentIndex().row() > first
    assert day.page.key_hint() == "D K move · ↵ opens · E done here"
    assert "D and K move, Enter opens." in day.view.nothing.accessibleName()


def test_a_key_is_changed_with_the_mouse_as_well(dialog: SettingsDialog) -> None:
    """A click gives a button of ours no keyboard: this one takes it, and only one waits."""
    dialog.list.setFocus()
    for meaning in ("R", "J"):
        QTest.mouseClick(dialog.keys.buttons[meaning], Qt.MouseButton.LeftButton)
    assert [each.text() for each in dialog.keys.buttons.values()].count("Press a key") == 1
    focus = QApplication.focusWidget()
    assert focus is dialog.keys.buttons["J"]
    QTest.keyClick(focus, Qt.Key.Key_D)
    assert dialog.keys.buttons["J"].text() == "D"


def test_what_is_said_of_a_key_moves_no_button(dialog: SettingsDialog) -> None:
    button = dialog.keys.buttons["J"]
    stood = button.mapTo(dialog, button.rect().topLeft())
    change(dialog, "J", Qt.Key.Key_E)
    QApplication.processEvents()
    assert dialog.keys.said.isVisible() and button.mapTo(dialog, button.rect().topLeft()) == stood


def test_the_search_shows_the_key_that_leads_to_it(day: Driver, dialog: SettingsDialog) -> None:
    change(dialog, "/", Qt.Key.Key_Z)
    field = day.page.header.search
    assert field.key == "Z"
    field.clearFocus()
    shown = field.grab().toImage()
    day.session.actions.put(settings.SINGLE_KEYS, False)
    assert field.key == "" and field.grab().toImage() != shown


def test_what_is_shown_on_the_page_follows(day: Driver, dialog: SettingsDialog) -> None:
    change(dialog, "R", Qt.Key.Key_W)
    change(dialog, "N", Qt.Key.Key_Q)
    change(dialog, "A", Qt.Key.Key_Z)
    dialog.close()
    assert day.view.composer.choices.cards()[-1].key == "W"
    assert day.view.header.note.toolTip() == "Note to the team (Q)"
    day.window.go("complaints")
    assert "Z" in [action.shortcut().toString() for action in day.page.menu_actions()]


def test_a_key_that_another_one_has_is_told_and_nothing_changes(day: Driver, dialog: SettingsDialog) -> None:
    change(dialog, "J", Qt.Key.Key_E)
    said = "E is “Done here” already. Choose another one, or change that one first."
    assert dialog.keys.said.text() == said and dialog.keys.said.isVisible()
    assert dialog.keys.buttons["J"].text() == "J"
    change(dialog, "J", Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert dialog.keys.said.text() == "One letter, figure or sign, without Ctrl or Alt."
    change(dialog, "J", Qt.Key.Key_Question)
    assert "is “Keys” already" in dialog.keys.said.text()
    assert settings.own(day.shop.store, settings.KEYS, day.shop.me.id) == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_waiting_for_a_key_is_no_trap(dialog: SettingsDialog, key: Qt.Key) -> None:
    button = dialog.keys.buttons["E"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Press a key"
    QTest.keyClick(button, key)
    assert button.text() == "E" and dialog.isVisible()


def test_all_go_back_as_they_were(day: Driver, dialog: SettingsDialog) -> None:
    assert not dialog.keys.reset.isEnabled()
    change(dialog, "J", Qt.Key.Key_D)
    change(dialog, "K", Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)  # taken: nothing happens
    change(dialog, "K", Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert settings.own(day.shop.store, settings.KEYS, day.shop.me.id) == {"J": "D", "K": "Shift+X"}
    dialog.keys.reset.click()
    assert settings.own(day.shop.store, settings.KEYS, day.shop.me.id) == {}
    assert day.window.bridge.key("J") == "J" and dialog.keys.buttons["K"].text() == "K"


def test_each_person_has_keys_of_their_own(day: Driver, dialog: SettingsDialog) -> None:
    change(dialog, "J", Qt.Key.Key_D)
    dialog.close()
    tom = next(person for person in people.all(day.shop.store) if person.name == "Tom")
    counter.take_over(day.shop, tom.id)
    day.window.apply_own()
    assert day.window.bridge.key("J") == "J"
    day.window.bridge.single_keys = False
    assert day.window.bridge.key("J") == ""


def test_where_single_keys_are_off_no_card_shows_one(day: Driver) -> None:
    day.session.actions.put(settings.SINGLE_KEYS, False)
    cards = day.view.composer.choices.cards()
    assert [card.key for card in cards] == [""] * len(cards) and cards[-1].accessibleName() == "Blank page"
    assert all(card.grab().toImage().width() for card in cards)
    day.session.actions.put(settings.SINGLE_KEYS, True)
    assert day.view.composer.choices.cards()[-1].key == "R"


@pytest.mark.parametrize(
    "kept",
    [
        *({"J": "K"}, {"J": 7}, {"J": ""}, {"J": "Ctrl+Q"}, {"J": "?"}, {"J": "Tab"}),
        *({"nothing": "D"}, {"J": "D", "K": "D"}),
    ],
)
def test_what_was_kept_wrongly_leaves_every_key_with_one_meaning(kept: dict[str, object]) -> None:
    now = single_keys.chosen(kept)
    assert set(now) == set(single_keys.MEANINGS) and len(set(now.values())) == len(now)
    assert not set(now.values()) & {"Ctrl+Q", "?", "Tab", ""}


def test_two_keys_can_change_places(dialog: SettingsDialog) -> None:
    assert single_keys.chosen({"J": "K", "K": "J"}) | {} == {
        **{meaning: meaning for meaning in single_keys.MEANINGS},
        "J": "K",
        "K": "J",
    }


def test_every_single_key_of_a_page_is_in_the_list(day: Driver) -> None:
    found = set()
    for page in ("inbox", "complaints", "history", "shopbook", "people"):
        day.window.go(page)
        for _, action in day.session.actions.menus.all():
            found |= {key.toString() for key in action.shortcuts() if "+" not in key.toString().replace("Shift+", "")}
    single = {key for key in found if len(key.removeprefix("Shift+")) == 1}
    assert single - {"?"} <= set(single_keys.MEANINGS), single - set(single_keys.MEANINGS)
