"""When something of ours breaks: it is written down in the shop's folder, and said once in a dialog.

What isn't ours (a full disk, a damaged file) and was caught nowhere is said where such things are said: a dialog over
the window, one for each row that can't be painted, would keep a person from the way out.

What ends the program at once (a crash in Qt, in Python itself) can't be told in a dialog any more: where it was is
written down all the same, and said at the next start.
"""

from __future__ import annotations

import faulthandler
import re
import sys
import threading
import time
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import ShopError

LOG_NAME = "said-and-done.log"
LAST_NAME = "said-and-done.crash.txt"  # empty while all is well
_LOG_MOST = 1_000_000  # bytes; then it is begun again, the last one kept beside it
_LAST_MOST = 60_000  # characters of what a crash left that are kept

_ODD_WORD = r"(?=[^\s'\"]*\d)[\w\-+/=.~%]{16,}"  # how keys and tokens look; compiled at its first use
_MOST_OF_A_MESSAGE = 300
_OF_QT = r"^(?:Error calling Python override of [^\s]+: )+"  # what Qt puts before the sentence of an error in a paint
_AGAIN = 5.0  # seconds in which the same trouble is one trouble


def told(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, *, has_words: bool = True
) -> str:
    """Where it broke, with the message cut short and what looks like a key left out of it; without `has_words` none.

    A message may hold whatever was being worked on: a customer's words, an answer with a token in it.
    """
    made = traceback.TracebackException(kind, error, trace, capture_locals=False)
    lines = list[str]()
    for part in _chain(made):
        lines += ["Traceback (most recent call last):\n", *part.stack.format()]
        lines += _masked_all(part) if has_words else [f"{part.exc_type.__name__}\n"]
    return "".join(lines)


def _chain(last: traceback.TracebackException) -> list[traceback.TracebackException]:
    """What led to it first, as Python prints it."""
    found, at = list[traceback.TracebackException](), last
    while at is not None and len(found) < 8:
        found.insert(0, at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)  # type: ignore[assignment]
    return found


def _masked_all(part: traceback.TracebackException) -> list[str]:
    return [_masked(line) for line in part.format_exception_only()]


def _masked(line: str) -> str:
    """Its message cut short, and without what looks like a key; the name in front stays."""
    name, colon, said = line.partition(": ")
    if " " not in name and colon:
        return f"{name}: {_masked_words(said)}"
    return _masked_words(line)


def _masked_words(line: str) -> str:
    short = line if len(line) <= _MOST_OF_A_MESSAGE else line[:_MOST_OF_A_MESSAGE].rstrip() + "…\n"
    return re.sub(_ODD_WORD, "…", short)


class CrashDesk(QObject):
    """Takes over `sys.excepthook`. The log holds where it broke, never what a variable held."""

    told = Signal()  # the dialog was read and closed
    _came = Signal(object)  # text
    _troubled = Signal(object)  # ShopError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.is_protected = False  # then nothing that was worked on may stand in a log
        self.window: QWidget | None = None
        self.has_crashed = False  # in this folder, before this start, with a word about where
        self._last: IO[str] | None = None
        self._is_telling = False
        self._trouble, self._trouble_at = "", 0.0
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._troubled.connect(self._tell_trouble, Qt.ConnectionType.QueuedConnection)

    def take_over(self) -> None:
        """From now on, what nobody caught ends here: from every thread."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def watch(self, folder: Path | None) -> None:
        """This folder's log is written from now on; what a crash left in it goes there. None: nothing is written."""
        self.leave()
        self.folder = folder
        if folder is None:
            return
        path = folder / LAST_NAME
        try:
            self._find(path)
            if not faulthandler.is_enabled():  # else somebody has turned it on with a place of their own
                self._last = path.open("w", encoding="utf-8")
                faulthandler.enable(self._last)  # files, lines and functions, never what a variable held
        except OSError:
            return  # a folder that can't be written to is told elsewhere

    def _find(self, path: Path) -> None:
        left = path.read_text("utf-8", "replace")[:_LAST_MOST] if path.exists() else ""
        self.has_crashed = bool(left.strip())
        if self.has_crashed:
            self._write(f"The program had ended here:\n{left}")
        path.unlink(missing_ok=True)

    def leave(self) -> None:
        """All is well, and nothing is watched any more."""
        self.has_crashed = False
        if self._last is not None:
            faulthandler.disable()
            self._last.close()
            self._last = None
            if self.folder is not None:
                with suppress(OSError):
                    (self.folder / LAST_NAME).unlink(missing_ok=True)

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes it down and asks the UI thread to say so."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ShopError) and not self._is_new(error):
            return
        text = told(kind, error, trace, has_words=not self.is_protected)
        sys.stderr.write(text)
        self._write(text)
        if isinstance(error, ShopError):
            self._troubled.emit(error)
        else:
            self._came.emit(text)

    def _is_new(self, error: ShopError) -> bool:
        """A list that can't be read fails once for each row, at each painting."""
        sentence, now = str(error), time.monotonic()
        is_new = sentence != self._trouble or now - self._trouble_at > _AGAIN
        if is_new:
            self._trouble, self._trouble_at = sentence, now
        return is_new

    def _write(self, text: str) -> None:
        if self.folder is None:
            return
        path = self.folder / LOG_NAME
        try:
            if path.exists() and path.stat().st_size > _LOG_MOST:
                path.replace(path.with_suffix(".old.log"))
            with path.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{text}\n")
        except OSError:
            return  # a full disk is told elsewhere; the dialog still has the text

    def _tell(self, text: str) -> None:
        if self._is_telling:
            return  # one dialog at a time; all of it is in the log
        from ui.trouble import BugDialog

        self._is_telling = True
        log = str(self.folder / LOG_NAME) if self.folder else ""
        is_locked = getattr(self.window, "is_covered", False)  # the message may hold a customer's words
        dialog = BugDialog("" if is_locked else text, log, self.window)
        dialog.finished.connect(self._told)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell_trouble(self, error: ShopError) -> None:
        """In the window's own place for it; in a dialog where the window has none."""
        error.args = (re.sub(_OF_QT, "", str(error)),)
        bridge = getattr(self.window, "bridge", None)
        if bridge is not None:
            bridge.trouble(error)
        elif not self._is_telling:
            from ui.trouble import TroubleDialog

            self._is_telling = True
            dialog = TroubleDialog(error, self.window)
            dialog.finished.connect(self._told)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _told(self, _result: int) -> None:
        self._is_telling = False
        self.told.emit()
