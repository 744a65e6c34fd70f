"""Taking somebody out of one shop file, whichever it is: the one in use, a copy, or one that is brought back.

Gone are their posts with earlier words, their conversations with notes, drafts, promises, asks, endings and decisions.
Where we answered, our answers stay as a conversation with nobody's name; where others spoke, theirs stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop import (
    asks,
    claims,
    clock,
    complaints,
    conversations,
    corrections,
    drafts,
    forgotten,
    happenings,
    history,
    looks,
    notes,
    outbox,
    people,
    posts,
    promises,
    retelling,
    settings,
)
from desktop.aside import Rows
from desktop.clock import Clock
from desktop.conversations import NAMELESS
from desktop.imports import marks
from desktop.language.text import COURTESIES
from desktop.records import ReplyState
from desktop.settling import settle
from desktop.store import Store
from desktop.writing import Paragraph, Run, Writing

_AT_ONCE = 400
_PATIENCE = 2.0  # seconds that others who write are let go first
EXCERPT = 160  # characters of our first answer, in a row of History
ROOMS = (notes, drafts, promises, claims, asks, looks, complaints, happenings, corrections, history)

# What is kept of their conversations, to be put back: table, where the conversation stands in it, its key.
_KEPT = (
    ("conversations", "id", "id"),
    ("notes", "conversation", "id"),
    ("reads", "conversation", "conversation, person"),
    ("drafts", "conversation", "conversation, person, channel"),
    ("promises", "conversation", "id"),
    ("found_promises", "conversation", "id"),
    ("asks", "conversation", "id"),
    ("looks", "conversation", "conversation"),
    ("complaints", "id", "id"),
    ("proofs", "complaint", "id"),
    ("happening_members", "conversation", "happening, conversation"),
    ("corrections", "conversation", "id"),
    ("events", "subject", "id"),
)
KEYS = {table: key for table, _, key in _KEPT} | {
    "authors": "id", "post_versions": "post, until_at", "replies": "id", "imported": "post"
}  # fmt: skip
_GOING = (ReplyState.SENDING.value, ReplyState.UNSURE.value)
_GONE = (ReplyState.POSTED.value, ReplyState.COPIED.value)


@dataclass(slots=True)
class Found:
    """Ids of what there is of somebody in a file. `talks` are conversations others began that they spoke in."""

    people: list[str]
    posts: list[str] = field(default_factory=list)
    conversations: list[str] = field(default_factory=list)
    talks: list[str] = field(default_factory=list)
    ours: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.posts or self.conversations)


def look(store: Store, chosen: Sequence[str], until: datetime) -> Found:
    """What people (ids of authors) said up to a moment, and all that hangs on it."""
    found, moment, those = Found(list(chosen)), clock.to_text(until), marks_of(chosen)
    sql = f"select id, conversation from posts where author in ({those}) and not is_ours and posted_at <= ?"
    talks = set[str]()
    for one, talk in store.rows(sql, [*chosen, moment]):
        found.posts.append(one)
        talks.add(talk)
    begun = f"select id from conversations where author in ({those}) and first_at <= ?"
    found.conversations = [row[0] for row in store.rows(begun, [*chosen, moment])]
    found.talks = sorted(talks - {""} - set(found.conversations))
    for some in pieces([*found.conversations, *found.talks]):
        mine = f"select id from posts where is_ours and conversation in ({marks_of(some)})"
        found.ours += [row[0] for row in store.rows(mine, some)]
    found.names = _names(store, chosen, those)
    return found


def _names(store: Store, chosen: Sequence[str], those: str) -> list[str]:
    sql = (
        f"select name, handle from authors where id in ({those}) "
        f"union select author_name, author_handle from posts where author in ({those}) and not is_ours "
        f"union select author_name, '' from conversations where author in ({those})"
    )
    rows = store.rows(sql, [*chosen, *chosen, *chosen])
    named = {text.strip() for row in rows for text in row if text.strip()}
    return sorted({part for text in named for part in (text, text.lstrip("@"))}, key=len, reverse=True)


def what_goes(store: Store, found: Found) -> Rows:
    """Every row that will be taken out or changed, as it is now."""
    rows: Rows = {}
    for table, column, _ in _KEPT:
        rows[table] = _rows(store, table, column, found.conversations)
    all_posts = [*found.posts, *found.ours]
    rows["authors"] = _rows(store, "authors", "id", found.people)
    rows["posts"] = _rows(store, "posts", "id", all_posts)
    inside = {row["id"] for row in rows["posts"]}
    others = _rows(store, "posts", "conversation", found.conversations)
    rows["posts"] += [row for row in others if row["id"] not in inside]
    rows["post_versions"] = _rows(store, "post_versions", "post", all_posts)
    rows["replies"] = _rows(store, "replies", "conversation", [*found.conversations, *found.talks])
    rows["imported"] = _rows(store, "imported", "post", found.posts)
    rows["quoted"] = _rows(store, "proofs", "post", found.posts)
    return rows


def _rows(store: Store, table: str, column: str, wanted: Sequence[str]) -> list[dict[str, Any]]:
    found = list[dict[str, Any]]()
    for some in pieces(wanted):
        rows = store.rows(f"select * from {table} where {column} in ({marks_of(some)})", some)
        found += [dict(zip(row.keys(), row, strict=True)) for row in rows]
    return found


def is_going(store: Store, found: Found) -> bool:
    """Whether a reply to them is leaving just now, or nobody knows whether it has."""
    return any(
        store.value(
            f"select 1 from replies where conversation in ({marks_of(some)}) and state in (?, ?) limit 1",
            [*some, *_GOING],
        )
        for some in pieces([*found.conversations, *found.talks])
    )


def take_out(store: Store, found: Found, forgetting: str, since: datetime, now: Clock) -> None:
    """Inside `writing()`. Afterwards the file knows their ids, and nothing else of them. `since`: what they said up to
    then stays outside."""
    at = now.now()
    forgotten.add(store, forgetting, [*found.people, *found.posts, *found.ours, *found.conversations], since)
    _take_out_replies(store, found)
    _leave_out_names(store, found)
    for some in pieces(found.posts):
        blank_quotes(store, forgetting, some, found.conversations, at)
        marks.let_go(store, some)
    for some in pieces(found.posts):
        posts.take_out(store, some)
    for some in pieces(found.conversations):
        conversations.erase_reads(store, some)
        for room in ROOMS:
            room.erase(store, some)
        _leave_ours(store, some, at)
    for some in pieces(found.ours):
        posts.leave_to_us(store, some)
    settle(store, found.conversations, now)
    marks.blank_words(store, found.names)
    _forget_what_was_typed(store, found.names)


def out_of_indexes(store: Store) -> None:
    """The search indexes are written anew without what was taken out, in short transactions: others go first."""
    for tidied in (posts.tidy_index, notes.tidy_index):
        begins = is_more = True
        while is_more:
            store.changes.make_way(_PATIENCE)
            with store.writing():
                is_more = tidied(store, begins=begins)
            begins = False


def _take_out_replies(store: Store, found: Found) -> None:
    """What is still to be sent to them never goes; what has gone stays, with the names left out."""
    going, theirs, answered = list[str](), set(found.conversations), set(found.posts)
    for some in pieces([*found.conversations, *found.talks]):
        sql = "select id, conversation, parent_post, state, text, body from replies where conversation in "
        for one, talk, parent, state, text, body in store.rows(f"{sql} ({marks_of(some)})", some):
            if state not in _GONE and (talk in theirs or parent in answered):
                going.append(one)
            else:
                without = nameless(text, found.names)
                outbox.reword(store, one, without, _nameless_body(body, found.names))
                if state == ReplyState.TAKEN_BACK and notes.unindex(store, [one]):  # it was kept as history
                    notes.index(store, one, without)
    for some in pieces(going):
        outbox.erase(store, some)
        notes.unindex(store, some)


def _leave_out_names(store: Store, found: Found) -> None:
    for some in pieces(found.ours):
        for one, text in store.rows(f"select id, text from posts where id in ({marks_of(some)})", some):
            without = nameless(text, found.names)
            if without != text:
                posts.reword(store, one, without)


def blank_quotes(
    store: Store, forgetting: str, said: Sequence[str], but: Sequence[str], at: datetime
) -> tuple[str, ...]:
    """Complaints (`but` some) that quote these posts: how they stand is told again, without the words."""
    quoting = tuple(one for one in complaints.blank_words(store, said) if one not in but)
    if quoting:
        forgotten.add(store, forgetting, quoting, at)
        history.erase(store, quoting, retelling.BOARD)
        forgotten.let_go(store, quoting)
        for one in quoting:
            retelling.note(store, one, at)
    return quoting


def _leave_ours(store: Store, chosen: Sequence[str], at: datetime) -> None:
    """Where there is an answer of ours it stays; a conversation without one is gone."""
    empty = list[str]()
    for one in chosen:
        first = store.row(
            "select id, text from posts where conversation = ? and is_ours order by posted_at, rid limit 1", (one,)
        )
        if first is None:
            conversations.drop(store, one)
            empty.append(one)
        else:
            excerpt = " ".join(first["text"].split())[:EXCERPT]
            conversations.only_ours(store, one, first["id"], excerpt, at)
    if empty:
        posts.out_of_conversation(store, empty)


def _forget_what_was_typed(store: Store, names: Sequence[str]) -> None:
    kept = settings.get(store, settings.SAVED_SEARCHES)
    stays = [one for one in kept if not says(json.dumps(one, ensure_ascii=False), names)]
    if stays != kept:
        settings.put(store, settings.SAVED_SEARCHES, stays)
    for person in people.ever(store):  # what somebody who left had begun stays for the day they come back
        for left in (settings.PLACE, settings.BEGUN_BY_HAND):
            typed = settings.get(store, left, person=person)
            if says(json.dumps(typed, ensure_ascii=False), names):
                settings.put(store, left, {}, person=person)


def searches(store: Store, names: Sequence[str]) -> list[list[str]]:
    """The saved searches that name them."""
    kept = settings.get(store, settings.SAVED_SEARCHES)
    return [one for one in kept if says(json.dumps(one, ensure_ascii=False), names)]


def says(text: str, names: Sequence[str]) -> bool:
    low = text.lower()
    return any(name.lower() in low for name in names if len(name) > 1)


# ---- our words without the name ----------------------------------------------------------------------------


def nameless(text: str, names: Sequence[str]) -> str:
    """The text with [name] where a name stood: the whole of it, or a part that is written with a capital as in it."""
    for name in names:
        text = re.sub(rf"(?<!\w)@?{re.escape(name)}(?!\w)", NAMELESS, text, flags=re.I)
    parts = {part.strip(".,") for name in names for part in name.split()}
    parts = {one for one in parts if len(one) > 1 and one[0].isupper() and one.lower() not in COURTESIES}
    for part in sorted(parts, key=len, reverse=True):
        text = re.sub(rf"(?<!\w)@?{re.escape(part)}(?!\w)", NAMELESS, text)
    return re.sub(r"\[name\](?: \[name\])+", NAMELESS, text)


def _nameless_body(body: str, names: Sequence[str]) -> str:
    try:
        writing = Writing.from_json(body)
    except (ValueError, RecursionError):
        return Writing.typed(nameless(body, names)).to_json()
    paragraphs = (
        Paragraph(tuple(Run(nameless(run.text, names), run.ink) for run in one.runs), one.part, one.wording)
        for one in writing.paragraphs
    )
    return Writing(tuple(paragraphs)).to_json()


# ---- lists of ids ------------------------------------------------------------------------------------------


def marks_of(some: Sequence[str]) -> str:
    return ",".join("?" * len(some))


def pieces(all_: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(all_), _AT_ONCE):
        yield list(all_[start : start + _AT_ONCE])
