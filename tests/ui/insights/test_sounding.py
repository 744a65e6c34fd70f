"""How replies sound: shares and phrases on their card, what rests, who sees whose figures."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import counter, insights
from desktop.insights import Period
from desktop.records import Person
from desktop.searching import Asking, find, parse
from tests import printed, replies_year
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.insights.page import InsightsPage
from ui.theme import Theme
from ui.window import Toast, Window

SECOND_HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
Open = Callable[[], InsightsPage]


@pytest.fixture
def told() -> list[Toast]:
    return []


@pytest.fixture
def undone() -> list[counter.Undo]:
    """What can be taken back."""
    return []


@pytest.fixture
def asked() -> list[str]:
    """What the page asks History for."""
    return []


@pytest.fixture
def open_page(
    at_counter: Counter,
    qtbot: QtBot,
    look: Theme,
    asked: list[str],
    told: list[Toast],
    undone: list[counter.Undo],
) -> Iterator[Open]:
    runner, window = AtOnce(at_counter.shop.changes), Window()
    window.search_wanted.connect(asked.append)
    window.toast_wanted.connect(told.append)
    window.undo_made.connect(undone.append)

    def make() -> InsightsPage:
        page = InsightsPage(at_counter.shop, runner, window)
        qtbot.addWidget(page)
        page.resize(1100, 900)
        page.show()
        page.look_at(SECOND_HALF)
        settle()
        return page

    yield make
    runner.close()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def behind(at: Counter, query: str) -> int:
    return len(find(at.shop.store, parse(query), Asking(at.clock)).rids)


def rows(page: InsightsPage) -> list[list[str]]:
    card = page.cards["sounding"]
    card.show_as_table(True)
    table = card.table
    found = range(table.rowCount())
    cells = ([table.item(row, column) for column in range(table.columnCount())] for row in found)
    return [[item.text() if item else "" for item in row] for row in cells]


def test_the_card_says_whose_words_these_are(at_counter: Counter, open_page: Open, asked: list[str]) -> None:
    replies_year.live_it(at_counter)
    page = open_page()
    card = page.cards["sounding"]
    assert card.title.text() == "Replies sound more like you than in Jan 2025 to June 2025"
    assert card.sub.text() == "Share of each reply in the writer’s own words. 25 public replies."
    assert card.title.text() in card.chart.accessibleDescription()
    marks = card.chart.marks
    assert [mark.said for mark in marks[:2]] == ["Ines: 75%, was 50%, 21 replies", "Priya: 4 replies so far"]
    assert rows(page)[:3] == [["Ines", "75%", "50%", "21"], ["Priya", "", "", "4"], ["Everyone", "71%", "47%", "25"]]
    for mark in marks:
        asked.clear()
        QTest.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint())
        assert asked == [mark.query], mark
        number = int("".join(filter(str.isdigit, mark.said.removesuffix(" so far").split(" ")[-2])))
        assert behind(at_counter, mark.query) == number > 0, mark
    page.resize(520, 700)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert all(card.chart.rect().adjusted(-1, -1, 1, 1).toRectF().contains(mark.box) for mark in card.chart.marks)


def test_phrases_lead_to_their_replies_and_rest_for_a_month(
    at_counter: Counter, open_page: Open, asked: list[str], told: list[Toast], undone: list[counter.Undo]
) -> None:
    replies_year.live_it(at_counter)
    page = open_page()
    leaned = page.phrases.rows[1]
    assert (leaned.words.text(), leaned.told.text()) == (f"“{replies_year.LEANED_ON}”", "9 replies")
    leaned.words.click()
    assert [behind(at_counter, query) for query in asked] == [replies_year.LEAN]
    at_counter.clock.set(at_counter.clock.now().replace(year=2026, month=1, day=5))
    page.phrases.all.setFocus()
    QTest.keyClick(page.phrases.all, Qt.Key.Key_Return)
    settle()
    assert told[-1].text == "2 wordings rest till 5 February" and told[-1].undo
    assert [row.told.text() for row in page.phrases.rows] == ["resting till 5 February"] * 2
    assert not page.phrases.all.isVisible()
    assert ["“our mistake, not bad luck”", "resting till 5 February", "", "9"] in rows(page)
    leaned = page.phrases.rows[1]
    assert leaned.button.accessibleName() == "Rest over: “our mistake, not bad luck”"
    leaned.button.click()
    settle()
    assert told[-1].text == "“our mistake, not bad luck” may be used again"
    assert [row.told.text() for row in page.phrases.rows] == ["resting till 5 February", "9 replies"]
    undone[1].take_back(at_counter.shop)
    assert len(counter.resting_phrases(at_counter.shop)) == 2
    undone[0].take_back(at_counter.shop)
    assert not counter.resting_phrases(at_counter.shop)


def test_a_single_phrase_rests_and_its_time_is_over_by_itself(at_counter: Counter, open_page: Open) -> None:
    replies_year.live_it(at_counter)
    page = open_page()
    page.phrases.rows[1].button.click()
    settle()
    assert [one.phrase for one in counter.resting_phrases(at_counter.shop)] == [replies_year.LEANED_ON]
    at_counter.clock.forward(days=32)
    page.reload()
    settle()
    assert [row.told.text() for row in page.phrases.rows] == ["25 replies", "9 replies"]


def test_each_sees_their_own_figures_and_the_owner_all(at_counter: Counter, open_page: Open) -> None:
    here = replies_year.live_it(at_counter)
    page = open_page()
    assert names(page) == ["Ines", "Priya", "Everyone"]
    for who, seen in ((here["Priya"], ["Priya", "Everyone"]), (here["Ines"], ["Ines", "Priya", "Everyone"])):
        switch(at_counter, who)
        settle()
        assert names(page) == seen
    switch(at_counter, counter.add_person(at_counter.shop, "Tom"))
    settle()
    assert names(page) == ["Everyone"]


def names(page: InsightsPage) -> list[str]:
    return [row[0] for row in rows(page) if row[0] in ("Ines", "Priya", "Tom", "Everyone")]


def switch(at: Counter, person: Person) -> None:
    at.shop.set_person(person)


def test_a_file_names_people_only_where_they_are_wanted(
    at_counter: Counter, open_page: Open, tmp_path: Path
) -> None:
    replies_year.live_it(at_counter)
    page = open_page()
    page.exporting.ask_for_file = lambda kind: str(tmp_path / f"made.{kind}")
    page.exporting.begin("csv")
    page.exporting.begin("pdf")
    text = (tmp_path / "made.csv").read_text("utf-8-sig")
    made = list(csv.reader(text.splitlines()))
    assert ["Everyone", "71%", "47%", "25"] in made and ["“our mistake, not bad luck”", "", "", "9"] in made
    pages = printed.pages(tmp_path / "made.pdf")
    assert printed.bare("our mistake, not bad luck") in printed.bare(pages[4])
    assert not any(name in printed.bare(one) for one in (*pages, text) for name in ("Ines", "Priya"))
    page.exporting.no_names.trigger()
    page.exporting.begin("csv")
    assert "Ines,75%,50%,21" in (tmp_path / "made.csv").read_text("utf-8-sig")


def test_a_phrase_that_names_somebody_and_the_shops_own_name_stay_out_of_a_file_without_names(
    at_counter: Counter, open_page: Open, tmp_path: Path
) -> None:
    replies_year.live_it(at_counter)
    one = at_counter.hear("You were all so kind to us.", "Gretchen Vogel")
    for number in range(6):
        answered = one if not number else at_counter.hear(f"Thank you {number} times.", f"friend {number}")
        at_counter.answer(answered, f"{number} times our warmest wishes to Gretchen Vogel.")
    page = open_page()
    page.look_at(insights.year(2025) if at_counter.clock.now().year == 2025 else insights.last_months(at_counter.clock))
    settle()
    page.exporting.ask_for_file = lambda kind: str(tmp_path / f"made.{kind}")
    page.exporting.begin("csv")
    page.exporting.begin("pdf")
    bytes_of = (tmp_path / "made.pdf").read_bytes()
    text = " ".join([(tmp_path / "made.csv").read_text("utf-8-sig"), *printed.pages(tmp_path / "made.pdf")])
    for name in ("Gretchen", "Vogel", "Corner"):
        assert name not in printed.bare(text) and name.encode("utf-16-be") not in bytes_of
    page.exporting.no_names.trigger()
    page.exporting.begin("csv")
    page.exporting.begin("pdf")
    assert "gretchen vogel" in (tmp_path / "made.csv").read_text("utf-8-sig").lower()
    assert "Corner".encode("utf-16-be") in (tmp_path / "made.pdf").read_bytes()


def test_too_few_replies_say_nothing(at_counter: Counter, open_page: Open) -> None:
    replies_year.live_it(at_counter)
    page = open_page()
    page.look_at(insights.month(date(2025, 7, 1)))
    settle()
    card = page.cards["sounding"]
    assert card.title.text() == "How replies sound" and not card.chart.isVisible() and not page.phrases.isVisible()
    assert card.few.text() == "Only 5 so far. Too few to say. Charts start at 20."
    assert not any("%" in cell for row in rows(page)[:2] for cell in row)
