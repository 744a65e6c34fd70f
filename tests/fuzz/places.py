"""Readers of what places answer: each connector, all the way into a shop, over answers that were recorded from our
own stand-ins (tests/desktop/connectors) and then spoilt."""

from __future__ import annotations

import json
import shutil
import tempfile
from abc import abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import ClassVar
from urllib.parse import urlsplit

from desktop import accounts, collect
from desktop.connectors import Connector, SignedIn
from desktop.connectors.feed import NewsFeed
from desktop.connectors.google import Google
from desktop.errors import ShopError
from desktop.exchange import Raw, Request
from desktop.pace import Pace
from desktop.records import Account, Post, RemotePost
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.connectors import (
    bluesky_network,
    test_feed,
    test_google,
    test_mastodon,
    test_youtube,
    x_town,
)
from tests.desktop.connectors import conftest as mastodon
from tests.desktop.connectors.google_stand_in import GoogleStandIn
from tests.desktop.connectors.little_meta import (
    LittleFacebook,
    LittleInstagram,
    LittleThreads,
    facebook,
    instagram,
    threads,
)
from tests.desktop.connectors.youtube_stand_in import YouTubeStandIn
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.fuzz import spoil
from tests.fuzz.hunt import Reader

_MOST_ASKED = 1_000  # requests for one look at a place: more is going round in circles
_SHOP_FOR = 300  # inputs that one shop takes in
_STATUSES = (
    200,
    200,
    200,
    201,
    204,
    301,
    302,
    304,
    307,
    400,
    401,
    403,
    404,
    410,
    418,
    422,
    429,
    500,
    503,
    999,
)
_HEADERS = (
    "retry-after",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "link",
    "content-type",
    "date",
    "location",
    "x-app-usage",
)
_ODD = ("0", "-1", "9" * 400, "nan", "inf", "1e9", '{"a":' * 900 + "1" + "}" * 900, '{"call_count": 1e999}')


class EndlessAsking(Exception):
    """It asked again and again."""


class Recorder(Web):
    """Keeps what the stand-in answered."""

    def __init__(self) -> None:
        super().__init__(connect_s=2, read_s=5, pace=Pace())
        self.kept: list[tuple[str, str, Raw]] = []

    def _exchange(self, request: Request) -> Raw | ShopError:
        raw = super()._exchange(request)
        if isinstance(raw, Raw):
            self.kept.append((request.method, urlsplit(request.url).path, raw))
        return raw


class Spoilt(Web):
    """Answers with what was recorded for that path or one like it, now and then with something spoilt."""

    def __init__(self, kept: list[tuple[str, str, Raw]], rng: Random) -> None:
        super().__init__(pace=Pace())
        self._kept, self._rng, self._how_often = kept, rng, rng.choice((0.1, 0.3, 1.0))
        self.given: list[str] = []
        self.asked = 0

    def _exchange(self, request: Request) -> Raw | ShopError:
        self.asked += 1
        if self.asked > _MOST_ASKED:
            raise EndlessAsking
        path = urlsplit(request.url).path
        fitting = [raw for method, known, raw in self._kept if (method, known) == (request.method, path)]
        end = path.rpartition("/")[2]
        fitting = fitting or [raw for method, known, raw in self._kept if known.rpartition("/")[2] == end]
        raw = self._rng.choice(
            fitting or [raw for method, _, raw in self._kept if method == request.method] or [EMPTY]
        )
        return self._spoilt(path, raw) if self._rng.random() < self._how_often else raw

    def _spoilt(self, path: str, raw: Raw) -> Raw:
        rng = self._rng
        try:
            body = spoil.written(rng, json.loads(raw.body))
        except ValueError:
            body = spoil.octets(rng, raw.body)
        status, headers = raw.status, dict(raw.headers)
        if rng.random() < 0.15:
            status = rng.choice(_STATUSES)
        if rng.random() < 0.2:
            headers[rng.choice(_HEADERS)] = rng.choice(spoil.NASTY + _ODD)
        address = rng.choice(("https://quay.example/x?min_id=1", "//", "http://[", "/x"))
        links = {"next": address} if rng.random() < 0.2 else {}
        self.given.append(f"{path} {status} {body[:400]!r}")
        return Raw(status, headers, links, body)


