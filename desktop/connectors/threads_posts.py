"""What Threads answers, read with care. Wrong types raise Garbled."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from desktop.connectors.answers import Json, mapping, moment, odd, text, web_address
from desktop.connectors.graph import required_id
from desktop.connectors.htmltext import clean, one_line
from desktop.records import Author, RemotePost, Source

POST_FIELDS = "id,text,username,timestamp,permalink,media_type,is_quote_post,has_replies"
REPLY_FIELDS = (
    "id,text,username,timestamp,permalink,media_type,has_replies,is_reply,is_reply_owned_by_me,root_post,replied_to,"
    "hide_status"
)
_UNSEEN = ("HIDDEN", "BLOCKED", "RESTRICTED")
_KINDS = {
    "IMAGE": "[a picture]",
    "VIDEO": "[a film]",
    "CAROUSEL_ALBUM": "[pictures]",
    "AUDIO": "[a recording]",
}


class Reader(NamedTuple):
    """Reads for one account."""

    our_name: str  # without the @

    def post(self, item: Json, *, is_to_us: bool = False) -> RemotePost:
        """A post or a reply. `is_to_us`: it came as a mention."""
        remote_id, author = required_id(item), self._author(item)
        parent = text(mapping(item, "replied_to", {}), "id", "")
        is_ours = author.handle == f"@{self.our_name}" or item.get("is_reply_owned_by_me") is True
        source = Source.COMMENT if parent else Source.POST
        return RemotePost(
            remote_id=remote_id,
            author=author,
            text=_words(item),
            posted_at=when(item),
            url=web_address(text(item, "permalink", "")),
            parent_remote_id=parent,
            root_remote_id=text(mapping(item, "root_post", {}), "id", "") or ("" if parent else remote_id),
            source=Source.MENTION if is_to_us and not is_ours else source,
            is_public=text(item, "hide_status", "") not in _UNSEEN,
            is_ours=is_ours,
            is_share=text(item, "media_type", "") == "REPOST_FACADE",
        )

    def _author(self, item: Json) -> Author:
        user = one_line(text(item, "username", ""), 100)
        if not user:
            return Author("threads", "", "", "Somebody on Threads", key=f"unnamed {required_id(item)}")
        url = web_address(f"https://www.threads.com/@{user}")
        return Author("threads", user, f"@{user}", user, url, key=user.casefold())


def when(item: Json) -> datetime:
    found = moment(item, "timestamp")
    if found is None:
        raise odd("a post without a time")
    return found


def _words(item: Json) -> str:
    words = clean(text(item, "text", "")).strip()
    return words or _KINDS.get(text(item, "media_type", ""), "[no words]")
