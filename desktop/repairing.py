"""A damaged shop file is written anew from all that can still be read, and kept beside.

The rows are salvaged into a new file; what is worked out from them (search index, counts, the board's rows that history
still tells) is made again; then the new file takes the damaged one's place as a copy that is brought back does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from desktop import (
    accounts,
    backups,
    complaints,
    conversations,
    migrations,
    notes,
    pages,
    posts,
    retelling,
    salvage,
)
from desktop.clock import Clock
from desktop.driver import Connection, Key
from desktop.errors import NotOurs, StoreBroken
from desktop.language.said import Said, listed, many, said
from desktop.records import Guess, Kind
from desktop.salvage import Table
from desktop.settling import settle
from desktop.store import (
    FILE_NAME,
    SCHEMA,
    Store,
    check_file,
    check_ours,
    connect_to_read,
    plain_errors,
    version_of,
)

BEING_MADE, READABLE = "repaired.db.part", "repaired.db.part2"
_SAYS_EVERY = 1.0  # seconds
_EXCERPT = 160  # characters of the first message, in a row of the inbox
_WITHOUT_ROW = (
    "select distinct conversation from posts where conversation <> '' "
    "and not exists(select 1 from conversations where id = posts.conversation)"
)
_HEART = frozenset({"posts", "conversations", "events"})  # where one is lost as a whole, a copy is the better shop
_OURS_TO_MAKE = frozenset({"tallies", "stages"})  # counted anew, so nobody asks how many rows of it could be read


class Repaired(NamedTuple):
    """`damage` is what was found, "" for none: then nothing was done. `kept` is where the damaged file is."""

    damage: str
    tables: tuple[Table, ...] = ()
    begun_again: int = 0  # conversations that were put back from their messages
    told_again: int = 0  # complaints that history put back on the board
    asks_again: bool = False  # the places are asked for everything they still give
    kept: Path | None = None


def repair(
    folder: Path, clock: Clock, key: Key | None = None, say: Callable[[str], None] = lambda _: None
) -> Repaired:
    """Looks at every page of the shop file and writes it anew where something is wrong, and says so meanwhile.

    Where nothing is, its search index and counts are made anew in it. Call it while holding the folder and with no
    store open. Raises StoreBroken where nothing can be read, StoreTooNew, DiskTrouble; then nothing has changed.
    """
    current, made, readable = folder / FILE_NAME, folder / BEING_MADE, folder / READABLE
    _forget(made, readable)
    try:
        found = damage(current, key)
        if not found:
            _indexed_anew(current, key)
            return Repaired("")
        say("The shop file is damaged. Reading what can still be read.")
        tables = _salvaged(_readable(current, readable, key, say), made, key, say)
        _forget(readable)
        say("Making the search index and the counts anew.")
        put_back = _made_whole(made, key, {table.name for table in tables if not table.is_whole}, clock)
        check_file(made, key)
        done = backups.restore(folder, made, clock.local(clock.now()), key, key)
        return Repaired(found, tuple(tables), *put_back, done.replaced)
    finally:
        _forget(made, readable)


def damage(path: Path, key: Key | None = None) -> str:
    """What is wrong with a shop file, for somebody who knows such files; "" for nothing.

    Raises StoreBroken where it can't be opened at all or isn't a shop's, StoreTooNew, DiskTrouble. A protected one
    that can't be opened is damaged: which of its pages still are its own is for pages.py to say.
    """
    if not path.exists():
        raise StoreBroken("Your shop's file is missing.", advice="Bring a copy back (restore).")
    try:
        with _opened(path, key) as conn:
            try:
                with plain_errors():
                    return _of_its_pages(conn)
            except StoreBroken as broken:
                return broken.details or str(broken)
    except StoreBroken as broken:
        if key is None or isinstance(broken, NotOurs):
            raise
        return broken.details or str(broken)


def _readable(current: Path, readable: Path, key: Key | None, say: Callable[[str], None]) -> Path:
    """What to read a damaged file from."""
    if key is None:
        return current
    damaged = pages.readable_copy(current, readable, key)
    if damaged == [1]:
        raise _nothing_readable("page 1")
    if damaged:
        say(f"Pages that can't be read: {len(damaged):,} of {readable.stat().st_size // pages.PAGE:,}.")
    return readable


@contextmanager
def _opened(path: Path, key: Key | None) -> Iterator[Connection]:
    try:
        with plain_errors():
            conn = connect_to_read(path, key)
    except StoreBroken as broken:
        raise _nothing_readable(broken.details) from broken
    with closing(conn):
        with plain_errors():
            check_ours(conn)
        yield conn


def _nothing_readable(details: str = "") -> StoreBroken:
    return StoreBroken(
        "Nothing could be read out of the shop's file.",
        advice="Nothing was changed. Bring a copy back (restore); the damaged file is kept then.",
        details=details,
    )


def _indexed_anew(path: Path, key: Key | None) -> None:
    if version_of(path, key) != SCHEMA:  # the next start brings it up to date
        return
    with closing(Store(path, key=key)) as store, store.writing():
        posts.index_anew(store)
        conversations.count_anew(store)
        notes.index_anew(store)
        complaints.count_anew(store)


def _of_its_pages(conn: Connection) -> str:
    said = "\n".join(str(row[0]) for row in conn.execute("pragma integrity_check(20)"))
    return "" if said == "ok" else said


def _salvaged(current: Path, made: Path, key: Key | None, say: Callable[[str], None]) -> list[Table]:
    with _opened(current, key) as conn:
        version = int(conn.execute("pragma user_version").fetchone()[0])
    if not 0 < version <= SCHEMA:
        raise _nothing_readable(f"schema {version}")
    with plain_errors():
        migrations.make(made, version, key)
    found = salvage.salvage(current, made, key, _HEART, _telling(say))
    tables = [one for one in found if one.name not in _OURS_TO_MAKE]
    if not any(table.read for table in tables):
        raise _nothing_readable()
    return tables


def _made_whole(made: Path, key: Key | None, hurt: set[str], clock: Clock) -> tuple[int, int, bool]:
    """(conversations and complaints that were put back, whether the places are asked for everything again)."""
    with plain_errors():
        migrations.upgrade(made, key)
    asks_again = bool(hurt & {"posts", "conversations", "authors"})
    with closing(Store(made, key=key)) as store, store.writing():
        told_again = _told_again(store) if "complaints" in hurt else 0
        begun_again = _begun_again(store) if "conversations" in hurt else []
        settle(store, begun_again, clock)
        posts.index_anew(store)
        conversations.count_anew(store)
        notes.index_anew(store)
        complaints.count_anew(store)
        if asks_again:
            accounts.forget_cursors(store)
        return len(begun_again), told_again, asks_again


def _told_again(store: Store) -> int:
    """Complaints whose row is gone and whose last state history still tells."""
    there = complaints.all_states(store)
    lacking = {one: state for one, state in retelling.retell(store) if one not in there}
    for one, state in lacking.items():
        complaints.restore(store, one, state)
    return len(lacking)


def _begun_again(store: Store) -> list[str]:
    """Conversations whose row is gone and whose messages are here: they wait again, as if they had just come.

    What they are is a guess that is made later, as all old guesses are read anew.
    """
    begun, on_board = [], complaints.all_states(store)
    for (one,) in store.rows(_WITHOUT_ROW):
        thread = posts.thread(store, one)
        root = next((post for post in thread if conversations.conversation_id(post.id) == one), None)
        if root is None:  # it begins when the place gives its first message again
            continue
        guess = Guess(Kind.COMPLAINT if one in on_board else Kind.OTHER, "")
        conversations.arrive(
            store,
            conversations.Arrival(
                one, root.account, root.platform, root.id, root.author, root.author_name, root.source, root.is_public,
                guess, None, root.posted_at, " ".join(root.text.split())[:_EXCERPT], root.stars
            ),
        )  # fmt: skip
        for post in thread[1:]:
            if post.author == root.author and not post.is_ours:
                conversations.they_wrote(store, one, post.posted_at)
        begun.append(one)
    return begun


def _forget(*made: Path) -> None:
    for path in made:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                path.with_name(path.name + ending).unlink(missing_ok=True)


# ---- in plain words ----------------------------------------------------------------------------------------

_OTHER = ""
_CALLED: dict[str, tuple[Callable[[int], Said], Said]] = {
    "posts": (lambda n: many("%n message", "%n messages", n), said("messages")),
    "conversations": (lambda n: many("%n conversation", "%n conversations", n), said("conversations")),
    "complaints": (
        lambda n: many("%n complaint on the board", "%n complaints on the board", n), said("complaints on the board"),
    ),
    "proofs": (lambda n: many("%n proof of an ending", "%n proofs of endings", n), said("proofs of endings")),
    "drafts": (lambda n: many("%n draft", "%n drafts", n), said("drafts")),
    "replies": (lambda n: many("%n reply", "%n replies", n), said("replies")),
    "notes": (lambda n: many("%n note", "%n notes", n), said("notes")),
    "promises": (lambda n: many("%n promise", "%n promises", n), said("promises")),
    "people": (lambda n: many("%n person", "%n people", n), said("people")),
    "facts": (
        lambda n: many("%n fact of the Shop book", "%n facts of the Shop book", n), said("facts of the Shop book"),
    ),
    "authors": (
        lambda n: many("%n name of somebody who wrote", "%n names of people who wrote", n),
        said("names of people who wrote"),
    ),
    "accounts": (lambda n: many("%n account", "%n accounts", n), said("accounts")),
    "events": (
        lambda n: many("%n entry of the history", "%n entries of the history", n), said("entries of the history"),
    ),
    _OTHER: (lambda n: many("%n other entry", "%n other entries", n), said("other entries")),
}  # fmt: skip


def _telling(say: Callable[[str], None]) -> Callable[[Table], None]:
    """Says how many rows of a table were read so far, now and then."""
    last = time.monotonic()

    def tell(table: Table) -> None:
        nonlocal last
        if table.name in _CALLED and time.monotonic() - last >= _SAYS_EVERY:
            last = time.monotonic()
            say(said("Read so far: {what}.", what=_count(table.name, table.read)))

    return tell


def in_words(done: Repaired) -> list[str]:
    """What was done, for a person."""
    if not done.damage:
        return ["The shop file is well. Its search index and its counts were made anew."]
    lines = ["The shop file was damaged. It was written anew from what could be read."]
    counts = {table.name: table.read for table in done.tables}
    read = [_count(name, counts[name]) for name in _CALLED if counts.get(name)]
    lines.append(said("Read and kept: {what}.", what=listed(*read)))
    lines.append(_lost(done.tables))
    if done.begun_again:
        begun = _count("conversations", done.begun_again)
        lines.append(said("Put back from the messages, without what was decided about them: {what}.", what=begun))
    if done.told_again:
        told = _count("complaints", done.told_again)
        lines.append(said("Put back from what history tells: {what}.", what=told))
    if done.asks_again:
        lines.append("The next check asks every place for what it still has.")
    lines.append("What waited to be sent is held: look at it before it goes.")
    if done.kept:
        lines.append(f"The damaged file is kept: {done.kept}")
    return lines


def _lost(tables: Sequence[Table]) -> str:
    """What has no name among people (which wording was used when) is told together."""
    counted, unknown = dict[str, int](), dict[str, Said]()
    for table in tables:
        name = table.name if table.name in _CALLED else _OTHER
        if table.lost is None:
            unknown[name] = _CALLED[name][1]
        elif not table.is_whole:
            counted[name] = counted.get(name, 0) + table.lost
    what, more = listed(*(_count(name, number) for name, number in counted.items())), listed(*unknown.values())
    if what and more:
        return said("Couldn't be read: {what}, and nobody can say how many {more}.", what=what, more=more)
    if what:
        return said("Couldn't be read: {what}.", what=what)
    return said("Couldn't be read: nobody can say how many {more}.", more=more) if more else "Nothing was lost."


def _count(name: str, number: int) -> Said:
    return _CALLED[name][0](number)