EMPTY = Raw(200, {}, {}, b"{}")


class PlaceReader(Reader):
    """One connector. `answer` and `connect` are set up by `begin`, once, over the stand-in's address."""

    fields: ClassVar[Mapping[str, str]] = {}
    words = "@shop The bread was stale, second time this week."
    _asked = 0

    @abstractmethod
    def begin(self, server: LittleServer) -> None:
        """Makes the stand-in the server's answer, with something in it to read."""

    @abstractmethod
    def connected(self, url: str, web: Web) -> Connector:
        """The connector, signed in there."""

    def sign_in(self, web: Web) -> SignedIn | None:
        """Signing in with the form, where that needs no browser."""
        if not self.fields:
            return None
        return type(self.connected(self._url, web)).sign_in({**self.fields, "base": self._url}, web)

    def __enter__(self) -> PlaceReader:
        quick = "/dev/shm" if Path("/dev/shm").is_dir() else None
        self._folder = Path(tempfile.mkdtemp(prefix="fuzz-shop-", dir=quick))
        with LittleServer(Says({})) as server:
            self._url = server.url
            self.begin(server)
            with Recorder() as web:
                self._seen = self._everything(web)
                self._kept = web.kept
        self._shop: Shop | None = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._shop:
            self._shop.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _everything(self, web: Web) -> list[RemotePost]:
        """What a day asks of a place, for the recorder."""
        here = self.connected(self._url, web)
        seen = [post for batch in here.fetch({}) for post in batch.posts]
        theirs = [post for post in seen if not post.is_ours] or seen
        for act in (
            lambda: here.thread(theirs[0].remote_id),
            lambda: here.still_there(tuple(post.remote_id for post in seen)),
            lambda: here.as_stranger(theirs[0].remote_id),
            lambda: self.sign_in(web),
            lambda: here.reply(self._stored(theirs[0]), "Sorry about that. Tom", "key-1"),
            lambda: here.hide(theirs[0].remote_id, hidden=True),
        ):
            try:
                act()
            except (ShopError, NotImplementedError):
                continue
        return seen

    def good(self) -> None:
        assert self._seen, "nothing came from the stand-in"
        assert len({path for _, path, _ in self._kept}) > (1 if self.name != "feed-place" else 0)

    def once(self, rng: Random) -> None:
        web = Spoilt(self._kept, rng)
        here = self.connected(self._url, web)
        post = rng.choice(self._seen)
        acts: list[Callable[[], object]] = [
            lambda: self._collected(here),
            lambda: self._collected(here),
            lambda: here.thread(post.remote_id),
            lambda: here.still_there(tuple(one.remote_id for one in self._seen)),
            lambda: here.as_stranger(post.remote_id, (self._seen[-1].remote_id,)),
            lambda: here.reply(self._stored(post), "Sorry about that. Tom", "key-1"),
            lambda: here.hide(post.remote_id, hidden=True) if here.can.hide else None,
            lambda: self.sign_in(web),
        ]
        try:
            rng.choice(acts)()
        finally:
            self.last = "\n   ".join(web.given)

    def _collected(self, here: Connector) -> None:
        """All of it into a shop, as checking does it."""
        shop = self._open_shop(here.account)
        cursors = accounts.cursors(shop.store, here.account.id) if self._asked % 2 else {}
        for count, batch in enumerate(here.fetch(cursors)):
            collect.take(shop, here.account, batch, here)
            if count > _MOST_ASKED:
                raise EndlessAsking

    def _open_shop(self, account: Account) -> Shop:
        self._asked += 1
        if self._asked % _SHOP_FOR == 0 and self._shop is not None:
            self._shop.close()
            shutil.rmtree(self._folder / "shop", ignore_errors=True)
            self._shop = None
        if self._shop is None:
            self._shop = Shop.open(self._folder / "shop", vault=SessionVault(), web=lambda: Web(offline=True))
            self._shop.found_with("Corner Shop", "Ines")
        if accounts.by_id(self._shop.store, account.id) is None:
            with self._shop.store.writing():
                accounts.add(self._shop.store, account, self._shop.clock.now())
        return self._shop

    def _stored(self, post: RemotePost) -> Post:
        """The post as the shop file would hand it back."""
        return mastodon.stored(post)._replace(
            platform=self.name, url=post.url, parent_remote_id=post.parent_remote_id
        )


