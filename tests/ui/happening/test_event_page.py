"""Many people write about one thing: the bar asks, the event is made, known, told and closed in the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, happenings
from tests.desktop.test_happenings import say_all
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.event_bars import EventBars
from ui.happening.page import EventPage
from ui.theme import Theme
from ui.widgets.buttons import LinkButton
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
