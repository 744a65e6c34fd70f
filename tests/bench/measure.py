"""How benchmarks measure: CPU seconds of this process, both sides in turn, medians of pairs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

GROWS = {1: 1.1, 9: 2.0, 15: 2.0}  # rows whose figure may grow so much from the smallest shop to the largest
_GROWS = 1.5  # the others
INTERACTIVE = (1, 3, 9, 10, 11, 12, 14, 15, 16)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table. `goal` is the highest ratio (or figure) that meets it, 0 for none; `posts`: the shop's
    size, 0 where it makes no difference; `value`: our figure, to compare sizes by."""

    number: int
    what: str
    floor: str
    ours: str
    ratio: float
    goal: float
    unit: str = "x"
    posts: int = 0
    value: float = 0.0

    @property
    def is_met(self) -> bool:
        return not self.goal or self.ratio <= self.goal

    def __str__(self) -> str:
        verdict = ("ok" if self.is_met else "MISSED") if self.goal else ""
        goal = f"goal {self.goal:g}{self.unit}" if self.goal else ""
        size = f"{self.posts:,}" if self.posts else ""
        return (
            f"{self.number:>3}  {self.what:<46} {size:>10} {self.floor:>14} {self.ours:>14} "
            f"{self.ratio:>8.2f}{self.unit:<3} {goal:<12} {verdict}"
        )


def growth(lines: Sequence[Line]) -> Iterator[Line]:
    """How much our figures grow from the smallest shop to the largest."""
    sizes = sorted({line.posts for line in lines if line.posts})
    if len(sizes) < 2:
        return
    small = {(line.number, line.what): line for line in lines if line.posts == sizes[0]}
    for line in lines:
        before = small.get((line.number, line.what))
        if line.posts == sizes[-1] and before and before.value and line.value and line.number in INTERACTIVE:
            grown, goal = line.value / before.value, GROWS.get(line.number, _GROWS)
            yield Line(line.number, f"grows: {line.what}", before.ours, line.ours, grown, goal)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds (user and system) of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def in_turn(
    floor: Callable[[], object], ours: Callable[[], object], pairs: int
) -> tuple[float, float, float]:
    """(median floor s, median ours s, median of the pairs' ratios), A B A B…, after one warm-up of each."""
    floor()
    ours()
    found = [(cpu(floor), cpu(ours)) for _ in range(pairs)]
    return (
        statistics.median(a for a, _ in found),
        statistics.median(b for _, b in found),
        statistics.median(b / a for a, b in found if a),
    )


def per_call(work: Callable[[], object], times: int) -> Callable[[], None]:
    """`work` so often that it can be timed."""

    def repeated() -> None:
        for _ in range(times):
            work()

    return repeated


def at(values: Sequence[float], share: float) -> float:
    """The value that `share` of them don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.3f} ms"
