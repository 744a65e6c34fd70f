"""What SQLite leaves of deleted rows in a plain shop file, and wiping it.

`secure_delete` (driver.py) writes zeros over each row that goes. But where the rows of a full page are spread over its
neighbours, copies of those that moved away stay in the page's unused part, between its list of rows and the first of
them, and outlive their rows. Here that part is filled with zeros, a few pages at a time; and so are free pages, which
older programs left as they were.

Nothing else in the file is touched, and those parts mean nothing ("Database File Format", 1.5 and 1.6): who reads a
page meanwhile, and a power cut in the middle, find the same rows before and after. It is written under SQLite's own
write lock while the journal is empty, and each time a change that changes nothing is committed behind it: whoever keeps
one of these pages in memory reads it anew before writing it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from desktop.driver import Connection, errors

_BLOCK = 1024  # pages read at once
_PAGES = 256  # wiped under one lock, some milliseconds
_TRIES = 40  # to find a moment in which nobody reads what is in the journal
_SHORT = 50  # milliseconds that those who write may have to wait for one who reads
_HEADS = {2: 12, 5: 12, 10: 8, 13: 8}  # kinds of pages that hold rows, and how long their heads are
_MOST_PAGES = 0x0200_0000  # a longer file's other pages could begin like one that holds rows
_MAPS = slice(52, 56)  # not zeros in a file with auto_vacuum, which we don't make: its maps could look like rows
_LOCK_BYTE = 0x4000_0000  # the page that holds it is never used

_kept = dict[str, int]()  # open files, by their path


class _Shape(NamedTuple):
    page: int  # bytes
    usable: int  # bytes of a page: an extension of SQLite's may keep its end


def empty_journal(conn: Connection) -> bool:
    """Moves it into the file and cuts it to nothing, holding nobody up for long. False while others read it."""
    conn.execute("pragma wal_checkpoint(passive)")  # the most of it, while others write
    patience = conn.execute("pragma busy_timeout").fetchone()[0]
    conn.execute(f"pragma busy_timeout={_SHORT}")  # it waits for who reads, and behind it wait all who write
    try:
        return bool(conn.execute("pragma wal_checkpoint(truncate)").fetchone()[0] == 0)
    finally:
        conn.execute(f"pragma busy_timeout={patience}")


def wipe(path: Path, conn: Connection, make_way: Callable[[], None]) -> bool:
    """`conn`: one of its own, whose memory nobody else uses. False while others read or write all the time."""
    with _opened(path) as file:
        head = _read(file, 0, 100)
        if len(head) < 100 or not _emptied(conn, make_way):
            return False
        (size,), (pages,) = unpack_from(">H", head, 16), unpack_from(">I", _read(file, 28, 4))
        shape = _Shape(65536 if size == 1 else size, (65536 if size == 1 else size) - head[20])
        if pages < _MOST_PAGES and not any(head[_MAPS]):
            unclean = list[int]()
            for number in _unclean(file, shape, pages, make_way):
                unclean.append(number)
                if len(unclean) == _PAGES:
                    if not _wiped(path, file, shape, unclean, conn, make_way):
                        return False
                    unclean.clear()
            if unclean and not _wiped(path, file, shape, unclean, conn, make_way):
                return False
        os.fsync(file)
    return _emptied(conn, make_way)


def _emptied(conn: Connection, make_way: Callable[[], None]) -> bool:
    for _ in range(_TRIES):
        make_way()
        if empty_journal(conn):
            return True
    return False


def _unclean(file: int, shape: _Shape, pages: int, make_way: Callable[[], None]) -> Iterator[int]:
    """Numbers of pages, from 0, that hold something in their unused part. The first holds the tables' own texts."""
    zeros, free = bytes(shape.page), _free(file, shape)
    for start in range(1, pages, _BLOCK):
        make_way()
        block = memoryview(_read(file, start * shape.page, min(_BLOCK, pages - start) * shape.page))
        for at in range(0, len(block) - shape.page + 1, shape.page):
            page = block[at : at + shape.page]
            number = start + at // shape.page
            if any(page[a:b] != zeros[: b - a] for a, b in _unused(number, page, shape, free)):
                yield number


