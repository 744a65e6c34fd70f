"""Ids made by the writer, so that two computers can make rows without asking each other."""

from __future__ import annotations

import hashlib
import os
import time
import uuid

_OURS = uuid.UUID("6f1d2c1e-0d55-5a0e-9a55-5a1d00d0e001")


def new_id() -> str:
    """A UUIDv7 as text (RFC 9562, 5.7): sorts by the time it was made. For what people make."""
    millis = time.time_ns() // 1_000_000
    value = (millis & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def remote(platform: str, *parts: str) -> str:
    """A UUIDv5 as text for what a platform already names: the same on every computer.

    Written out (RFC 9562, 5.5) because `uuid.uuid5` takes four times as long, once for every post fetched.
    """
    digest = hashlib.sha1(
        _OURS.bytes + "\x1f".join((platform, *parts)).encode(), usedforsecurity=False
    ).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"
