"""Goals 4, 8, 11, 13, 17, 18 and 19: first import, fetching alone, searches, giving up, kills, copies, a password."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import requests

from desktop import keys, posts, sealing
from desktop.errors import GivenUp
from desktop.searching import Asking, find, parse
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store
from desktop.web import Web
from tests.bench import at_rest, core, sound
from tests.bench.make_shop import NOW, make, remote_posts
from tests.bench.measure import Line, at, cpu, in_turn, ms, per_call

FIRST, FIRST_NOTES = 50, 8  # matching posts and notes before the first rows are shown (ui/history/reading.py)
SEARCHES = ("re", "ref", "refund", "the ", "cake box", '"the box"', "Lieferung ", "蛋糕", "by:tom", "kind:complaint",
            "kind:complaint refund", "ended:they", "answered:2h", "on:2026-05")  # fmt: skip


def opened(folder: Path, count: int) -> Shop:
    return make(folder, count)


# --- 4 -------------------------------------------------------------------------------------------------------


def first_import(count: int) -> Line:
    """All posts into the full store, 1,000 a commit, against executemany into a bare table without a journal."""
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        store = core.empty(Path(scratch) / "ours")
        spent = {"floor": 0.0, "ours": 0.0}
        bare = core.bare(Path(scratch) / "bare.db")
        made = remote_posts(count)
        for start in range(0, count, core.BATCH):
            some = [next(made) for _ in range(min(core.BATCH, count - start))]
            rows, pairs = core.as_rows(some), [(post, "c") for post in some]

            def ours(pairs: Any = pairs) -> None:
                with store.writing():
                    posts.take(store, core.OURS, pairs, NOW)

            spent["floor"] += cpu(lambda rows=rows: bare.executemany(core.BARE, rows))  # type: ignore[misc]
            spent["ours"] += cpu(ours)
        bare.execute("commit")
        bare.close()
        store.close()
    floor, mine = spent["floor"], spent["ours"]
    return Line(4, "first import, 1,000 a commit", f"{floor:.1f} s", f"{mine:.1f} s", mine / floor, 16, posts=count)


# --- 8 -------------------------------------------------------------------------------------------------------


def fetching(size: int = 10_000) -> list[Line]:
    """Fetching and reading JSON over loopback, nothing stored, against a bare socket and json; and against requests
    alone, which is what ours goes through."""
    ready = multiprocessing.get_context("spawn").Queue()
    serving = multiprocessing.get_context("spawn").Process(target=core.serve, args=(size, ready), daemon=True)
    serving.start()
    url = ready.get(timeout=60)

    def floor() -> None:
        for _ in core.raw_pages(url):
            pass

    def alone() -> None:
        session = requests.Session()
        came = 0
        while page := session.get(f"{url}/api/v1/notifications", params={"min_id": came}).json():
            came += len(page)

    def ours() -> None:
        web = Web()
        came = 0
        while page := web.get_json(f"{url}/api/v1/notifications", {"min_id": came}, expect=list).data:
            came += len(page)
        if came != size:
            raise RuntimeError(f"{came} of {size} came")

    try:
        a, b, ratio = in_turn(floor, ours, 3)
        bare, mine, against = in_turn(alone, ours, 3)
    finally:
        serving.kill()
    return [
        Line(8, f"fetch and read {size:,} mentions", f"{a:.3f} s", f"{b:.3f} s", ratio, 2.5),
        Line(8, "the same against requests alone", f"{bare:.3f} s", f"{mine:.3f} s", against, 0),
    ]


# --- 11 and 13 -----------------------------------------------------------------------------------------------


def searches(folder: Path, count: int) -> list[Line]:
    """Every search as History begins it, against its last statement alone on the same connection. The statements
    before it look up near words; against all of them what is left is our own work."""
    with closing(opened(folder, count)) as shop:
        asking, db = Asking(shop.clock, shop.me.id), shop.store
        figures, ratios, alone = [], [], []
        for typed in SEARCHES:
            query, asked = parse(typed), list[str]()
            db._conn.set_trace_callback(asked.append)
            find(db, query, asking, FIRST, FIRST_NOTES)
            db._conn.set_trace_callback(None)
            ours = [sql for sql in asked if sql.startswith(("select", "with"))]  # the others are SQLite's own
            [main] = [sql for sql in ours if "group_concat(rid)" in sql]
            a, b, ratio = in_turn(
                per_call(lambda main=main: db._conn.execute(main).fetchall(), 5),  # type: ignore[misc]
                per_call(lambda query=query: find(db, query, asking, FIRST, FIRST_NOTES), 5),  # type: ignore[misc]
                5,
            )
            figures.append((a / 5, b / 5))
            ratios.append(ratio)
            alone.append(b / cpu(per_call(lambda ours=ours: [db._conn.execute(sql).fetchall() for sql in ours], 5)))  # type: ignore[misc]
        floor, ours = (statistics.median(one[side] for one in figures) for side in (0, 1))
        middle, slowest = statistics.median(ratios), at([b for _, b in figures], 0.95)
        return [
            Line(11, f"search, {len(SEARCHES)} queries, half of them", ms(floor), ms(ours), middle, 1.5, posts=count,
                 value=ours),
            Line(11, "the same against all its statements", "", ms(ours), statistics.median(alone), 0, posts=count),
            Line(11, "search, 95 in 100", "", ms(slowest), slowest * 1000, 5, "ms", count, slowest),
        ]  # fmt: skip


def giving_up(folder: Path, count: int, rounds: int = 12) -> list[Line]:
    """From the next letter until the search before it has ended, in the middle of one that goes through everything."""
    with closing(opened(folder, count)) as shop:
        took = []
        for number in range(rounds):
            stop, ended, began = threading.Event(), threading.Event(), threading.Event()
            typed = ("answered:2h", "ended:they refund", "by:tom", "-the")[number % 4]

            def work(typed: str = typed, stop: Any = stop, ended: Any = ended, began: Any = began) -> None:
                asking, store = Asking(shop.clock, shop.me.id), shop.store
                began.set()
                try:
                    with store.unless(stop.is_set):
                        while not stop.is_set():
                            find(store, parse(typed), asking)
                except GivenUp:
                    pass
                ended.set()

            threading.Thread(target=work, daemon=True).start()
            began.wait()
            stop.wait(0.02 + 0.01 * number)
            pressed = time.perf_counter()
            stop.set()
            ended.wait(10)
            took.append((time.perf_counter() - pressed) * 1000)
        half, most = statistics.median(took), max(took)
        return [
            Line(13, "an old search ends, half of them", "", f"{half:.1f} ms", half, 20, "ms", count, half),
            Line(13, "an old search ends, the slowest", "", f"{most:.1f} ms", most, 20, "ms", count, most),
        ]


# --- 17 ------------------------------------------------------------------------------------------------------


def kills(rounds: int = 100) -> Line:
    """A process that stores pages of 80 and says so is killed at random: what it said is there, and whole."""
    lost, chance = 0, random.Random(17)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folder = Path(scratch)
        core.empty(folder).close()
        for _ in range(rounds):
            command = [sys.executable, "-m", "tests.bench.years", "store", str(folder)]
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
                assert process.stdout
                said = int(process.stdout.readline())
                deadline = time.perf_counter() + chance.random() * 0.2
                while time.perf_counter() < deadline:
                    said = int(process.stdout.readline())
                process.kill()
                said = max([said, *(int(line) for line in process.stdout.read().splitlines()[:-1])])
            with closing(Store(folder / FILE_NAME)) as store:
                here = int(store.value("select count(*) from posts"))
            lost += here < said or here % 80 != 0
        found = sound.of_the_file(folder / FILE_NAME, None)
    return Line(17, f"kill -9 of the writer, {rounds} rounds", "", f"{lost} lost", lost + len(found), 0.5, "")


def _store(folder: Path) -> None:
    store = Store(folder / FILE_NAME)
    began = int(store.value("select count(*) from posts"))
    while True:
        some = [
            one._replace(remote_id=f"{began}-{one.remote_id}", uri=f"{began}-{one.uri}") for one in remote_posts(80)
        ]
        with store.writing():
            posts.take(store, core.OURS, [(post, "c") for post in some], NOW)
        began += 80
        print(began, flush=True)


# --- 18 and 19 -----------------------------------------------------------------------------------------------


def copying(folder: Path, count: int) -> Line:
    """A checked copy of the open shop, against copying the file."""
    with closing(opened(folder, count)) as shop, tempfile.TemporaryDirectory(dir=folder) as scratch:
        target, source = Path(scratch) / "copy.db", folder / FILE_NAME
        a, b, ratio = in_turn(
            lambda: shutil.copyfile(source, target), lambda: shop.store.copy_to(target), 1 if count > 200_000 else 3
        )
    return Line(18, "a checked copy of the open shop", f"{a:.2f} s", f"{b:.2f} s", ratio, 5, posts=count)


def protected(folder: Path, count: int) -> list[Line]:
    """The same shop under a password: storing 1,000 posts, and a search."""
    make(folder, count).close()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folders = [Path(scratch) / name for name in ("plain", "protected")]
        for one in folders:
            shutil.copytree(folder, one, ignore=shutil.ignore_patterns("backups", "practice"))
        file, key = keys.begun()
        sealing.protect(folders[1], keys.with_password(file, key, "ines", at_rest.PASSWORD, NOW), key)
        lines = []
        stores = [Store(one / FILE_NAME, key=own) for one, own in zip(folders, (None, key), strict=True)]
        with closing(stores[0]), closing(stores[1]):
            for what, work, times, goal in (
                ("under a password: 1,000 new posts", at_rest.inserting, 1, 1.5),
                ("under a password: a search", at_rest.searching, 10, 1.2),
            ):
                plain, sealed = (work(store) for store in stores)
                a, b, ratio = in_turn(per_call(plain, times), per_call(sealed, times), 7)
                lines.append(Line(19, what, ms(a / times), ms(b / times), ratio, goal, posts=count))
    return lines


if __name__ == "__main__":
    _store(Path(sys.argv[2]))
