"""How long X says a text is: twitter-text, version 3. Letters of most scripts 1, others and emoji 2, an address 23."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_URL_LENGTH = 23
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # code points that count 1
_LONGEST_HOST, _LONGEST_LABEL, _LONGEST_URL = 253, 63, 4096
# Without https:// in front, only what ends in one of these is taken for an address; two letters are a country.
_ENDINGS = frozenset(
    "app bar beer bike biz blog boutique cafe care city cloud club coffee com company delivery design dev energy "
    "events flowers food fun garden gift gov guide house info international kitchen life live local london market "
    "media menu mobi museum name net news one online org page photos pizza pub recipes repair restaurant salon shop "
    "shopping site solutions space store studio style tech tips today tools top tours toys travel vip wiki wine work "
    "works world wtf xyz zone berlin paris".split()
)


@cache
def _urls() -> Any:
    import regex  # type: ignore[import-untyped]

    label = r"[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?"
    tail = r"(?::\d{1,5})?(?:/[\p{L}\p{N}\p{M}!*';:=+,.$%#@&~|()\[\]/_-]*)?(?:\?[\w!?*'@();:&=+$/%#\[\].,~|-]*)?"
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}@＠$#＃./_-])(?<scheme>https?://)?(?<host>(?:{label}\.)+\p{{L}}[\p{{L}}\p{{M}}-]*\p{{L}}\p{{M}}*)(?<tail>{tail})",
        regex.IGNORECASE,
    )


@cache
def _emoji() -> Any:
    import regex

    one = (
        r"(?:\p{Emoji_Presentation}\uFE0F?|\p{Extended_Pictographic}\uFE0F|\p{Emoji_Modifier_Base}|"
        r"[\u2600-\u27BF\u2190-\u21FF\u2B00-\u2BFF]\uFE0F?)\p{Emoji_Modifier}?"
    )
    any_one = rf"(?:{one}|\p{{Extended_Pictographic}})"
    return regex.compile(
        rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\uFE0F?\u20E3|\U0001F3F4[\U000E0020-\U000E007E]+\U000E007F"
        rf"|{any_one}(?:\u200D{any_one}\uFE0F?)+|{one}"
    )


def links(text: str) -> list[tuple[int, int]]:
    """(start, end) of everything that X makes a link of."""
    found = []
    for match in _urls().finditer(text):
        end = match.end() - _loose_end(match["tail"])
        if _is_host(match["host"], with_scheme=bool(match["scheme"])) and end - match.start() <= _LONGEST_URL:
            found.append((match.start(), end))
    return found


def _loose_end(tail: str) -> int:
    """How much of an address's end is the sentence's: "…/menu)." """
    size, open_ones = len(tail), tail.count(")") - tail.count("(")
    while size > 1 and (tail[size - 1] in "!*';:,.$%@~|" or (tail[size - 1] == ")" and open_ones > 0)):
        open_ones -= tail[size - 1] == ")"
        size -= 1
    return len(tail) - size


def _is_host(host: str, *, with_scheme: bool) -> bool:
    try:
        labels = [_ascii(label) for label in host.split(".")]
    except UnicodeError:
        return False
    ending = host.rpartition(".")[2].lower()
    if not with_scheme and not (ending in _ENDINGS or (len(ending) == 2 and ending.isascii())):
        return False
    return all(len(label) <= _LONGEST_LABEL for label in labels) and len(".".join(labels)) <= _LONGEST_HOST


def _ascii(label: str) -> str:
    """A label as it is asked for: punycode where it isn't ASCII."""
    return label if label.isascii() else "xn--" + label.lower().encode("punycode").decode()


def weighted(text: str) -> int:
    """The length of a text as X counts it."""
    text = unicodedata.normalize("NFC", text)
    total, at = 0, 0
    for start, end in links(text):
        total += _plain(text[at:start]) + _URL_LENGTH
        at = end
    return total + _plain(text[at:])


def _plain(text: str) -> int:
    without = _emoji().sub("", text)
    emoji = sum(1 for _ in _emoji().finditer(text))
    return 2 * emoji + sum(_weight(ord(letter)) for letter in without)


def _weight(code: int) -> int:
    return 1 if any(low <= code <= high for low, high in _LIGHT) else 2


LEADING = re.compile(r"(?:@\w{1,15}\s+)+(?=\S)")
"""Whom a reply begins with: X puts them there, hides them and doesn't count them."""
