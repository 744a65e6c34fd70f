"""A Bluesky repository as a file: CARv1 around DAG-CBOR blocks, and the tree that names them. Just enough to read it.

Lengths and depths are claims of whoever made the file: nothing is held or followed further than a repository goes.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from desktop.errors import Unreadable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LARGEST = 4 << 20  # bytes of one block; a record has at most one megabyte
_DEEPEST = 64  # lists and maps inside each other
_HIGHEST = 128  # layers of the tree
_ASKED = 5_000  # blocks
_MOST_BLOCKS = 5_000_000
_NAME, _PLACE, _PLACE_OF = struct.Struct("<Q"), struct.Struct("<QQI"), struct.Struct("<QI")
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


class Link(bytes):
    """The name of another block (a CID)."""


class Entry(NamedTuple):
    """A record: "app.bsky.feed.post/3k…" and its value; None for a value that isn't in the file or can't be read."""

    path: str
    value: Any


class Repository:
    """Where each block lies is held in memory, its bytes aren't. `index` it, then ask for its `entries`."""

    def __init__(self, file: IO[bytes]) -> None:
        """Reads the first block. Raises Unreadable for what is no CAR file."""
        self._file = file
        self._at = _Places()
        header = self._piece()
        said = decoded(header) if header is not None else None
        roots = said.get("roots") if isinstance(said, dict) else None
        if not isinstance(roots, list) or not roots or not isinstance(roots[0], Link):
            raise Unreadable("That file isn’t a Bluesky repository (CAR).")
        self._root = roots[0]

    def again(self, file: IO[bytes]) -> Repository:
        """The same one, found already, in a file that was opened anew."""
        other = Repository(file)
        other._at = self._at
        return other

    def index(self, ask: Callable[[], None] = lambda: None) -> None:
        """Finds all blocks. A file that breaks off has those before. `ask` is called now and then. Raises Unreadable,
        and what `ask` does."""
        while True:
            if len(self._at) % _ASKED == 0:
                ask()
            start = self._file.tell()
            size = _varint(self._file)
            if not size:
                self._at.sort()
                return
            begins = self._file.tell()
            if size > _LARGEST:
                raise Unreadable("That repository holds a block far bigger than there are.")
            name = _cid_of(self._file.read(min(size, 64)))
            if name is None or len(self._at) >= _MOST_BLOCKS:
                raise Unreadable("That repository can’t be read: a block in it has no name.", details=f"at {start}")
            self._at.add(name, begins + len(name), size - len(name))
            self._file.seek(begins + size)

    @property
    def commit(self) -> dict[str, Any]:
        """The signed root: `did`, `data`. Raises Unreadable."""
        said = self.block(self._root)
        if not isinstance(said, dict) or not isinstance(said.get("data"), Link):
            raise Unreadable("That repository breaks off before it says whose it is.")
        return said

    def entries(self) -> Iterator[Entry]:
        """All records in the order of their names. A part of the tree that isn't here is an entry without a name."""
        waiting: list[_Node | _Leaf] = [_Node(self.commit["data"], 0)]
        seen = set[bytes]()
        while waiting:
            each = waiting.pop()
            if isinstance(each, _Leaf):
                yield Entry(each.path, self.block(each.link))
                continue
            is_new = each.link not in seen and each.depth < _HIGHEST
            seen.add(each.link)
            node = self.block(each.link) if is_new else None
            if isinstance(node, dict):
                waiting += reversed(list(_children(node, each.depth + 1)))
            else:
                yield Entry("", None)

    def block(self, name: Link) -> Any:
        """The value of a block; None for one that isn't here or can't be read."""
        found = self._at.find(name)
        if found is None:
            return None
        at, size = found
        self._file.seek(at - len(name))
        said, data = self._file.read(len(name)), self._file.read(size)
        try:
            return decoded(data) if said == name and len(data) == size else None
        except Unreadable:
            return None

    def _piece(self) -> bytes | None:
        size = _varint(self._file)
        return self._file.read(size) if 0 < size <= _LARGEST else None


class _Places:
    """Where each block begins and how long it is, in 20 bytes each, by the end of its name."""

    def __init__(self) -> None:
        self._told = bytearray()
        self._names: NDArray[np.uint64] | None = None

    def __len__(self) -> int:
        return len(self._told) // _PLACE.size

    def add(self, name: bytes, at: int, size: int) -> None:
        self._told += name[-8:] + _PLACE_OF.pack(at, size)

    def sort(self) -> None:
        """When all are in: only then can one be found."""
        import numpy as np

        told = np.frombuffer(self._told, [("name", "<u8"), ("at", "<u8"), ("size", "<u4")])
        told = told[np.argsort(told["name"], kind="stable")]
        self._told, self._names = bytearray(told.tobytes()), told["name"].copy()

    def find(self, name: bytes) -> tuple[int, int] | None:
        """(its first byte, bytes)"""
        import numpy as np

        (wanted,) = _NAME.unpack(name[-8:].rjust(8, b"\0"))
        n = int(np.searchsorted(self._names, np.uint64(wanted))) if self._names is not None else len(self)
        if n >= len(self):
            return None
        found, at, size = _PLACE.unpack_from(self._told, n * _PLACE.size)
        return (at, size) if found == wanted else None


