"""YouTube through the whole shop: signed in, collected, answered once, and counted in units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import collect, complaints, connecting, counter, deliver, lookout, outbox, passerby, posts
from desktop.clock import SetClock
from desktop.connectors.youtube import YouTube
from desktop.connectors.youtube_quota import Quota
from desktop.pace import Pace
from desktop.passerby import SightState
from desktop.records import Account, Channel, Reply, ReplyState, Stage
from desktop.shop import Shop
from desktop.spending import Spending
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.youtube_stand_in import FIRST, YouTubeStandIn
from tests.desktop.little_server import LittleServer, Says

RAW = "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again."
SORRY = "That was ours, Marta. I'm baking you another today. Ines"


@dataclass
class At:
    """A shop with one YouTube account at a stand-in."""

    shop: Shop
    clock: SetClock
    tube: YouTubeStandIn
    server: LittleServer
    account: Account

    def hear(self, words: str) -> str:
        key = self.tube.write(words)
        self.clock.forward(minutes=5)
        result = collect.collect(self.shop, self.account.id)
        assert result.trouble is None, result.trouble
        found = posts.conversation_of(self.shop.store, self.account.id, key)
        assert found
        return found

    def answer(self, conversation: str) -> Reply:
        reply = counter.post(self.shop, conversation, Writing.typed(SORRY), channel=Channel.PUBLIC)
        self.clock.forward(seconds=11)
        self.tube.now = self.clock.now()
        deliver.deliver_due(self.shop)
        found = outbox.by_id(self.shop.store, reply.id)
        assert found
        return found

    def stands(self, conversation: str) -> tuple[Stage, SightState]:
        complaint = complaints.by_id(self.shop.store, conversation)
        assert complaint
        return complaint.stage, passerby.sees(self.shop.store, conversation).state


def _web() -> Web:
    return Web(connect_s=2, read_s=0.5, pace=Pace())


@pytest.fixture
def at(tmp_path: Path) -> Iterator[At]:
    tube, clock = YouTubeStandIn(), SetClock(FIRST, UTC)
    shop = Shop.open(tmp_path / "shop", clock=clock, vault=SessionVault(), web=_web)
    shop.found_with("Quay Bakery", "Ines")
    with LittleServer() as server:
        server.answer = tube
        fields = {"client_id": "client-id-1", "client_secret": "client-secret-1", "refresh": "refresh-1"}
        signed = YouTube.sign_in({**fields, "base": server.url}, _web())
        yield At(shop, clock, tube, server, connecting.finish(shop, "youtube", signed))
        shop.close()


def test_a_comment_is_answered_and_shows(at: At) -> None:
    one = at.hear(RAW)
    assert at.stands(one) == (Stage.NO_ANSWER, SightState.NO_ANSWER)
    assert at.answer(one).state is ReplyState.POSTED
    assert at.stands(one) == (Stage.ANSWERED, SightState.ANSWERED)


def test_a_reply_that_youtube_holds_back_does_not_count(at: At) -> None:
    one = at.hear(RAW)
    at.tube.new_state = "heldForReview"
    reply = at.answer(one)
    assert at.stands(one) == (Stage.NO_ANSWER, SightState.PENDING)
    at.tube.states[reply.remote_id] = "published"
    at.clock.forward(hours=2)
    assert lookout.look_due(at.shop) == 1
    assert at.stands(one) == (Stage.ANSWERED, SightState.ANSWERED)


@pytest.mark.parametrize("cut", [Says(cut=True), Says(b"<html>"), Says({}, 502)])
def test_a_reply_whose_answer_never_came_is_found_and_posted_once(at: At, cut: Says) -> None:
    one = at.hear(RAW)
    at.tube.after["POST", "/comments"] = cut
    assert at.answer(one).state is ReplyState.POSTED
    assert sum(asked.method == "POST" and asked.path.endswith("comments") for asked in at.server.asked) == 1
    at.tube.after.clear()
    collect.collect(at.shop, at.account.id)
    assert sum(post.is_ours for post in posts.thread(at.shop.store, one)) == 1


def test_units_are_kept_with_the_shop_and_near_their_end_only_replies_go(at: At) -> None:
    one = at.hear(RAW)
    meter = Spending(at.shop.store, at.account.id)
    assert Quota(meter).used() == 1
    used = 10_000 - 600 - 1
    meter.add("units", used, datetime.now(UTC).astimezone(Quota(meter)._zone).date())
    trouble = collect.collect(at.shop, at.account.id).trouble
    assert str(trouble) == "YouTube allows only so much a day. What is left of today's is kept for your replies."
    assert at.answer(one).state is ReplyState.POSTED
    assert at.stands(one) == (Stage.NO_ANSWER, SightState.PENDING)  # looked at tomorrow
