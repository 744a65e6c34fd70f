"""Insights: findings in sentences, charts whose every mark opens what is behind it, and the same as tables."""

from __future__ import annotations

import csv
import errno
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop import insights, shopbook
from desktop.errors import DiskTrouble
from desktop.searching import Asking, find, parse
from tests import printed
from tests.fixtures_shop import Counter
from tests.insights_year import begun, live_it
from ui.background import AtOnce
from ui.history.page import HistoryPage
from ui.insights.chart import Chart
from ui.insights.endings import EndingsChart
from ui.insights.export import drawings
from ui.insights.page import InsightsPage
from ui.insights.table import TableTwin
from ui.main_window import MainWindow
from ui.pages import all_pages
from ui.printing import put
from ui.theme import Theme
from ui.window import Window

Open = Callable[[], InsightsPage]


@pytest.fixture
def asked() -> list[str]:
    """What the page asks History for."""
    return []


@pytest.fixture
def open_page(at_counter: Counter, qtbot: QtBot, look: Theme, asked: list[str]) -> Iterator[Open]:
    runner, window = AtOnce(at_counter.shop.changes), Window()
    window.search_wanted.connect(asked.append)

    def make() -> InsightsPage:
        page = InsightsPage(at_counter.shop, runner, window)
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


def test_the_title_is_the_finding_and_the_subtitle_says_what_is_counted(at_counter: Counter, open_page: Open) -> None:
    live_it(at_counter)
    page = open_page()
    card = page.cards["endings"]
    assert card.title.text() == "15 of 22 public complaints show how they ended: 68%"
    assert card.sub.text() == "By the month they were posted. 3 were taken down."
    assert page.header.subtitle.text() == "25 messages in 2025. Worked out on this computer."
    assert card.title.text() in card.chart.accessibleDescription()


def test_topics_and_hours_say_their_finding_too(at_counter: Counter, open_page: Open, asked: list[str]) -> None:
    live_it(at_counter)
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(7)])
    page = open_page()
    assert page.cards["topics"].title.text() == "Quality and Delivery: 21 of 25 complaints"
    page.cards["topics"].link.click()
    assert page.cards["answers"].title.text() == "Nobody got a person’s answer"
    assert page.cards["answers"].foot.text() == "Your aim: 2 hours. 0% made it."
    assert page.cards["answers"].link.text() == "See the 25 nobody answered"
    assert page.cards["busy"].title.text().startswith("Busiest on ")
    shut = sum(not 7 <= at.hour < 16 for at in begun())
    assert page.cards["busy"].link.text() == f"{100 * shut // 25}% came while closed"
    page.cards["busy"].link.click()
    assert [behind(at_counter, query) for query in asked] == [21, shut]


@pytest.mark.parametrize(("wide", "names"), [(1100, ["Jan 2025", "Mar", "Apr"]), (620, ["Dec", "Jan 2025"])])
def test_every_january_says_its_year(at_counter: Counter, open_page: Open, wide: int, names: list[str]) -> None:
    live_it(at_counter)
    page = open_page()
    page.resize(wide, 700)
    page.look_at(insights.Period(date(2024, 12, 1), date(2025, 11, 30)))
    settle()
    chart = page.cards["endings"].chart
    assert isinstance(chart, EndingsChart) and chart._told is not None
    placed = sorted(chart.names(chart.fontMetrics(), chart._told), key=lambda each: each[0].left())
    assert [name for _, name in placed][: len(names)] == names
    assert not any(one.intersects(other) for (one, _), (other, _) in pairwise(placed))


