"""What helpers ask the owner before they promise it, and what the owner said. Design 10.

A yes lifts the limits that were asked about, for this helper in this conversation, until one reply has gone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop import clock, ids
from desktop.records import Channel, Limits, Purpose
from desktop.store import Row, Store
from desktop.writing import Writing

OWNS = ("asks",)


class AskState(StrEnum):
    WAITING = "waiting"
    YES = "yes"
    RETURNED = "returned"  # not this time, and why
    TAKEN_BACK = "taken_back"
    USED = "used"  # a reply has gone with this yes


HIDING = "may_hide"  # the limit that is about no words of ours
MONEY_OPEN = "money_open"  # money promised without a figure
# A limit (a field of records.Limits, or MONEY_OPEN) -> how far past it the words go.
Things = Mapping[str, float | bool]


class Ask(NamedTuple):
    """One draft that waits for the owner. `things`: what it promises beyond the helper's own limits."""

    id: str
    conversation: str
    author_name: str  # of the conversation
    person: str
    person_name: str
    channel: Channel
    purpose: Purpose
    writing: Writing
    promise_at: datetime | None
    question: str
    things: Things
    state: AskState
    at: datetime
    answered_by: str  # a name
    answered_at: datetime | None
    answer: str  # the owner's words: why not, or ""
    is_reworded: bool  # the owner changed the words

    @property
    def is_to_hide(self) -> bool:
        """Not about words of ours: `writing` is the post that would be hidden."""
        return HIDING in self.things


def put(
    store: Store,
    *,
    conversation: str,
    person: str,
    channel: Channel,
    purpose: Purpose,
    writing: Writing,
    promise_at: datetime | None,
    question: str,
    things: Things,
    at: datetime,
) -> str:
    """Keeps an ask and returns its id."""
    made = ids.new_id()
    store.write(
        "insert into asks(id, conversation, person, channel, purpose, body, promise_at, question, things, state, at) "
        "values(?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)",
        (
            made,
            conversation,
            person,
            channel.value,
            purpose.value,
            writing.to_json(),
            clock.to_text(promise_at) if promise_at else None,
            question,
            json.dumps(dict(things)),
            clock.to_text(at),
        ),
    )
    return made


def answered(store: Store, ask: str, state: AskState, by: str, at: datetime, why: str = "") -> bool:
    """The owner's word on one that waits. False when it no longer does."""
    changed = store.write(
        "update asks set state = ?, answered_by = ?, answered_at = ?, answer = ? "
        "where id = ? and state = 'waiting'",
        (state.value, by, clock.to_text(at), why, ask),
    )
    return changed > 0


def waits_again(store: Store, ask: str) -> bool:
    """The owner's word is taken back. False once the helper has acted on it."""
    return (
        store.write(
            "update asks set state = 'waiting', answered_by = '', answered_at = null, answer = '' "
            "where id = ? and state in ('yes', 'returned')",
            (ask,),
        )
        > 0
    )


def reword(store: Store, ask: str, writing: Writing, things: Things, *, is_reworded: bool) -> None:
    store.write(
        "update asks set body = ?, things = ?, is_reworded = ? where id = ?",
        (writing.to_json(), json.dumps(dict(things)), is_reworded, ask),
    )


def close(store: Store, ask: str, state: AskState) -> bool:
    """It became a reply, or its writer took it back. False when it was closed already."""
    changed = store.write(
        "update asks set state = ? where id = ? and state in ('waiting', 'yes', 'returned')",
        (state.value, ask),
    )
    return changed > 0


def reopen(store: Store, ask: str, state: AskState) -> None:
    """A closed one is as it was before it was closed."""
    store.write(
        "update asks set state = ? where id = ? and state in ('taken_back', 'used')", (state.value, ask)
    )


_SELECT = (
    "select a.*, coalesce(p.name, '') as person_name, coalesce(c.author_name, '') as author_name, "
    "coalesce(o.name, '') as owner_name from asks a left join people p on p.id = a.person "
    "left join people o on o.id = a.answered_by left join conversations c on c.id = a.conversation "
)


def erase(store: Store, chosen: Sequence[str]) -> None:
    """All asks in these conversations."""
    store.write(f"delete from asks where conversation in ({', '.join('?' * len(chosen))})", chosen)


