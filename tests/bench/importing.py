"""Files of history, in and out again: `python -m tests.bench.importing [--posts 100000] [--only x table]`.

For each format: CPU seconds to look, to add, to take out; posts a second; how much memory adding took over a tenth of
the same file (flat means none); how long a press on Cancel in the middle of it took until nothing was kept.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop import bringing_in
from desktop.errors import GivenUp
from desktop.imports import marks
from desktop.imports.items import Archive
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests import archives

MAKERS: dict[str, Callable[[Path, int], Path]] = {
    "x": lambda path, count: archives.x_archive(path, archives.many_tweets(count), parts=3),
    "google": lambda path, count: archives.takeout(path, archives.many_reviews(count)),
    "table": lambda path, count: archives.table(path.with_suffix(".csv"), count),
}


def opened(folder: Path) -> Shop:
    shop = Shop.open(folder, vault=SessionVault())
    shop.found_with("Corner Shop", "Ines")
    return shop


def peak() -> float:
    """The most memory this process ever had, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def cancelled(shop: Shop, archive: Archive, after: int) -> tuple[float, int]:
    """Seconds from the press to the end, and what of it was left."""
    pressed: list[float] = []
    before = len(marks.all(shop.store))

    def heard(read: int) -> None:
        if read >= after and not pressed:
            pressed.append(time.perf_counter())

    try:
        me = archive.mine[0]
        bringing_in.bring_in(shop, archive, me, "bench", progress=heard, cancelled=lambda: bool(pressed))
    except GivenUp:
        left = shop.store.value("select count(*) from posts") + len(marks.all(shop.store)) - before
        return time.perf_counter() - pressed[0], int(left)
    raise AssertionError("it was over before it could be stopped")


def measure(kind: str, count: int, folder: Path) -> str:
    small = MAKERS[kind](folder / "small.zip", count // 10)
    shop = opened(folder / "shop")
    archive = bringing_in.opened(shop, small)
    done = bringing_in.bring_in(shop, archive, archive.mine[0], "small")
    bringing_in.undo(shop, done.id)
    large = MAKERS[kind](folder / "large.zip", count)
    before = peak()
    archive = bringing_in.opened(shop, large)
    start = time.process_time()
    found = bringing_in.look(shop, archive, archive.mine[0])
    looked = time.process_time()
    done = bringing_in.bring_in(shop, archive, archive.mine[0], "large")
    added = time.process_time()
    grown = peak() - before
    bringing_in.undo(shop, done.id)
    out = time.process_time()
    wait, left = cancelled(shop, archive, found.total // 2)
    shop.close()
    return (
        f"{kind:8}{done.added:>9,}{looked - start:>9.1f}{added - looked:>9.1f}"
        f"{done.added / (added - looked):>11,.0f}{out - added:>10.1f}{grown:>10.1f}{wait:>10.2f}{left:>6}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", choices=sorted(MAKERS), default=sorted(MAKERS))
    given = parser.parse_args()
    heads = ("look s", "add s", "posts/s", "out s", "grew MB", "cancel s", "left")
    widths = (9, 9, 11, 10, 10, 10, 6)
    line = "".join(f"{head:>{wide}}" for head, wide in zip(heads, widths, strict=True))
    sys.stdout.write(f"{'format':8}{'posts':>9}{line}\n")
    for kind in given.only:
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(measure(kind, given.posts, Path(folder)) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
