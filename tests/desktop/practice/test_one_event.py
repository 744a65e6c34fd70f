"""The pretend Saturday asks about no event of its own: its people have troubles of their own."""

from __future__ import annotations

from desktop import accounts, collect, counter
from desktop.clock import SetClock
from desktop.practice import day
from desktop.shop import Shop


def test_the_pretend_saturday_has_no_event_unless_a_lesson_makes_one(shop: Shop, clock: SetClock) -> None:
    for _ in range(16):  # half an hour each, to closing time
        clock.forward(minutes=30)
        for account in accounts.all(shop.store):
            collect.collect(shop, account.id)
        assert counter.shared_thing(shop) is None


def test_an_event_of_which_nobody_was_told_anything_moves_nobody_yet(shop: Shop, clock: SetClock) -> None:
    before = day.today(shop).public
    counter.make_event(shop, "Chain lube", [])
    assert day.today(shop).public == before
