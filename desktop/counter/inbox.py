"""Sorting the inbox: what it is, who has it, notes, reminders, done."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from desktop import (
    claims,
    complaints,
    conversations,
    corrections,
    drafts,
    history,
    looks,
    notes,
    people,
    reading,
)
from desktop.counter.acts import Undo, act_on, get, our_answer_shows
from desktop.errors import Misuse
from desktop.records import Channel, Correction, Kind, Stage
from desktop.shop import Shop
from desktop.triage import Topic, same_words


def set_kind(shop: Shop, conversation: str, kind: Kind) -> Undo:
    """A person says what it is: a guess becomes sure, the board follows, and the next guess learns from it.

    The pretend shop learns nothing: its days are the same for everybody.
    """
    one = get(shop, conversation)
    guessed = one.kind if one.kind_is_guess else corrections.guess_of(shop.store, conversation)
    teaches = guessed is not None and not shop.is_practice

    def act() -> None:
        conversations.set_kind(shop.store, conversation, kind)
        if kind is Kind.COMPLAINT and one.is_public:
            stage = Stage.ANSWERED if our_answer_shows(shop, conversation) else Stage.NO_ANSWER
            complaints.open(shop.store, conversation, one.first_at, stage, shop.clock.now())
            if one.kind is not Kind.COMPLAINT:  # it may be back on the board: an ending counts once it is seen again
                complaints.in_doubt(shop.store, conversation, shop.clock.now())
                looks.plan(shop.store, conversation, shop.clock.now())
        elif kind is not Kind.COMPLAINT:
            complaints.withdraw(shop.store, conversation, shop.clock.now())

    def told(event: str, at: datetime) -> None:
        if guessed is not None and teaches:
            reading.will_learn(shop)
            corrections.add(shop.store, event, conversation, guessed, kind, shop.me.id, at)

    def untold(event: str, at: datetime) -> None:
        reading.will_learn(shop)
        corrections.take_back(shop.store, event, at)
        if teaches:  # the guess that is back may be one that was learned meanwhile
            conversations.read_anew(shop.store, [conversation], "")

    body = {"from": one.kind, "to": kind, "guessed": guessed if teaches else ""}
    return act_on(shop, conversation, "kind", body, "Kind", act, told, untold)


def set_topics(shop: Shop, conversation: str, topics: Iterable[str]) -> Undo:
    """A person says what it is about: values of `triage.Topic`. Raises Misuse."""
    known = [topic.value for topic in Topic]
    chosen = [topic for topic in known if topic in set(topics)]
    if set(topics) - set(known):
        raise Misuse("There is no such topic.")
    before = get(shop, conversation).topics
    return act_on(
        shop,
        conversation,
        "topics",
        {"from": list(before), "to": chosen},
        "Topics",
        lambda: conversations.set_topics(shop.store, conversation, chosen),
    )


def what_was_learned(shop: Shop) -> tuple[Correction, ...]:
    """What people said of guesses, and what the next ones learn from: the oldest first."""
    return corrections.newest(shop.store)


def what_it_teaches(shop: Shop, conversation: str) -> str:
    """What the words of a guess that was wrong are to the next guesses: "known" (always guessed as they were sorted),
    "once" (when they are sorted so once more), "other" (when somebody else sorts them so), or "" for no more than a
    lean."""
    kept = corrections.newest(shop.store)
    one = next((each for each in kept if each.conversation == conversation), None)
    if one is None or one.said is one.guessed or not same_words(one.text):
        return ""
    known = reading.learned(shop).known(one.text, one.stars)
    if known is not None:
        return "known" if known is one.said else ""
    whole = (same_words(one.text), one.stars)
    if any(each.said is not one.said for each in kept if (same_words(each.text), each.stars) == whole):
        return ""
    return "once" if one.is_owner else "other"


class Remembered(NamedTuple):
    """A text whose very words (with these stars) are always guessed as they were sorted, and what said so."""

    text: str
    stars: int | None
    kind: Kind
    corrections: tuple[str, ...]


def remembered(shop: Shop) -> tuple[Remembered, ...]:
    """The texts that are remembered word for word, those that were sorted last first."""
    learned, found = reading.learned(shop), dict[tuple[str, int | None], Remembered]()
    for one in reversed(corrections.newest(shop.store)):
        if (kind := learned.known(one.text, one.stars)) is not None:
            whole = (same_words(one.text), one.stars)
            before = found.get(whole) or Remembered(one.text, one.stars, kind, ())
            found[whole] = before._replace(corrections=(*before.corrections, one.id))
    return tuple(found.values())


def forget_learned(shop: Shop, chosen: Collection[str] | None = None) -> Undo:
    """Nothing that people said of guesses (or none of these corrections) counts for the next ones any more. What they
    said stays."""
    now = shop.clock.now()
    with shop.store.writing():
        reading.will_learn(shop)
        kept = corrections.forget(shop.store, now, chosen)
        body = {"n": len(kept)} | ({} if chosen is None else {"which": kept})
        event = history.tell(shop.store, shop.by(now), corrections.SUBJECT, corrections.FORGOT, body)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            reading.will_learn(here)
            corrections.remember(here.store, kept)
            undone = {"event": event, "kind": corrections.FORGOT}
            history.tell(here.store, here.by(), corrections.SUBJECT, "undone", undone)

    return Undo("Forgot what was learned" if chosen is None else "Forgot these words", take_back)


def add_note(shop: Shop, conversation: str, text: str) -> Undo:
    """A note only the team sees. It changes nothing in public and no stage."""
    if not text.strip():
        raise Misuse("An empty note can't be saved.")
    now = shop.clock.now()
    with shop.store.writing():
        note = notes.add(shop.store, conversation, shop.me.id, text.strip(), now)
        drafts.drop(shop.store, conversation, shop.me.id, Channel.NOTE)
        history.tell(shop.store, shop.by(now), conversation, "note", {"note": note})

    def take_back(here: Shop) -> None:
        with here.store.writing():
            notes.remove(here.store, note)
            history.tell(here.store, here.by(), conversation, "undone", {"kind": "note", "note": note})

    return Undo("Note", take_back)


def give_to(shop: Shop, conversation: str, person: str) -> Undo:
    """Gives a conversation to somebody ("" to nobody)."""
    found = people.by_id(shop.store, person) if person else None
    text = f"Given to {found.name}" if found else "Given to nobody"

    def act() -> None:
        conversations.give_to(shop.store, conversation, person)
        if person != shop.me.id:
            claims.give_up(shop.store, conversation, shop.me.id)

    return act_on(
        shop,
        conversation,
        "given",
        {"to": person},
        text,
        act,
    )


def done(shop: Shop, conversation: str) -> Undo:
    """Done here. A public complaint stays on Complaints until its ending shows."""
    now = shop.clock.now()

    def act() -> None:
        conversations.done(shop.store, conversation, now)
        claims.give_up(shop.store, conversation, shop.me.id)

    return act_on(shop, conversation, "done", {}, "Done here", act)


def bring_back(shop: Shop, conversation: str) -> Undo:
    now = shop.clock.now()
    return act_on(
        shop,
        conversation,
        "brought_back",
        {},
        "Brought back",
        lambda: conversations.wait_again(shop.store, conversation, now),
    )


def remind(shop: Shop, conversation: str, at: datetime) -> Undo:
    """Out of the way until `at`; a new word of theirs brings it back at once."""

    def act() -> None:
        conversations.remind(shop.store, conversation, at)
        conversations.nothing_waits(shop.store, conversation)

    return act_on(shop, conversation, "reminder", {"at": at.isoformat()}, "Reminder", act)


def mark_read(shop: Shop, conversation: str) -> None:
    with shop.store.writing():
        conversations.mark_read(shop.store, conversation, shop.me.id, shop.clock.now())


def mark_unread(shop: Shop, conversation: str) -> None:
    with shop.store.writing():
        conversations.mark_unread(shop.store, conversation, shop.me.id)
