"""From a stranger's complaint to an ending everyone can see, and its deletion, against Bluesky's own servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop import (
    accounts,
    collect,
    complaints,
    connecting,
    counter,
    deliver,
    lookout,
    outbox,
    passerby,
    posts,
)
from desktop.clock import SetClock
from desktop.passerby import SightState
from desktop.records import AccountState, FixedHow, ProofKind, Reply, ReplyState, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.desktop.connectors.bluesky_town import Town, Wire
from tests.stories.corner_shop import patient_web

COMPLAINT = "@shop ordered the lemon tart for my mum's 70th, the middle was raw dough. Phoned twice, nobody."
ANSWER = "Carla, the raw middle was us: two trays went in together. I'll ring you today before four. Ines"


@dataclass
class Scene:
    """The shop, its account at the network (through the wire), and the people of the town."""

    shop: Shop
    town: Town
    wire: Wire
    clock: SetClock
    account: str

    def check(self) -> None:
        result = collect.collect(self.shop, self.account)
        assert result.trouble is None, result.trouble

    def hear(self, words: str = COMPLAINT, parent: str = "") -> tuple[str, str]:
        """Carla writes; checked until it is here: (the post's address, the conversation here)."""
        uri = self.town.carla.says(words, parent)

        def is_here() -> str | None:
            self.check()
            return posts.conversation_of(self.shop.store, self.account, uri)

        self.town.wait(is_here)
        conversation = is_here()
        assert conversation
        return uri, conversation

    def answer(self, conversation: str) -> Reply:
        """Written, ten seconds later sent, and looked at until the network shows it."""
        reply = counter.post(self.shop, conversation, Writing.typed(ANSWER))
        self.clock.forward(seconds=11)
        deliver.deliver_due(self.shop)
        found = outbox.by_id(self.shop.store, reply.id)
        assert found
        return found

    def looks(self, conversation: str) -> SightState:
        lookout.look(self.shop, conversation)
        return passerby.sees(self.shop.store, conversation).state

    def stage(self, conversation: str) -> Stage:
        found = complaints.by_id(self.shop.store, conversation)
        assert found
        return found.stage


@pytest.fixture
def scene(bluesky_server: dict[str, Any], tmp_path: Path) -> Iterator[Scene]:
    clock, vault = SetClock(datetime.now(UTC)), SessionVault()
    with patient_web() as web, Wire(bluesky_server) as wire:
        town = Town(bluesky_server, web)
        shop = Shop.open(tmp_path / "shop", clock=clock, vault=vault, web=patient_web)
        shop.found_with("Corner Shop", "Ines")
        fields = {"handle": town.shop.handle, "password": town.shop.password, "pds": wire.url}
        account = connecting.sign_in(shop, "bluesky", fields)
        yield Scene(shop, town, wire, clock, account.id)
        shop.close()


def test_from_complaint_to_ending_and_back_when_the_ending_goes(scene: Scene) -> None:
    first, one = scene.hear()
    assert scene.stage(one) is Stage.NO_ANSWER
    reply = scene.answer(one)
    assert reply.state is ReplyState.POSTED
    assert scene.town.our_answers(first) == [ANSWER]
    scene.town.wait(lambda: scene.looks(one) is SightState.ANSWERED)

    counter.mark_fixed(scene.shop, one, FixedHow.DONE_AND_RECEIVED, "")
    ending, same = scene.hear("@shop brought a new tart the same day. All sorted!", reply.remote_id)
    assert same == one
    found = complaints.by_id(scene.shop.store, one)
    assert found and found.hint_words.endswith("All sorted!")
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    assert scene.looks(one) is SightState.SHOWN_THEY_SAID

    scene.town.carla.takes_back(ending)
    scene.town.wait_until_gone(ending)
    scene.clock.forward(days=8)
    assert lookout.look_due(scene.shop, 100, per_host=100)
    assert scene.stage(one) is Stage.SHOWN, "one look is not enough"
    scene.clock.forward(days=1, minutes=1)
    assert lookout.look_due(scene.shop, 100, per_host=100)
    assert scene.stage(one) is Stage.FIXED
    assert scene.looks(one) is SightState.FIXED


def test_a_reply_whose_answer_was_lost_is_on_the_page_once(scene: Scene) -> None:
    first, one = scene.hear()
    scene.wire.lose()
    assert scene.answer(one).state is ReplyState.POSTED
    assert scene.wire.arrived.is_set()
    scene.clock.forward(hours=1)
    assert deliver.deliver_due(scene.shop) == ()
    assert scene.town.our_answers(first) == [ANSWER]


def test_a_complaint_that_is_deleted_is_taken_down_and_not_answered(scene: Scene) -> None:
    first, one = scene.hear()
    reply = counter.post(scene.shop, one, Writing.typed(ANSWER))
    scene.town.carla.takes_back(first)
    scene.town.wait_until_gone(first)
    scene.clock.forward(seconds=11)
    deliver.deliver_due(scene.shop)
    kept = outbox.by_id(scene.shop.store, reply.id)
    assert kept and kept.state is ReplyState.REFUSED
    assert kept.trouble == "Carla Customer’s post isn’t there any more. Your reply is kept here."
    assert scene.town.our_answers(first) == []
    lookout.look(scene.shop, one)
    assert scene.stage(one) is Stage.TAKEN_DOWN


def test_an_answer_that_the_writer_hid_does_not_count_as_showing(scene: Scene) -> None:
    first, one = scene.hear()
    reply = scene.answer(one)
    scene.town.wait(lambda: scene.looks(one) is SightState.ANSWERED)
    scene.town.carla.closes(first, hidden=(reply.remote_id,))
    scene.town.wait(lambda: scene.looks(one) is not SightState.ANSWERED)
    assert scene.stage(one) is Stage.NO_ANSWER


def test_an_answer_typed_on_a_phone_is_known(scene: Scene) -> None:
    first, one = scene.hear()
    scene.town.shop.says("Carla, I'm on it. Tom", first)
    scene.town.wait(lambda: scene.looks(one) is SightState.ANSWERED)
    scene.check()
    assert [post.text for post in posts.thread(scene.shop.store, one) if post.is_ours] == [
        "Carla, I'm on it. Tom"
    ]


def test_a_session_that_ended_asks_for_a_sign_in_and_keeps_the_reply(scene: Scene) -> None:
    first, one = scene.hear()
    scene.shop.vault.save(scene.account, {"access": "x.y.z", "refresh": "x.y.z"})
    assert scene.answer(one).state is ReplyState.WAITING
    account = accounts.by_id(scene.shop.store, scene.account)
    assert account and account.state is AccountState.NEEDS_LOGIN
    assert account.trouble == "Bluesky signed us out."
    assert scene.town.our_answers(first) == []
