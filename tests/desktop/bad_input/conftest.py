"""A shop that is connected to a small Mastodon server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import connecting
from desktop.clock import SetClock
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests.desktop.bad_input.kit import NOON, Quay, quick_web
from tests.desktop.little_server import LittleServer


@pytest.fixture
def quay(tmp_path: Path) -> Iterator[Quay]:
    with LittleServer() as server:
        at = Quay(server)
        server.answer = at.answer
        clock = SetClock(NOON)
        at.shop = Shop.open(tmp_path / "shop", clock=clock, vault=SessionVault(), web=quick_web)
        at.shop.found_with("Corner Shop", "Ines")
        fields = {"server": server.url, "token": "token-shop"}
        at.account = connecting.sign_in(at.shop, "mastodon", fields).id
        yield at
        at.shop.close()
