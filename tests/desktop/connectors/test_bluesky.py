"""The Bluesky connector against a small network of our own that keeps state and can misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest

from desktop.connectors import Connector
from desktop.connectors.bluesky import Bluesky
from desktop.connectors.bluesky_posts import Reader
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    NotAnswerable,
    Refused,
    ShopError,
    SlowDown,
    TryLater,
    Unanswered,
)
from desktop.pace import Pace
from desktop.records import Limit, Post, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.bluesky_network import (
    CARLA,
    NOON,
    POST,
    SHOP,
    THEO,
    Network,
    account,
    connected,
    did_of,
    mention,
    refused,
)
from tests.desktop.connectors.conftest import stored
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.troubles import CANARY, Troubled
from tests.desktop.little_server import Asked, LittleServer, Says

COMPLAINT = "@shop.example the lemon tart was raw in the middle 🥖"


class TestBluesky(ConnectorContract):
    connector: ClassVar[type[Connector]] = Bluesky


class TestBlueskyInTrouble(Troubled):
    place = "Bluesky"

    def setup_method(self) -> None:
        self.network = Network()
        self.network.access = self.network.refresh = CANARY
        self.first = complains(self.network)

    def connected(self, url: str, web: Web) -> Bluesky:
        return Bluesky(account(url), {"access": CANARY, "refresh": CANARY}, web)

    def parent(self) -> Post:
        return stored(Reader(SHOP).post(self.network.view(self.first)))

    def is_reply(self, asked: Asked) -> bool:
        return asked.path.endswith(".putRecord")

    def good(self, asked: Asked) -> Says:
        return self.network(asked)


@pytest.fixture
def network() -> Iterator[Network]:
    network = Network()
    with LittleServer() as server:
        network.url = server.url
        server.answer = network
        yield network


@pytest.fixture
def shop(network: Network, web: Web) -> Bluesky:
    return connected(network.url, web)


def complains(network: Network, words: str = COMPLAINT, **more: Any) -> str:
    return network.says(CARLA, words, **mention(words), **more)


def fetched(shop: Bluesky, cursors: dict[str, str]) -> list[RemotePost]:
    """What came since; `cursors` moves on."""
    posts = []
    for batch in shop.fetch(cursors):
        posts += batch.posts
        cursors |= batch.cursors
    return posts


def new(shop: Bluesky, cursors: dict[str, str], known: list[RemotePost]) -> list[str]:
    ids = {post.remote_id for post in known}
    return [post.remote_id for post in fetched(shop, cursors) if post.remote_id not in ids]


# ---- what comes --------------------------------------------------------------------------------------------


def test_a_mention_comes_with_its_writer_and_an_address_that_lasts(network: Network, shop: Bluesky) -> None:
    uri = complains(network, langs=["en"])
    (post,) = fetched(shop, {})
    assert (post.remote_id, post.uri, post.text, post.lang) == (uri, uri, COMPLAINT, "en")
    assert post.url == f"https://bsky.app/profile/{CARLA}/post/{uri.rpartition('/')[2]}"
    assert (post.source, post.is_public, post.is_ours) == (Source.MENTION, True, False)
    assert (post.parent_remote_id, post.root_remote_id) == ("", uri)
    assert (post.author.handle, post.author.name, post.author.key) == (
        "@carla.example",
        "Carla Customer",
        CARLA,
    )


def test_answers_quotes_and_our_own_posts_come_and_likes_do_not(network: Network, shop: Bluesky) -> None:
    ours = network.says(SHOP, "We open at 8")
    answer = network.says(THEO, "Not today you didn't", ours)
    quoted = {"$type": "app.bsky.embed.record", "record": {"uri": ours, "cid": "bafyreiquoted1"}}
    quote = network.says(CARLA, "Ha", embed=quoted)
    network.says(CARLA, "Nothing to do with them")
    posts = {post.remote_id: post for post in fetched(shop, {})}
    assert posts.keys() == {ours, answer, quote}
    assert (posts[ours].is_ours, posts[ours].source) == (True, Source.POST)
    assert (posts[answer].source, posts[answer].parent_remote_id) == (Source.COMMENT, ours)
    assert posts[quote].source is Source.MENTION


def test_a_post_told_for_two_reasons_is_one(network: Network, shop: Bluesky) -> None:
    ours = network.says(SHOP, "We open at 8")
    words = "@shop.example no you don't"
    both = network.says(CARLA, words, ours, **mention(words))
    batches = list(shop.fetch({}))
    assert [post.remote_id for batch in batches for post in batch.posts].count(both) == 1


def test_hundreds_come_without_gap_and_twice_changes_nothing(network: Network, shop: Bluesky) -> None:
    uris = [complains(network, f"@shop.example number {n}") for n in range(150)]
    cursors: dict[str, str] = {}
    got = fetched(shop, cursors)
    assert [post.remote_id for post in got] == uris
    network.later(hours=1)
    more = [complains(network, f"@shop.example later {n}") for n in range(230)]
    assert new(shop, cursors, got) == more
    assert set(new(shop, cursors, got)) <= set(more)
    assert list(shop.fetch(cursors))[-1].cursors["mentions"] == cursors["mentions"]


def test_a_fetch_broken_off_anywhere_goes_on_without_a_gap(network: Network, shop: Bluesky) -> None:
    cursors: dict[str, str] = {}
    complains(network, "@shop.example the first")
    fetched(shop, cursors)
    network.later(hours=1)
    wanted = {complains(network, f"@shop.example number {n}") for n in range(250)}
    came: set[str] = set()
    for _ in range(20):
        if wanted <= came:
            break
        batch = next(iter(shop.fetch(cursors)))  # the connection ends after each page
        came |= {post.remote_id for post in batch.posts}
        cursors |= batch.cursors
    assert wanted <= came


def test_a_post_with_a_clock_that_runs_late_is_not_missed(network: Network, shop: Bluesky) -> None:
    complains(network)
    cursors: dict[str, str] = {}
    got = fetched(shop, cursors)
    late = complains(network, "@shop.example my clock is wrong", at=NOON - timedelta(minutes=45))
    assert new(shop, cursors, got) == [late]


def test_a_time_that_cannot_be_or_is_not_yet_is_the_servers(network: Network, shop: Bluesky) -> None:
    odd = complains(network, createdAt="yesterday")
    ahead = complains(network, createdAt="2031-01-01T00:00:00Z")
    before = complains(network, createdAt="2026-11-19T08:00:00Z")
    times = {post.remote_id: post.posted_at for post in fetched(shop, {})}
    assert times[odd] == NOON + timedelta(seconds=1)
    assert times[ahead] == NOON + timedelta(seconds=2)
    assert times[before] == datetime(2026, 11, 19, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"text": ""}, ""),
        ({"text": 7, "langs": 7, "facets": "?", "embed": [], "reply": "x"}, ""),
        ({"text": "a\u202eb\u0000c\r\nd"}, "◊ abc\nd"),
        (
            {"text": "", "embed": {"images": [{"alt": "A raw tart"}, {"alt": ""}]}},
            "[A raw tart]\n[a picture]",
        ),
        ({"text": "", "embed": {"media": {"images": [{"alt": "A tart"}]}, "record": {}}}, "[A tart]"),
        ({"text": "", "embed": {"video": {}, "alt": "How it wobbles"}}, "[How it wobbles]"),
        (
            {"text": "", "embed": {"external": {"uri": "https://news.example/tart"}}},
            "https://news.example/tart",
        ),
    ],
)
def test_whatever_its_writer_put_in_a_post_can_be_read(
    network: Network, shop: Bluesky, record: dict[str, Any], words: str
) -> None:
    uri = complains(network)
    network.posts[uri]["record"] |= record
    (post,) = shop.thread(uri)
    assert post.text == words


def test_who_has_no_valid_handle_goes_by_name_and_did(network: Network, shop: Bluesky) -> None:
    complains(network)
    answer = network._answer

    def without_handle(name: str, asked: Any) -> Says:
        says = answer(name, asked)
        return Says(says.content().replace(b"carla.example", b"handle.invalid"), says.status)

    network._answer = without_handle  # type: ignore[method-assign]
    (post,) = fetched(shop, {})
    assert (post.author.handle, post.author.name, post.author.key) == (CARLA, "Carla Customer", CARLA)


def test_one_odd_post_does_not_hold_up_the_others(network: Network, shop: Bluesky) -> None:
    odd, good = complains(network), complains(network)
    network.posts[odd]["indexedAt"] = 7
    network.seen = lambda viewer="": iter([odd, good])  # type: ignore[method-assign,misc]
    assert [post.remote_id for post in fetched(shop, {})] == [good]


@pytest.mark.parametrize(
    ("says", "kind"),
    [(Says({"notifications": {}}), Garbled), (refused("InvalidRequest", "Profile not found"), Refused)],
)
def test_a_stream_that_cannot_be_read_does_not_hold_up_the_others(
    network: Network, shop: Bluesky, says: Says, kind: type[ShopError]
) -> None:
    ours = network.says(SHOP, "We open at 8")
    network.next["listNotifications"] = [says]
    posts = []
    with pytest.raises(kind):
        for batch in shop.fetch({}):
            posts += [post.remote_id for post in batch.posts]
    assert posts == [ours]


def test_an_answer_too_large_is_asked_for_in_smaller_parts(network: Network) -> None:
    uris = [complains(network, f"@shop.example {'very long ' * 20}{n}") for n in range(100)]
    with Web(pace=Pace(), most_bytes=60_000) as web:
        assert [post.remote_id for post in fetched(connected(network.url, web), {})] == uris


# ---- the shop's name ---------------------------------------------------------------------------------------


def test_the_shops_name_is_looked_for_where_somebody_asked_for_it(network: Network, web: Web) -> None:
    found = network.says(THEO, "Never again at Corner Shop Bakery")
    network.says(SHOP, "Corner Shop Bakery opens at 8")
    shop = connected(network.url, web, search='Corner Shop "Bakery", tart')
    raw = network.says(THEO, "My tart was raw")
    theirs = [post for post in fetched(shop, {}) if not post.is_ours]
    assert {(post.remote_id, post.source) for post in theirs} == {(found, Source.POST), (raw, Source.POST)}


def test_without_a_name_nothing_is_looked_for(network: Network, web: Web) -> None:
    network.says(THEO, "Never again at Corner Shop Bakery")
    network.next["searchPosts"] = [Says({}, 500)]
    for nothing in ("", " , ", '""'):
        assert fetched(connected(network.url, web, search=nothing), {}) == []


def test_a_name_is_not_looked_for_more_often_than_the_place_likes(network: Network, web: Web) -> None:
    shop, cursors = connected(network.url, web, search="tart"), {}
    fetched(shop, cursors)
    found = network.says(THEO, "My tart was raw")
    assert fetched(shop, cursors) == []
    searched, _, newest = cursors["search tart"].partition(" ")
    ago = datetime.fromisoformat(searched) - timedelta(minutes=14, seconds=30)
    assert fetched(shop, {"search tart": f"{ago.isoformat()} {newest}"}) == []
    ago -= timedelta(minutes=1)
    assert [post.remote_id for post in fetched(shop, {"search tart": f"{ago.isoformat()} {newest}"})] == [
        found
    ]
    tomorrow = datetime.fromisoformat(searched) + timedelta(days=1)  # this clock was set back since
    assert len(fetched(shop, {"search tart": f"{tomorrow.isoformat()} {newest}"})) == 1


def test_another_name_is_looked_for_from_the_beginning(network: Network, web: Web) -> None:
    cursors: dict[str, str] = {}
    fetched(connected(network.url, web, search="tart"), cursors)
    found = network.says(THEO, "The rye was stale", at=NOON - timedelta(days=3))
    assert [post.remote_id for post in fetched(connected(network.url, web, search="rye"), cursors)] == [found]


def test_more_than_one_search_can_read_is_told_as_a_gap(network: Network, web: Web) -> None:
    shop, cursors = connected(network.url, web, search="tart"), {}
    network.says(THEO, "tart", at=NOON - timedelta(days=2))
    fetched(shop, cursors)
    for n in range(700):
        network.says(THEO, f"tart {n}")
    newest = cursors["search tart"].partition(" ")[2]
    batches = list(shop.fetch({"search tart": f" {newest}"}))
    assert [batch.gap for batch in batches if batch.gap] == [
        "There was more on Bluesky than one check can read. Some before 20 November may be missing."
    ]
    assert sum(len(batch.posts) for batch in batches) == 500


# ---- threads -----------------------------------------------------------------------------------------------


def test_a_thread_is_whole_in_order_and_without_what_cannot_be_seen(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    ours = network.says(SHOP, "That was us", first)
    network.says(THEO, "I'm blocked", first)
    last = network.says(CARLA, "All good now", ours)
    network.blocked.add(THEO)
    for anchor in (first, ours, last):
        assert [post.remote_id for post in shop.thread(anchor)] == [first, ours, last]
        assert {post.root_remote_id for post in shop.thread(anchor)} == {first}


def test_a_thread_whose_beginning_is_gone_still_reads(network: Network, shop: Bluesky) -> None:
    first = network.says(THEO, "Where do you buy bread?")
    answer = network.says(CARLA, "Not at theirs", first)
    del network.posts[first]
    (post,) = shop.thread(answer)
    assert (post.remote_id, post.parent_remote_id) == (answer, first)


@pytest.mark.parametrize(
    "odd", ["", "1", "at://did:plc:x/app.bsky.feed.like/3kaaaaaaaaa2a", "https://bsky.app", "../x"]
)
def test_what_is_no_post_is_not_there(shop: Bluesky, odd: str) -> None:
    with pytest.raises(Gone):
        shop.thread(odd)
    assert shop.still_there((odd,)) == frozenset()


def test_somebody_who_blocked_us_is_not_gone(network: Network, shop: Bluesky) -> None:
    uri = complains(network)
    network.blocked.add(CARLA)
    with pytest.raises(Refused) as caught:
        shop.thread(uri)
    assert not isinstance(caught.value, Gone)
    assert str(caught.value) == "One of you has blocked the other at Bluesky."


def test_a_thread_of_another_post_is_garbled(network: Network, shop: Bluesky) -> None:
    one, other = complains(network), complains(network)
    network.posts[one]["uri"] = other
    with pytest.raises(Garbled):
        shop.thread(one)


def test_kinds_that_came_later_are_left_out(network: Network, shop: Bluesky) -> None:
    uri = complains(network)
    node = network._node(uri, SHOP, 1) | {"parent": {"$type": "app.bsky.feed.defs#newPost", "hm": 1}}
    node["replies"] = [{"$type": "app.bsky.feed.defs#newPost", "post": 7}]
    network.next["getPostThread"] = [Says({"thread": node})]
    assert [post.remote_id for post in shop.thread(uri)] == [uri]


def test_what_still_exists_is_asked_for_in_portions(network: Network, shop: Bluesky) -> None:
    uris = [complains(network) for _ in range(60)]
    gone = [uris.pop(7), uris.pop(40)]
    for uri in gone:
        del network.posts[uri]
    assert shop.still_there((*uris, *gone)) == frozenset(uris)


def test_our_own_post_is_there_before_the_network_shows_it(network: Network, shop: Bluesky) -> None:
    parent = stored(shop.thread(complains(network))[0])
    ours = shop.reply(parent, "That was us", "key").remote_id
    network.next["getPosts"] = [Says({"posts": []})] * 2
    assert shop.still_there((ours,)) == {ours}
    shop.delete(ours)
    assert shop.still_there((ours,)) == frozenset()


# ---- what a stranger sees ----------------------------------------------------------------------------------


def seen(shop: Bluesky, uri: str, *also: str) -> list[str]:
    stranger = shop.as_stranger(uri, also)
    assert stranger is not None
    return [post.remote_id for post in stranger.posts]


def test_a_stranger_sees_the_thread_without_signing_in(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    ours = network.says(SHOP, "That was us", first)
    network.expire()
    network.blocked.add(CARLA)  # nobody is blocked who isn't signed in
    assert seen(shop, first) == [first, ours]


def test_a_hidden_answer_and_what_hangs_on_it_are_not_seen(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    ours = network.says(SHOP, "That was us", first)
    below = network.says(THEO, "Really?", ours)
    network.gates[first] = {"$type": "app.bsky.feed.threadgate", "post": first, "hiddenReplies": [ours]}
    assert seen(shop, first, ours, below) == [first]
    assert len(shop.thread(first)) == 3


def test_an_answer_that_a_gate_keeps_out_is_not_seen(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    ours = network.says(SHOP, "That was us", first)
    network.says(THEO, "Me too", first)
    network.closed.add(ours)
    assert ours not in seen(shop, first, ours)


@pytest.mark.parametrize("label", ["!hide", "!takedown"])
def test_what_a_moderator_hid_is_not_seen(network: Network, shop: Bluesky, label: str) -> None:
    first = complains(network)
    ours = network.says(SHOP, "That was us", first)
    network.labels[ours] = [label]
    assert seen(shop, first, ours) == [first]
    network.labels[ours] = ["!warn", "spam-ish"]
    assert seen(shop, first, ours) == [first, ours]
    network.labels[first] = [label]
    assert seen(shop, first, ours) == []
    assert seen(shop, ours) == [ours]


@pytest.mark.parametrize("who", [CARLA, SHOP])
def test_what_is_only_for_those_signed_in_cannot_be_known(network: Network, shop: Bluesky, who: str) -> None:
    first = complains(network)
    network.says(SHOP, "That was us", first)
    network.labels[who] = ["!no-unauthenticated"]
    assert shop.as_stranger(first) is None


def test_a_bystander_who_is_only_for_those_signed_in_is_left_out(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    network.says(THEO, "Me too", first)
    network.labels[THEO] = ["!no-unauthenticated"]
    assert seen(shop, first) == [first]


def test_a_deleted_post_is_seen_by_nobody(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    del network.posts[first]
    assert seen(shop, first) == []


def test_a_closed_door_is_not_known(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    for closed in (Says(b"<html>Forbidden", 403), Says({"error": "AuthMissing"}, 401)):
        network.next["getPostThread"] = [closed]
        assert shop.as_stranger(first) is None


def test_an_answer_deeper_than_a_thread_is_told_is_looked_for_by_name(
    network: Network, shop: Bluesky
) -> None:
    uris = [complains(network)]
    for n in range(6):
        uris.append(network.says(SHOP if n % 2 else CARLA, f"And {n}?", uris[-1]))
    network.depth = 3
    assert seen(shop, uris[0]) == uris[:4]
    assert seen(shop, uris[0], uris[-1]) == uris
    network.gates[uris[0]] = {"hiddenReplies": [uris[5]]}
    assert seen(shop, uris[0], uris[-1]) == uris[:4]
    del network.posts[uris[-1]]
    assert seen(shop, uris[0], uris[-1], "at://nobody") == uris[:4]


# ---- answering ---------------------------------------------------------------------------------------------

KEY = "0192f0c1-2345-7abc-9def-0123456789ab"


def answered(network: Network) -> list[str]:
    return [view["record"]["text"] for uri, view in network.posts.items() if did_of(uri) == SHOP]


def test_a_reply_stands_under_the_post_and_names_the_beginning(network: Network, shop: Bluesky) -> None:
    first = complains(network)
    parent = network.says(CARLA, "And nobody answers", first)
    posted = shop.reply(
        stored(shop.thread(parent)[-1]), "That was us. @theo.example https://shop.example/x?a=1.", KEY
    )
    (put,) = network.puts
    record = put["record"]
    assert record["reply"]["parent"] == {"uri": parent, "cid": network.posts[parent]["cid"]}
    assert record["reply"]["root"] == {"uri": first, "cid": network.posts[first]["cid"]}
    assert [facet["features"][0] for facet in record["facets"]] == [
        {"$type": "app.bsky.richtext.facet#mention", "did": THEO},
        {"$type": "app.bsky.richtext.facet#link", "uri": "https://shop.example/x?a=1"},
    ]
    assert (posted.parent_remote_id, posted.root_remote_id, posted.is_ours) == (parent, first, True)
    assert posted.author == shop.thread(posted.remote_id)[-1].author
    assert posted == shop.thread(posted.remote_id)[-1]


def test_a_repeat_finds_the_first_one_whatever_it_says(network: Network, shop: Bluesky) -> None:
    parent = stored(shop.thread(complains(network))[0])
    once = shop.reply(parent, "That was us", KEY)
    network.later(hours=3)
    assert shop.reply(parent, "That was us", KEY) == once
    assert shop.reply(parent, "Something else", KEY) == once
    assert shop.reply(parent, "That was us", KEY.replace("9def", "9dee")) != once
    assert answered(network) == ["That was us", "That was us"]


def test_a_lost_answer_is_found_where_it_is_kept(network: Network, shop: Bluesky) -> None:
    parent = stored(shop.thread(complains(network))[0])
    network.lost.add("putRecord")
    posted = shop.reply(parent, "That was us", KEY)
    assert posted.text == "That was us"
    assert len(network.puts) == 1


@pytest.mark.parametrize(
    "says", [Says(cut=True), Says({"error": "InternalServerError"}, 500), Says(b"<html>", 200), Says({}, 307)]
)
def test_a_post_without_a_clear_answer_is_neither_there_nor_repeated(
    network: Network, shop: Bluesky, says: Says
) -> None:
    parent = stored(shop.thread(complains(network))[0])
    network.next["putRecord"] = [says]
    with pytest.raises(Unanswered):
        shop.reply(parent, "That was us", KEY)
    assert network.puts == []


def test_it_is_dated_by_the_servers_clock_and_never_before_what_it_answers(
    network: Network, shop: Bluesky
) -> None:
    parent = stored(shop.thread(complains(network))[0])
    network.now = NOON + timedelta(days=400)  # or this computer's is as much behind
    assert shop.reply(parent, "That was us", KEY).posted_at == network.now - timedelta(seconds=1)
    network.now = NOON - timedelta(days=400)
    assert shop.reply(parent, "That was us", "other").posted_at == parent.posted_at + timedelta(
        milliseconds=1
    )


def test_a_deleted_or_closed_post_is_not_answered(network: Network, shop: Bluesky) -> None:
    uri = complains(network)
    (open_one,) = shop.thread(uri)
    assert shop.route(stored(open_one)).from_here
    network.closed.add(uri)
    (closed,) = shop.thread(uri)
    way = shop.route(stored(closed)._replace(url=closed.url))
    assert (way.from_here, way.why, way.url) == (False, "Its writer doesn't let you answer here.", closed.url)
    with pytest.raises(NotAnswerable) as caught:
        shop.reply(stored(open_one), "That was us", KEY)
    assert str(caught.value) == "Its writer doesn't let you answer there. Your reply is kept here."
    del network.posts[uri]
    with pytest.raises(Gone):
        shop.reply(stored(open_one), "That was us", KEY)
    assert network.puts == []


def test_a_closed_post_arrives_as_one(network: Network, shop: Bluesky) -> None:
    network.closed.add(complains(network))
    (post,) = fetched(shop, {})
    assert not shop.route(stored(post)).from_here


def test_trouble_before_it_leaves_is_no_doubt_about_it(network: Network, shop: Bluesky) -> None:
    parent = stored(shop.thread(complains(network))[0])
    for says in (Says(b"{", 200), Says({"thread": 7}), Says(b"", 502), Says(cut=True), Says({}, 302)):
        network.next["getPostThread"] = [says]
        with pytest.raises(TryLater):
            shop.reply(parent, "That was us", KEY)
    network.expire()
    for says in (Says(b"{", 500), Says(cut=True)):
        network.next["refreshSession"] = [says]
        with pytest.raises(TryLater):
            shop.reply(parent, "That was us", KEY)
    assert network.puts == []


def test_too_long_is_said_before_it_leaves(network: Network, shop: Bluesky) -> None:
    parent = stored(shop.thread(complains(network))[0])
    assert shop.limit() == Limit(300)
    shop.reply(parent, "ö" * 300, KEY)
    for words in ("ö" * 301, "👩‍👩‍👦‍👦" * 121):
        with pytest.raises(Refused) as caught:
            shop.reply(parent, words, "other")
        assert str(caught.value).startswith("Bluesky allows 300 characters. Yours is 30")
    assert len(network.puts) == 1


def test_only_our_own_are_deleted_and_twice_is_no_failure(network: Network, shop: Bluesky) -> None:
    uri = complains(network)
    ours = shop.reply(stored(shop.thread(uri)[0]), "That was us", KEY).remote_id
    with pytest.raises(Refused):
        shop.delete(uri)
    shop.delete(ours)
    shop.delete(ours)
    assert list(network.posts) == [uri]


# ---- what goes wrong ---------------------------------------------------------------------------------------

SLOW = {"RateLimit-Limit": "3000", "RateLimit-Remaining": "0", "RateLimit-Policy": "3000;w=300"}
DATE = {"Date": "Fri, 20 Nov 2026 12:00:00 GMT"}


@pytest.mark.parametrize(
    ("says", "kind", "words"),
    [
        (refused("InvalidToken", "x"), LoginExpired, "Bluesky signed us out."),
        (refused("AuthMissing", "x", 401), LoginExpired, "Bluesky signed us out."),
        (Says(b"<html>", 401), LoginExpired, "Bluesky signed us out."),
        (refused("AccountTakedown", "x", 401), LoginExpired, "Bluesky has taken this account down."),
        (refused("AccountDeactivated", "x"), LoginExpired, "This account is switched off."),
        (refused("RateLimitExceeded", "x", 429), SlowDown, "Bluesky asked us to slow down."),
        (refused("UpstreamFailure", "x", 502), SlowDown, "Bluesky isn't working right now."),
        (Says(b"<html>busy", 503), SlowDown, "Bluesky isn't working right now."),
        (refused("InvalidRequest", "x"), Refused, "Bluesky turned it down."),
        (refused("Forbidden", "x", 403), Refused, "Bluesky doesn't let us do that."),
        (refused("NotFound", "x"), Gone, "That isn't there any more."),
        (refused("BlockedActor", "x"), Refused, "One of you has blocked the other at Bluesky."),
        (Says(b'{"thread": {', 200), Garbled, "Bluesky answered with something that isn't an answer."),
        (Says(b"<html>", 200, {"Content-Type": "text/html"}), Garbled, "Bluesky answered with something"),
        (
            Says(b"", 302, {"Location": "https://elsewhere.example/"}),
            Garbled,
            "Bluesky sent us somewhere else.",
        ),
        (Says({"thread": {}}, short=5), TryLater, "Bluesky can't be reached."),
    ],
)
def test_each_trouble_has_its_error_and_its_sentence(
    network: Network, shop: Bluesky, says: Says, kind: type[ShopError], words: str
) -> None:
    uri = complains(network)
    network.next["getPostThread"] = [says] * 3
    with pytest.raises(kind) as caught:
        shop.thread(uri)
    assert type(caught.value) is kind or kind is TryLater
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "120", **DATE},
        {"Retry-After": "Fri, 20 Nov 2026 12:02:00 GMT", **DATE},
        {**SLOW, "RateLimit-Reset": str(int(NOON.timestamp()) + 120), **DATE},
    ],
)
def test_each_way_of_saying_wait_is_understood(
    network: Network, shop: Bluesky, headers: dict[str, str]
) -> None:
    network.next["listNotifications"] = [Says({"error": "RateLimitExceeded"}, 429, headers)]
    with pytest.raises(SlowDown) as caught:
        fetched(shop, {})
    assert caught.value.seconds == pytest.approx(120, abs=1)


@pytest.mark.parametrize("lost", ["listNotifications", "getPosts", "getAuthorFeed", "searchPosts"])
def test_nothing_is_lost_by_trouble_anywhere_in_a_fetch(network: Network, web: Web, lost: str) -> None:
    shop = connected(network.url, web, search="tart")
    wanted = {complains(network), network.says(SHOP, "We open at 8"), network.says(THEO, "raw tart")}
    cursors: dict[str, str] = {}
    got: list[RemotePost] = []
    network.next[lost] = [Says(b"", 502)]
    with pytest.raises(SlowDown):
        for batch in shop.fetch(cursors):
            got += batch.posts
            cursors |= batch.cursors
    got += fetched(shop, cursors)
    assert {post.remote_id for post in got} == wanted


def test_the_form_asks_for_an_app_password_and_says_where_to_get_one() -> None:
    assert [field.key for field in Bluesky.login if field.is_secret] == ["password"]
    assert [field.key for field in Bluesky.login if field.is_optional] == ["search", "pds"]
    assert "Settings, Privacy and security" in Bluesky.sign_in_words
    assert POST == "app.bsky.feed.post"
