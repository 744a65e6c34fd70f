"""A canary search in what is there for a moment only: the files that the program writes on the way and takes away.

Whatever writes files is done in a protected shop, one after the other, in a process of its own: it is brought in,
repaired, restored, moved, copied, exported, forgotten and given another key. Before any file goes, or gets another
name, and whenever one has been written, every byte of the folders is searched. The same hunt finds the words in a
plain shop.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WORK = """
import json, os, sys, threading
from pathlib import Path

world, source, is_protected = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "protected"
WORDS = [b"Quastenberg", b"zwiebelmuster", b"gurkensalat", b"Wilhelmina's"]
WORDS += [word.decode().encode("utf-16-le") for word in WORDS]
hits, seen, doing, busy = set(), set(), ["begin"], threading.local()
GOES = {"os.remove", "os.rename", "os.replace", "os.rmdir", "shutil.rmtree", "shutil.copyfile"}

def search():
    busy.now = True
    for folder, _, names in os.walk(world):
        for name in names:
            try:
                with open(os.path.join(folder, name), "rb") as file:
                    data = file.read()
            except OSError:
                continue
            seen.add((doing[0], name))
            if any(word in data for word in WORDS):
                hits.add((doing[0], name))
    busy.now = False

def heard(event, args):
    if event in GOES and not getattr(busy, "now", False):
        search()

sys.addaudithook(heard)
from desktop import past
from desktop import backups, bringing_in, conversations, counter, everything, export, forgetting, keys, moving, pictures
from desktop import repairing, sealing
from desktop.clock import SystemClock
from desktop.keys import Cost
from desktop.records import Channel
from desktop.shop import Shop
from desktop.store import FILE_NAME, FolderLock
from desktop.vault import SessionVault
from desktop.writing import Writing

folder, away = world / "shop", world / "away"
away.mkdir(parents=True)
shop = Shop.open(folder, vault=SessionVault())
shop.found_with("Corner Shop", "Ines")
owner = shop.me.id
shop.close()
key, clock = None, SystemClock()
if is_protected:
    file, key = keys.begun()
    file = keys.with_password(file, key, owner, "patient kettles by the harbour", clock.now(), Cost(1, 8, 1))
    sealing.protect(folder, file, key)

def opened():
    return Shop.open(folder, vault=SessionVault(), key=key)

def step(name, work):
    doing[0] = name
    work()
    search()

def held(work):
    lock = FolderLock(folder)
    lock.take()
    try:
        work()
    finally:
        lock.release()

shop = opened()
def bring():
    archive = bringing_in.opened(shop, source)
    bringing_in.bring_in(shop, archive, archive.mine[0], source.name)
step("bring in", bring)
where = shop.store.value("select id from conversations")
def write():
    said = Writing.typed("Dear Wilhelmina Quastenberg, the zwiebelmuster is yours")
    counter.save_draft(shop, where, Channel.PUBLIC, said)
    counter.add_note(shop, where, "gurkensalat is what she likes")
    root = shop.store.value("select root_post from conversations")
    pictures.keep(folder, root, b"\\x89PNG\\r\\n\\x1a\\n" + b"Wilhelmina's " * 9, shop.key)
step("write", write)
step("copy", lambda: backups.daily(shop.store, folder, shop.clock.local(shop.clock.now())))
private = export.Choices(private=True)
def exported():
    for name in ("all.csv", "all.json"):
        export.write(shop, list(past.newest(shop.store)), private, away / name)
step("export", exported)
step("everything", lambda: everything.write(shop, away / "all.zip"))
step("move", lambda: moving.write(shop, away / "corner"))
step("move in", lambda: moving.open_into(next(away.glob("corner*")), world / "other"))
step("open the other", lambda: Shop.open(world / "other", vault=SessionVault(), key=key).close())
shop.close()
def restored():
    copy = next((folder / "backups").glob("shop-*.db"))
    backups.restore(folder, copy, clock.local(clock.now()), key, key)
step("restore", lambda: held(restored))
if is_protected:
    file, new = keys.begun()
    file = keys.with_password(file, new, owner, "another kettle by the harbour", clock.now(), Cost(1, 8, 1))
    step("another key", lambda: sealing.give_another_key(folder, key, file, new))
    key = new
shop = opened()
page = shop.store.value("select rootpage from sqlite_master where name = 'events'")
shop.close()
data = bytearray((folder / FILE_NAME).read_bytes())
data[(page - 1) * 4096 + 100 : page * 4096] = bytes(3996)
(folder / FILE_NAME).write_bytes(data)
step("repair", lambda: held(lambda: repairing.repair(folder, clock, key)))
shop = opened()
forgotten, author = [], shop.store.value("select author from conversations")
step("forget", lambda: forgotten.append(forgetting.forget(shop, [author])))
step("erase", lambda: forgetting.erase_now(shop, forgotten[0].id))
shop.close()
step("closed", lambda: None)
print(json.dumps({"hits": sorted(hits), "seen": sorted(seen)}))
"""


def worked(tmp_path: Path, how: str) -> tuple[set[str], set[str], set[str]]:
    """(steps in which a word was readable, names of the files it was in, names of all that were looked at)"""
    source = tmp_path / "source.csv"
    source.write_text(
        "author,text,date\n"
        "Wilhelmina Quastenberg,The zwiebelmuster plate was broken and nobody answered,2025-03-11 10:00\n"
    )
    world = tmp_path / "world"
    (world / "tmp").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(world), str(source), how],
        cwd=ROOT, env={**os.environ, "TMPDIR": str(world / "tmp")}, capture_output=True, text=True, check=False,
        timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return {step for step, _ in told["hits"]}, {name for _, name in told["hits"]}, {name for _, name in told["seen"]}


def test_no_file_of_a_protected_shop_says_a_word_even_for_a_moment(tmp_path: Path) -> None:
    steps, names, seen = worked(tmp_path, "protected")
    assert (steps, names) == (set(), set())
    passing = {"restoring.db.part", "repaired.db.part", "moving.db", ".all.csv.protected.part", "shop.db.converted"}
    assert seen >= passing, "what goes was looked at before it went"


def test_the_same_hunt_finds_them_in_a_plain_shop(tmp_path: Path) -> None:
    steps, names, _ = worked(tmp_path, "plain")
    assert steps >= {"bring in", "write", "copy", "export", "move", "move in", "restore", "repair", "forget"}
    assert names >= {"shop.db", "moving.db", "restoring.db.part", "repaired.db.part", ".all.csv.part"}
