"""Frames and ticks of the real window, idle and while 5,000 posts a second are stored: FOLDER -> JSON on stdout."""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QTableView

from desktop import accounts, posts
from desktop.cli import Options
from tests.bench.make_shop import ACCOUNT, NOW, remote_posts
from ui.app import Program, make_application

SECONDS, PER_SECOND, BATCH = 4, 5000, 80


def frames(table: QTableView) -> tuple[list[float], list[float]]:
    """(milliseconds of each full frame, lateness of each tick) over SECONDS, a frame every 16 ms."""
    painted: list[float] = []
    late: list[float] = []
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(16)
    due = [time.perf_counter() + 0.016]

    def tick() -> None:
        now = time.perf_counter()
        late.append(max(0.0, (now - due[0]) * 1000))
        table.viewport().repaint()
        painted.append((time.perf_counter() - now) * 1000)
        due[0] = max(due[0] + 0.016, time.perf_counter())

    timer.timeout.connect(tick)
    timer.start()
    QTimer.singleShot(SECONDS * 1000, loop.quit)
    loop.exec()
    timer.stop()
    return painted, late


def pause(milliseconds: int) -> None:
    """Lets the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path) -> None:
    app = make_application()
    program = Program(app, Options(folder))
    program.start()
    session = program.session
    assert program.window and session
    table = program.window.findChild(QTableView)
    assert table
    session.rounds.end()  # type: ignore[attr-defined]  # nobody else collects: the place is made up
    pause(500)
    shop, background = session.shop, session.background  # type: ignore[attr-defined]
    account = accounts.by_id(shop.store, ACCOUNT)
    assert account
    stamp = str(time.time_ns())
    fresh = [
        p._replace(remote_id=stamp + p.remote_id, uri=stamp + p.uri)
        for p in remote_posts(SECONDS * PER_SECOND * 2)
    ]

    def store() -> int:
        """Stores at the wanted pace, a page of 80 a commit, as a collect does."""
        began, stored = time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS and stored < len(fresh):
            with shop.store.writing():
                posts.take(shop.store, account, [(p, "") for p in fresh[stored : stored + BATCH]], NOW)
            stored += BATCH
            ahead = stored / PER_SECOND - (time.perf_counter() - began)
            if ahead > 0:
                pacing.wait(ahead)
        return stored

    pacing = threading.Event()
    idle = frames(table)
    done: list[int] = []
    background.run(app, store, done.append, lane="collect")
    busy = frames(table)
    pause(1000)
    print(json.dumps({"idle": idle, "busy": busy, "stored": done[0] if done else 0}), flush=True)
    program.window.close_for_good()  # type: ignore[attr-defined]
    QTimer.singleShot(2000, app.quit)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
