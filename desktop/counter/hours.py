"""When the shop is open, and how soon it wants to answer: each change with an event and an undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from itertools import pairwise

from desktop import debts, settings, shopbook
from desktop.counter.acts import Undo
from desktop.counter.book import check_owner, in_book
from desktop.errors import Misuse
from desktop.records import Aims
from desktop.shop import Shop

_DAY = 24 * 60  # minutes
_MOST_DAYS = 366  # of one closure
MOST_HOURS, MOST_DAYS = 100, 365  # of the aims


def _spans(week: Mapping[int, tuple[tuple[time, time], ...]]) -> list[tuple[int, str, str]]:
    return [
        (day, f"{opens:%H:%M}", f"{closes:%H:%M}")
        for day, spans in sorted(week.items())
        for opens, closes in spans
    ]


def put_hours(shop: Shop, spans: Iterable[tuple[int, str, str]]) -> Undo:
    """Replaces the week: (weekday Monday 0, "07:00", "16:00") each; one that closes before it opens ends the next day.

    Raises Misuse for what isn't a time, for a day of no length, and for spans that overlap.
    """
    week: dict[int, list[tuple[time, time]]] = {}
    for day, opens, closes in spans:
        try:
            span = time.fromisoformat(opens), time.fromisoformat(closes)
        except ValueError:
            raise Misuse("That isn't a time.") from None
        if span[0] == span[1] != time():
            raise Misuse("It can't close when it opens.")
        week.setdefault(day, []).append(span)
    new = _spans({day: tuple(sorted(found)) for day, found in week.items()})
    _check_apart(week)
    old = _spans(shopbook.opening(shop.store).spans)
    return in_book(
        shop,
        "shop",
        "hours",
        {"week": [list(span) for span in new]},
        "Opening hours",
        lambda: shopbook.put_hours(shop.store, new),
        lambda here: shopbook.put_hours(here.store, old),
    )


def _check_apart(week: Mapping[int, list[tuple[time, time]]]) -> None:
    """No opening begins while another goes on; the last of Sunday may run into Monday."""
    found = []
    for day, spans in week.items():
        for opens, closes in spans:
            begins = day * _DAY + opens.hour * 60 + opens.minute
            found.append((begins, day * _DAY + closes.hour * 60 + closes.minute + _DAY * (closes <= opens)))
    found.sort()
    after = [(begins + 7 * _DAY, ends) for begins, ends in found[:1]]
    if any(later[0] < earlier[1] for earlier, later in pairwise([*found, *after])):
        raise Misuse("Two opening times overlap.")


def put_closures(shop: Shop, days: Mapping[date, str]) -> Undo:
    """Days the shop stays shut, each with its note. Raises Misuse for none, and for more than a year of them."""
    if not days or len(days) > _MOST_DAYS:
        raise Misuse("A closure is a day or more, up to a year.")
    new = {day: " ".join(note.split()) for day, note in sorted(days.items())}
    had = shopbook.opening(shop.store).closures
    old = {day: had.get(day) for day in new}
    return in_book(
        shop,
        "shop",
        "closure",
        {"days": {day.isoformat(): note for day, note in new.items()}},
        f"Closed {_named(new)}",
        lambda: _put(shop, new),
        lambda here: _put(here, old),
    )


def remove_closures(shop: Shop, days: Iterable[date]) -> Undo:
    """Open after all. Raises Misuse where the shop isn't closed on any of these days."""
    had = shopbook.opening(shop.store).closures
    old = {day: had[day] for day in sorted(days) if day in had}
    if not old:
        raise Misuse("The shop isn't closed that day.")
    return in_book(
        shop,
        "shop",
        "closure_removed",
        {"days": [day.isoformat() for day in old]},
        f"Open {_named(old)}",
        lambda: _put(shop, dict.fromkeys(old)),
        lambda here: _put(here, old),
    )


def _put(shop: Shop, days: Mapping[date, str | None]) -> None:
    """Each day closed with its note, or open (None)."""
    for day, note in days.items():
        if note is None:
            shopbook.remove_closure(shop.store, day)
        else:
            shopbook.put_closure(shop.store, day, note)


def _named(days: Iterable[date]) -> str:
    """`on 24.06.2025`, `24.06.2025 to 28.06.2025`, `on 9 days`."""
    found = sorted(days)
    if len(found) == 1:
        return f"on {found[0]:%d.%m.%Y}"
    if (found[-1] - found[0]).days == len(found) - 1:
        return f"{found[0]:%d.%m.%Y} to {found[-1]:%d.%m.%Y}"
    return f"on {len(found)} days"


def aims(shop: Shop) -> Aims:
    return debts.kept_aims(shop)


def put_aims(shop: Shop, new: Aims) -> Undo:
    """Other aims, of the shop and of its places. Raises Misuse for helpers, and for what is no number of hours or
    days."""
    check_owner(shop)
    for one in (new.at(""), *new.places):
        if not (1 <= one.answer_hours <= MOST_HOURS and 1 <= one.ending_days <= MOST_DAYS):
            raise Misuse(f"An aim is 1 to {MOST_HOURS} hours, and 1 to {MOST_DAYS} days.")
    old = aims(shop)

    def keep(here: Shop, one: Aims) -> None:
        settings.put(here.store, settings.AIM_FIRST_ANSWER_HOURS, one.answer_hours)
        settings.put(here.store, settings.AIM_ENDING_DAYS, one.ending_days)
        of_places: dict[str, object] = {own.place: [own.answer_hours, own.ending_days] for own in one.places}
        settings.put(here.store, settings.AIMS_OF_PLACES, of_places)

    return in_book(
        shop,
        "shop",
        "aims",
        new._asdict(),
        "Our aims",
        lambda: keep(shop, new),
        lambda here: keep(here, old),
    )
