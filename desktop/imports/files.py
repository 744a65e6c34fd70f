"""The files of an export, in a ZIP or a tar.gz, in a folder, or one alone. Nothing is ever unpacked onto the disk.

Sizes and names inside a ZIP are claims of whoever made it: what is too big for what it was packed into, what lies
outside, what has a password is refused in plain words before anything is read.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, Self
from weakref import finalize

from desktop.errors import GivenUp, Unreadable

_MOST_FILES = 500_000
_LARGEST = 4 << 30  # bytes of one file inside
_TIGHTEST, _SMALL = 250, 1 << 20  # packed more tightly than that, and larger than that, it is a trap
_DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
_TRAP = "That archive would become far bigger than it says. No place makes such an export, so we don’t open it."
_MOST_HEADER = 64 << 10  # bytes of a long name, or of what else is told of a file
_MOST_TOLD = 1_000  # of all files together
_TOLD = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip
_SPARSE = "That archive has files with holes in them. No place makes such an export, so we don’t open it."
_READ = 1 << 16  # bytes of a file at once
_NAMED = 6  # files listed when it isn't an export we know


class Stop:
    """Whether somebody has had enough of an archive: asked whenever more of its file is read, before there is anything
    to show for it, too. Nobody has, unless `while_asking`."""

    def __init__(self) -> None:
        self._cancelled: Callable[[], bool] = lambda: False

    def ask(self) -> None:
        """Raises GivenUp."""
        if self._cancelled():
            raise GivenUp

    @contextmanager
    def while_asking(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        before, self._cancelled = self._cancelled, cancelled
        try:
            yield
        finally:
            self._cancelled = before

    def opened(self, path: Path) -> io.BufferedReader:
        return io.BufferedReader(_Heard(path, self), _READ)


class _Heard(io.FileIO):
    def __init__(self, path: Path, stop: Stop) -> None:
        super().__init__(path)
        self._stop = stop

    def readinto(self, buffer: Any) -> int | None:
        self._stop.ask()
        return super().readinto(buffer)


class _Header(tarfile.TarInfo):
    """What a tar tells of a file, looked at before more of it is read: tarfile reads such a part whole, however long it
    is said to be, and before anybody sees it."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Raises Unreadable."""
        found = super().frombuf(buf, encoding, errors)
        if found.type in _TOLD and found.size > _MOST_HEADER:
            raise Unreadable(_TRAP)
        if found.type == tarfile.GNUTYPE_SPARSE:
            raise Unreadable(_SPARSE)
        return found

    def _proc_gnusparse_10(self, *_: object) -> None:
        raise Unreadable(_SPARSE)


