"""Times given in our own words become promises by a person's word; we are back; it is taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desktop import conversations, counter, deliver, history, outbox, promises
from desktop.errors import Misuse
from desktop.records import Channel, FixedHow, Promise
from desktop.writing import Writing
from tests.fixtures_shop import Counter

ANGRY = "The tart was raw in the middle. Eleven people, no dessert."
BY_FRIDAY = "I'm sorry, Marta. I'll ring the mill and you'll hear from me by Friday at four."


def local(at_counter: Counter, at: datetime) -> str:
    return f"{at_counter.clock.local(at):%a %d %b %H:%M}"


def offered(at_counter: Counter, one: str) -> list[tuple[str, str]]:
    found = promises.offered(at_counter.shop.store, one, at_counter.clock.now())
    return [(each.words, local(at_counter, each.due_at)) for each in found]


def first(at_counter: Counter, one: str) -> str:
    return promises.offered(at_counter.shop.store, one, at_counter.clock.now())[0].id


def opened(at_counter: Counter, one: str) -> list[Promise]:
    every = promises.of_conversation(at_counter.shop.store, one)
    return [each for each in every if each.kept_at is None]


def test_a_time_in_our_words_is_offered_and_nothing_is_promised_by_itself(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, BY_FRIDAY)
    assert offered(at_counter, one) == [("by Friday at four", "Fri 20 Jun 16:00")]
    assert opened(at_counter, one) == []


def test_a_word_makes_it_a_promise_which_the_row_shows_and_undo_takes_away(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, BY_FRIDAY)
    undo = counter.keep_promise(at_counter.shop, first(at_counter, one))
    (promise,) = opened(at_counter, one)
    assert local(at_counter, promise.due_at) == "Fri 20 Jun 16:00"
    assert promise.person == at_counter.shop.me.id
    assert offered(at_counter, one) == []
    assert "promised" in [event.kind for event in history.of(at_counter.shop.store, one)]
    undo.take_back(at_counter.shop)
    assert opened(at_counter, one) == []
    assert len(offered(at_counter, one)) == 1
    counter.keep_promise(at_counter.shop, first(at_counter, one))
    assert len(opened(at_counter, one)) == 1


def test_said_before_it_has_left_it_counts_from_when_the_reply_is_there(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    counter.post(shop, one, Writing.typed(BY_FRIDAY))
    undo = counter.keep_promise(shop, first(at_counter, one))
    assert opened(at_counter, one) == []
    at_counter.clock.forward(seconds=11)
    deliver.deliver_due(shop)
    assert len(opened(at_counter, one)) == 1
    undo.take_back(shop)
    assert opened(at_counter, one) == []


def test_a_reply_taken_back_promises_nothing(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    reply = counter.post(shop, one, Writing.typed(BY_FRIDAY))
    counter.keep_promise(shop, first(at_counter, one))
    counter.take_back(shop, reply.id)
    at_counter.clock.forward(hours=1)
    deliver.deliver_due(shop)
    assert opened(at_counter, one) == [] and offered(at_counter, one) == []


def test_another_time_can_be_said_but_none_that_is_over(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    at_counter.answer(one, BY_FRIDAY)
    with pytest.raises(Misuse, match="over already"):
        counter.keep_promise(shop, first(at_counter, one), at_counter.clock.now())
    other = at_counter.clock.now() + timedelta(days=1)
    counter.keep_promise(shop, first(at_counter, one), other)
    assert [each.due_at for each in opened(at_counter, one)] == [other]


def test_no_is_remembered_and_taken_back(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    at_counter.answer(one, BY_FRIDAY)
    undo = counter.no_promise(shop, first(at_counter, one))
    assert offered(at_counter, one) == [] and opened(at_counter, one) == []
    undo.take_back(shop)
    assert len(offered(at_counter, one)) == 1


def test_back_by_is_a_promise_already_and_is_not_asked_for_again(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at = at_counter.clock.now() + timedelta(hours=1)
    at_counter.answer(one, "I'm looking into it and I'll be back by 11.", promise_at=at)
    assert offered(at_counter, one) == []
    assert [each.due_at for each in opened(at_counter, one)] == [at]


def test_two_times_are_two_promises_and_being_back_keeps_the_nearest(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    at_counter.answer(one, "I'll ring you by noon, and I'll bring a new one on Tuesday at nine.")
    counter.keep_promise(shop, first(at_counter, one))
    counter.keep_promise(shop, first(at_counter, one))
    assert [local(at_counter, each.due_at) for each in opened(at_counter, one)] == [
        "Sat 14 Jun 12:00",
        "Tue 17 Jun 09:00",
    ]
    at_counter.clock.forward(hours=1)
    at_counter.answer(one, "As I said on the phone: thank you for your patience.")
    assert [local(at_counter, each.due_at) for each in opened(at_counter, one)] == ["Tue 17 Jun 09:00"]


def test_what_was_kept_elsewhere_is_kept_by_a_persons_word(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    with pytest.raises(Misuse, match="Nothing is promised"):
        counter.promise_kept(shop, one)
    at_counter.answer(one, BY_FRIDAY)
    counter.keep_promise(shop, first(at_counter, one))
    undo = counter.promise_kept(shop, one)
    assert opened(at_counter, one) == []
    undo.take_back(shop)
    assert len(opened(at_counter, one)) == 1


def test_marked_fixed_keeps_it_and_taking_that_back_opens_it_again(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    at_counter.answer(one, BY_FRIDAY)
    counter.keep_promise(shop, first(at_counter, one))
    undo = counter.mark_fixed(shop, one, FixedHow.DONE_AND_RECEIVED)
    assert opened(at_counter, one) == []
    undo.take_back(shop)
    assert len(opened(at_counter, one)) == 1


def test_a_copied_reply_promises_once_somebody_says_that_it_is_posted(at_counter: Counter) -> None:
    one, shop = at_counter.hear(ANGRY), at_counter.shop
    reply = counter.copy_out(shop, one, Writing.typed(BY_FRIDAY), channel=Channel.PUBLIC)
    counter.keep_promise(shop, first(at_counter, one))
    assert opened(at_counter, one) == []
    undo = counter.it_is_posted(shop, reply.id)
    assert len(opened(at_counter, one)) == 1
    undo.take_back(shop)
    assert opened(at_counter, one) == []
    counter.it_is_posted(shop, reply.id)
    assert len(opened(at_counter, one)) == 1


def test_a_time_that_is_over_is_offered_no_more(at_counter: Counter) -> None:
    one = at_counter.hear(ANGRY)
    at_counter.answer(one, "I'll be back in an hour.")
    assert len(offered(at_counter, one)) == 1
    at_counter.clock.forward(hours=1)
    assert offered(at_counter, one) == []


def test_overdue_it_needs_an_answer_again(at_counter: Counter) -> None:
    from desktop.records import Group
    from desktop.settling import time_passes

    one, shop = at_counter.hear(ANGRY), at_counter.shop
    reply = at_counter.answer(one, "I'll be back in an hour.")
    counter.keep_promise(shop, first(at_counter, one))
    assert outbox.by_id(shop.store, reply.id)
    at_counter.clock.forward(hours=2)
    time_passes(shop.store, shop.clock)
    found = conversations.by_id(shop.store, one)
    assert found is not None and found.group is Group.NEEDS_ANSWER
