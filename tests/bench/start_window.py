"""One start, measured from inside: `python -m tests.bench.start_window bare|FOLDER`. Prints CPU seconds and MB.

The bare window is the smallest QMainWindow; ours is the program on a shop, up to the first painted
list with rows in it. Run as a process of its own, so that the import of everything counts.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__" and sys.argv[1] != "bare":
    from desktop import cli  # noqa: F401 - the core first, as main.py does

    gc.disable()  # as main.py does

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

_PAINTED = QEvent.Type(QEvent.registerEventType())


class _FirstPaint(QObject):
    """Calls `seen` once, right after the watched widget was painted while `ready`."""

    def __init__(self, watched: QObject, ready: Callable[[], bool], seen: Callable[[], None]) -> None:
        super().__init__(watched)
        self._ready, self._seen = ready, seen
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() == QEvent.Type.Paint and self._ready():
            self._ready = lambda: False
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == _PAINTED:  # the first thing after the paint, before what the program does then
            self._seen()
        return super().event(event)


def report() -> None:
    """CPU seconds of this process so far, and its resident memory in MB; then it ends at once."""
    cpu = time.process_time()
    print(f"{cpu:.4f} {resident():.1f}", flush=True)
    os._exit(0)


def resident() -> float:
    """Megabytes of memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if sys.platform == "linux" else 0
    return (
        pages * resource.getpagesize() / 1e6
        if pages
        else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    )


def bare() -> None:
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    _FirstPaint(window, lambda: True, report)
    window.show()
    app.exec()


def ours(folder: Path) -> None:
    from PySide6.QtWidgets import QTableView

    from desktop.cli import Options
    from ui.app import Program, make_application

    app = make_application()
    program = Program(app, Options(folder))
    program.start()
    assert program.window
    table = program.window.findChild(QTableView)
    assert table
    _FirstPaint(table.viewport(), lambda: table.model().rowCount() > 5, report)
    app.exec()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else ours(Path(sys.argv[1]))
