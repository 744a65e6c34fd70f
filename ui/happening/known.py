"""All that the page of an event shows, read in one go, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from desktop import accounts, coach, happenings, history, people, settings, shopbook, starters
from desktop.happenings import Happening, Member, Told, Voice
from desktop.language.times import TIME_BLANKS
from desktop.records import Channel, Kind, Person
from desktop.shop import Shop
from desktop.writing import Part
from ui import telling, words
from ui.composer import ComposerContext, StartChoice
from ui.moments import tr

_NOT_HERE = (Part.SHOW, Part.COMPANY)
_MOST_DECIDED = 20


@dataclass(frozen=True, slots=True)
class Known:
    """One event; `others` are the other open ones and the newest that are closed."""

    one: Happening
    members: tuple[Member, ...]
    too: tuple[Voice, ...]  # mention it, and are not in it
    told: tuple[Told, ...]  # the newest first
    others: tuple[Happening, ...]
    places: tuple[str, ...]
    me: Person
    owner: Person | None
    may_know_cause: bool
    now: datetime
    decided: tuple[tuple[str, datetime], ...] = ()  # who did what with it, the newest first
    context: ComposerContext = field(compare=False, default_factory=ComposerContext)

    @property
    def without_ending(self) -> tuple[Member, ...]:
        """Whose own trouble a passer-by still sees."""
        return tuple(member for member in self.members if member.is_open)


def read(shop: Shop, happening: str) -> Known | None:
    """One event; with an empty id the newest open one, else the last that was closed. None: there is none."""
    from desktop import counter

    store = shop.store
    events = (*happenings.open_ones(store), *happenings.closed_ones(store))
    one = happenings.by_id(store, happening) if happening else next(iter(events), None)
    if one is None:
        return None
    places = [words.place(shop.place(each.platform)) for each in accounts.all(store) if each.platform != "by_hand"]
    return Known(
        one=one,
        members=happenings.members(store, one.id),
        too=counter.mention_it_too(shop, one.id) if one.is_open else (),
        told=happenings.told(store, one.id),
        others=tuple(each for each in events if each.id != one.id),
        places=tuple(dict.fromkeys(places)),
        me=shop.me,
        owner=people.owner(store),
        may_know_cause=counter.may_know_cause(shop),
        now=shop.clock.local(shop.clock.now()),
        decided=_decided(shop, one.id),
        context=_context(shop, one),
    )


def _decided(shop: Shop, happening: str) -> tuple[tuple[str, datetime], ...]:
    events = list(telling.standing(history.of(shop.store, happening)))[::-1]
    told = ((telling.told(event, {}), event.at) for event in events)
    return tuple((said[0], at) for said, at in told if said)[:_MOST_DECIDED]


def _context(shop: Shop, one: Happening) -> ComposerContext:
    """Words to everybody: the crisis parts, no selling, no cause before it is known."""
    from desktop import counter

    me, owner, resting = shop.me, people.owner(shop.store), counter.resting(shop)
    known = {
        "your first name": words.first_name(me.name), "what you do here": me.role_line, "sign-off": me.sign_off,
    }  # fmt: skip
    kept = starters.kept_for(shop.store, me.id)
    starter = starters.STARTERS["crisis_open"]  # owns it without naming a cause
    if one.knows_cause:
        starter = counter.opening(shop, starters.STARTERS["crisis"], "crisis")
    writing = starters.compose(starter, situation="crisis", known=known, resting=resting)
    now = shop.clock.local(shop.clock.now())
    return ComposerContext(
        kind=Kind.COMPLAINT,
        person_name=me.name,
        sign_off=me.sign_off,
        owner_name=owner.name if owner else "",
        shop_name=shop.name,
        channels=(Channel.PUBLIC,),
        currency=settings.get(shop.store, settings.CURRENCY),
        is_event=True,
        knows_cause=one.knows_cause,
        is_practice=shop.is_practice,
        can_post=False,
        can_open=False,
        staff=tuple(person.name for person in people.all(shop.store)),
        first=StartChoice(starter.key, starter.name, writing),
        offers=tuple(offer for offer in starters.parts_for(Kind.COMPLAINT) if offer.part not in _NOT_HERE),
        wordings=lambda part: starters.other_wordings(part, "crisis", resting, known, kept),
        suggestions=suggestions(shop, one),
        read=coach.read,
        now=lambda: shop.clock.local(shop.clock.now()),
        closes_at=shopbook.opening(shop.store).closes_at(now),
    )


def suggestions(
    shop: Shop, one: Happening, their_text: str = "", names: tuple[str, ...] = ()
) -> Callable[[str], tuple[starters.Suggestions, ...]]:
    """What may go into a blank: the fact sheet, their own words and times."""
    sheet = {
        "what we know": one.know,
        "what you don't know yet": one.dont_know,
        "what people should do": one.to_do,
    }

    def offer(blank: str) -> tuple[starters.Suggestions, ...]:
        now = shop.clock.local(shop.clock.now())
        opening = shopbook.opening(shop.store)
        rest = starters.suggestions_for(
            blank,
            their_text,
            now=now,
            closes_at=opening.closes_at(now),
            opens_at=opening.next_opening(now),
            names=(shop.name, *names),
        )
        first = one.name if blank == "thing" else sheet.get(blank, "")
        lines = tuple(dict.fromkeys(text for text in (first, *sheet.values()) if text))
        event = (starters.Suggestions(tr("From the event"), lines),) if lines else ()
        return (*rest, *event) if blank in TIME_BLANKS else (*event, *rest)

    return offer
