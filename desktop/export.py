"""History carried out into a file: a table (CSV) or an archive (JSON) of conversations, whole or without names.

What its writer took down is in no file. A table is safe to open in a spreadsheet: what would be read there as a
formula is led by an apostrophe. In a protected shop a file with private messages is under its password (sealed.py).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, NamedTuple

from desktop import complaints, conversations, keys, notes, past, posts, sealed, settings, shopnotes
from desktop.coach import without_private
from desktop.errors import DiskFull, DiskTrouble, GivenUp, Misuse, NoRoomThere
from desktop.past import Outcome
from desktop.records import Kind
from desktop.shop import Shop
from desktop.shopnotes import ShopNote
from desktop.store import of_the_disk

THEM, US, NOTE, ENDING, SHOP_NOTE = "them", "us", "note", "ending", "shop_note"
_AROUND = ".,:;!?()“”\""
CUSTOMER, SHOP = "Customer", "Shop"  # who speaks, where names are left out
COLUMNS = (
    "conversation", "date", "time", "place", "public", "who", "name", "words", "stars", "kind", "ended", "about",
    "link",
)  # fmt: skip
FORMATS = ("csv", "json")
_AT_ONCE = 200
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


class Choices(NamedTuple):
    """What goes into the file. `private`: private messages and notes on them; `proofs`: saved copies of endings;
    `timeline`: the shop's notes on the timeline. `sealed`: it is under the shop's password, as a protected shop's
    private messages always are."""

    private: bool = False
    names: bool = True
    proofs: bool = True
    sealed: bool = False
    timeline: bool = True


class Line(NamedTuple):
    """One thing that was said, or (ENDING) the saved copy of how it ended."""

    at: datetime
    who: str
    name: str
    words: str
    is_public: bool
    stars: int | None = None
    link: str = ""


class Told(NamedTuple):
    """A conversation as it leaves the house."""

    number: int
    place: str
    at: datetime
    name: str
    is_public: bool
    kind: Kind
    outcome: Outcome
    topics: tuple[str, ...]
    lines: tuple[Line, ...]


def tell(shop: Shop, rids: Sequence[int], choices: Choices) -> Iterator[Told]:
    """Conversations by row id, in this order, numbered from 1; those that have nothing left to tell are left out."""
    teller, number = _Teller(shop, choices), 0
    for start in range(0, len(rids), _AT_ONCE):
        for row in past.page(shop.store, rids[start : start + _AT_ONCE]):
            one = conversations.by_id(shop.store, row.id)
            if one is None or not (row.is_public or choices.private):
                continue
            lines = teller.lines(one.id)
            if lines:
                number += 1
                name = row.author_name if choices.names else CUSTOMER
                place = shop.place(row.platform)
                yield Told(number, place, row.first_at, name, row.is_public, row.kind, row.outcome, one.topics, lines)


def timeline(shop: Shop, rids: Sequence[int], choices: Choices) -> tuple[ShopNote, ...]:
    """The shop's notes from the day of the first of these conversations to that of the last, as somebody chose."""
    ends = past.span(shop.store, rids) if choices.timeline else None
    if ends is None:
        return ()
    first, last = (shop.clock.local(at).date() for at in ends)
    found = tuple(one for one in shopnotes.all(shop.store) if one.last >= first and one.first <= last)
    if choices.names or not found:
        return found
    texts = nameless(shop, [one.text for one in found])
    bare = zip(found, texts, strict=True)
    return tuple(one._replace(text=text, person="", person_name=SHOP) for one, text in bare)


def nameless(shop: Shop, texts: Sequence[str]) -> list[str]:
    """Texts of the shop itself, without any name that is known here."""
    named = _known_in(shop, " ".join(texts))
    currency = settings.get(shop.store, settings.CURRENCY)
    return [without_private(text, named, currency) for text in texts]


def _known_in(shop: Shop, text: str) -> list[str]:
    """Of all names we know, those that a text may hold."""
    words = set(text.lower().replace("’", " ").replace("'", " ").split())
    rows = shop.store.rows(
        "select name from people union select sign_off from people union select name from authors "
        "union select handle from authors"
    )
    bare = {word.strip(_AROUND) for word in words}
    return [str(row[0]) for row in rows if bare & set(str(row[0]).lower().split())]


