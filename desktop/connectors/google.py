"""Google Business Profile: the reviews of one location, and the shop's one reply to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, Meter, SignedIn, tariff
from desktop.connectors.answers import Json, mappings, moment, number, text
from desktop.connectors.google_api import GoogleSignIn, Service, Session, begin, with_token
from desktop.connectors.google_places import find_place
from desktop.connectors.google_reviews import REPLY, Reader, name_of, turned_down
from desktop.connectors.oauth import Client
from desktop.errors import Garbled, Gone, Refused, ShopError, Unanswered
from desktop.records import Account, Batch, Limit, Post, RemotePost, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

_PAGE = 50  # Google's own most
_MOST_PAGES = 200
_ONE_BY_ONE = 5  # so many reviews are asked for alone; more are looked for in the list
_GOOGLE = Service("Google", "Business Profile API", "https://www.googleapis.com/auth/business.manage")


class Google(Connector):
    key: ClassVar[str] = "google"
    name: ClassVar[str] = "Google"
    tile: ClassVar[str] = "G"
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField(
            "client_id",
            "Client ID, from the Google Cloud console under Clients (kind: Desktop app)",
            "1234-abcd.apps.googleusercontent.com",
        ),
        LoginField("client_secret", "Client secret, beside it", is_secret=True),
        LoginField(
            "location",
            "Which of your places? Only if you have several on Google: its name there.",
            is_optional=True,
        ),
        LoginField("refresh", "Refresh token", is_secret=True, is_optional=True),
    )
    can: ClassVar[Abilities] = Abilities(
        edit=True,
        delete=True,
        one_answer=True,
        is_moderated=True,
        says_what_shows=True,
        old_posts="The last 10,000",
        misses="Questions and photos on your Google page don't come here, only reviews.",
        needs=(
            "Google's yes, first: ask for access to the Business Profile API (about 14 days; your place must have "
            "been verified for 60). Then a project of your own in the Google Cloud console, with the My Business "
            "Account Management, My Business Business Information and Google My Business APIs switched on."
        ),
    )
    browser_sign_in: ClassVar[bool] = True

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        facts = account.facts
        self._base = facts.get("base") or "https://mybusiness.googleapis.com"
        self._parent = facts.get("parent", "")
        self._reader = Reader(account.remote_id, account.name, facts.get("page", ""))
        client = Client(facts.get("client_id", ""))
        self._google = Session(_GOOGLE, client, self.secrets, web, facts.get("base", ""))

    # ---- signing in --------------------------------------------------------------------------------

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        return with_token(_GOOGLE, fields, web, lambda google: find_place(google, fields.get("location", "")))

    @classmethod
    def begin_browser(cls, fields: Mapping[str, str], web: Web) -> GoogleSignIn:
        return begin(_GOOGLE, fields, web, lambda google: find_place(google, fields.get("location", "")))

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Reviews changed since the newest change that is stored; Google lists them newest change first.

        The first page is taken whole every time: answers typed elsewhere don't move a review. Cursors: `reviews`,
        the newest change that was read; `count`, how many there were; `unread`, how many of the newest made no
        sense. They move only once everything down to where we were has been read; what came before a page broke
        is stored all the same, and comes again.
        """
        since = moment(cursors, "reviews")
        pages: list[Json] = []
        trouble: ShopError | None = None
        try:
            for page in self._pages(since or self.since):
                pages.append(page)  # noqa: PERF402 - as far as it gets
        except ShopError as error:
            trouble = error
        left_out = 0
        for at, page in reversed(list(enumerate(pages))):
            posts, unread = self._posts(page)
            left_out += unread
            moved = {"reviews": _newest(page) or cursors.get("reviews", "")} if trouble is None else {}
            if at or trouble is not None:
                yield Batch(posts, moved)
            else:
                total, unread_before = number(page, "totalReviewCount", 0), cursors.get("unread", "0")
                is_short = _is_short(total, cursors.get("count", ""), pages, since)
                is_told = not left_out or unread_before == str(left_out)
                gap = "" if is_told else f"{left_out} of the newest reviews can't be read and were left out."
                moved = {**moved, "count": str(total), "unread": str(left_out)}
                yield Batch(posts, moved, gap=gap, is_short=is_short)
        if trouble is not None:
            raise trouble

    def _pages(self, since: datetime | None) -> Iterator[Json]:
        """Pages of reviews down to the first one with nothing new on it. `orderBy` is left out: newest change first
        is what Google does by itself, and its documents name the field in two ways."""
        token, seen = "", set[str]()
        for _ in range(_MOST_PAGES):
            page = self._google.get(self._url(f"{self._parent}/reviews"), _page_params(token))
            yield page
            token = text(page, "nextPageToken", "")
            oldest = min((at for at in map(_changed_at, mappings(page, "reviews")) if at), default=None)
            if not token or token in seen or (since and oldest and oldest < since):
                return
            seen.add(token)

    def _posts(self, page: Json) -> tuple[tuple[RemotePost, ...], int]:
        """The posts of a page, oldest change first, and how many reviews on it make no sense."""
        found: list[RemotePost] = []
        reviews = mappings(page, "reviews")
        unread = 0
        for review in reversed(reviews):
            try:
                found += self._reader.posts(review)
            except Garbled as error:
                unread += 1
                if unread == len(reviews):
                    raise Garbled("Google's reviews can't be read.", details=error.details) from None
        return tuple(found), unread

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        return self._reader.posts(self._review(remote_id))

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """Many are looked for in the list; only what isn't on it is asked for alone, and only then it is gone."""
        found: set[str] = set()
        if len(remote_ids) > _ONE_BY_ONE:
            wanted = set(remote_ids)
            for page in self._pages(None):
                found |= {post.remote_id for post in self._posts(page)[0]} & wanted
                if found == wanted:
                    break
        return frozenset(found | {one for one in remote_ids if one not in found and self._exists(one)})

    def _exists(self, remote_id: str) -> bool:
        try:
            review = self._review(remote_id)
        except Gone:
            return False
        return not remote_id.endswith(REPLY) or self._reader.our_reply(review) is not None

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:  # noqa: ARG002
        """What Google says it shows: nobody can look at a review by its id without signing in."""
        try:
            review = self._review(remote_id)
        except Gone:
            return Stranger((), datetime.now(UTC), "asked")
        return Stranger(self._reader.seen(review), datetime.now(UTC), "asked", turned_down(review))

    # ---- writing -----------------------------------------------------------------------------------

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:  # noqa: ARG002
        """Puts our reply under a review, in place of an earlier one. There is only one, so sending it twice (after
        no answer came) leaves the page as sending it once; `key` isn't needed for that."""
        return self._put(name_of(parent.remote_id), text)

    def edit(self, remote_id: str, text: str) -> RemotePost:
        return self._put(name_of(remote_id), text)

    def _put(self, name: str, words: str) -> RemotePost:
        size, most = self.count(words), self.limit().most
        if size > most:
            raise Refused(f"{self.name} allows {most:,} bytes. Yours is {size:,}.", advice="Shorten it.")
        try:
            answer = self._google.put(self._url(f"{name}{REPLY}"), {"comment": words})
            return self._reader.reply(name, answer)
        except Garbled as error:  # it was taken, but we can't say as what
            details = error.details
        raise Unanswered("Google answered in a way we can't read. It may have worked or not.", details=details)

    def delete(self, remote_id: str) -> None:
        """Deletes our reply; it is no failure when it has gone already."""
        try:
            self._google.delete(self._url(f"{name_of(remote_id)}{REPLY}"))
        except Gone:
            pass

    # ---- counting, asking --------------------------------------------------------------------------

    def limit(self) -> Limit:
        return Limit(int(tariff.amount("google", "bytes")), "bytes")

    def count(self, text: str) -> int:
        return len(text.encode())

    def _review(self, remote_id: str) -> Json:
        """One review as Google gives it. Raises Gone."""
        return self._google.get(self._url(name_of(remote_id)))

    def _url(self, name: str) -> str:
        return f"{self._base}/v4/{name}"


def _page_params(token: str) -> dict[str, str]:
    params = {"pageSize": str(_PAGE)}
    return {**params, "pageToken": token} if token else params


def _changed_at(review: Json) -> datetime | None:
    try:
        return moment(review, "updateTime") or moment(review, "createTime")
    except Garbled:
        return None


def _newest(page: Json) -> str:
    """The newest change on a page, as text; Python keeps microseconds of Google's nanoseconds."""
    newest = max((at for at in map(_changed_at, mappings(page, "reviews")) if at), default=None)
    return newest.isoformat() if newest else ""


def _is_short(total: int, before: str, pages: list[Json], since: datetime | None) -> bool:
    """There are fewer reviews than those of last time and the new ones together: some were taken down."""
    if not before.isdecimal() or since is None:
        return before.isdecimal() and total < int(before)
    new = {
        str(review.get("name"))
        for page in pages
        for review in mappings(page, "reviews")
        if (made := _created_at(review)) is not None and made > since
    }
    return total < int(before) + len(new)


def _created_at(review: Json) -> datetime | None:
    try:
        return moment(review, "createTime")
    except Garbled:
        return None


CONNECTOR = Google
