"""What everyone at the counter should know, who checked it, which replies said it, and what helpers suggest."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import NamedTuple

from desktop import clock, ids
from desktop.records import Fact
from desktop.store import Row, Store

_SAID = 0.7  # the share of a sentence's words that a reply has to hold to have said it
_LEAST = 3  # words of a sentence, small ones not counted: a shorter one is said by chance

_SMALL_WORDS = frozenset(  # they fit everything, so they say nothing
    "the a an and or but of to in on at by for from with is are was were be been it its this that i we you they "
    "he she my our your me us do does did have has had not no so if as up out can could would will just very all "
    "any there here what when which who how one two get got about into over after before "
    "order orders ordered ordering shop store buy bought people person time day days week weeks today come came "
    "went going said told ask asked why big small great good new best little "
    "tomorrow tonight yesterday morning afternoon evening".split()
)
_WORD = r"[^\W\d_]{3,}"  # compiled at its first use, as the other: a start needs none of them
_SAYINGS = (  # their words mean something else
    r"(?i)\b(?:(?:first|world|top|high|second)[- ]class|on the cards|out of the box|a piece of cake|rings? a bell)\b"
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
    """Facts that fit a message, the best first; nothing rather than something weak.

    A topic has to be there with all its words, or two words of the title (its only one, or where nobody wrote topics
    its last). Words in the text only decide which of them comes first. Words of the shop's own name fit everything,
    so they count for nothing.
    """
    name = json.loads(store.value("select value from settings where key = 'shop_name'") or '""')
    words = _stems(re.sub(_SAYINGS, " ", text)) - _stems(str(name))
    scored = [
        (-(3 * strong + len(words & _stems(fact.text))), fact.title, fact)
        for fact in facts(store)
        if (strong := _strength(words, fact))
    ]
    return [fact for _, _, fact in sorted(scored)[:most]]


def _strength(words: set[str], fact: Fact) -> int:
    """How many words of its title and topics a message has; 0 where these are too few to mean this fact."""
    topics = [stems for topic in fact.topics if (stems := _stems(topic)) and stems <= words]
    title = [stem for word in re.findall(_WORD, fact.title.lower()) for stem in _stems(word)]
    shared = words & set(title)
    is_meant = len(shared) >= min(2, len(set(title))) if title else False
    is_last = bool(title) and not fact.topics and title[-1] in words
    return len(shared.union(*topics)) if topics or is_meant or is_last else 0


def _stems(text: str) -> set[str]:
    words = re.findall(_WORD, text.lower())
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


def forget_use(store: Store, reply: str) -> None:
    """That reply wasn't posted after all."""
    store.write("delete from fact_uses where reply = ?", (reply,))


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
