"""The password of the shop file: whose open it, a new one, a new recovery code. Design 13; what it is: keys.py.

Each change asks for a way in again: an open window is not enough to make oneself another one. Trying and making one
takes up to half a second (argon2id), so never in the window's own thread. Putting the files under a password, or taking
them out, needs the shop closed: that is sealing.py.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from desktop import history, keys, people
from desktop.counter.team import only_the_owner
from desktop.driver import Key
from desktop.errors import Misuse, ShopError
from desktop.keys import KeyFile, Opened
from desktop.shop import Shop


class Ways(NamedTuple):
    """What opens the shop file: names of people with a password, the code, this computer's password store."""

    is_protected: bool
    people: tuple[str, ...] = ()
    is_mine: bool = False
    has_code: bool = False
    is_in_store: bool = False


def ways_in(shop: Shop) -> Ways:
    if shop.key is None:
        return Ways(False)
    try:
        file = keys.of(shop.folder)
    except ShopError:
        return Ways(True)
    named = tuple(one.name for one in people.all(shop.store) if one.id in file.people())
    return Ways(True, named, shop.me.id in file.people(), file.has(keys.RECOVERY), file.has(keys.KEYRING))


def may_protect(shop: Shop) -> bool:
    return shop.me.is_owner and not shop.is_practice and not shop.read_only


def first_ways(person: str, password: str, code: str, now: datetime) -> tuple[KeyFile, Key]:
    """The ways into a shop that is closed to be protected, or to be given another key. Raises Misuse."""
    file, key = keys.begun()
    file = keys.with_password(file, key, person, password, now)
    return keys.with_code(file, key, code, now), key


def opens(shop: Shop, secret: str) -> bool:
    """Whether this is a password of the shop file, or its code."""
    return _opened(shop, secret) is not None


def change_password(shop: Shop, secret: str, password: str) -> bool:
    """Another password for who is at the counter; `secret`: the present one, or the code. False when it is wrong."""
    if shop.read_only:
        raise Misuse("This shop is open to read only.")
    return _put(shop, secret, "file_password_set", password=password, person=shop.me.id)


def give_password(shop: Shop, secret: str, person: str, password: str) -> bool:
    """A password of their own for somebody who is here. False when `secret` is wrong."""
    _mine_to_do(shop)
    found = people.by_id(shop.store, person)
    if found is None or found.left_at:
        raise Misuse("This person isn't here any more.")
    return _put(shop, secret, "file_password_set", password=password, person=person)


def give_code(shop: Shop, secret: str, code: str) -> bool:
    """A new recovery code in place of the one before. False when `secret` is wrong."""
    _mine_to_do(shop)
    return _put(shop, secret, "file_code_set", code=code)


def open_without_asking(shop: Shop, secret: str) -> bool:
    """From now on this computer's password store opens the shop. False when `secret` is wrong. Raises VaultClosed."""
    _mine_to_do(shop)
    opened = _opened(shop, secret)
    if opened is None:
        return False
    file, kept = keys.with_store(keys.of(shop.folder), opened.key, shop.clock.now())
    shop.vault.save(keys.store_name(file), {"key": kept})
    keys.put(shop.folder, file)
    _tell(shop, "file_store_on")
    return True


def ask_again(shop: Shop) -> None:
    """The password is asked for at each start again."""
    _mine_to_do(shop)
    file = keys.of(shop.folder)
    keys.put(shop.folder, keys.without(file, keys.KEYRING))
    _tell(shop, "file_store_off")
    shop.vault.forget(keys.store_name(file))


def told(shop: Shop, kind: str) -> None:
    """The files were protected, given another key or made plain while the shop was closed: history says so now."""
    _tell(shop, kind)


def _put(shop: Shop, secret: str, kind: str, *, person: str = "", password: str = "", code: str = "") -> bool:
    if password:
        keys.good(password)
    opened = _opened(shop, secret)
    if opened is None:
        return False
    file, now = keys.of(shop.folder), shop.clock.now()
    if code:
        file = keys.with_code(file, opened.key, code, now)
    else:
        file = keys.with_password(file, opened.key, person, password, now)
    keys.put(shop.folder, file)
    _tell(shop, kind, person)
    return True


def _opened(shop: Shop, secret: str) -> Opened | None:
    if shop.key is None:
        raise Misuse("This shop isn't protected.")
    return keys.open_with(keys.of(shop.folder), secret)


def _mine_to_do(shop: Shop) -> None:
    only_the_owner(shop)
    if not may_protect(shop):
        raise Misuse("This shop can't be protected: it is open to read only, or it is the pretend one.")


def _tell(shop: Shop, kind: str, person: str = "") -> None:
    by = shop.by()
    with shop.store.writing():
        history.tell(shop.store, by, person or by.person, kind, {})
