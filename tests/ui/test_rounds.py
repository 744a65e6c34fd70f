"""What happens by itself: places are checked, replies leave when they are due and not before, nothing spins."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import accounts, bringing_in, collect, conversations, counter, outbox, posts, settings
from desktop.imports import marks
from desktop.records import Account, Guess, Kind, ReplyState
from desktop.writing import Writing
from tests import archives
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.rounds import Rounds


@pytest.fixture
def runner(at_counter: Counter, qapp: QApplication) -> AtOnce:
    return AtOnce(at_counter.shop.changes)


@pytest.fixture
def rounds(at_counter: Counter, runner: AtOnce) -> Iterator[Rounds]:
    made = Rounds(at_counter.shop, runner)
    yield made
    made.end()


def post(at: Counter) -> None:
    counter.post(
        at.shop, at.hear("Do you have rye bread on Sundays?"), Writing.typed("We do, from eight. Ines")
    )


def test_a_round_checks_every_account_and_tells_what_came(at_counter: Counter, rounds: Rounds) -> None:
    told: list[Any] = []
    rounds.checking.connect(told.append)
    rounds.checked.connect(told.append)
    at_counter.world.post_as("facebook", "Gus", "Twelve pounds for a valve cap. Twelve.")
    rounds.collect()
    began, ended, (one, other) = told
    assert (began, ended) == (True, False)
    assert {one.new, other.new} == {0, 1}
    assert not rounds.is_checking


def test_what_a_crash_left_of_a_file_brought_in_goes_out_after_opening(
    at_counter: Counter, rounds: Rounds, tmp_path: Path
) -> None:
    shop = at_counter.shop
    archive = bringing_in.opened(shop, archives.table(tmp_path / "t.csv", 9))
    before = shop.store.value("select count(*) from posts")
    done = bringing_in.bring_in(shop, archive, archive.mine[0], "t.csv")
    with shop.store.writing():
        marks.set_state(shop.store, done.id, marks.ADDING, at_counter.clock.now())
    rounds.begin()
    assert marks.all(shop.store) == () and shop.store.value("select count(*) from posts") == before


def test_one_account_can_be_checked_alone(at_counter: Counter, rounds: Rounds) -> None:
    told: list[Any] = []
    rounds.checked.connect(told.append)
    rounds.collect("acc-google")
    assert [one.account for one in told[0]] == ["acc-google"]


def test_a_bug_with_one_account_ends_neither_the_round_nor_all_later_ones(
    at_counter: Counter, rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[BaseException] = []
    told: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: bugs.append(error))
    rounds.checked.connect(told.append)
    real = collect.collect

    def broken(shop: Any, account: str, **more: Any) -> Any:
        return real(shop, account, **more) if account == "acc-google" else [][1]

    monkeypatch.setattr(collect, "collect", broken)
    rounds.collect()
    assert [type(bug) for bug in bugs] == [IndexError] and not rounds.is_checking
    assert [one.account for one in told[0]] == ["acc-google"] and rounds._collect_timer.isActive()
    monkeypatch.setattr(collect, "collect", real)
    rounds.collect()
    assert len(told[1]) == 2


def test_the_next_check_is_planned_by_the_setting(at_counter: Counter, rounds: Rounds) -> None:
    settings.put(at_counter.shop.store, settings.CHECK_MINUTES, 20)
    rounds.collect()
    assert rounds._collect_timer.isActive()
    assert 19 * 60_000 < rounds._collect_timer.remainingTime() <= 20 * 60_000


def test_a_place_that_asked_for_time_is_left_alone_until_then_unless_a_person_asks(
    at_counter: Counter, rounds: Rounds
) -> None:
    told: list[Any] = []
    rounds.checked.connect(told.append)
    store, clock = at_counter.shop.store, at_counter.clock
    with store.writing():
        accounts.has_trouble(store, "acc-google", "Slow down.", retry_at=clock.now() + timedelta(minutes=30))
    rounds._collect_due()
    rounds.collect()
    clock.forward(minutes=31)
    rounds._collect_due()
    assert [{one.account for one in came} for came in told] == [
        {"acc-facebook"}, {"acc-facebook", "acc-google"}, {"acc-facebook", "acc-google"},
    ]  # fmt: skip


def test_a_place_that_charges_is_asked_no_more_often_than_its_connector_says(at_counter: Counter) -> None:
    store, clock = at_counter.shop.store, at_counter.clock
    with store.writing():
        accounts.add(store, Account("acc-x", "x", "@shop", "Shop", "", "1"), clock.now())

    def is_due() -> bool:
        account = accounts.by_id(store, "acc-x")
        assert account
        return collect.is_due(account, clock.now())

    assert is_due()
    with store.writing():
        accounts.checked(store, "acc-x", clock.now())
    assert not is_due()
    clock.forward(minutes=14)
    assert not is_due()
    clock.forward(minutes=1)
    assert is_due()
    clock.forward(minutes=-60)  # a clock that was set back must not stop it for ever
    assert is_due()


def test_a_shop_without_accounts_is_checked_without_a_fuss(at_counter: Counter, rounds: Rounds) -> None:
    with at_counter.shop.store.writing():
        at_counter.shop.store.write("update accounts set state = 'removed'")
    told: list[Any] = []
    rounds.checked.connect(told.append)
    rounds.collect()
    assert told == [()]


def test_a_reply_leaves_when_its_undo_window_ends_and_not_before(at_counter: Counter, rounds: Rounds) -> None:
    gone: list[Any] = []
    rounds.delivered.connect(gone.append)
    post(at_counter)
    assert 9_000 < rounds._deliver_timer.remainingTime() <= 10_020
    rounds._deliver()
    assert gone == []
    at_counter.clock.forward(seconds=10)
    rounds._deliver()
    ((reply,),) = gone
    assert reply.state is ReplyState.POSTED
    assert not rounds._deliver_timer.isActive()


def test_a_reply_to_an_unreachable_place_is_tried_again_later(at_counter: Counter, rounds: Rounds) -> None:
    post(at_counter)
    at_counter.world.fault("offline", 1)
    at_counter.clock.forward(seconds=11)
    rounds._deliver()
    (reply,) = outbox.pending(at_counter.shop.store)
    assert reply.trouble == "offline"
    assert 50_000 < rounds._deliver_timer.remainingTime() <= 60_020


def test_nothing_leaves_while_the_outbox_is_held_and_all_of_it_once_it_is_let_go(
    at_counter: Counter, rounds: Rounds
) -> None:
    post(at_counter)
    counter.hold_outbox(at_counter.shop, True)
    assert not rounds._deliver_timer.isActive()
    counter.hold_outbox(at_counter.shop, False)
    assert rounds._deliver_timer.isActive()


def test_what_is_due_but_cannot_go_from_here_does_not_spin(at_counter: Counter, rounds: Rounds) -> None:
    post(at_counter)
    with at_counter.shop.store.writing():
        at_counter.shop.store.write("update replies set device = 'another computer'")
    at_counter.clock.forward(seconds=11)
    rounds._deliver()
    assert rounds._deliver_timer.remainingTime() > 4_000


def test_a_window_left_open_makes_a_copy_for_each_day(at_counter: Counter, rounds: Rounds) -> None:
    folder = at_counter.shop.folder / "backups"
    copies = lambda: sorted(path.name for path in folder.glob("*"))  # noqa: E731
    rounds.begin()
    assert copies() == ["shop-2025-06-14.db"]
    rounds._time_passes()
    assert len(copies()) == 1
    at_counter.clock.forward(hours=13, minutes=59)  # a minute before midnight where the shop is
    rounds._time_passes()
    assert len(copies()) == 1
    at_counter.clock.forward(minutes=2)
    rounds._time_passes()
    rounds._time_passes()
    assert copies() == ["shop-2025-06-14.db", "shop-2025-06-15.db"]


def test_a_copy_that_can_not_be_made_is_told_once_a_day(
    at_counter: Counter, rounds: Rounds, runner: AtOnce
) -> None:
    rounds.begin()
    folder, told = at_counter.shop.folder / "backups", list[Any]()
    runner.trouble.connect(told.append)
    shutil.rmtree(folder)
    folder.write_text("a file in the way of the folder")
    at_counter.clock.forward(days=1)
    rounds._time_passes()
    rounds._time_passes()
    assert len(told) == 1
    folder.unlink()
    at_counter.clock.forward(days=1)
    rounds._time_passes()
    assert [path.name for path in folder.iterdir()] == ["shop-2025-06-16.db"]


def test_a_timer_that_is_a_moment_early_does_not_make_the_reply_late(
    at_counter: Counter, rounds: Rounds
) -> None:
    post(at_counter)
    at_counter.clock.forward(seconds=9.9)
    rounds._deliver()
    assert rounds._deliver_timer.remainingTime() <= 150


def test_a_hurried_practice_clock_is_counted_in_real_seconds(at_counter: Counter, rounds: Rounds) -> None:
    at_counter.clock.rate = 60.0  # type: ignore[misc]
    post(at_counter)
    (reply,) = outbox.pending(at_counter.shop.store)
    assert reply.not_before - at_counter.clock.now() == timedelta(minutes=10)
    assert 9_000 < rounds._deliver_timer.remainingTime() <= 10_020


def test_a_shop_opened_to_read_only_is_left_as_it_is(
    at_counter: Counter, runner: AtOnce, rounds: Rounds
) -> None:
    at_counter.shop.read_only = True
    rounds.begin()
    rounds.collect()
    rounds.stir()
    assert not rounds.is_checking
    assert not rounds._collect_timer.isActive()
    assert not rounds._deliver_timer.isActive()
    at_counter.shop.read_only = False


def test_stopping_a_check_keeps_what_came_and_goes_on_later(at_counter: Counter, rounds: Rounds) -> None:
    rounds.stop_checking()
    assert rounds._collect_timer.isActive()
    rounds.collect()
    assert not rounds._stop.is_set()


def test_a_page_is_looked_at_when_its_time_has_come_and_not_only_with_the_next_check(
    at_counter: Counter, rounds: Rounds
) -> None:
    at_counter.place = "google"
    one = at_counter.hear("The middle was raw dough. Never again.", stars=2)
    rounds.collect()
    assert not rounds._look_timer.isActive()
    at_counter.answer(one, "That was ours, Marta. Ines")
    assert rounds._look_timer.isActive()
    assert 50_000 < rounds._look_timer.remainingTime() <= 120_000
    at_counter.clock.forward(minutes=5)
    rounds._look_now()
    shown = [post.shown_at for post in posts.thread(at_counter.shop.store, one) if post.is_ours]
    assert shown and all(shown)


def test_after_an_update_open_guesses_are_read_anew_step_by_step(
    at_counter: Counter, rounds: Rounds, qtbot: QtBot
) -> None:
    shop = at_counter.shop
    said = [at_counter.hear("Are you open on Sundays?", who=f"P{n}") for n in range(3)]
    with shop.store.writing():
        for one in said:
            conversations.rejudge(shop.store, one, Guess(Kind.OTHER, "", read_by="an older one"))
    rounds.begin()
    kinds = lambda: {one.kind for each in said if (one := conversations.by_id(shop.store, each))}  # noqa: E731
    qtbot.waitUntil(lambda: kinds() == {Kind.QUESTION}, timeout=15_000)


def test_what_was_just_learned_reaches_what_is_open(at_counter: Counter, rounds: Rounds, qtbot: QtBot) -> None:
    shop, words = at_counter.shop, "The queue again, gents!"
    third = at_counter.hear(words, who="Cas")
    for who in ("Ann", "Bob"):
        counter.set_kind(shop, at_counter.hear(words, who=who), Kind.MIX_UP)

    def is_mix_up() -> bool:
        found = conversations.by_id(shop.store, third)
        return bool(found and found.kind is Kind.MIX_UP and found.kind_is_guess)

    qtbot.waitUntil(is_mix_up, timeout=15_000)


# --- without a connection ---------------------------------------------------------------------------------------


def go_offline(at: Counter, rounds: Rounds) -> None:
    """A check that reaches nothing."""
    at.world.fault("offline", 1000)
    rounds.collect()


def test_while_no_place_is_reached_nothing_is_sent_or_looked_at_and_it_is_tried_again_soon(
    at_counter: Counter, rounds: Rounds
) -> None:
    post(at_counter)
    go_offline(at_counter, rounds)
    at_counter.clock.forward(seconds=11)
    rounds.stir()
    assert not rounds._deliver_timer.isActive()
    assert 50_000 < rounds._collect_timer.remainingTime() <= 60_000
    (reply,) = outbox.pending(at_counter.shop.store)
    assert (reply.state, reply.trouble) == (ReplyState.WAITING, "")


def test_first_it_is_fetched_then_what_waited_may_be_taken_back_once_more(
    at_counter: Counter, rounds: Rounds
) -> None:
    post(at_counter)
    go_offline(at_counter, rounds)
    at_counter.clock.forward(hours=2)
    at_counter.world.no_faults()
    rounds.collect()
    (reply,) = outbox.pending(at_counter.shop.store)
    assert reply.not_before - at_counter.clock.now() == timedelta(seconds=10)
    assert rounds._deliver_timer.isActive()
    rounds.collect()
    (again,) = outbox.pending(at_counter.shop.store)
    assert again.not_before == reply.not_before, "once"
    at_counter.clock.forward(seconds=10)
    rounds._deliver()
    assert outbox.pending(at_counter.shop.store) == ()


def test_what_waited_through_a_night_is_held_when_there_is_a_connection_again(
    at_counter: Counter, rounds: Rounds
) -> None:
    post(at_counter)
    go_offline(at_counter, rounds)
    at_counter.clock.forward(hours=13)
    at_counter.world.no_faults()
    rounds.collect()
    rounds._deliver()
    (reply,) = outbox.pending(at_counter.shop.store)
    assert (reply.state, reply.trouble) == (ReplyState.HELD, "waited_long")
