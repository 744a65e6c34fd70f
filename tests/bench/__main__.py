"""`python -m tests.bench [--posts 10000,100000,1000000] [--only 5 9 …]`: the table of floors, ours and ratios.

Each floor is measured in the same run as ours, in turn with it. Only the ratios of one run mean something.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import core
from tests.bench.measure import Line, growth

Folders = dict[int, Path]
MISSING = {
    2: "start of a frozen program: nothing packs one yet, so there is none to start",
    21: "size of a frozen program: nothing packs one yet; an installation is its .venv",
}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--posts", nargs="+", default=["10000", "100000"], help="sizes of shops: 10000,1000000")
    asked.add_argument("--only", type=int, nargs="+", default=[], help="numbers of rows")
    asked.add_argument(
        "--keep", type=Path, default=None, help="where the synthetic shops are kept for the next run"
    )
    given = asked.parse_args()
    sizes = [int(one) for part in given.posts for one in part.split(",")]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    print(f"  #  {'what':<46} {'posts':>10} {'floor':>14} {'ours':>14} {'ratio':>9}", flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folders = {posts: (given.keep or Path(scratch)) / f"shop-{posts}" for posts in sizes}
        return 0 if _run(folders, set(given.only)) else 1


def _run(folders: Folders, only: set[int]) -> bool:
    found: list[Line] = []
    for numbers, bench in rows(folders):
        if only and not numbers & only:
            continue
        for line in bench():
            print(line, flush=True)
            found.append(line)
    for number, why in MISSING.items():
        if not only or number in only:
            print(f"{number:>3}  {why}", flush=True)
    grown = list(growth(found))
    for line in grown:
        print(line, flush=True)
    return all(line.is_met for line in (*found, *grown))


def rows(folders: Folders) -> Iterator[tuple[set[int], Callable[[], list[Line]]]]:
    """(the numbers of goals, what measures them), in the order of the table as far as they are measured apart."""
    from tests.bench import window, years

    def each(bench: Callable[[Path, int], list[Line]]) -> Callable[[], list[Line]]:
        return lambda: [line for count, folder in folders.items() for line in bench(folder, count)]

    yield {1, 3}, lambda: window.starting(folders)
    yield {4}, lambda: [years.first_import(max(folders))]
    yield {5}, lambda: [core.write_path()]
    yield {6}, lambda: [core.overlap()]
    yield {7}, lambda: [core.sync()]
    yield {8}, years.fetching
    yield {9, 10}, each(core.inbox_pages)
    yield {11}, each(years.searches)
    yield {3, 12, 14, 15, 20}, lambda: window.inside(folders)
    yield {13}, each(years.giving_up)
    yield {16}, lambda: window.while_collecting(folders)
    yield {17}, lambda: [years.kills()]
    yield {18}, lambda: [years.copying(folders[max(folders)], max(folders))]
    yield {19}, lambda: years.protected(folders[min(folders)], min(folders))


if __name__ == "__main__":
    sys.exit(main())
