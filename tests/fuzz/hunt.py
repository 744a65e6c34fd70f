"""Runs one reader over spoilt input for a while and measures: what it raised, how long, how much memory."""

from __future__ import annotations

import faulthandler
import resource
import signal
import sys
import time
import traceback
from abc import ABC, abstractmethod
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from desktop.errors import ShopError

SLOW_S = 1.0  # of the processor's time
MOST_MB = 200.0
_STUCK_S = 120  # nothing in Python runs any more: the process ends and says where it was
_SHOWN = 600


class Reader(ABC):
    """What reads input from outside. `last` is what it was given, as a person can read it."""

    name: str
    last: str = ""

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        """Cleans up."""
        return

    @abstractmethod
    def good(self) -> None:
        """Reads what is as it should be; raises where that isn't understood."""

    @abstractmethod
    def once(self, rng: Random) -> None:
        """Reads something spoilt. May raise ShopError: that is a plain sentence for a person."""


class TooSlow(BaseException):
    """More than `SLOW_S` of the processor's time for one input."""


@dataclass
class Trouble:
    """What went wrong, first seen with one case, and how often since."""

    what: str
    case: int
    given: str
    trace: str
    times: int = 1


@dataclass
class Result:
    name: str
    cases: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    slowest_case: int = 0
    grown_mb: float = 0.0
    seconds: float = 0.0
    errors: Counter[str] = field(default_factory=Counter)
    troubles: dict[str, Trouble] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        return not self.troubles

    def line(self) -> str:
        verdict = "good" if self.is_good else f"{len(self.troubles)} FOUND"
        return (
            f"{self.name:<12} {self.seconds / 60:>6.1f} {self.cases:>11,} {self.refused:>11,} "
            f"{self.slowest_s * 1000:>10.0f} {self.grown_mb:>9.0f}  {verdict}"
        )


HEAD = f"{'what reads':<12} {'min':>6} {'inputs':>11} {'refused':>11} {'slowest ms':>10} {'grew MB':>9}"


def memory_mb() -> float:
    """The most memory this process has held, since `_forget_peak`."""
    kept = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kept / (2**20 if sys.platform == "darwin" else 2**10)


def _forget_peak() -> None:
    """Where the system can (Linux), what was held before a hunt doesn't hide what the hunt makes it hold."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlow


def hunt(
    reader: Reader,
    seconds: float,
    *,
    cases: int = 0,
    first: int = 0,
    slow_s: float = SLOW_S,
    ends_when_stuck: bool = False,
) -> Result:
    """Reads spoilt input until the time is over (or so many `cases`). The n-th input is always the same."""
    found = Result(reader.name)
    reader.good()
    _forget_peak()
    floor, began = memory_mb(), time.monotonic()
    before = signal.signal(signal.SIGPROF, _too_slow)
    case = first
    try:
        while (case - first < cases) if cases else (time.monotonic() - began < seconds):
            if ends_when_stuck:
                faulthandler.dump_traceback_later(_STUCK_S, exit=True)
            _one(reader, case, found, slow_s)
            grown = memory_mb() - floor
            if grown - found.grown_mb > MOST_MB:
                _note(found, f"grew by {grown:.0f} MB", case, reader.last, "")
            found.grown_mb = max(found.grown_mb, grown)
            case += 1
    finally:
        if ends_when_stuck:
            faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    found.cases, found.seconds = case - first, time.monotonic() - began
    return found


def _one(reader: Reader, case: int, found: Result, slow_s: float) -> None:
    rng, began = Random(f"{reader.name} {case}"), time.process_time()
    try:
        signal.setitimer(signal.ITIMER_PROF, slow_s)
        try:
            reader.once(rng)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except ShopError as error:
        found.refused += 1
        if _has_half_letters(error):
            _note(found, "a sentence that can't be kept", case, reader.last, ascii(error.args))
        found.errors[type(error).__name__] += 1
    except (TooSlow, Exception) as error:  # noqa: BLE001 - that is what is hunted for
        at = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in at if "/desktop/" in frame.filename or "/ui/" in frame.filename]
        where = f"{ours[-1].filename.rpartition('/')[2]}:{ours[-1].lineno}" if ours else "?"
        trace = "".join(traceback.format_exception(error))
        _note(found, f"{type(error).__name__} at {where}", case, reader.last, trace)
    took = time.process_time() - began
    if took > found.slowest_s:
        found.slowest_s, found.slowest_case = took, case


def _has_half_letters(error: ShopError) -> bool:
    try:
        f"{error} {error.advice} {error.details}".encode()
    except UnicodeEncodeError:
        return True
    return False


def _note(found: Result, what: str, case: int, given: str, trace: str) -> None:
    if what in found.troubles:
        found.troubles[what].times += 1
    else:
        found.troubles[what] = Trouble(what, case, given[:_SHOWN], trace[-4_000:])
