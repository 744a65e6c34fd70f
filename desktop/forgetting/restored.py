"""A copy that is brought back doesn't bring back who was forgotten since it was made."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from desktop import forgotten
from desktop.clock import Clock, SystemClock, from_text
from desktop.driver import Key
from desktop.errors import ShopError
from desktop.forgetting import taking_out
from desktop.forgotten import BY_AGE
from desktop.store import Store, plain_errors, version_of

Known = tuple[list[tuple[str, ...]], list[tuple[str, ...]]]


def stay_forgotten(made: Path, others: Iterable[Path], key: Key | None, now: Clock | None = None) -> None:
    """Takes out of a file that is about to be the shop file whom the first of the `others` that can be read has
    forgotten. Raises StoreBroken, DiskTrouble."""
    known = _known(others, key)
    if known is None or not known[0]:
        return
    if version_of(made, key) < _FROM:
        with plain_errors():
            from desktop import migrations

            migrations.upgrade(made, key)
    with closing(Store(made, key=key)) as store:
        with store.writing():
            forgotten.take_over(store, *known)
            take_out_all(store, known, now or SystemClock())
        taking_out.out_of_indexes(store)
        store.leave_nothing_behind()


_FROM = 18  # the schema that knows of forgetting


def _known(others: Iterable[Path], key: Key | None) -> Known | None:
    for path in others:
        with suppress(ShopError, OSError):
            if path.is_file():
                with closing(Store(path, read_only=True, key=key)) as store:
                    is_new = store.value("pragma user_version") >= _FROM
                    found = forgotten.all_of_it(store) if is_new else None
                _leave_as_found(path)
                return found
    return None


def _leave_as_found(path: Path) -> None:
    """Without the empty journal that reading makes beside a file."""
    journal = path.with_name(f"{path.name}-wal")
    if journal.exists() and not journal.stat().st_size:
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def take_out_all(store: Store, known: Known, now: Clock) -> bool:
    """Everybody that was forgotten, each up to the time of it; inside `writing()`. Whether there was anything."""
    times = dict[tuple[str, str], list[str]]()
    for one, forgetting, at in known[0]:
        if forgetting != BY_AGE:
            times.setdefault((forgetting, at), []).append(one)
    is_any = False
    for (forgetting, at), chosen in times.items():
        for some in taking_out.pieces(chosen):
            found = taking_out.look(store, some, from_text(at))
            if not found.is_empty:
                taking_out.take_out(store, found, forgetting, from_text(at), now)
                is_any = True
    return is_any
