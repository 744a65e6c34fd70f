"""Good input made bad: bytes, markup, JSON and words, changed by chance where it hurts."""

from __future__ import annotations

import json
from random import Random
from typing import Any

LONG = 30_000  # characters of the longest text that is made
_MOST_SPOTS = 3_000
NASTY = (
    *("\x00", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\U000e0041", "\ufe0f", "\u0301", "\ud800", "\udfff"),
    *("<", ">", "&", "'", '"', "\\", "{", "}", "%s", "{0}", "\r", "\n", "\u2028", "\x85", "\x1b[31m", "\t"),
    *("<!DOCTYPE x [<!ENTITY a 'b'>]>", "<![CDATA[", "]]>", "-->", "<!--", "<script>", "</p>", "&#x110000;", "&#0;"),
    *("https://127.0.0.1/", "file:///etc/passwd", "javascript:1", "http://[::1", "//", "@", "://", "xn--", "http://"),
    *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-02-30", "1e999", "-0", "0x10", "٣", "²", "½"),
    *("=?utf-8?b?", "=?utf-7?q?+ADw-?=", "charset=utf-16", "charset=idna", "charset=unicode_escape", "boundary="),
    *("🥖", "👩‍👩‍👧", "ß", "İ", "ﬃ", "Ｆ", "ｅ", "한", "ア", "ไ", "ع", "1,000,000.00 €", "tomorrow at 25:61", "#" * 40),
)  # fmt: skip
_TAGS = ("a", "p", "div", "span", "ul", "blockquote", "pre", "x:y", "svg", "b")
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 7.5, -1.5, 1e308, 2**31, 2**63, -(2**63) - 1, 10**30, 10**400),
    *("", " ", "0", "-1", "null", "x" * 300, "1" * 5_000, "\ud83d", "\x00", "9" * 19, "١٢٣"),
    *([], {}, [[]], [{}], {"": ""}, [None], {"id": None}, {"x": {"y": []}}, ["x", 1, None]),
)  # fmt: skip


def data(rng: Random, good: Any) -> Any:
    """JSON data with some places spoilt; `good` stays as it is."""
    made = _copied(good)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        spots = _spots(made)
        if len(spots) > _MOST_SPOTS:
            break
        made = _spoilt(rng, made, spots)
    return made


def _spoilt(rng: Random, whole: Any, spots: list[tuple[Any, Any]]) -> Any:
    if not spots or rng.random() < 0.01:
        return _copied(rng.choice(VALUES))
    box, key = rng.choice(spots)
    value = box[key]
    roll = rng.random()
    if isinstance(value, str) and roll < 0.45:
        box[key] = text(rng, value)
    elif roll < 0.7:
        box[key] = _copied(rng.choice(VALUES))
    elif roll < 0.8:
        del box[key]
    elif roll < 0.88:
        other, other_key = rng.choice(spots)
        if other_key in (other if isinstance(other, dict) else range(len(other))):
            box[key] = _copied(other[other_key])
    elif isinstance(value, list) and value:
        box[key] = value * rng.choice((2, 3, 50 if len(spots) < 200 else 2))
    else:
        deep: Any = value
        for _ in range(rng.choice((3, 60, 400))):
            deep = [deep] if rng.random() < 0.5 else {str(key): deep}
        box[key] = deep
    return whole


def _copied(value: Any) -> Any:
    """Another one like it; nothing in place of one that is too deep."""
    try:
        return json.loads(json.dumps(value))
    except RecursionError:
        return None


def _often(rng: Random, some: int, many: int) -> int:
    """How often something is repeated: mostly a few times, so that most inputs are quickly read."""
    return many if rng.random() < 0.05 else rng.randint(1, some)


def _spots(whole: Any) -> list[tuple[Any, Any]]:
    found, todo = [], [whole]
    while todo:
        box = todo.pop()
        keys = list(box) if isinstance(box, dict) else range(len(box)) if isinstance(box, list) else ()
        for key in keys:
            found.append((box, key))
            todo.append(box[key])
    return found


