"""The Shop book: facts, how we sound and what we stand for, each change with an event and an undo.

Everybody may say that a fact is still right, and suggest other words; the owner puts them in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from desktop import history, ids, people, settings, shopbook
from desktop.coach import Book
from desktop.counter.acts import Undo
from desktop.counter.resting import resting_phrases
from desktop.errors import Misuse
from desktop.records import Fact, Value, Voice
from desktop.shop import Shop
from desktop.shopbook import Suggestion


def in_book(
    shop: Shop, subject: str, kind: str, body: Mapping[str, object], text: str, act: Callable[[], object],
    back: Callable[[Shop], object],
) -> Undo:  # fmt: skip
    """Does `act` and its event in one transaction; its Undo does `back` and says so."""
    with shop.store.writing():
        act()
        event = history.tell(shop.store, shop.by(), subject, kind, body)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            back(here)
            history.tell(here.store, here.by(), subject, "undone", {"event": event, "kind": kind})

    return Undo(text, take_back)


def _fact_as_was(shop: Shop, fact: str) -> Fact | None:
    return next((one for one in shopbook.facts(shop.store) if one.id == fact), None)


def _told(fact: Fact) -> dict[str, object]:
    return {"title": fact.title, "text": fact.text, "topics": list(fact.topics)}


def put_fact(shop: Shop, fact: Fact) -> Undo:
    """Adds a fact (empty id) or changes one; either way who is here has checked it now.

    From a helper, other words are a suggestion for the owner. Raises Misuse without a title or a text.
    """
    title, text = " ".join(fact.title.split()), fact.text.strip()
    if not title:
        raise Misuse("A fact needs a title.")
    if not text:
        raise Misuse("A fact needs a sentence or two.")
    old = _fact_as_was(shop, fact.id) if fact.id else None
    kept = fact._replace(
        id=fact.id or ids.new_id(),
        title=title,
        text=text,
        topics=tuple(dict.fromkeys(topic.strip() for topic in fact.topics if topic.strip())),
        checked_by=shop.me.name,
        checked_at=shop.clock.now(),
    )
    is_same = old is not None and _told(old) == _told(kept)
    if not is_same and not shop.me.is_owner:
        return _suggest(shop, kept._replace(id=old.id if old else ""))
    did = f"Checked {title}" if is_same else f"Changed {title}" if old else f"Added {title}"
    kind = "fact_checked" if is_same else "fact_put"
    return in_book(
        shop,
        kept.id,
        kind,
        _told(kept),
        did,
        lambda: shopbook.put_fact(shop.store, kept),
        lambda here: _as_before(here, kept, old),
    )


def _as_before(here: Shop, kept: Fact, old: Fact | None) -> None:
    if old:
        shopbook.put_fact(here.store, old)
    else:
        shopbook.remove_fact(here.store, kept.id, here.clock.now())


def check_owner(shop: Shop) -> None:
    owner = people.owner(shop.store)
    if owner is not None and not shop.me.is_owner:
        raise Misuse(f"Only {owner.name} can do that. You can suggest a change.")


def _suggest(shop: Shop, fact: Fact) -> Undo:
    """Other words wait for the owner; they take the place of what the same person suggested for this fact."""
    now, me = shop.clock.now(), shop.me.id
    earlier = [
        one.id
        for one in shopbook.suggestions(shop.store)
        if fact.id and one.person == me and one.fact.id == fact.id
    ]
    made: list[str] = []

    def act() -> None:
        for one in earlier:
            shopbook.settle_suggestion(shop.store, one, now)
        made.append(shopbook.suggest(shop.store, fact, me, now))

    def back(here: Shop) -> None:
        shopbook.settle_suggestion(here.store, made[0], here.clock.now())
        for one in earlier:
            shopbook.settle_suggestion(here.store, one, None)

    text = f"Suggested a change to {fact.title}" if fact.id else f"Suggested {fact.title}"
    return in_book(shop, fact.id or "shop", "fact_suggested", _told(fact), text, act, back)


def _suggestion(shop: Shop, suggestion: str) -> Suggestion:
    found = next((one for one in shopbook.suggestions(shop.store) if one.id == suggestion), None)
    if found is None:
        raise Misuse("That suggestion doesn't wait any more.")
    return found


def use_suggestion(shop: Shop, suggestion: str) -> Undo:
    """The owner puts a helper's words in the book. Raises Misuse for helpers."""
    check_owner(shop)
    one, now = _suggestion(shop, suggestion), shop.clock.now()
    old = _fact_as_was(shop, one.fact.id) if one.fact.id else None
    kept = one.fact._replace(id=one.fact.id or ids.new_id(), checked_by=shop.me.name, checked_at=now)

    def act() -> None:
        shopbook.put_fact(shop.store, kept)
        shopbook.settle_suggestion(shop.store, suggestion, now)

    def back(here: Shop) -> None:
        _as_before(here, kept, old)
        shopbook.settle_suggestion(here.store, suggestion, None)

    body = {**_told(kept), "suggested_by": one.person}
    return in_book(shop, kept.id, "fact_put", body, f"Used what {one.person_name} suggested", act, back)


