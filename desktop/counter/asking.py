"""Asking the owner before something is promised, and the owner's word on it. Design 4.5, 10.

Limits are about what is promised, never about how it is said: a yes lifts the limit, and the words stay free.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop import asks, coach, drafts, history, people, posts, settings
from desktop.asks import Ask, AskState, Nudge, Things
from desktop.counter.acts import Undo, get
from desktop.errors import Misuse
from desktop.records import BOUNDS, Channel, Event, Limit, Limits, Person, Purpose, Reply
from desktop.settling import settle
from desktop.shop import Shop
from desktop.writing import Writing

MOST_QUESTION = 1000  # characters


def limits_here(shop: Shop, conversation: str) -> Limits:
    """What whoever is here may promise in this conversation without asking (again)."""
    return asks.lifted(shop.store, conversation, shop.me.id, people.limits(shop.store, shop.me.id))


def past_limits(
    shop: Shop, conversation: str, writing: Writing, channel: Channel, purpose: Purpose = Purpose.ANSWER
) -> Things:
    """What a text promises beyond the limits here: a limit -> how far. Empty when it may go.

    A yes to money without a figure is none to any figure.
    """
    if shop.me.is_owner or channel is Channel.NOTE:
        return {}
    own = people.limits(shop.store, shop.me.id)
    figures = asks.lifted(shop.store, conversation, shop.me.id, own, open_money=False)
    found = _beyond(figures, shop, conversation, writing, channel, purpose)
    is_open = limits_here(shop, conversation).money_up_to is None
    return {thing: far for thing, far in found.items() if not (is_open and thing == asks.MONEY_OPEN)}


def _beyond(
    limits: Limits, shop: Shop, conversation: str, writing: Writing, channel: Channel, purpose: Purpose
) -> Things:
    one = get(shop, conversation)
    theirs = [p.text for p in posts.thread(shop.store, conversation) if p.author == one.author]
    scene = coach.Scene(
        writing=writing,
        channel=channel,
        kind=one.kind,
        their_name=one.author_name,
        their_text="\n\n".join(theirs),
        place=shop.place(one.platform),
        limit=Limit(0),
        count=lambda _: 0,
        now=shop.clock.local(shop.clock.now()),
        limits=limits,
        currency=settings.get(shop.store, settings.CURRENCY),
        is_serious=one.is_serious,
        purpose=purpose,
    )
    return coach.past_limits(scene)


def ask(
    shop: Shop,
    conversation: str,
    writing: Writing,
    question: str = "",
    *,
    channel: Channel = Channel.PUBLIC,
    purpose: Purpose = Purpose.ANSWER,
    promise_at: datetime | None = None,
) -> Ask:
    """The draft waits for the owner, its words as they stand, with the helper's question. Raises Misuse."""
    may_ask(shop, conversation, writing)
    things, now = past_limits(shop, conversation, writing, channel, purpose), shop.clock.now()
    with shop.store.writing():
        made = asks.put(
            shop.store,
            conversation=conversation,
            person=shop.me.id,
            channel=channel,
            purpose=purpose,
            writing=writing,
            promise_at=promise_at,
            question=question.strip()[:MOST_QUESTION],
            things=things,
            at=now,
        )
        drafts.drop(shop.store, conversation, shop.me.id, channel)
        body = {"ask": made, "question": question.strip()[:MOST_QUESTION], "things": dict(things)}
        history.tell(shop.store, shop.by(now), conversation, "asked_owner", body)
        settle(shop.store, [conversation], shop.clock)
    return known_ask(shop, made)


def may_ask(shop: Shop, conversation: str, writing: Writing) -> None:
    """Raises Misuse where there is nothing to ask, or nobody to be asked by whoever is here."""
    owner = people.owner(shop.store)
    if owner is None or shop.me.is_owner:
        raise Misuse("You decide this yourself.")
    if writing.is_empty:
        raise Misuse("There is nothing to ask about yet.")
    mine = [one for one in asks.open_in(shop.store, conversation) if one.person == shop.me.id]
    if any(not one.is_to_hide for one in mine):
        raise Misuse(f"{owner.name} has your question already.")


