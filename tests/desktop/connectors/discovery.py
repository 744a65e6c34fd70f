"""Google's discovery documents as contracts: every request and every good answer is held against them.

A document names methods (`resources.*.methods.*`) with path templates, parameters, and schemas of what is sent
and answered. What the document is too old to know is named where a contract is made, and nowhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

from tests.desktop.little_server import Asked, Says

Newer = Mapping[str, Mapping[str, Any]]  # schema -> properties that came after the document


class Method(NamedTuple):
    id: str
    verb: str
    path: re.Pattern[str]
    parameters: Mapping[str, Any]
    sends: str  # the schema of the body, "" for none
    answers: str


class Discovery:
    """Some documents as one contract. Wrap a server's answers in `watching`; then look at `wrong` and `covered`."""

    def __init__(self, *documents: Path, newer: Newer | None = None) -> None:
        self.methods: list[Method] = []
        self._schemas: dict[str, dict[str, Any]] = {}
        self.wrong: list[str] = []
        self.covered: set[str] = set()
        for path in documents:
            document = json.loads(path.read_text("utf-8"))
            own = f"{document['name']}."
            self._schemas |= {own + name: _schema(one, own) for name, one in document["schemas"].items()}
            self.methods += [_method(document, own, one) for one in _methods(document)]
        for name, properties in (newer or {}).items():
            self._schemas[name]["properties"] |= properties

    def watching(self, answer: Callable[[Asked], Says]) -> Callable[[Asked], Says]:
        """The same answers; what breaks the contract is noted in `wrong`. Other pages (sign-in) are let through."""

        def watched(asked: Asked) -> Says:
            says = answer(asked)
            if asked.path not in ("/token",):
                self.wrong += [f"{asked.method} {asked.path}: {what}" for what in self._breaches(asked, says)]
            return says

        return watched

    def breaches_of(self, schema: str, data: object) -> list[str]:
        """What is wrong with an object that should be of a schema ("youtube.Comment")."""
        whole = Draft202012Validator({"$ref": f"#/$defs/{schema}", "$defs": self._schemas})
        return [f"{'/'.join(map(str, one.path))}: {one.message[:200]}" for one in whole.iter_errors(data)]

    def _breaches(self, asked: Asked, says: Says) -> Iterator[str]:
        method = next((m for m in self.methods if m.verb == asked.method and m.path.fullmatch(asked.path)), None)
        if method is None:
            yield "no such method"
            return
        yield from _wrong_query(method, asked.query)
        if bool(asked.body) is not bool(method.sends):
            yield "a body is missing" if method.sends else "nothing may be sent"
        elif method.sends:
            yield from self.breaches_of(method.sends, asked.json)
        if 200 <= says.status < 300 and says.short < 0 and not says.cut and not says.hangs:
            if method.answers:
                yield from self.breaches_of(method.answers, says.body)
            self.covered.add(method.id)


def _wrong_query(method: Method, query: Mapping[str, list[str]]) -> Iterator[str]:
    for name, values in query.items():
        known = method.parameters.get(name)
        if known is None or known["location"] != "query":
            yield f"no parameter {name}"
            continue
        for value in values:
            if "enum" in known and value not in known["enum"]:
                yield f"{name} can't be {value}"
            if known["type"] == "integer" and not value.isdecimal():
                yield f"{name} is no number"
        if len(values) > 1 and not known.get("repeated"):
            yield f"{name} stands there twice"
    for name, known in method.parameters.items():
        if known.get("required") and known["location"] == "query" and name not in query:
            yield f"{name} is missing"


def _methods(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from part.get("methods", {}).values()
    for inner in part.get("resources", {}).values():
        yield from _methods(inner)


def _method(document: Mapping[str, Any], own: str, one: Mapping[str, Any]) -> Method:
    parameters = {**document.get("parameters", {}), **one.get("parameters", {})}
    path = "/" + document["servicePath"] + one["path"]
    pattern = "".join(_piece(piece, parameters) for piece in re.split(r"(\{\+?\w+\})", path))
    sends, answers = (one.get(key, {}).get("$ref", "") for key in ("request", "response"))
    return Method(
        one["id"],
        one["httpMethod"],
        re.compile(pattern),
        parameters,
        own + sends if sends else "",
        own + answers if answers else "",
    )


def _piece(piece: str, parameters: Mapping[str, Any]) -> str:
    if not piece.startswith("{"):
        return re.escape(piece)
    pattern: str = parameters[piece.strip("{+}")].get("pattern", "[^/]+")
    return f"(?:{pattern.removeprefix('^').removesuffix('$')})"


def _schema(one: Any, own: str) -> Any:
    """A discovery schema as a JSON Schema. Properties nobody knows are refused; numbers may come as text."""
    if isinstance(one, list):
        return [_schema(each, own) for each in one]
    if not isinstance(one, dict):
        return one
    if "$ref" in one:
        return {"$ref": f"#/$defs/{own}{one['$ref']}"}
    found: dict[str, Any] = {}
    if one.get("type") not in (None, "any"):
        found["type"] = one["type"]
    if "enum" in one:
        found["enum"] = one["enum"]
    if "items" in one:
        found["items"] = _schema(one["items"], own)
    if "properties" in one:
        found["properties"] = {name: _schema(each, own) for name, each in one["properties"].items()}
        found["additionalProperties"] = False
    if isinstance(one.get("additionalProperties"), dict):
        found["additionalProperties"] = _schema(one["additionalProperties"], own)
    return found
