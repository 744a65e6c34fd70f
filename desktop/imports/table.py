"""A table (CSV or JSON) whose columns a person, or their names, tell apart: what was said, when, by whom, what we
answered; or the messages of a help desk, in threads."""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, NamedTuple

from desktop import clock
from desktop.connectors.answers import web_address
from desktop.connectors.htmltext import clean, one_line, to_text
from desktop.errors import Unreadable
from desktop.imports import tickets
from desktop.imports.cells import is_private, place_in, tells_hours, tells_places, tells_who_sees
from desktop.imports.files import Stop
from desktop.imports.heads import FIELDS, Field, head
from desktop.imports.items import LONGEST, Archive, Breath, Broken, Item, Me, Piece
from desktop.imports.rows import CsvRows, JsonRows, rows_of
from desktop.imports.tickets import Order, Side, Thread
from desktop.imports.when import is_either, moment, seems_day_first
from desktop.records import Author, RemotePost, Source

_MOST_SORTED = 300_000  # rows that are put into the order of their times
_SORTED_AT_ONCE = 8_000  # of these
_A_BREATH = 1_000  # rows
_MARKUP = re.compile(r"</?(?:p|div|br|span|a|b|i|ul|li|blockquote|table)\b[^>]*>", re.IGNORECASE)
_UNSORTED = "The messages of that table aren’t in the order of their times, and there are too many to sort."
_BY_PROGRAM = "The help desk itself said that, nobody wrote it."
_ANSWERED_AFTER = "The answer’s time can’t be read, so it counts as given with their words."

_OF_DESKS = ("side", "private")
_AT_LAST = ("time", "place", "seen")  # of the columns that nothing else has taken
_EXAMPLES, _LONGEST_EXAMPLE = 2, 40  # of a column; characters


