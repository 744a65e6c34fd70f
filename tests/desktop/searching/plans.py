"""What SQLite was asked, and how it goes about it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.store import Store


def asked(store: Store, work: Callable[[], object]) -> list[str]:
    """The questions of `work`, each as it was asked, with its values in it."""
    found: list[str] = []
    store._conn.set_trace_callback(found.append)
    try:
        work()
    finally:
        store._conn.set_trace_callback(None)
    return [sql for sql in found if sql.lstrip().startswith(("select", "with"))]  # the others are SQLite's own


def steps(store: Store, work: Callable[[], object]) -> list[str]:
    """The steps of SQLite's plans for the questions of `work`: "SEARCH c USING INDEX …"."""
    return [row[3] for sql in asked(store, work) for row in store.rows(f"explain query plan {sql}")]
