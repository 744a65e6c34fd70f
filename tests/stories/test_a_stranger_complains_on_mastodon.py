"""From a stranger's complaint to an ending everyone can see, and back, over HTTP against a Mastodon server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop import (
    collect,
    complaints,
    connecting,
    counter,
    deliver,
    inbox,
    lookout,
    outbox,
    passerby,
    posts,
)
from desktop.clock import SetClock
from desktop.pace import Pace
from desktop.passerby import SightState
from desktop.records import FixedHow, ProofKind, ReplyState, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.test_mastodon_live import Town
from tests.stories.cutting_proxy import CuttingProxy

ROOT = Path(__file__).resolve().parents[2]
COMPLAINT = "@shop ordered the lemon tart for my mum's 70th, the middle was raw dough. Phoned twice, nobody picked up."
ANSWER = "Carla, the raw middle was us: two trays went in together. I'll ring you today before four. Ines"


def patient_web() -> Web:
    """A web that doesn't remember, from one job to the next, that a server asked it to wait."""
    return Web(pace=Pace())


@dataclass
class Scene:
    """The shop, its account at the server (through the proxy), and the people of the town."""

    folder: Path
    shop: Shop
    town: Town
    proxy: CuttingProxy
    clock: SetClock
    vault: SessionVault
    account: str

    def reopen(self) -> None:
        self.shop = Shop.open(self.folder, clock=self.clock, vault=self.vault, web=patient_web)

    def hear(self, words: str = COMPLAINT, **more: str) -> tuple[str, str]:
        """Carla writes, one collect: (the post at the server, the conversation here)."""
        remote = self.town.says("customer", words, **more)
        result = collect.collect(self.shop, self.account)
        assert result.trouble is None, result.trouble
        conversation = posts.conversation_of(self.shop.store, self.account, remote)
        assert conversation
        return remote, conversation

    def answers_at_the_server(self, remote: str) -> list[str]:
        url = f"{self.town.url}/api/v1/statuses/{remote}/context"
        context = self.town.web.get_json(url, headers=self.town._as("customer")).data
        return [status["id"] for status in context["descendants"] if status["account"]["acct"] == "shop"]


@pytest.fixture
def scene(mastodon_server: dict[str, Any], tmp_path: Path) -> Iterator[Scene]:
    clock, vault = SetClock(datetime.now(UTC)), SessionVault()
    with Web() as web, CuttingProxy(mastodon_server["url"]) as proxy:
        town = Town(mastodon_server, web)
        town.empty()
        shop = Shop.open(tmp_path / "shop", clock=clock, vault=vault, web=patient_web)
        shop.found_with("Corner Shop", "Ines")
        fields = {"server": proxy.url, "token": town.tokens["shop"]}
        account = connecting.sign_in(shop, "mastodon", fields)
        scene = Scene(tmp_path / "shop", shop, town, proxy, clock, vault, account.id)
        yield scene
        scene.shop.close()
        town.empty()


def test_from_complaint_to_ending_and_back_when_the_ending_goes(scene: Scene) -> None:
    remote, one = scene.hear()
    assert _stage(scene, one) is Stage.NO_ANSWER
    reply = _answer(scene, one)
    assert reply.state is ReplyState.POSTED
    assert len(scene.answers_at_the_server(remote)) == 1
    assert _sees(scene, one) is SightState.ANSWERED

    told = scene.town.says(
        "customer", "@shop all sorted now, thank you", in_reply_to_id=remote, visibility="direct"
    )
    collect.collect(scene.shop, scene.account)
    message = next(p for p in posts.thread(scene.shop.store, one) if p.remote_id == told)
    assert not message.is_public
    counter.mark_fixed(scene.shop, one, FixedHow.THEY_TOLD_US, message.id)
    assert _sees(scene, one) is SightState.FIXED

    ending = scene.town.says(
        "customer", "@shop brought a new tart the same day. All sorted!", in_reply_to_id=remote
    )
    collect.collect(scene.shop, scene.account)
    found = complaints.by_id(scene.shop.store, one)
    assert found and found.hint_words.endswith("All sorted!")
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    assert _sees(scene, one) is SightState.SHOWN_THEY_SAID

    scene.town.takes_back("customer", ending)
    scene.clock.forward(days=8)
    assert lookout.look_due(scene.shop) == 1
    assert _stage(scene, one) is Stage.SHOWN, "one look is not enough"
    scene.clock.forward(days=1, minutes=1)
    assert lookout.look_due(scene.shop) == 1
    lost = complaints.by_id(scene.shop.store, one)
    assert lost and (lost.stage, lost.flag) == (Stage.FIXED, "proof_gone")
    assert _sees(scene, one) is SightState.FIXED


