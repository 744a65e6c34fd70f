"""What stands in a thread, one item a line of it: posts, replies on their way, notes, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop import outbox
from desktop.asks import Ask
from desktop.clock import Clock
from desktop.language import details
from desktop.pictures import Kept
from desktop.records import (
    Conversation,
    Event,
    Kind,
    Note,
    Post,
    PostVersion,
    Reply,
    ReplyState,
)
from ui import moments, telling

Span_ = tuple[int, int]  # start, length
FOLD_FROM = 3  # so many private messages in a row fold, the last one stays


@dataclass(frozen=True, slots=True)
class PostItem:
    """A message; `spans` are the separate troubles in it, `reply` the outbox's row of ours."""

    post: Post
    is_root: bool
    is_other: bool  # somebody else than the one the conversation is with
    spans: tuple[Span_, ...] = ()
    reply: Reply | None = None
    picture: Kept | None = None  # what a person added to it
    earlier: tuple[PostVersion, ...] = ()  # what it said before it was edited, the oldest first

    @property
    def key(self) -> str:
        return self.post.id

    @property
    def at(self) -> datetime:
        return self.post.posted_at


@dataclass(frozen=True, slots=True)
class ReplyItem:
    """A reply that has not arrived yet."""

    reply: Reply

    @property
    def key(self) -> str:
        return self.reply.id

    @property
    def at(self) -> datetime:
        return self.reply.made_at


@dataclass(frozen=True, slots=True)
class NoteItem:
    note: Note

    @property
    def key(self) -> str:
        return self.note.id

    @property
    def at(self) -> datetime:
        return self.note.at


@dataclass(frozen=True, slots=True)
class EventItem:
    """One muted line."""

    key: str
    at: datetime
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class FoldItem:
    """`6 private messages, Sun to Tue  Show`"""

    key: str
    at: datetime
    until: datetime
    count: int


@dataclass(frozen=True, slots=True)
class AskItem:
    """Words that wait for the owner's yes. `is_mine`: whoever is here asked; `is_owner_here`: may answer;
    `is_owner_near`: can say yes with a PIN while the helper stays."""

    ask: Ask
    owner: str
    is_mine: bool
    is_owner_here: bool
    is_owner_near: bool = False

    @property
    def key(self) -> str:
        return self.ask.id

    @property
    def at(self) -> datetime:
        return self.ask.at


Item = PostItem | ReplyItem | NoteItem | EventItem | AskItem
Shown = Item | FoldItem


def thread_items(
    one: Conversation,
    thread: Sequence[Post],
    replies: Sequence[Reply],
    notes: Sequence[Note],
    events: Sequence[Event],
    clock: Clock,
    people: Mapping[str, str],
    pictures: Mapping[str, Kept] | None = None,
    asked: Sequence[AskItem] = (),
    earlier: Mapping[str, tuple[PostVersion, ...]] | None = None,
) -> tuple[Item, ...]:
    """Everything in the order it happened; `people`: names by id, `pictures`: files by post, `earlier`: what was
    edited, by post. Pure; runs in the background."""
    shown, before = pictures or {}, earlier or {}
    by_remote = {reply.remote_id: reply for reply in replies if reply.remote_id}
    arrived = {post.remote_id for post in thread if post.is_ours}
    posted = (_post_item(one, post, by_remote.get(post.remote_id), shown.get(post.id)) for post in thread)
    items: list[Item] = [replace(item, earlier=before.get(item.key, ())) for item in posted]
    items += [
        ReplyItem(reply)
        for reply in replies
        if (reply.state is not ReplyState.TAKEN_BACK or outbox.is_kept(reply))
        and reply.remote_id not in arrived
        and by_remote.get(reply.remote_id, reply) is reply  # not one that a later answer took the place of
    ]
    items += [NoteItem(note) for note in notes]
    items += asked
    items += _event_items(events, clock, people)
    return tuple(sorted(items, key=lambda item: item.at))


def _post_item(one: Conversation, post: Post, reply: Reply | None, picture: Kept | None) -> PostItem:
    if post.is_ours:
        return PostItem(post, False, False, (), reply, picture)
    spans = (
        tuple((d.start, d.end - d.start) for d in details.troubles(post.text))
        if _may_have_trouble(one)
        else ()
    )
    return PostItem(post, post.id == one.root_post, post.author != one.author, spans, None, picture)


def _may_have_trouble(one: Conversation) -> bool:
    return one.kind in (Kind.COMPLAINT, Kind.ABUSIVE, Kind.OTHER)


def fold(items: Iterable[Item], open_folds: frozenset[str]) -> list[Shown]:
    """Runs of private messages become one line, with the last of the run left standing."""
    shown: list[Shown] = []
    run: list[Item] = []

    def flush() -> None:
        if len(run) >= FOLD_FROM and run[0].key not in open_folds:
            hidden = run[:-1]
            shown.append(FoldItem(run[0].key, hidden[0].at, hidden[-1].at, len(hidden)))
            shown.append(run[-1])
        else:
            shown.extend(run)
        run.clear()

    for item in items:
        if isinstance(item, PostItem) and not item.post.is_public and not item.is_root:
            run.append(item)
        else:
            flush()
            shown.append(item)
    flush()
    return shown


# --- what was decided, in a line -----------------------------------------------------------------------


def _event_items(events: Sequence[Event], clock: Clock, people: Mapping[str, str]) -> list[Item]:
    found: list[Item] = []
    for event in telling.standing(events):
        if said := telling.told(event, people):
            line = f"{said[0]}, {moments.full(clock, event.at)}"
            found.append(EventItem(event.id, event.at, line, said[1]))
    return found
