"""What waits for a person: each conversation with its kind, holder, reminder and place in the inbox.

`inbox` lists them and `past` looks back on them. How many each group holds is kept in `tallies` as they move, not
counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from desktop import clock, ids
from desktop.records import Conversation, Group, Guess, Kind, Source
from desktop.store import Row as StoreRow
from desktop.store import Store

OWNS = ("conversations", "tallies", "reads")


# --- finding ---------------------------------------------------------------------------------------

# What the conversation `c` began with isn't there any more: its writer took it down.
IS_DOWN = "exists(select 1 from posts o where o.id = c.root_post and o.gone_at is not null and not o.is_ours)"
_SELECT = f"select c.*, {IS_DOWN} as taken_down from conversations c "
_KINDS = {kind.value: kind for kind in Kind}


def has_any(store: Store) -> bool:
    return bool(store.value("select exists (select 1 from conversations)"))


def counted_since(store: Store, begin: datetime) -> Counter[Kind]:
    """How many of each kind began since then."""
    found = store.rows(
        "select kind, count(*) from conversations where first_at >= ? group by kind", (clock.to_text(begin),)
    )
    return Counter({Kind(kind): int(number) for kind, number in found})


def of_account(store: Store, account: str) -> int:
    """How many conversations an account has brought."""
    return int(store.value("select count(*) from conversations where account = ?", (account,)))


def id_of(store: Store, rid: int) -> str | None:
    found: str | None = store.value("select id from conversations where rid = ?", (rid,))
    return found


def rid_of(store: Store, conversation: str) -> int | None:
    found: int | None = store.value("select rid from conversations where id = ?", (conversation,))
    return found


def by_id(store: Store, conversation: str) -> Conversation | None:
    row = store.row(_SELECT + "where c.id = ?", (conversation,))
    return _conversation(row) if row else None


def public_of_kind(store: Store, kind: Kind) -> list[Conversation]:
    """Every public conversation of a kind, the oldest first."""
    rows = store.rows(_SELECT + "where c.kind = ? and c.is_public order by c.first_at, c.id", (kind.value,))
    return [_conversation(row) for row in rows]


def earlier(store: Store, one: Conversation, limit: int = 20) -> list[Conversation]:
    """Other conversations with the same person, newest first."""
    rows = store.rows(
        _SELECT + "where c.author = ? and c.id <> ? order by c.first_at desc limit ?",
        (one.author, one.id, limit),
    )
    return [_conversation(row) for row in rows]


def newest_by(store: Store, account: str, author: str, limit: int = 20) -> list[Conversation]:
    """Conversations of one account with one person, newest first."""
    rows = store.rows(
        _SELECT + "where c.author = ? and c.account = ? order by c.first_at desc, c.id desc limit ?",
        (author, account, limit),
    )
    return [_conversation(row) for row in rows]


# --- arriving and moving ------------------------------------------------------------------------------


class Arrival(NamedTuple):
    """A new conversation, judged before it is stored."""

    id: str
    account: str
    platform: str
    root_post: str
    author: str
    author_name: str
    source: Source
    is_public: bool
    guess: Guess
    happening_until: datetime | None
    at: datetime
    excerpt: str
    stars: int | None


def conversation_id(root_post: str) -> str:
    """Made from what the platform already names, so two computers agree."""
    return ids.remote("conversation", root_post)


def arrive(store: Store, new: Arrival) -> None:
    """Stores a conversation that needs an answer; `settling` gives it its place right after."""
    at = clock.to_text(new.at)
    store.write(
        "insert into conversations(id, account, platform, root_post, author, author_name, source, is_public, kind, "
        "kind_reason, is_serious, score, is_unsure, maybe, topics, read_by, happening_until, waiting_since, first_at, "
        "last_at, last_theirs_at, excerpt, stars, kind_is_guess, grp, rank, sort_key, holder) "
        "values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 0, '') "
        "on conflict(id) do nothing",
        (
            new.id,
            new.account,
            new.platform,
            new.root_post,
            new.author,
            new.author_name,
            new.source.value,
            new.is_public,
            *_guessed(new.guess),
            clock.to_text(new.happening_until) if new.happening_until else None,
            at,
            at,
            at,
            at,
            new.excerpt,
            new.stars,
        ),
    )


def arrive_done(store: Store, new: Sequence[tuple[Arrival, datetime, int]]) -> set[str]:
    """Stores conversations that wait for nobody: each with the moment it was over and its place among what is done
    (`settling`). Returns those that weren't here yet."""
    ids_, marks = [each[0].id for each in new], ",".join("?" * len(new))
    known = {row[0] for row in store.rows(f"select id from conversations where id in ({marks})", ids_)}
    fresh = [each for each in new if each[0].id not in known]
    store.insert_many(f"insert into conversations({_DONE_COLUMNS})", [_done_row(*each) for each in fresh])
    tally(store, ((Group.DONE.value, each[0].is_public, 1) for each in fresh))
    return {each[0].id for each in fresh}


