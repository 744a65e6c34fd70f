"""What the real window does with a shop of any size: FOLDER -> JSON on stdout. Goals 3, 12, 14, 15 and 20.

The list of History over all conversations: shown, scrolled to random places, 80 more on top; searches as somebody
types them while 5,000 posts a second are stored; Insights' first picture.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from array import array
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.cli import Options
from tests.bench.start_window import resident
from ui.app import Program, make_application

TALKS = 1000  # conversations that what comes in while somebody types goes on in: it is found, as what comes always is
TYPED = ("refund", "cake box", "lieferung", "waiting", "the box", "crushed -refund", "place:google late", "蛋糕")
JUMPS, KEYS_APART = 120, 0.09


def main(folder: Path) -> None:
    app = make_application()
    program = Program(app, Options(folder))
    program.start()
    session: Any = program.session
    assert program.window and session
    session.rounds.end()  # nobody else collects: the place is made up
    pause(500)
    window: Any = program.window
    page = window.go("history")
    settle(page)
    told: dict[str, Any] = {"rows": page.model.rowCount()}
    told |= scrolling(page.list)
    told["rss"] = resident()
    told |= showing(page)
    told |= typing(app, session, page)
    told |= charts(session.shop, window)
    print(json.dumps(told), flush=True)
    window.close_for_good()
    QTimer.singleShot(2000, app.quit)
    app.exec()


def pause(milliseconds: int) -> None:
    """Lets the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(page: Any) -> None:
    """Until all results are there, and what they have in common."""
    deadline = time.monotonic() + 60

    def is_at_work() -> bool:
        return bool(not page.model.results.is_all or page._behind.isActive() or page._background._under_way)

    while time.monotonic() < deadline and is_at_work():
        pause(50)
    pause(300)


def painted(widget: QWidget) -> float:
    """CPU milliseconds of one full frame."""
    began = time.process_time()
    widget.repaint()
    return (time.process_time() - began) * 1000


def scrolling(table: Any) -> dict[str, Any]:
    """A frame at random places whose rows nobody has read yet, and the same frame again."""
    chance, bar = random.Random(5), table.verticalScrollBar()
    cold, again = [], []
    for _ in range(JUMPS):
        began = time.process_time()
        bar.setValue(chance.randrange(bar.maximum() + 1))
        table.viewport().repaint()
        cold.append((time.process_time() - began) * 1000)
        again.append(painted(table.viewport()))
    return {"cold": cold, "again": again}


def showing(page: Any) -> dict[str, Any]:
    """CPU milliseconds to show all conversations, and 80 more on top."""
    import statistics  # only now: no part of the program, whose memory has been measured before

    got, shown, more = page.model.results, [], []
    for _ in range(5):
        page.list.take(replace(got, rids=array("q"), hits=array("q")), keep=False)
        began = time.process_time()
        page.list.take(got, keep=False)
        page.list.viewport().repaint()
        shown.append((time.process_time() - began) * 1000)
        page.list.take(replace(got, rids=got.rids[80:]), keep=False)
        page.list.viewport().repaint()
        began = time.process_time()
        page.list.take(got, keep=True)
        page.list.viewport().repaint()
        more.append((time.process_time() - began) * 1000)
    return {"shown": statistics.median(shown), "more": statistics.median(more)}


def typing(app: QApplication, session: Any, page: Any) -> dict[str, Any]:
    """Milliseconds from a key to its painted results, without the pause that waits for the next letter."""
    # Read only now: what makes posts is no part of the program, whose memory has been measured before.
    from desktop import accounts, posts
    from tests.bench.make_shop import ACCOUNT, NOW, remote_posts
    from tests.bench.while_collecting import BATCH, PER_SECOND

    shop, ended, pacing, stored = session.shop, threading.Event(), threading.Event(), [0]
    account = accounts.by_id(shop.store, ACCOUNT)
    assert account
    stamp = str(time.time_ns())
    talks = [row[0] for row in shop.store.rows("select id from conversations order by rid desc limit ?", (TALKS,))]
    fresh = [one._replace(remote_id=stamp + one.remote_id, uri=stamp + one.uri) for one in remote_posts(40_000)]

    def store() -> None:
        began = time.perf_counter()
        while not ended.is_set() and stored[0] < len(fresh):
            some = fresh[stored[0] : stored[0] + BATCH]
            pairs = [(post, talks[at % len(talks)]) for at, post in enumerate(some, stored[0])]
            with shop.store.writing():
                posts.take(shop.store, account, pairs, NOW)
            stored[0] += BATCH
            pacing.wait(max(0.0, stored[0] / PER_SECOND - (time.perf_counter() - began)))

    began = time.perf_counter()
    session.background.run(app, store, lane="collect")
    took = [each for typed in TYPED for each in _word(app, page, typed)]
    ended.set()
    seconds = time.perf_counter() - began
    page.search.clear()
    page.search.tell_now()
    settle(page)
    return {"keys": took, "stored_a_second": stored[0] / seconds}


def _word(app: QApplication, page: Any, typed: str) -> list[float]:
    page.search.clear()
    page.search.tell_now()
    pause(200)
    took = []
    for end in range(2, len(typed) + 1):
        if typed[end - 1] == " ":
            continue
        began = time.perf_counter()
        page.search.setText(typed[:end])
        page.search.tell_now()
        while page.model.results.typed != typed[:end] and time.perf_counter() - began < 5:
            app.processEvents()
        page.list.viewport().repaint()
        took.append((time.perf_counter() - began) * 1000)
        pause(max(1, int((KEYS_APART - (time.perf_counter() - began)) * 1000)))
    return took


def charts(shop: Any, window: Any) -> dict[str, Any]:
    """CPU milliseconds of the charts' first picture with their import, and of each next one; the reading apart."""
    import statistics

    from desktop import insights

    view = insights.View(period := insights.last_months(shop.clock), insights.before(period))
    began = time.process_time()
    told = insights.read(shop, view)
    read = (time.process_time() - began) * 1000
    began = time.process_time()
    from ui.insights.card import Card
    from ui.insights.endings import EndingsChart
    from ui.insights.findings import findings

    [found] = [one for one in findings(told) if one.key == "endings"]
    card = Card(EndingsChart())
    card.show_finding(told, found)
    card.resize(640, 420)
    card.grab()
    first = (time.process_time() - began) * 1000
    again = statistics.median(painted_to_picture(card) for _ in range(5))
    card.close()
    return {"insights": read, "chart": first, "redraw": again}


def painted_to_picture(widget: QWidget) -> float:
    began = time.process_time()
    widget.grab()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]))
