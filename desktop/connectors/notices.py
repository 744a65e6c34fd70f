"""What a notice mail says: who wrote what where, as far as the mail quotes it. Hostile mails are the normal case.

Who sends notices, and how they say what they are about, stands in resources/notices.json. Nothing in a mail is
ever fetched: no picture, no link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop.connectors.answers import web_address
from desktop.connectors.htmltext import clean, one_line, to_text
from desktop.connectors.tariff import place_of
from desktop.records import Source

_FILE = Path(__file__).parents[2] / "resources" / "notices.json"
_SOURCES = {"review": Source.REVIEW, "comment": Source.COMMENT, "mention": Source.MENTION, "message": Source.MESSAGE}
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_MOST_PARTS = 60
_MOST_NESTED = 40  # a forwarded mail in a forwarded mail has a few
_MOST_LINES = 20_000  # each is held against every part it may end
_MOST_WORDS = 4_000
_QUOTES = re.compile(r"“([^“”]{8,4000})”|„([^„“”]{8,4000})[“”]|«([^«»]{8,4000})»|(?<!\w)\"([^\"]{8,4000})\"(?!\w)")
_LINK = re.compile(r"https?://[^\s<>\"')\]]{4,1500}")
_STARS = re.compile("[★⭐]️?")
_ROW_OF_STARS = re.compile("(?:[★☆⭐]️?){5}")
_RESULT = re.compile(r"\b(dkim|dmarc)\s*=\s*(\w+)([^;]*)", re.I)
_DOMAIN = re.compile(r"header\.(?:d|i|from)\s*=\s*\"?@?([\w.@-]+)", re.I)


class Sender(NamedTuple):
    """A place that writes notices. `says`: what about ("review", "comment", "mention", "message")."""

    place: str
    domains: tuple[str, ...]
    says: tuple[str, ...]


class Notice(NamedTuple):
    """What a mail says. `words` "" where it quotes none; `is_whole`: nothing seems to be left out."""

    key: str  # the mail's own id
    place: str
    source: Source
    who: str
    stars: int | None
    words: str
    url: str
    subject: str
    is_whole: bool


class Head(NamedTuple):
    """What the header lines say. `is_proven`: None where the mail server says nothing about the sender."""

    key: str
    address: str
    name: str
    subject: str
    is_proven: bool | None
    sender: Sender | None


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return table


@cache
def senders() -> tuple[Sender, ...]:
    return tuple(Sender(s["place"], tuple(s["domains"]), tuple(s["says"])) for s in _table()["senders"])


@cache
def _patterns(*names: str) -> tuple[re.Pattern[str], ...]:
    found: Any = _table()
    for name in names:
        found = found[name]
    return tuple(re.compile(pattern, re.I) for pattern in found)


# ---- the header lines ------------------------------------------------------------------------------


def head(raw: bytes) -> Head | None:
    """None for header lines that can't be read at all."""
    try:
        mail = BytesHeaderParser().parsebytes(raw)
        name, address = parseaddr(_header(mail, "From"))
        address = address.lower()
        sender = _sender_of(address)
        proven = _is_proven(mail, sender) if sender else None
        key = one_line(_header(mail, "Message-ID"), 200)
        return Head(key, address, one_line(name, 120), one_line(_header(mail, "Subject"), 300), proven, sender)
    except _BROKEN:
        return None


def _sender_of(address: str) -> Sender | None:
    domain = address.rpartition("@")[2]
    return next((one for one in senders() if _belongs(domain, one)), None)


def _belongs(domain: str, sender: Sender) -> bool:
    return any(domain == known or domain.endswith(f".{known}") for known in sender.domains)


def _header(mail: Message, name: str) -> str:
    """One header in plain letters, whatever it was written in."""
    value = str(mail.get(name, ""))[:4_000]
    parts = []
    for text, charset in decode_header(" ".join(value.split())):
        parts.append(_letters(text, charset) if isinstance(text, bytes) else text)
    return clean("".join(parts)).encode("utf-8", "replace").decode()


def _letters(text: bytes, charset: str | None) -> str:
    try:
        return text.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return text.decode("utf-8", "replace")


