"""A shop goes to another computer: one file with all that its folder needs, and a folder made of such a file.

The file is a ZIP whose parts are stored as they are: nothing in it can grow. A protected shop's parts stay under its
password, with its ways in (without the computer's password store) beside them. Never in it: sign-ins, and what was
forgotten, even where it could still be brought back.

Where it comes in, everything is written into a folder of its own first. Its last name, given when all of it is there
and checked, is the moment from which the shop is here: the next opening puts its files in their places (`finish`).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from desktop import clock, export, keys, people, pictures, settings
from desktop.errors import GivenUp, Misuse, ShopBusy, ShopError, StoreBroken, StoreTooNew
from desktop.homes import refuse_unfit
from desktop.shop import Shop
from desktop.store import (
    CONVERTING,
    FILE_NAME,
    KEYS_COPY,
    KEYS_NAME,
    LOCK_NAME,
    REPLACED,
    SCHEMA,
    FolderLock,
    Store,
    check_file,
    is_plain,
    of_the_disk,
    sync_folder,
)

ENDING = ".shop"
COPY = "moving.db"  # the checked copy, while it is put into the file
COMING, HERE = "moving-in", "moved-in"  # folders: not whole yet; whole, on its way into place
_ABOUT, _FORMAT = "shop.json", 1
_PART = re.compile(rf"{FILE_NAME}|{pictures.FOLDER}/[\w-]{{1,64}}\.(?:png|jpg)", re.ASCII)
_FIRST = 30  # bytes before the name of a ZIP's first part
_MOST_ABOUT, _PIECE = 10_000, 1 << 20  # bytes
_WRONG = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, TypeError)
_SQLITES = ("", "-wal", "-shm", "-journal")
_EMPTY = frozenset(name + end for name in (FILE_NAME, LOCK_NAME) for end in _SQLITES) | {"device.id", COMING}

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


# ---- going ---------------------------------------------------------------------------------------------------


def write(
    shop: Shop, path: Path, *, progress: Progress = lambda _: None, cancelled: Cancelled = lambda: False
) -> Path:
    """Writes the file and returns where it is. `progress` hears per cent. Raises DiskTrouble, StoreBroken, GivenUp;
    then a file that was there before is as it was."""
    target = export.spared(path, lambda one: export.named(one, ENDING))
    copy = shop.folder / COPY
    try:
        with export.replacing(target, is_a_shop=True) as part:
            with shop.store.unless(cancelled):
                shop.store.copy_to(copy)
            added = [(one, f"{pictures.FOLDER}/{one.name}") for one in pictures.all(shop.folder)]
            parts = [(copy, FILE_NAME), *added]
            parts = [(one, name) for one, name in parts if _PART.fullmatch(name)]
            steps = _Steps(sum(one.stat().st_size for one, _ in parts), progress, cancelled)
            with part.open("wb") as disk:
                _write_parts(shop, disk, parts, steps)
                disk.flush()
                os.fsync(disk.fileno())
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
    return target


def _write_parts(shop: Shop, disk: IO[bytes], parts: list[tuple[Path, str]], steps: _Steps) -> None:
    about = {"said_and_done_shop": _FORMAT, "schema": SCHEMA, "written": clock.to_text(shop.clock.now()),
             "parts": len(parts)}  # fmt: skip
    with zipfile.ZipFile(disk, "w", zipfile.ZIP_STORED, allowZip64=True) as file:
        file.writestr(_ABOUT, json.dumps(about))
        if shop.key is not None:
            file.writestr(KEYS_NAME, keys.as_bytes(keys.without(keys.of(shop.folder), keys.KEYRING)))
        for one, name in parts:
            with one.open("rb") as source, file.open(zipfile.ZipInfo(name), "w", force_zip64=True) as out:
                steps.copy(source, out)


class _Steps:
    """Copies piece by piece, tells how far all of it is, and asks whether to go on."""

    def __init__(self, total: int, progress: Progress, cancelled: Cancelled) -> None:
        self._total, self._done, self._progress, self._cancelled = max(total, 1), 0, progress, cancelled

    def copy(self, source: IO[bytes], out: IO[bytes]) -> None:
        while True:
            if self._cancelled():
                raise GivenUp
            piece = source.read(_PIECE)
            if not piece:
                return
            out.write(piece)
            self._done += len(piece)
            self._progress(min(100, 100 * self._done // self._total))


# ---- coming --------------------------------------------------------------------------------------------------


def open_into(
    source: Path,
    folder: Path,
    *,
    is_held: bool = False,
    progress: Progress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> None:
    """Makes the shop in a folder of such a file; it is in place when the folder is opened next.

    `is_held`: by the caller, whose shop there has no name yet; otherwise the folder is empty, or isn't there. Raises
    Misuse, StoreBroken, StoreTooNew, ShopBusy, DiskTrouble, GivenUp; then nothing is left of it.
    """
    refuse_unfit(folder)
    _refuse_taken(folder, is_held=is_held)
    was_there = folder.exists()
    try:
        with _opened(source) as file, ExitStack() as held:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not is_held:
                held.enter_context(_holding(folder))
            _bring(file, folder, _Steps(source.stat().st_size, progress, cancelled))
    except OSError as error:
        raise of_the_disk(error) from error
    finally:
        if not was_there and folder.exists() and not (folder / HERE).exists():
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _holding(folder: Path) -> Iterator[None]:
    lock, was_there = FolderLock(folder), (folder / LOCK_NAME).exists()
    lock.take()
    try:
        yield
    finally:
        lock.release()
        if not was_there:
            with suppress(OSError):
                (folder / LOCK_NAME).unlink(missing_ok=True)


def _refuse_taken(folder: Path, *, is_held: bool) -> None:
    """Raises Misuse where there is a shop, or what is left of one, and in a folder that is used for something else."""
    traces = (KEYS_NAME, KEYS_COPY, CONVERTING, HERE)
    left = any((folder / name).exists() for name in traces) or any(folder.glob(f"{REPLACED}*.db"))
    if left or any(folder.glob("backups/*.db")) or any(folder.glob("restoring.db*")) or _has_name(folder / FILE_NAME):
        raise Misuse("There is a shop in this folder already.", advice="Choose an empty folder.")
    if folder.exists() and not folder.is_dir():
        raise Misuse("That isn’t a folder.", advice="Choose an empty folder.")
    if not is_held and folder.exists() and {path.name for path in folder.iterdir()} - _EMPTY:
        raise Misuse("There is something else in this folder.", advice="Choose an empty folder, or make a new one.")


def _has_name(path: Path) -> bool:
    """Whether there is more in a shop file than every new one has. One that can't be read counts."""
    if not path.exists() or not path.stat().st_size:
        return False
    try:
        with closing(Store(path, read_only=True)) as store:
            return bool(settings.get(store, settings.SHOP_NAME)) or people.owner(store) is not None
    except ShopError:
        return True


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    """The file, with its parts looked at: only ours, none packed, each once. Raises StoreBroken, StoreTooNew."""
    with source.open("rb") as disk:
        begins = disk.read(_FIRST + len(_ABOUT))
        if begins[:4] != b"PK\x03\x04" or begins[_FIRST:] != _ABOUT.encode():
            raise _broken("That isn’t a file that a shop was moved with.")
        disk.seek(0)
        try:
            with zipfile.ZipFile(disk) as file:
                _look(file, source.stat().st_size)
                yield file
        except _WRONG as error:
            raise _broken("This file is damaged: a part of it is missing or was changed.", repr(error)) from error


