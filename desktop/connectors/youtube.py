"""YouTube: comments on the shop's own channel, and its answers there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urlencode

from desktop.connectors import Abilities, Connector, Gauge, LoginField, Meter, Route, SignedIn, tariff
from desktop.connectors.answers import Json, mapping, mappings, moment, text
from desktop.connectors.google_api import GoogleSignIn, Said, Service, Session, begin, with_token
from desktop.connectors.htmltext import one_line
from desktop.connectors.oauth import Client
from desktop.connectors.youtube_comments import CLOSED, Comment, Reader, Thread, is_id, thread_of, top_of
from desktop.connectors.youtube_quota import UNITS, Quota
from desktop.errors import Garbled, Gone, Refused, ShopError, SlowDown, Unanswered
from desktop.records import Account, Batch, Limit, Post, RemotePost, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

_PAGE = 100
_FIRST_PAGES, _MOST_PAGES = 10, 50
_WATCHED_PAGES = 2  # a reply in an old thread doesn't bring it to the top: so many are looked through every time
_MOST_REPLY_PAGES = 20
_IDS = 50
_YOUTUBE = Service("YouTube", "YouTube Data API", "https://www.googleapis.com/auth/youtube.force-ssl")

_WORDS = {  # reason -> what it means (developers.google.com/youtube/v3/docs/errors)
    "commentsDisabled": "Comments are switched off there.",
    "operationNotSupported": "YouTube doesn't take answers to that comment.",
    "parentCommentIsPrivate": "That comment isn't public any more, so it can't be answered.",
    "commentTextTooLong": "YouTube finds that too long.",
    "commentTextRequired": "YouTube finds no words in that.",
    "invalidCustomEmoji": "There is an emoji in that which YouTube doesn't know.",
    "invalidCommentMetadata": "YouTube can't take that comment.",
    "ineligibleAccount": "The Google account you signed in with has no YouTube channel.",
    "banWithoutReject": "YouTube can't take that comment.",
}
_GONE = frozenset({"commentNotFound", "parentCommentNotFound", "videoNotFound", "commentThreadNotFound"})
_USED_UP = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_MAYBE = "processingFailure"  # 400, and "can be a transient error": nothing says that it wasn't taken


class _Page(NamedTuple):
    threads: tuple[Thread, ...]
    unread: int
    next: str


class YouTube(Connector):
    key: ClassVar[str] = "youtube"
    name: ClassVar[str] = "YouTube"
    tile: ClassVar[str] = "Yt"
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField(
            "client_id",
            "Client ID, from the Google Cloud console under Clients (kind: Desktop app)",
            "1234-abcd.apps.googleusercontent.com",
        ),
        LoginField("client_secret", "Client secret, beside it", is_secret=True),
        LoginField("refresh", "Refresh token", is_secret=True, is_optional=True),
    )
    can: ClassVar[Abilities] = Abilities(
        edit=True,
        delete=True,
        hide=True,
        says_what_shows=True,
        old_posts="The last 1,000 comments",
        misses=(
            "What people say of you on other channels, and comments that YouTube holds back until you let them through."
        ),
        needs=(
            "A project of your own in the Google Cloud console, with the YouTube Data API switched on and a client of "
            "the kind Desktop app."
        ),
    )
    browser_sign_in: ClassVar[bool] = True
    gauges: ClassVar[tuple[Gauge, ...]] = (
        Gauge(UNITS, "What YouTube allows a day", "day", tariff.amount("youtube", "units_a_day"), begins=8),
    )

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        facts = account.facts
        self._base = _address(facts.get("base", ""))
        self._reader = Reader(account.remote_id)
        self.quota = Quota(self.meter)
        client = Client(facts.get("client_id", ""))
        self._google = Session(_YOUTUBE, client, self.secrets, web, facts.get("base", ""), self._explained)

    # ---- signing in --------------------------------------------------------------------------------

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        return with_token(_YOUTUBE, fields, web, _our_channel)

    @classmethod
    def begin_browser(cls, fields: Mapping[str, str], web: Web) -> GoogleSignIn:
        return begin(_YOUTUBE, fields, web, _our_channel)

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Comments on the channel; YouTube lists threads by their first comment, newest first.

        Cursors: `comments`, the newest first comment that was read; `replies`, how many replies the watched threads
        had that come without all of them; `unread`, how many made no sense. They move only once everything down to
        where we were has been read; what came before it broke is stored all the same, and comes again.
        """
        since, known = moment(cursors, "comments"), _counts(cursors.get("replies", ""))
        pages: list[tuple[tuple[RemotePost, ...], str]] = []
        counts: dict[str, int] = {}
        unread = 0
        trouble: ShopError | None = None
        try:
            for page in self._pages(since):
                counts |= {one.id: one.total for one in page.threads if not one.is_whole}
                posts, odd_ones = self._posts(page, known)
                unread += odd_ones
                pages.append((posts, _newest(page)))
        except ShopError as error:
            trouble = error
        for posts, newest in reversed(pages):
            yield Batch(posts, {"comments": max(newest, cursors.get("comments", ""))} if trouble is None else {})
        if trouble is not None:
            raise trouble
        is_told = not unread or cursors.get("unread", "0") == str(unread)
        gap = "" if is_told else f"{unread} of the newest comments can't be read and were left out."
        yield Batch((), {"replies": json.dumps(counts), "unread": str(unread)}, gap=gap)

    def _pages(self, since: datetime | None) -> Iterator[_Page]:
        token, seen = "", set[str]()
        for at in range(_MOST_PAGES if since else _FIRST_PAGES):
            page = self._page(token)
            yield page
            token = page.next
            is_old = since is not None and not any(_made_at(one) > since for one in page.threads)
            is_first = since is None and bool(page.threads)
            is_behind = self.since is not None and all(_made_at(one) < self.since for one in page.threads)
            if not token or token in seen or (is_first and is_behind) or (is_old and at + 1 >= _WATCHED_PAGES):
                return
            seen.add(token)

    def _page(self, token: str) -> _Page:
        params = {
            "part": "snippet,replies",
            "allThreadsRelatedToChannelId": self.account.remote_id,
            "order": "time",
            "maxResults": str(_PAGE),
            "textFormat": "plainText",
        }
        data = self._get("commentThreads", {**params, "pageToken": token} if token else params)
        items = mappings(data, "items")
        threads = tuple(one for one in map(self._reader.thread, items) if one is not None)
        if items and not threads:
            raise Garbled("YouTube's comments can't be read.", details="no thread of a page")
        return _Page(threads, len(items) - len(threads), text(data, "nextPageToken", ""))

    def _posts(self, page: _Page, known: Mapping[str, int]) -> tuple[tuple[RemotePost, ...], int]:
        """The posts of a page, oldest first, and how many make no sense. All replies of a thread are asked for where
        their number changed."""
        found: list[RemotePost] = []
        unread = page.unread
        for thread in reversed(page.threads):
            is_new = not thread.is_whole and known.get(thread.id) != thread.total
            replies = self._replies(thread.id) if is_new else thread.replies
            comments = self._reader.comments(thread, replies)
            unread += 1 + len(replies) - len(comments)
            found += [comment.post for comment in comments]
        return tuple(found), unread

    def _replies(self, top: str, *, for_reply: bool = False) -> tuple[Json, ...]:
        found: list[Json] = []
        token = ""
        params = {"part": "snippet", "parentId": top, "maxResults": str(_PAGE), "textFormat": "plainText"}
        for _ in range(_MOST_REPLY_PAGES):
            more = {"pageToken": token} if token else {}
            page = self._get("comments", {**params, **more}, for_reply=for_reply)
            found += mappings(page, "items")
            token = text(page, "nextPageToken", "")
            if not token:
                break
        return tuple(found)

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        """Also when the day's units are nearly used up: it is read before a reply goes and after."""
        return tuple(comment.post for comment in self._thread(remote_id, for_reply=True))

    def _thread(self, remote_id: str, *, for_reply: bool) -> list[Comment]:
        if not is_id(remote_id):
            raise Gone("That isn't there any more.", details="not an id of this place")
        params = {"part": "snippet,replies", "id": top_of(remote_id), "textFormat": "plainText"}
        items = mappings(self._get("commentThreads", params, for_reply=for_reply), "items")
        if not items:
            raise Gone("That isn't there any more.", details="no such thread")
        thread = thread_of(items[0])
        replies = self._replies(thread.id, for_reply=for_reply) if thread.total else ()
        return self._reader.comments(thread, replies)

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        asked = [one for one in remote_ids if is_id(one)]
        for start in range(0, len(asked), _IDS):
            some = asked[start : start + _IDS]
            page = self._get("comments", {"part": "id", "id": ",".join(some)})
            found |= {text(item, "id") for item in mappings(page, "items")} & set(some)
        return frozenset(found)

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:  # noqa: ARG002
        """What YouTube says is public: it answers nobody without a key of its own."""
        try:
            comments = self._thread(remote_id, for_reply=False)
        except Gone:
            return Stranger((), datetime.now(UTC), "asked")
        shown = tuple(comment.post for comment in comments if comment.is_shown)
        return Stranger(shown, datetime.now(UTC), "asked")

    # ---- writing -----------------------------------------------------------------------------------

    def route(self, parent: Post) -> Route:
        if parent.address == CLOSED:
            return Route(False, "YouTube doesn't take answers to that comment.", parent.url)
        return Route(True, "", parent.url)

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:  # noqa: ARG002
        """YouTube knows no key: after silence the thread is read back, and nothing is sent twice."""
        words = self.addressed(parent, text)
        self._check_length(words)
        top = top_of(parent.remote_id)
        if not is_id(top):
            raise Gone("That isn't there any more.", details="not an id of this place")
        body = {"snippet": {"parentId": top, "textOriginal": words}}
        url = f"{self._base}/comments?part=snippet"
        sent = self._written(lambda: self._google.post(url, body))
        page, mark, _ = parent.url.partition("lc=")
        return sent._replace(parent_remote_id=parent.remote_id, url=f"{page}lc={sent.remote_id}" if mark else sent.url)

    def addressed(self, parent: Post, text: str) -> str:
        """Threads are flat: whoever answers an answer begins with a name, so that people see whom it is for."""
        handle = parent.author_handle
        is_reply = "." in parent.remote_id and not parent.is_ours and handle.startswith("@")
        return f"{handle} {text}" if is_reply and handle.casefold() not in text.casefold() else text

    def edit(self, remote_id: str, text: str) -> RemotePost:
        self._check_length(text)
        url = f"{self._base}/comments?part=snippet"
        return self._written(lambda: self._google.put(url, {"id": remote_id, "snippet": {"textOriginal": text}}))

    def _written(self, send: Callable[[], Json]) -> RemotePost:
        try:
            answer = self.quota.spend("write", send, for_reply=True)
            return self._reader.written(answer)
        except Garbled as error:  # it was taken, but we can't say as what
            details = error.details
        raise Unanswered("YouTube answered in a way we can't read. It may have worked or not.", details=details)

    def delete(self, remote_id: str) -> None:
        """Deletes one of our comments; it is no failure when it has gone already."""
        url = f"{self._base}/comments?{urlencode({'id': remote_id})}"
        try:
            self.quota.spend("write", lambda: self._google.delete(url), for_reply=True)
        except Gone:
            pass

    def hide(self, remote_id: str, *, hidden: bool) -> None:
        """Holds a comment back for review, where only we see it, or lets it through."""
        query = {"id": remote_id, "moderationStatus": "heldForReview" if hidden else "published"}
        url = f"{self._base}/comments/setModerationStatus?{urlencode(query)}"
        self.quota.spend("write", lambda: self._google.tell(url), for_reply=True)

    # ---- counting, asking --------------------------------------------------------------------------

    def limit(self) -> Limit:
        return Limit(int(tariff.amount("youtube", "characters")))

    def _check_length(self, words: str) -> None:
        size, most = self.count(words), self.limit().most
        if size > most:
            raise Refused(f"{self.name} allows {most:,} characters. Yours is {size:,}.", advice="Shorten it.")

    def _get(self, what: str, params: Mapping[str, str], *, for_reply: bool = False) -> Json:
        url = f"{self._base}/{what}"
        return self.quota.spend("read", lambda: self._google.get(url, params), for_reply=for_reply)

    def _explained(self, error: ShopError, said: Said) -> ShopError | None:
        """What YouTube's own reasons mean."""
        details = error.details
        if said.reasons & _USED_UP:
            return self.quota.used_up(details)
        if said.reasons & _GONE:
            return Gone("That isn't there any more.", details=details)
        if _MAYBE in said.reasons:
            if details.startswith("GET "):
                return SlowDown("YouTube isn't working right now.", details=details)
            return Unanswered("YouTube had a problem just then. It may have worked or not.", details=details)
        words = next((_WORDS[reason] for reason in sorted(said.reasons) if reason in _WORDS), "")
        return Refused(words, details=details) if words else None


