"""What a passer-by sees of a conversation, worked out from what we have stored. Pure reading.

The words for each sight are in the window's language (`ui/words.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop import complaints, conversations, history, looks, posts
from desktop.records import Complaint, Conversation, Kind, Post, ProofKind, Stage
from desktop.store import Store


class SightState(StrEnum):
    """One per sentence of design 4.1."""

    PRIVATE = "private"  # not a public conversation: no line at all
    NO_ANSWER = "no_answer"
    PRIVATE_ONLY = "private_only"
    ANSWERED = "answered"
    PENDING = "pending"
    FIXED = "fixed"
    ASKED = "asked"
    SHOWN_THEY_SAID = "shown_they_said"
    SHOWN_THEY_EDITED = "shown_they_edited"
    SHOWN_WE_SAID = "shown_we_said"
    TAKEN_DOWN = "taken_down"
    HIDDEN = "hidden"  # by us, at the place
    STANDING = "standing"
    NOT_CHECKED = "not_checked"


HIDDEN, SHOWN_AGAIN = "hidden", "shown_again"  # what happened to a conversation's first post, as history tells it


@dataclass(frozen=True, slots=True)
class Sight:
    """`has_answer`: an answer of ours shows. `at`: when asked, or taken down. `checked_at`: the last look, by `how`."""

    state: SightState
    kind: Kind
    name: str
    has_answer: bool
    at: datetime | None
    checked_at: datetime | None
    how: str
    can_look: bool  # False: a person has to look


@dataclass(frozen=True, slots=True)
class PreviewPost:
    """One public post as the small picture shows it."""

    author: str
    at: datetime
    text: str
    is_ours: bool
    is_ending: bool


def sees(store: Store, conversation: str) -> Sight:
    """Raises KeyError for an unknown conversation."""
    one = conversations.by_id(store, conversation)
    if one is None:
        raise KeyError(conversation)
    look = looks.last(store, conversation)
    complaint = complaints.by_id(store, conversation)
    thread = posts.thread(store, conversation)
    state, at = _state(store, one, complaint, thread)
    cannot = look is not None and look.sight in looks.FOR_A_PERSON
    return Sight(
        state,
        one.kind,
        one.author_name,
        _shows(thread),
        at,
        look.seen_at if look and look.sight is not looks.PageSight.NEVER else None,
        look.how if look else "",
        not cannot or state is SightState.HIDDEN,
    )


def is_hidden(store: Store, conversation: str) -> bool:
    """Did somebody here hide what the conversation began with?"""
    return history.last(store, conversation, (HIDDEN, SHOWN_AGAIN)) == HIDDEN


def _state(
    store: Store, one: Conversation, complaint: Complaint | None, thread: tuple[Post, ...]
) -> tuple[SightState, datetime | None]:
    if not one.is_public:
        return SightState.PRIVATE, None
    root = next((post for post in thread if post.id == one.root_post), None)
    if root is not None and root.gone_at:
        return SightState.TAKEN_DOWN, root.gone_at
    if is_hidden(store, one.id):
        return SightState.HIDDEN, None
    if complaint is not None:
        return _of_complaint(store, complaint, thread)
    return _of_answer(thread), None


def _of_complaint(
    store: Store, complaint: Complaint, thread: tuple[Post, ...]
) -> tuple[SightState, datetime | None]:
    match complaint.stage:
        case Stage.SHOWN:
            return _shown(store, complaint), complaint.stage_at
        case Stage.TAKEN_DOWN:
            return SightState.TAKEN_DOWN, complaint.stage_at
        case Stage.STANDING:
            return SightState.STANDING, complaint.stage_at
        case Stage.ASKED:
            return SightState.ASKED, complaint.asked_at
        case Stage.FIXED:
            return SightState.FIXED, complaint.fixed_at
    return _of_answer(thread), None


def _shown(store: Store, complaint: Complaint) -> SightState:
    proof = complaints.proof(store, complaint.id)
    if proof and proof.kind is ProofKind.THEIR_EDIT:
        return SightState.SHOWN_THEY_EDITED
    if proof and proof.kind is ProofKind.OUR_UPDATE:
        return SightState.SHOWN_WE_SAID
    return SightState.SHOWN_THEY_SAID


def _of_answer(thread: tuple[Post, ...]) -> SightState:
    if _shows(thread):
        return SightState.ANSWERED
    ours = [post for post in thread if post.is_ours and not post.gone_at]
    if any(post.is_public for post in ours):
        return SightState.PENDING
    return SightState.PRIVATE_ONLY if ours else SightState.NO_ANSWER


def _shows(thread: tuple[Post, ...]) -> bool:
    return any(post.is_ours and post.is_public and post.shown_at and not post.gone_at for post in thread)


def preview(store: Store, conversation: str) -> tuple[PreviewPost, ...]:
    """The public thread as a stranger finds it, oldest first; ours only once it shows; the ending marked.

    An ending that the last look didn't find is not marked.
    """
    proof = complaints.proof(store, conversation)
    ending = proof.post if proof and not proof.lost_at and not proof.missed_at else ""
    return tuple(
        PreviewPost(post.author_name, post.posted_at, post.text, post.is_ours, post.id == ending)
        for post in posts.thread(store, conversation)
        if post.is_public and not post.gone_at and (not post.is_ours or post.shown_at)
    )
