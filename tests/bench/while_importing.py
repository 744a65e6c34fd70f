"""How late the real window's ticks come while a file is brought in: `python -m tests.bench.while_importing SHOP`.

On a copy of the shop's folder, in the offscreen window: idle, then while a table of 20,000 posts is looked at, added,
and its journal moved. A tick is due every 16 ms, and paints a frame of the list. Lateness is told in milliseconds:
the median, the 99th of a hundred, the longest, and how many were later than 100; beside them the processor's seconds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QTableView

from desktop import bringing_in
from desktop.cli import Options
from tests import archives
from tests.bench.while_collecting import pause
from ui.app import Program, make_application
from ui.bringing_in.work import Turn, Work

_EVERY, _STALL, _IDLE = 0.016, 100.0, 4.0  # seconds, milliseconds, seconds


def ticks(table: QTableView, is_over: Callable[[], bool]) -> list[float]:
    """Milliseconds that each came late."""
    late, loop, timer = list[float](), QEventLoop(), QTimer()
    timer.setInterval(int(_EVERY * 1000))
    due = [time.perf_counter() + _EVERY]

    def tick() -> None:
        late.append(max(0.0, (time.perf_counter() - due[0]) * 1000))
        table.viewport().repaint()
        due[0] = time.perf_counter() + _EVERY
        if is_over():
            loop.quit()

    timer.timeout.connect(tick)
    timer.start()
    loop.exec()
    timer.stop()
    return late


def say(name: str, late: list[float], began: float, cpu: float) -> None:
    some = sorted(late)
    figures = f"{some[len(some) // 2]:8.1f}{some[len(some) * 99 // 100]:8.1f}{some[-1]:9.1f}"
    stalls = sum(each > _STALL for each in some)
    took = f"{time.perf_counter() - began:8.1f}{time.process_time() - cpu:8.1f}"
    sys.stdout.write(f"{name:10}{figures}{stalls:8}{len(some):8}{took}\n")
    sys.stdout.flush()


def measured(name: str, table: QTableView, start: Callable[[Callable[[Any], None]], None]) -> Any:
    done, began, cpu = list[Any](), time.perf_counter(), time.process_time()
    start(done.append)
    late = ticks(table, lambda: bool(done))
    say(name, late, began, cpu)
    if isinstance(done[0], Exception):
        raise done[0]
    return done[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shop", type=Path)
    parser.add_argument("--posts", type=int, default=20_000)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(dir=given.shop.parent) as copy:
        folder = Path(copy) / "shop"
        shutil.copytree(given.shop, folder)
        measure(folder, archives.table(Path(copy) / "t.csv", given.posts * 2 // 3))
    return 0


def measure(folder: Path, path: Path) -> None:
    app = make_application()
    program = Program(app, Options(folder))
    program.start()
    session: Any = program.session
    assert program.window and session
    table = program.window.findChild(QTableView)
    assert table
    session.rounds.end()  # nobody else collects: the place is made up
    pause(1000)
    shop, work = session.shop, Work(session.shop, session.background, program.window)
    sys.stdout.write(f"{'':10}{'median':>8}{'99 %':>8}{'longest':>9}{'> 100':>8}{'ticks':>8}{'s':>8}{'CPU s':>8}\n")
    until, began, cpu = time.perf_counter() + _IDLE, time.perf_counter(), time.process_time()
    say("idle", ticks(table, lambda: time.perf_counter() > until), began, cpu)
    archive = measured("opened", table, lambda done: work.open(path, Turn(), done, done))
    me = archive.mine[0]
    measured("looked at", table, lambda done: work.look(archive, me, Turn(), done, done))
    measured("added", table, lambda done: work.add(archive, me, path.name, Turn(), done, done))
    until, began, cpu = time.perf_counter() + _IDLE, time.perf_counter(), time.process_time()
    say("after", ticks(table, lambda: time.perf_counter() > until), began, cpu)
    sys.stdout.write(f"{shop.store.value('select count(*) from posts'):,} posts\n")
    bringing_in.undo(shop, shop.store.value("select id from imports order by at desc limit 1"))
    window: Any = program.window
    window.close_for_good()
    QTimer.singleShot(2000, app.quit)
    app.exec()


if __name__ == "__main__":
    sys.exit(main())
