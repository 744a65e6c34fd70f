"""Disks, locks and damage under a shop (`tests.bench.faults`)."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop import backups, collect, counter, drafts, driver, outbox, posts, repairing
from desktop.records import Channel
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.bench import sound
from tests.bench.faults import Fault, NotHere, Outcome, told
from tests.fixtures_shop import Counter, open_counter, posts_with

WORDS = "Charged twice and the tart was raw in the middle."
LONG = "We are sorry, and we will put it right. " * 4000


@dataclass
class Bench:
    """A shop with a conversation, a draft and a copy; then something goes wrong, and it is tried what a day brings."""

    at: Counter
    one: str
    said: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @classmethod
    def lay_out(cls, folder: Path) -> Bench:
        at = open_counter(folder)
        one = at.hear(WORDS)
        counter.save_draft(at.shop, one, Channel.PUBLIC, Writing.typed("Marta, we are"))
        backups.daily(at.shop.store, folder, at.clock.local(at.clock.now()))
        return cls(at, one)

    def write(self, words: str) -> str:
        return told(lambda: counter.save_draft(self.at.shop, self.one, Channel.PUBLIC, Writing.typed(words)))

    def try_a_day(self) -> None:
        """A long draft, a reply, a check, a copy: each works or says why not."""
        shop, now = self.at.shop, self.at.clock.local(self.at.clock.now())
        self.at.world.post_as("facebook", "Tom B.", "Do you have rye bread? " * 3000)
        acts: list[Callable[[], object]] = [
            lambda: counter.save_draft(shop, self.one, Channel.PUBLIC, Writing.typed(LONG)),
            lambda: counter.post(shop, self.one, Writing.typed("Marta, both trays went in together. Ines")),
            lambda: _collected(shop, self.at.account.id),
            lambda: backups.now(shop.store, shop.folder, now, shop.folder / f"copy-{time.monotonic_ns()}.db"),
        ]
        self.said += [one for act in acts if (one := told(act))]

    def look(self) -> None:
        """What had been there before is there."""
        shop = self.at.shop
        if not any(WORDS in post.text for post in posts.thread(shop.store, self.one)):
            self.lost.append("a message")
        kept = drafts.load(shop.store, self.one, shop.me.id, Channel.PUBLIC)
        if not kept and not outbox.of_conversation(shop.store, self.one):
            self.lost.append("a draft")

    def end(self, tried: str, *, key: driver.Key | None = None) -> Outcome:
        """After the fault: everything works, the file is whole."""
        after = [self.write("Marta, we are sorry")]
        self.look()
        after.append(told(lambda: _collected(self.at.shop, self.at.account.id)))
        folder = self.at.shop.folder
        self.at.shop.close()
        is_sound = not any(after) and not sound.troubles(folder, key)
        return Outcome(tried, tuple(self.said), tuple(self.lost), is_sound)


def _collected(shop: Shop, account: str) -> None:
    result = collect.collect(shop, account)
    if result.trouble is not None:
        raise result.trouble if isinstance(result.trouble, Exception) else AssertionError(result.trouble)


@contextmanager
def small_disk(folder: Path, size: str = "3m") -> Iterator[Callable[..., None]]:
    """A disk of its own. Gives a function that mounts it again with other options. Raises NotHere."""
    folder.mkdir()
    if _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        raise NotHere("a disk can be mounted by the system's administrator only")

    def again(options: str) -> None:
        if _mount("-o", f"remount,{options}", str(folder)):
            raise NotHere("a disk can't be mounted again here")

    try:
        yield again
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def _mount(*options: str) -> int:
    if sys.platform != "linux":
        return 1
    return subprocess.run(["mount", *options], check=False, capture_output=True).returncode


def full_disk(folder: Path) -> Outcome:
    with small_disk(folder / "disk"):
        bench = Bench.lay_out(folder / "disk" / "shop")
        with (folder / "disk" / "other.things").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        bench.try_a_day()
        bench.look()
        (folder / "disk" / "other.things").unlink()
        return bench.end("a draft, a reply, a check, a copy")


def full_disk_at_the_start(folder: Path) -> Outcome:
    with small_disk(folder / "disk"):
        bench = Bench.lay_out(folder / "disk" / "shop")
        bench.at.shop.close()
        with (folder / "disk" / "other.things").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        opened = lambda: open_counter(folder / "disk" / "shop", bench.at.clock, bench.at.world).shop.close()  # noqa: E731
        bench.said += [one for one in [told(opened)] if one]
        (folder / "disk" / "other.things").unlink()
        bench.at = open_counter(folder / "disk" / "shop", bench.at.clock, bench.at.world)
        return bench.end("opening the shop")


def read_only_disk(folder: Path) -> Outcome:
    with small_disk(folder / "disk", "30m") as again:
        bench = Bench.lay_out(folder / "disk" / "shop")
        bench.at.shop.close()
        again("ro")
        home = folder / "disk" / "shop"
        bench.said.append(told(lambda: Shop.open(home, vault=SessionVault()).close()))
        with closing(Shop.open(home, vault=SessionVault(), read_only=True)) as reading:
            if not posts.thread(reading.store, bench.one):
                bench.lost.append("reading it")
        again("rw")
        bench.at = open_counter(home, bench.at.clock, bench.at.world)
        return bench.end("opening, then reading only")


def read_only_file(folder: Path) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    bench.at.shop.close()
    file = folder / "shop" / FILE_NAME
    if _mount("--bind", str(file), str(file)):
        raise NotHere("only the system's administrator is held up by nothing, and may not mount here")
    try:
        if _mount("-o", "remount,bind,ro", str(file)):
            raise NotHere("a file can't be mounted to be read only here")
        bench.said.append(told(lambda: Shop.open(folder / "shop", vault=SessionVault()).close()))
        with closing(Shop.open(folder / "shop", vault=SessionVault(), read_only=True)) as reading:
            if not posts.thread(reading.store, bench.one):
                bench.lost.append("reading it")
    finally:
        subprocess.run(["umount", "-l", file], check=True)
    bench.at = open_counter(folder / "shop", bench.at.clock, bench.at.world)
    return bench.end("opening, then reading only")


HOLDER = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("begin exclusive" if sys.argv[2] == "all" else "begin immediate")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(file: Path, how: str) -> Iterator[None]:
    """Another program has the file."""
    command = [sys.executable, "-c", HOLDER, str(file), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.stdin.close()
            other.wait()


def locked_file(folder: Path) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    with held(folder / "shop" / FILE_NAME, "writing"):
        bench.said.append(bench.write("Marta, we are so"))
        bench.look()
    return bench.end("a draft while another program writes")


def locked_folder(folder: Path) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    bench.said.append(told(lambda: Shop.open(folder / "shop", vault=SessionVault()).close()))
    with closing(Shop.open(folder / "shop", vault=SessionVault(), read_only=True)) as reading:
        if not posts.thread(reading.store, bench.one):
            bench.lost.append("reading it")
    return bench.end("opening it a second time, then reading only")


def locked_at_the_start(folder: Path) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    bench.at.shop.close()
    with held(folder / "shop" / FILE_NAME, "writing"):
        bench.said.append(told(lambda: Shop.open(folder / "shop", vault=SessionVault()).close()))
    bench.at = open_counter(folder / "shop", bench.at.clock, bench.at.world)
    return bench.end("opening it while another program writes")


def slow_disk(folder: Path) -> Outcome:
    """Every step of SQLite's takes its time; a check holds the file for longer than anybody waits for it."""
    bench = Bench.lay_out(folder / "shop")
    shop, holds, go_on = bench.at.shop, threading.Event(), threading.Event()

    def slowly() -> None:
        with closing(Store(folder / "shop" / FILE_NAME)) as store, store.writing():
            store.write("update settings set value = value where key = 'shop_name'")
            holds.set()
            go_on.wait(30)

    other = threading.Thread(target=slowly)
    other.start()
    holds.wait()
    bench.said.append(bench.write("Marta, we are so"))
    go_on.set()
    other.join()
    shop.store._conn.set_progress_handler(lambda: int(threading.Event().wait(0.002)), 200)
    bench.try_a_day()
    shop.store._conn.set_progress_handler(None, 0)
    return bench.end("a draft while a slow check writes; then a draft, a reply, a check, a copy, slowly")


