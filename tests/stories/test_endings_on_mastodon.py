"""What a stranger sees of a complaint on Mastodon, and what our stages make of it, over HTTP against a server.

Not here: an answer hidden by the one whose thread it is. Mastodon has no such thing; only a server's own moderators
take posts down, which a stranger sees as a deletion. And no post that was gone comes back: only its words do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from desktop import collect, complaints, counter, deliver, lookout, outbox, passerby, posts
from desktop.passerby import SightState
from desktop.records import Channel, FixedHow, Post, Proof, ProofKind, Purpose, Reply, Stage
from desktop.writing import Writing
from tests.stories import test_a_stranger_complains_on_mastodon as first_story
from tests.stories.test_a_stranger_complains_on_mastodon import ANSWER, COMPLAINT, Scene

SORTED = f"{COMPLAINT} Update: all sorted, they baked a new one the same day."


@pytest.fixture
def scene(mastodon_server: dict[str, Any], tmp_path: Any) -> Iterator[Scene]:
    yield from first_story.scene.__wrapped__(mastodon_server, tmp_path)  # type: ignore[attr-defined]


def test_a_private_answer_moves_nothing_that_a_passer_by_sees(scene: Scene) -> None:
    remote, one = scene.hear()
    scene.town.says("customer", "@shop my number is 0117 496", in_reply_to_id=remote, visibility="direct")
    collect.collect(scene.shop, scene.account)
    reply = _sent(scene, one, channel=Channel.PRIVATE)
    assert reply.posted_at and not reply.is_public
    lookout.look(scene.shop, one)
    assert _stage(scene, one) is Stage.NO_ANSWER
    assert _sees(scene, one) is SightState.PRIVATE_ONLY
    found = complaints.by_id(scene.shop.store, one)
    assert found and found.owes_ending, "the case goes on where no passer-by can follow it"


def test_a_public_answer_counts_from_when_a_request_without_a_key_sees_it(scene: Scene) -> None:
    _, one = scene.hear()
    scene.proxy.strangers_wait = True
    reply = _sent(scene, one)
    assert reply.posted_at and reply.seen_at is None
    assert _stage(scene, one) is Stage.NO_ANSWER, "posted, and no stranger has seen it"
    assert _sees(scene, one) is SightState.PENDING
    scene.clock.forward(minutes=31)
    assert lookout.look_due(scene.shop) == 0
    assert _stage(scene, one) is Stage.NO_ANSWER
    scene.proxy.strangers_wait = False
    scene.clock.forward(hours=1)
    assert lookout.look_due(scene.shop) == 1
    assert _stage(scene, one) is Stage.ANSWERED
    assert _sees(scene, one) is SightState.ANSWERED


def test_an_answer_that_we_delete_on_a_phone_shows_no_more(scene: Scene) -> None:
    _, one = scene.hear()
    reply = _sent(scene, one)
    assert _stage(scene, one) is Stage.ANSWERED
    scene.town.takes_back("shop", reply.remote_id)
    lookout.look(scene.shop, one)
    assert _stage(scene, one) is Stage.NO_ANSWER
    assert not any(line.is_ours for line in passerby.preview(scene.shop.store, one))


def test_our_own_ending_deleted_on_a_phone_brings_the_complaint_back_after_two_looks(scene: Scene) -> None:
    _, one = scene.hear()
    counter.mark_fixed(scene.shop, one, FixedHow.DONE_AND_RECEIVED)
    words = "A late note: Carla had a new tart the same day. Ines"
    update = _sent(scene, one, words, purpose=Purpose.ENDING)
    assert _sees(scene, one) is SightState.SHOWN_WE_SAID
    scene.town.takes_back("shop", update.remote_id)
    lookout.look(scene.shop, one)
    assert _stage(scene, one) is Stage.SHOWN, "one look is not enough"
    scene.clock.forward(days=1, minutes=1)
    assert lookout.look_due(scene.shop) == 1
    found = complaints.by_id(scene.shop.store, one)
    assert found and (found.stage, found.flag) == (Stage.FIXED, "proof_gone")


def test_an_edit_of_theirs_is_proposed_as_the_ending_and_their_first_words_are_kept(scene: Scene) -> None:
    remote, one = scene.hear()
    _sent(scene, one)
    scene.clock.forward(hours=1)
    scene.town.edits("customer", remote, SORTED)
    lookout.look(scene.shop, one)
    found = complaints.by_id(scene.shop.store, one)
    assert found and found.stage is Stage.ANSWERED, "proposed, not decided"
    assert found.hint_words == "Update: all sorted, they baked a new one the same day."
    assert [version.text for version in posts.versions(scene.shop.store, _root(scene, one).id)][:1] == [COMPLAINT]
    assert _root(scene, one).text == SORTED
    counter.confirm_ending(
        scene.shop, one, kind=ProofKind.THEIR_EDIT, post_id=found.hint_post, words=found.hint_words
    )
    assert _sees(scene, one) is SightState.SHOWN_THEY_EDITED


def test_an_ending_edited_away_comes_back_at_once_and_is_proposed_when_it_is_written_again(scene: Scene) -> None:
    remote, one = _shown_by_their_edit(scene)
    scene.clock.forward(days=8)
    scene.town.edits("customer", remote, COMPLAINT)
    assert lookout.look_due(scene.shop) == 1
    back = complaints.by_id(scene.shop.store, one)
    assert back and (back.stage, back.flag) == (Stage.ANSWERED, "came_back")
    assert _sees(scene, one) is SightState.ANSWERED
    assert _proof(scene, one).words == "Update: all sorted, they baked a new one the same day.", "the copy stays"
    scene.clock.forward(hours=20)
    scene.town.edits("customer", remote, SORTED)
    lookout.look(scene.shop, one)
    found = complaints.by_id(scene.shop.store, one)
    assert found and found.stage is Stage.ANSWERED, "proposed, not decided"
    assert found.hint_words == "Update: all sorted, they baked a new one the same day."


def test_an_ending_whose_words_change_is_in_doubt_until_they_are_back(scene: Scene) -> None:
    remote, one = scene.hear()
    _sent(scene, one)
    words = "@shop brought a new tart the same day. All sorted!"
    ending = scene.town.says("customer", words, in_reply_to_id=remote)
    collect.collect(scene.shop, scene.account)
    found = complaints.by_id(scene.shop.store, one)
    assert found
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    scene.clock.forward(days=8)
    scene.town.edits("customer", ending, "@shop thank you, and happy Sunday to you all!")
    assert lookout.look_due(scene.shop) == 1
    doubted = complaints.by_id(scene.shop.store, one)
    assert doubted and (doubted.stage, doubted.flag) == (Stage.FIXED, "wrote_again")
    assert _proof(scene, one).lost_at is None
    scene.clock.forward(hours=20)
    scene.town.edits("customer", ending, words)
    lookout.look(scene.shop, one)
    assert _stage(scene, one) is Stage.SHOWN
    assert scene.clock.now() - _proof(scene, one).checked_at < timedelta(seconds=1)


def test_who_writes_that_it_is_still_wrong_brings_a_shown_complaint_back(scene: Scene) -> None:
    remote, one = scene.hear()
    _sent(scene, one)
    scene.town.says("customer", "@shop all sorted now, thank you", in_reply_to_id=remote)
    collect.collect(scene.shop, scene.account)
    found = complaints.by_id(scene.shop.store, one)
    assert found
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    assert _stage(scene, one) is Stage.SHOWN
    words = "@shop no, the new one is raw again. Still not fixed, I want my money back."
    scene.town.says("customer", words, in_reply_to_id=remote)
    collect.collect(scene.shop, scene.account)
    back = complaints.by_id(scene.shop.store, one)
    assert back and (back.stage, back.flag) == (Stage.ANSWERED, "came_back")


def test_a_complaint_deleted_by_its_writer_is_taken_down_and_looks_open_to_nobody(scene: Scene) -> None:
    remote, one = scene.hear()
    _sent(scene, one)
    scene.town.takes_back("customer", remote)
    scene.clock.forward(hours=1)
    lookout.look(scene.shop, one)
    assert _stage(scene, one) is Stage.TAKEN_DOWN
    assert _sees(scene, one) is SightState.TAKEN_DOWN
    assert complaints.open_count(scene.shop.store) == 0


def _sent(scene: Scene, one: str, words: str = ANSWER, **more: Any) -> Reply:
    """Written, ten seconds later sent."""
    reply = counter.post(scene.shop, one, Writing.typed(words), **more)
    scene.clock.forward(seconds=11)
    deliver.deliver_due(scene.shop)
    found = outbox.by_id(scene.shop.store, reply.id)
    assert found
    return found


def _shown_by_their_edit(scene: Scene) -> tuple[str, str]:
    """(their post at the server, the conversation): they added how it ended, and Ines confirmed it."""
    remote, one = scene.hear()
    _sent(scene, one)
    scene.clock.forward(hours=1)
    scene.town.edits("customer", remote, SORTED)
    lookout.look(scene.shop, one)
    found = complaints.by_id(scene.shop.store, one)
    assert found
    counter.confirm_ending(
        scene.shop, one, kind=ProofKind.THEIR_EDIT, post_id=found.hint_post, words=found.hint_words
    )
    return remote, one


def _stage(scene: Scene, one: str) -> Stage:
    found = complaints.by_id(scene.shop.store, one)
    assert found
    return found.stage


def _sees(scene: Scene, one: str) -> SightState:
    return passerby.sees(scene.shop.store, one).state


def _proof(scene: Scene, one: str) -> Proof:
    found = complaints.proof(scene.shop.store, one)
    assert found
    return found


def _root(scene: Scene, one: str) -> Post:
    return next(post for post in posts.thread(scene.shop.store, one) if not post.is_ours)