def written(rng: Random, good: Any) -> bytes:
    """Spoilt JSON as it comes over the wire, sometimes no JSON at all."""
    roll = rng.random()
    if roll < 0.02:
        depth = rng.choice((900, 5_000, 200_000))
        return rng.choice((b"[", b'{"a":', b'[{"id":')) * depth
    try:
        body = json.dumps(data(rng, good), ensure_ascii=rng.random() < 0.5, allow_nan=True)
    except RecursionError:
        return b"[" * 1_500 + b"]" * 1_500
    raw = body.encode("utf-8", "surrogatepass" if rng.random() < 0.3 else "replace")
    return octets(rng, raw) if roll < 0.12 else raw


def text(rng: Random, good: str) -> str:
    """Words with odd things in them, or endlessly repeated ones."""
    made = good
    for _ in range(rng.choice((1, 1, 2, 4, 12))):
        at, roll = rng.randrange(len(made) + 1), rng.random()
        end = min(len(made), at + rng.choice((1, 2, 8, 40)))
        if roll < 0.45:
            made = made[:at] + rng.choice(NASTY) + made[at:]
        elif roll < 0.6:
            made = made[:at] + made[end:]
        elif roll < 0.75:
            made = made[:at] + made[at:end] * _often(rng, 9, 300) + made[end:]
        elif roll < 0.85:
            made = (
                made[:at]
                + chr(rng.choice((rng.randrange(0x20, 0x250), rng.randrange(0x110000))))
                + made[end:]
            )
        elif roll < 0.93:
            made = made[:at] + made[at:end].swapcase() + made[end:]
        else:
            made = (rng.choice(NASTY) * _often(rng, 30, 3_000) + made)[:LONG]
    if rng.random() < 0.02:
        made = (made * (LONG // max(1, len(made)) + 1))[:LONG]
    return made[:LONG]


def octets(rng: Random, good: bytes) -> bytes:
    """Bytes cut, doubled, swapped and changed."""
    made = bytearray(good)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at, roll = rng.randrange(len(made) + 1), rng.random()
        end = min(len(made), at + rng.choice((1, 2, 4, 16, 100, 1_000)))
        if roll < 0.2:
            del made[at:end]
        elif roll < 0.4:
            made[at:at] = rng.choice(NASTY).encode("utf-8", "surrogatepass")
        elif roll < 0.55:
            made[at:end] = bytes(rng.randrange(256) for _ in range(end - at))
        elif roll < 0.75:
            made[at:at] = bytes(made[at:end]) * rng.choice((1, 5, 200))
        elif roll < 0.9 and at < len(made):
            made[at] ^= 1 << rng.randrange(8)
        else:
            made = made[:at]
    return bytes(made[:2_000_000])


def marked_up(rng: Random, good: str) -> str:
    """Markup whose tags are lost, doubled, nested, swapped or never closed."""
    pieces = [piece for part in good.split("<") for piece in (f"<{part}".split(">", 1))]
    for _ in range(rng.choice((1, 2, 4, 10))):
        at = rng.randrange(len(pieces)) if pieces else 0
        roll = rng.random()
        if roll < 0.25:
            pieces[at:at] = [rng.choice(NASTY)]
        elif roll < 0.45:
            pieces[at : at + 1] = []
        elif roll < 0.65:
            pieces[at:at] = pieces[at : at + rng.choice((1, 3, 9))] * _often(rng, 20, 2_000)
        elif roll < 0.8 and pieces:
            other = rng.randrange(len(pieces))
            pieces[at], pieces[other] = pieces[other], pieces[at]
        else:
            pieces[at:at] = [f"<{rng.choice(_TAGS)}"] * _often(rng, 9, 5_000)
        if not pieces:
            break
    made = ">".join(pieces).replace("<>", "<")
    return text(rng, made) if rng.random() < 0.3 and len(made) < LONG else made[:1_000_000]
