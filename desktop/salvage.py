"""What can still be read out of a damaged shop file, table by table and key by key, into a new file.

A table is walked from its first key on until a page can't be read, from its last key back, and between the two from
each key that an index still knows, or by halving. Nothing is guessed: a row is taken as it stands, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop import driver, store
from desktop.driver import Connection, Key

Row = tuple[Any, ...]
Bound = tuple[Any, ...] | None

_HALVINGS = 6  # in a row that found nothing, before what lies between is given up
_SIGNS = 95  # printable ASCII: what keys of text are taken to be made of, to find one between two
_PLACES = 16
_ROWS_A_WORD = 200  # between two times that it is said how far it has come
_ROWS_A_PAGE = 512  # more than any page holds: how far row numbers may reach in a file of so many pages


@dataclass(slots=True)
class Table:
    """What came of one table. `lost` is None where nobody can say how many rows there were."""

    name: str
    read: int = 0
    lost: int | None = 0

    @property
    def is_whole(self) -> bool:
        return self.lost == 0


@dataclass(slots=True)
class Shape:
    name: str
    columns: list[str]
    key: list[str]
    words: list[bool]  # which columns hold text
    access: str  # how SQLite is told to read the table itself, not an index of it
    indexes: list[str] = field(default_factory=list)


def salvage(
    source: Path,
    target: Path,
    key: Key | None = None,
    needed: frozenset[str] = frozenset(),
    progress: Callable[[Table], None] = lambda _: None,
) -> list[Table]:
    """Copies every row of `source` that can be read into `target`, which has the same tables and no rows. `progress`
    hears of each table how it stands, every few hundred rows.

    Search indexes are left out: they are made from the rows. None are told of where no table can be read at all,
    or the file doesn't know any more where a `needed` one lies.
    Raises StoreBroken where the file can't be opened, DiskTrouble.
    """
    reader = _Reader(source, key)
    try:
        with store.plain_errors():
            conn = driver.connect(str(target), key, isolation_level=None)
        try:
            with store.plain_errors():
                conn.execute("pragma synchronous=off")  # it is synced as a whole, or thrown away
                conn.execute("begin")
                shapes = _shapes(conn)
                there = [shape for shape in shapes if reader.has(shape)]
                if needed - {shape.name for shape in there} or not any(reader.opens(shape) for shape in there):
                    return []  # else each key of each would be asked for, in vain
                found = [_one(reader, shape, conn, progress) for shape in there]
                found += [Table(shape.name, 0, None) for shape in shapes if shape not in there]
                conn.execute("commit")
            return found
        finally:
            conn.close()
    finally:
        reader.close()


def _one(reader: _Reader, shape: Shape, into: Connection, progress: Callable[[Table], None]) -> Table:
    table, seen = Table(shape.name), 0
    for row in reader.rows(shape):
        seen += 1
        clean = _as_written(row, shape)
        with suppress(*driver.errors("IntegrityError")):
            table.read += clean is not None and store.put_row(into, shape.name, shape.columns, clean)
        if seen % _ROWS_A_WORD == 0:
            progress(table)
    if reader.is_hurt:
        expected = reader.count(shape)
        table.lost = None if expected is None else max(0, expected - table.read)
    else:
        table.lost = seen - table.read
    return table


def _as_written(row: Row, shape: Shape) -> Row | None:
    """The row with its texts as texts; None where one is no text any more."""
    try:
        return tuple(
            value.decode() if isinstance(value, bytes) and is_text else value
            for value, is_text in zip(row, shape.words, strict=True)
        )
    except UnicodeDecodeError:
        return None


def _shapes(conn: Connection) -> list[Shape]:
    """The tables of today's or an earlier schema that rows are put into: no search index, and none of SQLite's own."""
    found = []
    for _, name, kind, _, is_by_key, _ in conn.execute("pragma main.table_list").fetchall():
        if kind != "table" or name.startswith(("sqlite_", "_sqlite")):
            continue
        about = conn.execute(f"pragma table_info({name})").fetchall()
        key = [row[1] for row in sorted(about, key=lambda row: row[5]) if row[5]]
        lists = conn.execute(f"pragma index_list({name})").fetchall()
        own = next((row[1] for row in lists if row[3] == "pk"), "")
        access = f"indexed by {own}" if is_by_key and own else "not indexed"
        others = [row[1] for row in lists if row[3] != "pk" and not row[4]]
        names = [row[1] for row in about]
        found.append(Shape(name, names, key, [row[2].lower() == "text" for row in about], access, others))
    return found


class _Reader:
    """A damaged file. A protected one is opened anew after each page that couldn't be read: its connection may be of no
    use then."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path, self._key = path, key
        self._conn = self._open()
        self.is_hurt, self._seen = False, set[Row]()

    def _open(self) -> Connection:
        with store.plain_errors():
            conn = store.connect_to_read(self._path, self._key)
        conn.text_factory = bytes
        conn.row_factory = None
        conn.execute("pragma cell_size_check=on")
        return conn

    def close(self) -> None:
        self._conn.close()

    def _again(self) -> None:
        self.is_hurt = True
        if self._key is not None:
            self._conn.close()
            self._conn = self._open()

    def has(self, shape: Shape) -> bool:
        try:
            return bool(self._conn.execute(f"pragma table_info({shape.name})").fetchall())
        except driver.errors():
            self._again()
            return False

    def opens(self, shape: Shape) -> bool:
        """Whether its first rows, or any of them, can be asked for."""
        try:
            self._conn.execute(f"select 1 from {shape.name} {shape.access} limit 1").fetchone()
            return True
        except driver.errors():
            self._again()
            return False

    def count(self, shape: Shape) -> int | None:
        """How many rows there were, as the table or one of its indexes still knows."""
        for access in (shape.access, *(f"indexed by {name}" for name in shape.indexes)):
            try:
                return int(self._conn.execute(f"select count(*) from {shape.name} {access}").fetchone()[0])
            except driver.errors():
                self._again()
        return None

    def rows(self, shape: Shape) -> Iterator[Row]:
        """Every row that can be read, once."""
        self.is_hurt, self._seen = False, set()
        first = yield from self._walk(shape, None, None)
        if not self.is_hurt:
            return
        last = yield from self._walk(shape, None, None, back=True)
        at = first
        for known in self._known(shape, first, last):
            if at is None or known > at:
                at = (yield from self._walk(shape, known, last, with_first=True)) or at
        if self.count(shape) != len(self._seen):
            yield from self._between(shape, at, last, 0)

    def _between(self, shape: Shape, low: Bound, high: Bound, misses: int) -> Iterator[Row]:
        """What lies between two keys next to which nothing can be read any more."""
        middle = _middle(shape, low, high, self._pages())
        if misses == _HALVINGS or middle is None:
            return
        for start, end in ((low, middle), (middle, high)):
            first = yield from self._walk(shape, start, end)
            last = yield from self._walk(shape, start, end, back=True)
            is_news = first is not None or last is not None
            yield from self._between(shape, first or start, last or end, 0 if is_news else misses + 1)

    def _walk(
        self, shape: Shape, low: Bound, high: Bound, *, back: bool = False, with_first: bool = False
    ) -> Generator[Row, None, Bound]:
        """Row after row until one can't be read; returns the key of the last one that could."""
        at: Bound = None
        most = -1
        while True:
            first, last = (low, at or high) if back else (at or low, high)
            sql, params = _question(shape, first, last, back=back, with_first=with_first and at is None, most=most)
            before = at
            try:
                for row in self._conn.execute(sql, params):
                    at = tuple(_as_text(row[shape.columns.index(name)]) for name in shape.key)
                    if at not in self._seen:
                        self._seen.add(at)
                        yield row
                if most < 0 or at == before:
                    return at
            except driver.errors():
                self._again()
                if most > 0:
                    return at
                most = 1  # a row goes missing with the one behind it that can't be read: one by one from here

    def _known(self, shape: Shape, low: Bound, high: Bound) -> list[Row]:
        """The keys between two that any index of the table still knows, in order."""
        found = set[Row]()
        for index in shape.indexes:
            try:
                for row in self._conn.execute(
                    f"select {', '.join(shape.key)} from {shape.name} indexed by {index}"
                ):
                    own = tuple(_as_text(value) for value in row)
                    if (low is None or own > low) and (high is None or own < high):
                        found.add(own)
            except driver.errors():
                self._again()
        return sorted(found)

    def _pages(self) -> int:
        return int(self._conn.execute("pragma page_count").fetchone()[0])


