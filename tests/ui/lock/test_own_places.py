"""Two people, one window: each comes back to their own search, filters and place on every page, and sees nobody’s."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, insights, settings
from desktop.insights import Period
from desktop.records import Person
from tests.fixtures_shop import Counter, open_counter
from tests.ui.lock.test_lock_screen import end, start
from ui.session import Session
from ui.theme import Theme

PINS = {"Ines": "2468", "Tom": "13579"}


@dataclass
class Two:
    at: Counter
    people: dict[str, Person]
    session: Session

    @property
    def page(self) -> Any:
        return self.session.window.page()

    def go(self, page: str) -> Any:
        self.session.window.go(page)
        settle()
        return self.page

    def comes(self, name: str) -> None:
        """The window is locked, and opened by somebody with their PIN, by keys alone."""
        if not self.session.lock.is_locked:
            self._press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        screen = self.session.lock.screen
        assert screen is not None
        tiles = screen.tiles.tiles
        for _ in tiles:
            self._press(Qt.Key.Key_Left)
        for _ in range(list(PINS).index(name)):
            self._press(Qt.Key.Key_Right)
        for key in (*PINS[name], Qt.Key.Key_Return):
            self._press(key)
        assert not self.session.lock.is_locked and self.at.shop.me.name == name
        settle()

    def _press(self, key: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        window = self.session.window
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        QTest.keyClick(window.windowHandle(), key, modifiers)
        QApplication.processEvents()

    def opens_again(self) -> None:
        """The window closes, and another one opens on the same shop: locked."""
        end(self.session)
        self.at = open_counter(self.at.shop.folder, self.at.clock, self.at.world)
        self.session = start(self.at)
        assert self.session.lock.is_locked


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def two(at_counter: Counter, look: Theme) -> Iterator[Two]:
    """Ines is here, with Marta's complaint and Perpetua's question; Tom isn't."""
    shop, ines = at_counter.shop, at_counter.shop.me
    tom = counter.add_person(shop, "Tom", "Saturdays")
    at_counter.hear("The lemon tart was raw dough at the base.", who="Marta Kowalska")
    at_counter.hear("The bread was burnt, and nobody answered.", who="Omar B.")
    at_counter.hear("Could you keep two rye loaves for Sunday?", who="Perpetua L.")
    for one in (ines, tom):
        counter.set_pin(shop, one.id, PINS[one.name])
    made = Two(at_counter, {"Ines": ines, "Tom": tom}, start(at_counter))
    made.comes("Ines")
    yield made
    end(made.session)
    made.at.shop.close()


def test_the_board_is_filtered_for_who_filtered_it(two: Two) -> None:
    page = two.go("complaints")
    page.header.troubles._chosen("the wait")
    page.show_view("list")
    two.comes("Tom")
    page = two.go("complaints")
    assert page.view == "board" and page.header.board.isChecked()
    assert page.header.troubles.key == "" and page.header.troubles.text() == "Any trouble"
    assert len(page.board.cards()) == 2
    page.show_conversation(page.board.cards()[-1].id)
    chosen = page.chosen_id
    two.comes("Ines")
    assert two.page is page and page.view == "list" and page.header.list.isChecked()
    assert page.header.troubles.key == "the wait" and page.header.troubles.text() != "Any trouble"
    two.comes("Tom")
    assert page.view == "board" and page.chosen_id == chosen


def test_nobody_reads_what_another_searched_for_in_history(two: Two) -> None:
    page = two.go("history")
    page.look_for("bread OR lemon")
    settle()
    assert page.model.rowCount() == 2
    page.list.go_to(1)
    chosen = page.list.current_rid()
    two.comes("Tom")
    page = two.go("history")
    assert page.search.whole() == "" and page.search.text() == "" and page.model.rowCount() == 3
    page.look_for("rye")
    two.comes("Ines")
    assert two.page is page and page.search.whole() == "bread OR lemon"
    assert page.model.rowCount() == 2 and page.list.current_rid() == chosen
    two.comes("Tom")
    assert page.search.whole() == "rye" and page.model.rowCount() == 1


