"""Starting: the first questions, the shop, practice and back, a second start, and shops that can't be opened."""

from __future__ import annotations

import gc
import linecache
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.cli import Options
from desktop.shop import Shop
from desktop.store import FILE_NAME
from desktop.vault import SessionVault
from tests.bench import make_shop
from ui import elsewhere, starting
from ui.app import Program, collect_again
from ui.at_work import AtWork
from ui.crash import LOG_NAME
from ui.main_window import MainWindow
from ui.pages import PageEntry
from ui.settings.copies import BringBack
from ui.single import Doorbell, name_of
from ui.theme import Theme
from ui.welcome.page import WelcomePage
from ui.welcome.questions import Questions
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel

ROOT = Path(__file__).resolve().parents[2]


class Page(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title


PAGES = (
    PageEntry("inbox", "Inbox", "inbox", lambda *_: Page("Inbox"), 1),
    PageEntry("accounts", "Accounts", "plug", lambda *_: Page("Accounts"), 7),
)


class Starter:
    """Starts the program in a folder as `main` does, and ends whatever it started."""

    def __init__(self, app: QApplication, qtbot: QtBot) -> None:
        self.app, self.qtbot = app, qtbot
        self.programs: list[Program] = []

    def __call__(self, folder: Path, **options: Any) -> Program:
        program = Program(self.app, Options(folder, **options), PAGES)
        self.programs.append(program)
        program.start()
        return program

    def close(self, program: Program) -> None:
        window = program.window
        if isinstance(window, MainWindow):
            window.close_for_good()
        elif window is not None:
            window.close()

    def close_all(self) -> None:
        for program in self.programs:
            self.close(program)
            dialog = getattr(program, "_dialog", None)
            if dialog is not None and dialog.isVisible():
                dialog.close()
        QApplication.processEvents()


@pytest.fixture
def start(
    qapp: QApplication, look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Starter]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program takes them over
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    starter = Starter(qapp, qtbot)
    yield starter
    starter.close_all()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"


@pytest.fixture
def named(folder: Path) -> Path:
    shop = Shop.open(folder, vault=SessionVault())
    shop.found_with("Corner Shop", "Ines")
    shop.close()
    return folder


def title(program: Program) -> str:
    assert program.window is not None
    return program.window.windowTitle()


def test_a_new_shop_asks_two_questions_and_opens_with_welcome(start: Starter, folder: Path) -> None:
    program = start(folder)
    assert program.window is not None
    questions = program.window.centralWidget()
    assert isinstance(questions, Questions)
    questions.answered.emit("Corner Shop", "Ines")
    assert title(program) == "Welcome — Corner Shop — Said & Done"
    assert isinstance(program.window, MainWindow)
    assert isinstance(program.window.page(), WelcomePage)
    assert program.window.shop.me.name == "Ines"


def test_leaving_before_the_questions_are_answered_asks_again_next_time(start: Starter, folder: Path) -> None:
    start.close(start(folder))
    again = start(folder)
    assert again.window is not None
    assert isinstance(again.window.centralWidget(), Questions)


def test_after_a_repair_that_found_nobody_it_asks_who_is_here(start: Starter, named: Path) -> None:
    shop = Shop.open(named, vault=SessionVault())
    with shop.store.writing():
        shop.store.write("delete from people")  # as `check --repair` leaves it where that page was damaged
    shop.close()
    program = start(named)
    assert program.window is not None
    questions = program.window.centralWidget()
    assert isinstance(questions, Questions)
    assert (questions.shop.text(), questions.move_in.isVisible()) == ("Corner Shop", False)
    questions.person.setText("Ines")
    questions.go.click()
    assert isinstance(program.window, MainWindow)
    assert (program.window.shop.me.name, program.window.shop.me.is_owner) == ("Ines", True)


def test_into_practice_and_out_again_in_one_window(start: Starter, named: Path) -> None:
    program = start(named)
    program.switch()
    assert title(program).startswith("Practice — Inbox — ")
    assert isinstance(program.window, MainWindow)
    assert program.window.shop.folder == named / "practice"
    assert program.window.status.connection.word().text == "Practice shop. Your own shop is untouched."
    program.switch()
    assert title(program) == "Welcome — Corner Shop — Said & Done"


def test_the_pretend_day_starts_again_from_its_morning(start: Starter, folder: Path) -> None:
    program = start(folder, practice=True)
    assert isinstance(program.window, MainWindow)
    shop = program.window.shop
    before = shop.store.value("select count(*) from events")
    settings.put(shop.store, settings.ROWS, "compact")
    program.start_day_again()
    assert isinstance(program.window, MainWindow)
    again = program.window.shop
    assert again is not shop
    assert again.is_practice
    assert settings.get(again.store, settings.ROWS) == "roomy"
    assert again.store.value("select count(*) from events") == before


def test_after_a_crash_a_bar_says_what_is_still_here(start: Starter, named: Path, qtbot: QtBot) -> None:
    shop = Shop.open(named, vault=SessionVault())
    with shop.store.writing():
        shop.store.write(
            "insert into drafts(conversation, person, channel, body, at) values('c', ?, 'public', '{}', '2025')",
            (shop.me.id,),
        )
    shop._lock.release()  # what a kill does: nothing is said goodbye to
    program = start(named)
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: bool(window.findChildren(Bar)))
    (bar,) = window.findChildren(Bar)
    assert re.fullmatch(
        r"Said & Done stopped without closing at \d\d:\d\d\. Your draft is here, word for word\.", bar.text()
    )


