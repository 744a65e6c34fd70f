"""Several accounts of one place: what both of them see is one post, one person and one conversation."""

from __future__ import annotations

import pytest

from desktop import accounts, collect, conversations, posts
from desktop.connectors import all_connectors
from desktop.records import Account, Author, Batch, RemotePost
from tests.fixtures_shop import SATURDAY, Counter

# How the same post is named through two accounts there: (remote id, uri), once for each account, with its host.
SEEN: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "mastodon": (  # ids belong to a server, the uri to everybody
        ("11", "https://sea.example/s/9", "quay.example"),
        ("7723", "https://sea.example/s/9", "dock.example"),
    ),
    "bluesky": (("at://did:plc:a/app.bsky.feed.post/3k", "at://did:plc:a/app.bsky.feed.post/3k", ""),) * 2,
    "feed": (
        ("g1", "https://news.example/bakery", "a.example"),
        ("g2", "https://news.example/bakery", "b.example"),
    ),
}
ONE_ID_FOR_ALL = (("98765432109876543", "", ""),) * 2
PLACES = sorted(key for key, one in all_connectors().items() if one.is_offered and key != "mail")


@pytest.mark.parametrize("platform", PLACES)
def test_the_same_post_through_two_accounts_is_one(at_counter: Counter, platform: str) -> None:
    shop = at_counter.shop
    made = []
    for number, (remote_id, uri, host) in enumerate(SEEN.get(platform, ONE_ID_FOR_ALL)):
        account = Account(
            f"{platform} {number}", platform, f"@shop{number}", f"Shop {number}", host, str(number)
        )
        with shop.store.writing():
            accounts.add(shop.store, account, shop.clock.now())
        author = Author(platform, "c1", "@carla@sea.example", "Carla", key="carla")
        said = RemotePost(remote_id, author, "The tart was raw. Refund, please.", SATURDAY, uri=uri)
        made.append(collect.take(shop, account, Batch((said,))))
    assert [one.new for one in made] == [1, 0]
    theirs = shop.store.rows("select id, author, conversation from posts where author_name = 'Carla'")
    assert len(theirs) == 1
    assert conversations.by_id(shop.store, theirs[0]["conversation"]) is not None
    assert posts.versions(shop.store, theirs[0]["id"]) == ()


def test_accounts_of_one_place_keep_their_own_place_in_the_list(at_counter: Counter) -> None:
    shop = at_counter.shop
    for number in range(3):
        account = Account(
            f"m{number}", "mastodon", f"@shop{number}@quay.example", "Shop", "quay.example", str(number)
        )
        with shop.store.writing():
            accounts.add(shop.store, account, shop.clock.now())
            accounts.move_cursors(shop.store, account.id, {"notifications": str(number)}, shop.clock.now())
    assert [accounts.cursors(shop.store, f"m{number}")["notifications"] for number in range(3)] == [
        "0",
        "1",
        "2",
    ]
