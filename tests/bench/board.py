"""The Complaints page with thousands of complaints: `python -m tests.bench.board [--complaints 5000]`.

For each thing a person does: how long the window's own thread is busy with it, and how long the reading beside it
takes (in the program that is another thread). CPU time of this process, so that what else runs here counts little.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.records import Stage
from desktop.shop import Shop
from tests.bench.make_shop import make
from ui.background import AtOnce
from ui.complaints.page import ComplaintsPage
from ui.theme import theme
from ui.window import Window

GOAL_MS = 100  # that the window may be busy with one of these
TIMES = 7


class Apart(AtOnce):
    """Does the work at once, and says how long that took."""

    worked = 0.0

    def run(self, owner: QObject, work: Callable[[], Any], *more: Any, **named: Any) -> None:
        def timed() -> Any:
            began = time.process_time()
            try:
                return work()
            finally:
                self.worked += time.process_time() - began

        super().run(owner, timed, *more, **named)


def _fill(shop: Shop, count: int) -> int:
    """Exactly so many complaints, each of another conversation that is public; the rest are none."""
    with shop.store.writing():
        shop.store.write(
            "delete from complaints where id not in (select id from complaints order by opened_at desc limit ?)",
            (count,),
        )
    return int(shop.store.value("select count(*) from complaints"))


class Board:
    """The page on a screen, and what is done with it."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.background = shop, Apart(shop.changes)
        self.page = ComplaintsPage(shop, self.background, Window())
        self.page.resize(1110, 720)
        self.page.show()
        self.page.shown()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def measure(self, what: str, acts: list[Callable[[], object]]) -> bool:
        """Each of `acts` in turn, several times; one line of the table."""
        busy, read = [], []
        for _ in range(TIMES):
            for act in acts:
                self.background.worked = 0.0
                began = time.process_time()
                act()
                self.settle()
                busy.append(time.process_time() - began - self.background.worked)
                read.append(self.background.worked)
        met = median(busy) * 1000 <= GOAL_MS
        print(
            f"  {what:<34} window {median(busy) * 1000:7.1f} ms (most {max(busy) * 1000:6.1f})   "
            f"reading {median(read) * 1000:7.1f} ms   goal {GOAL_MS} ms {'ok' if met else 'MISSED'}",
            flush=True,
        )
        return met

    def pick(self, key: str) -> None:
        self.page.header.places._chosen(key)  # as its menu does

    def pick_trouble(self, key: str) -> None:
        self.page.header.troubles._chosen(key)

    def all(self) -> list[bool]:
        page, head = self.page, self.page.list.horizontalHeader()
        key = next(key for key, _ in self._places())
        views = page.board.columns[Stage.ANSWERED].view
        met = [
            self.measure("opening the board", [page.shown]),
            self.measure("filtering by place", [lambda: self.pick(key), lambda: self.pick("")]),
            self.measure(
                "filtering by trouble", [lambda: self.pick_trouble("the wait"), lambda: self.pick_trouble("")]
            ),
            self.measure("to the next card", [lambda: QTest.keyClick(views, Qt.Key.Key_Down)]),
            self.measure("moving a card", [lambda: self._move(Stage.FIXED), lambda: self._move(Stage.ANSWERED)]),
            self.measure("the end of a column", [lambda: views.scrollToBottom()]),
            self.measure("a change somewhere else", [lambda: page._reload()]),
        ]
        met += [
            self.measure("to the list", [lambda: page.show_view("list"), lambda: page.show_view("board")]),
        ]
        page.show_view("list")
        self.settle()
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        sorts = [
            lambda at=at, order=order: head.setSortIndicator(at, order)  # type: ignore[misc]
            for at in range(len(page.list._fields))
            for order in orders
        ]
        met += [
            self.measure("sorting the list by each column", sorts),
            self.measure("to the next row", [lambda: QTest.keyClick(page.list, Qt.Key.Key_Down)]),
            self.measure("a change while the list shows", [lambda: page._reload()]),
        ]
        return met

    def _places(self) -> tuple[tuple[str, str], ...]:
        found = self.page._snapshot
        assert found is not None
        return found.platforms

    def _move(self, stage: Stage) -> None:
        from desktop import complaints

        one = self.page.chosen_id
        with self.shop.store.writing():
            complaints.move(self.shop.store, one, stage, self.shop.clock.now())


def run(count: int, folder: Path) -> bool:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme().set_motion("none")
    theme().apply(application)
    shop = make(folder, count * 17)
    there = _fill(shop, count)
    print(f"{there:,} complaints, load {os.getloadavg()[0]:.1f}", flush=True)
    board = Board(shop)
    try:
        return all(board.all()) and there == count
    finally:
        board.page.close()
        board.background.close()
        shop.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--complaints", type=int, default=5000)
    given = wanted.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-board-") as scratch:
        sys.exit(0 if run(given.complaints, Path(scratch) / "shop") else 1)
