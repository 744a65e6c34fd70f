"""Events: many people, one cause. What we know, who is in it, what everybody was told and when more follows.

Design 15. (The table of what was decided is called `events`, so the code calls these happenings.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop import clock, ids
from desktop.records import OPEN_STAGES, Kind, Stage
from desktop.store import Row, Store
from desktop.writing import Writing

OWNS = ("happenings", "happening_members", "happening_words", "not_one_thing")

ASKED_AGAIN_AFTER = timedelta(hours=24)  # what isn't one thing today may be tomorrow
_USUAL_DAYS = 28
_MOST_VOICES = 300  # complaints of a day that are compared with each other


class Happening(NamedTuple):
    """One event. `know`, `dont_know` and `to_do` are its fact sheet; `next_at`: when everybody hears more."""

    id: str
    name: str
    key: str
    know: str
    dont_know: str
    to_do: str
    next_at: datetime | None
    cause_known_by: str  # name of who said "we know this"; "": nobody, and no cause is named
    draft: Writing
    person_name: str
    made_at: datetime
    closed_at: datetime | None
    people: int  # conversations in it

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def knows_cause(self) -> bool:
        return bool(self.cause_known_by)

    def is_overdue(self, now: datetime) -> bool:
        return self.is_open and self.next_at is not None and self.next_at <= now


class Member(NamedTuple):
    """A conversation in an event. `stage`: of its complaint, None where there is none."""

    conversation: str
    author_name: str
    platform: str
    excerpt: str  # empty where they took it down
    first_at: datetime
    is_answered: bool
    stage: Stage | None
    is_taken_down: bool = False

    @property
    def is_open(self) -> bool:
        """Their own trouble has no ending yet that a passer-by can see."""
        return self.stage in OPEN_STAGES


class Told(NamedTuple):
    """What everybody was told. `place`: where, as people know it; `next_at` None in the last words."""

    id: str
    person_name: str
    text: str
    place: str
    link: str
    at: datetime
    next_at: datetime | None


class Voice(NamedTuple):
    """A complaint that may share its cause with others."""

    conversation: str
    author: str
    author_name: str
    at: datetime
    text: str


# --- reading --------------------------------------------------------------------------------------

_SELECT = """
select h.*, coalesce(p.name, '') as person_name, coalesce(k.name, '') as known_name,
  (select count(*) from happening_members m where m.happening = h.id and m.removed_at is null) as people
from happenings h left join people p on p.id = h.person left join people k on k.id = h.cause_known_by
where h.removed_at is null and
"""


def by_id(store: Store, happening: str) -> Happening | None:
    row = store.row(_SELECT + "h.id = ?", (happening,))
    return _happening(row) if row else None


def open_ones(store: Store) -> tuple[Happening, ...]:
    """Those that aren't closed, the newest first."""
    rows = store.rows(_SELECT + "h.closed_at is null order by h.made_at desc, h.id desc")
    return tuple(_happening(row) for row in rows)


def closed_ones(store: Store, limit: int = 20) -> tuple[Happening, ...]:
    """The newest first."""
    rows = store.rows(_SELECT + "h.closed_at is not null order by h.closed_at desc limit ?", (limit,))
    return tuple(_happening(row) for row in rows)


def of_conversation(store: Store, conversation: str) -> Happening | None:
    """The open event a conversation is in."""
    sql = "h.closed_at is null and exists(select 1 from happening_members m where m.happening = h.id "
    sql += "and m.conversation = ? and m.removed_at is null) order by h.made_at desc limit 1"
    row = store.row(_SELECT + sql, (conversation,))
    return _happening(row) if row else None


def next_due(store: Store) -> Happening | None:
    """The open event that says something next; an overdue one first."""
    row = store.row(_SELECT + "h.closed_at is null and h.next_at is not null order by h.next_at limit 1")
    return _happening(row) if row else None


