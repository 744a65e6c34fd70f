"""Notes on the timeline in the window: written, seen over the bars, read out, counted before and after, printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop import counter, shopnotes
from desktop.records import Kind
from tests.fixtures_shop import Counter
from tests.printed import bare, pages
from ui.background import AtOnce
from ui.history.note_dialog import NotesDialog
from ui.history.page import HistoryPage
from ui.theme import Theme
from ui.widgets.buttons import IconButton
from ui.window import Toast, Undoable, Window

LETTERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Home:
    """History over a shop in September: three boxes crushed before the second, one after it, and soup all along."""

    def __init__(self, at: Counter, qtbot: QtBot) -> None:
        self.at, self._qtbot, self.window = at, qtbot, Window()
        self.toasts: list[Toast] = []
        self.undos: list[Undoable] = []
        self.window.toast_wanted.connect(self.toasts.append)
        self.window.undo_made.connect(self.undos.append)
        self.runner = AtOnce(at.shop.changes)
        self.page = HistoryPage(at.shop, self.runner, self.window)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()
        self.page.activateWindow()
        self.page.shown()
        self.settle()

    def settle(self) -> None:
        page = self.page
        self._qtbot.waitUntil(
            lambda: not any(one.isActive() for one in (page.search._pause, page._behind, page._settled, page._again))
        )
        QApplication.processEvents()

    def look_for(self, query: str) -> None:
        self.page.search.set_whole(query)
        self.settle()

    @property
    def dialog(self) -> NotesDialog:
        made = self.page.noting.dialog
        assert made is not None
        return made

    def write(self, words: str) -> None:
        """With the keyboard, from wherever it is on the page."""
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        QTest.keyClick(self.page.search, Qt.Key.Key_N, LETTERS)
        QTest.keyClicks(self.dialog.words, words)
        QTest.keyClick(self.dialog.words, Qt.Key.Key_Return)
        self.settle()

    def notes(self) -> list[tuple[date, date, str]]:
        return [(one.first, one.last, one.text) for one in shopnotes.all(self.at.shop.store)]

    def spot(self, day: date) -> QPoint:
        """In the row over the bars, where a day stands."""
        x = self.page.years._place(day)
        assert x is not None
        return QPoint(round(x), self.page.years._chart().top() - 4)


@pytest.fixture
def home(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Home]:
    at = at_counter
    for text, who in (("Box crushed.", "Ada"), ("Box crushed again.", "Ben"), ("Crushed box!", "Cleo")):
        at.clock.forward(days=14)
        counter.set_kind(at.shop, at.hear(text, who), Kind.COMPLAINT)
        at.hear("Good soup.", who)
    at.clock.forward(days=50)
    counter.set_kind(at.shop, at.hear("Box crushed, still.", "Dov"), Kind.COMPLAINT)
    made = Home(at, qtbot)
    yield made
    made.runner.close()


def test_a_note_is_written_with_its_day_in_front(home: Home) -> None:
    home.write("2 Sept: New boxes.")
    assert home.notes() == [(date(2025, 9, 2), date(2025, 9, 2), "New boxes.")]
    assert not home.page.findChildren(NotesDialog), "it closed"
    assert (home.toasts[-1].text, home.toasts[-1].undo) == ("Added the note", True)
    home.undos[-1].take_back(home.at.shop)
    assert home.notes() == []


def test_without_a_day_it_is_of_today_and_the_day_can_be_a_month(home: Home) -> None:
    assert home.at.clock.now().date() == date(2025, 9, 14)
    home.write("Ana minds the oven")
    home.write("Aug: temps packed. Show them: the tape.")
    assert home.notes() == [
        (date(2025, 8, 1), date(2025, 8, 31), "temps packed. Show them: the tape."),
        (date(2025, 9, 14), date(2025, 9, 14), "Ana minds the oven"),
    ]


def test_what_is_no_day_and_no_note_is_said_and_nothing_is_lost(home: Home) -> None:
    QTest.keyClick(home.page.search, Qt.Key.Key_N, LETTERS)
    dialog = home.dialog
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.trouble.text() == "A note needs a few words."
    dialog.day.setText("someday")
    dialog.words.setText("New boxes")
    dialog.keep.click()
    assert dialog.trouble.text() == "“someday” isn’t a day. Write it like 2 Sept."
    assert dialog.focusWidget() is dialog.day
    dialog.day.setText("2 Sept 1205")
    dialog.keep.click()
    assert "a day that has been" in dialog.trouble.text()
    assert home.notes() == [] and dialog.words.text() == "New boxes" and dialog.isVisible()
    dialog.reject()


def test_the_search_says_how_often_before_the_note_and_after_it(home: Home) -> None:
    home.write("2 Sept: New boxes")
    home.look_for("box crushed")
    said = home.page.preview.noted
    assert said.text() == "Your note, 2 Sept: “New boxes.” Matches before: 3. After: 1." and said.isVisible()
    home.look_for("soup")
    assert said.text() == "Your note, 2 Sept: “New boxes.” Matches before: 3. After: 0."
    home.look_for("")
    assert said.text() == ""
    home.look_for("on:2024 box")
    assert said.text() == ""


ONE_SIDE = ("on:2025-06..2025-08", "on:2025-09-02..2025-09-30", "before:2025-09", "after:2025-09-05")


@pytest.mark.parametrize("time", ONE_SIDE)
def test_where_only_one_side_of_the_note_was_looked_for_nothing_is_said(home: Home, time: str) -> None:
    home.write("2 Sept: New boxes")
    said = home.page.preview.noted
    home.look_for(f"{time} box crushed")
    assert home.page.model.rowCount() and said.text() == ""
    home.look_for("after:2025-07 before:2026 box crushed")
    assert "Matches before: " in said.text()


def test_of_several_notes_the_one_with_a_word_of_the_search_counts_else_the_latest(home: Home) -> None:
    home.write("1 July: new boxes")
    home.write("2 Sept: new oven")
    home.look_for("box*")
    assert home.page.preview.noted.text() == "Your note, 1 July: “new boxes.” Matches before: 1. After: 3."
    home.look_for("soup")
    assert home.page.preview.noted.text().startswith("Your note, 2 Sept: “new oven.”")


def test_the_strip_shows_it_says_it_and_reads_it_out(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    years, told, heard = home.page.years, list[str](), list[str]()
    before = years.grab().toImage()
    home.write("2 Sept: New boxes")
    assert years.grab().toImage() != before
    assert "1 note on the timeline. 2 Sept: New boxes." in years.accessibleDescription()
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    monkeypatch.setattr("ui.history.years.announce", lambda _widget, text: heard.append(text))
    at = home.spot(date(2025, 9, 2))
    QApplication.sendEvent(
        years,
        QMouseEvent(
            QMouseEvent.Type.MouseMove, QPointF(at), QPointF(years.mapToGlobal(at)),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip
    assert "2 Sept: New boxes" in told[-1]
    years.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(years, Qt.Key.Key_Home)
    assert "New boxes" not in heard[-1]
    QTest.keyClick(years, Qt.Key.Key_End)
    assert heard[-1].endswith("Note, 2 Sept: New boxes")


def test_a_press_over_the_bars_begins_one_and_a_press_on_one_changes_it(home: Home) -> None:
    years = home.page.years
    QTest.mouseClick(years, Qt.MouseButton.LeftButton, pos=home.spot(date(2025, 7, 16)))
    assert home.dialog.day.text() == "16 July" and home.page.search.whole() == ""
    QTest.keyClicks(home.dialog.words, "Stall at the market")
    home.dialog.keep.click()
    home.settle()
    QTest.mouseClick(years, Qt.MouseButton.LeftButton, pos=home.spot(date(2025, 7, 16)))
    assert (home.dialog.words.text(), home.dialog.keep.text()) == ("Stall at the market", "Change")
    home.dialog.day.setText("17 to 19 July")
    home.dialog.keep.click()
    home.settle()
    assert home.notes() == [(date(2025, 7, 17), date(2025, 7, 19), "Stall at the market")]
    assert "17 to 19 July: Stall at the market" in years.accessibleDescription()


def test_with_the_keyboard_on_a_bar_the_note_is_of_its_first_day(home: Home) -> None:
    years = home.page.years
    years.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(years, Qt.Key.Key_Home)
    QTest.keyClick(years, Qt.Key.Key_N, LETTERS)
    assert home.dialog.day.text() == "16 June"
    home.dialog.reject()


def test_notes_are_changed_and_removed_in_the_list(home: Home) -> None:
    home.write("2 Sept: New boxes")
    home.write("3 Sept: New tape")
    home.page.note.click()
    first = next(iter(home.dialog.rows.values()))
    (remove,) = [one for one in first.findChildren(IconButton) if "Remove" in one.accessibleName()]
    assert remove.accessibleName() == "Remove the note of 3 Sept"
    remove.click()
    home.settle()
    assert [text for _, _, text in home.notes()] == ["New boxes"]
    home.undos[-1].take_back(home.at.shop)
    home.settle()
    assert [text for _, _, text in home.notes()] == ["New boxes", "New tape"]
    assert "2 notes on the timeline" in home.page.years.accessibleDescription()


def test_the_pages_to_print_begin_with_the_notes(home: Home, tmp_path: Path) -> None:
    home.write("2 Sept: New boxes")
    home.look_for("box")
    home.page.begin_export()
    dialog = home.page.exporting.dialog
    assert dialog is not None and dialog.timeline.isVisible() and dialog.timeline.isChecked()
    dialog.formats["pdf"].setChecked(True)
    dialog.write(tmp_path / "boxes.pdf")
    text = bare(" ".join(pages(tmp_path / "boxes.pdf")))
    assert bare("Notes on the timeline") in text and bare("2 Sept: New boxes · Ines") in text
