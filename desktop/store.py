"""The one door to SQLite: open the shop file, read it, write it in transactions, back it up.

Rooms call `rows`, `row`, `value` to read and `write`, `write_many`, `insert_many` inside `writing()` to write.
A store belongs to the thread that opened it. `sqlite_utils` is imported only when a file has to
be made or upgraded, since it would double the time to the first painted window.
"""

from __future__ import annotations

import errno
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from desktop import driver
from desktop.changes import Changes
from desktop.driver import Connection, Key
from desktop.driver import Row as Row
from desktop.errors import (
    DiskFull,
    DiskTrouble,
    GivenUp,
    NotOurs,
    ReadOnly,
    ShopBusy,
    ShopError,
    StoreBroken,
    StoreTooNew,
    StoreTooOld,
)

APPLICATION_ID = 0x5A1DD04E
SCHEMA = 22  # how many migration steps this program knows; migrations.py asserts it
FILE_NAME = "shop.db"
LOCK_NAME = "shop.lock"
KEYS_NAME, KEYS_COPY = "shop.keys", "backups/shop.keys"  # beside a protected file: the ways in (keys.py)
CONVERTING = "shop.converting"  # beside a file that is being protected, or opened for good (sealing.py)
REPLACED = "replaced-"  # how files begin that another one took the place of
FOLDERS = ("", "backups", "pictures", "forgotten")  # where files of a shop are, in its folder
_HALVES = {  # files of ours that are being written, with SQLite’s beside them; others may keep files there, too
    "": r"((shop|restoring|repaired|replaced-[\d-]+)\.(db|keys|converting)(\.converted)?|\..+)\.part2?(-\w+)?",
    "backups": r"(shop|before)[\w-]*\.(db|keys)(\.converted)?\.part2?(-\w+)?",
    "pictures": r"[A-Za-z0-9-]{1,64}\.new",
    "forgotten": r"[A-Za-z0-9-]{1,64}\.aside\.part",
}

INDEX_STEP = 250  # pages of a search index that are written anew at a time
_ROWS_A_STEP = 100
_PATIENCE = 2.0  # seconds that others who write are let go first
_STEPS = 10_000  # of SQLite's, a few milliseconds: so often it is asked whether its answer is still wanted
# KB of pages that a connection keeps: each thread has its own, and few write much. Over a million posts, searches and
# pages of History take the same CPU with 1, 2 and 4 MB; a page of its list asks the system 94, 85 and 75 times.
_ROOM, _ROOM_TO_WRITE = 2048, 16_384
_MANY, _INDEX = 50, "_fts"  # rows in one transaction that want the larger room, as the index of words always does
_WAL_PAGES = 4000  # 16 MB are written to the journal before they are moved into the file: a collect is seldom held up

Params = Sequence[Any] | dict[str, Any]

_WRITES = re.compile(
    r"^\s*(?:insert(?:\s+or\s+\w+)?\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+(\w+)", re.I
)


@lru_cache(maxsize=200)
def _written(sql: str) -> str:
    """The table that a statement writes."""
    match = _WRITES.match(sql)
    if not match:
        raise RuntimeError(f"not a write this store understands: {sql[:60]!r}")
    return match[1].lower()


@lru_cache(maxsize=50)
def _marks(rows: int, columns: int) -> str:
    """The places of so many rows in a statement."""
    return ", ".join([f"({', '.join('?' * columns)})"] * rows)


