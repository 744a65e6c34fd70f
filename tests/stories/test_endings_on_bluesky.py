"""What a stranger sees of a complaint on Bluesky, and what our stages make of it, against Bluesky's own servers.

Not here: an edit (Bluesky's posts can't be changed) and a private answer by us (its chat is another service, which
nothing is sent to): what is said there stays out of the thread by itself, and answering in private is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop import complaints, counter, deliver, lookout, outbox
from desktop.passerby import SightState
from desktop.records import Channel, FixedHow, Proof, ProofKind, Purpose, Reply, ReplyState, Stage
from desktop.writing import Writing
from tests.stories import test_a_stranger_complains_on_bluesky as first_story
from tests.stories.test_a_stranger_complains_on_bluesky import ANSWER, Scene


@pytest.fixture
def scene(bluesky_server: dict[str, Any], tmp_path: Any) -> Iterator[Scene]:
    yield from first_story.scene.__wrapped__(bluesky_server, tmp_path)  # type: ignore[attr-defined]


def test_an_answer_meant_to_be_private_never_comes_out_in_public(scene: Scene) -> None:
    first, one = scene.hear()
    reply = _sent(scene, one, channel=Channel.PRIVATE)
    assert reply.state is ReplyState.REFUSED
    assert scene.town.our_answers(first) == []
    assert scene.looks(one) is SightState.NO_ANSWER
    assert scene.stage(one) is Stage.NO_ANSWER


def test_a_public_answer_counts_from_when_a_request_without_a_key_sees_it(scene: Scene) -> None:
    _, one = scene.hear()
    scene.wire.strangers_wait = True
    reply = _sent(scene, one)
    assert reply.posted_at and reply.seen_at is None
    assert scene.stage(one) is Stage.NO_ANSWER, "posted, and no stranger has seen it"
    scene.clock.forward(minutes=31)
    assert lookout.look_due(scene.shop) == 0
    assert scene.stage(one) is Stage.NO_ANSWER
    scene.wire.strangers_wait = False
    scene.town.wait_for(reply.remote_id)
    scene.clock.forward(hours=1)
    assert lookout.look_due(scene.shop) == 1
    assert scene.stage(one) is Stage.ANSWERED


def test_an_answer_that_we_delete_on_a_phone_shows_no_more(scene: Scene) -> None:
    _, one = scene.hear()
    reply = _sent(scene, one)
    scene.town.wait(lambda: scene.looks(one) is SightState.ANSWERED)
    scene.town.shop.takes_back(reply.remote_id)
    scene.town.wait_until_gone(reply.remote_id)
    scene.looks(one)
    assert scene.stage(one) is Stage.NO_ANSWER


def test_an_ending_of_ours_hidden_by_the_threads_writer_is_lost_after_two_looks(scene: Scene) -> None:
    first, one = scene.hear()
    counter.mark_fixed(scene.shop, one, FixedHow.DONE_AND_RECEIVED)
    words = "A late note: Carla had a new tart the same day. Ines"
    update = _sent(scene, one, words, purpose=Purpose.ENDING)
    scene.town.wait(lambda: scene.looks(one) is SightState.SHOWN_WE_SAID)
    scene.town.carla.closes(first, hidden=(update.remote_id,))
    scene.town.wait(lambda: _is_missed_after_a_look(scene, one))
    assert scene.stage(one) is Stage.SHOWN, "one look is not enough"
    scene.clock.forward(days=1, minutes=1)
    assert lookout.look_due(scene.shop) == 1
    found = complaints.by_id(scene.shop.store, one)
    assert found and (found.stage, found.flag) == (Stage.FIXED, "proof_gone")


def test_a_proof_that_is_back_within_a_day_was_never_lost(scene: Scene) -> None:
    first, one = scene.hear()
    reply = _sent(scene, one)
    scene.town.wait(lambda: scene.looks(one) is SightState.ANSWERED)
    ending, _ = scene.hear("@shop brought a new tart the same day. All sorted!", reply.remote_id)
    found = complaints.by_id(scene.shop.store, one)
    assert found
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    scene.town.carla.closes(first, hidden=(ending,))
    scene.town.wait(lambda: _is_missed_after_a_look(scene, one))
    missed = _proof(scene, one).missed_at
    scene.clock.forward(hours=20)
    scene.town.carla.closes(first, hidden=())
    scene.town.wait(lambda: not _is_missed_after_a_look(scene, one))
    proof = _proof(scene, one)
    assert missed and (proof.missed_at, proof.lost_at) == (None, None)
    assert proof.checked_at > missed
    scene.clock.forward(days=1)
    scene.looks(one)
    assert scene.stage(one) is Stage.SHOWN


def test_who_writes_that_it_is_still_wrong_brings_a_shown_complaint_back(scene: Scene) -> None:
    _, one = scene.hear()
    reply = _sent(scene, one)
    scene.town.wait(lambda: scene.looks(one) is SightState.ANSWERED)
    scene.hear("@shop all sorted now, thank you", reply.remote_id)
    found = complaints.by_id(scene.shop.store, one)
    assert found
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    assert scene.stage(one) is Stage.SHOWN
    scene.hear("@shop no, the new one is raw again. Still not fixed, I want my money back.", reply.remote_id)
    back = complaints.by_id(scene.shop.store, one)
    assert back and (back.stage, back.flag) == (Stage.ANSWERED, "came_back")


def _sent(scene: Scene, one: str, words: str = ANSWER, **more: Any) -> Reply:
    """Written, and ten seconds later sent."""
    reply = counter.post(scene.shop, one, Writing.typed(words), **more)
    scene.clock.forward(seconds=11)
    deliver.deliver_due(scene.shop)
    found = outbox.by_id(scene.shop.store, reply.id)
    assert found
    return found


def _is_missed_after_a_look(scene: Scene, one: str) -> bool:
    scene.looks(one)
    return _proof(scene, one).missed_at is not None


def _proof(scene: Scene, one: str) -> Proof:
    found = complaints.proof(scene.shop.store, one)
    assert found
    return found
