"""A computer's clock that is wrong or is set: no reply goes early or waits for years, and it is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import backups, counter, deliver, looks, outbox, timekeeping
from desktop.clock import SetClock
from desktop.records import Reply, ReplyState
from desktop.writing import Writing
from tests.desktop.bad_input.kit import NOON, Hands, Quay, later, rows
from tests.fixtures_shop import Counter, open_counter


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def timed(tmp_path: Path, hands: Hands) -> Iterator[Counter]:
    """The corner shop with the computer's own clock, whose hands the test holds."""
    made = open_counter(tmp_path / "shop", SetClock(NOON))
    made.hear("Do you have rye bread on Sundays?")
    made.shop.clock = hands.clock()
    yield made
    made.shop.close()


def posted(at: Counter) -> Reply:
    (row,) = rows(at.shop)
    return counter.post(at.shop, row.id, Writing.typed("We do, from eight. Ines"))


def now_is(at: Counter, reply: Reply) -> Reply:
    found = outbox.by_id(at.shop.store, reply.id)
    assert found
    return found


@pytest.mark.parametrize("back", [{"minutes": -5}, {"days": -365}, {"days": -3650}])
def test_a_clock_set_back_does_not_hold_a_reply_for_years(
    timed: Counter, hands: Hands, back: dict[str, float]
) -> None:
    reply = posted(timed)
    hands.pass_by(4)
    hands.set(**back)
    assert deliver.deliver_due(timed.shop) == ()
    left = now_is(timed, reply).not_before - hands.wall
    assert timedelta(seconds=5) < left < timedelta(seconds=7)
    hands.pass_by(5)
    assert deliver.deliver_due(timed.shop) == (), "not early"
    hands.pass_by(2)
    assert [one.state for one in deliver.deliver_due(timed.shop)] == [ReplyState.POSTED]


@pytest.mark.parametrize("forward", [{"seconds": 30}, {"hours": 3}])
def test_a_clock_set_forward_does_not_send_a_reply_early(
    timed: Counter, hands: Hands, forward: dict[str, float]
) -> None:
    reply = posted(timed)
    hands.pass_by(4)
    hands.set(**forward)
    assert deliver.deliver_due(timed.shop) == ()
    assert now_is(timed, reply).state is ReplyState.WAITING
    hands.pass_by(7)
    assert [one.state for one in deliver.deliver_due(timed.shop)] == [ReplyState.POSTED]


def test_ten_years_forward_holds_the_reply_for_a_person(timed: Counter, hands: Hands) -> None:
    reply = posted(timed)
    hands.set(days=3650)
    deliver.deliver_due(timed.shop)
    assert now_is(timed, reply).state is ReplyState.HELD
    counter.release(timed.shop, reply.id)
    hands.set(days=-3650)
    hands.pass_by(20)
    deliver.deliver_due(timed.shop)
    hands.pass_by(61)
    deliver.deliver_due(timed.shop)
    assert now_is(timed, reply).state is ReplyState.POSTED


def test_a_reply_made_tomorrow_goes_soon_after_the_clock_was_put_right(tmp_path: Path) -> None:
    wrong = SetClock(NOON + timedelta(days=3650))
    at = open_counter(tmp_path / "shop", wrong)
    at.hear("Do you have rye bread on Sundays?")
    reply = posted(at)
    with at.shop.store.writing():
        looks.plan(at.shop.store, reply.conversation, wrong.now() + timedelta(days=1))
    at.shop.close()
    right = SetClock(NOON)
    again = open_counter(tmp_path / "shop", right, at.world)
    timekeeping.after_opening(again.shop)
    look = looks.last(again.shop.store, reply.conversation)
    assert look and look.next_at == NOON
    right.forward(seconds=11)
    deliver.deliver_due(again.shop)
    assert now_is(again, reply).state is ReplyState.POSTED
    again.shop.close()


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (
            {"days": -365 * 7},
            "This computer's clock says 2019. Times and promises will be wrong until it's set.",
        ),
        (
            {"days": -3},
            "This computer's clock says 30 July. Times and promises will be wrong until it's set.",
        ),
    ],
)
def test_a_clock_behind_what_the_shop_has_seen_is_said_until_it_was_read(
    quay: Quay, away: dict[str, float], said: str
) -> None:
    assert timekeeping.wrong(quay.shop) is None
    later(quay.shop, **away)
    trouble = timekeeping.wrong(quay.shop)
    assert str(trouble) == said
    timekeeping.known(quay.shop)
    assert timekeeping.wrong(quay.shop) is None


def test_a_clock_a_few_hours_off_is_nobodys_business(quay: Quay) -> None:
    later(quay.shop, hours=-20)
    assert timekeeping.wrong(quay.shop) is None


def test_collecting_goes_on_without_gap_whatever_the_clock_says(quay: Quay) -> None:
    for away in ({"days": -365}, {"days": 3650}, {"days": -3285}):
        quay.says(f"<p>Said before the clock moved by {away['days']} days</p>")
        assert quay.collect().trouble is None
        later(quay.shop, **away)
    quay.says("<p>Said after it</p>", created_at="2099-01-01T00:00:00Z")
    assert quay.collect().trouble is None
    assert len(quay.texts()) == 4
    assert len(rows(quay.shop)) == 4


def test_a_copy_named_by_a_wrong_clock_is_not_the_newest(quay: Quay) -> None:
    folder = quay.shop.folder
    for at in (NOON - timedelta(days=2), NOON, NOON + timedelta(days=3650)):
        backups.daily(quay.shop.store, folder, at)
    found = backups.newest(folder, NOON.date())
    assert found is not None
    assert found.name == "shop-2026-08-02.db"


def test_the_copy_that_was_asked_for_in_the_evening_is_newer_than_the_daily_one(quay: Quay) -> None:
    folder, store = quay.shop.folder, quay.shop.store
    backups.daily(store, folder, NOON - timedelta(days=1))
    backups.daily(store, folder, NOON)
    made = [backups.now(store, folder, NOON + timedelta(hours=hours)) for hours in (6, 3)]
    daily = backups.folder_of(folder) / f"shop-{NOON:%Y-%m-%d}.db"
    assert backups.newest_first(folder, NOON.date())[:3] == [*made, daily]
    made[0].write_bytes(b"damaged")
    assert backups.newest_good(folder, NOON.date()) == made[1]
