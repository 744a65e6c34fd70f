"""The whole window is killed at any moment while somebody writes: the words are here again, the file is whole."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop import accounts, backups, drafts, outbox
from desktop.cli import Options
from desktop.records import Channel, ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store, check_file
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.fixtures_shop import open_counter
from tests.stories.typist import ROOT, Writer
from tests.stories.waiting import wait
from ui.app import Program
from ui.crash import LAST_NAME, LOG_NAME, CrashDesk
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton

MOST_LOST = 5.0  # seconds of writing that a kill may cost (design 5.7)
KILLS = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop with one conversation; its account is away, so that nothing is fetched or sent."""
    at = open_counter(tmp_path / "shop")
    at.hear("Charged twice and the tart was raw in the middle.")
    with at.shop.store.writing():
        for account in accounts.all(at.shop.store):
            accounts.remove(at.shop.store, account.id)
    at.shop.close()
    return tmp_path / "shop"


@pytest.fixture
def again(qapp: QApplication, look: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Program]]:
    """Programs started here, after the crash; they are closed in the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    started: list[Program] = []
    yield started
    for program in started:
        if isinstance(program.window, MainWindow):
            program.window.close_for_good()
    QApplication.processEvents()


def reopened(qapp: QApplication, again: list[Program], folder: Path) -> MainWindow:
    program = Program(qapp, Options(folder))
    again.append(program)
    program.start()
    assert isinstance(program.window, MainWindow)
    return program.window


def kept_words(folder: Path) -> list[str]:
    """What the file holds of the draft, read by nobody who would mend it."""
    store = Store(folder / FILE_NAME, read_only=True)
    try:
        assert store.health() == "ok"
        bodies = [row["body"] for row in store.rows("select body from drafts")]
        return " ".join(Writing.from_json(body).plain() for body in bodies).split()
    finally:
        store.close()


def crash_bar(window: MainWindow) -> Bar | None:
    return next((bar for bar in window.findChildren(Bar) if "stopped without" in bar.text()), None)


def test_a_kill_at_any_moment_costs_five_seconds_of_writing_at_most(
    qapp: QApplication, again: list[Program], folder: Path
) -> None:
    moments, first = random.Random(20250614), 0
    for _ in range(KILLS):
        writer = Writer.begin(folder, first)
        writer.hear()
        killed_at = writer.kill_after(moments.uniform(0.2, 8.0))
        kept = kept_words(folder)
        first = int(writer.said[-1][1][1:]) + 1
        safe = [word for at, word in writer.said if at <= killed_at - MOST_LOST]
        assert set(safe) <= set(kept), "older than five seconds, and gone"
        assert kept == sorted(kept, key=lambda word: int(word[1:])), "in the order they were written"
    wall = datetime.now().astimezone()
    window = reopened(qapp, again, folder)
    wait(lambda: crash_bar(window))
    bar = crash_bar(window)
    assert bar
    said = re.fullmatch(
        r"Said & Done stopped without closing at (\d\d):(\d\d)\. Your draft is here, word for word\.",
        bar.text(),
    )
    assert said
    told = wall.replace(hour=int(said[1]), minute=int(said[2]))
    assert abs((wall - told).total_seconds()) < 180
    (show,) = [link for link in bar.findChildren(LinkButton) if link.text() == "Show the draft"]
    show.click()
    view: Any = window.page().view  # type: ignore[union-attr]
    wait(lambda: view.composer.writing(Channel.PUBLIC).plain().split() == kept_words(folder))


@pytest.mark.parametrize("seconds", [0.0, 0.05, 1.0])
def test_a_reply_posted_just_before_a_kill_is_in_the_outbox_once_and_its_draft_is_not(
    folder: Path, seconds: float
) -> None:
    writer = Writer.begin(folder, post_after=6)
    writer.hear("posted")
    writer.kill_after(seconds)
    shop = Shop.open(folder, vault=SessionVault())
    (reply,) = outbox.pending(shop.store)
    assert (reply.state, reply.text) == (ReplyState.WAITING, "w0 w1 w2 w3 w4 w5")
    assert drafts.of_conversation(shop.store, reply.conversation) == ()
    assert shop.found_unclean
    shop.close()


def test_a_kill_while_the_daily_copy_is_made_leaves_a_good_one_or_none(folder: Path) -> None:
    for seconds in (0.0, 0.1, 0.4):
        writer = Writer.begin(folder)
        writer.hear()
        writer.kill_after(seconds)
        for copy in (folder / "backups").glob("*.db"):
            check_file(copy)
            copy.unlink()
    writer = Writer.begin(folder)
    writer.hear()
    wait(lambda: backups.newest_good(folder))
    writer.kill_after(0)


# ---- a crash of ours, not somebody else's ------------------------------------------------------------------------

# The program as it runs; something underneath breaks while a customer's words are on the screen.
BREAKS = """
import faulthandler, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.cli import Options
from ui.app import Program, make_application

app = make_application()
program = Program(app, Options(Path(sys.argv[1])))
program.start()

def breaks():
    customers_words = "Charged twice and the tart was raw in the middle."
    getattr(faulthandler, sys.argv[2])()

def opened():
    program.window.open_conversation(sys.argv[3])
    QTimer.singleShot(300, breaks)

program.window.first_painted.connect(lambda: QTimer.singleShot(300, opened))
app.exec()
"""


@pytest.mark.parametrize("how", ["_sigsegv", "_sigabrt"])
def test_a_crash_of_ours_is_written_down_without_customers_words_and_said_at_the_next_start(
    qapp: QApplication, again: list[Program], folder: Path, how: str
) -> None:
    store = Store(folder / FILE_NAME, read_only=True)
    conversation = store.value("select id from conversations")
    store.close()
    run = subprocess.run([sys.executable, "-c", BREAKS, str(folder), how, conversation], cwd=ROOT, check=False)
    assert run.returncode < 0
    left = (folder / LAST_NAME).read_text("utf-8")
    assert "in breaks" in left
    window = reopened(qapp, again, folder)
    wait(lambda: crash_note(window))
    said = r"Said & Done stopped at \d\d:\d\d: a mistake of ours\. Where it happened is written in said-and-done\.log\."
    note = crash_note(window)
    assert note and re.match(said, note.text())
    assert [link.text() for link in note.findChildren(LinkButton)] == ["Show the folder"]
    log = (folder / LOG_NAME).read_text("utf-8")
    assert "in breaks" in log and "The program had ended here:" in log
    assert "raw in the middle" not in left + log
    assert not (folder / LAST_NAME).exists()


def crash_note(window: MainWindow) -> Bar | None:
    return next((bar for bar in window.findChildren(Bar) if "a mistake of ours" in bar.text()), None)


def test_what_a_crash_left_is_kept_up_to_a_bound_and_an_end_without_one_leaves_nothing(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / LAST_NAME).write_text("x" * 5_000_000, "utf-8")
    desk = CrashDesk()
    desk.watch(tmp_path)
    assert desk.has_crashed
    assert (tmp_path / LOG_NAME).stat().st_size < 70_000
    desk.leave()
    assert [path.name for path in tmp_path.iterdir()] == [LOG_NAME]
    desk.watch(tmp_path)
    assert not desk.has_crashed
    desk.leave()
