"""When a draft is saved and when the coach reads: on pauses, and never too late."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SAVE_AFTER_MS, SAVE_AT_LEAST_MS, READ_AFTER_MS = 800, 4000, 400


class Pace(QObject):
    """`touch` at every change. `save` comes 800 ms after the last one and at least every 4 s: on a slow disk, too, a
    crash costs no more than 5 s of words. `read` comes after 400 ms."""

    save = Signal()
    read = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = self._timer(SAVE_AFTER_MS)
        self._most = self._timer(SAVE_AT_LEAST_MS)
        self._reading = self._timer(READ_AFTER_MS)
        self._pause.timeout.connect(self.flush)
        self._most.timeout.connect(self.flush)
        self._reading.timeout.connect(self.read)
        self._is_due = False

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        return timer

    def touch(self) -> None:
        """Something was changed."""
        self._is_due = True
        self._pause.start()
        self._reading.start()
        if not self._most.isActive():
            self._most.start()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._pause.stop()
        self._most.stop()
        if self._is_due:
            self._is_due = False
            self.save.emit()

    def read_now(self) -> None:
        """Let the coach read without waiting."""
        self._reading.stop()
        self.read.emit()

    def forget(self) -> None:
        """Another draft: nothing is due."""
        self._is_due = False
        for timer in (self._pause, self._most, self._reading):
            timer.stop()
