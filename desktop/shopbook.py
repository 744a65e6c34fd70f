"""What everyone at the counter should know: facts, opening hours and closures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from desktop import clock, ids
from desktop.records import Fact
from desktop.store import Row, Store

OWNS = ("facts", "fact_uses", "suggestions", "hours", "closures")
_SAID = 0.7  # the share of a sentence's words that a reply has to hold to have said it
_LEAST = 3  # words of a sentence, small ones not counted: a shorter one is said by chance

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL_WORDS = frozenset(  # they fit everything, so they say nothing
    "the a an and or but of to in on at by for from with is are was were be been it its this that i we you they "
    "he she my our your me us do does did have has had not no so if as up out can could would will just very all "
    "any there here what when which who how one two get got about into over after before "
    "order orders ordered ordering shop store buy bought people person time day days week weeks today come came "
    "went going said told ask asked".split()
)


# --- facts --------------------------------------------------------------------------------------------


def facts(store: Store) -> tuple[Fact, ...]:
    rows = store.rows("select * from facts where removed_at is null order by title collate nocase")
    return tuple(_fact(row) for row in rows)


def put_fact(store: Store, fact: Fact) -> Fact:
    """Adds a fact (empty id) or changes one."""
    kept = fact if fact.id else fact._replace(id=ids.new_id())
    store.write(
        "insert into facts(id, title, text, topics, checked_by, checked_at) values(?, ?, ?, ?, ?, ?) "
        "on conflict(id) do update set title = excluded.title, text = excluded.text, topics = excluded.topics, "
        "checked_by = excluded.checked_by, checked_at = excluded.checked_at, removed_at = null",
        (
            kept.id,
            kept.title,
            kept.text,
            json.dumps(list(kept.topics), ensure_ascii=False),
            kept.checked_by,
            clock.to_text(kept.checked_at),
        ),
    )
    return kept


def remove_fact(store: Store, fact: str, at: datetime) -> None:
    store.write("update facts set removed_at = ? where id = ?", (clock.to_text(at), fact))


def matching(store: Store, text: str, most: int = 3) -> list[Fact]:
    """Facts whose title, topics or words fit a message; nothing rather than something weak.

    A word in the title or a topic counts three times one in the text; at least one must be there. Words of the
    shop's own name fit everything, so they count for nothing.
    """
    name = json.loads(store.value("select value from settings where key = 'shop_name'") or '""')
    words = _stems(text) - _stems(str(name))
    scored = []
    for fact in facts(store):
        strong = len(words & _stems(" ".join((fact.title, *fact.topics))))
        if strong:
            scored.append((-(3 * strong + len(words & _stems(fact.text))), fact.title, fact))
    return [fact for _, _, fact in sorted(scored)[:most]]


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    return {re.sub(r"(?:ies|es|s|ing|ed)$", "", word) for word in words if word not in _SMALL_WORDS}


def _fact(row: Row) -> Fact:
    return Fact(
        row["id"],
        row["title"],
        row["text"],
        tuple(json.loads(row["topics"])),
        row["checked_by"],
        clock.from_text(row["checked_at"]),
    )


# --- where facts are used ---------------------------------------------------------------------------------


def note_use(store: Store, text: str, reply: str, at: datetime) -> None:
    """Remembers which facts a reply that is on the page says: one of their sentences, or nearly."""
    words = _stems(text)
    said = [fact.id for fact in facts(store) if _says(words, fact)]
    store.write_many(
        "insert or ignore into fact_uses(fact, reply, at) values(?, ?, ?)",
        [(fact, reply, clock.to_text(at)) for fact in said],
    )


def _says(words: set[str], fact: Fact) -> bool:
    sentences = (_stems(sentence) for sentence in re.split(r"[.!?;\n]+", fact.text))
    return any(
        len(sentence) >= _LEAST and len(sentence & words) >= _SAID * len(sentence) for sentence in sentences
    )


def uses(store: Store) -> dict[str, int]:
    """How many replies used a fact; facts that none used are left out."""
    return {
        row["fact"]: row["n"] for row in store.rows("select fact, count(*) n from fact_uses group by fact")
    }


# --- suggestions ------------------------------------------------------------------------------------------


class Suggestion(NamedTuple):
    """What somebody would write; `fact.id` is the fact it would change, "" for a new one."""

    id: str
    fact: Fact
    person: str
    person_name: str


def suggest(store: Store, fact: Fact, person: str, at: datetime) -> str:
    """Keeps a suggestion and returns its id."""
    made = ids.new_id()
    store.write(
        "insert into suggestions(id, fact, title, text, topics, person, at) values(?, ?, ?, ?, ?, ?, ?)",
        (
            made,
            fact.id,
            fact.title,
            fact.text,
            json.dumps(list(fact.topics), ensure_ascii=False),
            person,
            clock.to_text(at),
        ),
    )
    return made


def suggestions(store: Store) -> tuple[Suggestion, ...]:
    """Those that wait, oldest first; one for a fact that was removed waits for nothing."""
    rows = store.rows(
        "select s.*, coalesce(p.name, '') as person_name from suggestions s left join people p on p.id = s.person "
        "where s.settled_at is null and (s.fact = '' or exists("
        "select 1 from facts f where f.id = s.fact and f.removed_at is null)) order by s.at, s.id"
    )
    return tuple(
        Suggestion(
            row["id"],
            Fact(
                row["fact"],
                row["title"],
                row["text"],
                tuple(json.loads(row["topics"])),
                "",
                clock.from_text(row["at"]),
            ),
            row["person"],
            row["person_name"],
        )
        for row in rows
    )


def settle_suggestion(store: Store, suggestion: str, at: datetime | None) -> None:
    """It waits no longer; without a moment it waits again."""
    store.write(
        "update suggestions set settled_at = ? where id = ?", (clock.to_text(at) if at else None, suggestion)
    )


# --- hours ---------------------------------------------------------------------------------------------


class Opening(NamedTuple):
    """Opening hours in the shop's own time: weekday (Monday 0) -> spans, and days it stays shut."""

    spans: dict[int, tuple[tuple[time, time], ...]]
    closures: dict[date, str]

    def of(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if day in self.closures else self.spans.get(day.weekday(), ())

    def is_open(self, local: datetime, *, minutes_before: int = 0) -> bool:
        """Open at a local moment, or opening within so many minutes."""
        now = local.time()
        soon = (local + timedelta(minutes=minutes_before)).time() if minutes_before else now
        return any(opens <= soon and now < closes for opens, closes in self.of(local.date()))

    def next_opening(self, local: datetime) -> datetime | None:
        """The next local moment the shop opens, within two weeks."""
        for days in range(15):
            day = local.date() + timedelta(days=days)
            for opens, _ in self.of(day):
                moment = datetime.combine(day, opens, local.tzinfo)
                if moment > local:
                    return moment
        return None

    def closes_at(self, local: datetime) -> datetime | None:
        """When today's opening ends, while open."""
        for opens, closes in self.of(local.date()):
            if opens <= local.time() < closes:
                return datetime.combine(local.date(), closes, local.tzinfo)
        return None

    def opens_today(self, local: datetime) -> datetime:
        """Today's first opening, or midnight on a closed day: where "today" begins for the inbox."""
        spans = self.of(local.date())
        return datetime.combine(
            local.date(), min((spans[0][0], local.time())) if spans else time(), local.tzinfo
        )

    def line(self, local: datetime) -> str:
        """ "Saturday, open 7 to 16", "Saturday, opens at 7:00", "closed till Tuesday 7:00", or the weekday alone."""
        today = _DAYS[local.weekday()]
        if not self.spans:
            return today
        for opens, closes in self.of(local.date()):
            if local.time() < opens:
                return f"{today}, opens at {_clock(opens)}"
            if local.time() < closes:
                return f"{today}, open {_hour(opens)} to {_hour(closes)}"
        coming = self.next_opening(local)
        return (
            f"closed till {_DAYS[coming.weekday()]} {_clock(coming.time())}" if coming else f"{today}, closed"
        )

    def after_opening_days(self, local: datetime, days: int) -> date:
        """The date so many opening days from now."""
        day = local.date()
        for _ in range(60):
            day += timedelta(days=1)
            days -= 1 if self.of(day) or not self.spans else 0
            if days <= 0:
                break
        return day


def opening(store: Store) -> Opening:
    spans: dict[int, list[tuple[time, time]]] = {}
    for row in store.rows("select * from hours order by weekday, opens"):
        spans.setdefault(row["weekday"], []).append(
            (time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"]))
        )
    shut = {date.fromisoformat(row["day"]): row["note"] for row in store.rows("select * from closures")}
    return Opening({day: tuple(found) for day, found in spans.items()}, shut)


def put_hours(store: Store, spans: Iterable[tuple[int, str, str]]) -> None:
    """Replaces the week: (weekday Monday 0, "07:00", "16:00")."""
    store.write("delete from hours")
    store.write_many("insert into hours(weekday, opens, closes) values(?, ?, ?)", list(spans))


def put_closure(store: Store, day: date, note: str) -> None:
    store.write(
        "insert into closures(day, note) values(?, ?) on conflict(day) do update set note = excluded.note",
        (day.isoformat(), note),
    )


def remove_closure(store: Store, day: date) -> None:
    store.write("delete from closures where day = ?", (day.isoformat(),))


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def _hour(moment: time) -> str:
    return _clock(moment) if moment.minute else str(moment.hour)
