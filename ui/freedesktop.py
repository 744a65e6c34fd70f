"""Linux desktops' own notification service, by QtDBus: since GNOME has no tray (design 5.6).

The text is the summary, which is plain; the body, which may be markup, stays empty. Only the meta-object that QtDBus
makes from the service's own description can carry the unsigned numbers it wants: PySide makes signed ones.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, SLOT, QMetaObject, QObject, Qt, Signal, Slot

from ui import words
from ui.background import Runner
from ui.bus import TURN
from ui.moments import tr

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusInterface

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_DIRECT = Qt.ConnectionType.DirectConnection


def _this_computers() -> QDBusConnection:
    from PySide6.QtDBus import QDBusConnection

    return QDBusConnection.sessionBus()


class Freedesktop(QObject):
    """`pressed`: somebody pressed a notification of ours. `bus` is asked for in the background: it may have to wait."""

    pressed = Signal()

    def __init__(
        self,
        background: Runner,
        parent: QObject | None = None,
        bus: Callable[[], QDBusConnection] = _this_computers,
    ) -> None:
        super().__init__(parent)
        self._background, self._bus = background, bus
        self._listens = self._is_locked = False
        self._ours: set[int] = set()
        self._with_words: set[int] = set()

    def say(self, text: str, *, has_words: bool, otherwise: Callable[[], None]) -> None:
        """Shows it; calls `otherwise` where there is no such service. `has_words`: it goes with the lock screen."""
        open_ = tr("Open")

        def sent(number: int) -> None:
            if not number:
                otherwise()
                return
            self._ours.add(number)
            if has_words:
                self._with_words.add(number)
            self.set_locked(self._is_locked)

        tell = lambda: self._told(text, open_, has_words=has_words)  # noqa: E731
        self._background.run(self, tell, sent, lambda _: otherwise(), lane="collect")

    def set_locked(self, is_locked: bool) -> None:
        """What names somebody is shown no longer once the window is locked."""
        self._is_locked = is_locked
        if is_locked and self._with_words:
            numbers, self._with_words = self._with_words, set()
            self._background.run(self, lambda: self._taken_back(numbers), lane="collect")

    def _told(self, text: str, open_: str, *, has_words: bool) -> int:
        """In the background: the number the service gave it."""
        with TURN:
            bus = self._bus()
            number = _notify(bus, text, open_, passes=has_words)
            if number and not self._listens:
                pressed: Any = SLOT("was_pressed(uint,QString)")  # PySide says bytes and wants this text
                self._listens = bus.connect(_NAME, _PATH, _NAME, "ActionInvoked", self, pressed)
            return number

    def _taken_back(self, numbers: set[int]) -> None:
        """In the background."""
        with TURN:
            _close(self._bus(), numbers)

    @Slot("uint", str)
    def was_pressed(self, number: int, _action: str) -> None:
        if number in self._ours:
            self.pressed.emit()


def _service(bus: QDBusConnection) -> QDBusInterface | None:
    from PySide6.QtDBus import QDBusInterface

    if not bus.isConnected():
        return None
    found = QDBusInterface(_NAME, _PATH, _NAME, bus)
    return found if found.isValid() else None


def _notify(bus: QDBusConnection, text: str, open_: str, *, passes: bool) -> int:
    """The number the service gave it; 0 where there is none, or it didn't take it. `passes`: it is shown, and
    kept in no list of notifications."""
    service = _service(bus)
    if service is None:
        return 0
    hints = {"desktop-entry": "said-and-done", **({"transient": True} if passes else {})}
    given: tuple[tuple[str, object], ...] = (
        ("QString", words.APP_NAME), ("uint", 0), ("QString", ""), ("QString", text), ("QString", ""),
        ("QStringList", ["default", open_]), ("QVariantMap", hints), ("int", -1),
    )  # fmt: skip
    arguments = [Q_ARG(kind, value) for kind, value in given]
    number: object = QMetaObject.invokeMethod(service, "Notify", _DIRECT, Q_RETURN_ARG("uint"), *arguments)
    return number if isinstance(number, int) else 0


def _close(bus: QDBusConnection, numbers: set[int]) -> None:
    service = _service(bus)
    if service is None:
        return
    for number in numbers:
        QMetaObject.invokeMethod(service, "CloseNotification", _DIRECT, Q_ARG("uint", number))
