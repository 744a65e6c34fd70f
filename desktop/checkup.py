"""Is everything well? Versions, connectors, the password store, the folder: what `check` prints."""

from __future__ import annotations

import os
import shutil
from importlib import metadata
from pathlib import Path

from desktop import accounts, backups, corrections, keys, retelling, sealing, store
from desktop.connectors import all_connectors
from desktop.driver import Key
from desktop.errors import ShopError, ShopLocked, UnfitFolder
from desktop.faces import FACES
from desktop.homes import refuse_unfit
from desktop.records import AccountState
from desktop.vault import KeyringVault

_LIBRARIES = (
    *("PySide6-Essentials", "requests", "keyring", "sqlite-utils"),
    *("feedparser", "imapclient", "phonenumbers", "argon2-cffi", "cryptography", "sqlcipher3"),
)
_LITTLE_ROOM = 200 * 1024 * 1024


def check_up(folder: Path, key: Key | None = None) -> tuple[list[str], bool]:
    """Lines for a person, and whether nothing needs one. `key`: that of a protected shop."""
    lines, troubles = [f"{name} {_version(name)}" for name in _LIBRARIES], list[str]()
    lines.append(f"SQLite {store.sqlite_version()}, schema {store.SCHEMA}")
    lines.append(
        f"Places: {', '.join(sorted(one.name for one in all_connectors().values() if one.is_offered))}"
    )
    for part in (_vault(), _folder(folder), _shop(folder, key)):
        lines += part[0]
        troubles += part[1]
    return [*lines, *troubles, *([] if troubles else ["All is well."])], not troubles


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "is missing"


def _vault() -> tuple[list[str], list[str]]:
    try:
        vault = KeyringVault()
        vault.probe()
        return [f"Password store: {vault.describe()}"], []
    except ShopError as error:
        return [], [f"Password store: {error}"]


def _folder(folder: Path) -> tuple[list[str], list[str]]:
    lines, troubles = [f"Folder: {folder}"], list[str]()
    try:
        refuse_unfit(folder)
    except UnfitFolder as error:
        troubles.append(f"Folder: {error} {error.advice}")
    if not folder.exists():
        return [f"Folder: {folder} (not made yet)"], troubles
    if not os.access(folder, os.W_OK):
        troubles.append("The shop folder can't be written to.")
    free = shutil.disk_usage(folder).free
    if free < _LITTLE_ROOM:
        troubles.append(f"There's little room left on this disk: {free // 1024 // 1024} MB.")
    newest = backups.newest(folder)
    lines.append(f"Newest daily copy: {newest.name if newest else 'none yet'}")
    return lines, troubles


def _ways_in(folder: Path) -> str:
    file = keys.of(folder)
    count = len(file.people())
    said = ["1 password" if count == 1 else f"{count} passwords"]
    said += ["a recovery code"] if file.has(keys.RECOVERY) else []
    said += ["this computer's password store"] if file.has(keys.KEYRING) else []
    return ", ".join(said)


def _shop(folder: Path, key: Key | None) -> tuple[list[str], list[str]]:
    path = folder / store.FILE_NAME
    try:
        sealing.refuse_half_done(folder)
        if keys.is_protected(folder) and key is None:
            raise ShopLocked("it is protected with a password, so nobody looked into it.")
        version = store.version_of(path, key)
        if not version:
            return ["Shop file: none yet"], []
        opened = store.Store(path, read_only=True, key=key)
    except ShopError as error:
        return [], [f"Shop file: {error}"]
    try:
        health = opened.health()
        lines = [*([] if key is None else [f"Protected: {_ways_in(folder)}"])]
        lines += [
            f"Shop file: schema {version}, {opened.value('select count(*) from posts')} messages, check {health}"
        ]
        troubles = [] if health == "ok" else ["The shop file is damaged."]
        if health == "ok" and version == store.SCHEMA and (other := len(retelling.differing(opened))):
            troubles.append(f"Complaints that stand otherwise than their history tells: {other}.")
        if health == "ok" and version == store.SCHEMA and (other := len(corrections.differing(opened))):
            troubles.append(f"What was learned from sorting is otherwise than its history tells: {other}.")
        for account in accounts.all(opened):
            state = account.trouble or ("not checked yet" if account.checked_at is None else "working")
            name = account.handle or FACES.get(account.platform, ("no name",))[0]
            lines.append(f"Account: {name} ({account.platform}): {state}")
            if account.state is AccountState.NEEDS_LOGIN:
                troubles.append(f"{account.handle} needs you to sign in again.")
    except ShopError as error:
        return [], [f"Shop file: {error}"]
    finally:
        opened.close()
    return lines, troubles
