"""The computer's sleep, told of by a bus of our own: the window locks before it, and the computer waits for that."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

from tests.servers import absent
from tests.stories import waiting
from tests.ui.lock.test_lock_screen import Room, room  # noqa: F401 (a fixture)
from ui.bus import TURN

NAME, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


@ClassInfo({"D-Bus Interface": f"{NAME}.Manager"})
class Logind(QObject):
    """Waits with the sleep while a file is open that it gave away, as systemd-logind does."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus = bus
        self.asked: list[tuple[str, str, str]] = []
        self._mine = -1

    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(self, what: str, who: str, why: str, how: str) -> QDBusUnixFileDescriptor:  # noqa: N802 (its name)
        self.close()
        self.asked.append((what, who, how))
        self._mine, given = os.pipe()
        os.set_blocking(self._mine, False)
        answer = QDBusUnixFileDescriptor(given)  # one more of its own
        os.close(given)
        return answer

    def waits(self) -> bool:
        """Whether somebody holds the other end."""
        try:
            return bool(os.read(self._mine, 1))
        except BlockingIOError:
            return True

    def tell(self, *, begins: bool) -> None:
        signal = QDBusMessage.createSignal(PATH, f"{NAME}.Manager", "PrepareForSleep")
        signal.setArguments([begins])
        assert self.bus.send(signal)

    def close(self) -> None:
        if self._mine >= 0:
            os.close(self._mine)
        self._mine = -1


@pytest.fixture
def logind(room: Room) -> Iterator[Logind]:  # noqa: F811
    """It doesn't answer yet, and the window listens only when it is told to."""
    if shutil.which("dbus-daemon") is None:
        absent("no dbus-daemon here")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    try:
        address = daemon.stdout.readline().strip()
        with TURN:
            found = Logind(QDBusConnection.connectToBus(address, "logind"))
            assert found.bus.registerService(NAME)
            QDBusConnection.connectToBus(address, "here")
        yield found
    finally:
        with TURN:
            for name in ("here", "logind"):
                QDBusConnection.disconnectFromBus(name)
        found.close()
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()


def listen(room: Room) -> None:  # noqa: F811
    with TURN:
        assert room.session.lock.sleep.listen_on(QDBusConnection("here"))


def test_the_window_hears_of_sleep_also_where_nobody_waits_for_it(room: Room, logind: Logind) -> None:  # noqa: F811
    listen(room)
    logind.tell(begins=False)
    assert not room.session.lock.is_locked
    logind.tell(begins=True)
    waiting.wait(lambda: room.session.lock.is_locked)


def test_the_computer_sleeps_only_once_the_lock_screen_is_there(room: Room, logind: Logind) -> None:  # noqa: F811
    everything = QDBusConnection.RegisterOption.ExportAllContents
    with TURN:
        assert logind.bus.registerObject(PATH, logind, everything)
    listen(room)
    sleep = room.session.lock.sleep
    waiting.wait(lambda: sleep.has_time)
    assert logind.asked == [("sleep", "Said & Done", "delay")] and logind.waits()
    waited: list[bool] = []
    room.session.lock.changed.connect(lambda _locked: waited.append(logind.waits()))
    logind.tell(begins=True)
    waiting.wait(lambda: room.session.lock.is_locked)
    assert waited == [True], "it waits until the window is locked"
    waiting.wait(lambda: not logind.waits())
    logind.tell(begins=False)
    waiting.wait(lambda: sleep.has_time)
    assert len(logind.asked) == 2 and logind.waits(), "and before the next sleep, too"
    sleep.let_go()
