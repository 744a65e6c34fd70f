"""What a person sees when the disk is full or may not be written to: the text stays, and is saved later."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import counter, drafts, outbox
from desktop.errors import DiskTrouble
from desktop.records import Channel, ReplyState
from desktop.store import disk_full
from desktop.writing import Writing
from tests.desktop.bad_input.kit import FullDisk, Quay
from tests.fixtures_shop import Counter
from tests.stories.bad_input.kit import (
    NOT_SAVED,
    OURS,
    Open,
    SmallDisk,
    Starter,
    asked,
    dialog,
    is_called,
    main_window,
    press_in,
    say_ok,
    trouble_line,
    words_in,
    written,
)
from tests.stories.waiting import wait

FULL_AND_SAFE = "There's no room left on this disk. We've stopped fetching, and your drafts are safe."
NO_ROOM_LEFT = "There's no room left on this disk."
NO_ROOM = f"{NO_ROOM_LEFT} {NOT_SAVED}"


def test_a_draft_the_disk_will_not_take_stays_is_said_and_is_saved_later(
    at_counter: Counter, open_window: Open
) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    other = at_counter.hear("What time do you close?", "Gus")
    day = open_window(shop)
    day.window.open_conversation(one)
    disk = FullDisk(shop)
    day.view.composer.set_writing(Writing.typed(OURS * 300), Channel.PUBLIC, at_end=True)
    day.view.composer.draft_changed.emit(Writing.typed(OURS * 300), Channel.PUBLIC)
    QApplication.processEvents()
    assert day.view.bottom_bars.text("unsaved") == NO_ROOM
    day.window.open_conversation(other)
    assert written(day) == ""
    assert day.view.bottom_bars.text("unsaved") == ""
    day.window.open_conversation(one)
    assert written(day) == (OURS * 300)
    assert day.view.bottom_bars.text("unsaved") == NO_ROOM
    day.window.show_trouble(disk_full())
    not_safe = f"{NO_ROOM_LEFT} 1 draft isn’t saved yet: its words are only in this window."
    assert trouble_line(day) == not_safe, "no word of drafts that are safe"
    day.window.status.trouble.click()
    assert not_safe in words_in(dialog(day))
    say_ok(day)
    day.window.show_trouble(DiskTrouble("The shop folder can't be used."))
    assert trouble_line(day) == f"The shop folder can't be used. {not_safe.removeprefix(NO_ROOM_LEFT + ' ')}"
    day.window.status.trouble.click()
    assert "safe" not in words_in(dialog(day))
    say_ok(day)
    day.window.show_trouble(disk_full())
    day.window.close()
    assert day.window.isVisible(), "it asks first"
    assert "1 draft can’t be saved." in words_in(dialog(day))
    press_in(dialog(day), "Stay")
    disk.freed()
    day.view.desk._again.timeout.emit()
    QApplication.processEvents()
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain() == (OURS * 300)
    assert day.view.bottom_bars.text("unsaved") == ""
    assert not day.window.unsaved()
    assert trouble_line(day) == "", "words can be written again"
    day.window.show_trouble(disk_full())
    assert trouble_line(day) == NO_ROOM_LEFT
    day.window.status.trouble.click()
    assert "Your drafts up to here are safe. Make room" in words_in(dialog(day))


def test_a_disk_that_fills_while_checking_says_so_and_goes_on_when_there_is_room(
    quay: Quay, open_window: Open
) -> None:
    day = open_window(quay.shop)
    disk = FullDisk(quay.shop)
    for _ in range(20):
        quay.says("<p>" + "so much to say " * 500 + "</p>")
    day.press("F5")
    assert trouble_line(day) == FULL_AND_SAFE
    assert day.window.status.connection.word().text != "Checking…"
    day.window.status.trouble.click()
    assert is_called_in(dialog(day), "Show the folder")
    say_ok(day)
    disk.freed()
    day.press("F5")
    assert (trouble_line(day), day.counts()[0]) == ("", 20)


def test_a_disk_that_is_really_full_says_so_and_everything_works_again_with_room(
    start: Starter, shop_folder: Path, disk: SmallDisk
) -> None:
    """No pretending: a small disk, filled to the last byte, under the program as it runs."""
    if not disk.is_a_disk:
        pytest.skip("only root can make a small disk to fill")
    folder = disk.folder / "shop"
    shutil.copytree(shop_folder, folder)
    program = start(folder)
    window = main_window(program)
    wait(lambda: window.sidebar.count("inbox") == 1)
    one = str(window.shop.store.value("select id from conversations"))
    window.open_conversation(one)
    view: Any = window.page().view  # type: ignore[union-attr]
    wait(lambda: view.known is not None)
    wait(lambda: (folder / "backups").is_dir())
    disk.fill()
    text = "Sorry, we will make it good. " * 4000
    view.composer.set_writing(Writing.typed(text), Channel.PUBLIC, at_end=True)
    view.composer.draft_changed.emit(Writing.typed(text), Channel.PUBLIC)
    wait(lambda: view.bottom_bars.text("unsaved") == NO_ROOM)
    assert view.composer.writing(Channel.PUBLIC).plain() == text
    disk.make_room()
    view.desk._again.timeout.emit()
    wait(lambda: not view.bottom_bars.text("unsaved"))
    kept = drafts.load(window.shop.store, one, window.shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain() == text
    assert window.shop.store.health() == "ok"
    start.end()
    start.programs.clear()


def is_called_in(widget: QWidget, text: str) -> bool:
    return any(is_called(each, text) for each in widget.findChildren(QWidget))


def test_a_disk_that_fills_while_posting_keeps_the_text_where_it_was(
    at_counter: Counter, open_window: Open
) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    day = open_window(shop)
    day.window.open_conversation(one)
    text = (OURS * 150).strip()
    day.view.composer.set_writing(Writing.typed(text), Channel.PUBLIC, at_end=True)
    disk = FullDisk(shop)
    day.view.desk.post(Writing.typed(text), Channel.PUBLIC, False)
    assert day.view.bottom_bars.text("trouble").startswith(NO_ROOM_LEFT)
    assert "fetching" not in day.view.bottom_bars.text("trouble"), "nothing was being fetched"
    assert written(day) == text
    assert outbox.pending(shop.store) == ()
    disk.freed()
    day.view.desk.post(Writing.typed(text), Channel.PUBLIC, False)
    assert [reply.state for reply in outbox.pending(shop.store)] == [ReplyState.WAITING]
    assert day.view.bottom_bars.text("trouble") == ""


def test_words_typed_while_a_conversation_is_read_again_stay(at_counter: Counter, open_window: Open) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("We do"))
    day = open_window(shop)
    day.window.open_conversation(one)
    QTest.keyClicks(day.view.composer.editor, ", from eight")
    day.view.resume_conversation(one)
    assert written(day) == "We do, from eight"


def test_what_undo_brings_back_stands_in_front_of_what_was_begun_since(
    at_counter: Counter, open_window: Open
) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    day = open_window(shop)
    day.window.open_conversation(one)
    day.view.start(0)
    QTest.keyClicks(day.view.composer.editor, "We do, from eight. Ines")
    day.view.desk.post(day.view.composer.writing(), Channel.PUBLIC, False)
    day.window.open_conversation(one)
    day.view.start(0)
    QTest.keyClicks(day.view.composer.editor, "PS rye only")
    day.press("Ctrl+Z")
    assert written(day).split("\n") == ["We do, from eight. Ines", "PS rye only"]


@pytest.mark.skipif(os.name == "nt", reason="folder permissions work otherwise on Windows")
def test_a_folder_that_can_only_be_read_can_be_read(
    start: Starter, shop_folder: Path, disk: SmallDisk
) -> None:
    folder = disk.folder / "shop"
    shutil.copytree(shop_folder, folder)
    disk.may_be_written(False)
    program = start(folder)
    said, ways = asked(program)
    assert said.startswith("The shop folder can't be ")
    assert ways >= {"Show the folder", "Read only", "Try again"}
    press_in(program._dialog, "Read only")
    window = main_window(program)
    assert window.shop.read_only
    wait(lambda: window.sidebar.count("inbox") == 1)
    start.end()
    start.programs.clear()
    disk.may_be_written(True)
    again = start(folder)
    assert not main_window(again).shop.read_only
    start.end()


@pytest.mark.skipif(os.name == "nt", reason="folder permissions work otherwise on Windows")
def test_a_folder_that_can_not_be_written_any_more_is_said_and_the_text_stays(
    at_counter: Counter, open_window: Open
) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    day = open_window(shop)
    day.window.open_conversation(one)
    shop.store._conn.execute("pragma query_only=on")
    day.view.composer.set_writing(Writing.typed(OURS), Channel.PUBLIC, at_end=True)
    day.view.composer.draft_changed.emit(Writing.typed(OURS), Channel.PUBLIC)
    assert day.view.bottom_bars.text("unsaved") == f"The shop folder can't be written to. {NOT_SAVED}"
    shop.store._conn.execute("pragma query_only=off")
    day.view.desk._again.timeout.emit()
    assert day.view.bottom_bars.text("unsaved") == ""
    assert drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC) is not None


def test_a_reply_and_an_act_that_the_disk_would_not_take_say_so_where_they_are_seen(
    at_counter: Counter, open_window: Open
) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    at_counter.hear("What time do you close?", "Gus")
    day = open_window(shop)
    day.window.open_conversation(one)
    shop.store._conn.execute("pragma query_only=on")
    day.view.composer.set_writing(Writing.typed(OURS), Channel.PUBLIC, at_end=True)
    day.view.desk.post(Writing.typed(OURS), Channel.PUBLIC, False)
    assert day.view.bottom_bars.text("unsaved") == (
        "The shop folder can't be written to. Your reply wasn’t posted. It stays here, and we try to save it every "
        "few seconds."
    )
    said: list[str] = []
    day.window.bridge.toast_wanted.connect(lambda toast: said.append(toast.text))
    day.page.list.setFocus()
    day.press("E")
    assert day.view.current_id() not in ("", one), "the next one is open by now"
    assert said == ["The shop folder can't be written to. Check who may write there."]
    shop.store._conn.execute("pragma query_only=off")
    day.view.desk._again.timeout.emit()
    day.window.open_conversation(one)
    assert day.view.bottom_bars.text("unsaved") == "" and written(day) == OURS
