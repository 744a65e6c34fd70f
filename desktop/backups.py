"""Copies of the shop file: daily ones, one before each upgrade, and bringing one back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from desktop.errors import Misuse, ShopError
from desktop.store import FILE_NAME, Store, check_file, of_the_disk

_NAME = re.compile(r"shop-(\d{4}-\d\d-\d\d)(?:-\d{4})?\.db$")
DAILY, WEEKLY, MONTHLY = 7, 4, 12


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
    """A checked copy made on request. Raises Misuse rather than writing over a file."""
    made = target or folder_of(shop_folder) / f"shop-{local_now:%Y-%m-%d-%H%M}.db"
    if target and target.is_dir():
        made = target / f"shop-{local_now:%Y-%m-%d-%H%M}.db"
    if made.exists() and target:
        raise Misuse(f"There is already a file at {made}.")
    store.copy_to(made)
    return made


def newest(shop_folder: Path, today: date | None = None) -> Path | None:
    """The copy made last, going by the day in its name."""
    return next(iter(_newest_first(shop_folder, today or datetime.now().astimezone().date())), None)


def newest_good(shop_folder: Path, today: date | None = None) -> Path | None:
    """The newest copy that opens and checks well; damaged ones are passed over."""
    for path in _newest_first(shop_folder, today or datetime.now().astimezone().date()):
        with suppress(ShopError):
            check_file(path)
            return path
    return None


def made_at(copy: Path) -> datetime:
    """When a copy was made: the time of its file, as local time. Raises DiskTrouble."""
    try:
        return datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
    except OSError as error:
        raise of_the_disk(error) from error


def _newest_first(shop_folder: Path, today: date) -> list[Path]:
    """The copies by the day in their names. A day to come was named by a wrong clock: those are last."""
    tomorrow, dated = (today + timedelta(days=1)).isoformat(), list[tuple[bool, str, Path]]()
    for path in folder_of(shop_folder).glob("shop-*.db"):
        if named := _NAME.search(path.name):
            dated.append((named[1] <= tomorrow, path.name, path))
    return [path for _, _, path in sorted(dated, reverse=True)]


def restore(shop_folder: Path, source: Path, local_now: datetime) -> Restored:
    """Puts a copy in the place of the shop file, keeping the replaced file, and gives this computer a new id.

    Call it while holding the folder and with no store open. Raises StoreBroken, StoreTooNew, Misuse, DiskTrouble.
    """
    if not source.is_file():
        raise Misuse(f"There is no file at {source}.")
    check_file(source)
    current, replaced = shop_folder / FILE_NAME, None
    part = shop_folder / "restoring.db"
    try:
        part.write_bytes(source.read_bytes())
        check_file(part)
        for ending in ("-wal", "-shm"):  # a journal whose file is gone belongs to nothing that comes now
            if not current.exists():
                part.with_name(current.name + ending).unlink(missing_ok=True)
        if current.exists():
            replaced = _free_name(shop_folder, f"replaced-{local_now:%Y-%m-%d-%H%M%S}")
            _move_whole(current, replaced)
        part.replace(current)
        (shop_folder / "device.id").unlink(missing_ok=True)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise of_the_disk(error) from error
    return Restored(source, replaced)


def _move_whole(current: Path, target: Path) -> None:
    """Moves a shop file together with its journal, which may hold its newest rows."""
    for ending in ("-wal", "-shm", ""):
        part = current.with_name(current.name + ending)
        if part.exists():
            part.replace(target.with_name(target.name + ending))


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
