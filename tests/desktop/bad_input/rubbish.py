"""What a server may answer instead of an answer."""

from __future__ import annotations

import gzip
import json
from typing import Any

from tests.desktop.connectors.conftest import note, person, status
from tests.desktop.little_server import Says

PAGE = b"<!doctype html><html><body><h1>502 Bad Gateway</h1><p>nginx, token-shop</p></body></html>"


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def wrong(**more: Any) -> Says:
    return Says([note("7", status("77", **more))])


RUBBISH = {
    "an error page with 200": Says(PAGE, headers={"Content-Type": "text/html"}),
    "an empty answer": Says(b""),
    "half an answer": Says(json.dumps([note("7", status("77"))]).encode()[:-40]),
    "an answer that breaks off": Says([note("7", status("77"))], short=30),
    "a list where an object belongs": Says([["x"]]),
    "an object where a list belongs": Says({"error": "no"}),
    "nothing at all": Says(b"null"),
    "numbers for ids": Says([{**note("7", status("77")), "id": 7}]),
    "a text for a post": Says([{**note("7", None), "status": "hello"}]),
    "a post without a writer": wrong(account=None),
    "a post without a time": wrong(created_at=None),
    "a time that is none": wrong(created_at="yesterday-ish"),
    "a time beyond all times": wrong(created_at="99999-01-01T00:00:00Z"),
    "a number for words": wrong(content=5),
    "words in a list": wrong(content=["a"]),
    "a writer in a list": wrong(account=[person()]),
    "a hundred thousand levels": Says(nested(100_000)),
    "twenty megabytes": Says(b'["' + b"x" * 20_000_000 + b'"]'),
    "another alphabet than it says": Says('[{"id": "ü"}]'.encode("latin-1")),
    "a gzip bomb": Says(
        gzip.compress(b"[" + b" " * 300_000_000 + b"]"), headers={"Content-Encoding": "gzip"}
    ),
    "broken compression": Says(b"\x1f\x8bnot really", headers={"Content-Encoding": "gzip"}),
    "a way to another house": Says(b"", 302, {"Location": "https://elsewhere.example/api/v1/notifications"}),
    "a way to nowhere": Says(b"", 302, {"Location": "http://[broken"}),
    "a way in circles": Says(b"", 302, {"Location": "/api/v1/notifications"}),
    "not a number": Says(b'[{"id": NaN}]'),
    "a door that is shut in our face": Says(cut=True),
    "silence": Says(hangs=True),
    "no page of that name": Says(PAGE, 404),
    "not for you": Says(PAGE, 403),
    "out of order": Says(PAGE, 500),
}