def _address(base: str) -> str:
    return f"{base or 'https://youtube.googleapis.com'}/youtube/v3"


def _our_channel(google: Session) -> SignedIn:
    """The channel somebody signed in with. Google asks which one, where there are several. Raises Refused."""
    page = google.get(f"{_address(google.base)}/channels", {"part": "id,snippet", "mine": "true"})
    channels = mappings(page, "items")
    if not channels:
        raise Refused(_WORDS["ineligibleAccount"], advice="Sign in with the one that has.")
    about = mapping(channels[0], "snippet", {})
    name = one_line(text(about, "title", "")) or text(channels[0], "id")
    facts = {"client_id": google.client.id}
    return SignedIn(
        handle=one_line(text(about, "customUrl", "")) or name,
        name=name,
        remote_id=text(channels[0], "id"),
        facts={**facts, "base": google.base} if google.base else facts,
        secrets=dict(google.keys),
    )


def _counts(kept: str) -> dict[str, int]:
    """The `replies` cursor; nothing where it is none."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return {key: one for key, one in found.items() if isinstance(one, int)} if isinstance(found, dict) else {}


def _made_at(thread: Thread) -> datetime:
    return moment(mapping(thread.top, "snippet"), "publishedAt") or datetime.min.replace(tzinfo=UTC)


def _newest(page: _Page) -> str:
    return max(map(_made_at, page.threads)).isoformat() if page.threads else ""


CONNECTOR = YouTube
