"""Feeds: what they list comes in once, whatever state they are in, and their address stays a secret."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from desktop import accounts, collect, connecting, conversations, passerby, past
from desktop.connectors.feed import NewsFeed
from desktop.connectors.feed_posts import Entry, read, unwrapped
from desktop.errors import Garbled, LoginExpired, Misuse, Offline, ShopError, SlowDown
from desktop.pace import Pace
from desktop.records import Account, AccountState
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.fixtures_shop import posts_with

CANARY = "canary5f2e9c07secret"
PAGE = "https://blog.example/corner-shop-raw-tart?a=1&b=2"
XML = {"Content-Type": "application/atom+xml"}


class TestContract(ConnectorContract):
    connector = NewsFeed

    def account(self) -> Account:
        return Account("a1", "feed", "blog.example", "Alerts", "blog.example", "1")


def wrapped(url: str) -> str:
    """As Google Alerts gives a link."""
    from urllib.parse import quote

    return f"https://www.google.com/url?rct=j&sa=t&url={quote(url, safe='')}&ct=ga&cd=CAIyHDk&usg=AOvVaw1"


def alert(key: str = "1", url: str = PAGE, title: str = "Raw tart at the <b>Corner Shop</b>", **more: str) -> str:
    """An entry of a Google Alerts feed."""
    words = more.get("words", "The tart was raw and nobody at the <b>Corner Shop</b> picked up the phone&nbsp;...")
    return (
        f"<entry><id>tag:google.com,2013:googlealerts/feed:{key}</id><title type='html'>{escape(title)}</title>"
        f"<link href='{escape(wrapped(url))}'/><published>{more.get('at', '2026-08-01T13:51:42Z')}</published>"
        f"<updated>2026-08-01T13:51:42Z</updated><content type='html'>{escape(words)}</content>"
        "<author><name/></author></entry>"
    )


def alerts(*entries: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:idx='urn:atom-extension:indexing'><id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id>"
        "<title>Google Alert - \"corner shop\"</title><updated>2026-08-01T13:51:42Z</updated>"
        f"{''.join(entries)}</feed>"
    ).encode()


RSS = f"""<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Caf\xe9s of the town</title>
<item><guid isPermaLink="false">g-1</guid><title>Two hours for a soup</title><link>https://www.yelp.com/biz/x?hrid=9</link>
<description>short</description>
<content:encoded><![CDATA[<p>Two hours, and it came <b>cold</b>.</p><p>Never again, caf\xe9!</p>]]>
</content:encoded><author>ruth@town.example (Ruth A.)</author><pubDate>Sat, 01 Aug 2026 13:51:42 +0200</pubDate></item>
<item><title>No id here</title><link>https://blog.example/2</link>
<description>{escape("<p>Words & more</p>")}</description></item>
</channel></rss>""".encode("latin-1")

JSON_FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Town notes",
    "items": [
        {
            "id": "j1",
            "url": "https://notes.example/1",
            "title": "Locked door",
            "content_text": "Stood outside at 8.\nNobody came <sigh>.",
            "date_published": "2026-08-01T13:51:42+02:00",
            "authors": [{"name": "Jonas W."}],
        },
        "no object",
        {"id": 7, "content_html": "<p>An id that is a number</p>"},
    ],
}


@pytest.fixture
def server() -> Iterator[LittleServer]:
    with LittleServer(Says(alerts(alert()), headers=XML)) as running:
        yield running


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(connect_s=2, read_s=2, pace=Pace()) as web:
        yield web


def connected(server: LittleServer, web: Web) -> NewsFeed:
    account = Account("a1", "feed", "127.0.0.1", "Alerts", "127.0.0.1", "1")
    return NewsFeed(account, {"address": f"{server.url}/alerts/feeds/{CANARY}/2"}, web)


def fetched(feed: NewsFeed, cursors: dict[str, str] | None = None) -> tuple[list[Any], dict[str, str]]:
    """All that comes, and the cursors after it."""
    came, now = [], dict(cursors or {})
    for batch in feed.fetch(now.copy()):
        came += batch.posts
        now |= batch.cursors
    return came, now


# ---- reading ---------------------------------------------------------------------------------------


def test_an_alert_is_what_somebody_wrote_on_a_page_of_its_own(server: LittleServer, web: Web) -> None:
    (post,), _ = fetched(connected(server, web))
    assert post.url == PAGE
    assert post.text == (
        "Raw tart at the Corner Shop\n\nThe tart was raw and nobody at the Corner Shop picked up the phone\xa0..."
    )
    assert (post.author.name, post.place, post.is_public, post.is_ours) == ("blog.example", "web", True, False)
    assert post.posted_at.isoformat() == "2026-08-01T13:51:42+00:00"


def test_rss_in_its_own_letters_is_read(web: Web) -> None:
    first, second = read(RSS, "town.example").entries
    assert first.title == "Two hours for a soup"
    assert first.words == "Two hours, and it came cold.\n\nNever again, café!"
    assert (first.who, first.url) == ("Ruth A.", "https://www.yelp.com/biz/x?hrid=9")
    assert first.at is not None and first.at.hour == 11
    assert (second.key, second.words, second.at) == ("https://blog.example/2", "Words & more", None)
    assert read(RSS, "town.example").title == "Cafés of the town"


def test_a_json_feed_is_read_and_what_is_broken_in_it_left_out(server: LittleServer, web: Web) -> None:
    server.replies = [Says(JSON_FEED)]
    posts_, _ = fetched(connected(server, web))
    assert {post.text for post in posts_} == {
        "Locked door\n\nStood outside at 8.\nNobody came <sigh>.",
        "An id that is a number",
    }
    assert {post.author.name for post in posts_} == {"Jonas W.", "?"}


def test_a_page_of_a_place_we_know_stands_with_that_place(server: LittleServer, web: Web) -> None:
    server.replies = [Says(RSS)]
    assert [post.place for post in fetched(connected(server, web))[0]] == ["yelp", "web"]


def test_an_empty_feed_brings_nothing_and_is_no_trouble(server: LittleServer, web: Web) -> None:
    server.replies = [Says(alerts())]
    assert fetched(connected(server, web))[0] == []


# ---- once ------------------------------------------------------------------------------------------


def test_what_was_listed_before_does_not_come_again(server: LittleServer, web: Web) -> None:
    _, cursors = fetched(connected(server, web))
    server.replies = [Says(alerts(alert("1", words="Other words now"), alert("2", "https://blog.example/3")))]
    came, cursors = fetched(connected(server, web), cursors)
    assert [post.url for post in came] == ["https://blog.example/3"]
    assert fetched(connected(server, web), cursors)[0] == []


def test_the_same_page_under_another_id_is_the_same(server: LittleServer, web: Web) -> None:
    server.replies = [Says(alerts(alert("1"), alert("2")))]
    assert len(fetched(connected(server, web))[0]) == 1
    _, cursors = fetched(connected(server, web))
    server.replies = [Says(alerts(alert("3")))]
    assert fetched(connected(server, web), cursors)[0] == []


def test_what_is_broken_off_goes_on_without_a_gap(server: LittleServer, web: Web) -> None:
    at = [f"2026-08-{n // 24 + 1:02}T{n % 24:02}:00:00Z" for n in range(90)]
    entries = [alert(str(n), f"https://blog.example/{n}", at=at[n]) for n in range(90)]
    server.replies = [Says(alerts(*reversed(entries)))]
    first = next(iter(connected(server, web).fetch({})))
    assert [post.url.rpartition("/")[2] for post in first.posts] == [str(n) for n in range(40)], "oldest first"
    rest, cursors = fetched(connected(server, web), dict(first.cursors))
    assert len(rest) == 50 and len({post.uri for post in (*first.posts, *rest)}) == 90
    assert fetched(connected(server, web), cursors)[0] == []


def test_it_asks_only_for_what_is_new(server: LittleServer, web: Web) -> None:
    tags = {"ETag": '"v1"', "Last-Modified": "Sat, 01 Aug 2026 13:51:42 GMT"}

    def answer(asked: Asked) -> Says:
        if asked.headers.get("if-none-match") == '"v1"':
            assert asked.headers["if-modified-since"] == tags["Last-Modified"]
            return Says(status=304)
        return Says(alerts(alert()), headers=tags)

    server.answer = answer
    came, cursors = fetched(connected(server, web))
    assert len(came) == 1
    again, after = fetched(connected(server, web), cursors)
    assert (again, after) == ([], cursors)


# ---- moved, ended, in trouble ----------------------------------------------------------------------


def moving(server: LittleServer, status: int) -> None:
    def answer(asked: Asked) -> Says:
        if asked.path == "/new":
            return Says(alerts(alert()))
        return Says(status=status, headers={"Location": f"{server.url}/new"})

    server.answer = answer


def test_a_feed_that_moved_for_good_is_asked_for_there_from_then_on(server: LittleServer, web: Web) -> None:
    moving(server, 301)
    feed = connected(server, web)
    assert len(fetched(feed)[0]) == 1
    assert feed.secrets["address"] == f"{server.url}/new"


def test_a_feed_that_is_elsewhere_for_now_keeps_its_address(server: LittleServer, web: Web) -> None:
    moving(server, 302)
    feed = connected(server, web)
    assert len(fetched(feed)[0]) == 1
    assert CANARY in feed.secrets["address"]


def test_a_feed_that_ended_is_asked_no_more(server: LittleServer, web: Web) -> None:
    server.replies = [Says(status=410)]
    with pytest.raises(LoginExpired, match="took it away for good"):
        fetched(connected(server, web))


TROUBLES = {
    "not there": (Says(status=404), Garbled, "no feed at 127.0.0.1 just now"),
    "no right": (Says(status=403), Garbled, "doesn’t show us this feed"),
    "too often": (Says(status=429, headers={"Retry-After": "120"}), SlowDown, "slow down"),
    "broken": (Says(status=500), SlowDown, "isn't working"),
    "cut": (Says(cut=True), Offline, "can't be reached"),
    "half": (Says(alerts(alert()), short=120), Offline, "can't be reached"),
    "elsewhere": (Says(status=302, headers={"Location": "http://feeds.example/x"}), Garbled, "somewhere else"),
    "a page": (Says(b"<!DOCTYPE html><html><body>Sign in</body></html>"), Garbled, "page at 127.0.0.1, not a feed"),
    "a bare page": (Says(b"<html><title>x</title></html>"), Garbled, "page at 127.0.0.1, not a feed"),
    "JSON": (Says({"error": "no"}), Garbled, "isn’t a feed"),
    "half JSON": (Says(b'{"version": "https://jsonf'), Garbled, "isn’t a feed"),
    "nothing": (Says(b""), Garbled, "isn’t one we open"),
    "noise": (Says(bytes(range(256)) * 40), Garbled, "isn’t"),
    "words": (Says(b"All is well. " * 20), Garbled, "isn’t one we open"),
    "other XML": (Says(b"<?xml version='1.0'?><svg><g/></svg>"), Garbled, "isn’t a feed"),
    "huge": (Says(b"<feed>" + b"x" * 4_100_000), Garbled, "far larger"),
}


@pytest.mark.parametrize("case", TROUBLES)
def test_each_trouble_is_told_plainly(case: str, server: LittleServer, web: Web) -> None:
    says, kind, sentence = TROUBLES[case]
    server.replies = [says]
    with pytest.raises(kind, match=sentence) as told:
        fetched(connected(server, web))
    assert CANARY not in f"{told.value} {told.value.advice} {told.value.details} {told.value!r}"


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title><link>https://a.example</link></item></channel></rss>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!-- a comment --><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd"><rss version="2.0"><channel></channel></rss>"""


