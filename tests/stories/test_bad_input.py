"""Bad input at the real window: what a person sees when a server, a post, a clock, a disk or a file is not right."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Self

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from desktop import backups, counter, drafts, outbox, settings
from desktop.cli import Options
from desktop.clock import SetClock
from desktop.connectors.htmltext import has_odd
from desktop.errors import DiskTrouble
from desktop.records import Channel, ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store, disk_full
from desktop.vault import SessionVault, VaultLocked, VaultMissing
from desktop.writing import Writing
from tests.desktop.test_bad_input import (
    NAMES,
    NOON,
    RUBBISH,
    FullDisk,
    Hands,
    Quay,
    Shut,
    later,
    quay,
)
from tests.fixtures_shop import Counter, open_counter
from tests.stories.driver import Driver
from tests.stories.waiting import wait
from ui.app import Program
from ui.at_work import AtWork
from ui.background import AtOnce
from ui.conversation.messages import Theirs
from ui.crash import LOG_NAME
from ui.main_window import MainWindow
from ui.settings.copies import BringBack
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.trouble import BugDialog, TroubleDialog
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel

__all__ = ["quay"]

Open = Callable[[Shop], Driver]


@pytest.fixture
def open_window(look: Theme) -> Iterator[Open]:
    """Opens the real window over a shop, without threads; closes it in the end."""
    made: list[Driver] = []

    def start(shop: Shop) -> Driver:
        made.append(Driver(shop, AtOnce(shop.changes)))
        QApplication.processEvents()
        return made[-1]

    yield start
    for each in made:
        each.session.rounds.end()
        each.window.close_for_good()
        each.window.deleteLater()
    QApplication.processEvents()


def trouble_line(day: Driver) -> str:
    field = day.window.status.trouble
    return str(field.word().text) if field.isVisible() else ""


def press_in(widget: QWidget, text: str) -> None:
    """Presses the button or link of that name."""
    (one,) = [each for each in widget.findChildren(QWidget) if is_called(each, text)]
    one.click()  # type: ignore[attr-defined]
    QApplication.processEvents()


def is_called(widget: QWidget, text: str) -> bool:
    return isinstance(widget, Button | LinkButton) and widget.text() == text and not widget.isHidden()


def say_ok(day: Driver) -> None:
    press_in(dialog(day), "OK")
    wait(lambda: QApplication.activeModalWidget() is None)
    day.window.activateWindow()
    wait(lambda: QApplication.focusWindow() is day.window.windowHandle())


def dialog(day: Driver) -> TroubleDialog:
    (found,) = [one for one in day.window.findChildren(TroubleDialog) if one.isVisible()]
    return found


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(WrapLabel) if label.isVisible())


# ---- a server that answers with rubbish ------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["an error page with 200", "half an answer", "numbers for ids", "not for you"]
)
def test_a_server_talking_rubbish_is_said_in_the_window_and_on_its_account(
    quay: Quay, open_window: Open, kind: str
) -> None:
    quay.says("<p>The bread was stale, second time this week</p>")
    quay.collect()
    day = open_window(quay.shop)
    assert day.counts()[0] == 1
    quay.says("<p>And the rolls too</p>")
    quay.rubbish = lambda _: RUBBISH[kind]
    day.press("F5")
    assert quay.trouble.startswith(trouble_line(day))
    assert day.window.status.connection.word().text == "Online, but Mastodon isn’t answering"
    assert day.counts()[0] == 1, "what was there stays"
    day.press("Ctrl+7")
    assert day.reads(quay.trouble)
    quay.rubbish = None
    day.press("F5")
    assert trouble_line(day) == ""
    assert day.counts()[0] == 2, "and nothing is missing"
    assert day.window.status.connection.word().text.startswith("Online · checked ")


def test_a_locked_password_store_is_said_and_the_next_check_works(quay: Quay, open_window: Open) -> None:
    quay.says()
    shut = Shut()
    shut.save(quay.account, quay.shop.vault.load(quay.account))
    shut.error, quay.shop.vault = VaultLocked("KeyringLocked"), shut
    day = open_window(quay.shop)
    day.press("F5")
    assert trouble_line(day) == "The computer's password store is locked, so we can't use your sign-ins."
    day.window.status.trouble.click()
    assert "Unlock it, or work offline." in words_in(dialog(day))
    say_ok(day)
    shut.error = None
    day.press("F5")
    assert (trouble_line(day), day.counts()[0]) == ("", 1)


def test_without_a_password_store_one_can_sign_in_again_for_this_session(
    quay: Quay, open_window: Open
) -> None:
    shut = Shut()
    shut.error, quay.shop.vault = VaultMissing("no store"), shut
    day = open_window(quay.shop)
    day.press("F5")
    assert trouble_line(day) == (
        "This computer has no password store. We can keep the sign-in for this session only."
    )
    day.press("Ctrl+7")
    assert day.reads("Sign in again")


# ---- posts and names that no good person writes ------------------------------------------------------------

UNNOTICED = 0.3  # seconds of work in the window's thread, on top of what any conversation takes


class Elsewhere(AtOnce):
    """Counts what would be done in another thread: `seconds` of processor time."""

    seconds = 0.0

    def run(self, owner: Any, work: Any, *rest: Any, **more: Any) -> None:
        def counted() -> object:
            started = time.process_time()
            try:
                return work()
            finally:
                self.seconds += time.process_time() - started

        super().run(owner, counted, *rest, **more)


@pytest.fixture
def measured(at_counter: Counter, look: Theme) -> Iterator[Driver]:
    day = Driver(at_counter.shop, Elsewhere(at_counter.shop.changes))
    yield day
    day.session.rounds.end()
    day.end()


def opening(day: Driver, conversation: str) -> float:
    """Processor seconds of the window's own thread until it shows a conversation."""
    runner: Any = day.background
    before, started = runner.seconds, time.process_time()
    day.window.open_conversation(conversation)
    for _ in range(5):
        QApplication.processEvents()
    day.window.grab()
    return time.process_time() - started - (runner.seconds - before)


