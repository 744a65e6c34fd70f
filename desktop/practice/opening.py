"""Opening a practice shop, and throwing it away to start its day again."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from desktop import settings
from desktop.clock import Clock
from desktop.errors import DiskTrouble, Misuse, StoreBroken
from desktop.practice import clock as clocks
from desktop.practice import seed, world
from desktop.practice.clock import PracticeClock
from desktop.practice.scenario import Scenario
from desktop.practice.world import World
from desktop.shop import PRACTICE_FOLDER, Shop
from desktop.store import FILE_NAME, FolderLock, Store
from desktop.vault import SessionVault
from desktop.web import Web

_FILES = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", world.FILE_NAME, clocks.FILE_NAME)


def open_practice(
    folder: Path, *, scenario: Scenario | None = None, clock: Clock | None = None, is_practice: bool = True
) -> Shop:
    """The practice shop of a folder, filled and ready. `clock` (with a `set`) is for tests."""
    told = scenario or seed.puddle_street()
    own = clock or PracticeClock.load(folder, told.now_at, told.zone)
    tick = own.keep if isinstance(own, PracticeClock) else lambda: None
    places = World.load(folder, told, own, tick)
    # The pretend places stand where another shop has the web: nothing here can reach a network.
    shop = Shop.open(folder, clock=own, vault=SessionVault(), web=lambda: cast(Web, places))
    try:
        seed.prepare(shop, is_practice=is_practice)
        shop.is_practice = settings.get(shop.store, settings.IS_PRACTICE)  # it was read while the file was empty
    except BaseException:
        shop.close()
        raise
    return shop


def start_again(folder: Path) -> Shop:
    """See desktop.practice.start_again."""
    lock = FolderLock(folder)
    lock.take()
    try:
        _check_pretend(folder)
        for name in _FILES:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise DiskTrouble(f"The practice folder can't be used: {error.strerror or error}.") from error
    finally:
        lock.release()
    return open_practice(folder)


def _check_pretend(folder: Path) -> None:
    if not (folder / FILE_NAME).exists():
        return
    try:
        store = Store(folder / FILE_NAME, read_only=True)
    except StoreBroken:
        if folder.name == PRACTICE_FOLDER:  # damaged, and no real shop's: that lies in the folder around it
            return
        raise
    try:
        if not settings.get(store, settings.IS_PRACTICE):
            raise Misuse("That folder holds a real shop. It stays as it is.")
    finally:
        store.close()
