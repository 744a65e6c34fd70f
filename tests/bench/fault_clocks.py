"""Clocks that play tricks (`tests.bench.faults`)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop import counter, deliver, outbox, timekeeping
from desktop.clock import SetClock, SystemClock
from desktop.records import ReplyState
from desktop.writing import Writing
from tests.bench.fault_files import Bench
from tests.bench.faults import Fault, Outcome

ANSWER = "Marta, both trays went in together. I will ring you. Ines"


def jumps(by: timedelta, folder: Path) -> Outcome:
    """The computer's clock is set while a reply waits: it neither goes early nor waits for years, and goes once."""
    bench = Bench.lay_out(folder / "shop")
    wall, steady = [bench.at.clock.now()], [1000.0]
    shop = bench.at.shop
    shop.clock = SystemClock(lambda: wall[0], lambda: steady[0])
    reply = counter.post(shop, bench.one, Writing.typed(ANSWER))
    wall[0] += timedelta(seconds=3)
    steady[0] += 3
    wall[0] += by
    deliver.deliver_due(shop)
    if bench.at.ours_on_the_page(bench.one) and by <= timedelta(hours=12):
        bench.lost.append("seven seconds to think again")
    if (wrong := timekeeping.wrong(shop)) is not None:
        bench.said.append(f"{wrong} {wrong.advice}")
    for _ in range(3):
        wall[0] += timedelta(seconds=40)
        steady[0] += 40
        deliver.deliver_due(shop)
    bench.said += _gone_once(bench, reply.id)
    wall[0] -= by
    shop.clock = bench.at.clock
    return bench.end("a reply that waits, and all that a day brings")


def _gone_once(bench: Bench, reply: str) -> list[str]:
    """On the page once; or held for a person, who says send it."""
    shop, said = bench.at.shop, list[str]()
    found = outbox.by_id(shop.store, reply)
    if found and found.state is ReplyState.HELD:
        said.append("Held: a person looks before it goes.")
        counter.release(shop, reply)
        deliver.deliver_due(shop)
    if bench.at.ours_on_the_page(bench.one) != [ANSWER]:
        now_is = outbox.by_id(shop.store, reply)
        bench.lost.append(f"a reply, which is {now_is.state.value if now_is else 'gone'}")
    return said


def in_year(year: int, folder: Path) -> Outcome:
    """A whole day of a shop that lives in another time."""
    return _day_from(datetime(year, 3, 1, 10, 0, tzinfo=UTC), folder, "a draft, a reply, a check, a copy")


def clocks_go(month: int, day: int, folder: Path) -> Outcome:
    """Over the hour that is skipped, or told twice."""
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(2025, month, day, 1, 59, 55, tzinfo=zone)
    if month == 10:
        start = datetime(2025, month, day, 2, 59, 55, tzinfo=zone)
    return _day_from(start, folder, "a reply over that hour, a draft, a check, a copy")


def _day_from(start: datetime, folder: Path, tried: str) -> Outcome:
    bench = Bench.lay_out(folder / "shop")
    clock = SetClock(start.astimezone(UTC), start.tzinfo)
    bench.at.clock = bench.at.shop.clock = clock
    bench.at.world.clock = clock
    reply = counter.post(bench.at.shop, bench.one, Writing.typed(ANSWER))
    clock.forward(seconds=9)
    deliver.deliver_due(bench.at.shop)
    if bench.at.ours_on_the_page(bench.one):
        bench.lost.append("a second to think again")
    clock.forward(seconds=2)
    deliver.deliver_due(bench.at.shop)
    bench.said += _gone_once(bench, reply.id)
    bench.try_a_day()
    return bench.end(tried)


FAULTS: dict[str, Fault] = {
    "clock an hour forward": partial(jumps, timedelta(hours=1)),
    "clock a day forward": partial(jumps, timedelta(days=1)),
    "clock ten years forward": partial(jumps, timedelta(days=3650)),
    "clock an hour back": partial(jumps, timedelta(hours=-1)),
    "clock six years back": partial(jumps, timedelta(days=-2190)),
    "clocks go forward": partial(clocks_go, 3, 30),
    "clocks go back": partial(clocks_go, 10, 26),
    "the year 2039": partial(in_year, 2039),
    "the year 2107": partial(in_year, 2107),
}
