"""Protecting a shop's folder, opening it for good, or giving it another key: all its files, or none of them.

Beside each file its other form is made, and compared with it row by row. When all stand ready, one rename of the marker
says so; from then on they take their places, and a start after a kill goes on with that. Before it, a start throws them
away. Everything here needs the folder held and no store open in it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any

from desktop import aside, driver, keys, pictures
from desktop.driver import Connection, Key
from desktop.errors import DiskTrouble, ShopBusy, StoreBroken, VaultClosed
from desktop.keys import KeyFile, Opened
from desktop.store import (
    APPLICATION_ID,
    CONVERTING,
    FILE_NAME,
    FOLDERS,
    KEYS_COPY,
    KEYS_NAME,
    drop_halves,
    of_the_disk,
    plain_errors,
    sync_folder,
    write_whole,
)
from desktop.vault import Vault

READY = ".converted"  # how the names of the other forms end
LOGS = "said-and-done*.log"  # where something of ours broke; the words in it are from before
_SPARE = 16 * 1024 * 1024  # bytes


def protect(shop_folder: Path, file: KeyFile, key: Key) -> None:
    """Everything in the folder is unreadable without a way in from now on. Raises StoreBroken, DiskTrouble, NoSealing;
    then nothing has changed."""
    _convert(shop_folder, None, key, file)


def give_another_key(shop_folder: Path, old: Key, file: KeyFile, key: Key) -> None:
    """What was known of the old key is of no use any more in this folder. Raises as `protect` does."""
    _convert(shop_folder, old, key, file)


def open_for_good(shop_folder: Path, key: Key) -> None:
    """No password any more: the files are plain again. Raises as `protect` does."""
    _convert(shop_folder, key, None, None)


def finish(shop_folder: Path) -> None:
    """After a kill: what stood ready takes its place, what didn't goes. Needs no password. Raises DiskTrouble."""
    try:
        how = marked(shop_folder)
        if how == "":
            return
        if how == "begun":
            _throw_away(shop_folder)
        else:
            _put_in_place(shop_folder, becomes_plain=how == "plain")
        (shop_folder / CONVERTING).unlink(missing_ok=True)
        sync_folder(shop_folder)
    except OSError as error:
        raise of_the_disk(error) from error


def refuse_half_done(shop_folder: Path) -> None:
    """For those who only read, and can't finish anything. Raises ShopBusy."""
    if (shop_folder / CONVERTING).exists():
        raise ShopBusy(
            "The shop's files are being rewritten.", advice="Open it once to write in it, then try again."
        )


def _convert(folder: Path, old: Key | None, new: Key | None, file: KeyFile | None) -> None:
    finish(folder)
    drop_halves(folder)
    _mind_the_room(folder)
    try:
        _mark(folder, "begun")
        for path in _shop_files(folder):
            _turn(path, old, new)
        for path in [*pictures.all(folder), *aside.all(folder)]:
            pictures.convert(path, path.with_name(path.name + READY), old, new)
        if file is not None:
            write_whole(folder / f"{KEYS_NAME}{READY}", keys.as_bytes(file))
        for name in FOLDERS:
            sync_folder(folder / name)
        _mark(folder, "plain" if new is None else "protected")
    except BaseException as error:
        with suppress(OSError):
            _throw_away(folder)
            (folder / CONVERTING).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise of_the_disk(error) from error
        raise
    finish(folder)


def from_store(file: KeyFile, vault: Vault) -> Opened | None:
    """The key by the computer's own password store, where it has a way in. It may ask somebody to unlock it."""
    if not file.has(keys.KEYRING):
        return None
    try:
        kept = vault.load(keys.store_name(file)).get("key", "")
    except VaultClosed:
        return None
    return keys.open_from_store(file, kept)


# ---- the marker --------------------------------------------------------------------------------------------


def _mark(folder: Path, how: str) -> None:
    write_whole(folder / CONVERTING, json.dumps({"files": how}).encode())


def marked(folder: Path) -> str:
    """How far a rewriting came that a kill ended: "" for none, "begun" for nothing put in place yet, else what it makes
    of the files ("plain", "protected"): the next start finishes that. An unreadable marker is one that begun."""
    try:
        how = json.loads((folder / CONVERTING).read_bytes())["files"]
    except FileNotFoundError:
        return ""
    except (ValueError, KeyError, TypeError):
        return "begun"
    return str(how) if how in ("plain", "protected") else "begun"


def _throw_away(folder: Path) -> None:
    for path in _converted(folder):
        path.unlink(missing_ok=True)


