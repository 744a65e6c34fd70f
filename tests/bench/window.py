"""Goals 1, 3, 12, 14, 15, 16 and 20: what the real window does, in processes of its own."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.make_shop import make
from tests.bench.measure import Line, at

PAIRS = 11
_ROOT = Path(__file__).resolve().parents[2]


def _compile() -> None:
    """As the install does: without compiled files a start reads every module anew, which is not what is measured."""
    for folder in ("desktop", "ui", "tests"):
        compileall.compile_dir(_ROOT / folder, quiet=1)


def starting(folders: dict[int, Path]) -> list[Line]:
    """Goal 1: process start to the first painted list, against a bare window; goal 3: memory then."""
    _compile()
    for count, folder in folders.items():
        make(folder, count).close()
    # All sizes in turn: what a busy machine adds to one of them it adds to all.
    rounds = [(_start("bare"), [_start(str(folder)) for folder in folders.values()]) for _ in range(PAIRS + 1)][1:]
    lines: list[Line] = []
    for at_size, count in enumerate(folders):
        pairs = [(one, all_[at_size]) for one, all_ in rounds]
        bare, ours = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
        ratio = statistics.median(b[0] / a[0] for a, b in pairs)
        lines.append(
            Line(1, "start to first list", f"{bare:.3f} s", f"{ours:.3f} s", ratio, 1.75, posts=count, value=ours)
        )
        small, large = (statistics.median(pair[side][1] for pair in pairs) for side in (0, 1))
        floor, mine = f"{small:.0f} MB", f"{large:.0f} MB"
        lines.append(Line(3, "memory at first list", floor, mine, large / small, 1.5, posts=count, value=large))
    return lines


def inside(folders: dict[int, Path]) -> list[Line]:
    """Goals 3, 12, 14, 15 and 20, in the real window: the list of everything, searches as one types, the charts."""
    bare = statistics.median(_start("bare")[1] for _ in range(3))
    return [line for count, folder in folders.items() for line in _inside(folder, count, bare)]


def _inside(folder: Path, count: int, bare: float) -> list[Line]:
    make(folder, count).close()
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:  # what comes in stays out of the next run
        own = Path(shutil.copytree(folder, Path(scratch) / "shop"))
        told: Any = _told("tests.bench.in_window", own, 400)
    mine, rows = told["rss"], f"{told['rows']:,} rows"
    lines = [Line(3, f"memory after scrolling {rows}", f"{bare:.0f} MB", f"{mine:.0f} MB", mine / bare, 2, posts=count)]
    keys = told["keys"]
    pace = f"at {told['stored_a_second']:,.0f}/s"
    for what, figure, goal in (
        (f"key to painted results {pace}, half", statistics.median(keys), 0),
        ("key to painted results, 95 in 100", at(keys, 0.95), 50),
        ("key to painted results, slowest", max(keys), 150),
    ):
        lines.append(Line(12, what, "", f"{figure:.1f} ms", figure, goal, "ms", count, figure if goal == 50 else 0))
    again, cold = statistics.median(told["again"]), at(told["cold"], 0.95)
    floor, ours = f"{again:.2f} ms", f"{cold:.2f} ms"
    lines += [
        Line(14, "frame at a random place, 95 in 100", floor, ours, cold / again, 3, posts=count, value=cold),
        Line(14, "the same in milliseconds", "", ours, cold, 12, "ms", count),
        Line(15, "show all rows", "", f"{told['shown']:.1f} ms", told["shown"], 50, "ms", count, told["shown"]),
        Line(15, "80 more on top", "", f"{told['more']:.1f} ms", told["more"], 16, "ms", count, told["more"]),
    ]
    for what, name, goal in (
        ("a chart's first picture, import and all", "chart", 30),
        ("a chart painted again", "redraw", 10),
        ("a year and the year before worked out", "insights", 0),
    ):
        lines.append(Line(20, what, "", f"{told[name]:.1f} ms", told[name], goal, "ms", count))
    return lines


def _start(what: str) -> tuple[float, float]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_window", what],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    cpu, rss = run.stdout.split()
    return float(cpu), float(rss)


def while_collecting(folders: dict[int, Path]) -> list[Line]:
    """Goal 16: frame p95 and p99 while 5,000 posts a second are stored, against idle; no stall over 100 ms."""
    lines = []
    for count, folder in folders.items():
        make(folder, count).close()
        runs: list[Any] = [_told("tests.bench.while_collecting", folder, 120) for _ in range(3)]
        for name, share, goal in (("95 in 100", 0.95, 2.0), ("99 in 100", 0.99, 3.0)):
            idle = statistics.median(at(run["idle"][0], share) for run in runs)
            busy = statistics.median(at(run["busy"][0], share) for run in runs)
            floor, ours = f"{idle:.1f} ms", f"{busy:.1f} ms"
            what = f"frames while storing, {name}"
            lines.append(Line(16, what, floor, ours, busy / idle, goal, posts=count, value=busy))
        worst = statistics.median(max(run["busy"][1]) for run in runs)
        calm = statistics.median(max(run["idle"][1]) for run in runs)
        pace = statistics.median(run["stored"] for run in runs) / 4
        what = f"longest stall at {pace:,.0f} posts/s"
        lines.append(Line(16, what, f"{calm:.0f} ms", f"{worst:.0f} ms", worst, 100, "ms", count))
    return lines


def _told(module: str, folder: Path, seconds: int) -> object:
    """What a window of its own process says at its end."""
    run = subprocess.run(
        [sys.executable, "-m", module, str(folder)],
        capture_output=True, text=True, check=False, timeout=seconds,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    if run.returncode:
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout.splitlines()[-1])