def _spoil(path: Path, chance: random.Random, first: int, size: int = 4096) -> None:
    pages = path.stat().st_size // size
    with path.open("r+b") as file:
        file.seek(chance.randrange(min(first, pages - 1), pages) * size)
        file.write(chance.randbytes(size))


def damaged_page(folder: Path) -> Outcome:
    """A page somewhere; whatever is said, the newest copy can be read and the file repaired."""
    bench = Bench.lay_out(folder / "shop")
    bench.at.shop.close()
    file, chance = folder / "shop" / FILE_NAME, random.Random(5)
    whole = file.read_bytes()
    is_sound, repaired = True, 0
    for _ in range(12):
        file.write_bytes(whole)
        _spoil(file, chance, 30)
        for path in (folder / "shop").glob("replaced-*"):
            path.unlink()
        bench.said += [one for one in [told(lambda: _read_all(folder / "shop"))] if one]
        copy = backups.newest_good(folder / "shop", bench.at.clock.now().date())
        if copy is None:
            bench.lost.append("every copy")
        damaged = file.read_bytes()
        done = told(lambda: repairing.repair(folder / "shop", bench.at.clock))
        bench.said += [done] if done else []
        repaired += not done
        kept = list((folder / "shop").glob("replaced-*.db"))
        if not done and kept and kept[0].read_bytes() != damaged:
            bench.lost.append("the damaged file")
        is_sound &= bool(done) or sound.of_the_file(file, None) == []
    file.write_bytes(whole)
    bench.at = open_counter(folder / "shop", bench.at.clock, bench.at.world)
    end = bench.end(f"12 pages, one after the other: opening, the newest copy, a repair ({repaired} times)")
    return Outcome(end.tried, end.said, end.lost, end.is_sound and is_sound)


