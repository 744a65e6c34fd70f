"""What Facebook answers, read with care: posts of a page's feed and comments. Wrong types raise Garbled."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from desktop.connectors.answers import Json, mapping, moment, number, odd, text, web_address
from desktop.connectors.graph import required_id
from desktop.connectors.htmltext import clean, one_line
from desktop.records import Author, RemotePost, Source

POST_FIELDS = (
    "id,message,story,created_time,updated_time,permalink_url,is_hidden,from{id,name},"
    "comments.filter(stream).summary(true).limit(0)"
)
TAGGED_FIELDS = "id,message,created_time,permalink_url,from{id,name}"
COMMENT_FIELDS = (
    "id,message,created_time,from{id,name},parent{id},object{id},permalink_url,"
    "can_comment,is_hidden,attachment"
)
TAGGED = "tagged:"  # in front of the id of a post on somebody else's page
CLOSED = "closed"  # the address of a comment that can't be answered


class Reader(NamedTuple):
    """Reads for one page."""

    our_id: str

    def post(self, item: Json) -> RemotePost:
        """A post of the page's own feed: its own, or a visitor's."""
        author = self._author(item)
        is_ours = author.remote_id == self.our_id
        return RemotePost(
            remote_id=required_id(item),
            author=author,
            text=_words(item),
            posted_at=when(item),
            url=web_address(text(item, "permalink_url", "")),
            root_remote_id=required_id(item),
            source=Source.POST,
            is_public=item.get("is_hidden") is not True,
            is_ours=is_ours,
            address=required_id(item),
        )

    def tagged(self, item: Json) -> RemotePost:
        """A post on somebody else's page that names ours."""
        post = self.post(item)
        remote_id = f"{TAGGED}{post.remote_id}"
        return post._replace(
            remote_id=remote_id, root_remote_id=remote_id, source=Source.MENTION, address=TAGGED
        )

    def comment(self, item: Json, post_id: str = "") -> RemotePost:
        """A comment. Hidden ones are seen by their writer and their writer's friends alone."""
        above = text(mapping(item, "parent", {}), "id", "")
        post_id = post_id or text(mapping(item, "object", {}), "id", "")
        remote_id, author = required_id(item), self._author(item)
        can_answer = bool(above) or item.get("can_comment") is not False
        return RemotePost(
            remote_id=remote_id,
            author=author,
            text=_words(item),
            posted_at=when(item),
            url=web_address(text(item, "permalink_url", "")),
            parent_remote_id=above or post_id,
            root_remote_id=post_id,
            source=Source.COMMENT,
            is_public=item.get("is_hidden") is not True,
            is_ours=author.remote_id == self.our_id,
            address=(above or remote_id) if can_answer else CLOSED,
        )

    def _author(self, item: Json) -> Author:
        """The author. Facebook names nobody who hasn't allowed it: each of those is somebody else."""
        who = mapping(item, "from", {})
        remote_id, name = text(who, "id", ""), one_line(text(who, "name", ""))
        if not remote_id:
            return Author("facebook", "", "", "Somebody on Facebook", key=f"unnamed {required_id(item)}")
        return Author("facebook", remote_id, "", name or "Somebody on Facebook", key=remote_id)


def when(item: Json) -> datetime:
    found = moment(item, "created_time")
    if found is None:
        raise odd("a post without a time")
    return found


def mark(item: Json) -> str:
    """What changes when somebody comments: how many there are, and when the last one came."""
    summary = mapping(mapping(item, "comments", {}), "summary", {})
    return f"{number(summary, 'total_count', 0)} {text(item, 'updated_time', '')}".strip()


def has_comments(item: Json) -> bool:
    return not mark(item).startswith("0")


def _words(item: Json) -> str:
    """The text; of a picture or a film alone, what it is."""
    words = clean(text(item, "message", "") or text(item, "story", "")).strip()
    if words:
        return words
    kind = text(mapping(item, "attachment", {}), "type", "")
    return "[a picture]" if kind == "photo" else "[no words]"
