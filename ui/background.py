"""The only file with threads: runs plain blocking functions and brings what they return back to the window.

`Background` has a few small pools, one per lane; `AtOnce` does the same without threads, for tests.
Results come home through one signal of an object born in the UI thread. Only `Signal(object)` crosses
threads: Qt's `int` is 32 bits wide there and a dict can arrive empty.
"""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.changes import Changes
from desktop.errors import OurFault, ReadOnly, ShopError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

LANES = {
    "quick": 2,  # short reads a page asked for
    "collect": 4,  # fetching; never two with the same key
    "outbox": 1,  # replies leave one at a time
    "model": 2,  # a language model, where the owner wants one: slow
    "write": 1,  # what a person decided, in the order it was decided
}
_CHANGES_EVERY = 250  # ms between two times that pages hear of changes: a collect stores many pages a second
_SWITCH_INTERVAL = 0.0005  # seconds; keeps frames whole while Python code runs beside them


class Runner(QObject):
    """What pages are given: `run`, and the signals `tables_changed` and `trouble`."""

    tables_changed = Signal(object)  # frozenset of table names; in a stream of changes now and then
    trouble = Signal(object)  # a ShopError nobody else took

    def __init__(self, changes: Changes | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop_listening = changes.listen(self._changed) if changes else lambda: None

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        lane: str = "quick",
        key: str = "",
    ) -> None:
        """Runs `work` in a lane; `done(result)` or `failed(error)` is called in the UI thread.

        Nothing is called once `owner` is gone. A ShopError without `failed` goes to `trouble`; any
        other exception is our bug and goes to `sys.excepthook`, and `failed` hears OurFault. Work
        with the same `key` never runs twice at a time. That a shop is open to read only goes to
        `trouble` too.
        """
        raise NotImplementedError

    def begin(self) -> None:
        """Work that was held back may start."""

    def close(self, timeout: float = 5.0) -> bool:
        """No new work; waits for what is under way. False if that took longer than `timeout` seconds."""
        raise NotImplementedError

    @property
    def is_closing(self) -> bool:
        """Long work may ask this now and then, and stop early."""
        return False

    def _changed(self, tables: frozenset[str]) -> None:
        raise NotImplementedError

    def _hand_over(self, ticket: _Ticket, error: BaseException | None, result: Any) -> None:
        """In the UI thread: tells the one who asked, if there still is one."""
        owner = ticket.owner()
        if owner is None or not isValid(owner):
            if error is not None and not isinstance(error, ShopError):
                sys.excepthook(type(error), error, error.__traceback__)
        elif error is None:
            if ticket.done:
                ticket.done(result)
        elif not isinstance(error, ShopError):
            sys.excepthook(type(error), error, error.__traceback__)
            if ticket.failed:
                ticket.failed(OurFault(error))  # a dialog that is at work comes to its end
        else:
            if ticket.failed:
                ticket.failed(error)
            if not ticket.failed or isinstance(error, ReadOnly):  # which is said in one way, whoever asked
                self.trouble.emit(error)


class _Ticket(NamedTuple):
    owner: weakref.ref[QObject]
    work: Callable[[], Any]
    done: Done | None
    failed: Failed | None
    lane: str
    key: str