@pytest.mark.parametrize(
    "body",
    [BOMB, OUTSIDE, BOMB.decode().encode("utf-16"), b"\xef\xbb\xbf" + BOMB, BOMB.replace(b"<!DOCTYPE", b"<!doctype")],
    ids=["entities", "outside", "two bytes a letter", "marked", "small letters"],
)
def test_a_document_type_is_never_opened(body: bytes) -> None:
    with pytest.raises(Garbled, match="isn’t one we open"):
        read(body, "a.example")


def test_entities_hidden_in_an_odd_encoding_unfold_nothing() -> None:
    hidden = BOMB.decode().replace('version="1.0"', 'version="1.0" encoding="utf-7"').encode("utf-7")
    try:
        found = read(hidden, "a.example")
    except Garbled:
        return
    assert "hahaha" not in "".join(entry.title for entry in found.entries)


def test_hostile_feeds_end_soon() -> None:
    deep = alerts("<entry><title>" + "<b>" * 20_000 + "</title></entry>")
    open_tags = b"<rss><channel><item><title>" + b"<a <a <a " * 400_000
    nested = b"<rss><channel><item><title>" + b"<b>" * 1_300_000
    letters = b"<rss><channel><item><title>" + b"&#x26;lt" * 100_000
    many = alerts(*[alert(str(n), f"https://b.example/{n}") for n in range(600)])
    first_line = b"<?xml version='1.0' encoding='utf-8'?\xf3><feed>" + b"encoding='a' " * 100_000
    for body in (deep, open_tags, nested, letters, many, first_line):
        began = time.process_time()
        try:
            assert len(read(body, "a.example").entries) <= 500
        except Garbled:
            pass
        assert time.process_time() - began < 10, "a second or two; the unguarded parser takes half a minute"


