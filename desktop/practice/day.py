"""How the pretend day stands: the public and what moved it, what a poor answer did, the sentence at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from desktop import posts
from desktop.practice import people, public
from desktop.practice.opening import can_rewind
from desktop.practice.public import Public
from desktop.practice.seed import world_of
from desktop.shop import Shop


@dataclass(frozen=True, slots=True)
class Day:
    """`closing` is the sentence at the end of the day; empty while the shop is open."""

    public: Public
    closing: str


@dataclass(frozen=True, slots=True)
class Happened:
    """What a poor answer did. `post` is the answer on its page; `key` rewinds to before it, empty when it can't."""

    text: str
    post: str
    key: str


def today(shop: Shop) -> Day:
    """The public of a practice shop as it stands now."""
    world = world_of(shop)
    turns, told = world.turns(), world.scenario
    names = {story.id: story.who for story in told.stories}
    found = public.read(turns, names, told.seed, told.zone)
    if not _is_over(shop):
        return Day(found, "")
    answered = len({turn.story for turn in turns if turn.post})
    endings = len({turn.story for turn in turns if "shown" in turn.causes})
    return Day(found, public.evening(answered, endings, found, names))


def _is_over(shop: Shop) -> bool:
    """The shop has shut on its Saturday."""
    told = world_of(shop).scenario
    begin, now = told.now_at.astimezone(told.zone), shop.clock.now().astimezone(told.zone)
    shuts = time.fromisoformat(told.hours[begin.weekday()][1])
    return now.replace(tzinfo=None) >= begin.replace(hour=shuts.hour, minute=shuts.minute, tzinfo=None)


def what_happened(shop: Shop, conversation: str) -> Happened | None:
    """What our newest answer in a conversation did, once they have said what they think of it; None if no harm."""
    world = world_of(shop)
    thread = posts.thread(shop.store, conversation)
    story_id = world.story_of(thread[0].remote_id) if thread else ""
    turn = public.newest_poor(world.turns(), story_id) if story_id else None
    if turn is None or not world.was_taken(turn):
        return None
    story, key = world.scenario.story(story_id), world.key_of(turn.post)
    said = public.what_happened(turn, story.who, people.detail_in(story.text, story.takes))
    return Happened(said, turn.post, key if can_rewind(shop.folder, key) else "")


def carry_on(shop: Shop, post: str) -> None:
    """Goes on from here: nothing more is said of what that answer did."""
    world_of(shop).carry_on(post)
