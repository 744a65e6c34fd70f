"""Who is on it: a person takes a conversation for a while, and the others leave it to them.

A claim ends by itself, so that nobody waits for somebody who went home.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from desktop import clock
from desktop.store import Row, Store

OWNS = ("claims",)

_SELECT = (
    "select c.*, p.name from claims c join people p on p.id = c.person and p.left_at is null "
    "where c.since <= :now and c.until > :now"
)


class Claim(NamedTuple):
    """Somebody is on it until then."""

    conversation: str
    person: str
    person_name: str
    until: datetime


def take(store: Store, conversation: str, person: str, device: str, at: datetime, until: datetime) -> bool:
    """Theirs now, or still; False where somebody else is on it. (A clock that was set ends what began later.)"""
    moment = {"now": clock.to_text(at), "until": clock.to_text(until)}
    store.write(
        "insert into claims(conversation, person, device, since, until) values(:one, :person, :device, :now, :until) "
        "on conflict(conversation) do update set person = excluded.person, device = excluded.device, "
        "since = case when claims.person = excluded.person then min(claims.since, excluded.since) "
        "else excluded.since end, until = excluded.until "
        "where claims.until <= :now or claims.since > :now or claims.person = :person",
        {"one": conversation, "person": person, "device": device} | moment,
    )
    return bool(store.value("select person from claims where conversation = ?", (conversation,)) == person)


def give_up(store: Store, conversation: str, person: str = "") -> None:
    """Nobody is on it any more; with `person`, only if it was them."""
    store.write(
        "delete from claims where conversation = ? and (? = '' or person = ?)", (conversation, person, person)
    )


def give_up_all(store: Store, person: str) -> None:
    store.write("delete from claims where person = ?", (person,))


def put_back(
    store: Store, conversation: str, device: str, now: datetime, before: Claim | None, after: Claim | None
) -> None:
    """An act made `after` of `before`: that is undone, where nobody else has taken it since."""
    present = of(store, conversation, now)
    if _whose(before) == _whose(after) or _whose(present) != _whose(after):
        return
    give_up(store, conversation)
    if before is not None and before.until > now:
        take(store, conversation, before.person, device, now, before.until)


def _whose(claim: Claim | None) -> str:
    return claim.person if claim else ""


def erase(store: Store, chosen: Sequence[str]) -> None:
    store.write(f"delete from claims where conversation in ({', '.join('?' * len(chosen))})", chosen)


def of(store: Store, conversation: str, now: datetime) -> Claim | None:
    """Who is on it at this moment."""
    params = {"one": conversation, "now": clock.to_text(now)}
    row = store.row(f"{_SELECT} and c.conversation = :one", params)
    return _claim(row) if row else None


def all(store: Store, now: datetime) -> tuple[Claim, ...]:  # noqa: A001 (reads as claims.all)
    """All of this moment."""
    return tuple(_claim(row) for row in store.rows(_SELECT, {"now": clock.to_text(now)}))


def _claim(row: Row) -> Claim:
    return Claim(row["conversation"], row["person"], row["name"], clock.from_text(row["until"]))