HUGE = {
    "ten megabytes": "Terrible bread \u202e and so on. " * 350_000,
    "one word": "a" * 3_000_000,
    "tags": "<div><img src=x onerror=alert(1)>" * 100_000,
    "accents": "\u0301" * 500_000,
    "joined": "\U0001f468\u200d" * 300_000,
    "empty lines": "x" + "\n" * 9_000_000 + "x",
    "right to left": "\u05e9\u05dc\u05d5\u05dd " * 500_000,
}


def test_ten_megabytes_of_anything_open_without_a_hitch(at_counter: Counter, measured: Driver) -> None:
    plain = at_counter.hear("Do you have rye bread on Sundays?")
    huge = {name: at_counter.hear(words, name) for name, words in HUGE.items()}
    opening(measured, plain)
    opening(measured, huge["tags"])
    usual = opening(measured, plain)
    for name, one in huge.items():
        assert opening(measured, one) < usual + UNNOTICED, name
        (card,) = theirs(measured)
        shown = card.words.label.text()
        assert len(shown) < 2_000
        assert not has_odd(shown)
        assert all(len(row) < 600 for row in measured.rows(measured.page.list))


def theirs(day: Driver) -> list[Theirs]:
    return [card for card in day.view.talk.cards() if isinstance(card, Theirs)]


MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src='https://x.example'></iframe><b>bold</b>"