class Files:
    """Names are as in a ZIP, with slashes; found by how they end, in any case: places move their folders."""

    def __init__(self, path: Path, stop: Stop | None = None) -> None:
        """Raises Unreadable, GivenUp."""
        self.path, self.stop = path, stop or Stop()
        self._packed: zipfile.ZipFile | tarfile.TarFile | None = None
        with plain():
            self._sizes = self._listed()

    def _listed(self) -> dict[str, int]:
        if self.path.is_dir():
            return dict(_walked(self.path, self.stop))
        if not zipfile.is_zipfile(self.path):
            with self.path.open("rb") as file:
                begins = file.read(4)
            if begins == b"PK\3\4":
                raise zipfile.BadZipFile("no end of central directory")
            if begins[:2] == b"\x1f\x8b":
                self._packed = tarfile.open(fileobj=self._open_packed(), mode="r:gz", tarinfo=_Header)  # noqa: SIM115
                return dict(_inside(self._packed, self.path.stat().st_size))
            return {self.path.name: self.path.stat().st_size}
        self._packed = zipfile.ZipFile(self._open_packed())
        infos = self._packed.infolist()
        if len(infos) > _MOST_FILES:
            raise Unreadable("There are too many files in that archive.")
        for info in infos:
            self.stop.ask()
            _check(info)
        # is_dir() breaks on a name of no letters; what has none can't be asked for
        return {info.filename: info.file_size for info in infos if info.filename and info.filename[-1] != "/"}

    def _open_packed(self) -> IO[bytes]:
        """Open as long as this is."""
        file = self.stop.opened(self.path)
        finalize(self, file.close)
        return file

    @property
    def is_packed(self) -> bool:
        return self._packed is not None

    def ending(self, *ends: str) -> list[str]:
        """The names that end like one of these, shortest first: "data/tweets.js"."""
        wanted = tuple(end.casefold() for end in ends)
        return sorted((n for n in self._sizes if f"/{n}".casefold().endswith(wanted)), key=lambda n: (len(n), n))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._sizes)

    def some_names(self) -> str:
        """What is in it, for a person."""
        names = sorted(self._sizes)
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        return (", ".join(names[:_NAMED]) or "nothing") + more

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """The bytes of one file. Raises Unreadable, also while it is read inside the `with`."""
        with plain():
            if isinstance(self._packed, tarfile.TarFile):
                found = self._packed.extractfile(name)
                if found is None:
                    raise tarfile.TarError(name)
                try:
                    with found:
                        yield found
                except GivenUp:  # in the middle of what was being unpacked: the next one begins anew
                    self._packed.fileobj = gzip.GzipFile(fileobj=self._open_packed())
                    raise
                return
            if self._packed is not None:
                with self._packed.open(name) as member:
                    yield member
                return
            with self.stop.opened(self.path / name if self.path.is_dir() else self.path) as file:
                yield file

    def read(self, name: str, most: int) -> bytes:
        """All of a small file. Raises Unreadable for one that isn't small."""
        with self.open(name) as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise Unreadable(f"{name} is far bigger than it ever is in such an export.")
        return data


def _walked(folder: Path, stop: Stop) -> Iterator[tuple[str, int]]:
    """Files in a folder and below; links aren't followed."""
    found = 0
    for here, _, names in os.walk(folder):
        stop.ask()
        for name in names:
            path = Path(here, name)
            if path.is_symlink() or not path.is_file():
                continue
            found += 1
            if found > _MOST_FILES:
                raise Unreadable("There are too many files in that folder.")
            yield path.relative_to(folder).as_posix(), path.stat().st_size


def _inside(packed: tarfile.TarFile, size: int) -> Iterator[tuple[str, int]]:
    """Ordinary files in it. Looked at one by one: a trap is found before it is unpacked."""
    found, whole = 0, 0
    for member in packed:
        _check_name(member.name)
        member.pax_headers = {}  # a copy for each of what was told of all
        found, whole = found + 1, whole + member.size
        if found > _MOST_FILES:
            raise Unreadable("There are too many files in that archive.")
        is_tight = whole > _SMALL and whole > _TIGHTEST * size
        if member.size > _LARGEST or is_tight or len(packed.pax_headers) > _MOST_TOLD:
            raise Unreadable(_TRAP)
        if member.isfile():
            yield member.name.removeprefix("./"), member.size


def _check_name(name: str) -> None:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or parts[:1] == ("/",) or (parts and parts[0].endswith(":")):
        raise Unreadable(
            "That archive names files outside itself. No place makes such an export, so we don’t open it."
        )


def _check(info: zipfile.ZipInfo) -> None:
    _check_name(info.filename)
    if info.flag_bits & 1:
        raise Unreadable("That archive has a password.", advice="Unpack it first, and bring in the folder.")
    if info.file_size > _LARGEST or (
        info.file_size > _SMALL and info.file_size > _TIGHTEST * max(1, info.compress_size)
    ):
        raise Unreadable(_TRAP)


@contextmanager
def plain() -> Iterator[None]:
    """What a damaged file or the disk does, in plain words."""
    try:
        yield
    except _DAMAGE as error:
        words = "That file is damaged, or not all of it is here."
        raise Unreadable(words, advice="Download it again.", details=repr(error)) from error
    except OSError as error:
        raise Unreadable(f"That file can’t be read: {error.strerror or error}.", details=repr(error)) from error
