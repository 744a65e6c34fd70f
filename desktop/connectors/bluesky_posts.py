"""What Bluesky answers, read with care: a post view, or a notification, as a RemotePost.

What the server says has to be right, or Garbled is raised. What its writer put into the record may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.connectors.answers import Json, mapping, mappings, moment, odd, text
from desktop.connectors.htmltext import MOST_CHARACTERS, clean, one_line
from desktop.errors import Garbled
from desktop.records import Author, RemotePost, Source

COLLECTION = "app.bsky.feed.post"
SITE = "https://bsky.app"
DID = r"did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,250}"
NOT_SIGNED_OUT = "!no-unauthenticated"
CLOSED = "closed"  # in Post.address: its writer doesn't let us answer
_URI = re.compile(rf"at://({DID})/{re.escape(COLLECTION)}/([A-Za-z0-9._:~-]{{1,512}})")
_HIDING = frozenset({"!hide", "!takedown"})


def parts(uri: str) -> tuple[str, str]:
    """(DID, record key) of a post's address; two empty texts for what isn't one."""
    match = _URI.fullmatch(uri)
    return (match[1], match[2]) if match else ("", "")


def post_uri(did: str, key: str) -> str:
    return f"at://{did}/{COLLECTION}/{key}"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what one account is told."""

    our_did: str

    def post(self, view: Json) -> RemotePost:
        """The post of a view or a notification. Raises Garbled."""
        uri, indexed = text(view, "uri"), moment(view, "indexedAt")
        did, key = parts(uri)
        if not did or indexed is None:
            raise odd("a post without an address or a time")
        record = _mapping(view.get("record"))
        answers = _mapping(record.get("reply"))
        parent = _uri(answers.get("parent"))
        return RemotePost(
            remote_id=uri,
            author=author(mapping(view, "author")),
            text=words(record),
            posted_at=_earlier(record, indexed),
            uri=uri,
            url=f"{SITE}/profile/{did}/post/{key}",
            parent_remote_id=parent,
            root_remote_id=_uri(answers.get("root")) or parent or uri,
            source=self._source(record, is_ours=did == self.our_did, is_reply=bool(parent)),
            is_ours=did == self.our_did,
            lang=_lang(record),
            address=CLOSED if _mapping(view.get("viewer")).get("replyDisabled") is True else "",
        )

    def _source(self, record: Json, *, is_ours: bool, is_reply: bool) -> Source:
        is_to_us = self.our_did in _mentioned(record) or parts(_quoted(record))[0] == self.our_did
        if is_to_us and not is_ours:
            return Source.MENTION
        return Source.COMMENT if is_reply else Source.POST


def author(profile: Json) -> Author:
    """Handles change, and several people may have had one: the key is the DID."""
    did = text(profile, "did")
    handle = one_line(text(profile, "handle"))
    handle = did if handle == "handle.invalid" else f"@{handle}"
    name = one_line(text(profile, "displayName", "")) or handle.removeprefix("@")
    return Author("bluesky", did, handle, name, f"{SITE}/profile/{did}", key=did)


def labels(view: Json) -> frozenset[str]:
    """What labellers, the writer among them, say of a post and of its writer."""
    said = [*mappings(view, "labels"), *mappings(mapping(view, "author"), "labels")]
    return frozenset(text(one, "val") for one in said if one.get("neg") is not True)


# ---- threads ---------------------------------------------------------------------------------------------


def before(node: Json) -> list[Json]:
    """The posts above a node, the nearest first, as far as they can be seen."""
    found = []
    node = _mapping(node.get("parent"))
    while isinstance(node.get("post"), dict):
        found.append(mapping(node, "post"))
        node = _mapping(node.get("parent"))
    return found


def below(node: Json, left_out: Callable[[Json], bool] = lambda post: False) -> Iterator[tuple[Json, bool]]:
    """(post, whether answers to it are listed) of a node and everything under it.

    An answer that is `left_out` takes its whole branch with it; blocked and deleted posts are left out anyway.
    """
    waiting = [node]
    while waiting:
        node = waiting.pop()
        answers = mappings(node, "replies")
        yield mapping(node, "post"), bool(answers)
        shown = [one for one in answers if isinstance(one.get("post"), dict)]
        waiting += [one for one in shown if not left_out(mapping(one, "post"))]


def is_hidden(view: Json) -> bool:
    return bool(labels(view) & _HIDING)


def hidden_replies(answer: Json) -> frozenset[str]:
    """The answers that the writer of the thread has put out of sight."""
    gate = _mapping(_mapping(answer.get("threadgate")).get("record"))
    said = gate.get("hiddenReplies")
    return frozenset(uri for uri in said if isinstance(uri, str)) if isinstance(said, list) else frozenset()


# ---- the record, which its writer made -------------------------------------------------------------------


def words(record: Json) -> str:
    """The text as a reader sees it; where there is none, what its pictures show or where its card leads."""
    said = record.get("text")
    plain = clean(said[: MOST_CHARACTERS * 2]).strip()[:MOST_CHARACTERS] if isinstance(said, str) else ""
    if plain:
        return plain
    media = _media(record)
    listed = (_list(media.get(name)) for name in ("images", "items"))
    shown: list[Json] = [one for some in listed for one in some if isinstance(one, dict)]
    if shown or "video" in media:
        alone, all_shown = ("a picture", shown) if shown else ("a video", [media])
        return "\n".join(f"[{_line(one.get('alt'), 1500) or alone}]" for one in all_shown)
    return _line(_mapping(media.get("external")).get("uri"), 2000)


def _media(record: Json) -> Json:
    """What is shown under the text; beside a quoted post it stands one level deeper."""
    embed = _mapping(record.get("embed"))
    return _mapping(embed.get("media")) or embed


def _quoted(record: Json) -> str:
    quoted = _mapping(_mapping(record.get("embed")).get("record"))
    return _uri(quoted) or _uri(quoted.get("record"))


def _mentioned(record: Json) -> set[str]:
    return {
        str(feature.get("did"))
        for facet in _list(record.get("facets"))
        for feature in _list(_mapping(facet).get("features"))
        if isinstance(feature, dict)
    }


def _earlier(record: Json, indexed: datetime) -> datetime:
    """When it was written, as its writer's clock says, but never after the server had it."""
    try:
        written = moment(record, "createdAt")
    except Garbled:
        written = None
    return min(written, indexed) if written else indexed


def _lang(record: Json) -> str:
    langs = _list(record.get("langs"))
    return _line(langs[0], 35) if langs else ""


def _mapping(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _line(value: object, most: int) -> str:
    return one_line(value, most) if isinstance(value, str) else ""


def _uri(reference: object) -> str:
    """The address in a reference to a post."""
    uri = _mapping(reference).get("uri")
    return uri if isinstance(uri, str) and parts(uri)[0] else ""