def take_ask_back(shop: Shop, ask_id: str) -> Undo:
    """It is a draft again, of whoever asked."""
    one = known_ask(shop, ask_id)
    if one.person != shop.me.id:
        raise Misuse(f"Only {one.person_name} can take this back.")
    now, state = shop.clock.now(), one.state
    with shop.store.writing():
        if not give_up_ask(shop, one, now):
            raise Misuse("This has gone already.")
        history.tell(shop.store, shop.by(now), one.conversation, "ask_taken_back", {"ask": ask_id})
        settle(shop.store, [one.conversation], shop.clock)

    def put_back(here: Shop) -> None:
        with here.store.writing():
            asks.reopen(here.store, ask_id, state)
            if not one.is_to_hide:
                drafts.drop(here.store, one.conversation, one.person, one.channel)
            history.tell(
                here.store, here.by(), one.conversation, "undone", {"ask": ask_id, "kind": "ask_taken_back"}
            )
            settle(here.store, [one.conversation], here.clock)

    return Undo("Taken back", put_back)


def give_up_ask(shop: Shop, one: Ask, now: datetime) -> bool:
    """It is a draft again; what was begun there since follows under it. False when it was closed already."""
    if not asks.close(shop.store, one.id, AskState.TAKEN_BACK):
        return False
    if one.is_to_hide:
        return True
    later = drafts.load(shop.store, one.conversation, one.person, one.channel)
    writing = one.writing
    if later is not None:
        writing = writing.with_parts((*writing.paragraphs, *later[0].paragraphs))
    drafts.save(shop.store, one.conversation, one.person, one.channel, writing, now)
    return True


# ---- the owner ---------------------------------------------------------------------------------------------


def say_yes(shop: Shop, ask_id: str, writing: Writing | None = None) -> Undo:
    """`Yes, say it`, or with other words. Nothing goes by itself: whoever asked posts it. Raises Misuse."""
    one = known_ask(shop, ask_id)
    if writing is not None and writing.is_empty:
        raise Misuse("There are no words left to say.")
    if writing is not None and one.is_to_hide:
        raise Misuse("These are their words: there is nothing to change.")
    is_other = writing is not None and writing.plain() != one.writing.plain()
    with shop.store.writing():
        undo = _answer(shop, one, AskState.YES, "")
        if is_other and writing is not None:
            asks.reword(shop.store, ask_id, writing, _said_yes_to(shop, one, writing), is_reworded=True)

    def back(here: Shop) -> None:
        with here.store.writing():
            undo.take_back(here)
            asks.reword(here.store, ask_id, one.writing, one.things, is_reworded=one.is_reworded)

    return Undo(undo.text, back)


def _said_yes_to(shop: Shop, one: Ask, writing: Writing) -> Things:
    """The owner's own words are what the yes is to: it goes as far as they do. What was asked for and isn't in them
    any more stays in the list, with nothing said yes to."""
    own = people.limits(shop.store, one.person)
    beyond = _beyond(own, shop, one.conversation, writing, one.channel, one.purpose)
    return {**dict.fromkeys(one.things, False), **beyond}


def not_this_time(shop: Shop, ask_id: str, why: str) -> Undo:
    """`Not this time, and why…`: it goes back with the owner's reason, which is needed. Raises Misuse."""
    if not why.strip():
        raise Misuse("Say why in a few words. It helps more than the no.")
    return _answer(shop, known_ask(shop, ask_id), AskState.RETURNED, why.strip()[:MOST_QUESTION])


def _answer(shop: Shop, one: Ask, state: AskState, why: str) -> Undo:
    if not shop.me.is_owner:
        raise Misuse(f"Only {who_decides(shop)} can decide this.")
    kind = "said_yes" if state is AskState.YES else "said_not_now"
    event = _decide(shop, shop.me, one, state, {"why": why})

    def take_back(here: Shop) -> None:
        with here.store.writing():
            if not asks.waits_again(here.store, one.id):
                raise Misuse(f"{one.person_name} has acted on it already.")
            history.tell(here.store, here.by(), one.conversation, "undone", {"event": event, "kind": kind})
            settle(here.store, [one.conversation], here.clock)

    said = f"Said yes to {one.person_name}" if state is AskState.YES else f"Gave it back to {one.person_name}"
    return Undo(said, take_back)


def say_yes_as(shop: Shop, owner: Person, ask_id: str) -> None:
    """The owner's yes while the helper stays at the counter. Whoever calls this has seen the owner's PIN."""
    one = known_ask(shop, ask_id)
    _decide(shop, owner, one, AskState.YES, {"why": "", "on_the_spot": True})