def test_the_bar_after_a_crash_goes_when_the_drafts_it_speaks_of_are_gone(
    start: Starter, named: Path, qtbot: QtBot
) -> None:
    shop = Shop.open(named, vault=SessionVault())
    keep = "insert into drafts(conversation, person, channel, body, at) values(?, ?, 'public', '{}', '2025')"
    with shop.store.writing():
        for conversation in "ab":
            shop.store.write(keep, (conversation, shop.me.id))
    shop._lock.release()
    program = start(named)
    assert isinstance(program.window, MainWindow)
    window, me = program.window, shop.me.id
    qtbot.waitUntil(lambda: bool(window.findChildren(Bar)))
    (bar,) = window.findChildren(Bar)
    store = window.shop.store

    def change(sql: str, *params: str) -> None:
        with store.writing():
            store.write(sql, params)

    assert bar.text().endswith("Your 2 drafts are here, word for word.")
    change(keep, "c", me)  # begun since
    change("delete from drafts where conversation = 'a'")
    qtbot.waitUntil(lambda: bar.text().endswith("Your draft is here, word for word."))
    change("delete from drafts where conversation = 'b'")
    qtbot.waitUntil(bar.isHidden)


def test_after_a_good_end_there_is_nothing_to_say(start: Starter, named: Path, qtbot: QtBot) -> None:
    start.close(start(named))
    program = start(named)
    assert isinstance(program.window, MainWindow)
    assert not program.window.shop.found_unclean


