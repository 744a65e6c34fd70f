"""The pretend places as a connector: the contract, and what the real ones do too."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from desktop import posts
from desktop.clock import SetClock
from desktop.connectors import Connector, connector_class
from desktop.connectors.practice import PracticeConnector
from desktop.errors import Refused
from desktop.practice import seed
from desktop.practice.world import World
from desktop.records import Account, Limit, Post, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.contract import ConnectorContract


@pytest.fixture(scope="module")
def told() -> Any:
    return seed.puddle_street()


@pytest.fixture
def world(told: Any) -> World:
    return World(told, SetClock(told.now_at, told.zone))


def account(place: str) -> Account:
    return Account(f"a-{place}", f"practice.{place}", "puddle", "Puddle Street Cycles", remote_id="puddle")


def at(world: World, place: str) -> PracticeConnector:
    return PracticeConnector(account(place), {}, world)  # type: ignore[arg-type]  # stands where the web stands


def everything(connector: Connector) -> list[RemotePost]:
    return [post for batch in connector.fetch({}) for post in batch.posts]


def as_stored(post: RemotePost, place: str, *, is_public: bool = True) -> Post:
    return Post(
        posts.post_id(account(place), post), f"a-{place}", f"practice.{place}", post.remote_id, "c", "author",
        post.author.name, post.author.handle, post.text, post.posted_at, post.is_ours, is_public, post.source,
    )  # fmt: skip


def test_in_another_shop_a_pretend_place_says_so() -> None:
    """As after a copy of the practice shop was opened as one’s own: the web stands where the pretend world was."""
    for ask in (everything, lambda one: one.still_there(("a",)), lambda one: one.thread("a")):
        with pytest.raises(Refused, match="pretend place"):
            ask(PracticeConnector(account("google"), {}, Web()))


class TestTheContract(ConnectorContract):
    connector: ClassVar[type[Connector]] = PracticeConnector


@pytest.mark.parametrize(
    ("place", "name", "tile", "limit"),
    [
        ("google", "Google", "G", Limit(4096, "bytes")),
        ("facebook", "Facebook", "f", Limit(8000)),
        ("instagram", "Instagram", "Ig", Limit(2200)),
        ("bluesky", "Bluesky", "Bs", Limit(300)),
    ],
)
def test_each_place_has_its_name_its_tile_and_its_limit(
    world: World, place: str, name: str, tile: str, limit: Limit
) -> None:
    assert connector_class(f"practice.{place}").place_facts(f"practice.{place}") == (name, tile)
    assert at(world, place).limit() == limit


@pytest.mark.parametrize(
    ("place", "has_messages"),
    [("google", False), ("facebook", True), ("instagram", True), ("bluesky", False)],
)
def test_a_pretend_place_has_private_messages_where_its_world_takes_them(
    world: World, place: str, has_messages: bool
) -> None:
    platform = f"practice.{place}"
    assert connector_class(platform).abilities(platform).private_messages is has_messages
    spec = next(spec for spec in world.scenario.places if spec.key == place)
    assert spec.is_private_too is has_messages


def test_google_counts_bytes_and_bluesky_what_reads_as_one_character(world: World) -> None:
    assert at(world, "google").count("crème €5") == 11
    assert at(world, "bluesky").count("👩‍🍳 crème") == 7
    assert at(world, "facebook").count("crème €5") == 8


def test_fetching_goes_on_where_it_stopped_page_by_page(world: World) -> None:
    connector = at(world, "google")
    batches = list(connector.fetch({}))
    assert batches
    assert list(connector.fetch(batches[-1].cursors)) == []
    first = {post.remote_id for post in batches[0].posts}
    rest = {post.remote_id for batch in connector.fetch(batches[0].cursors) for post in batch.posts}
    assert not first & rest


def test_a_place_tells_only_of_itself(world: World) -> None:
    assert {post.author.platform for post in everything(at(world, "bluesky"))} == {"practice.bluesky"}
    assert "Dana" not in {post.author.name for post in everything(at(world, "facebook"))}


def test_a_review_has_its_stars_and_a_message_is_private(world: World) -> None:
    dana = next(post for post in everything(at(world, "google")) if post.author.name == "Dana")
    bram = next(post for post in everything(at(world, "facebook")) if post.author.name == "Bram")
    assert (dana.stars, dana.source, dana.is_public) == (1, Source.REVIEW, True)
    assert (bram.stars, bram.source, bram.is_public) == (None, Source.MESSAGE, False)


def test_what_is_gone_is_told_by_its_id(world: World) -> None:
    connector = at(world, "google")
    cursors = list(connector.fetch({}))[-1].cursors
    world.drop(world.root_of("noor"))
    (batch,) = connector.fetch(cursors)
    assert batch.gone == (world.root_of("noor"),)
    assert batch.posts == ()


def test_a_reply_is_posted_once_read_back_and_seen_by_a_stranger(world: World) -> None:
    connector = at(world, "facebook")
    gus = next(post for post in everything(connector) if post.author.name == "Gus")
    sent = connector.reply(as_stored(gus, "facebook"), "The wrong key on the till. Sam", "key-1")
    again = connector.reply(as_stored(gus, "facebook"), "The wrong key on the till. Sam", "key-1")
    assert sent == again
    assert sent.is_ours
    assert [post.remote_id for post in connector.thread(gus.remote_id)] == [gus.remote_id, sent.remote_id]
    seen = connector.as_stranger(gus.remote_id)
    assert seen is not None
    assert seen.sees(sent.remote_id)


def test_an_answer_to_a_private_post_stays_private(world: World) -> None:
    connector = at(world, "facebook")
    gus = next(post for post in everything(connector) if post.author.name == "Gus")
    sent = connector.reply(
        as_stored(gus, "facebook", is_public=False), "Between us: it's refunded. Sam", "key-2"
    )
    assert not sent.is_public
    seen = connector.as_stranger(gus.remote_id)
    assert seen is not None
    assert not seen.sees(sent.remote_id)
    dana = next(post for post in everything(at(world, "google")) if post.author.name == "Dana")
    with pytest.raises(Refused):
        at(world, "google").reply(as_stored(dana, "google", is_public=False), "Psst. Sam", "key-3")


def test_our_own_post_can_be_changed_and_taken_down(world: World) -> None:
    connector = at(world, "facebook")
    gus = next(post for post in everything(connector) if post.author.name == "Gus")
    sent = connector.reply(as_stored(gus, "facebook"), "Tpyo. Sam", "key-4")
    changed = connector.edit(sent.remote_id, "Typo. Sam")
    assert (changed.text, changed.edited_at is not None) == ("Typo. Sam", True)
    connector.delete(sent.remote_id)
    assert connector.still_there((gus.remote_id, sent.remote_id)) == {gus.remote_id}
