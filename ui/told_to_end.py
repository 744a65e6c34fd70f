"""Signals that ask a program to end (SIGTERM as at a log-out, SIGINT, SIGHUP): the window closes in order, with what
was typed kept, instead of being cut off. Only where there are such signals: Windows asks the windows themselves."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class ToldToEnd(QObject):
    """`told` in the window's thread. Python hears a signal only between its own steps, and a waiting Qt makes none: so
    the system writes a byte that Qt waits for."""

    told = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, theirs = os.pipe()
        for end in (self._ours, theirs):
            os.set_blocking(end, False)
        self._watch = QSocketNotifier(self._ours, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._heard)
        signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
        for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(each, lambda *_: None)

    def _heard(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._ours, 64)
        self.told.emit()
