"""The key file of a protected shop: one random key, and the ways in that each hold it wrapped.

A way in is somebody's password or the recovery code (argon2id makes a key of them), or a random key in the computer's
own password store. Each wraps the same data key with AES-256-GCM, bound to the file, the person and what the stretching
cost: none of it can be changed unnoticed. A PIN is never a way in: four digits are tried in minutes.
"""

from __future__ import annotations

import base64
import json
import os
import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from desktop import clock, ids
from desktop.driver import KEY_BYTES, Key
from desktop.errors import Misuse, StoreBroken
from desktop.language.text import RESOURCES
from desktop.store import KEYS_COPY, KEYS_NAME, of_the_disk, write_whole

ENDING = ".keys"  # of the file beside a copy that was made somewhere else
PASSWORD, RECOVERY, KEYRING = "password", "recovery", "keyring"
LEAST_LETTERS = 12
SUGGESTED_WORDS = 6

_VERSION = 1
_SALT, _NONCE = 16, 12  # bytes
_DIFFERENT_LETTERS = 6
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_CHECK_SIGNS = _SIGNS + "*~$=U"  # the last five end only codes of before: new ones are letters and digits
_ALIKE = str.maketrans("OIL", "011")
_CODE_BYTES, _CODE_LETTERS = 16, 26  # 128 bits in 26 letters of 5, and one to check them by
_MOST_SLOTS, _MOST_BYTES = 100, 200_000


class Cost(NamedTuple):
    """What a guess costs with argon2id: passes over so many KiB of memory, in so many lanes."""

    passes: int
    kib: int
    lanes: int


STRONG = Cost(3, 128 * 1024, 1)  # twice the memory of RFC 9106's second recommended choice: the file may be carried off
_NO_COST = Cost(0, 0, 0)
_MOST = Cost(20, 1024 * 1024, 16)  # a key file from elsewhere asks for no more


class Slot(NamedTuple):
    """One way in. `person` is "" for the owner's code and the password store."""

    kind: str
    id: str
    person: str
    made_at: str
    salt: bytes
    cost: Cost
    nonce: bytes = b""
    wrapped: bytes = b""


class KeyFile(NamedTuple):
    """All ways into one shop. Only `wrapped` needs a password: the rest is there to be read."""

    id: str
    slots: tuple[Slot, ...]

    def people(self) -> frozenset[str]:
        """Who has a password."""
        return frozenset(slot.person for slot in self.slots if slot.kind == PASSWORD)

    def has(self, kind: str) -> bool:
        return any(slot.kind == kind for slot in self.slots)


class Opened(NamedTuple):
    """The key, and the way in that gave it."""

    key: Key
    slot: Slot


# ---- making ways in ----------------------------------------------------------------------------------------


def begun() -> tuple[KeyFile, Key]:
    """A new random key, and a file without a way to it yet."""
    return KeyFile(ids.new_id(), ()), Key.new()


def with_password(
    file: KeyFile, key: Key, person: str, password: str, now: datetime, cost: Cost = STRONG
) -> KeyFile:
    """This person's password, in place of an earlier one. Raises Misuse for one that is too easy."""
    secret = _normal(good(password))
    return _with(without(file, PASSWORD, person), key, Slot(PASSWORD, *_new(person, now), cost), secret)


def with_code(file: KeyFile, key: Key, code: str, now: datetime, cost: Cost = STRONG) -> KeyFile:
    """This recovery code (`new_code`), in place of the one before."""
    slot = Slot(RECOVERY, *_new("", now), cost)
    return _with(without(file, RECOVERY), key, slot, plain_code(code).encode())


def with_store(file: KeyFile, key: Key, now: datetime) -> tuple[KeyFile, str]:
    """A way in for the computer's password store; what it has to keep is returned."""
    secret = os.urandom(KEY_BYTES)
    slot = Slot(KEYRING, *_new("", now), _NO_COST)
    return _with(without(file, KEYRING), key, slot, secret), secret.hex()


def without(file: KeyFile, kind: str, person: str = "") -> KeyFile:
    """Without that way in. Copies of the key file that were made before still have it."""
    kept = tuple(slot for slot in file.slots if (slot.kind, slot.person) != (kind, person))
    return file._replace(slots=kept)


def _new(person: str, now: datetime) -> tuple[str, str, str, bytes]:
    return ids.new_id(), person, clock.to_text(now), os.urandom(_SALT)