def test_markup_reads_as_it_was_written_and_loads_nothing(at_counter: Counter, open_window: Open) -> None:
    one = at_counter.hear(f"Awful bread {MARKUP}", "<h1>Eve</h1>")
    day = open_window(at_counter.shop)
    day.window.open_conversation(one)
    QApplication.processEvents()
    (card,) = theirs(day)
    assert card.words.label.text() == f"Awful bread {MARKUP}"
    assert day.view.header.name.text() == "<h1>Eve</h1>"


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES.keys())
def test_whatever_somebody_calls_themselves_the_window_keeps_its_shape(
    quay: Quay, open_window: Open, name: str, shown: str
) -> None:
    from tests.desktop.connectors.conftest import person

    quay.says("<p>The bread was stale, and nobody said sorry</p>", account=person(name=name))
    quay.collect()
    day = open_window(quay.shop)
    size = day.window.size()
    day.press("J", "Return")
    assert day.view.header.name.text() == shown
    for page in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
        day.press(page)
        assert day.window.size() == size
        assert day.window.minimumSizeHint().width() < 1000
        assert any(shown[:30] in text for text in day.seen())


# ---- clocks --------------------------------------------------------------------------------------------------


def test_a_clock_set_back_while_a_reply_waits_still_counts_seconds(
    at_counter: Counter, open_window: Open
) -> None:
    hands = Hands(at_counter.clock.now())
    one = at_counter.hear("Do you have rye bread on Sundays?")
    at_counter.shop.clock = hands.clock()
    day = open_window(at_counter.shop)
    counter.post(at_counter.shop, one, Writing.typed("We do, from eight. Ines"))
    day.window.bridge.outbox_changed()
    hands.pass_by(3)
    hands.set(days=-365)
    day.session.rounds._time_passes()
    assert day.status() == "Reply to Marta K. goes in 7 s"
    assert 5000 < day.session.rounds._deliver_timer.remainingTime() < 9000
    hands.pass_by(8)
    day.session.rounds._deliver()
    assert at_counter.ours_on_the_page(one) == ["We do, from eight. Ines"]


CLOCK_SAYS = "This computer's clock says 2019. Times and promises will be wrong until it's set."


def test_a_wrong_clock_is_said_once_and_read_away(quay: Quay, open_window: Open) -> None:
    later(quay.shop, days=-365 * 7)
    day = open_window(quay.shop)
    assert trouble_line(day) == CLOCK_SAYS
    day.window.status.trouble.click()
    assert CLOCK_SAYS in words_in(dialog(day))
    say_ok(day)
    day.session.rounds.minute.emit()
    assert trouble_line(day) == ""


def test_a_clock_put_right_takes_its_sentence_away(quay: Quay, open_window: Open) -> None:
    later(quay.shop, days=-365 * 7)
    day = open_window(quay.shop)
    assert trouble_line(day) == CLOCK_SAYS
    later(quay.shop, days=365 * 7)
    day.session.rounds.minute.emit()
    assert trouble_line(day) == ""


# ---- a full disk -----------------------------------------------------------------------------------------------

FULL_AND_SAFE = "There's no room left on this disk. We've stopped fetching, and your drafts are safe."
OURS = "We do, from eight, and I will put one by for you. "
NOT_SAVED = "This draft isn’t saved yet. It stays here, and we try again every few seconds."
NO_ROOM_LEFT = "There's no room left on this disk."
NO_ROOM = f"{NO_ROOM_LEFT} {NOT_SAVED}"


def written(day: Driver) -> str:
    return str(day.view.composer.writing(Channel.PUBLIC).plain())


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


# ---- files and folders at the start ----------------------------------------------------------------------------


class Starter:
    """Starts the program on a folder, as `main` does."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.programs: list[Program] = []

    def __call__(self, folder: Path, **options: Any) -> Program:
        program = Program(self.app, Options(folder, **options))
        self.programs.append(program)
        program.start()
        QApplication.processEvents()
        return program

    def end(self) -> None:
        for program in self.programs:
            window, dialog = program.window, getattr(program, "_dialog", None)
            if isinstance(window, MainWindow):
                window.close_for_good()
            elif window is not None:
                window.close()
            if dialog is not None and isValid(dialog) and dialog.isVisible():
                dialog.close()
        QApplication.processEvents()


@pytest.fixture
def start(qapp: QApplication, look: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starter]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    starter = Starter(qapp)
    yield starter
    starter.end()


def asked(program: Program) -> tuple[str, set[str]]:
    """The sentences of the start-trouble window, and its ways out."""
    wait(lambda: not isinstance(program.window, AtWork))
    found: QDialog = program._dialog
    assert found.isVisible()
    buttons = [each.text() for each in found.findChildren(Button) if not each.isHidden()]
    return words_in(found), set(buttons)


def main_window(program: Program) -> MainWindow:
    """The shop's window; while a copy is looked for or put in place, there is another one."""
    wait(lambda: not isinstance(program.window, AtWork))
    assert isinstance(program.window, MainWindow)
    return program.window


