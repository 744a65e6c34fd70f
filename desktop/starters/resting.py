"""What rests: wordings that a posted reply used lately, and phrases that somebody lets rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop import clock
from desktop.language.repeating import key_of, meeting
from desktop.language.text import plain
from desktop.starters.library import library

if TYPE_CHECKING:
    from desktop.store import Store

REST_DAYS = 30


class Resting(NamedTuple):
    """A phrase as it is written, and until when it rests."""

    phrase: str
    until: datetime


def rested(store: Store, now: datetime, days: int = REST_DAYS) -> Mapping[str, datetime]:
    """The wordings that rest now, and until when: each rests `days` after its last posted use, or as long as a phrase
    in it does."""
    since = clock.to_text(now - timedelta(days=days))
    rows = store.rows(
        "select wording, max(at) as at from wording_uses where at > ? group by wording order by wording",
        (since,),
    )
    found = {row["wording"]: clock.from_text(row["at"]) + timedelta(days=days) for row in rows}
    for wording, until in _with_phrases(store, now):
        found[wording] = max(until, found.get(wording, until))
    return found


def _with_phrases(store: Store, now: datetime) -> Iterable[tuple[str, datetime]]:
    phrases = resting_phrases(store, now)
    if not phrases:
        return
    kept = store.rows("select id, wording from wordings where removed_at is null")
    texts = [*((one.id, one.text) for one in library()), *((row["id"], row["wording"]) for row in kept)]
    for phrase, until in phrases:
        pattern = meeting([phrase])
        yield from ((wording, until) for wording, text in texts if pattern.search(plain(text)))


def note_use(store: Store, wordings: Iterable[str], reply_id: str, at: datetime) -> None:
    """Remembers that a posted reply still had words of these wordings in it."""
    with store.writing():
        for used in dict.fromkeys(wordings):
            store.write(
                "insert or ignore into wording_uses (wording, reply, at) values (?, ?, ?)",
                (used, reply_id, clock.to_text(at)),
            )


def forget_use(store: Store, reply_id: str) -> None:
    """That reply wasn't posted after all: its wordings don't rest for it."""
    store.write("delete from wording_uses where reply = ?", (reply_id,))


# --- phrases ------------------------------------------------------------------------------------------------


def resting_phrases(store: Store, now: datetime) -> tuple[Resting, ...]:
    """Those that rest now, the one that rests longest first."""
    rows = store.rows(
        "select phrase, until_at from resting_phrases where until_at > ? order by until_at desc, words",
        (clock.to_text(now),),
    )
    return tuple(Resting(row["phrase"], clock.from_text(row["until_at"])) for row in rows)


def let_rest(store: Store, phrases: Sequence[Resting], person: str, at: datetime) -> None:
    """For everybody of the shop. One that rests already rests until the new time."""
    store.write_many(
        "insert into resting_phrases(words, phrase, person, at, until_at) values(?, ?, ?, ?, ?) on conflict(words) "
        "do update set phrase = excluded.phrase, person = excluded.person, at = excluded.at, "
        "until_at = excluded.until_at",
        [(key_of(one.phrase), one.phrase, person, clock.to_text(at), clock.to_text(one.until)) for one in phrases],
    )


def end_rest(store: Store, phrases: Iterable[str]) -> None:
    """They may be used again."""
    for phrase in phrases:
        store.write("delete from resting_phrases where words = ?", (key_of(phrase),))