def members(store: Store, happening: str) -> tuple[Member, ...]:
    """Who is in it, the oldest first."""
    rows = store.rows(
        "select c.id, c.author_name, c.platform, c.excerpt, c.first_at, k.stage, r.gone_at is not null as taken_down, "
        "exists(select 1 from posts o where o.conversation = c.id and o.is_ours and o.gone_at is null) "
        "as answered "
        "from happening_members m join conversations c on c.id = m.conversation "
        "left join complaints k on k.id = c.id and k.withdrawn_at is null "
        "left join posts r on r.id = c.root_post and not r.is_ours "
        "where m.happening = ? and m.removed_at is null order by c.first_at, c.id",
        (happening,),
    )
    return tuple(_member(row) for row in rows)


def told(store: Store, happening: str) -> tuple[Told, ...]:
    """What everybody was told, the newest first."""
    rows = store.rows(
        "select w.*, coalesce(p.name, '') as person_name from happening_words w "
        "left join people p on p.id = w.person where w.happening = ? and w.removed_at is null "
        "order by w.at desc, w.id desc",
        (happening,),
    )
    return tuple(
        Told(
            row["id"],
            row["person_name"],
            row["text"],
            row["place"],
            row["link"],
            clock.from_text(row["at"]),
            clock.maybe(row["next_at"]),
        )
        for row in rows
    )


def voices(store: Store, since: datetime) -> tuple[Voice, ...]:
    """Complaints that began since a moment and are in no event, the newest first."""
    rows = store.rows(
        "select c.id, c.author, c.author_name, c.first_at, p.text from conversations c "
        "join posts p on p.id = c.root_post where c.grp in (0, 1, 2, 3, 5) and c.first_at >= ? and c.kind = ? "
        "and p.gone_at is null and not exists(select 1 from happening_members m join happenings h "
        "on h.id = m.happening where m.conversation = c.id and m.removed_at is null "
        "and h.removed_at is null) order by c.first_at desc, c.id limit ?",
        (clock.to_text(since), Kind.COMPLAINT.value, _MOST_VOICES),
    )
    return tuple(
        Voice(r["id"], r["author"], r["author_name"], clock.from_text(r["first_at"]), r["text"]) for r in rows
    )


def usual(store: Store, until: datetime, within: timedelta) -> float | None:
    """Complaints that this time of day brings, a day, over the last four weeks; None in a shop younger than that."""
    since = until - timedelta(days=_USUAL_DAYS) - within
    groups = "grp in (0, 1, 2, 3, 5)"
    is_known = f"select exists(select 1 from conversations where {groups} and first_at < ?)"
    if not store.value(is_known, (clock.to_text(since),)):
        return None
    start, end = clock.to_text(until - within)[11:], clock.to_text(until)[11:]
    day = "substr(first_at, 12)"
    inside = f"{day} > ? and {day} <= ?" if start < end else f"({day} > ? or {day} <= ?)"
    sql = (
        f"select count(*) from conversations where {groups} and first_at >= ? and first_at <= ? and kind = ?"
    )
    last = clock.to_text(until - within)
    params = (clock.to_text(since), last, Kind.COMPLAINT.value, start, end)
    return int(store.value(f"{sql} and {inside}", params)) / _USUAL_DAYS


def set_aside(store: Store, since: datetime) -> frozenset[str]:
    """The keys of what somebody said is not one thing."""
    rows = store.rows(
        "select key from not_one_thing where at >= ? and removed_at is null", (clock.to_text(since),)
    )
    return frozenset(row["key"] for row in rows)


# --- writing --------------------------------------------------------------------------------------


def make(store: Store, name: str, key: str, person: str, at: datetime) -> str:
    made = ids.new_id()
    store.write(
        "insert into happenings(id, name, key, know, dont_know, to_do, cause_known_by, draft, person, made_at) "
        "values(?, ?, ?, '', '', '', '', ?, ?, ?)",
        (made, name, key, Writing().to_json(), person, clock.to_text(at)),
    )
    return made


def remove(store: Store, happening: str, at: datetime) -> None:
    store.write("update happenings set removed_at = ? where id = ?", (clock.to_text(at), happening))


def write_sheet(store: Store, happening: str, name: str, know: str, dont_know: str, to_do: str) -> None:
    store.write(
        "update happenings set name = ?, know = ?, dont_know = ?, to_do = ? where id = ?",
        (name, know, dont_know, to_do, happening),
    )


def set_next(store: Store, happening: str, at: datetime | None) -> None:
    store.write(
        "update happenings set next_at = ? where id = ?", (clock.to_text(at) if at else None, happening)
    )


