"""A protected shop file page by page, as SQLCipher 4 writes them: which are its own, and a copy for reading the rest.

SQLCipher's connection is of no use after the first page that was changed, and SQLite reads some (its statistics) before
any question: one damaged page can hide all the others. So a damaged file is read from a copy in which such pages are
whole ones of the same key that say nothing; SQLite takes these for damage of its own, and goes on. What is on the disk
is under the key all the time.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.driver import Key
from desktop.store import of_the_disk

PAGE = 4096  # bytes
_SALT, _IV, _MAC = 16, 16, 64
_USED = PAGE - _IV - _MAC  # what SQLite has of a page
_TABLE_LEAF, _TABLE_INSIDE = 13, 5
_COUNT, _HEADER = 28, 100  # in the first page: where the number of pages stands, and where its own tree begins
_NOTHING = b"\xff" * _USED  # no page of any tree, and no text, so that the end of a long one isn't made up


def _no_tables() -> bytes:
    """What SQLite takes for a page of its list of tables: it has to have a row, so an index of nothing."""
    words = ("index", "gone", "gone", 0, "")
    kinds = bytes(13 + 2 * len(word) if isinstance(word, str) else 8 for word in words)  # 8: the number 0
    row = bytes([len(kinds) + 1]) + kinds + "".join(word for word in words if isinstance(word, str)).encode()
    cell = bytes([len(row), 1]) + row
    start = _USED - len(cell)
    head = bytes([_TABLE_LEAF, 0, 0, 0, 1]) + start.to_bytes(2, "big") + b"\0" + start.to_bytes(2, "big")
    return head.ljust(start, b"\0") + cell


class Pages:
    """How the pages of one file are sealed. `salt`: its first 16 bytes."""

    def __init__(self, key: Key, salt: bytes) -> None:
        self._key = key
        self._mac = hashlib.pbkdf2_hmac("sha512", key.raw(), bytes(byte ^ 0x3A for byte in salt), 2, 32)

    def is_own(self, page: bytes, number: int) -> bool:
        """Whether it is as it was written. One of zeros is: SQLite leaves these where it didn't need one yet."""
        is_right = hmac.compare_digest(self._sum(page[: PAGE - _MAC], number), page[PAGE - _MAC :])
        return len(page) == PAGE and (is_right or not any(page))

    def opened(self, page: bytes, number: int) -> bytes:
        """What SQLite sees of it."""
        start = _SALT if number == 1 else 0
        return bytes(start) + self._key.page_opened(page[_USED : _USED + _IV], page[start:_USED])

    def sealed(self, content: bytes, number: int) -> bytes:
        """A page other than the first."""
        vector = os.urandom(_IV)
        page = self._key.page_sealed(vector, content) + vector
        return page + self._sum(page, number)

    def _sum(self, page: bytes, number: int) -> bytes:
        start = _SALT if number == 1 else 0
        return hmac.digest(self._mac, page[start:] + number.to_bytes(4, "little"), "sha512")


def readable_copy(source: Path, target: Path, key: Key) -> list[int]:
    """The file with its journal, and in place of pages that aren't its own any more some that say nothing.

    Returns the numbers of those, from 1; [1] alone where nothing is to be had without it, and no copy then. Raises
    DiskTrouble.
    """
    try:
        with source.open("rb") as read:
            first = read.read(PAGE)
            pages = Pages(key, first[:_SALT])
            if not pages.is_own(first, 1) or not any(first):
                return [1]
            begin = pages.opened(first, 1)
            most = max(int.from_bytes(begin[_COUNT : _COUNT + 4], "big"), source.stat().st_size // PAGE)
            with target.open("wb") as written:
                written.write(first)
                damaged = []
                for number in range(2, most + 1):
                    page = read.read(PAGE)
                    is_own = pages.is_own(page, number)
                    if not is_own:
                        damaged.append(number)
                    if not is_own or not any(page):
                        page = pages.sealed(_no_tables() if number in _of_the_schema(begin) else _NOTHING, number)
                    written.write(page)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{source}-wal", f"{target}-wal")
        return damaged
    except OSError as error:
        raise of_the_disk(error) from error


def _of_the_schema(first: bytes) -> set[int]:
    """The pages that say what tables there are, next to the first one."""
    if first[_HEADER] != _TABLE_INSIDE:
        return set()
    return {int.from_bytes(first[at : at + 4], "big") for at in _children(first)}


def _children(first: bytes) -> Iterator[int]:
    yield _HEADER + 8
    for cell in range(int.from_bytes(first[_HEADER + 3 : _HEADER + 5], "big")):
        at = _HEADER + 12 + cell * 2
        yield int.from_bytes(first[at : at + 2], "big")
