"""The computer's sleep, where systemd-logind tells of it: heard of before, and kept waiting until the window is locked.

Who only listens is told when the computer sleeps already: what was on the screen is there when it wakes, until the lock
screen is painted. So a lock of the kind "delay" is taken while the computer is awake, and let go once that is on the
screen (systemd: "Inhibitor Locks"). Logind waits for no longer than it wants to, five seconds where nobody set another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

from ui import words
from ui.background import Runner
from ui.bus import TURN
from ui.moments import tr

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SERVICE, _PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_PAINTED_MS = 250  # until ours is painted and the desktop has shown it
_PATIENCE_MS = 10_000  # for logind's answer


class FallingAsleep(QObject):
    """`begins`: the computer is about to sleep, and waits a moment for what is to be on the screen."""

    begins = Signal()

    def __init__(self, background: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._bus: QDBusConnection | None = None
        self._delay: object = None  # a file descriptor: logind waits while it is open

    def listen(self) -> None:
        """In the background, on the computer's own bus."""
        from PySide6.QtDBus import QDBusConnection

        with TURN:
            bus = QDBusConnection.systemBus()
            if bus.isConnected():
                self.listen_on(bus)

    def listen_on(self, bus: QDBusConnection) -> bool:
        """Whether the bus takes it on."""
        sleeps: Any = SLOT("sleeps(bool)")  # PySide says bytes and wants this text
        self._bus = bus
        hears = bus.connect(_SERVICE, _PATH, f"{_SERVICE}.Manager", "PrepareForSleep", self, sleeps)
        return hears and self._ask_for_time(bus)

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """The computer is about to sleep, or has woken."""
        if begins:
            self.begins.emit()
            QTimer.singleShot(_PAINTED_MS, self, self.let_go)
        else:
            self._background.run(self, self._once_more, lane="collect")

    @property
    def has_time(self) -> bool:
        """Whether the computer waits for us before it sleeps."""
        return self._delay is not None

    def let_go(self) -> None:
        """Now it may sleep."""
        self._delay = None

    def _once_more(self) -> None:
        with TURN:
            if self._bus is not None:
                self._ask_for_time(self._bus)

    def _ask_for_time(self, bus: QDBusConnection) -> bool:
        """Asks logind to wait before the next sleep; its answer comes to `given`, in the window's thread."""
        from PySide6.QtDBus import QDBusMessage

        asks = QDBusMessage.createMethodCall(_SERVICE, _PATH, f"{_SERVICE}.Manager", "Inhibit")
        asks.setArguments(["sleep", words.APP_NAME, tr("The window is being locked"), "delay"])
        given: Any = SLOT("given(QDBusMessage)")
        return bus.callWithCallback(asks, self, given, timeout=_PATIENCE_MS)

    @Slot("QDBusMessage")
    def given(self, answer: QDBusMessage) -> None:
        """The file descriptor that makes it wait. Nothing comes where logind refuses, or there is none."""
        found = answer.arguments()
        self._delay = found[0] if found else None