def know_cause(store: Store, happening: str, person: str) -> None:
    """ "We know this", says a person; "" takes it back."""
    store.write("update happenings set cause_known_by = ? where id = ?", (person, happening))


def keep_draft(store: Store, happening: str, writing: Writing) -> None:
    store.write("update happenings set draft = ? where id = ?", (writing.to_json(), happening))


def close(store: Store, happening: str, at: datetime | None) -> None:
    """Closes it, or with None opens it again."""
    store.write(
        "update happenings set closed_at = ? where id = ?", (clock.to_text(at) if at else None, happening)
    )


def put_in(store: Store, happening: str, conversation: str, at: datetime) -> None:
    store.write(
        "insert into happening_members(happening, conversation, at) values(?, ?, ?) "
        "on conflict(happening, conversation) do update set at = excluded.at, removed_at = null",
        (happening, conversation, clock.to_text(at)),
    )


def take_out(store: Store, happening: str, conversation: str, at: datetime) -> None:
    store.write(
        "update happening_members set removed_at = ? where happening = ? and conversation = ?",
        (clock.to_text(at), happening, conversation),
    )


def erase(store: Store, chosen: Sequence[str]) -> None:
    """These conversations were in no event."""
    store.write(f"delete from happening_members where conversation in ({', '.join('?' * len(chosen))})", chosen)


def tell(
    store: Store,
    happening: str,
    person: str,
    text: str,
    place: str,
    link: str,
    at: datetime,
    next_at: datetime | None,
) -> str:
    """Keeps what a person told everybody; returns its id."""
    made = ids.new_id()
    store.write(
        "insert into happening_words(id, happening, person, text, place, link, at, next_at) "
        "values(?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made,
            happening,
            person,
            text,
            place,
            link,
            clock.to_text(at),
            clock.to_text(next_at) if next_at else None,
        ),
    )
    return made


def untell(store: Store, words: str, at: datetime) -> None:
    store.write("update happening_words set removed_at = ? where id = ?", (clock.to_text(at), words))


def not_one(store: Store, key: str, person: str, at: datetime) -> None:
    store.write(
        "insert into not_one_thing(key, at, person) values(?, ?, ?) on conflict do update set removed_at = null",
        (key, clock.to_text(at), person),
    )


def maybe_one(store: Store, key: str, at: datetime) -> None:
    """Takes back that it isn't one thing."""
    store.write(
        "update not_one_thing set removed_at = ? where key = ? and removed_at is null",
        (clock.to_text(at), key),
    )


# --- undo -----------------------------------------------------------------------------------------

_KEPT = "name know dont_know to_do next_at cause_known_by draft closed_at".split()


def snapshot(store: Store, happening: str) -> Mapping[str, object]:
    """What a person can change, as it is now: for `put_back`."""
    row = store.row("select * from happenings where id = ?", (happening,))
    return {column: row[column] for column in _KEPT} if row else {}


def put_back(store: Store, happening: str, kept: Mapping[str, object], made: Mapping[str, object]) -> None:
    """Takes back what one act changed: `kept` is how it was before, `made` right after. What changed since stays."""
    for column in kept:
        if kept[column] != made.get(column):
            store.write(
                f"update happenings set {column} = ? where id = ? and {column} is ?",
                (kept[column], happening, made[column]),
            )


def _happening(row: Row) -> Happening:
    return Happening(
        row["id"],
        row["name"],
        row["key"],
        row["know"],
        row["dont_know"],
        row["to_do"],
        clock.maybe(row["next_at"]),
        (row["known_name"] or "?") if row["cause_known_by"] else "",
        Writing.from_json(row["draft"]),
        row["person_name"],
        clock.from_text(row["made_at"]),
        clock.maybe(row["closed_at"]),
        int(row["people"]),
    )


def _member(row: Row) -> Member:
    return Member(
        row["id"],
        row["author_name"],
        row["platform"],
        "" if row["taken_down"] else row["excerpt"],
        clock.from_text(row["first_at"]),
        bool(row["answered"]),
        Stage(row["stage"]) if row["stage"] else None,
        bool(row["taken_down"]),
    )
