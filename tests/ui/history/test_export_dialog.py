"""Export in the window, and searches that are kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import settings
from tests.fixtures_shop import Counter
from tests.printed import bare, pages
from ui.background import AtOnce
from ui.history.export_dialog import ExportDialog
from ui.history.page import HistoryPage
from ui.history.saved_list import SavedList
from ui.theme import Theme
from ui.window import Toast, Window


class Home:
    def __init__(self, at: Counter, page: HistoryPage, window: Window) -> None:
        self.at, self.page, self.window = at, page, window
        self.toasts: list[Toast] = []
        window.toast_wanted.connect(self.toasts.append)

    def look_for(self, query: str, qtbot: QtBot) -> None:
        self.page.search.set_whole(query)
        waits = (self.page.search._pause, self.page._behind, self.page._settled)
        qtbot.waitUntil(lambda: not any(one.isActive() for one in waits))

    @property
    def dialog(self) -> ExportDialog:
        made = self.page.exporting.dialog
        assert made is not None
        return made


@pytest.fixture
def home(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Home]:
    at = at_counter
    at.answer(at.hear("The soup was cold.", "Ada Byron"), "Cold soup is ours, Ada. A hot one tomorrow. Ines")
    at.hear("Is the soup vegan?", "Ben")
    at.hear("Where is my refund?", "Cleo", is_public=False)
    runner, window = AtOnce(at.shop.changes), Window()
    page = HistoryPage(at.shop, runner, window)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.activateWindow()
    page.shown()
    QApplication.processEvents()
    made = Home(at, page, window)
    made.look_for("", qtbot)
    yield made
    runner.close()


def press(home: Home, keys: Callable[[], None]) -> ExportDialog:
    keys()
    return home.dialog


def test_what_is_found_is_written_and_said(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    home.look_for("soup", qtbot)
    assert home.page.export.text() == "Export 2"
    dialog = press(home, home.page.export.click)
    assert dialog.windowTitle() == "Export 2 conversations"
    assert dialog.without_private.isChecked() and not dialog.without_names.isChecked() and dialog.proofs.isChecked()
    dialog.write(tmp_path / "soup")
    assert (tmp_path / "soup.csv").read_text("utf-8-sig").count("Ada Byron") == 1
    assert home.toasts[-1].text == "2 conversations in soup.csv"
    assert not dialog.isVisible()


def test_a_table_that_was_not_chosen_is_not_written_over(home: Home, tmp_path: Path) -> None:
    (tmp_path / "soup.csv").write_text("of last year")
    for name, made in (("soup", "soup (2).csv"), ("soup.csv", "soup.csv")):
        press(home, home.page.begin_export).write(tmp_path / name)
        assert home.toasts[-1].text.endswith(f" in {made}")
        assert "Ada Byron" in (tmp_path / made).read_text("utf-8-sig")
        if name == "soup":
            assert (tmp_path / "soup.csv").read_text() == "of last year"


def test_the_key_exports_all_there_is_and_private_messages_only_when_asked(home: Home, tmp_path: Path) -> None:
    dialog = press(home, lambda: QTest.keyClick(home.page.search, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
    assert dialog.windowTitle() == "Export 3 conversations"
    dialog.formats["json"].click()
    dialog.without_private.click()
    dialog.without_names.click()
    assert "A name that nobody told us can stay" in dialog.said.text()
    dialog.write(tmp_path / "all.json")
    told = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert [one["public"] for one in told["conversations"]] == [False, True, True]
    assert "Ada" not in (tmp_path / "all.json").read_text("utf-8")
    assert "Corner Shop" not in (tmp_path / "all.json").read_text("utf-8")


def test_pages_to_print_hold_the_words_and_no_name_where_none_is_wanted(home: Home, tmp_path: Path) -> None:
    for n in range(60):
        home.at.world.post_as("facebook", f"Guest {n}", f"Soup number {n} was as warm as it was long. " * 12)
    home.at.collect()
    home.page._look()
    for name, without in (("named.pdf", False), ("nameless.pdf", True)):
        dialog = press(home, home.page.begin_export)
        dialog.formats["pdf"].click()
        dialog.without_names.setChecked(without)
        dialog.write(tmp_path / name)
        paper = [bare(page) for page in pages(tmp_path / name)]
        said = "".join(paper)
        assert len(paper) > 5 and f"·{len(paper)}" in paper[-1]
        assert "Soupnumber59wasaswarm" in said and "Soupnumber0wasaswarm" in said
        assert "Coldsoupisours" in said
        assert ("AdaByron" in said, "Guest7" in said, "Ines" in said) == (not without,) * 3
        inside = (tmp_path / name).read_bytes()
        assert ("Corner Shop".encode("utf-16-be") in inside) is not without


def test_it_says_first_how_many_stay_out_and_offers_no_empty_file(home: Home, qtbot: QtBot) -> None:
    dialog = press(home, home.page.begin_export)
    assert dialog.windowTitle() == "Export 3 conversations"
    assert "1 conversation is private and stays out." in dialog.said.text()
    dialog.without_private.click()
    assert "stays out" not in dialog.said.text() and dialog.go.isEnabled()
    dialog.reject()
    QApplication.processEvents()
    home.look_for("refund", qtbot)
    dialog = press(home, home.page.begin_export)
    assert not dialog.go.isEnabled() and "1 conversation is private" in dialog.said.text()
    dialog.without_private.click()
    assert dialog.go.isEnabled()
    dialog.reject()


def test_more_than_the_list_holds_is_counted_in_the_dialog_which_can_be_left(home: Home, qtbot: QtBot) -> None:
    heard: list[bool] = []

    def counting(stop: Callable[[], bool]) -> None:
        dialog = home.dialog
        assert dialog.isVisible() and not dialog.go.isEnabled()
        qtbot.waitUntil(lambda: dialog.far.isVisible())
        assert dialog.far.text() == "Counting them…"
        heard.append(stop())
        dialog.reject()
        heard.append(stop())

    real = home.page.exporting.begin
    home.page.exporting.begin = lambda find: real(counting)  # type: ignore[method-assign]
    home.page.begin_export()
    assert heard == [False, True]


def test_a_folder_that_takes_nothing_is_told_in_the_dialog_which_stays(home: Home, tmp_path: Path) -> None:
    for kind in ("csv", "pdf"):
        dialog = press(home, home.page.begin_export)
        dialog.formats[kind].click()
        dialog.write(tmp_path / "nowhere" / "all")
        assert "couldn’t be written to that folder. Choose another folder." in dialog.trouble.text()
        assert dialog.isVisible() and dialog.go.isEnabled()
        dialog.reject()
        QApplication.processEvents()
        home.page.exporting.dialog = None


def test_a_search_is_saved_found_in_the_menu_and_forgotten(home: Home, qtbot: QtBot) -> None:
    page = home.page
    assert not page.saved.save.isEnabled() and not page.saved.menu_button.isVisibleTo(page)
    home.look_for("kind:question soup", qtbot)
    page.saved.save.click()
    sheet = page.saved.sheet
    assert sheet is not None and sheet.field.text() == "kind:question soup"
    sheet.field.clear()
    assert not sheet.save.isEnabled()
    QTest.keyClicks(sheet.field, "Soup & questions")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert settings.get(home.at.shop.store, settings.SAVED_SEARCHES) == [["Soup & questions", "kind:question soup"]]
    home.look_for("", qtbot)
    entry = page.saved.menu.actions()[0]
    assert entry.text() == "Soup && questions" and page.saved.menu_button.isVisibleTo(page)
    entry.trigger()
    assert page.search.whole() == "kind:question soup"
    page.saved.forget("Soup & questions")
    assert page.saved.all == {}
    undo = home.toasts[-1].action
    assert undo is not None
    undo[1]()
    assert list(page.saved.all) == ["Soup & questions"]


def test_saved_searches_are_renamed_put_in_order_and_forgotten_by_keys(home: Home, qtbot: QtBot) -> None:
    store, saved = home.at.shop.store, home.page.saved
    kept = [["Soup", "soup"], ["Refunds", "refund"], ["Old", "kind:idea"]]
    settings.put(store, settings.SAVED_SEARCHES, kept)
    saved.show_all()
    next(one for one in saved.menu.actions() if one.text() == "Rename or put in order…").trigger()
    QApplication.processEvents()
    dialog = saved.list
    assert dialog is not None and dialog.list.hasFocus() and dialog.query.text() == "soup"
    rename(dialog, "Refunds")
    assert dialog.trouble.text() == "Another search is called “Refunds”." and dialog.names()[0] == "Soup"
    rename(dialog, " ")
    assert dialog.trouble.text() == "A search needs a name." and dialog.names()[0] == "Soup"
    rename(dialog, "Cold  soup")
    assert dialog.trouble.isHidden()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.names() == ["Refunds", "Cold soup", "Old"] and dialog.list.currentRow() == 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.names() == ["Refunds", "Cold soup"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not dialog.up.isEnabled() and dialog.down.isEnabled()
    assert settings.get(store, settings.SAVED_SEARCHES) == kept, "nothing before it is saved"
    dialog.save.click()
    assert settings.get(store, settings.SAVED_SEARCHES) == [["Cold soup", "soup"], ["Refunds", "refund"]]
    assert [one.text() for one in saved.menu.actions()][:2] == ["Cold soup", "Refunds"]
    undo = home.toasts[-1].action
    assert home.toasts[-1].text == "Saved searches changed" and undo is not None
    undo[1]()
    assert settings.get(store, settings.SAVED_SEARCHES) == kept


def rename(dialog: SavedList, name: str) -> None:
    """By F2, typing and Enter."""
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    field = dialog.list.findChildren(QLineEdit)[-1]
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog.isVisible(), "Enter in the field is the field's"


def test_a_name_that_is_still_being_typed_counts_when_save_is_pressed(home: Home) -> None:
    dialog, kept = SavedList({"Boxes": "box", "Till": "till"}), list[dict[str, str]]()
    dialog.kept.connect(kept.append)
    dialog.open()
    QTest.qWaitForWindowExposed(dialog)

    def type_a_name(name: str) -> None:
        QTest.keyClick(dialog.list, Qt.Key.Key_F2)
        QTest.keyClicks(dialog.list.findChildren(QLineEdit)[-1], name)

    type_a_name("Till")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not kept and dialog.trouble.text() == "Another search is called “Till”."
    QApplication.processEvents()
    type_a_name("Crushed boxes")
    QTest.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    assert dialog.names() == ["Till", "Crushed boxes"]
    type_a_name("Flat boxes")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert [list(one.items()) for one in kept] == [[("Till", "till"), ("Flat boxes", "box")]]


def test_what_was_just_typed_is_looked_for_before_it_is_exported(home: Home) -> None:
    QTest.keyClicks(home.page.search, "soup")
    assert home.page.search._pause.isActive() and home.page.export.text() == "Export 3"
    dialog = press(home, lambda: QTest.keyClick(home.page.search, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
    assert dialog.windowTitle() == "Export 2 conversations"
    dialog.reject()
