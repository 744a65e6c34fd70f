"""Tom asks before he promises: in the window, from the hold to the reply that the owner said yes to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import asks, counter, drafts, outbox
from desktop.records import Channel, Limits, Person, ReplyState
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui.conversation.asking import AskedMessage, AskOwner
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
def ines(at_counter: Counter) -> Person:
    return at_counter.shop.me


@pytest.fixture
def tom(at_counter: Counter, ines: Person) -> Person:
    shop = at_counter.shop
    made = counter.add_person(shop, "Tom")
    counter.set_limits(shop, made.id, Limits(30.0, False, True, True, True))
    shop.set_person(made)
    return made


def be(here: Open, person: Person, conversation: str) -> None:
    here.at.shop.set_person(person)
    here.show(conversation)


def ask(here: Open, conversation: str, question: str) -> None:
    """Writes past the limit, presses the button, types the question, Enter."""
    here.show(conversation)
    here.read()
    here.key(Qt.Key.Key_R)
    here.view.composer.set_writing(Writing.typed(CAUSE))
    QApplication.processEvents()
    assert here.view.composer.footer.post.text() == "Ask Ines first"
    here.view.composer.press()
    QApplication.processEvents()
    popup = here.view.doing.popup
    assert isinstance(popup, AskOwner)
    QTest.keyClicks(popup.question, question)
    QTest.keyClick(popup.question, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_asking_freezes_the_words_in_the_thread_and_yes_lets_them_go(
    here: Open, tom: Person, ines: Person
) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    ask(here, one, "Can I say it was the two trays?")
    (card,) = here.cards(AskedMessage)
    assert card.state.text() == "Waiting for Ines" and list(card.buttons) == ["back"]
    assert here.view.composer.writing().is_empty
    assert outbox.of_conversation(shop.store, one) == ()
    assert here.said("toast_wanted")[-1].text == "Ines is asked. Your words wait here."

    be(here, ines, one)
    (card,) = here.cards(AskedMessage)
    assert list(card.buttons) == ["yes", "people"]
    card.buttons["yes"].click()
    QApplication.processEvents()
    (card,) = here.cards(AskedMessage)
    assert card.state.text() == "Ines said yes" and card.buttons == {}
    assert outbox.of_conversation(shop.store, one) == ()

    be(here, tom, one)
    (card,) = here.cards(AskedMessage)
    card.buttons["post"].click()
    QApplication.processEvents()
    (reply,) = outbox.of_conversation(shop.store, one)
    assert (reply.text, reply.person_name, reply.state) == (CAUSE, "Tom", ReplyState.WAITING)
    assert here.cards(AskedMessage) == []


def test_after_a_yes_the_words_may_be_edited_first(here: Open, tom: Person, ines: Person) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    ask(here, one, "")
    shop.set_person(ines)
    counter.say_yes(shop, asks.waiting(shop.store)[0].id)
    be(here, tom, one)
    (card,) = here.cards(AskedMessage)
    card.buttons["back"].click()
    QApplication.processEvents()
    assert here.view.composer.writing().plain() == CAUSE


def test_a_no_stands_with_its_why_and_gives_the_draft_back(here: Open, tom: Person, ines: Person) -> None:
    shop, one = here.at.shop, here.at.hear(RAW)
    ask(here, one, "Shall I?")
    shop.set_person(ines)
    counter.not_this_time(shop, asks.waiting(shop.store)[0].id, "We don't know that yet.")
    be(here, tom, one)
    (card,) = here.cards(AskedMessage)
    assert card.state.text() == "Ines: not this time. We don't know that yet."
    card.buttons["back"].click()
    QApplication.processEvents()
    assert here.cards(AskedMessage) == []
    kept = drafts.load(shop.store, one, tom.id, Channel.PUBLIC)
    assert kept is not None and kept[0].plain() == CAUSE


def test_what_was_asked_can_be_taken_back_before_the_answer(here: Open, tom: Person) -> None:
    one = here.at.hear(RAW)
    ask(here, one, "Shall I?")
    (card,) = here.cards(AskedMessage)
    card.buttons["back"].click()
    QApplication.processEvents()
    assert asks.open_in(here.at.shop.store, one) == ()
    assert here.view.composer.writing().plain() == CAUSE


def test_escape_asks_nothing_and_keeps_the_words(here: Open, tom: Person) -> None:
    one = here.at.hear(RAW)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_R)
    here.view.composer.set_writing(Writing.typed(CAUSE))
    here.view.composer.press()
    QApplication.processEvents()
    popup = here.view.doing.popup
    assert popup is not None
    popup.close()
    QApplication.processEvents()
    assert asks.waiting(here.at.shop.store) == ()
    assert here.view.composer.writing().plain() == CAUSE