class MastodonReader(PlaceReader):
    name = "mastodon"
    fields: ClassVar = {"token": "token-shop"}

    def begin(self, server: LittleServer) -> None:
        status, note = mastodon.status, mastodon.note
        pages = test_mastodon.Pages(own=3)
        pages.notes = [
            note("1", status("11", spoiler_text="food", media_attachments=[{"description": "Mould"}])),
            note("2", status("12", in_reply_to_id="11", edited_at="2026-08-02T10:00:00+02:00")),
            note("3", status("13", visibility="direct")),
            note(
                "4",
                status(
                    "14", reblog=status("15"), words="<p>Look <a href='https://sea.example/x'>here</a></p>"
                ),
            ),
        ]

        def answer(asked: Asked) -> Says:
            end = asked.path.rpartition("/")[2]
            if end == "context":
                return Says({"ancestors": [status("9")], "descendants": [status("12", in_reply_to_id="11")]})
            if asked.method == "POST":
                return Says(status("99", account=mastodon.OURS))
            if end == "verify_credentials":
                return Says(mastodon.OURS)
            if end == "instance":
                return Says(test_mastodon.INSTANCE)
            if end.isdigit():
                return Says(status(end))
            return pages(asked) if "limit" in asked.query else Says([status("11"), status("12")])

        server.answer = answer

    def sign_in(self, web: Web) -> SignedIn:
        from desktop.connectors.mastodon import Mastodon

        return Mastodon.sign_in({**self.fields, "server": self._url}, web)

    def connected(self, url: str, web: Web) -> Connector:
        return mastodon.connected(url, web)


class BlueskyReader(PlaceReader):
    name = "bluesky"
    fields: ClassVar = {"handle": "shop.example", "password": bluesky_network.PASSWORD}

    def begin(self, server: LittleServer) -> None:
        network = bluesky_network.Network()
        network.url, server.answer = server.url, network
        words = "@shop.example the lemon tart was raw in the middle"
        first = network.says(bluesky_network.CARLA, words, langs=["en"], **bluesky_network.mention(words))
        answer = network.says(bluesky_network.SHOP, "Sorry, Carla.", first)
        network.says(bluesky_network.THEO, "Same here, twice.", answer)
        network.gates[first] = {"allow": []}
        network.labels[bluesky_network.THEO] = ["!no-unauthenticated"]

    def sign_in(self, web: Web) -> SignedIn:
        from desktop.connectors.bluesky import Bluesky

        return Bluesky.sign_in({**self.fields, "pds": self._url}, web)

    def connected(self, url: str, web: Web) -> Connector:
        return bluesky_network.connected(url, web, search="Corner Shop")


class XReader(PlaceReader):
    name = "x"

    def begin(self, server: LittleServer) -> None:
        self._town = town = x_town.Town(server)
        first = town.says("carla", "@shop the croissant was stale <3", urls=[
            {"url": "https://t.co/a", "expanded_url": "https://sea.example/a", "display_url": "sea.example/a"}
        ])  # fmt: skip
        town.says("shop", "Sorry!", first)
        town.says("theo", "Corner Shop is closed again", note={"text": "A long one " * 30})

    def connected(self, url: str, web: Web) -> Connector:
        return x_town.connected(self._town, web, search="Corner Shop")


class FacebookReader(PlaceReader):
    name = "facebook"
    fields: ClassVar = {"token": "EAAcanary-token-of-this-page"}

    def begin(self, server: LittleServer) -> None:
        server.answer = page = LittleFacebook()
        ours = page.post("Rye is back.")
        raw = page.comment(ours, "Raw in the middle again!")
        page.comment(raw, "Sorry, Marta. Ours.", "")
        page.post("Charged twice on Saturday.", "Omar S.", "visitor_posts")

    def sign_in(self, web: Web) -> SignedIn:
        from desktop.connectors.facebook import Facebook

        return Facebook.sign_in({**self.fields, "base": f"{self._url}/v25.0"}, web)

    def connected(self, url: str, web: Web) -> Connector:
        return facebook(url, web)


