"""I'm on it: two people never answer the same conversation, and nobody waits for somebody who went home."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from desktop import claims, conversations, counter, history, inbox, outbox
from desktop.errors import Misuse, NeedsPerson
from desktop.records import Channel, Person, ReplyState
from desktop.writing import Writing
from tests.fixtures_shop import Counter

HERS = Writing.typed("Marta, I ring you at four. Ines")
HIS = Writing.typed("Marta, we’re sorry. Tom")


@pytest.fixture
def ines(at_counter: Counter) -> Person:
    return at_counter.shop.me


@pytest.fixture
def tom(at_counter: Counter, ines: Person) -> Person:
    return counter.add_person(at_counter.shop, "Tom")


@pytest.fixture
def marta(at_counter: Counter) -> str:
    return at_counter.hear("The base was raw dough.")


def state(at: Counter, conversation: str, person: Person) -> tuple[str, str]:
    rid = conversations.rid_of(at.shop.store, conversation)
    assert rid is not None
    (row,) = inbox.page(at.shop.store, [rid], person.id, at.clock.now())
    return row.state, row.state_name


def test_who_takes_it_has_it_for_a_while_and_the_others_see_it(
    at_counter: Counter, ines: Person, tom: Person, marta: str
) -> None:
    shop = at_counter.shop
    counter.im_on_it(shop, marta)
    found = counter.who_is_on_it(shop, marta)
    assert found is not None and found.person_name == ines.name
    assert found.until == at_counter.clock.now() + timedelta(minutes=20)
    assert state(at_counter, marta, tom) == ("answering", ines.name)
    assert state(at_counter, marta, ines)[0] == "on_it"
    at_counter.clock.forward(minutes=19)
    assert counter.who_is_on_it(shop, marta)
    at_counter.clock.forward(minutes=1)
    assert counter.who_is_on_it(shop, marta) is None
    assert state(at_counter, marta, tom)[0] == ""


def test_two_people_never_answer_the_same_conversation(
    at_counter: Counter, ines: Person, tom: Person, marta: str
) -> None:
    shop = at_counter.shop
    counter.save_draft(shop, marta, Channel.PUBLIC, HERS)
    shop.set_person(tom)
    counter.save_draft(shop, marta, Channel.PUBLIC, HIS)
    with pytest.raises(NeedsPerson, match=f"{ines.name} is on it till 10:20"):
        counter.post(shop, marta, HIS)
    with pytest.raises(counter.SomebodyIsOnIt):
        counter.im_on_it(shop, marta)
    assert outbox.of_conversation(shop.store, marta) == ()
    counter.take_it_over(shop, marta)
    counter.post(shop, marta, HIS)
    shop.set_person(ines)
    with pytest.raises(Misuse, match="already on its way"):
        counter.post(shop, marta, HERS)
    (only,) = outbox.of_conversation(shop.store, marta)
    assert (only.person, only.state) == (tom.id, ReplyState.WAITING)


def test_when_its_time_is_over_anybody_may_answer(
    at_counter: Counter, ines: Person, tom: Person, marta: str
) -> None:
    counter.save_draft(at_counter.shop, marta, Channel.PUBLIC, HERS)
    at_counter.shop.set_person(tom)
    at_counter.clock.forward(minutes=20)
    counter.post(at_counter.shop, marta, HIS)
    assert len(outbox.of_conversation(at_counter.shop.store, marta)) == 1


def test_it_lasts_while_somebody_writes(at_counter: Counter, tom: Person, marta: str) -> None:
    for minute in range(12):
        counter.save_draft(at_counter.shop, marta, Channel.PUBLIC, Writing.typed(f"{minute}"))
        at_counter.clock.forward(minutes=4)
    found = counter.who_is_on_it(at_counter.shop, marta)
    assert found is not None and found.until > at_counter.clock.now() + timedelta(minutes=10)


@pytest.mark.parametrize("way", ["answer", "done", "give", "let go", "undo", "leave"])
def test_it_ends_with(way: str, at_counter: Counter, ines: Person, tom: Person, marta: str) -> None:
    shop = at_counter.shop
    shop.set_person(tom)
    undo = counter.im_on_it(shop, marta)
    if way == "answer":
        counter.post(shop, marta, HIS)
    elif way == "done":
        counter.done(shop, marta)
    elif way == "give":
        counter.give_to(shop, marta, ines.id)
    elif way == "let go":
        counter.not_on_it(shop, marta)
    elif way == "undo":
        undo.take_back(shop)
    else:
        shop.set_person(ines)
        counter.remove_person(shop, tom.id)
    assert counter.who_is_on_it(shop, marta) is None


def test_a_note_takes_nothing_and_one_alone_needs_none_of_it(at_counter: Counter, marta: str) -> None:
    shop = at_counter.shop
    counter.save_draft(shop, marta, Channel.PUBLIC, HERS)
    assert counter.who_is_on_it(shop, marta) is None, "nobody else is here"
    counter.add_person(shop, "Tom")
    counter.save_draft(shop, marta, Channel.NOTE, HERS)
    assert counter.who_is_on_it(shop, marta) is None


def test_a_clock_that_was_ahead_holds_nobody_up(at_counter: Counter, tom: Person, marta: str) -> None:
    shop = at_counter.shop
    at_counter.clock.forward(days=400)
    counter.im_on_it(shop, marta)
    at_counter.clock.forward(days=-400)
    assert counter.who_is_on_it(shop, marta) is None
    shop.set_person(tom)
    counter.im_on_it(shop, marta)
    found = counter.who_is_on_it(shop, marta)
    assert found is not None and found.person == tom.id


def test_what_is_taken_over_is_told(at_counter: Counter, ines: Person, tom: Person, marta: str) -> None:
    shop = at_counter.shop
    counter.im_on_it(shop, marta)
    shop.set_person(tom)
    counter.take_it_over(shop, marta)
    told = history.of(shop.store, marta)[-1]
    assert (told.kind, told.person_name, told.body["name"]) == ("took_over", "Tom", ines.name)


@pytest.mark.parametrize("way", ["done", "give"])
def test_what_ended_it_is_undone_and_they_are_on_it_again(
    way: str, at_counter: Counter, ines: Person, tom: Person, marta: str
) -> None:
    shop = at_counter.shop
    shop.set_person(tom)
    counter.im_on_it(shop, marta)
    before = counter.who_is_on_it(shop, marta)
    undo = counter.done(shop, marta) if way == "done" else counter.give_to(shop, marta, ines.id)
    assert counter.who_is_on_it(shop, marta) is None
    undo.take_back(shop)
    assert counter.who_is_on_it(shop, marta) == before


def test_a_takeover_that_is_undone_gives_it_back_for_the_rest_of_its_time(
    at_counter: Counter, ines: Person, tom: Person, marta: str
) -> None:
    shop = at_counter.shop
    counter.im_on_it(shop, marta)
    before = counter.who_is_on_it(shop, marta)
    shop.set_person(tom)
    undo = counter.take_it_over(shop, marta)
    undo.take_back(shop)
    assert counter.who_is_on_it(shop, marta) == before
    at_counter.clock.forward(minutes=10)
    late = counter.take_it_over(shop, marta)
    at_counter.clock.forward(minutes=11)
    late.take_back(shop)
    assert counter.who_is_on_it(shop, marta) is None, "hers was over by then"


def test_what_somebody_else_took_meanwhile_stays_theirs(
    at_counter: Counter, ines: Person, tom: Person, marta: str
) -> None:
    shop = at_counter.shop
    counter.im_on_it(shop, marta)
    undo = counter.give_to(shop, marta, "")
    shop.set_person(tom)
    counter.im_on_it(shop, marta)
    shop.set_person(ines)
    undo.take_back(shop)
    found = counter.who_is_on_it(shop, marta)
    assert found is not None and found.person == tom.id


def test_of_many_who_take_it_at_once_one_has_it(at_counter: Counter, tom: Person, marta: str) -> None:
    shop, now = at_counter.shop, at_counter.clock.now()
    people = [counter.add_person(shop, f"P{number}").id for number in range(6)]
    won: list[str] = []
    start = threading.Barrier(len(people))

    def grab(person: str) -> None:
        start.wait()
        with shop.store.writing():
            if claims.take(shop.store, marta, person, "here", now, now + timedelta(minutes=20)):
                won.append(person)

    threads = [threading.Thread(target=grab, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = claims.of(shop.store, marta, now)
    assert found is not None and won == [found.person]
