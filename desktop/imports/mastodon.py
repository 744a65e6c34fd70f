"""Mastodon's archive (`archive-…-….zip`, older ones `.tar.gz`): what we wrote ourselves, as ActivityPub tells it.

What only followers or those mentioned may read stays out, and is counted. The archive doesn't say our number at the
server; the posts' own addresses are the same as a live connection's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import urlsplit

from desktop.connectors.answers import Json, mapping, mappings, moment, text, web_address
from desktop.connectors.htmltext import clean, one_line, to_text
from desktop.errors import ShopError, Unreadable
from desktop.imports.files import Files
from desktop.imports.items import LONGEST, Archive, Broken, Item, Me, Piece, Private
from desktop.imports.jsons import Cut, elements, whole
from desktop.records import Author, RemotePost, Source

_POSTS, _ACTOR = "/outbox.json", "/actor.json"
_EVERYBODY = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_STATUS = re.compile(r"https?://[^\s]{1,500}/([A-Za-z0-9_-]{1,100})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


class MastodonArchive(Archive):
    key: ClassVar[str] = "mastodon"
    name = "Mastodon archive"
    platform: ClassVar[str] = "mastodon"

    def __init__(self, files: Files) -> None:
        """Raises Unreadable."""
        self._files = files
        self._actor, self._me = _who(files)

    @staticmethod
    def fits(files: Files) -> bool:
        return bool(files.ending(_POSTS) and files.ending(_ACTOR))

    @property
    def mine(self) -> tuple[Me, ...]:
        return (self._me,)

    def items(self, me: Me) -> Iterator[Piece]:
        with self._files.open(self._files.ending(_POSTS)[0]) as file:
            for n, each in enumerate(elements(file, "orderedItems"), 1):
                where = f"outbox.json, post {n:,}"
                yield Broken(where, "The file can’t be read from here on.") if isinstance(each, Cut) else _read(
                    each, me, self._actor, where
                )


def _who(files: Files) -> tuple[str, Me]:
    said = whole(files.read(files.ending(_ACTOR)[0], 4 << 20))
    try:
        uri, user = text(said, "id"), one_line(text(said, "preferredUsername"), 100)
        name, page = one_line(text(said, "name", "")), web_address(text(said, "url", "")) or web_address(uri)
        domain = urlsplit(page).hostname or ""
    except (ShopError, AttributeError, ValueError):
        user = domain = ""
    if not user or not domain:
        raise Unreadable("That Mastodon archive doesn’t say whose it is.")
    return uri, Me("", f"@{user}@{domain}", name or user, page, domain)


def _read(each: Any, me: Me, actor: str, where: str) -> Item | Broken | Private:
    if not isinstance(each, dict):
        return Broken(where, "It isn’t a post.", str(each)[:200])
    note, begins = each.get("object"), ""
    try:
        if text(each, "type").casefold() == "announce":
            return Item(_shared(each, me), where=where)
        note = mapping(each, "object")
        begins = to_text(text(note, "content", ""), 200)
        to, cc = _names(note, "to"), _names(note, "cc")
        if not _EVERYBODY & (to | cc):
            return Private(where)
        return _item(note, me, actor, where)
    except (ShopError, ValueError, TypeError, AttributeError):
        return Broken(where, "It doesn’t say what it is, or when it was written.", begins)


def _names(note: Json, key: str) -> frozenset[str]:
    """Who may read it; a single one stands there without a list."""
    said = note.get(key)
    listed = said if isinstance(said, list) else [said]
    return frozenset(one for one in listed if isinstance(one, str))


def _item(note: Json, me: Me, actor: str, where: str) -> Item:
    uri, posted_at = text(note, "id"), moment(note, "published")
    number = _STATUS.fullmatch(uri)
    if posted_at is None or number is None:
        raise ValueError(uri)
    parent = text(note, "inReplyTo", "")
    # Our own status by its number, as the server calls it; what somebody else's is called there isn't in the archive.
    above = _STATUS.fullmatch(parent)
    before = above[1] if above and parent.startswith(f"{actor}/") else parent
    post = RemotePost(
        remote_id=number[1],
        author=_us(me),
        text=_words(note)[:LONGEST],
        posted_at=posted_at,
        uri=uri[:2000],
        url=web_address(text(note, "url", "")) or web_address(uri),
        parent_remote_id=before[:2000],
        root_remote_id="" if parent else number[1],
        source=Source.COMMENT if parent else Source.POST,
        is_ours=True,
        edited_at=moment(note, "updated"),
        lang=_language(note),
    )
    return Item(post, _whom(note, me) if parent and not parent.startswith(f"{actor}/") else None, where)


def _us(me: Me) -> Author:
    return Author("mastodon", me.handle.removeprefix("@").lower(), me.handle, me.name, me.page)


def _shared(each: Json, me: Me) -> RemotePost:
    at = moment(each, "published")
    if at is None:
        raise ValueError("published")
    return RemotePost(text(each, "id"), _us(me), "", at, is_ours=True, is_share=True)


def _whom(note: Json, me: Me) -> Author:
    """Whom we answered: the first one mentioned. Nobody is named where the mention was taken out."""
    for tag in mappings(note, "tag"):
        said = one_line(text(tag, "name", "")) if text(tag, "type", "") == "Mention" else ""
        page = web_address(text(tag, "href", ""))
        host = urlsplit(page).hostname or me.host
        handle = said if said.count("@") == 2 else f"@{said.strip('@')}@{host}"
        if said.strip("@") and handle.lower() != me.handle.lower():
            user = handle.split("@")[1]
            return Author("mastodon", handle.removeprefix("@").lower(), handle, user, page)
    return Author("mastodon", "", "", "Somebody on Mastodon", key=f"unnamed {text(note, 'inReplyTo')}")


def _words(note: Json) -> str:
    """The text as a reader sees it, a content warning in front; of a picture alone, its description."""
    words = to_text(text(note, "content", ""))
    warning = clean(text(note, "summary", "")[:2000]).strip()
    if not words:
        shown = [one_line(text(one, "name", ""), 1500) or "a picture" for one in mappings(note, "attachment")]
        words = "\n".join(f"[{each}]" for each in shown)
    return f"{warning}\n\n{words}".strip() if warning else words


def _language(note: Json) -> str:
    """The first language that its words stand in."""
    said = mapping(note, "contentMap", {})
    return next((one for one in said if _LANGUAGE.fullmatch(one)), "")