def test_the_saved_copy_of_a_proof_reads_with_no_server(scene: Scene) -> None:
    remote, one = scene.hear()
    scene.town.says("customer", "@shop all sorted now, thank you", in_reply_to_id=remote)
    collect.collect(scene.shop, scene.account)
    found = complaints.by_id(scene.shop.store, one)
    assert found
    counter.confirm_ending(scene.shop, one, kind=ProofKind.THEIR_REPLY, post_id=found.hint_post)
    scene.shop.close()
    offline = Shop.open(scene.folder, clock=scene.clock, vault=scene.vault, web=lambda: Web(offline=True))
    proof = complaints.proof(offline.store, one)
    assert proof and proof.words.endswith("all sorted now, thank you")
    assert [line.is_ending for line in passerby.preview(offline.store, one)] == [False, True]
    offline.close()
    scene.reopen()


def test_a_reply_whose_answer_was_lost_is_on_the_page_once(scene: Scene) -> None:
    remote, one = scene.hear()
    scene.proxy.lose()
    assert _answer(scene, one).state is ReplyState.POSTED
    assert scene.proxy.arrived.is_set()
    scene.clock.forward(hours=1)
    assert deliver.deliver_due(scene.shop) == ()
    assert len(scene.answers_at_the_server(remote)) == 1


SENDER = """
import sys
from datetime import datetime
from pathlib import Path
from desktop import deliver
from desktop.clock import SetClock
from desktop.shop import Shop
from desktop.vault import SessionVault

folder, now, account, token = sys.argv[1:]
vault = SessionVault()
vault.save(account, {"token": token})
shop = Shop.open(Path(folder), clock=SetClock(datetime.fromisoformat(now)), vault=vault)
send = deliver.arrived
def killed_here(*_):
    print("left", flush=True)
    sys.stdin.read()
deliver.arrived = killed_here   # the answer has come, nothing about it is stored yet
print("sending", flush=True)
deliver.deliver_due(shop)
"""


def test_a_kill_in_the_middle_of_sending_posts_once(scene: Scene) -> None:
    remote, one = scene.hear()
    reply = counter.post(scene.shop, one, Writing.typed(ANSWER))
    scene.clock.forward(seconds=11)
    scene.shop.close()
    args = [str(scene.folder), scene.clock.now().isoformat(), scene.account, scene.town.tokens["shop"]]
    with subprocess.Popen(
        [sys.executable, "-c", SENDER, *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    ) as sender:
        assert sender.stdout
        assert [sender.stdout.readline(), sender.stdout.readline()] == ["sending\n", "left\n"]
        sender.kill()
    scene.reopen()
    kept = outbox.by_id(scene.shop.store, reply.id)
    assert kept and kept.state is ReplyState.UNSURE
    assert deliver.deliver_due(scene.shop) == (), "an unsure reply is never sent by itself"
    assert deliver.look_for_unsure(scene.shop) == 1
    assert len(scene.answers_at_the_server(remote)) == 1
    assert _sees(scene, one) is SightState.ANSWERED


def test_what_was_missed_while_the_server_asked_us_to_wait_comes_later(scene: Scene) -> None:
    scene.town.breaks("/api/v1/notifications", "ratelimit")
    remote = scene.town.says("customer", COMPLAINT)
    first = collect.collect(scene.shop, scene.account)
    assert first.trouble is not None
    assert inbox.badge(scene.shop.store) == 0
    second = collect.collect(scene.shop, scene.account)
    assert second.trouble is None
    assert posts.conversation_of(scene.shop.store, scene.account, remote)


def _answer(scene: Scene, conversation: str) -> Any:
    reply = counter.post(scene.shop, conversation, Writing.typed(ANSWER))
    scene.clock.forward(seconds=11)
    deliver.deliver_due(scene.shop)
    return outbox.by_id(scene.shop.store, reply.id)


def _stage(scene: Scene, conversation: str) -> Stage:
    found = complaints.by_id(scene.shop.store, conversation)
    assert found
    return found.stage


def _sees(scene: Scene, conversation: str) -> SightState:
    return passerby.sees(scene.shop.store, conversation).state