_DONE_COLUMNS = (
    "id, account, platform, root_post, author, author_name, source, is_public, kind, kind_reason, is_serious, score, "
    "is_unsure, maybe, topics, read_by, first_at, last_at, last_theirs_at, done_at, excerpt, stars, kind_is_guess, "
    "grp, rank, sort_key, holder"
)


def _done_row(new: Arrival, over_at: datetime, sort_key: int) -> tuple[object, ...]:
    """A row in the order of `_DONE_COLUMNS`."""
    at, over = clock.to_text(new.at), clock.to_text(over_at)
    who = (new.id, new.account, new.platform, new.root_post, new.author, new.author_name, new.source.value)
    what = (new.is_public, *_guessed(new.guess), at, over, at, over, new.excerpt, new.stars)
    return (*who, *what, 1, Group.DONE.value, 0, sort_key, "")


def _guessed(guess: Guess) -> tuple[str | int, ...]:
    """kind, kind_reason, is_serious, score, is_unsure, maybe, topics, read_by"""
    maybe = guess.maybe.value if guess.maybe else ""
    score = round(guess.score * 1000)
    topics = " ".join(guess.topics)
    return (guess.kind.value, guess.reason, guess.is_serious, score, guess.is_unsure, maybe, topics, guess.read_by)


def they_wrote(store: Store, conversation: str, at: datetime) -> None:
    """A new word from the customer: it waits again, whatever was decided before."""
    moment = clock.to_text(at)
    store.write(
        "update conversations set waiting_since = coalesce(min(waiting_since, ?), ?), last_at = max(last_at, ?), "
        "last_theirs_at = max(last_theirs_at, ?), done_at = null, remind_at = null where id = ?",
        (moment, moment, moment, moment, conversation),
    )


def went_on(store: Store, conversation: str, at: datetime, *, is_theirs: bool) -> None:
    """Something was said in it long ago: it waits for nobody because of that."""
    store.write(
        "update conversations set last_at = max(last_at, ?), last_theirs_at = iif(?, max(last_theirs_at, ?), "
        "last_theirs_at) where id = ?",
        (clock.to_text(at), is_theirs, clock.to_text(at), conversation),
    )


def they_edited(store: Store, conversation: str, excerpt: str, stars: int | None, at: datetime) -> None:
    store.write(
        "update conversations set excerpt = ?, stars = ?, last_at = max(last_at, ?), "
        "last_theirs_at = max(last_theirs_at, ?) where id = ?",
        (excerpt, stars, clock.to_text(at), clock.to_text(at), conversation),
    )


def we_answered(store: Store, conversation: str, at: datetime, *, through: datetime) -> None:
    """Our answer went out; words of theirs newer than `through` still wait."""
    store.write(
        "update conversations set last_at = max(last_at, ?), "
        "waiting_since = iif(last_theirs_at > ?, waiting_since, null) where id = ?",
        (clock.to_text(at), clock.to_text(through), conversation),
    )


def nothing_waits(store: Store, conversation: str) -> None:
    """A person decided that nothing needs answering here now."""
    store.write("update conversations set waiting_since = null where id = ?", (conversation,))


