"""The table of troubles at Mastodon, Facebook, Instagram and Threads: each told plainly."""

from __future__ import annotations

from desktop.connectors import Connector
from desktop.connectors.facebook import Facebook
from desktop.connectors.instagram import Instagram
from desktop.connectors.mastodon import Mastodon
from desktop.connectors.threads import Threads
from desktop.records import Account, Post
from desktop.web import Web
from tests.desktop.connectors.conftest import FACTS, status, stored
from tests.desktop.connectors.little_graph import LittleGraph
from tests.desktop.connectors.little_meta import (
    IG,
    LATER,
    PAGE,
    TH,
    LittleFacebook,
    LittleInstagram,
    LittleThreads,
)
from tests.desktop.connectors.little_meta import stored as stored_at
from tests.desktop.connectors.test_mastodon import READER
from tests.desktop.connectors.troubles import CANARY, Troubled
from tests.desktop.little_server import Asked, LittleServer, Says

WHEN = {"renew_at": LATER}


def account(platform: str, remote_id: str, **facts: str) -> Account:
    return Account("a1", platform, "@cornerbakery", "Corner Bakery", "", remote_id, facts=facts)


class TestMastodonInTrouble(Troubled):
    place = "127.0.0.1"  # a server there has a name of its own

    def connected(self, url: str, web: Web) -> Mastodon:
        facts = {**FACTS, "domain": "127.0.0.1", "base": url}
        one = Account("a1", "mastodon", "@shop@127.0.0.1", "Shop", "127.0.0.1", "1", facts=facts)
        return Mastodon(one, {"token": CANARY}, web)

    def parent(self) -> Post:
        return stored(READER.post(status()))

    def good(self, asked: Asked) -> Says:
        return Says({})


class _AtMeta(Troubled):
    """`made`: what stands there, and the id of what is answered."""

    def _there(self) -> tuple[LittleGraph, str]:
        raise NotImplementedError

    def _connector(self, url: str, web: Web) -> Connector:
        raise NotImplementedError

    def connected(self, url: str, web: Web) -> Connector:
        return self._connector(url, web)

    def parent(self) -> Post:
        there, raw = self._there()
        there.token = CANARY
        self._graph = there
        with LittleServer() as server, Web() as web:
            server.answer = there
            connector = self._connector(server.url, web)
            found = next(post for post in connector.thread(raw) if post.remote_id == raw)
        return stored_at(found, connector.key)

    def good(self, asked: Asked) -> Says:
        return self._graph(asked)


class TestFacebookInTrouble(_AtMeta):
    place = "Facebook"

    def _there(self) -> tuple[LittleGraph, str]:
        there = LittleFacebook()
        return there, there.comment(there.post("Rye is back."), "Raw!")

    def _connector(self, url: str, web: Web) -> Facebook:
        one = account("facebook", PAGE, base=f"{url}/v25.0")
        return Facebook(one, {"token": CANARY, "app_secret": CANARY}, web)


class TestInstagramInTrouble(_AtMeta):
    place = "Instagram"

    def _there(self) -> tuple[LittleGraph, str]:
        there = LittleInstagram()
        return there, there.comment(there.media("Rye is back."), "Raw!")

    def _connector(self, url: str, web: Web) -> Instagram:
        return Instagram(account("instagram", IG, base=f"{url}/v25.0"), {"token": CANARY, **WHEN}, web)


class TestThreadsInTrouble(_AtMeta):
    place = "Threads"

    def is_reply(self, asked: Asked) -> bool:
        return asked.path.endswith("/threads_publish")  # what is kept before that, nobody sees

    def _there(self) -> tuple[LittleGraph, str]:
        there = LittleThreads()
        return there, there.reply(there.thread("Rye is back."), "Raw!")

    def _connector(self, url: str, web: Web) -> Threads:
        return Threads(account("threads", TH, base=url), {"token": CANARY, **WHEN}, web)
