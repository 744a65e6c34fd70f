"""Texts as Bluesky wants them: lengths, links and mentions by bytes, record keys."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from desktop.connectors.bluesky_words import facets, record_key, size
from desktop.ids import new_id

TID = r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}"
DIDS = {"carla.example": "did:plc:carla", "a.b-c.example": "did:plc:abc"}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("bread", 5),
        ("crème brûlée", 12),
        ("e\u0301", 1),
        ("👩‍👩‍👦‍👦", 3),  # one to read, 25 bytes: 300 of them would be 7,500
        ("👩‍👩‍👦‍👦" * 120, 300),
        ("👩‍👩‍👦‍👦" * 121, 303),
        ("字" * 300, 300),
        ("字" * 301, 301),
    ],
)
def test_the_stricter_of_graphemes_and_bytes_counts(text: str, length: int) -> None:
    assert size(text) == length
    assert (size(text) <= 300) is (len(text.encode()) <= 3000 and length <= 300)


def found(text: str) -> list[tuple[str, str]]:
    """(what is marked, cut out by its bytes, and where it leads)."""
    marks: list[dict[str, Any]] = facets(text, lambda handle: DIDS.get(handle, ""))
    pieces = [text.encode()[m["index"]["byteStart"] : m["index"]["byteEnd"]].decode() for m in marks]
    leads = [m["features"][0].get("did") or m["features"][0]["uri"] for m in marks]
    return list(zip(pieces, leads, strict=True))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("nothing", []),
        ("Grüße 🥖 @carla.example!", [("@carla.example", "did:plc:carla")]),
        ("(@A.B-C.example)", [("@A.B-C.example", "did:plc:abc")]),
        ("@nobody.example and me@carla.example, @carla, x@carla.example", []),
        ("@carla.example@quay.example", []),
        ("see https://shop.example/a_(b).", [("https://shop.example/a_(b)", "https://shop.example/a_(b)")]),
        ("(https://shop.example/a)…", [("https://shop.example/a", "https://shop.example/a")]),
        ("WWW.shop.example, then", [("WWW.shop.example", "https://WWW.shop.example")]),
        ("http:// https://x www.", []),
        ("mailto:a@www.shop.example", []),
        (
            "🥖 https://shop.example/@carla.example @carla.example",
            [
                ("https://shop.example/@carla.example", "https://shop.example/@carla.example"),
                ("@carla.example", "did:plc:carla"),
            ],
        ),
    ],
)
def test_links_and_mentions_are_marked_by_their_bytes(text: str, marks: list[tuple[str, str]]) -> None:
    assert found(text) == marks


def test_marks_are_in_order_and_do_not_overlap() -> None:
    text = "@carla.example https://a.example @carla.example www.b.example " * 4
    ends = [(m["index"]["byteStart"], m["index"]["byteEnd"]) for m in facets(text, lambda _: "did:plc:x")]
    assert len(ends) == 16
    assert all(this[1] <= following[0] for this, following in pairwise(ends))


def test_hostile_texts_take_no_time() -> None:
    for text in ("@" + "a." * 1500, "https://" + ")" * 2900, "www." * 700, "@a" + "-" * 2900):
        assert len(facets(text, lambda _: "")) <= 2


def test_a_record_key_is_a_tid_and_always_the_same() -> None:
    at = (f"{0x01932B5E8400 + ms:012x}" for ms in range(500))  # of the same millisecond two in a million are the same
    replies = [f"{ms[:8]}-{ms[8:]}{new_id()[13:]}" for ms in at]
    replies += ["key", "", "x" * 300, "6f1d2c1e-0d55-4a0e-9a55-5a1d00d0e001"]
    keys = [record_key(reply) for reply in replies]
    assert all(re.fullmatch(TID, key) for key in keys)
    assert len(set(keys)) == len(keys)
    assert keys == [record_key(reply) for reply in replies]


def test_a_record_key_says_when_the_reply_was_written() -> None:
    digits = "234567abcdefghijklmnopqrstuvwxyz"
    value = 0
    for digit in record_key("01932b5e-8400-7abc-9def-0123456789ab"):
        value = value * 32 + digits.index(digit)
    assert (value >> 10) // 1000 == 0x01932B5E8400
    assert record_key("01932b5e-8400-7abc-9def-0123456789ab") < record_key(
        "01932b5e-8401-7000-8000-000000000000"
    )
