"""The sentences of a file, and how often the finder is right about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.clock import SetClock, from_wall
from desktop.language.promising import promised
from desktop.shopbook import Opening

_HERE = Path(__file__).parent
TABLES = ("tuned", "held_out", "fresh", "german", "spanish")  # the second and third are never tuned on


@dataclass(frozen=True)
class Shop:
    """Where and when the sentences were written."""

    name: str
    clock: SetClock
    hours: Opening

    def found(self, text: str) -> list[datetime]:
        return [one.due_at for one in promised(text, self.clock, self.hours, self.clock.now())]


@dataclass(frozen=True)
class Sentence:
    shop: Shop
    text: str
    due: tuple[datetime, ...]


@dataclass(frozen=True)
class Figures:
    """`right` times were found as they are; `wrong` ones were found and aren't there; `missed` weren't found."""

    sentences: int
    right: int
    wrong: int
    missed: int
    lines: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def _shop(line: str) -> Shop:
    name, zone, now, *rest = line.removeprefix("@").split()
    clock = SetClock(datetime.now(UTC), ZoneInfo(zone))
    clock.set(from_wall(clock, datetime.fromisoformat(now)))
    spans: dict[int, tuple[tuple[time, time], ...]] = {}
    shut: dict[date, str] = {}
    for word in rest:
        days, _, said = word.partition("=")
        if days == "shut":
            shut[date.fromisoformat(said)] = "shut"
        else:
            opens, closes = map(time.fromisoformat, said.split("-"))
            spans |= {int(day): ((opens, closes),) for day in days}
    return Shop(name, clock, Opening(spans, shut))


@cache
def sentences(name: str) -> tuple[Sentence, ...]:
    found, shop = [], None
    for line in (_HERE / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            shop = _shop(line)
        elif shop and " | " in line and not line.startswith("#"):
            due, _, text = line.partition(" | ")
            times = () if due == "-" else tuple(datetime.fromisoformat(one.strip()) for one in due.split(";"))
            found.append(Sentence(shop, text, tuple(from_wall(shop.clock, at) for at in times)))
    return tuple(found)


def figures(name: str) -> Figures:
    right = wrong = missed = 0
    lines = []
    for one in sentences(name):
        found, due = one.shop.found(one.text), list(one.due)
        hits = len([at for at in found if at in due])
        right, wrong, missed = right + hits, wrong + len(found) - hits, missed + len(due) - hits
        if found != due:
            lines.append(f"{one.text}\n    found {_said(one, found)}, not {_said(one, due)}")
    return Figures(len(sentences(name)), right, wrong, missed, tuple(lines))


def _said(one: Sentence, moments: list[datetime]) -> str:
    return ", ".join(f"{one.shop.clock.local(at):%a %d %b %H:%M}" for at in moments) or "none"
