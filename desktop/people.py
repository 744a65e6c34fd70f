"""Who is at the counter, and what they may promise alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime

from desktop import clock, ids
from desktop.records import Limits, Person, Role
from desktop.store import Row, Store

OWNS = ("people", "limits")

CAREFUL = Limits(  # of a helper for whom nobody has said anything: answers, but promises and hides nothing
    money_up_to=0.0,
    may_name_cause=False,
    may_replace=False,
    may_deliver=False,
    may_answer_serious=False,
    may_hide=False,
)


def add(
    store: Store, name: str, role: Role, at: datetime, *, role_line: str = "", sign_off: str = ""
) -> Person:
    """Adds a person. The first of a shop is its owner."""
    person = Person(ids.new_id(), name, role, role_line, sign_off or name)
    store.write(
        "insert into people(id, name, role, role_line, sign_off, added_at) values(?, ?, ?, ?, ?, ?)",
        (person.id, name, role.value, role_line, person.sign_off, clock.to_text(at)),
    )
    return person


def change(store: Store, person: Person) -> None:
    store.write(
        "update people set name = ?, role_line = ?, sign_off = ? where id = ?",
        (person.name, person.role_line, person.sign_off, person.id),
    )


def leave(store: Store, person: str, at: datetime) -> None:
    """Their name stays on what they wrote."""
    store.write("update people set left_at = ? where id = ?", (clock.to_text(at), person))


def come_back(store: Store, person: str) -> None:
    store.write("update people set left_at = null where id = ?", (person,))


def all(store: Store) -> tuple[Person, ...]:  # noqa: A001 (reads as people.all)
    """Those who are here, owner first."""
    rows = store.rows("select * from people where left_at is null order by role <> 'owner', added_at, id")
    return tuple(_person(row) for row in rows)


def ever(store: Store) -> tuple[str, ...]:
    """The ids of all who were ever here."""
    return tuple(row["id"] for row in store.rows("select id from people order by id"))


def by_id(store: Store, person: str) -> Person | None:
    row = store.row("select * from people where id = ?", (person,))
    return _person(row) if row else None


def asked_for(everyone: Iterable[Person], text: str) -> Person | None:
    """Whom a message asks for, "Is Priya in on Tuesday?": somebody whose hours at the counter are known."""
    from desktop.language.text import plain, sentences  # no start needs to read words

    for sentence in sentences(plain(text)):
        for person in everyone:
            name = re.escape(plain(person.name).split(" ")[0])
            wants = rf"(?:ask for|speak to|talk to|speak with|find|catch|see|reach) {name}(?!\w)"
            here = rf"(?<!\w){name}(?!\w).*(?<!\w)(?:in|there|here|back|working|works?|around|on shift)(?!\w).*\?"
            if person.role_line and not person.is_owner and re.search(rf"{wants}|{here}", sentence.text):
                return person
    return None


def owner(store: Store) -> Person | None:
    return next((person for person in all(store) if person.is_owner), None)


def limits(store: Store, person: str) -> Limits:
    """What they may do alone; an owner has no limits, a helper promises nothing until it was given."""
    found = by_id(store, person)
    if found is None or found.is_owner:
        return Limits()
    kept = {
        row["thing"]: json.loads(row["value"])
        for row in store.rows("select * from limits where person = ?", (person,))
    }
    return Limits(**{thing: kept.get(thing, getattr(CAREFUL, thing)) for thing in Limits._fields})


def put_limits(store: Store, person: str, given: Limits) -> None:
    store.write_many(
        "insert into limits(person, thing, value) values(?, ?, ?) "
        "on conflict(person, thing) do update set value = excluded.value",
        [(person, thing, json.dumps(value)) for thing, value in given._asdict().items()],
    )


def _person(row: Row) -> Person:
    return Person(
        row["id"],
        row["name"],
        Role(row["role"]),
        row["role_line"],
        row["sign_off"],
        clock.maybe(row["left_at"]),
    )