class _Teller:
    """Reads conversations line by line, as somebody chose."""

    def __init__(self, shop: Shop, choices: Choices) -> None:
        self._store, self._choices = shop.store, choices
        self._currency = settings.get(shop.store, settings.CURRENCY)
        everybody = shop.store.rows("select name from people union select sign_off from people")
        self._people = [str(row[0]) for row in everybody]
        self._others = {} if choices.names else _whole_names(shop)

    def lines(self, conversation: str) -> tuple[Line, ...]:
        thread = [post for post in posts.thread(self._store, conversation) if post.gone_at is None]
        found = [
            Line(
                post.posted_at,
                US if post.is_ours else THEM,
                (post.written_by or SHOP) if post.is_ours else post.author_name,
                post.text,
                post.is_public,
                post.stars,
                post.url,
            )
            for post in thread
        ]
        if self._choices.private:
            noted = notes.of(self._store, conversation)
            found += [Line(note.at, NOTE, note.person_name, note.text, False) for note in noted]
        else:
            found = [line for line in found if line.is_public]
        if self._choices.proofs and found:
            found += self._ending(conversation)
        found.sort(key=lambda line: line.at)
        if self._choices.names:
            return tuple(found)
        named = [*self._people, *(post.author_name for post in thread), *(post.author_handle for post in thread)]
        return tuple(self._nameless(line, named) for line in found)

    def _ending(self, conversation: str) -> list[Line]:
        proof = complaints.proof(self._store, conversation)
        if proof is None or proof.lost_at is not None:
            return []
        shown = posts.by_id(self._store, proof.post) if proof.post else None
        if shown is not None and shown.gone_at is not None:
            return []
        return [Line(proof.seen_at, ENDING, "", proof.words, True, None, proof.link)]

    def _nameless(self, line: Line, named: Iterable[str]) -> Line:
        name = CUSTOMER if line.who == THEM else SHOP if line.who in (US, NOTE) else ""
        words = without_private(line.words, [*named, *self._mentioned(line.words)], self._currency)
        return line._replace(name=name, words=words, link="")

    def _mentioned(self, text: str) -> Iterator[str]:
        """Whoever wrote to us elsewhere and is named here in full: one word alone may be any."""
        small = " ".join(text.lower().split())
        for first in {word.strip(_AROUND) for word in small.split()} & self._others.keys():
            yield from (name for name in self._others[first] if name.lower() in small)


def _whole_names(shop: Shop) -> dict[str, list[str]]:
    """The names of several words that people have who wrote to us, by their first word."""
    found: dict[str, list[str]] = {}
    for row in shop.store.rows("select distinct name from authors where instr(trim(name), ' ')"):
        name = " ".join(str(row[0]).split())
        found.setdefault(name.lower().split(" ")[0], []).append(name)
    return found


# --- into a file ------------------------------------------------------------------------------------------------


def is_sealed(shop: Shop, choices: Choices) -> bool:
    """Whether the file can't be read without the shop's password."""
    return choices.sealed or (choices.private and shop.key is not None)


def place_of(shop: Shop, choices: Choices, path: Path) -> Path:
    """Where the file comes to stand: one under the password says so at the end of its name."""
    if not is_sealed(shop, choices) or path.name.endswith(sealed.ENDING):
        return path
    return path.with_name(path.name + sealed.ENDING)


