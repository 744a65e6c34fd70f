"""Bluesky repositories as files: DAG-CBOR, a tree as the protocol builds it, and CARv1 around them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any


class Cid(bytes):
    """The name of a block."""


def encoded(value: Any) -> bytes:
    """A value as DAG-CBOR."""
    match value:
        case None | False | True:
            return {None: b"\xf6", False: b"\xf4", True: b"\xf5"}[value]
        case int():
            return _head(0, value) if value >= 0 else _head(1, -1 - value)
        case float():
            return b"\xfb" + struct.pack(">d", value)
        case Cid():
            return b"\xd8\x2a" + _head(2, len(value) + 1) + b"\0" + value
        case bytes():
            return _head(2, len(value)) + value
        case str():
            return _head(3, len(value.encode())) + value.encode()
        case list():
            return _head(4, len(value)) + b"".join(map(encoded, value))
        case dict():
            keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
            return _head(5, len(keys)) + b"".join(encoded(key) + encoded(value[key]) for key in keys)
    raise TypeError(type(value).__name__)


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    width = next(n for n in (1, 2, 4, 8) if size < 1 << 8 * n)
    return bytes([kind << 5 | 24 + (width.bit_length() - 1)]) + size.to_bytes(width, "big")


def varint(number: int) -> bytes:
    found = b""
    while number >= 128:
        found, number = found + bytes([number & 127 | 128]), number >> 7
    return found + bytes([number])


class Blocks:
    """Blocks by their names, in the order in which they were made."""

    def __init__(self) -> None:
        self.all: dict[Cid, bytes] = {}

    def add(self, value: Any) -> Cid:
        data = encoded(value)
        cid = Cid(b"\x01\x71\x12\x20" + sha256(data).digest())
        self.all[cid] = data
        return cid

    def tree(self, records: Mapping[str, Any]) -> Cid:
        """A Merkle search tree: a key's layer is told by the zeros that its hash begins with."""
        leaves = [(key, self.add(value)) for key, value in sorted(records.items())]
        top = max((_layer(key) for key, _ in leaves), default=0)
        return self._node(leaves, top)

    def _node(self, leaves: list[tuple[str, Cid]], layer: int) -> Cid:
        entries: list[dict[str, Any]] = []
        before, waiting, left = b"", list[tuple[str, Cid]](), None
        for key, value in leaves:
            if _layer(key) < layer:
                waiting.append((key, value))
                continue
            left = self._hang(entries, waiting, layer, left)
            shared = len(_shared(before, key.encode()))
            entries.append({"p": shared, "k": key.encode()[shared:], "v": value, "t": None})
            before, waiting = key.encode(), []
        left = self._hang(entries, waiting, layer, left)
        return self.add({"l": left, "e": entries})

    def _hang(
        self, entries: list[dict[str, Any]], waiting: list[tuple[str, Cid]], layer: int, left: Cid | None
    ) -> Cid | None:
        """Puts what lies between two keys of a layer a layer below."""
        if not waiting:
            return left
        below = self._node(waiting, layer - 1)
        if not entries:
            return below
        entries[-1]["t"] = below
        return left


def _layer(key: str) -> int:
    digest = int.from_bytes(sha256(key.encode()).digest(), "big")
    return (256 - digest.bit_length()) // 2


def _shared(one: bytes, other: bytes) -> bytes:
    end = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:end]


def repository(path: Path, did: str, records: Mapping[str, Any]) -> Path:
    """`records`: by "app.bsky.feed.post/3k…"."""
    blocks = Blocks()
    data = blocks.tree(records)
    commit = blocks.add({"did": did, "version": 3, "data": data, "rev": "3kabc", "prev": None, "sig": b"\1" * 64})
    return written(path, commit, dict(reversed(blocks.all.items())))  # what names others stands before them


def written(path: Path, root: Cid, blocks: Mapping[Cid, bytes]) -> Path:
    header = encoded({"roots": [root], "version": 1})
    with path.open("wb") as file:
        file.write(varint(len(header)) + header)
        for cid in (root, *(cid for cid in blocks if cid != root)):
            file.write(varint(len(cid) + len(blocks[cid])) + cid + blocks[cid])
    return path
