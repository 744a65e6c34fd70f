"""What rests for everybody of the shop: wordings that were posted lately, and phrases that somebody lets rest."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import datetime

from desktop import history, settings, starters
from desktop.clock import from_wall
from desktop.counter.acts import Undo
from desktop.language.repeating import key_of
from desktop.language.said import many, said
from desktop.language.times import day_of
from desktop.shop import Shop
from desktop.starters import Resting


def resting(shop: Shop) -> Mapping[str, datetime]:
    """Wordings that rest, and until when."""
    return starters.rested(shop.store, shop.clock.now(), settings.get(shop.store, settings.REST_DAYS))


def resting_phrases(shop: Shop) -> tuple[Resting, ...]:
    """Phrases that rest, and until when on the shop's clocks."""
    return tuple(
        one._replace(until=shop.clock.local(one.until))
        for one in starters.resting_phrases(shop.store, shop.clock.now())
    )


def let_rest(shop: Shop, phrases: Sequence[str]) -> Undo:
    """Lets phrases rest for a month."""
    until = _in_a_month(shop)
    date = day_of(until)
    text = many("%n wording rests till {date}", "%n wordings rest till {date}", len(phrases), date=date)
    return _told(shop, "phrases_rest", text, phrases, [Resting(one, until) for one in phrases])


def rest_over(shop: Shop, phrase: str) -> Undo:
    """A phrase may be used again before its time is over."""
    return _told(shop, "rest_over", said("“{phrase}” may be used again", phrase=phrase), [phrase], [])


def _told(shop: Shop, kind: str, text: str, phrases: Sequence[str], wanted: Sequence[Resting]) -> Undo:
    meant, known = {key_of(one) for one in phrases}, starters.resting_phrases(shop.store, shop.clock.now())
    before = [one for one in known if key_of(one.phrase) in meant]

    def put(here: Shop, some: Sequence[Resting]) -> None:
        starters.end_rest(here.store, phrases)
        starters.let_rest(here.store, some, here.me.id, here.clock.now())

    with shop.store.writing():
        put(shop, wanted)
        event = history.tell(shop.store, shop.by(), "shop", kind, {"phrases": list(phrases)})

    def take_back(here: Shop) -> None:
        with here.store.writing():
            put(here, before)
            history.tell(here.store, here.by(), "shop", "undone", {"event": event, "kind": kind})

    return Undo(text, take_back)


def _in_a_month(shop: Shop) -> datetime:
    """This time of day on that day of the next month, or on its last one."""
    now = shop.clock.local(shop.clock.now()).replace(tzinfo=None)
    year, month = now.year + now.month // 12, now.month % 12 + 1
    day = min(now.day, monthrange(year, month)[1])
    return from_wall(shop.clock, now.replace(year=year, month=month, day=day))
