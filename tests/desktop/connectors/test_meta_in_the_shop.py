"""Facebook, Instagram and Threads through the whole shop: signed in, collected, answered once, looked at, hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from desktop.connectors import connector_class
from desktop.pace import Pace
from desktop.passerby import SightState
from desktop.records import AccountState, Reply, ReplyState, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.little_graph import TOKEN, LittleGraph, error
from tests.desktop.connectors.little_meta import LittleFacebook, LittleInstagram, LittleThreads
from tests.desktop.little_server import Asked, LittleServer, Says

RAW = "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again."
SORRY = "That was ours, Marta. Ring the shop and I'm baking you another today. Ines"


class Place:
    """One of the three: how somebody complains there, and what of ours stands under it."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.graph: Any = {"facebook": LittleFacebook, "instagram": LittleInstagram, "threads": LittleThreads}[key]()
        self.ours: list[str] = []

    def base(self, url: str) -> str:
        return url if self.key == "threads" else f"{url}/v25.0"

    def complain(self, words: str) -> str:
        if not self.ours:
            shows = {"facebook": "post", "instagram": "media", "threads": "thread"}[self.key]
            self.ours.append(getattr(self.graph, shows)("Rye is back."))
        return str(getattr(self.graph, "reply" if self.key == "threads" else "comment")(self.ours[0], words))

    def say(self, above: str, words: str, who: str) -> str:
        return str(getattr(self.graph, "reply" if self.key == "threads" else "comment")(above, words, who))

    def answers(self, above: str) -> list[str]:
        edge = "comments" if self.key == "facebook" else "replies"
        text = "message" if self.key == "facebook" else "text"
        return [self.graph.objects[one][text] for one in self.graph.edges[above, edge]]

    def posts_a_reply(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path.rpartition("/")[2] in ("comments", "replies", "threads_publish")


class Counter:
    """A shop with one account at a little place, and short cuts."""

    def __init__(self, folder: Path, key: str) -> None:
        self.place, self.folder = Place(key), folder
        self.graph: LittleGraph = self.place.graph
        self.server = LittleServer()
        self.server.answer = self.graph
        self.clock = SetClock(self.graph.now)
        self.shop = Shop.open(folder, clock=self.clock, vault=SessionVault(), web=self._web)
        self.shop.found_with("Corner Bakery", "Ines")

    @staticmethod
    def _web() -> Web:
        return Web(connect_s=2, read_s=0.5, pace=Pace())

    def connect(self) -> None:
        fields = {"token": TOKEN, "base": self.place.base(self.server.url)}
        signed = connector_class(self.place.key).sign_in(fields, self.shop.web())
        self.account = connecting.finish(self.shop, self.place.key, signed)

    def collect(self) -> None:
        result = collect.collect(self.shop, self.account.id)
        assert result.trouble is None, result.trouble

    def hear(self, words: str = RAW) -> tuple[str, str]:
        """Somebody complains, we collect; (the conversation, the post's id there)."""
        remote_id = self.place.complain(words)
        self.collect()
        conversation = posts.conversation_of(self.shop.store, self.account.id, remote_id)
        assert conversation
        return conversation, remote_id

    def answer(self, conversation: str, text: str = SORRY) -> Reply:
        reply = counter.post(self.shop, conversation, Writing.typed(text))
        return self.deliver(reply.id)

    def deliver(self, reply: str) -> Reply:
        self.clock.forward(seconds=11)
        self.graph.now = self.clock.now()
        deliver.deliver_due(self.shop)
        found = outbox.by_id(self.shop.store, reply)
        assert found
        return found

    def stands(self, conversation: str) -> tuple[Stage, SightState]:
        complaint = complaints.by_id(self.shop.store, conversation)
        assert complaint
        return complaint.stage, passerby.sees(self.shop.store, conversation).state

    def later(self) -> None:
        self.clock.forward(days=2)
        self.graph.now = self.clock.now()
        lookout.look_due(self.shop)


@pytest.fixture(params=["facebook", "instagram", "threads"])
def at(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Counter]:
    at = Counter(tmp_path / "shop", request.param)
    with at.server:
        at.connect()
        yield at
        at.shop.close()


def test_a_complaint_is_answered_once_and_seen_to_be_answered(at: Counter) -> None:
    one, remote_id = at.hear()
    assert at.stands(one) == (Stage.NO_ANSWER, SightState.NO_ANSWER)
    reply = at.answer(one)
    assert reply.state is ReplyState.POSTED and reply.seen_at and at.place.answers(remote_id) == [SORRY]
    assert at.stands(one) == (Stage.ANSWERED, SightState.ANSWERED)
    known = len(posts.thread(at.shop.store, one))
    at.collect()
    at.collect()
    assert len(posts.thread(at.shop.store, one)) == known == 2
    at.place.say(remote_id, "Thank you, that was quick!", "Marta K." if at.place.key == "facebook" else "marta.k")
    at.collect()
    assert [p.text for p in posts.thread(at.shop.store, one)][-1] == "Thank you, that was quick!"


@pytest.mark.parametrize("cut", [Says(cut=True), Says(b"<html>"), Says({}, 502)])
def test_a_reply_whose_answer_never_came_is_found_and_posted_once(at: Counter, cut: Says) -> None:
    one, remote_id = at.hear()
    at.graph.after = lambda asked: cut if at.place.posts_a_reply(asked) else None
    assert at.answer(one).state is ReplyState.POSTED
    assert at.place.answers(remote_id) == [SORRY]


def test_a_reply_that_never_got_there_waits_for_a_person_and_goes_once(at: Counter) -> None:
    one, remote_id = at.hear()
    at.graph.trouble = lambda asked: Says(cut=True) if at.place.posts_a_reply(asked) else None
    reply = at.answer(one)
    assert reply.state is ReplyState.UNSURE and at.place.answers(remote_id) == []
    at.graph.trouble = lambda _: None
    counter.it_isnt_send_it(at.shop, reply.id)
    assert at.deliver(reply.id).state is ReplyState.POSTED
    assert at.place.answers(remote_id) == [SORRY]


def test_what_was_deleted_there_leaves_the_board(at: Counter) -> None:
    one, remote_id = at.hear()
    at.hear("The rolls were burnt black on Sunday, nobody could eat them.")
    at.answer(one)
    at.graph.take_down(remote_id)
    at.collect()
    at.later()
    assert at.stands(one) == (Stage.TAKEN_DOWN, SightState.TAKEN_DOWN)


def test_an_answer_typed_there_is_known(at: Counter) -> None:
    one, remote_id = at.hear()
    at.place.say(remote_id, "So sorry, come by!", "" if at.place.key == "facebook" else "cornerbakery")
    at.collect()
    at.later()
    assert at.stands(one) == (Stage.ANSWERED, SightState.ANSWERED)


def test_signed_out_is_told_with_the_account_and_the_reply_is_kept(at: Counter) -> None:
    one, _ = at.hear()
    at.graph.trouble = lambda _: error(190, 460, 401)
    reply = at.answer(one)
    account = accounts.by_id(at.shop.store, at.account.id)
    assert account and account.state is AccountState.NEEDS_LOGIN
    assert account.trouble.endswith("signed us out: the password was changed.")
    assert reply.state is ReplyState.WAITING


def test_nothing_secret_stands_in_the_shops_folder(at: Counter) -> None:
    one, _ = at.hear()
    at.graph.after = lambda asked: error(2, status=500) if at.place.posts_a_reply(asked) else None
    at.answer(one)
    at.graph.trouble = lambda _: error(1)
    collect.collect(at.shop, at.account.id)
    kept = b"".join(path.read_bytes() for path in at.folder.rglob("*") if path.is_file())
    assert TOKEN.encode() not in kept and b"canary" not in kept


Spoil = Callable[[Any], None]
SPOILT: list[Spoil] = [
    lambda item: item.update(created_time="yesterday", timestamp="yesterday"),
    lambda item: item.update(message=5, text=5),
    lambda item: item.update({"from": "Eve", "username": 5}),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_one_odd_comment_is_left_out_told_once_and_keeps_nobody_away(at: Counter, spoil: Spoil) -> None:
    odd = at.place.complain("Odd")
    fine = at.place.complain(RAW)
    spoil(at.graph.objects[odd])
    at.collect()
    assert posts.conversation_of(at.shop.store, at.account.id, fine)
    assert posts.conversation_of(at.shop.store, at.account.id, odd) is None
    told = connecting.gap(at.shop, at.account.id)
    assert told is not None and told[0].endswith("can’t be read and was left out.")
    at.clock.forward(hours=1)
    at.collect()
    assert connecting.gap(at.shop, at.account.id) == told
