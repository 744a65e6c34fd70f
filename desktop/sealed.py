"""A file that leaves the house under the shop's password: one container, readable with a password or the code alone.

After its first line and the ways in (keys.py, without the computer's password store) the file's own salt, then pieces
of its name and content, sealed one by one under a key worked out from the shop's and all that stands before them. So it
opens with any password that was one of the shop's when it was written, and a later new key doesn't change that.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from desktop import keys
from desktop.driver import SEAL, Key, Pieces
from desktop.errors import StoreBroken
from desktop.keys import KeyFile
from desktop.store import of_the_disk

ENDING = ".protected"

_FIRST = b"said-and-done protected file 1\n"
_SALT, _LENGTH = 16, 4  # bytes
_PIECE = 64 * 1024  # bytes
_MOST_HEAD = 200_000  # bytes of ways in
_LONGEST_NAME = 120
_DAMAGED = "This file is damaged: a part of it is missing or was changed."
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends otherwise
_NO_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


@contextmanager
def writing(path: Path, name: str, file: KeyFile, key: Key) -> Iterator[IO[bytes]]:
    """Where to write; `name` is what it is called when it is opened again. Without an error at the end it is whole.

    Raises OSError.
    """
    told = keys.as_bytes(keys.without(file, keys.KEYRING))
    head = _FIRST + len(told).to_bytes(_LENGTH, "big") + told + os.urandom(_SALT)
    with path.open("wb") as disk:
        disk.write(head)
        out = _Out(disk, key.pieces(head))
        out.write(name.encode("utf-8", "replace").replace(b"\n", b" ") + b"\n")
        yield cast(IO[bytes], out)
        out.finish()
        disk.flush()
        os.fsync(disk.fileno())


class _Out(io.BufferedIOBase):
    """Writes what it is given as sealed pieces; only `finish` makes the last one."""

    def __init__(self, disk: IO[bytes], pieces: Pieces) -> None:
        self._disk, self._pieces, self._kept = disk, pieces, bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        given = memoryview(data).cast("B")  # type: ignore[arg-type]
        self._kept += given
        while len(self._kept) > _PIECE:  # the last one is never empty, so it can be told
            self._disk.write(self._pieces.sealed(bytes(self._kept[:_PIECE]), is_last=False))
            del self._kept[:_PIECE]
        return len(given)

    def finish(self) -> None:
        self._disk.write(self._pieces.sealed(bytes(self._kept), is_last=True))
        self._kept.clear()


def is_one(path: Path) -> bool:
    """Whether it begins as such a file does; False where it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_FIRST)) == _FIRST
    except OSError:
        return False


def ways_in(path: Path) -> KeyFile:
    """Who can open it. Raises StoreBroken where it isn't one of ours or is damaged, DiskTrouble."""
    try:
        with path.open("rb") as file:
            return _head(file)[1]
    except OSError as error:
        raise of_the_disk(error) from error


def open_into(path: Path, key: Key, folder: Path) -> Path:
    """Writes what is in it into a folder, readable, beside what is there already, and returns where.

    Raises StoreBroken where a byte of it isn't as it was written (nothing is left then), DiskTrouble.
    """
    part = folder / f".{path.name}.opening"
    try:
        with path.open("rb") as file:
            pieces = _plain(file, key)
            name, _, rest = next(pieces).partition(b"\n")
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600), "wb") as out:
                out.write(rest)
                for piece in pieces:
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
        target = _free(folder, _safe(name.decode("utf-8", "replace")))
        part.replace(target)
        return target
    except OSError as error:
        raise of_the_disk(error) from error
    finally:
        part.unlink(missing_ok=True)


def _head(file: IO[bytes]) -> tuple[bytes, KeyFile]:
    """(all that stands before the pieces, the ways in)."""
    first = file.read(len(_FIRST))
    if first != _FIRST:
        raise _broken("That isn’t a protected file of Said & Done.")
    size = file.read(_LENGTH)
    told = file.read(min(int.from_bytes(size, "big"), _MOST_HEAD))
    try:
        return first + size + told + file.read(_SALT), keys.parsed(told)
    except StoreBroken as error:
        raise _broken(_DAMAGED) from error


def _plain(file: IO[bytes], key: Key) -> Iterator[bytes]:
    """What was written, piece by piece. Raises StoreBroken."""
    pieces = key.pieces(_head(file)[0])
    piece = file.read(_PIECE + SEAL)
    while True:
        after = file.read(_PIECE + SEAL)
        try:
            yield pieces.unsealed(piece, is_last=not after)
        except ValueError as error:
            raise _broken(_DAMAGED) from error
        if not after:
            return
        piece = after


def _broken(said: str) -> StoreBroken:
    return StoreBroken(said, advice="Nothing was written. Try another copy of it.")


def _safe(name: str) -> str:
    """A name that names a file here and nothing else."""
    plain = _NO_NAME.sub("_", name).strip(" .")[-_LONGEST_NAME:]
    return plain or "export"


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path
