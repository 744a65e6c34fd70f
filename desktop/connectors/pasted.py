"""What places have in common where the answer is pasted by a person: added by hand, feeds, notice mails."""

from __future__ import annotations

from typing import ClassVar

from desktop.connectors import Route
from desktop.connectors.tariff import places
from desktop.errors import Refused
from desktop.records import Limit, Post, RemotePost

PARTIAL = "partial"  # a post's address: what told of it left some of their words out
_MOST = 10_000  # characters, where the place's own limit isn't known


class PastedThere:
    """Put in front of Connector. `why` is what is told of answering from here; `own_tile`: for all its places."""

    name: ClassVar[str]
    tile: ClassVar[str]
    why: ClassVar[str]
    own_tile: ClassVar[str] = ""

    @classmethod
    def place_facts(cls, platform: str) -> tuple[str, str]:
        """The name and the tile of the place it was said at: "mail.yelp" -> ("Yelp", "Y")."""
        _, dot, key = platform.partition(".")
        if not dot:
            return cls.name, cls.tile
        place = places().get(key) or places()["web"]
        return place.name, cls.own_tile or place.tile

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:  # noqa: ARG002
        """Only what is stored already is known of it."""
        return ()

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:  # noqa: ARG002
        raise Refused(f"{self.why} Copy your answer and paste it there.")

    def route(self, parent: Post) -> Route:
        """Answered on the page it was said on, else where the shop answers at that place."""
        place = places().get(parent.platform.partition(".")[2])
        return Route(False, self.why, parent.url or (place.page if place else ""))

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """Nobody can tell from here: only a person's word takes one away."""
        return frozenset(remote_ids)

    def limit(self) -> Limit:
        return Limit(_MOST)
