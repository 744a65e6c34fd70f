"""What somebody at the counter added by hand: said on paper, by phone, or where nothing can be fetched from.

There is nobody to ask and nothing to send: a person pastes the answer there, and tells what they see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from desktop.connectors import Abilities, Connector, LoginField
from desktop.connectors.pasted import PastedThere
from desktop.records import Batch

KEY = "by_hand"
FACE_TO_FACE = frozenset({"counter", "phone", "paper"})  # places without a page: said to us, answered to them


class ByHand(PastedThere, Connector):
    key: ClassVar[str] = KEY
    name: ClassVar[str] = "Added by hand"
    tile: ClassVar[str] = "✎"
    own_tile: ClassVar[str] = "✎"
    why: ClassVar[str] = "It was added by hand, so nothing can be posted from here."
    login: ClassVar[tuple[LoginField, ...]] = ()
    can: ClassVar[Abilities] = Abilities(
        read=False, reply=False, old_posts="The ones you add", misses="Only what you add yourselves is here."
    )
    is_offered: ClassVar[bool] = False

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:  # noqa: ARG002
        return iter(())


CONNECTOR = ByHand