def decline_suggestion(shop: Shop, suggestion: str) -> Undo:
    """Not now; its writer may take it back too. Raises Misuse for anybody else."""
    one, now = _suggestion(shop, suggestion), shop.clock.now()
    is_mine = one.person == shop.me.id
    if not is_mine:
        check_owner(shop)
    return in_book(
        shop,
        one.fact.id or "shop",
        "suggestion_taken_back" if is_mine else "suggestion_declined",
        _told(one.fact),
        "Took your suggestion back" if is_mine else f"Not now: {one.fact.title}",
        lambda: shopbook.settle_suggestion(shop.store, suggestion, now),
        lambda here: shopbook.settle_suggestion(here.store, suggestion, None),
    )


def remove_fact(shop: Shop, fact: str) -> Undo:
    """Raises Misuse for helpers."""
    check_owner(shop)
    old = _fact_as_was(shop, fact)
    if old is None:
        raise Misuse("That fact isn't in the Shop book any more.")
    now = shop.clock.now()
    return in_book(
        shop,
        fact,
        "fact_removed",
        _told(old),
        f"Removed {old.title}",
        lambda: shopbook.remove_fact(shop.store, fact, now),
        lambda here: shopbook.put_fact(here.store, old),
    )


# --- how we sound, what we stand for -------------------------------------------------------------------

MOST_VALUES = 5


def voice(shop: Shop) -> Voice:
    """How the shop sounds; empty until somebody writes it."""
    kept = settings.get(shop.store, settings.HOW_WE_SOUND)
    if len(kept) != 3:
        return Voice()
    return Voice(" ".join(kept[0]), tuple(kept[1]), tuple(kept[2]))


def values(shop: Shop) -> tuple[Value, ...]:
    """What the shop stands for."""
    kept = settings.get(shop.store, settings.WHAT_WE_STAND_FOR)
    return tuple(Value(str(text), bool(is_spoken)) for text, is_spoken in kept)


def for_coach(shop: Shop) -> Book:
    """The Shop book as the coach goes by it."""
    opening, said = shopbook.opening(shop.store), voice(shop)
    return Book(
        shopbook.facts(shop.store),
        opening.spans,
        opening.closures,
        said.dont_say,
        tuple(value.text for value in values(shop) if not value.is_spoken),
        said.say,
        tuple(resting_phrases(shop)),
    )


def put_voice(shop: Shop, given: Voice) -> Undo:
    """Other words for how we sound. Raises Misuse for helpers."""
    check_owner(shop)
    old, new = voice(shop), Voice(" ".join(given.sentence.split()), _each(given.say), _each(given.dont_say))

    def keep(here: Shop, one: Voice) -> None:
        settings.put(here.store, settings.HOW_WE_SOUND, [[one.sentence], list(one.say), list(one.dont_say)])

    return in_book(
        shop,
        "shop",
        "voice",
        new._asdict(),
        "How we sound",
        lambda: keep(shop, new),
        lambda here: keep(here, old),
    )


def put_values(shop: Shop, given: Iterable[Value]) -> Undo:
    """What the shop stands for, five at most. Raises Misuse for more, and for helpers."""
    check_owner(shop)
    tidied = (Value(" ".join(one.text.split()), one.is_spoken) for one in given)
    old, new = values(shop), tuple(one for one in tidied if one.text)
    if len(new) > MOST_VALUES:
        raise Misuse(f"{MOST_VALUES} at most: nobody keeps more in mind.")

    def keep(here: Shop, them: tuple[Value, ...]) -> None:
        settings.put(here.store, settings.WHAT_WE_STAND_FOR, [[one.text, one.is_spoken] for one in them])

    return in_book(
        shop,
        "shop",
        "values",
        {"values": [list(one) for one in new]},
        "What we stand for",
        lambda: keep(shop, new),
        lambda here: keep(here, old),
    )


def _each(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without white space around them, each once, empty ones left out."""
    return tuple(dict.fromkeys(found for line in lines if (found := " ".join(line.split()))))