_TOLD = """
import sys, main, ui.app
ui.app._SETTLED, was = 1, ui.app.Program.end_when_told
def told(self):
    was(self)
    print("listens", flush=True)
ui.app.Program.end_when_told = told
sys.exit(main.main(["--folder", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks windows to close, not programs to end")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_program_told_to_end_closes_in_order(named: Path, asked: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", _TOLD, str(named)], cwd=ROOT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None and program.stdout.readline().strip() == b"listens"
        program.send_signal(asked)
        assert program.wait(30) == 0
    shop = Shop.open(named, vault=SessionVault())
    assert not shop.found_unclean
    shop.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks windows to close, not programs to end")
def test_before_the_shop_has_a_name_it_closes_in_order_too(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _TOLD, str(folder)], cwd=ROOT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None and program.stdout.readline().strip() == b"listens"
        program.send_signal(signal.SIGTERM)
        assert program.wait(30) == 0
    if (folder / FILE_NAME).exists():
        shop = Shop.open(folder, vault=SessionVault())
        assert not shop.found_unclean
        shop.close()


# ---- a second start ------------------------------------------------------------------------------------

_RING = "from PySide6.QtCore import QCoreApplication as A; a = A([]); import sys; from pathlib import Path; "
_RING += "from ui.single import ring; sys.exit(0 if ring(Path(sys.argv[1])) else 9)"


def test_no_source_is_read_by_a_start(qapp: QApplication) -> None:
    """PySide would read that of every module; what it does with it is for features that nobody here uses."""
    code = "import linecache, ui.app, ui.inbox.page; print([name for name in linecache.cache if 'delegate' in name])"
    begun = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert begun.stdout.strip() == "[]"


def test_garbage_is_looked_for_again_once_the_window_stands(named: Path) -> None:
    code = (
        "import gc, main, ui.app; ui.app.open_window = lambda options: print(gc.isenabled()) or 0; "
        f"main.main(['--folder', {str(named)!r}])"
    )
    begun = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert begun.stdout.split() == ["False"]
    gc.disable()
    assert linecache.getlines(settings.__file__)  # as PySide keeps them
    try:
        collect_again()
        assert gc.isenabled() and not linecache.cache
        assert gc.get_freeze_count() > 10_000  # what every start brings isn't gone through any more
    finally:
        gc.unfreeze()
        gc.enable()


def test_a_second_start_rings_and_the_first_window_answers(
    qapp: QApplication, qtbot: QtBot, folder: Path
) -> None:
    bell = Doorbell(folder)
    assert bell.is_listening
    second = subprocess.Popen([sys.executable, "-c", _RING, str(folder)], cwd=ROOT)
    with qtbot.waitSignal(bell.rung, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    bell.close()
    assert second.returncode == 0


def test_nobody_at_home_is_noticed(qapp: QApplication, folder: Path) -> None:
    second = subprocess.run([sys.executable, "-c", _RING, str(folder)], cwd=ROOT, check=False)
    assert second.returncode == 9


def test_one_folder_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert name_of(tmp_path / "a") == name_of(tmp_path / "a" / ".." / "a")
    assert name_of(tmp_path / "a") != name_of(tmp_path)


def test_a_folder_in_use_elsewhere_can_be_opened_to_read_only(start: Starter, named: Path) -> None:
    holder = Shop.open(named, vault=SessionVault())
    program = start(named)
    texts = [button.text() for button in program._dialog.findChildren(Button)]
    assert {"Read only", "Try again"} <= set(texts)
    press(program, "Read only")
    assert title(program).endswith("Corner Shop — Said & Done")
    assert isinstance(program.window, MainWindow)
    assert program.window.shop.read_only
    (bar,) = program.window.findChildren(Bar)
    assert bar.text().startswith("This shop is open to read only:")
    holder.close()
    press_in(bar, "Open it to write")
    again = program.window
    assert isinstance(again, MainWindow) and not again.shop.read_only and again.findChildren(Bar) == []
    start.close(program)


def test_trying_again_after_the_other_window_has_closed_opens_the_shop(start: Starter, named: Path) -> None:
    holder = Shop.open(named, vault=SessionVault())
    program = start(named)
    holder.close()
    press(program, "Try again")
    assert isinstance(program.window, MainWindow)
    assert not program.window.shop.read_only


def press_in(widget: QWidget, text: str) -> None:
    (link,) = [one for one in widget.findChildren(LinkButton) if one.text() == text]
    link.click()


def use_this_copy(window: QWidget) -> None:
    """Presses the link of the bar, and then the button of what is asked."""
    (bar,) = window.findChildren(Bar)
    press_in(bar, "Use this copy")
    (asking,) = window.findChildren(BringBack)
    (button,) = [one for one in asking.findChildren(Button) if one.text() == "Use it from now on"]
    button.click()


def press(program: Program, text: str) -> None:
    (button,) = [one for one in program._dialog.findChildren(Button) if one.text() == text]
    button.click()


# ---- shops that can't be opened --------------------------------------------------------------------------


def test_a_newer_shop_file_is_refused_in_one_sentence(start: Starter, named: Path) -> None:
    import sqlite3

    conn = sqlite3.connect(named / FILE_NAME)
    conn.execute("pragma user_version=99")
    conn.close()
    program = start(named)
    assert program.window is None
    assert program._dialog.isVisible()
    assert said(program)[0] == "This shop was last opened with a newer Said & Done."


def opened(program: Program, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert isinstance(program.window, MainWindow)
    return program.window


def test_a_damaged_shop_file_offers_the_newest_copy_and_keeps_what_was_there(
    start: Starter, named: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_and_damage(named)
    program = start(named)
    assert isinstance(program.window, AtWork)  # the copy is looked for behind a window that lives on
    assert program.window.label.text() == "Looking for the newest good copy…"
    window = opened(program, qtbot)
    assert window.shop.read_only
    (bar,) = window.findChildren(Bar)
    assert bar.text().startswith("Your shop’s file couldn’t be opened. A copy from today ")
    use_this_copy(window)
    assert isinstance(program.window, AtWork)
    assert program.window.label.text() == "Putting the copy in its place…"
    window = opened(program, qtbot)
    assert title(program).endswith("Corner Shop — Said & Done")
    assert not window.shop.read_only
    (replaced,) = named.glob("replaced-*.db")
    (bar,) = window.findChildren(Bar)
    assert bar.text() == (
        f"The copy is in use now. The file it replaced is kept beside it: {replaced.name}. For the shop this is a new "
        "computer from now on: what waited to be sent is held until somebody has looked."
    )
    looked_at = list[Path]()
    monkeypatch.setattr(elsewhere, "open_path", looked_at.append)
    press_in(bar, "Show the folder")
    assert looked_at == [named]


def test_using_the_copy_is_asked_first_and_enter_leaves_it(start: Starter, named: Path, qtbot: QtBot) -> None:
    copy_and_damage(named)
    program = start(named)
    window = opened(program, qtbot)
    (bar,) = window.findChildren(Bar)
    press_in(bar, "Use this copy")
    (asking,) = window.findChildren(BringBack)
    QTest.qWaitForWindowExposed(asking)
    asked, told = (label.text() for label in asking.findChildren(WrapLabel))
    assert asked.startswith("Use the copy of today ") and asked.endswith(" from now on?")
    assert told.startswith("What came and was written since then isn’t in it. The damaged file is kept beside it in ")
    assert f"; its name begins with replaced-{datetime.now().astimezone():%Y-%m-%d}. What waited" in told
    QTest.keyClick(asking.focusWidget(), Qt.Key.Key_Return)
    assert not asking.isVisible() and program.window is window and window.shop.copy is not None
    assert not list(named.glob("replaced-*")), "nothing was done"


def copy_and_damage(folder: Path) -> Path:
    from desktop import backups

    shop = Shop.open(folder, vault=SessionVault())
    made = backups.daily(shop.store, folder, shop.clock.local(shop.clock.now()))
    shop.close()
    (folder / FILE_NAME).write_bytes(b"not a database at all" * 100)
    assert made is not None
    return made


def test_looking_for_a_copy_shows_itself_when_it_takes_a_while_and_can_be_left(
    qapp: QApplication, look: Theme, qtbot: QtBot
) -> None:
    window, gate, told = AtWork("Looking for the newest good copy…"), threading.Event(), list[object]()
    window.left.connect(lambda: told.append("left"))
    window.run(gate.wait, told.append, told.append)
    qtbot.waitUntil(window.isVisible, timeout=5000)
    gate.set()
    window.close()
    assert told == ["left"]
    window.deleteLater()


def test_a_copy_that_can_not_take_its_place_is_said_and_the_copy_stays(
    start: Starter, named: Path, qtbot: QtBot
) -> None:
    made = copy_and_damage(named)
    program = start(named)
    window = opened(program, qtbot)
    made.unlink()
    use_this_copy(window)
    qtbot.waitUntil(lambda: program.window is None, timeout=10_000)
    assert said(program)[0].startswith("There is no file at ")
    assert (named / FILE_NAME).read_bytes() == b"not a database at all" * 100


def test_a_damaged_file_without_a_copy_says_so_and_can_be_tried_again(
    start: Starter, folder: Path, qtbot: QtBot
) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"not a database at all" * 100)
    program = start(folder)
    qtbot.waitUntil(lambda: program.window is None, timeout=10_000)
    assert program._dialog.isVisible()
    (folder / FILE_NAME).unlink()
    press(program, "Try again")
    assert program.window is not None


def test_a_folder_that_cannot_be_made_says_so(start: Starter, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    program = start(tmp_path / "file" / "shop")
    assert said(program)[0].startswith("The shop folder can't be made")


def said(program: Program) -> list[str]:
    return [label.text() for label in program._dialog.findChildren(WrapLabel)]


# ---- bugs ------------------------------------------------------------------------------------------------


def test_a_bug_is_written_down_and_said_once(
    start: Starter, named: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    program = start(named)
    assert program.window is not None
    window = program.window
    for _ in range(3):
        try:
            raise ZeroDivisionError("a slip")
        except ZeroDivisionError as error:
            sys.excepthook(ZeroDivisionError, error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(bugs(window)))
    assert len(bugs(window)) == 1
    log = (named / LOG_NAME).read_text("utf-8")
    assert log.count("ZeroDivisionError: a slip") == 3
    assert "ZeroDivisionError" in capsys.readouterr().err
    bugs(window)[0].accept()


def bugs(window: QWidget) -> list[Any]:
    return [child for child in window.children() if type(child).__name__ == "BugDialog"]


# ---- the first paint -------------------------------------------------------------------------------------

_START = """
import sys
from pathlib import Path
from desktop.cli import Options
from ui.app import Program, make_application
import shiboken6
app = make_application()
program = Program(app, Options(Path(sys.argv[1]), practice=sys.argv[2] == "practice"))
program.start()
window = program.window
painted = window._painted
SLOW = {"QAccessible", "QEasingCurve", "QIcon", "QLibraryInfo", "QTextCursor"}  # hundreds of names, made when asked for
def made(kind):
    return {kind.__name__}.union(*(made(one) for one in type.__subclasses__(kind)))