def wait_again(store: Store, conversation: str, since: datetime) -> None:
    store.write(
        "update conversations set waiting_since = ?, done_at = null where id = ?",
        (clock.to_text(since), conversation),
    )


def rejudge(store: Store, conversation: str, guess: Guess) -> None:
    """A better guess; what a person said stays, and so does what was found serious."""
    kind, reason, is_serious, score, is_unsure, maybe, topics, read_by = _guessed(guess)
    store.write(
        "update conversations set kind = ?, kind_reason = ?, is_serious = max(is_serious, ?), score = ?, "
        "is_unsure = ?, maybe = ?, topics = iif(topics_are_guess, ?, topics), read_by = ? "
        "where id = ? and kind_is_guess",
        (kind, reason, is_serious, score, is_unsure, maybe, topics, read_by, conversation),
    )


def was_read(store: Store, conversation: str, reader: str) -> None:
    """This reader has nothing better to say of it."""
    store.write("update conversations set read_by = ? where id = ?", (reader, conversation))


def turned_serious(store: Store, conversation: str) -> None:
    """A later word of theirs is serious, whatever the first was and whoever sorted it."""
    store.write("update conversations set is_serious = 1 where id = ?", (conversation,))


def read_anew(store: Store, chosen: Iterable[str], turn: str) -> None:
    """These guesses are to be made again: as if no reader had read them. The smaller `turn`, the sooner."""
    store.write_many("update conversations set read_by = ? where id = ?", [(turn, one) for one in chosen])


class OpenGuess(NamedTuple):
    """A guess where work is still open, and what it rests on."""

    id: str
    text: str
    stars: int | None
    is_unsure: bool


def open_guesses(store: Store, reader: str, limit: int) -> list[OpenGuess]:
    """Guesses of this reader where work is still open, but none of what is serious: the newest first."""
    rows = store.rows(
        "select c.id, coalesce(p.text, ''), c.stars, c.is_unsure from conversations c left join posts p "
        "on p.id = c.root_post where c.kind_is_guess and c.done_at is null and c.read_by = ? and not c.is_serious "
        "order by c.first_at desc limit ?",
        (reader, limit),
    )
    return [OpenGuess(row[0], row[1], row[2], bool(row[3])) for row in rows]


class Unread(NamedTuple):
    """A guess that another reader made, and the words it rests on."""

    id: str
    text: str


def read_by_others(store: Store, reader: str, limit: int) -> list[Unread]:
    """Guesses of other readers where work is still open, the newest first in each."""
    part = (
        "select c.id, c.root_post from conversations c indexed by conversations_read_by "
        "where kind_is_guess and done_at is null and read_by {} ? limit ?"
    )
    sql = f"select * from ({part.format('<')}) union all select * from ({part.format('>')}) limit ?"
    rows = store.rows(
        f"select o.id, coalesce(p.text, '') from ({sql}) o left join posts p on p.id = o.root_post",
        (reader, limit, reader, limit, limit),
    )
    return [Unread(row[0], row[1]) for row in rows]


def set_kind(store: Store, conversation: str, kind: Kind) -> None:
    """A person said what it is."""
    store.write(
        "update conversations set kind = ?, kind_is_guess = 0 where id = ?", (kind.value, conversation)
    )


def set_topics(store: Store, conversation: str, topics: Iterable[str]) -> None:
    """A person said what it is about."""
    store.write(
        "update conversations set topics = ?, topics_are_guess = 0 where id = ?", (" ".join(topics), conversation)
    )


def give_to_account(store: Store, account: str, other: str) -> None:
    """All of one account becomes another's: it was the same all along."""
    store.write("update conversations set account = ? where account = ?", (other, account))


def give_to(store: Store, conversation: str, person: str) -> None:
    store.write("update conversations set holder = ? where id = ?", (person, conversation))


def done(store: Store, conversation: str, at: datetime) -> None:
    store.write(
        "update conversations set done_at = ?, waiting_since = null, remind_at = null where id = ?",
        (clock.to_text(at), conversation),
    )


def remind(store: Store, conversation: str, at: datetime | None) -> None:
    store.write(
        "update conversations set remind_at = ? where id = ?",
        (clock.to_text(at) if at else None, conversation),
    )


