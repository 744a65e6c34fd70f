"""Copies of the shop file: daily ones, one before each upgrade, and bringing one back."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from desktop.driver import Key
from desktop.errors import DiskFull, DiskTrouble, Misuse, NoRoomThere, ShopError, StoreBroken
from desktop.forgetting.restored import stay_forgotten
from desktop.store import (
    FILE_NAME,
    KEYS_NAME,
    REPLACED,
    Store,
    check_file,
    of_the_disk,
    sync_folder,
    write_whole,
)

_NAME = re.compile(r"shop-(\d{4}-\d\d-\d\d)(?:-(\d{4}))?\.db$")
DAILY, WEEKLY, MONTHLY = 7, 4, 12
RESTORING = "restoring.db"  # a copy that is whole and about to be the shop file
_PIECE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Restored:
    """`replaced` is where the file that was in use is kept."""

    source: Path
    replaced: Path | None


def folder_of(shop_folder: Path) -> Path:
    return shop_folder / "backups"


def daily(store: Store, shop_folder: Path, local_now: datetime) -> Path | None:
    """Today's copy, unless there is one; old ones are thinned out. Returns the new copy, if any."""
    target = folder_of(shop_folder) / f"shop-{local_now.date().isoformat()}.db"
    if target.exists():
        return None
    store.copy_to(target)
    _thin_out(folder_of(shop_folder), local_now.date())
    return target


def now(store: Store, shop_folder: Path, local_now: datetime, target: Path | None = None) -> Path:
    """A checked copy made on request; of a protected shop with its key file beside it. Raises Misuse rather than
    writing over a file, DiskTrouble."""
    made = target or folder_of(shop_folder) / f"shop-{local_now:%Y-%m-%d-%H%M}.db"
    if target and target.is_dir():
        made = target / f"shop-{local_now:%Y-%m-%d-%H%M}.db"
    if made.exists() and target:
        raise Misuse(f"There is already a file at {made}.")
    ways_in = shop_folder / KEYS_NAME
    try:
        store.copy_to(made)
        if made.parent != folder_of(shop_folder) and ways_in.exists():
            _with_keys(made, ways_in)
    except DiskFull as error:
        raise NoRoomThere(
            "There’s no room left on that disk for the copy. The shop itself is as it was.", details=error.details
        ) from error
    return made


def _with_keys(made: Path, ways_in: Path) -> None:
    """Beside the copy, which nothing would open without them: else there is none. Raises DiskTrouble."""
    try:
        write_whole(keys_beside(made), ways_in.read_bytes())
    except DiskTrouble:
        with suppress(OSError):
            made.unlink()
        raise


def keys_beside(copy: Path) -> Path:
    """Where the key file of a protected copy is that was made somewhere else."""
    return copy.with_suffix(".keys")


def newest(shop_folder: Path, today: date | None = None) -> Path | None:
    """The copy made last, going by the day in its name."""
    return next(iter(newest_first(shop_folder, today or datetime.now().astimezone().date())), None)


def newest_good(shop_folder: Path, today: date | None = None, key: Key | None = None) -> Path | None:
    """The newest copy that opens and checks well; damaged ones are passed over."""
    for path in newest_first(shop_folder, today or datetime.now().astimezone().date()):
        with suppress(ShopError):
            check_file(path, key)
            return path
    return None


def made_at(copy: Path) -> datetime:
    """When a copy was made: the time of its file, as local time. Raises DiskTrouble."""
    try:
        return datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
    except OSError as error:
        raise of_the_disk(error) from error


def newest_first(shop_folder: Path, today: date) -> list[Path]:
    """The copies by the day and the time in their names; the daily one was made before those of that day that were
    asked for. A day to come was named by a wrong clock: those are last."""
    tomorrow, dated = (today + timedelta(days=1)).isoformat(), list[tuple[bool, str, str, Path]]()
    for path in folder_of(shop_folder).glob("shop-*.db"):
        if named := _NAME.search(path.name):
            dated.append((named[1] <= tomorrow, named[1], named[2] or "", path))
    return [path for *_, path in sorted(dated, reverse=True)]


def restore(
    shop_folder: Path,
    source: Path,
    local_now: datetime,
    key: Key | None = None,
    source_key: Key | None = None,
) -> Restored:
    """Puts a copy in the place of the shop file, keeping the replaced file, and gives this computer a new id.

    `key` is the shop's and `source_key` the copy's, None where they are plain: what is brought back is written with
    the shop's. Call it while holding the folder and with no store open. Raises StoreBroken, StoreTooNew, Misuse,
    DiskTrouble.
    A kill at any moment leaves the old file or the new one: once `restoring.db` is whole, the next start
    finishes what was begun (`finish_restoring`).
    """
    if not source.is_file():
        raise Misuse(f"There is no file at {source}.")
    check_file(source, source_key)
    part = shop_folder / f"{RESTORING}.part"
    try:
        _bring(source, part, key, source_key)
        check_file(part, key)
        stay_forgotten(part, [shop_folder / FILE_NAME, *newest_first(shop_folder, local_now.date())], key)
        _forget_journal(part)
        part.replace(shop_folder / RESTORING)
        sync_folder(shop_folder)
        return Restored(source, _put_in_place(shop_folder, local_now))
    except OSError as error:
        raise of_the_disk(error) from error
    finally:
        _forget(part)


