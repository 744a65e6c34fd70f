"""Recorded answers of a real server, read out of its cassettes (a small, regular part of YAML) and replayed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.desktop.little_server import Asked, Says

_SINGLE = re.compile(r"string: '((?:[^']|'')*)'\n")
_DOUBLE = re.compile(r'string: "((?:[^"\\]|\\.)*)"\n', re.DOTALL)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)


@dataclass(frozen=True)
class Interaction:
    method: str
    path: str
    status: int
    body: bytes


def cassette(path: Path) -> list[Interaction]:
    """The interactions of a cassette, in order."""
    found = []
    for part in path.read_text("utf-8").split("\n- request:")[1:] or [path.read_text("utf-8")]:
        request, response = part.split("\n  response:")
        method = re.search(r"\n    method: (\w+)", request)
        uri = re.search(r"\n    uri: (\S+)", request)
        code = re.search(r"\n      code: (\d+)", response)
        assert method is not None
        assert uri is not None
        assert code is not None
        where = urlsplit(uri[1]).path.rstrip("/")
        found.append(Interaction(method[1], where, int(code[1]), _string(response).encode()))
    return found


def _string(response: str) -> str:
    single = _SINGLE.search(response)
    if single:
        return _unfolded(single[1]).replace("''", "'")
    double = _DOUBLE.search(response)
    if not double:
        return ""
    return unescaped(_unfolded(re.sub(r"\\\n\s*", "", double[1])))


def _unfolded(text: str) -> str:
    """A line end is a space; a blank line is a line end."""
    return re.sub(r" *\n( *\n)*\s*", lambda gap: "\n" * (gap[0].count("\n") - 1) or " ", text)


def unescaped(text: str) -> str:
    """A double-quoted text of YAML, without its quotes."""
    return _ESCAPE.sub(_unescaped, text)


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1]
    if len(code) > 1:
        return chr(int(code[1:], 16))
    return {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}.get(code, code)


def replay(*cassettes: list[Interaction]) -> Callable[[Asked], Says]:
    """Answers each request with the next recorded one of its kind; with an empty list when there is none."""
    left = [each for one in cassettes for each in one]

    def answer(asked: Asked) -> Says:
        for each in left:
            if (each.method, each.path) == (asked.method, asked.path.rstrip("/")):
                left.remove(each)
                return Says(each.body, each.status)
        return Says([] if asked.method == "GET" else {}, 200 if asked.method == "GET" else 404)

    return answer


def statuses_in(data: object) -> list[dict[str, object]]:
    """Every status anywhere in an answer."""
    if isinstance(data, list):
        return [status for each in data for status in statuses_in(each)]
    if not isinstance(data, dict):
        return []
    inner = [status for each in data.values() for status in statuses_in(each)]
    return [data, *inner] if {"content", "visibility", "account", "uri"} <= data.keys() else inner


def answers(path: Path) -> list[object]:
    """The JSON of all answers of a cassette."""
    found = []
    for each in cassette(path):
        try:
            found.append(json.loads(each.body))
        except ValueError:
            continue
    return found
