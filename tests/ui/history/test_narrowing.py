"""Narrowing a search: chips in the field, ticks beside the results, a time from the strip, filters offered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import counter, forgetting
from desktop.records import Kind
from desktop.searching import Bar, Filter, as_filter
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.history.chips import called
from ui.history.facets import Row
from ui.history.page import HistoryPage
from ui.history.suggestions import suggested
from ui.history.years import joined
from ui.theme import Theme, fonts
from ui.window import Window


@pytest.fixture
def page(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[HistoryPage]:
    """Three people in June, one in December; Ada's is a complaint that Ines answered."""
    at = at_counter
    ada = at.hear("The soup was cold and the soup was salty.", "Ada")
    counter.set_kind(at.shop, ada, Kind.COMPLAINT)
    at.answer(ada, "Cold soup is ours. A hot one tomorrow. Ines")
    counter.set_kind(at.shop, at.hear("Is the soup vegan?", "Ben"), Kind.QUESTION)
    at.place = "google"
    counter.set_kind(at.shop, at.hear("Best soup in town.", "Cleo", stars=5), Kind.PRAISE)
    at.clock.set(at.clock.now().replace(month=12, day=24))
    counter.set_kind(at.shop, at.hear("No soup today?", "Dov", stars=2), Kind.COMPLAINT)
    runner = AtOnce(at.shop.changes)
    made = HistoryPage(at.shop, runner, Window())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    made.shown()
    settle(made, qtbot)
    yield made
    runner.close()


def settle(page: HistoryPage, qtbot: QtBot) -> None:
    waits = (page.search._pause, page._behind, page._settled)
    qtbot.waitUntil(lambda: not any(one.isActive() for one in waits))
    QApplication.processEvents()


def names(page: HistoryPage) -> list[str]:
    rows = (page.model.result(row) for row in range(page.model.rowCount()))
    return [row.past.author_name for row in rows if row]


def ticks(page: HistoryPage, key: str) -> dict[str, tuple[str, bool]]:
    group = page.facets.groups[key]
    return {value: (group._numbers[value].text(), box.isChecked()) for value, box in group.boxes.items()}


def test_a_filter_that_is_typed_becomes_a_chip_and_a_tick(page: HistoryPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search, "kind:complaint soup")
    settle(page, qtbot)
    assert page.search.text() == "soup" and [chip.text() for chip in page.search.chips] == ["kind: complaint"]
    assert names(page) == ["Dov", "Ada"]
    assert ticks(page, "kind") == {"complaint": ("2", True), "question": ("1", False), "praise": ("1", False)}
    assert ticks(page, "by") == {"Ines": ("1", False)}


def test_a_tick_narrows_and_another_press_widens_again(page: HistoryPage, qtbot: QtBot) -> None:
    assert names(page) == ["Dov", "Cleo", "Ben", "Ada"]
    page.facets.groups["place"].boxes["Google"].click()
    settle(page, qtbot)
    assert names(page) == ["Dov", "Cleo"] and page.search.whole().strip() == "place:Google"
    page.facets.groups["kind"].boxes["praise"].click()
    settle(page, qtbot)
    assert names(page) == ["Cleo"]
    assert ticks(page, "place") == {"Google": ("1", True)}
    page.facets.groups["place"].boxes["Google"].click()
    page.facets.groups["kind"].boxes["praise"].click()
    settle(page, qtbot)
    assert page.search.whole() == "" and names(page) == ["Dov", "Cleo", "Ben", "Ada"]


