"""Files of history, in and out again: `python -m tests.bench.importing [--posts 100000] [--moments 6] [--only x]`.

For each format, in a process of its own: seconds to open and look, to add, posts a second (by the clock and by the
processor); the most memory after a tenth of the same file and after all of it (flat means the same); how long taking
out took, and in which tables anything is left then. Then Cancel is pressed in so many other addings, spread evenly
from the beginning to the end by the clock, and twice more: when all of it is stored but not yet for good, and in the
last commit itself. The median and the longest wait until it was over, how often it was too late (all was in, and was
undone), and what was kept where it wasn't. `--out FILE` gets each line at once; formats that stand there are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from desktop import bringing_in
from desktop.errors import GivenUp
from desktop.imports.marks import Import
from desktop.shop import Shop
from desktop.store import Store
from desktop.vault import SessionVault
from tests import archives

_IN_COMMIT = 0.01  # seconds after the commit began
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
def opened(folder: Path) -> Shop:
    shop = Shop.open(folder, vault=SessionVault())
    shop.found_with("Corner Shop", "Ines")
    return shop


def peak() -> float:
    """The most memory this process ever had, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


_STANDING = {"complaints": "where withdrawn_at is null", "tallies": "where n > 0"}


def tables(shop: Shop) -> dict[str, str]:
    """What is in each table, whatever the order. An import that was undone stays in the list, with its event, and so
    do complaints that were taken off the board with it (no words); the search index is asked for its words."""
    names = [row[0] for row in shop.store.rows("select name from sqlite_master where type = 'table'")]
    found = {}
    for name in names:
        if "_fts" not in name and not name.endswith("_terms") and name not in ("events", "imports", "unread_rows"):
            kept = "*" if name not in ("posts", "conversations") else "id, text" if name == "posts" else "id, kind, grp"
            where = _STANDING.get(name, "")
            rows = sorted(repr(tuple(row)) for row in shop.store.each(f"select {kept} from {name} {where}"))
            found[name] = f"{len(rows)} {hashlib.sha256(''.join(rows).encode()).hexdigest()}"
    found["index"] = str(shop.store.value("select count(*) from posts_terms"))
    return found


class Press(NamedTuple):
    """Of Cancel: so many seconds after the beginning, or when all is "stored", or while it is being "committed"."""

    after: float
    step: str = ""


class Outcome(NamedTuple):
    wait: float  # seconds
    is_late: bool
    kept: int  # rows that weren't there before


def cancelled(shop: Shop, path: Path, press: Press) -> Outcome | None:
    """One adding with one press; None where all was in before it came."""
    before, pressed = rows(shop), list[float]()
    timer = threading.Timer(press.after, lambda: pressed.append(time.perf_counter()))
    finish, sync = bringing_in._Adding._finish, Store.sync_journal

    def finishing(adding: bringing_in._Adding) -> None:
        if press.step == "stored":
            pressed.append(time.perf_counter())
        finish(adding)
        Store.sync_journal = syncing if press.step == "committed" else sync  # type: ignore[method-assign]

    def syncing(store: Store) -> None:
        sync(store)
        timer.start()

    bringing_in._Adding._finish = finishing  # type: ignore[method-assign]
    if not press.step:
        timer.start()
    try:
        archive = bringing_in.opened(shop, path)
        done = bringing_in.bring_in(shop, archive, archive.mine[0], "bench", cancelled=lambda: bool(pressed))
    except GivenUp:
        return Outcome(time.perf_counter() - pressed[0], is_late=False, kept=rows(shop) - before)
    finally:
        bringing_in._Adding._finish, Store.sync_journal = finish, sync  # type: ignore[method-assign]
        timer.cancel()
    wait = time.perf_counter() - pressed[0] if pressed else None
    bringing_in.undo(shop, done.id)
    return Outcome(wait, is_late=True, kept=0) if wait is not None else None


