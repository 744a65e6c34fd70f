"""What was deleted can't be read in the shop file's bytes, and everything else is where it was."""

from __future__ import annotations

import random
import re
import sqlite3
import uuid
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from desktop import driver, wiping

SPREAD = range(4000)


def made(path: Path) -> sqlite3.Connection:
    conn = driver.connect(str(path), isolation_level=None)
    conn.execute("pragma journal_mode=wal")
    return conn


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Names in no order, as authors come: full pages were spread over their neighbours. Every third is gone again."""
    path, chance = tmp_path / "names.db", random.Random(5)
    with closing(made(path)) as conn:
        conn.execute("create table names(id text primary key, name text not null) strict, without rowid")
        conn.execute("create table talks(rid integer primary key, id text unique, words text) strict")
        for start in range(0, len(SPREAD), 200):
            conn.execute("begin")
            for n in SPREAD[start : start + 200]:
                one = str(uuid.UUID(int=chance.getrandbits(128)))
                conn.execute("insert into names values(?, ?)", (one, canary(n) + "x" * chance.randrange(1500)))
                conn.execute("insert into talks values(?, ?, ?)", (n, one, canary(n) + "y" * chance.randrange(160)))
            for n in chance.sample(range(start + 200), 60):
                words = canary(n) + "z" * chance.randrange(160)
                conn.execute("update talks set words = ? where rid = ?", (words, n))
            conn.execute("commit")
        conn.execute("delete from names where substr(name, 7, 5) % 3 = 0")
        conn.execute("update talks set words = '' where rid % 3 = 0")
        yield path


def canary(n: int) -> str:
    return f"CANARY{n:05}."


def left(path: Path) -> int:
    """How many of those that are gone can be read in the file or its journal."""
    data = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    return sum(int(n) % 3 == 0 for n in set(re.findall(rb"CANARY(\d{5})\.", data)))


def nobody() -> None:
    """Who waits to write."""


def rows(conn: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for table in ("names", "talks") for row in conn.execute(f"select * from {table} order by 1")]


def test_nothing_of_deleted_rows_is_left_and_nothing_else_is_touched(file: Path) -> None:
    with closing(made(file)) as conn:
        before = rows(conn)
        assert wiping.empty_journal(conn)
        assert left(file), "zeros over deleted rows alone miss some"
        assert wiping.wipe(file, conn, nobody)
        assert left(file) == 0
        assert rows(conn) == before and conn.execute("pragma integrity_check").fetchone()[0] == "ok"
    with closing(made(file)) as anew:
        assert rows(anew) == before and anew.execute("pragma integrity_check").fetchone()[0] == "ok"


def test_free_pages_that_an_older_program_left_as_they_were_are_wiped_too(file: Path) -> None:
    with closing(made(file)) as conn:
        conn.execute("pragma secure_delete=off")
        conn.execute("insert into talks values(100000, 'long', ?)", (canary(3) * 40_000,))
        conn.execute("delete from talks where rid > 2999 and rid % 3 <> 1")
        conn.execute("delete from talks where rid < 2000 and rid % 3 = 1")
        conn.execute("drop table names")
        assert wiping.empty_journal(conn)
        before = [tuple(row) for row in conn.execute("select * from talks order by 1")]
        free = conn.execute("pragma freelist_count").fetchone()[0]
        gone = {int(n) for n in re.findall(rb"CANARY(\d{5})\.", file.read_bytes())} - {row[0] for row in before}
        assert free > 50 and len(gone) > 500
        assert wiping.wipe(file, conn, nobody)
        data = file.read_bytes()
        assert not any(canary(n).encode() in data for n in gone)
        assert [tuple(row) for row in conn.execute("select * from talks order by 1")] == before
        conn.execute("create table more(words text)")
        conn.execute("insert into more values(?)", ("m" * 4096 * free,))  # they are taken into use again
        assert conn.execute("pragma integrity_check").fetchone()[0] == "ok"


SAME_ROOM = "update names set name = 'c' || substr(name, 2) where substr(name, 1, 1) = 'C'"  # pages keep their shape


def test_who_had_the_pages_in_memory_does_not_bring_it_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(made(file)) as other, closing(made(file)) as own:
        other.execute("pragma cache_size=-50000")
        emptied, calls = wiping.empty_journal, list[int]()

        def around(conn: sqlite3.Connection) -> bool:
            calls.append(1)
            if len(calls) == 3:  # the next one after the pages were wiped
                other.execute(SAME_ROOM)
            is_empty = emptied(conn)
            if len(calls) == 2:  # the one before
                assert len(rows(other))
            return is_empty

        monkeypatch.setattr(wiping, "empty_journal", around)
        assert wiping.wipe(file, own, nobody)
        assert left(file) == 0 and other.execute("pragma integrity_check").fetchone()[0] == "ok"


def test_what_is_written_just_before_the_lock_is_taken_is_not_put_over_what_was_wiped(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(made(file)) as other, closing(made(file)) as own:
        emptied, calls = wiping.empty_journal, list[int]()

        def and_another(conn: sqlite3.Connection) -> bool:
            is_empty = emptied(conn)
            calls.append(1)
            if len(calls) == 2:  # the one before the first pages are wiped
                other.execute(SAME_ROOM)
            return is_empty

        monkeypatch.setattr(wiping, "empty_journal", and_another)
        assert wiping.wipe(file, own, nobody) and left(file) == 0


def test_while_somebody_reads_the_journal_the_file_is_left_as_it_is(file: Path) -> None:
    with closing(made(file)) as reader, closing(made(file)) as own:
        assert wiping.empty_journal(own)
        own.execute("insert into talks values(99999, 'new', 'new')")
        reader.execute("begin")
        reader.execute("select count(*) from talks").fetchone()
        own.execute("update talks set words = 'newer' where rid = 99999")
        before = file.read_bytes()
        assert not wiping.wipe(file, own, nobody)
        assert left(file) and len(before) == file.stat().st_size
        reader.execute("commit")
        assert wiping.wipe(file, own, nobody) and left(file) == 0


def test_somebody_who_is_always_quicker_is_never_written_over(file: Path) -> None:
    with closing(made(file)) as writer, closing(made(file)) as own:
        turn = iter(range(1_000_000))

        def writes() -> None:
            writer.execute("update talks set words = ? where rid = 1", (f"turn {next(turn)}",))

        wiping.wipe(file, own, writes)
        last = f"turn {next(turn) - 1}"
        assert writer.execute("select words from talks where rid = 1").fetchone()[0] == last
        assert writer.execute("pragma integrity_check").fetchone()[0] == "ok"


def _can_write(path: Path) -> bool:
    with closing(made(path)) as conn:
        conn.execute("pragma busy_timeout=0")
        try:
            conn.execute("begin immediate")
        except sqlite3.OperationalError:
            return False
        return True


def test_the_locks_of_who_has_the_file_open_stay(file: Path) -> None:
    with closing(made(file)) as conn, ProcessPoolExecutor(1, get_context("spawn")) as elsewhere:
        assert wiping.wipe(file, conn, nobody)
        assert elsewhere.submit(_can_write, file).result()
        conn.execute("begin immediate")
        with wiping._opened(file) as raw:
            assert wiping._read(raw, 0, 15) == b"SQLite format 3"
        assert not elsewhere.submit(_can_write, file).result()


def test_a_file_that_took_the_place_of_another_is_the_one_that_is_wiped(file: Path, tmp_path: Path) -> None:
    with closing(made(file)) as conn:
        assert wiping.empty_journal(conn)
    data = file.read_bytes()
    with closing(made(file)) as conn:
        assert wiping.wipe(file, conn, nobody) and left(file) == 0
    (tmp_path / "other.db").write_bytes(data)
    (tmp_path / "other.db").replace(file)
    assert left(file)
    with closing(made(file)) as conn:
        assert wiping.wipe(file, conn, nobody) and left(file) == 0


@pytest.mark.parametrize("page", [512, 16384])
def test_pages_of_every_size_are_understood(tmp_path: Path, page: int) -> None:
    path = tmp_path / "sized.db"
    with closing(driver.connect(str(path), isolation_level=None)) as conn:
        conn.execute(f"pragma page_size={page}")
        conn.execute("pragma journal_mode=wal")
        conn.execute("create table names(id text primary key, name text) without rowid")
        chance = random.Random(3)
        conn.execute("begin")
        for n in SPREAD:
            name = canary(n) + "x" * chance.randrange(page // 3)
            conn.execute("insert into names values(?, ?)", (str(chance.random()), name))
        conn.execute("commit")
        conn.execute("delete from names where substr(name, 7, 5) % 3 = 0")
        assert wiping.wipe(path, conn, nobody) and left(path) == 0
        assert conn.execute("pragma integrity_check").fetchone()[0] == "ok"


def test_a_file_that_keeps_maps_of_its_pages_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mapped.db"
    with closing(driver.connect(str(path), isolation_level=None)) as conn:
        conn.execute("pragma auto_vacuum=full")
        conn.execute("pragma journal_mode=wal")
        conn.execute("create table names(id text primary key, name text) without rowid")
        conn.execute("begin")
        chance = random.Random(3)
        for n in SPREAD:
            conn.execute("insert into names values(?, ?)", (str(chance.random()), canary(n) + "x" * 200))
        conn.execute("commit")
        conn.execute("delete from names where substr(name, 7, 5) % 3 = 0")
        assert wiping.empty_journal(conn)
        before = path.read_bytes()
        assert wiping.wipe(path, conn, nobody) and path.read_bytes() == before


def page_of(kind: int, free: int, first: int, cells: tuple[int, ...]) -> bytearray:
    page = bytearray(b"\xee" * 512)
    page[:8] = bytes([kind]) + b"".join(n.to_bytes(2, "big") for n in (free, len(cells), first)) + b"\0"
    for at, cell in enumerate(cells):
        page[8 + 2 * at : 10 + 2 * at] = cell.to_bytes(2, "big")
    return page


def test_a_page_that_is_not_as_it_should_be_is_left_alone() -> None:
    assert wiping.unused(page_of(13, 0, 400, (400, 450)), 512) == [(12, 400)]
    damaged = [
        page_of(13, 0, 400, (399, 450)),  # a row before the first of them
        page_of(13, 0, 600, (400,)),
        page_of(13, 0, 9, (400, 450)),  # rows in the list itself
        page_of(13, 300, 400, (400,)),  # a free part before the rows
        page_of(13, 510, 400, (400,)),
        page_of(7, 0, 400, (400,)),  # of no kind
        page_of(0, 0, 400, (400,)),  # words that had no room elsewhere
    ]
    assert [wiping.unused(page, 512) for page in damaged] == [[]] * len(damaged)
    round_and_round = page_of(13, 420, 400, (400,))
    round_and_round[420:424] = (420).to_bytes(2, "big") + (20).to_bytes(2, "big")
    assert wiping.unused(round_and_round, 512) == []
