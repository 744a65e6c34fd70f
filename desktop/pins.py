"""PINs: whose turn it is at a shared computer, and how long to wait after wrong ones. Design 13.

A PIN keeps people's work apart; it doesn't scramble the shop file. What is kept of one is an argon2id verifier.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop import clock
from desktop.errors import Misuse
from desktop.store import Row, Store

OWNS = ("pins",)
LEAST, MOST = 4, 8  # digits
TRIES = 5  # wrong ones that make a wait
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)


class Cost(NamedTuple):
    """What a guess costs with argon2id: passes over so many KiB of memory, in so many lanes."""

    passes: int
    kib: int
    lanes: int


STRONG = Cost(3, 64 * 1024, 4)  # RFC 9106, section 4, the second recommended choice


class Locksmith:
    """Makes verifiers and tries secrets on them: 0.1 to 0.5 s each, so never in the window's own thread.

    `tries` are those of a shop that is only read, where none can be written down.
    """

    def __init__(self, cost: Cost = STRONG) -> None:
        self._cost = cost
        self.tries: dict[str, Tries] = {}

    def get_ready(self) -> None:
        """Reads the code that the first PIN would wait for."""
        import argon2  # noqa: F401

    def verifier(self, secret: str) -> str:
        """What can be kept of a secret. Raises Misuse where there isn't the memory for it."""
        from argon2 import PasswordHasher
        from argon2.exceptions import HashingError

        passes, kib, lanes = self._cost
        try:
            return PasswordHasher(passes, kib, lanes).hash(secret)
        except HashingError as error:
            raise _too_little_memory() from error

    def fits(self, verifier: str, secret: str) -> bool:
        """Whether this is the secret. Raises Misuse for a verifier that can't be read any more."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

        try:
            return PasswordHasher().verify(verifier, secret)
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError) as error:
            if "memory" in str(error).lower():
                raise _too_little_memory() from error
            raise Misuse("This PIN can't be read any more.", advice="Set a new one.") from error


def _too_little_memory() -> Misuse:
    said = "This computer has too little memory free to check a PIN."
    return Misuse(said, advice="Close something else, then try again.")


class Tries(NamedTuple):
    """Wrong tries since the last wait, how many waits there were, and the one that runs."""

    wrong: int = 0
    waits: int = 0
    wait_from: datetime | None = None
    wait_until: datetime | None = None

    def left(self) -> int:
        return TRIES - self.wrong

    def wait(self, now: datetime) -> timedelta:
        """What is left of the wait. A clock that was set back doesn't make it longer."""
        if self.wait_from is None or self.wait_until is None:
            return timedelta(0)
        return max(timedelta(0), min(self.wait_until - now, self.wait_until - self.wait_from))

    def next_wait(self) -> timedelta:
        """How long the wait is that the last of the tries brings."""
        return min(_FIRST_WAIT * (1 << min(self.waits, 10)), _LONGEST_WAIT)

    def one_more(self, now: datetime) -> Tries:
        """One more is made, and it counts as wrong until it is known to be right."""
        if self.wrong + 1 < TRIES:
            return Tries(self.wrong + 1, self.waits)
        return Tries(0, self.waits + 1, now, now + self.next_wait())

    def moved(self, by: timedelta) -> Tries:
        """The same when the computer's clock is set by so much."""
        if self.wait_from is None or self.wait_until is None:
            return self
        return self._replace(wait_from=self.wait_from + by, wait_until=self.wait_until + by)


def checked(pin: str) -> str:
    """The PIN when it can be one. Raises Misuse, without saying which."""
    if not re.fullmatch(f"[0-9]{{{LEAST},{MOST}}}", pin):
        raise Misuse(f"A PIN has {LEAST} to {MOST} digits.")
    return pin


# ---- what is kept ------------------------------------------------------------------------------------------


def any(store: Store) -> bool:  # noqa: A001 (reads as pins.any)
    """Whether anybody has one."""
    return store.value("select 1 from pins limit 1") is not None


def holders(store: Store) -> frozenset[str]:
    """Who has one."""
    return frozenset(row["person"] for row in store.rows("select person from pins"))


