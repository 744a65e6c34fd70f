"""A table (CSV) whose columns a person, or their names, tell apart: what was said, when, by whom, what we answered."""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO, ClassVar, NamedTuple

from desktop import clock
from desktop.connectors.answers import web_address
from desktop.connectors.htmltext import clean, one_line
from desktop.errors import Unreadable
from desktop.imports.files import plain
from desktop.imports.items import LONGEST, Archive, Broken, Item, Me
from desktop.imports.when import moment, seems_day_first
from desktop.records import Author, RemotePost, Source

_MOST_COLUMNS, _LOOKED_AT = 200, 2_000
_DELIMITERS = ",;\t|"
_NO_TABLE = "That file doesn’t look like an export we know, or like a table."
_ANSWERED_AFTER = "The answer’s time can’t be read, so it counts as given with their words."


class Field(NamedTuple):
    """Something a column can hold, and how such columns are usually headed (in lower case)."""

    key: str
    label: str
    headings: tuple[str, ...]
    is_needed: bool = False


FIELDS = (
    Field("text", "What they said", ("text", "message", "review", "comment", "content", "body", "review text",
          "message content", "first article", "article", "kommentar", "bewertung", "nachricht", "avis", "commentaire",
          "mensaje", "reseña"), True),
    Field("at", "When", ("date", "time", "created_at", "created at", "created", "timestamp", "posted", "posted_at",
          "review date", "datum", "zeit", "fecha", "data", "quand"), True),
    Field("name", "Who", ("name", "author", "reviewer", "customer", "user", "from", "sender", "sender name",
          "contact", "contact name", "kunde", "nom", "autor", "auteur", "cliente")),
    Field("stars", "Stars", ("stars", "rating", "score", "sterne", "note", "estrellas")),
    Field("link", "Link", ("link", "url", "permalink", "address", "review url")),
    Field("answer", "Our answer", ("answer", "reply", "response", "owner reply", "owner response", "our answer",
          "antwort", "réponse", "respuesta", "resposta")),
    Field("answer_at", "When we answered", ("answered_at", "answered at", "reply date", "response date",
          "replied at", "answer date")),
)  # fmt: skip


class Columns(NamedTuple):
    """Which column holds what: key of a field -> column. `place`: a key of `tariff.places()`."""

    of: Mapping[str, int]
    place: str = "web"
    is_public: bool = True
    is_day_first: bool = True

    @property
    def missing(self) -> tuple[Field, ...]:
        return tuple(field for field in FIELDS if field.is_needed and field.key not in self.of)


