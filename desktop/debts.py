"""What we owe somebody, and by when: promises, first answers, and endings that passers-by are to see.

First answers and endings are aims of the shop, where a place has none of its own. Their time runs in the shop's
opening hours: where hours are counted, only open ones; a day ends when the shop closes, and one on which it is shut
with the next that it opens.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from desktop import complaints, happenings, promises, settings, shopbook
from desktop.clock import Clock, from_wall
from desktop.complaints import Places
from desktop.language.due import spans_of
from desktop.records import OPEN_STAGES, Aims, Complaint, Debt, Owed, PlaceAims, Stage
from desktop.shop import Shop

_DAY = timedelta(days=1)
_SEARCHED = 60  # days that are looked through for opening hours
_ENDS = time(18)  # of a day, where the hours say nothing
_READ = 25  # of each kind, and of each place with aims of its own


class Clocks(NamedTuple):
    """How soon the shop wants to answer, in opening hours, and an ending to show, in days: as dates."""

    clock: Clock
    hours: shopbook.Opening
    aims: Aims

    def answer_due(self, since: datetime, platform: str) -> datetime:
        """When a first answer is due to what came at that moment."""
        hours = self.aims.at(platform).answer_hours
        return self.hours.after_open_hours(self.clock.local(since), hours).astimezone(UTC)

    def ending_due(self, since: datetime, platform: str) -> datetime:
        """When an ending is due to show: at closing, so many days later."""
        day = self.clock.local(since).date() + self.aims.at(platform).ending_days * _DAY
        for number in range(_SEARCHED):
            if spans := spans_of(self.hours, day + number * _DAY):
                return from_wall(self.clock, spans[-1][1])
        return from_wall(self.clock, datetime.combine(day, _ENDS))


def kept_aims(shop: Shop) -> Aims:
    """The shop's and its places', as they are set now."""
    of_places = settings.get(shop.store, settings.AIMS_OF_PLACES)
    return Aims(
        settings.get(shop.store, settings.AIM_FIRST_ANSWER_HOURS),
        settings.get(shop.store, settings.AIM_ENDING_DAYS),
        tuple(own for place, kept in sorted(of_places.items()) if (own := _own(place, kept)) is not None),
    )


def _own(place: str, kept: object) -> PlaceAims | None:
    """None for what somebody else wrote into the file."""
    match kept:
        case [int() as hours, int() as days] if hours > 0 and days > 0:
            return PlaceAims(place, hours, days)
    return None


def clocks(shop: Shop) -> Clocks:
    """By the aims and the hours as they are now."""
    return Clocks(shop.clock, shopbook.opening(shop.store), kept_aims(shop))


def answer_due(one: Complaint, wanted: Clocks) -> datetime | None:
    """When the first answer to a complaint is due; None where one is there or on its way."""
    waits = one.stage is Stage.NO_ANSWER and not one.private_answer and not one.pending_reply
    return wanted.answer_due(one.opened_at, one.platform) if waits else None


def ending_due(one: Complaint, wanted: Clocks) -> datetime | None:
    """By when an ending is owed; None where none is."""
    return wanted.ending_due(one.owed_since, one.platform) if one.owes_ending and one.owed_since else None


def late_at(one: Complaint, wanted: Clocks) -> datetime | None:
    """When it becomes late: no first answer after so many opening hours, or no ending after so many days. None where
    the ending shows, or nobody works on it any more."""
    if one.stage not in OPEN_STAGES:
        return None
    ending = one.opened_at + wanted.aims.at(one.platform).ending_days * _DAY
    return min(at for at in (ending, answer_due(one, wanted), ending_due(one, wanted)) if at is not None)


def owed(shop: Shop) -> list[Debt]:
    """All that is owed, the first to think of first: promises overdue and due today, then endings and first answers
    that are overdue, then what is due next."""
    wanted, now = clocks(shop), shop.clock.now()
    found = [Debt(Owed.PROMISE, p.conversation, p.author_name, p.due_at) for p in promises.coming(shop.store, _READ)]
    event = happenings.next_due(shop.store)
    if event is not None and event.next_at is not None:
        found.append(Debt(Owed.PROMISE, "", event.name, event.next_at, event.id))
    own = tuple(one.place for one in wanted.aims.places)
    for some in (Places(own), *(Places((place,), are_left_out=False) for place in own)):
        found += [
            Debt(Owed.ENDING, one.id, one.author_name, wanted.ending_due(one.at, one.platform))
            for one in complaints.owing(shop.store, _READ, some)
        ]
        found += [
            Debt(Owed.ANSWER, one.id, one.author_name, wanted.answer_due(one.at, one.platform))
            for one in complaints.unanswered(shop.store, _READ, some)
        ]
    return sorted(found, key=lambda debt: (_rank(debt, now, shop.clock), debt.due_at))


def _rank(debt: Debt, now: datetime, clock: Clock) -> int:
    if debt.kind is Owed.PROMISE:
        return 0 if debt.due_at <= now else 1 if _day(clock, debt.due_at) == _day(clock, now) else 4
    return 4 if debt.due_at > now else 2 if debt.kind is Owed.ENDING else 3


def _day(clock: Clock, at: datetime) -> date:
    return clock.local(at).date()


def falling_due(shop: Shop, since: datetime, soon: timedelta) -> list[Debt]:
    """What has fallen due since a moment, or came within reach (`soon`) since then; the nearest first."""
    now = shop.clock.now()
    return sorted(
        (d for d in owed(shop) if since < d.due_at <= now or since + soon < d.due_at <= now + soon),
        key=lambda debt: debt.due_at,
    )


def is_open(shop: Shop) -> bool:
    """Whether the shop is open now; one that has no hours always is."""
    hours = shopbook.opening(shop.store)
    return not hours.spans or hours.is_open(shop.clock.local(shop.clock.now()))
