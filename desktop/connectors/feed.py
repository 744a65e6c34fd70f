"""A feed: RSS, Atom or JSON Feed, and so Google Alerts, the one search for the shop's name that anybody can have.

The address of a feed is a key to it: it lives in the vault and in no error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from desktop.connectors import Abilities, Connector, LoginField, SignedIn
from desktop.connectors.feed_posts import Feed, posts, read, short
from desktop.connectors.htmltext import one_line
from desktop.connectors.pasted import PastedThere
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused
from desktop.records import Batch

if TYPE_CHECKING:
    from desktop.web import Answer, Web

_PAGE = 40  # entries stored together
_SEEN = 1500  # marks of entries that are remembered; a feed lists far fewer
_LONGEST_ADDRESS = 1_200  # what every vault can keep


class NewsFeed(PastedThere, Connector):
    key: ClassVar[str] = "feed"
    name: ClassVar[str] = "Google Alerts and feeds"
    sign_in_title: ClassVar[str] = "Paste the address"
    tile: ClassVar[str] = "Al"
    why: ClassVar[str] = "A feed only tells; it takes no answers."
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField(
            "address",
            "The feed's address. At google.com/alerts: Show options, Deliver to: RSS feed, Create alert; "
            "then copy the link behind the feed's sign.",
            "https://www.google.com/alerts/feeds/…",
            is_secret=True,
        ),
    )
    sign_in_words: ClassVar[str] = (
        "Google Alerts looks for your shop's name on the web. Whoever has its feed's address can read it, so the "
        "address is kept like a key."
    )
    can: ClassVar[Abilities] = Abilities(
        reply=False,
        searches_name=True,
        old_posts="What the feed still lists",
        misses="Google Alerts finds some of what is written, not all of it, and often a day later.",
        needs="The address of a feed. Google Alerts makes one for nothing.",
        every_minutes=30,
        goes_on="A feed hands out all it lists: what is older is fetched, and left out here.",
    )

    # ---- signing in --------------------------------------------------------------------------------

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        """Reads the feed once: what can't be read now would never bring anything."""
        address = _address(fields.get("address", ""))
        try:
            answer = _ask(web, address, {})
        except Gone as error:
            raise Misuse("There’s no feed at that address. Copy it once more.", details=error.details) from None
        host = _host(address)
        feed = read(answer.data, host)
        kept = answer.url if answer.has_moved else address
        name = one_line(feed.title) or host
        return SignedIn(host, name, short(address), host, {}, {"address": kept})

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """What the feed lists and didn't list before. Cursors: etag, modified (of the last answer), seen."""
        answer = self._asked(cursors)
        if answer.status == 304:
            return
        feed = read(answer.data, self._host)
        if answer.has_moved:
            self.secrets.renew("address", lambda _: {"address": answer.url})
        yield from self._new(feed, cursors.get("seen", "").split())
        headers = answer.headers
        marks = {"etag": headers.get("etag", ""), "modified": headers.get("last-modified", "")}
        if any(cursors.get(stream, "") != mark for stream, mark in marks.items()):
            yield Batch((), marks)

    def _asked(self, cursors: Mapping[str, str]) -> Answer:
        headers = {
            name: cursors[stream]
            for name, stream in (("If-None-Match", "etag"), ("If-Modified-Since", "modified"))
            if cursors.get(stream)
        }
        try:
            return _ask(self.web, self.secrets["address"], headers)
        except Gone as error:
            is_over = error.answer is not None and error.answer.status == 410
            details = error.details
        if is_over:
            words = f"This feed has ended: {self._host} took it away for good. Paste another address."
            raise LoginExpired(words, details=details)
        words = f"There’s no feed at {self._host} just now."
        raise Garbled(words, advice="We’ll try again.", details=details)

    def _new(self, feed: Feed, seen: list[str]) -> Iterator[Batch]:
        """Oldest first, so that what is broken off goes on without a gap."""
        known, now = set(seen), datetime.now(UTC)
        new = []
        for entry in sorted(feed.entries, key=lambda entry: entry.at or now):
            marks = entry.marks()
            if known.isdisjoint(marks):
                new.append(entry)
            known.update(marks)
        for start in range(0, len(new), _PAGE):
            page = new[start : start + _PAGE]
            seen = [*seen, *(mark for entry in page for mark in entry.marks())][-_SEEN:]
            yield Batch(tuple(posts(iter(page), self.key, now)), {"seen": " ".join(seen)})

    @property
    def _host(self) -> str:
        return self.account.host or self.account.handle


def _address(typed: str) -> str:
    """The address as it is asked for. Raises Misuse."""
    address = "".join(typed.split())
    for start in ("feed://", "feed:"):
        if address.lower().startswith(start):
            address = address[len(start) :]
    if "://" not in address:
        address = f"https://{address}"
    try:
        is_one = urlsplit(address).scheme in ("http", "https") and "." in (urlsplit(address).hostname or "")
    except ValueError:
        is_one = False
    if not is_one or len(address) > _LONGEST_ADDRESS:
        raise Misuse("That isn’t the address of a feed. It begins with https://.")
    return address


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _ask(web: Web, address: str, headers: Mapping[str, str]) -> Answer:
    """One question. Neither the address nor a part of it gets into an error."""
    parts = urlsplit(address)
    pieces = [piece for piece in (*parts.path.split("/"), parts.query) if len(piece) >= 8]
    try:
        return web.get_bytes(address, headers, follow_elsewhere=True, hide=(address, parts.path, *pieces))
    except Refused as error:
        if isinstance(error, Gone):
            raise
        words = f"{_host(address)} doesn’t show us this feed."
        raise Garbled(words, advice="We’ll try again.", details=error.details) from None


CONNECTOR = NewsFeed