class Table(Archive):
    """`columns` is guessed when it is opened, and put right by a person. `clock`: whose wall its times are of."""

    key: ClassVar[str] = "table"
    name: ClassVar[str] = "Table (CSV)"
    platform: ClassVar[str] = "by_hand"

    def __init__(self, path: Path) -> None:
        """Raises Unreadable for what is no table."""
        self._path = path
        self.clock: clock.Clock = clock.SystemClock()
        self._encoding = _encoding(path)
        self._delimiter = ","
        with plain():
            self._delimiter = self._guess_delimiter()
            first = list(islice(self._rows(), _LOOKED_AT))
        lines = [row for row in first if isinstance(row, list)]
        if len(lines) < 2 or len(lines[0]) < 2:
            raise Unreadable(_NO_TABLE)
        if len(lines[0]) > _MOST_COLUMNS:
            raise Unreadable("That table has too many columns.")
        self.headings = tuple(one_line(cell) or f"Column {n}" for n, cell in enumerate(lines[0], 1))
        self.samples = tuple(tuple(row) for row in lines[1:4])
        self.columns = self._guess(lines)
        self.is_order_clear = seems_day_first(self._cells(lines[1:], "at")) is not None

    @property
    def mine(self) -> tuple[Me, ...]:
        return (Me("", "", "Added by hand"),)

    def items(self, me: Me) -> Iterator[Item | Broken]:  # noqa: ARG002 (a table is of one account)
        with plain():
            for n, row in enumerate(self._rows(), 1):
                if isinstance(row, Broken):
                    yield row
                elif n > 1 and any(cell.strip() for cell in row):
                    yield from self._read(row, f"Row {n:,}")

    # --- one row ------------------------------------------------------------------------------------------

    def _read(self, row: list[str], where: str) -> Iterator[Item | Broken]:
        text, begins = self._cell(row, "text"), " · ".join(cell for cell in row if cell.strip())[:200]
        said_at = self._cell(row, "at")
        at = self._moment(said_at)
        if at is None:
            why = f"“{one_line(said_at, 40)}” isn’t a time we can read." if said_at else "It doesn’t say when."
            yield Broken(where, why, begins)
            return
        stars, trouble = _stars(self._cell(row, "stars"))
        if trouble:
            yield Broken(where, trouble, begins)
            return
        if not text and stars is None:
            yield Broken(where, "Nobody said anything in it.", begins)
            return
        theirs = self._theirs(row, text, at, stars)
        yield Item(theirs, where=where)
        yield from self._answer(row, theirs, where)

    def _theirs(self, row: list[str], text: str, at: datetime, stars: int | None) -> RemotePost:
        columns, name = self.columns, one_line(self._cell(row, "name")) or "Somebody"
        remote = _made_id(columns.place, at.isoformat(), name, text, str(stars or ""))
        return RemotePost(
            remote,
            Author("by_hand", "", "", name, key=f"{columns.place} {name.casefold()}"),
            text,
            at,
            url=web_address(self._cell(row, "link")),
            root_remote_id=remote,
            source=Source.REVIEW if stars is not None else Source.BY_HAND,
            is_public=columns.is_public,
            stars=stars,
            place=columns.place,
        )

    def _answer(self, row: list[str], theirs: RemotePost, where: str) -> Iterator[Item | Broken]:
        text, said_at = self._cell(row, "answer"), self._cell(row, "answer_at")
        if not text:
            return
        at = self._moment(said_at)
        if said_at and at is None:
            yield Broken(f"{where}, our answer", _ANSWERED_AFTER, text[:200])
        yield Item(
            RemotePost(
                _made_id(theirs.remote_id, "answer"),
                Author("by_hand", "", "", ""),
                text,
                max(at or theirs.posted_at, theirs.posted_at),
                url=theirs.url,
                parent_remote_id=theirs.remote_id,
                root_remote_id=theirs.remote_id,
                source=Source.BY_HAND,
                is_public=theirs.is_public,
                is_ours=True,
                place=theirs.place,
            ),
            where=where,
        )

    def _cell(self, row: list[str], field: str) -> str:
        at = self.columns.of.get(field, -1)
        return clean(row[at][: LONGEST * 2]).strip()[:LONGEST] if 0 <= at < len(row) else ""

    def _moment(self, said: str) -> datetime | None:
        wall = lambda naive: clock.from_wall(self.clock, naive)  # noqa: E731
        return moment(said, is_day_first=self.columns.is_day_first, wall=wall)

    # --- the file --------------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[list[str] | Broken]:
        """The lines of the table, its headings first; one that can't be told apart is Broken."""
        with self._path.open(encoding=self._encoding, newline="") as file:
            lines = csv.reader(_lines(file), delimiter=self._delimiter, strict=True)
            while True:
                begun = lines.line_num + 1
                try:
                    yield next(lines)
                except StopIteration:
                    return
                except csv.Error:
                    where = f"Line {begun:,}" if lines.line_num <= begun else f"Lines {begun:,} to {lines.line_num:,}"
                    yield Broken(where, "A quotation mark too many or too few, or far too long a text.")

    def _guess_delimiter(self) -> str:
        with self._path.open(encoding=self._encoding, newline="") as file:
            first = file.readline(100_000)
        counted = {each: len(next(csv.reader([first], delimiter=each), [])) for each in _DELIMITERS}
        return max(_DELIMITERS, key=lambda each: counted[each])

    def _guess(self, lines: list[list[str]]) -> Columns:
        heads = [re.sub(r"[\s_]+", " ", head.strip().casefold()) for head in self.headings]
        of: dict[str, int] = {}
        for field in FIELDS:
            for known in field.headings:
                at = next((n for n, head in enumerate(heads) if head == known.replace("_", " ")), -1)
                if at >= 0 and at not in of.values():
                    of[field.key] = at
                    break
        self.columns = Columns(of)
        return Columns(of, is_day_first=seems_day_first(self._cells(lines[1:], "at")) is not False)

    def _cells(self, lines: Iterable[list[str]], field: str) -> Iterator[str]:
        return (self._cell(row, field) for row in lines)


def _made_id(*parts: str) -> str:
    """The same for the same row on every computer: bringing it in again makes no doubles."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _stars(said: str) -> tuple[int | None, str]:
    """ "4", "4/5", "4,0", "★★★★", "FOUR", and what is wrong with it."""
    if not said:
        return None, ""
    words = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    if said.casefold() in words:
        return words[said.casefold()], ""
    if set(said) <= set("★☆ "):
        return said.count("★") or None, ""
    found = re.fullmatch(r"([0-5])(?:[.,]\d+)?(?:\s*/\s*5)?(?:\s*\w+)?", said)
    if found is None:
        return None, f"“{one_line(said, 20)}” isn’t one to five stars."
    return int(found[1]) or None, ""


def _encoding(path: Path) -> str:
    """How the file is written: what its first bytes claim, else UTF-8, else Western Windows. Raises Unreadable."""
    with plain(), path.open("rb") as file:
        begins = file.read(4)
        file.seek(0)
        if begins[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            claimed = "utf-16"
        else:
            claimed = "utf-8-sig"
        if _decodes(file, claimed):
            return claimed
        file.seek(0)
        if begins.startswith(codecs.BOM_UTF8) or claimed == "utf-16":
            raise Unreadable("That file isn’t written as its first bytes say.", advice="Save it as CSV (UTF-8) again.")
        if b"\0" in file.read(1 << 16):
            raise Unreadable(_NO_TABLE)
    return "cp1252" if _all_decodes(path, "cp1252") else "latin-1"


def _all_decodes(path: Path, encoding: str) -> bool:
    with plain(), path.open("rb") as file:
        return _decodes(file, encoding)


def _decodes(file: IO[bytes], encoding: str) -> bool:
    decode = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(1 << 18):
            if "\0" in decode.decode(piece):
                return False
        decode.decode(b"", True)
    except UnicodeError:
        return False
    return True


def _lines(file: Iterable[str]) -> Iterator[str]:
    """Lines of at most a megabyte: a file without line ends isn't read as one."""
    readline = getattr(file, "readline")  # noqa: B009
    while line := readline(1 << 20):
        yield line
