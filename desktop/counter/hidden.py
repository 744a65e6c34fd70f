"""Hiding abuse under our own posts, and asking the owner to be let. Never a complaint."""

from __future__ import annotations

from desktop import asks, hiding, history, people
from desktop.asks import Ask, AskState
from desktop.counter.acts import Undo
from desktop.counter.asking import MOST_QUESTION, limits_here, who_decides
from desktop.errors import Misuse
from desktop.records import Channel, Purpose
from desktop.settling import settle
from desktop.shop import Shop
from desktop.writing import Writing


def hide(shop: Shop, conversation: str) -> Undo:
    """Hides an abusive comment under our own post from everybody else. Asks the place: raises as `hiding.hide`, and
    Misuse for who has to ask first."""
    _check_may_hide(shop, conversation)
    hiding.hide(shop, conversation, hidden=True)
    used = [one for one in _mine(shop, conversation) if one.state is AskState.YES]
    with shop.store.writing():
        for one in used:
            asks.close(shop.store, one.id, AskState.USED)
        settle(shop.store, [conversation], shop.clock)

    def back(here: Shop) -> None:
        hiding.hide(here, conversation, hidden=False)
        with here.store.writing():
            for one in used:
                asks.reopen(here.store, one.id, AskState.YES)
            settle(here.store, [conversation], here.clock)

    return Undo("Hidden", back, "outbox")


def show_again(shop: Shop, conversation: str) -> None:
    """Raises as `hide`."""
    _check_may_hide(shop, conversation)
    hiding.hide(shop, conversation, hidden=False)


def ask_to_hide(shop: Shop, conversation: str, question: str = "") -> Ask:
    """The post waits for the owner to say that it may be hidden. Raises Misuse."""
    owner, root = people.owner(shop.store), hiding.to_hide(shop, conversation)
    if owner is None or limits_here(shop, conversation).may_hide:
        raise Misuse("You decide this yourself.")
    if _mine(shop, conversation):
        raise Misuse(f"{owner.name} has your question already.")
    now, question = shop.clock.now(), question.strip()[:MOST_QUESTION]
    with shop.store.writing():
        made = asks.put(
            shop.store,
            conversation=conversation,
            person=shop.me.id,
            channel=Channel.NOTE,
            purpose=Purpose.ANSWER,
            writing=Writing.typed(root.text),
            promise_at=None,
            question=question,
            things={asks.HIDING: True},
            at=now,
        )
        body = {"ask": made, "question": question, "things": {asks.HIDING: True}}
        history.tell(shop.store, shop.by(now), conversation, "asked_owner", body)
        settle(shop.store, [conversation], shop.clock)
    found = asks.by_id(shop.store, made)
    if found is None:
        raise KeyError(made)
    return found


def check_may_report(shop: Shop, conversation: str) -> None:
    """Raises Misuse for who has to ask before a post is reported to its place."""
    if not limits_here(shop, conversation).may_hide:
        raise Misuse(f"Reporting a post is for {who_decides(shop)} to decide. Give it to them, with a note.")


def _check_may_hide(shop: Shop, conversation: str) -> None:
    if not limits_here(shop, conversation).may_hide:
        raise Misuse(f"Ask {who_decides(shop)} before you hide this, or show it again.")


def _mine(shop: Shop, conversation: str) -> list[Ask]:
    """What whoever is here has asked about hiding this, and nobody has acted on yet."""
    return [one for one in asks.open_in(shop.store, conversation) if one.person == shop.me.id and one.is_to_hide]