def _look(file: zipfile.ZipFile, size: int) -> None:
    """Raises StoreTooNew; one of `_WRONG` for what we don't write."""
    parts = file.infolist()
    names = [one.filename for one in parts]
    is_bare = all(
        one.compress_type == zipfile.ZIP_STORED and one.file_size == one.compress_size and one.filename[-1:] != "/"
        for one in parts
    )
    if not is_bare or sum(one.file_size for one in parts) > size or len(names) != len(set(map(str.lower, names))):
        raise ValueError("sizes")
    if file.getinfo(_ABOUT).file_size > _MOST_ABOUT:
        raise ValueError("about")
    about: dict[str, Any] = json.loads(file.read(_ABOUT))
    if about["said_and_done_shop"] > _FORMAT or about["schema"] > SCHEMA:
        raise StoreTooNew(
            "This shop was last opened with a newer Said & Done.", advice="Bring this computer’s up to date first."
        )
    others = [name for name in names if name not in (_ABOUT, KEYS_NAME)]
    if not all(map(_PART.fullmatch, others)) or FILE_NAME not in others or len(others) != about["parts"]:
        raise ValueError("names")


def _bring(file: zipfile.ZipFile, folder: Path, steps: _Steps) -> None:
    coming = folder / COMING
    try:
        shutil.rmtree(coming, ignore_errors=True)
        (coming / pictures.FOLDER).mkdir(parents=True, mode=0o700)
        for one in file.infolist():
            if one.filename != _ABOUT:
                with file.open(one) as packed, (coming / one.filename).open("xb") as out:
                    steps.copy(packed, out)
                    out.flush()
                    os.fsync(out.fileno())
        _check(coming)
        sync_folder(coming / pictures.FOLDER)
        sync_folder(coming)
        coming.rename(folder / HERE)
        sync_folder(folder)
    finally:
        shutil.rmtree(coming, ignore_errors=True)