class _Node(NamedTuple):
    """A part of the tree, and how deep it lies."""

    link: Link
    depth: int


class _Leaf(NamedTuple):
    path: str
    link: Link


_NOWHERE = Link(b"")


def _children(node: dict[str, Any], depth: int) -> Iterator[_Node | _Leaf]:
    """What a node of the tree holds, in order."""
    left, listed, before = node.get("l"), node.get("e"), b""
    if isinstance(left, Link):
        yield _Node(left, depth)
    for each in listed if isinstance(listed, list) else []:
        shared, more = (each.get("p"), each.get("k")) if isinstance(each, dict) else (None, None)
        if not isinstance(shared, int) or not isinstance(more, bytes) or not 0 <= shared <= len(before):
            yield _Node(_NOWHERE, depth)  # nobody can tell what it is
            return
        before = before[:shared] + more
        value, right = each.get("v"), each.get("t")
        yield _Leaf(before.decode("utf-8", "replace"), value if isinstance(value, Link) else _NOWHERE)
        if isinstance(right, Link):
            yield _Node(right, depth)


# ---- DAG-CBOR --------------------------------------------------------------------------------------------


def decoded(data: bytes) -> Any:
    """The value of a block. Raises Unreadable."""
    try:
        value, end = _value(data, 0, 0)
    except (IndexError, struct.error, UnicodeDecodeError, RecursionError, OverflowError) as error:
        raise Unreadable("A block of that repository can’t be read.", details=repr(error)) from error
    if end != len(data):
        raise Unreadable("A block of that repository can’t be read.", details="more than one value")
    return value


def _value(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    if depth > _DEEPEST:
        raise Unreadable("A block of that repository can’t be read.", details="too deep")
    kind, low = data[at] >> 5, data[at] & 31
    if kind == 7:
        return _simple(data, at, low)
    size, at = _number(data, at, low)
    if kind < 2:
        return (size if kind == 0 else -1 - size), at
    if kind < 6 and size > len(data) - at:
        raise IndexError(size)
    match kind:
        case 2:
            return data[at : at + size], at + size
        case 3:
            return data[at : at + size].decode(), at + size
        case 4:
            return _list(data, at, size, depth)
        case 5:
            return _map(data, at, size, depth)
    inner, at = _value(data, at, depth + 1)
    is_link = size == 42 and isinstance(inner, bytes) and inner[:1] == b"\0"
    return (Link(inner[1:]) if is_link else inner), at


def _number(data: bytes, at: int, low: int) -> tuple[int, int]:
    if low < 24:
        return low, at + 1
    width = _WIDTHS.get(low, 0)
    found = data[at + 1 : at + 1 + width]
    if not width or len(found) < width:  # an open length is not allowed here
        raise IndexError(at)
    return int.from_bytes(found, "big"), at + 1 + width


def _list(data: bytes, at: int, size: int, depth: int) -> tuple[list[Any], int]:
    found = []
    for _ in range(size):
        value, at = _value(data, at, depth + 1)
        found.append(value)
    return found, at


def _map(data: bytes, at: int, size: int, depth: int) -> tuple[dict[str, Any], int]:
    found = {}
    for _ in range(size):
        key, at = _value(data, at, depth + 1)
        value, at = _value(data, at, depth + 1)
        if isinstance(key, str):
            found[key] = value
    return found, at


def _simple(data: bytes, at: int, low: int) -> tuple[Any, int]:
    if low in (20, 21, 22):
        return (False, True, None)[low - 20], at + 1
    if low == 27:
        return struct.unpack(">d", data[at + 1 : at + 9])[0], at + 9
    raise IndexError(at)


# ---- names and lengths -----------------------------------------------------------------------------------


def _varint(file: IO[bytes]) -> int:
    """The number that is next; 0 at the end of the file, or where it breaks off. Raises Unreadable for a huge one."""
    found = 0
    for shift in range(0, 63, 7):
        byte = file.read(1)
        if not byte:
            return 0
        found |= (byte[0] & 127) << shift
        if byte[0] < 128:
            return found
    raise Unreadable("That repository can’t be read: a length in it is none.")


def _cid_of(data: bytes) -> bytes | None:
    """The name at the beginning of a block: a CIDv1 with a SHA-256, or the older kind."""
    if data[:2] == b"\x12\x20" and len(data) >= 34:
        return data[:34]
    if data[:1] == b"\x01" and data[2:4] == b"\x12\x20" and len(data) >= 36:
        return data[:36]
    return None
