"""Everything on one page; limits, aims, closures and public holidays: whose they are, and that each can be undone."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import counter, history, people, shopbook
from desktop.records import BOUNDS, Aims, Person, PlaceAims, Value, Voice
from tests.fixtures_shop import Counter
from tests.ui.shopbook.test_shop_book_page import (
    EVERYTHING,
    FACTS,
    FRIDAY,
    HOURS,
    LIMITS,
    SATURDAY,
    STAND,
    VOICE,
    Book,
    told,
)
from ui.background import AtOnce
from ui.people.page import PeoplePage
from ui.shopbook.limits import LimitsGrid
from ui.theme import Theme
from ui.widgets.switch import AskOrYes, Money
from ui.widgets.wrap import WrapLabel

__all__ = ["told"]  # a fixture of the page's own tests


@pytest.fixture
def book(told: Counter, look: Theme, qtbot: QtBot) -> Book:
    counter.put_voice(told.shop, Voice("Short. First names.", ("We burnt it.",), ("Valued customer",)))
    counter.put_values(told.shop, (Value("Nobody leaves hungry"), Value("Bread for the shelter", False)))
    return Book(told, qtbot)


@pytest.fixture
def tom(told: Counter) -> Person:
    made = counter.add_person(told.shop, "Tom")
    counter.set_limits(told.shop, made.id, people.CAREFUL._replace(money_up_to=30.0, may_deliver=True))
    return made


def said(widget: object) -> str:
    """All words a person reads in there."""
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(WrapLabel) if label.isVisibleTo(widget))  # type: ignore[attr-defined]


# --- everything ------------------------------------------------------------------------------------------------


def test_the_tabs_are_the_designs(book: Book) -> None:
    assert [book.page.tabs.tabText(at) for at in range(book.page.tabs.count())] == [
        "Everything",
        "Facts 3",
        "Voice",
        "What we stand for",
        "Promises and limits",
        "Hours and closures",
    ]
    assert book.page.tabs.currentIndex() == EVERYTHING


def test_everything_shows_the_whole_book(tom: Person, book: Book) -> None:
    page = book.page
    assert page.overview.isVisible() and len(book.titles()) == 3
    rest = said(page.overview)
    for words in ("“We burnt it.”", "“Valued customer”", "Nobody leaves hungry", "Answer in public"):
        assert words in rest
    assert "Bread for the shelter. Don’t mention it in answers to complaints." in rest
    assert "Our aims. First answer in 2 opening hours. A visible ending in 7 days." in rest
    assert "Monday  closed" in rest and "Tuesday to Sunday  7:00 – 16:00" in rest
    page.tabs.setCurrentIndex(FACTS)
    assert not page.overview.isVisible() and page.facts.isVisible()


def test_one_search_looks_through_all_of_it(tom: Person, book: Book) -> None:
    page = book.page
    page.start_search()
    QTest.keyClicks(page.facts.search, "burnt")
    assert book.titles() == [] and [part.isVisible() for part in page.overview.parts()] == [
        False,
        True,
        False,
        False,
    ]
    page.facts.search.clear()
    QTest.keyClicks(page.facts.search, "rye")
    assert book.titles() == ["Seeded rye"] and page.overview.count() == 0
    page.facts.search.clear()
    QTest.keyClicks(page.facts.search, "sunday 16:00")
    assert page.overview.hours.isVisible() and page.overview.count() == 1


@pytest.mark.parametrize(
    ("part", "tab"), [("limits", LIMITS), ("voice", VOICE), ("stand", STAND), ("hours", HOURS)]
)
def test_each_part_is_changed_where_its_tab_is(tom: Person, book: Book, part: str, tab: int) -> None:
    link = getattr(book.page.overview, part).link
    assert link.text() == "Change"
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert book.page.tabs.currentIndex() == tab


def test_a_helper_is_told_what_they_can_and_cant(tom: Person, book: Book) -> None:
    book.at.shop.set_person(tom)
    book.page.shown()
    overview = book.page.overview
    assert [part.link.text() for part in overview.parts()] == ["Open", "Open", "Open", "Change"]
    book.page.tabs.setFocus()
    assert book.page.key_hint() == "Everyone can read and suggest. Only Ines can change limits."


# --- limits ----------------------------------------------------------------------------------------------------


def cell(grid: LimitsGrid, person: Person, thing: str) -> AskOrYes:
    found = grid.cells[person.id, thing]
    assert isinstance(found, AskOrYes)
    return found


def test_every_limit_there_is_has_a_line(tom: Person, book: Book) -> None:
    grid = book.page.limits.grid
    assert {thing for _, thing in grid.cells} == set(BOUNDS)
    assert {person for person, _ in grid.cells} == {tom.id, book.at.shop.me.id}


def test_what_the_shop_book_sets_people_shows_and_the_other_way(tom: Person, book: Book, qtbot: QtBot) -> None:
    shop, grid = book.at.shop, book.page.limits.grid
    others = PeoplePage(shop, AtOnce(shop.changes), book.window)
    qtbot.addWidget(others)
    others.show()
    others.list.choose(tom.id)
    others.show_person(tom.id)
    book.page.tabs.setCurrentIndex(LIMITS)
    cause = cell(grid, tom, "may_name_cause")
    cause.setFocus()
    QTest.keyClick(cause, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert people.limits(book.store, tom.id).may_name_cause
    assert others.details.limits is not None and others.details.limits.switches["may_name_cause"].isChecked()
    assert cell(grid, tom, "may_name_cause") is cause, "the keyboard stays where it was"
    told_of = [event for event in history.of(book.store, tom.id) if event.kind == "limits"][-1]
    assert told_of.person == shop.me.id and told_of.body == {"may_name_cause": True}
    book.undo()
    assert not cause.isChecked() and not people.limits(book.store, tom.id).may_name_cause
    others.details.limits.switches["may_replace"].click()
    QApplication.processEvents()
    assert cell(grid, tom, "may_replace").isChecked()


def test_money_is_an_amount_or_ask_first(tom: Person, book: Book) -> None:
    money = book.page.limits.grid.cells[tom.id, "money_up_to"]
    assert isinstance(money, Money) and money.text() == "up to €30"
    money.setValue(60)
    assert people.limits(book.store, tom.id).money_up_to == 60.0
    money.setValue(0)
    assert money.text() == "Ask first"


def test_a_helper_reads_the_limits_and_changes_none(tom: Person, book: Book) -> None:
    book.at.shop.set_person(tom)
    book.page.shown()
    page = book.page.limits
    assert not page.findChildren(AskOrYes) or not any(one.isVisibleTo(page) for one in page.findChildren(AskOrYes))
    shown = {thing: page.grid.cells[tom.id, thing].accessibleName() for thing in BOUNDS}
    assert (shown["money_up_to"], shown["may_deliver"], shown["may_hide"]) == ("up to €30", "Yes", "Ask first")
    assert page.only.isVisibleTo(page) and page.only.text() == "Only Ines can change limits."


def test_a_shop_without_helpers_is_sent_to_people(book: Book) -> None:
    wanted: list[object] = []
    book.window.page_wanted.connect(wanted.append)
    page = book.page.limits
    assert page.empty.isVisibleTo(page) and not page.panel.isVisibleTo(page)
    page.empty.buttons[0].click()
    assert wanted == ["people"]


# --- aims ------------------------------------------------------------------------------------------------------


def test_the_aims_are_set_and_undone(book: Book) -> None:
    aims = book.page.stand.aims
    book.page.tabs.setCurrentIndex(STAND)
    aims.hours.setFocus()
    aims.hours.selectAll()
    QTest.keyClicks(aims.hours, "4")
    QTest.keyClick(aims.hours, Qt.Key.Key_Return)
    assert counter.aims(book.at.shop) == Aims(4, 7)
    assert "First answer in 4 opening hours." in said(book.page.overview) or not book.page.overview.isVisible()
    book.undo()
    assert counter.aims(book.at.shop) == Aims(2, 7) and aims.hours.value() == 2


def test_steps_of_the_arrows_are_one_change(book: Book, qtbot: QtBot) -> None:
    aims, before = book.page.stand.aims, len(book.undos)
    book.page.tabs.setCurrentIndex(STAND)
    aims.days.setFocus()
    for _ in range(3):
        QTest.keyClick(aims.days, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: counter.aims(book.at.shop) == Aims(2, 10))
    assert len(book.undos) == before + 1


def offered(book: Book) -> dict[str, QAction]:
    """The places that can be given other aims."""
    aims = book.page.stand.aims
    menu = aims.add.menu()
    return {one.text(): one for one in menu.actions()} if menu is not None and aims.add.isVisibleTo(aims) else {}


def test_a_place_gets_aims_of_its_own_and_loses_them_again(book: Book) -> None:
    aims = book.page.stand.aims
    book.page.tabs.setCurrentIndex(STAND)
    assert list(offered(book)) == ["Facebook", "Google"] and aims.places == []
    offered(book)["Google"].trigger()
    QApplication.processEvents()
    assert counter.aims(book.at.shop) == Aims(2, 7, (PlaceAims("google", 2, 7),))
    (row,) = aims.places
    assert row.isVisible() and row.hours.hasFocus() and list(offered(book)) == ["Facebook"]
    assert row.hours.accessibleName() == "Google. First answer in … opening hours"
    row.hours.selectAll()
    QTest.keyClicks(row.hours, "5")
    QTest.keyClick(row.hours, Qt.Key.Key_Return)
    assert counter.aims(book.at.shop) == Aims(2, 7, (PlaceAims("google", 5, 7),))
    aims.days.setFocus()
    order = list[QWidget]()
    for _ in range(4):
        QTest.keyClick(book.page.focusWidget(), Qt.Key.Key_Tab)
        order.append(book.page.focusWidget())
    assert order == [row.hours, row.days, row.remove, aims.add], "Tab goes from top to bottom"
    assert aims.places == [row], "the row with the keyboard stays the same one"
    book.page.tabs.setCurrentIndex(EVERYTHING)
    line = "Our aims. First answer in 2 opening hours. A visible ending in 7 days. Google: 5 opening hours, 7 days."
    assert line in said(book.page.overview)
    book.page.tabs.setCurrentIndex(STAND)
    book.undo()
    assert counter.aims(book.at.shop).places == (PlaceAims("google", 2, 7),) and row.hours.value() == 2
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert counter.aims(book.at.shop) == Aims(2, 7) and aims.places == []
    assert list(offered(book)) == ["Facebook", "Google"]


def test_a_helper_cant_change_the_aims(tom: Person, book: Book) -> None:
    counter.put_aims(book.at.shop, Aims(2, 7, (PlaceAims("google", 5, 7),)))
    book.at.shop.set_person(tom)
    book.page.shown()
    aims = book.page.stand.aims
    assert not aims.hours.isEnabled() and not aims.days.isEnabled()
    (row,) = aims.places
    assert not row.hours.isEnabled() and not row.remove.isVisibleTo(aims) and offered(book) == {}


# --- hours and closures ----------------------------------------------------------------------------------------


def test_a_bar_closes_after_midnight_and_says_so(book: Book) -> None:
    row = book.page.hours.days[FRIDAY]
    book.page.tabs.setCurrentIndex(HOURS)
    for field, text in ((row.opens, "18"), (row.closes, "2")):
        field.setFocus()
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert shopbook.opening(book.store).spans[FRIDAY] == ((time(18), time(2)),)
    assert row.more.text() == "the next day" and row.closes.text() == "2:00"


def test_a_night_that_runs_into_the_next_opening_is_refused(book: Book) -> None:
    row, before = book.page.hours.days[FRIDAY], shopbook.opening(book.store)
    row.opens.setText("20:00")
    row.closes.setText("8:00")  # Saturday opens at seven
    troubles: list[object] = []
    book.window.trouble_found.connect(troubles.append)
    QTest.keyClick(row.closes, Qt.Key.Key_Return)
    assert shopbook.opening(book.store) == before
    assert row.trouble.isVisibleTo(row.trouble.parentWidget()) and "overlap" in row.trouble.text()
    assert row.opens.text() == "20:00"


def test_several_days_are_one_closure_with_one_undo(book: Book) -> None:
    closures = book.page.hours.closures
    book.page.tabs.setCurrentIndex(HOURS)
    closures.day.setFocus()
    QTest.keyClicks(closures.day, "24 to 28 June")
    QTest.keyClicks(closures.note, "Summer holiday")
    QTest.keyClick(closures.note, Qt.Key.Key_Return)
    shut = {date(2025, 6, 24) + timedelta(days=n): "Summer holiday" for n in range(5)}
    assert shopbook.opening(book.store).closures == shut
    assert "24 to 28 June  Summer holiday" in said(closures)
    event = [one for one in history.of(book.store, "shop") if one.kind == "closure"][-1]
    assert event.person == book.at.shop.me.id and len(event.body["days"]) == 5  # type: ignore[arg-type]
    book.undo()
    assert shopbook.opening(book.store).closures == {}
    counter.put_closures(book.at.shop, shut)
    closures.gone.emit(list(shut))
    assert shopbook.opening(book.store).closures == {} and book.toasts[-1].undo
    book.undo()
    assert shopbook.opening(book.store).closures == shut


def test_closing_a_day_that_was_closed_comes_back_with_its_old_note(book: Book) -> None:
    shop, day = book.at.shop, date(2025, 6, 24)
    counter.put_closures(shop, {day: "Stocktaking"})
    undo = counter.put_closures(shop, {day: "A funeral", date(2025, 6, 25): "A funeral"})
    undo.take_back(shop)
    assert shopbook.opening(shop.store).closures == {day: "Stocktaking"}


def test_public_holidays_are_picked_and_nothing_is_added_by_itself(book: Book, qtbot: QtBot) -> None:
    counter.put_closures(book.at.shop, {date(2025, 12, 26): "Family"})
    book.page.tabs.setCurrentIndex(HOURS)
    book.page.hours.closures.holidays.click()
    dialog = book.page.picking
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.choose("GB")
    dialog.region.setCurrentIndex(dialog.region.findData("ENG"))
    assert dialog.windowTitle() == "Add the public holidays of England, 2025"
    texts = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert "Thursday 25 December  Christmas Day" in texts and not any("January" in text for text in texts)
    assert "Friday 26 December  Boxing Day (closed already)" in texts
    assert not dialog.go.isEnabled() and len(shopbook.opening(book.store).closures) == 1
    christmas = next(item for item in dialog.items() if "Christmas" in item.text())
    dialog.list.setCurrentItem(christmas)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.go.text() == "Add 1 closed day"
    dialog.go.click()
    shut = {date(2025, 12, 25): "Christmas Day", date(2025, 12, 26): "Family"}
    assert shopbook.opening(book.store).closures == shut
    book.undo()
    assert shopbook.opening(book.store).closures == {date(2025, 12, 26): "Family"}


def test_picking_all_takes_a_whole_year_and_cancel_none(book: Book, qtbot: QtBot) -> None:
    book.page.pick_holidays()
    dialog = book.page.picking
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.choose("DE")
    dialog.year.setCurrentIndex(1)
    dialog.every.click()
    assert dialog.go.text() == "Add 9 closed days"
    dialog.cancel.click()
    QApplication.processEvents()
    assert shopbook.opening(book.store).closures == {}


def test_a_day_row_shows_midnight_as_the_end_of_the_day(book: Book) -> None:
    row = book.page.hours.days[SATURDAY]
    row.opens.setText("12")
    row.closes.setText("24")
    QTest.keyClick(row.closes, Qt.Key.Key_Return)
    assert shopbook.opening(book.store).spans[SATURDAY] == ((time(12), time(0)),)
    assert row.closes.text() == "24:00" and row.more.text() == ""