class InstagramReader(PlaceReader):
    name = "instagram"
    fields: ClassVar = {"token": "EAAcanary-token-of-this-page"}

    def begin(self, server: LittleServer) -> None:
        server.answer = there = LittleInstagram()
        picture = there.media("Rye is back.")
        raw = there.comment(picture, "Raw in the middle!")
        there.comment(raw, "Sorry!", "cornerbakery")
        there.media("Lovely @cornerbakery", "hana.b", "tags")

    def sign_in(self, web: Web) -> SignedIn:
        from desktop.connectors.instagram import Instagram

        return Instagram.sign_in({**self.fields, "base": f"{self._url}/v25.0"}, web)

    def connected(self, url: str, web: Web) -> Connector:
        return instagram(url, web)


class ThreadsReader(PlaceReader):
    name = "threads"
    fields: ClassVar = {"token": "EAAcanary-token-of-this-page"}

    def begin(self, server: LittleServer) -> None:
        server.answer = there = LittleThreads()
        ours = there.thread("Rye is back.")
        raw = there.reply(ours, "Raw in the middle!")
        there.reply(raw, "Sorry!", "cornerbakery")
        there.mention("Never again @cornerbakery")

    def connected(self, url: str, web: Web) -> Connector:
        return threads(url, web)


class GoogleReader(PlaceReader):
    name = "google"
    fields: ClassVar = {"location": "", **test_google.CLIENT, "refresh": "refresh-1", "token": "token-1"}

    def begin(self, server: LittleServer) -> None:
        server.answer = there = GoogleStandIn()
        for words in ("The tart was raw.", "(Translated by Google) Very good\n\n(Original)\nSehr gut", ""):
            there.write(words)
        last = there.write("Two hours for a soup.", "TWO", "Ruth A.")
        there.reviews[last]["reviewReply"] = {
            "comment": "Sorry",
            "updateTime": "2026-11-01T09:05:00.123456789Z",
        }

    def connected(self, url: str, web: Web) -> Connector:
        facts = {
            "parent": test_google.PARENT,
            "page": test_google.MAPS,
            "client_id": "client-id-1",
            "base": url,
        }
        account = Account("g1", "google", "Quay Bakery", "Quay Bakery", "", "locations/2", facts=facts)
        return Google(account, dict(test_google.KEYS), web)


class YouTubeReader(PlaceReader):
    name = "youtube"
    fields: ClassVar = {**test_google.CLIENT, "refresh": "refresh-1", "token": "token-1"}

    def begin(self, server: LittleServer) -> None:
        server.answer = tube = YouTubeStandIn()
        first = tube.write("Raw tart.")
        for at in range(4):
            tube.write(f"Me too, {at}", "@theo", first)
        tube._add("Sorry, all of you.", "@quaybakery", test_youtube.OUR, first)
        tube.write("Lovely shop!", "@ruth")

    def connected(self, url: str, web: Web) -> Connector:
        from desktop.connectors.youtube import YouTube

        facts = {"client_id": "client-id-1", "base": url}
        account = Account("y1", "youtube", "@quaybakery", "Quay Bakery", "", test_youtube.OUR, facts=facts)
        return YouTube(account, dict(test_youtube.KEYS), web)


class FeedReader(PlaceReader):
    name = "feed-place"

    def begin(self, server: LittleServer) -> None:
        server.answer = lambda _: Says(
            test_feed.alerts(test_feed.alert(), test_feed.alert("2", "https://b.example/2"))
        )

    def connected(self, url: str, web: Web) -> Connector:
        account = Account("a1", "feed", "127.0.0.1", "Alerts", "127.0.0.1", "1")
        return NewsFeed(account, {"address": f"{url}/alerts/feeds/1/2"}, web)


READERS: tuple[type[Reader], ...] = (
    MastodonReader, BlueskyReader, XReader, FacebookReader, InstagramReader, ThreadsReader, GoogleReader,
    YouTubeReader, FeedReader,
)  # fmt: skip
