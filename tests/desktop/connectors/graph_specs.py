"""Holds requests against Meta's own specifications: nodes with edges, fields and parameters; a Postman collection."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.desktop.connectors.graph_fields import Fields, modifiers, parsed

# What every edge takes, said once in the documentation and in no node: paging, fields, who asks.
EVERYWHERE = {"fields", "limit", "after", "summary", "access_token", "appsecret_proof"}
_ALIASES = {  # what the nodes for Instagram's own login call their relatives
    "Media": "IGMediaForIGOnlyAPI",
    "User": "IGUserForIGOnlyAPI",
    "Comment": "IGComment",
    "RefreshAccessToken": "IGRefreshAccessTokenForIGOnlyAPI",
}


class Nodes:
    """The node specifications of a folder. `breaches` says what is wrong with a request, [] for nothing."""

    def __init__(self, folder: Path, aliases: Mapping[str, str] | None = None) -> None:
        self._folder, self._aliases = folder, aliases if aliases is not None else {}
        self.covered: set[str] = set()

    @cache  # noqa: B019 (lives as long as a test)
    def node(self, name: str) -> Mapping[str, Any] | None:
        path = self._folder / f"{self._aliases.get(name, name)}.json"
        found: Mapping[str, Any] | None = json.loads(path.read_text("utf-8")) if path.exists() else None
        return found

    @cache  # noqa: B019
    def _choices(self) -> Mapping[str, list[str]]:
        path = self._folder / "enum_types.json"
        every = json.loads(path.read_text("utf-8")) if path.exists() else []
        return {one["name"]: one["values"] for one in every}

    def breaches(self, method: str, kind: str, edge: str, params: Mapping[str, str]) -> list[str]:
        """`edge` is "#get", "#update", "#delete" for the node itself."""
        what = f"{method} {kind}/{edge}"
        api = self._api(method, kind, edge)
        if api is None:
            return [f"{what}: no such edge"]
        self.covered.add(what)
        taken = {one["name"]: one for one in api["params"]}
        wrong = [f"{what}: no parameter {name}" for name in params if name not in EVERYWHERE | taken.keys()]
        wrong += [
            f"{what}: {name} is missing"
            for name, one in taken.items()
            if one["required"] and name not in params
        ]
        wrong += [
            f"{what}: {name}={params[name]}"
            for name, one in taken.items()
            if name in params and params[name] not in self._choices().get(one["type"], [params[name]])
        ]
        if "fields" in params:
            wrong += self._fields(api.get("return", kind), parsed(params["fields"]))
            wrong += self._modified(api.get("return", kind), params["fields"])
        return wrong

    def _api(self, method: str, kind: str, edge: str) -> Mapping[str, Any] | None:
        node = self.node(kind) or {"apis": []}
        every = (one for one in node["apis"] if one["method"] == method)
        return next((one for one in every if one.get("endpoint", one.get("name")) == edge), None)

    def _fields(self, kind: str, fields: Fields) -> list[str]:
        node = self.node(kind)
        if node is None:  # "Object", or a node whose specification isn't here: what everything has
            return [f"{kind}.{name}" for name in fields if name not in ("id", "name")]
        wrong = []
        for name, inner in fields.items():
            inside = self._type(node, name)
            if inside is None:
                wrong.append(f"{kind}.{name}: no such field")
            elif inner:
                wrong += self._fields(inside, inner)
        return wrong

    def _modified(self, kind: str, expression: str) -> list[str]:
        found = []
        for name, given in modifiers(expression).items():
            plain = {k: v for k, v in given.items() if k not in ("summary", "limit")}
            found += self.breaches("GET", kind, name, plain)
        return found

    @staticmethod
    def _type(node: Mapping[str, Any], name: str) -> str | None:
        """The type of a field, or of what an edge gives; None where there is neither."""
        for one in node["fields"]:
            if one["name"] == name:
                return re.sub(r"^list<(.*)>$", r"\1", one["type"])
        edges = (one for one in node["apis"] if one["method"] == "GET")
        found = next((one for one in edges if one.get("endpoint", one.get("name")) == name), None)
        return str(found["return"]) if found else None


def facebook(folder: Path) -> Nodes:
    return Nodes(folder)


def instagram(folder: Path) -> Nodes:
    return Nodes(folder, _ALIASES)


class Collection:
    """A Postman collection: the requests it shows, with every parameter it knows, also those switched off."""

    def __init__(self, path: Path) -> None:
        whole = json.loads(path.read_text("utf-8"))
        self._variables = {one["key"]: one.get("value", "") for one in whole["variable"]}
        self._requests = list(self._walk(whole["item"]))
        self.covered: set[str] = set()

    def _walk(self, items: list[Any]) -> list[Any]:
        found = []
        for item in items:
            found += self._walk(item["item"]) if "item" in item else [item["request"]]
        return found

    def breaches(self, method: str, path: str, params: Mapping[str, str]) -> list[str]:
        shown = [one for one in self._requests if one["method"] == method and self._fits(one, path)]
        if not shown:
            return [f"{method} {path}: not in the collection"]
        template = re.sub(r"\{\{\w+\}\}", "ID", self._template(shown[0]))
        self.covered.add(f"{method} {template}")
        known = {part["key"] for one in shown for part in one["url"].get("query", [])}
        wrong = [f"{method} {path}: no parameter {name}" for name in params if name not in known | EVERYWHERE]
        fields = set(parsed(params["fields"])) if "fields" in params else set()
        return wrong + [f"{method} {path}: no field {name}" for name in fields - self._every_field()]

    def _every_field(self) -> set[str]:
        texts = (value for key, value in self._variables.items() if key.startswith("fields_"))
        return {name for text in texts for name in parsed(text)}

    def _template(self, request: Any) -> str:
        return urlsplit(request["url"]["raw"].replace("{{api_host}}", "")).path.rstrip("/")

    def _fits(self, request: Any, path: str) -> bool:
        pattern = re.sub(r"\\{\\{\w+\\}\\}", r"\\d+", re.escape(self._template(request)))
        return re.fullmatch(pattern, path) is not None
