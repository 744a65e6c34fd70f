"""Bluesky's lexicons as a check: what a request or an answer has that they don't allow, or lacks that they ask for.

atproto.com/specs/lexicon. A reference to a lexicon that isn't there is left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import regex  # type: ignore[import-untyped]

from desktop.connectors.bluesky_words import HANDLE
from tests.desktop.little_server import Asked, Says

_NAME = r"[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_NSID = rf"{_NAME}(?:\.{_NAME}){{2,}}"
_DID = r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]"
_KEY = r"[a-zA-Z0-9._:~-]{1,512}"
FORMATS: Mapping[str, str] = {
    "at-uri": rf"at://(?:{_DID}|{HANDLE})(?:/{_NSID}(?:/{_KEY})?)?",
    "did": _DID,
    "handle": HANDLE,
    "at-identifier": rf"{_DID}|{HANDLE}",
    "cid": r"[a-zA-Z0-9+=]{8,256}",
    "nsid": _NSID,
    "record-key": _KEY,
    "tid": r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}",
    "uri": r"[a-z][a-z0-9+.-]*:\S+",
    "language": r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*",
    "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)",
}
_KINDS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "unknown": dict,
    "record": dict,
    "blob": dict,
    "cid-link": dict,
    "bytes": dict,
}


class Lexicons:
    """The lexicons of a folder. Each check gives sentences; none when all is as it should be."""

    def __init__(self, folder: Path) -> None:
        found = (json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json")))
        self._all = {one["id"]: one["defs"] for one in found}
        self.covered: set[str] = set()  # operations that were held against their lexicon

    def query(self, nsid: str, query: Mapping[str, list[str]]) -> list[str]:
        """The parameters in an address; a repeated one is a list."""
        rules = self._main(nsid, "query").get("parameters", {"properties": {}})
        unknown = [f"{nsid}: no parameter {name}" for name in query if name not in rules["properties"]]
        given = {
            name: [_typed(value, rule.get("items", rule)) for value in query[name]]
            for name, rule in rules["properties"].items()
            if name in query
        }
        for name, values in given.items():
            if rules["properties"][name]["type"] != "array":
                unknown += [f"{nsid}: {name} more than once"] * (len(values) != 1)
        plain = {n: v if rules["properties"][n]["type"] == "array" else v[0] for n, v in given.items()}
        return unknown + self._object(plain, rules, nsid, nsid)

    def body(self, nsid: str, body: object) -> list[str]:
        rules = self._main(nsid, "procedure").get("input")
        if rules is None:
            return [] if body is None else [f"{nsid}: takes no body"]
        given = body if isinstance(body, dict) else {}
        known = rules["schema"]["properties"]
        unknown = [f"{nsid}: no field {name}" for name in given if name not in known]
        return unknown + self._value(body, rules["schema"], nsid, nsid)

    def output(self, nsid: str, data: object) -> list[str]:
        rules = self._main(nsid, "query", "procedure").get("output")
        return self._value(data, rules["schema"], nsid, nsid) if rules and "schema" in rules else []

    def refusal(self, nsid: str, data: object) -> list[str]:
        """An error is {"error": NAME, "message": …}; the names of a lexicon are some of those there are."""
        self._main(nsid, "query", "procedure")
        is_one = isinstance(data, dict) and isinstance(data.get("error"), str)
        return [] if is_one else [f"{nsid}: a refusal without an error name"]

    def record(self, record: Mapping[str, Any]) -> list[str]:
        return self._unknown(dict(record), str(record.get("$type")))

    def value(self, value: object, rule: Mapping[str, Any]) -> list[str]:
        """A value by a rule as lexicons write it."""
        return self._value(value, rule, "value", "")

    def _main(self, nsid: str, *kinds: str) -> Any:
        main = self._all[nsid]["main"]
        assert main["type"] in kinds, f"{nsid} is a {main['type']}"
        self.covered.add(nsid)
        return main

    # ---- values ------------------------------------------------------------------------------------

    def _value(self, value: object, rule: Mapping[str, Any], at: str, home: str) -> list[str]:
        kind = rule["type"]
        if kind == "ref":
            return self._ref(value, rule["ref"], at, home)
        if kind == "union":
            return self._union(value, rule, at, home)
        if not isinstance(value, _KINDS[kind]) or (kind == "integer" and isinstance(value, bool)):
            return [f"{at}: {type(value).__name__} where {kind} belongs"]
        if kind == "record":
            return self._value(value, rule["record"], at, home)
        checks: Mapping[str, Callable[..., list[str]]] = {
            "string": self._string,
            "integer": self._integer,
            "array": self._array,
            "object": self._object,
            "unknown": lambda value, rule, at, home: self._unknown(value, at),
        }
        return checks[kind](value, rule, at, home) if kind in checks else []

    def _ref(self, value: object, ref: str, at: str, home: str) -> list[str]:
        nsid, _, name = ref.partition("#")
        nsid, name = nsid or home.partition("#")[0], name or "main"
        if nsid not in self._all:
            return []
        return self._value(value, self._all[nsid][name], at, nsid)

    def _union(self, value: object, rule: Mapping[str, Any], at: str, home: str) -> list[str]:
        kind = value.get("$type") if isinstance(value, dict) else None
        if not isinstance(kind, str):
            return [f"{at}: a union without $type"]
        own = home.partition("#")[0]
        full = [ref if not ref.startswith("#") else f"{own}{ref}" for ref in rule["refs"]]
        if kind.removesuffix("#main") not in full:
            return [f"{at}: {kind} isn't one of the closed union"] if rule.get("closed") else []
        return self._ref(value, kind, at, home)

    def _unknown(self, value: Any, at: str) -> list[str]:
        """A record by its own $type, where that is known."""
        kind = value.get("$type")
        known = self._all.get(kind, {}).get("main") if isinstance(kind, str) else None
        return self._value(value, known, f"{at}({kind})", str(kind)) if known else []

    def _object(self, value: Any, rule: Mapping[str, Any], at: str, home: str) -> list[str]:
        wrong = [f"{at}: lacks {name}" for name in rule.get("required", ()) if name not in value]
        for name, inner in rule.get("properties", {}).items():
            if name in value and not (value[name] is None and name in rule.get("nullable", ())):
                wrong += self._value(value[name], inner, f"{at}.{name}", home)
        return wrong

    def _array(self, value: Any, rule: Mapping[str, Any], at: str, home: str) -> list[str]:
        wrong = [f"{at}: too many"] if len(value) > rule.get("maxLength", len(value)) else []
        for number, item in enumerate(value):
            wrong += self._value(item, rule["items"], f"{at}[{number}]", home)
        return wrong

    def _integer(self, value: Any, rule: Mapping[str, Any], at: str, home: str) -> list[str]:  # noqa: ARG002
        low, high = rule.get("minimum", value), rule.get("maximum", value)
        return [] if low <= value <= high else [f"{at}: {value} isn't within {low} and {high}"]

    def _string(self, value: Any, rule: Mapping[str, Any], at: str, home: str) -> list[str]:  # noqa: ARG002
        wrong = []
        if len(value.encode()) > rule.get("maxLength", 1 << 30):
            wrong.append(f"{at}: more than {rule['maxLength']} bytes")
        if "maxGraphemes" in rule and len(regex.findall(r"\X", value)) > rule["maxGraphemes"]:
            wrong.append(f"{at}: more than {rule['maxGraphemes']} graphemes")
        if value not in rule.get("enum", (value,)) or value != rule.get("const", value):
            wrong.append(f"{at}: {value!r} isn't allowed")
        form = rule.get("format")
        if form and not _has_form(value, form):
            wrong.append(f"{at}: {value!r} is no {form}")
        return wrong


def _has_form(value: str, form: str) -> bool:
    if not re.fullmatch(FORMATS[form], value, re.IGNORECASE if form in ("handle", "at-uri") else 0):
        return False
    if form == "datetime":
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return False
    return True


def _typed(value: str, rule: Mapping[str, Any]) -> object:
    """A parameter as what it stands for: addresses know texts only."""
    if rule["type"] == "integer" and re.fullmatch(r"-?\d+", value):
        return int(value)
    if rule["type"] == "boolean" and value in ("true", "false"):
        return value == "true"
    return value


def watching(
    lexicons: Lexicons, answer: Callable[[Asked], Says], departures: list[str]
) -> Callable[[Asked], Says]:
    """A little server's answers, with each request and each answer held against its lexicon."""

    def watched(asked: Asked) -> Says:
        says = answer(asked)
        nsid = asked.path.removeprefix("/xrpc/")
        if nsid == asked.path:
            return says
        departures.extend(
            lexicons.query(nsid, asked.query)
            if asked.method == "GET"
            else lexicons.body(nsid, asked.json if asked.body else None)
        )
        if isinstance(says.body, dict):
            check = lexicons.output if says.status < 300 else lexicons.refusal
            departures.extend(check(nsid, says.body))
        return says

    return watched
