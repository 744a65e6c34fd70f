"""The People page: adding, changing, limits, switching, leaving."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import asks, counter, people
from desktop.errors import ShopError
from desktop.records import Channel, Limits, Person, Purpose
from desktop.shop import Shop
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.people.asked import MonthCard
from ui.people.page import PeoplePage
from ui.theme import Theme, theme
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel
from ui.window import Toast, Undoable, Window


@dataclass
class Room:
    shop: Shop
    page: PeoplePage
    settings: list[str] = field(default_factory=list)
    troubles: list[ShopError] = field(default_factory=list)
    toasts: list[Toast] = field(default_factory=list)
    undone: list[Undoable] = field(default_factory=list)

    def rows(self) -> list[tuple[str, str]]:
        return [(member.person.name, member.under) for member in self.page.list.members()]

    def type_in(self, which: str, text: str) -> None:
        """As with the keyboard: the line is emptied, typed into, and Enter is pressed."""
        edit = getattr(self.page.details.fields, which)
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        QApplication.processEvents()


@pytest.fixture
def room(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Room]:
    shop, window = at_counter.shop, Window()
    background = AtOnce(shop.changes)
    made = Room(shop, PeoplePage(shop, background, window))
    window.settings_changed.connect(made.settings.append)
    window.trouble_found.connect(made.troubles.append)
    window.toast_wanted.connect(made.toasts.append)
    window.undo_made.connect(made.undone.append)
    qtbot.addWidget(made.page)
    made.page.resize(1100, 750)
    made.page.show()
    yield made
    background.close()
    QApplication.processEvents()
    window.deleteLater()


@pytest.fixture
def tom(room: Room) -> Person:
    made = counter.add_person(room.shop, "Tom", "Saturdays, 7 to 14", "Tom, on the counter today")
    QApplication.processEvents()
    room.page.list.choose(made.id)
    return made


def test_an_owner_alone_is_invited_to_add_somebody(room: Room) -> None:
    assert room.page.right.currentWidget() is room.page.alone
    assert room.rows() == [("Ines", "Owner · here now")]
    room.page.alone.buttons[0].click()
    assert room.page.right.currentWidget() is room.page.form


def test_a_person_is_added_with_the_keys_alone(room: Room) -> None:
    room.page.activateWindow()
    room.page.list.setFocus()
    QTest.keyClick(room.page.list, Qt.Key.Key_N)
    fields = room.page.form.fields
    QTest.keyClick(fields.name, Qt.Key.Key_Return)
    assert room.page.form.missing.text() == "And the name?"
    QTest.keyClicks(fields.name, "Tom")
    QTest.keyClicks(fields.role_line, "Saturdays")
    QTest.keyClick(fields.role_line, Qt.Key.Key_Return)
    assert room.rows() == [("Ines", "Owner · here now"), ("Tom", "Saturdays")]
    tom = people.all(room.shop.store)[1]
    assert tom.sign_off == "Tom"
    assert room.page.list.key() == tom.id
    assert room.page.right.currentWidget() is room.page.details


def test_a_press_on_somebody_leaves_the_form_also_where_they_were_chosen_before(room: Room, tom: Person) -> None:
    room.page.add_button.click()
    assert room.page.right.currentWidget() is room.page.form
    where = room.page.list.visualItemRect(room.page.list.currentItem()).center()
    QTest.mouseClick(room.page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert room.page.right.currentWidget() is room.page.details
    assert room.page.details.fields.name.text() == "Tom"


def test_what_is_typed_is_kept_with_enter(room: Room, tom: Person) -> None:
    room.type_in("name", "Tomasz")
    room.type_in("role_line", "Sundays")
    kept = people.by_id(room.shop.store, tom.id)
    assert kept and (kept.name, kept.role_line) == ("Tomasz", "Sundays")
    assert kept.sign_off == "Tom, on the counter today"
    assert ("Tomasz", "Sundays") in room.rows()


def test_what_is_typed_is_told_and_can_be_taken_back(room: Room, tom: Person) -> None:
    room.type_in("sign_off", "Tom K.")
    assert [(toast.text, toast.undo) for toast in room.toasts] == [("Changed what it says about Tom", True)]
    room.undone[-1].take_back(room.shop)
    QApplication.processEvents()
    assert room.page.details.fields.sign_off.text() == "Tom, on the counter today"
    room.page.list.choose(room.shop.me.id)
    room.type_in("name", "Ines B.")
    assert room.shop.me.name == "Ines B." and room.settings == ["last_person"]
    room.undone[-1].take_back(room.shop)
    QApplication.processEvents()
    assert room.shop.me.name == "Ines" and room.rows()[0][0] == "Ines"


def test_a_sign_off_that_was_the_name_follows_the_name(room: Room) -> None:
    priya = counter.add_person(room.shop, "Priya")
    QApplication.processEvents()
    room.page.list.choose(priya.id)
    room.type_in("name", "Priya N.")
    kept = people.by_id(room.shop.store, priya.id)
    assert kept and kept.sign_off == "Priya N."


def test_an_emptied_name_comes_back(room: Room, tom: Person) -> None:
    edit = room.page.details.fields.name
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "Tom"
    kept = people.by_id(room.shop.store, tom.id)
    assert kept and kept.name == "Tom"


def test_limits_are_set_with_mouse_and_keys(room: Room, tom: Person) -> None:
    table = room.page.details.limits
    assert table is not None
    replace = table.switches["may_replace"]
    middle = replace.height() // 2
    QTest.mouseClick(replace, Qt.MouseButton.LeftButton, pos=replace.rect().center() * 1.6)
    assert limits(room, tom) == people.CAREFUL._replace(may_replace=True)
    QTest.mouseClick(replace, Qt.MouseButton.LeftButton, pos=replace.rect().center() * 1.6)
    assert limits(room, tom).may_replace, "a second press on the same half changes nothing"
    assert replace.accessibleName() == "Make it again, or a replacement: Yes"
    assert middle > 0
    deliver = table.switches["may_deliver"]
    QTest.keyClick(deliver, Qt.Key.Key_Space)
    assert limits(room, tom).may_deliver
    QTest.keyClick(deliver, Qt.Key.Key_Left)
    assert not limits(room, tom).may_deliver
    table.money.setValue(30)
    QApplication.processEvents()
    assert limits(room, tom).money_up_to == 30.0
    assert table.money.text() == "€30"
    table.money.setValue(0)
    assert table.money.text() == "Ask first"


@pytest.mark.parametrize(
    ("thing", "said", "is_yes"),
    [
        ("may_answer_public", "Answer in public", True),
        ("may_show_ending", "Ask someone to say it’s sorted, or say so ourselves", True),
        ("may_hide", "Hide or report a post", False),
    ],
)
def test_answering_endings_and_hiding_are_limits_too(
    room: Room, tom: Person, thing: str, said: str, is_yes: bool
) -> None:
    table = room.page.details.limits
    assert table is not None and set(table.switches) | {"money_up_to"} == set(Limits._fields)
    switch = table.switches[thing]
    assert switch.isChecked() is is_yes
    assert switch.accessibleName() == f"{said}: {'Yes' if is_yes else 'Ask first'}"
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert getattr(limits(room, tom), thing) is not is_yes


def limits(room: Room, person: Person) -> Limits:
    return people.limits(room.shop.store, person.id)


def test_somebody_else_takes_the_counter_and_can_only_look_at_limits(room: Room, tom: Person) -> None:
    details = room.page.details
    assert details.switch_button.text() == "Be Tom now"
    details.switch_button.click()
    QApplication.processEvents()
    assert room.shop.me.id == tom.id
    assert room.settings == ["last_person"]
    assert ("Tom", "Saturdays, 7 to 14 · here now") in room.rows()
    assert ("Ines", "Owner · last here 10:00 today") in room.rows()
    assert details.limits is not None
    assert not any(switch.isVisible() for switch in details.limits.switches.values())
    assert details.limits.answers["may_replace"].text() == "Ask first"
    assert details.limits.answers["may_replace"].isVisible()
    assert details.remove_button.isHidden() and room.page.add_button.isHidden()
    assert details.switch_button.isHidden()
    assert room.page.key_hint() == "Only Ines can change this page"
    room.type_in("sign_off", "T.")
    kept = people.by_id(room.shop.store, tom.id)
    assert kept and kept.sign_off == "T." and not room.troubles


def somebody_comes(room: Room, person: Person) -> None:
    counter.take_over(room.shop, person.id)
    room.page._window.settings_changed.emit("last_person")
    QApplication.processEvents()


def test_a_person_half_added_stays_with_who_adds_them(room: Room, tom: Person) -> None:
    ines, page = room.shop.me, room.page
    page.add_button.click()
    QTest.keyClicks(page.form.fields.name, "Pri")
    somebody_comes(room, tom)
    assert page.right.currentWidget() is page.details and not page.form.isVisible()
    page.go_to_place({"person": tom.id})
    assert page.right.currentWidget() is page.details
    somebody_comes(room, ines)
    assert page.right.currentWidget() is page.form and page.form.fields.name.text() == "Pri"
    assert page.asked.isHidden()
    page.form.cancel.click()
    somebody_comes(room, tom)
    somebody_comes(room, ines)
    assert page.right.currentWidget() is page.details, "cancelled is cancelled"
    page.add_button.click()
    assert page.form.fields.name.text() == ""


def test_a_name_half_typed_by_one_is_not_anothers(room: Room, tom: Person) -> None:
    edit = room.page.details.fields.name
    room.page.activateWindow()
    edit.setFocus()
    QTest.keyClicks(edit, "asz")
    assert edit.text() == "Tomasz"
    somebody_comes(room, tom)
    assert edit.text() == "Tom"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [person.name for person in people.all(room.shop.store)] == ["Ines", "Tom"] and not room.troubles


def test_removing_is_asked_in_its_place(room: Room, tom: Person) -> None:
    details = room.page.details
    details.remove_button.click()
    assert details.question.title.text() == "Remove Tom?"
    details.question.cancel.click()
    assert len(people.all(room.shop.store)) == 2
    details.remove_button.click()
    details.question.go.click()
    QApplication.processEvents()
    assert [name for name, _ in room.rows()] == ["Ines"]
    assert room.page.right.currentWidget() is room.page.alone
    assert room.undone[-1].text == "Removed Tom", "Ctrl+Z brings them back"
    room.undone[-1].take_back(room.shop)
    QApplication.processEvents()
    assert [name for name, _ in room.rows()] == ["Ines", "Tom"]


def test_the_owner_has_no_limits_and_no_way_out(room: Room, tom: Person) -> None:
    room.page.list.choose(room.shop.me.id)
    details = room.page.details
    assert details.remove_button.isHidden()
    assert details.limits is not None and details.limits.isHidden()


def test_the_first_line_is_read_once(room: Room, tom: Person) -> None:
    bar = room.page.first_line
    assert not bar.isHidden()
    bar._cross.click()
    QApplication.processEvents()
    room.page.reload()
    assert bar.isHidden()


@pytest.mark.parametrize("scale", [0.9, 1.3, 1.6])
def test_no_word_is_cut_off_at_any_text_size(room: Room, tom: Person, scale: float) -> None:
    theme().set_text_scale(scale)
    room.page.resize(960 - 52, 560)
    room.page.details.remove_button.click()
    QApplication.processEvents()
    for label in room.page.findChildren(WrapLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in room.page.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


# ---- what helpers ask ----------------------------------------------------------------------------

CAUSE = "Marta, raw dough is on us: it was because two trays went in together. I ring you today at 15:30. Tom"


def asked_by(
    room: Room, at_counter: Counter, person: Person, question: str = "Can I say it was the two trays?"
) -> str:
    """The helper asks at the counter; then the owner is there again."""
    one = at_counter.hear(
        "The base was raw dough. Eleven people, no pudding.", who=f"Marta {at_counter.clock.now():%H%M}"
    )
    owner = room.shop.me
    room.shop.set_person(person)
    counter.ask(room.shop, one, Writing.typed(CAUSE), question)
    room.shop.set_person(owner)
    at_counter.clock.forward(minutes=1)
    room.page.reload()
    QApplication.processEvents()
    return one


def test_a_question_stands_beside_its_helper_and_beside_the_owner(
    room: Room, tom: Person, at_counter: Counter
) -> None:
    assert room.page.asked.cards == []
    asked_by(room, at_counter, tom)
    for who in (tom.id, room.shop.me.id):
        room.page.list.choose(who)
        (card,) = room.page.asked.cards
        spoken = [label.text() for label in card.findChildren(WrapLabel)]
        assert "“Can I say it was the two trays?”" in spoken and CAUSE in spoken
        assert any(text.endswith(" · Marta 1000, Facebook") for text in spoken), spoken


def test_yes_leaves_the_page_and_can_be_taken_back(room: Room, tom: Person, at_counter: Counter) -> None:
    one = asked_by(room, at_counter, tom)
    room.page.list.choose(tom.id)
    room.page.asked.cards[0].say_yes.click()
    QApplication.processEvents()
    assert room.page.asked.cards == []
    assert asks.open_in(room.shop.store, one)[0].state is asks.AskState.YES
    assert [toast.text for toast in room.toasts] == ["Said yes to Tom"]


def test_other_words_are_typed_in_the_card(room: Room, tom: Person, at_counter: Counter) -> None:
    one = asked_by(room, at_counter, tom)
    room.page.list.choose(tom.id)
    card = room.page.asked.cards[0]
    card.change.click()
    assert card.text.hasFocus() or not room.page.isActiveWindow()
    card.text.setPlainText("Marta, that was ours. I ring you today at 15:30. Tom")
    card.say_this.click()
    (ask,) = asks.open_in(room.shop.store, one)
    assert ask.is_reworded and ask.writing.plain().startswith("Marta, that was ours")


def test_a_no_needs_its_why(room: Room, tom: Person, at_counter: Counter) -> None:
    one = asked_by(room, at_counter, tom)
    room.page.list.choose(tom.id)
    card = room.page.asked.cards[0]
    card.not_now.click()
    card.give_back.click()
    assert asks.open_in(room.shop.store, one)[0].state is asks.AskState.WAITING
    QTest.keyClicks(card.why, "We don't know that yet.")
    QTest.keyClick(card.why, Qt.Key.Key_Return)
    (ask,) = asks.open_in(room.shop.store, one)
    assert (ask.state, ask.answer) == (asks.AskState.RETURNED, "We don't know that yet.")


def test_a_helper_sees_the_question_and_cannot_answer_it(
    room: Room, tom: Person, at_counter: Counter
) -> None:
    asked_by(room, at_counter, tom)
    room.shop.set_person(tom)
    room.page.reload()
    room.page.list.choose(tom.id)
    (card,) = room.page.asked.cards
    assert not card.say_yes.isVisible() and card.open.isVisible()


def test_three_yeses_propose_to_leave_it_to_them(room: Room, tom: Person, at_counter: Counter) -> None:
    for _ in range(3):
        asked_by(room, at_counter, tom)
        room.page.list.choose(tom.id)
        room.page.asked.cards[0].say_yes.click()
        QApplication.processEvents()
    (nudge,) = room.page.asked.nudges
    words = [label.text() for label in nudge.findChildren(WrapLabel)]
    assert words == ["Tom asked 3 times about naming a cause, and you said yes each time."]
    nudge.let_decide.click()
    QApplication.processEvents()
    assert people.limits(room.shop.store, tom.id).may_name_cause
    assert room.page.asked.nudges == []


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_nothing_in_the_cards_is_cut_off(room: Room, tom: Person, at_counter: Counter, scale: float) -> None:
    theme().set_text_scale(scale)
    asked_by(room, at_counter, tom)
    room.page.list.choose(tom.id)
    QApplication.processEvents()
    card = room.page.asked.cards[0]
    for step in (lambda: None, card.change.click, card.not_now.click):
        step()
        QApplication.processEvents()
        for label in room.page.asked.findChildren(WrapLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        for button in room.page.asked.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.parametrize(
    ("wide", "scale", "is_beside"), [(1100, 1.0, True), (1050, 1.3, False), (780, 1.0, False)]
)
def test_the_cards_leave_the_person_room_at_any_text_size(
    room: Room, tom: Person, at_counter: Counter, wide: int, scale: float, is_beside: bool
) -> None:
    theme().set_text_scale(scale)
    asked_by(room, at_counter, tom)
    room.page.list.choose(tom.id)
    room.page.resize(wide, 720)
    QApplication.processEvents()
    details, asked = room.page.details, room.page.asked
    corners = [one.mapTo(room.page, one.rect().topLeft()) for one in (details, asked)]
    assert (corners[1].x() > corners[0].x(), corners[1].y() < corners[0].y()) == (is_beside, not is_beside)
    assert asked.isVisible() and asked.cards[0].say_yes.isVisible()
    assert details.widget().width() <= details.viewport().width(), "nothing is cut off at the side"
    assert details._name.width() >= details._name.sizeHint().width(), "the name is whole"


@pytest.mark.parametrize("high", [690, 560])
def test_the_month_over_a_person_is_whole_and_the_person_follows_at_once(room: Room, tom: Person, high: int) -> None:
    theme().set_text_scale(1.3)
    room.page.resize(1050, high)
    QApplication.processEvents()
    details, asked = room.page.details, room.page.asked
    card = asked.findChild(MonthCard)
    assert card is not None and asked.verticalScrollBar().maximum() == 0
    left = asked.viewport().height() - card.mapTo(asked.viewport(), card.rect().bottomLeft()).y()
    assert 0 < left <= 20, "all of it, and no hole under it"
    top = details.mapTo(room.page, details.rect().topLeft()).y()
    assert top == asked.mapTo(room.page, asked.rect().bottomLeft()).y() + 1
    assert details.height() >= 120


def test_a_post_to_hide_has_its_own_words_and_nothing_to_reword(
    room: Room, tom: Person, at_counter: Counter
) -> None:
    one = at_counter.hear("You are all idiots.")
    with room.shop.store.writing():
        asks.put(
            room.shop.store,
            conversation=one,
            person=tom.id,
            channel=Channel.NOTE,
            purpose=Purpose.ANSWER,
            writing=Writing.typed("You are all idiots."),
            promise_at=None,
            question="May I hide this?",
            things={asks.HIDING: True},
            at=at_counter.clock.now(),
        )
    room.page.reload()
    QApplication.processEvents()
    room.page.list.choose(tom.id)
    (card,) = room.page.asked.cards
    assert card.say_yes.text() == "Yes, hide it" and not card.change.isVisible()
    assert card.words.accessibleName() == "What Tom would hide"
    spoken = [label.text() for label in card.findChildren(WrapLabel)]
    assert any(text.endswith("Facebook · wants to hide this") for text in spoken), spoken
    card.say_yes.click()
    QApplication.processEvents()
    assert room.page.asked.cards == [] and asks.answered_for(room.shop.store, tom.id)[0].is_to_hide
