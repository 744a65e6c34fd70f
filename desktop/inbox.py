"""The inbox as a list: how many each group holds, in which order they stand, and rows ready to paint.

It reads `rids` once per group and then pages of rows by id, so a page costs the same at any depth.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from desktop import clock
from desktop.conversations import IS_DOWN
from desktop.records import Group, Kind, Row, Source
from desktop.store import Row as StoreRow
from desktop.store import Store

_ORDERS = {"due": "rank, sort_key, rid", "newest": "first_at desc, rid desc", "oldest": "first_at, rid"}
_GROUPS = {group.value: group for group in Group} | {0: Group.NEEDS_ANSWER}
_KINDS = {kind.value: kind for kind in Kind}
_SOURCES = {source.value: source for source in Source}


class Filter(NamedTuple):
    """What the list is narrowed to: None or "" is everything."""

    public: bool | None = None
    holder: str = ""

    def where(self, done_since: datetime | None = None) -> tuple[str, dict[str, object]]:
        """The condition, with `:grp` still to be given; `done_since`: only what was done since then."""
        parts, params = ["grp = :grp"], dict[str, object]()
        if done_since is not None:  # `+grp`: by the index of what was done when, not by all that ever was
            parts, params["since"] = ["done_at >= :since", "+grp = :grp"], clock.to_text(done_since)
        narrowed, more = self.narrowed()
        return " and ".join([*parts, *narrowed]), params | more

    def narrowed(self) -> tuple[list[str], dict[str, object]]:
        """The conditions whatever the group."""
        parts, params = list[str](), dict[str, object]()
        if self.public is not None:
            parts.append("is_public = :public")
            params["public"] = int(self.public)
        if self.holder:
            parts.append("holder = :holder")
            params["holder"] = self.holder
        return parts, params


def groups(store: Store, chosen: Filter, *, done_since: datetime) -> tuple[tuple[Group, int], ...]:
    """How many conversations each group holds; Done counts those done since a moment (today's opening)."""
    found = [(g, _count(store, g, chosen)) for g in (Group.NEEDS_ANSWER, Group.NOT_SHOWN, Group.WAITING)]
    where, params = chosen.where(done_since)
    done = store.value(
        f"select count(*) from conversations where {where}", params | {"grp": Group.DONE.value}
    )
    return (*found, (Group.DONE, int(done)))


class Asked(NamedTuple):
    """A conversation in which somebody waits for the owner's word, and where else it would stand."""

    rid: int
    group: Group
    done_at: datetime | None


def asked(store: Store, chosen: Filter) -> list[Asked]:
    """Those with an ask that waits, the one that has waited longest first."""
    narrowed, params = chosen.narrowed()
    rows = store.rows(
        "select c.rid, c.grp, c.done_at from (select conversation, min(at) as asked_at from asks "
        "where state = 'waiting' group by conversation) a join conversations c on c.id = a.conversation "
        f"where {' and '.join(['true', *narrowed])} order by a.asked_at, c.rid",
        params,
    )
    return [Asked(row[0], _GROUPS[row[1]], clock.maybe(row[2])) for row in rows]


def _count(store: Store, group: Group, chosen: Filter) -> int:
    if chosen.holder:
        where, params = chosen.where()
        return int(
            store.value(f"select count(*) from conversations where {where}", params | {"grp": group.value})
        )
    store.put_gathered()
    sql = "select coalesce(sum(n), 0) from tallies where grp = ? and is_public in (?, ?)"
    public = (0, 1) if chosen.public is None else (int(chosen.public),) * 2
    return int(store.value(sql, (group.value, *public)))


def rids(
    store: Store,
    group: Group,
    chosen: Filter,
    sort: str = "due",
    *,
    done_since: datetime | None = None,
    limit: int = -1,
) -> array[int]:
    """Row ids of a group in the order they are shown; 8 bytes each."""
    where, params = chosen.where(done_since if group is Group.DONE else None)
    params |= {"grp": group.value, "limit": limit}
    # In one step of SQLite's: row by row a worker would wait for the window at every one.
    ordered = f"select rid from conversations where {where} order by {_ORDERS[sort]} limit :limit"
    found = store.value(f"select group_concat(rid, ' ') from ({ordered})", params)
    return array("q", map(int, found.split())) if found else array("q")


_PAGE = f"""
select c.rid, c.id, c.grp, c.author_name, c.platform, c.source, c.is_public, c.stars, c.first_at, c.excerpt, c.kind,
  c.kind_is_guess, c.is_serious, c.happening_until, c.waiting_since, c.mark, c.mark_at, c.holder, c.last_theirs_at,
  c.maybe, c.is_unsure, c.kind_reason, r.at, {IS_DOWN} as taken_down
from conversations c left join reads r on r.conversation = c.id and r.person = ?
where c.rid in ({{marks}})
"""


def page(store: Store, wanted: Sequence[int], person: str, now: datetime) -> list[Row]:
    """Rows ready to paint, in the order of `wanted` (row ids; unknown ones are left out).

    One read by row id, and the few drafts, promises and replies on their way that there are at any time.
    """
    if not wanted:
        return []
    marks = ",".join(str(int(rid)) for rid in wanted)
    moment = clock.to_text(now)
    lively = _Lively(store, person, moment)
    rows = store.rows(_PAGE.replace("{marks}", marks), (person,))
    found = {row[0]: _list_row(row, lively, moment) for row in rows}
    return [found[rid] for rid in wanted if rid in found]


class _Lively:
    """What is going on just now, in all conversations: a few rows each, from partial indexes."""

    def __init__(self, store: Store, person: str, now: str) -> None:
        people = store.rows("select id, name, role = 'owner' and left_at is null from people order by id")
        self.names: dict[str, str] = {row[0]: row[1] for row in people}
        owners = {row[0]: row[1] for row in people if row[2]}
        self.is_owner, self.owner = person in owners, next(iter(owners.values()), "")
        waiting = store.rows("select conversation, person from asks where state = 'waiting' order by at desc")
        self.asks: dict[str, str] = {row[0]: row[1] for row in waiting}  # the first of each stays
        promised = store.rows(
            "select conversation, min(due_at) from promises where kept_at is null and taken_back_at is null "
            "group by conversation"
        )
        self.due: dict[str, str] = {row[0]: row[1] for row in promised}
        self.replies = {
            one: (state, at)
            for one, state, at in store.rows(
                "select conversation, state, not_before from replies "
                "where state in ('waiting', 'sending', 'unsure', 'held', 'refused') "
                "union all select conversation, state, not_before from replies where state = 'copied'"
            )
        }
        taken = "select conversation, person, until from claims where since <= ? and until > ?"
        self.claims: dict[str, tuple[str, str]] = {
            one: (who, until) for one, who, until in store.rows(taken, (now, now)) if who in self.names
        }
        self.me = person
        self.own_drafts, self.drafts = set[str](), dict[str, str]()
        for one, who in store.rows("select conversation, person from drafts where channel <> 'note'"):
            if who == person:
                self.own_drafts.add(one)
            else:
                self.drafts[one] = self.names.get(who, "")


def _list_row(row: StoreRow, lively: _Lively, now: str) -> Row:
    (_, one, grp, name, platform, source, is_public, stars, first_at, excerpt, kind, is_guess, is_serious, happening,
     waiting, mark, mark_at, holder, theirs_at, maybe, is_unsure, reason, read_at, is_taken_down) = row  # fmt: skip
    urgent = grp == 1 and ("serious" if is_serious else "happening" if happening and happening > now else "")
    who = name
    if one in lively.replies:
        state, at = lively.replies[one]
        state = f"reply_{state}"
    elif one in lively.asks and urgent != "happening":
        who = lively.names.get(lively.asks[one], "") if lively.is_owner else lively.owner
        state, at = ("asks_me" if lively.is_owner else "waits_for") + (f"_{urgent}" if urgent else ""), None
    elif urgent:
        state, at = urgent, None
    elif one in lively.due:
        at = lively.due[one]
        state = "promise_overdue" if at < now else "back_by"
    elif one in lively.claims and lively.claims[one][0] != lively.me:
        state, at, who = "answering", None, lively.names[lively.claims[one][0]]
    elif one in lively.own_drafts:
        state, at = "draft_own", None
    elif one in lively.claims:
        state, at = "on_it", lively.claims[one][1]
    elif one in lively.drafts:
        state, at, who = "draft_by", None, lively.drafts[one]
    elif mark:
        state, at = mark, mark_at
    elif grp == 1 and waiting and waiting > first_at:
        state, at = "wrote_again", waiting
    else:
        state, at = "", None
    return Row(
        one,
        _GROUPS[grp],
        name,
        platform,
        _SOURCES[source],
        is_public == 1,
        stars,
        clock.from_text(first_at),
        "" if is_taken_down else excerpt,
        _KINDS[kind],
        is_guess == 1,
        state,
        who,
        clock.from_text(at) if at else None,
        lively.names.get(holder, "") if holder else "",
        grp == 1 and (read_at is None or read_at < theirs_at),
        _KINDS.get(maybe) if is_guess == 1 else None,
        is_taken_down == 1,
        is_unsure == 1,
        "" if is_taken_down == 1 else reason,
    )


def badge(store: Store) -> int:
    """The inbox's number: Needs an answer + Fixed, but nobody can tell."""
    store.put_gathered()
    return int(store.value("select coalesce(sum(n), 0) from tallies where grp in (1, 2)"))