def _with(file: KeyFile, key: Key, slot: Slot, secret: bytes) -> KeyFile:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = slot._replace(nonce=os.urandom(_NONCE))
    sealed = AESGCM(_stretched(slot, secret)).encrypt(slot.nonce, key.raw(), _bound(file, slot))
    return file._replace(slots=(*file.slots, slot._replace(wrapped=sealed)))


# ---- opening -----------------------------------------------------------------------------------------------


def open_with(file: KeyFile, typed: str) -> Opened | None:
    """Tries a password or the recovery code on every way in: 0.1 to 0.5 s each, so never in the window's own thread.

    Raises Misuse where there isn't the memory for it.
    """
    code = plain_code(typed)
    for slot in file.slots:
        secret = code.encode() if slot.kind == RECOVERY else _normal(typed)
        if slot.kind == PASSWORD or (slot.kind == RECOVERY and is_a_code(code)):
            key = _opened(file, slot, secret)
            if key is not None:
                return Opened(key, slot)
    return None


def open_from_store(file: KeyFile, kept: str) -> Opened | None:
    """With what the computer's password store kept for this file."""
    for slot in file.slots:
        if slot.kind == KEYRING and re.fullmatch(f"[0-9a-f]{{{2 * KEY_BYTES}}}", kept):
            key = _opened(file, slot, bytes.fromhex(kept))
            if key is not None:
                return Opened(key, slot)
    return None


def _opened(file: KeyFile, slot: Slot, secret: bytes) -> Key | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    stretched = _stretched(slot, secret)
    try:
        return Key(AESGCM(stretched).decrypt(slot.nonce, slot.wrapped, _bound(file, slot)))
    except InvalidTag:
        return None


def _stretched(slot: Slot, secret: bytes) -> bytes:
    if slot.kind == KEYRING:
        return secret
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    passes, kib, lanes = slot.cost
    try:
        return hash_secret_raw(secret, slot.salt, passes, kib, lanes, KEY_BYTES, Type.ID)
    except HashingError as error:
        said = "This computer has too little memory free to check a password."
        raise Misuse(said, advice="Close something else, then try again.") from error


def _bound(file: KeyFile, slot: Slot) -> bytes:
    """What can't be changed in a key file without the way in failing."""
    told = _told(slot._replace(nonce=b"", wrapped=b""))
    return json.dumps([_VERSION, file.id, told], sort_keys=True).encode()


def store_name(file: KeyFile) -> str:
    """Under which the computer's password store keeps its way in."""
    return f"shop file {file.id}"


# ---- passwords and codes -----------------------------------------------------------------------------------


def good(password: str) -> str:
    """The password when it can be one. Raises Misuse, without saying which."""
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < LEAST_LETTERS:
        raise Misuse(
            f"A password for the shop file has at least {LEAST_LETTERS} characters.",
            advice="Four or five words that nobody would put together are easy to keep.",
        )
    if plain.replace(" ", "").isdigit():
        raise Misuse("A password of digits alone is soon tried.", advice="Take words.")
    if len(set(plain)) < _DIFFERENT_LETTERS:
        raise Misuse("That is nearly one letter over and over.", advice="Take words.")
    return password


def suggested() -> str:
    """Six words, one of 2**47 such passwords: "kettles patient lemon harbour brown school"."""
    from secrets import choice

    listed = json.loads((RESOURCES / "recovery_sentence.json").read_text("utf-8"))
    words = sorted({word for text in listed.values() for word in text.split()})
    found = list[str]()
    while len(found) < SUGGESTED_WORDS:
        word = choice(words)
        if word not in found:
            found.append(word)
    return " ".join(found)


def new_code() -> str:
    """Nearly 128 random bits to write down: "4J7-K2M-…", nine groups of three, the last to check the others by."""
    number = _random()
    while number % len(_CHECK_SIGNS) >= len(_SIGNS):  # "*" or "~" at the end is hard to read off paper
        number = _random()
    signs = "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(_CODE_LETTERS)))
    signs += _CHECK_SIGNS[number % len(_CHECK_SIGNS)]
    return "-".join(signs[start : start + 3] for start in range(0, len(signs), 3))


def _random() -> int:
    return int.from_bytes(os.urandom(_CODE_BYTES), "big")


