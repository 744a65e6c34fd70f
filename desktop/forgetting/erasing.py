"""After 30 days, or at once: what was set aside goes, and the copies that still hold it are written anew without it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from desktop import aside, clock, forgotten, history, settings
from desktop.clock import Clock
from desktop.driver import Key
from desktop.errors import Misuse, StoreBroken, StoreTooNew
from desktop.forgetting import person, taking_out
from desktop.forgetting.restored import take_out_all
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store, of_the_disk, plain_errors

_BETWEEN_CLEANINGS = timedelta(days=7)  # all of the search index is written for each
_PARTS = ("", "-wal", "-shm", "-journal")


class Erased(NamedTuple):
    """`copies` were written anew without them; `dropped` couldn't be read and are gone as a whole."""

    copies: int = 0
    dropped: tuple[str, ...] = ()


def tidy(shop: Shop) -> Erased:
    """Once a day: erases for good what was forgotten 30 days ago. Raises DiskTrouble; the next day tries again."""
    now, done = shop.clock.now(), Erased()
    for one in forgotten.open_ones(shop.store):
        if one.until <= now:
            found = erase_now(shop, one.id)
            done = Erased(done.copies + found.copies, done.dropped + found.dropped)
    aside.drop_others(shop.folder, [one.id for one in forgotten.open_ones(shop.store)])
    cleaned = clock.maybe(settings.get(shop.store, settings.CLEANED_AT) or None)
    is_time = cleaned is None or not cleaned <= now < cleaned + _BETWEEN_CLEANINGS
    if settings.get(shop.store, settings.CLEAN_UP) and is_time:
        person.clean(shop)
    return done


def erase_now(shop: Shop, forgetting: str) -> Erased:
    """Nothing brings them back any more. Raises Misuse, DiskTrouble."""
    one = forgotten.by_id(shop.store, forgetting)
    if one is None or not one.is_open:
        raise Misuse("That is over already.")
    copies, dropped = 0, list[str]()
    known = _of(shop.store, forgetting)
    for copy in _copies(shop.folder):
        try:
            copies += _written_anew(copy, known, shop.key, shop.clock)
        except (StoreBroken, StoreTooNew):
            _unlink(copy)
            dropped.append(copy.name)
    aside.drop(shop.folder, forgetting)
    now = shop.clock.now()
    with shop.store.writing():
        forgotten.erased(shop.store, forgetting, now)
        told = {"copies": copies, "dropped": dropped}
        history.tell(shop.store, history.By("", shop.device, now), forgetting, "erased", told)
    return Erased(copies, tuple(dropped))


def _of(store: Store, forgetting: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    things, times = forgotten.all_of_it(store)
    return [row for row in things if row[1] == forgetting], [row for row in times if row[0] == forgetting]


def _copies(folder: Path) -> Iterator[Path]:
    for path in sorted([*folder.glob("*.db"), *(folder / "backups").glob("*.db")]):
        if path != folder / FILE_NAME:
            yield path


def _written_anew(path: Path, known: tuple[Sequence[tuple[str, ...]], ...], key: Key | None, clock: Clock) -> bool:
    """Whether there was anything of them in it. Its age stays."""
    part = path.with_name(f"{path.name}.part")
    whole = path.with_name(f"{path.name}.part2")
    try:
        made_at = path.stat().st_mtime
        with closing(Store(path, read_only=True, key=key)) as store:
            if not _holds(store, [row[0] for row in known[0]]):
                return False
            store.copy_to(part)
        with plain_errors():
            from desktop import migrations  # not before it is needed: its library is slow to come

            migrations.upgrade(part, key)
        with closing(Store(part, key=key)) as store:
            with store.writing():
                forgotten.take_over(store, list(known[0]), list(known[1]))
                take_out_all(store, (list(known[0]), list(known[1])), clock)
            taking_out.out_of_indexes(store)
            store.copy_to(whole)
        for ending in _PARTS[1:]:  # its journal was read above, and would be taken for the new one's
            path.with_name(path.name + ending).unlink(missing_ok=True)
        os.utime(whole, (made_at, made_at))
        whole.replace(path)
    except OSError as error:
        raise of_the_disk(error) from error
    finally:
        _unlink(part)
        _unlink(whole)
    return True


def _holds(store: Store, things: Sequence[str]) -> bool:
    for start in range(0, len(things), 400):
        some = things[start : start + 400]
        marks = ",".join("?" * len(some))
        sql = f"select 1 from posts where author in ({marks}) limit 1"
        if store.value(sql, some) or store.value(f"select 1 from authors where id in ({marks})", some):
            return True
    return False


def _unlink(path: Path) -> None:
    for ending in _PARTS:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
