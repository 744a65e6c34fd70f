"""The rows of a table, as CSV or as JSON: the headings, and a list of texts for each row, one by one."""

from __future__ import annotations

import codecs
import csv
import json
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, Any

from desktop.connectors.htmltext import one_line
from desktop.errors import Unreadable
from desktop.imports.files import Stop, plain
from desktop.imports.items import Broken
from desktop.imports.jsons import Cut, elements
from desktop.imports.when import moment

MOST_COLUMNS, LOOKED_AT = 200, 2_000
_BEGINS = 120  # characters of a line that can't be read
NO_TABLE = "That file doesn’t look like an export we know, or like a table."
_DELIMITERS = ",;\t|"
_DEEPEST, _MOST_OF_A_LIST = 6, 3
_LONGEST_LINE = 4 << 20  # bytes


class Rows(ABC):
    """`headings` ("" where a column has none), and `each` row under them with where it stands; one that can't be told
    apart is Broken."""

    headings: tuple[str, ...]

    @abstractmethod
    def each(self) -> Iterator[tuple[str, list[str]] | Broken]: ...

    def first(self) -> list[list[str]]:
        """As many as are looked at to tell the columns apart."""
        with plain():
            return [row[1] for row in islice(self.each(), LOOKED_AT) if not isinstance(row, Broken)]


def rows_of(path: Path, stop: Stop) -> Rows:
    """Raises Unreadable for what is no table, GivenUp."""
    with plain(), path.open("rb") as file:
        begins = file.read(1 << 16).removeprefix(codecs.BOM_UTF8).lstrip()
    if begins[:1] in (b"[", b"{"):
        return JsonRows(path, stop, is_lines=_is_lines(path))
    return CsvRows(path, stop)


# ---- JSON ------------------------------------------------------------------------------------------------


def _is_lines(path: Path) -> bool:
    """JSON Lines: an object on each line, and more than one of them."""
    lines = list[bytes]()
    with plain(), path.open("rb") as file:
        for _ in range(3):
            line = file.readline(_LONGEST_LINE)
            if len(line) == _LONGEST_LINE:
                return False  # no row is that long: it isn't read as one only to find that out
            lines += [line] if line.strip() else []
    return len(lines) > 1 and all(isinstance(_parsed(line), dict) for line in lines[:2])


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


class JsonRows(Rows):
    """Objects in a list, or one a line. What stands inside another is a column of its own: "author.name"."""

    def __init__(self, path: Path, stop: Stop, *, is_lines: bool) -> None:
        self._path, self._stop, self._is_lines = path, stop, is_lines
        names: dict[str, None] = {}
        for found in islice((one for _, one in self._objects() if isinstance(one, dict)), LOOKED_AT):
            names.update(dict.fromkeys(found))
        if len(names) < 2:
            raise Unreadable(NO_TABLE)
        if len(names) > MOST_COLUMNS:
            raise Unreadable("That table has too many columns.")
        self.headings = tuple(names)

    def each(self) -> Iterator[tuple[str, list[str]] | Broken]:
        for where, found in self._objects():
            if isinstance(found, Broken):
                yield found
            else:
                yield where, [found.get(name, "") for name in self.headings]

    def _objects(self) -> Iterator[tuple[str, dict[str, str] | Broken]]:
        with plain(), self._stop.opened(self._path) as file:
            for n, one in enumerate(self._lines(file) if self._is_lines else elements(file, of_objects=True), 1):
                where = f"Line {n:,}" if self._is_lines else f"Entry {n:,}"
                if isinstance(one, dict):
                    yield where, dict(_flat(one))
                elif isinstance(one, Cut):
                    yield where, Broken(where, "The file can’t be read from here on.")
                else:
                    yield where, Broken(where, "It isn’t a row with names.", str(one)[:200])

    def _lines(self, file: IO[bytes]) -> Iterator[Any]:
        while line := file.readline(_LONGEST_LINE):
            if line.strip():
                yield _parsed(line) or line.decode("utf-8", "replace")[:200]


def _flat(value: Any, name: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """(dotted name, text) of everything in an object."""
    if isinstance(value, dict) and depth < _DEEPEST:
        for key, each in value.items():
            yield from _flat(each, f"{name}.{one_line(key, 60)}".lstrip("."), depth + 1)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value) and depth < _DEEPEST:
        for n, each in enumerate(value[:_MOST_OF_A_LIST], 1):
            yield from _flat(each, f"{name}.{n}", depth + 1)
    elif isinstance(value, list):
        yield name, ", ".join(_text(one) for one in value)
    else:
        yield name, _text(value)


