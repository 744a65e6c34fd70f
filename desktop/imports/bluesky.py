"""Bluesky's repository (`repo.car`): what we wrote ourselves, read with the live connection's own reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO, ClassVar

from desktop.connectors.bluesky_posts import COLLECTION, SITE, Reader, parts, post_uri
from desktop.connectors.htmltext import one_line
from desktop.errors import ShopError, Unreadable
from desktop.imports.car import Entry, Repository
from desktop.imports.files import Files
from desktop.imports.items import LONGEST, Archive, Breath, Broken, Item, Me, Piece
from desktop.records import Author, RemotePost

_PROFILE = "app.bsky.actor.profile/self"
_MOST_PACKED = 256 << 20  # bytes: what is packed can only be read from its beginning, so it is held whole


class BlueskyRepository(Archive):
    key: ClassVar[str] = "bluesky"
    name = "Bluesky repository"
    platform: ClassVar[str] = "bluesky"

    def __init__(self, files: Files) -> None:
        """Raises Unreadable."""
        self._files = files
        self._name = files.ending(".car")[0]
        with self._opened() as file:
            self._repository = Repository(file)
            self._repository.index(files.stop.ask)
            did = self._repository.commit.get("did")
            if not isinstance(did, str) or not parts(post_uri(did, "1"))[0]:
                raise Unreadable("That repository doesn’t say whose it is.")
            profile = next((one.value for one in self._repository.entries() if one.path >= _PROFILE), None)
            shown = profile.get("displayName") if isinstance(profile, dict) else ""
        name = one_line(shown) if isinstance(shown, str) else ""
        self._me = Me(did, "", name or did, f"{SITE}/profile/{did}")

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        if self._files.is_packed:
            yield BytesIO(self._files.read(self._name, _MOST_PACKED))
            return
        with self._files.open(self._name) as file:
            yield file

    @staticmethod
    def fits(files: Files) -> bool:
        return bool(files.ending(".car"))

    @property
    def mine(self) -> tuple[Me, ...]:
        return (self._me,)

    def items(self, me: Me) -> Iterator[Piece]:
        reader = Reader(me.remote_id)
        with self._opened() as file:
            for n, entry in enumerate(self._repository.again(file).entries(), 1):
                if n % 500 == 0:
                    yield Breath()
                if not entry.path:
                    yield Broken(f"After record {n - 1:,}", "A part of the repository isn’t in the file.")
                elif entry.path.startswith(f"{COLLECTION}/"):
                    yield _read(entry, me, reader)


def _read(entry: Entry, me: Me, reader: Reader) -> Item | Broken:
    record, uri = entry.value, f"at://{me.remote_id}/{entry.path}"
    if not isinstance(record, dict):
        return Broken(entry.path, "It isn’t in the file, or can’t be read.")
    said = record.get("text")
    begins = said[:200] if isinstance(said, str) else ""
    us = {"did": me.remote_id, "handle": me.handle.removeprefix("@") or me.remote_id, "displayName": me.name}
    try:
        view = {"uri": uri, "indexedAt": record.get("createdAt"), "author": us, "record": record}
        post = reader.post(view)
    except (ShopError, TypeError, AttributeError):
        return Broken(entry.path, "It doesn’t say when it was written.", begins)
    return Item(post._replace(text=post.text[:LONGEST]), _whom(post, me), entry.path)


def _whom(post: RemotePost, me: Me) -> Author | None:
    """Whom it answers; a repository knows no names."""
    did = parts(post.parent_remote_id)[0]
    if not did or did == me.remote_id:
        return None
    return Author("bluesky", did, "", "Somebody on Bluesky", f"{SITE}/profile/{did}", key=did)
