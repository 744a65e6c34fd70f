"""A canary search: a protected shop is worked in, crashes and is killed, and no file says a word of it.

The program runs as a process of its own in a world of its own (home, caches, temporary files), and does what writes
files: it types, notes, keeps a picture, exports, copies itself, breaks, is killed with its journal open. Every byte in
that world, and all it printed, is searched. The same search finds the words where the shop is not protected.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop import keys, sealing
from desktop.keys import Cost
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests.desktop.test_sealing import filled
from tests.fixtures_shop import SATURDAY

ROOT = Path(__file__).resolve().parents[2]
PASSWORD, PIN, TOKEN = "patient kettles by the harbour", "83920175", "token-of-the-place-7Qx"
WORDS = ("raisin loaf tasted of tin", "Quastenberg", "zwiebelmuster", "gurkensalat", "tafelspitz", "Wilhelmina's")
CHEAP = Cost(1, 8, 1)
PATIENCE = 120.0  # seconds

WORK = """
import os, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from desktop import vault
store = vault.SessionVault()
vault.KeyringVault = lambda: store
from desktop import past
from desktop import backups, conversations, counter, export, pictures
from desktop.cli import Options
from desktop.errors import GivenUp
from desktop.records import Channel
from desktop.writing import Writing
from ui.app import Program, make_application
from ui.history.printed import print_told
from ui.main_window import MainWindow
from ui.unlock import Unlock

folder, away, password, pin, token = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:6]
app = make_application()
program = Program(app, Options(folder))
program.start()
if isinstance(program.window, Unlock):
    QTest.keyClicks(program.window.field, password)
    QTest.keyClick(program.window.field, Qt.Key.Key_Return)

def work():
    if not isinstance(program.window, MainWindow) or "actions" not in vars(program.session):
        return
    hands.stop()
    shop = program.window.shop
    where = shop.store.value("select id from conversations")
    counter.add_note(shop, where, "gurkensalat is what she likes")
    counter.save_draft(shop, where, Channel.PUBLIC, Writing.typed("Dear Wilhelmina, the zwiebelmuster is yours"))
    counter.set_pin(shop, shop.me.id, pin)
    store.save("acc", {"token": token})
    root = shop.store.value("select root_post from conversations")
    pictures.keep(folder, root, b"\\x89PNG\\r\\n\\x1a\\n" + b"Wilhelmina's picture " * 9, shop.key)
    program.session.actions.back_up_to(away)
    backups.daily(shop.store, folder, shop.clock.local(shop.clock.now()))
    everything, private = list(past.newest(shop.store)), export.Choices(private=True)
    for name in ("all.csv", "all.json", "half.csv"):
        try:
            export.write(shop, everything, private, away / name, cancelled=lambda: name == "half.csv")
        except GivenUp:
            pass
    print_told(shop, everything, private, away / "all.pdf")
    program.window.open_conversation(where)
    try:
        shop.store.rows("select tafelspitz")
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
    def broken():
        raise ValueError(f"Wilhelmina Quastenberg said tafelspitz, {password} {token}")
    threading.Thread(target=broken).start()
    QTimer.singleShot(3000, done)

def done():
    print("worked", flush=True)

hands = QTimer(interval=100)
hands.timeout.connect(work)
hands.start()
sys.exit(app.exec())
"""


def worked_in(world: Path, folder: Path) -> str:
    """Works in the shop and is killed; what it printed."""
    for name in ("home", "cache", "config", "data", "run", "tmp", "away"):
        (world / name).mkdir(mode=0o700, parents=True)
    around = {
        "HOME": "home", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp",
    }  # fmt: skip
    env = {**os.environ, **{name: str(world / where) for name, where in around.items()}}
    printed = world / "printed.txt"
    with printed.open("w") as out:
        program = subprocess.Popen(
            [sys.executable, "-c", WORK, str(folder), str(world / "away"), PASSWORD, PIN, TOKEN],
            cwd=ROOT, env={**env, "QT_QPA_PLATFORM": "offscreen"}, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
        until = time.monotonic() + PATIENCE
        while "worked" not in printed.read_text() and time.monotonic() < until:
            with_patience(program)
        program.kill()
        program.wait()
    assert "worked" in printed.read_text(), printed.read_text()
    return printed.read_text()


def with_patience(program: subprocess.Popen[bytes]) -> None:
    try:
        program.wait(0.2)
    except subprocess.TimeoutExpired:
        return


def found(world: Path, secrets: tuple[str, ...]) -> set[tuple[str, str]]:
    """(word, file) of every word that stands in any file, as text or in the usual disguises."""
    hits = set()
    for path in world.rglob("*"):
        if not path.is_file() or path.name == "corner.json":
            continue
        data = path.read_bytes()
        for word in secrets:
            plain = word.encode()
            forms = [plain, plain.lower(), word.encode("utf-16-le"), plain.hex().encode()]
            forms += [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
            if any(form in data for form in forms):
                hits.add((word, str(path.relative_to(world))))
    return hits


@pytest.mark.parametrize("is_protected", [True, False], ids=["protected", "plain"])
def test_no_file_says_a_word_of_a_protected_shop(is_protected: bool, tmp_path: Path) -> None:
    world = tmp_path / "world"
    folder = world / "shop"
    filled(folder)
    (folder / "corner.json").unlink()
    shop = Shop.open(folder, vault=SessionVault())
    owner = shop.me.id
    shop.close()
    code, (file, key) = keys.new_code(), keys.begun()
    if is_protected:
        file = keys.with_password(file, key, owner, PASSWORD, SATURDAY, CHEAP)
        sealing.protect(folder, keys.with_code(file, key, code, SATURDAY, CHEAP), key)
    worked_in(world, folder)
    assert (folder / "shop.db-wal").stat().st_size, "it was killed with its journal open"
    assert list((world / "away").glob("shop-*.db")) and list((folder / "backups").glob("*.db"))
    ending = ".protected" if is_protected else ""
    written = {path.name for path in (world / "away").iterdir() if path.name.startswith(("all", "half", "."))}
    assert written == {f"all.{kind}{ending}" for kind in ("csv", "json", "pdf")}
    assert (folder / "said-and-done.log").stat().st_size, "it did break"
    secrets = (PASSWORD, code, keys.plain_code(code), key.raw().hex(), PIN, TOKEN)
    hits = found(world, (*WORDS, *secrets))
    if is_protected:
        assert hits == set()
        assert not any(b"SQLite format 3" in path.read_bytes() for path in world.rglob("*.db*"))
        return
    said = {word for word, _ in hits}
    assert said >= set(WORDS), "the search finds what can be read"
    assert {path for _, path in hits} >= {"shop/shop.db-wal", "shop/said-and-done.log", "away/all.csv", "away/all.json"}
    assert not said & {PIN, TOKEN}, "these are written nowhere, protected or not"
