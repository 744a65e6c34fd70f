"""Helpers come, get their limits, and leave without taking anything with them."""

from __future__ import annotations

import pytest

from desktop import conversations, counter, drafts, history, people
from desktop.errors import Misuse
from desktop.records import Channel, Limits, Person
from desktop.writing import Writing
from tests.fixtures_shop import Counter

TOM_MAY = people.CAREFUL._replace(money_up_to=30.0, may_replace=True, may_deliver=True)


@pytest.fixture
def tom(at_counter: Counter) -> Person:
    return counter.add_person(at_counter.shop, " Tom ", "Saturdays, 7 to 14", "Tom, on the counter today")


def test_a_new_helper_answers_but_promises_and_hides_nothing_without_asking(
    at_counter: Counter, tom: Person
) -> None:
    assert (tom.name, tom.is_owner, tom.sign_off) == ("Tom", False, "Tom, on the counter today")
    assert people.limits(at_counter.shop.store, tom.id) == Limits(0.0, False, False, False, False, True, True, False)


def test_limits_are_kept_and_history_says_what_changed(at_counter: Counter, tom: Person) -> None:
    counter.set_limits(at_counter.shop, tom.id, TOM_MAY)
    assert people.limits(at_counter.shop.store, tom.id) == TOM_MAY
    counter.set_limits(at_counter.shop, tom.id, TOM_MAY)
    told = [event for event in history.of(at_counter.shop.store, tom.id) if event.kind == "limits"]
    assert [event.body for event in told] == [
        {"money_up_to": 30.0, "may_replace": True, "may_deliver": True},
    ]


def test_limits_can_be_taken_back_and_history_keeps_both(at_counter: Counter, tom: Person) -> None:
    undo = counter.set_limits(at_counter.shop, tom.id, TOM_MAY)
    assert undo is not None and undo.text == "What Tom may do"
    undo.take_back(at_counter.shop)
    assert people.limits(at_counter.shop.store, tom.id) == people.CAREFUL
    told = [event.kind for event in history.of(at_counter.shop.store, tom.id)]
    assert sorted(told)[-2:] == ["person_added", "undone"] and "limits" in told
    assert counter.set_limits(at_counter.shop, tom.id, people.CAREFUL) is None


