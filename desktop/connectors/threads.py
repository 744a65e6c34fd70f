"""Threads: what people write under our posts, and where they name us."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, Meter, SignedIn
from desktop.connectors.answers import Json, text
from desktop.connectors.graph import (
    Graph,
    bad_token,
    check_length,
    fresh_secrets,
    oldest_first,
    pasted,
    path_of,
    renew_if_due,
    required_id,
)
from desktop.connectors.htmltext import one_line
from desktop.connectors.tariff import amount
from desktop.connectors.threads_posts import POST_FIELDS, REPLY_FIELDS, Reader
from desktop.connectors.threads_publishing import Publisher
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused, ShopError
from desktop.records import Account, Author, Batch, Limit, Post, RemotePost, Source, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

_BASE = "https://graph.threads.net"
_WATCHED = 25  # own posts whose replies are read
_PER_PAGE, _FIRST_PAGES, _MOST_PAGES = 50, 4, 100
_CONVERSATION_PAGES = 20
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_EMOJI = r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3"


class Threads(Connector):
    key: ClassVar[str] = "threads"
    name: ClassVar[str] = "Threads"
    tile: ClassVar[str] = "@"
    login: ClassVar[tuple[LoginField, ...]] = (LoginField("token", "Access token", is_secret=True),)
    sign_in_words: ClassVar[str] = (
        "Make an app of your own at developers.facebook.com that uses Threads. Make a token with its User Token "
        "Generator, copy it and paste it here, not your password. We renew it before it runs out after 60 days."
    )
    can: ClassVar[Abilities] = Abilities(
        delete=True,
        hide=True,
        says_what_shows=True,
        old_posts="Replies to the last 25 posts",
        misses="Mentions, until Meta has approved your app for them. And new replies to posts older than your last 25.",
        needs="An app of your own at developers.facebook.com",
        goes_on="Threads hands out all replies to those posts: what is older is fetched, and left out here.",
    )

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        self._user = account.handle.lstrip("@")
        self._reader = Reader(self._user)
        base = account.facts.get("base") or _BASE
        token = lambda: self.secrets.get("token", "")  # noqa: E731
        self._graph = Graph(self.name, "account", f"{base}/v1.0", web, token, tells_next=False)
        self._renewing = Graph(self.name, "account", base, web, token)

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        token, base = pasted(fields.get("token", "")), fields.get("base", "") or _BASE
        if not token:
            raise Misuse("Paste an access token.")
        graph = Graph(cls.name, "account", f"{base}/v1.0", web, lambda: token)
        try:
            me = graph.get("me", {"fields": "id,username,name"})
        except (LoginExpired, Gone) as error:
            raise bad_token(cls.name, error) from None
        user = one_line(text(me, "username"), 100)
        return SignedIn(
            handle=f"@{user}",
            name=one_line(text(me, "name", "")) or user,
            remote_id=required_id(me),
            facts={"base": base},
            secrets=fresh_secrets(token),
        )

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Our newest posts with what stands under them, mentions, then our own replies elsewhere.

        Streams: "under ID" for each post, with the ids that stood there (one that doesn't any more is gone);
        "mentions" and "own", with the newest time. A list that can't be read doesn't keep the others away.
        """
        days = amount(self.key, "refresh_after_days")
        renew_if_due(self._renewing, self.secrets, "refresh_access_token", "th_refresh_token", days)
        self._graph.gently = True
        troubles: list[ShopError] = []
        for part in (self._posts(cursors, troubles), self._mentions(cursors), self._own(cursors)):
            try:
                yield from part
            except (Refused, Garbled) as error:
                troubles.append(error)
        if troubles:
            raise self._graph.unlisted(troubles[0])

    def _posts(self, cursors: Mapping[str, str], troubles: list[ShopError]) -> Iterator[Batch]:
        asked = {"fields": POST_FIELDS, "limit": str(_WATCHED)}
        items = list(chain.from_iterable(self._graph.pages("me/threads", asked, 1)))
        posts = self._graph.read(self._reader.post, items)
        yield Batch(oldest_first(posts))
        answered = {item.get("id") for item in items if item.get("has_replies") is True}
        for post in posts:
            stream, left_out = f"under {post.remote_id}", self._graph.left_out
            known = cursors.get(stream, "").split()
            if not known and post.remote_id not in answered:
                continue
            try:
                under, is_whole = self._conversation(post.remote_id)
                gap = self._graph.gap_since(left_out)
                here = [each.remote_id for each in under]
                missing = (
                    [one for one in known if one not in here and one != "-"] if is_whole and not gap else []
                )
                gone = tuple(one for one in missing if not self._graph.is_there(one))
            except (Refused, Garbled) as error:
                if not isinstance(error, Gone):
                    troubles.append(error)
                continue
            told = "" if set(here) <= set(known) else gap
            yield Batch(under, {stream: " ".join(here) or "-"}, gone, gap=told)

    def _conversation(self, post_id: str) -> tuple[tuple[RemotePost, ...], bool]:
        """All that stands under one of our posts, oldest first, and whether that was really all."""
        asked = {"fields": REPLY_FIELDS, "reverse": "true"}
        pages = list(self._graph.pages(f"{path_of(post_id)}/conversation", asked, _CONVERSATION_PAGES))
        posts = self._graph.read(self._reader.post, chain.from_iterable(pages))
        return oldest_first(posts), len(pages) < _CONVERSATION_PAGES

    def _mentions(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        read = partial(self._reader.post, is_to_us=True)
        posts = self._since("me/mentions", POST_FIELDS, read, cursors.get("mentions", ""))
        if posts:
            yield Batch(posts, {"mentions": posts[-1].posted_at.isoformat()})

    def _own(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        posts = self._since("me/replies", REPLY_FIELDS, self._reader.post, cursors.get("own", ""))
        if posts:
            yield Batch(posts, {"own": posts[-1].posted_at.isoformat()})

    def _since(
        self, stream: str, fields: str, read: Callable[[Json], RemotePost], until: str
    ) -> tuple[RemotePost, ...]:
        """A list that comes newest first: back to before `until`, or its newest few pages, as far as is wanted.
        Oldest first."""
        asked = {"fields": fields, "limit": str(_PER_PAGE)}
        found: list[RemotePost] = []
        for page in self._graph.pages(stream, asked, _MOST_PAGES if until else _FIRST_PAGES):
            posts = self._graph.read(read, page)
            found += posts
            behind = datetime.fromisoformat(until) if until else self.since
            if behind and posts and min(post.posted_at for post in posts) < behind:
                break
        return oldest_first(found)

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        """A post with the replies to it, ours from our own list too. What others wrote can't always be read by its
        id: then what is listed of it, or nothing."""
        first = self._readable(remote_id)
        posts = {first.remote_id: first} if first else {}
        try:
            pages = self._graph.pages(f"{path_of(remote_id)}/replies", {"fields": REPLY_FIELDS}, _FIRST_PAGES)
            under = self._graph.read(self._reader.post, chain.from_iterable(pages))
            posts |= {post.remote_id: post for post in under}
        except Refused:
            pass
        posts |= {post.remote_id: post for post in self._own_newest() if post.parent_remote_id == remote_id}
        return oldest_first(posts.values())

    def _own_newest(self) -> list[RemotePost]:
        return self._graph.read(self._reader.post, self._newest("me/replies", REPLY_FIELDS))

    def _newest(self, stream: str, fields: str) -> list[Json]:
        pages = self._graph.pages(stream, {"fields": fields, "limit": str(_PER_PAGE)}, 1)
        return [item for page in pages for item in page]

    def _readable(self, remote_id: str) -> RemotePost | None:
        """A post by its id, or from the newest mentions; None where neither shows it."""
        try:
            return self._one(remote_id)
        except Refused:
            listed = self._newest("me/mentions", POST_FIELDS)
        found = [self._reader.post(item, is_to_us=True) for item in listed if item.get("id") == remote_id]
        return found[0] if found else None

    def _one(self, remote_id: str) -> RemotePost:
        """A post by its id. That one may be asked for a reply's fields is said of lists only: then without them."""
        try:
            return self._reader.post(self._graph.get(path_of(remote_id), {"fields": REPLY_FIELDS}))
        except Gone:
            return self._reader.post(self._graph.get(path_of(remote_id), {"fields": POST_FIELDS}))

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """All of them: what others wrote and we can't read by its id may well be there. What has gone from under our
        own posts is told by `fetch`, which sees all that stands there."""
        return frozenset(remote_ids)

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:
        """What isn't hidden, as Threads tells us. None for what can't be read from here: that may still be there."""
        posts = self.thread(remote_id)
        first = next((post for post in posts if post.remote_id == remote_id), None)
        if first is None:
            return None
        seen = {post.remote_id for post in posts}
        more = [post for one in also if one not in seen and (post := self._readable(one)) is not None]
        shown = [post for post in (*posts, *more) if post.is_public] if first.is_public else []
        return Stranger(tuple(shown), datetime.now(UTC), "asked")

    # ---- writing -----------------------------------------------------------------------------------

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        """Answers once, whatever breaks on the way: see threads_publishing.py."""
        self._check(text)
        publisher = Publisher(self._graph, self.secrets, lambda: self._standing(parent.remote_id, text))
        made = publisher.publish(parent.remote_id, text, key)
        return made if isinstance(made, RemotePost) else self._posted(made, parent, text)

    def _standing(self, parent_id: str, words: str) -> RemotePost | None:
        """Our newest reply to that post with these words."""
        flat = " ".join(words.split())
        same = [
            p
            for p in self._own_newest()
            if p.parent_remote_id == parent_id and " ".join(p.text.split()) == flat
        ]
        return oldest_first(same)[-1] if same else None

    def _posted(self, remote_id: str, parent: Post, words: str) -> RemotePost:
        """The reply as it stands there; as we sent it where it can't be read back just now."""
        try:
            return self._one(remote_id)._replace(parent_remote_id=parent.remote_id)
        except ShopError:
            us = Author(self.key, self._user, f"@{self._user}", self._user, key=self._user.casefold())
            return RemotePost(
                remote_id,
                us,
                words,
                datetime.now(UTC),
                url=parent.url,
                parent_remote_id=parent.remote_id,
                source=Source.COMMENT,
                is_ours=True,
            )

    def delete(self, remote_id: str) -> None:
        self._graph.delete(path_of(remote_id))

    def hide(self, remote_id: str, *, hidden: bool) -> None:
        self._graph.post(f"{path_of(remote_id)}/manage_reply", {"hide": "true" if hidden else "false"})

    def limit(self) -> Limit:
        return Limit(int(amount(self.key, "characters")))

    def count(self, text: str) -> int:
        """Characters; an emoji counts as many as it has bytes in UTF-8."""
        import regex  # type: ignore[import-untyped]

        pieces = regex.findall(r"\X", text)
        return sum(len(p.encode()) if regex.search(_EMOJI, p) else len(p) for p in pieces)

    def _check(self, words: str) -> None:
        check_length(self, words)
        links, most = (
            len({link.rstrip(".,;:!?)") for link in _LINK.findall(words)}),
            int(amount(self.key, "links")),
        )
        if links > most:
            said = f"{self.name} allows {most} links. Yours has {links}."
            raise Refused(said, advice="Take some out.")


CONNECTOR = Threads
