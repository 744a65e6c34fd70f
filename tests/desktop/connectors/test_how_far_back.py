"""How far back a place is read: each connector stops asking behind the chosen day, and nothing older is stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from desktop import accounts, collect, connecting, posts
from desktop.connectors import SINCE, Connector, SignedIn, all_connectors, wanted_since
from desktop.pace import Pace
from desktop.records import Account, Author, Batch, RemotePost
from desktop.web import Web
from tests.desktop.connectors import (
    bluesky_network,
    conftest,
    little_meta,
    test_feed,
    test_google,
    test_youtube,
    x_town,
)
from tests.desktop.connectors.conftest import OURS, note, status
from tests.desktop.connectors.google_stand_in import GoogleStandIn
from tests.desktop.connectors.little_meta import LittleFacebook, LittleInstagram, LittleThreads, serving
from tests.desktop.connectors.x_town import Town
from tests.desktop.connectors.youtube_stand_in import YouTubeStandIn
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.fixtures_shop import Counter

C = TypeVar("C", bound=Connector)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(connect_s=2, read_s=2, pace=Pace()) as web:
        yield web


def back_to(connector: C, day: datetime) -> C:
    facts = {**connector.account.facts, SINCE: day.isoformat()}
    connector.account = connector.account._replace(facts=facts)
    return connector


def asked_for(server: LittleServer, end: str) -> int:
    return sum(one.path.endswith(end) for one in server.asked)


def texts(connector: Connector, cursors: dict[str, str] | None = None) -> list[str]:
    return [post.text for batch in connector.fetch(cursors or {}) for post in batch.posts]


# ---- each place stops asking ---------------------------------------------------------------------------------


class Years:
    """A Mastodon with one mention and one post of ours each day, the newest first, a few on each page."""

    def __init__(self, newest: datetime, days: int) -> None:
        self.items: dict[str, list[dict[str, Any]]] = {"notifications": [], "statuses": []}
        for number in range(1, days + 1):
            at = (newest - timedelta(days=days - number)).isoformat()
            about = status(str(1000 + number), created_at=at)
            self.items["notifications"].append({**note(str(number), about), "created_at": at})
            self.items["statuses"].append(status(str(number), account=OURS, created_at=at))

    def __call__(self, asked: Asked) -> Says:
        end = int(asked.query.get("max_id", ["999999"])[0])
        inside = [one for one in self.items[asked.path.rpartition("/")[2]] if int(one["id"]) < end]
        return Says(list(reversed(inside[-5:])))


NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_mastodon_asks_for_no_page_behind_the_day(web: Web) -> None:
    with LittleServer() as server:
        server.answer = Years(NOW, 60)
        found = list(back_to(conftest.connected(server.url, web), NOW - timedelta(days=12)).fetch({}))
        pages = asked_for(server, "/notifications"), asked_for(server, "/statuses")
        assert sum(len(batch.posts) for batch in found) == 2 * 20
        assert pages == (4, 4), "three with newer ones, and one that is older whole"
        list(conftest.connected(server.url, web).fetch({}))
        assert asked_for(server, "/notifications") - pages[0] == 13, "without a day it goes on to the first"


def test_bluesky_asks_for_no_page_behind_the_day(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    network = bluesky_network.Network()
    for days in range(40, 0, -1):
        words = f"@shop.example {days} days ago"
        at = bluesky_network.NOON - timedelta(days=days)
        network.says(bluesky_network.CARLA, words, **bluesky_network.mention(words), at=at)
    monkeypatch.setattr("desktop.connectors.bluesky._PAGE", 5)
    with LittleServer() as server:
        network.url, server.answer = server.url, network
        shop = back_to(bluesky_network.connected(server.url, web), bluesky_network.NOON - timedelta(days=12.5))
        shop._most = 5
        assert len(texts(shop)) == 20
        assert asked_for(server, ".listNotifications") == 4


def test_x_is_asked_from_the_day_on_and_charges_for_nothing_older(web: Web) -> None:
    with LittleServer(Says()) as server:
        town = Town(server)
        old = town.says("carla", "@shop old")
        town.posts[old]["created_at"] = (datetime.now(UTC) - timedelta(days=90)).isoformat()
        town.says("theo", "@shop new")
        x = back_to(x_town.connected(town, web), datetime.now(UTC) - timedelta(days=30))
        assert texts(x) == ["@shop new"]
        assert texts(x, {"mentions": "1", "own": "1"}), "from a cursor on no day is named: X takes only one of both"
        named = [one.query.get("start_time", [""])[0] for one in server.asked if one.path.endswith("/mentions")]
        assert [bool(one) for one in named] == [True, False]
        assert all(datetime.fromisoformat(one) for one in named if one)


def test_youtube_asks_for_no_page_behind_the_day(web: Web) -> None:
    tube = YouTubeStandIn()
    tube.page = 2
    for number in range(12):
        tube.write(f"Comment {number}")
    with LittleServer() as server:
        server.answer = tube
        youtube = back_to(test_youtube.connected(server, web), tube.now - timedelta(minutes=4))
        assert texts(youtube) == [f"Comment {number}" for number in range(4, 12)]
        assert asked_for(server, "/commentThreads") == 4, "of the sixth page nothing was asked"


def test_google_asks_for_no_page_behind_the_day(web: Web) -> None:
    google = GoogleStandIn()
    google.page = 2
    for number in range(12):
        google.write(f"Review {number}")
    with LittleServer() as server:
        server.answer = google
        found = texts(back_to(test_google.connected(server, web), google.now - timedelta(minutes=4)))
        assert found == [f"Review {number}" for number in range(6, 12)]
        assert asked_for(server, "/reviews") == 3


def test_google_looks_for_what_has_gone_in_the_whole_list_all_the_same(web: Web) -> None:
    google = GoogleStandIn()
    google.page = 2
    names = tuple(google.write(f"Review {number}") for number in range(12))
    with LittleServer() as server:
        server.answer = google
        connector = back_to(test_google.connected(server, web), google.now - timedelta(minutes=4))
        assert connector.still_there(names) == set(names)
        assert asked_for(server, "/reviews") == 6


def test_facebook_asks_for_no_comments_behind_the_day(web: Web) -> None:
    page = LittleFacebook()
    post = page.post("Free buns!")
    for number in range(350):
        page.comment(post, f"me {number}")
    with serving(page) as server:
        list(back_to(little_meta.facebook(server.url, web), page.now - timedelta(seconds=120)).fetch({}))
        assert asked_for(server, "/comments") == 2, "the third hundred is older"


def test_threads_asks_for_no_mentions_behind_the_day(web: Web) -> None:
    there = LittleThreads()
    for number in range(180):
        there.mention(f"@cornerbakery {number}")
    with serving(there) as server:
        list(back_to(little_meta.threads(server.url, web), there.now - timedelta(seconds=60)).fetch({}))
        assert asked_for(server, "/mentions") == 2


# ---- those that hand out more all the same -------------------------------------------------------------------


def test_what_instagram_and_a_feed_hand_out_besides_is_told_beside_the_choice() -> None:
    told = {key for key, each in all_connectors().items() if each.can.goes_on}
    assert told == {"instagram", "threads", "feed"}


def test_what_instagram_hands_out_from_before_is_not_stored(at_counter: Counter, web: Web) -> None:
    there = LittleInstagram()
    ours = there.media("Rye is back.")
    old = there.comment(ours, "Raw in the middle!")
    day = there.now + timedelta(seconds=1)
    there.now += timedelta(days=1)
    new = there.comment(ours, "Still raw!", "omar_s")
    with serving(there) as server:
        assert stored_of(at_counter, little_meta.instagram(server.url, web), day) == {ours, new}
    assert old not in {ours, new}


def test_what_a_feed_lists_from_before_is_not_stored(at_counter: Counter, web: Web) -> None:
    lines = (test_feed.alert("1", at="2026-07-01T13:51:42Z"), test_feed.alert("2", "https://blog.example/2"))
    with LittleServer(Says(test_feed.alerts(*lines), headers=test_feed.XML)) as server:
        found = stored_of(at_counter, test_feed.connected(server, web), datetime(2026, 7, 20, tzinfo=UTC))
    assert len(found) == 1


def stored_of(at: Counter, connector: Connector, day: datetime) -> set[str]:
    """What of a fetch is stored by a shop whose owner looks back to a day."""
    account = with_day(at, day)
    for batch in connector.fetch({}):
        collect.take(at.shop, account, collect._as_far_back_as_wanted(at.shop, account, batch))
    rows = at.shop.store.rows("select remote_id from posts where account = ?", (account.id,))
    return {row["remote_id"] for row in rows}


# ---- what is stored ------------------------------------------------------------------------------------------


def with_day(at: Counter, day: datetime) -> Account:
    with at.shop.store.writing():
        accounts.set_facts(at.shop.store, at.account.id, {**at.account.facts, SINCE: day.isoformat()})
    return at.account


THEM, US = Author("practice.facebook", "t", "t", "T"), Author("practice.facebook", "us", "us", "Us")


def left(at: Counter, *said: RemotePost) -> list[str]:
    """Those of a batch that a check keeps, where the day is ten days ago."""
    account = with_day(at, at.clock.now() - timedelta(days=10))
    return [post.remote_id for post in collect._as_far_back_as_wanted(at.shop, account, Batch(said)).posts]


def test_a_check_stores_nothing_from_before_the_day_and_goes_on_from_there(at_counter: Counter) -> None:
    old = at_counter.world.post_as("facebook", "Marta K.", "Where is my cake?")
    at_counter.clock.forward(hours=24 * 40)
    with_day(at_counter, at_counter.clock.now() - timedelta(days=30))
    new = at_counter.world.post_as("facebook", "Omar S.", "And mine?")
    at_counter.collect()
    shop, account = at_counter.shop, at_counter.account
    assert posts.conversation_of(shop.store, account.id, new)
    assert posts.conversation_of(shop.store, account.id, old) is None
    assert at_counter.collect().new == 0
    assert connecting.look_back(shop, account.id, 0)
    assert at_counter.collect().new == 1
    assert posts.conversation_of(shop.store, account.id, old)


def test_an_older_one_stays_where_something_newer_answers_it_or_changed_it(at_counter: Counter) -> None:
    now = at_counter.clock.now()
    old, new = now - timedelta(days=20), now - timedelta(days=1)
    answered = RemotePost("old", THEM, "Raw!", old)
    between = RemotePost("between", THEM, "Hello?", old, parent_remote_id="old")
    answer = RemotePost("answer", US, "Sorry", new, parent_remote_id="between", is_ours=True)
    edited = RemotePost("edited", THEM, "Raw! Update: sorted", old, edited_at=new)
    lone = RemotePost("lone", THEM, "Burnt!", old)
    late = RemotePost("late", US, "Sorry", old, parent_remote_id="lone", is_ours=True)
    ours = RemotePost("ours", US, "Rye is back", old, is_ours=True)
    every = (answered, between, lone, late, answer, edited, ours)
    assert left(at_counter, *every) == ["old", "between", "answer", "edited", "ours"]


def test_one_that_is_known_here_goes_on_being_read(at_counter: Counter) -> None:
    old = RemotePost("known", THEM, "Raw!", at_counter.clock.now() - timedelta(days=20))
    collect.take(at_counter.shop, at_counter.account, Batch((old,)))
    assert left(at_counter, old, old._replace(remote_id="unknown")) == ["known"]


# ---- what the owner chose ------------------------------------------------------------------------------------


def signed(**facts: str) -> SignedIn:
    return SignedIn("@shop", "Shop", "1", "quay.example", facts, {"token": "x"})


def test_a_new_account_is_read_as_far_as_was_said_and_a_sign_in_again_changes_nothing(at_counter: Counter) -> None:
    shop, now = at_counter.shop, at_counter.clock.now()
    account = connecting.finish(shop, "mastodon", signed(), days=30)
    assert wanted_since(account) == now - timedelta(days=30)
    assert connecting.further_back(account, now) == (365, 0)
    at_counter.clock.forward(hours=24 * 3)
    again = connecting.finish(shop, "mastodon", signed(base="x"), days=30)
    assert wanted_since(again) == now - timedelta(days=30)
    assert wanted_since(connecting.finish(shop, "bluesky", signed())) is None


def test_only_further_back_is_a_change_and_then_it_is_read_from_the_front(at_counter: Counter) -> None:
    shop = at_counter.shop
    account = connecting.finish(shop, "mastodon", signed(), days=365)
    with shop.store.writing():
        accounts.move_cursors(shop.store, account.id, {"notifications": "7"}, shop.clock.now())
        accounts.move_cursors(shop.store, at_counter.account.id, {"notes": "3"}, shop.clock.now())
    assert not connecting.look_back(shop, account.id, 30)
    assert accounts.cursors(shop.store, account.id) == {"notifications": "7"}
    assert connecting.look_back(shop, account.id, 0)
    assert accounts.cursors(shop.store, account.id) == {}
    assert accounts.cursors(shop.store, at_counter.account.id)["notes"] == "3"
    found = accounts.by_id(shop.store, account.id)
    assert found is not None and connecting.further_back(found, shop.clock.now()) == ()
    assert not connecting.look_back(shop, account.id, 0)


def test_a_day_that_is_none_is_everything(at_counter: Counter) -> None:
    assert wanted_since(at_counter.account._replace(facts={SINCE: "soon"})) is None
