"""What X answers, read with care: a post as a RemotePost.

X is changing how it names things ("tweet" becomes "post"); every answer is read in either spelling.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop.connectors.answers import Json, mapping, mappings, moment, objects, text
from desktop.connectors.htmltext import clean, one_line
from desktop.connectors.x_length import LEADING
from desktop.errors import Garbled
from desktop.records import Author, RemotePost, Source

SUMMONED, PROTECTED = "summoned", "protected"  # first words of a post's address
_MEDIA = re.compile(r"/(photo|video)/\d+$")
_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w{1,15})/status/(\d+)", re.IGNORECASE)
_SHOWN = {"photo": "[a picture]", "video": "[a video]"}


class Spelling(NamedTuple):
    """How we ask for what a post is made of. What one spelling gives as a field, the other only expands."""

    parameter: str
    fields: str
    expansions: str


TWEETS = Spelling(
    "tweet.fields",
    "author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,referenced_tweets",
    "author_id",
)
POSTS = Spelling(
    "post.fields",
    "conversation_id,created_at,entities,lang,note_post",
    "author_id,edit_history_post_ids,referenced_posts",
)
SENT_AS = TWEETS


def data_of(answer: Json) -> list[Json]:
    """The posts or users of an answer, also where it holds a single one or none."""
    data = answer.get("data")
    return objects(data if isinstance(data, list) else [] if data is None else [data])


def included(answer: Json, kind: str) -> list[Json]:
    """What an answer brings besides: "users", "posts"."""
    more = mapping(answer, "includes", {})
    return [*mappings(more, kind), *(mappings(more, "tweets") if kind == "posts" else [])]


def history(post: Json) -> list[str]:
    """The ids of a post's versions, oldest first; each edit gets a new one."""
    ids = post.get("edit_history_tweet_ids") or post.get("edit_history_post_ids")
    return [each for each in ids if isinstance(each, str)] if isinstance(ids, list) else []