def _put_in_place(folder: Path, *, becomes_plain: bool) -> None:
    for path in list(_converted(folder)):
        if not path.name.endswith(READY):
            path.unlink(missing_ok=True)  # a journal SQLite made beside it
            continue
        there = path.with_name(path.name.removesuffix(READY))
        for ending in ("-wal", "-shm"):  # it would be taken for the other form's journal
            there.with_name(there.name + ending).unlink(missing_ok=True)
        path.replace(there)
        sync_folder(folder)
    if becomes_plain:
        for name in (KEYS_COPY, KEYS_NAME):
            (folder / name).unlink(missing_ok=True)
        return
    write_whole(folder / KEYS_COPY, (folder / KEYS_NAME).read_bytes())
    for log in folder.glob(LOGS):
        log.unlink(missing_ok=True)


def _converted(folder: Path) -> Iterator[Path]:
    for name in FOLDERS:
        yield from sorted((folder / name).glob(f"*{READY}*"))


# ---- one file ----------------------------------------------------------------------------------------------


def _shop_files(folder: Path) -> list[Path]:
    """The shop file, those it replaced, its copies."""
    found = [path for name in FOLDERS[:2] for path in sorted((folder / name).glob("*.db"))]
    if folder / FILE_NAME not in found:
        raise StoreBroken("Your shop's file is missing.", advice="Bring a copy back first.")
    return found


def _turn(path: Path, old: Key | None, new: Key | None) -> None:
    """Makes the other form of one file, whole and on the disk. Raises StoreBroken, naming it."""
    target = path.with_name(path.name + READY)
    try:
        rewrite(path, target, old, new)
    except StoreBroken as error:
        raise StoreBroken(
            f"{path.name} can't be read: it is damaged, or no copy of this shop.",
            advice="Nothing was changed. Move it out of the shop folder, then try again.",
            details=error.details or str(error),
        ) from error


def rewrite(path: Path, target: Path, old: Key | None, new: Key | None) -> None:
    """One file with another key, or none, where nothing stands yet. Raises StoreBroken, DiskTrouble, NoSealing."""
    with plain_errors():
        target.unlink(missing_ok=True)
        with closing(driver.connect_either(str(path), old, isolation_level=None, timeout=10)) as conn:
            conn.text_factory = bytes
            _check_ours(conn)
            _export(conn, target, new)
            _compare(conn, target, new)
        _on_the_disk(target, path.stat().st_mtime)


def _check_ours(conn: Connection) -> None:
    if conn.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreBroken("That file isn't a Said & Done shop.")
    found = conn.execute("pragma quick_check(1)").fetchone()[0]
    if found != b"ok":
        raise StoreBroken("This copy is damaged.", details=str(found))


def _export(conn: Connection, target: Path, key: Key | None) -> None:
    numbers = {name: conn.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version")}
    conn.execute(f"attach ? as other key {key.as_pragma() if key else repr('')}", (str(target),))
    for how in ("synchronous=off", "journal_mode=off"):  # it is synced as a whole, or thrown away
        conn.execute(f"pragma other.{how}")
    conn.execute("select sqlcipher_export('other')")
    for name, number in numbers.items():
        conn.execute(f"pragma other.{name}={number}")
    conn.execute("detach other")


def _compare(conn: Connection, target: Path, key: Key | None) -> None:
    """Nothing is lost: every table has the same rows under the same numbers. Raises StoreBroken."""
    with closing(driver.connect_either(str(target), key, isolation_level=None)) as made:
        made.text_factory = bytes
        _check_ours(made)
        shape = "select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_stat%' order by 1, 2"
        questions = [shape, "pragma user_version"]
        for _, name, kind, _, is_without_rowid, _ in conn.execute("pragma main.table_list").fetchall():
            if kind in (b"table", b"shadow") and not name.startswith(b"sqlite_"):
                columns = "*" if is_without_rowid else "rowid, *"
                questions.append(f'select {columns} from "{name.decode()}"')
        for question in questions:
            for one, other in zip_longest(conn.execute(question), made.execute(question)):
                if one != other:
                    raise StoreBroken("The copy isn't the same.", details=question)


def _on_the_disk(path: Path, made_at: float) -> None:
    """Synced, and as old as the file it stands for: the age of a copy is told by it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    os.utime(path, (made_at, made_at))


# ---- before it begins --------------------------------------------------------------------------------------


def _mind_the_room(folder: Path) -> None:
    try:
        paths: list[Any] = [path for name in FOLDERS for path in (folder / name).glob("*") if path.is_file()]
        needed = sum(path.stat().st_size for path in paths) * 11 // 10 + _SPARE
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise of_the_disk(error) from error
    if free < needed:
        lacking = (needed - free) // 1_000_000 + 1
        raise DiskTrouble(
            f"There's too little room on this disk: every file is written anew beside the old one first. {lacking} MB "
            "are lacking.",
            advice="Nothing was changed. Make room, then try again.",
        )
