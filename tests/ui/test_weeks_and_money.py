"""Where a week begins and which currency it is, wherever the window shows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import counter, insights, people, settings, shopbook
from desktop.language import money
from tests.fixtures_shop import Counter
from tests.insights_year import live_it
from ui import languages, moments, tab_order, weeks
from ui.background import AtOnce
from ui.by_hand.dialog import AddByHandDialog
from ui.complaints.week_dialog import WeekDialog
from ui.insights.busy import BusyChart
from ui.insights.page import InsightsPage
from ui.moments import tr
from ui.opening import DAYS, week_lines
from ui.people.page import PeoplePage
from ui.shopbook.page import ShopBookPage
from ui.theme import Theme
from ui.widgets.switch import Money
from ui.window import Window


@pytest.fixture(autouse=True)
def on_monday() -> Iterator[None]:
    yield
    weeks.begin_on(0)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    languages.use("de")
    yield
    languages.use("en")
    QLocale.setDefault(before)


def choose(at: Counter, window: Window, day: str) -> None:
    """As Settings does."""
    settings.put(at.shop.store, settings.WEEK_START, day)
    weeks.begin_on(settings.first_weekday(at.shop.store))
    window.settings_changed.emit(settings.WEEK_START.key)


# ---- weeks -----------------------------------------------------------------------------------------------


def test_the_days_stand_from_the_first_of_the_week() -> None:
    assert weeks.days() == (0, 1, 2, 3, 4, 5, 6)
    weeks.begin_on(6)
    assert weeks.days() == (6, 0, 1, 2, 3, 4, 5)


def test_a_calendar_to_choose_from_begins_with_it(qtbot: QtBot) -> None:
    weeks.begin_on(5)
    edit = QDateTimeEdit()
    qtbot.addWidget(edit)
    weeks.dress(edit, "d MMMM yyyy")
    assert edit.calendarPopup() and edit.calendarWidget().firstDayOfWeek() is Qt.DayOfWeek.Saturday


def test_adding_by_hand_has_such_a_calendar(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    weeks.begin_on(6)
    dialog = AddByHandDialog(at_counter.shop, AtOnce(at_counter.shop.changes))
    qtbot.addWidget(dialog)
    assert dialog.at.calendarWidget().firstDayOfWeek() is Qt.DayOfWeek.Sunday


def test_the_hours_of_the_shop_book_stand_in_its_order(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    window = Window()
    page = ShopBookPage(at_counter.shop, AtOnce(at_counter.shop.changes), window)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    page.show()
    choose(at_counter, window, "sunday")
    page.shown()
    QApplication.processEvents()
    rows = sorted(page.hours.days, key=lambda row: row.name.mapTo(page.hours.body, row.name.rect().topLeft()).y())
    assert [row.weekday for row in rows] == [6, 0, 1, 2, 3, 4, 5]
    assert page.hours.days[0].name.text() == "Monday", "who asks for a day gets that day"


@pytest.mark.parametrize(("day", "first"), [("sunday", 6), ("saturday", 5), ("monday", 0)])
def test_tab_and_a_screen_reader_go_through_the_hours_as_they_stand(
    at_counter: Counter, look: Theme, qtbot: QtBot, day: str, first: int
) -> None:
    window, shop = Window(), at_counter.shop
    with shop.store.writing():
        shopbook.put_hours(shop.store, [(day, "07:00", "16:00") for day in range(7)])
    page = ShopBookPage(shop, AtOnce(shop.changes), window)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    page.show()
    for one in ("saturday", day):  # also back again
        choose(at_counter, window, one)
        QApplication.processEvents()
    names = [tr(DAYS[(first + at) % 7]) for at in range(7)]
    wanted = [f"{name}: {what}" for name in names for what in ("opens", "closes", "closed")]
    assert [stop.accessibleName() for stop in tab_order.stops(page.hours)][:21] == wanted
    told = _told(page.hours.week_panel)
    assert told[:3] == ["Opening hours", "Opens", "Closes"]
    assert told[3:38] == [words for name in names for words in (name, *_of(name))]


def _of(day: str) -> tuple[str, ...]:
    return f"{day}: opens", "–", f"{day}: closes", f"{day}: closed"


def _told(widget: QWidget) -> list[str]:
    """What a screen reader meets in it, in its order."""
    one = QAccessible.queryAccessibleInterface(widget)
    inside = [one.child(at) for at in range(one.childCount())]
    return [said for child in inside if child is not None and (said := child.text(QAccessible.Text.Name))]


def test_the_lines_of_a_week_begin_with_it(at_counter: Counter) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(1, 7)])
    opening = shopbook.opening(at_counter.shop.store)
    assert [days for days, _ in week_lines(opening)] == ["Monday", "Tuesday to Sunday"]
    weeks.begin_on(6)
    assert [days for days, _ in week_lines(opening)] == ["Sunday", "Monday", "Tuesday to Saturday"]


def test_insights_chart_and_table_begin_with_it(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    live_it(at_counter)
    window = Window()
    page = InsightsPage(at_counter.shop, AtOnce(at_counter.shop.changes), window)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.look_at(insights.year(2025))
    QApplication.processEvents()
    card = page.cards["busy"]
    chart = card.chart
    assert isinstance(chart, BusyChart)

    def said() -> tuple[list[str], list[str]]:
        for _ in range(2):  # as tables, and as charts again
            page.tables.click()
            QApplication.processEvents()
        items = [card.table.horizontalHeaderItem(at) for at in range(card.table.columnCount())]
        heads = [item.text() for item in items if item is not None]
        marks = sorted(chart.marks, key=lambda mark: (mark.box.top(), mark.box.left()))
        return heads[1:3], list(dict.fromkeys(mark.said.partition(",")[0] for mark in marks))

    heads, rows = said()
    assert heads == ["Mon", "Tue"]
    week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert rows == [day for day in week if day in rows] and len(rows) > 2
    choose(at_counter, window, "sunday")
    QApplication.processEvents()
    chart.grab()
    heads, rows = said()
    assert heads == ["Sun", "Mon"]
    assert rows == [day for day in (week[-1], *week[:-1]) if day in rows]


def test_the_week_to_print_begins_with_it(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    dialog = WeekDialog(at_counter.clock, 6)
    qtbot.addWidget(dialog)
    chosen = [dialog.week.itemData(row).first for row in range(3)]
    assert chosen == [date(2025, 6, 1), date(2025, 6, 8), date(2025, 5, 25)]


# ---- money -----------------------------------------------------------------------------------------------


def test_letters_keep_a_space_from_the_amount() -> None:
    assert [money.shown(value, "CHF") for value in (30, 12.5)] == ["CHF\u00a030", "CHF\u00a012.50"]
    assert money.shown(1200, "£") == "£1,200" == moments.money(1200, "£")


def test_german_writes_the_amount_first(german: None) -> None:
    assert moments.money(30, "€") == "30\u00a0€"
    assert moments.money(1200.5, "kr") == "1.200,50\u00a0kr"


def test_another_currency_is_shown_wherever_limits_are(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    shop = at_counter.shop
    tom = counter.add_person(shop, "Tom")
    counter.set_limits(shop, tom.id, people.CAREFUL._replace(money_up_to=30.0))
    runner, window = AtOnce(shop.changes), Window()
    page, book = PeoplePage(shop, runner, window), ShopBookPage(shop, runner, window)
    for one in (page, book):
        qtbot.addWidget(one)
        one.resize(1100, 700)
        one.show()
    page.reload()
    page.list.choose(tom.id)
    page.show_person(tom.id)
    assert page.details.limits is not None and page.details.limits.money.text() == "€30"
    settings.put(shop.store, settings.CURRENCY, "CHF")
    page.reload()
    QApplication.processEvents()
    assert page.details.limits.money.text() == "CHF\u00a030"
    book.shown()
    cell = book.limits.grid.cells[tom.id, "money_up_to"]
    assert isinstance(cell, Money) and cell.text() == "up to CHF\u00a030"