class Background(Runner):
    """The real one. Make it in the UI thread, after the QApplication; `close` it before the program ends.

    With `is_held` nothing starts until `begin`: the first paint has both cores for itself.
    """

    _came_home = Signal(object)  # (ticket, error, result)
    _stirred = Signal(object)  # None: tables changed; the names wait in _tables

    def __init__(
        self, changes: Changes | None = None, parent: QObject | None = None, *, is_held: bool = False
    ) -> None:
        self._held: list[_Ticket] | None = [] if is_held else None
        self._lock = threading.Lock()
        self._tables: set[str] = set()
        super().__init__(changes, parent)
        sys.setswitchinterval(_SWITCH_INTERVAL)
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._under_way: set[Future[Any]] = set()
        self._waiting: dict[str, list[_Ticket]] = {}  # by key: what runs when the one before is done
        self._closing = threading.Event()
        self._came_home.connect(self._take_in, Qt.ConnectionType.QueuedConnection)
        self._stirred.connect(self._tell_changes, Qt.ConnectionType.QueuedConnection)
        self._again = QTimer(self, singleShot=True, interval=_CHANGES_EVERY)
        self._again.timeout.connect(self._tell_changes)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        lane: str = "quick",
        key: str = "",
    ) -> None:
        """See `Runner.run`. After `close` nothing more is taken on."""
        if self._closing.is_set():
            return
        ticket = _Ticket(weakref.ref(owner), work, done, failed, lane, key)
        if key and key in self._waiting:
            self._waiting[key].append(ticket)
            return
        if key:
            self._waiting[key] = []
        self._submit(ticket)

    def _submit(self, ticket: _Ticket) -> None:
        if self._held is not None:
            self._held.append(ticket)
            return
        future = self._pool(ticket.lane).submit(ticket.work)
        with self._lock:
            self._under_way.add(future)
        future.add_done_callback(partial(self._finished, ticket))

    def begin(self) -> None:
        held, self._held = self._held, None
        for ticket in held or []:
            self._submit(ticket)

    def _pool(self, lane: str) -> ThreadPoolExecutor:
        if lane not in self._pools:
            # Imported here: it brings in logging, which the first painted window does not need.
            from concurrent.futures import ThreadPoolExecutor

            self._pools[lane] = ThreadPoolExecutor(LANES[lane], thread_name_prefix=lane)
        return self._pools[lane]

    def _finished(self, ticket: _Ticket, future: Future[Any]) -> None:
        """In the worker's thread: looks at how it ended and sends that home."""
        with self._lock:
            self._under_way.discard(future)
        if future.cancelled():
            return
        error = future.exception()
        self._came_home.emit((ticket, error, None if error else future.result()))

    def _take_in(self, home: tuple[_Ticket, BaseException | None, Any]) -> None:
        ticket, error, result = home
        if ticket.key:
            self._next_with(ticket.key)
        self._hand_over(ticket, error, result)

    def _next_with(self, key: str) -> None:
        if self._waiting[key] and not self._closing.is_set():
            self._submit(self._waiting[key].pop(0))
        else:
            del self._waiting[key]

    def _changed(self, tables: frozenset[str]) -> None:
        """In whatever thread wrote: remembers the names and asks for one turn of the UI thread."""
        with self._lock:
            is_first = not self._tables
            self._tables |= tables
        if is_first:
            self._stirred.emit(None)

    def _tell_changes(self, _nothing: object = None) -> None:
        """The first change is told at once; while more follow, they are told together now and then."""
        if self._again.isActive():
            return
        with self._lock:
            tables, self._tables = frozenset(self._tables), set()
        if tables:
            self._again.start()
            self.tables_changed.emit(tables)

    @property
    def is_closing(self) -> bool:
        return self._closing.is_set()

    def close(self, timeout: float = 5.0) -> bool:
        """Reads that have not begun are dropped; sending and writing are finished."""
        self.begin()
        self._closing.set()
        self._stop_listening()
        self._again.stop()
        for lane, pool in self._pools.items():
            pool.shutdown(wait=False, cancel_futures=lane in ("quick", "collect", "model"))
        with self._lock:
            left = set(self._under_way)
        if left:
            from concurrent.futures import wait

            left = wait(left, timeout).not_done
        for pool in self._pools.values() if not left else ():
            pool.shutdown()  # idle threads end at once, and each thread's store closes with it
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self._again.stop()  # what came just now has been told; later there is no shop to read it from
        return not left


class AtOnce(Runner):
    """The same interface without threads: `run` does the work and calls `done` before it returns."""

    def __init__(self, changes: Changes | None = None, parent: QObject | None = None) -> None:
        self._depth = 0
        self._is_closed = False
        self._tables: set[str] = set()
        super().__init__(changes, parent)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        lane: str = "quick",
        key: str = "",
    ) -> None:
        """See `Runner.run`. After `close` nothing more is taken on."""
        if self._is_closed:
            return
        ticket = _Ticket(weakref.ref(owner), work, done, failed, lane, key)
        error: Exception | None = None
        result: Any = None
        self._depth += 1
        try:
            result = work()
        except Exception as found:  # noqa: BLE001 - every kind has its place in _hand_over
            error = found
        finally:
            self._depth -= 1
        self._tell_changes()
        self._hand_over(ticket, error, result)

    def close(self, timeout: float = 5.0) -> bool:
        """Nothing is ever under way here."""
        self._is_closed = True
        self._stop_listening()
        return True

    @property
    def is_closing(self) -> bool:
        return self._is_closed

    def _changed(self, tables: frozenset[str]) -> None:
        self._tables |= tables
        self._tell_changes()

    def _tell_changes(self) -> None:
        if self._depth or not self._tables:
            return
        tables, self._tables = frozenset(self._tables), set()
        self.tables_changed.emit(tables)