def finish_restoring(shop_folder: Path, local_now: datetime, key: Key | None = None) -> bool:
    """After a kill in `restore`: the copy that lay ready goes into its place. True when there was one.

    Call it while holding the folder and with no store open. Raises StoreBroken, StoreTooNew, DiskTrouble.
    """
    ready = shop_folder / RESTORING
    _forget(shop_folder / f"{RESTORING}.part")
    if not ready.exists():
        return False
    try:
        check_file(ready, key)
    except StoreBroken:
        _forget(ready)
        return False
    try:
        _put_in_place(shop_folder, local_now)
    except OSError as error:
        raise of_the_disk(error) from error
    return True


def _put_in_place(folder: Path, local_now: datetime) -> Path | None:
    """`restoring.db` becomes the shop file. Returns where the one before is kept.

    Until the last step the file before is whole, with its journal, under its own name or beside it.
    """
    current, ready = folder / FILE_NAME, folder / RESTORING
    kept = None
    try:
        if current.exists():
            kept = _keep_aside(current, f"{REPLACED}{local_now:%Y-%m-%d-%H%M%S}")
        (folder / "device.id").unlink(missing_ok=True)  # before: what waits in a copy must not leave by itself
        for ending in ("-wal", "-shm"):  # it would be taken for the new file's journal
            _beside(current, ending).unlink(missing_ok=True)
        ready.replace(current)
    except OSError:
        _take_back(current, kept, ready)
        raise
    sync_folder(folder)
    return kept


def _keep_aside(current: Path, stem: str) -> Path:
    """A second name for the shop file and its journal, which may hold its newest rows."""
    others = current.parent.glob(f"{REPLACED}*.db")
    before = next((other for other in others if other.samefile(current)), None)  # a kill came after this step
    kept = before or _free_name(current.parent, stem)
    for ending in ("-wal", ""):
        part, target = _beside(current, ending), _beside(kept, ending)
        if part.exists() and not (target.exists() and target.samefile(part)):
            target.unlink(missing_ok=True)
            try:
                os.link(part, target)
            except OSError:  # a disk without second names: a whole copy, then
                _copy_whole(part, target)
    sync_folder(current.parent)
    return kept


def _take_back(current: Path, kept: Path | None, ready: Path) -> None:
    """The file before stays in use after all."""
    with suppress(OSError):
        if not current.exists():
            return
        if kept:
            journal = _beside(kept, "-wal")
            if journal.exists() and not _beside(current, "-wal").exists():
                _copy_whole(journal, _beside(current, "-wal"))
            for ending in ("", "-wal"):
                _beside(kept, ending).unlink(missing_ok=True)
        ready.unlink()


def _bring(source: Path, target: Path, key: Key | None, source_key: Key | None) -> None:
    """A copy with what still waits in a journal beside it, as beside a file that was replaced."""
    if key != source_key:
        from desktop import sealing

        sealing.rewrite(source, target, source_key, key)
        return
    journal = _beside(source, "-wal")
    if not (journal.exists() and journal.stat().st_size):
        _copy_whole(source, target)
        return
    with closing(Store(source, read_only=True, key=key)) as old:
        old.copy_to(target)


def _copy_whole(source: Path, target: Path) -> None:
    """A piece at a time, and on the disk when it returns."""
    try:
        with source.open("rb") as old, target.open("wb") as new:
            shutil.copyfileobj(old, new, _PIECE)
            new.flush()
            os.fsync(new.fileno())
    except OSError:
        _forget(target)
        raise


def _forget_journal(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        _beside(path, ending).unlink(missing_ok=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _forget(path: Path) -> None:
    """A file of ours that is no use any more, with what SQLite made beside it when it was looked at."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            _beside(path, ending).unlink(missing_ok=True)


def _free_name(folder: Path, stem: str) -> Path:
    path = folder / f"{stem}.db"
    count = 1
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}.db"
    return path


def _thin_out(folder: Path, today: date) -> None:
    dated = {
        path: date.fromisoformat(m[1]) for path in folder.glob("shop-*.db") if (m := _NAME.search(path.name))
    }
    keep = kept_days(dated.values(), today)
    for path, day in dated.items():
        if day not in keep:
            path.unlink(missing_ok=True)


def kept_days(days: Iterable[date], today: date) -> set[date]:
    """Which daily copies stay: the newest 7 days, then the newest of each of 4 weeks and 12 months."""
    newest_first = sorted({day for day in days if day <= today}, reverse=True)
    keep = set(newest_first[:DAILY]) | {day for day in days if day > today}
    for most, key in ((WEEKLY, lambda d: d.isocalendar()[:2]), (MONTHLY, lambda d: (d.year, d.month))):
        firsts: dict[tuple[int, ...], date] = {}
        for day in newest_first:
            firsts.setdefault(key(day), day)
        keep |= set(list(firsts.values())[:most])
    return keep
