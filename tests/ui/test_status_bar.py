"""The status bar says what is so in the words of the design, and each field can be reached and pressed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.clock import SetClock
from desktop.errors import Garbled
from desktop.records import Debt, Owed, Purpose, Reply, ReplyState
from ui import status
from ui.outbox_list import ACTIONS, OutboxList
from ui.status import Connection, Outbox
from ui.status_bar import StatusBar
from ui.theme import Theme
from ui.widgets.buttons import LinkButton

NOW = datetime(2025, 6, 14, 8, 2, tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Connection(checked_at=NOW), "Online · checked 08:02"),
        (Connection(), "Not checked yet"),
        (Connection(last_good=NOW - timedelta(minutes=40)), "Last checked 07:22"),
        (Connection(last_good=NOW - timedelta(hours=10)), "Last checked yesterday, 22:02"),
        (Connection(last_good=NOW - timedelta(days=9)), "Last checked 5 June"),
        (Connection(last_good=NOW - timedelta(days=9), checked_at=NOW), "Online · checked 08:02"),
        (Connection(is_checking=True, checked_at=NOW), "Checking…"),
        (Connection(offline_since=NOW + timedelta(minutes=70)), "Offline since 09:12"),
        (Connection(checked_at=NOW, silent=("Google",)), "Online, but Google isn’t answering"),
        (
            Connection(checked_at=NOW, silent=("Google", "Bluesky")),
            "Online, but 2 places aren’t answering",
        ),
        (Connection(has_accounts=False), "No accounts yet"),
        (Connection(is_practice=True), "Practice shop. Your own shop is untouched."),
    ],
)
def test_how_the_connection_stands(state: Connection, said: str, clock: SetClock) -> None:
    assert status.connection(state, clock).text == said


def test_offline_it_says_when_it_was_last_checked(clock: SetClock) -> None:
    ago = NOW - timedelta(hours=10)
    said = status.last_checked(Connection(offline_since=NOW, last_good=ago), clock)
    assert said is not None and said.text == "Last checked yesterday, 22:02"
    newer = status.last_checked(Connection(offline_since=NOW, last_good=ago, checked_at=NOW), clock)
    assert newer is not None and newer.text == "Last checked 08:02"
    assert status.last_checked(Connection(last_good=ago), clock) is None
    assert status.last_checked(Connection(offline_since=NOW), clock) is None


def test_offline_is_counted_from_the_first_round_that_failed() -> None:
    first = Connection().checked(NOW, (), is_offline=True)
    second = first.checked(NOW + timedelta(minutes=10), (), is_offline=True)
    assert second.offline_since == NOW
    assert second.checked(NOW, ("Google",), is_offline=False).offline_since is None


def reply(state: ReplyState = ReplyState.WAITING, **more: object) -> Reply:
    made = Reply(
        "r", "c", "a", "p", "Tom", "post", "Words.", True, Purpose.ANSWER, state, NOW, NOW,
        author_name="Jonas W.", platform="practice.google",
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def going(seconds: float = 7, **more: object) -> Reply:
    return reply(not_before=NOW + timedelta(seconds=seconds), **more)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Outbox(), "Outbox empty"),
        (Outbox((reply(trouble="offline"),)), "1 reply waiting"),
        (Outbox((reply(trouble="offline"), reply(id="s", trouble="offline"))), "2 replies waiting"),
        (Outbox((going(6.4),)), "Reply to Jonas W. goes in 7 s"),
        (Outbox((going(),), is_on_hold=True), "Outbox on hold"),
        (Outbox((reply(ReplyState.UNSURE),)), "1 reply needs you"),
        (Outbox((reply(ReplyState.HELD), reply(ReplyState.REFUSED))), "2 replies need you"),
        (Outbox((going(3650 * 86_400),)), "1 reply waiting"),
    ],
)
def test_how_the_outbox_stands(state: Outbox, said: str, clock: SetClock) -> None:
    assert status.outbox(state, clock).text == said


def test_a_reply_that_waits_for_a_connection_is_not_counted_down(clock: SetClock) -> None:
    retried = Outbox((going(40, trouble="offline"),))
    assert retried.going(NOW) is None
    assert status.outbox(retried, clock).text == "1 reply waiting"


def test_the_newest_reply_is_the_one_that_can_be_taken_back() -> None:
    older, newer = going(5), going(9, id="newer", made_at=NOW + timedelta(seconds=2))
    assert Outbox((newer, older)).going(NOW) == newer


def test_a_hurried_clock_still_counts_real_seconds(clock: SetClock) -> None:
    clock.rate = 60.0
    assert status.countdown(going(600), clock) == "Reply to Jonas W. goes in 10 s"
    assert status.countdown(going(599), clock, is_practice=True) == "Pretend reply to Jonas W. goes in 10 s"
    assert status.reply_word(going(600), "Google", clock).text == "Goes in 10 s"


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (timedelta(hours=4), "Next promise: Lena & Pat, today 12:02"),
        (timedelta(days=1), "Next promise: Lena & Pat, tomorrow 08:02"),
        (timedelta(minutes=-20), "Promise overdue: Lena & Pat, 20 min"),
    ],
)
def test_promises_say_who_waits_and_till_when(after: timedelta, said: str, clock: SetClock) -> None:
    word = status.debt(Debt(Owed.PROMISE, "c", "Lena & Pat", NOW + after), clock)
    assert word is not None
    assert word.text == said


@pytest.mark.parametrize(
    ("kind", "after", "said"),
    [
        (Owed.ANSWER, timedelta(hours=2), "First answer due: Lena & Pat, today 10:02"),
        (Owed.ANSWER, timedelta(hours=-3), "First answer overdue: Lena & Pat, 3 h"),
        (Owed.ENDING, timedelta(days=2), "Ending owed: Lena & Pat, Monday 08:02"),
        (Owed.ENDING, timedelta(days=-2), "Ending overdue: Lena & Pat, 2 days"),
    ],
)
def test_first_answers_and_endings_say_till_when(
    kind: Owed, after: timedelta, said: str, clock: SetClock
) -> None:
    word = status.debt(Debt(kind, "c", "Lena & Pat", NOW + after), clock)
    assert word is not None and word.text == said


def test_what_else_is_overdue_is_counted_behind_the_first(bar: StatusBar) -> None:
    late = [Debt(kind, "c", "Hana B.", NOW - timedelta(hours=1)) for kind in (Owed.PROMISE, *Owed, Owed.ANSWER)]
    bar.set_owed(late)
    assert bar.promise.accessibleDescription() == "Also overdue: 1 promise, 1 ending, 2 first answers"
    assert bar.promise.accessibleDescription() in bar.promise.toolTip()
    bar.set_owed(late[:1])
    assert bar.promise.accessibleDescription() == ""


@pytest.fixture
def bar(look: Theme, qtbot: QtBot, clock: SetClock) -> StatusBar:
    made = StatusBar(clock)
    qtbot.addWidget(made)
    made.resize(1280, made.sizeHint().height())
    made.show()
    return made


def test_nothing_to_say_shows_nothing(bar: StatusBar) -> None:
    assert not bar.promise.isVisible()
    assert not bar.trouble.isVisible()
    assert not bar.undo.isVisible()
    bar.set_accounts_needing(1)
    assert bar.trouble.word().text == "1 account needs you"
    bar.set_trouble(Garbled("Google gave an answer we don’t understand."))
    assert bar.trouble.word().text == "Google gave an answer we don’t understand."
    bar.set_trouble(None)
    bar.set_accounts_needing(0)
    assert not bar.trouble.isVisible()


def test_undo_stands_beside_the_countdown_until_the_reply_is_gone(
    bar: StatusBar, clock: SetClock, qtbot: QtBot
) -> None:
    bar.set_outbox(Outbox((going(2),)))
    assert bar.undo.isVisible()
    with qtbot.waitSignal(bar.undo_wanted):
        QTest.keyClick(bar.undo, Qt.Key.Key_Return)
    clock.forward(seconds=3)
    bar.refresh()
    assert not bar.undo.isVisible()


def test_checking_can_be_stopped(bar: StatusBar, qtbot: QtBot) -> None:
    bar.set_connection(Connection(is_checking=True))
    assert bar.stop.isVisible()
    with qtbot.waitSignal(bar.stop_checking_wanted):
        bar.stop.click()
    bar.set_connection(Connection(checked_at=NOW))
    assert not bar.stop.isVisible()


def test_every_field_has_the_focus_with_tab_and_a_name(bar: StatusBar) -> None:
    bar.set_outbox(Outbox((going(),)))
    bar.set_owed([Debt(Owed.PROMISE, "c", "Hana B.", NOW)])
    bar.set_accounts_needing(2)
    for field in (bar.connection, bar.outbox, bar.promise, bar.trouble, bar.keys, bar.undo):
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert field.text()


def test_a_name_with_an_ampersand_is_read_as_it_is_written(bar: StatusBar) -> None:
    bar.set_owed([Debt(Owed.PROMISE, "c", "Lena & Pat", NOW + timedelta(hours=1))])
    assert bar.promise.accessibleName() == "Next promise: Lena & Pat, today 09:02"
    assert "&&" in bar.promise.text()


def test_narrow_windows_cut_words_and_never_fields(bar: StatusBar) -> None:
    bar.set_outbox(Outbox((going(author_name="Somebody With A Really Rather Long Name Indeed"),)))
    bar.set_owed([Debt(Owed.PROMISE, "c", "Somebody With Another Long Name", NOW + timedelta(days=9))])
    bar.set_trouble(Garbled("A sentence that is much too long for the foot of a window, and goes on and on."))
    bar.set_hint("J K move · Enter opens · E done here")
    bar.resize(960, bar.height())
    assert bar.minimumSizeHint().width() <= 960
    assert bar.keys.geometry().right() <= bar.width()


def test_what_is_so_is_whole_before_the_keys_are(bar: StatusBar, look: Theme, qtbot: QtBot) -> None:
    """At 160 % the outbox was cut to "Outbox …" while half of a hint stood beside it."""
    look.set_text_scale(1.6)
    bar.set_owed([Debt(Owed.PROMISE, "c", "The Okafors", NOW + timedelta(hours=2))])
    bar.set_hint("J K move · Enter opens · E done here")
    fields = (bar.connection, bar.outbox, bar.promise, bar.keys)
    bar.resize(sum(field.sizeHint().width() for field in fields) + 80, bar.height())
    bar.show()
    qtbot.waitUntil(lambda: bar.promise.width() > 0)
    assert [field.text() for field in fields if field.width() < field.sizeHint().width()] == []
    bar.resize(2000, bar.height())
    qtbot.waitUntil(lambda: not bar._hint.is_cut())
    assert bar._hint.geometry().right() < bar.keys.x()


@pytest.mark.parametrize("state", list(ACTIONS))
def test_each_waiting_reply_offers_what_can_be_done_with_it(
    state: ReplyState, clock: SetClock, look: Theme, qtbot: QtBot
) -> None:
    shown = OutboxList(clock, lambda _platform: "Google", lambda _platform: "G")
    qtbot.addWidget(shown)
    one = reply(state)
    shown.set_outbox(Outbox((one,)))
    links = [link for link in shown.findChildren(LinkButton) if link.objectName()]
    assert [(link.objectName(), link.text()) for link in links] == list(ACTIONS[state])
    for link in links:
        with qtbot.waitSignal(shown.wanted) as asked:
            link.click()
        assert asked.args == [link.objectName(), one]


def test_replies_that_need_a_person_come_first_in_the_list(
    clock: SetClock, look: Theme, qtbot: QtBot
) -> None:
    shown = OutboxList(clock, lambda _platform: "Google", lambda _platform: "G")
    qtbot.addWidget(shown)
    shown.set_outbox(Outbox((going(), reply(ReplyState.UNSURE, id="unsure"))))
    assert [item.reply.id for item in shown._items] == ["unsure", "r"]


def test_the_whole_outbox_can_be_held_and_let_go(clock: SetClock, look: Theme, qtbot: QtBot) -> None:
    shown = OutboxList(clock, lambda _platform: "Google", lambda _platform: "G")
    qtbot.addWidget(shown)
    shown.set_outbox(Outbox((going(),)))
    with qtbot.waitSignal(shown.hold_wanted) as asked:
        shown.hold.click()
    assert asked.args == [True]
    shown.set_outbox(Outbox((going(),), is_on_hold=True))
    assert shown.hold.text() == "Let go"
