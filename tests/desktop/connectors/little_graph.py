"""A small Graph API that keeps state: objects with the fields they were asked for, lists in pages, and Meta's errors.

`kinds` says what each object is ("PagePost"), so that a request can be held against that node's specification.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.desktop.connectors.graph_fields import Fields, parsed
from tests.desktop.little_server import Asked, Says

TOKEN = "EAAcanary-token-of-this-page"
Item = dict[str, Any]


def error(code: int, subcode: int = 0, status: int = 400, **more: Any) -> Says:
    """A refusal as Meta writes it; the words repeat the token, as a bad day's would."""
    said = {"message": f"(#{code}) no, {TOKEN}", "type": "OAuthException", "code": code, "fbtrace_id": "A1"}
    return Says({"error": {**said, **({"error_subcode": subcode} if subcode else {}), **more}}, status)


@dataclass
class LittleGraph:
    """`trouble` answers before anything happens, `after` once it has; both may let a request through (None)."""

    now: datetime = datetime(2026, 8, 1, 12, tzinfo=UTC)
    version: str = "v25.0"
    with_next: bool = True
    objects: dict[str, Item] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    edges: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    posts: dict[str, Callable[[str, Mapping[str, str]], Says]] = field(
        default_factory=dict
    )  # edge: what it does
    trouble: Callable[[Asked], Says | None] = lambda _: None
    after: Callable[[Asked], Says | None] = lambda _: None
    headers: dict[str, str] = field(default_factory=dict)
    token: str = TOKEN
    made: int = 0

    def __call__(self, asked: Asked) -> Says:
        said = self.trouble(asked) or self._signed_out(asked)
        if said is None:
            said = self._does(asked)
            said = self.after(asked) or said
        return Says(
            said.body, said.status, {**self.headers, **said.headers}, said.cut, said.hangs, said.short
        )

    def _signed_out(self, asked: Asked) -> Says | None:
        given = asked.form.get("access_token") or asked.query.get("access_token", [""])[0]
        return None if given == self.token else error(190, 463, 401)

    def path(self, asked: Asked) -> list[str]:
        """The parts of a request's path, without the version."""
        parts = asked.path.strip("/").split("/")
        return parts[1:] if parts[0] == self.version else parts

    def _does(self, asked: Asked) -> Says:
        remote_id, *edge = self.path(asked)
        if asked.method == "POST":
            act = self.posts.get(edge[0] if edge else "")
            return act(remote_id, asked.form) if act else error(100)
        if remote_id not in self.objects:
            return error(100, 33)
        if asked.method == "DELETE":
            self.take_down(remote_id)
            return Says({"success": True})
        fields = parsed(asked.query.get("fields", ["id"])[0])
        if edge:
            return self._list(remote_id, edge[0], fields, asked.query)
        return Says(self.picked(remote_id, fields))

    def _list(self, remote_id: str, edge: str, fields: Fields, query: Mapping[str, list[str]]) -> Says:
        if (remote_id, edge) not in self.edges:
            return error(100)
        every = self.edges[remote_id, edge]
        if query.get("order", [""])[0] == "reverse_chronological":
            every = sorted(every, key=lambda one: self.objects[one].get("created_time", ""), reverse=True)
        start, most = int(query.get("after", ["0"])[0]), int(query.get("limit", ["25"])[0])
        page = every[start : start + most]
        data: Item = {"data": [self.picked(one, fields) for one in page]}
        if page:
            data["paging"] = {"cursors": {"before": str(start), "after": str(start + most)}}
            if self.with_next and every[start + most :]:
                data["paging"]["next"] = f"https://graph.elsewhere.example/{edge}?access_token={TOKEN}"
        return Says(data)

    def picked(self, remote_id: str, fields: Fields) -> Item:
        """An object with the fields that were asked for and no others, as the Graph API gives it."""
        whole = {"id": remote_id, **self.objects[remote_id]}
        values = {name: whole[name] for name in fields if name in whole}
        return {
            name: self._inner(value(remote_id) if callable(value) else value, fields[name])
            for name, value in values.items()
        } | {"id": whole["id"]}

    def _inner(self, value: Any, fields: Fields) -> Any:
        if isinstance(value, list):  # ids of an edge that was expanded
            return {"data": [self.picked(one, fields) for one in value]} if value else None
        if isinstance(value, dict) and fields:
            return {name: inner for name, inner in value.items() if name in fields}
        return value

    # ---- what happens there -----------------------------------------------------------------------

    def put(self, remote_id: str, kind: str, *edges: tuple[str, str], **fields: Any) -> str:
        self.objects[remote_id], self.kinds[remote_id] = fields, kind
        for edge in edges:
            self.edges.setdefault(edge, []).insert(0, remote_id)
        return remote_id

    def take_down(self, remote_id: str) -> None:
        del self.objects[remote_id]
        for ids in self.edges.values():
            if remote_id in ids:
                ids.remove(remote_id)

    def next_id(self) -> str:
        self.made += 1
        return f"{9_007_199_254_740_993_000 + self.made}"

    def tick(self) -> str:
        """A second later, as Meta writes times."""
        self.now += timedelta(seconds=1)
        return self.now.strftime("%Y-%m-%dT%H:%M:%S+0000")
