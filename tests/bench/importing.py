"""Files of history, in and out again: `python -m tests.bench.importing [--posts 100000] [--moments 20] [--only x]`.

For each format: seconds to open and look, to add, posts a second (by the clock and by the processor); how much memory
adding took over a tenth of the same file (flat means none); how long taking out took and what is left. Then Cancel is
pressed at so many moments of another adding, spread by chance over reading and storing: the longest wait until nothing
was kept, and what was left.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from desktop import bringing_in
from desktop.errors import GivenUp
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests import archives

MAKERS: dict[str, tuple[str, Callable[[Path, int], Path]]] = {  # name of the file, and how it is made
    "x": ("x.zip", lambda path, count: archives.x_archive(path, archives.many_tweets(count), parts=3)),
    "mastodon": ("m.tar.gz", lambda path, count: archives.mastodon_archive(path, archives.many_notes(count))),
    "bluesky": ("repo.car", lambda path, count: archives.bluesky_repository(path, archives.many_records(count))),
    "facebook": ("f.zip", lambda path, count: archives.facebook_export(path, archives.many_comments(count))),
    "instagram": ("i.zip", lambda path, n: archives.instagram_export(path, archives.many_instagram_comments(n))),
    "google": ("g.zip", lambda path, count: archives.takeout(path, archives.many_reviews(count * 2 // 3))),
    "table": ("t.csv", lambda path, count: archives.table(path, count * 2 // 3)),
    "json": ("t.json", lambda path, count: archives.json_table(path, count * 2 // 3)),
    "chatwoot": ("c.csv", archives.chatwoot),
    "zammad": ("z.csv", archives.zammad),
}
_COUNTED = ("posts", "conversations", "imported", "spool", "unread_rows", "complaints", "looks", "events", "authors")


def opened(folder: Path) -> Shop:
    shop = Shop.open(folder, vault=SessionVault())
    shop.found_with("Corner Shop", "Ines")
    return shop


def peak() -> float:
    """The most memory this process ever had, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def counted(shop: Shop) -> dict[str, int]:
    return {name: int(shop.store.value(f"select count(*) from {name}")) for name in _COUNTED}


def cancelled(shop: Shop, path: Path, after: float) -> tuple[float, int]:
    """Seconds from a press so many seconds after the beginning to the end, and how many rows more there are then;
    nothing where it was over before."""
    before, pressed = counted(shop), list[float]()
    timer = threading.Timer(after, lambda: pressed.append(time.perf_counter()))
    timer.start()
    try:
        archive = bringing_in.opened(shop, path)
        done = bringing_in.bring_in(shop, archive, archive.mine[0], "bench", cancelled=lambda: bool(pressed))
    except GivenUp:
        now = time.perf_counter()
        return now - pressed[0], sum(counted(shop).values()) - sum(before.values())
    finally:
        timer.cancel()
    wait = time.perf_counter() - pressed[0] if pressed else 0.0  # pressed when it was in already
    bringing_in.undo(shop, done.id)
    return wait, 0


def measure(kind: str, count: int, moments: int, folder: Path) -> str:
    name, make = MAKERS[kind]
    (folder / "small").mkdir()
    shop = opened(folder / "shop")
    archive = bringing_in.opened(shop, make(folder / "small" / name, count // 10))
    bringing_in.undo(shop, bringing_in.bring_in(shop, archive, archive.mine[0], "small").id)
    del archive
    large, start = make(folder / name, count), time.perf_counter()
    empty, before = counted(shop), peak()
    archive = bringing_in.opened(shop, large)
    ready = time.perf_counter()
    bringing_in.look(shop, archive, archive.mine[0])
    looked, cpu = time.perf_counter(), time.process_time()
    start, opening = time.perf_counter(), ready - start
    done = bringing_in.bring_in(shop, archive, archive.mine[0], "large")
    adding, cpu, grown = time.perf_counter() - start, time.process_time() - cpu, peak() - before
    start = time.perf_counter()
    bringing_in.undo(shop, done.id)
    out, left = time.perf_counter() - start, {n: c - empty[n] for n, c in counted(shop).items() if c != empty[n]}
    chosen, waits = random.Random(kind), list[tuple[float, int]]()
    for _ in range(moments):
        waits.append(cancelled(shop, large, chosen.uniform(0, opening + adding)))
    worst, kept = max((wait for wait, _ in waits), default=0.0), sum(more for _, more in waits)
    shop.close()
    return (
        f"{kind:10}{done.added:>9,}{opening:>8.2f}{looked - ready:>8.1f}{adding:>8.1f}{done.added / adding:>9,.0f}"
        f"{done.added / cpu:>9,.0f}{grown:>9.1f}{out:>8.1f}{worst * 1000:>10,.0f}{kept:>6}  {left}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=sorted(MAKERS), default=list(MAKERS))
    given = parser.parse_args()
    heads = ("open s", "look s", "add s", "posts/s", "by CPU", "grew MB", "out s", "cancel ms", "kept")
    widths = (8, 8, 8, 9, 9, 9, 8, 10, 6)
    line = "".join(f"{head:>{wide}}" for head, wide in zip(heads, widths, strict=True))
    sys.stdout.write(f"{'format':10}{'posts':>9}{line}  left after undo\n")
    for kind in given.only:
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(measure(kind, given.posts, given.moments, Path(folder)) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
