"""`python -m tests.bench [--posts 10000 100000] [--only 5 9 …]`: prints the table of floors, ours and ratios."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import core
from tests.bench.measure import Line


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--posts", type=int, nargs="+", default=[10_000, 100_000])
    asked.add_argument("--only", type=int, nargs="+", default=[])
    asked.add_argument(
        "--keep", type=Path, default=None, help="where the synthetic shops are kept for the next run"
    )
    given = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    print(f"  #  {'what':<46} {'floor':>16} {'ours':>16} {'ratio':>9}", flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folders = {posts: (given.keep or Path(scratch)) / f"shop-{posts}" for posts in given.posts}
        return 0 if all(_run(folders, set(given.only))) else 1


def _run(folders: dict[int, Path], only: set[int]) -> list[bool]:
    from tests.bench import window

    met = []
    chosen: list[tuple[set[int], Callable[[], list[Line]]]] = [
        ({1, 3}, lambda: window.starting(folders)),
        ({5}, lambda: [core.write_path()]),
        ({6}, lambda: [core.overlap()]),
        ({7}, lambda: [core.sync()]),
        ({9, 10}, lambda: _pages(folders)),
        ({16}, lambda: window.while_collecting(folders)),
    ]
    for numbers, bench in chosen:
        if only and not numbers & only:
            continue
        for line in bench():
            print(line, flush=True)
            met.append(line.is_met)
    return met


def _pages(folders: dict[int, Path]) -> list[Line]:
    lines = [line for count, folder in folders.items() for line in core.inbox_pages(folder, count)]
    return [*lines, core.depth(lines)] if len(folders) > 1 else lines


if __name__ == "__main__":
    sys.exit(main())