def test_insights_look_at_the_time_that_each_chose(two: Two) -> None:
    page = two.go("insights")
    usual = page.view
    year = insights.year(2025)
    page.look_at(year)
    page.compare_with(None)
    page.tables.click()
    two.comes("Tom")
    page = two.go("insights")
    assert page.view == usual and not page.tables.isChecked() and page.tables.text() == "Show as tables"
    page.compare_with(Period(date(2024, 1, 1), date(2024, 12, 31)))
    tom = page.view
    two.comes("Ines")
    assert page.view == insights.View(year) and page.tables.isChecked() and page.tables.text() == "Show as charts"
    two.comes("Tom")
    assert page.view == tom


def test_the_shop_book_opens_where_each_read_it(two: Two) -> None:
    page = two.go("shopbook")
    page.tabs.setCurrentIndex(4)
    two.comes("Tom")
    page = two.go("shopbook")
    assert page.tabs.currentIndex() == 0
    page.facts.search.setText("flour")
    two.comes("Ines")
    assert page.tabs.currentIndex() == 4 and page.facts.search.text() == ""
    two.comes("Tom")
    assert page.tabs.currentIndex() == 0 and page.facts.search.text() == "flour"


def test_people_show_whom_each_looked_at(two: Two) -> None:
    page = two.go("people")
    page.list.choose(two.people["Tom"].id)
    two.comes("Tom")
    page = two.go("people")
    assert page.list.key() == two.people["Tom"].id, "himself"
    page.list.choose(two.people["Ines"].id)
    two.comes("Ines")
    assert page.list.key() == two.people["Tom"].id
    two.comes("Tom")
    assert page.list.key() == two.people["Ines"].id


def test_places_are_there_the_next_day_also_of_pages_not_opened_meanwhile(two: Two) -> None:
    two.go("history").look_for("rye")
    two.go("complaints").show_view("list")
    two.opens_again()
    two.comes("Ines")
    assert two.session.window.page_key == "complaints" and two.page.view == "list"
    two.opens_again()
    two.comes("Ines")
    assert two.go("history").search.whole() == "rye", "kept on a day without a look at it"
    two.comes("Tom")
    assert two.go("history").search.whole() == ""


@pytest.mark.parametrize("kept", [
    {"page": 7, "history": "rye", "complaints": {"view": 3, "person": ["x"]}, "shopbook": {"part": "a"}},
    {"page": "insights", "insights": {"period": ["2025-13-01", 4], "before": "x"}, "inbox": [], "people": 3},
    {"insights": {"period": ["2025-12-31", "2025-01-01"]}, "shopbook": {"part": 99}, "event": {"event": 5}},
])  # fmt: skip
def test_a_place_that_makes_no_sense_is_the_beginning(two: Two, kept: dict[str, object]) -> None:
    for page in ("history", "complaints", "shopbook", "insights", "people"):
        two.go(page)
    settings.put(two.at.shop.store, settings.PLACE, kept, person=two.people["Tom"].id)
    usual = two.go("insights").view
    two.comes("Tom")
    assert two.session.window.page_key in ("inbox", "insights")
    assert two.go("complaints").view == "board"
    assert two.go("insights").view._replace(before=usual.before) == usual
    assert two.go("shopbook").tabs.currentIndex() == 0
    assert two.go("history").search.whole() == ""


def test_the_keys_that_are_told_are_those_of_who_is_here(two: Two) -> None:
    shop, window = two.at.shop, two.session.window
    settings.put(shop.store, settings.KEYS, {"N": "W", "C": "Z"}, person=two.people["Ines"].id)
    two.comes("Tom")
    two.comes("Ines")
    view = two.go("inbox").view
    window.open_conversation(two.at.shop.store.value("select id from conversations limit 1"))
    settle()
    assert view.header.note.toolTip() == "Note to the team (W)"
    assert view.header.kind.toolTip().startswith("Change the kind (Z).")
    two.go("people")
    assert window.status._hint.text() == "W add a person"
    two.comes("Tom")
    two.go("people")
    settle()
    assert window.status._hint.text() == "Only Ines can change this page"
    two.comes("Ines")
    settle()
    assert window.status._hint.text() == "W add a person"
    two.go("inbox")
    view.window_.keys = {}
    window.bridge.settings_changed.emit(settings.KEYS.key)
    assert view.header.note.toolTip() == "Note to the team (N)"
    assert view.header.kind.toolTip().startswith("Change the kind (C).")
    two.go("people")
    assert window.status._hint.text() == "N add a person"
    window.bridge.keys = {"N": "W"}
    window.bridge.settings_changed.emit(settings.KEYS.key)
    assert window.status._hint.text() == "W add a person", "while the page is shown"