def references(post: Json, kind: str) -> list[str]:
    """The ids of the posts that one answers ("replied_to"), quotes ("quoted") or shares ("retweeted")."""
    named = mappings(post, "referenced_tweets") or mappings(post, "referenced_posts")
    return [text(each, "id", "") for each in named if text(each, "type", "") == kind]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the posts one account sees. `our_name` is its user name without @."""

    our_id: str
    our_name: str

    def posts(self, answer: Json, *, is_ours: bool = False) -> tuple[RemotePost, ...]:
        """The posts of an answer, oldest first. One that can't be read is left out, so that the others come."""
        users = {text(user, "id", ""): user for user in included(answer, "users")}
        around = [*data_of(answer), *included(answer, "posts")]
        first = {version: ids[0] for each in around if (ids := history(each)) for version in ids}
        quoted = {text(each, "id", "") for each in around if text(each, "author_id", "") == self.our_id}
        found = list(self._each(answer, users, first, quoted, is_ours=is_ours))
        return tuple(sorted(found, key=lambda post: (post.posted_at, order(post.remote_id))))

    def _each(
        self, answer: Json, users: Mapping[str, Json], first: Mapping[str, str], ours: set[str], *, is_ours: bool
    ) -> Iterator[RemotePost]:
        for each in data_of(answer):
            try:
                author = text(each, "author_id", self.our_id if is_ours else "")
                post = self._post(each, author, users.get(author, {}), ours)
            except Garbled:
                continue
            if post is not None:
                parent = first.get(post.parent_remote_id, post.parent_remote_id)
                yield post._replace(parent_remote_id=parent)

    def _post(self, post: Json, author_id: str, user: Json, ours: set[str]) -> RemotePost | None:
        """The post; None where it has no id, time or author to tell it by."""
        newest, posted_at = text(post, "id", ""), moment(post, "created_at")
        if not newest or not author_id or posted_at is None:
            return None
        versions = history(post) or [newest]
        parent = next(iter(references(post, "replied_to")), "")
        is_ours = author_id == self.our_id
        author = self.author(author_id, user)
        is_protected = user.get("protected") is True
        is_to_us = not is_ours and self._names_us(post)
        return RemotePost(
            remote_id=versions[0],
            author=author,
            text=words(post, is_reply=bool(parent)),
            posted_at=posted_at,
            url=permalink(author.handle.removeprefix("@"), newest),
            parent_remote_id=parent,
            root_remote_id=text(post, "conversation_id", "") or ("" if parent else versions[0]),
            source=Source.MENTION if is_to_us else Source.COMMENT if parent else Source.POST,
            is_public=not is_protected,
            is_ours=is_ours,
            is_share=bool(references(post, "retweeted")),
            edited_at=posted_at if len(versions) > 1 else None,
            lang=text(post, "lang", "")[:35],
            address=self._address(post, ours, newest, is_to_us=is_to_us, is_protected=is_protected),
        )

    def author(self, user_id: str, user: Json) -> Author:
        """The author; of one who was suspended or hides, X tells the id alone."""
        name = one_line(text(user, "username", ""), 30) or (self.our_name if user_id == self.our_id else "")
        shown = one_line(text(user, "name", "")) or name or "Somebody on X"
        url = f"https://x.com/{name}" if name else ""
        return Author("x", user_id, f"@{name}" if name else "", shown, url, user_id)

    def _address(
        self, post: Json, ours: set[str], newest: str, *, is_to_us: bool, is_protected: bool
    ) -> str:
        """What a reply needs: whether its writer called us, and the id of the newest version."""
        if is_protected:
            return PROTECTED
        return f"{SUMMONED} {newest}" if is_to_us or self._quotes_us(post, ours) else ""

    def _names_us(self, post: Json) -> bool:
        for source in _sources(post):
            for who in mappings(mapping(source, "entities", {}), "mentions"):
                name = text(who, "username", "")
                if text(who, "id", "") == self.our_id or (name and name.lower() == self.our_name.lower()):
                    return True
        return False

    def _quotes_us(self, post: Json, ours: set[str]) -> bool:
        quoted = references(post, "quoted")
        if any(each in ours for each in quoted):
            return True
        linked = [_STATUS.match(text(url, "expanded_url", "")) for url in _urls(post)]
        return any(
            found and found[2] in quoted and found[1].lower() == self.our_name.lower() for found in linked
        )


def words(post: Json, *, is_reply: bool) -> str:
    """The text as a reader sees it: whole, its links as they were written, without whom a reply begins with."""
    shown = next((said for source in _sources(post) if (said := text(source, "text", ""))), "")
    shown = html.unescape(shown)
    for url in _urls(post):
        short, full = text(url, "url", ""), _as_written(url)
        if short and full:
            shown = shown.replace(short, full)
    shown = clean(shown).strip()
    leading = LEADING.match(shown) if is_reply else None
    return shown[leading.end() :] if leading else shown


def _as_written(url: Json) -> str:
    """A link as its writer typed it; a picture of the post's own as a word."""
    full, shown = text(url, "expanded_url", ""), text(url, "display_url", "")
    media = _MEDIA.search(full)
    if media and shown.startswith(("pic.x.com/", "pic.twitter.com/")):
        return _SHOWN[media[1]]
    if not full.startswith(("https://", "http://")):
        return ""
    return shown if full in (f"http://{shown}", f"http://{shown}/") else full


def _sources(post: Json) -> list[Json]:
    """Where the text stands: a long post's whole words come before the cut ones."""
    long = mapping(post, "note_tweet", {}) or mapping(post, "note_post", {})
    return [long, post] if long else [post]


def _urls(post: Json) -> list[Json]:
    return [url for source in _sources(post) for url in mappings(mapping(source, "entities", {}), "urls")]


def permalink(name: str, post_id: str) -> str:
    return f"https://x.com/{name}/status/{post_id}" if name else f"https://x.com/i/web/status/{post_id}"


def order(remote_id: str) -> tuple[int, str]:
    """Ids are opaque; the newer one is longer, or later in the alphabet."""
    return len(remote_id), remote_id
