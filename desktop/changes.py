"""Who wants to know that a table changed, and whether anybody waits to write.

A listener is called in the thread that wrote, after the commit, with the names of the changed
tables. It must be quick and must not write.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

Listener = Callable[[frozenset[str]], None]


class Changes:
    """A list of listeners; adding and removing are safe from any thread (list operations are atomic)."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._waiting, self._lock, self._nobody = 0, threading.Lock(), threading.Event()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` on each change until the returned function is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def wants_to_write(self) -> None:
        """A thread asks for the write lock; `has_its_turn` follows, whatever comes of it."""
        with self._lock:
            self._waiting += 1
            self._nobody.clear()

    def has_its_turn(self) -> None:
        with self._lock:
            self._waiting -= 1
            if not self._waiting:
                self._nobody.set()

    @property
    def is_anybody_waiting(self) -> bool:
        return self._waiting > 0

    def make_way(self, most: float) -> None:
        """Lets those who wait to write go first, for at most so many seconds. Ask it outside a transaction."""
        if self._waiting:
            self._nobody.wait(most)

    def publish(self, tables: frozenset[str]) -> None:
        for listener in tuple(self._listeners):
            listener(tables)
