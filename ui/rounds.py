"""What happens by itself while the window is open: collecting, sending what is due, looking, copying.

Timers are single shots for the nearest thing that is due; nothing polls.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop import settings
from desktop.errors import Offline, ShopError
from desktop.records import Reply
from desktop.shop import Shop
from ui.background import Runner

_FIRST_CHECK = 1500  # ms after the window shows
_FIRST_JOIN = 30_000  # ms until the search index is looked after, also behind a file that was brought in
_FIRST_READ, _BETWEEN_READS = 4000, 250  # ms until old guesses are read anew, and between two steps
_TAUGHT = 300  # ms until what was just learned or forgotten reaches the open guesses
_NOTHING_WENT = 5000  # ms before another try when nothing that was due could go
_TRY_AGAIN = 60_000  # ms until the next check while no place could be reached
_LONGEST = 24 * 3600 * 1000  # ms; QTimer counts in 32 bits
_PRACTICE_CHECK = 4.0  # real seconds: the pretend public speaks up often, and asking costs nothing


class Rounds(QObject):
    """Starts with `begin`, ends with `end`. Speaks through its signals."""

    checking = Signal(object)  # True while places are being checked
    checked = Signal(object)  # tuple of collect.Collected, one for each account
    delivered = Signal(object)  # tuple of replies that were tried, as they are now
    looked = Signal()
    too_old = Signal(object)  # by_age.Due: messages older than they are kept; `is_news` ones are asked about
    minute = Signal()  # a minute of the shop's time has passed

    def __init__(self, shop: Shop, background: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self._left = 0  # accounts still being checked
        self._came: list[object] = []
        self._day = self._today()  # of the last copy
        self.broke_off = False  # a check broke off for a reason of ours
        self._is_offline = False  # the last check reached no place: until one does, nothing is sent or looked at
        self._stop = threading.Event()
        self._is_delivering = False
        self._looked = 1  # pages, in the last round of looking
        self._collect_timer, self._deliver_timer = self._timer(self._collect_due), self._timer(self._deliver)
        self._minute_timer = self._timer(self._time_passes)
        self._look_timer = self._timer(self._look_now)
        self._read_timer = self._timer(self._read_again)
        self._join_timer = self._timer(self._join_index)
        self._background.tables_changed.connect(self._tables_changed)

    _has_ended = False

    def _timer(self, act: Callable[..., object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be early, and nothing is due then
        timer.timeout.connect(lambda: None if self._has_ended else act())
        return timer

    def begin(self) -> None:
        """After the first paint. A shop opened to read only is left as it is."""
        if self._shop.read_only or self._has_ended:
            return
        self._collect_timer.start(_FIRST_CHECK)
        self._minute_timer.start(_FIRST_CHECK)
        self._background.run(
            self, self._after_opening, lambda _: self._plan_delivery(), self._not_opened, lane="outbox"
        )
        self._read_timer.start(_FIRST_READ)
        self._join_timer.start(_FIRST_JOIN)
        self._mind_forgotten()
        self._background.run(self, self._tidy_history, failed=self._tell, lane="collect", key="bringing in")

    def _tidy_history(self) -> None:
        """What a crash left of a file that was being brought in."""
        from desktop import bringing_in

        bringing_in.tidy(self._shop)

    def _after_opening(self) -> None:
        """Replies a crash left in doubt are looked for; today's copy of the shop file is made."""
        from desktop import deliver, timekeeping

        timekeeping.after_opening(self._shop)
        deliver.look_for_unsure(self._shop)
        self._copy_of_today()

    def _copy_of_today(self) -> None:
        from desktop import backups

        if not self._shop.is_practice:
            clock = self._shop.clock
            backups.daily(self._shop.store, self._shop.folder, clock.local(clock.now()))

    def _today(self) -> date:
        return self._shop.clock.local(self._shop.clock.now()).date()

    def _mind_the_day(self) -> None:
        """A window left open overnight makes a copy for each day too, once: a full disk is told once a day."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._background.run(
                self, self._copy_of_today, failed=self._tell, lane="collect", key="copy of today"
            )
            self._mind_forgotten()
            self._join_timer.start(_FIRST_JOIN)

    def _join_index(self) -> None:
        """Once a day, and after a file was brought in: searches are as quick as on the first day."""

        def join() -> None:
            from desktop import posts

            posts.join_index(self._shop.store, lambda: self._has_ended or self._background.is_closing)

        self._background.run(self, join, failed=self._tell, lane="collect", key="joining")

    def _mind_forgotten(self) -> None:
        """Once a day: what was forgotten 30 days ago is erased for good, and what is older than it is kept goes."""

        def mind() -> object:
            from desktop import forgetting
            from desktop.forgetting import by_age

            found = by_age.mind(self._shop)
            forgetting.tidy(self._shop)
            return found

        if not self._shop.is_practice:
            self._background.run(self, mind, self.too_old.emit, self._tell, lane="collect", key="forgetting")

    def _not_opened(self, error: Exception) -> None:
        """A full disk, say: what waits to leave is looked after all the same."""
        self._tell(error)
        self._plan_delivery()

    def _tell(self, error: Exception) -> None:
        if isinstance(error, ShopError):
            self._background.trouble.emit(error)

    def end(self) -> None:
        """No more rounds; what is being fetched stops at its next page."""
        self._has_ended = True  # closing the shop is a change too: it must not plan anything any more
        self._stop.set()
        self._collect_timer.stop()
        self._deliver_timer.stop()
        self._minute_timer.stop()
        self._look_timer.stop()
        self._read_timer.stop()
        self._join_timer.stop()

    def _time_passes(self) -> None:
        """Once a minute: reminders come up, promises fall due, "happening now" ends, a clock was set."""
        from desktop import settling, timekeeping

        def passes() -> bool:
            self._shop.still_here()
            was_set = timekeeping.mind(self._shop)
            settling.time_passes(self._shop.store, self._shop.clock)
            return was_set

        def passed(was_set: bool) -> None:
            self.minute.emit()
            self._mind_the_day()
            if was_set:
                self._plan_delivery()

        self._background.run(self, passes, passed, lane="write")
        self._minute_timer.start(max(1000, round(60_000 / self._shop.clock.rate)))

    # ---- carrying in -------------------------------------------------------------------------------

    @property
    def is_checking(self) -> bool:
        return self._left > 0

    def collect(self, account: str = "") -> None:
        """A person asks: checks one account, or all, each in its own lane; then looks at the pages that are due."""
        self._begin_round(lambda: (account,) if account else self._working())

    def _collect_due(self) -> None:
        """Of itself: those whose place may be asked again."""
        self._begin_round(lambda: self._working(only_due=True))

    def _begin_round(self, chosen: Callable[[], tuple[str, ...]]) -> None:
        if self._shop.read_only or self.is_checking:
            return
        self._stop.clear()
        self._came, self.broke_off = [], False
        self._left = 1  # until the list of accounts is here
        self.checking.emit(True)
        self._background.run(self, chosen, self._collect_each, self._gave_up)

    def _working(self, *, only_due: bool = False) -> tuple[str, ...]:
        from desktop import accounts, collect

        logins = [one for one in accounts.all(self._shop.store) if collect.is_checked(one)]
        now = self._shop.clock.now()
        return tuple(one.id for one in logins if not only_due or collect.is_due(one, now))

    def _collect_each(self, chosen: tuple[str, ...]) -> None:
        self._left = len(chosen)
        if not chosen:
            self._all_checked()
        for account in chosen:
            check = partial(self._collect_one, account)
            self._background.run(
                self, check, self._one_checked, self._one_failed, lane="collect", key=account
            )

    def _collect_one(self, account: str) -> object:
        """What came; or the bug that ended it: with one account there, the others are checked all the same."""
        from desktop import collect

        is_over = lambda: self._stop.is_set() or self._background.is_closing  # noqa: E731
        try:
            return collect.collect(self._shop, account, cancelled=is_over)
        except ShopError:
            raise
        except Exception as bug:  # noqa: BLE001 - it is told in the UI thread
            return bug

    def _one_checked(self, collected: object) -> None:
        if isinstance(collected, Exception):
            self.broke_off = True
            sys.excepthook(type(collected), collected, collected.__traceback__)
        else:
            self._came.append(collected)
        self._one_less()

    def _one_failed(self, error: Exception) -> None:
        """Not the place's trouble, which comes home with its answer: ours, a full disk say."""
        self.broke_off = True
        self._tell(error)
        self._one_less()

    def _gave_up(self, error: Exception) -> None:
        self._left, self.broke_off = 0, True
        self._tell(error)
        self._all_checked()

    def _one_less(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._all_checked()

    def _all_checked(self) -> None:
        self.checking.emit(False)
        if self._came or not self.broke_off:
            self.checked.emit(tuple(self._came))
        self._mind_the_connection()
        if not self._stop.is_set():
            self._look_now()
            self._collect_timer.start(self._until_next_check())

    def _mind_the_connection(self) -> None:
        """First it is fetched, then what waited goes, with its time to be taken back."""
        from desktop import deliver

        was_offline = self._is_offline
        if self._came:
            self._is_offline = all(isinstance(getattr(one, "trouble", None), Offline) for one in self._came)
        if self._is_offline:
            self._deliver_timer.stop()
        elif was_offline:
            shop = self._shop
            again = partial(deliver.connected_again, shop)
            self._background.run(self, again, lambda _: self._plan_delivery(), self._tell, lane="outbox")

    def _until_next_check(self) -> int:
        if self._shop.is_practice:
            return round(_PRACTICE_CHECK * 1000)
        if self._is_offline:
            return _TRY_AGAIN
        minutes = settings.get(self._shop.store, settings.CHECK_MINUTES)
        return min(_LONGEST, max(1, minutes) * 60_000)

    def stop_checking(self) -> None:
        """What came so far stays; the next check goes on from there."""
        self._stop.set()
        self._collect_timer.start(self._until_next_check())

    def _read_again(self) -> None:
        """After an update, or when something was learned or forgotten: the open guesses that were made without it are
        read anew, some at a time, until none is left."""

        def read() -> int:
            from desktop import reading

            return reading.read_again(self._shop)

        def has_read(number: int) -> None:
            if number and not self._has_ended:
                self._read_timer.start(_BETWEEN_READS)

        self._background.run(self, read, has_read, self._tell, lane="collect", key="reading again")

    def _look_now(self) -> None:
        self._look_timer.stop()
        if self._is_offline:
            self.looked.emit()
            return
        self._background.run(self, self._look, self._has_looked, self._tell, lane="collect", key="looking")

    def _look(self) -> float | None:
        from desktop import lookout

        self._looked = lookout.look_due(self._shop)
        return self._next_look()

    def _next_look(self) -> float | None:
        """Real seconds until pages should be looked at again; None while there are none to look at."""
        from desktop import lookout

        seconds = lookout.seconds_to_next(self._shop, self._looked)
        return None if seconds is None else seconds / self._shop.clock.rate

    def _has_looked(self, seconds: float | None) -> None:
        self.looked.emit()
        self._look_in(seconds)

    def _look_in(self, seconds: float | None) -> None:
        if seconds is None or self._has_ended:
            self._look_timer.stop()
        else:
            self._look_timer.start(min(_LONGEST, max(1000, round(seconds * 1000))))

    # ---- carrying out ------------------------------------------------------------------------------

    def stir(self) -> None:
        """A reply went into the outbox or may leave sooner, or the shop's clock was set."""
        self._plan_delivery()

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & {"replies", "settings"}:
            self._plan_delivery()
        if "imports" in tables and not (self._shop.read_only or self._has_ended):
            self._join_timer.start(_FIRST_JOIN)
        if "corrections" in tables and not (self._shop.read_only or self._has_ended):
            self._read_timer.start(_TAUGHT)
        if "looks" in tables and not (self._shop.read_only or self._has_ended):
            self._background.run(self, self._next_look, self._look_in)

    def _plan_delivery(self, least: int = 0) -> None:
        """Sets the timer for the nearest reply that is due, `least` ms from now at the earliest."""
        if self._shop.read_only or self._is_delivering or self._has_ended or self._is_offline:
            return
        self._background.run(self, self._next_due, lambda seconds: self._deliver_in(seconds, least))

    def _next_due(self) -> float | None:
        """Real seconds until the next reply is due; None when nothing waits or the outbox is on hold."""
        from desktop import outbox, timekeeping

        shop = self._shop
        timekeeping.mind(shop)
        if settings.get(shop.store, settings.HOLD_OUTBOX):
            return None
        due = outbox.next_due(shop.store)
        if due is None:
            return None
        return max(0.0, (due - shop.clock.now()) / timedelta(seconds=1) / shop.clock.rate)

    def _deliver_in(self, seconds: float | None, least: int) -> None:
        if seconds is None or self._has_ended:
            self._deliver_timer.stop()
        else:
            wait = min(_LONGEST, round(seconds * 1000) + 20)
            self._deliver_timer.start(wait if seconds > 0 else max(least, wait))

    def _deliver(self) -> None:
        if self._is_delivering:
            return
        self._is_delivering = True
        self._background.run(self, self._deliver_due, self._has_delivered, self._not_delivered, lane="outbox")

    def _deliver_due(self) -> tuple[Reply, ...]:
        from desktop import deliver

        return deliver.deliver_due(self._shop)

    def _has_delivered(self, replies: tuple[Reply, ...]) -> None:
        self._is_delivering = False
        if replies:
            self.delivered.emit(replies)
        # What is due and yet did not go (a clock that stands still, another computer's reply) must not spin.
        self._plan_delivery(0 if replies else _NOTHING_WENT)

    def _not_delivered(self, error: Exception) -> None:
        self._is_delivering = False
        self._deliver_timer.start(60_000)
        self._tell(error)
