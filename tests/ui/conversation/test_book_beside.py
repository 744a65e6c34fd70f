"""What the Shop book says beside a message: three cards at most, and all of it with F9."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, people, shopbook
from desktop.records import Fact, Person
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import ANGRY, Open
from ui.theme import Theme
from ui.widgets.wrap import WrapLabel

SUNDAY = "When are you open on Sunday?"


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    shop, now = at_counter.shop, at_counter.clock.now()
    with shop.store.writing():
        for title, text, topics, days in (
            ("Raw tart", "Bases bake blind for 25 min.", ("tart",), 5),
            ("The phone", "Nobody answers before 8:00.", ("phone",), 5),
            ("Card machine", "Charged twice comes back in three days.", ("charged", "twice"), 215),
            ("Dogs", "Welcome outside.", ("dog",), 5),
        ):
            checked = now - timedelta(days=days)
            shopbook.put_fact(shop.store, Fact("", title, text, topics, "Priya", checked))
    counter.put_hours(shop, [(day, "07:00", "16:00") for day in range(1, 7)])
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def tom(at_counter: Counter) -> Person:
    made = counter.add_person(at_counter.shop, "Tom", "Saturdays, 7 to 14")
    counter.set_limits(at_counter.shop, made.id, people.CAREFUL._replace(money_up_to=30.0))
    return made


def titles(here: Open) -> list[str]:
    return [card.title for card in here.view.cards.cards()]


# --- cards -----------------------------------------------------------------------------------------------------


def test_the_hours_they_ask_about_are_a_card(here: Open) -> None:
    here.show(here.at.hear(SUNDAY))
    (card,) = here.view.cards.cards()
    assert (card.title, card.text, card.foot) == (
        "Opening hours",
        "Sunday: 7:00 – 16:00",
        "Ines set this 14 June",
    )


def test_a_closure_they_ask_about_says_why(here: Open) -> None:
    days = {date(2025, 12, 24) + timedelta(days=n): "Christmas" for n in range(4)}
    counter.put_closures(here.at.shop, days)
    here.show(here.at.hear("Are you open on Boxing Day?"))
    (card,) = here.view.cards.cards()
    assert (card.title, card.text) == ("Closed 24 to 27 December", "Closed 24 to 27 December: Christmas.")


def test_what_nobody_asked_has_no_card(here: Open) -> None:
    here.show(here.at.hear("Lovely place, thank you!"))
    assert titles(here) == [] and not here.view.cards.isVisible()


def test_an_old_fact_asks_to_be_checked(here: Open) -> None:
    here.show(here.at.hear("I was charged twice."))
    (card,) = here.view.cards.cards()
    assert card.is_old and card.foot == "7 months old. Check it?"
    assert "7 months old. Check it?" in [one.text() for one in here.view.cards.findChildren(WrapLabel)]


def test_three_at_most_with_the_limits_in_second_place(here: Open, tom: Person) -> None:
    here.at.shop.set_person(tom)
    here.show(here.at.hear(f"{ANGRY} And you were closed when I came back on Sunday."))
    assert len(titles(here)) == 3 and titles(here)[1:] == ["You may promise", "Opening hours"]


def test_whom_they_ask_for_is_a_card_with_their_hours(here: Open, tom: Person) -> None:
    here.show(here.at.hear("Is Tom in on Saturday? He promised me a cake."))
    (card,) = here.view.cards.cards()
    assert (card.title, card.text, card.foot) == ("Tom", "Saturdays, 7 to 14", "From People")


@pytest.mark.parametrize("message", ["Thank you, Tom!", "Tom was lovely.", "Is there a tomato tarte?", "Tom?"])
def test_a_name_alone_asks_for_nobody(tom: Person, message: str) -> None:
    assert people.asked_for([tom], message) is None


def test_the_hours_are_offered_in_a_blank(here: Open) -> None:
    here.show(here.at.hear(SUNDAY))
    offered = here.view.composer.context().suggestions("your answer")
    assert offered[0].title == "Shop book" and offered[0].items[0] == "Sunday: 7:00 – 16:00"


# --- F9 ----------------------------------------------------------------------------------------------------------


def shown(here: Open) -> list[str]:
    return [card.card.title for card in here.view.book.shown_cards()]


def test_f9_opens_the_shop_book_beside_the_message_and_f9_closes_it(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    before = here.view.focusWidget()
    here.key(Qt.Key.Key_F9)
    book = here.view.book
    assert book.isVisible() and here.view.talk.isVisible() and book.search.hasFocus()
    assert here.said("page_wanted") == [] and here.view.book_action.isChecked()
    fits = titles(here)
    assert shown(here)[: len(fits)] == fits and "Dogs" in shown(here)[len(fits) :]
    assert shown(here)[-1] == "Opening hours"
    here.key(Qt.Key.Key_F9)
    assert not book.isVisible() and here.view.focusWidget() is before


def test_the_book_is_searched_and_a_fact_goes_into_the_text_with_the_keys(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    here.key(Qt.Key.Key_R)
    here.key(Qt.Key.Key_F9)
    assert here.view.book.isVisible() and not here.view.coach.isVisible()
    QTest.keyClicks(here.view.book.search, "outside")
    assert shown(here) == ["Dogs"]
    here.key(Qt.Key.Key_Down)
    here.key(Qt.Key.Key_Return)
    assert here.view.composer.writing().plain() == "Welcome outside."
    assert here.view.composer.editor.hasFocus() and here.view.book.isVisible()


def test_escape_empties_the_search_then_closes_the_book(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    here.key(Qt.Key.Key_F9)
    QTest.keyClicks(here.view.book.search, "nothing like it")
    assert shown(here) == [] and here.view.book.nothing.text() == "Nothing for “nothing like it”"
    here.key(Qt.Key.Key_Escape)
    assert here.view.book.search.text() == "" and len(shown(here)) == 5
    here.key(Qt.Key.Key_Escape)
    assert not here.view.book.isVisible()


def test_the_coach_takes_the_place_of_the_book(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    here.key(Qt.Key.Key_R)
    here.key(Qt.Key.Key_F9)
    here.view.composer.focus_editor()
    here.key(Qt.Key.Key_F8)
    here.key(Qt.Key.Key_F8)
    assert here.view.coach.isVisible() and not here.view.book.isVisible()
    assert not here.view.book_action.isChecked()


def test_another_conversation_brings_its_own_facts_first(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    here.key(Qt.Key.Key_F9)
    here.show(here.at.hear("Can I bring my dog?", "Aki"))
    assert shown(here)[0] == "Dogs" and here.view.book.fits.isVisible()
    here.show(here.at.hear("Lovely!", "Bea"))
    assert not here.view.book.fits.isVisible() and len(shown(here)) == 5


def test_a_fact_that_changes_changes_in_the_open_book(here: Open) -> None:
    here.show(here.at.hear("Can I bring my dog?"))
    here.read()
    here.key(Qt.Key.Key_F9)
    fact = next(one for one in shopbook.facts(here.at.shop.store) if one.title == "Dogs")
    counter.put_fact(here.at.shop, fact._replace(text="Inside too."))
    QApplication.processEvents()
    assert here.view.book.shown_cards()[0].card.text == "Inside too."


def test_from_the_open_book_the_page_is_a_press_away(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    here.key(Qt.Key.Key_F9)
    here.view.book.page.click()
    assert here.said("page_wanted") == ["shopbook"]
