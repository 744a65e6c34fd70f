"""The front door: a shop's folder, its store, vault, connectors, clock and changes.

The screen holds one Shop. Each thread that touches it gets a store of its own.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import ids, people, pins, settings
from desktop.changes import Changes
from desktop.clock import Clock, SystemClock
from desktop.driver import Key
from desktop.errors import DiskTrouble, LoginExpired, ShopError, ShopLocked, UnfitFolder
from desktop.faces import FACES
from desktop.history import By
from desktop.homes import refuse_unfit
from desktop.records import Account, Person, Role
from desktop.store import (
    CONVERTING,
    FILE_NAME,
    KEYS_COPY,
    KEYS_NAME,
    LOCK_NAME,
    FolderLock,
    Store,
    drop_halves,
    prepare,
)

if TYPE_CHECKING:  # the doors to the outside are imported when they are first used, behind the painted window
    from desktop.connectors import Connector
    from desktop.vault import Vault
    from desktop.web import Web

PRACTICE_FOLDER = "practice"
_ID = re.compile(rb"[A-Za-z0-9-]{1,64}")


class Shop:
    """An open shop. Make one with `Shop.open`; `close` it at the end."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock,
        vault: Vault,
        web: Callable[[], Web],
        changes: Changes,
        lock: FolderLock,
        read_only: bool,
        copy: Path | None = None,
        locksmith: pins.Locksmith | None = None,
        key: Key | None = None,
    ) -> None:
        self.key = key
        self.folder, self.clock, self.vault, self.web = folder, clock, vault, web
        self.changes, self.read_only, self.copy = changes, read_only, copy
        self.locksmith = locksmith or pins.Locksmith()
        self._lock, self._here = lock, threading.local()
        self._is_closed = False
        self.last_sign: datetime | None = None
        self.device, self._device_is_new = _device(folder, read_only=read_only)
        self.is_practice = settings.get(self.store, settings.IS_PRACTICE)
        was_running = settings.get(self.store, settings.RUNNING)
        self.found_unclean = was_running and copy is None and not self._device_is_new
        self.starts_failed = settings.get(self.store, settings.STARTS_FAILED)  # in a row, before this one
        self._me: Person | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Clock | None = None,
        vault: Vault | None = None,
        web: Callable[[], Web] | None = None,
        changes: Changes | None = None,
        read_only: bool = False,
        copy: Path | None = None,
        locksmith: pins.Locksmith | None = None,
        key: Key | None = None,
    ) -> Shop:
        """Opens the shop in a folder, making it when there is none.

        `copy`: a backup of it to read from instead, and only to read. `locksmith` makes and tries PINs. `key`: that
        of a protected shop (keys.py). Raises ShopLocked, ShopBusy, StoreTooNew, StoreBroken, DiskTrouble; the folder
        is free again then.
        """
        lock, last_sign = FolderLock(folder), _last_sign(folder)
        read_only = read_only or copy is not None
        if not read_only:
            _make_folder(folder)
            lock.take()
        try:
            key = _ready(folder, key, read_only=read_only)
            if not read_only:
                drop_halves(folder)
                _finish_restoring(folder, key)
                prepare(folder / FILE_NAME, backups=folder / "backups", key=key)
            shop = cls(
                folder,
                clock=clock or SystemClock(),
                vault=vault or _keyring(),
                web=web or _web,
                changes=changes or Changes(),
                lock=lock,
                read_only=read_only,
                copy=copy,
                locksmith=locksmith,
                key=key,
            )
            shop.last_sign = last_sign
            if not read_only:
                shop._begin()
        except BaseException:
            lock.release()
            raise
        return shop

    def _begin(self) -> None:
        """What an unclean end left behind: replies that were going may or may not have gone.

        Nothing goes by itself where the shop wants that: the outbox is on hold until somebody lets it go.
        Where this file is new to this computer (a copy that was brought back), what waited in it may have gone
        since: a person looks first.
        """
        from desktop import outbox  # only here: the front door otherwise leaves the rooms to the counter

        with self.store.writing():
            if self._device_is_new:
                outbox.moved_in(self.store, self.device)
            outbox.interrupted(self.store, self.device)
            if settings.get(self.store, settings.HOLD_AT_START):
                settings.put(self.store, settings.HOLD_OUTBOX, True)
            settings.put(self.store, settings.RUNNING, True)
            settings.put(self.store, settings.STARTS_FAILED, self.starts_failed + 1)  # until it has stood, or closes

    def has_stood(self) -> None:
        """The window that was started is up and well: the starts before it count no more."""
        self.starts_failed = 0
        if not self.read_only and not self._is_closed:
            settings.put(self.store, settings.STARTS_FAILED, 0)

    def still_here(self) -> None:
        """A sign of life, once a minute: after a crash it tells when that was. Costs no write to the file."""
        with suppress(OSError):
            os.utime(self.folder / LOCK_NAME)

    @property
    def store(self) -> Store:
        """This thread's own store, opened on first use; it closes when the thread ends."""
        found: Store | None = getattr(self._here, "store", None)
        if found is None:
            path = self.copy or self.folder / FILE_NAME
            found = self._here.store = Store(
                path, self.changes, read_only=self.read_only, key=self.key
            )
        return found

    # --- who is here ---------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The shop's name; "" before the first question was answered."""
        return settings.get(self.store, settings.SHOP_NAME)

    @property
    def me(self) -> Person:
        """Who is at the counter: the last person here, else the owner."""
        if self._me is None:
            last = people.by_id(self.store, settings.get(self.store, settings.LAST_PERSON))
            self._me = last if last and not last.left_at else people.owner(self.store)
        return self._me or Person("", "", Role.OWNER)

    @property
    def may_lock(self) -> bool:
        """There is somebody to keep apart: more than one person, or a PIN. The pretend shop has no locks."""
        return not self.is_practice and (len(people.all(self.store)) > 1 or pins.any(self.store))

    def set_person(self, person: Person) -> None:
        """Somebody else is at the counter now."""
        self._me = person
        if not self.read_only:
            settings.put(self.store, settings.LAST_PERSON, person.id)

    def found_with(self, shop_name: str, owner_name: str, role_line: str = "Owner") -> None:
        """The answers to the first questions: the shop's name and its owner's, and what stands under that name."""
        with self.store.writing():
            settings.put(self.store, settings.SHOP_NAME, shop_name.strip())
            if people.owner(self.store) is None:
                self.set_person(
                    people.add(
                        self.store, owner_name.strip(), Role.OWNER, self.clock.now(), role_line=role_line
                    )
                )

    def by(self, at: datetime | None = None) -> By:
        """The signature under a decision made now by who is here."""
        return By(self.me.id, self.device, at or self.clock.now())

    # --- places ---------------------------------------------------------------------------------

    def connector(self, account: Account) -> Connector:
        """A connector for one job. Raises LoginExpired, VaultClosed."""
        from desktop.connectors import Keys, connector_class
        from desktop.spending import Spending

        made = connector_class(account.platform)
        if not made.login:
            return made(account, {}, self.web())
        secrets = self.vault.load(account.id)
        if not secrets:
            place = self.place(account.platform)
            raise LoginExpired(f"{place} needs you to sign in again.")
        keys = Keys(
            account.id, secrets, partial(self.vault.load, account.id), partial(self.vault.save, account.id)
        )
        return made(account, keys, self.web(), Spending(self.store, account.id))

    def place(self, platform: str) -> str:
        """The platform as people know it: "Google"."""
        return _face(platform)[0]

    def tile(self, platform: str) -> str:
        """One or two letters for its tile: "G"."""
        return _face(platform)[1]

    def close(self) -> None:
        """Leaves the folder to others. Worker threads must have ended. Never raises for a full or missing disk."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            if not self.read_only:
                with suppress(ShopError):  # then the next start says that this one didn't close, no more
                    self._say_goodbye()
            own: Store | None = getattr(self._here, "store", None)
            if own:
                own.close()
        finally:
            self._lock.release()

    def _say_goodbye(self) -> None:
        """Closed in order: this start was none that failed."""
        with self.store.writing():
            settings.put(self.store, settings.RUNNING, False)
            settings.put(self.store, settings.STARTS_FAILED, self.starts_failed)


def _face(platform: str) -> tuple[str, str]:
    """(name, letters) of a place; a connector is only asked where the list of faces doesn't say."""
    if platform in FACES:
        return FACES[platform]
    from desktop.connectors import connector_class

    return connector_class(platform).place_facts(platform)