def test_a_helper_changes_their_own_name_and_nobody_elses_limits(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    ines = shop.me
    shop.set_person(tom)
    counter.change_person(shop, tom._replace(name="Tomasz"))
    assert shop.me.name == "Tomasz"
    for act in (
        lambda: counter.set_limits(shop, tom.id, TOM_MAY),
        lambda: counter.add_person(shop, "Priya"),
        lambda: counter.change_person(shop, ines._replace(name="Tom")),
        lambda: counter.remove_person(shop, tom.id),
    ):
        with pytest.raises(Misuse, match="Only Ines can change this page"):
            act()


def test_a_name_can_be_taken_back_and_what_was_changed_since_stays(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    first = counter.change_person(shop, tom._replace(name="Tomasz"))
    later = people.by_id(shop.store, tom.id)
    assert first is not None and first.text == "Changed what it says about Tom" and later is not None
    assert counter.change_person(shop, later) is None, "nothing changes"
    second = counter.change_person(shop, later._replace(sign_off="Tomasz, Saturdays"))
    first.take_back(shop)
    now = people.by_id(shop.store, tom.id)
    assert now and (now.name, now.sign_off) == ("Tom", "Tomasz, Saturdays")
    assert second is not None
    second.take_back(shop)
    assert people.by_id(shop.store, tom.id) == tom
    told = [event.kind for event in history.of(shop.store, tom.id)]
    assert sorted(told) == ["person_added", "person_changed", "person_changed", "undone", "undone"]


def test_ones_own_name_is_taken_back_for_who_is_here_and_not_by_another_helper(
    at_counter: Counter, tom: Person
) -> None:
    shop = at_counter.shop
    other = counter.add_person(shop, "Priya")
    shop.set_person(tom)
    undo = counter.change_person(shop, tom._replace(name="Tomasz"))
    assert undo is not None
    shop.set_person(other)
    with pytest.raises(Misuse, match="Only Ines can change this page"):
        undo.take_back(shop)
    kept = people.by_id(shop.store, tom.id)
    assert kept and kept.name == "Tomasz"
    shop.set_person(kept)
    undo.take_back(shop)
    assert shop.me == tom


def test_a_person_needs_a_name(at_counter: Counter, tom: Person) -> None:
    with pytest.raises(Misuse, match="needs a name"):
        counter.add_person(at_counter.shop, "  ")
    with pytest.raises(Misuse, match="needs a name"):
        counter.change_person(at_counter.shop, tom._replace(name=""))


def test_who_leaves_hands_over_drafts_and_conversations_and_keeps_the_name_on_replies(
    at_counter: Counter, tom: Person
) -> None:
    shop = at_counter.shop
    ines = shop.me
    first, second = at_counter.hear("The base was raw dough."), at_counter.hear("Is the rye vegan?", "Aki")
    shop.set_person(tom)
    reply = at_counter.answer(second, "It is, Aki. Tom")
    counter.save_draft(shop, first, Channel.PUBLIC, Writing.typed("Marta, I was there."))
    counter.save_draft(shop, second, Channel.NOTE, Writing.typed("Ask about the oats."))
    shop.set_person(ines)
    counter.save_draft(shop, first, Channel.PUBLIC, Writing.typed("Marta, that was ours."))
    counter.give_to(shop, first, tom.id)

    counter.remove_person(shop, tom.id)

    assert people.all(shop.store) == (ines,)
    assert drafts.all_of(shop.store, tom.id) == ()
    words = {kept.channel: kept.writing.plain() for kept in drafts.all_of(shop.store, ines.id)}
    assert words[Channel.PUBLIC] == "Marta, that was ours.\nMarta, I was there."
    assert words[Channel.NOTE] == "Ask about the oats."
    one = conversations.by_id(shop.store, first)
    assert one and one.holder == ""
    assert reply.person_name == "Tom"
    assert [event.kind for event in history.of(shop.store, tom.id)][-1] == "person_removed"


def test_the_owner_stays(at_counter: Counter) -> None:
    with pytest.raises(Misuse, match="can't be removed"):
        counter.remove_person(at_counter.shop, at_counter.shop.me.id)


def test_who_was_removed_by_mistake_comes_back_with_all_that_was_theirs(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    ines = shop.me
    counter.set_pin(shop, tom.id, "2468")
    both, his = at_counter.hear("The base was raw dough."), at_counter.hear("Is the rye vegan?", "Aki")
    changed = at_counter.hear("Where is my parcel?", "Bo")
    shop.set_person(tom)
    for one in (both, his, changed):
        counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("Tom was here."))
    shop.set_person(ines)
    counter.save_draft(shop, both, Channel.PUBLIC, Writing.typed("Marta, that was ours."))
    counter.give_to(shop, both, tom.id)
    counter.give_to(shop, his, tom.id)

    undo = counter.remove_person(shop, tom.id)
    assert undo.text == "Removed Tom" and not counter.has_pin(shop, tom.id)
    counter.give_to(shop, his, ines.id)
    counter.save_draft(shop, changed, Channel.PUBLIC, Writing.typed("Tom was here. And so was I."))
    undo.take_back(shop)

    assert people.all(shop.store) == (ines, tom)
    assert counter.try_pin(shop, tom.id, "2468").is_right
    plain = {(kept.conversation, kept.person): kept.writing.plain() for kept in drafts.all_of(shop.store, ines.id)}
    plain |= {(kept.conversation, kept.person): kept.writing.plain() for kept in drafts.all_of(shop.store, tom.id)}
    assert plain == {
        (both, ines.id): "Marta, that was ours.",
        (both, tom.id): "Tom was here.",
        (his, tom.id): "Tom was here.",
        (changed, tom.id): "Tom was here.",
        (changed, ines.id): "Tom was here. And so was I.",  # written since: stays with who wrote it
    }
    holders = [one.holder for each in (both, his) if (one := conversations.by_id(shop.store, each))]
    assert holders == [tom.id, ines.id], "what somebody else has by now stays with them"
    assert [event.kind for event in history.of(shop.store, tom.id)][-1] == "undone"
