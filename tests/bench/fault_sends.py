"""A server that fails at any request of a send, and a password store that fails before it (`tests.bench.faults`)."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from desktop import accounts, collect, connecting, counter, deliver, outbox, posts
from desktop.clock import SetClock
from desktop.errors import ShopError
from desktop.pace import Pace
from desktop.records import ReplyState
from desktop.shop import Shop
from desktop.vault import SessionVault, VaultLocked, VaultMissing
from desktop.web import Web
from desktop.writing import Writing
from tests.bench import sound
from tests.bench.faults import Fault, Outcome
from tests.desktop.connectors.test_mastodon_live import Town
from tests.stories.cutting_proxy import CuttingProxy

PAGE = b"<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>"
REACHES_IT = {  # kind of fault: whether the request is carried out
    "no connection": False,
    "busy (503)": False,
    "slow down (429)": False,
    "an error after it was done (500)": True,
    "the answer is lost": True,
    "the answer breaks off": True,
    "half JSON": True,
    "an error page with 200": True,
}


class FaultyProxy(CuttingProxy):
    """Lets requests through but for one: `arm(kind, which)`. `asked`: those since it was armed."""

    def __init__(self, upstream: str) -> None:
        super().__init__(upstream)
        self.asked: list[str] = []
        self._kind, self._which = "", -1

    def arm(self, kind: str, which: int) -> None:
        self.asked, self._kind, self._which = [], kind, which

    def _handle(self, asked: BaseHTTPRequestHandler) -> None:
        self.asked.append(f"{asked.command} {asked.path}")
        if len(self.asked) - 1 != self._which:
            super()._handle(asked)
            return
        answer, content = self._carried_out(asked) if REACHES_IT[self._kind] else (None, b"")
        with suppress(ConnectionError):
            self._fail(asked, answer, content)

    def _carried_out(self, asked: BaseHTTPRequestHandler) -> tuple[http.client.HTTPResponse, bytes]:
        body = asked.rfile.read(int(asked.headers.get("Content-Length") or 0))
        to = self._upstream(asked)
        behind = http.client.HTTPConnection(to.hostname or "", to.port, timeout=20)
        try:
            behind.request(asked.command, asked.path, body or None, {**dict(asked.headers), "Host": to.netloc})
            answer = behind.getresponse()
            return answer, answer.read()
        finally:
            behind.close()

    def _fail(
        self, asked: BaseHTTPRequestHandler, answer: http.client.HTTPResponse | None, content: bytes
    ) -> None:
        kind = self._kind
        asked.close_connection = True
        if kind in ("no connection", "the answer is lost"):
            asked.connection.close()
            return
        status = {"busy (503)": 503, "slow down (429)": 429, "an error after it was done (500)": 500}.get(kind, 200)
        body = {"half JSON": content[: len(content) // 2], "the answer breaks off": content}.get(kind, PAGE)
        asked.send_response(status)
        is_json = kind in ("half JSON", "the answer breaks off")
        asked.send_header("Content-Type", "application/json" if is_json else "text/html")
        asked.send_header("Content-Length", str(len(body)))
        if status == 429:
            asked.send_header("Retry-After", "30")
        asked.end_headers()
        asked.wfile.write(body[: len(body) // 2] if kind == "the answer breaks off" else body)


class Odd(SessionVault):
    """A password store that fails, or takes its time."""

    error: ShopError | None = None
    seconds = 0.0

    def load(self, account: str) -> dict[str, str]:
        threading.Event().wait(self.seconds)
        if self.error:
            raise self.error
        return super().load(account)


class Desk:
    """A shop at the server, through the proxy; it answers complaints."""

    def __init__(self, folder: Path, server: Mapping[str, Any], proxy: FaultyProxy) -> None:
        self.folder, self.server, self.proxy = folder, server, proxy
        self.clock, self.vault = SetClock(datetime.now(UTC)), Odd()
        self.shop = Shop.open(folder, clock=self.clock, vault=self.vault, web=lambda: Web(read_s=4, pace=Pace()))
        self.shop.found_with("Corner Shop", "Ines")
        fields = {"server": proxy.url, "token": server["accounts"]["shop"]["token"]}
        self.account = connecting.sign_in(self.shop, "mastodon", fields).id
        self.said, self.lost = list[str](), list[str]()

    def complaint(self, number: int) -> tuple[str, str]:
        """Carla writes, one check: (the post there, the conversation here)."""
        with Web(pace=Pace()) as web:
            remote = Town(dict(self.server), web).says("customer", f"@shop {number}: the tart was raw in the middle.")
        collect.collect(self.shop, self.account)
        one = posts.conversation_of(self.shop.store, self.account, remote)
        assert one
        return remote, one

    def there(self, remote: str) -> int:
        """How many answers of ours stand under it."""
        with Web(pace=Pace()) as web:
            town = Town(dict(self.server), web)
            url = f"{town.url}/api/v1/statuses/{remote}/context"
            context = web.get_json(url, headers=town._as("customer")).data
        return sum(status["account"]["acct"] == "shop" for status in context["descendants"])

    def send(self, number: int, fault: Callable[[], None], heal: Callable[[], None]) -> None:
        """One answer with a fault on its way, and what a day later has come of it."""
        remote, one = self.complaint(number)
        reply = counter.post(self.shop, one, Writing.typed(f"{number}: we are sorry, and it is put right. Ines"))
        self.clock.forward(seconds=11)
        fault()
        deliver.deliver_due(self.shop)
        heal()
        self._claims(remote, reply.id)
        for _ in range(3):
            self.clock.forward(hours=1)
            deliver.look_for_unsure(self.shop)
            deliver.deliver_due(self.shop)
            self._claims(remote, reply.id)
        self._person_decides(remote, reply.id)
        found, count = outbox.by_id(self.shop.store, reply.id), self.there(remote)
        if found is None or found.state is not ReplyState.POSTED or count != 1:
            self.lost.append(f"{found.state if found else 'gone'}, {count} times there")

    def _claims(self, remote: str, reply: str) -> None:
        found, count = outbox.by_id(self.shop.store, reply), self.there(remote)
        assert found
        if count > 1:
            self.lost.append("posted twice")
        if found.state is ReplyState.POSTED and not count:
            self.lost.append("said to be posted, and isn't")
        account = accounts.by_id(self.shop.store, self.account)
        said = [found.trouble, account.trouble if account else ""]
        self.said += [one for one in said if one and one not in ("offline", "waited_long", "they_wrote")]

    def _person_decides(self, remote: str, reply: str) -> None:
        found = outbox.by_id(self.shop.store, reply)
        if found and found.state is ReplyState.UNSURE:
            if self.there(remote):
                counter.it_is_there(self.shop, reply)
            else:
                counter.it_isnt_send_it(self.shop, reply)
        elif found and found.state in (ReplyState.HELD, ReplyState.REFUSED):
            counter.release(self.shop, reply)
        deliver.deliver_due(self.shop)

    def end(self, tried: str) -> Outcome:
        result = collect.collect(self.shop, self.account)
        self.shop.close()
        is_sound = result.trouble is None and not sound.troubles(self.folder)
        return Outcome(tried, tuple(self.said), tuple(self.lost), is_sound)


def each(server: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
    for kind in REACHES_IT:
        yield f"server: {kind}", partial(at_every_request, server, kind)
    yield "password store gone", partial(store_is, server, VaultMissing("no store"), 0.0)
    yield "password store refuses", partial(store_is, server, VaultLocked("KeyringLocked"), 0.0)
    yield "password store slow", partial(store_is, server, None, 1.5)


def at_every_request(server: Mapping[str, Any], kind: str, folder: Path) -> Outcome:
    """A clean send first, to see what is asked; then one with the fault at each of these requests."""
    with FaultyProxy(server["url"]) as proxy:
        desk = Desk(folder / "shop", server, proxy)
        desk.send(0, lambda: proxy.arm("", -1), lambda: None)
        asked = [re.sub(r"/\d+", "/…", one.partition("?")[0]) for one in proxy.asked]
        steps = asked.index("POST /api/v1/statuses") + 1
        while steps < len(asked) and steps < 6:  # and the look at the page that follows it
            steps += 1
        for which in range(steps):
            desk.send(which + 1, partial(proxy.arm, kind, which), lambda: proxy.arm("", -1))
        return desk.end(f"at each of {steps} requests: {', '.join(asked[:steps])}")


def store_is(server: Mapping[str, Any], error: ShopError | None, seconds: float, folder: Path) -> Outcome:
    with FaultyProxy(server["url"]) as proxy:
        desk = Desk(folder / "shop", server, proxy)

        def fails() -> None:
            desk.vault.error, desk.vault.seconds = error, seconds
            said = collect.collect(desk.shop, desk.account).trouble
            desk.said += [f"{said} {said.advice}".strip()] if isinstance(said, ShopError) else []

        def works() -> None:
            desk.vault.error, desk.vault.seconds = None, 0.0

        desk.send(0, fails, works)
        return desk.end("a check and a reply, then both again")