def _is_proven(mail: Message, sender: Sender) -> bool | None:
    """What our own mail server found out about the sender: only the topmost line is its word (RFC 8601)."""
    results = mail.get_all("Authentication-Results") or []
    found = _RESULT.findall(" ".join(str(results[0])[:4_000].split())) if results else []
    if not found:
        return None
    for method, verdict, more in found:
        domains = [domain.rpartition("@")[2].lower() for domain in _DOMAIN.findall(more)]
        fits = any(_belongs(each, sender) for each in domains) or (method.lower() == "dmarc" and not domains)
        if verdict.lower() == "pass" and fits:
            return True
    return False


def about(found: Head) -> tuple[str, re.Match[str]] | None:
    """What a mail of a known sender is about, with the match in its subject; None: it is no notice."""
    if found.sender is None or any(pattern.search(found.subject) for pattern in _patterns("not")):
        return None
    for kind in found.sender.says:
        for pattern in _patterns("subjects", kind):
            if match := pattern.search(found.subject):
                return kind, match
    return None


# ---- the mail itself -------------------------------------------------------------------------------


def read(raw: bytes) -> Notice | None:
    """What a notice says; None for a mail that can't be read, or is no notice after all."""
    found = head(raw)
    kind = about(found) if found else None
    if found is None or found.sender is None or kind is None:
        return None
    try:
        text, links = _body(_parsed(raw))
    except _BROKEN:
        return None
    source, match = _SOURCES[kind[0]], kind[1].groupdict()
    words, is_whole = _words(text)
    who = one_line(match.get("who") or "", 80).strip("“”\"' ")
    stars = match.get("stars") or _stars(f"{found.subject}\n{text}" if source is Source.REVIEW else "")
    url = next((link for link in links if place_of(link) == found.sender.place), "")
    return Notice(
        found.key, found.sender.place, source, who, int(stars) if stars else None, words, url, found.subject, is_whole
    )


def _parsed(raw: bytes) -> Message:
    """The mail in its parts. Raises ValueError for one that is made to keep whoever reads it busy."""
    if raw.lower().count(b"boundary") > _MOST_NESTED:
        raise ValueError("parts in parts in parts")
    lines = raw.split(b"\n", _MOST_LINES)
    return message_from_bytes(b"\n".join(lines[:_MOST_LINES]))


def _body(mail: Message) -> tuple[str, list[str]]:
    """(the words of a mail, the links in it); plain text where there is some, else what the HTML says."""
    plain, markup = "", ""
    for count, part in enumerate(mail.walk()):
        if count >= _MOST_PARTS or (plain and markup):
            break
        kind = part.get_content_type()
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        if kind in ("text/plain", "text/html"):
            payload = part.get_payload(decode=True)
            text = _letters(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""
            if kind == "text/html":
                markup = markup or text
            else:
                plain = plain or clean(text)
    found = dict.fromkeys(_LINK.findall(_unescaped(f"{plain}\n{markup}")))
    links = [link for link in found if web_address(link)]
    return (to_text(markup) if len(plain.strip()) < 20 and markup else plain[: 5 * _MOST_WORDS]), links[:200]


def _unescaped(text: str) -> str:
    return text.replace("&amp;", "&")


def _words(text: str) -> tuple[str, bool]:
    """(what they wrote, whether that seems to be all of it): a quote, a quoted block, or what stands after "wrote:"."""
    quoted = max((next(filter(None, found)) for found in _QUOTES.findall(text)), key=len, default="")
    lines = [line.strip() for line in text.split("\n")]
    block = "\n".join(line.lstrip("> ") for line in lines if line.startswith(">")).strip()
    words = quoted.strip() or block or _after_a_lead(lines)
    words = words[:_MOST_WORDS].strip()
    is_cut = any(pattern.search(words) for pattern in _patterns("more"))
    return words, bool(words) and not is_cut and len(words) < _MOST_WORDS


def _after_a_lead(lines: Sequence[str]) -> str:
    """The paragraph under a line like "Marta K. wrote:"."""
    for at, line in enumerate(lines):
        if line and any(pattern.search(line) for pattern in _patterns("before")):
            return "\n".join(_paragraph(lines[at + 1 :]))
    return ""


def _paragraph(lines: Sequence[str]) -> Iterator[str]:
    has_begun = False
    for line in lines:
        if not line and has_begun:
            return
        if line and not _LINK.fullmatch(line):
            has_begun = True
            yield line


def _stars(text: str) -> str:
    row = _ROW_OF_STARS.search(text)
    if row is not None:
        return str(len(_STARS.findall(row.group())) or "")
    for pattern in _patterns("stars"):
        if match := pattern.search(text):
            return match["stars"]
    return ""
