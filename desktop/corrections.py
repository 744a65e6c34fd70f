"""What people said against (or with) a guess: what reading learns from. Words are read from the post, never copied."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from desktop import clock
from desktop.records import Correction, Kind, Role
from desktop.store import Store

OWNS = ("corrections",)
LEARNED_FROM = 500  # the newest ones
FORGOT, SUBJECT = "forgot_learned", "reading"  # the event that it (or `which`) was forgotten, and what it is about


def add(store: Store, event: str, conversation: str, guessed: Kind, said: Kind, person: str, at: datetime) -> None:
    """Keeps what a person said about a guess, in place of what was said about this conversation before."""
    post = store.value("select root_post from conversations where id = ?", (conversation,))
    moment = clock.to_text(at)
    store.write(
        "update corrections set gone_at = ? where conversation = ? and gone_at is null", (moment, conversation)
    )
    store.write(
        "insert into corrections(id, conversation, post, guessed, said, person, at) values(?, ?, ?, ?, ?, ?, ?)",
        (event, conversation, str(post or ""), guessed.value, said.value, person, moment),
    )


def guess_of(store: Store, conversation: str) -> Kind | None:
    """What was guessed of a conversation that somebody has sorted; None where nothing of that is kept."""
    found = store.value("select guessed from corrections where conversation = ? and gone_at is null", (conversation,))
    return Kind(found) if found else None


def take_back(store: Store, event: str, at: datetime) -> None:
    """The act was taken back: nothing is learned from it, and what was said before it counts again."""
    moment = clock.to_text(at)
    kept = store.row("select conversation, at from corrections where id = ? and gone_at is null", (event,))
    if kept is None:
        return
    store.write("update corrections set gone_at = ? where id = ?", (moment, event))
    store.write(
        "update corrections set gone_at = null where id = (select max(id) from corrections "
        "where conversation = ? and id < ? and gone_at = ?)",
        (kept["conversation"], event, kept["at"]),
    )


def forget(store: Store, at: datetime, chosen: Collection[str] | None = None) -> tuple[str, ...]:
    """Nothing of it (or of these) counts any more; returns the ids, for `remember`."""
    kept = tuple(
        row["id"]
        for row in store.rows("select id from corrections where gone_at is null order by id")
        if chosen is None or row["id"] in chosen
    )
    moment = clock.to_text(at)
    store.write_many("update corrections set gone_at = ? where id = ?", [(moment, one) for one in kept])
    return kept


def remember(store: Store, kept: Iterable[str]) -> None:
    """Takes `forget` back."""
    store.write_many("update corrections set gone_at = null where id = ?", [(one,) for one in kept])


def erase(store: Store, chosen: Sequence[str]) -> None:
    """What was said about these conversations teaches nothing any more."""
    store.write(f"delete from corrections where conversation in ({', '.join('?' * len(chosen))})", chosen)


def mark(store: Store) -> tuple[int, str]:
    """Changes whenever something to learn from comes or goes."""
    row = store.row("select count(*), coalesce(max(id), '') from corrections where gone_at is null")
    return (row[0], row[1]) if row else (0, "")


def newest(store: Store, limit: int = LEARNED_FROM) -> tuple[Correction, ...]:
    """The newest that count, the oldest of them first. Words that were taken away, by them or us, teach nothing."""
    rows = store.rows(
        "select k.id, k.conversation, p.text, k.guessed, k.said, k.person, w.name, w.role, k.at, p.stars from "
        "(select * from corrections where gone_at is null order by id desc limit ?) k "
        "join posts p on p.id = k.post left join people w on w.id = k.person "
        "where p.text <> '' and p.gone_at is null order by k.id",
        (limit,),
    )
    return tuple(
        Correction(
            row["id"],
            row["conversation"],
            row["text"],
            Kind(row["guessed"]),
            Kind(row["said"]),
            row["person"],
            row["name"] or "",
            row["role"] == Role.OWNER,
            clock.from_text(row["at"]),
            row["stars"],
        )
        for row in rows
    )


# --- told from events ---------------------------------------------------------------------------

Told = dict[str, tuple[str, str, str, str]]  # id -> (conversation, guessed, said, person)


def differing(store: Store) -> list[str]:
    """Ids of corrections that count otherwise than events tell."""
    told = retell(store)
    rows = store.rows("select id, conversation, guessed, said, person from corrections where gone_at is null")
    kept: Told = {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
    return sorted(one for one in told.keys() | kept.keys() if told.get(one) != kept.get(one))


def retell(store: Store) -> Told:
    """What counts, from events alone: what was said, taken back, forgotten and remembered, in its order."""
    count: Told = {}
    before: dict[str, tuple[str, ...]] = {}  # what an event put out of count
    rows = store.rows(
        "select id, subject, person, kind, body from events where kind in ('kind', 'undone', ?) order by id", (FORGOT,)
    )
    made: Told = {}
    for event, subject, person, kind, written in rows:
        body = json.loads(written)
        if kind == "kind" and body.get("guessed"):
            made[event] = (subject, body["guessed"], body["to"], person)
            before[event] = tuple(one for one, told in count.items() if told[0] == subject)
            count = {one: told for one, told in count.items() if told[0] != subject} | {event: made[event]}
        elif kind == FORGOT:
            before[event] = tuple(one for one in count if one in body.get("which", count))
            count = {one: told for one, told in count.items() if one not in before[event]}
        elif (undone := str(body.get("event", ""))) in before and (undone in count or undone not in made):
            count.pop(undone, None)
            count |= {one: made[one] for one in before.pop(undone)}
    return count
