"""Looking back: conversations as rows of History, and how each ended."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop import clock
from desktop.conversations import IS_DOWN
from desktop.records import Kind, Source
from desktop.store import Store

_AT_ONCE = 5000  # row ids in one question
_PIECE = 50_000  # characters of numbers
_KINDS = {kind.value: kind for kind in Kind}
_SOURCES = {source.value: source for source in Source}


class Outcome(StrEnum):
    """How a conversation ended, as History says it in one chip."""

    THEY_SAID_SO = "they_said_so"
    WE_SAID_SO = "we_said_so"
    NOT_SHOWN = "not_shown"
    STANDING = "standing"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"


class Past(NamedTuple):
    """A conversation as one row of History."""

    rid: int
    id: str
    author_name: str
    platform: str
    source: Source
    is_public: bool
    kind: Kind
    first_at: datetime
    excerpt: str
    outcome: Outcome
    is_taken_down: bool = False  # then `excerpt` is empty


def numbers(joined: str | None, store: Store | None = None) -> array[int]:
    """What group_concat put together. One row of text instead of many rows: a thread that steps through a
    hundred thousand rows gives its turn away at each, and the window takes it. Taken apart in pieces: as separate texts
    all of them at once would need ten times their room. `store`: whose question may be given up between them (GivenUp).
    """
    found, start = array("q"), 0
    while joined and start < len(joined):
        if store is not None:
            store.check_wanted()
        end = joined.find(",", start + _PIECE)
        piece = joined[start : end if end >= 0 else len(joined)]
        found.extend(map(int, piece.split(",")))
        start += len(piece) + 1
    return found


def newest(store: Store, limit: int = -1) -> array[int]:
    """Row ids of all conversations, the newest first; a `limit` is cheap at any size."""
    ordered = "select rid from conversations order by first_at desc, rid desc limit ?"
    return numbers(store.value(f"select group_concat(rid) from ({ordered})", (limit,)), store)


ANSWERED = (  # by us, and it still stands; of the conversation `{0}`
    "exists(select 1 from posts o indexed by posts_ours where o.conversation = {0} and o.is_ours and o.gone_at is null)"
)
WE_SAID_SO = """coalesce((
  select f.kind = 'our_update' or exists(select 1 from posts u indexed by posts_said_by_us
      where u.id = f.post and u.is_ours)
  from proofs f indexed by proofs_standing
  where f.complaint = {0} and f.lost_at is null and f.taken_back_at is null order by f.seen_at desc, f.id desc limit 1
), 0)"""
# How a conversation ended, of `c` and the complaint `k` of it that still stands.
OUTCOME = f"""
  case when k.stage = 'shown' then iif({WE_SAID_SO.format("c.id")}, 'we_said_so', 'they_said_so')
    when k.stage in ('fixed', 'asked') then 'not_shown'
    when k.stage = 'standing' then 'standing'
    when k.stage = 'answered' or {ANSWERED.format("c.id")} then 'answered'
    else 'no_answer' end
"""
_PAST = f"""c.rid, c.id, c.author_name, c.platform, c.source, c.is_public, c.kind, c.first_at, c.excerpt,
{OUTCOME}, {IS_DOWN}"""
_OF_PAST = (
    "from conversations c left join complaints k on k.id = c.id and k.withdrawn_at is null "
    "where c.rid in (select value from json_each(?))"
)


def span(store: Store, wanted: Sequence[int]) -> tuple[datetime, datetime] | None:
    """When the first and the last of these conversations (row ids) began; None for none."""
    ends: list[str] = []
    for start in range(0, len(wanted), _AT_ONCE):
        marks = ",".join(str(int(rid)) for rid in wanted[start : start + _AT_ONCE])
        row = store.row(f"select min(first_at), max(first_at) from conversations where rid in ({marks})")
        ends += [moment for moment in row or () if moment]
    return (clock.from_text(min(ends)), clock.from_text(max(ends))) if ends else None


def how_many_private(store: Store, wanted: Sequence[int]) -> int:
    """How many of these conversations (row ids) aren't public."""
    number = 0
    for start in range(0, len(wanted), _AT_ONCE):
        marks = ",".join(str(int(rid)) for rid in wanted[start : start + _AT_ONCE])
        number += store.value(f"select count(*) from conversations where rid in ({marks}) and is_public = 0")
    return number


def page(store: Store, wanted: Sequence[int]) -> list[Past]:
    """Rows of History ready to paint, in the order of `wanted` (row ids; unknown ones are left out)."""
    found = {
        row[0]: Past(
            row[0],
            row[1],
            row[2],
            row[3],
            _SOURCES[row[4]],
            row[5] == 1,
            _KINDS[row[6]],
            clock.from_text(row[7]),
            "" if row[10] else row[8],
            Outcome(row[9]),
            row[10] == 1,
        )
        for row in store.few(_PAST, _OF_PAST, (store.listed(wanted),))
    }
    return [found[rid] for rid in wanted if rid in found]
