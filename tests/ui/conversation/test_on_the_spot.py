"""Ines stands beside Tom and types her PIN: one reply gets its yes, and Tom stays at the counter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import asks, counter, outbox
from desktop.asks import AskState
from desktop.records import Channel, Limits, Person, ReplyState
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui.conversation.asking import AskedMessage, AskOwner
from ui.conversation.on_the_spot import OwnerIsHere
from ui.theme import Theme

RAW = "The base was raw dough. Eleven people, no pudding."
CAUSE = "Marta, raw dough is on us: it was because two trays went in together. I ring you today at 15:30. Tom"


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def tom(at_counter: Counter) -> Person:
    """A helper at the counter; Ines has a PIN."""
    shop = at_counter.shop
    made = counter.add_person(shop, "Tom")
    counter.set_limits(shop, made.id, Limits(30.0, False, True, True, True))
    counter.set_pin(shop, shop.me.id, "2468")
    counter.take_over(shop, made.id)
    return made


def ask_popup(here: Open, conversation: str) -> AskOwner:
    """Writes past the limit and presses the button."""
    here.show(conversation)
    here.read()
    here.key(Qt.Key.Key_R)
    here.view.composer.set_writing(Writing.typed(CAUSE))
    QApplication.processEvents()
    here.view.composer.press()
    QApplication.processEvents()
    popup = here.view.doing.popup
    assert isinstance(popup, AskOwner)
    return popup


def owner_popup(here: Open) -> OwnerIsHere:
    QApplication.processEvents()
    popup = here.view.doing.popup
    assert isinstance(popup, OwnerIsHere)
    return popup


def type_pin(popup: OwnerIsHere, pin: str) -> None:
    QTest.keyClicks(popup.boxes, pin)
    QTest.keyClick(popup.boxes, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_her_pin_in_toms_window_is_a_yes_to_this_reply(here: Open, tom: Person) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    popup = ask_popup(here, one)
    assert popup.here.text() == "Ines is here: type your PIN to OK this one reply"
    popup.here.click()
    owner = owner_popup(here)
    assert owner.title.text() == "Ines is here"
    assert owner.boxes.hasFocus() and owner.boxes.accessibleName() == "Ines’s PIN"
    type_pin(owner, "2468")
    assert here.view.doing.popup is None and shop.me.id == tom.id
    (card,) = here.cards(AskedMessage)
    assert card.state.text() == "Ines said yes" and list(card.buttons) == ["post", "back"]
    assert here.view.composer.writing().is_empty, "its words stand in the thread"
    card.buttons["post"].click()
    QApplication.processEvents()
    (reply,) = outbox.of_conversation(shop.store, one)
    assert (reply.text, reply.person_name, reply.state) == (CAUSE, "Tom", ReplyState.WAITING)
    assert counter.past_limits(shop, one, Writing.typed(CAUSE), Channel.PUBLIC), "for that one reply"


def test_a_wrong_pin_says_how_many_are_left_and_keeps_everything(here: Open, tom: Person) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    ask_popup(here, one).here.click()
    owner = owner_popup(here)
    type_pin(owner, "1111")
    assert owner.trouble.text() == "That isn’t Ines’s PIN. 4 tries left before a 1-minute wait."
    assert owner.boxes.text() == "" and owner.boxes.hasFocus()
    for _ in range(3):
        type_pin(owner, "1111")
    assert owner.trouble.text() == "That isn’t Ines’s PIN. 1 try left before a 1-minute wait."
    type_pin(owner, "1111")
    assert owner.trouble.text() == "That isn’t Ines’s PIN. Try again in 1 min."
    type_pin(owner, "2468")
    assert asks.open_in(shop.store, one) == (), "while it waits the right one does nothing either"
    owner.cancel.click()
    QApplication.processEvents()
    assert here.view.composer.writing().plain() == CAUSE


def test_three_digits_are_not_tried(here: Open, tom: Person) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    ask_popup(here, one).here.click()
    type_pin(owner_popup(here), "246")
    owner = counter.standing(shop, next(p.id for p in here.view.known.people if p.is_owner))
    assert owner.left == 5


def test_a_question_that_waits_gets_its_yes_the_same_way(here: Open, tom: Person) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    popup = ask_popup(here, one)
    QTest.keyClick(popup.question, Qt.Key.Key_Return)
    QApplication.processEvents()
    (card,) = here.cards(AskedMessage)
    assert list(card.buttons) == ["here", "back"]
    card.buttons["here"].click()
    type_pin(owner_popup(here), "2468")
    (ask,) = asks.open_in(shop.store, one)
    assert ask.state is AskState.YES and ask.answered_by == "Ines"
    (card,) = here.cards(AskedMessage)
    assert card.state.text() == "Ines said yes"


def test_without_her_pin_nothing_of_it_is_offered(here: Open, at_counter: Counter) -> None:
    shop = at_counter.shop
    tom = counter.add_person(shop, "Tom")
    counter.set_limits(shop, tom.id, Limits(30.0, False, True, True, True))
    counter.take_over(shop, tom.id)
    popup = ask_popup(here, at_counter.hear(RAW))
    assert popup.here.isHidden()
