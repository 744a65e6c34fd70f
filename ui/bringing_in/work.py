"""What is done with a file beside the window: looked at, added, taken out; each can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from desktop import bringing_in
from desktop.bringing_in import Found
from desktop.errors import GivenUp
from desktop.imports.items import Archive, Me
from desktop.imports.marks import Import
from desktop.records import Person
from desktop.shop import Shop
from ui.background import Runner

T = TypeVar("T")
_at_it: WeakKeyDictionary[Runner, list[Person]] = WeakKeyDictionary()  # whose work is under way, or waits


class Turn:
    """One piece of work. `read` is how many posts it has come to; `waits_for` the name of somebody else whose work it
    waits for, "" once it is its turn. All are only said from one thread to another."""

    def __init__(self) -> None:
        self.read, self.is_stopped, self.waits_for = 0, False, ""

    def come_to(self, read: int) -> None:
        self.read = read


class Work(QObject):
    """`done` is called with what came of it, or None where it was stopped; `failed` with a ShopError."""

    def __init__(self, shop: Shop, background: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self._at_it = _at_it.setdefault(background, [])

    def open(
        self, path: Path, turn: Turn, done: Callable[[Archive | None], None], failed: Callable[[Exception], None]
    ) -> None:
        self._run(turn, lambda stop: bringing_in.opened(self._shop, path, stop), done, failed)

    def look(
        self,
        archive: Archive,
        me: Me,
        turn: Turn,
        done: Callable[[Found | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._run(turn, lambda stop: bringing_in.look(self._shop, archive, me, stop, turn.come_to), done, failed)

    def add(
        self,
        archive: Archive,
        me: Me,
        file: str,
        turn: Turn,
        done: Callable[[Import | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def work(stop: Callable[[], bool]) -> Import:
            return bringing_in.bring_in(self._shop, archive, me, file, progress=turn.come_to, cancelled=stop)

        self._run(turn, work, done, failed)
        self._background.run(self, lambda: self._shop.store.move_journal(), lane="collect", key="bringing in")

    def undo(
        self, one: str, turn: Turn, done: Callable[[int | None], None], failed: Callable[[Exception], None]
    ) -> None:
        self._run(turn, lambda _: bringing_in.undo(self._shop, one, turn.come_to), done, failed)

    def _run(
        self,
        turn: Turn,
        work: Callable[[Callable[[], bool]], T],
        done: Callable[[T | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        me = self._shop.me
        turn.waits_for = next((one.name for one in self._at_it if one.id != me.id), "")
        self._at_it.append(me)

        def stop() -> bool:
            return turn.is_stopped or self._background.is_closing

        def inner() -> T | None:
            turn.waits_for = ""
            try:
                return work(stop)
            except GivenUp:
                return None
            finally:
                self._at_it.remove(me)

        self._background.run(self, inner, done, failed, lane="collect", key="bringing in")
