"""Reading what people write happens beside the window: its own thread judges nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import conversations, counter, triage
from desktop.records import Channel, Guess, Kind
from tests.fixtures_shop import Counter
from ui.background import Background
from ui.conversation.view import ConversationView
from ui.rounds import Rounds
from ui.theme import Theme
from ui.window import Window

LATE = "Still waiting after 2 hours and nobody answers the phone"


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the threads in which texts are judged from now on; the judging itself is the real one."""
    threads: list[str] = []

    def watched(really: Any) -> Any:
        def judge(*args: Any, **more: Any) -> Any:
            threads.append(threading.current_thread().name)
            return really(*args, **more)

        return judge

    for name in ("judge", "judge_many", "follow_up"):
        monkeypatch.setattr(triage, name, watched(getattr(triage, name)))
    return threads


@pytest.fixture
def open_window(at_counter: Counter, look: Theme) -> Iterator[tuple[ConversationView, Rounds]]:
    background = Background(at_counter.shop.changes)
    view, rounds = ConversationView(at_counter.shop, background, Window()), Rounds(at_counter.shop, background)
    view.resize(750, 700)
    view.show()
    QTest.qWaitForWindowActive(view)
    yield view, rounds
    rounds.end()
    view.close()
    background.close()
    view.deleteLater()
    QApplication.processEvents()


def test_the_windows_thread_judges_nothing(
    at_counter: Counter, open_window: tuple[ConversationView, Rounds], judging: list[str], qtbot: QtBot
) -> None:
    (view, rounds), shop = open_window, at_counter.shop
    one, other = at_counter.hear(LATE), at_counter.hear("Are you open on Sundays?", who="Lou")
    counter.set_kind(shop, one, Kind.COMPLAINT)
    at_counter.answer(one, "The new one left at nine. Ines", Channel.PRIVATE)
    at_counter.clock.forward(minutes=20)
    with shop.store.writing():
        conversations.rejudge(shop.store, other, Guess(Kind.OTHER, "", read_by="an older one"))
    at_counter.world.post_as("facebook", "Marta K.", "All sorted now!", parent=at_counter.root(one), is_public=False)
    judging.clear()  # what this test itself brought in was judged here

    with qtbot.waitSignal(rounds.checked, timeout=10_000):
        rounds.collect()
    view.show_conversation(one)
    qtbot.waitUntil(lambda: view.top_bars.bar("told fixed") is not None, timeout=10_000)
    view.show_conversation(other)
    qtbot.waitUntil(lambda: view.guess.isVisible(), timeout=10_000)
    QTest.mouseClick(view.guess.right, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.guess.isVisible(), timeout=10_000)
    rounds.begin()
    with qtbot.waitSignal(rounds.minute, timeout=10_000):
        pass
    assert judging, "nothing was judged at all"
    assert {name.partition("_")[0] for name in judging} <= {"collect", "write", "quick"}
