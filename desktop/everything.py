"""All that a shop has, carried out into one file (ZIP): for another program, or for keeping.

In it: the conversations as every export writes them, each table of the shop file as lines of JSON, the added pictures,
and a text that says what is what. Never in it: sign-ins, PINs, passwords, and what was forgotten.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

from desktop import export, past, pictures, sealed
from desktop.errors import GivenUp
from desktop.pictures import Kept
from desktop.shop import Shop
from desktop.store import SCHEMA, Store

# What each table is, for whoever reads the file. A table is here or among those left out: a test sees to it.
TABLES = {
    "accounts": "our logins: which place, what we are called there; never a password or token",
    "asks": "what helpers asked the owner before promising it, and the answers",
    "authors": "who wrote: name and handle, by place",
    "claims": "who is answering what just now",
    "closures": "days on which the shop is shut",
    "complaints": "public complaints and how each stands; its id is its conversation's",
    "conversations": "one person's thread about one thing, and what was decided; kind_is_guess 1: nobody said it",
    "corrections": "guesses that a person sorted",
    "cursors": "how far each place has been read",
    "drafts": "replies being written; body is JSON: paragraphs of runs",
    "events": "who did what when, all of it; body is JSON",
    "fact_uses": "which replies said what a fact of the Shop book says",
    "facts": "the Shop book",
    "found_promises": "times found in our replies, and whether they count as promises",
    "happening_members": "which conversations are in an event",
    "happening_words": "what everybody was told in an event",
    "happenings": "events: many people with one cause",
    "hours": "opening hours; weekday 0 is Monday",
    "imported": "which file brought which post",
    "imports": "files that were brought in",
    "limits": "what each helper may promise alone",
    "looks": "when each public page was last looked at, and what was seen",
    "not_one_thing": "what was asked about as an event and is none",
    "notes": "notes to the team",
    "people": "the owner and the helpers",
    "post_versions": "what posts said before they were edited",
    "posts": "all that was said: is_ours 1 by us, is_public 0 privately; gone_at: taken down since then",
    "promises": "times we gave somebody",
    "proofs": "endings that everybody can see, with the words as they were seen",
    "reads": "who has read what",
    "replies": "our replies that went through this program, and those still to go",
    "resting_phrases": "phrases that somebody lets rest, and until when",
    "settings": "choices; value is JSON",
    "shop_notes": "what changed in the shop, on the timeline of History",
    "spending": "what was asked of places that charge, by day",
    "suggestions": "what helpers would write in the Shop book",
    "unread_rows": "rows of a file that couldn't be read when it was brought in",
    "wording_uses": "which replies used which wording",
    "wordings": "our own wordings of parts of a reply",
}
LEFT_OUT = frozenset({"pins", "forgotten", "forgettings", "tallies", "stages", "spool"})  # secrets, ids, counts

_ABOUT = """Everything that {shop} keeps in Said & Done, written {at}.

conversations.json   every conversation with all that was said, private messages and notes too. One object; a
                     conversation a line. "public": false marks what only you and they could read. What its writer
                     took down since is not in it, but in tables/posts.jsonl.
tables/NAME.jsonl    the tables of the shop file as they are, one JSON object a line. Times are UTC (ISO 8601).
                     Ids are the same in all of them: posts.conversation is conversations.id, and so on.
pictures/ID.png      pictures that were added by hand to the post with that id.

Not in here: sign-ins to places and any other key (they are in the computer's password store), PINs, and what was
forgotten. Version of the tables: {schema}.

"""

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


class Written(NamedTuple):
    """Where it is, how many conversations and pictures are in it, and the pictures that couldn't be read."""

    path: Path
    conversations: int
    pictures: int
    unreadable: tuple[str, ...] = ()


def place_of(shop: Shop, path: Path, *, is_plain: bool = False) -> Path:
    """What the file is called in the end: in a protected shop it is under its password, unless plain is wanted."""
    bare = path.with_name(path.name.removesuffix(sealed.ENDING))
    named = bare if bare.suffix.lower() == ".zip" else bare.with_name(f"{bare.name}.zip")
    return named.with_name(named.name + sealed.ENDING) if shop.key is not None and not is_plain else named


def write(
    shop: Shop,
    path: Path,
    *,
    is_plain: bool = False,
    progress: Progress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> Written:
    """Writes the file (`place_of`). `progress` hears of conversations. Raises DiskTrouble, GivenUp; then a file that
    was there before is as it was."""
    target = export.spared(path, lambda one: place_of(shop, one, is_plain=is_plain))
    is_sealed = shop.key is not None and not is_plain
    with (
        export.leaving(shop, target, is_sealed=is_sealed) as out,
        shop.store.reading(),
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as file,
    ):
        _about(file, shop)
        with _text(file, "conversations.json") as text:
            told = export.write_all(shop, past.newest(shop.store), text, progress, cancelled)
        for table in TABLES:
            _table(file, shop.store, table, cancelled)
        added, unreadable = _pictures(file, shop, cancelled)
    return Written(target, told, added, unreadable)


def _about(file: zipfile.ZipFile, shop: Shop) -> None:
    at = f"{shop.clock.local(shop.clock.now()):%Y-%m-%d %H:%M}"
    lines = [_ABOUT.format(shop=shop.name, at=at, schema=SCHEMA)]
    for table, what in TABLES.items():
        columns = ", ".join(str(row["name"]) for row in shop.store.rows(f"pragma table_info({table})"))
        lines.append(f"tables/{table}.jsonl\n  {what}.\n  {columns}\n")
    file.writestr("README.txt", "\n".join(lines))


def _text(file: zipfile.ZipFile, name: str) -> IO[str]:
    return io.TextIOWrapper(file.open(name, "w", force_zip64=True), "utf-8", newline="\n")


def _table(file: zipfile.ZipFile, store: Store, table: str, cancelled: Cancelled) -> None:
    with _text(file, f"tables/{table}.jsonl") as text:
        for number, row in enumerate(store.each(f"select * from {table}")):
            if number % 1000 == 0 and cancelled():
                raise GivenUp
            text.write(json.dumps(dict(zip(row.keys(), row, strict=True)), ensure_ascii=False) + "\n")


def _pictures(file: zipfile.ZipFile, shop: Shop, cancelled: Cancelled) -> tuple[int, tuple[str, ...]]:
    added, unreadable = 0, list[str]()
    for path in pictures.all(shop.folder):
        if cancelled():
            raise GivenUp
        data = Kept(path, shop.key).read()
        if data:
            file.writestr(f"pictures/{path.name}", data, zipfile.ZIP_STORED)
            added += 1
        else:
            unreadable.append(path.name)
    return added, tuple(unreadable)