def reminders_due(store: Store, now: datetime) -> tuple[str, ...]:
    rows = store.rows(
        "select id from conversations where remind_at is not null and remind_at <= ?", (clock.to_text(now),)
    )
    return tuple(row["id"] for row in rows)


def time_bound(store: Store, now: datetime) -> tuple[str, ...]:
    """Conversations whose place may change because time went by: happening now, promises."""
    rows = store.rows(
        "select id from conversations where happening_until is not null and grp = 1 "
        "union select conversation from promises where kept_at is null and taken_back_at is null"
    )
    return tuple(row[0] for row in rows)


def happened(store: Store, now: datetime) -> None:
    """Forgets "happening now" where its hour is over."""
    store.write(
        "update conversations set happening_until = null where happening_until is not null and happening_until <= ?",
        (clock.to_text(now),),
    )


def with_posts(store: Store, posts: Sequence[str]) -> list[Conversation]:
    """The conversations that these posts are in."""
    marks = ",".join("?" * len(posts))
    inside = f"select conversation from posts where id in ({marks})"
    return [_conversation(row) for row in store.rows(_SELECT + f"where c.id in ({inside})", posts)]


def place(
    store: Store,
    conversation: str,
    group: Group,
    rank: int,
    sort_key: int,
    mark: str = "",
    mark_at: datetime | None = None,
) -> bool:
    """Gives a conversation its place in the inbox and its state line; keeps the tallies. True when it changed."""
    old = store.row(
        "select grp, rank, sort_key, mark, mark_at, is_public from conversations where id = ?",
        (conversation,),
    )
    if old is None:
        return False
    before, *_, is_public = was = tuple(old)
    now = int(group)
    wanted = (now, rank, sort_key, mark, clock.to_text(mark_at) if mark_at else None)
    if was[:5] == wanted:
        return False
    store.write(
        "update conversations set grp = ?, rank = ?, sort_key = ?, mark = ?, mark_at = ? where id = ?",
        (*wanted, conversation),
    )
    if before != now:
        tally(store, ((before, is_public, -1), (now, is_public, 1)))
    return True


def drop(store: Store, conversation: str) -> None:
    """Takes out one that was added by mistake. Its posts belong to nobody's work any more (`posts.unsay`)."""
    old = store.row("select grp, is_public from conversations where id = ?", (conversation,))
    if old is not None:
        store.write("delete from conversations where id = ?", (conversation,))
        tally(store, [(old["grp"], old["is_public"], -1)])


def drop_all(store: Store, gone: Sequence[str]) -> None:
    """Takes out several at once."""
    marks = ",".join("?" * len(gone))
    counted = store.rows(
        f"select grp, is_public, -count(*) from conversations where id in ({marks}) group by grp, is_public", gone
    )
    store.write(f"delete from conversations where id in ({marks})", gone)
    tally(store, [(row[0], row[1], row[2]) for row in counted])


def tally(store: Store, moves: Iterable[tuple[int, int, int]]) -> None:
    """Adds to the kept counts: (group, is_public, how many more); group 0 is not counted. Written with the commit."""
    sums = store.gathering(_put_tallies)
    for group, is_public, more in moves:
        if group:
            sums[group, is_public] += more


def _put_tallies(store: Store, sums: Counter[tuple[int, int]]) -> None:
    store.insert_many(
        "insert into tallies(grp, is_public, n)",
        [(*key, more) for key, more in sums.items() if more],
        "on conflict(grp, is_public) do update set n = n + excluded.n",
    )


def count_anew(store: Store) -> None:
    """The kept counts, made from the rows as they stand."""
    store.put_gathered()
    store.write("delete from tallies")
    store.write(
        "insert into tallies(grp, is_public, n) "
        "select grp, is_public, count(*) from conversations where grp <> 0 group by grp, is_public"
    )


# --- per person ------------------------------------------------------------------------------------------


