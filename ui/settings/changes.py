"""What can be done about the password of the shop file, as the settings, their dialog and the program name it."""

from __future__ import annotations

from enum import StrEnum


class Change(StrEnum):
    """`value` is nothing but a name."""

    PROTECT = "protect"
    PASSWORD = "password"  # noqa: S105 - its name
    PERSON = "person"
    CODE = "code"
    STORE = "store"
    ASK = "ask"
    KEY = "key"
    REMOVE = "remove"


CLOSING = {Change.PROTECT, Change.KEY, Change.REMOVE}  # the shop closes for these: all its files are written anew


class Wanted:
    """A change with what was typed for it. Never printed."""

    __slots__ = ("change", "code", "password", "person", "secret")

    def __init__(
        self, change: Change, *, secret: str = "", password: str = "", code: str = "", person: str = ""
    ) -> None:
        self.change, self.secret, self.password, self.code, self.person = change, secret, password, code, person

    def __repr__(self) -> str:
        return f"Wanted({self.change.value})"
