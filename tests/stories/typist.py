"""A pair of hands at the real window in a process of its own, to be killed at any moment."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.driver import Key

ROOT = Path(__file__).resolve().parents[2]
PACE = 0.05  # seconds between two words

# The program as it runs, with a pair of hands: it opens the conversation and types a numbered word every now
# and then, saying each one aloud as soon as it stands in the composer.
HANDS = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from desktop.cli import Options
from desktop.driver import Key
from desktop.records import Channel
from ui.app import Program, make_application

app = make_application()
program = Program(app, Options(Path(sys.argv[1])))
kept = sys.stdin.readline().strip()
program.at_rest.key = Key(bytes.fromhex(kept)) if kept else None
program.start()
first = int(sys.argv[2])
word = [first]

def begin():
    window = program.window
    store = window.shop.store
    window.open_conversation(store.value("select id from conversations"))
    hands.start()

def write():
    view = program.window.page().view
    if view.known is None:
        return
    composer = view.composer
    if word[0] == first:
        composer.start(0)
        composer.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(composer.editor, f"w{{word[0]}} ")
    print(f"w{{word[0]}}", flush=True)
    word[0] += 1
    if word[0] - first == int(sys.argv[3]):
        hands.stop()
        composer.post_requested.emit(composer.writing(), Channel.PUBLIC, False)
        watch.start()

def look():
    store = program.window.shop.store
    if store.value("select count(*) from replies"):
        watch.stop()
        print("posted", flush=True)

hands = QTimer(interval={int(PACE * 1000)})
hands.timeout.connect(write)
watch = QTimer(interval=5)
watch.timeout.connect(look)
QTimer.singleShot(0, begin)
app.exec()
"""


@dataclass
class Writer:
    """The program in a process of its own; `said`: (when, word) as it stood in the composer."""

    process: subprocess.Popen[str]
    said: list[tuple[float, str]] = field(default_factory=list)
    _ears: threading.Thread | None = None
    _news: threading.Condition = field(default_factory=threading.Condition)

    @classmethod
    def begin(cls, folder: Path, first: int = 0, post_after: int = 0, key: Key | None = None) -> Writer:
        """`key`: of a protected shop; it goes by standard input, where nobody else on the computer sees it."""
        made = cls(
            subprocess.Popen(
                [sys.executable, "-c", HANDS, str(folder), str(first), str(post_after)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=ROOT,
                text=True,
            )
        )
        assert made.process.stdin
        with made.process.stdin as mouth:
            mouth.write((key.raw().hex() if key else "") + "\n")
        made._ears = threading.Thread(target=made._listen, daemon=True)
        made._ears.start()
        return made

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as heard:
            for line in heard:
                with self._news:
                    self.said.append((time.monotonic(), line.strip()))
                    self._news.notify_all()

    def hear(self, word: str = "") -> None:
        """Waits until it has said this word; any word without one."""
        with self._news:
            assert self._news.wait_for(lambda: any(word in ("", said) for _, said in self.said), 60)

    def kill_after(self, seconds: float) -> float:
        """Kills it in so many seconds; returns when that was."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
            raise AssertionError("it ended by itself")
        at = time.monotonic()
        self.process.kill()
        self.process.wait()
        assert self._ears
        self._ears.join()
        return at