@pytest.mark.parametrize(
    ("link", "page"),
    [
        (wrapped(PAGE), PAGE),
        (wrapped(wrapped(PAGE)), PAGE),
        ("https://www.google.de/url?q=https://a.example/x", "https://a.example/x"),
        ("https://google.com/maps/place/1", "https://google.com/maps/place/1"),
        ("https://google.com.evil.example/url?url=https://a.example", "https://google.com.evil.example/url?url=https://a.example"),
        ("https://www.google.com/url?nothing=1", ""),
        ("https://www.google.com/url?url=javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://a.example/" + "x" * 2_000, ""),
    ],
)
def test_a_link_loses_googles_address_around_it(link: str, page: str) -> None:
    assert unwrapped(link) == page


def test_a_time_that_cannot_be_is_no_time() -> None:
    (entry,) = read(alerts(alert(at="9999-99-99T99:99:99Z")), "a.example").entries
    assert isinstance(entry, Entry)


# ---- in the shop -----------------------------------------------------------------------------------


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop.open(tmp_path / "shop", vault=SessionVault(), web=lambda: Web(read_s=2, connect_s=2, pace=Pace()))
    made.found_with("Corner Shop", "Ines")
    yield made
    made.close()


def test_a_pasted_address_is_read_kept_secret_and_checked(shop: Shop, server: LittleServer) -> None:
    account = connecting.sign_in(shop, "feed", {"address": f" {server.url}/alerts/feeds/{CANARY}/2 \n"})
    assert account.name == 'Google Alert - "corner shop"'
    collected = collect.collect(shop, account.id)
    assert (collected.new, collected.trouble) == (1, None)
    assert collect.collect(shop, account.id).new == 0
    (one,) = [conversations.by_id(shop.store, each) for each in collected.fresh]
    assert one is not None
    assert shop.place(one.platform) == "The web"
    sight = passerby.sees(shop.store, one.id)
    assert (sight.can_look, sight.checked_at) == (False, one.first_at), "the feed told of it; nobody saw the page"
    kept = b"".join(path.read_bytes() for path in shop.folder.rglob("*") if path.is_file())
    assert CANARY.encode() not in kept, "the address is in the shop folder"
    assert b"raw-tart" in kept


