"""Everything the X connector asks, through a proxy that holds each request against X's contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.connectors.x import X
from desktop.errors import ShopError
from desktop.pace import Pace
from desktop.web import Answer, Web
from tests.desktop.connectors.test_x_contracts import a_day
from tests.desktop.connectors.x_town import Town, account, keys
from tests.desktop.little_server import LittleServer, Says
from tests.servers import absent, running


class Watching(Web):
    """Keeps what the proxy says about each exchange."""

    def __init__(self) -> None:
        super().__init__(pace=Pace())
        self.asked = 0
        self.violations: list[dict[str, Any]] = []

    def get_json(self, *args: Any, **more: Any) -> Answer:
        return self._watch(super().get_json, args, more)

    def post_json(self, *args: Any, **more: Any) -> Answer:
        return self._watch(super().post_json, args, more)

    def put_json(self, *args: Any, **more: Any) -> Answer:
        return self._watch(super().put_json, args, more)

    def delete(self, *args: Any, **more: Any) -> Answer:
        return self._watch(super().delete, args, more)

    def _watch(self, ask: Any, args: Any, more: Any) -> Answer:
        self.asked += 1
        try:
            answer: Answer = ask(*args, **more)
        except ShopError as error:
            self._note(error.answer.headers if error.answer else {})
            raise
        self._note(answer.headers)
        return answer

    def _note(self, headers: Any) -> None:
        self.violations += json.loads(headers.get("sl-violations", "[]"))


@pytest.fixture(scope="module")
def x_proxy_server(shared: Path) -> Iterator[tuple[str, Town]]:
    """The proxy's address, and the small X behind it."""
    with LittleServer(Says()) as server, running(shared / "servers" / "contracts", "x-proxy", server.url) as proxy:
        if not proxy["ours"]:
            absent("another test run has the proxy: there is one on a machine")
        yield proxy["url"], Town(server)


@pytest.mark.parametrize("spelling", ["tweet", "post"])
def test_no_request_departs_from_the_contract(x_proxy_server: tuple[str, Town], spelling: str) -> None:
    url, town = x_proxy_server
    town.posts.clear()
    town.spelling = spelling
    with Watching() as web:
        a_day(town, X(account(url, search="Corner Shop"), keys(town), web))
    assert web.asked > 10
    wrong = [each for each in web.violations if str(each["location"][0]).startswith("request")]
    assert wrong == []


def test_the_proxy_sees_what_is_wrong(x_proxy_server: tuple[str, Town]) -> None:
    url, town = x_proxy_server
    with Watching() as web:
        bearer = {"Authorization": f"Bearer {town.access}"}
        web.get_json(f"{url}/2/users/1/mentions", {"max_results": "3"}, bearer)
    assert [each["location"][0] for each in web.violations][:1] == ["request"]
