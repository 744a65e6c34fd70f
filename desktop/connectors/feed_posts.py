"""Reading a feed: RSS, Atom and JSON Feed, in whatever state they come. Hostile input is the normal case.

What could make an XML reader fetch or unfold things (a document type, entities) is refused before it is parsed.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import json
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from desktop.connectors.answers import shown_host, web_address
from desktop.connectors.htmltext import one_line, to_text
from desktop.connectors.tariff import place_of
from desktop.errors import Garbled
from desktop.records import Author, RemotePost, Source

MOST_BYTES = 4_000_000
_MOST_ENTRIES = 500
_MOST_TAGS = 100_000  # a parser takes seconds for a million of them
_LONGEST = 4_000  # characters of one entry's words
_PROLOG = re.compile(r"<[A-Za-z]")  # where the document itself begins
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
_CODECS = frozenset(  # what feeds are written in; nothing in which "<" can hide
    codecs.lookup(name).name
    for name in (
        *("utf-8", "ascii", "iso-8859-1", "iso-8859-2", "iso-8859-15", "cp1250", "cp1251", "cp1252", "koi8-r"),
        *("gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"),
    )
)
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError)
_REDIRECTS = re.compile(r"^(www\.)?google\.[a-z.]{2,6}$")


class Entry(NamedTuple):
    """One thing a feed lists. `key`: the same whenever it is listed; `url` without anybody's redirect around it."""

    key: str
    url: str
    title: str
    words: str
    who: str
    at: datetime | None

    def marks(self) -> tuple[str, ...]:
        """What tells that it was here before: its id, and its page."""
        return tuple(short(text) for text in (self.key, self.url) if text)


class Feed(NamedTuple):
    title: str
    entries: tuple[Entry, ...]


def short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read(body: bytes, host: str) -> Feed:
    """The entries in the order they stand. Raises Garbled for what is no feed, or none we open."""
    if len(body) > MOST_BYTES or body.count(b"<") > _MOST_TAGS:
        raise Garbled(f"The feed at {host} is far larger than a feed should be.")
    if body.lstrip()[:1] == b"{":
        return _json_feed(body, host)
    text = _decoded(body)
    start = _PROLOG.search(text)
    prolog = text[: start.start()] if start else text
    root = text[start.start() : start.start() + 5].lower() if start else ""
    if "<!doctype html" in prolog.lower() or root == "<html":
        raise Garbled(f"That’s a page at {host}, not a feed.", advice="Look for a link that says RSS or Atom.")
    if "<!" in prolog.replace("<!--", "") or start is None:
        raise Garbled(f"The feed at {host} isn’t one we open: it’s no plain feed.", details="document type")
    # On a line of its own: looking for an encoding in a first line that is a broken declaration takes minutes.
    return _parsed("\n" + _DECLARATION.sub("", text), host)


def _decoded(body: bytes) -> str:
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if body.startswith(mark):
            return body.decode(name, "replace").lstrip("\ufeff")
    declared = _DECLARED.match(body)
    name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    return body.decode(known if known in _CODECS else "utf-8", "replace")


def _parsed(text: str, host: str) -> Feed:
    import feedparser  # type: ignore[import-untyped]

    why = ""
    try:
        found = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
        if not found.get("version") and not found.entries:
            why = type(found.get("bozo_exception")).__name__
    except _BROKEN as error:  # of what is hardly XML any more it reads what it can, and doesn't always get through
        why = type(error).__name__
    if why:
        raise Garbled(f"What is at {host} isn’t a feed we can read.", details=why)
    entries = tuple(entry for entry in map(_entry, found.entries[:_MOST_ENTRIES]) if entry is not None)
    return Feed(_plain(str(found.feed.get("title", ""))), entries)


def _entry(found: Mapping[str, Any]) -> Entry | None:
    title = _plain(str(found.get("title", "")))
    contents = found.get("content") or []
    words = str(contents[0].get("value", "")) if contents else str(found.get("summary", ""))
    times = dict(found)  # as they stand: feedparser would put one in the other's place, with a warning
    at = times.get("published_parsed") or times.get("updated_parsed")
    who = str(found.get("author", ""))[:400]
    if "@" in who:  # RSS wants an e-mail address there: "ruth@town.example (Ruth A.)"
        who = who.partition("(")[2].rstrip(") ") or who.partition("@")[0]
    return _made(str(found.get("id", "")), str(found.get("link", "")), title, words, who, _moment(at))


def _made(key: str, link: str, title: str, words: str, who: str, at: datetime | None) -> Entry | None:
    """None for an entry that says nothing at all."""
    url = unwrapped(link)
    text = to_text(words, _LONGEST)
    if not title and not text:
        return None
    return Entry(key or url or f"{title} {at}", url, title, text, one_line(who), at)


def _plain(markup: str) -> str:
    return one_line(to_text(markup, 600), 300)


def _moment(parsed: Any) -> datetime | None:
    """A feedparser time (UTC), None for one that can't be."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def unwrapped(link: str) -> str:
    """The page a link leads to: Google Alerts puts its own address around it. "" for what is no web address."""
    for _ in range(2):
        if not place_of(link):
            return ""
        parts = urlsplit(link.strip())
        if not (_REDIRECTS.match(parts.hostname or "") and parts.path == "/url"):
            break
        inner = parse_qs(parts.query)
        link = next((inner[name][0] for name in ("url", "q") if inner.get(name)), "")
    return web_address(link.strip())


def _json_feed(body: bytes, host: str) -> Feed:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or "jsonfeed.org/version" not in str(found.get("version", "")):
        raise Garbled(f"What is at {host} isn’t a feed we can read.", details="JSON, and no JSON Feed")
    items = found.get("items")
    listed = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    entries = tuple(entry for entry in map(_json_entry, listed[:_MOST_ENTRIES]) if entry is not None)
    return Feed(one_line(_text(found, "title")), entries)


def _json_entry(item: Mapping[str, Any]) -> Entry | None:
    authors = item.get("authors")
    author = authors[0] if isinstance(authors, list) and authors else item.get("author")
    who = _text(author, "name") if isinstance(author, dict) else ""
    words = _text(item, "content_html") or _escaped(_text(item, "content_text") or _text(item, "summary"))
    at = None
    try:
        at = datetime.fromisoformat(_text(item, "date_published"))
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    link = _text(item, "url") or _text(item, "external_url")
    return _made(_text(item, "id"), link, one_line(_text(item, "title"), 300), words, who, at)


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def posts(entries: Iterator[Entry], platform: str, now: datetime) -> Iterator[RemotePost]:
    """Entries as what somebody wrote in public, with the place their page belongs to."""
    for entry in entries:
        host = one_line(shown_host(entry.url).removeprefix("www."))
        name = entry.who or host or "?"
        same = " ".join(entry.words.split()).startswith(entry.title.rstrip("…."))
        yield RemotePost(
            entry.key if len(entry.key) <= 200 else short(entry.key),
            Author(platform, "", "", name, key=f"{host} {name}"),
            entry.words if same or not entry.title else f"{entry.title}\n\n{entry.words}".strip(),
            min(entry.at or now, now),
            uri=entry.url or entry.key,
            url=entry.url,
            source=Source.POST,
            place=place_of(entry.url) or "web",
        )
