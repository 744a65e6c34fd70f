"""What a person sees when a shop's file is damaged, newer, somebody else's or senseless."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import counter, drafts, settings
from desktop.clock import SetClock
from desktop.records import Channel
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.desktop.bad_input.kit import NOON
from tests.fixtures_shop import open_counter
from tests.stories.bad_input.kit import Starter, asked, main_window, press_in, words_in
from tests.stories.waiting import wait
from ui.at_work import AtWork
from ui.crash import LOG_NAME
from ui.main_window import MainWindow
from ui.settings.copies import BringBack
from ui.settings.dialog import SettingsDialog
from ui.trouble import TroubleDialog
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton


def test_a_damaged_file_opens_as_its_newest_good_copy_to_read(start: Starter, shop_folder: Path) -> None:
    (shop_folder / FILE_NAME).write_bytes(b"\x00" * 40_000)
    damaged = shop_folder / "backups" / "shop-2025-06-15.db"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\x00" * 40_000)
    program = start(shop_folder)
    window = main_window(program)
    (bar,) = window.findChildren(Bar)
    assert bar.text().startswith("Your shop’s file couldn’t be opened. A copy from ")
    assert bar.text().endswith(" is open to read.")
    assert window.shop.read_only
    wait(lambda: window.sidebar.count("inbox") == 1)
    assert {link.text() for link in bar.findChildren(LinkButton)} == {
        "Use this copy", "Repair the file", "Show the folder", "Try again"
    }  # fmt: skip
    press_in(bar, "Repair the file")  # nothing of it can be read: that is said, and the copy is open as before
    wait(lambda: len(main_window(program).findChildren(Bar)) == 2)
    bar, failed = main_window(program).findChildren(Bar)
    assert failed.text().startswith("Nothing could be read out of the shop's file. Nothing was changed.")
    assert main_window(program).shop.copy is not None
    press_in(bar, "Try again")
    (bar,) = main_window(program).findChildren(Bar)
    press_in(bar, "Use this copy")
    (asking,) = main_window(program).findChildren(BringBack)
    press_in(asking, "Use it from now on")
    again = main_window(program)
    assert not again.shop.read_only
    wait(lambda: again.sidebar.count("inbox") == 1)
    (kept,) = shop_folder.glob("replaced-*.db")
    assert kept.read_bytes() == b"\x00" * 40_000


def test_a_damaged_file_without_a_copy_is_repaired_from_what_can_be_read(
    start: Starter, shop_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, say = list[str](), AtWork._say

    def heard(window: AtWork, text: str) -> None:
        say(window, text)
        shown.append(window.label.text())

    monkeypatch.setattr(AtWork, "_say", heard)
    shutil.rmtree(shop_folder / "backups")
    path = shop_folder / FILE_NAME
    with closing(sqlite3.connect(path)) as conn:
        (root,) = conn.execute("select rootpage from sqlite_master where name = 'replies'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\x07" * 4096)
    damaged = path.read_bytes()
    program = start(shop_folder)
    said, ways = asked(program)
    assert said.startswith("Your shop's file couldn't be opened: it is damaged. Bring a copy back, or have it")
    assert ways >= {"Show the folder", "Try again", "Repair it"}
    press_in(program._dialog, "Repair it")
    wait(lambda: isinstance(program.window, MainWindow) and program.window.findChildren(Bar))
    told = next(bar.text() for bar in main_window(program).findChildren(Bar))
    (kept,) = shop_folder.glob("replaced-*.db")
    assert kept.read_bytes() == damaged
    assert "Read and kept: " in told and "1 message" in told and str(kept) in told
    assert shown[0] == "The shop file is damaged. Reading what can still be read."
    assert shown[-1] == "Making the search index and the counts anew.", "it says how far it has come"
    wait(lambda: main_window(program).sidebar.count("inbox") == 1)


def test_the_owner_brings_a_copy_back_in_the_settings_and_the_file_in_use_is_kept(
    start: Starter, shop_folder: Path
) -> None:
    with closing(open_counter(shop_folder).shop) as shop:
        one = str(shop.store.value("select id from conversations"))
        counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("Written after the copy"))
    computer = (shop_folder / "device.id").read_text()
    program = start(shop_folder)
    window = main_window(program)
    program.session.actions.show_settings()  # type: ignore[union-attr]
    (shown,) = window.findChildren(SettingsDialog)
    assert shown.copies.choice.count() == 1
    press_in(shown.copies, "Bring this copy back…")
    (asking,) = shown.findChildren(BringBack)
    assert words_in(asking).startswith("Bring back the copy of ")
    press_in(asking, "Bring it back")
    wait(lambda: program.window is not window and isinstance(program.window, MainWindow))
    again = main_window(program)
    wait(lambda: again.findChildren(Bar))
    said = [bar.text() for bar in again.findChildren(Bar)]
    assert drafts.load(again.shop.store, one, again.shop.me.id, Channel.PUBLIC) is None
    assert (shop_folder / "device.id").read_text() != computer
    (kept,) = shop_folder.glob("replaced-*.db")
    told = f"The copy is in use now. The file it replaced is kept beside it: {kept.name}. For the shop this is a new "
    assert any(text.startswith(told) for text in said)
    with closing(Store(kept, read_only=True)) as before:
        assert "Written after the copy" in before.value("select body from drafts")


def test_a_damaged_copy_is_not_brought_back_and_the_shop_opens_as_it_was(
    start: Starter, shop_folder: Path
) -> None:
    (copy,) = (shop_folder / "backups").glob("*.db")
    copy.write_bytes(copy.read_bytes()[:9000])
    program = start(shop_folder)
    window = main_window(program)
    program.session.copy_wanted.emit(copy)  # type: ignore[union-attr]
    wait(lambda: program.window is not window and isinstance(program.window, MainWindow))
    again = main_window(program)
    wait(lambda: any("damaged" in bar.text() for bar in again.findChildren(Bar)))
    wait(lambda: again.sidebar.count("inbox") == 1)
    assert not again.shop.read_only and not list(shop_folder.glob("replaced-*"))


def test_damage_found_while_the_shop_is_open_offers_the_copy(start: Starter, shop_folder: Path) -> None:
    spoil(shop_folder / FILE_NAME, "accounts")
    program = start(shop_folder)
    window = main_window(program)
    wait(lambda: damage_bars(window))
    (bar,) = damage_bars(window)
    assert bar.text() == "Your shop’s file is damaged. The newest copy can be opened to read."
    press_in(bar, "Open the copy")
    wait(lambda: program.window is not window)
    assert main_window(program).shop.copy is not None
    wait(lambda: main_window(program).sidebar.count("inbox") == 1)


def test_rows_that_cannot_be_read_are_told_above_the_list_and_never_in_its_way(
    start: Starter, shop_folder: Path
) -> None:
    """A dialog for each row that can't be painted would come back for ever, over the way to the copy. And what came
    after the copy is still to be had.
    """
    with closing(open_counter(shop_folder).shop) as shop:
        settings.put(shop.store, settings.SHOP_NAME, "Named after the copy")
    spoil(shop_folder / FILE_NAME, "conversations")
    program = start(shop_folder)
    window = main_window(program)
    wait(lambda: damage_bars(window) and LOG_NAME in os.listdir(shop_folder))
    for _ in range(3):
        window.repaint()
        QApplication.processEvents()
        window.grab()
    assert not [one for one in program.window.findChildren(TroubleDialog) if one.isVisible()]
    assert (shop_folder / LOG_NAME).read_text("utf-8").count("Traceback") < 10
    assert str(window.status.error()) == "Your shop's file couldn't be opened: it is damaged."
    press_in(damage_bars(window)[0], "Open the copy")
    wait(lambda: program.window is not window)
    (bar,) = main_window(program).findChildren(Bar)
    press_in(bar, "Repair the file")
    wait(lambda: isinstance(program.window, MainWindow) and not program.window.shop.read_only)
    repaired = main_window(program)
    assert repaired.shop.name == "Named after the copy"


def spoil(path: Path, table: str) -> None:
    """The first page of this table holds nothing that can be read."""
    with closing(sqlite3.connect(path)) as conn:
        page = conn.execute("pragma page_size").fetchone()[0]
        (root,) = conn.execute("select rootpage from sqlite_master where name = ?", (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * page)
        file.write(b"\x07" * page)


def damage_bars(window: MainWindow) -> list[Bar]:
    return [bar for bar in window.findChildren(Bar) if bar.text().startswith("Your shop’s file is damaged")]


def test_a_damaged_pretend_shop_can_begin_its_day_again(start: Starter, tmp_path: Path) -> None:
    folder = tmp_path / "shop" / "practice"
    folder.mkdir(parents=True)
    (folder / FILE_NAME).write_bytes(b"not a shop at all " * 1000)
    program = start(tmp_path / "shop", practice=True)
    _, ways = asked(program)
    assert ways >= {"Show the folder", "Leave practice", "Start the day again"}
    press_in(program._dialog, "Start the day again")
    assert main_window(program).windowTitle().startswith("Practice — Inbox")


def test_a_newer_shop_can_be_opened_to_read(start: Starter, shop_folder: Path) -> None:
    with closing(sqlite3.connect(shop_folder / FILE_NAME)) as conn:
        conn.execute("pragma user_version=99")
    program = start(shop_folder)
    said, ways = asked(program)
    assert said == "This shop was last opened with a newer Said & Done. Open it to read only, or update."
    assert ways >= {"Read only", "Quit"}
    press_in(program._dialog, "Read only")
    assert main_window(program).shop.read_only
    wait(lambda: main_window(program).sidebar.count("inbox") == 1)


def test_somebody_elses_database_is_left_as_it_is(start: Starter, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as conn:
        conn.execute("create table recipes(name)")
        conn.commit()
    before = (folder / FILE_NAME).read_bytes()
    program = start(folder)
    said, ways = asked(program)
    assert said == (
        "That file isn't a Said & Done shop. "
        "Another program made it, so it stays as it is. Move it away, or start with another folder."
    )
    assert ways >= {"Show the folder", "Try again"} and "Repair it" not in ways
    assert (folder / FILE_NAME).read_bytes() == before


def test_settings_and_drafts_that_make_no_sense_do_not_keep_the_window_shut(
    start: Starter, shop_folder: Path
) -> None:
    shop = Shop.open(shop_folder, clock=SetClock(NOON), vault=SessionVault())
    one = str(shop.store.value("select id from conversations"))
    with shop.store.writing():
        for each in vars(settings).values():
            if isinstance(each, settings.Setting) and each is not settings.SHOP_NAME:
                shop.store.write(
                    "insert or replace into settings(key, value) values(?, '\"odd\"')", (each.key,)
                )
        shop.store.write(
            "insert into drafts(conversation, person, channel, body, at) values(?, ?, 'public', '{half', 'never')",
            (one, shop.me.id),
        )
    shop.close()
    program = start(shop_folder)
    window = main_window(program)
    window.open_conversation(one)
    view = window.page().view  # type: ignore[union-attr]
    wait(lambda: view.composer.writing(Channel.PUBLIC).plain() == "{half")