def _question(
    shape: Shape, low: Bound, high: Bound, *, back: bool, with_first: bool, most: int
) -> tuple[str, list[Any]]:
    """At most so many rows of a table between two keys, and without either of them unless it is asked for."""
    wheres, params = [], list[Any]()
    for bound, sign in ((low, ">=" if with_first else ">"), (high, "<")):
        if bound is not None:
            names = ", ".join(shape.key[: len(bound)])
            wheres.append(f"({names}) {sign} ({', '.join('?' * len(bound))})")
            params += bound
    order = ", ".join(f"{name} desc" if back else name for name in shape.key)
    where = f"where {' and '.join(wheres)}" if wheres else ""
    columns = ", ".join(shape.columns)
    sql = f"select {columns} from {shape.name} {shape.access} {where} order by {order} limit {most}"
    return sql, params


def _as_text(value: Any) -> Any:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _middle(shape: Shape, low: Bound, high: Bound, pages: int) -> Row | None:
    """A key halfway between two by its first column; None where there is none."""
    if not shape.words[shape.columns.index(shape.key[0])]:
        start = int(low[0]) if low else 0
        end = int(high[0]) if high else start + pages * _ROWS_A_PAGE
        return ((start + end) // 2,) if end - start > 1 else None
    start_text, end_text = str(low[0]) if low else "", str(high[0]) if high else ""
    same = 0
    while low and high and same < min(len(start_text), len(end_text)) and start_text[same] == end_text[same]:
        same += 1
    start, end = _number(start_text[same:], 0), _number(end_text[same:], _SIGNS - 1 if not high else 0)
    if end - start <= 1:
        return None
    return (start_text[:same] + _letters((start + end) // 2),)


def _number(text: str, fill: int) -> int:
    digits = [min(max(ord(letter) - 32, 0), _SIGNS - 1) for letter in text[:_PLACES]]
    value = 0
    for digit in [*digits, *[fill] * (_PLACES - len(digits))]:
        value = value * _SIGNS + digit
    return value


def _letters(value: int) -> str:
    found = ""
    for _ in range(_PLACES):
        value, digit = divmod(value, _SIGNS)
        found = chr(digit + 32) + found
    return found
