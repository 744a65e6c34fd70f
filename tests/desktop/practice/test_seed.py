"""The practice shop as it opens, made by playing its month through the real rooms."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import (
    accounts,
    collect,
    complaints,
    conversations,
    counter,
    deliver,
    history,
    inbox,
    people,
    posts,
    promises,
)
from desktop import settings as choices
from desktop.clock import SetClock
from desktop.errors import Misuse
from desktop.practice import opening, seed
from desktop.practice.opening import open_practice, start_again
from desktop.practice.scenario import Scenario
from desktop.records import Group, Kind, ReplyState, Stage
from desktop.shop import Shop
from desktop.writing import Writing
from tests.fixtures_shop import posts_with

YEAR = datetime(2025, 1, 1, tzinfo=UTC)


def group(shop: Shop, which: Group) -> list[str]:
    rids = inbox.rids(shop.store, which, inbox.Filter(), "due")
    return [row.author_name for row in inbox.page(shop.store, rids, shop.me.id, shop.clock.now())]


def test_the_inbox_opens_on_a_dozen_people_with_the_frightened_one_on_top(shop: Shop) -> None:
    waiting = group(shop, Group.NEEDS_ANSWER)
    assert waiting[0] == "Dana"
    assert set(waiting) == {
        "Dana", "Gus", "Lin", "Bram", "hill.rider", "mia.pedals", "Noor", "bikeshed.example", "angryspoke",
    }  # fmt: skip
    assert set(group(shop, Group.NOT_SHOWN)) == {"Old Mr Pell", "Ffion & Dai", "R. Castellano"}
    assert {"Yusuf", "The Okafors", "Tobias"} <= set(group(shop, Group.WAITING))


def test_every_kind_is_there(shop: Shop) -> None:
    rids = [
        rid for which in Group for rid in inbox.rids(shop.store, which, inbox.Filter(), "due")
    ]
    kinds = {row.kind for row in inbox.page(shop.store, rids, shop.me.id, shop.clock.now())}
    assert kinds >= set(Kind) - {Kind.OTHER}


def test_the_board_has_a_card_in_every_column(shop: Shop) -> None:
    counts = complaints.counts(shop.store, YEAR)
    assert (counts.open, counts.already_fixed, counts.shown_this_year, counts.standing) == (10, 3, 10, 2)
    board = complaints.board(shop.store)
    assert {card.author_name for card in board[Stage.NO_ANSWER]} == {"Dana", "Gus", "Lin"}
    assert {card.author_name for card in board[Stage.ANSWERED]} == {"The Okafors", "priti.rides"}
    assert {card.flag for card in board[Stage.FIXED] if card.author_name == "R. Castellano"} == {"proof_gone"}
    assert {card.author_name for card in board[Stage.ASKED]} == {"wheelie.wendy", "Tobias"}
    assert {card.proof_kind for card in board[Stage.SHOWN]} == {"their_reply", "their_edit", "our_update"}
    assert counts.by_stage[Stage.TAKEN_DOWN] == 1


def test_what_came_today_is_guessed_and_what_is_over_was_said_by_a_person(shop: Shop) -> None:
    for which, is_guess in ((Group.NEEDS_ANSWER, True), (Group.DONE, False)):
        rids = inbox.rids(shop.store, which, inbox.Filter(), "due")
        rows = inbox.page(shop.store, rids, shop.me.id, shop.clock.now())
        odd = [row.author_name for row in rows if row.kind_is_guess is not is_guess]
        assert odd == ([] if not is_guess else ["bikeshed.example", "angryspoke"])


def test_every_answer_and_decision_carries_who_did_it(shop: Shop) -> None:
    names = {person.name for person in people.all(shop.store)}
    assert names == {"Sam", "Wren", "Marek"}
    for one in posts_with(shop.store, "Marek", limit=50):
        if one.is_ours:
            assert one.written_by in names
    fixed = next(c for c in complaints.board(shop.store)[Stage.FIXED] if c.author_name == "Old Mr Pell")
    kinds = [(event.kind, event.person_name) for event in history.of(shop.store, fixed.id)]
    assert ("fixed", "Marek") in kinds
    assert ("posted", "Marek") in kinds


def test_the_next_promise_is_the_okafors_at_noon(shop: Shop) -> None:
    found = promises.next(shop.store, shop.clock.now())
    assert found is not None
    assert found.author_name == "The Okafors"
    assert shop.clock.local(found.due_at).strftime("%H:%M") == "12:00"


def test_tobias_says_how_it_ended_a_minute_later_and_it_is_proposed(shop: Shop, clock: SetClock) -> None:
    clock.forward(seconds=90)
    collect.collect_all(shop)
    asked = complaints.board(shop.store)[Stage.ASKED]
    tobias = next(card for card in asked if card.author_name == "Tobias")
    assert tobias.hint_words.endswith("All sorted.")


def test_somebody_at_the_door_is_happening_now(shop: Shop, puddle: Scenario, clock: SetClock) -> None:
    clock.set(puddle.story("hugo").at)
    collect.collect_all(shop)
    rids = inbox.rids(shop.store, Group.NEEDS_ANSWER, inbox.Filter(), "due")
    rows = inbox.page(shop.store, rids[:3], shop.me.id, clock.now())
    assert {row.author_name: row.state for row in rows}["Hugo B."] == "happening"


def test_a_reply_goes_to_the_pretend_page_and_dana_answers_back(shop: Shop, clock: SetClock) -> None:
    rid = inbox.rids(shop.store, Group.NEEDS_ANSWER, inbox.Filter(), "due")[0]
    dana = conversations.id_of(shop.store, rid)
    reply = counter.post(shop, dana, Writing.typed("Sorry for any inconvenience. Drop us a message. Sam"))
    clock.forward(seconds=11)
    (sent,) = deliver.deliver_due(shop)
    assert sent.id == reply.id
    assert sent.state is ReplyState.POSTED
    assert complaints.by_id(shop.store, dana).stage is Stage.NO_ANSWER  # type: ignore[union-attr]
    clock.forward(seconds=91)
    collect.collect_all(shop)
    assert posts.thread(shop.store, dana)[-1].text.startswith("“Any inconvenience”?")
    assert group(shop, Group.NEEDS_ANSWER)[0] == "Dana"


def test_it_says_that_it_is_a_practice_shop(shop: Shop) -> None:
    assert shop.name == "Puddle Street Cycles"
    assert choices.get(shop.store, choices.IS_PRACTICE)
    assert choices.get(shop.store, choices.CURRENCY) == "£"
    assert [shop.place(one.platform) for one in accounts.all(shop.store)] == [
        "Google", "Facebook", "Instagram", "Bluesky",
    ]  # fmt: skip
    assert shop.me.name == "Sam"


def test_opening_it_again_changes_nothing(tmp_path: Path, puddle: Scenario, clock: SetClock) -> None:
    first = open_practice(tmp_path, scenario=puddle, clock=clock)
    events = first.store.value("select count(*) from events")
    first.close()
    again = open_practice(tmp_path, scenario=puddle, clock=clock)
    assert again.store.value("select count(*) from events") == events
    assert sum(found.new for found in collect.collect_all(again)) == 0
    again.close()


def test_starting_the_day_again_forgets_what_was_done(tmp_path: Path) -> None:
    first = open_practice(tmp_path)
    dana = conversations.id_of(
        first.store, inbox.rids(first.store, Group.NEEDS_ANSWER, inbox.Filter(), "due")[0]
    )
    counter.done(first, dana)
    first.clock.set_rate(60)  # type: ignore[attr-defined]
    first.close()
    again = start_again(tmp_path)
    assert group(again, Group.NEEDS_ANSWER)[0] == "Dana"
    assert again.clock.rate == 6
    assert again.clock.local(again.clock.now()).strftime("%A %H:%M") == "Saturday 10:24"
    again.close()


def test_a_real_shop_is_never_thrown_away(tmp_path: Path) -> None:
    real = open_practice(tmp_path, is_practice=False)
    real.close()
    with pytest.raises(Misuse):
        start_again(tmp_path)
    assert (tmp_path / "shop.db").exists()


def test_a_seeding_that_fails_leaves_an_empty_shop(
    tmp_path: Path, puddle: Scenario, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise ValueError("the cable")

    with monkeypatch.context() as broken, pytest.raises(ValueError, match="the cable"):
        broken.setattr(seed, "time_passes", stop)  # the last thing the replay does
        open_practice(tmp_path, scenario=puddle, clock=clock)
    shop = open_practice(tmp_path, scenario=puddle, clock=clock)
    assert group(shop, Group.NEEDS_ANSWER)[0] == "Dana"
    assert complaints.counts(shop.store, YEAR).shown_this_year == 10
    shop.close()


def test_filling_it_takes_less_than_three_seconds_of_work(
    tmp_path: Path, puddle: Scenario, clock: SetClock
) -> None:
    before = time.process_time()
    opening.open_practice(tmp_path, scenario=puddle, clock=clock).close()
    assert time.process_time() - before < 3.0