def _text(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    return value if isinstance(value, str) else str(value)[:1_000]


# ---- CSV -------------------------------------------------------------------------------------------------


class CsvRows(Rows):
    """`is_headed`: its `top` line is headings, and no row."""

    def __init__(self, path: Path, stop: Stop) -> None:
        self._path, self._stop, self._encoding = path, stop, _encoding(path, stop)
        self._delimiter = ","
        with plain():
            self._delimiter = self._guess_delimiter()
            self.top = next((row for row in self._lines_of() if isinstance(row, list)), [])
        if len(self.top) < 2 or not self.first():
            raise Unreadable(NO_TABLE)
        if len(self.top) > MOST_COLUMNS:
            raise Unreadable("That table has too many columns.")
        self.is_headed = not any(map(_is_day, self.top))

    is_headed = True

    @property
    def headings(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(one_line(cell) if self.is_headed else "" for cell in self.top)

    def each(self) -> Iterator[tuple[str, list[str]] | Broken]:
        with plain():
            for n, row in enumerate(self._lines_of(), 1):
                if isinstance(row, Broken):
                    yield row
                elif n > self.is_headed and any(cell.strip() for cell in row):
                    yield f"Row {n:,}", row

    def _lines_of(self) -> Iterator[list[str] | Broken]:
        """The lines of the table, its top first."""
        with TextIOWrapper(self._stop.opened(self._path), self._encoding, newline="") as file:
            lines = _Lines(file)
            rows = csv.reader(lines, delimiter=self._delimiter, strict=True)
            while True:
                lines.begin()
                try:
                    row = next(rows)
                    if not lines.has_nul():
                        yield row
                        continue
                    number, line = lines.give_back()
                    why = "There is a character in it that no text has (NUL)."
                    yield Broken(f"Line {number:,}", why, one_line(line[:_BEGINS], _BEGINS))
                except StopIteration:
                    return
                except csv.Error:
                    number, line = lines.give_back()
                    why = "A quotation mark too many or too few, or far too long a text."
                    yield Broken(f"Line {number:,}", why, one_line(line[:_BEGINS], _BEGINS))

    def _guess_delimiter(self) -> str:
        with self._path.open(encoding=self._encoding, newline="") as file:
            first = file.readline(100_000)
        counted = {each: len(next(csv.reader([first], delimiter=each), [])) for each in _DELIMITERS}
        return max(_DELIMITERS, key=lambda each: counted[each])


def _is_day(cell: str) -> bool:
    """Whether it is a day of the calendar, which no heading is."""
    said = cell.strip()
    return not said.isdecimal() and any(
        moment(said, is_day_first=first, wall=lambda naive: naive) is not None for first in (True, False)
    )


def _encoding(path: Path, stop: Stop) -> str:
    """How the file is written: what its first bytes claim, else UTF-8, else Western Windows. Raises Unreadable."""
    with plain(), stop.opened(path) as file:
        begins = file.read(4)
        file.seek(0)
        if begins[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            claimed = "utf-16"
        else:
            claimed = "utf-8-sig"
        is_text = claimed == "utf-8-sig" and _has_few_nuls(file.read(1 << 16))
        file.seek(0)
        if _decodes(file, claimed, with_nul=is_text):
            return claimed
        file.seek(0)
        if begins.startswith(codecs.BOM_UTF8) or claimed == "utf-16":
            raise Unreadable("That file isn’t written as its first bytes say.", advice="Save it as CSV (UTF-8) again.")
        if b"\0" in file.read(1 << 16):
            raise Unreadable(NO_TABLE)
    return "cp1252" if _all_decodes(path, "cp1252", stop) else "latin-1"


def _all_decodes(path: Path, encoding: str, stop: Stop) -> bool:
    with plain(), stop.opened(path) as file:
        return _decodes(file, encoding)


def _has_few_nuls(begins: bytes) -> bool:
    """A slip leaves one in a row, which is told of; what isn't text has many."""
    return begins.count(b"\0") <= len(begins) // 20


def _decodes(file: IO[bytes], encoding: str, *, with_nul: bool = False) -> bool:
    decode = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(1 << 18):
            if "\0" in decode.decode(piece) and not with_nul:
                return False
        decode.decode(b"", True)
    except UnicodeError:
        return False
    return True


class _Lines:
    """Lines of a table; those behind one that breaks its row are read again, as rows of their own: a quotation mark
    that is never closed takes everything that follows into its row."""

    def __init__(self, file: Iterable[str]) -> None:
        self._source, self._again = _lines(file), deque[str]()
        self._row, self._before = list[str](), 0  # the lines of this row, and how many there were before it

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        self._row.append(line)
        return line

    def begin(self) -> None:
        """The next line is the first of a row."""
        self._before += len(self._row)
        self._row.clear()

    def has_nul(self) -> bool:
        return any("\0" in line for line in self._row)

    def give_back(self) -> tuple[int, str]:
        """All lines of this row but its first. Returns the number of that one, and itself."""
        self._again.extendleft(reversed(self._row[1:]))
        del self._row[1:]
        return self._before + 1, self._row[0]


def _lines(file: Iterable[str]) -> Iterator[str]:
    """Lines of at most a megabyte: a file without line ends isn't read as one."""
    readline = getattr(file, "readline")  # noqa: B009
    while line := readline(1 << 20):
        yield line