def _free(file: int, shape: _Shape) -> dict[int, int]:
    """Where the unused part begins of each page that belongs to no table: one that lists others has it behind its list.
    None of them where the file doesn't have as many as it says. Exact while nobody writes."""
    pages, next_, count = unpack_from(">III", _read(file, 28, 12))
    found = dict[int, int]()
    while 1 < next_ <= pages and next_ - 1 not in found:
        page, number = _read(file, (next_ - 1) * shape.page, shape.page), next_ - 1
        if len(page) < shape.page:
            return {}
        next_, size = unpack_from(">II", page)
        if 8 + 4 * size > shape.usable:
            return {}
        listed = unpack_from(f">{size}I", page, 8)
        if any(not 1 < one <= pages for one in listed):
            return {}
        found[number] = 8 + 4 * size
        found |= {one - 1: 0 for one in listed}
    return found if len(found) == count else {}


def _unused(number: int, page: Sequence[int], shape: _Shape, free: dict[int, int]) -> list[tuple[int, int]]:
    return [(free[number], shape.usable)] if number in free else unused(page, shape.usable)


def unused(page: Sequence[int], usable: int) -> list[tuple[int, int]]:
    """Where a page's unused parts begin and end; nothing for a page that holds no rows, or isn't as it should be."""
    long = _HEADS.get(page[0])
    if long is None:
        return []
    free, rows, first = unpack_from(">HHH", page, 1)  # type: ignore[arg-type]
    start, first = long + 2 * rows, first or 65536
    if not start <= first <= usable or any(at < first for at in unpack_from(f">{rows}H", page, long)):  # type: ignore[arg-type]
        return []
    found, after = [(start, first)], first
    while free:
        if free < after or free + 4 > usable:
            return []
        next_, size = unpack_from(">HH", page, free)  # type: ignore[arg-type]
        after = free + size
        if size < 4 or after > usable:
            return []
        found.append((free + 4, after))
        free = next_
    return found


def _wiped(
    path: Path, file: int, shape: _Shape, chosen: Sequence[int], conn: Connection, make_way: Callable[[], None]
) -> bool:
    for _ in range(_TRIES):
        make_way()
        if not empty_journal(conn):
            continue
        try:
            conn.execute("begin immediate")
        except errors("OperationalError"):  # somebody else was quicker
            continue
        try:
            if _has_empty_journal(path):  # what stands in it would come over what is wiped
                free = _free(file, shape)
                for number in chosen:
                    _wipe_page(file, shape, number, free)
                version = conn.execute("pragma user_version").fetchone()[0]
                conn.execute(f"pragma user_version={version}")
                conn.execute("commit")
                return True
        finally:
            if conn.in_transaction:
                conn.execute("rollback")
    return False


def _wipe_page(file: int, shape: _Shape, number: int, free: dict[int, int]) -> None:
    start = number * shape.page
    page = _read(file, start, shape.page)
    if not start <= _LOCK_BYTE < start + shape.page and len(page) == shape.page:
        for at, end in _unused(number, page, shape, free):
            if any(page[at:end]):
                _write(file, start + at, bytes(end - at))


def _has_empty_journal(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size == 0
    except FileNotFoundError:
        return True


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """Kept open to the end of the program: on Linux and macOS closing it would drop the locks of whoever has the file
    open here. One that was replaced is nobody's any more."""
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
    if os.name == "nt":
        file = os.open(path, flags)
        try:
            yield file
        finally:
            os.close(file)
        return
    name = str(path.absolute())
    if name in _kept and not os.path.samestat(os.fstat(_kept[name]), path.stat()):
        os.close(_kept.pop(name))
    if name not in _kept:
        _kept[name] = os.open(path, flags)
    yield _kept[name]


def _read(file: int, at: int, size: int) -> bytes:
    os.lseek(file, at, os.SEEK_SET)
    return os.read(file, size)


def _write(file: int, at: int, data: bytes) -> None:
    os.lseek(file, at, os.SEEK_SET)
    os.write(file, data)
