"""What Instagram answers, read with care: media and comments. Wrong types raise Garbled."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from desktop.connectors.answers import Json, mapping, moment, odd, text, web_address
from desktop.connectors.graph import required_id
from desktop.connectors.htmltext import clean, one_line
from desktop.records import Author, RemotePost, Source

_REPLY = "id,text,timestamp,username,from{id,username},parent_id,hidden"
COMMENT_FIELDS = f"{_REPLY},replies{{{_REPLY}}}"
ONE_FIELDS = f"{_REPLY},media{{id,permalink}}"
REPLY_FIELDS = _REPLY
MEDIA_FIELDS = "id,caption,media_type,permalink,timestamp,username,comments_count,is_comment_enabled"
TAG_FIELDS = "id,caption,media_type,permalink,timestamp,username"
TAGGED = "tagged:"  # in front of the id of somebody else's picture
_KINDS = {"VIDEO": "[a film]", "CAROUSEL_ALBUM": "[pictures]"}


class Media(NamedTuple):
    """What a comment stands under."""

    remote_id: str
    url: str


class Reader(NamedTuple):
    """Reads for one account."""

    our_id: str
    our_name: str  # without the @

    def media(self, item: Json) -> RemotePost:
        author = self._author(item)
        remote_id = required_id(item)
        return RemotePost(
            remote_id=remote_id,
            author=author,
            text=clean(text(item, "caption", "")).strip()
            or _KINDS.get(text(item, "media_type", ""), "[a picture]"),
            posted_at=when(item),
            url=web_address(text(item, "permalink", "")),
            root_remote_id=remote_id,
            source=Source.POST,
            is_ours=self._is_us(author),
        )

    def tagged(self, item: Json) -> RemotePost:
        """Somebody else's picture with us on it."""
        post = self.media(item)
        remote_id = f"{TAGGED}{post.remote_id}"
        return post._replace(
            remote_id=remote_id, root_remote_id=remote_id, source=Source.MENTION, address=TAGGED
        )

    def comment(self, item: Json, media: Media, above: str = "") -> RemotePost:
        """A comment, or a reply to the comment `above`. The address: that comment, and whom to name in front."""
        remote_id, author = required_id(item), self._author(item)
        above = above or text(item, "parent_id", "")
        whom = author.handle if above and not self._is_us(author) else ""
        return RemotePost(
            remote_id=remote_id,
            author=author,
            text=clean(text(item, "text", "")).strip() or "[no words]",
            posted_at=when(item),
            url=media.url,
            parent_remote_id=above or media.remote_id,
            root_remote_id=media.remote_id,
            source=Source.COMMENT,
            is_public=item.get("hidden") is not True,
            is_ours=self._is_us(author),
            address=f"{above or remote_id} {whom}".strip(),
        )

    def _is_us(self, author: Author) -> bool:
        return author.remote_id == self.our_id or author.handle == f"@{self.our_name}"

    def _author(self, item: Json) -> Author:
        """The author; where Instagram names nobody, each one is somebody else."""
        who = mapping(item, "from", {})
        user = one_line(text(item, "username", "") or text(who, "username", ""), 100)
        remote_id = text(who, "id", "")
        if not user:
            key = remote_id or f"unnamed {required_id(item)}"
            return Author("instagram", remote_id, "", "Somebody on Instagram", key=key)
        url = web_address(f"https://www.instagram.com/{user}/")
        return Author("instagram", remote_id or user, f"@{user}", user, url, key=user.casefold())


def when(item: Json) -> datetime:
    found = moment(item, "timestamp")
    if found is None:
        raise odd("a post without a time")
    return found


def media_of(item: Json) -> Media:
    """The media that a single comment says it stands under."""
    media = mapping(item, "media", {})
    return Media(text(media, "id", ""), web_address(text(media, "permalink", "")))
