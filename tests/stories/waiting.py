"""Waiting for something to hold while the window lives on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

PATIENCE = 20_000  # ms until something that ought to come counts as missing


def wait(condition: Callable[[], object]) -> None:
    """Lets the window live, as the program runs it, until this holds."""
    loop, look = QEventLoop(), QTimer(interval=10)
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    QTimer.singleShot(PATIENCE, loop.quit)
    if not condition():
        look.start()
        loop.exec()
    look.stop()
    assert condition(), "it never came"
