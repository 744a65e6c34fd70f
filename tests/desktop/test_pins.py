"""PINs: whose turn it is, the waits after wrong ones, the owner's way back, and a yes on the spot."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import asks, counter, history, people, pins, timekeeping
from desktop.asks import AskState
from desktop.clock import SetClock
from desktop.errors import Misuse
from desktop.pins import Cost, Locksmith, Tries
from desktop.records import Channel, Limits, Person, ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME
from desktop.writing import Writing
from tests.fixtures_shop import Counter, open_counter

CAUSE = "Marta, raw dough is on us: it was because two trays went in together. I ring you today at 15:30. Tom"
NOON = datetime(2025, 6, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def tom(at_counter: Counter) -> Person:
    """A helper with a PIN, beside Ines who has one too; she is at the counter."""
    shop = at_counter.shop
    made = counter.add_person(shop, "Tom")
    counter.set_limits(shop, made.id, Limits(30.0, False, True, True, True))
    counter.set_pin(shop, shop.me.id, "2468")
    counter.set_pin(shop, made.id, "1357")
    return made


def miss(shop: Shop, person: Person, times: int) -> counter.Tried:
    for _ in range(times):
        tried = counter.try_pin(shop, person.id, "9999")
    return tried


# ---- what is kept ------------------------------------------------------------------------------------------


def test_what_is_kept_of_a_pin_is_argon2id_with_the_parameters_of_the_rfc() -> None:
    kept = Locksmith().verifier("2468")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert Locksmith().fits(kept, "2468") and not Locksmith().fits(kept, "2469")
    assert kept != Locksmith().verifier("2468"), "salted"


def test_a_verifier_made_with_other_parameters_still_fits() -> None:
    kept = Locksmith(Cost(1, 8, 1)).verifier("2468")
    assert Locksmith().fits(kept, "2468")


def test_no_pin_is_in_any_file_event_or_error(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    counter.set_pin(shop, tom.id, "86420975")
    with pytest.raises(Misuse) as found:
        counter.set_pin(shop, tom.id, "864209751")
    assert "86420" not in str(found.value) + found.value.details
    counter.try_pin(shop, tom.id, "86420976")
    told = history.of(shop.store, tom.id)
    assert [one.kind for one in told if one.kind == "pin_set"] == ["pin_set", "pin_set"]
    assert not any("86420" in str(one) for one in told)
    for path in shop.folder.iterdir():
        assert not path.is_file() or b"8642097" not in path.read_bytes(), path.name


def test_a_pin_is_taken_away_by_its_owner_or_by_the_shops_and_by_nobody_else(at_counter: Counter, tom: Person) -> None:
    shop, ines = at_counter.shop, at_counter.shop.me
    first = counter.renew_recovery(shop, "2468")
    shop.set_person(tom)
    with pytest.raises(Misuse, match="Only Ines"):
        counter.take_pin_away(shop, ines.id, "2468")
    assert not counter.take_pin_away(shop, tom.id, "1111").is_right
    assert counter.has_pin(shop, ines.id) and counter.has_pin(shop, tom.id)
    shop.set_person(ines)
    assert counter.take_pin_away(shop, tom.id).is_right
    assert not counter.take_pin_away(shop, ines.id, "1111").is_right and counter.has_pin(shop, ines.id)
    assert counter.take_pin_away(shop, ines.id, "2468").is_right
    assert not counter.has_pin(shop, ines.id) and not counter.has_pin(shop, tom.id)
    with pytest.raises(Misuse, match="No recovery sentence"):
        counter.recover(shop, first.sentence, "1111")
    assert [one.kind for one in history.of(shop.store, ines.id)][-1] == "pin_taken_away"
    assert counter.set_pin(shop, ines.id, "1357").sentence, "a first one again, with its sentence"


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "12 34", "١٢٣٤", "-123", "1234\n"])
def test_what_cannot_be_a_pin_is_refused(at_counter: Counter, pin: str) -> None:
    with pytest.raises(Misuse, match="A PIN has 4 to 8 digits"):
        counter.set_pin(at_counter.shop, at_counter.shop.me.id, pin)


def test_a_verifier_that_cannot_be_read_is_said_so(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    with shop.store.writing():
        pins.put(shop.store, tom.id, "$argon2id$nonsense", shop.clock.now())
    with pytest.raises(Misuse, match="can't be read any more"):
        counter.try_pin(shop, tom.id, "1357")
    counter.set_pin(shop, tom.id, "1111")
    assert counter.try_pin(shop, tom.id, "1111").is_right


# ---- trying ------------------------------------------------------------------------------------------------


def test_the_right_pin_opens_and_a_wrong_one_counts(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    tried = counter.open_for(shop, tom.id, "1358")
    assert not tried.is_right and shop.me.name == "Ines"
    assert (tried.name, tried.left, tried.wait, tried.next_wait) == ("Tom", 4, timedelta(0), timedelta(minutes=1))
    assert counter.open_for(shop, tom.id, "1357").is_right and shop.me.name == "Tom"
    assert counter.standing(shop, tom.id).left == 5, "a right one forgets the wrong ones"


def test_one_persons_pin_does_not_open_for_another(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    assert not counter.open_for(shop, tom.id, "2468").is_right
    assert counter.standing(shop, shop.me.id).left == 5


def test_nobody_switches_around_a_pin(at_counter: Counter, tom: Person) -> None:
    with pytest.raises(Misuse, match="Tom has a PIN"):
        counter.take_over(at_counter.shop, tom.id)
    assert at_counter.shop.me.name == "Ines"


def test_somebody_without_a_pin_needs_none(at_counter: Counter) -> None:
    priya = counter.add_person(at_counter.shop, "Priya")
    assert counter.open_for(at_counter.shop, priya.id).is_right and at_counter.shop.me.name == "Priya"


def test_waits_double_up_to_a_quarter_of_an_hour(at_counter: Counter, tom: Person) -> None:
    shop, waits = at_counter.shop, []
    for _ in range(6):
        tried = miss(shop, tom, 5)
        waits.append(tried.wait / timedelta(minutes=1))
        at_counter.clock.forward(seconds=tried.wait.total_seconds())
    assert waits == [1, 2, 4, 8, 15, 15]


def test_while_it_waits_the_right_pin_opens_nothing_and_nothing_is_counted(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    miss(shop, tom, 5)
    at_counter.clock.forward(seconds=59)
    tried = counter.open_for(shop, tom.id, "1357")
    assert not tried.is_right and tried.wait == timedelta(seconds=1)
    at_counter.clock.forward(seconds=1)
    assert counter.standing(shop, tom.id).left == 5
    assert counter.open_for(shop, tom.id, "1357").is_right


def test_a_wait_survives_a_restart_and_so_do_wrong_tries(tmp_path: Path) -> None:
    clock = SetClock(NOON)
    first = open_counter(tmp_path / "shop", clock)
    ines = first.shop.me
    counter.set_pin(first.shop, ines.id, "2468")
    miss(first.shop, ines, 3)
    first.shop.close()
    second = open_counter(tmp_path / "shop", clock, first.world)
    assert counter.standing(second.shop, ines.id).left == 2
    assert miss(second.shop, ines, 2).wait == timedelta(minutes=1)
    second.shop.close()
    clock.forward(seconds=20)
    third = open_counter(tmp_path / "shop", clock, first.world)
    assert counter.standing(third.shop, ines.id).wait == timedelta(seconds=40)
    assert not counter.try_pin(third.shop, ines.id, "2468").is_right
    third.shop.close()


def test_a_try_counts_also_when_the_program_ends_in_the_middle_of_it(at_counter: Counter, tom: Person) -> None:
    class Killed(Locksmith):
        def fits(self, verifier: str, secret: str) -> bool:
            raise KeyboardInterrupt

    shop = at_counter.shop
    shop.locksmith = Killed()
    with pytest.raises(KeyboardInterrupt):
        counter.try_pin(shop, tom.id, "1357")
    assert counter.standing(shop, tom.id).left == 4


def test_a_clock_set_back_makes_no_wait_longer_and_none_shorter(tmp_path: Path) -> None:
    clock = SetClock(NOON)
    opened = open_counter(tmp_path / "shop", clock)
    ines = opened.shop.me
    counter.set_pin(opened.shop, ines.id, "2468")
    miss(opened.shop, ines, 5)
    opened.shop.close()
    clock.set(NOON - timedelta(days=400))
    again = open_counter(tmp_path / "shop", clock, opened.world)
    timekeeping.after_opening(again.shop)
    assert counter.standing(again.shop, ines.id).wait == timedelta(minutes=1)
    clock.forward(seconds=61)
    assert counter.try_pin(again.shop, ines.id, "2468").is_right
    again.shop.close()


def test_a_clock_that_is_set_while_the_program_runs_moves_the_wait_along(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    miss(shop, tom, 5)
    for by in (timedelta(hours=3), timedelta(hours=-3)):
        was = shop.clock.now()
        at_counter.clock.set(was + by)
        with shop.store.writing():
            pins.clock_moved(shop.store, was, was + by)
        assert counter.standing(shop, tom.id).wait == timedelta(minutes=1)


def test_tries_know_their_waits_without_a_shop() -> None:
    tries = Tries(4, 2)
    assert tries.left() == 1 and tries.next_wait() == timedelta(minutes=4)
    waiting = tries.one_more(NOON)
    assert waiting == Tries(0, 3, NOON, NOON + timedelta(minutes=4))
    assert waiting.wait(NOON - timedelta(days=1)) == timedelta(minutes=4)
    assert waiting.wait(NOON + timedelta(minutes=5)) == timedelta(0)


def test_in_a_shop_that_is_only_read_wrong_tries_count_too(tmp_path: Path) -> None:
    clock = SetClock(NOON)
    opened = open_counter(tmp_path / "shop", clock)
    ines = opened.shop.me
    counter.set_pin(opened.shop, ines.id, "2468")
    opened.shop.close()
    reading = Shop.open(tmp_path / "shop", clock=clock, read_only=True)
    assert miss(reading, ines, 5).wait == timedelta(minutes=1)
    assert not counter.try_pin(reading, ines.id, "2468").is_right
    clock.forward(minutes=1)
    assert counter.open_for(reading, ines.id, "2468").is_right
    reading.close()


# ---- setting and getting back ------------------------------------------------------------------------------


def test_who_may_set_whose_pin(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    ines = shop.me
    counter.set_pin(shop, tom.id, "1111")  # forgotten: the owner sets a new one
    assert counter.open_for(shop, tom.id, "1111").is_right
    with pytest.raises(Misuse, match="Only Ines"):
        counter.set_pin(shop, ines.id, "2222")
    wrong = counter.set_pin(shop, tom.id, "2222", current="9999")
    assert not wrong.is_right and wrong.left == 4, "a guess at one's own counts"
    assert counter.set_pin(shop, tom.id, "2222", current="1111").is_right
    assert counter.try_pin(shop, tom.id, "2222").is_right


def test_a_new_pin_ends_the_wait_of_the_old_one(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    miss(shop, tom, 5)
    counter.set_pin(shop, tom.id, "1111")
    assert counter.try_pin(shop, tom.id, "1111").is_right


def test_the_owners_first_pin_brings_a_sentence_to_write_down_and_only_the_first(at_counter: Counter) -> None:
    shop = at_counter.shop
    first = counter.set_pin(shop, shop.me.id, "2468")
    assert re.fullmatch(r"[A-Z]\w+ \w+ \w+ \w+ the \w+ \w+ to the \w+ \w+\.", first.sentence)
    assert counter.set_pin(shop, shop.me.id, "1357", current="2468").sentence == ""
    tom = counter.add_person(shop, "Tom")
    assert counter.set_pin(shop, tom.id, "1111").sentence == ""
    assert first.sentence.split()[2].encode() not in (shop.folder / FILE_NAME).read_bytes()


def test_the_sentence_gives_the_owner_a_new_pin_and_a_new_sentence(at_counter: Counter) -> None:
    shop = at_counter.shop
    sentence = counter.set_pin(shop, shop.me.id, "2468").sentence
    typed = f"  {sentence.upper().rstrip('.').replace(' ', '  ')} "
    back = counter.recover(shop, typed, "8888")
    assert back.is_right and back.sentence and back.sentence != sentence
    assert counter.try_pin(shop, shop.me.id, "8888").is_right
    assert not counter.recover(shop, sentence, "7777").is_right, "the old one is used up"
    assert counter.recover(shop, back.sentence, "7777").is_right


def test_wrong_sentences_count_as_wrong_pins(at_counter: Counter) -> None:
    shop = at_counter.shop
    counter.set_pin(shop, shop.me.id, "2468")
    for _ in range(4):
        counter.recover(shop, "Two brown kettles", "8888")
    assert counter.try_pin(shop, shop.me.id, "9999").wait == timedelta(minutes=1)
    assert counter.recover(shop, "Two brown kettles", "8888").wait == timedelta(minutes=1)


def test_two_sentences_are_never_the_same() -> None:
    assert len({pins.new_sentence() for _ in range(200)}) == 200


def test_somebody_removed_leaves_no_pin_behind(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    counter.remove_person(shop, tom.id)
    assert pins.holders(shop.store) == {shop.me.id}
    with pytest.raises(Misuse, match="isn't here any more"):
        counter.open_for(shop, tom.id, "1357")


def test_one_person_without_a_pin_never_sees_a_lock(at_counter: Counter) -> None:
    shop = at_counter.shop
    assert not counter.may_lock(shop)
    tom = counter.add_person(shop, "Tom")
    assert counter.may_lock(shop)
    counter.remove_person(shop, tom.id)
    assert not counter.may_lock(shop)
    counter.set_pin(shop, shop.me.id, "2468")
    assert counter.may_lock(shop)


# ---- the owner is here -------------------------------------------------------------------------------------


def test_a_yes_on_the_spot_lifts_the_limit_for_one_reply_and_switches_nobody(at_counter: Counter, tom: Person) -> None:
    shop, ines = at_counter.shop, at_counter.shop.me
    one = at_counter.hear("The base was raw dough. Eleven people, no pudding.")
    counter.open_for(shop, tom.id, "1357")
    words = Writing.typed(CAUSE)
    assert counter.past_limits(shop, one, words, Channel.PUBLIC)
    tried, ask = counter.ok_on_the_spot(shop, one, words, "2468")
    assert tried.is_right and ask is not None and shop.me.name == "Tom"
    assert (ask.state, ask.answered_by, ask.person_name) == (AskState.YES, "Ines", "Tom")
    said = [(e.kind, e.person) for e in history.of(shop.store, one) if e.kind in ("asked_owner", "said_yes")]
    assert said == [("asked_owner", tom.id), ("said_yes", ines.id)]
    (yes,) = [e for e in history.of(shop.store, one) if e.kind == "said_yes"]
    assert yes.body["on_the_spot"] is True
    reply = counter.post_asked(shop, ask.id)
    assert reply.state is ReplyState.WAITING and reply.person_name == "Tom"
    assert counter.limits_here(shop, one) == people.limits(shop.store, tom.id), "for that one reply"
    assert counter.past_limits(shop, one, words, Channel.PUBLIC)


def test_a_wrong_pin_on_the_spot_keeps_the_draft_and_counts(at_counter: Counter, tom: Person) -> None:
    shop, ines = at_counter.shop, at_counter.shop.me
    one = at_counter.hear("The base was raw dough.")
    counter.open_for(shop, tom.id, "1357")
    tried, ask = counter.ok_on_the_spot(shop, one, Writing.typed(CAUSE), "1357")
    assert not tried.is_right and tried.name == "Ines" and tried.left == 4 and ask is None
    assert asks.open_in(shop.store, one) == ()
    for _ in range(4):
        counter.ok_on_the_spot(shop, one, Writing.typed(CAUSE), "0000")
    assert not counter.open_for(shop, ines.id, "2468").is_right, "it is one wait, wherever it is typed"


def test_a_question_that_waits_is_answered_on_the_spot(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    one = at_counter.hear("The base was raw dough.")
    counter.open_for(shop, tom.id, "1357")
    ask = counter.ask(shop, one, Writing.typed(CAUSE), "Can I say it was the trays?")
    with pytest.raises(Misuse, match="has your question already"):
        counter.ok_on_the_spot(shop, one, Writing.typed(CAUSE), "2468")
    tried, now = counter.ok_asked(shop, ask.id, "2468")
    assert tried.is_right and now is not None and now.state is AskState.YES and now.question
    with pytest.raises(Misuse, match="answered already"):
        counter.ok_asked(shop, ask.id, "2468")


def test_the_owner_is_near_only_where_a_pin_can_say_so(at_counter: Counter) -> None:
    shop = at_counter.shop
    tom = counter.add_person(shop, "Tom")
    assert not counter.owner_is_near(shop)
    counter.take_over(shop, tom.id)
    one = at_counter.hear("The base was raw dough.")
    assert not counter.owner_is_near(shop)
    with pytest.raises(Misuse, match="Ines has no PIN yet"):
        counter.ok_on_the_spot(shop, one, Writing.typed(CAUSE), "2468")