def report():
    heavy = {"requests", "keyring", "sqlite_utils", "concurrent.futures", "PySide6.QtNetwork", "ui.conversation.view"}
    heavy |= {"sqlcipher3", "cryptography", "argon2"}
    if sys.argv[2] != "practice":
        heavy |= {"numpy", "ssl", "urllib.request", "desktop.triage", "desktop.collect", "desktop.counter"}
        folders = {one.split(".")[1] for one in sys.modules if one.startswith("ui.") and one.count(".") > 1}
        heavy |= {f"ui.{one}" for one in folders - {"inbox", "theme", "widgets"}} | (SLOW & made(shiboken6.Object))
    print("before:", *sorted(heavy & (set(sys.modules) | SLOW)))
    painted()
    window.close_for_good()
window._painted = report
sys.exit(app.exec())
"""


def test_nothing_heavy_is_read_before_the_first_page_is_painted(tmp_path: Path) -> None:
    """The second start: the first one makes the shop file, which needs more."""
    from desktop.practice import open_practice

    open_practice(tmp_path / "practice").close()
    assert _read_at_the_first_paint(tmp_path, "practice") == "before:"


def test_an_own_shop_is_painted_with_the_inbox_alone(tmp_path: Path) -> None:
    """No other page, nothing that reads, judges, fetches or answers, no type of Qt's that is slow to make."""
    make_shop.make(tmp_path, 40).close()
    assert _read_at_the_first_paint(tmp_path, "own") == "before:"