def _make_folder(folder: Path) -> None:
    refuse_unfit(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UnfitFolder(
            f"The shop folder can't be made: {error.strerror or error}.",
            advice="Choose another folder.",
            details=str(folder),
        ) from error


def _ready(folder: Path, key: Key | None, *, read_only: bool) -> Key | None:
    """The key its files are opened with: None where they are plain. Raises ShopLocked, ShopBusy."""
    if any(folder.glob("mov*")):
        from desktop import moving

        if read_only:
            moving.refuse_half_done(folder)
        else:
            moving.finish(folder)
    if (folder / CONVERTING).exists():
        from desktop import sealing

        if read_only:
            sealing.refuse_half_done(folder)
        sealing.finish(folder)
    if not ((folder / KEYS_NAME).exists() or (folder / KEYS_COPY).exists()):
        return None
    if key is None:
        raise ShopLocked
    if not read_only:
        from desktop import keys

        keys.mend(folder)
    return key


def _finish_restoring(folder: Path, key: Key | None) -> None:
    """A copy that was about to become the shop file when the program was killed does so now."""
    if any(folder.glob("restoring.db*")):
        from desktop import backups

        backups.finish_restoring(folder, datetime.now().astimezone(), key)


def _device(folder: Path, *, read_only: bool) -> tuple[str, bool]:
    """This computer's own id, and whether it was made just now.

    It is kept beside the shop file, not in it: a restored file gets a new one, and so does one whose id
    can't be read any more.
    """
    path = folder / "device.id"
    try:
        kept = path.read_bytes().strip() if path.exists() else b""
        if _ID.fullmatch(kept):
            return kept.decode("ascii"), False
        if read_only:
            return "reader", False
        made = ids.new_id()
        path.write_text(made + "\n", "ascii")
    except OSError as error:
        if read_only:
            return "reader", False
        raise DiskTrouble("The shop folder can't be written to.", details=str(error)) from error
    return made, True


def _last_sign(folder: Path) -> datetime | None:
    """When this folder was last written in, before this start: about when a crash was."""
    signs = []
    for name in (FILE_NAME, f"{FILE_NAME}-wal", LOCK_NAME):
        with suppress(OSError, OverflowError, ValueError):
            signs.append(datetime.fromtimestamp((folder / name).stat().st_mtime, UTC))
    return max(signs, default=None)


def _keyring() -> Vault:
    from desktop.vault import KeyringVault

    return KeyringVault()


def _web() -> Web:
    from desktop.web import Web

    return Web()
