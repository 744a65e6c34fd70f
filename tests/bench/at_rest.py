"""What a password costs: `python -m tests.bench.at_rest [--posts 10000] [--keep FOLDER]`. Prints plain : protected.

The same shop twice, once protected. CPU time of this process, both sides in turn (measure.py). What a person waits for
once a start (argon2id, half a second on purpose) stands apart.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop import inbox, keys, posts, sealing
from desktop.clock import SetClock
from desktop.driver import Key
from desktop.inbox import Filter
from desktop.records import Group
from desktop.searching import Asking, find, parse
from desktop.store import FILE_NAME, Store
from tests.bench.core import OURS
from tests.bench.make_shop import NOW, make, remote_posts
from tests.bench.measure import cpu, in_turn, ms, per_call

PASSWORD = "patient kettles by the harbour"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--posts", type=int, default=10_000)
    asked.add_argument("--keep", type=Path, default=None, help="where the synthetic shop is kept for the next run")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        plain = (given.keep or Path(scratch)) / f"shop-{given.posts}"
        make(plain, given.posts).close()
        folders = [Path(scratch) / name for name in ("plain", "protected")]
        for folder in folders:
            shutil.copytree(plain, folder, ignore=shutil.ignore_patterns("backups", "practice"))
        file, key = keys.begun()
        stretched = cpu(lambda: keys.with_password(file, key, "ines", PASSWORD, NOW))
        file = keys.with_password(file, key, "ines", PASSWORD, NOW)
        turned = cpu(lambda: sealing.protect(folders[1], file, key))
        print(f"  one password, once a start {stretched:.2f} s, protecting {given.posts:,} posts {turned:.2f} s")
        _sizes(folders)
        _compare(folders, key)
    return 0


def _sizes(folders: list[Path]) -> None:
    plain, sealed = ((folder / FILE_NAME).stat().st_size for folder in folders)
    print(f"  {'file':<34} {plain / 1e6:>10.1f} MB {sealed / 1e6:>10.1f} MB {sealed / plain:>7.2f}x")


def _compare(folders: list[Path], key: Key) -> None:
    keyed = list(zip(folders, (None, key), strict=True))
    print(f"  {'':<34} {'plain':>13} {'protected':>13}    ratio", flush=True)

    def say(what: str, plain: Callable[[], object], sealed: Callable[[], object], times: int, pairs: int = 5) -> None:
        a, b, ratio = in_turn(per_call(plain, times), per_call(sealed, times), pairs)
        print(f"  {what:<34} {ms(a / times):>13} {ms(b / times):>13} {ratio:>7.2f}x", flush=True)

    def opening(folder: Path, own: Key | None) -> Callable[[], object]:
        return lambda: Store(folder / FILE_NAME, key=own).close()

    say("open the file", *(opening(*one) for one in keyed), times=20)
    stores = [Store(folder / FILE_NAME, key=own) for folder, own in keyed]
    with closing(stores[0]), closing(stores[1]):
        say("a page of the inbox", *(_paging(store) for store in stores), times=20)
        say("a search", *(searching(store) for store in stores), times=10)
        say("1,000 new posts in one commit", *(inserting(store) for store in stores), times=1, pairs=9)
        say("one small commit", *(_committing(store) for store in stores), times=50)
        say("a checked copy", *(_copying(store) for store in stores), times=1, pairs=3)


def _paging(store: Store) -> Callable[[], object]:
    first = inbox.rids(store, Group.NEEDS_ANSWER, Filter(), limit=50)
    return lambda: inbox.page(store, first, "", NOW)


def searching(store: Store) -> Callable[[], object]:
    query, asking = parse("waiting"), Asking(SetClock(NOW))
    return lambda: find(store, query, asking, 50)


def inserting(store: Store) -> Callable[[], object]:
    made = iter([one._replace(remote_id=f"new-{one.remote_id}", uri="") for one in remote_posts(20_000)])

    def insert() -> None:
        some = [(next(made), "c") for _ in range(1000)]
        with store.writing():
            posts.take(store, OURS, some, NOW)

    return insert


def _committing(store: Store) -> Callable[[], object]:
    def commit() -> None:
        with store.writing():
            store.write("update settings set value = value where key = 'shop_name'")

    return commit


def _copying(store: Store) -> Callable[[], object]:
    path = Path(str(store.path))
    return lambda: store.copy_to(path.with_name("copy.bak"))


if __name__ == "__main__":
    sys.exit(main())
