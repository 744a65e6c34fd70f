"""The state of the acceptance days: Saturday 14 June, 06:50."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import collect, complaints, conversations, inbox, people, promises, shopbook
from desktop.records import Group, Kind, Stage
from desktop.shop import Shop
from tests.stories.fenny_lane import open_fenny_lane


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_fenny_lane(tmp_path)
    yield opened
    opened.close()


def names(shop: Shop, which: Group) -> set[str]:
    rids = inbox.rids(shop.store, which, inbox.Filter(), "due")
    return {row.author_name for row in inbox.page(shop.store, rids, shop.me.id, shop.clock.now())}


def test_it_is_ten_to_seven_and_eight_need_someone(shop: Shop) -> None:
    local = shop.clock.local(shop.clock.now())
    assert local.strftime("%A %d %B %H:%M") == "Saturday 14 June 06:50"
    assert shopbook.opening(shop.store).line(local) == "Saturday, opens at 7:00"
    assert inbox.badge(shop.store) == 8
    assert complaints.open_count(shop.store) == 9
    assert names(shop, Group.NEEDS_ANSWER) == {
        "Perpetua L.",
        "delphine.eats",
        "Ruth A.",
        "plainflour.example",
    }
    assert names(shop, Group.NOT_SHOWN) == {"Lena & Pat", "Omar S.", "kofi.runs", "Pieter V."}


def test_the_board_is_as_the_days_say(shop: Shop) -> None:
    counts = complaints.counts(shop.store, datetime(2024, 12, 31, 23, tzinfo=UTC))
    assert (counts.open, counts.already_fixed, counts.shown_this_year, counts.total_this_year, counts.standing) == (
        9, 4, 29, 38, 2,
    )  # fmt: skip
    board = complaints.board(shop.store)
    assert not board[Stage.NO_ANSWER]
    assert {card.author_name for card in board[Stage.ANSWERED]} == {"Hana B.", "thebreadlist"}
    asked = {card.author_name: card.hint_words for card in board[Stage.ASKED]}
    assert asked == {"Bea R.": "", "mjb.example": "", "Sunita D.": "Update: they remade it the same day."}


def test_pieters_note_was_looked_for_on_thursday_and_on_friday(shop: Shop) -> None:
    pieter = next(c for c in complaints.board(shop.store)[Stage.FIXED] if c.author_name == "Pieter V.")
    assert pieter.flag == "proof_gone"
    proof = complaints.proof(shop.store, pieter.id)
    assert proof is not None
    assert proof.words.startswith("A note for anyone reading this later")
    assert [shop.clock.local(at).strftime("%A") for at in (proof.missed_at, proof.lost_at) if at] == [
        "Thursday", "Friday",
    ]  # fmt: skip


def test_omar_told_us_privately_and_priya_wrote_it_down(shop: Shop) -> None:
    omar = next(c for c in complaints.board(shop.store)[Stage.FIXED] if c.author_name == "Omar S.")
    assert omar.fixed_words.endswith("All sorted, and tell Priya thank you.")
    assert omar.holder_name == "Priya"
    assert complaints.may_ask(omar)


def test_hana_was_promised_an_answer_at_ten(shop: Shop) -> None:
    found = promises.next(shop.store, shop.clock.now())
    assert found is not None
    assert found.author_name == "Hana B."
    assert shop.clock.local(found.due_at).strftime("%H:%M") == "10:00"


def test_tom_may_promise_thirty_euros_and_no_cause(shop: Shop) -> None:
    tom = next(person for person in people.all(shop.store) if person.name == "Tom")
    limits = people.limits(shop.store, tom.id)
    assert limits.money_up_to == 30
    assert limits.may_replace
    assert not limits.may_name_cause
    assert shop.me.name == "Ines"


def test_perpetua_meets_the_big_orders_card(shop: Shop) -> None:
    found = shopbook.matching(shop.store, "Could you do 40 seeded rolls for Sunday, 9 am?")
    assert "Big orders" in [fact.title for fact in found]


def test_marta_writes_at_five_past_seven_and_jonas_stands_at_the_door(shop: Shop) -> None:
    shop.clock.forward(minutes=15)  # type: ignore[attr-defined]
    collect.collect_all(shop)
    assert complaints.open_count(shop.store) == 10
    assert [card.author_name for card in complaints.board(shop.store)[Stage.NO_ANSWER]] == ["Marta K."]
    marta = conversations.by_id(shop.store, complaints.board(shop.store)[Stage.NO_ANSWER][0].id)
    assert marta is not None
    assert [one.kind for one in conversations.earlier(shop.store, marta)] == [Kind.PRAISE, Kind.PRAISE]
    shop.clock.forward(minutes=57)  # type: ignore[attr-defined]
    collect.collect_all(shop)
    rids = inbox.rids(shop.store, Group.NEEDS_ANSWER, inbox.Filter(), "due")
    first = inbox.page(shop.store, rids[:1], shop.me.id, shop.clock.now())[0]
    assert (first.author_name, first.state) == ("Jonas W.", "happening")
