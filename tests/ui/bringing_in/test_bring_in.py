"""A person drops a file, sees what is in it, adds it, stops it, and takes it out again, in the real window."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import bringing_in, counter, searching
from desktop.imports import marks
from desktop.imports.files import Stop
from desktop.shop import Shop
from tests import archives
from tests.archives import START, review
from tests.fixtures_shop import Counter
from tests.ui.test_main_window import Desk, desk, made  # noqa: F401 (the window and its pages)
from ui.background import AtOnce, Background
from ui.bringing_in import BringInDialog
from ui.finder import matching
from ui.menus import plain
from ui.theme import Theme
from ui.widgets.buttons import LinkButton


def files_of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(target: QWidget, *paths: Path) -> None:
    data, left = files_of(*paths), Qt.MouseButton.LeftButton
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(9, 9), both, data, left, Qt.KeyboardModifier.ShiftModifier)
    assert event.proposedAction() is Qt.DropAction.MoveAction  # as a file manager does on one disk
    target.dropEvent(event)
    assert event.isAccepted() and event.dropAction() is Qt.DropAction.CopyAction  # who moved a file deletes it


def hits(shop: Shop, words: str) -> int:
    return len(searching.find(shop.store, searching.parse(words), searching.Asking(shop.clock, shop.me.id)).rids)


@pytest.fixture
def dialog(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[BringInDialog]:
    opened = BringInDialog(at_counter.shop, AtOnce(at_counter.shop.changes))
    opened.show()
    yield opened
    opened.reject()


def google(path: Path) -> Path:
    bad = review(3, "When was that?", START, createTime="soon")
    told = review(1, "The box was crushed", START, "ONE", "Sorry, new boxes now")
    return archives.takeout(path, [told, review(2, "Lovely scones", START, "FIVE"), bad])


def press(dialog: BringInDialog, text: str) -> None:
    """A link with these words, wherever it stands in the dialog."""
    links = [one for one in dialog.findChildren(LinkButton) if one.text() == text and one.isVisible()]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)


def test_a_file_is_dropped_on_the_window_looked_at_added_and_taken_out(desk: Desk, tmp_path: Path) -> None:  # noqa: F811
    drop(desk.window, google(tmp_path / "takeout.zip"))
    dialog, shop = desk.actions.bringing, desk.at.shop
    assert dialog is not None and dialog.isVisible()
    assert dialog.what.text() == "takeout.zip: Google Takeout, reviews: 2 messages from others, 1 of yours"
    assert "Lovely scones" in dialog.samples.text() and "1 March 2023" in dialog.when.text()
    assert dialog.trouble.text() == "1 row can’t be read and stays out."
    assert "When was that?" in dialog.rows.toPlainText()
    assert dialog.go.text() == "Add 3" and hits(shop, "scones") == 0
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "3 came in. 1 couldn’t be read and was left out." in dialog.news.text()
    assert (hits(shop, "scones"), hits(shop, "crushed")) == (1, 1)
    press(dialog, "See the 1 row")
    assert "When was that?" in dialog.rows.toPlainText()
    press(dialog, "Undo this import")
    assert dialog.news.text() == "Taken out again." and hits(shop, "scones") == 0
    dialog.take(tmp_path / "takeout.zip")
    assert dialog.go.text() == "Add 3"
    dialog.reject()


def test_a_folder_dropped_on_the_window_is_looked_at_like_its_file(desk: Desk, tmp_path: Path) -> None:  # noqa: F811
    with zipfile.ZipFile(google(tmp_path / "takeout.zip")) as packed:
        packed.extractall(tmp_path / "Takeout folder")
    drop(desk.window, tmp_path / "Takeout folder")
    dialog = desk.actions.bringing
    assert dialog is not None and dialog.go.text() == "Add 3"
    assert dialog.what.text().startswith("Takeout folder: Google Takeout, reviews: 2 messages from others")
    dialog.reject()


def test_of_several_files_each_has_its_turn(desk: Desk, tmp_path: Path) -> None:  # noqa: F811
    table, unread = tmp_path / "old.csv", archives.packed(tmp_path / "beach.zip", {"a.jpg": "sand"})
    table.write_text("Text,Date,Name\nLovely buns,3/4/2024,Sol\n", "utf-8")
    drop(desk.window, google(tmp_path / "takeout.zip"), unread, table)
    dialog, shop = desk.actions.bringing, desk.at.shop
    assert dialog is not None and "takeout.zip" in dialog.what.text()
    assert dialog.wait.text() == "One file after the other. Still to come: beach.zip, old.csv"
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "3 came in." in dialog.news.text() and dialog.next.text() == "Next: beach.zip"
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert "doesn’t look like an export" in dialog.trouble.text() and dialog.next.text() == "Next: old.csv"
    assert dialog.focusWidget() is dialog.next
    QTest.keyClick(dialog.next, Qt.Key.Key_Space)
    assert not dialog.wait.isVisible() and "Lovely buns" in dialog.samples.text()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert not dialog.next.isVisible()
    assert (hits(shop, "scones"), hits(shop, "buns")) == (1, 1)
    dialog.reject()


def test_of_a_folder_of_exports_each_has_its_turn(desk: Desk, tmp_path: Path) -> None:  # noqa: F811
    folder, later = tmp_path / "old things", tmp_path / "later.csv"
    folder.mkdir()
    google(folder / "takeout.zip")
    (folder / "beach.jpg").write_bytes(b"sand")
    for table in (folder / "old.csv", later):
        table.write_text("Text,Date,Name\nLovely buns,3/4/2024,Sol\n", "utf-8")
    drop(desk.window, folder, later)
    dialog = desk.actions.bringing
    assert dialog is not None and "old.csv" in dialog.what.text() and not dialog.trouble.isVisible()
    assert dialog.wait.text() == "One file after the other. Still to come: takeout.zip, later.csv"
    dialog.reject()


def test_a_span_of_years_says_both_of_them(dialog: BringInDialog, at_counter: Counter, tmp_path: Path) -> None:
    table, now = tmp_path / "old.csv", at_counter.shop.clock.local(at_counter.shop.clock.now())
    for first, said in ((f"{now.year - 2}-01-04", f"From 4 January {now.year - 2} to 2 January {now.year}."),
                        (f"{now.year}-01-01", "From 1 January to 2 January.")):  # fmt: skip
        table.write_text(f"Text,Date,Name\nBuns,{first},Sol\nCake,{now.year}-01-02,Sol\n", "utf-8")
        dialog.take(table)
        assert dialog.when.text() == said


def test_dates_that_can_be_read_both_ways_are_pointed_at(dialog: BringInDialog, tmp_path: Path) -> None:
    table = tmp_path / "old.csv"
    given = (("3/4/2024", True), ("2024-04-03", False), ("3/4/2024,14/4/2024", False), ("4/4/2024", False))
    for days, is_told in given:
        lines = (f"Buns,{day},Sol\n" for day in days.split(","))
        table.write_text("Text,Date,Name\n" + "".join(lines), "utf-8")
        dialog.take(table)
        assert dialog._mapper is not None and dialog._mapper.either.isVisible() == is_told


def test_the_menu_and_the_finder_open_it_once(desk: Desk) -> None:  # noqa: F811
    (found,) = (one for one in matching("import csv", desk.actions.everything()) if one.where == "File")
    assert found.text == "Bring in history"
    found.act()
    first = desk.actions.bringing
    desk.actions.bring_in()
    assert first is not None and desk.actions.bringing is first and first.stack.currentWidget() is first.first
    assert "Bring in history" in [plain(one.text()) for _, one in desk.actions.menus.all()]
    first.reject()


def test_what_is_here_already_is_said_and_not_added_again(dialog: BringInDialog, tmp_path: Path) -> None:
    path = google(tmp_path / "takeout.zip")
    dialog.take(path)
    dialog.add()
    dialog.take(path)
    assert "3 are here already." in dialog.when.text()
    assert dialog.go.text() == "Add 0" and not dialog.go.isEnabled()


def test_the_columns_of_a_table_are_put_right_by_a_person(
    dialog: BringInDialog, at_counter: Counter, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    path.write_text("A,B,C\nLovely buns,3/4/2024,Sol\n", "utf-8")
    dialog.take(google(tmp_path / "takeout.zip"))
    assert dialog.go.text() == "Add 3"
    dialog.take(path)
    assert dialog.go.text() == "Add"  # and not the number of the file before
    assert "What they said, When" in dialog.when.text() and not dialog.go.isEnabled()
    mapper = dialog._mapper
    assert mapper is not None
    assert [mapper.boxes["at"].itemText(n) for n in range(4)] == ["(none)", "A: Lovely buns", "B: 3/4/2024", "C: Sol"]
    for key, column in (("text", 1), ("at", 2), ("name", 3)):
        mapper.boxes[key].setFocus()
        for _ in range(column):
            QTest.keyClick(mapper.boxes[key], Qt.Key.Key_Down)
    assert dialog.go.isEnabled() and dialog.samples.text() == "3 April 2024, Sol: “Lovely buns”"
    mapper.order.setFocus()
    QTest.keyClick(mapper.order, Qt.Key.Key_Down)
    assert dialog.samples.text() == "4 March 2024, Sol: “Lovely buns”"
    dialog.add()
    assert hits(at_counter.shop, "buns from:sol") == 1


def test_a_table_without_headings_loses_no_row_and_a_person_can_say_otherwise(
    dialog: BringInDialog, at_counter: Counter, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    text = "03.04.2024;Jürgen;Harte Brötchen – leider\n2024-04-15;Maïté;Merci\nApr 21, 2024;Ann;No queue\n"
    path.write_text(text, "cp1252")
    dialog.take(path)
    mapper = dialog._mapper
    assert mapper is not None and not mapper.headed.isChecked()
    assert mapper.boxes["name"].itemText(2) == "Column 2: Jürgen, Maïté"
    QTest.mouseClick(mapper.headed, Qt.MouseButton.LeftButton)
    assert mapper.boxes["name"].itemText(2) == "Jürgen: Maïté, Ann"
    QTest.mouseClick(mapper.headed, Qt.MouseButton.LeftButton)
    for key, column in (("at", 1), ("name", 2), ("text", 3)):
        mapper.boxes[key].setFocus()
        for _ in range(column):
            QTest.keyClick(mapper.boxes[key], Qt.Key.Key_Down)
    assert dialog.go.text() == "Add 3" and "3 April 2024, Jürgen: “Harte Brötchen – leider”" in dialog.samples.text()
    dialog.add()
    assert hits(at_counter.shop, "brötchen from:jürgen") == 1
    dialog.take(google(tmp_path / "takeout.zip"))
    assert dialog._mapper is None


def test_what_a_row_calls_private_is_said_before_it_comes_in(dialog: BringInDialog, tmp_path: Path) -> None:
    path, rows = tmp_path / "table.csv", ("2024-04-03,Sol,Lovely buns,no", "2024-04-04,Pia,My door is blue,yes")
    path.write_text("\n".join(("date,who,text,private", *rows)), "utf-8")
    dialog.take(path)
    assert dialog.samples.text() == "3 April 2024, Sol: “Lovely buns”\n4 April 2024, Pia, private: “My door is blue”"
    mapper = dialog._mapper
    assert mapper is not None and mapper.boxes["seen"].currentText() == "private: no, yes"
    mapper.boxes["seen"].setFocus()
    QTest.keyClick(mapper.boxes["seen"], Qt.Key.Key_Home)
    assert "4 April 2024, Pia: " in dialog.samples.text()


def test_a_value_too_long_for_its_box_is_shown_whole_on_hover(dialog: BringInDialog, tmp_path: Path) -> None:
    path, long = tmp_path / "old.csv", "Lovely buns and a kind word from the lady with the red apron"
    path.write_text(f"Text,Date,Remarks\n{long},3/4/2024,none\n", "utf-8")
    dialog.take(path)
    mapper = dialog._mapper
    assert mapper is not None
    box = mapper.boxes["text"]
    shown = " ".join(box.toolTip().split())
    assert shown == box.currentText() and shown.startswith("Text: Lovely buns and a kind")
    assert box.itemData(3, Qt.ItemDataRole.ToolTipRole) == "Remarks: none"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.toolTip() == "Date: 3/4/2024"


def test_what_is_no_export_is_said_with_what_is_in_it(dialog: BringInDialog, tmp_path: Path) -> None:
    drop(dialog, archives.packed(tmp_path / "holiday.zip", {"beach.jpg": "sand"}))
    assert dialog.trouble.text() == (
        "That file doesn’t look like an export we know. Here’s what’s in it: beach.jpg."
    )
    assert dialog.stack.currentWidget() is dialog.first


def test_cancel_stops_it_and_keeps_nothing(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    shop, background = at_counter.shop, Background(at_counter.shop.changes)
    dialog = BringInDialog(shop, background)
    dialog.show()
    dialog.take(archives.table(tmp_path / "long.csv", 2_000))
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=30_000)
    dialog.add()
    qtbot.waitUntil(lambda: dialog._turn.read > 0, timeout=30_000)
    assert dialog.cancel.text() == "Cancel" and dialog.isVisible()
    dialog.reject()
    assert dialog.isVisible()  # until nothing of it is kept
    qtbot.waitUntil(lambda: dialog.news.text() == "Stopped. Nothing of it was kept.", timeout=30_000)
    assert marks.all(shop.store) == () and hits(shop, "crushed") == 0
    dialog.reject()
    assert background.close()


def test_a_long_file_says_how_far_it_is_looked_at_and_can_be_stopped(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, background, far = at_counter.shop, Background(at_counter.shop.changes), Event()
    batches = bringing_in._batches

    def waiting(*args: Any) -> Iterator[Any]:
        for n, batch in enumerate(batches(*args)):
            if n == 3:
                far.wait(30)
            yield batch

    monkeypatch.setattr(bringing_in, "_batches", waiting)
    dialog = BringInDialog(shop, background)
    dialog.show()
    dialog.take(archives.table(tmp_path / "long.csv", 2_000))
    qtbot.waitUntil(lambda: dialog.when.text().endswith(" so far…"), timeout=30_000)
    assert dialog.when.text().startswith("Reading long.csv: ") and dialog.cancel.text() == "Cancel"
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and dialog.stack.currentWidget() is dialog.first
    far.set()
    dialog.take(google(tmp_path / "takeout.zip"))
    qtbot.waitUntil(lambda: dialog.go.text() == "Add 3", timeout=30_000)
    assert dialog.cancel.text() == "Close" and marks.all(shop.store) == ()
    dialog.reject()
    assert not dialog.isVisible() and background.close()


def test_a_fault_of_ours_leaves_no_dialog_at_work(
    dialog: BringInDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught = list[Any]()
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(error))
    monkeypatch.setattr(bringing_in, "bring_in", lambda *_, **__: {}["nothing"])
    drop(dialog, google(tmp_path / "takeout.zip"))
    dialog.add()
    said = "Something in Said & Done went wrong, so this couldn’t be finished. Try it again."
    assert dialog.trouble.isVisible() and dialog.trouble.text() == said
    assert dialog.cancel.text() == "Close" and isinstance(caught[0], KeyError)


def test_cancel_is_heard_while_a_file_is_opened(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, background, far, asked = at_counter.shop, Background(at_counter.shop.changes), Event(), list[bool]()
    ask = Stop.ask

    def waiting(stop: Stop) -> None:
        if len(asked) == 2:
            far.wait(30)
        asked.append(True)
        ask(stop)

    monkeypatch.setattr(Stop, "ask", waiting)
    dialog = BringInDialog(shop, background)
    dialog.show()
    dialog.take(archives.table(tmp_path / "long.csv", 20_000))
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=30_000)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    far.set()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.first, timeout=30_000)
    assert len(asked) == 3 and not dialog.trouble.isVisible() and dialog.cancel.text() == "Close"
    dialog.reject()
    assert not dialog.isVisible() and background.close()


def test_cancel_that_comes_when_it_is_all_in_says_so_and_offers_to_undo_it(
    dialog: BringInDialog, at_counter: Counter, tmp_path: Path
) -> None:
    shop = at_counter.shop
    dialog.take(google(tmp_path / "takeout.zip"))
    forget = shop.changes.listen(lambda tables: dialog.cancel.click() if "imports" in tables else None)
    dialog.add()
    forget()
    assert dialog.isVisible() and hits(shop, "scones") == 1
    assert dialog.news.text().startswith("It was all in before it could be stopped. takeout.zip, ")
    press(dialog, "Undo this import")
    assert dialog.news.text() == "Taken out again." and hits(shop, "scones") == 0


def test_undoing_says_first_that_a_later_file_held_the_same_and_that_one_brings_it_back(
    dialog: BringInDialog, tmp_path: Path
) -> None:
    first, second = tmp_path / "one.csv", tmp_path / "two.csv"
    lines = ["id,date,name,message", "1,2020-01-01 10:00,Ann Lee,The zebrabox was crushed"]
    first.write_text("\n".join(lines))
    second.write_text("\n".join([*lines, "2,2021-01-01 10:00,Ann Lee,Again crushed"]))
    shop, brought = dialog._shop, list[marks.Import]()
    for path in (first, second):
        archive = bringing_in.opened(shop, path)
        brought.append(bringing_in.bring_in(shop, archive, archive.mine[0], path.name))
        dialog._shop.clock.forward(minutes=1)  # type: ignore[attr-defined]
    dialog.undo(brought[0])
    assert "two.csv came later" in dialog.news.text() and hits(shop, "zebrabox") == 1
    press(dialog, "Undo this import")
    assert hits(shop, "zebrabox") == 0 and "Bring two.csv in again now." in dialog.news.text()
    archive = bringing_in.opened(shop, second)
    bringing_in.bring_in(shop, archive, archive.mine[0], second.name)
    assert hits(shop, "zebrabox") == 1


def test_imports_of_before_stand_in_a_list_and_old_ones_cannot_be_undone(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    shop = at_counter.shop
    archive = bringing_in.opened(shop, google(tmp_path / "takeout.zip"))
    bringing_in.bring_in(shop, archive, archive.mine[0], "takeout.zip")
    at_counter.clock.forward(days=31)
    dialog = BringInDialog(shop, AtOnce(shop.changes))
    dialog.show()
    links = [one.text() for one in dialog.brought.findChildren(LinkButton)]
    assert links == ["See the 1 row"]
    dialog.reject()


def test_an_archive_says_what_stays_out_as_not_everybody_may_read_it(dialog: BringInDialog, tmp_path: Path) -> None:
    notes = [archives.note(1, "<p>Eggs are in</p>", START), archives.note(2, "<p>Hush</p>", START, to=[], cc=[])]
    drop(dialog, archives.mastodon_archive(tmp_path / "archive.tar.gz", notes))
    assert "@cornershop@quay.example" in dialog.who.currentText()
    assert "1 post that not everybody may read stays out." in dialog.when.text()
    assert "Hush" not in dialog.samples.text()
    assert dialog.go.text() == "Add 1"
    dialog.add()
    assert hits(dialog._shop, "hush") == 0


def test_messages_of_a_help_desk_show_their_columns(dialog: BringInDialog, tmp_path: Path) -> None:
    drop(dialog, archives.chatwoot(tmp_path / "messages.csv", 8))
    assert "Chatwoot-style messages" in dialog.what.text()
    mapper = dialog._mapper
    assert mapper is not None and not mapper.public.isChecked()
    chosen = {key: mapper.boxes[key].currentText().split(":")[0] for key in ("thread", "side", "private")}
    assert chosen == {"thread": "conversation_id", "side": "message_type", "private": "private"}
    assert dialog.go.text() == "Add 8"
    dialog.add()
    assert hits(dialog._shop, "crushed") == 1


def test_a_file_that_waits_for_somebody_elses_says_whose(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, background, go_on, is_at_it = at_counter.shop, Background(at_counter.shop.changes), Event(), Event()
    tom = counter.add_person(shop, "Tom")
    opened = bringing_in.opened

    def slowly(*all_of_it: Any) -> Any:
        is_at_it.set()
        assert go_on.wait(10)
        return opened(*all_of_it)

    monkeypatch.setattr(bringing_in, "opened", slowly)
    hers, his = (BringInDialog(shop, background) for _ in range(2))
    try:
        for one in (hers, his):
            qtbot.addWidget(one)
            one.show()
        file = google(tmp_path / "takeout.zip")
        hers.take(file)
        assert is_at_it.wait(10) and hers.far.text() == "Reading takeout.zip…"
        shop.set_person(tom)
        his.take(file)
        assert his.far.text() == "Ines is bringing in a file. This one waits until that is done."
        go_on.set()
        qtbot.waitUntil(lambda: his.stack.currentWidget() is his.seen, timeout=10_000)
        assert "Ines" not in his.when.text()
        hers.take(file)
        qtbot.waitUntil(lambda: hers.stack.currentWidget() is hers.seen, timeout=10_000)
        assert "bringing in a file" not in hers.far.text(), "nobody is at it any more"
    finally:
        go_on.set()
        assert background.close()
