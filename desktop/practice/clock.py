"""The pretend shop's time: it starts on the scenario's Saturday, runs faster if asked, and can stand still.

It stops while the program is closed. Its state is a small file, so that a restart goes on where it stood.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from desktop.clock import from_text, to_text
from desktop.errors import DiskTrouble
from desktop.practice.files import write_whole

FILE_NAME = "clock.json"
RATES = (1.0, 6.0, 60.0)  # "1 min = 1 min", "10 s", "1 s"
_KEEP_EVERY = 5.0  # real seconds between two silent savings


@dataclass(frozen=True, slots=True)
class _Hands:
    """At `real` (seconds of the real clock) it was `moment`, and from there it runs at `rate`, or stands."""

    moment: datetime
    real: float
    rate: float
    is_paused: bool


class PracticeClock:
    """A Clock that can be paused, hurried and set.

    Its hands are one value that is only ever replaced whole, so any thread may read it at any time.
    """

    def __init__(
        self,
        start: datetime,
        zone: tzinfo,
        *,
        rate: float = 6.0,
        path: Path | None = None,
        real: Callable[[], float] = time.monotonic,
    ) -> None:
        """`real` counts real seconds (for tests). `rate` is shop seconds per real one; pausing leaves it as it is."""
        self.zone, self._path, self._real, self._kept = zone, path, real, real()
        self._hands, self.rate = _Hands(start, real(), rate, False), rate

    @classmethod
    def load(
        cls, folder: Path, start: datetime, zone: tzinfo, *, real: Callable[[], float] = time.monotonic
    ) -> PracticeClock:
        """The clock of a practice folder as it was left; a new one at `start`, six times as fast as ours."""
        clock = cls(start, zone, path=folder / FILE_NAME, real=real)
        try:
            kept = json.loads((folder / FILE_NAME).read_text("utf-8"))
            rate = float(kept["rate"])
            hands = _Hands(from_text(kept["moment"]), real(), rate, bool(kept["paused"]))
            if rate > 0:
                clock._hands, clock.rate = hands, rate
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            return clock  # none yet, or a broken one: that costs the time of day, nothing else
        return clock

    @property
    def is_paused(self) -> bool:
        return self._hands.is_paused

    def now(self) -> datetime:
        hands = self._hands
        if hands.is_paused:
            return hands.moment
        return hands.moment + timedelta(seconds=max(0.0, self._real() - hands.real) * hands.rate)

    def moved(self) -> None:
        """It counts real seconds by itself: nobody's clock but its own changes it."""
        return

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def set(self, moment: datetime) -> None:
        """Puts the hands to `moment`; goes on from there if it was running."""
        self._hands = replace(self._hands, moment=moment, real=self._real())
        self.keep(at_once=True)

    def set_rate(self, rate: float) -> None:
        """From now on `rate` shop seconds pass per real second (more than 0)."""
        if rate <= 0:
            raise ValueError("a clock runs forwards; pause it instead")
        self._hands = replace(self._hands, moment=self.now(), real=self._real(), rate=rate)
        self.rate = rate
        self.keep(at_once=True)

    def pause(self) -> None:
        self._hands = replace(self._hands, moment=self.now(), real=self._real(), is_paused=True)
        self.keep(at_once=True)

    def resume(self) -> None:
        self._hands = replace(self._hands, moment=self.now(), real=self._real(), is_paused=False)
        self.keep(at_once=True)

    def keep(self, *, at_once: bool = False) -> None:
        """Saves the time for the next start; cheap to call often. Raises DiskTrouble only when `at_once`."""
        if self._path is None or not (at_once or self._real() - self._kept >= _KEEP_EVERY):
            return
        self._kept = self._real()
        state = {"moment": to_text(self.now()), "rate": self.rate, "paused": self.is_paused}
        try:
            write_whole(self._path, json.dumps(state))
        except DiskTrouble:
            if at_once:
                raise
