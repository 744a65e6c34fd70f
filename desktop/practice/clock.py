"""The pretend shop's time: it starts on the scenario's Saturday, runs faster if asked, and can stand still.

It stops while the program is closed. Its state is a small file, so that a restart goes on where it stood.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo
from pathlib import Path

from desktop.clock import from_text, to_text
from desktop.errors import DiskTrouble
from desktop.practice.files import write_whole

FILE_NAME = "clock.json"
RATES = (1.0, 6.0, 60.0)  # "1 min = 1 min", "10 s", "1 s"
_KEEP_EVERY = 5.0  # real seconds between two silent savings


class PracticeClock:
    """A Clock that can be paused, hurried and set. Safe to use from several threads.

    `real` counts real seconds (for tests). `rate` is shop seconds per real second and stays the
    chosen one while paused.
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
        self.zone, self.rate, self.is_paused = zone, rate, False
        self._path, self._real, self._lock = path, real, threading.RLock()
        self._moment, self._since, self._kept = start, real(), real()

    @classmethod
    def load(
        cls, folder: Path, start: datetime, zone: tzinfo, *, real: Callable[[], float] = time.monotonic
    ) -> PracticeClock:
        """The clock of a practice folder as it was left; a new one at `start`, running 6 times as fast."""
        clock = cls(start, zone, path=folder / FILE_NAME, real=real)
        try:
            kept = json.loads((folder / FILE_NAME).read_text("utf-8"))
            clock._moment = from_text(kept["moment"])
            clock.zone = timezone(timedelta(hours=kept["zone_hours"]))
            clock.rate, clock.is_paused = float(kept["rate"]), bool(kept["paused"])
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError):
            clock._moment = start  # a broken clock file costs the time of day, nothing else
        return clock

    def now(self) -> datetime:
        with self._lock:
            return (
                self._moment
                if self.is_paused
                else self._moment + timedelta(seconds=self._passed() * self.rate)
            )

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def set(self, moment: datetime) -> None:
        """Puts the hands to `moment`; goes on from there if it was running."""
        with self._lock:
            self._moment, self._since = moment, self._real()

    def set_rate(self, rate: float) -> None:
        """From now on `rate` shop seconds pass per real second (more than 0)."""
        if rate <= 0:
            raise ValueError("a clock runs forwards; pause it instead")
        with self._lock:
            self.set(self.now())
            self.rate = rate
        self.keep(at_once=True)

    def pause(self) -> None:
        with self._lock:
            self.set(self.now())
            self.is_paused = True
        self.keep(at_once=True)

    def resume(self) -> None:
        with self._lock:
            self.set(self.now())
            self.is_paused = False
        self.keep(at_once=True)

    def keep(self, *, at_once: bool = False) -> None:
        """Saves the time for the next start; cheap to call often. Raises DiskTrouble only when `at_once`."""
        with self._lock:
            if self._path is None or not (at_once or self._real() - self._kept >= _KEEP_EVERY):
                return
            self._kept = self._real()
            hours = self.local(self._moment).utcoffset() or timedelta()
            state = {
                "moment": to_text(self.now()),
                "zone_hours": hours / timedelta(hours=1),
                "rate": self.rate,
                "paused": self.is_paused,
            }
            try:
                write_whole(self._path, json.dumps(state))
            except DiskTrouble:
                if at_once:
                    raise

    def _passed(self) -> float:
        return max(0.0, self._real() - self._since)
