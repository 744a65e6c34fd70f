"""Forgetting in a large shop: `python -m tests.bench.forgetting SHOP [--people 300]`, on a copy of that folder.

People whose words are told from everybody else's are brought in from a file, among ten times as many others, and
forgotten. Then: seconds (by the clock and by the processor) of forgetting and of cleaning the file behind it, how many
megabytes the process grew, how long somebody who writes ten times a second meanwhile waited at most, and in how many of
the folder's files, and how often, one of those words is left. The copy goes beside the shop, and away at the end.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop import bringing_in, forgetting, settings
from desktop.clock import SystemClock
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store
from desktop.vault import SessionVault

_PAUSE = 0.1  # seconds between two writes
_PIECE = 1 << 24


def words(number: int) -> tuple[str, str]:
    """A name and a word that nobody else has."""
    return f"Qwixel{number:05d} Vorzak{number:05d}", f"gurkjosal{number:05d}"


def bring(shop: Shop, path: Path, people: int) -> list[str]:
    """Ids of those who will be forgotten."""
    chance, lines = random.Random(7), ["author,text,date"]
    for number in range(people * 10):
        name, word = words(number) if number % 10 == 0 else (f"Ordinary Passer {number}", "bread")
        text = f"The {word} was {'very ' * chance.randrange(30)}{word} this time"
        lines.append(f"{name},{text},20{chance.randrange(15, 25)}-03-1{chance.randrange(9)} 10:00")
    path.write_text("\n".join(lines))
    archive = bringing_in.opened(shop, path)
    bringing_in.bring_in(shop, archive, archive.mine[0], path.name)
    return [row[0] for row in shop.store.rows("select id from authors where name like 'Qwixel%'")]


class Waits:
    """Of somebody who writes all the time, in milliseconds. The store opens in the thread that uses it."""

    def __init__(self, shop: Shop) -> None:
        self._shop, self._over, self.all = shop, threading.Event(), list[float]()
        self._thread = threading.Thread(target=self._write)

    def _write(self) -> None:
        store = Store(self._shop.folder / FILE_NAME, self._shop.changes, key=self._shop.key)
        while not self._over.wait(_PAUSE):
            start = time.perf_counter()
            with store.writing():
                settings.put(store, settings.WINDOW, str(start))
            self.all.append((time.perf_counter() - start) * 1000)
        store.close()

    def __enter__(self) -> Waits:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


def left(folder: Path, people: int) -> str:
    """How often one of the words can be read in which file."""
    found = dict[str, int]()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            for piece in iter(lambda: file.read(_PIECE), b""):  # a word on the seam of two is missed: one in a million
                for sign in (b"Qwixel", b"qwixel", b"Vorzak", b"vorzak", b"gurkjosal"):
                    found[path.name] = found.get(path.name, 0) + piece.count(sign)
    return ", ".join(f"{name} {count}" for name, count in found.items() if count) or "nothing"


@contextmanager
def timed(name: str) -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, cpu = time.perf_counter(), time.process_time()
    yield
    took, cpu = time.perf_counter() - start, time.process_time() - cpu
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    sys.stdout.write(f"{name:22}{took:8.2f} s {cpu:8.2f} s CPU {grown:8.0f} MB more at most\n")
    sys.stdout.flush()


def measure(folder: Path, people: int, clean: Callable[[Shop], bool]) -> None:
    shop = Shop.open(folder, clock=SystemClock(), vault=SessionVault())
    with tempfile.TemporaryDirectory() as made:
        chosen = bring(shop, Path(made) / "said.csv", people)
    sys.stdout.write(f"{shop.store.value('select count(*) from posts'):,} posts; {len(chosen)} people to forget\n")
    with timed("forget"), Waits(shop) as waits:
        done = forgetting.forget(shop, chosen)
    sys.stdout.write(f"  longest wait of a writer {max(waits.all, default=0):,.0f} ms of {len(waits.all)}\n")
    with timed("clean"), Waits(shop) as waits:
        is_done = clean(shop)
    sys.stdout.write(f"  longest wait of a writer {max(waits.all, default=0):,.0f} ms of {len(waits.all)}\n")
    sys.stdout.write(f"  done: {is_done}\n")
    with timed("clean, nobody writes"):
        is_done = clean(shop)
    sys.stdout.write(f"  done: {is_done}\n")
    (folder / "forgotten" / f"{done.id}.aside").unlink()
    sys.stdout.write(f"left: {left(folder, people)}; {shop.store.health()}\n")
    shop.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shop", type=Path)
    parser.add_argument("--people", type=int, default=300)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.shop.parent) as copy:
        folder = Path(copy) / "shop"
        shutil.copytree(given.shop, folder)
        measure(folder, given.people, forgetting.clean)
    return 0


if __name__ == "__main__":
    sys.exit(main())