_LOOKING = """
import linecache, sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from desktop.cli import Options
from ui.app import Program, make_application
app = make_application()
program = Program(app, Options(Path(sys.argv[1])))
program.start()
program.session.rounds.end()  # else it looks what has come
QTest.qWait(300)
page = program.window.go("history")
until = time.monotonic() + 20
while (page._behind.isActive() or program.session.background._under_way) and time.monotonic() < until:
    QTest.qWait(50)
assert page.model.rowCount()
heavy = {"hashlib", "ssl", "http.client", "email", "tarfile", "gzip", "difflib", "snowballstemmer.serbian_stemmer"}
stems = sum("_stemmer" in one and "base" not in one for one in sys.modules)
print("looked:", *sorted(heavy & set(sys.modules)), stems < 9, len(linecache.cache))
program.window.closed.connect(app.quit, type=Qt.ConnectionType.QueuedConnection)
QTimer.singleShot(0, program.window.close_for_good)
sys.exit(app.exec())
"""


def test_who_only_looks_through_history_has_nothing_in_memory_that_fetches_or_brings_in(tmp_path: Path) -> None:
    """Nor the endings of languages nobody writes here, nor the source texts that PySide reads at a start."""
    make_shop.make(tmp_path, 40).close()
    assert _told_by(_LOOKING, tmp_path) == "looked: True 0"


def _read_at_the_first_paint(folder: Path, which: str) -> str:
    return _told_by(_START, folder, which)


def _told_by(code: str, folder: Path, *which: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code, str(folder), *which],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()[0].strip()


def synced(folder: Path) -> Path:
    (folder / ".stfolder").mkdir(parents=True)
    return folder / "shop"


