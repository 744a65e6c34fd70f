"""Three months of complaints in the corner shop, counted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from desktop import counter
from desktop.collect import taken_down
from desktop.records import FixedHow, Kind, ProofKind, StandingReason
from tests.fixtures_shop import Counter

ZONE = timezone(timedelta(hours=1))
RAW = "Ordered the lemon tart and the middle was raw dough. Never again."
# How many complaints of each month stand how.
MONTHS = {
    7: {"they": 4, "we": 2, "standing": 1},
    8: {"they": 3, "we": 1, "fixed": 1, "open": 1},
    9: {"they": 5, "fixed": 2, "open": 2, "gone": 3},
}
# And of the year before.
EARLIER = {7: {"they": 6, "we": 3, "open": 4}, 8: {"standing": 5}, 9: {"fixed": 2, "open": 5}}
TOPICS: dict[str, set[str]] = {
    "they": {"quality"},
    "we": {"quality", "delivery"},
    "fixed": {"delivery"},
    "standing": {"staff_service"},
    "open": set(),
    "gone": {"quality"},
}


def begun() -> list[datetime]:
    """When they were posted, on the shop's clocks."""
    found = []
    for month, many in MONTHS.items():
        first = datetime(2025, month, 1, 0, 30, tzinfo=ZONE)
        found += [first + timedelta(hours=5 * number) for number in range(sum(many.values()))]
    return found


def live_both_years(at: Counter) -> None:
    live_it(at, 2024, EARLIER)
    live_it(at)


def live_it(at: Counter, year: int = 2025, months: Mapping[int, Mapping[str, int]] = MONTHS) -> None:
    """July to September; nothing of it reads like anything but what it is said to be."""
    for month, many in months.items():
        at.clock.set(datetime(year, month, 1, 0, 30, tzinfo=ZONE))  # still the month before in UTC
        for how, number in many.items():
            for _ in range(number):
                _complaint(at, how)
                at.clock.forward(hours=5)
    at.clock.set(datetime(year, 9, 28, 12, tzinfo=ZONE))


def _complaint(at: Counter, how: str) -> None:
    then = "" if at.clock.now().year == 2025 else "then "
    shop, one = at.shop, at.hear(RAW, f"{then}{how} {at.clock.now():%d %H:%M}")
    counter.set_kind(shop, one, Kind.COMPLAINT)
    counter.set_topics(shop, one, TOPICS[how])
    link = "https://example.org/1"
    if how == "they":
        counter.confirm_ending(shop, one, kind=ProofKind.THEIR_EDIT, link=link)
    elif how == "we":
        counter.confirm_ending(shop, one, kind=ProofKind.OUR_UPDATE, link=link)
    elif how == "fixed":
        counter.mark_fixed(shop, one, FixedHow.DONE_NO_WORD)
    elif how == "standing":
        counter.leave_standing(shop, one, StandingReason.NO_REPLY, "")
    elif how == "gone":
        with shop.store.writing():
            taken_down(shop, one, shop.clock.now())
