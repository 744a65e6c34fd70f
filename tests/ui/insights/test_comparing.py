"""Insights against another time: said in each card, drawn, in each table, and every number leads to what is behind it;
and times of one's own, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import counter, insights, shopbook
from desktop.insights import Period
from desktop.records import Kind
from desktop.searching import Asking, find, parse
from tests.fixtures_shop import Counter
from tests.insights_year import live_both_years, live_it
from ui.background import AtOnce
from ui.insights.own_dates import OwnDates
from ui.insights.page import InsightsPage
from ui.theme import Theme
from ui.window import Window

Open = Callable[[], InsightsPage]


@pytest.fixture
def open_page(at_counter: Counter, qtbot: QtBot, look: Theme) -> Iterator[Open]:
    runner = AtOnce(at_counter.shop.changes)

    def make() -> InsightsPage:
        page = InsightsPage(at_counter.shop, runner, Window())
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.activateWindow()
        page.look_at(insights.year(2025))
        settle()
        return page

    yield make
    runner.close()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def behind(at: Counter, query: str) -> int:
    return len(find(at.shop.store, parse(query), Asking(at.clock)).rids)


def lines(page: InsightsPage, key: str) -> dict[str, list[tuple[str, str]]]:
    """The table of a card: of each row by its name (text, query) of its cells."""
    finding = page.cards[key]._finding
    assert finding is not None
    return {row[0].text: [(cell.text, cell.query) for cell in row[1:]] for row in finding.table.rows}


def test_each_card_says_how_it_was(at_counter: Counter, open_page: Open) -> None:
    live_both_years(at_counter)
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(7)])
    page = open_page()
    said = {key: card.sub.text() for key, card in page.cards.items()}
    assert said["endings"].startswith("By the month they were posted. In 2024 it was 36%.")
    assert said["answers"].endswith("In 2024 fewer than half got one.")
    assert said["topics"].endswith("In 2024 it was 11 of 25.")
    assert "In 2024 it was Mon" in said["busy"]
    assert ", was " in page.cards["busy"].link.text()
    for key in ("endings", "answers", "topics", "busy"):
        card = page.cards[key]
        assert said[key] in card.chart.accessibleDescription()


def test_every_number_of_then_leads_to_what_was_then(at_counter: Counter, open_page: Open) -> None:
    live_both_years(at_counter)
    page = open_page()
    assert [text for text, _ in lines(page, "endings")["2024"]] == ["6", "3", "2", "9", "5"]
    assert [text for text, _ in lines(page, "answers")["never"]] == ["25", "25"]
    assert [text for text, _ in lines(page, "topics")["Quality"]] == ["18", "9", "0", "0"]
    assert sum(int(text) for text, _ in lines(page, "busy")["2024"]) == 25
    assert sum(int(text) for text, _ in lines(page, "busy")["All"]) == 25
    for key in ("endings", "answers", "topics", "busy"):
        for name, cells in lines(page, key).items():
            assert [behind(at_counter, query) if query else 0 for _, query in cells] == [
                int(text) for text, _ in cells
            ], (key, name)
        for mark in page.cards[key].chart.marks:
            number = mark.said.split(": ")[1].split(" ")[0] if key == "busy" else mark.said.rpartition(" ")[2]
            assert behind(at_counter, mark.query) == int(number) > 0, mark
    drawn = [mark for mark in page.cards["endings"].chart.marks if "on:2024" in mark.query]
    assert [mark.said for mark in drawn] == [
        "July 2024: All, 13", "August 2024: All, 5", "September 2024: All, 7", "2024: 25",
    ]  # fmt: skip
    assert any("on:2024" in mark.query for mark in page.cards["answers"].chart.marks)
    assert any("on:2024" in mark.query for mark in page.cards["topics"].chart.marks)


def test_a_topic_nobody_names_any_more_is_in_the_table(at_counter: Counter, open_page: Open) -> None:
    live_both_years(at_counter)
    one = find(at_counter.shop.store, parse("on:2024"), Asking(at_counter.clock)).rids[0]
    conversation = at_counter.shop.store.value("select id from conversations where rid = ?", (one,))
    counter.set_topics(at_counter.shop, conversation, {"waiting"})
    page = open_page()
    assert [text for text, _ in lines(page, "topics")["Waiting"]] == ["0", "1", "0", "0"]


def test_marks_of_then_are_hit_and_reached(at_counter: Counter, open_page: Open) -> None:
    live_both_years(at_counter)
    page = open_page()
    for key in ("endings", "answers", "topics"):
        chart, asked = page.cards[key].chart, list[str]()
        chart.opened.connect(asked.append)
        for mark in chart.marks:
            if "on:2024" in mark.query:
                QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint())
                assert asked.pop() == mark.query
        reached, waiting = {0}, [0]
        while waiting:
            at = waiting.pop()
            for arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
                chart._current = at
                QTest.keyClick(chart, arrow)
                if chart._current not in reached:
                    reached.add(chart._current)
                    waiting.append(chart._current)
        assert len(reached) == len(chart.marks), key


def test_too_few_then_are_not_compared(at_counter: Counter, open_page: Open) -> None:
    live_it(at_counter, 2024, {7: {"they": 6}})
    live_it(at_counter)
    page = open_page()
    for key in ("endings", "answers", "topics", "busy"):
        card = page.cards[key]
        assert "In 2024 there were too few to compare." in card.sub.text()
        assert "%" not in card.sub.text() and "was" not in card.link.text()
        assert not any("2024" in mark.query for mark in card.chart.marks)
    assert [text for text, _ in lines(page, "endings")["2024"]] == ["6", "0", "0", "0", "0"]
    page.compare_with(None)
    settle()
    assert not any("2024" in card.sub.text() for card in page.cards.values())
    assert "2024" not in lines(page, "endings") and len(lines(page, "answers")["never"]) == 1


def test_a_time_of_its_own_is_typed(at_counter: Counter, open_page: Open) -> None:
    live_both_years(at_counter)
    page = open_page()
    dialog = asked_for(page, page.period)
    assert (dialog.first.text(), dialog.last.text()) == ("2025-01-01", "2025-12-31")
    assert dialog.first.hasFocus() and dialog.first.selectedText()
    QTest.keyClicks(dialog.first, "3 Aug 2025")
    QTest.keyClick(dialog.first, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.last, "17.9.2025")
    QTest.keyClick(dialog.last, Qt.Key.Key_Return)
    settle()
    assert page.view.period == Period(date(2025, 8, 3), date(2025, 9, 17))
    assert page.period.text() == "3 Aug to 17 Sept 2025"
    assert page.compare.text() == "Compare: 18 June to 2 Aug 2025"
    checked = [action.text() for action in page.period.menu().actions() if action.isChecked()]
    assert checked == ["3 Aug to 17 Sept 2025"]
    dialog = asked_for(page, page.compare)
    assert (dialog.first.text(), dialog.last.text()) == ("2025-06-18", "2025-08-02")
    for field, words in ((dialog.first, "Jul 2024"), (dialog.last, "Sept 2024")):
        field.selectAll()
        QTest.keyClicks(field, words)
    dialog.show_it.click()
    settle()
    chosen = Period(date(2025, 8, 3), date(2025, 9, 17)), Period(date(2024, 7, 1), date(2024, 9, 30))
    assert page.view == insights.View(*chosen)
    assert page.compare.text() == "Compare: July 2024 to Sept 2024"
    assert page.told is not None and page.told.busy.before is not None and page.told.busy.before.number == 25
    kept = page.place()
    page.look_at(insights.year(2025))
    page.go_to_place(kept)
    assert page.view.before == Period(date(2024, 7, 1), date(2024, 9, 30))


def asked_for(page: InsightsPage, button: object) -> OwnDates:
    menu = button.menu()  # type: ignore[attr-defined]
    next(action for action in menu.actions() if action.text() == "Other dates…").trigger()
    settle()
    assert page.dates is not None and page.dates.isVisible()
    return page.dates


@pytest.mark.parametrize(
    ("first", "last", "sentence", "field"),
    [
        ("", "2025", "Write which day.", "first"),
        ("2025", "soon", "“soon” isn’t a day. Write it like 2 Sept.", "last"),
        ("2025-08-03", "2025-08-02", "It can’t end before it begins.", "last"),
        ("0001-01-01", "2025", "Days from 1990 to 2026 can be looked at.", "first"),
        ("2025", "9999-12-31", "Days from 1990 to 2026 can be looked at.", "last"),
    ],
)
def test_what_is_no_time_is_told(
    at_counter: Counter, open_page: Open, first: str, last: str, sentence: str, field: str
) -> None:
    live_it(at_counter)
    page = open_page()
    dialog = asked_for(page, page.period)
    dialog.first.setText(first)
    dialog.last.setText(last)
    dialog.show_it.click()
    settle()
    assert dialog.isVisible() and dialog.trouble.text() == sentence
    assert getattr(dialog, field).hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert page.view.period == insights.year(2025)


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        (insights.year(2025), insights.year(2024)),
        (Period(date(2024, 2, 1), date(2024, 2, 29)), Period(date(2023, 2, 1), date(2023, 2, 28))),
        (Period(date(2023, 2, 1), date(2025, 2, 28)), None),
        (Period(date(2024, 2, 29), date(2024, 3, 9)), Period(date(2023, 2, 28), date(2023, 3, 9))),
        (Period(date(2025, 12, 20), date(2026, 1, 5)), Period(date(2024, 12, 20), date(2025, 1, 5))),
    ],
)
def test_the_year_before_has_the_same_days(period: Period, earlier: Period | None) -> None:
    assert insights.year_before(period) == earlier


@pytest.mark.parametrize(("width", "is_beside"), [(1400, True), (1100, False)])
def test_the_foot_and_its_link_are_never_squeezed(
    at_counter: Counter, open_page: Open, look: Theme, width: int, is_beside: bool
) -> None:
    live_it(at_counter)
    page = open_page()
    card = page.cards["answers"]
    look.set_text_scale(1.0 if is_beside else 1.6)
    if not is_beside:
        card.link.setText("See all of the 25 that nobody answered")
        card.foot.setText("Your aim: 2 hours, and on Saturdays 4. 0% made it.")
    page.resize(width, 800)
    settle()
    assert (card.link.x() > card.foot.geometry().right()) is is_beside
    assert card.foot.fontMetrics().horizontalAdvance("Saturdays") < card.foot.width()
    assert card.link.width() >= min(card.link.sizeHint().width(), card.width() * 2 // 3)


def test_praise_of_then_counts_too(at_counter: Counter, open_page: Open) -> None:
    live_both_years(at_counter)
    one = find(at_counter.shop.store, parse("on:2024 topic:quality"), Asking(at_counter.clock)).rids[0]
    conversation = at_counter.shop.store.value("select id from conversations where rid = ?", (one,))
    counter.set_kind(at_counter.shop, conversation, Kind.PRAISE)
    page = open_page()
    assert [text for text, _ in lines(page, "topics")["Quality"]] == ["18", "8", "0", "1"]
    (mark,) = [one for one in page.cards["topics"].chart.marks if "kind:praise topic:quality" in one.query]
    assert mark.said == "Quality: Praise, 2024: 1"
