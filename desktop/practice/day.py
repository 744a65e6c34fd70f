"""How the pretend day stands: the public and what moved it, what a poor answer did, the sentence at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from itertools import pairwise

from desktop import asks, complaints, happenings, history, outbox, posts
from desktop import people as team
from desktop.asks import Ask, AskState
from desktop.clock import to_text
from desktop.practice import lessons, people, public
from desktop.practice.lessons import Place, Standing
from desktop.practice.opening import can_rewind
from desktop.practice.public import Public, Turn
from desktop.practice.seed import world_of
from desktop.records import Purpose, Stage
from desktop.settling import settle
from desktop.shop import Shop

_MANY = 3  # conversations that make one event
_THINKS_FOR = timedelta(seconds=60)  # the owner, who isn't at the counter, over a helper's question


@dataclass(frozen=True, slots=True)
class Day:
    """`closing` is the sentence at the end of the day; empty while the shop is open. `lesson`: the one that is open."""

    public: Public
    closing: str
    lesson: Standing | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """What a poor answer did. `post` is the answer on its page; `key` rewinds to before it, empty when it can't."""

    text: str
    post: str
    key: str


def today(shop: Shop, conversation: str = "") -> Day:
    """The public of a practice shop as it stands now, and the lesson, while somebody has this conversation open."""
    the_owner_answers(shop)
    world = world_of(shop)
    told, everybody = world.scenario, _told_everybody(shop)
    turns = sorted((*world.turns(), *everybody), key=lambda turn: turn.at)
    names = {story.id: story.who for story in told.stories} | {turn.story: "everybody" for turn in everybody}
    found = public.read(turns, names, told.seed, told.zone, told.now_at)
    lesson = learn(shop, conversation)
    if not _is_over(shop):
        return Day(found, "", lesson)
    answered = len({turn.story for turn in turns if turn.post})
    endings = len({turn.story for turn in turns if "shown" in turn.causes})
    return Day(found, public.evening(answered, endings, found, names), lesson)


def _told_everybody(shop: Shop) -> list[Turn]:
    """What was said to everybody about an event, as passers-by read it, and the times that were not kept."""
    found, now = [], shop.clock.now()
    for one in (*happenings.open_ones(shop.store), *happenings.closed_ones(shop.store)):
        said = sorted(happenings.told(shop.store, one.id), key=lambda words: words.at)
        for words, after in zip(said, (*said[1:], None), strict=False):  # nothing said: nobody read anything
            found.append(Turn(to_text(words.at), one.id, ("told",)))
            until = after.at if after else one.closed_at or now
            if words.next_at and words.next_at < until:
                at = to_text(words.next_at)
                found.append(Turn(at, one.id, ("missed",), by=at))
    return found


def waits_to_begin(shop: Shop) -> bool:
    """The pretend day is new, and its clock stands."""
    clock = shop.clock
    return getattr(clock, "is_paused", False) and clock.now() <= world_of(shop).scenario.now_at


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


# ---- the owner, while a helper practises ------------------------------------------------------------------


def the_owner_answers(shop: Shop) -> None:
    """Whoever owns the pretend shop says yes to a helper's question after a minute, or why not."""
    owner, now = team.owner(shop.store), shop.clock.now()
    if owner is None or shop.me.is_owner or shop.read_only:
        return
    for ask in asks.waiting(shop.store):
        if now - ask.at >= _THINKS_FOR:
            _answer(shop, ask, owner.id)


def _answer(shop: Shop, ask: Ask, owner: str) -> None:
    why, now = _why_not(ask), shop.clock.now()
    state = AskState.RETURNED if why else AskState.YES
    with shop.store.writing():
        if asks.answered(shop.store, ask.id, state, owner, now, why):
            kind = "said_not_now" if why else "said_yes"
            body = {"ask": ask.id, "things": dict(ask.things), "why": why}
            history.tell(shop.store, history.By(owner, shop.device, now), ask.conversation, kind, body)
            settle(shop.store, [ask.conversation], shop.clock)


def _why_not(ask: Ask) -> str:
    """What keeps the owner from a yes: not what it costs, but words that would do harm."""
    faults = people.hear(ask.writing.plain(), {}).faults
    return f"It sounds {_SOUNDS[faults[0]]}. Say what they told us first, then the offer." if faults else ""


_SOUNDS = {
    "canned": "like a form",
    "defensive": "as if it were their fault",
    "selling": "like an advert",
    "passed_on": "as if they had to do our work",
}


# ---- lessons ---------------------------------------------------------------------------------------------------


def learn(shop: Shop, conversation: str = "") -> Standing | None:
    """How far somebody is in the lesson that is open; steps that have happened meanwhile are done from now on."""
    place = lessons.load(shop.folder)
    after = lessons.go_on(place, lambda mark: _has_happened(shop, mark, conversation))
    if after != place and not shop.read_only:
        lessons.keep(shop.folder, after)
    return lessons.standing(after, _after_poor(shop))