def test_a_file_is_proposed_for_the_documents_or_else_for_home(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _parent, _title, name, _kinds: (proposed.append(Path(name)), ("", ""))[1]
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    page = open_page()
    page.exporting.menu.actions()[1].trigger()
    (tmp_path / "Documents").mkdir()
    page.exporting.menu.actions()[1].trigger()
    assert [each.parent for each in proposed] == [tmp_path, tmp_path / "Documents"]


def test_the_findings_go_into_a_file_with_their_tables(at_counter: Counter, open_page: Open, tmp_path: Path) -> None:
    live_it(at_counter)
    page = open_page()
    toasts: list[str] = []
    page._window.toast_wanted.connect(lambda toast: toasts.append(toast.text))
    page.exporting.ask_for_file = lambda kind: str(tmp_path / f"made.{kind}")
    page.exporting.menu.actions()[1].trigger()
    rows = list(csv.reader((tmp_path / "made.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["15 of 22 public complaints show how they ended: 68%"]
    assert ["July 2025", "4", "2", "0", "0", "1"] in rows and ["Quality", "18", "0"] in rows
    QTest.keyClick(page.cards["endings"].chart, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    told = printed.pages(tmp_path / "made.pdf")
    assert len(told) == 5
    assert printed.bare("15 of 22 public complaints show how they ended: 68%") in printed.bare(told[0])
    assert printed.bare("Quality") in printed.bare(told[2])
    assert toasts == ["Insights in made.csv", "Insights in made.pdf"]
    assert printed.bare("fewer") in printed.bare(told[3]), "the chart stands above its table"
    for text in (*told, (tmp_path / "made.csv").read_text("utf-8-sig")):
        assert "they 01" not in text, "nobody's name goes along"


def test_charts_on_paper_are_those_of_a_light_window(at_counter: Counter, open_page: Open, look: Theme) -> None:
    live_it(at_counter)
    told = open_page().told
    assert told is not None

    def on_paper() -> dict[str, QImage]:
        made = {}
        for key, drawn in drawings(told).items():
            made[key] = QImage(drawn.size.toSize(), QImage.Format.Format_RGB32)
            made[key].fill(Qt.GlobalColor.white)
            painter = QPainter(made[key])
            drawn.picture.play(painter)
            painter.end()
        return made

    light = on_paper()
    assert list(light) == ["endings", "answers", "topics", "busy"]
    assert all(len({one.pixel(x, y) for x in range(0, one.width(), 9) for y in range(0, one.height(), 9)}) > 2
               for one in light.values())  # fmt: skip
    look.set_mode("dark")
    before = look.tokens
    assert on_paper() == light and look.tokens is before


def test_a_file_that_cannot_be_written_is_told(at_counter: Counter, open_page: Open, tmp_path: Path) -> None:
    live_it(at_counter)
    page = open_page()
    troubles: list[str] = []
    page._window.trouble_found.connect(lambda error: troubles.append(str(error)))
    page.exporting.ask_for_file = lambda kind: str(tmp_path / "nowhere" / f"made.{kind}")
    page.exporting.begin("csv")
    page.exporting.begin("pdf")
    assert troubles == ["We couldn’t write made.csv.", "We couldn’t write made.pdf."]


def test_every_mark_says_its_number_and_opens_just_these(
    at_counter: Counter, open_page: Open, asked: list[str]
) -> None:
    live_it(at_counter)
    page = open_page()
    for card in [card for key, card in page.cards.items() if key != "sounding"]:
        assert card.chart.marks
        for mark in card.chart.marks:
            asked.clear()
            QTest.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint())
            assert asked == [mark.query], mark
            number = int("".join(filter(str.isdigit, mark.said.split(" ")[-1])))
            assert behind(at_counter, mark.query) == number > 0, mark


def test_the_arrows_walk_the_marks_and_enter_opens_one(at_counter: Counter, open_page: Open, asked: list[str]) -> None:
    live_it(at_counter)
    chart = open_page().cards["endings"].chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current and chart.current.said == "July 2025: They said so, 4"
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current.said == "July 2025: You said so, 2"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current.said.startswith("August 2025:")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert asked == [chart.current.query]
    for _ in range(len(chart.marks) + 1):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    edge = chart.current
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == edge and edge.box.left() == min(mark.box.left() for mark in chart.marks)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.current == chart.marks[-1]


def test_the_arrows_reach_every_mark(at_counter: Counter, open_page: Open) -> None:
    live_it(at_counter)
    for card in [card for key, card in open_page().cards.items() if key != "sounding"]:
        reached, waiting = {0}, [0]
        while waiting:
            card.chart._current = at = waiting.pop()
            for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
                card.chart._current = at
                QTest.keyClick(card.chart, key)
                if card.chart._current not in reached:
                    reached.add(card.chart._current)
                    waiting.append(card.chart._current)
        assert len(reached) == len(card.chart.marks)


def test_the_table_has_the_same_numbers_and_opens_them_too(
    at_counter: Counter, open_page: Open, asked: list[str]
) -> None:
    live_it(at_counter)
    page = open_page()
    QTest.mouseClick(page.tables, Qt.MouseButton.LeftButton)
    settle()
    card = page.cards["endings"]
    assert card.table.isVisible() and not card.chart.isVisible()
    assert page.cards["busy"].table.rowCount() > 0
    assert page.tables.text() == "Show as charts"
    table = card.table
    assert row(table, 6) == ["July 2025", "4", "2", "0", "0", "1"]
    assert row(table, 12) == ["All", "12", "3", "3", "3", "1"]
    table.setCurrentCell(8, 3)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert [behind(at_counter, query) for query in asked] == [2]
    table.setCurrentCell(0, 1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(asked) == 1, "behind a nought there is nothing"
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    settle()
    assert card.chart.isVisible() and not card.table.isVisible()


def row(table: TableTwin, number: int) -> list[str]:
    items = (table.item(number, column) for column in range(table.columnCount()))
    return [item.text() for item in items if item is not None]


def test_too_few_say_nothing(at_counter: Counter, open_page: Open, asked: list[str]) -> None:
    live_it(at_counter)
    page = open_page()
    page.look_at(insights.month(at_counter.clock.now().date()))
    settle()
    card = page.cards["endings"]
    assert card.title.text() == "How public complaints ended"
    assert card.few.text() == "Only 9 so far. Too few to say. Charts start at 20."
    assert card.few.isVisible() and not card.chart.isVisible()
    gaps = [below.y() - above.geometry().bottom() for above, below in ((card.sub, card.few), (card.title, card.sub))]
    assert max(gaps) < 20, "the words stay together"
    assert not any("%" in one.title.text() + one.sub.text() + one.foot.text() for one in page.cards.values())
    card.link.click()
    assert [behind(at_counter, query) for query in asked] == [9]


def test_another_time_and_place_are_chosen_from_menus(at_counter: Counter, open_page: Open) -> None:
    live_it(at_counter)
    page = open_page()
    assert page.period.text() == "2025" and page.compare.text() == "Compare: 2024"
    choose(page.period, "Last month")
    assert page.view.period == insights.month(at_counter.clock.now().date().replace(month=8))
    assert page.compare.text() == "Compare: July 2025"
    choose(page.compare, "Compare with nothing")
    assert page.view.before is None
    choose(page.places, "Facebook")
    assert page.view.place == "Facebook" and page.places.text() == "Facebook"
    assert page.view.before is None, "nobody wants to compare"


def test_the_twelve_months_before_are_called_that_and_the_head_is_never_cut(
    at_counter: Counter, open_page: Open
) -> None:
    live_it(at_counter)
    page = open_page()
    page.resize(1102, 720)
    page.look_at(insights.last_months(at_counter.clock))
    settle()
    assert page.compare.text() == "Compare: the year before"
    head = page.header.subtitle
    assert head.text() == "25 messages", "the button beside it says of when"
    assert head.fontMetrics().horizontalAdvance(head.text()) <= head.width()
    page.resize(1600, 720)
    settle()
    assert head.text().startswith("25 messages in ") and head.text().endswith("Worked out on this computer.")


def choose(button: object, words: str) -> None:
    menu = button.menu()  # type: ignore[attr-defined]
    next(action for action in menu.actions() if action.text() == words).trigger()
    settle()


def test_a_time_in_which_nothing_was_said_offers_others(at_counter: Counter, open_page: Open) -> None:
    live_it(at_counter)
    page = open_page()
    page.look_at(insights.month(at_counter.clock.now().date().replace(month=3)))
    settle()
    assert page.empty and page.empty.accessibleName() == "Nothing in March 2025"
    page.empty.buttons[0].click()
    settle()
    assert page.empty is None and page.view.period == insights.year(2025)


def test_what_changes_is_counted_again(at_counter: Counter, open_page: Open, qtbot: QtBot) -> None:
    live_it(at_counter)
    page = open_page()
    at_counter.hear("The box was crushed and the cake with it. Terrible.", "Omar S.")
    qtbot.waitUntil(lambda: page.told is not None and page.told.number == 26, timeout=3000)


@pytest.mark.parametrize("width", [520, 760, 1400])
def test_marks_stay_inside_their_chart_at_every_width_and_from_the_right(
    at_counter: Counter, open_page: Open, look: Theme, width: int
) -> None:
    live_it(at_counter)
    page = open_page()
    look.set_text_scale(1.3)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        page.setLayoutDirection(direction)
        page.resize(width, 700)
        settle()
        for card in page.cards.values():
            assert_inside(card.chart)


def test_a_chart_is_laid_out_once_before_it_is_painted_and_its_table_when_it_is_wanted(
    at_counter: Counter, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_it(at_counter)
    card = open_page().cards["endings"]
    chart, laid, real = card.chart, list[int](), card.chart.lay_out
    monkeypatch.setattr(chart, "lay_out", lambda told: laid.append(chart.width()) or real(told))
    assert chart._told is not None and card.table.rowCount() == 0
    chart.show_told(chart._told)
    for width in (500, 520, 540):
        chart.resize(width, 220)
    assert laid == []
    chart.grab()
    assert laid == [540] and chart.marks and len(laid) == 1
    card.show_as_table(True)
    assert card.table.rowCount() == 13


def assert_inside(chart: Chart) -> None:
    room = chart.rect().adjusted(-1, -1, 1, 1).toRectF()
    for mark in chart.marks:
        assert room.contains(mark.box), mark
    boxes = [mark.box for mark in chart.marks]
    for number, box in enumerate(boxes):
        assert not any(box.adjusted(1, 1, -1, -1).intersects(other) for other in boxes[number + 1 :])


def test_a_mark_leads_to_history_in_the_window_and_back(at_counter: Counter, qtbot: QtBot, look: Theme) -> None:
    live_it(at_counter)
    window = MainWindow(at_counter.shop, AtOnce(at_counter.shop.changes), all_pages())
    qtbot.addWidget(window)
    window.show()
    page = window.go("insights")
    assert isinstance(page, InsightsPage)
    settle()
    mark = page.cards["endings"].chart.marks[0]
    QTest.mouseClick(page.cards["endings"].chart, Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint())
    settle()
    history = window.page()
    assert window.page_key == "history" and isinstance(history, HistoryPage)
    assert len(history.model.results.rids) == 4 and history.count.text() == "4 conversations"
    assert [chip.text() for chip in history.search.chips] == ["kind: complaint", "ended: they", "July 2025"]
    assert window.go("insights") is page and page.told is not None
    window.close_for_good()
    QApplication.processEvents()


def test_a_full_disk_leaves_the_findings_that_were_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "findings.csv", Path.write_bytes
    path.write_bytes(b"of last year")

    def full(self: Path, data: bytes) -> int:
        real(self, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskTrouble, match="the file wasn’t written"):
        put(path, b"the new ones")
    assert path.read_bytes() == b"of last year" and [one.name for one in tmp_path.iterdir()] == ["findings.csv"]
