"""Wordings that people of this shop keep, beside those that come with the app. Each has a blank to fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop import clock
from desktop.errors import Misuse
from desktop.starters.composing import blanks_of
from desktop.starters.library import library, set_of
from desktop.starters.nouns import FILLABLE, SITUATIONS, Wording
from desktop.writing import Ink, Part, Writing

if TYPE_CHECKING:
    from desktop.store import Row, Store

LONGEST = 600  # characters of one wording
WORTH_KEEPING = 60  # characters typed in one part, before keeping them is offered
_NO_BRACES = str.maketrans("{}", "()")
_AROUND_START, _AROUND_END = re.compile(r"^\W+"), re.compile(r"(?:['’]s)?\W*$")


@lru_cache(maxsize=1)
def blank_names() -> tuple[str, ...]:
    """The names a blank of one's own may have: those of the app's wordings that only the writer can fill."""
    names = dict.fromkeys(name for one in library() for name in one.blanks)
    return tuple(sorted(name for name in names if name not in FILLABLE))


def made(part: Part, situation: str, text: str, wording_id: str = "") -> Wording:
    """A wording of one's own. Raises Misuse when it could be posted as it stands, or can't be used as one."""
    text = " ".join(text.split())
    blanks = blanks_of(text)
    outside = re.sub(r"\{[^{}]*\}", "", text)
    if set_of(part, situation) not in (*SITUATIONS, "co", "show"):
        raise Misuse("Wordings are kept for a part of a reply, in one of the situations.")
    if "{" in outside or "}" in outside or any(name not in (*blank_names(), *FILLABLE) for name in blanks):
        raise Misuse("A blank is a name from the list, between { and }.")
    if not re.search(r"\w", outside):
        raise Misuse("A wording needs words around its blanks.")
    if all(name in FILLABLE for name in blanks):
        raise Misuse("Choose at least one blank, so that it can't be posted as it stands.")
    if len(text) > LONGEST:
        raise Misuse(f"A wording has at most {LONGEST} characters.")
    return Wording(wording_id, set_of(part, situation), part, text, blanks)


def worth_keeping(writing: Writing) -> tuple[Part, str] | None:
    """The paragraph with the most words of the writer's own in a part, when there are enough of them."""
    found = [
        (sum(len(run.text) for run in one.runs if run.ink is Ink.TYPED), one)
        for one in writing.paragraphs
        if one.part not in (None, Part.SIGN) and not any(run.is_blank for run in one.runs)
    ]
    typed, best = max(found, key=lambda each: each[0], default=(0, None))
    if best is None or best.part is None or typed < WORTH_KEEPING:
        return None
    return best.part, " ".join(best.plain().translate(_NO_BRACES).split())


def with_blanks(text: str, blanks: Sequence[tuple[int, int, str]]) -> str:
    """The text with some of its words as blanks: (first word, word after the last, name) each, in order.

    What stands around the words (a comma, a full stop, quotes) stays.
    """
    words, at, done = text.split(), 0, list[str]()
    for first, end, name in blanks:
        done += words[at:first]
        before, after = _AROUND_START.match(words[first]), _AROUND_END.search(words[end - 1])
        done.append(f"{before[0] if before else ''}{{{name}}}{after[0] if after else ''}")
        at = end
    return " ".join([*done, *words[at:]])


def kept_for(store: Store, person: str) -> tuple[Wording, ...]:
    """The wordings this person chooses from: their own, newest first, then the owner's."""
    rows = store.rows(
        "select w.* from wordings w left join people p on p.id = w.person where w.removed_at is null "
        "and (w.person = ? or p.role = 'owner') order by w.person = ? desc, w.made_at desc, w.id desc",
        (person, person),
    )
    return tuple(_wording(row) for row in rows)


def whose(store: Store, wording_id: str) -> str:
    """The id of who keeps it; "" when nobody does (any more)."""
    found = store.value("select person from wordings where id = ? and removed_at is null", (wording_id,))
    return str(found or "")


def put(store: Store, wording: Wording, person: str, at: datetime) -> None:
    """Keeps a wording, changes the one of that id, or brings it back."""
    store.write(
        "insert into wordings(id, situation, part, wording, person, made_at) values(?, ?, ?, ?, ?, ?) "
        "on conflict(id) do update set wording = excluded.wording, removed_at = null",
        (wording.id, wording.situation, wording.part, wording.text, person, clock.to_text(at)),
    )


def remove(store: Store, wording_id: str, at: datetime) -> None:
    store.write("update wordings set removed_at = ? where id = ?", (clock.to_text(at), wording_id))


def _wording(row: Row) -> Wording:
    text = row["wording"]
    return Wording(row["id"], row["situation"], Part(row["part"]), text, blanks_of(text))
