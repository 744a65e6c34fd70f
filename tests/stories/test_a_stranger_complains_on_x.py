"""From a mention on X to an answer that went once, over HTTP against a small X: also when the line is cut."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import (
    accounts,
    collect,
    complaints,
    connecting,
    conversations,
    counter,
    deliver,
    lookout,
    outbox,
    posts,
)
from desktop.clock import SetClock
from desktop.connectors import SignedIn
from desktop.errors import SlowDown
from desktop.looks import PageSight
from desktop.pace import Pace
from desktop.records import ReplyState, Stage
from desktop.shop import Shop
from desktop.spending import Spending
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.x_town import Town, keys, problem
from tests.desktop.little_server import LittleServer, Says
from tests.stories.cutting_proxy import CuttingProxy
from ui.conversation import facts

COMPLAINT = "@shop ordered the lemon tart for my mum's 70th, the middle was raw dough. Nobody picked up the phone."
ANSWER = "Carla, the raw middle was us: two trays went in together. I'll ring you today before four. Ines"


@dataclass
class Scene:
    folder: Path
    shop: Shop
    town: Town
    proxy: CuttingProxy
    clock: SetClock
    account: str

    def hear(self, words: str = COMPLAINT) -> tuple[str, str]:
        """Carla writes, one collect: (the post at X, the conversation here)."""
        remote = self.town.says("carla", words)
        result = collect.collect(self.shop, self.account)
        assert result.trouble is None, result.trouble
        conversation = posts.conversation_of(self.shop.store, self.account, remote)
        assert conversation
        return remote, conversation

    def answer(self, conversation: str, words: str = ANSWER) -> ReplyState:
        reply = counter.post(self.shop, conversation, Writing.typed(words))
        self.clock.forward(seconds=11)
        deliver.deliver_due(self.shop)
        now_is = outbox.by_id(self.shop.store, reply.id)
        assert now_is
        return now_is.state

    def ours(self) -> list[str]:
        return [post["text"] for post in self.town.posts.values() if post["author_id"] == "1"]

    def spent(self) -> float:
        day = datetime.now(UTC).date().replace(day=1)
        return Spending(self.shop.store, self.account).used("USD", day)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    clock = SetClock(datetime.now(UTC))
    with LittleServer(Says()) as server, CuttingProxy(server.url) as proxy:
        town = Town(server)
        shop = Shop.open(
            tmp_path / "shop", clock=clock, vault=SessionVault(), web=lambda: Web(read_s=2, pace=Pace())
        )
        shop.found_with("Corner Shop", "Ines")
        facts = {"base": proxy.url, "client_id": "client-of-the-shop"}
        signed = SignedIn("@shop", "Corner Shop", "1", facts=facts, secrets=keys(town))
        account = connecting.finish(shop, "x", signed)
        yield Scene(tmp_path / "shop", shop, town, proxy, clock, account.id)
        shop.close()


def test_a_complaint_is_heard_and_answered_once(scene: Scene) -> None:
    remote, conversation = scene.hear()
    one = conversations.by_id(scene.shop.store, conversation)
    assert one and (one.author_name, one.is_public) == ("Carla M.", True)
    assert scene.answer(conversation) is ReplyState.POSTED
    assert scene.ours() == [f"@carla {ANSWER}"]
    collect.collect(scene.shop, scene.account)
    thread = posts.thread(scene.shop.store, conversation)
    assert [post.text for post in thread] == [COMPLAINT, ANSWER]
    assert posts.versions(scene.shop.store, thread[1].id) == ()
    lookout.look(scene.shop, conversation)
    assert scene.town.says("carla", "Thank you, sorted!", thread[1].remote_id)
    collect.collect(scene.shop, scene.account)
    assert posts.thread(scene.shop.store, conversation)[-1].text == "Thank you, sorted!"
    assert scene.spent() > 0.01
    assert remote in scene.town.posts


def test_an_answer_whose_receipt_was_lost_is_found_and_not_sent_again(scene: Scene) -> None:
    _, conversation = scene.hear()
    scene.proxy.lose(1)
    assert scene.answer(conversation, f"{ANSWER} See corner.shop/sorry & more") is ReplyState.POSTED
    assert len(scene.ours()) == 1


def test_an_answer_that_can_be_found_nowhere_stays_in_doubt(scene: Scene) -> None:
    _, conversation = scene.hear()
    scene.town.before = lambda asked: Says(cut=True) if asked.method == "POST" else None
    assert scene.answer(conversation) is ReplyState.UNSURE
    scene.town.before = lambda asked: None
    deliver.deliver_due(scene.shop)
    assert deliver.look_for_unsure(scene.shop) == 0
    assert scene.ours() == []


def test_without_credits_a_reply_waits_and_the_account_says_why(scene: Scene) -> None:
    _, conversation = scene.hear()
    scene.town.before = lambda asked: problem(402)
    assert scene.answer(conversation) is ReplyState.WAITING
    account = accounts.by_id(scene.shop.store, scene.account)
    assert account and account.trouble.startswith("X says the prepaid credits are used up.")
    assert account.retry_at and not collect.is_due(account, scene.clock.now())
    scene.town.before = lambda asked: None
    scene.clock.forward(hours=6, seconds=1)
    assert collect.is_due(account, scene.clock.now())
    deliver.deliver_due(scene.shop)
    assert scene.ours() == [f"@carla {ANSWER}"]


def test_at_the_limit_fetching_rests_and_an_answer_still_goes_out(scene: Scene) -> None:
    _, conversation = scene.hear()
    connecting.set_ceiling(scene.shop, scene.account, "0.50")
    Spending(scene.shop.store, scene.account).add("USD", 0.5, datetime.now(UTC).date())
    result = collect.collect(scene.shop, scene.account)
    assert str(result.trouble).startswith("This month's limit of $0.50 for X is used up.")
    assert scene.answer(conversation) is ReplyState.POSTED
    connecting.set_ceiling(scene.shop, scene.account, "5")
    assert collect.collect(scene.shop, scene.account).trouble is None


def test_whoever_writes_is_told_what_a_link_costs_and_that_the_limit_is_used_up(scene: Scene) -> None:
    _, conversation = scene.hear()
    connecting.set_ceiling(scene.shop, scene.account, "0.50")
    Spending(scene.shop.store, scene.account).add("USD", 0.5, scene.clock.now().astimezone(UTC).date())
    with ThreadPoolExecutor(1) as worker:  # read there, asked at every key here
        known = worker.submit(facts.read, scene.shop, conversation).result(20)
    assert known is not None and known.route.from_here
    said = known.context.warning("We're sorry: corner.shop/sorry")
    assert "X charges $0.20 for this answer in place of $0.01." in said
    assert "This month's limit of $0.50 for X is used up" in said
    assert known.context.count("corner.shop/sorry") == 23


def test_who_did_not_call_us_is_answered_with_copy_and_open(scene: Scene) -> None:
    account = accounts.by_id(scene.shop.store, scene.account)
    assert account
    with scene.shop.store.writing():
        accounts.set_facts(scene.shop.store, account.id, {**account.facts, "search": "Corner Shop"})
    remote = scene.town.says("theo", "The Corner Shop sold me a raw tart, never again")
    collect.collect(scene.shop, scene.account)
    conversation = posts.conversation_of(scene.shop.store, scene.account, remote)
    assert conversation
    known = facts.read(scene.shop, conversation)
    assert known is not None
    assert not known.route.from_here
    assert known.route.why == "X lets an app answer only people who named you or quoted you."
    assert known.route.url == f"https://x.com/intent/post?in_reply_to={remote}"
    assert (known.context.can_post, known.context.can_open) == (False, True)
    assert known.context.warning("See corner.shop") == known.route.why


def test_a_complaint_that_is_taken_down_before_the_answer_goes_keeps_the_answer_here(scene: Scene) -> None:
    remote, conversation = scene.hear()
    scene.town.takes_back(remote)
    assert scene.answer(conversation) is ReplyState.REFUSED
    assert scene.ours() == []


def test_a_complaint_that_its_writer_takes_down_is_noticed_without_a_signed_out_look(scene: Scene) -> None:
    remote, conversation = scene.hear()
    assert scene.answer(conversation) is ReplyState.POSTED
    look = lookout.look(scene.shop, conversation)
    assert look and look.sight is PageSight.UNKNOWN
    scene.town.takes_back(remote)
    look = lookout.look(scene.shop, conversation)
    assert look and look.sight is PageSight.GONE
    complaint = complaints.by_id(scene.shop.store, conversation)
    assert complaint and complaint.stage is Stage.TAKEN_DOWN


def test_at_the_limit_nothing_is_looked_up_either(scene: Scene) -> None:
    _, conversation = scene.hear()
    connecting.set_ceiling(scene.shop, scene.account, "0")
    asked = len(scene.town.server.asked)
    with pytest.raises(SlowDown):
        lookout.look(scene.shop, conversation)
    assert len(scene.town.server.asked) == asked


def test_no_key_gets_into_the_shops_folder(scene: Scene) -> None:
    _, conversation = scene.hear()
    scene.town.access = "another-canary"
    scene.answer(conversation)
    scene.town.before = lambda asked: Says({"detail": asked.headers.get("authorization", "canary")}, 403)
    collect.collect(scene.shop, scene.account)
    for path in scene.folder.rglob("*"):
        if path.is_file():
            assert b"canary" not in path.read_bytes(), path
