"""A shop with an account at a little Facebook, Instagram or Threads, and short cuts for what tests do there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop import collect, complaints, connecting, counter, deliver, lookout, outbox, passerby, posts
from desktop.clock import SetClock
from desktop.connectors import connector_class
from desktop.pace import Pace
from desktop.passerby import SightState
from desktop.records import Reply, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.little_graph import TOKEN, LittleGraph
from tests.desktop.connectors.little_meta import LittleFacebook, LittleInstagram, LittleThreads
from tests.desktop.little_server import Asked, LittleServer

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
