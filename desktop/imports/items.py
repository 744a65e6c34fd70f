"""What every reader yields, and what every reader is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop.records import Author, RemotePost

if TYPE_CHECKING:
    from desktop.imports.files import Stop  # which brings in all that unpacks

LONGEST = 20_000  # characters of one post that are kept, as everywhere
MADE = "file:"  # how the id of a post begins whose file gave none


def made_id(at: datetime, text: str) -> str:
    """For a post of ours whose file gives no id: of the same post its place tells the same time (in seconds) and the
    same words."""
    from hashlib import sha256  # with OpenSSL: who brings nothing in needs none of it

    said = f"{int(at.timestamp())}\x1f{' '.join(text.split())}"
    return MADE + sha256(said.encode("utf-8", "replace")).hexdigest()[:32]


class Me(NamedTuple):
    """An account of ours that an archive is of: the same ids as a live connection would have, where `remote_id` isn't
    empty. `page`: where it is; `host`: its server, for places that have several."""

    remote_id: str
    handle: str
    name: str
    page: str = ""
    host: str = ""


class Item(NamedTuple):
    """A post, and where it stands. `to`: whom our words answer, where what they said isn't in the archive. `is_note`:
    said among us, and no answer."""

    post: RemotePost
    to: Author | None = None
    where: str = ""
    is_note: bool = False


class Broken(NamedTuple):
    """A row that couldn't be read: where it stands, why, and how it begins."""

    where: str
    why: str
    words: str = ""


class Private(NamedTuple):
    """Something that not everybody may read: it stays out."""

    where: str


class Breath(NamedTuple):
    """Nothing yet: a long file is being gone through, and somebody may want to stop."""


Piece = Item | Broken | Private | Breath


class Archive(ABC):
    """An opened export. `platform` is the connector's key; "by_hand" for what no connector brings."""

    key: ClassVar[str]
    name: str
    platform: ClassVar[str]
    has_ids: ClassVar[bool] = True  # its posts are called as the live connection calls them
    stop: Stop

    @property
    @abstractmethod
    def mine(self) -> tuple[Me, ...]:
        """The accounts of ours that it is of; never none."""

    @abstractmethod
    def items(self, me: Me) -> Iterator[Piece]:
        """All of one account, from the beginning. Raises Unreadable."""
