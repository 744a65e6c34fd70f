"""Reading answers with care: the field that is there and of the right type, or Garbled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from desktop.connectors.htmltext import has_odd
from desktop.errors import Garbled

Json = Mapping[str, Any]
_T = TypeVar("_T")
_ADDRESS = re.compile(r"https?://[^\s<>\"\\]{1,1990}", re.IGNORECASE)


def odd(details: str) -> Garbled:
    words = "The place's answer isn't one we understand."
    return Garbled(words, advice="It may be having trouble. We'll try again.", details=details)


def _get(data: Json, key: str, kind: type[_T], default: _T | None) -> _T:
    """`data[key]` if it is of the right kind; the default where it is absent or null. Raises Garbled."""
    value = data.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        found = f"{key} is a {type(value).__name__}, not a {kind.__name__}"
        raise odd(found)
    return value


def text(data: Json, key: str, default: str | None = None) -> str:
    """A text; required unless there is a default."""
    return _get(data, key, str, default)


def number(data: Json, key: str, default: int | None = None) -> int:
    return _get(data, key, int, default)


def mapping(data: Json, key: str, default: Json | None = None) -> Json:
    return _get(data, key, dict, dict(default) if default is not None else None)


def mappings(data: Json, key: str) -> list[Json]:
    """A list of objects; empty where it is absent or null."""
    return objects(_get(data, key, list, []))


def objects(items: list[Any]) -> list[Json]:
    """The list itself, if it holds objects only. Raises Garbled."""
    if not all(isinstance(item, dict) for item in items):
        raise odd("a list holds odd things")
    return items


def moment(data: Json, key: str) -> datetime | None:
    """An ISO time as aware UTC; None where it is absent or null. Raises Garbled."""
    value = text(data, key, "")
    if not value:
        return None
    try:
        found = datetime.fromisoformat(value)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    raise odd(f"{key} is no time")


def is_before(data: Json, key: str, when: datetime) -> bool:
    """Whether something says that it is older; what tells no time that can be read isn't."""
    try:
        said = moment(data, key)
    except Garbled:
        return False
    return said is not None and said < when


def web_address(url: str) -> str:
    """A web address that may be shown and opened; empty for anything else.

    One that names somebody in front of its host ("https://bank.example@elsewhere.example") isn't where it seems to go.
    """
    if not _ADDRESS.fullmatch(url) or has_odd(url):
        return ""
    try:
        parts = urlsplit(url)
        return url if parts.hostname and "@" not in parts.netloc and parts.port != 0 else ""
    except ValueError:
        return ""


def shown_host(url: str) -> str:
    """The host of a web address, as a person may read it: letters of other alphabets, of which some look like Latin
    ones, are spelled out (RFC 5891). "" for what is no web address."""
    if not web_address(url):
        return ""
    host = urlsplit(url).hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(host).strip("'")