def test_a_feed_that_ended_waits_for_another_address(shop: Shop, server: LittleServer) -> None:
    account = connecting.sign_in(shop, "feed", {"address": f"{server.url}/{CANARY}"})
    server.replies = [Says(status=410)]
    collect.collect(shop, account.id)
    now_is = accounts.by_id(shop.store, account.id)
    assert now_is is not None and now_is.state is AccountState.NEEDS_LOGIN
    assert CANARY not in now_is.trouble


def test_two_feeds_that_list_one_page_make_one_conversation(shop: Shop, server: LittleServer) -> None:
    for path in ("first", "second"):
        account = connecting.sign_in(shop, "feed", {"address": f"{server.url}/{path}-{CANARY}"})
        collect.collect(shop, account.id)
    assert len(past.newest(shop.store)) == 1
    assert len(posts_with(shop.store, "raw tart")) == 1


@pytest.mark.parametrize("typed", ["", "nonsense", "https://", "ftp://a.example/x", "https://[::1", "x" * 3_000])
def test_what_is_no_address_is_told_before_anything_is_asked(shop: Shop, typed: str) -> None:
    with pytest.raises(Misuse):
        connecting.sign_in(shop, "feed", {"address": typed})


def test_an_address_that_leads_nowhere_is_told(shop: Shop, server: LittleServer) -> None:
    server.replies = [Says(status=404)]
    with pytest.raises(Misuse, match="Copy it once more") as told:
        connecting.sign_in(shop, "feed", {"address": f"{server.url}/{CANARY}"})
    assert CANARY not in f"{told.value} {told.value.details}"
    with pytest.raises(ShopError):
        connecting.sign_in(shop, "feed", {"address": "feed://127.0.0.1:1/x"})
