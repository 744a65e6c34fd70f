"""Replies being written: one per person, conversation and channel, saved at every pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop import clock
from desktop.records import Channel
from desktop.store import Store
from desktop.writing import Writing

OWNS = ("drafts",)


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was last saved."""

    conversation: str
    person: str
    person_name: str
    channel: Channel
    writing: Writing
    at: datetime


def save(
    store: Store, conversation: str, person: str, channel: Channel, writing: Writing, at: datetime
) -> None:
    """Keeps the writing; an empty one is dropped."""
    with store.writing():
        if writing.is_empty:
            drop(store, conversation, person, channel)
            return
        store.write(
            "insert into drafts(conversation, person, channel, body, at) values(?, ?, ?, ?, ?) "
            "on conflict(conversation, person, channel) do update set body = excluded.body, at = excluded.at",
            (conversation, person, channel.value, writing.to_json(), clock.to_text(at)),
        )


def drop(store: Store, conversation: str, person: str, channel: Channel) -> None:
    store.write(
        "delete from drafts where conversation = ? and person = ? and channel = ?",
        (conversation, person, channel.value),
    )


def erase(store: Store, chosen: Sequence[str]) -> None:
    """Everybody's in these conversations."""
    store.write(f"delete from drafts where conversation in ({', '.join('?' * len(chosen))})", chosen)


def load(store: Store, conversation: str, person: str, channel: Channel) -> tuple[Writing, datetime] | None:
    row = store.row(
        "select body, at from drafts where conversation = ? and person = ? and channel = ?",
        (conversation, person, channel.value),
    )
    return (_writing(row["body"]), _at(row["at"])) if row else None


def of_conversation(store: Store, conversation: str) -> tuple[Kept, ...]:
    """Everybody's drafts here, newest first."""
    return _kept(store, "where d.conversation = ? order by d.at desc", (conversation,))


def all_of(store: Store, person: str) -> tuple[Kept, ...]:
    """One person's drafts, newest first."""
    return _kept(store, "where d.person = ? order by d.at desc", (person,))


def _writing(body: str) -> Writing:
    """The writing that was kept. A body that can't be understood is shown as it is: its words are in there."""
    try:
        return Writing.from_json(body)
    except (ValueError, RecursionError):
        return Writing.typed(body)


def _at(text: str) -> datetime:
    try:
        return clock.from_text(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _kept(store: Store, where: str, params: tuple[str, ...]) -> tuple[Kept, ...]:
    rows = store.rows(
        f"select d.*, coalesce(p.name, '') as name from drafts d left join people p on p.id = d.person {where}",
        params,
    )
    return tuple(
        Kept(
            r["conversation"],
            r["person"],
            r["name"],
            Channel(r["channel"]),
            _writing(r["body"]),
            _at(r["at"]),
        )
        for r in rows
    )
