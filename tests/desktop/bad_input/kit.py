"""A server that is good until it isn't, and hands on the clock, the disk and the password store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop import accounts, collect, inbox
from desktop.clock import SetClock, SystemClock
from desktop.errors import ShopError
from desktop.pace import Pace
from desktop.records import Group
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.connectors.conftest import OURS, note, status
from tests.desktop.little_server import Asked, LittleServer, Says

NOON = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)
INSTANCE = {
    "domain": "quay.example",
    "version": "4.6.0",
    "configuration": {"statuses": {"max_characters": 500, "characters_reserved_per_url": 23}},
}


@dataclass
class Quay:
    """A Mastodon server that is good until `rubbish` is set, and the shop that is connected to it."""

    server: LittleServer
    notes: list[dict[str, Any]] = field(default_factory=list)
    rubbish: Callable[[Asked], Says] | None = None
    shop: Shop = None  # type: ignore[assignment]
    account: str = ""

    def answer(self, asked: Asked) -> Says:
        good = {"/api/v2/instance": Says(INSTANCE), "/api/v1/accounts/verify_credentials": Says(OURS)}
        if asked.path in good:
            return good[asked.path]
        if self.rubbish is not None:
            return self.rubbish(asked)
        if asked.path == "/api/v1/notifications":
            return self._page(asked)
        if asked.method == "GET" and asked.path.startswith("/api/v1/statuses/"):
            return self._thread(asked)
        return Says([])

    def _page(self, asked: Asked) -> Says:
        low = int(asked.query.get("min_id", ["0"])[0])
        high = int(asked.query.get("max_id", ["999999"])[0])
        inside = [one for one in self.notes if low < int(one["id"]) < high]
        size = int(asked.query["limit"][0])
        page = inside[:size] if "min_id" in asked.query else inside[-size:]
        return Says(list(reversed(page)))

    def _thread(self, asked: Asked) -> Says:
        if asked.path.endswith("/context"):
            return Says({"ancestors": [], "descendants": []})
        wanted = asked.path.rpartition("/")[2]
        found = [one["status"] for one in self.notes if one["status"]["id"] == wanted]
        return Says(found[0]) if found else Says({"error": "Record not found"}, 404)

    def says(self, words: str = "<p>Still waiting for my order</p>", **more: Any) -> str:
        """Carla writes to the shop; returns the id of her post."""
        number = str(len(self.notes) + 1)
        made = status(str(1000 + len(self.notes)), words, **more)
        self.notes.append(note(number, made))
        return str(made["id"])

    def collect(self) -> collect.Collected:
        return collect.collect(self.shop, self.account)

    @property
    def trouble(self) -> str:
        found = accounts.by_id(self.shop.store, self.account)
        assert found
        return found.trouble

    def texts(self) -> list[str]:
        rows = self.shop.store.rows(
            "select text from posts where account = ? order by remote_id", (self.account,)
        )
        return [row["text"] for row in rows]


def quick_web() -> Web:
    return Web(connect_s=2, read_s=0.5, whole_s=4, pace=Pace())


def only(shop: Shop) -> str:
    (row,) = rows(shop)
    return str(row.id)


def rows(shop: Shop) -> list[Any]:
    found: list[Any] = []
    for group in Group:
        rids = inbox.rids(shop.store, group, inbox.Filter())
        found += inbox.page(shop.store, rids, shop.me.id, shop.clock.now())
    return found


def later(shop: Shop, **duration: float) -> None:
    assert isinstance(shop.clock, SetClock)
    shop.clock.forward(**duration)


NAMES = {
    "lines": ("Carla\nthe\r\nowner", "Carla the owner"),
    "turned": ("\u202eenI\u202c s", "enI s"),
    "long": ("C" * 10_000, "C" * 199 + "…"),
    "empty": ("", "carla"),
    "unseen": ("\u200b\ufeff", "carla"),
    "control": ("Car\x00la\x07", "Carla"),
    "markup": ("<b>Carla</b> & co", "<b>Carla</b> & co"),
}


class Hands:
    """The computer's two clocks: the one on the wall, which can be set, and the one that only counts on."""

    def __init__(self, now: datetime = NOON) -> None:
        self.wall, self.steady = now, 1000.0

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.wall, lambda: self.steady)

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds

    def set(self, **by: float) -> None:
        self.wall += timedelta(**by)


class FullDisk:
    """The shop file may not grow any more, until `freed`."""

    def __init__(self, shop: Shop) -> None:
        self._conn = shop.store._conn
        pages = self._conn.execute("pragma page_count").fetchone()[0]
        self._conn.execute(f"pragma max_page_count={pages}")

    def freed(self) -> None:
        self._conn.execute("pragma max_page_count=4294967294")


class Shut(SessionVault):
    """A password store that does not open while there is an `error`."""

    error: ShopError | None = None

    def load(self, account: str) -> dict[str, str]:
        if self.error:
            raise self.error
        return super().load(account)
