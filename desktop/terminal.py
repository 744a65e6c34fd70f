"""A password typed at a terminal: for the command line, where a shop or a copy of one is protected."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import ShopLocked

if TYPE_CHECKING:
    from desktop.driver import Key
    from desktop.keys import KeyFile

_TRIES = 3


def key_of(folder: Path) -> Key | None:
    """The key of a protected shop: from the computer's password store, else for a password typed at the terminal.

    None for a plain one. Raises ShopLocked.
    """
    from desktop import keys

    return _asked(keys.of(folder), "Password of this shop: ") if keys.is_protected(folder) else None


def key_to(file: KeyFile) -> Key:
    """The key of a file that is under a shop's password. Raises ShopLocked."""
    return _asked(file, "Password of the shop it is from: ", "The file stays closed.")


def _asked(file: KeyFile, question: str, closed: str = "The shop stays closed.") -> Key:
    from desktop import keys, sealing
    from desktop.vault import KeyringVault

    opened = sealing.from_store(file, KeyringVault())
    for _ in range(_TRIES):
        opened = opened or keys.open_with(file, _typed(question))
        if opened:
            return opened.key
        sys.stderr.write("That isn't a password of this shop, nor its recovery code.\n")
    raise ShopLocked(closed, advice="Nothing was changed.")


def _typed(question: str) -> str:
    """What somebody types at the terminal, unseen. Raises ShopLocked where there is none."""
    import getpass
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would read from a pipe, or show what is typed
        try:
            return getpass.getpass(question)
        except (getpass.GetPassWarning, EOFError, OSError):
            raise ShopLocked(advice="Its password is asked for at a terminal, and there is none here.") from None


def keys_to_restore(folder: Path, source: Path) -> tuple[Key | None, Key | None]:
    """(the shop's key, the copy's), for a restore that holds the folder.

    A folder without protection takes over that of a protected copy. Raises ShopLocked.
    """
    from desktop import backups, keys, sealing
    from desktop.store import FILE_NAME, is_plain

    key = key_of(folder)
    if not source.is_file() or is_plain(source):
        return key, None
    beside = backups.keys_beside(source)
    own = keys.of(folder) if key else None
    if key is None and not beside.is_file():
        said = "This copy is protected, and its key file isn't beside it."
        raise ShopLocked(said, advice=f"Put {beside.name} there.")
    if not beside.is_file() or (own and keys.read(beside).id == own.id):
        return key, key
    file = keys.read(beside)
    its_key = _asked(file, "Password of this copy: ")
    if key is None:
        if (folder / FILE_NAME).exists():
            sealing.protect(folder, file, its_key)
        else:
            keys.put(folder, file)
        return its_key, its_key
    return key, its_key
