"""Bluesky, and whoever runs a server of their own in its network (AT Protocol)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, Meter, Route, SignedIn, tariff
from desktop.connectors import bluesky_posts as bs
from desktop.connectors.answers import Json, mapping, mappings, moment, odd, text
from desktop.connectors.bluesky_posts import COLLECTION, Reader
from desktop.connectors.bluesky_session import (
    PUBLIC,
    Directory,
    Service,
    asked,
    blocked,
    code_of,
    is_told,
    resolve,
    sign_in,
)
from desktop.connectors.bluesky_words import facets, most_graphemes, record_key, size
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    NotAnswerable,
    Refused,
    ShopError,
    TooMuch,
    TryLater,
    Unanswered,
)
from desktop.records import Account, Batch, Limit, Post, RemotePost, Stranger

if TYPE_CHECKING:
    from desktop.web import Answer, Web

_PAGE = 100
_FIRST_MENTIONS, _FIRST_OWN, _FIRST_FOUND = 2_000, 1_000, 500  # how much history the first fetch brings
_MOST_PAGES, _MOST_FOUND_PAGES = 100, 5  # back, in one go
_OVERLAP = timedelta(minutes=10)  # read again: what its writer's clock or the network put behind others
_BATCH = 25
_DEPTH = 100  # answers to answers, and as many posts above; deeper ones are asked for by name
_REASONS = ("mention", "reply", "quote")
_MOST_TERMS = 3


class Bluesky(Connector):
    key: ClassVar[str] = "bluesky"
    name: ClassVar[str] = "Bluesky"
    tile: ClassVar[str] = "Bs"
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField("handle", "Your handle at Bluesky", "yourshop.bsky.social"),
        LoginField("password", "App password", "xxxx-xxxx-xxxx-xxxx", is_secret=True),
        LoginField(
            "search",
            "Also look for the shop's name? You can leave this empty.",
            "Corner Shop Bakery",
            is_optional=True,
        ),
        LoginField("pds", "Your own server? Leave it empty: we find it by your handle.", is_optional=True),
    )
    sign_in_words: ClassVar[str] = (
        "Make an app password at Bluesky, under Settings, Privacy and security. Paste it here, not your real one. "
        "You can take it away there whenever you like."
    )
    can: ClassVar[Abilities] = Abilities(
        delete=True,
        sees_signed_out=True,
        searches_name=True,
        old_posts="The last 2,000 mentions",
        misses="Private messages stay at Bluesky.",
        needs="An app password",
    )
    directory: ClassVar[Directory] = Directory()

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        self._did = account.remote_id
        self._reader = Reader(self._did)
        if is_told(account.facts):
            web.stay_out_there(account.facts["base"])
        self._service = Service(account.facts.get("base", ""), self._did, self.secrets, web)
        self._public = account.facts.get("appview") or PUBLIC
        self._most = _PAGE  # items asked for at once

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        return sign_in(fields, cls.directory, web)

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Mentions, answers and quotes; then our own posts (so that answers typed elsewhere are known); then
        where the shop's name was said. Streams: mentions, own, and one for each name that is looked for.

        A cursor is the time of the newest that was read; a name's has the time of the last search in front.
        """
        streams = [self._mentions(cursors.get("mentions", "")), self._own(cursors.get("own", ""))]
        streams += [self._found(term, cursors.get(f"search {term}", "")) for term in self._terms()]
        trouble: ShopError | None = None
        for stream in streams:
            try:
                yield from stream
            except (Garbled, Refused) as error:  # what one can't read keeps nobody from the others
                trouble = trouble or error
        if trouble:
            raise trouble

    def _mentions(self, cursor: str) -> Iterator[Batch]:
        def page(at: str) -> tuple[list[Json], str]:
            answer = self._page(
                "app.bsky.notification.listNotifications", {"reasons": list(_REASONS), **_cursor(at)}
            )
            return mappings(answer, "notifications"), text(answer, "cursor", "")

        for notes, newest, gap in _since(page, cursor, _FIRST_MENTIONS, back=self.since):
            told = {text(note, "uri"): note for note in notes if text(note, "reason") in _REASONS}
            views = told | self._views(tuple(uri for uri in told if bs.parts(uri)[0]))
            yield Batch(self._read(views.values()), {"mentions": newest}, gap=gap)

    def _own(self, cursor: str) -> Iterator[Batch]:
        def page(at: str) -> tuple[list[Json], str]:
            wanted = {"actor": self._did, "filter": "posts_with_replies", **_cursor(at)}
            answer = self._page("app.bsky.feed.getAuthorFeed", wanted)
            feed = [item for item in mappings(answer, "feed") if not item.get("reason")]  # no reposts
            return [mapping(item, "post") for item in feed], text(answer, "cursor", "")

        for views, newest, gap in _since(page, cursor, _FIRST_OWN, back=self.since):
            posts = tuple(post for post in self._read(views) if post.is_ours)
            yield Batch(posts, {"own": newest}, gap=gap)

    def _terms(self) -> list[str]:
        typed = self.account.facts.get("search", "").replace('"', " ").split(",")
        return list(dict.fromkeys(filter(None, (" ".join(term.split()) for term in typed))))[:_MOST_TERMS]

    def _found(self, term: str, cursor: str) -> Iterator[Batch]:
        """What others said of the shop by its name. Asked no more often than the place likes."""
        searched, _, known = cursor.partition(" ")
        now, last = datetime.now(UTC), _time(searched)
        if last and timedelta() <= now - last < timedelta(minutes=tariff.amount("bluesky", "search_minutes")):
            return

        def page(at: str) -> tuple[list[Json], str]:
            wanted = {
                "q": term if re.fullmatch(r"\w+", term) else f'"{term}"',
                "sort": "latest",
                **_cursor(at),
            }
            answer = self._page("app.bsky.feed.searchPosts", wanted)
            return mappings(answer, "posts"), text(answer, "cursor", "")

        for views, newest, gap in _since(page, known, _FIRST_FOUND, _MOST_FOUND_PAGES, self.since):
            posts = tuple(post for post in self._read(views) if not post.is_ours)
            known = newest
            yield Batch(posts, {f"search {term}": f"{searched} {known}"}, gap=gap)
        yield Batch((), {f"search {term}": f"{now.isoformat()} {known}"})

    def _page(self, nsid: str, params: Mapping[str, Any]) -> Json:
        """One page; where huge posts make it more than we take, a smaller one, and so for the rest of the fetch."""
        while True:
            try:
                data: Json = self._service.get(nsid, {**params, "limit": self._most}).data
                return data
            except TooMuch:
                if self._most == 1:
                    raise
                self._most = max(1, self._most // 9)

    def _views(self, uris: tuple[str, ...]) -> dict[str, Json]:
        """The posts as we see them now. What is gone, or out of our sight, is left out."""
        found: dict[str, Json] = {}
        for start in range(0, len(uris), _BATCH):
            answer = self._service.get(
                "app.bsky.feed.getPosts", {"uris": list(uris[start : start + _BATCH])}
            ).data
            found |= {text(view, "uri"): view for view in mappings(answer, "posts")}
        return {uri: view for uri, view in found.items() if uri in uris}

    def _read(self, views: Any) -> tuple[RemotePost, ...]:
        """The posts, oldest first. One that can't be read doesn't hold up the others."""
        posts, trouble = [], None
        for view in views:
            try:
                posts.append(self._reader.post(view))
            except Garbled as error:
                trouble = error
        if trouble and not posts:
            raise trouble
        return _oldest_first(posts)

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        try:
            answer = self._thread(self._service.get, remote_id).data
        except Gone as error:
            gone = error
        else:
            return self._told(answer)
        raise blocked() if self._is_blocked(remote_id) else gone

    def _told(self, answer: Json) -> tuple[RemotePost, ...]:
        node = mapping(answer, "thread")
        views = [*bs.before(node), *(view for view, _ in bs.below(node))]
        return _oldest_first([self._reader.post(view) for view in views])

    def _thread(
        self, get: Callable[[str, Mapping[str, Any]], Answer], remote_id: str, below: int = _DEPTH
    ) -> Answer:
        """The thread around a post, whose own node is there for certain. Raises Gone, Refused."""
        if not bs.parts(remote_id)[0]:
            raise Gone("That isn't there any more.", details="not an id of this place")
        params = {"uri": remote_id, "depth": below, "parentHeight": _DEPTH}
        answer = get("app.bsky.feed.getPostThread", params)
        node = mapping(answer.data, "thread")
        if node.get("blocked") is True:
            raise blocked("a blocked post")
        if node.get("notFound") is True:
            raise Gone("That isn't there any more.", details="a post that isn't found")
        if text(mapping(node, "post"), "uri") != remote_id:
            raise odd("another post than the one that was asked for")
        return answer

    def _is_blocked(self, remote_id: str) -> bool:
        """Is what we don't find there for everybody else?"""
        try:
            self._thread(self._signed_out, remote_id, 0)
        except ShopError:
            return False
        return True

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """Asks for many at once. Ours are asked for where they are kept: the network is a moment behind."""
        writers = {uri: bs.parts(uri)[0] for uri in remote_ids}
        found = self._views(tuple(uri for uri, did in writers.items() if did not in ("", self._did)))
        ours = (uri for uri, did in writers.items() if did == self._did)
        return frozenset({*found, *(uri for uri in ours if self._own_record(bs.parts(uri)[1]))})

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:
        """The thread as everybody sees it. None where its writer, or we, show posts only to those signed in:
        then nobody can say what a passer-by sees."""
        try:
            answer = self._thread(self._signed_out, remote_id).data
        except Gone:
            return Stranger((), datetime.now(UTC))
        except (LoginExpired, Refused):
            return None
        node, hidden = mapping(answer, "thread"), bs.hidden_replies(answer)
        if bs.is_hidden(mapping(node, "post")):
            return Stranger((), datetime.now(UTC))
        views = {text(view, "uri"): view for view in bs.before(node) if not bs.is_hidden(view)}
        leaves = {}
        for view, goes_on in bs.below(node, lambda post: _is_out_of_sight(post, hidden)):
            views[text(view, "uri")] = view
            leaves[text(view, "uri")] = not goes_on
        views |= self._further_down(leaves, hidden, [uri for uri in also if uri not in views])
        members_only = [uri for uri, view in views.items() if bs.NOT_SIGNED_OUT in bs.labels(view)]
        if any(uri == remote_id or bs.parts(uri)[0] == self._did for uri in members_only):
            return None
        shown = [self._reader.post(view) for uri, view in views.items() if uri not in members_only]
        return Stranger(_oldest_first(shown), datetime.now(UTC))

    def _further_down(
        self, leaves: Mapping[str, bool], hidden: frozenset[str], also: list[str]
    ) -> dict[str, Json]:
        """Posts below the last ones that a long thread was cut after. What stands below a post whose answers
        are listed, and isn't among them, was left out on purpose."""
        found: dict[str, Json] = {}
        for uri in also:
            try:
                node = mapping(self._thread(self._signed_out, uri, 0).data, "thread")
            except (Gone, Refused, LoginExpired):
                continue
            way = [mapping(node, "post")]
            for view in bs.before(node):
                if leaves.get(text(view, "uri")) is not None:
                    if leaves[text(view, "uri")] and not any(_is_out_of_sight(one, hidden) for one in way):
                        found |= {text(one, "uri"): one for one in way}
                    break
                way.append(view)
        return found

    def _signed_out(self, nsid: str, params: Mapping[str, Any]) -> Answer:
        url = f"{self._public}/xrpc/{nsid}"
        return asked(lambda: self.web.get_json(url, params, expect=dict), self._public)

    # ---- writing -----------------------------------------------------------------------------------

    def route(self, parent: Post) -> Route:
        if bs.CLOSED in parent.address.split():
            return Route(False, "Its writer doesn't let you answer here.", parent.url)
        return Route(True, "", parent.url)

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        """Answers under a record key of the reply's own, and only if nothing stands there: a repeat finds the
        first one. Bluesky takes answers to what is deleted or closed and shows them to nobody: looked up first.
        """
        self._check_length(text)
        record = self._record(parent.remote_id, text)
        rkey = record_key(key)
        body = {
            "repo": self._did,
            "collection": COLLECTION,
            "rkey": rkey,
            "record": record,
            "swapRecord": None,
        }
        try:
            self._service.post("com.atproto.repo.putRecord", body)
        except (Unanswered, Garbled) as error:
            words = f"{self.name} didn't answer clearly. It may have worked or not."
            trouble: ShopError = Unanswered(words, details=error.details)
        except Refused as error:
            if code_of(error) != "InvalidSwap":  # something stands there
                raise
            trouble = error
        else:
            return self._ours(rkey, record)
        there = self._own_record_if_it_can_be_asked(rkey)
        if there is None:
            raise trouble
        return there

    def _record(self, parent: str, words: str) -> Json:
        """The record of an answer. Raises TryLater for odd answers too: nothing has left yet."""
        try:
            return self._made_record(parent, words)
        except Garbled as error:
            trouble = TryLater(str(error), advice=error.advice, details=error.details)
        raise trouble

    def _made_record(self, parent: str, words: str) -> Json:
        """The record, dated by the server's clock. Raises Gone, NotAnswerable where nobody would see it."""
        answer = self._thread(self._service.get, parent, 0)
        view = mapping(mapping(answer.data, "thread"), "post")
        post = self._reader.post(view)
        if post.address == bs.CLOSED:
            raise NotAnswerable("Its writer doesn't let you answer there. Your reply is kept here.")
        when = max(_answered_at(answer), post.posted_at + timedelta(milliseconds=1))
        this = {"uri": text(view, "uri"), "cid": text(view, "cid")}
        above = mapping(mapping(view, "record"), "reply", {})
        root = mapping(above, "root", this)
        record: dict[str, Any] = {
            "$type": COLLECTION,
            "text": words,
            "createdAt": when.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "reply": {"root": {"uri": text(root, "uri"), "cid": text(root, "cid")}, "parent": this},
        }
        found = facets(words, self._did_of)
        return {**record, "facets": found} if found else record

    def _did_of(self, handle: str) -> str:
        try:
            return resolve(handle, self._service.get)
        except Refused:
            return ""

    def _own_record(self, rkey: str) -> RemotePost | None:
        """One of our posts as our own server keeps it; None where it has none under that key."""
        params = {"repo": self._did, "collection": COLLECTION, "rkey": rkey}
        try:
            answer = self._service.get("com.atproto.repo.getRecord", params).data
        except Gone:
            return None
        return self._ours(rkey, mapping(answer, "value"))

    def _own_record_if_it_can_be_asked(self, rkey: str) -> RemotePost | None:
        try:
            return self._own_record(rkey)
        except ShopError:
            return None

    def _ours(self, rkey: str, record: Json) -> RemotePost:
        us = {
            "did": self._did,
            "handle": self.account.handle.removeprefix("@"),
            "displayName": self.account.name,
        }
        view = {"uri": bs.post_uri(self._did, rkey), "author": us, "record": record}
        return self._reader.post({**view, "indexedAt": text(record, "createdAt")})

    def delete(self, remote_id: str) -> None:
        """Deletes one of our posts; it is no failure when it has gone already."""
        did, rkey = bs.parts(remote_id)
        if did != self._did:
            raise Refused("Only your own posts can be deleted.")
        body = {"repo": self._did, "collection": COLLECTION, "rkey": rkey}
        self._service.post("com.atproto.repo.deleteRecord", body)

    # ---- counting ----------------------------------------------------------------------------------

    def limit(self) -> Limit:
        return Limit(most_graphemes())

    def count(self, text: str) -> int:
        """Characters as a reader sees them, or what the bytes make of them where those run out first."""
        return size(text)

    def _check_length(self, words: str) -> None:
        length, most = self.count(words), self.limit().most
        if length > most:
            raise Refused(
                f"{self.name} allows {most:,} characters. Yours is {length:,}.", advice="Shorten it."
            )


def _since(
    page: Callable[[str], tuple[list[Json], str]],
    known: str,
    first: int,
    most: int = _MOST_PAGES,
    back: datetime | None = None,
) -> Iterator[tuple[list[Json], str, str]]:
    """(page, time of the newest so far, what may be missing before it), the oldest page first.

    Read backwards until `known` is behind, in whole pages: a clock that runs late puts a post behind newer ones.
    The first time, until there are as many as `first`, or until a whole page is from before `back`.
    """
    pages: list[list[Json]] = []
    until, at, size, is_whole = _time(known), "", 0, False
    while len(pages) < most and not is_whole:
        items, following = page(at)
        pages.append(items)
        size += len(items)
        times = [when for item in items if (when := _time_of(item))]
        is_known = until is not None and bool(times) and min(times) <= until - _OVERLAP
        is_behind = back is not None and bool(times) and max(times) < back
        is_enough = until is None and (size >= first or is_behind)
        is_whole = not following or following == at or is_known or is_enough
        at = following
    gap = "" if is_whole or until is None else _gap(pages)
    newest = until
    pages.reverse()
    for items in sorted(pages, key=lambda items: _is_behind(items, until)):
        newest = max((when for when in (newest, *map(_time_of, items)) if when), default=None)
        if items:
            yield items, newest.isoformat() if newest else "", gap
            gap = ""


def _is_behind(items: list[Json], known: datetime | None) -> bool:
    """Nothing newer stands there: such a page comes last, so that a fetch that is broken off gets on each time."""
    return known is not None and not any(when > known for item in items if (when := _time_of(item)))


def _gap(pages: list[list[Json]]) -> str:
    oldest = min((when for items in pages for item in items if (when := _time_of(item))), default=None)
    before = f" Some before {oldest.day} {oldest:%B} may be missing." if oldest else ""
    return f"There was more on {Bluesky.name} than one check can read.{before}"


def _oldest_first(posts: list[RemotePost]) -> tuple[RemotePost, ...]:
    return tuple(sorted(posts, key=lambda post: (post.posted_at, post.remote_id)))


def _is_out_of_sight(view: Json, hidden: frozenset[str]) -> bool:
    return text(view, "uri") in hidden or bs.is_hidden(view)


def _cursor(at: str) -> dict[str, str]:
    return {"cursor": at} if at else {}


def _time_of(item: Json) -> datetime | None:
    try:
        return moment(item, "indexedAt")
    except Garbled:
        return None


def _time(said: str) -> datetime | None:
    return _time_of({"indexedAt": said})


def _answered_at(answer: Answer) -> datetime:
    """Now, by the clock of the server: this computer's may be wrong, and everybody reads it under the post."""
    try:
        return parsedate_to_datetime(answer.headers.get("date", "")).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.now(UTC)


CONNECTOR = Bluesky