def test_a_folder_that_is_synced_can_be_left_for_another_one(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, chosen = tmp_path / "mine", list[str]()
    answers = ["", str(synced(tmp_path / "also-synced")), str(good)]

    def pick(*_: object) -> str:
        chosen.append(answers[len(chosen)])
        return chosen[-1]

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", pick)
    program = start(synced(tmp_path / "cloud"))
    assert "Syncthing copies to other computers" in said_by(program)
    for button in program._dialog.findChildren(Button):
        assert button.isHidden() or button.width() >= button.sizeHint().width(), f"{button.text()} is whole"
    for _ in range(2):  # nothing was picked, then one that is no better
        press(program, "Choose another folder…")
        assert "Syncthing copies to other computers" in said_by(program)
    press(program, "Choose another folder…")
    questions = program.window.centralWidget()  # type: ignore[union-attr]
    assert isinstance(questions, Questions)
    questions.answered.emit("Corner Shop", "Ines")
    assert isinstance(program.window, MainWindow) and program.window.shop.folder == good
    bars = [bar.text() for bar in program.window.findChildren(Bar)]
    assert any(text.startswith(f"This shop is in {good}.") and f"--folder “{good}”" in text for text in bars)
    assert not (tmp_path / "cloud" / "shop").exists()


def said_by(program: Program) -> str:
    return " ".join(label.text() for label in program._dialog.findChildren(QLabel))


# ---- starts that fail ------------------------------------------------------------------------------------


def failed_starts(folder: Path, times: int) -> None:
    """Starts that end before the window has stood for a while."""
    for _ in range(times):
        shop = Shop.open(folder, vault=SessionVault())
        shop._lock.release()  # what a kill does


def bar_with(window: MainWindow, words: str) -> Bar | None:
    return next((bar for bar in window.findChildren(Bar) if words in bar.text()), None)


def test_after_three_starts_that_failed_it_opens_plainly_until_somebody_wants_their_layout(
    start: Starter, named: Path, qtbot: QtBot
) -> None:
    first = start(named)
    assert isinstance(first.window, MainWindow)
    first.window.resize(960, 701)
    qtbot.waitUntil(lambda: first.window is not None and first.window.height() == 701)
    start.close(first)
    failed_starts(named, 2)
    program = start(named)
    assert isinstance(program.window, MainWindow)
    window = program.window
    QApplication.processEvents()
    assert window.height() == 701 and bar_with(window, "plain layout") is None
    start.close(program)
    failed_starts(named, 3)
    program = start(named)
    assert isinstance(program.window, MainWindow)
    window = program.window
    qtbot.waitUntil(lambda: bar_with(window, "plain layout") is not None)
    assert window.height() != 701
    bar = bar_with(window, "plain layout")
    assert bar is not None
    assert bar.text() == "Opened with the plain layout because it failed to start 3 times."
    (link,) = bar.findChildren(LinkButton)
    assert link.text() == "Put my layout back"
    link.click()
    assert window.height() == 701 and bar.isHidden()


def test_the_plain_layout_does_not_take_the_place_of_what_somebody_had_arranged(start: Starter, named: Path) -> None:
    first = start(named)
    assert isinstance(first.window, MainWindow)
    first.window.resize(960, 701)
    start.close(first)
    failed_starts(named, 3)
    program = start(named)
    assert isinstance(program.window, MainWindow) and program.window.is_plain
    program.window.resize(1100, 655)
    start.close(program)
    again = start(named)
    assert isinstance(again.window, MainWindow)
    assert not again.window.is_plain and again.window.height() == 701


def test_a_window_that_was_closed_in_order_or_has_stood_for_a_while_started_well(
    start: Starter, named: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed_starts(named, 3)
    shop = Shop.open(named, vault=SessionVault())  # a command in between, that opens no window
    assert shop.starts_failed == 3
    shop.close()
    start.close(start(named))
    monkeypatch.setattr(starting, "_STANDS_AFTER", 1)
    program = start(named)
    assert isinstance(program.window, MainWindow)
    window = program.window
    assert settings.get(window.shop.store, settings.STARTS_FAILED) == 1  # until it has stood
    qtbot.waitUntil(lambda: settings.get(window.shop.store, settings.STARTS_FAILED) == 0)
    assert bar_with(window, "plain layout") is None


def test_what_was_being_written_is_shown_one_after_the_other(
    start: Starter, named: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Shop.open(named, vault=SessionVault())
    keep = "insert into drafts(conversation, person, channel, body, at) values(?, ?, 'public', '{}', ?)"
    with shop.store.writing():
        for conversation in "abc":
            shop.store.write(keep, (conversation, shop.me.id, f"2025-0{ord(conversation) - 96}"))
    shop._lock.release()
    program = start(named)
    assert isinstance(program.window, MainWindow)
    window, opened = program.window, list[str]()
    monkeypatch.setattr(window, "open_conversation", opened.append)
    qtbot.waitUntil(lambda: bar_with(window, "3 drafts") is not None)
    bar = bar_with(window, "3 drafts")
    assert bar is not None
    said = [words for words, _ in bar.ways]
    for _ in range(4):
        bar.ways[0][1]()
    assert opened == ["c", "b", "a", "c"]
    assert said == ["Show drafts"] and [words for words, _ in bar.ways] == ["Show the next"]