@pytest.fixture
def shop_folder(tmp_path: Path) -> Path:
    """A real shop with one conversation and a copy of this morning; closed."""
    at = open_counter(tmp_path / "shop")
    at.hear("Charged twice and the tart was raw in the middle.")
    now = at.clock.local(at.clock.now())
    backups.daily(at.shop.store, at.shop.folder, now)
    at.shop.close()
    return tmp_path / "shop"


class SmallDisk:
    """A disk of its own around a shop's folder. Made by root (in memory); whoever else: its folder's permissions."""

    def __init__(self, folder: Path, size: str = "8m") -> None:
        self.folder, self._size = folder, size
        self._is_root = hasattr(os, "geteuid") and os.geteuid() == 0

    def __enter__(self) -> Self:
        if self._is_root and self._mount("-t", "tmpfs", "-o", f"size={self._size}", "tmpfs") != 0:
            pytest.skip("root may write everywhere, and may not mount a disk here")
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_root:
            subprocess.run(["umount", "-l", self.folder], check=True)
        else:
            self.may_be_written(True)

    def may_be_written(self, may: bool) -> None:
        if self._is_root:
            assert self._mount("-o", f"remount,{'rw' if may else 'ro'}") == 0
            return
        for path in (self.folder, *self.folder.rglob("*")):
            path.chmod((0o755 if may else 0o555) if path.is_dir() else (0o644 if may else 0o444))

    @property
    def is_a_disk(self) -> bool:
        return self._is_root

    def fill(self) -> None:
        """To the last byte."""
        with (self.folder / "other.things").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def make_room(self) -> None:
        (self.folder / "other.things").unlink()

    def _mount(self, *options: str) -> int:
        asked = ["mount", *options, str(self.folder)]
        return subprocess.run(asked, check=False, capture_output=True).returncode


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    (tmp_path / "disk").mkdir()
    with SmallDisk(tmp_path / "disk") as made:
        yield made


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
    start: Starter, shop_folder: Path
) -> None:
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


# ---- bugs ------------------------------------------------------------------------------------------------------

KEY = "ya29.a0AfB_byC3kQ9xY7zTokenOfTheShop12345"


def test_a_bug_in_the_window_is_told_written_down_without_secrets_and_the_window_goes_on(
    start: Starter, shop_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = start(shop_folder)
    window = main_window(program)

    def slip() -> None:
        token = KEY
        try:
            raise KeyError(f"Bearer {token}")
        except KeyError as error:
            raise sqlite3.OperationalError(
                f"{token} " + "Marta wrote a very long complaint " * 100
            ) from error

    QTimer.singleShot(0, window, slip)
    wait(lambda: window.findChildren(BugDialog))
    (told,) = window.findChildren(BugDialog)
    assert "Something in Said & Done went wrong. Your drafts and the outbox are kept." in words_in(told)
    details = told._details.toPlainText()
    assert "sqlite3.OperationalError: " in details and "KeyError" in details and "in slip" in details
    log = (shop_folder / LOG_NAME).read_text("utf-8")
    for text in (log, details, capsys.readouterr().err):
        assert KEY not in text
        assert text.count("Marta wrote") < 20
    press_in(told, "Go on")
    window.go("complaints")
    window.go("inbox")
    assert window.isVisible()