def _check(coming: Path) -> None:
    """A plain shop file opens and checks well; a protected one has its ways in. Raises StoreBroken, StoreTooNew."""
    if not (coming / KEYS_NAME).exists():
        check_file(coming / FILE_NAME)
        return
    keys.parsed((coming / KEYS_NAME).read_bytes())
    if is_plain(coming / FILE_NAME):
        raise ValueError("plain")


def finish(folder: Path) -> None:
    """What lies ready takes its place, what is left of something interrupted goes. Call it while holding the folder and
    with no store open. Needs no password. Raises DiskTrouble."""
    try:
        for path in folder.glob(f"{COPY}*"):
            path.unlink(missing_ok=True)
        shutil.rmtree(folder / COMING, ignore_errors=True)
        if (folder / HERE).exists():
            _put_in_place(folder, folder / HERE)
    except OSError as error:
        raise of_the_disk(error) from error


def _put_in_place(folder: Path, here: Path) -> None:
    """The shop file is the last: until then it all can be done again."""
    if (here / FILE_NAME).exists():
        for name in ("device.id", f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):  # of the shop without a name
            (folder / name).unlink(missing_ok=True)
    for path in sorted((here / pictures.FOLDER).glob("*")):
        (folder / pictures.FOLDER).mkdir(exist_ok=True, mode=0o700)
        path.replace(folder / pictures.FOLDER / path.name)
    sync_folder(folder / pictures.FOLDER)
    for name in (KEYS_NAME, FILE_NAME):
        if (here / name).exists():
            (here / name).replace(folder / name)
            sync_folder(folder)
    shutil.rmtree(here)


def settle(folder: Path) -> None:
    """`finish` where nobody opens the folder now: who reads it next finds the shop in its place. Raises ShopBusy,
    DiskTrouble."""
    if (folder / HERE).exists():
        with _holding(folder):
            finish(folder)


def refuse_half_done(folder: Path) -> None:
    """For those who only read, and can't finish anything. Raises ShopBusy."""
    if (folder / HERE).exists():
        raise ShopBusy("A shop is being moved in here.", advice="Open it once to write in it, then try again.")


def _broken(said: str, details: str = "") -> StoreBroken:
    return StoreBroken(said, advice="Nothing was changed. Write it anew on the other computer.", details=details)
