"""Instagram for professional accounts, with a token of Instagram's own login: comments under own pictures, and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, Meter, Route, SignedIn
from desktop.connectors.answers import Json, mapping, mappings, number, text
from desktop.connectors.graph import (
    Graph,
    bad_token,
    check_length,
    fresh_secrets,
    not_hidden,
    oldest_first,
    pasted,
    path_of,
    renew_if_due,
)
from desktop.connectors.htmltext import one_line
from desktop.connectors.instagram_posts import (
    COMMENT_FIELDS,
    MEDIA_FIELDS,
    ONE_FIELDS,
    REPLY_FIELDS,
    TAG_FIELDS,
    TAGGED,
    Media,
    Reader,
    media_of,
)
from desktop.connectors.tariff import amount
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused, ShopError
from desktop.records import Account, Author, Batch, Limit, Post, RemotePost, Source, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

_BASE = "https://graph.instagram.com/v25.0"
_PER_PAGE, _LIST_PAGES = 25, 2  # pictures whose comments we watch: the newest 50
_ALWAYS = 3  # the newest are read each time: one comment gone and a new one don't change the count
_COMMENT_PAGES, _REPLY_PAGES = 20, 10  # of 50


class Instagram(Connector):
    key: ClassVar[str] = "instagram"
    name: ClassVar[str] = "Instagram"
    tile: ClassVar[str] = "Ig"
    login: ClassVar[tuple[LoginField, ...]] = (LoginField("token", "Access token", is_secret=True),)
    sign_in_words: ClassVar[str] = (
        "Make an app of your own at developers.facebook.com and open Instagram in it. Add your account there, press "
        "Generate token, copy it and paste it here, not your password. We renew it before it runs out after 60 days."
    )
    can: ClassVar[Abilities] = Abilities(
        delete=True,
        hide=True,
        says_what_shows=True,
        old_posts="Comments on the last 50 pictures",
        misses="@you under other people’s pictures: Instagram tells no program on a computer. And new comments under "
        "pictures older than your last 50.",
        needs="A professional account, and an app of your own at developers.facebook.com",
        goes_on="Instagram hands out all comments on those pictures: what is older is fetched, and left out here.",
    )

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        self._me = account.remote_id
        self._reader = Reader(self._me, account.handle.lstrip("@"))
        base = account.facts.get("base") or _BASE
        self._graph = Graph(self.name, "account", base, web, lambda: self.secrets.get("token", ""))

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        token, base = pasted(fields.get("token", "")), fields.get("base", "") or _BASE
        if not token:
            raise Misuse("Paste an access token.")
        graph = Graph(cls.name, "account", base, web, lambda: token)
        try:
            me = graph.get("me", {"fields": "user_id,username,name,account_type"})
        except (LoginExpired, Gone) as error:
            raise bad_token(cls.name, error) from None
        user = one_line(text(me, "username"), 100)
        remote_id = me.get("user_id")  # a number in the contract, a text in the answers
        return SignedIn(
            handle=f"@{user}",
            name=one_line(text(me, "name", "")) or user,
            remote_id=path_of(str(remote_id) if isinstance(remote_id, int) else text(me, "user_id")),
            facts={"base": base},
            secrets=fresh_secrets(token),
        )

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Comments under the newest pictures, then pictures of others with us on them.

        Streams: "comments ID" for each picture; a cursor is how many there were. Comments come whole: Instagram
        can't be asked for those since.
        """
        days = amount(self.key, "refresh_after_days")
        renew_if_due(self._graph, self.secrets, "refresh_access_token", "ig_refresh_token", days)
        self._graph.gently = True
        troubles: list[ShopError] = []
        try:
            items = self._listed("media", MEDIA_FIELDS)
            posts = self._graph.read(self._reader.media, items)
            yield Batch(oldest_first(posts))
            counts = {item.get("id"): item for item in items}
            yield from self._comments_under(
                [(post, counts[post.remote_id]) for post in posts], cursors, troubles
            )
        except (Refused, Garbled) as error:
            troubles.append(error)
        try:
            tagged = self._graph.read(self._reader.tagged, self._listed("tags", TAG_FIELDS))
            yield Batch(oldest_first(post for post in tagged if not post.is_ours))
        except (Refused, Garbled) as error:
            troubles.append(error)
        if troubles:
            raise self._graph.unlisted(troubles[0])

    def _listed(self, stream: str, fields: str) -> list[Json]:
        asked = {"fields": fields, "limit": str(_PER_PAGE)}
        pages = self._graph.pages(f"{path_of(self._me)}/{stream}", asked, _LIST_PAGES)
        return [item for page in pages for item in page]

    def _comments_under(
        self, shown: list[tuple[RemotePost, Json]], cursors: Mapping[str, str], troubles: list[ShopError]
    ) -> Iterator[Batch]:
        for at, (post, item) in enumerate(shown):
            stream, left_out = f"comments {post.remote_id}", self._graph.left_out
            known = cursors.get(stream, "0")
            try:
                count = str(number(item, "comments_count", 0))
                if count == known and (at >= _ALWAYS or count == "0"):
                    continue
                comments = self._comments(Media(post.remote_id, post.url))
            except (Refused, Garbled) as error:
                if not isinstance(error, Gone):
                    troubles.append(error)
                continue
            gap = "" if count == known else self._graph.gap_since(left_out)
            yield Batch(oldest_first(comments), {stream: count}, gap=gap)

    def _comments(self, media: Media) -> list[RemotePost]:
        asked = {"fields": COMMENT_FIELDS, "limit": "50"}
        found: list[RemotePost] = []
        for page in self._graph.pages(f"{path_of(media.remote_id)}/comments", asked, _COMMENT_PAGES):
            found += self._graph.read(lambda item: self._reader.comment(item, media), page)
            for item in page:
                found += self._replies_in(item, media)
        return found

    def _replies_in(self, item: Json, media: Media) -> list[RemotePost]:
        """The replies that came with a comment; asked for where not all of them did."""
        replies, above = item.get("replies"), item.get("id")
        if not isinstance(replies, dict) or not isinstance(above, str):
            return []
        if "next" in mapping(replies, "paging", {}):
            return self._replies(above, media)
        return self._graph.read(
            lambda one: self._reader.comment(one, media, above), mappings(replies, "data")
        )

    def _replies(self, above: str, media: Media) -> list[RemotePost]:
        asked = {"fields": REPLY_FIELDS, "limit": "50"}
        pages = self._graph.pages(f"{path_of(above)}/replies", asked, _REPLY_PAGES)
        every = [item for page in pages for item in page]
        return self._graph.read(lambda one: self._reader.comment(one, media, above), every)

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        """A comment with the replies to it; a picture of somebody else alone, where it can be read."""
        if remote_id.startswith(TAGGED):
            return self._tagged(remote_id.removeprefix(TAGGED))
        first, media = self._one(remote_id)
        above = first.address.partition(" ")[0]
        if above != remote_id:
            first, media = self._one(above)
        return (first, *oldest_first(self._replies(above, media)))

    def _one(self, remote_id: str) -> tuple[RemotePost, Media]:
        item = self._graph.get(path_of(remote_id), {"fields": ONE_FIELDS})
        return self._reader.comment(item, media_of(item)), media_of(item)

    def _tagged(self, remote_id: str) -> tuple[RemotePost, ...]:
        try:
            return (self._reader.tagged(self._graph.get(path_of(remote_id), {"fields": TAG_FIELDS})),)
        except Refused:
            return ()

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """What isn't there for us may be gone, or out of our reach: then our own media are, too, and that is raised."""
        found = {one for one in remote_ids if one.startswith(TAGGED) or self._graph.is_there(one)}
        if len(found) < len(set(remote_ids)):
            self._graph.get(f"{path_of(self._me)}/media", {"fields": "id", "limit": "1"})
        return frozenset(found)

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:
        """What isn't hidden, as Instagram tells the account: a professional account shows its pictures to everybody.

        Under a hidden comment nothing shows. None for pictures of others.
        """
        if remote_id.startswith(TAGGED):
            return None
        return not_hidden(self.thread, lambda one: self._one(one)[0], remote_id, also)

    # ---- writing -----------------------------------------------------------------------------------

    def route(self, parent: Post) -> Route:
        if parent.address == TAGGED:
            why = "Instagram lets no program answer under a picture you are tagged in."
            return Route(False, why, parent.url)
        return Route(True, "", parent.url)

    def addressed(self, parent: Post, text: str) -> str:
        """A reply to a reply stands under the comment above both: it says whom it is for."""
        whom = parent.address.partition(" ")[2]
        is_named = not whom or re.search(rf"(?<![\w@]){re.escape(whom)}(?![\w.])", text, re.IGNORECASE)
        return text if is_named else f"{whom} {text}"

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        words = self.addressed(parent, text)
        check_length(self, words)
        above = parent.address.partition(" ")[0] or parent.remote_id
        standing = lambda: self._replies(above, Media("", parent.url))  # noqa: E731
        made = self._graph.answer(above, "replies", words, standing)
        return made if isinstance(made, RemotePost) else self._posted(made, parent, above, words)

    def _posted(self, remote_id: str, parent: Post, above: str, words: str) -> RemotePost:
        """The reply as it stands there; as we sent it where it can't be read back just now."""
        try:
            return self._one(remote_id)[0]._replace(parent_remote_id=above)
        except ShopError:
            user = self._reader.our_name
            us = Author(self.key, self._me, f"@{user}", user, key=user.casefold())
            return RemotePost(
                remote_id,
                us,
                words,
                datetime.now(UTC),
                url=parent.url,
                parent_remote_id=above,
                source=Source.COMMENT,
                is_ours=True,
                address=above,
            )

    def delete(self, remote_id: str) -> None:
        self._graph.delete(path_of(remote_id))

    def hide(self, remote_id: str, *, hidden: bool) -> None:
        self._graph.post(path_of(remote_id), {"hide": "true" if hidden else "false"})

    def limit(self) -> Limit:
        return Limit(int(amount(self.key, "characters")))


CONNECTOR = Instagram
