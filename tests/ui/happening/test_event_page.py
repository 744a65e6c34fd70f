"""Many people write about one thing: the bar asks, the event is made, known, told and closed in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, happenings
from desktop.records import Limits
from desktop.writing import Writing
from tests.desktop.test_happenings import say_all
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.event_bars import EventBars
from ui.happening.page import EventPage
from ui.theme import Theme
from ui.widgets.buttons import LinkButton
from ui.widgets.panel import Panel
from ui.window import Window


class Desk:
    """The bars and the page of events, and what was asked of the window."""

    def __init__(self, at: Counter) -> None:
        self.at, self.window, self.background = at, Window(), AtOnce(at.shop.changes)
        self.asked: list[tuple[str, Any]] = []
        for name in ("toast_wanted", "undo_made", "event_wanted", "conversation_wanted"):
            getattr(self.window, name).connect(lambda what, name=name: self.asked.append((name, what)))
        self.bars = EventBars(at.shop, self.background, self.window)
        self.page = EventPage(at.shop, self.background, self.window)
        self.page.resize(1100, 740)
        self.page.show()
        self.page.activateWindow()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def press(self, where: Any, words: str) -> None:
        links = [one for one in where.findChildren(LinkButton) if one.text() == words and not one.isHidden()]
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
        self.settle()

    def last(self, name: str) -> Any:
        return [what for asked, what in self.asked if asked == name][-1]


@pytest.fixture
def desk(at_counter: Counter, look: Theme) -> Iterator[Desk]:
    made = Desk(at_counter)
    yield made
    for widget in (made.page, made.bars):
        widget.close()
        widget.deleteLater()
    QApplication.processEvents()


def test_the_bar_asks_once_enough_people_mention_one_thing(desk: Desk) -> None:
    assert desk.bars.isHidden()
    say_all(desk.at)
    desk.bars.refresh()
    bar = desk.bars.bar()
    assert bar is not None
    assert bar.text() == "7 people in the last hour mention ‘raisin loaf’. Answer it as one event?"


def test_making_an_event_from_the_bar_opens_it_and_ctrl_z_takes_it_back(desk: Desk) -> None:
    say_all(desk.at)
    desk.bars.refresh()
    desk.press(desk.bars, "Make an event")
    event = desk.last("event_wanted")
    desk.page.show_event(event)
    assert desk.page.title == "Event: raisin loaf"
    desk.bars.refresh()
    bar = desk.bars.bar(event)
    assert bar is not None and "Say when you’ll say more." in bar.text() and desk.bars.bar() is None
    desk.last("undo_made").take_back(desk.at.shop)
    desk.bars.refresh()
    assert desk.bars.bar() is not None and desk.bars.bar(event) is None


def test_not_one_thing_takes_the_bar_away(desk: Desk) -> None:
    say_all(desk.at)
    desk.bars.refresh()
    desk.press(desk.bars, "Not one thing")
    desk.bars.refresh()
    assert desk.bars.isHidden() and desk.bars.bar() is None
    desk.last("undo_made").take_back(desk.at.shop)
    desk.bars.refresh()
    assert desk.bars.bar() is not None


def make(desk: Desk) -> str:
    say_all(desk.at)
    shared = counter.shared_thing(desk.at.shop)
    assert shared is not None
    event, _ = counter.make_event(desk.at.shop, shared.name, shared.ids, shared.key)
    desk.page.show_event(event)
    desk.settle()
    return event


def test_what_is_typed_in_the_sheet_is_kept(desk: Desk) -> None:
    event = make(desk)
    desk.page.sheet.know.setFocus()
    QTest.keyClicks(desk.page.sheet.know, "The 6:30 batch tastes of soap.")
    desk.page.leaving()
    one = happenings.by_id(desk.at.shop.store, event)
    assert one is not None and one.know == "The 6:30 batch tastes of soap."
    assert desk.last("undo_made").text == "What we know"


def next_in_an_hour(desk: Desk, event: str) -> None:
    QTest.mouseClick(desk.page.sheet.next.chips[1], Qt.MouseButton.LeftButton)
    desk.settle()
    one = happenings.by_id(desk.at.shop.store, event)
    assert one is not None and one.next_at is not None


def test_a_chip_says_when_everybody_hears_more(desk: Desk) -> None:
    event = make(desk)
    assert desk.page.sheet.next_line.text().startswith("Not set yet.")
    next_in_an_hour(desk, event)
    assert desk.page.sheet.next_line.text() == (
        "Everybody hears more today, 11:28, even if there’s nothing new."
    )
    desk.last("undo_made").take_back(desk.at.shop)
    desk.settle()
    assert desk.page.sheet.next_line.text().startswith("Not set yet.")


def type_statement(desk: Desk, text: str) -> None:
    composer = desk.page.statement.composer
    composer.start(0)
    QTest.keyClicks(composer.editor, text)
    desk.settle()


WORDS = "The raisin loaves from 6:30 taste of soap. Bin them, we pay you back. More here at 11:28."


def test_words_for_everybody_wait_for_a_next_time_then_are_copied_and_told(desk: Desk) -> None:
    event = make(desk)
    type_statement(desk, WORDS)
    assert desk.page.statement.composer.post_button.text() == "Copy"
    desk.page.statement.composer.press()
    desk.settle()
    assert desk.page.trouble.text() == "Say first when you'll say more."
    next_in_an_hour(desk, event)
    desk.page.statement.composer.press()
    desk.settle()
    assert QApplication.clipboard().text() == WORDS
    desk.press(desk.page.statement.bar, "It’s posted")
    form = desk.page.statement.where
    QTest.keyClicks(form.field, "https://mastodon.social/@corner/1")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    desk.settle()
    told = happenings.told(desk.at.shop.store, event)
    assert [(t.text, t.place, t.person_name) for t in told] == [(WORDS, "Mastodon", "Ines")]
    assert desk.page.statement.composer.writing().is_empty
    desk.last("undo_made").take_back(desk.at.shop)
    desk.settle()
    assert not happenings.told(desk.at.shop.store, event)
    assert desk.page.statement.composer.writing().plain() == WORDS


def test_the_opening_for_everybody_has_the_crisis_parts_and_no_guess(desk: Desk) -> None:
    make(desk)
    composer = desk.page.statement.composer
    composer.start(1)
    desk.settle()
    said = composer.writing()
    assert [p.part.value for p in said.paragraphs if p.part] == ["hear", "own", "detail", "next", "next", "sign"]
    assert "Whatever the cause turns out to be" in said.plain()
    composer.press()
    desk.settle()
    assert QApplication.clipboard().text() != said.plain()
    assert composer.post_button.text() == f"Fill {len(said.blanks())} blanks to post"


def test_a_cause_nobody_knows_is_pointed_out_and_not_copied(desk: Desk) -> None:
    event = make(desk)
    next_in_an_hour(desk, event)
    QApplication.clipboard().setText("before")
    type_statement(desk, "It tastes of soap because the trays were left full of detergent. More at 11:28.")
    desk.page.statement.composer._pace.read_now()
    desk.settle()
    assert "Do you know that yet?" in desk.page.statement.findings.titles()
    desk.page.statement.composer.press()
    desk.settle()
    assert QApplication.clipboard().text() == "before"
    assert desk.page.trouble.text().startswith("Do you know that yet? You've named")
    desk.page.sheet.we_know.click()
    desk.settle()
    desk.page.statement.composer.press()
    desk.settle()
    assert QApplication.clipboard().text().startswith("It tastes of soap because")
    assert desk.page.sheet.why_not.text() == "Ines said so."


def test_a_helper_sees_who_decides_about_the_cause(desk: Desk) -> None:
    event = make(desk)
    shop = desk.at.shop
    tom = counter.add_person(shop, "Tom")
    counter.set_limits(shop, tom.id, Limits(may_answer_serious=False))
    counter.take_over(shop, tom.id)
    desk.page.show_event(event)
    desk.settle()
    assert not desk.page.sheet.we_know.isEnabled()
    assert desk.page.sheet.why_not.text() == "Ines decides this. Until then, name no cause."


def test_people_are_taken_out_and_put_in_from_the_page(desk: Desk) -> None:
    event = make(desk)
    late = desk.at.hear("Same here, the raisin loaf is soapy. Horrible.", "Zoe")
    desk.page.reload()
    desk.press(desk.page.people, "Put in")
    assert len(happenings.members(desk.at.shop.store, event)) == 8
    assert happenings.of_conversation(desk.at.shop.store, late) is not None
    desk.press(desk.page.people, "Take out")
    assert len(happenings.members(desk.at.shop.store, event)) == 7
    desk.last("undo_made").take_back(desk.at.shop)
    assert len(happenings.members(desk.at.shop.store, event)) == 8
    desk.press(desk.page.people, "Answer")
    assert desk.last("conversation_wanted") == happenings.members(desk.at.shop.store, event)[0].conversation


def test_in_an_event_too_words_that_were_taken_down_are_not_shown(desk: Desk) -> None:
    event = make(desk)
    who = happenings.members(desk.at.shop.store, event)[0]

    def said() -> str:
        return " ".join(row.accessibleName() for row in desk.page.people.findChildren(Panel) if row.isVisible())

    desk.settle()
    before = said().count(who.excerpt)
    assert who.excerpt and before
    desk.at.world.drop(desk.at.root(who.conversation))
    desk.at.collect()
    desk.page.reload()
    desk.settle()
    (gone,) = (one for one in happenings.members(desk.at.shop.store, event) if one.is_taken_down)
    assert (gone.conversation, gone.excerpt) == (who.conversation, "")
    assert said().count(who.excerpt) == before - 1 and said().count("They took this down.") == 1


def test_the_keyboard_stays_on_somebody_while_minutes_pass_and_others_come(desk: Desk) -> None:
    make(desk)
    desk.settle()
    links = desk.page.people.findChildren(LinkButton)
    link = next(one for one in links if one.isVisible() and one.text() == "Take out")
    name = link.accessibleName()
    link.setFocus()
    desk.at.clock.forward(minutes=7)
    desk.page.reload()
    desk.settle()
    assert desk.page.focusWidget() is link
    said = [row.accessibleName() for row in desk.page.people.findChildren(Panel)]
    assert any(one.startswith("Person 0, 35 min. ") for one in said), said
    desk.at.hear("Same here, the raisin loaf is soapy. Horrible.", "Zoe")
    desk.page.reload()
    desk.settle()
    now = desk.page.focusWidget()
    assert now is not None and now is not link and now.accessibleName() == name


def test_an_overdue_update_is_said_above_the_list_and_on_the_page(desk: Desk) -> None:
    event = make(desk)
    next_in_an_hour(desk, event)
    counter.told_everybody(desk.at.shop, event, Writing.typed(WORDS))
    desk.at.clock.forward(minutes=61)
    desk.bars.refresh()
    desk.page.reload()
    desk.settle()
    said = "You said you’d say more at 11:28. Even ‘nothing new yet’ counts."
    bar = desk.bars.bar(event)
    assert bar is not None and bar.text() == f"raisin loaf. {said}"
    assert not desk.page.bar.isHidden() and desk.page.bar.text() == said
    desk.press(desk.bars, "Write now")
    assert desk.last("event_wanted") == event


def test_closing_asks_for_last_words_and_names_who_has_no_ending(desk: Desk) -> None:
    event = make(desk)
    desk.page.header.close_event.click()
    desk.settle()
    closing = desk.page.closing
    assert not closing.isHidden() and closing.title.text() == "A last public update?"
    assert closing.rest.text() == "7 people’s own troubles have no ending yet. They stay on Complaints."
    closing.write.click()
    desk.settle()
    type_statement(desk, "It's over: everyone has their money back. Ask at the counter if you don't.")
    desk.page.statement.composer.press()
    desk.press(desk.page.statement.bar, "It’s posted")
    desk.page.statement.where.keep.click()
    desk.settle()
    one = happenings.by_id(desk.at.shop.store, event)
    assert one is not None and not one.is_open
    assert happenings.told(desk.at.shop.store, event)[0].next_at is None
    assert desk.page.header.close_event.text() == "Open it again"
    assert all(member.is_open for member in happenings.members(desk.at.shop.store, event))
    desk.page.header.close_event.click()
    desk.settle()
    one = happenings.by_id(desk.at.shop.store, event)
    assert one is not None and one.is_open


def test_without_any_event_the_page_says_when_there_would_be_one(desk: Desk) -> None:
    desk.page.show_event("")
    desk.settle()
    assert not desk.page.none.isHidden() and desk.page.room.isHidden()


def test_nothing_typed_is_lost_when_something_else_changes(desk: Desk) -> None:
    event = make(desk)
    QTest.keyClicks(desk.page.sheet.know, "Half a sen")
    desk.at.hear("Same here, the raisin loaf is soapy. Horrible.", "Zoe")
    counter.set_next_update(desk.at.shop, event, desk.at.clock.now() + timedelta(hours=2))
    desk.page.reload()
    desk.settle()
    assert desk.page.sheet.know.toPlainText() == "Half a sen"
    other, _ = counter.make_event(desk.at.shop, "Something else", [])
    desk.page.show_event(other)
    desk.settle()
    one = happenings.by_id(desk.at.shop.store, event)
    assert one is not None and one.know == "Half a sen"
    assert desk.page.sheet.know.toPlainText() == ""
