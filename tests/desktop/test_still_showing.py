"""An ending that only a person can see: who looked and when is kept, and after three months one is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import complaints, counter, history, lookout, looks, passerby, retelling
from desktop.errors import Misuse
from desktop.looks import PageSight
from desktop.passerby import SightState
from desktop.records import Complaint, Proof, ProofKind, Stage
from tests.fixtures_shop import Counter

LINK = "https://www.yelp.com/biz/corner-shop?hrid=1"
ENDING = "Update: they baked me a new one the same day."


def shown_by_hand(at: Counter) -> str:
    """A review that nobody can fetch, with the ending that Ines saw there."""
    heard = counter.Heard("yelp", "The middle was raw dough. Never again.", at.clock.now() - timedelta(hours=3))
    one = counter.add_by_hand(at.shop, heard._replace(name="Marta K.", link=LINK)).conversation
    counter.confirm_ending(at.shop, one, kind=ProofKind.THEIR_REPLY, link=LINK, words=ENDING)
    return one


def _complaint(at: Counter, one: str) -> Complaint:
    found = complaints.by_id(at.shop.store, one)
    assert found
    return found


def _proof(at: Counter, one: str) -> Proof:
    found = complaints.proof(at.shop.store, one)
    assert found
    return found


def _is_asked(at: Counter, one: str) -> bool:
    return complaints.is_to_be_seen(_complaint(at, one), at.clock.now())


def test_a_person_is_asked_every_three_months_and_what_they_saw_is_kept(at_counter: Counter) -> None:
    one = shown_by_hand(at_counter)
    at_counter.clock.forward(days=89)
    assert not _is_asked(at_counter, one)
    at_counter.clock.forward(days=1)
    assert _is_asked(at_counter, one)
    counter.still_shows(at_counter.shop, one)
    assert not _is_asked(at_counter, one)
    proof = _proof(at_counter, one)
    assert (proof.checked_by, proof.checked_at) == (at_counter.shop.me.id, at_counter.clock.now())
    assert proof.words == ENDING, "the saved copy stays as first confirmed"
    sight = passerby.sees(at_counter.shop.store, one)
    assert (sight.state, sight.how) == (SightState.SHOWN_THEY_SAID, "Ines")
    told = [event.kind for event in history.of(at_counter.shop.store, one) if event.kind != retelling.BOARD]
    assert told[-1] == "still_shows"
    at_counter.clock.forward(days=90)
    assert _is_asked(at_counter, one)


def test_looking_in_vain_asks_nobody_sooner_and_never_later(at_counter: Counter) -> None:
    one = shown_by_hand(at_counter)
    for _ in range(13):
        at_counter.clock.forward(days=7)
        lookout.look_due(at_counter.shop)
    assert _complaint(at_counter, one).stage is Stage.SHOWN
    assert _is_asked(at_counter, one), "91 days"
    assert _proof(at_counter, one).checked_by == ""


def test_yes_can_be_taken_back(at_counter: Counter) -> None:
    one = shown_by_hand(at_counter)
    at_counter.clock.forward(days=91)
    before = _proof(at_counter, one), looks.last(at_counter.shop.store, one)
    undo = counter.still_shows(at_counter.shop, one)
    at_counter.clock.forward(minutes=1)
    undo.take_back(at_counter.shop)
    assert (_proof(at_counter, one), looks.last(at_counter.shop.store, one)) == before
    assert _is_asked(at_counter, one)


def test_yes_ends_the_doubt_after_they_wrote_again_and_undo_brings_it_back(at_counter: Counter) -> None:
    one = shown_by_hand(at_counter)
    with at_counter.shop.store.writing():
        complaints.in_doubt(at_counter.shop.store, one, at_counter.clock.now())
        retelling.note(at_counter.shop.store, one, at_counter.clock.now())
    assert _complaint(at_counter, one).flag == "wrote_again"
    at_counter.clock.forward(hours=1)
    undo = counter.still_shows(at_counter.shop, one)
    assert (_complaint(at_counter, one).stage, _complaint(at_counter, one).flag) == (Stage.SHOWN, "")
    assert retelling.differing(at_counter.shop.store) == []
    undo.take_back(at_counter.shop)
    assert (_complaint(at_counter, one).stage, _complaint(at_counter, one).flag) == (Stage.FIXED, "wrote_again")
    assert retelling.differing(at_counter.shop.store) == []


def test_gone_after_they_wrote_again_says_that_the_proof_is_gone(at_counter: Counter) -> None:
    one = shown_by_hand(at_counter)
    with at_counter.shop.store.writing():
        complaints.in_doubt(at_counter.shop.store, one, at_counter.clock.now())
    undo = counter.proof_gone(at_counter.shop, one)
    assert (_complaint(at_counter, one).stage, _complaint(at_counter, one).flag) == (Stage.FIXED, "proof_gone")
    with pytest.raises(Misuse, match="no ending here"):
        counter.still_shows(at_counter.shop, one)
    undo.take_back(at_counter.shop)
    assert _complaint(at_counter, one).flag == "wrote_again"


def test_where_we_look_ourselves_nobody_is_asked(at_counter: Counter) -> None:
    one = at_counter.hear("Ordered the lemon tart and the middle was raw dough. Never again.")
    told = at_counter.world.post_as(
        at_counter.place, "Marta K.", "All sorted now, thank you.", parent=at_counter.root(one)
    )
    at_counter.collect()
    found = _complaint(at_counter, one)
    assert told and found.hint_post
    counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    at_counter.clock.forward(days=120)
    assert not _is_asked(at_counter, one)
    with at_counter.shop.store.writing():
        looks.note(at_counter.shop.store, one, PageSight.UNKNOWN, "", at_counter.clock.now(), None, 1)
    assert _is_asked(at_counter, one), "since it can't be read from here any more"
    lookout.look(at_counter.shop, one)
    assert not _is_asked(at_counter, one)


def test_without_an_ending_there_is_nothing_to_say_yes_to(at_counter: Counter) -> None:
    one = at_counter.hear("Ordered the lemon tart and the middle was raw dough. Never again.")
    with pytest.raises(Misuse, match="no ending here"):
        counter.still_shows(at_counter.shop, one)
