"""What every reader yields, and what every reader is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from desktop.records import Author, RemotePost

LONGEST = 20_000  # characters of one post that are kept, as everywhere


class Me(NamedTuple):
    """An account of ours that an archive is of: the same ids as a live connection would have. `page`: where it is."""

    remote_id: str
    handle: str
    name: str
    page: str = ""


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


class Breath(NamedTuple):
    """Nothing yet: a long file is being gone through, and somebody may want to stop."""


class Archive(ABC):
    """An opened export. `platform` is the connector's key; "by_hand" for what no connector brings."""

    key: ClassVar[str]
    name: ClassVar[str]
    platform: ClassVar[str]

    @property
    @abstractmethod
    def mine(self) -> tuple[Me, ...]:
        """The accounts of ours that it is of; never none."""

    @abstractmethod
    def items(self, me: Me) -> Iterator[Item | Broken | Breath]:
        """All of one account, from the beginning. Raises Unreadable."""
