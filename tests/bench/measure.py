"""How benchmarks measure: CPU seconds of this process, both sides in turn, medians of pairs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table. `goal` is the highest ratio (or figure) that meets it."""

    number: int
    what: str
    floor: str
    ours: str
    ratio: float
    goal: float
    unit: str = "x"

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.goal

    def __str__(self) -> str:
        verdict = "ok" if self.is_met else "MISSED"
        return (
            f"{self.number:>3}  {self.what:<46} {self.floor:>16} {self.ours:>16} "
            f"{self.ratio:>8.2f}{self.unit:<3} goal {self.goal:g}{self.unit:<3} {verdict}"
        )


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


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.3f} ms"
