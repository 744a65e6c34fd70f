"""Goals 1, 3 and 16: starting, memory, and a window that stays smooth while posts come in."""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.make_shop import make
from tests.bench.measure import Line

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
    lines: list[Line] = []
    figures: dict[int, float] = {}
    for count, folder in folders.items():
        pairs = [(_start("bare"), _start(str(folder))) for _ in range(PAIRS + 1)][1:]
        bare, ours = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
        ratio = statistics.median(b[0] / a[0] for a, b in pairs)
        figures[count] = ours
        lines.append(
            Line(1, f"start to first list, {count:,} posts", f"{bare:.3f} s", f"{ours:.3f} s", ratio, 1.75)
        )
        small, large = (statistics.median(pair[side][1] for pair in pairs) for side in (0, 1))
        lines.append(
            Line(
                3,
                f"memory at first list, {count:,} posts",
                f"{small:.0f} MB",
                f"{large:.0f} MB",
                large / small,
                1.5,
            )
        )
    if len(figures) > 1:
        small_n, large_n = min(figures), max(figures)
        ratio = figures[large_n] / figures[small_n]
        what = f"start, {large_n:,} : {small_n:,} posts"
        lines.append(Line(1, what, f"{figures[small_n]:.3f} s", f"{figures[large_n]:.3f} s", ratio, 1.1))
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
        runs = [_frames(folder) for _ in range(3)]
        for name, at, goal in (("frame p95", 0.95, 2.0), ("frame p99", 0.99, 3.0)):
            idle = statistics.median(_at(run["idle"][0], at) for run in runs)
            busy = statistics.median(_at(run["busy"][0], at) for run in runs)
            lines.append(
                Line(
                    16,
                    f"{name} while storing, {count:,} posts",
                    f"{idle:.1f} ms",
                    f"{busy:.1f} ms",
                    busy / idle,
                    goal,
                )
            )
        worst = statistics.median(max(run["busy"][1]) for run in runs)
        calm = statistics.median(max(run["idle"][1]) for run in runs)
        pace = statistics.median(run["stored"] for run in runs) / 4
        what = f"longest stall at {pace:,.0f} posts/s, {count:,} posts"
        lines.append(Line(16, what, f"{calm:.0f} ms", f"{worst:.0f} ms", worst, 100, "ms"))
    return lines


def _frames(folder: Path) -> dict[str, list[list[float]]]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.while_collecting", str(folder)],
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    if run.returncode:
        raise RuntimeError(run.stderr)
    found: dict[str, list[list[float]]] = json.loads(run.stdout.splitlines()[-1])
    return found


def _at(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
