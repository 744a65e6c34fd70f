"""Who did what, when. Written once, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from desktop import clock, ids
from desktop.records import Event
from desktop.store import Row, Store

OWNS = ("events",)


class By(NamedTuple):
    """Who acts, on which computer, and when: goes with every decision. Person "" is the app itself."""

    person: str
    device: str
    at: datetime


def tell(store: Store, by: By, subject: str, kind: str, body: Mapping[str, object] | None = None) -> str:
    """Writes one event, inside the transaction that does the thing; returns its id."""
    event = ids.new_id()
    store.write(
        "insert into events(id, at, device, person, subject, kind, body) values(?, ?, ?, ?, ?, ?, ?)",
        (
            event,
            clock.to_text(by.at),
            by.device,
            by.person,
            subject,
            kind,
            json.dumps(body or {}, ensure_ascii=False),
        ),
    )
    return event


def erase(store: Store, chosen: Sequence[str], kind: str = "") -> None:
    """What was decided about these, or just what is of one kind. The store lets only what was forgotten go."""
    marks = ", ".join("?" * len(chosen))
    store.write(f"delete from events where subject in ({marks}) and ? in ('', kind)", [*chosen, kind])


def newest_at(store: Store) -> datetime | None:
    """The latest moment among the last things written down; None in a new shop."""
    return clock.maybe(store.value("select max(at) from (select at from events order by id desc limit 200)"))


def lately(store: Store, kind: str, person: str, since: datetime) -> int:
    """How often this happened after that moment, by that person ("": the app), among the last things written down."""
    return int(
        store.value(
            "select count(*) from (select kind, person, at from events order by id desc limit 200) "
            "where kind = ? and person = ? and at > ?",
            (kind, person, clock.to_text(since)),
        )
    )


def last(store: Store, subject: str, kinds: tuple[str, ...]) -> str:
    """Which of these kinds of thing happened to a subject last; "" for none of them."""
    marks = ", ".join("?" * len(kinds))
    found = store.value(
        f"select kind from events where subject = ? and kind in ({marks}) order by id desc limit 1",
        (subject, *kinds),
    )
    return str(found or "")


def when_last(store: Store, kinds: tuple[str, ...]) -> Mapping[str, datetime]:
    """When one of these kinds of thing last happened, for each subject."""
    marks = ", ".join("?" * len(kinds))
    rows = store.rows(
        f"select subject, max(at) as at from events where kind in ({marks}) group by subject", kinds
    )
    return {row["subject"]: clock.from_text(row["at"]) for row in rows}


def newest(store: Store, subject: str, kind: str) -> dict[str, Any]:
    """The body of the event with the highest n of this kind; empty when there is none. Clocks may have been set."""
    found = store.value(
        "select body from events where subject = ? and kind = ? order by json_extract(body, '$.n') desc limit 1",
        (subject, kind),
    )
    return cast(dict[str, Any], json.loads(str(found))) if found else {}


def subjects(store: Store, kind: str) -> tuple[str, ...]:
    """What there are events of this kind about."""
    return tuple(row["subject"] for row in store.rows("select distinct subject from events where kind = ?", (kind,)))


def of(store: Store, subject: str) -> tuple[Event, ...]:
    """What happened to one thing, oldest first."""
    return tuple(_event(row) for row in store.rows(f"{_EVENTS} where e.subject = ? order by e.at, e.id", (subject,)))


def latest(store: Store, subject: str, kinds: tuple[str, ...]) -> Event | None:
    """The last of these kinds of thing that happened to a subject."""
    marks = ", ".join("?" * len(kinds))
    where = f"where e.subject = ? and e.kind in ({marks}) order by e.id desc limit 1"
    row = store.row(f"{_EVENTS} {where}", (subject, *kinds))
    return _event(row) if row else None


_EVENTS = (
    "select e.*, coalesce(p.name, '') as person_name from events e left join people p on p.id = e.person"
)


def _event(row: Row) -> Event:
    return Event(
        row["id"],
        clock.from_text(row["at"]),
        row["person"],
        row["person_name"],
        row["subject"],
        row["kind"],
        json.loads(row["body"]),
    )
