"""Mastodon, and what speaks like it: GoToSocial, Pleroma and Akkoma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, Meter, SignedIn
from desktop.connectors.answers import Json, is_before, mapping, mappings, objects, text
from desktop.connectors.mastodon_posts import Reader
from desktop.connectors.mastodon_sign_in import bearer, begin, find
from desktop.connectors.oauth import InBrowser
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused, TooMuch, Unanswered
from desktop.records import Account, Batch, Limit, Post, RemotePost, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

_PAGE = 80  # the server gives less where it allows less
_FIRST_MENTIONS, _FIRST_OWN = 2_000, 1_000  # how much history the first fetch brings
_MOST_PAGES = 500  # forward, in one go: the rest comes with the next fetch
_BATCH = 20
_ID = r"[A-Za-z0-9_-]{1,100}"
_KINDS = ("mention", "quote")
_URL = re.compile(r"https?://[^\s<>\"/?#]+\.[^\s<>\"]*[^\s<>\".,;:!?'()\]]")
_MENTION = re.compile(r"(?<![\w/@])(@\w+(?:[\w.-]*\w)?)@[\w.-]*\w")
_LEADING = re.compile(r"(?:@[\w.-]+(?:@[\w.:-]+)?\s+)+")


class Mastodon(Connector):
    key: ClassVar[str] = "mastodon"
    name: ClassVar[str] = "Mastodon"
    tile: ClassVar[str] = "Ma"
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField("server", "What's your server? The part after the second @.", "quay.example"),
        LoginField(
            "token",
            "A sign-in key. Your server makes one under Preferences, Development, and calls it an access token.",
            is_secret=True,
            is_optional=True,
        ),
    )
    can: ClassVar[Abilities] = Abilities(
        edit=True, delete=True, sees_signed_out=True, private_messages=True, old_posts="The last 2,000 mentions"
    )
    browser_sign_in: ClassVar[bool] = True

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        facts = account.facts
        domain = facts.get("domain") or account.host or account.handle.rpartition("@")[2]
        self._base = facts.get("base") or f"https://{domain}"
        if "told" in facts:
            web.stay_out_there(self._base)
        self._software = facts.get("software", "mastodon")
        self._reader = Reader(domain, account.remote_id)
        self._headers = bearer(secrets.get("token", ""))
        self._most = _PAGE  # items asked for at once

    # ---- signing in --------------------------------------------------------------------------------

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        token = "".join(fields.get("token", "").split())
        server = find(fields.get("server", ""), web)
        if not token:
            raise Misuse("Sign in in the browser, or paste a sign-in key.")
        return server.sign_in(token, web)

    @classmethod
    def begin_browser(cls, fields: Mapping[str, str], web: Web) -> InBrowser:
        return begin(find(fields.get("server", ""), web), web)

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Mentions, then our own posts (so that answers typed elsewhere are known). Streams: notifications,
        own; a cursor is the newest id that was read."""
        for stream, first in (("notifications", _FIRST_MENTIONS), ("own", _FIRST_OWN)):
            cursor = cursors.get(stream, "")
            pages = self._forward(stream, cursor) if cursor else self._history(stream, first)
            for page in pages:
                yield Batch(
                    self._posts(stream, page), {stream: max((text(i, "id") for i in page), key=_order)}
                )

    def _forward(self, stream: str, cursor: str) -> Iterator[list[Json]]:
        """Pages after `cursor`, oldest first, without gaps: `min_id` gives the next ones, not the newest."""
        for _ in range(_MOST_PAGES):
            page = self._page(stream, {"min_id": cursor})
            newest = max((text(item, "id") for item in page), key=_order, default=cursor)
            if _order(newest) <= _order(cursor):  # nothing new (or a server that doesn't know min_id)
                return
            yield page
            cursor = newest

    def _history(self, stream: str, most: int) -> Iterator[list[Json]]:
        """The newest `most` items, as far back as is wanted, read backwards, handed out oldest page first."""
        pages: list[list[Json]] = []
        params: dict[str, str] = {}
        while sum(map(len, pages)) < most:
            page = self._page(stream, params)
            oldest = min((text(item, "id") for item in page), key=_order, default="")
            if not page or ("max_id" in params and _order(oldest) >= _order(params["max_id"])):
                break
            pages.append(page)
            if self.since and all(is_before(item, "created_at", self.since) for item in page):
                break
            params = {"max_id": oldest}
        yield from reversed(pages)

    def _page(self, stream: str, params: dict[str, str]) -> list[Json]:
        """One page; where huge posts make it more than we take, a smaller one, and so for the rest of the fetch."""
        while True:
            try:
                return self._page_of(stream, params, self._most)
            except TooMuch:
                if self._most == 1:
                    raise
                self._most = max(1, self._most // 9)
            except Gone as error:
                words = f"{self._reader.domain} doesn't answer as it used to."
                raise Garbled(
                    words, advice="It may be having trouble. We'll try again.", details=error.details
                ) from None

    def _page_of(self, stream: str, params: dict[str, str], most: int) -> list[Json]:
        if stream == "own":
            url = f"{self._base}/api/v1/accounts/{self.account.remote_id}/statuses"
            return self._list(url, {**params, "exclude_reblogs": "true", "limit": str(min(most, 40))})
        url = f"{self._base}/api/v1/notifications"
        try:  # without include_filtered, what the notification policy holds back wouldn't come: strangers
            wanted = {"types[]": list(_KINDS), "include_filtered": "true"}
            return self._list(url, {**params, **wanted, "limit": str(most)})
        except Refused as error:
            if isinstance(error, Gone):
                raise
        return self._list(url, {**params, "types[]": ["mention"], "limit": str(min(most, 40))})

    def _posts(self, stream: str, page: list[Json]) -> tuple[RemotePost, ...]:
        """The posts of a page, oldest first. Favourites and shares aren't anybody's words to us."""
        if stream == "own":
            posts = [self._reader.post(status) for status in page]
        else:
            told = [note for note in page if text(note, "type") in _KINDS]
            statuses = [mapping(note, "status", {}) for note in told]  # none: deleted since
            posts = [self._reader.post(status, is_to_us=True) for status in statuses if status]
        return tuple(sorted(posts, key=lambda post: (post.posted_at, _order(post.remote_id))))

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        return self._thread(self._status(remote_id), self._headers)

    def _thread(self, status: Json, headers: Mapping[str, str] | None) -> tuple[RemotePost, ...]:
        url = f"{self._base}/api/v1/statuses/{_path(text(status, 'id'))}/context"
        around = self.web.get_json(url, headers=headers, expect=dict).data
        before, after = mappings(around, "ancestors"), mappings(around, "descendants")
        root = text(before[0], "id") if before else text(status, "id")
        posts = [self._reader.post(each, root=root) for each in (*before, status, *after)]
        return tuple(sorted(posts, key=lambda post: post.posted_at))

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """Asks for many at once where the server can do that; each one it leaves out is asked for alone."""
        found: set[str] = set()
        for start in range(0, len(remote_ids), _BATCH):
            found |= self._found(remote_ids[start : start + _BATCH])
        return frozenset(found | {each for each in remote_ids if each not in found and self._exists(each)})

    def _found(self, remote_ids: tuple[str, ...]) -> set[str]:
        if self._software == "gotosocial" or len(remote_ids) < 2:
            return set()
        name = "ids[]" if self._software == "pleroma" else "id[]"
        try:
            listed = self._list(f"{self._base}/api/v1/statuses", {name: list(remote_ids)})
        except (Gone, Refused, Garbled):  # older servers don't know this
            return set()
        return {text(status, "id") for status in listed} & set(remote_ids)

    def _exists(self, remote_id: str) -> bool:
        try:
            self._status(remote_id)
        except Gone:
            return False
        return True

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:
        """The thread without our token. None where the server shows nothing to anybody signed out.

        Signed out, a context is cut (40 before, 60 after, 20 deep): what it left out of `also` is asked for alone.
        """
        try:
            posts = self._thread(self._status(remote_id, is_stranger=True), None)
            posts = (*posts, *self._left_out(posts, also))
        except Gone:
            return self._unseen(remote_id, is_closed=self._software != "mastodon")
        except (LoginExpired, Refused):
            return self._unseen(remote_id, is_closed=True)
        return Stranger(tuple(post for post in posts if post.is_public), datetime.now(UTC))

    def _left_out(self, posts: tuple[RemotePost, ...], also: tuple[str, ...]) -> Iterator[RemotePost]:
        seen = {post.remote_id for post in posts}
        for remote_id in also:
            if remote_id not in seen and re.fullmatch(_ID, remote_id):
                try:
                    yield self._reader.post(self._status(remote_id, is_stranger=True))
                except (Gone, Refused, LoginExpired):
                    continue

    def _unseen(self, remote_id: str, *, is_closed: bool) -> Stranger | None:
        """A stranger saw nothing: because it's gone or not public, or because the server is closed to them?"""
        try:
            if is_closed and self._reader.post(self._status(remote_id)).is_public:
                return None
        except Gone:
            pass
        return Stranger((), datetime.now(UTC))

    # ---- writing -----------------------------------------------------------------------------------

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        """Answers as publicly as the parent was written, and mentions its writer, who isn't told otherwise."""
        words = self.addressed(parent, text)
        self._check_length(words)
        body = {"status": words, "in_reply_to_id": parent.remote_id, "visibility": self._visibility(parent)}
        headers = {**self._headers, "Idempotency-Key": key}
        try:
            url = f"{self._base}/api/v1/statuses"
            return self._reader.post(self.web.post_json(url, json=body, headers=headers, expect=dict).data)
        except Garbled as error:  # it was taken, but we can't say as what
            details = error.details
        words = f"{self._reader.domain} answered in a way we can't read. It may have worked or not."
        raise Unanswered(words, details=details)

    def _visibility(self, parent: Post) -> str:
        """That of the parent, which its address holds. Never public to what isn't."""
        said = parent.address.partition(" ")[0]
        if not said:
            said = text(self._status(parent.remote_id), "visibility")
        return said if parent.is_public or said not in ("public", "unlisted") else "direct"

    def addressed(self, parent: Post, text: str) -> str:
        accts = parent.address.split()[1:] or ([] if parent.is_ours else [parent.author_handle.lstrip("@")])
        missing = [acct for acct in accts if not self._is_mentioned(acct, text)]
        return "".join(f"@{acct} " for acct in missing) + text

    def _is_mentioned(self, acct: str, text: str) -> bool:
        """Somebody here is "@carla" or "@carla@here"; somebody elsewhere needs the whole handle."""
        user, _, host = acct.partition("@")
        here = self._reader.domain
        end = rf"(@{re.escape(here)})?(?!@)" if host in ("", here) else f"@{re.escape(host)}"
        return re.search(rf"(?<![\w@/])@{re.escape(user)}{end}(?![\w-])", text, re.IGNORECASE) is not None

    def edit(self, remote_id: str, text: str) -> RemotePost:
        """Changes one of our posts. Who was mentioned in front stays mentioned in front."""
        words = self._with_mentions_of(remote_id, text)
        self._check_length(words)
        url = f"{self._base}/api/v1/statuses/{_path(remote_id)}"
        answer = self.web.put_json(url, json={"status": words}, headers=self._headers, expect=dict)
        return self._reader.post(answer.data)

    def _with_mentions_of(self, remote_id: str, words: str) -> str:
        """The words with the mentions that the post begins with: read back, they have lost their hosts."""
        url = f"{self._base}/api/v1/statuses/{_path(remote_id)}/source"
        source = text(self.web.get_json(url, headers=self._headers, expect=dict).data, "text", "")
        leading = _LEADING.match(source)
        if leading is None:
            return words
        ours = _LEADING.match(words)
        return leading.group() + (words[ours.end() :] if ours else words)

    def delete(self, remote_id: str) -> None:
        """Deletes one of our posts; it is no failure when it has gone already."""
        try:
            self.web.delete(f"{self._base}/api/v1/statuses/{_path(remote_id)}", headers=self._headers)
        except Gone:
            pass

    # ---- counting ----------------------------------------------------------------------------------

    def limit(self) -> Limit:
        most = self.account.facts.get("max_characters", "")
        return Limit(int(most) if most.isdecimal() else 500)

    def count(self, text: str) -> int:
        """Graphemes; an address counts as the server says (23), "@user@host" as "@user". Give it the text
        as it goes out (`addressed`). Mastodon's StatusLengthValidator."""
        import regex  # type: ignore[import-untyped]

        per_url = self.account.facts.get("url_characters", "")
        if per_url.isdecimal() and int(per_url):
            text = _URL.sub("u" * int(per_url), text)
        if self._software == "mastodon":
            text = _MENTION.sub(r"\1", text)
        return len(regex.findall(r"\X", text))

    def _check_length(self, words: str) -> None:
        size, most = self.count(words), self.limit().most
        if size > most:
            raise Refused(
                f"{self.name} here allows {most:,} characters. Yours is {size:,}.", advice="Shorten it."
            )

    # ---- asking ------------------------------------------------------------------------------------

    def _list(self, url: str, params: Mapping[str, Any]) -> list[Json]:
        return objects(self.web.get_json(url, params, self._headers, expect=list).data)

    def _status(self, remote_id: str, *, is_stranger: bool = False) -> Json:
        """One status as the server gives it. Raises Gone."""
        headers = None if is_stranger else self._headers
        url = f"{self._base}/api/v1/statuses/{_path(remote_id)}"
        status: Json = self.web.get_json(url, headers=headers, expect=dict).data
        return status


def _order(remote_id: str) -> tuple[int, str]:
    """Ids are opaque; the newer one is longer, or later in the alphabet."""
    return len(remote_id), remote_id


def _path(remote_id: str) -> str:
    """An id as part of an address: nothing else gets in there. Raises Gone for what can't be an id."""
    if not re.fullmatch(_ID, remote_id):
        raise Gone("That isn't there any more.", details="not an id of this place")
    return remote_id


CONNECTOR = Mastodon