def by_id(store: Store, ask: str) -> Ask | None:
    row = store.row(f"{_SELECT} where a.id = ?", (ask,))
    return _ask(row) if row else None


def waiting(store: Store) -> tuple[Ask, ...]:
    """Those the owner hasn't answered, oldest first."""
    return _asks(store, "where a.state = 'waiting' order by a.at, a.id")


def answered_for(store: Store, person: str) -> tuple[Ask, ...]:
    """Those of a helper that have their answer and wait for the helper, oldest first."""
    return _asks(
        store, "where a.person = ? and a.state in ('yes', 'returned') order by a.at, a.id", (person,)
    )


def open_in(store: Store, conversation: str) -> tuple[Ask, ...]:
    """Those here that somebody has yet to act on, oldest first."""
    where = "where a.conversation = ? and a.state in ('waiting', 'yes', 'returned') order by a.at, a.id"
    return _asks(store, where, (conversation,))


def open_of(store: Store, person: str) -> tuple[Ask, ...]:
    """A helper's that nobody has acted on yet, oldest first."""
    where = "where a.person = ? and a.state in ('waiting', 'yes', 'returned') order by a.at, a.id"
    return _asks(store, where, (person,))


def since(store: Store, at: datetime) -> tuple[Ask, ...]:
    """All that were asked since a moment, newest first."""
    return _asks(store, "where a.at >= ? order by a.at desc, a.id desc", (clock.to_text(at),))


def lifted(
    store: Store, conversation: str, person: str, own: Limits, *, open_money: bool = True
) -> Limits:
    """A helper's limits here: their own, lifted by what the owner said yes to.

    `open_money`: a yes to money without a figure lifts the amount whole, so that it isn't pointed out again.
    """
    for ask in open_in(store, conversation):
        if ask.person == person and ask.state is AskState.YES:
            own = _lift(own, {**ask.things, MONEY_OPEN: open_money and ask.things.get(MONEY_OPEN, False)})
    return own


def _lift(own: Limits, things: Things) -> Limits:
    for thing, value in things.items():
        if not value:  # asked for, and not in the words that the owner chose
            continue
        if thing == "money_up_to":
            most = own.money_up_to
            own = own._replace(money_up_to=None if most is None else max(most, float(value)))
        elif thing == MONEY_OPEN:  # the owner said yes to the words
            own = own._replace(money_up_to=None)
        elif thing in Limits._fields:
            own = own._replace(**{thing: True})
    return own


class Nudge(NamedTuple):
    """Somebody asked about a thing again and again, and the owner said yes each time. `most`: the highest amount."""

    person: str
    person_name: str
    thing: str
    times: int
    most: float = 0


def nudges(store: Store, times: int = 3, look_at: int = 200) -> tuple[Nudge, ...]:
    """What could be left to a helper: a thing whose last `times` asks or more all got a yes as they stood."""
    rows = _asks(
        store,
        "where a.state in ('yes', 'used', 'returned') order by a.at desc, a.id desc limit ?",
        (look_at,),
    )
    runs: dict[tuple[str, str], list[Ask]] = {}
    over: set[tuple[str, str]] = set()
    for ask in rows:
        for thing in ask.things:
            key = ask.person, thing
            if ask.state is AskState.RETURNED or ask.is_reworded:
                over.add(key)
            elif key not in over:
                runs.setdefault(key, []).append(ask)
    return tuple(
        Nudge(person, asked[0].person_name, thing, len(asked), max(float(one.things[thing]) for one in asked))
        for (person, thing), asked in runs.items()
        if len(asked) >= times
    )


def _asks(store: Store, where: str, params: Sequence[object] = ()) -> tuple[Ask, ...]:
    return tuple(_ask(row) for row in store.rows(_SELECT + where, tuple(params)))


def _ask(row: Row) -> Ask:
    return Ask(
        row["id"],
        row["conversation"],
        row["author_name"],
        row["person"],
        row["person_name"],
        Channel(row["channel"]),
        Purpose(row["purpose"]),
        Writing.from_json(row["body"]),
        clock.maybe(row["promise_at"]),
        row["question"],
        json.loads(row["things"]),
        AskState(row["state"]),
        clock.from_text(row["at"]),
        row["owner_name"],
        clock.maybe(row["answered_at"]),
        row["answer"],
        bool(row["is_reworded"]),
    )
