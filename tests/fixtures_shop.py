"""A real shop in a temporary folder, with one pretend place and a clock that stands where it is put."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, cast

import pytest

from desktop import accounts, collect, conversations, counter, deliver, outbox, posts
from desktop.clock import SetClock
from desktop.pins import Cost, Locksmith
from desktop.practice import scenario
from desktop.practice.world import World
from desktop.records import Account, Channel, Post, Reply
from desktop.searching import Asking, find, parse
from desktop.shop import Shop
from desktop.store import Store
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing

SATURDAY = datetime(2025, 6, 14, 10, 0, tzinfo=timezone(timedelta(hours=1)))
STORY: dict[str, Any] = {
    "shop": "Corner Shop",
    "currency": "€",
    "zone_hours": 1,
    "now": "2025-06-14 10:00",
    "seed": "corner",
    "hours": {day: ["07:00", "16:00"] for day in ("tue", "wed", "thu", "fri", "sat", "sun")},
    "closures": [],
    "people": [],
    "facts": [],
    "places": [
        {
            "key": "facebook",
            "name": "cornershop",
            "handle": "cornershop",
            "shows_after_s": 0,
            "is_private_too": True,
        },
        {
            "key": "google",
            "name": "cornershop",
            "handle": "cornershop",
            "shows_after_s": 240,
            "is_private_too": False,
        },
    ],
    "stories": [],
}


@dataclass
class Counter:
    """A shop, the pretend world it listens to, and short cuts for what tests do all the time."""

    shop: Shop
    world: World
    clock: SetClock
    place: str = "facebook"

    @property
    def account(self) -> Account:
        found = [a for a in accounts.all(self.shop.store) if a.platform == f"practice.{self.place}"]
        return found[0]

    def collect(self) -> collect.Collected:
        result = collect.collect(self.shop, self.account.id)
        assert result.trouble is None, result.trouble
        return result

    def hear(self, text: str, who: str = "Marta K.", **more: Any) -> str:
        """Somebody writes, we collect; returns the conversation's id."""
        remote = self.world.post_as(self.place, who, text, **more)
        self.collect()
        return self.conversation_of(remote)

    def conversation_of(self, remote: str) -> str:
        from desktop import posts

        found = posts.conversation_of(self.shop.store, self.account.id, remote)
        assert found
        return found

    def root(self, conversation: str) -> str:
        from desktop import posts

        one = conversations.by_id(self.shop.store, conversation)
        assert one
        post = posts.by_id(self.shop.store, one.root_post)
        assert post
        return post.remote_id

    def answer(self, conversation: str, text: str, channel: Channel = Channel.PUBLIC, **more: Any) -> Reply:
        """Writes, waits for the undo window to end, delivers; returns the reply as it is then."""
        reply = counter.post(self.shop, conversation, Writing.typed(text), channel=channel, **more)
        self.clock.forward(seconds=11)
        deliver.deliver_due(self.shop)
        now_is = outbox.by_id(self.shop.store, reply.id)
        assert now_is
        return now_is

    def ours_on_the_page(self, conversation: str) -> list[str]:
        """Texts of our public posts that a stranger sees there."""
        seen = self.world.seen_by_a_stranger(self.place, self.root(conversation))
        return [said.text for said in seen if said.is_ours]


def posts_with(store: Store, typed: str, limit: int = 50) -> list[Post]:
    """The posts that a search finds, one of each conversation."""
    got = find(store, parse(typed), Asking(SetClock(SATURDAY)), limit)
    wanted = [store.value("select id from posts where rid = ?", (hit,)) for hit in got.hits]
    return [post for one in wanted if (post := posts.by_id(store, one))]


def open_counter(folder: Path, clock: SetClock | None = None, world: World | None = None) -> Counter:
    """Opens (or opens again) the corner shop in a folder."""
    clock = clock or SetClock(SATURDAY, SATURDAY.tzinfo)
    folder.mkdir(parents=True, exist_ok=True)
    if world is None:
        (folder / "corner.json").write_text(json.dumps(STORY), "utf-8")
        world = World(scenario.load(folder / "corner.json"), clock)
    cheap = Locksmith(Cost(1, 8, 1))
    shop = Shop.open(
        folder, clock=clock, vault=SessionVault(), web=lambda: cast(Web, world), locksmith=cheap
    )
    if not shop.name:
        shop.found_with("Corner Shop", "Ines")
        with shop.store.writing():
            for place in ("facebook", "google"):
                accounts.add(
                    shop.store,
                    Account(
                        f"acc-{place}",
                        f"practice.{place}",
                        "cornershop",
                        "Corner Shop",
                        facts={"place": place},
                    ),
                    clock.now(),
                )
    return Counter(shop, world, clock)


def _delete_what_was_shown() -> None:
    """Pages go before their shop closes: a timer of theirs would find it closed, in the middle of another test."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def at_counter(tmp_path: Path) -> Iterator[Counter]:
    """A shop that is open, with Ines at the counter."""
    opened = open_counter(tmp_path / "shop")
    yield opened
    _delete_what_was_shown()
    opened.shop.close()
