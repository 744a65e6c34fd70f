"""Messages of conversations or tickets in a table, as a help desk writes them out: customer against agent, in threads.

Told by the columns that Chatwoot and Zammad have: a number of the conversation, who spoke, and what was said among us.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from desktop.records import Author


class Side(Enum):
    THEIRS = "theirs"
    OURS = "ours"
    SYSTEM = "system"


_WORDS = {
    Side.THEIRS: ("incoming", "inbound", "in", "0", "contact", "customer", "client", "end-user", "end user", "visitor",
                  "requester", "kunde", "them"),
    Side.OURS: ("outgoing", "outbound", "out", "1", "user", "agent", "agent_bot", "agentbot", "bot", "template", "3",
                "support", "staff", "admin", "us"),
    Side.SYSTEM: ("activity", "2", "system"),
}  # fmt: skip
_SIDES = {word: side for side, words in _WORDS.items() for word in words}
_YES = frozenset({"true", "t", "yes", "y", "1", "ja", "sí", "si", "sì", "oui", "sim", "x", "internal", "private"})
_NO = frozenset({"false", "f", "no", "n", "0", "nein", "non", "não", "nao", "", "public"})


def side(said: str) -> Side | None:
    return _SIDES.get(said.strip().casefold())


def is_yes(said: str) -> bool:
    return said.strip().casefold() in _YES


def is_no(said: str) -> bool:
    return said.strip().casefold() in _NO


def tells_sides(cells: Iterable[str]) -> bool:
    """Whether a column says who spoke: known words alone, and not always the same."""
    listed = [cell for cell in cells if cell.strip()]
    return bool(listed) and all(side(cell) for cell in listed)


def tells_yes_or_no(cells: Iterable[str]) -> bool:
    listed = [cell.strip().casefold() for cell in cells]
    return any(listed) and all(cell in _YES or cell in _NO for cell in listed)


class Thread(NamedTuple):
    """A conversation so far: what it began with, and the customer."""

    root: str
    customer: Author


class Order:
    """Whether the messages of each conversation come in the order of their times."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}
        self.is_right = True

    def saw(self, thread: str, at: float) -> None:
        if at < self._last.get(thread, at):
            self.is_right = False
        self._last[thread] = at


def known_as(headings: Iterable[str]) -> str:
    """Which help desk writes such headings (in lower case, words apart); "" for none we know."""
    heads = set(headings)
    if "message type" in heads and heads & {"conversation id", "conversation display id", "conversation.id"}:
        return "Chatwoot-style messages"
    if heads & {"ticket id", "ticket number", "ticket#", "ticket"} and heads & {"internal", "sender", "article sender"}:
        return "Zammad-style tickets"
    return ""


