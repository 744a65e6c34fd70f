"""Keys typed into a long draft with the coach on, idle and while posts are stored: FOLDER -> JSON on stdout.

12 keys a second into 2,000 characters. What is measured is how long the window's thread is busy with one key: from
its arrival until the key, what follows from it at once and the painting are done.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop import accounts, coach, posts
from desktop.cli import Options
from desktop.coach import Book, PastReply
from desktop.records import Channel, Fact, Kind, Limit
from desktop.writing import Writing
from tests.bench.make_shop import ACCOUNT, NOW, remote_posts
from tests.bench.while_collecting import BATCH, PER_SECOND, pause
from ui.app import Program, make_application
from ui.composer import Composer, ComposerContext

SECONDS, PER_KEY, _REST = 20, 1 / 12, 6  # the last: keys not pressed at the end of a sentence
THEIRS = "Ordered the lemon tart two weeks ahead. The middle was raw dough. Eleven people, no pudding. Phoned twice. "
SENTENCES = (
    "You were eleven at the table and the middle of that tart was raw, and I am sorry for it. ",
    "I have looked at the oven this morning and one of its burners was out since Thursday night. ",
    "A new tart is on the rack, and I would like to bring it round on Sunday before you all sit down. ",
    "The lemon tart is 18 euros and that goes back to your card today, whatever you decide about Sunday. ",
)


def _context(composer: Composer, window: QWidget, background: object) -> None:
    past = tuple(
        PastReply(f"P{i}", f"{SENTENCES[i % 4]}That was the {i}. {SENTENCES[(i + 1) % 4]}", NOW)
        for i in range(50)
    )
    facts = tuple(Fact(str(i), f"Thing {i}", f"€{i} each. No nuts.", (), "Ines", NOW) for i in range(60))
    composer.set_context(
        ComposerContext(
            place="Google", their_name="Marta K.", their_text=THEIRS * 5, kind=Kind.COMPLAINT, person_name="Tom",
            sign_off="Tom", owner_name="Ines", limit=Limit(4096), staff=("Ines", "Tom", "Priya"), past=past,
            channels=(Channel.PUBLIC, Channel.PRIVATE, Channel.NOTE), book=Book(facts),
            read=coach.read, now=lambda: NOW,
        )
    )  # fmt: skip
    text = "\n".join("".join(SENTENCES) for _ in range(6))[:2000]  # some six paragraphs
    composer.set_writing(Writing.typed(text), at_end=True)


def keys(editor: QWidget) -> list[float]:
    """Milliseconds of each key over SECONDS."""
    took: list[float] = []
    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(int(PER_KEY * 1000))
    words, resting = "and I rang you twice at noon. ", [_REST]

    def press() -> None:
        if resting[0] < _REST:  # at the end of a sentence: the coach reads while the next one is typed
            resting[0] += 1
            return
        letter = words[len(took) % len(words)]
        if letter == ".":
            resting[0] = 0
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.sendPostedEvents(
            editor.window(), QEvent.Type.UpdateRequest
        )  # what has to be painted anew
        took.append((time.perf_counter() - began) * 1000)

    timer.timeout.connect(press)
    timer.start()
    QTimer.singleShot(SECONDS * 1000, loop.quit)
    loop.exec()
    timer.stop()
    return took


def main(folder: Path) -> None:
    app = make_application()
    program = Program(app, Options(folder))
    program.start()
    session = program.session
    assert program.window and session
    session.rounds.end()  # type: ignore[attr-defined]  # nobody else collects: the place is made up
    shop, background = session.shop, session.background  # type: ignore[attr-defined]
    window = QWidget()
    composer = Composer(lambda work, done: background.run(window, work, done))
    row = QHBoxLayout(window)
    row.addWidget(composer, 1)
    row.addWidget(composer.coach)
    window.resize(1200, 760)
    window.show()
    _context(composer, window, background)
    pause(1500)
    account = accounts.by_id(shop.store, ACCOUNT)
    assert account
    stamp, pacing = str(time.time_ns()), threading.Event()
    fresh = [
        p._replace(remote_id=stamp + p.remote_id, uri=stamp + p.uri)
        for p in remote_posts(SECONDS * PER_SECOND)
    ]

    def store() -> int:
        began, stored = time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS and stored < len(fresh):
            with shop.store.writing():
                posts.take(shop.store, account, [(p, "") for p in fresh[stored : stored + BATCH]], NOW)
            stored += BATCH
            ahead = stored / PER_SECOND - (time.perf_counter() - began)
            if ahead > 0:
                pacing.wait(ahead)
        return stored

    idle = keys(composer.editor)
    _context(composer, window, background)
    pause(1500)
    done: list[int] = []
    background.run(app, store, done.append, lane="collect")
    busy = keys(composer.editor)
    pause(2000)
    looks = len(composer.coach.reading().findings)
    print(
        json.dumps({"idle": idle, "busy": busy, "stored": done[0] if done else 0, "looks": looks}), flush=True
    )
    window.close()
    program.window.close_for_good()  # type: ignore[attr-defined]
    QTimer.singleShot(2000, app.quit)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
