"""The connector that the README shows is a real one: run as it stands there, against a board of a few lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop import accounts, collect, connecting, connectors, conversations, counter, deliver, outbox, posts
from desktop.pace import Pace
from desktop.records import ReplyState
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.fixtures_shop import SATURDAY, SetClock

README = Path(__file__).parents[3] / "README.md"
MOST_LINES = 40


def example() -> str:
    section = README.read_text("utf-8").partition("## Adding a place")[2]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found is not None
    return found[1]


def board() -> type[connectors.Connector]:
    module = ModuleType("desktop.connectors.board")
    exec(compile(example(), "README.md", "exec"), module.__dict__)
    made: type[connectors.Connector] = module.__dict__["CONNECTOR"]
    return made


@pytest.fixture(autouse=True)
def is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the file stood in the folder."""
    every = {**connectors.all_connectors(), "board": TestTheExample.connector}
    for module in (connectors, connecting):
        monkeypatch.setattr(module, "all_connectors", lambda: every)
    monkeypatch.setattr("tests.desktop.connectors.contract.all_connectors", lambda: every)


class TestTheExample(ConnectorContract):
    connector = board()


def test_it_is_short() -> None:
    assert sum(bool(line.strip()) for line in example().splitlines()) <= MOST_LINES


class Notes:
    """The board: notes in order, answered once for each key."""

    def __init__(self) -> None:
        self.notes: list[dict[str, Any]] = []
        self.by_key: dict[str, dict[str, Any]] = {}

    def write(self, who: str, words: str, answers: str = "") -> dict[str, Any]:
        note = {
            "id": f"{len(self.notes) + 1:06}",
            "by": who,
            "by_id": who,
            "words": words,
            "answers": answers,
            "seconds": 1_749_890_000,
        }
        self.notes.append(note)
        return note

    def __call__(self, asked: Asked) -> Says:
        if asked.headers.get("key") != "k":
            return Says({}, 401)
        if asked.path == "/me":
            return Says({"id": "shop", "name": "Shop"})
        if asked.method == "POST":
            told = json.loads(asked.body)
            if told["once"] not in self.by_key:
                self.by_key[told["once"]] = self.write("shop", told["words"], told["answers"])
            return Says(self.by_key[told["once"]])
        if asked.path.endswith("/thread"):
            return Says({"notes": self.notes})
        if "ids" in asked.query:
            return Says({"notes": [n for n in self.notes if n["id"] in asked.query["ids"][0].split(",")]})
        after = asked.query.get("after", [""])[0]
        return Says({"notes": [note for note in self.notes if note["id"] > after][:2]})


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    clock = SetClock(SATURDAY, SATURDAY.tzinfo)
    opened = Shop.open(tmp_path, clock=clock, vault=SessionVault(), web=lambda: Web(pace=Pace()))
    opened.found_with("Corner Shop", "Ines")
    yield opened
    opened.close()


def test_it_signs_in_collects_and_answers_once(shop: Shop) -> None:
    with LittleServer() as server:
        server.answer = notes = Notes()
        for number in range(5):
            notes.write(f"villager {number}", f"The bread of day {number} was stale, I want my money back.")
        account = connecting.sign_in(shop, "board", {"server": server.url, "token": "k"})
        assert collect.collect(shop, account.id).new == 5
        assert collect.collect(shop, account.id).new == 0
        one = conversations.conversation_id(posts.post_id(account, _first(shop, account.id)))
        counter.post(shop, one, Writing.typed("That was ours. Come by today and I'll change it. Ines"))
        shop.clock.forward(minutes=1)  # type: ignore[attr-defined]
        (reply,) = deliver.deliver_due(shop)
        assert outbox.by_id(shop.store, reply.id).state is ReplyState.POSTED  # type: ignore[union-attr]
        assert [note["words"] for note in notes.notes if note["by"] == "shop"] == [reply.text]
        assert accounts.by_id(shop.store, account.id).trouble == ""  # type: ignore[union-attr]


def _first(shop: Shop, account: str) -> Any:
    connector = shop.connector(accounts.by_id(shop.store, account))  # type: ignore[arg-type]
    return connector.thread("000001")[0]
