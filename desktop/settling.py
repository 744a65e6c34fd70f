"""Where a conversation stands in the inbox after something happened. One rule for every cause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desktop import complaints, conversations, promises, retelling
from desktop.clock import Clock
from desktop.records import Complaint, Conversation, Group, Kind, Promise, Stage
from desktop.store import Store

# Due first, inside a group (design 3.2). Each has room for `_STEPS` of what reads more or less like a complaint.
_SERIOUS, _HAPPENING, _OVERDUE, _DUE_TODAY, _PUBLIC_COMPLAINT, _PRIVATE_COMPLAINT = range(6)
_STEPS = 16
_LIKELY = 0.3  # the score from which an unsure guess of another kind stands right behind the complaints
_KINDS = {Kind.QUESTION: 6, Kind.IDEA: 7, Kind.PRAISE: 8, Kind.OTHER: 9, Kind.MIX_UP: 10, Kind.ABUSIVE: 11}


def settle(store: Store, ids: Iterable[str], clock: Clock) -> None:
    """Gives each conversation its group and rank. Call at the end of the transaction that changed it."""
    now = clock.now()
    for one_id in dict.fromkeys(ids):
        one = conversations.by_id(store, one_id)
        if one is None:
            continue
        complaint = complaints.by_id(store, one_id)
        promise = promises.open_of(store, one_id)
        group = group_of(one, complaint, promise, now)
        rank = rank_of(one, promise, clock) if group is Group.NEEDS_ANSWER else 0
        if complaint:
            retelling.note(store, one_id, now)
        mark, mark_at = _mark(complaint)
        conversations.place(store, one_id, group, rank, _sort_key(one, complaint, group), mark, mark_at)


def group_of(one: Conversation, complaint: Complaint | None, promise: Promise | None, now: datetime) -> Group:
    """The group a conversation belongs to."""
    if one.done_at:
        return Group.DONE
    if one.remind_at and one.remind_at > now:
        return Group.WAITING
    if one.waiting_since or (promise and promise.due_at <= now):
        return Group.NEEDS_ANSWER
    if complaint and complaint.stage is Stage.FIXED:
        return Group.NOT_SHOWN
    return Group.WAITING


def rank_of(one: Conversation, promise: Promise | None, clock: Clock) -> int:
    """The place among those that need an answer: smaller is more urgent."""
    now = clock.now()
    if one.is_serious:
        return _SERIOUS * _STEPS
    if one.happening_until and one.happening_until > now:
        return _HAPPENING * _STEPS
    if promise and promise.due_at <= now:
        return _OVERDUE * _STEPS
    if promise and clock.local(promise.due_at).date() == clock.local(now).date():
        return _DUE_TODAY * _STEPS
    if one.kind is Kind.COMPLAINT:
        return (_PUBLIC_COMPLAINT if one.is_public else _PRIVATE_COMPLAINT) * _STEPS
    if one.kind_is_guess and one.is_unsure and one.score >= _LIKELY:  # it may be one: the likelier, the sooner
        return (_PRIVATE_COMPLAINT + 1) * _STEPS - 1 - round(one.score * (_STEPS - 2))
    return _KINDS[one.kind] * _STEPS


def _mark(complaint: Complaint | None) -> tuple[str, datetime | None]:
    """How its complaint stands, as the row's state line says it (keys of ui/words.py)."""
    if complaint is None:
        return "", None
    if complaint.flag:
        return complaint.flag, complaint.flag_at
    if complaint.hint_post:
        return "hint", None
    if complaint.stage is Stage.FIXED:
        return f"fixed_{complaint.fixed_how}", complaint.fixed_at
    if complaint.stage is Stage.ASKED:
        return "asked", complaint.asked_at
    return "", None


def _sort_key(one: Conversation, complaint: Complaint | None, group: Group) -> int:
    """Milliseconds: the longest waiting first, but what is waiting on them or done newest first."""
    match group:
        case Group.NEEDS_ANSWER:
            return _ms(one.waiting_since or one.first_at)
        case Group.NOT_SHOWN:
            return _ms(complaint.stage_at if complaint else one.first_at)
        case Group.DONE:
            return -_ms(one.done_at or one.last_at)
    return -_ms(one.last_at)


def place_of_done(at: datetime) -> int:
    """The sort key of what was over at a moment."""
    return -_ms(at)


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def time_passes(store: Store, clock: Clock) -> None:
    """What only the clock changes: reminders come up, "happening now" ends, promises fall due.

    Writes nothing when nothing changed.
    """
    now = clock.now()
    reminded = conversations.reminders_due(store, now)
    moving = conversations.time_bound(store, now)
    if not reminded and not moving:
        return
    with store.writing():
        for one in reminded:
            conversations.remind(store, one, None)
            conversations.wait_again(store, one, now)
        conversations.happened(store, now)
        settle(store, (*reminded, *moving), clock)
