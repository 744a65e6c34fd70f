"""What can go wrong and is not a bug: each error says what happened and carries a line of advice.

Anything raised that is not a ShopError is our bug and may crash loudly.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Refusal(NamedTuple):
    """An answer that wasn't a good one: header names in lower case, the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        return f"Refusal({self.status})"


class ShopError(Exception):
    """Something outside our power, told in plain words.

    `str(error)` is the sentence for a person; `advice` is what they can do; `details` is
    technical text for "Copy details" and never holds a secret.
    """

    advice = ""
    answer: Refusal | None = None  # what the place said, for the connector that can read its codes

    def __init__(self, message: str, *, advice: str = "", details: str = "") -> None:
        super().__init__(message)
        if advice:
            self.advice = advice
        self.details = details


class GivenUp(Exception):  # noqa: N818
    """No error: somebody pressed Cancel, and nothing of it is kept."""


class TryLater(ShopError):
    """Tomorrow will do: work keeps its place and is tried again by itself."""


class Offline(TryLater):
    """The request never left this computer, or the place could not be reached at all."""

    advice = "We'll try again when there is a connection."


class SlowDown(TryLater):
    """The place asked us to wait. `seconds` says how long, as far as it told us."""

    def __init__(self, message: str, *, seconds: float = 60.0, advice: str = "", details: str = "") -> None:
        super().__init__(message, advice=advice, details=details)
        self.seconds = seconds


class NeedsPerson(ShopError):
    """A person must act; until then nothing is lost."""


class LoginExpired(NeedsPerson):
    """The place no longer accepts our sign-in."""

    advice = "Nothing is lost. Sign in again to fetch and post."


class Refused(NeedsPerson):
    """The place understood and said no (too long, forbidden, blocked...)."""


class NoRights(Refused):
    """We may not do that there until somebody who runs the account allows it."""


class NotAnswerable(Refused):
    """It is there, and nobody may answer it (any more)."""


class Gone(Refused):
    """What we wanted to read or answer isn't there any more."""


class Unanswered(NeedsPerson):
    """A request left this computer and no answer came: it may or may not have worked."""

    advice = "Look before you send again."


class Garbled(NeedsPerson):
    """The place answered with something that isn't an answer (an error page, broken JSON, wrong types)."""


class TooMuch(Garbled):
    """The answer to a question is larger than we take: asking for less may do."""


class StoreTooNew(NeedsPerson):
    """The shop file was last opened by a newer program."""

    advice = "Open it to read only, or update."


class StoreTooOld(NeedsPerson):
    """The shop file is one of an older program, and was opened to read only: nothing may bring it up to date."""

    advice = "Open it once without “read only”: that brings it up to date."


class ShopLocked(NeedsPerson):
    """The shop is protected, and no way in was given."""

    advice = "Give the password, or the recovery code."

    def __init__(self, message: str = "This shop is protected with a password.", *, advice: str = "") -> None:
        super().__init__(message, advice=advice)


class StoreBroken(NeedsPerson):
    """The shop file can't be opened or isn't one of ours."""


class NotOurs(StoreBroken):
    """It is whole, and another program's: nothing is to be repaired."""

    advice = "Another program made it, so it stays as it is. Move it away, or start with another folder."


class DiskTrouble(NeedsPerson):
    """The disk is full, or the folder can't be written to. Whether all drafts are kept, only the window knows."""

    advice = "Look whether the disk is there and who may write on it."


class DiskFull(DiskTrouble):
    """Nothing more can be written until somebody makes room."""

    advice = "Make room, then try again."


class NoRoomToFetch(DiskFull):
    """What came in couldn't be stored, so nothing more is fetched until somebody makes room."""


class NoRoomThere(DiskTrouble):
    """A file that leaves the shop doesn't fit where it was to go, which may be another disk. The shop is as it was."""

    advice = "Make room there, or choose another folder."


class UnfitFolder(DiskTrouble):
    """A shop can't live in this folder; in another one it can."""


class ReadOnly(NeedsPerson):
    """Something was to be written in a shop that is open to read only."""

    def __init__(self, message: str = "This shop is open to read only.", *, advice: str = "") -> None:
        super().__init__(message, advice=advice)


class ClockWrong(NeedsPerson):
    """The computer's clock can't be right: this shop has seen later days. Nothing is done about it but say so."""

    advice = "Set the computer's clock. What you write and post is kept either way."


class ShopBusy(NeedsPerson):
    """Another program has this folder or its file open."""

    advice = "Close the other program, or wait until it is done, then try again."


class VaultClosed(NeedsPerson):
    """The computer's password store is locked or missing."""


class Misuse(ShopError):
    """The caller asked for something that can't be done as asked (a command-line mistake, a bad address)."""


class Unreadable(NeedsPerson):
    """A file that was to be brought in isn't one we can read, or not safely."""


class SeveralInside(Unreadable):
    """A folder that is no export, with `files` in it that may be some: each has its own turn."""

    def __init__(self, message: str, advice: str, files: Sequence[Path]) -> None:
        super().__init__(message, advice=advice)
        self.files = tuple(files)


class OurFault(ShopError):
    """A bug of ours, for whoever waits for an answer: where it is mended is the log's business."""

    def __init__(self, error: BaseException) -> None:
        words = "Something in Said & Done went wrong, so this couldn’t be finished."
        super().__init__(words, advice="Try it again.", details=type(error).__name__)
