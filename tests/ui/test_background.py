"""Work leaves the window's thread and comes home to whoever asked, or to nobody."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.changes import Changes
from desktop.errors import Offline, OurFault
from tests.fixtures_shop import Counter
from ui.background import AtOnce, Background
from ui.moments import told


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background(Changes())
    yield made
    assert made.close()


def until(qtbot: QtBot, *flags: list[Any]) -> None:
    qtbot.waitUntil(lambda: all(flags), timeout=5000)


def test_work_runs_in_another_thread_and_its_result_comes_home_to_this_one(
    qtbot: QtBot, background: Background
) -> None:
    home: list[Any] = []
    owner = QObject()
    background.run(
        owner,
        threading.current_thread,
        lambda thread: home.append((thread, threading.current_thread())),
    )
    until(qtbot, home)
    worker, ui = home[0]
    assert worker is not threading.main_thread()
    assert ui is threading.main_thread()


def test_a_workers_store_is_closed_when_the_background_is(
    qtbot: QtBot, qapp: object, at_counter: Counter
) -> None:
    background, home, shop = Background(), list[Any](), at_counter.shop
    background.run(owner := QObject(), lambda: weakref.ref(shop.store), home.append)
    until(qtbot, home)
    assert home[0]() is not None and home[0]() is not shop.store
    assert background.close()
    assert home[0]() is None
    assert shop.name and owner is not None  # this thread's own is still open


def test_big_numbers_and_dicts_arrive_whole(qtbot: QtBot, background: Background) -> None:
    home: list[Any] = []
    background.run(owner := QObject(), lambda: {"rid": 2**40, 3: None}, home.append)
    until(qtbot, home)
    assert home == [{"rid": 2**40, 3: None}]
    assert owner is not None


def test_an_owner_that_is_gone_gets_nothing(qtbot: QtBot, background: Background) -> None:
    gate, home, other = threading.Event(), [], []
    owner, alive = QObject(), QObject()
    background.run(owner, gate.wait, home.append, lane="write")
    background.run(alive, lambda: 1, other.append, lane="write")
    delete(owner)
    gate.set()
    until(qtbot, other)
    assert home == []


def test_a_shop_error_goes_to_the_one_who_asked_or_else_to_the_trouble_line(
    qtbot: QtBot, background: Background
) -> None:
    def fail() -> None:
        raise Offline("There's no connection.")

    own, lost = [], []
    background.trouble.connect(lost.append)
    owner = QObject()
    background.run(owner, fail, failed=own.append)
    background.run(owner, fail)
    until(qtbot, own, lost)
    assert str(own[0]) == str(lost[0]) == "There's no connection."


def test_a_bug_reaches_the_excepthook_even_when_nobody_is_left_to_hear(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.append(error))
    owner = QObject()
    background.run(owner, lambda: 1 // 0, failed=lambda error: None)
    delete(owner)
    until(qtbot, seen)
    assert isinstance(seen[0], ZeroDivisionError)


def test_whoever_waits_for_an_answer_hears_of_a_bug_too(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, heard, at_once = list[Any](), list[Exception](), list[Exception]()
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.append(error))
    owner = QObject()
    background.run(owner, lambda: 1 // 0, failed=heard.append)
    until(qtbot, heard)
    AtOnce().run(owner, lambda: 1 // 0, failed=at_once.append)
    assert [type(error) for error in seen] == [ZeroDivisionError] * 2
    for error in (*heard, *at_once):
        assert isinstance(error, OurFault) and error.details == "ZeroDivisionError"
        assert told(error) == "Something in Said & Done went wrong, so this couldn’t be finished. Try it again."


def test_two_pieces_of_work_with_one_key_never_run_at_the_same_time(
    qtbot: QtBot, background: Background
) -> None:
    gate, began, home = threading.Event(), [], []
    owner = QObject()

    def first() -> None:
        began.append("first")
        gate.wait()

    background.run(owner, first, home.append, lane="collect", key="account")
    background.run(owner, lambda: began.append("second"), home.append, lane="collect", key="account")
    other: list[Any] = []
    background.run(owner, lambda: began.append("other"), other.append, lane="collect", key="elsewhere")
    qtbot.waitUntil(lambda: bool(other))
    assert "second" not in began
    gate.set()
    qtbot.waitUntil(lambda: len(home) == 2)
    assert began[-1] == "second"


def test_the_outbox_lane_keeps_its_order(qtbot: QtBot, background: Background) -> None:
    order, home = [], []
    owner = QObject()
    for number in range(20):
        background.run(owner, lambda n=number: order.append(n), home.append, lane="outbox")
    qtbot.waitUntil(lambda: len(home) == 20)
    assert order == list(range(20))


def test_changes_of_one_turn_come_home_as_one_set_in_the_ui_thread(qtbot: QtBot, qapp: object) -> None:
    changes = Changes()
    background = Background(changes)
    seen: list[Any] = []
    background.tables_changed.connect(lambda tables: seen.append((tables, threading.current_thread())))
    changes.publish(frozenset({"posts"}))
    writer = threading.Thread(target=changes.publish, args=(frozenset({"replies"}),))
    writer.start()
    writer.join()
    until(qtbot, seen)
    assert seen == [(frozenset({"posts", "replies"}), threading.main_thread())]
    assert background.close()


def test_a_stream_of_changes_is_told_at_once_and_then_now_and_then(qtbot: QtBot, qapp: object) -> None:
    changes = Changes()
    background = Background(changes)
    told: list[frozenset[str]] = []
    background.tables_changed.connect(told.append)
    changes.publish(frozenset({"drafts"}))
    until(qtbot, told)
    for number in range(30):
        changes.publish(frozenset({"posts" if number else "notes"}))
        QCoreApplication.processEvents()
    assert len(told) <= 3
    qtbot.waitUntil(lambda: frozenset.union(*told) == {"drafts", "notes", "posts"})
    changes.publish(frozenset({"replies"}))  # and the last one is never kept back for good
    qtbot.waitUntil(lambda: "replies" in told[-1])
    changes.publish(frozenset({"proofs"}))
    QCoreApplication.processEvents()
    assert background.close()
    qtbot.waitUntil(lambda: not background._again.isActive())
    assert "proofs" not in told[-1]  # held back when the window closed: the shop is closed by now


def test_closing_finishes_what_was_being_written_and_takes_nothing_more(qtbot: QtBot, qapp: object) -> None:
    background = Background()
    gate, written, owner = threading.Event(), [], QObject()
    background.run(owner, gate.wait, lane="write")
    background.run(owner, lambda: written.append("decision"), lane="write")
    opener = threading.Timer(0.05, gate.set)
    opener.start()
    assert background.close()
    background.run(owner, lambda: written.append("too late"))
    assert written == ["decision"]
    opener.join()


def test_closing_says_so_when_something_does_not_end_in_time(qtbot: QtBot, qapp: object) -> None:
    background = Background()
    gate, owner = threading.Event(), QObject()
    background.run(owner, gate.wait, lane="outbox")
    assert not background.close(timeout=0.02)
    assert background.is_closing
    gate.set()


def test_the_window_keeps_ticking_while_work_is_blocked(qtbot: QtBot, background: Background) -> None:
    gate, ticks, home = threading.Event(), [], []
    owner, timer = QObject(), QTimer()
    timer.timeout.connect(lambda: ticks.append(1) or (len(ticks) == 5 and gate.set()))
    timer.start(1)
    background.run(owner, gate.wait, home.append)
    until(qtbot, home)
    timer.stop()
    assert len(ticks) >= 5


def test_at_once_is_done_before_it_returns(qapp: object) -> None:
    changes, told, home = Changes(), [], []
    runner = AtOnce(changes)
    runner.tables_changed.connect(told.append)

    def work() -> str:
        changes.publish(frozenset({"posts"}))
        changes.publish(frozenset({"notes"}))
        return "result"

    runner.run(QObject(), work, home.append)
    assert home == ["result"]
    assert told == [frozenset({"posts", "notes"})]


def test_held_work_starts_when_told_and_in_order(qtbot: QtBot, qapp: object) -> None:
    background = Background(is_held=True)
    began: list[int] = []
    home: list[Any] = []
    owner = QObject()
    for number in range(3):
        background.run(owner, lambda n=number: began.append(n), home.append, lane="write")
    assert began == []
    background.begin()
    qtbot.waitUntil(lambda: len(home) == 3)
    assert began == [0, 1, 2]
    assert background.close()


def test_what_was_held_and_must_be_written_is_written_at_the_end(qtbot: QtBot, qapp: object) -> None:
    background = Background(is_held=True)
    written: list[str] = []
    background.run(owner := QObject(), lambda: written.append("decision"), lane="write")
    assert background.close()
    assert written == ["decision"]
    assert owner is not None