def _read_all(folder: Path) -> None:
    with closing(Shop.open(folder, vault=SessionVault())) as shop:
        for table in ("posts", "conversations", "drafts", "replies", "events"):
            shop.store.rows(f"select * from {table}")


def damaged_search_index(folder: Path) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    bench.at.shop.close()
    file = folder / "shop" / FILE_NAME
    with closing(driver.connect(str(file))) as conn:
        conn.execute("delete from posts_fts_data where id > 10")
        conn.commit()
    with closing(Shop.open(folder / "shop", vault=SessionVault())) as shop:
        bench.said += [one for one in [told(lambda: posts_with(shop.store, "tart"))] if one]
    repairing.repair(folder / "shop", bench.at.clock)
    with closing(Shop.open(folder / "shop", vault=SessionVault())) as shop:
        if not posts_with(shop.store, "tart"):
            bench.lost.append("a word that is searched for")
    bench.at = open_counter(folder / "shop", bench.at.clock, bench.at.world)
    return bench.end("a search, a repair, a search")


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.bench.fault_files import Bench
bench = Bench.lay_out(Path(sys.argv[1]))
print(bench.one, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def damaged_journal(folder: Path) -> Outcome:
    """What a kill left in the journal is spoilt: what was written before the spoilt place is there, and whole."""
    made = folder / "made"
    run = subprocess.run([sys.executable, "-c", KILLED, str(made)], check=False, capture_output=True, text=True)
    assert run.returncode == -signal.SIGKILL, run.stderr
    chance, is_sound, said = random.Random(3), True, list[str]()
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        for turn in range(10):
            shop = folder / f"{name}-{turn}"
            shutil.copytree(made, shop)
            (shop / "shop.lock").unlink()
            file = shop / name
            data = bytearray(file.read_bytes())
            at = chance.randrange(len(data))
            data[at : at + 64] = chance.randbytes(64)
            file.write_bytes(data[: chance.randrange(at, len(data))] if turn % 2 else data)
            one = told(lambda shop=shop: Shop.open(shop, vault=SessionVault()).close())
            said += [one] if one else []
            is_sound &= bool(one) or sound.troubles(shop) == []
    return Outcome("20 times the journal or its index, then opening", tuple(said), (), is_sound)


def gone_file(folder: Path) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    bench.at.shop.close()
    file = folder / "shop" / FILE_NAME
    file.write_bytes(b"\x00" * 40_000)
    bench.said.append(told(lambda: Shop.open(folder / "shop", vault=SessionVault()).close()))
    bench.said.append(told(lambda: repairing.repair(folder / "shop", bench.at.clock)))
    copy = backups.newest_good(folder / "shop", bench.at.clock.now().date())
    assert copy
    done = backups.restore(folder / "shop", copy, bench.at.clock.now())
    if done.replaced is None or done.replaced.read_bytes() != b"\x00" * 40_000:
        bench.lost.append("the file that was replaced")
    bench.at = open_counter(folder / "shop", bench.at.clock, bench.at.world)
    return bench.end("opening, a repair, the newest copy")


FAULTS: dict[str, Fault] = {
    "full disk": full_disk,
    "full disk at the start": full_disk_at_the_start,
    "read-only disk": read_only_disk,
    "read-only file": read_only_file,
    "locked file": locked_file,
    "locked file at the start": locked_at_the_start,
    "folder in use": locked_folder,
    "slow disk": slow_disk,
    "damaged pages": damaged_page,
    "damaged search index": damaged_search_index,
    "damaged journal": damaged_journal,
    "a file of zeros": gone_file,
}
