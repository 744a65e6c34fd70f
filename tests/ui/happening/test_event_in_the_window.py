"""An event in the whole window: found by its name, told in the status bar, taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, happenings
from tests.desktop.test_happenings import say_all
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.happening.page import EventPage
from ui.session import Session
from ui.theme import Theme
from ui.widgets.buttons import LinkButton


@pytest.fixture
def session(at_counter: Counter, look: Theme) -> Iterator[Session]:
    say_all(at_counter)
    made = Session(at_counter.shop, AtOnce(at_counter.shop.changes))
    made.show()
    settle()
    yield made
    made.window.close_for_good()
    made.window.deleteLater()
    QApplication.processEvents()


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def make(session: Session) -> str:
    shared = counter.shared_thing(session.shop)
    assert shared is not None
    return counter.make_event(session.shop, "Raisin loaf", shared.ids, shared.key)[0]


def test_the_bar_in_the_inbox_makes_an_event_and_ctrl_z_takes_it_back(session: Session) -> None:
    inbox = session.window.page()
    bars = inbox.events  # type: ignore[union-attr]
    link = next(one for one in bars.findChildren(LinkButton) if one.text() == "Make an event")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle()
    assert isinstance(session.window.page(), EventPage)
    assert "Event: raisin loaf" in session.window.windowTitle()
    assert len(happenings.open_ones(session.shop.store)) == 1
    session.window.undo()
    settle()
    assert not happenings.open_ones(session.shop.store)


def test_events_are_found_among_what_can_be_done(session: Session) -> None:
    make(session)
    found = [one for one in session.actions.menus["Shop"].actions() if one.text() == "Events"]
    found[0].trigger()
    settle()
    page = session.window.page()
    assert isinstance(page, EventPage) and page.known is not None and page.known.one.name == "Raisin loaf"


def test_the_status_bar_tells_the_next_update_and_leads_there(session: Session) -> None:
    event = make(session)
    counter.set_next_update(session.shop, event, session.shop.clock.now() + timedelta(minutes=30))
    settle()
    assert session.window.status.promise.text() == "Next promise: Raisin loaf, today 10:58"
    session.window.status.promise.click()
    settle()
    assert isinstance(session.window.page(), EventPage)


def test_the_way_back_from_a_person_in_it_is_one_press(session: Session) -> None:
    event = make(session)
    session.window.open_event(event)
    settle()
    page = session.window.page()
    assert isinstance(page, EventPage)
    link = next(one for one in page.people.findChildren(LinkButton) if one.text() == "Answer")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle()
    view = session.window.page().view.build()  # type: ignore[union-attr]
    assert view.top_bars.text("event") == "In the event ‘Raisin loaf’. Name no cause yet."
    view.acts.by_name["event"].trigger()
    settle()
    assert session.window.page() is page