def looked_at(shop: Shop, mark: str) -> None:
    """Whoever practises looked at something: "page:complaints", "other" (somebody else in the inbox)."""
    _move(shop, lessons.see(lessons.load(shop.folder), mark))


def open_lesson(shop: Shop, key: str) -> None:
    """Begins a lesson, or none of them (""). What the story keeps for it comes about from now on."""
    _move(shop, lessons.open_lesson(lessons.load(shop.folder), key))
    lesson = lessons.lesson_of(key)
    if lesson and lesson.begins:
        world_of(shop).begin(lesson.begins)


def _move(shop: Shop, place: Place) -> None:
    if not shop.read_only:
        lessons.keep(shop.folder, place)


def _has_happened(shop: Shop, mark: str, conversation: str) -> bool:
    """Whether what a step asks for has been done."""
    what, _, story = mark.partition(":")
    if what == "clock":
        return not waits_to_begin(shop)
    if what in ("helper", "owner"):
        return shop.me.is_owner == (what == "owner")
    if what in ("event", "told", "told_again", "closed", "three"):
        return _of_everybody(shop, what)
    if what in ("answered", "heard", "detail", "kept", "again"):
        return _in_public(shop, what, story, conversation)
    return what in (*_FOR, *_ASKED, "shown") and _in_the_shop(
        shop, what, story
    )  # else it is only ever looked at


def _in_public(shop: Shop, what: str, story: str, conversation: str) -> bool:
    """What answers were to people: "heard" while their answer to ours is before somebody's eyes, "again" when a second
    answer came before the time that the first one gave."""
    world = world_of(shop)
    turns = [turn for turn in world.turns() if turn.story == story]
    ours = [turn for turn in turns if turn.post]
    if what == "answered":
        return bool(ours)
    if what == "heard":
        return bool(ours) and world.was_taken(ours[-1]) and conversation == _conversation_of(shop, story)
    if what == "again":
        return any(one.by and one.at < later.at <= one.by for one in ours for later in ours)
    return any(what in turn.causes and not turn.is_poor for turn in turns)


def _of_everybody(shop: Shop, what: str) -> bool:
    """What was done for all of those with one cause."""
    world = world_of(shop)
    if what == "three":
        turns = [turn for turn in world.turns() if world.scenario.story(turn.story).begins_with]
        return len({turn.story for turn in turns if "detail" in turn.causes and not turn.is_poor}) >= 3
    since = world.scenario.now_at
    ours = [*happenings.open_ones(shop.store), *happenings.closed_ones(shop.store)]
    events = [one for one in ours if one.made_at >= since and one.people >= _MANY]
    if what in ("event", "closed"):
        return any(what == "event" or not one.is_open for one in events)
    said = [sorted(happenings.told(shop.store, one.id), key=lambda words: words.at) for one in events]
    if what == "told":
        return any(said)
    pairs = [pair for words in said for pair in pairwise(words)]
    return any(first.next_at is not None and after.at <= first.next_at for first, after in pairs)


def _in_the_shop(shop: Shop, what: str, story: str) -> bool:
    """What was done with a conversation, as the rooms keep it."""
    one = _conversation_of(shop, story)
    if what == "shown":
        complaint = complaints.by_id(shop.store, one)
        return complaint is not None and complaint.stage is Stage.SHOWN
    if what in _FOR:
        sent = outbox.of_conversation(shop.store, one)
        return any(r.purpose in _FOR[what] and r.made_at >= world_of(shop).scenario.now_at for r in sent)
    asked = [ask for ask in asks.since(shop.store, world_of(shop).scenario.now_at) if ask.conversation == one]
    return any(ask.state in _ASKED.get(what, ()) for ask in asked)


_FOR = {"looking": (Purpose.LOOKING,), "ending": (Purpose.ASK, Purpose.ENDING)}
_ASKED = {
    "asked": (AskState.WAITING, AskState.YES, AskState.RETURNED, AskState.USED),
    "yes": (AskState.YES, AskState.USED),
    "used": (AskState.USED,),
}


def _conversation_of(shop: Shop, story: str) -> str:
    """ "" before anybody collected it, and where the story isn't told."""
    world = world_of(shop)
    if not any(each.id == story for each in world.scenario.stories):
        return ""
    place = f"practice.{world.scenario.story(story).place}"
    account = str(shop.store.value("select id from accounts where platform = ?", (place,)) or "")
    return posts.conversation_of(shop.store, account, world.root_of(story)) or ""


def _after_poor(shop: Shop) -> frozenset[str]:
    """Marks of the steps after which somebody may rather go back: "detail:dana" while a poor answer stands."""
    world = world_of(shop)
    poor = {turn.story: turn for turn in world.turns() if turn.post}
    return frozenset(
        f"detail:{story}"
        for story, turn in poor.items()
        if turn.is_poor and not turn.is_settled and can_rewind(shop.folder, world.key_of(turn.post))
    )