def mark_read(store: Store, conversation: str, person: str, at: datetime) -> None:
    store.write(
        "insert into reads(conversation, person, at) values(?, ?, ?) "
        "on conflict(conversation, person) do update set at = excluded.at",
        (conversation, person, clock.to_text(at)),
    )


def mark_unread(store: Store, conversation: str, person: str) -> None:
    store.write("delete from reads where conversation = ? and person = ?", (conversation, person))


def erase_reads(store: Store, chosen: Sequence[str]) -> None:
    """Who read these conversations when."""
    store.write(f"delete from reads where conversation in ({', '.join('?' * len(chosen))})", chosen)


NAMELESS = "[name]"  # who spoke, and what stands in our words in the place of their name


def only_ours(store: Store, conversation: str, root: str, excerpt: str, at: datetime) -> None:
    """What is left of a conversation whose person was forgotten: our words, done, of no kind, to nobody's name."""
    store.write(
        "update conversations set root_post = ?, author = id, author_name = ?, kind = 'other', kind_is_guess = 0, "
        "kind_reason = '', is_serious = 0, score = 0, is_unsure = 0, maybe = '', topics = '', topics_are_guess = 0, "
        "stars = null, happening_until = null, waiting_since = null, remind_at = null, holder = '', excerpt = ?, "
        "done_at = coalesce(done_at, ?) where id = ?",
        (root, NAMELESS, excerpt, clock.to_text(at), conversation),
    )


def begins_with(store: Store, conversation: str, root: str, excerpt: str) -> None:
    """What it began with is gone, by its age."""
    store.write("update conversations set root_post = ?, excerpt = ? where id = ?", (root, excerpt, conversation))


def put_back_rows(store: Store, rows: Sequence[dict[str, Any]]) -> None:
    """Conversations as they were before `only_ours` or `drop`. `settling` gives them their place right after."""
    rows = [{**{name: row[name] for name in row if name != "rid"}, "grp": 0} for row in rows]
    for row in rows:
        drop(store, str(row["id"]))
    store.put_back("conversations", rows, "id")


# --- undo --------------------------------------------------------------------------------------------------

_KEPT = (
    "kind kind_is_guess holder waiting_since last_at remind_at done_at happening_until is_serious topics "
    "topics_are_guess"
).split()


def snapshot(store: Store, conversation: str) -> dict[str, object]:
    """What a person can change, as it is now: for `put_back`."""
    row = store.row("select * from conversations where id = ?", (conversation,))
    return {column: row[column] for column in _KEPT} if row else {}


def put_back(store: Store, conversation: str, kept: dict[str, object], made: dict[str, object]) -> None:
    """Takes back what one act changed: `kept` is how it was before, `made` right after. What changed since stays."""
    for column in kept:
        if kept[column] != made.get(column):
            store.write(
                f"update conversations set {column} = ? where id = ? and {column} is ?",
                (kept[column], conversation, made[column]),
            )


def _conversation(row: StoreRow) -> Conversation:
    return Conversation(
        id=row["id"],
        account=row["account"],
        platform=row["platform"],
        root_post=row["root_post"],
        author=row["author"],
        author_name=row["author_name"],
        source=Source(row["source"]),
        is_public=bool(row["is_public"]),
        kind=Kind(row["kind"]),
        kind_is_guess=bool(row["kind_is_guess"]),
        kind_reason=row["kind_reason"],
        is_serious=bool(row["is_serious"]),
        happening_until=clock.maybe(row["happening_until"]),
        group=Group(row["grp"] or 1),
        holder=row["holder"],
        waiting_since=clock.maybe(row["waiting_since"]),
        first_at=clock.from_text(row["first_at"]),
        last_at=clock.from_text(row["last_at"]),
        excerpt=row["excerpt"],
        stars=row["stars"],
        remind_at=clock.maybe(row["remind_at"]),
        done_at=clock.maybe(row["done_at"]),
        score=row["score"] / 1000,
        is_unsure=bool(row["is_unsure"]),
        maybe=_KINDS.get(row["maybe"]),
        topics=tuple(row["topics"].split()),
        topics_are_guess=bool(row["topics_are_guess"]),
        is_taken_down=bool(row["taken_down"]),
    )
