"""Notifications over D-Bus, against a stand-in for the desktop's service on a bus of our own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import settings
from tests.conftest import absent
from tests.fixtures_shop import Counter
from ui.background import Background
from ui.bus import TURN
from ui.freedesktop import Freedesktop
from ui.notify import Notifier

ROOT = Path(__file__).resolve().parents[2]
WORDS = "<b>Marta</b> K.: “the tart” & more"


class Desktop:
    """The bus and the service on it."""

    def __init__(self, address: str) -> None:
        self.address, self.name = address, "a desktop"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.notification_service"], cwd=ROOT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        )  # fmt: skip
        assert self.heard() == {"ready": True}

    def bus(self) -> QDBusConnection:
        return QDBusConnection.connectToBus(self.address, self.name)

    def heard(self) -> dict[str, Any]:
        """The next call it got; waits for it."""
        assert self.process.stdout is not None
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told

    def press(self, number: int) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        absent("no dbus-daemon here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def desktop(address: str) -> Iterator[Desktop]:
    made = Desktop(address)
    yield made
    with TURN:
        QDBusConnection.disconnectFromBus(made.name)
    for pipe in (made.process.stdin, made.process.stdout):
        assert pipe is not None
        pipe.close()
    made.process.terminate()
    made.process.wait()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def otherwise() -> None:
    pytest.fail("there is a service")


def test_it_is_shown_as_plain_text_and_pressing_it_is_heard(desktop: Desktop, runner: Background, qtbot: QtBot) -> None:
    said = Freedesktop(runner, bus=desktop.bus)
    said.say(WORDS, has_words=False, otherwise=otherwise)
    qtbot.waitUntil(lambda: bool(said._ours))
    heard = desktop.heard()
    assert heard == {
        "app": "Said & Done", "replaces": 0, "summary": WORDS, "body": "", "actions": ["default", "Open"],
        "number": heard["number"], "passes": False,
    }  # fmt: skip
    desktop.press(heard["number"] + 5)  # somebody else's
    with qtbot.waitSignal(said.pressed):
        desktop.press(heard["number"])


def test_what_names_somebody_goes_when_the_window_is_locked_and_the_rest_stays(
    desktop: Desktop, runner: Background, qtbot: QtBot
) -> None:
    said = Freedesktop(runner, bus=desktop.bus)
    said.say("2 new", has_words=False, otherwise=otherwise)
    qtbot.waitUntil(lambda: len(said._ours) == 1)
    said.say(WORDS, has_words=True, otherwise=otherwise)
    qtbot.waitUntil(lambda: len(said._ours) == 2)
    assert not desktop.heard()["passes"]
    told = desktop.heard()
    named = told["number"]
    assert told["passes"], "no list of notifications keeps it, also where the program is closed or killed"
    said.set_locked(True)
    assert desktop.heard() == {"closed": named}


def test_one_that_was_on_its_way_when_it_was_locked_goes_too(
    desktop: Desktop, runner: Background, qtbot: QtBot
) -> None:
    said = Freedesktop(runner, bus=desktop.bus)
    said.say(WORDS, has_words=True, otherwise=otherwise)
    said.set_locked(True)
    qtbot.waitUntil(lambda: bool(said._ours))
    number = desktop.heard()["number"]
    assert desktop.heard() == {"closed": number}


def test_without_a_service_it_is_said_otherwise(
    address: str, runner: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    for where in (address, f"unix:path={tmp_path}/nobody"):
        told = list[bool]()
        said = Freedesktop(runner, bus=lambda where=where: QDBusConnection.connectToBus(where, f"x{where}"))
        said.say(WORDS, has_words=False, otherwise=lambda told=told: told.append(True))
        qtbot.waitUntil(lambda told=told: bool(told))
        with TURN:
            QDBusConnection.disconnectFromBus(f"x{where}")


def test_what_came_in_is_on_the_desktop_without_a_word_of_it(
    desktop: Desktop, runner: Background, at_counter: Counter, qtbot: QtBot
) -> None:
    at = at_counter
    settings.put(at.shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS, True)
    for is_locked, summary in ((True, "New question on Facebook"), (False, "Gus, Facebook: Do you have rye bread?")):
        notifier = Notifier(at.shop, runner)
        notifier.desktop = Freedesktop(runner, bus=desktop.bus)
        notifier.is_locked = is_locked
        notifier.came([at.hear("Do you have rye bread?", who="Gus")])
        qtbot.waitUntil(lambda notifier=notifier: bool(notifier.desktop and notifier.desktop._ours))
        assert desktop.heard()["summary"] == summary


def test_many_at_once_and_a_listener_beside_them_do_not_wait_for_each_other(
    desktop: Desktop, runner: Background, qtbot: QtBot
) -> None:
    """Qt's thread for the bus needs Python's lock for a listener; a second caller must not hold it meanwhile."""
    many = [Freedesktop(runner, bus=desktop.bus) for _ in range(12)]
    for one in many:
        one.say("2 new", has_words=True, otherwise=otherwise)
        one.set_locked(True)
    qtbot.waitUntil(lambda: all(one._ours for one in many), timeout=20_000)