def rows(shop: Shop) -> int:
    counted = ("posts", "conversations", "imported", "spool", "unread_rows", "complaints", "looks", "events", "authors")
    return sum(int(shop.store.value(f"select count(*) from {name}")) for name in (*counted, "imports", "posts_terms"))


def added(shop: Shop, path: Path) -> Import:
    archive = bringing_in.opened(shop, path)
    return bringing_in.bring_in(shop, archive, archive.mine[0], path.name)


def made(kind: str, count: int, folder: str) -> Path:
    Path(folder).mkdir()
    name, make = MAKERS[kind]
    return make(Path(folder) / name, count)


def apart(work: Callable[..., Path], *given: object) -> Path:
    """In another process, so that what it needs of memory isn't counted here."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def measure(kind: str, count: int, moments: int, folder: str) -> str:
    shop = opened(Path(folder) / "shop")
    other = "zammad" if kind != "zammad" else "chatwoot"
    added(shop, apart(made, other, 1_000, f"{folder}/other"))  # a shop that isn't empty
    bringing_in.undo(shop, added(shop, apart(made, kind, count // 10, f"{folder}/small")).id)
    large, before, small = apart(made, kind, count, f"{folder}/large"), tables(shop), peak()
    start = time.perf_counter()
    archive = bringing_in.opened(shop, large)
    ready = time.perf_counter()
    bringing_in.look(shop, archive, archive.mine[0])
    looked, cpu = time.perf_counter(), time.process_time()
    done = bringing_in.bring_in(shop, archive, archive.mine[0], "large")
    adding, cpu, most = time.perf_counter() - looked, time.process_time() - cpu, peak()
    del archive
    start, opening = time.perf_counter(), ready - start
    bringing_in.undo(shop, done.id)
    out, after = time.perf_counter() - start, tables(shop)
    left = [name for name in before if before[name] != after[name]]
    presses = [Press((at + 0.5) / moments * (opening + adding)) for at in range(moments)]
    presses += [Press(0, "stored"), Press(_IN_COMMIT, "committed")]
    came = [one for one in (cancelled(shop, large, press) for press in presses) if one is not None]
    waits = sorted(one.wait * 1000 for one in came if not one.is_late)
    late = " ".join(f"{one.wait * 1000:,.0f} ms" for one in came if one.is_late)
    health = shop.store.health()
    shop.close()
    say = [f"{kind:10}{done.added:>9,}{opening:>8.2f}{looked - ready:>8.1f}{adding:>8.1f}{done.added / adding:>9,.0f}"]
    say.append(f"{done.added / cpu:>9,.0f}{small:>9.0f}{most:>9.0f}{out:>8.1f}{statistics.median(waits):>9,.0f}")
    say.append(f"{waits[-1]:>9,.0f}{len(waits):>7}{sum(one.kept for one in came):>6}  {late or 'none'}")
    return "".join(say) + f"  left: {', '.join(left) or 'nothing'}; {health}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--moments", type=int, default=6)
    parser.add_argument("--only", nargs="*", choices=sorted(MAKERS), default=list(MAKERS))
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    heads = ("open s", "look s", "add s", "posts/s", "by CPU", "MB small", "MB all", "out s", "median", "worst ms")
    widths = (8, 8, 8, 9, 9, 9, 9, 8, 9, 9)
    line = "".join(f"{head:>{wide}}" for head, wide in zip(heads, widths, strict=True))
    sys.stdout.write(f"{'format':10}{'posts':>9}{line}{'heard':>7}{'kept':>6}  too late; left after undo\n")
    there = given.out.read_text("utf-8") if given.out and given.out.exists() else ""
    for kind in (kind for kind in given.only if f"{kind:10}" not in there):
        one = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        with tempfile.TemporaryDirectory() as folder, one as pool:
            said = pool.submit(measure, kind, given.posts, given.moments, folder).result()
        sys.stdout.write(said + "\n")
        sys.stdout.flush()
        if given.out:
            with given.out.open("a", encoding="utf-8") as out:
                out.write(said + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