class Store:
    """One connection to a shop file. `key`: that of a protected one. Raises StoreBroken, StoreTooNew, DiskTrouble,
    ShopBusy."""

    def __init__(
        self,
        path: Path | str,
        changes: Changes | None = None,
        *,
        read_only: bool = False,
        key: Key | None = None,
    ) -> None:
        self.path, self.changes, self.read_only, self._key = path, changes or Changes(), read_only, key
        self._depth, self._touched, self._rows, self._has_room = 0, set[str](), 0, key is not None
        self._gathered: dict[Gathering, Counter[Any]] = {}
        self._is_stale = _never
        with plain_errors():
            self._conn = _connect(path, key, read_only=read_only)
            try:
                check_ours(self._conn, newer_is_fine=read_only)
                if not read_only:  # only now: somebody else's file is left as it is
                    self._conn.execute("pragma journal_mode=wal")
                    self._conn.execute("pragma synchronous=full")
                    self._conn.execute(f"pragma wal_autocheckpoint={_WAL_PAGES}")
                self._version = int(self._conn.execute("pragma user_version").fetchone()[0])
            except BaseException:
                self._conn.close()
                raise

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        with plain_errors(self._version):
            return self._conn.execute(sql, params).fetchall()

    def each(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """Rows one by one, without holding them all; use it up before the next write."""
        with plain_errors(self._version):
            yield from self._conn.execute(sql, params)

    def few(self, columns: str, of: str, params: Params = ()) -> list[list[Any]]:
        """Rows of "select `columns` `of`", in any order, brought over as one text: from row to row a thread gives its
        turn away, and whoever works beside it takes it each time. No bytes among them."""
        found: list[list[Any]] = json.loads(self.value(f"select json_group_array(json_array({columns})) {of}", params))
        return found

    @staticmethod
    def listed(numbers: Iterable[int]) -> str:
        """What a question takes for `in (select value from json_each(?))`: asked for other rows it reads as before, and
        SQLite needn't make a plan anew."""
        return f"[{','.join(str(int(one)) for one in numbers)}]"

    def row(self, sql: str, params: Params = ()) -> Row | None:
        with plain_errors(self._version):
            found: Row | None = self._conn.execute(sql, params).fetchone()
            return found

    def free_room(self) -> int:
        """Bytes of the file in which nothing stands any more; what comes next is written there."""
        return int(self.value("select freelist_count * page_size from pragma_freelist_count, pragma_page_size"))

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return found[0] if found else None

    def moment(self) -> tuple[int, int]:
        """Another one after each change to the file, by whoever: until then an answer holds."""
        return self._conn.execute("pragma data_version").fetchone()[0], self._conn.total_changes

    def teach(self, name: str, arguments: int, work: Callable[..., Any]) -> None:
        """A function of ours that this store's questions may use."""
        self._conn.create_function(name, arguments, work)

    @contextmanager
    def unless(self, is_stale: Callable[[], bool]) -> Iterator[Store]:
        """Questions that are given up once nobody wants their answers any more. Raises GivenUp."""
        self._conn.set_progress_handler(lambda: int(is_stale()), _STEPS)
        self._is_stale = is_stale
        try:
            yield self
        except driver.errors("OperationalError") as error:
            raise (GivenUp() if "interrupted" in str(error) else error) from error
        finally:
            self._conn.set_progress_handler(None, 0)
            self._is_stale = _never

    def check_wanted(self) -> None:
        """For long work on an answer: raises GivenUp inside `unless`, once nobody wants it any more."""
        if self._is_stale():
            raise GivenUp

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Several questions about one moment: what others write in between isn't seen. Nothing is written inside."""
        if self._conn.in_transaction:
            yield self
            return
        with plain_errors(self._version):
            self._conn.execute("begin")
            try:
                yield self
            finally:
                self._conn.execute("commit")

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """A transaction that begins by taking the write lock; nested ones join the outermost.

        After the commit the names of the changed tables are published. Raises ReadOnly in a shop that is only read.
        """
        if self.read_only:
            raise ReadOnly
        if self._depth:
            self._depth += 1
            try:
                yield self
            finally:
                self._depth -= 1
            return
        with plain_errors():
            self.changes.wants_to_write()
            try:
                self._conn.execute("begin immediate")
            finally:
                self.changes.has_its_turn()
            self._depth, self._touched, self._rows = 1, set(), 0
            try:
                yield self
                self.put_gathered()
                self._conn.execute("commit")
            except BaseException:
                with suppress(*driver.errors()):
                    self._conn.execute("rollback")
                raise
            finally:
                self._depth = 0
                self._gathered.clear()
        if self._touched:
            self.changes.publish(frozenset(self._touched))

    def gathering(self, put: Gathering) -> Counter[Any]:
        """Sums to add to in this transaction; `put` writes them, once, before the commit."""
        if not self._depth:
            raise RuntimeError("a write outside writing()")
        if (found := self._gathered.get(put)) is None:
            found = self._gathered[put] = Counter()
        return found

    def put_gathered(self) -> None:
        """Writes what was gathered, for who reads it in the same transaction."""
        while self._gathered:
            put, sums = self._gathered.popitem()
            put(self, sums)

    @contextmanager
    def keeping_journal(self) -> Iterator[None]:
        """What is committed inside stays in the journal: no commit waits for all of it to be moved into the file.
        `move_journal` is to follow, from where nobody waits."""
        self._conn.execute("pragma wal_autocheckpoint=0")
        try:
            yield
        finally:
            self._conn.execute(f"pragma wal_autocheckpoint={_WAL_PAGES}")

    def move_journal(self) -> None:
        """Into the file, as far as nobody reads it; others write meanwhile."""
        with plain_errors():
            self._conn.execute("pragma wal_checkpoint(passive)")

    def sync_journal(self) -> None:
        """What a long transaction has written so far goes to the disk now: its commit has little left to wait for."""
        with suppress(OSError):  # then the commit does it, and says what is wrong
            handle = os.open(f"{self.path}-wal", os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def write(self, sql: str, params: Params = ()) -> int:
        """One INSERT, UPDATE or DELETE, inside `writing()`. Returns the number of rows changed."""
        self._note(sql, 1)
        with plain_errors():
            return self._conn.execute(sql, params).rowcount

    def write_many(self, sql: str, rows: Iterable[Params]) -> int:
        self._note(sql, len(rows) if isinstance(rows, Sequence) else _MANY)
        with plain_errors():
            return self._conn.executemany(sql, rows).rowcount

    def insert_many(self, into: str, rows: Sequence[Sequence[Any]], then: str = "") -> None:
        """`into` is "insert into table(columns)", `then` its "on conflict…": a hundred rows in one step of SQLite's.

        Between two steps another thread may take its turn: row by row a worker would wait for the window at each.
        """
        for start in range(0, len(rows), _ROWS_A_STEP):
            some = rows[start : start + _ROWS_A_STEP]
            self._rows += len(some)
            self.write(f"{into} values {_marks(len(some), len(some[0]))} {then}", list(chain.from_iterable(some)))

    def _note(self, sql: str, rows: int) -> None:
        if not self._depth:
            raise RuntimeError("a write outside writing()")
        table = _written(sql[:100])
        self._touched.add(table)
        self._rows += _MANY if table.endswith(_INDEX) else rows
        if self._rows >= _MANY and not self._has_room:  # the window's own connection writes a row or two at a time
            self._conn.execute(f"pragma cache_size={-_ROOM_TO_WRITE}")
            self._has_room = True

    def put_back(self, table: str, rows: Sequence[dict[str, Any]], key: str) -> None:
        """Rows as they were before they were taken out or changed, known by their `key` ("id", "post, until_at")."""
        for row in rows:
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            own = set(key.split(", "))
            new = ", ".join(f"{name} = excluded.{name}" for name in row if name not in own)
            then = f"do update set {new}" if new else "do nothing"
            self.write(f"insert into {table}({names}) values({marks}) on conflict({key}) {then}", list(row.values()))

    def leave_nothing_behind(self) -> bool:
        """What was deleted leaves the unused parts of the file (wiping.py) and its journal. False while others read or
        write all the time. Under a password those parts are as unreadable as the rest, and stay."""
        from desktop import wiping

        with plain_errors():
            if self._key is not None or self.path == ":memory:":
                return wiping.empty_journal(self._conn)
            with closing(_connect(self.path)) as own:
                return wiping.wipe(Path(self.path), own, lambda: self.changes.make_way(_PATIENCE))

    def health(self) -> str:
        """ "ok", or what `PRAGMA quick_check` says is wrong."""
        return str(self.value("pragma quick_check(1)"))

    def copy_to(self, target: Path) -> None:
        """A checked, complete copy: VACUUM INTO beside `target`, opened, checked, synced, renamed."""
        with plain_errors():
            _copy(self._conn, target, self._key)

    def close(self) -> None:
        if not self.read_only:
            with suppress(*driver.errors()):
                self._conn.execute("pragma optimize")
        self._conn.close()


Gathering = Callable[[Store, Counter[Any]], None]


def _never() -> bool:
    return False


def _copy(conn: Connection, target: Path, key: Key | None) -> None:
    """With the same key as the file has, or none."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            conn.execute("vacuum into ?", (str(part),))
        except driver.errors("IntegrityError") as error:  # rows that could never have been written
            raise damaged(str(error)) from error
        check_file(part, key)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):  # half a copy would take the room that ran out
            part.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """A small file beside the shop file: written beside, synced, renamed. Raises DiskTrouble."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise of_the_disk(error) from error


def drop_halves(folder: Path) -> None:
    """Halves of files that a kill left: nothing will ever finish them, and what was forgotten or put under a password
    since would stay readable in them. Call it while holding the folder; one without a shop isn't touched."""
    if not (folder / FILE_NAME).exists():
        return
    for name, ours in _HALVES.items():
        with suppress(OSError), os.scandir(folder / name) as found:
            for one in [entry.path for entry in found if re.fullmatch(ours, entry.name)]:
                os.unlink(one)


def sync_folder(folder: Path) -> None:
    """What was renamed in it stays renamed after a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def connect_to_read(path: Path, key: Key | None = None) -> Connection:
    """A connection to a file that may be damaged, for reading it row by row (salvage.py): where some of what says what
    tables there are is gone, the others are there."""
    return _connect(path, key, read_only=True, may_lack_tables=True)


def put_row(conn: Connection, table: str, columns: Sequence[str], row: Sequence[Any]) -> bool:
    """One row into a table whatever its name, unless its key is there already. True when it went in."""
    marks = ", ".join("?" * len(row))
    return conn.execute(f"insert or ignore into {table}({', '.join(columns)}) values({marks})", row).rowcount == 1


def _connect(
    path: Path | str, key: Key | None = None, *, read_only: bool = False, may_lack_tables: bool = False
) -> Connection:
    room = _ROOM_TO_WRITE if key else _ROOM  # a page under a password costs its decryption each time it is read
    if not read_only:
        return _opened(driver.connect(str(path), key, isolation_level=None, timeout=10), room, may_lack_tables)
    address = f"{Path(path).absolute().as_uri()}?mode=ro"
    try:
        return _opened(driver.connect(address, key, uri=True, isolation_level=None), room, may_lack_tables)
    except driver.errors("OperationalError"):
        # Beside a file in WAL mode SQLite wants to make two small ones. Where nobody may write, and nothing
        # waits in the journal, it is told that the file doesn't change.
        wal = Path(f"{path}-wal")
        if wal.exists() and wal.stat().st_size:
            raise
        conn = driver.connect(f"{address}&immutable=1", key, uri=True, isolation_level=None)
        return _opened(conn, room, may_lack_tables)


def _opened(conn: Connection, room: int, may_lack_tables: bool) -> Connection:
    driver.with_names(conn)
    try:
        if may_lack_tables:  # SQLite's name for it; nothing is written
            conn.execute("pragma writable_schema=on")
            conn.execute("pragma user_version").fetchone()
        else:
            conn.execute("select count(*) from sqlite_master").fetchone()
        for pragma in ("foreign_keys=on", "recursive_triggers=on", "temp_store=memory", f"cache_size={-room}"):
            conn.execute(f"pragma {pragma}")
    except BaseException:
        conn.close()
        raise
    return conn


def check_ours(conn: Connection, *, newer_is_fine: bool = False) -> None:
    """Raises StoreBroken for a file that is not a shop's, StoreTooNew for one from a newer program."""
    if conn.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise NotOurs("That file isn't a Said & Done shop.")
    if not newer_is_fine and conn.execute("pragma user_version").fetchone()[0] > SCHEMA:
        raise StoreTooNew("This shop was last opened with a newer Said & Done.")


def is_plain(path: Path) -> bool:
    """Whether a file can be read without a key. Never asked of one that is open here: closing it would drop the locks
    of who has it open. Raises DiskTrouble."""
    with plain_errors(), path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def check_file(path: Path, key: Key | None = None) -> None:
    """Opens a copy read-only and checks it. Raises StoreBroken when it is damaged or not ours."""
    with plain_errors(), closing(_connect(path, key, read_only=True)) as conn:
        check_ours(conn)
        found = conn.execute("pragma quick_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreBroken("This copy is damaged.", details=str(found))


def version_of(path: Path, key: Key | None = None) -> int:
    """The schema version of a shop file: 0 when there is none yet. Raises StoreBroken, StoreTooNew."""
    if not path.exists() or path.stat().st_size == 0:
        return 0
    with plain_errors(), closing(_connect(path, key, read_only=not os.access(path, os.W_OK))) as conn:
        empty = conn.execute("select count(*) from sqlite_master").fetchone()[0] == 0
        if empty and conn.execute("pragma application_id").fetchone()[0] == 0:
            return 0
        check_ours(conn)
        return int(conn.execute("pragma user_version").fetchone()[0])


def is_older(path: Path, key: Key | None = None) -> bool:
    """Whether a shop file is one of an older program, and no newer one has opened it yet. Raises StoreBroken."""
    try:
        return 0 < version_of(path, key) < SCHEMA
    except StoreTooNew:
        return False


def prepare(path: Path, *, backups: Path | None = None, key: Key | None = None) -> None:
    """Makes the file, or brings it up to this program's schema. Call it while holding the folder.

    An existing file is copied into the folder `backups` first: checked and synced, as every copy is.
    Raises StoreBroken where there was a file before: an empty shop would stand in its place.
    """
    version = version_of(path, key)
    if version == SCHEMA:
        return
    if not version and any(path.parent.glob(f"{REPLACED}*.db")):
        raise StoreBroken(
            "Your shop's file is missing. One that was in its place before is kept beside it.",
            advice="Bring a copy back, or give that file its name again: shop.db.",
        )
    with plain_errors():
        if version and backups:
            with closing(_connect(path, key)) as conn:
                _copy(conn, backups / f"before-upgrade-from-{version}.db", key)
        from desktop import migrations

        migrations.upgrade(path, key)


class FolderLock:
    """Holds a folder for one program, on every system, until released or the process ends.

    An exclusive transaction on a small file of its own: the operating system lets go of it even
    after a kill, so there is nothing stale to clean up.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._conn: Connection | None = None

    def take(self) -> None:
        """Raises ShopBusy when another program has the folder, DiskTrouble when it can't be written."""
        with plain_errors():
            conn = driver.connect(
                str(self._path), isolation_level=None, timeout=0.2, check_same_thread=False
            )
            try:
                conn.execute("begin exclusive")
            except driver.errors("OperationalError") as error:
                conn.close()
                if "locked" in str(error):
                    raise ShopBusy(
                        "Said & Done is already open on this folder.",
                        advice="Close it there first, or open this one to read only.",
                    ) from error
                raise
            self._conn = conn

    def release(self) -> None:
        if self._conn:
            self._conn.close()
            self._conn = None


@contextmanager
def plain_errors(version: int = SCHEMA) -> Iterator[None]:
    """Turns what the disk or the file does wrong into our errors; bugs pass through.

    In the file of a newer or older program (another `version`) a table may not be what we know.
    """
    try:
        yield
    except driver.errors() as error:
        if version > SCHEMA and "no such" in str(error):
            words = "This part of the shop can only be read by a newer Said & Done."
            raise StoreTooNew(words, details=str(error)) from error
        if 0 < version < SCHEMA and "no such" in str(error):
            raise StoreTooOld("This shop was last opened with an older Said & Done.", details=str(error)) from error
        raise (_as_ours(error) or error) from error
    except OSError as error:
        raise of_the_disk(error) from error


def disk_full(details: str = "") -> DiskFull:
    return DiskFull("There's no room left on this disk.", details=details)


def of_the_disk(error: OSError) -> DiskTrouble:
    """What a file or folder did wrong, in plain words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full(repr(error))
    return DiskTrouble(f"The shop folder can't be used: {error.strerror or error}.", details=repr(error))


def _as_ours(error: Exception) -> ShopError | None:
    text = str(error).lower()
    if "full" in text and "disk" in text:
        return disk_full(str(error))
    if "readonly" in text or "read-only" in text:
        return DiskTrouble(
            "The shop folder can't be written to.", advice="Check who may write there.", details=text
        )
    if "unable to open" in text or "disk i/o" in text:
        return DiskTrouble("The shop folder can't be used.", details=str(error))
    if "locked" in text or "busy" in text:
        return ShopBusy("The shop file is busy in another program.", details=str(error))
    # After one page that isn't its own any more, a protected file's connection can't even find its search index.
    if any(sign in text for sign in ("not a database", "malformed", "vtable constructor failed")):
        return damaged(str(error))
    return None


def damaged(details: str) -> StoreBroken:
    return StoreBroken(
        "Your shop's file couldn't be opened: it is damaged.",
        advice="Bring a copy back, or have it written anew from all that can still be read.",
        details=details,
    )


def sqlite_version() -> str:
    return driver.version()
