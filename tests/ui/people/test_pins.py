"""PINs on the People page: the owner sets everybody's, others their own, and a sentence is written down once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop import counter, settings
from desktop.errors import Misuse
from desktop.records import Person
from desktop.shop import Shop
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.people.page import PeoplePage
from ui.people.pin import PinPanel
from ui.settings.dialog import PAGES, SettingsDialog
from ui.theme import Theme
from ui.widgets.pin_boxes import PinBoxes
from ui.window import Toast, Window


@dataclass
class Room:
    shop: Shop
    window: Window
    page: PeoplePage
    toasts: list[Toast] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)

    def show(self, person: Person) -> None:
        self.page.list.choose(person.id)
        self.page.show_person(person.id)
        QApplication.processEvents()

    def set_pin(self, *pins: str) -> None:
        """Presses the button and types into the boxes that come, Enter after each."""
        self.page.details.pin_button.click()
        for pin in pins:
            boxes = QApplication.focusWidget()
            assert isinstance(boxes, PinBoxes)
            QTest.keyClicks(boxes, pin)
            QTest.keyClick(boxes, Qt.Key.Key_Return)
            QApplication.processEvents()


@pytest.fixture
def room(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Room]:
    shop, window = at_counter.shop, Window()
    background = AtOnce(shop.changes)
    made = Room(shop, window, PeoplePage(shop, background, window))
    window.toast_wanted.connect(made.toasts.append)
    window.person_wanted.connect(made.wanted.append)
    qtbot.addWidget(made.page)
    made.page.resize(1100, 750)
    made.page.show()
    made.page.activateWindow()
    QTest.qWaitForWindowActive(made.page)
    yield made
    background.close()


@pytest.fixture
def tom(room: Room) -> Person:
    made = counter.add_person(room.shop, "Tom")
    QApplication.processEvents()
    return made


def test_one_person_alone_sees_nothing_of_pins(room: Room) -> None:
    room.show(room.shop.me)
    details = room.page.details
    assert not details.pin_button.isVisible() and not details.pin_line.isVisible()
    assert not room.page.header.lock.isVisible()


def test_the_owners_first_pin_shows_the_sentence_once(room: Room, tom: Person) -> None:
    ines = room.shop.me
    room.show(ines)
    details = room.page.details
    assert details.pin_button.text() == "Set a PIN…"
    assert details.pin_line.text() == "You have no PIN yet: anybody at this computer can open as you."
    room.set_pin("2468", "2468")
    sentence = details.pin.sentence.sentence.text()
    assert details.pin.is_showing_sentence() and len(sentence.split()) == 11
    card = details.pin.sentence
    card.kept.setFocus()
    for one in (card.kept, card.go, card.kept):  # pressed on from the PIN, without reading
        QTest.keyClick(one, Qt.Key.Key_Return)
    assert details.pin.is_showing_sentence() and not card.go.isEnabled()
    assert card.kept.accessibleDescription() == sentence
    room.show(tom)
    assert details.pin.isVisible() and details.pin.sentence.sentence.text() == sentence, "it isn't taken away"
    room.show(ines)
    details.pin.sentence.kept.click()
    details.pin.sentence.go.click()
    assert details.pin.isHidden() and details.pin.sentence.sentence.text() == ""
    assert details.pin_button.text() == "Set a new PIN…" and details.pin_line.isHidden()
    assert counter.recover(room.shop, sentence, "1111").is_right


def test_the_sentence_waits_for_its_owner_while_somebody_else_is_here(room: Room, tom: Person) -> None:
    ines = room.shop.me
    room.show(ines)
    room.set_pin("2468", "2468")
    pin = room.page.details.pin
    sentence = pin.sentence.sentence.text()
    counter.take_over(room.shop, tom.id)
    room.window.settings_changed.emit(settings.LAST_PERSON.key)
    for person in (ines, tom, ines):
        room.show(person)
        assert pin.isHidden() and not pin.sentence.isVisible()
    counter.open_for(room.shop, ines.id, "2468")
    room.window.settings_changed.emit(settings.LAST_PERSON.key)
    assert pin.sentence.isVisible() and pin.sentence.sentence.text() == sentence
    pin.sentence.kept.click()
    pin.sentence.go.click()
    assert pin.isHidden()
    counter.take_over(room.shop, tom.id)
    room.window.settings_changed.emit(settings.LAST_PERSON.key)
    counter.open_for(room.shop, ines.id, "2468")
    room.window.settings_changed.emit(settings.LAST_PERSON.key)
    assert pin.isHidden()


def test_digits_somebody_began_are_gone_when_another_sits_down(room: Room, tom: Person) -> None:
    room.show(tom)
    room.page.details.pin_button.click()
    pin = room.page.details.pin
    QTest.keyClicks(pin.new, "1357")
    counter.take_over(room.shop, tom.id)
    room.window.settings_changed.emit(settings.LAST_PERSON.key)
    assert pin.isHidden() and pin.new.pin() == ""
    assert room.page.details.pin_button.isVisible()


def test_a_first_pin_is_not_called_a_new_one(room: Room, tom: Person) -> None:
    room.show(tom)
    room.set_pin("135790", "135790")
    assert room.toasts[-1].text == "Tom has a PIN now"


def test_the_owner_gives_a_helper_a_new_pin_without_the_old_one(room: Room, tom: Person) -> None:
    counter.set_pin(room.shop, tom.id, "9999")
    room.show(tom)
    room.set_pin("135790", "135790")
    assert room.page.details.pin.isHidden()
    assert room.toasts[-1].text == "Tom has a new PIN"
    assert counter.try_pin(room.shop, tom.id, "135790").is_right


def test_who_changes_their_own_says_the_present_one(room: Room, tom: Person) -> None:
    counter.set_pin(room.shop, tom.id, "9999")
    counter.open_for(room.shop, tom.id, "9999")
    room.page.reload()
    room.show(tom)
    room.set_pin("1234", "5555", "5555")
    pin = room.page.details.pin
    assert pin.trouble.text() == "That isn’t Tom’s PIN. 4 tries left before a 1-minute wait."
    assert pin.now.hasFocus() and pin.now.pin() == ""
    QTest.keyClicks(pin.now, "9999")
    QTest.keyClick(pin.now, Qt.Key.Key_Return)
    assert pin.isHidden() and counter.try_pin(room.shop, tom.id, "5555").is_right


def test_a_helper_changes_nobody_elses(room: Room, tom: Person) -> None:
    ines = room.shop.me
    counter.take_over(room.shop, tom.id)
    room.page.reload()
    room.show(ines)
    assert not room.page.details.pin_button.isVisible()
    assert not room.page.header.lock.isEnabled()


def test_two_that_differ_and_three_digits_are_not_set(room: Room, tom: Person) -> None:
    room.show(tom)
    room.set_pin("1357", "1358")
    pin = room.page.details.pin
    assert pin.trouble.text() == "The two new ones aren’t the same." and pin.again.hasFocus()
    pin.again.setText("135")
    pin.go.click()
    assert pin.trouble.text() == "A PIN has 4 to 8 digits."
    QTest.keyClick(pin.again, Qt.Key.Key_Escape)
    assert pin.isHidden() and not counter.has_pin(room.shop, tom.id)


def test_being_somebody_with_a_pin_asks_for_it(room: Room, tom: Person) -> None:
    counter.set_pin(room.shop, tom.id, "9999")
    QApplication.processEvents()
    room.show(tom)
    room.page.details.switch_button.click()
    assert room.wanted == [tom.id] and room.shop.me.name == "Ines"


def test_the_owner_chooses_when_it_locks(room: Room, tom: Person) -> None:
    lock = room.page.header.lock
    assert lock.isVisible() and lock.currentText() == "5 minutes"
    lock.setCurrentIndex(lock.findText("Never"))
    lock.activated.emit(lock.currentIndex())
    assert settings.get(room.shop.store, settings.LOCK_MINUTES) == 0


def test_the_settings_say_honestly_what_a_pin_does(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    (choice,) = PAGES["People and locking"]
    assert choice.line.startswith(
        "PINs keep people’s work apart. They don’t scramble the files. Your computer’s own login does that."
    )
    dialog = SettingsDialog(at_counter.shop)
    qtbot.addWidget(dialog)
    combo = dialog.inputs[settings.LOCK_MINUTES.key]
    assert isinstance(combo, QComboBox) and combo.isEnabled()
    told: list[object] = []
    dialog.changed.connect(lambda _setting, value: told.append(value))
    combo.activated.emit(combo.findText("1 minute"))
    assert told == [1]
    tom = counter.add_person(at_counter.shop, "Tom")
    counter.take_over(at_counter.shop, tom.id)
    helpers = SettingsDialog(at_counter.shop)
    qtbot.addWidget(helpers)
    assert not helpers.inputs[settings.LOCK_MINUTES.key].isEnabled()


def test_the_owner_writes_down_another_sentence_and_the_one_before_opens_nothing(room: Room, tom: Person) -> None:
    shop, details = room.shop, room.page.details
    first = counter.set_pin(shop, shop.me.id, "2468").sentence
    room.page.reload()
    room.show(shop.me)
    assert details.sentence_button.isVisible()
    details.sentence_button.click()
    QApplication.processEvents()
    assert details.pin.now.isVisible() and not details.pin.new.isVisible()
    for pin in ("1357", "2468"):
        boxes = QApplication.focusWidget()
        assert isinstance(boxes, PinBoxes)
        QTest.keyClicks(boxes, pin)
        QTest.keyClick(boxes, Qt.Key.Key_Return)
        QApplication.processEvents()
        if pin == "1357":
            assert "4 tries left" in details.pin.trouble.text()
    assert details.pin.is_showing_sentence()
    second = details.pin.sentence.sentence.text()
    details.pin.sentence.kept.click()
    details.pin.sentence.go.click()
    assert first and second and first != second
    assert not counter.recover(shop, first, "1111").is_right
    assert counter.recover(shop, second, "1111").is_right


def test_only_the_owner_who_is_here_and_has_a_pin_is_offered_another_sentence(room: Room, tom: Person) -> None:
    shop, details = room.shop, room.page.details
    room.show(shop.me)
    assert not details.sentence_button.isVisible()
    counter.set_pin(shop, shop.me.id, "2468")
    counter.set_pin(shop, tom.id, "8642")
    room.page.reload()
    room.show(tom)
    assert not details.sentence_button.isVisible()
    shop.set_person(tom)
    with pytest.raises(Misuse):
        counter.renew_recovery(shop, "8642")


def test_after_the_last_helper_left_the_owners_pin_is_still_there_to_be_changed_and_taken_away(
    room: Room, tom: Person
) -> None:
    shop, details = room.shop, room.page.details
    counter.set_pin(shop, shop.me.id, "2468")
    room.show(tom)
    details.remove_button.click()
    details.question.go.click()
    QApplication.processEvents()
    assert room.page.right.currentWidget() is details and room.page.list.key() == shop.me.id
    assert details.pin_button.isVisible() and details.pin_button.text() == "Set a new PIN…"
    room.set_pin("2468", "1357", "1357")
    assert counter.try_pin(shop, shop.me.id, "1357").is_right
    details.away_button.click()
    for pin in ("9999", "1357"):
        assert counter.has_pin(shop, shop.me.id)
        boxes = QApplication.focusWidget()
        assert isinstance(boxes, PinBoxes)
        QTest.keyClicks(boxes, pin)
        QTest.keyClick(boxes, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert not counter.has_pin(shop, shop.me.id) and not counter.may_lock(shop)
    assert room.toasts[-1].text == "Ines has no PIN any more"
    assert details.pin.isHidden() and not details.pin_button.isVisible() and not details.away_button.isVisible()


def room_under(panel: PinPanel) -> int:
    """px between its buttons and its edge."""
    QApplication.processEvents()
    return panel.height() - panel.cancel.mapTo(panel, panel.cancel.rect().bottomLeft()).y()


def test_the_owner_takes_a_helpers_pin_away_and_is_asked_first(room: Room, tom: Person) -> None:
    shop, details = room.shop, room.page.details
    counter.set_pin(shop, tom.id, "8642")
    room.page.reload()
    room.show(tom)
    details.away_button.click()
    assert details.pin.title.text() == "Without a PIN anybody at this computer can open as Tom."
    assert details.pin.cancel.hasFocus() and not details.pin.now.isVisible()
    assert room_under(details.pin) < 20, "no empty strip under the buttons"
    QTest.keyClick(details.pin.cancel, Qt.Key.Key_Return)
    assert counter.has_pin(shop, tom.id) and details.pin.isHidden()
    details.away_button.click()
    details.pin.go.click()
    QApplication.processEvents()
    assert not counter.has_pin(shop, tom.id)
    assert details.pin_button.text() == "Set a PIN…" and details.pin_line.isVisible()
