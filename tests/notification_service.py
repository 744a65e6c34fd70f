"""A stand-in for a desktop's notification service, on the session bus it is started with: a process of its own.

Says each call in a line of JSON. A line with a number on its standard input is somebody pressing that notification.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@ClassInfo({"D-Bus Interface": NAME})
class Service(QObject):
    ActionInvoked = Signal("uint", str)
    shown = 40

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(  # noqa: N802 (the service's names)
        self, app: str, replaces: int, icon: str, summary: str, body: str, actions: list[str], hints: object, ms: int
    ) -> int:
        self.shown += 1
        passes = bool(isinstance(hints, dict) and hints.get("transient"))
        say(app=app, replaces=replaces, summary=summary, body=body, actions=actions, number=self.shown, passes=passes)
        return self.shown

    @Slot("uint")
    def CloseNotification(self, number: int) -> None:  # noqa: N802
        say(closed=number)


def say(**told: object) -> None:
    print(json.dumps(told), flush=True)


def main() -> None:
    app, bus, service = QCoreApplication([]), QDBusConnection.sessionBus(), Service()
    assert bus.registerService(NAME)
    assert bus.registerObject(PATH, service, QDBusConnection.RegisterOption.ExportAllContents)
    typed = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def pressed() -> None:
        lines = os.read(sys.stdin.fileno(), 1000).split()
        for line in lines:
            service.ActionInvoked.emit(int(line), "default")
        if not lines:
            app.quit()

    typed.activated.connect(pressed)
    say(ready=True)
    app.exec()


if __name__ == "__main__":
    main()
