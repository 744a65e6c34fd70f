"""Which wordings rest, because a posted reply used them lately."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop import clock

if TYPE_CHECKING:
    from desktop.store import Store

REST_DAYS = 30


def rested(store: Store, now: datetime, days: int = REST_DAYS) -> Mapping[str, datetime]:
    """The wordings that rest now, and until when: each rests `days` after its last posted use."""
    since = clock.to_text(now - timedelta(days=days))
    rows = store.rows(
        "select wording, max(at) as at from wording_uses where at > ? group by wording order by wording",
        (since,),
    )
    return {row["wording"]: clock.from_text(row["at"]) + timedelta(days=days) for row in rows}


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
