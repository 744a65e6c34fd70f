"""Two SQLites behind one door: Python's own for a plain shop file, SQLCipher for one under a password.

SQLCipher is imported with the first protected file, so a plain shop starts and writes as if it weren't there. No file
is ever open in both at once: closing it in one would drop the locks of the other. Whoever opens a file says with the
key which it is; nothing is found out by reading the file, for the same reason.
"""

from __future__ import annotations

import os
import sqlite3
from typing import Any

from desktop.errors import NeedsPerson

Row = sqlite3.Row
Connection = sqlite3.Connection
KEY_BYTES = 32

_SEALED = b"said-and-done sealed 1\n"
_NONCE = 12  # bytes
SEAL = 16  # bytes a sealed piece is longer than what is in it

_ZEROS = "pragma secure_delete=on"  # over what is deleted; Debian's SQLite does so anyway, others don't

_libraries: list[Any] = [sqlite3]


class Key:
    """The random key of a protected shop: of its file, its copies and its pictures. It is never printed."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self._raw = raw

    @classmethod
    def new(cls) -> Key:
        return cls(os.urandom(KEY_BYTES))

    def __repr__(self) -> str:
        return "Key()"

    def __eq__(self, other: object) -> bool:
        import hmac  # with OpenSSL, which the first painted window doesn't need

        return isinstance(other, Key) and hmac.compare_digest(self._raw, other._raw)

    def __hash__(self) -> int:
        return hash(self._raw)

    def raw(self) -> bytes:
        """For wrapping it, and for what its pages are checked by; nothing else."""
        return self._raw

    def sealed(self, data: bytes, name: str) -> bytes:
        """A small file's content, not to be read or passed off as another one's (`name`) without this key."""
        nonce = os.urandom(_NONCE)
        return _SEALED + nonce + bytes(self._cipher().encrypt(nonce, data, name.encode()))

    def unsealed(self, data: bytes, name: str) -> bytes:
        """What `sealed` was given. Raises ValueError where that isn't what this is."""
        from cryptography.exceptions import InvalidTag

        start = len(_SEALED) + _NONCE
        try:
            return bytes(self._cipher().decrypt(data[len(_SEALED) : start], data[start:], name.encode()))
        except InvalidTag:
            raise ValueError("sealed with another key, or damaged") from None

    def pieces(self, head: bytes) -> Pieces:
        """For one long file, bound to its head, which must be another one each time."""
        import hashlib
        import hmac

        return Pieces(hmac.digest(self._raw, b"said-and-done files" + hashlib.sha256(head).digest(), "sha256"))

    def page_opened(self, vector: bytes, content: bytes) -> bytes:
        """A page of a protected shop file, as SQLCipher wrote it (pages.py says whether it did)."""
        work = self._page(vector).decryptor()
        return bytes(work.update(content) + work.finalize())

    def page_sealed(self, vector: bytes, content: bytes) -> bytes:
        work = self._page(vector).encryptor()
        return bytes(work.update(content) + work.finalize())

    def _page(self, vector: bytes) -> Any:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        return Cipher(algorithms.AES(self._raw), modes.CBC(vector))

    def _cipher(self) -> Any:
        """With a key worked out from this one, so that one key does one thing."""
        import hmac

        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(hmac.digest(self._raw, b"said-and-done pictures", "sha256"))

    def as_pragma(self) -> str:
        """As SQLCipher takes a key that is one already, without stretching it again."""
        return f"\"x'{self._raw.hex()}'\""


class Pieces:
    """A long file, sealed or unsealed piece by piece: none can be changed, moved, left out, or cut off at the end.

    AES-256-GCM under a key that no other file has; the nonce is the piece's number and whether it is the last (the
    STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015).
    """

    def __init__(self, raw: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher, self._number = AESGCM(raw), 0

    def sealed(self, piece: bytes, *, is_last: bool) -> bytes:
        return bytes(self._cipher.encrypt(self._nonce(is_last), piece, None))

    def unsealed(self, piece: bytes, *, is_last: bool) -> bytes:
        """Raises ValueError where that isn't what was sealed as this piece."""
        from cryptography.exceptions import InvalidTag

        try:
            return bytes(self._cipher.decrypt(self._nonce(is_last), piece, None))
        except InvalidTag:
            raise ValueError("sealed with another key, or damaged") from None

    def _nonce(self, is_last: bool) -> bytes:
        self._number += 1
        return self._number.to_bytes(_NONCE - 1, "big") + bytes([is_last])


def is_sealed(data: bytes) -> bool:
    """Whether a small file's content was sealed with some key."""
    return data.startswith(_SEALED)


class NoSealing(NeedsPerson):
    """SQLCipher is missing here, or another SQLite answers in its place: nothing can be protected, nor opened."""

    advice = "Nothing was changed. Install Said & Done again, with everything it needs."

    def __init__(self, details: str) -> None:
        super().__init__("This computer lacks what a shop under a password is opened with.", details=details)


def connect(address: str, key: Key | None = None, **options: Any) -> Connection:
    """One file. With a key the first question to it fails where the key isn't the file's. Raises NoSealing."""
    if key is not None:
        return connect_either(address, key, **options)
    plain: Connection = sqlite3.connect(address, **options)
    plain.execute(_ZEROS)
    return plain


def connect_either(address: str, key: Key | None = None, **options: Any) -> Connection:
    """A file in SQLCipher, plain where there is no key: for turning one into the other. Raises NoSealing."""
    conn: Connection = _sealed_library().connect(address, **options)
    try:
        if conn.execute("pragma cipher_version").fetchone() is None:
            raise NoSealing("the SQLite that answers isn't SQLCipher")
        conn.execute("pragma cipher_log_level=none")  # else it writes of each wrong key to standard error
        if key is not None:
            conn.execute(f"pragma key={key.as_pragma()}")
        conn.execute(_ZEROS)
    except BaseException:
        conn.close()
        raise
    return conn


def with_names(conn: Connection) -> Connection:
    """Its rows know the names of their columns."""
    library = next(one for one in _libraries if isinstance(conn, one.Connection))
    conn.row_factory = library.Row
    return conn


def errors(kind: str = "Error") -> tuple[type[Exception], ...]:
    """What to catch: the errors of that name of both libraries, as far as they are in use."""
    return tuple(getattr(one, kind) for one in _libraries)


def is_a_statement(text: str) -> bool:
    return sqlite3.complete_statement(text)


def version() -> str:
    return sqlite3.sqlite_version


def _sealed_library() -> Any:
    if len(_libraries) == 1:
        try:
            from sqlcipher3 import dbapi2
        except ImportError as error:
            raise NoSealing(str(error)) from error
        _libraries.append(dbapi2)
    return _libraries[1]