def verifier_of(store: Store, person: str) -> str:
    """ "" for somebody without a PIN."""
    return str(store.value("select verifier from pins where person = ?", (person,)) or "")


def recovery_of(store: Store, person: str) -> str:
    """The verifier of the sentence they wrote down; "" for none."""
    return str(store.value("select recovery from pins where person = ?", (person,)) or "")


def put(store: Store, person: str, verifier: str, at: datetime) -> None:
    """Another PIN: earlier wrong tries are forgotten with the old one."""
    store.write(
        "insert into pins(person, verifier, set_at) values(?, ?, ?) on conflict(person) do update set "
        "verifier = excluded.verifier, set_at = excluded.set_at, wrong = 0, waits = 0, wait_from = null, "
        "wait_until = null",
        (person, verifier, clock.to_text(at)),
    )


def put_recovery(store: Store, person: str, verifier: str) -> None:
    store.write("update pins set recovery = ? where person = ?", (verifier, person))


class Pin(NamedTuple):
    """All that is kept of somebody's PIN."""

    verifier: str
    recovery: str
    set_at: datetime
    tries: Tries


def kept(store: Store, person: str) -> Pin | None:
    row = store.row("select * from pins where person = ?", (person,))
    return Pin(row["verifier"], row["recovery"], clock.from_text(row["set_at"]), _tries(row)) if row else None


def put_back(store: Store, person: str, pin: Pin) -> None:
    """As it was before it was forgotten, with its wrong tries."""
    put(store, person, pin.verifier, pin.set_at)
    put_recovery(store, person, pin.recovery)
    put_tries(store, person, pin.tries)


def forget(store: Store, person: str) -> None:
    store.write("delete from pins where person = ?", (person,))


def tries(store: Store, person: str) -> Tries:
    row = store.row("select * from pins where person = ?", (person,))
    return _tries(row) if row else Tries()


def put_tries(store: Store, person: str, now: Tries) -> None:
    store.write(
        "update pins set wrong = ?, waits = ?, wait_from = ?, wait_until = ? where person = ?",
        (now.wrong, now.waits, _text(now.wait_from), _text(now.wait_until), person),
    )


def clock_moved(store: Store, would_say: datetime, says: datetime) -> None:
    """The computer's clock was set: a wait takes as long as before."""
    for row in store.rows("select * from pins where wait_until is not null"):
        put_tries(store, row["person"], _tries(row).moved(says - would_say))


def made_later_than_now(store: Store, now: datetime) -> None:
    """A wait that began while the clock was ahead begins again now."""
    for row in store.rows("select * from pins where wait_from > ?", (clock.to_text(now),)):
        found = _tries(row)
        if found.wait_from is not None:
            put_tries(store, row["person"], found.moved(now - found.wait_from))


def _tries(row: Row) -> Tries:
    return Tries(row["wrong"], row["waits"], clock.maybe(row["wait_from"]), clock.maybe(row["wait_until"]))


def _text(at: datetime | None) -> str | None:
    return clock.to_text(at) if at else None


# ---- the owner's way back ----------------------------------------------------------------------------------


def new_sentence() -> str:
    """A sentence to write down: "Nine brown kettles carry the quiet lemon to a patient harbour."

    There are 2**44 of them: three kinds, two things and many things of 64 each, 32 acts, 8 numbers.
    """
    from secrets import choice

    from desktop.language.text import RESOURCES

    listed = json.loads((RESOURCES / "recovery_sentence.json").read_text("utf-8"))
    words = {name: text.split() for name, text in listed.items()}
    kinds = tuple(choice(words["kind"]) for _ in range(3))
    text = (
        f"{choice(words['number'])} {kinds[0]} {choice(words['things'])} {choice(words['does'])} "
        f"the {kinds[1]} {choice(words['thing'])} to the {kinds[2]} {choice(words['thing'])}."
    )
    return text[:1].upper() + text[1:]


def plain_sentence(typed: str) -> str:
    """A sentence as it is compared: case, stops and spaces don't count."""
    return " ".join(re.findall(r"\w+", typed.casefold()))
