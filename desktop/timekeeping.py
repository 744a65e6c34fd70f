"""When the computer's clock is wrong, or was set: what waits keeps its time, and a person is told once."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop import history, looks, outbox, pins, settings
from desktop.clock import to_text
from desktop.errors import ClockWrong
from desktop.shop import Shop

_SURELY_WRONG = timedelta(days=1)


def after_opening(shop: Shop) -> None:
    """What was planned while the clock was ahead is planned again. Writes nothing when all is well."""
    now = shop.clock.now()
    with shop.store.writing():
        outbox.made_later_than_now(shop.store, now)
        pins.made_later_than_now(shop.store, now)
        looks.none_beyond(shop.store, now)


def mind(shop: Shop) -> bool:
    """Ask this before going by the clock: True when it was set, and replies that wait have been planned anew."""
    moved = shop.clock.moved()
    if moved is None or shop.read_only:
        return False
    with shop.store.writing():
        outbox.clock_moved(shop.store, *moved)
        pins.clock_moved(shop.store, *moved)
        looks.none_beyond(shop.store, moved[1])
    return True


def wrong(shop: Shop) -> ClockWrong | None:
    """The sentence of design 5.8 when this shop has seen later days than today; None when all is well.

    Once somebody has read it (`known`) it is not said again of the same days: it may be they that were wrong.
    """
    if shop.is_practice:
        return None
    latest, now = history.newest_at(shop.store), shop.clock.now()
    if latest is None or now >= latest - _SURELY_WRONG:
        return None
    if settings.get(shop.store, settings.CLOCK_KNOWN) == to_text(latest):
        return None
    said = _said(shop.clock.local(now), shop.clock.local(latest))
    return ClockWrong(
        f"This computer's clock says {said}. Times and promises will be wrong until it's set.",
        details=f"clock: {to_text(now)}, latest in this shop: {to_text(latest)}",
    )


def known(shop: Shop) -> None:
    """Somebody has read it."""
    latest = history.newest_at(shop.store)
    if latest is not None and not shop.read_only:
        settings.put(shop.store, settings.CLOCK_KNOWN, to_text(latest))


def _said(now: datetime, latest: datetime) -> str:
    """The year where that is what is wrong with it, else the day."""
    return str(now.year) if now.year != latest.year else f"{now.day} {now:%B}"