def test_a_filter_that_is_written_otherwise_has_one_tick(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.set_whole("place:google")
    settle(page, qtbot)
    assert [value for value, (_, is_on) in ticks(page, "place").items() if is_on] == ["Google"]


def test_what_is_asked_for_and_not_there_can_be_unticked(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.set_whole("kind:idea soup")
    settle(page, qtbot)
    assert names(page) == [] and ticks(page, "kind")["idea"] == ("0", True)
    page.facets.groups["kind"].boxes["idea"].click()
    settle(page, qtbot)
    assert len(names(page)) == 4


def test_chips_go_by_their_cross_by_backspace_and_by_escape(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.set_whole('kind:complaint -place:google from:"Ada" soup')
    assert [chip.text() for chip in page.search.chips] == ["kind: complaint", "not place: google", "from: Ada"]
    page.search.chips[2].click()
    assert page.search.whole() == "kind:complaint -place:google soup" and page.search.hasFocus()
    page.search.setCursorPosition(0)
    QTest.keyClick(page.search, Qt.Key.Key_Backspace)
    settle(page, qtbot)
    assert page.search.whole() == "kind:complaint soup" and names(page) == ["Dov", "Ada"]
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    settle(page, qtbot)
    assert page.search.whole() == "" and not page.search.chips and len(names(page)) == 4


def test_a_chip_is_taken_out_with_the_keyboard_alone(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.set_whole("kind:question soup")
    QTest.keyClick(page.search, Qt.Key.Key_Tab)
    assert page.search.chips[0].hasFocus() and "question" in page.search.chips[0].accessibleName()
    QTest.keyClick(page.search.chips[0], Qt.Key.Key_Return)
    assert page.search.whole() == "soup"


def test_a_time_is_chosen_on_the_strip_with_mouse_or_keys(page: HistoryPage, qtbot: QtBot) -> None:
    assert [bar.all for bar in page.years.bars if bar.all] == [3, 1]
    last = page.years._bar(len(page.years.bars) - 1).center().toPoint()
    QTest.mouseClick(page.years, Qt.MouseButton.LeftButton, pos=QPoint(last.x(), last.y()))
    settle(page, qtbot)
    assert page.search.whole().strip() == "on:2025-12-16..2025-12-31" and names(page) == ["Dov"]
    assert page.search.chips[0].text() == "16 Dec 2025 to 31 Dec 2025"
    page.years.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.years, Qt.Key.Key_Home)
    QTest.keyClick(page.years, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.years, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.search.whole().strip() == "on:2025-06" and names(page) == ["Cleo", "Ben", "Ada"]


def test_the_keys_go_on_at_what_was_chosen_on_the_strip(page: HistoryPage, qtbot: QtBot) -> None:
    page.years.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.years, Qt.Key.Key_Home)
    QTest.keyClick(page.years, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.search.whole().strip() == "on:2025-06-01..2025-06-15"
    QTest.keyClick(page.years, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.years, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.search.whole().strip() == "on:2025-06"
    page.search.setFocus()
    page.years.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.years, Qt.Key.Key_Right)
    QTest.keyClick(page.years, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.search.whole().strip() == "on:2025-07-01..2025-07-15"


def test_filters_without_room_are_counted_named_and_taken_out(page: HistoryPage, qtbot: QtBot) -> None:
    page.resize(900, 700)
    page.search.set_whole("kind:complaint kind:question kind:praise is:public on:2025 soup")
    settle(page, qtbot)
    chips, more = page.search.chips, page.search.more
    hidden = [chip.text() for chip in chips if not chip.isVisible()]
    assert hidden[-1:] == ["2025"] and chips[0].isVisible()
    assert more.isVisible() and more.text() == f"+{len(hidden)}" and not more.geometry().intersects(chips[0].geometry())
    assert more.accessibleName() == f"More filters: {', '.join(hidden)}"
    assert more.geometry().right() < page.search.textMargins().left() < page.search.width() * 0.7
    more.menu().actions()[-1].trigger()
    settle(page, qtbot)
    assert "on:2025" not in page.search.whole() and "2025" not in more.accessibleName()
    page.search.set_whole("kind:complaint soup")
    assert not more.isVisible()


def test_where_filters_find_nothing_they_are_named_as_the_chips_are(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.set_whole("on:2025-09-01..2025-09-15")
    settle(page, qtbot)
    assert page.empty is not None
    said = "Nothing for “1 Sept 2025 to 15 Sept 2025” Take a filter out, or look at another time."
    assert page.empty.accessibleName() == said
    page.search.set_whole("kind:complaint zebra")
    settle(page, qtbot)
    assert page.empty.accessibleName() == "Nothing for “kind: complaint, zebra” Try fewer words."


def test_when_the_last_result_goes_the_keyboard_is_in_the_search(
    page: HistoryPage, at_counter: Counter, qtbot: QtBot
) -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    for widget in (page, QPushButton("No accounts yet")):
        rows.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    page.search.set_whole("from:ben")
    settle(page, qtbot)
    page.list.setFocus()
    [ben] = forgetting.find(at_counter.shop, "Ben")
    forgetting.forget(at_counter.shop, [ben.id])
    qtbot.waitUntil(lambda: page.empty is not None)
    assert not page.list.isVisible() and page.search.hasFocus()
    page.setParent(None)  # the fixture closes it


def test_dark_bars_are_said_only_where_something_is_looked_for(page: HistoryPage, qtbot: QtBot) -> None:
    assert page.years.accessibleDescription().strip() == "4 conversations"
    QTest.keyClicks(page.search, "vegan")
    settle(page, qtbot)
    assert page.years.accessibleDescription() == "1 conversation of 4 in 2025. Dark bars hold matches."
    assert sum(bar.found for bar in page.years.bars) == 1


def test_on_dark_ground_the_bars_with_matches_are_the_bright_ones(
    page: HistoryPage, look: Theme, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.search, "vegan")
    settle(page, qtbot)
    look.set_mode("dark")
    assert page.years.accessibleDescription() == "1 conversation of 4 in 2025. Bright bars hold matches."
    look.set_mode("light")
    assert page.years.accessibleDescription() == "1 conversation of 4 in 2025. Dark bars hold matches."


def test_filters_are_offered_while_they_are_typed(page: HistoryPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search, "ki")
    popup = page.search.suggestions.completer.popup()
    assert popup is not None and popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert page.search.text() == "kind:"
    QTest.keyClicks(page.search, "com")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.search.whole().strip() == "kind:complaint" and page.search.text() == ""
    assert names(page) == ["Dov", "Ada"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", []),
        ("k", []),
        ("ki", ["kind:"]),
        ("box -ki", ["-kind:"]),
        ("from", []),  # an ordinary word until its colon
        ("kind:", ["kind:complaint", "kind:question", "kind:praise", "kind:idea", "kind:mix-up", "kind:abusive"]),
        ("kind:com", ["kind:complaint"]),
        ("kind:complaint", []),
        ("by:to", ["by:Tom", 'by:"Tom B."']),
        ("foo:", []),
    ],
)
def test_what_is_offered(typed: str, offered: list[str]) -> None:
    assert suggested(typed, {"by": ["me", "Tom", "Tom B."]})[: max(len(offered), 6)] == (offered or [])


@pytest.mark.parametrize(
    ("first", "last", "value", "words"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025", "2025"),
        (date(2025, 12, 1), date(2025, 12, 31), "2025-12", "Dec 2025"),
        (date(2024, 2, 16), date(2024, 2, 29), "2024-02-16..2024-02-29", "16 Feb 2024 to 29 Feb 2024"),
        (date(2025, 11, 1), date(2026, 1, 31), "2025-11-01..2026-01-31", "Nov 2025 to Jan 2026"),
    ],
)
def test_a_time_is_written_as_short_as_it_can_be(first: date, last: date, value: str, words: str) -> None:
    assert as_filter(first, last) == value and called(Filter("on", value)) == words


def test_bars_join_until_they_fit() -> None:
    halves = [
        Bar(date(year, month, day), date(year, month, 15 if day == 1 else 28), 2, 1)
        for year in range(2016, 2026)
        for month in range(1, 13)
        for day in (1, 16)
    ]
    assert [len(joined(halves, most)) for most in (240, 239, 119, 39, 9)] == [240, 120, 40, 10, 3]
    [*_, whole] = joined(halves, 9)
    assert sum(bar.all for bar in joined(halves, 9)) == 480 and whole.last == halves[-1].last


def test_large_numbers_beside_the_filters_are_not_cut_off(page: HistoryPage, look: Theme, qtbot: QtBot) -> None:
    page.resize(1100, 420)  # too low for all filters: a bar to scroll by takes its room
    group, facets = page.facets.groups["topic"], page.facets
    for scale in (1.0, 1.3):
        look.set_text_scale(scale)
        group.show_rows([Row("a", "Hours, stock, way there", 412_345), Row("b", "Waiting", 9)], frozenset())
        QApplication.processEvents()
        assert facets.verticalScrollBar().isVisible()
        for number in group._numbers.values():
            right = number.mapTo(facets.viewport(), number.rect().topRight()).x()
            assert right < facets.viewport().width() and not number.is_cut()
        assert group.boxes["a"].text().endswith("…") and group.boxes["b"].text() == "Waiting"


def test_ctrl_e_exports_from_the_field_too(page: HistoryPage) -> None:
    """Under X11 Qt's own fields take it for End: the field has to leave it to the page."""
    keys = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    keys.accept()
    page.search.event(keys)
    assert not keys.isAccepted()


def test_the_number_before_the_bars_has_its_room(page: HistoryPage) -> None:
    day = date(2025, 6, 1)
    page.years.show_bars([Bar(day, day, 1_234_567, 0)], is_search=False, found=1_234_567)
    wide = QFontMetrics(fonts.font("meta strong")).horizontalAdvance("1,234,567 conversations")
    assert page.years._chart().left() >= 14 + wide
