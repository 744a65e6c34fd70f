"""Ids made by the writer, so that two computers can make rows without asking each other."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import Any

_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
_OURS = bytes.fromhex("6f1d2c1e0d555a0e9a555a1d00d0e001")


_last, _lock = 0, threading.Lock()


def new_id() -> str:
    """A UUIDv7 as text (RFC 9562, 5.7): sorts by the time it was made. For what people make.

    Two made in one millisecond sort too: the 12 bits after it count its parts (6.2, method 3), and never back.
    Written out, as `remote` is: the module `uuid` costs the first painted window more than all ids of a day.
    """
    global _last
    with _lock:
        _last = tick = max((time.time_ns() << 12) // 1_000_000, _last + 1)
    millis, part = tick >> 12, tick & 0xFFF
    value = (millis & (1 << 48) - 1) << 80 | 0x7 << 76 | part << 64
    value |= 0x2 << 62 | int.from_bytes(os.urandom(8), "big") >> 2
    return _grouped(f"{value:032x}")


@cache
def _sha1() -> Callable[..., Any]:
    """Imported when the first id is made: it brings in OpenSSL, which the first painted window doesn't need."""
    from hashlib import sha1

    return sha1


def remote(platform: str, *parts: str) -> str:
    """A UUIDv5 as text for what a platform already names: the same on every computer.

    Written out (RFC 9562, 5.5) because `uuid.uuid5` takes four times as long, once for every post fetched.
    """
    named = "\x1f".join((platform, *parts)).encode()
    one = _sha1()(_OURS + named, usedforsecurity=False).hexdigest()
    return f"{one[:8]}-{one[8:12]}-5{one[13:16]}-{_VARIANT[one[16]]}{one[17:20]}-{one[20:32]}"


def _grouped(digits: str) -> str:
    """32 hexadecimal digits as ids are written."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