def named(path: Path, ending: str) -> Path:
    """With this ending, whatever it was called."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def spared(chosen: Path, place: Callable[[Path], Path]) -> Path:
    """Where a file comes to stand that somebody chose a name for. `place` adds endings to it: where that names another
    file, which nobody was asked about, it gets a number and the other stays."""
    path, number = place(chosen), 1
    while path != chosen and path.exists():
        number += 1
        path = place(chosen.with_name(f"{chosen.stem} ({number}){chosen.suffix}"))
    return path


def write(
    shop: Shop,
    rids: Sequence[int],
    choices: Choices,
    path: Path,
    *,
    progress: Progress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> int:
    """Writes the file (`place_of`) that the ending of its name asks for and returns how many conversations are in it.
    `progress` hears that number. Raises Misuse, DiskTrouble, GivenUp; then a file that was there before is as it was.
    """
    kind = path.name.removesuffix(sealed.ENDING).rpartition(".")[2].lower()
    if kind not in FORMATS:
        raise Misuse(f"There is no export called “{path.suffix}”.", advice="There is .csv and .json.")
    written = 0

    def counted() -> Iterator[Told]:
        nonlocal written
        for one in tell(shop, rids, choices):
            if cancelled():
                raise GivenUp
            yield one
            written = one.number
            progress(written)

    encoding = "utf-8-sig" if kind == "csv" else "utf-8"  # spreadsheets know UTF-8 by its mark
    dated = timeline(shop, rids, choices)
    with leaving(shop, place_of(shop, choices, path), is_sealed=is_sealed(shop, choices)) as out:
        file = io.TextIOWrapper(out, encoding, newline="")
        if kind == "csv":
            _table(file, shop, counted(), dated)
        else:
            _archive(file, shop, counted(), choices, dated)
        file.flush()
        file.detach()
    return written


def write_all(
    shop: Shop, rids: Sequence[int], file: IO[str], progress: Progress, cancelled: Cancelled
) -> int:
    """These conversations with all that is in them, as an archive; returns how many. Raises GivenUp."""
    written, choices = 0, Choices(private=True)

    def counted() -> Iterator[Told]:
        nonlocal written
        for one in tell(shop, rids, choices):
            if cancelled():
                raise GivenUp
            yield one
            written = one.number
            progress(written)

    _archive(file, shop, counted(), choices, timeline(shop, rids, choices))
    return written


@contextmanager
def leaving(shop: Shop, path: Path, *, is_sealed: bool) -> Iterator[IO[bytes]]:
    """Where the bytes of a file go that leaves the house; it takes its place when all of it is written.

    `is_sealed`: under the shop's password. No byte is readable on the disk then, not even on the way. Raises Misuse in
    a shop that has none, DiskTrouble.
    """
    if is_sealed and shop.key is None:
        raise Misuse("This shop has no password that a file could be put under.", advice="Settings, Data sets one.")
    with replacing(path) as part:
        if shop.key is None or not is_sealed:
            with part.open("wb") as plain:
                yield plain
            return
        name = path.name.removesuffix(sealed.ENDING)
        with sealed.writing(part, name, keys.of(shop.folder), shop.key) as file:
            yield file


@contextmanager
def replacing(path: Path, *, is_a_shop: bool = False) -> Iterator[Path]:
    """A file beside `path` that takes its place when all of it is written. `is_a_shop`: one that moves. Raises
    DiskTrouble."""
    part = path.with_name(f".{path.name}.part")
    try:
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        if isinstance(of_the_disk(error), DiskFull):
            words = "There’s no room left on that disk, so the file wasn’t written."
            raise NoRoomThere(words, details=str(error)) from error
        if is_a_shop:
            raise DiskTrouble(
                "The shop couldn’t be written to that folder.", advice="Choose another folder.", details=str(error)
            ) from error
        raise DiskTrouble(
            "The export couldn’t be written to that folder.", advice="Choose another folder.", details=str(error)
        ) from error


def _table(file: IO[str], shop: Shop, told: Iterable[Told], dated: Sequence[ShopNote]) -> None:
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for note in dated:
        cells = dict.fromkeys(COLUMNS, "") | {
            "date": note.first.isoformat(),
            "public": "no",
            "who": SHOP_NOTE,
            "name": note.person_name,
            "words": note.text,
        }
        rows.writerow(map(as_cell, cells.values()))
    for one in told:
        for line in one.lines:
            local = shop.clock.local(line.at)
            rows.writerow(
                map(
                    as_cell,
                    (
                        one.number, f"{local:%Y-%m-%d}", f"{local:%H:%M}", one.place, "yes" if line.is_public else "no",
                        line.who, line.name, line.words, line.stars or "", one.kind.value, one.outcome.value,
                        ", ".join(one.topics), line.link,
                    ),
                )
            )  # fmt: skip


def as_cell(value: object) -> object:
    """What a spreadsheet would take for a formula is led by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULAS) else value


def _archive(
    file: IO[str], shop: Shop, told: Iterable[Told], choices: Choices, dated: Sequence[ShopNote]
) -> None:
    """One object; a conversation a line. Times carry their offset from UTC."""
    head = {
        "made_at": _moment(shop, shop.clock.now()),
        "shop": shop.name if choices.names else "",
        "with_names": choices.names,
        "with_private": choices.private,
        "with_proofs": choices.proofs,
        "timeline": [
            {"first": one.first.isoformat(), "last": one.last.isoformat(), "name": one.person_name, "words": one.text}
            for one in dated
        ],
    }
    file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "conversations": [')
    for at, one in enumerate(told):
        file.write(",\n" if at else "\n")
        json.dump(_object(shop, one), file, ensure_ascii=False)
    file.write("\n]}\n")


def _object(shop: Shop, one: Told) -> dict[str, object]:
    return {
        "conversation": one.number,
        "at": _moment(shop, one.at),
        "place": one.place,
        "name": one.name,
        "public": one.is_public,
        "kind": one.kind.value,
        "ended": one.outcome.value,
        "about": list(one.topics),
        "said": [
            {
                "at": _moment(shop, line.at),
                "who": line.who,
                "name": line.name,
                "public": line.is_public,
                "words": line.words,
                **({"stars": line.stars} if line.stars else {}),
                **({"link": line.link} if line.link else {}),
            }
            for line in one.lines
        ],
    }


def _moment(shop: Shop, at: datetime) -> str:
    return shop.clock.local(at).isoformat(timespec="seconds")
