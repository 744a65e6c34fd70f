"""Requests and answers held against an OpenAPI 3.0 document: what departs from it, in sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

_HERE = "urn:contract"
_MOST = 5  # breaches told of one value


class OpenApi:
    """One document. `covered` grows with the operations that were held against it."""

    def __init__(self, path: Path) -> None:
        self._spec = _readable(json.loads(path.read_text("utf-8")))
        resource: Resource[Any] = Resource(contents=self._spec, specification=DRAFT4)
        self._registry: Registry[Any] = Registry().with_resource(_HERE, resource)
        self.covered: set[str] = set()

    def operation(self, method: str, path: str) -> tuple[str, Mapping[str, Any]]:
        """The operation's place in the document, and itself; the one with the fewest holes. Raises KeyError."""
        fitting = [
            each
            for each, methods in self._spec["paths"].items()
            if method.lower() in methods and re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(each)), path)
        ]
        if not fitting:
            raise KeyError(f"{method} {path}")
        best = min(fitting, key=lambda each: each.count("{"))
        return f"#/paths/{_pointer(best)}/{method.lower()}", self._spec["paths"][best][method.lower()]

    def request(self, method: str, path: str, query: Mapping[str, list[str]], body: Any = None) -> list[str]:
        """What is wrong with a request. A parameter that the document doesn't know is wrong too."""
        where, operation = self.operation(method, path)
        self.covered.add(operation["operationId"])
        known = {each["name"]: (at, each) for at, each in self._parameters(where, operation) if each["in"] == "query"}
        wrong = [f"{method} {path}: no parameter {name}" for name in query if name not in known]
        for name, (at, parameter) in known.items():
            if name in query:
                value = _value(query[name], parameter, self._at(f"{at}/schema"))
                wrong += self._wrong(value, f"{at}/schema", f"{method} {path} {name}")
            elif parameter.get("required"):
                wrong.append(f"{method} {path}: {name} is missing")
        if body is not None:
            wrong += self._wrong(body, f"{where}/requestBody/content/application~1json/schema", f"{method} {path}")
        elif operation.get("requestBody", {}).get("required"):
            wrong.append(f"{method} {path}: no body")
        return wrong

    def answer(self, method: str, path: str, status: int, data: Any) -> list[str]:
        """What is wrong with a good answer."""
        where, operation = self.operation(method, path)
        if str(status) not in operation["responses"]:
            return [f"{method} {path} answered {status}"]
        at = f"{where}/responses/{status}/content/application~1json/schema"
        return self._wrong(data, at, f"{method} {path} {status}")

    def _parameters(self, where: str, operation: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for number, each in enumerate(operation.get("parameters", ())):
            at = each.get("$ref") or f"{where}/parameters/{number}"
            yield at, self._at(at)

    def _at(self, pointer: str) -> Any:
        found: Any = self._spec
        for part in pointer.removeprefix("#/").split("/"):
            part = part.replace("~1", "/").replace("~0", "~")
            found = found[int(part) if isinstance(found, list) else part]
        return self._at(found["$ref"]) if isinstance(found, dict) and "$ref" in found else found

    def _wrong(self, value: Any, pointer: str, about: str) -> list[str]:
        validator = jsonschema.Draft4Validator({"$ref": f"{_HERE}{pointer}"}, registry=self._registry)
        found = list(validator.iter_errors(value))[:_MOST]
        return [f"{about}: {error.json_path} {error.message[:200]}" for error in found]


def _pointer(text: str) -> str:
    return text.replace("~", "~0").replace("/", "~1")


def _value(given: list[str], parameter: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    """A parameter as its schema counts it: a list joined by commas, a number."""
    if schema.get("type") == "array":
        return given if parameter.get("explode", True) else given[0].split(",")
    return int(given[0]) if schema.get("type") == "integer" and given[0].isdecimal() else given[0]


def _readable(node: Any) -> Any:
    """OpenAPI's `nullable` as JSON Schema says it."""
    if isinstance(node, list):
        return [_readable(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _readable(value) for key, value in node.items()}
    if made.pop("nullable", None) is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
        if "enum" in made:
            made["enum"] = [*made["enum"], None]
    return made
