"""The pretend places of the practice shop: a connector without a network.

One class serves them all: an account's platform is "practice." and the place ("practice.google").
What stands behind it is handed in where other connectors get the web, so that a practice process
has no web at all; `PretendPlaces` says what it must be able to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from desktop.connectors import Abilities, Connector, LoginField, Meter
from desktop.errors import Refused
from desktop.records import Account, Author, Batch, Limit, Post, RemotePost, Source, Stranger

if TYPE_CHECKING:
    from desktop.web import Web

PREFIX = "practice."
_PAGE = 40
_PLACES: Mapping[str, tuple[str, str, Limit]] = {  # key -> name, tile, how long a reply may be
    "google": ("Google", "G", Limit(4096, "bytes")),
    "facebook": ("Facebook", "f", Limit(8000)),
    "instagram": ("Instagram", "Ig", Limit(2200)),
    "bluesky": ("Bluesky", "Bs", Limit(300)),
}

_WITH_MESSAGES = frozenset({"facebook", "instagram"})


class PretendPost(Protocol):
    """A post as the pretend places hand it over."""

    @property
    def id(self) -> str: ...
    @property
    def seq(self) -> int: ...
    @property
    def root(self) -> str: ...
    @property
    def parent(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def handle(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def posted_at(self) -> datetime: ...
    @property
    def source(self) -> str: ...
    @property
    def is_public(self) -> bool: ...
    @property
    def is_ours(self) -> bool: ...
    @property
    def stars(self) -> int | None: ...
    @property
    def changed_at(self) -> datetime | None: ...
    @property
    def gone_at(self) -> str: ...


class PretendClock(Protocol):
    def now(self) -> datetime: ...


class PretendPlaces(Protocol):
    """What the connector asks of the pretend world (desktop/practice/world.py)."""

    @property
    def clock(self) -> PretendClock: ...
    def changed_since(self, place: str, seq: int) -> Sequence[PretendPost]: ...
    def thread(self, place: str, post_id: str) -> Sequence[PretendPost]: ...
    def seen_by_a_stranger(self, place: str, post_id: str) -> Sequence[PretendPost]: ...
    def answer(self, place: str, parent_id: str, text: str, key: str, *, is_public: bool) -> PretendPost: ...
    def reword(self, place: str, post_id: str, text: str) -> PretendPost: ...
    def remove(self, place: str, post_id: str) -> None: ...
    def still_there(self, place: str, post_ids: tuple[str, ...]) -> frozenset[str]: ...


class PracticeConnector(Connector):
    """One of the shop's pretend pages."""

    key: ClassVar[str] = "practice"
    name: ClassVar[str] = "Practice"
    tile: ClassVar[str] = "P"
    login: ClassVar[tuple[LoginField, ...]] = ()
    can: ClassVar[Abilities] = Abilities(
        edit=True, delete=True, sees_signed_out=True, private_messages=True, old_posts="All of them"
    )
    is_offered: ClassVar[bool] = False

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        self._behind = web
        self.place = account.platform.removeprefix(PREFIX)

    @property
    def _places(self) -> PretendPlaces:
        """Raises Refused in a shop that isn't the practice shop: the web stands there, and knows no pretend places."""
        if not hasattr(self._behind, "changed_since"):
            raise Refused("This is a pretend place. It is there in practice only.")
        return cast(PretendPlaces, self._behind)

    @classmethod
    def place_facts(cls, platform: str) -> tuple[str, str]:
        """The name and the tile of a pretend place: "practice.google" -> ("Google", "G")."""
        name, tile, _ = _PLACES.get(platform.removeprefix(PREFIX), (cls.name, cls.tile, None))
        return name, tile

    @classmethod
    def abilities(cls, platform: str) -> Abilities:
        """As the places they stand for: not every one has private messages."""
        place = platform.removeprefix(PREFIX)
        return replace(cls.can, private_messages=place in _WITH_MESSAGES, is_moderated=place == "google")

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        found = self._places.changed_since(self.place, int(cursors.get("posts") or 0))
        for start in range(0, len(found), _PAGE):
            page = found[start : start + _PAGE]
            yield Batch(
                posts=tuple(self._told(said) for said in page if not said.gone_at),
                cursors={"posts": str(page[-1].seq)},
                gone=tuple(said.id for said in page if said.gone_at),
            )

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        return tuple(self._told(said) for said in self._places.thread(self.place, remote_id))

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        return self._told(
            self._places.answer(self.place, parent.remote_id, text, key, is_public=parent.is_public)
        )

    def edit(self, remote_id: str, text: str) -> RemotePost:
        return self._told(self._places.reword(self.place, remote_id, text))

    def delete(self, remote_id: str) -> None:
        self._places.remove(self.place, remote_id)

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        return self._places.still_there(self.place, remote_ids)

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:  # noqa: ARG002
        seen = self._places.seen_by_a_stranger(self.place, remote_id)
        return Stranger(tuple(self._told(said) for said in seen), self._places.clock.now())

    def limit(self) -> Limit:
        return _PLACES[self.place][2] if self.place in _PLACES else Limit(5000)

    def count(self, text: str) -> int:
        """Google counts bytes; Bluesky what a reader takes for one character; the others characters."""
        if self.limit().unit == "bytes":
            return len(text.encode())
        if self.place != "bluesky":
            return len(text)
        import regex  # type: ignore[import-untyped]  # only here: it would cost every start

        return len(regex.findall(r"\X", text))

    def _told(self, said: PretendPost) -> RemotePost:
        return RemotePost(
            remote_id=said.id,
            author=Author(self.account.platform, said.handle, said.handle, said.who),
            text=said.text,
            posted_at=said.posted_at,
            url=f"https://{self.place}.practice.example/{said.id}",
            parent_remote_id=said.parent,
            root_remote_id=said.root,
            source=Source(said.source),
            is_public=said.is_public,
            is_ours=said.is_ours,
            edited_at=said.changed_at,
            stars=said.stars,
            lang="en",
        )


CONNECTOR = PracticeConnector
