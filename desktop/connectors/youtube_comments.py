"""What YouTube answers about comments, read with care: a thread of comments as RemotePosts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from desktop.connectors.answers import Json, mapping, mappings, moment, number, odd, text, web_address
from desktop.connectors.htmltext import MOST_CHARACTERS, clean, one_line
from desktop.errors import Garbled
from desktop.records import Author, RemotePost, Source

CLOSED = "closed"  # the address of a comment that can't be answered
_ID = re.compile(r"[A-Za-z0-9_-]{1,100}(\.[A-Za-z0-9_-]{1,100})?")
_SHOWN = ("", "published")  # YouTube leaves the state out in some lists of what everybody sees
_MENTION = re.compile(r"\s*(@[\w.·-]+)")


def is_id(remote_id: str) -> bool:
    return _ID.fullmatch(remote_id) is not None


def top_of(remote_id: str) -> str:
    """The id of the comment that a thread begins with: a reply's id is "TOP.REPLY"."""
    return remote_id.partition(".")[0]


class Comment(NamedTuple):
    """`is_shown`: everybody sees it, as far as YouTube says."""

    post: RemotePost
    is_shown: bool


class Thread(NamedTuple):
    """A thread as a list gives it. `total`: how many replies there are; `replies` may be only some of them.

    `about` names the video, post or channel it stands under.
    """

    id: str
    about: Json
    top: Json
    replies: tuple[Json, ...]
    total: int
    is_public: bool
    can_reply: bool

    @property
    def is_whole(self) -> bool:
        return len(self.replies) >= self.total


def thread_of(data: Json) -> Thread:
    """Raises Garbled."""
    about, more = mapping(data, "snippet"), mapping(data, "replies", {})
    return Thread(
        text(data, "id"),
        about,
        mapping(about, "topLevelComment"),
        tuple(mappings(more, "comments")),
        number(about, "totalReplyCount", 0),
        about.get("isPublic") is not False,
        about.get("canReply") is not False,
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the comments on one channel."""

    our_channel: str

    def thread(self, data: Json) -> Thread | None:
        """A thread of a list; None for one that makes no sense."""
        try:
            found = thread_of(data)
            self.comment(found.top, found)
        except Garbled:
            return None
        return found

    def comments(self, thread: Thread, replies: Iterable[Json]) -> list[Comment]:
        """A thread's comments, oldest first; replies that make no sense are left out. Raises Garbled for the first."""
        top = self.comment(thread.top, thread)
        found = []
        for reply in replies:
            try:
                found.append(self.comment(reply, thread))
            except Garbled:
                continue
        found.sort(key=lambda one: one.post.posted_at)
        return _answering([top, *found])

    def written(self, data: Json) -> RemotePost:
        """A comment of ours, as YouTube answers when it was written. Raises Garbled."""
        about = mapping(data, "snippet")
        return self.comment(data, Thread("", about, data, (), 0, is_public=True, can_reply=True)).post

    def comment(self, data: Json, thread: Thread) -> Comment:
        about, remote_id = mapping(data, "snippet"), text(data, "id")
        posted_at, edited_at = moment(about, "publishedAt"), moment(about, "updatedAt")
        if posted_at is None or not is_id(remote_id):
            raise odd("a comment without id or time")
        top = top_of(remote_id)
        author = _author(about)
        is_ours = author.remote_id == self.our_channel
        post = RemotePost(
            remote_id=remote_id,
            author=author,
            text=_words(about, is_ours=is_ours),
            posted_at=posted_at,
            url=_page(thread.about, remote_id),
            parent_remote_id="" if remote_id == top else text(about, "parentId", "") or top,
            root_remote_id=top,
            source=Source.COMMENT,
            is_public=thread.is_public,
            is_ours=is_ours,
            edited_at=edited_at if edited_at and edited_at > posted_at else None,
            address="" if thread.can_reply else CLOSED,
        )
        return Comment(post, thread.is_public and text(about, "moderationStatus", "") in _SHOWN)


def _answering(comments: list[Comment]) -> list[Comment]:
    """Threads are flat, and people begin with "@name" to answer somebody in them: that one's last words before."""
    last: dict[str, str] = {}
    found = []
    for comment in comments:
        post = comment.post
        named = _MENTION.match(post.text)
        parent = last.get(named[1].casefold(), "") if named and post.parent_remote_id else ""
        found.append(comment._replace(post=post._replace(parent_remote_id=parent)) if parent else comment)
        if post.author.handle:
            last[post.author.handle.casefold()] = post.remote_id
    return found


def _author(about: Json) -> Author:
    """The channel that wrote it; without one (deleted since), its name stands for it."""
    name = one_line(text(about, "authorDisplayName", "")) or "Somebody"
    channel = text(mapping(about, "authorChannelId", {}), "value", "")
    page = web_address(text(about, "authorChannelUrl", ""))
    key = channel or page or name
    return Author("youtube", key, name if name.startswith("@") else "", name, page, key=key)


def _words(about: Json, *, is_ours: bool) -> str:
    """Ours as it was typed, which only its writer is sure to be told; anybody else's as everybody reads it."""
    typed = text(about, "textOriginal", "") if is_ours else ""
    words = typed or text(about, "textDisplay", "")
    return clean(words[:MOST_CHARACTERS]).strip()


def _page(about: Json, remote_id: str) -> str:
    """The page that shows a comment, as far as YouTube says what it stands under."""
    video, post, channel = (text(about, key, "") for key in ("videoId", "postId", "channelId"))
    if is_id(video):
        return f"https://www.youtube.com/watch?v={video}&lc={remote_id}"
    if is_id(post):
        return f"https://www.youtube.com/post/{post}?lc={remote_id}"
    return f"https://www.youtube.com/channel/{channel}" if is_id(channel) else ""
