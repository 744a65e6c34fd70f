"""Setting checks aside: three drafts, stopping, and the owner turning one on again."""

from __future__ import annotations

import pytest

from desktop import counter, people, settings
from desktop.coach.scene import ALL
from desktop.errors import Misuse
from desktop.records import Role
from tests.fixtures_shop import Counter


def helper(at_counter: Counter) -> str:
    shop = at_counter.shop
    with shop.store.writing():
        made = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())
    shop.set_person(made)
    return made.id


def quiet(at_counter: Counter, person: str) -> list[str]:
    return settings.get(at_counter.shop.store, settings.QUIET_CHECKS, person=person)


def test_the_third_draft_asks_and_the_same_draft_counts_once(at_counter: Counter) -> None:
    shop = at_counter.shop
    asked = [counter.set_aside(shop, draft, "c-when") for draft in ("a", "a", "b", "b", "c")]
    assert asked == [False, False, False, False, True]
    assert [counter.set_aside(shop, draft, "c-sell") for draft in ("a", "b")] == [False, False]


def test_keep_counts_anew(at_counter: Counter) -> None:
    shop = at_counter.shop
    for draft in "abc":
        counter.set_aside(shop, draft, "c-when")
    counter.keep_check(shop, "c-when")
    assert [counter.set_aside(shop, draft, "c-when") for draft in "def"] == [False, False, True]


def test_what_waits_for_one_more_press_is_never_offered_to_stop(at_counter: Counter) -> None:
    assert not any(counter.set_aside(at_counter.shop, draft, "c-private") for draft in "abcdef")


def test_stopping_is_ones_own_and_can_be_taken_back(at_counter: Counter) -> None:
    shop, me = at_counter.shop, at_counter.shop.me.id
    tom = helper(at_counter)
    undo = counter.stop_check(shop, "c-when")
    assert (quiet(at_counter, tom), quiet(at_counter, me)) == (["c-when"], [])
    assert not counter.set_aside(shop, "z", "c-when")
    undo.take_back(shop)
    assert quiet(at_counter, tom) == []


def test_the_coach_is_turned_off_for_oneself_alone(at_counter: Counter) -> None:
    shop, me = at_counter.shop, at_counter.shop.me.id
    tom = helper(at_counter)
    undo = counter.stop_check(shop, ALL)
    assert undo.text == "“The coach” is stopped for you"
    assert (quiet(at_counter, tom), quiet(at_counter, me)) == ([ALL], [])
    assert counter.turn_on_check(shop, tom, ALL).text == "“The coach” is on again"
    assert quiet(at_counter, tom) == []


def test_the_owner_sees_what_others_stopped_and_turns_it_on(at_counter: Counter) -> None:
    shop, owner = at_counter.shop, at_counter.shop.me
    tom = helper(at_counter)
    counter.stop_check(shop, "c-when")
    with pytest.raises(Misuse):
        counter.turn_on_check(shop, owner.id, "c-when")
    shop.set_person(owner)
    assert [(one.person_name, one.name) for one in counter.stopped_checks(shop)] == [("Tom", "No time")]
    counter.turn_on_check(shop, tom, "c-when")
    assert counter.stopped_checks(shop) == ()


# ---- checks that are set aside all the time ---------------------------------------------------------------


def set_aside_by_both(at_counter: Counter) -> str:
    """Tom sets a check aside in four drafts and the owner in two; the owner is here. Returns Tom."""
    shop, owner = at_counter.shop, at_counter.shop.me
    tom = helper(at_counter)
    for draft in ("a", "b", "b", "c", "d"):
        counter.set_aside(shop, draft, "c-when")
    assert counter.noisy_checks(shop) == ()  # that is for the owner to hear
    shop.set_person(owner)
    for draft in "ae":
        counter.set_aside(shop, draft, "c-when")
    return tom


def test_the_owner_hears_how_often_a_check_is_set_aside_and_by_whom(at_counter: Counter) -> None:
    shop = at_counter.shop
    set_aside_by_both(at_counter)
    for draft in "abcd":
        counter.set_aside(shop, draft, "c-sell")
    (noisy,) = counter.noisy_checks(shop)
    assert (noisy.check, noisy.name, noisy.times) == ("c-when", "No time", 6)
    assert noisy.by == (("Tom", 4), (shop.me.name, 2))


def test_only_the_owner_hears_of_noise_and_decides_about_it(at_counter: Counter) -> None:
    shop, owner = at_counter.shop, at_counter.shop.me
    helper(at_counter)
    for draft in "abcdef":
        counter.set_aside(shop, draft, "c-when")
    assert counter.noisy_checks(shop) == ()
    for decide in (counter.keep_for_shop, counter.turn_off_for_shop):
        with pytest.raises(Misuse, match="Only Ines"):
            decide(shop, "c-when")
    shop.set_person(owner)
    assert [one.times for one in counter.noisy_checks(shop)] == [6]


def test_kept_it_is_counted_anew(at_counter: Counter) -> None:
    shop = at_counter.shop
    set_aside_by_both(at_counter)
    counter.keep_for_shop(shop, "c-when")
    assert counter.noisy_checks(shop) == ()
    counter.keep_check(shop, "c-when")
    for draft in "vwxyz":
        counter.set_aside(shop, draft, "c-when")
    assert [one.times for one in counter.noisy_checks(shop)] == [5]


def test_off_for_the_shop_it_speaks_to_nobody_until_the_owner_turns_it_on(at_counter: Counter) -> None:
    shop, owner = at_counter.shop, at_counter.shop.me
    tom = set_aside_by_both(at_counter)
    undo = counter.turn_off_for_shop(shop, "c-when")
    assert undo.text == "“No time” is off for everybody" and counter.noisy_checks(shop) == ()
    shop.set_person(next(one for one in people.all(shop.store) if one.id == tom))
    assert counter.quiet_checks(shop) == {"c-when"}
    assert [(one.person, one.name) for one in counter.stopped_checks(shop)] == [("", "No time")]
    for act in (counter.turn_off_for_shop, counter.keep_for_shop):
        with pytest.raises(Misuse):
            act(shop, "c-sell")
    with pytest.raises(Misuse):
        counter.turn_on_check(shop, "", "c-when")
    shop.set_person(owner)
    undo.take_back(shop)
    assert counter.quiet_checks(shop) == frozenset()
    counter.turn_off_for_shop(shop, "c-when")
    counter.turn_on_check(shop, "", "c-when")
    assert counter.quiet_checks(shop) == frozenset()