class Columns(NamedTuple):
    """Which column holds what: key of a field -> column. `place`: a key of `tariff.places()`; it and `is_public` hold
    for the rows that don't say it themselves."""

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
    platform: ClassVar[str] = "by_hand"

    def __init__(self, path: Path, stop: Stop | None = None) -> None:
        """Raises Unreadable for what is no table, GivenUp."""
        self._rows = rows_of(path, stop or Stop())
        self.clock: clock.Clock = clock.SystemClock()
        self._first = self._rows.first()
        self._tell_apart()

    @property
    def is_headed(self) -> bool | None:
        """Whether its top line says what the columns hold; None where something else does."""
        return self._rows.is_headed if isinstance(self._rows, CsvRows) else None

    def set_headed(self, is_headed: bool) -> None:
        """A person knows better than its looks: the columns are guessed anew."""
        rows = self._rows
        if not isinstance(rows, CsvRows) or rows.is_headed is is_headed:
            return
        rows.is_headed = is_headed
        self._first = self._first[1:] if is_headed else [rows.top, *self._first]
        self._tell_apart()

    def _tell_apart(self) -> None:
        self.headings, first = self._rows.headings, self._first
        self.examples = tuple(_examples(row[at] for row in first if at < len(row)) for at in range(len(self.headings)))
        heads = [head(each) for each in self.headings]
        self.name = tickets.known_as(heads) or ("Table (JSON)" if isinstance(self._rows, JsonRows) else "Table (CSV)")
        self.columns = self._guess(heads, first)

    @property
    def is_order_clear(self) -> bool:
        """False where every day could be read both ways, day first and month first."""
        return not is_either(self._cells(self._first, "at"))

    @property
    def mine(self) -> tuple[Me, ...]:
        return (Me("", "", "Added by hand"),)

    def items(self, me: Me) -> Iterator[Piece]:  # noqa: ARG002 (a table is of one account)
        if "thread" in self.columns.of:
            yield from self._threads()
            return
        for row in self._rows.each():
            if isinstance(row, Broken):
                yield row
            else:
                yield from self._read(row[1], row[0])

    # --- messages in threads ------------------------------------------------------------------------------

    def _threads(self) -> Iterator[Piece]:
        """In the order of the file, where each conversation goes on in it; else in that of their times."""
        order, times = Order(), array("d")
        for row in self._rows.each():
            if len(times) % _A_BREATH == 0:
                yield Breath()
            at = None if isinstance(row, Broken) else self._at(row[1])
            times.append(at.timestamp() if at else 0.0)
            if not isinstance(row, Broken) and at:
                order.saw(self._cell(row[1], "thread"), times[-1])
        is_right = order.is_right
        del order
        if not is_right and len(times) > _MOST_SORTED:
            raise Unreadable(_UNSORTED, advice="Sort the table by time, the oldest first, and bring it in again.")
        threads: dict[str, Thread] = {}
        for each in self._rows.each() if is_right else self._in_order(times):
            yield each if isinstance(each, Broken | Breath) else self._message(each[1], each[0], threads)

    def _in_order(self, times: Sequence[float]) -> Iterator[tuple[str, list[str]] | Broken | Breath]:
        """The earliest first, some at a time: the file is read once for each of these, and never held whole."""
        places = array("L", bytes(array("L").itemsize * len(times)))
        for place, n in enumerate(sorted(range(len(times)), key=times.__getitem__)):
            places[n] = place
        for first in range(0, len(times), _SORTED_AT_ONCE):
            held = dict[int, tuple[str, list[str]] | Broken]()
            for n, row in enumerate(self._rows.each()):
                if n % _A_BREATH == 0:
                    yield Breath()
                if first <= places[n] < first + _SORTED_AT_ONCE:
                    held[places[n]] = row
                if len(held) == _SORTED_AT_ONCE:
                    break
            yield from (held[place] for place in sorted(held))

    def _message(self, row: list[str], where: str, threads: dict[str, Thread]) -> Item | Broken:
        text, key, begins = self._cell(row, "text"), self._cell(row, "thread"), _begins(row)
        at, name = self._at(row), one_line(self._cell(row, "name"))
        side = tickets.side(self._cell(row, "side"))
        if at is None or not text:
            why = self._no_time(self._cell(row, "at")) if at is None else "Nobody said anything in it."
            return Broken(where, why, begins)
        if side is Side.SYSTEM:
            return Broken(where, _BY_PROGRAM, begins)
        place, thread = self._place(row), threads.get(key) if key else None
        if side is None:  # nothing says who spoke: whoever began is the customer
            side = Side.THEIRS if thread is None or name == thread.customer.name else Side.OURS
        is_note = tickets.is_yes(self._cell(row, "private"))
        remote = _made_id(place, key, at.isoformat(), name, text)
        is_ours, is_public = side is Side.OURS or is_note, self._is_public(row) and not is_note
        customer = _customer(place, "" if is_ours else name, key or remote)
        stars = None if is_ours else _stars(self._cell(row, "stars"))[0]
        thread = thread or Thread(remote, customer)
        if key:
            is_named = thread.customer.name != "Somebody" or is_ours
            threads[key] = thread if is_named else thread._replace(customer=customer)
        post = RemotePost(
            remote,
            Author("by_hand", "", "", name) if is_ours else customer,
            f"[Among us] {text}" if is_note else text,
            at,
            url=web_address(self._cell(row, "link")),
            parent_remote_id="" if thread.root == remote else thread.root,
            root_remote_id=thread.root,
            source=_source(stars, is_public=is_public),
            is_public=is_public,
            is_ours=is_ours,
            stars=stars,
            place=place,
        )
        return Item(post, threads[key].customer if is_ours and key else None, where, is_note)

    # --- one row ------------------------------------------------------------------------------------------

    def _read(self, row: list[str], where: str) -> Iterator[Item | Broken]:
        text, begins = self._cell(row, "text"), _begins(row)
        at = self._at(row)
        if at is None:
            yield Broken(where, self._no_time(self._cell(row, "at")), begins)
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
        place, name = self._place(row), one_line(self._cell(row, "name")) or "Somebody"
        remote = _made_id(place, at.isoformat(), name, text, str(stars or ""))
        return RemotePost(
            remote,
            Author("by_hand", "", "", name, key=f"{place} {name.casefold()}"),
            text,
            at,
            url=web_address(self._cell(row, "link")),
            root_remote_id=remote,
            source=Source.REVIEW if stars is not None else Source.BY_HAND,
            is_public=self._is_public(row),
            stars=stars,
            place=place,
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
        said = row[at][: LONGEST * 2] if 0 <= at < len(row) else ""
        if field in ("text", "answer") and "<" in said and _MARKUP.search(said):
            return to_text(said)[:LONGEST]
        return clean(said).strip()[:LONGEST]

    def _place(self, row: list[str]) -> str:
        """Where it was said: what the row says where that is a place we know, else what holds for all of them."""
        return place_in(self._cell(row, "place")) or self.columns.place

    def _is_public(self, row: list[str]) -> bool:
        at = self.columns.of.get("seen", -1)
        said = is_private(self._cell(row, "seen"), self.headings[at]) if at >= 0 else None
        if tickets.is_yes(self._cell(row, "private")):
            return False
        return self.columns.is_public if said is None else not said

    def _at(self, row: list[str]) -> datetime | None:
        """When: the day and the time of day may stand apart."""
        day, hour = self._cell(row, "at"), self._cell(row, "time")
        return (self._moment(f"{day} {hour}") if hour else None) or self._moment(day)

    def _moment(self, said: str) -> datetime | None:
        return self._read_as(said, is_day_first=self.columns.is_day_first)

    def _read_as(self, said: str, *, is_day_first: bool) -> datetime | None:
        wall = lambda naive: clock.from_wall(self.clock, naive)  # noqa: E731
        return moment(said, is_day_first=is_day_first, wall=wall)

    def _no_time(self, said: str) -> str:
        """Why a cell is none, for a person; one that goes by the other order of dates says so."""
        what, is_day_first = one_line(said, 40), self.columns.is_day_first
        if not what:
            return "It doesn’t say when."
        if self._read_as(said, is_day_first=not is_day_first) is None:
            return f"“{what}” isn’t a time we can read."
        if is_day_first:
            return f"“{what}” has the month first, and the dates of this table are read with the day first."
        return f"“{what}” has the day first, and the dates of this table are read with the month first."

    # --- the columns ------------------------------------------------------------------------------------------

    def _guess(self, heads: list[str], first: list[list[str]]) -> Columns:
        """By their headings; who spoke, what is private, and what are stars by what stands in them too."""
        of: dict[str, int] = {}
        for field in sorted(FIELDS, key=lambda field: field.key not in _OF_DESKS):
            if field.key not in _AT_LAST:
                _find(field, heads, first, of)
        is_desk = "thread" in of and bool({"side", "private"} & of.keys())
        if not is_desk:
            of = {key: at for key, at in of.items() if key not in ("thread", *_OF_DESKS)}
        for field in FIELDS:  # what a desk says among its own is private anywhere else
            if field.key not in of and (field.key in _AT_LAST or (not is_desk and field.key == "name")):
                _find(field, heads, first, of)
        self.columns = Columns(of)
        is_day_first = seems_day_first(self._cells(first, "at")) is not False
        return Columns(of, is_public=not is_desk, is_day_first=is_day_first)

    def _cells(self, lines: Iterable[list[str]], field: str) -> Iterator[str]:
        return (self._cell(row, field) for row in lines)


def _find(field: Field, heads: Sequence[str], first: Iterable[Sequence[str]], of: dict[str, int]) -> None:
    """The column of a field, where one that isn't taken is headed so and holds such cells."""
    tells = _TOLD_BY_CELLS.get(field.key)
    for known in map(head, field.headings):
        at = heads.index(known) if known in heads else -1
        if at < 0 or at in of.values():
            continue
        if tells is None or tells(row[at] for row in first if at < len(row)):
            of[field.key] = at
            return


def _examples(cells: Iterable[str]) -> tuple[str, ...]:
    """The first of a column that say something, each once."""
    found: dict[str, None] = {}
    for cell in cells:
        if said := one_line(cell, _LONGEST_EXAMPLE):
            found[said] = None
        if len(found) == _EXAMPLES:
            break
    return tuple(found)


def _begins(row: list[str]) -> str:
    return " · ".join(cell for cell in row if cell.strip())[:200]


def _customer(place: str, name: str, key: str) -> Author:
    return Author("by_hand", "", "", name or "Somebody", key=f"{place} {name.casefold() or key}")


def _source(stars: int | None, *, is_public: bool) -> Source:
    if not is_public:
        return Source.MESSAGE
    return Source.BY_HAND if stars is None else Source.REVIEW


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


def _tells_stars(cells: Iterable[str]) -> bool:
    """Whether most of a column are stars; an empty one may be."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return 2 * sum(_stars(cell)[0] is not None for cell in said) >= len(said)


def _tells_words(cells: Iterable[str]) -> bool:
    """Whether most of a column are no stars; an empty one may be."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return not said or not _tells_stars(said)


_TOLD_BY_CELLS: dict[str, Callable[[Iterable[str]], bool]] = {
    "side": tickets.tells_sides,
    "private": tickets.tells_yes_or_no,
    "stars": _tells_stars,
    "text": _tells_words,
    "time": tells_hours,
    "place": tells_places,
    "seen": tells_who_sees,
}
