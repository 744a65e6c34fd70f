"""A page at Facebook: comments under its posts, what visitors post on it, and posts that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, Meter, Route, SignedIn, facebook_sign_in
from desktop.connectors.answers import Json
from desktop.connectors.facebook_posts import (
    CLOSED,
    COMMENT_FIELDS,
    POST_FIELDS,
    TAGGED,
    TAGGED_FIELDS,
    Reader,
    has_comments,
    mark,
)
from desktop.connectors.graph import Graph, check_length, not_hidden, oldest_first, path_of, required_id
from desktop.connectors.tariff import amount
from desktop.errors import Garbled, Gone, Refused, ShopError
from desktop.records import Account, Author, Batch, Limit, Post, RemotePost, Source, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

_LISTS = ("published_posts", "visitor_posts")
_PER_PAGE, _LIST_PAGES = 25, 2  # posts whose comments we watch: the newest 50 of each list
_ALWAYS = 3  # the newest posts are read each time: an edit, or one gone and one new, doesn't change the count
_FIRST_PAGES, _MOST_PAGES = 5, 100  # of 100 comments


class Facebook(Connector):
    key: ClassVar[str] = "facebook"
    name: ClassVar[str] = "Facebook"
    tile: ClassVar[str] = "f"
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField("token", "Access token", is_secret=True),
        LoginField(
            "page", "Which page? Only if you look after several: its name.", "Corner Bakery", is_optional=True
        ),
        LoginField("app_id", "App ID, so that the sign-in lasts (App settings, Basic)", is_optional=True),
        LoginField("app_secret", "App secret, beside it", is_secret=True, is_optional=True),
    )
    sign_in_words: ClassVar[str] = (
        "Make an app of your own at developers.facebook.com (kind: Business). Open its Graph API Explorer and choose "
        "your page. Allow pages_show_list, pages_read_engagement, pages_read_user_content, pages_manage_engagement "
        "and pages_manage_posts. Press Generate Access Token, copy it and paste it here, not your password. Without "
        "the app’s ID and secret, Facebook may end the sign-in after an hour."
    )
    can: ClassVar[Abilities] = Abilities(
        edit=True,
        delete=True,
        hide=True,
        says_what_shows=True,
        old_posts="Comments on the last 50 posts",
        misses="Recommendations, which Facebook shows to no program: add those by hand. And new comments under posts "
        "older than your last 50.",
        needs="An app of your own at developers.facebook.com",
    )

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        self._page = account.remote_id
        self._reader = Reader(self._page)
        self._graph = Graph(
            self.name,
            "page",
            account.facts.get("base") or facebook_sign_in.BASE,
            web,
            lambda: self.secrets.get("token", ""),
            self.secrets.get("app_secret", ""),
        )

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        return facebook_sign_in.sign_in(fields, web)

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Posts of the page's feed with their comments, then posts that name the page.

        Streams: "comments ID" for each post; a cursor is the post's mark and the newest comment's time. A list that
        can't be read doesn't keep the others away; its trouble is raised at the end.
        """
        self._graph.gently = True
        troubles: list[ShopError] = []
        for stream in _LISTS:
            try:
                items = self._listed(stream, POST_FIELDS)
                posts = self._graph.read(self._reader.post, items)
                yield Batch(oldest_first(posts))
                known = {post.remote_id for post in posts}
                here = [item for item in items if str(item.get("id")) in known]
                yield from self._comments_under(here, cursors, troubles)
            except (Refused, Garbled) as error:
                troubles.append(error)
        try:
            tagged = self._graph.read(self._reader.tagged, self._listed("tagged", TAGGED_FIELDS))
            yield Batch(oldest_first(post for post in tagged if not self._is_own(post)))
        except (Refused, Garbled) as error:
            troubles.append(error)
        if troubles:
            raise self._graph.unlisted(troubles[0])

    def _listed(self, stream: str, fields: str) -> list[Json]:
        asked = {"fields": fields, "limit": str(_PER_PAGE)}
        pages = self._graph.pages(f"{path_of(self._page)}/{stream}", asked, _LIST_PAGES)
        return [item for page in pages for item in page]

    def _is_own(self, post: RemotePost) -> bool:
        """On our own page: the feed has it, with its comments."""
        return post.is_ours or post.remote_id.startswith(f"{TAGGED}{self._page}_")

    def _comments_under(
        self, items: list[Json], cursors: Mapping[str, str], troubles: list[ShopError]
    ) -> Iterator[Batch]:
        for at, item in enumerate(items):
            stream = f"comments {required_id(item)}"
            known, _, until = cursors.get(stream, "").partition("|")
            is_same = mark(item) == known and at >= _ALWAYS
            if is_same or not (known or has_comments(item)):
                continue
            left_out = self._graph.left_out
            try:
                posts = self._comments(required_id(item), required_id(item), until, back=self.since)
            except (Refused, Garbled) as error:
                if not isinstance(error, Gone):
                    troubles.append(error)
                continue
            newest = max((post.posted_at.isoformat() for post in posts), default=until)
            gap = "" if mark(item) == known else self._graph.gap_since(left_out)
            yield Batch(oldest_first(posts), {stream: f"{mark(item)}|{newest}"}, gap=gap)

    def _comments(
        self, above: str, post_id: str, until: str = "", back: datetime | None = None
    ) -> list[RemotePost]:
        """Comments of all levels, newest first: back to before `until` (an ISO time), or the newest few pages, as far
        as `back`."""
        asked = {
            "fields": COMMENT_FIELDS,
            "filter": "stream",
            "order": "reverse_chronological",
            "limit": "100",
        }
        found: list[RemotePost] = []
        most = _MOST_PAGES if until else _FIRST_PAGES
        for page in self._graph.pages(f"{path_of(above)}/comments", asked, most):
            posts = self._graph.read(lambda item: self._reader.comment(item, post_id), page)
            found += posts
            behind = datetime.fromisoformat(until) if until else back
            if behind and posts and min(post.posted_at for post in posts) < behind:
                break
        return found

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        """A post of the feed with its comments, or a comment with those under it."""
        if remote_id.startswith(TAGGED):
            return self._tagged(remote_id)
        if remote_id.startswith(f"{self._page}_"):
            root = self._reader.post(self._graph.get(path_of(remote_id), {"fields": POST_FIELDS}))
            return (root, *self._under(remote_id, remote_id))
        first = self._comment(remote_id)
        if first.address not in (remote_id, CLOSED):  # under another comment
            first = self._comment(first.address)
        return (first, *self._under(first.remote_id, first.root_remote_id))

    def _comment(self, remote_id: str) -> RemotePost:
        return self._reader.comment(self._graph.get(path_of(remote_id), {"fields": COMMENT_FIELDS}))

    def _under(self, above: str, post_id: str) -> tuple[RemotePost, ...]:
        return oldest_first(self._comments(above, post_id))

    def _tagged(self, remote_id: str) -> tuple[RemotePost, ...]:
        """What stands on somebody else's page can't always be read: nothing then."""
        inner = remote_id.removeprefix(TAGGED)
        try:
            return (self._reader.tagged(self._graph.get(path_of(inner), {"fields": TAGGED_FIELDS})),)
        except Refused:
            return ()

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """What isn't there for us may be gone, or out of our reach: then our own posts are, too, and that is raised."""
        found = {one for one in remote_ids if one.startswith(TAGGED) or self._graph.is_there(one)}
        if len(found) < len(set(remote_ids)):
            self._graph.get(f"{path_of(self._page)}/published_posts", {"fields": "id", "limit": "1"})
        return frozenset(found)

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:
        """What isn't hidden, as Facebook tells the page: nobody is shown comments without signing in there.

        Under a hidden comment nothing shows. None for posts on other pages.
        """
        if remote_id.startswith(TAGGED):
            return None
        return not_hidden(self.thread, self._comment, remote_id, also)

    # ---- writing -----------------------------------------------------------------------------------

    def route(self, parent: Post) -> Route:
        if parent.address == TAGGED:
            return Route(False, "Posts on other people’s pages are answered there.", parent.url)
        if parent.address == CLOSED:
            return Route(False, "Facebook doesn’t let this page answer that comment.", parent.url)
        return Route(True, "", parent.url)

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        """Answers under the comment that began the thread: Facebook has two levels."""
        check_length(self, text)
        above = parent.address or parent.remote_id
        made = self._graph.answer(above, "comments", text, lambda: self._under(above, ""))
        return made if isinstance(made, RemotePost) else self._posted(made, parent, above, text)

    def _posted(self, remote_id: str, parent: Post, above: str, words: str) -> RemotePost:
        """The comment as it stands there; as we sent it where it can't be read back just now."""
        try:
            return self._comment(remote_id)
        except ShopError:
            us = Author(self.key, self._page, "", self.account.name, key=self._page)
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

    def edit(self, remote_id: str, text: str) -> RemotePost:
        check_length(self, text)
        self._graph.post(path_of(remote_id), {"message": text})
        return self._comment(remote_id)

    def delete(self, remote_id: str) -> None:
        self._graph.delete(path_of(remote_id))

    def hide(self, remote_id: str, *, hidden: bool) -> None:
        self._graph.post(path_of(remote_id), {"is_hidden": "true" if hidden else "false"})

    def limit(self) -> Limit:
        return Limit(int(amount(self.key, "characters")))


CONNECTOR = Facebook
