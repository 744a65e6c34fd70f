"""Who wants to know that a table changed.

A listener is called in the thread that wrote, after the commit, with the names of the changed
tables. It must be quick and must not write.
"""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[frozenset[str]], None]


class Changes:
    """A list of listeners; adding and removing are safe from any thread (list operations are atomic)."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` on each change until the returned function is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def publish(self, tables: frozenset[str]) -> None:
        for listener in tuple(self._listeners):
            listener(tables)