def _decide(shop: Shop, owner: Person, one: Ask, state: AskState, body: Mapping[str, object]) -> str:
    """Writes the owner's word down; returns its event."""
    now = shop.clock.now()
    by = shop.by(now)._replace(person=owner.id)
    kind = "said_yes" if state is AskState.YES else "said_not_now"
    with shop.store.writing():
        if not asks.answered(shop.store, one.id, state, owner.id, now, str(body["why"])):
            raise Misuse("This has been answered already.")
        whole = {"ask": one.id, "things": dict(one.things), **body}
        event = history.tell(shop.store, by, one.conversation, kind, whole)
        settle(shop.store, [one.conversation], shop.clock)
    return event


# ---- after the answer --------------------------------------------------------------------------------------


def post_asked(shop: Shop, ask_id: str) -> Reply:
    """Posts what the owner said yes to, as the words stand now; where the place can't be posted to from here, it is
    copied out. Raises Misuse, and what `post` raises."""
    from desktop.counter.answering import parent_of, post, route_of
    from desktop.counter.copying import copy_out

    one = known_ask(shop, ask_id)
    if one.person != shop.me.id:
        raise Misuse(f"{one.person_name} wrote this, so {one.person_name} posts it.")
    if one.state is not AskState.YES or one.is_to_hide:
        raise Misuse("There is no yes to this yet.")
    parent = parent_of(shop, one.conversation, one.channel)
    is_from_here = route_of(shop, get(shop, one.conversation), parent).from_here
    return (post if is_from_here else copy_out)(
        shop,
        one.conversation,
        one.writing,
        channel=one.channel,
        purpose=one.purpose,
        promise_at=one.promise_at if one.promise_at and one.promise_at > shop.clock.now() else None,
    )


def use_up(shop: Shop, conversation: str) -> None:
    """A reply of whoever is here goes: a yes was for one reply. Inside the transaction that puts it in the outbox."""
    for one in asks.open_in(shop.store, conversation):
        if one.person == shop.me.id and one.state is AskState.YES and not one.is_to_hide:
            asks.close(shop.store, one.id, AskState.USED)


def nudges(shop: Shop) -> tuple[Nudge, ...]:
    """What the owner could leave to somebody, judging by the yeses: not yet theirs, and not declined since."""
    declined = {(event.body.get("person"), event.body.get("thing")) for event in _declined(shop)}
    found = []
    for one in asks.nudges(shop.store):
        own = people.limits(shop.store, one.person)
        value = getattr(own, one.thing, True)
        is_theirs = value is None or (value >= one.most if one.thing == "money_up_to" else bool(value))
        if not is_theirs and (one.person, one.thing) not in declined:
            found.append(one)
    return tuple(found)


def _declined(shop: Shop) -> list[Event]:
    return [event for event in history.of(shop.store, "nudges") if event.kind == "not_theirs"]


def about(thing: str) -> str:
    """ "naming a cause": what a limit is about, in the middle of a sentence."""
    thing = "money_up_to" if thing == asks.MONEY_OPEN else thing
    return BOUNDS[thing].about if thing in BOUNDS else thing


def let_decide(shop: Shop, nudge: Nudge) -> None:
    """`Let Tom decide`: the limit becomes theirs."""
    from desktop.counter.team import set_limits

    own = people.limits(shop.store, nudge.person)
    if nudge.thing == "money_up_to":
        set_limits(shop, nudge.person, own._replace(money_up_to=nudge.most))
    else:
        set_limits(shop, nudge.person, Limits(**{**own._asdict(), nudge.thing: True}))


def keep_asking(shop: Shop, nudge: Nudge) -> None:
    """The owner wants to be asked on: not proposed again."""
    with shop.store.writing():
        history.tell(
            shop.store, shop.by(), "nudges", "not_theirs", {"person": nudge.person, "thing": nudge.thing}
        )


def known_ask(shop: Shop, ask_id: str) -> Ask:
    one = asks.by_id(shop.store, ask_id)
    if one is None:
        raise KeyError(ask_id)
    return one


def check_limits(
    shop: Shop, conversation: str, writing: Writing, channel: Channel, purpose: Purpose
) -> None:
    """Raises Misuse for what whoever is here may not promise alone."""
    if past_limits(shop, conversation, writing, channel, purpose):
        raise Misuse(f"Ask {who_decides(shop)} before you promise that. Your words are kept.")


def who_decides(shop: Shop) -> str:
    """The owner's name, in a sentence."""
    owner = people.owner(shop.store)
    return owner.name if owner else "the owner"