def plain_code(typed: str) -> str:
    """A code as it is compared: case, spaces and strokes don't count, nor an O for a 0 or an L for a 1."""
    upper = re.sub(r"[\s\-\u2010-\u2015]", "", typed).upper()
    return upper.translate(_ALIKE)


def is_a_code(plain: str) -> bool:
    """Whether no letter of it is missing or wrong."""
    signs, check = plain[:-1], plain[-1:]
    if len(signs) != _CODE_LETTERS or not check or any(sign not in _SIGNS for sign in signs):
        return False
    number = 0
    for sign in signs:
        number = number << 5 | _SIGNS.index(sign)
    return check == _CHECK_SIGNS[number % len(_CHECK_SIGNS)]


def _normal(password: str) -> bytes:
    """Composed and decomposed accents are one password."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


# ---- the file ----------------------------------------------------------------------------------------------


def is_protected(shop_folder: Path) -> bool:
    """Whether a password is needed for what is in this folder."""
    return (shop_folder / KEYS_NAME).exists() or (shop_folder / KEYS_COPY).exists()


def of(shop_folder: Path) -> KeyFile:
    """The shop's ways in; where their file is lost or damaged, the copy among the backups. Raises StoreBroken."""
    try:
        return read(shop_folder / KEYS_NAME)
    except StoreBroken:
        if not (shop_folder / KEYS_COPY).exists():
            raise
        return read(shop_folder / KEYS_COPY)


def mend(shop_folder: Path) -> None:
    """What a kill between the two left, or somebody deleted: the key file and its copy are the same again."""
    told = as_bytes(of(shop_folder))
    for name in (KEYS_NAME, KEYS_COPY):
        path = shop_folder / name
        if not path.exists() or path.read_bytes() != told:
            write_whole(path, told)


def put(shop_folder: Path, file: KeyFile) -> None:
    """Writes the ways in, and their copy among the backups. Raises DiskTrouble."""
    write_whole(shop_folder / KEYS_NAME, as_bytes(file))
    write_whole(shop_folder / KEYS_COPY, as_bytes(file))


def read(path: Path) -> KeyFile:
    """Raises StoreBroken for a file that isn't one of ours, or is damaged."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _broken("damaged", "too long")
        return parsed(path.read_bytes())
    except FileNotFoundError as error:
        raise _broken("missing") from error
    except OSError as error:
        raise of_the_disk(error) from error


def parsed(told: bytes) -> KeyFile:
    """Raises StoreBroken for what isn't a key file's content, or is damaged."""
    try:
        return _from(json.loads(told))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise _broken("damaged", type(error).__name__) from error


def as_bytes(file: KeyFile) -> bytes:
    told = {"said_and_done_keys": _VERSION, "id": file.id, "slots": [_told(slot) for slot in file.slots]}
    return (json.dumps(told, indent=1) + "\n").encode()


def _told(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.kind,
        "id": slot.id,
        "person": slot.person,
        "made_at": slot.made_at,
        "cost": list(slot.cost),
        **{name: base64.b64encode(getattr(slot, name)).decode() for name in ("salt", "nonce", "wrapped")},
    }


def _from(told: dict[str, Any]) -> KeyFile:
    if told["said_and_done_keys"] != _VERSION:
        raise ValueError("another version")
    slots = tuple(_slot(one) for one in told["slots"][:_MOST_SLOTS])
    if not slots:
        raise ValueError("no way in")
    return KeyFile(str(told["id"]), slots)


def _slot(told: dict[str, Any]) -> Slot:
    cost = Cost(*(int(part) for part in told["cost"]))
    salt, nonce, wrapped = (base64.b64decode(told[name], validate=True) for name in ("salt", "nonce", "wrapped"))
    if any(not 0 <= part <= most for part, most in zip(cost, _MOST, strict=True)):
        raise ValueError("it asks for too much")
    if (len(salt), len(nonce)) != (_SALT, _NONCE):
        raise ValueError("other sizes")
    kind, own_id, person, made_at = (str(told[name]) for name in ("kind", "id", "person", "made_at"))
    return Slot(kind, own_id, person, made_at, salt, cost, nonce, wrapped)


def _broken(how: str, details: str = "") -> StoreBroken:
    return StoreBroken(
        f"The file with the keys of this shop is {how}.",
        advice="Put back shop.keys from a copy of the folder. Without it no password opens the shop.",
        details=details,
    )
