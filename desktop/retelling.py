"""The board, told from events: every state a complaint was in, so that the page can be rebuilt and checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop import complaints, conversations, history
from desktop.clock import from_text
from desktop.records import Kind
from desktop.store import Store

BOARD = "board"  # the kind of event; its body is `complaints.state` and n, which counts up from 1
_APP = ""


def note(store: Store, complaint: str, at: datetime) -> None:
    """Tells history how a complaint stands now, inside the transaction that moved it; nothing when that is known."""
    state = complaints.state(store, complaint)
    if state is None:
        return
    told = history.newest(store, complaint, BOARD)
    count = int(told.pop("n")) if told else 0
    if state != (told or complaints.as_opened(from_text(str(state["opened_at"])))):
        history.tell(store, history.By(_APP, _APP, at), complaint, BOARD, {**state, "n": count + 1})


def retell(store: Store) -> Iterator[tuple[str, complaints.State]]:
    """Every complaint as events and posts tell it: (id, state). Reads nothing that the board keeps."""
    for one in conversations.public_of_kind(store, Kind.COMPLAINT):
        if not history.newest(store, one.id, BOARD):
            yield one.id, complaints.as_opened(one.first_at)
    for subject in history.subjects(store, BOARD):
        state = history.newest(store, subject, BOARD)
        state.pop("n")
        yield subject, state


def differing(store: Store) -> list[str]:
    """Complaints that the board shows otherwise than events and posts tell them."""
    told = dict(retell(store))
    kept = complaints.all_states(store)
    return sorted(one for one in told.keys() | kept.keys() if told.get(one) != kept.get(one))


def rebuild(store: Store) -> int:
    """Writes the board anew from events and posts; returns how many complaints stand on it."""
    told = dict(retell(store))
    with store.writing():
        complaints.begin_anew(store)
        for one, state in told.items():
            complaints.restore(store, one, state)
    return len(told)
