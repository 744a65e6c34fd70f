"""A word from the computer's own notifications when something new came in (design 5.6).

A tray where there is one; on Linux the desktop's notification service, since GNOME has no tray.
Nothing depends on it: whatever is said here is in the window too. No names or words unless asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop import settings
from desktop.records import Conversation, Kind
from desktop.shop import Shop
from ui import words
from ui.background import Runner
from ui.moments import tr
from ui.widgets.tips import plain_tip

_BUNDLE = timedelta(minutes=1)
_TOLD = (Kind.COMPLAINT, Kind.QUESTION)  # praise and ideas wait for the person to look


def sentences(fresh: Iterable[Conversation], place: Callable[[str], str], *, show_words: bool) -> list[str]:
    """One line for each thing worth a notification, the most pressing first. `place(platform)` names it."""
    ranked: list[tuple[int, str]] = []
    for one in fresh:
        where = place(one.platform)
        if one.is_serious:
            ranked.append((0, tr("Something serious came in")))
        elif one.happening_until is not None:
            ranked.append((1, tr("Someone needs an answer now, on {place}").format(place=where)))
        elif one.kind in _TOLD:
            ranked.append((2 + _TOLD.index(one.kind), _about(one, where, show_words=show_words)))
    return [text for _, text in sorted(ranked, key=lambda pair: pair[0])]


def _about(one: Conversation, where: str, *, show_words: bool) -> str:
    if show_words:
        return f"{one.author_name}, {where}: {one.excerpt}"
    if one.kind is Kind.QUESTION:
        return tr("New question on {place}").format(place=where)
    what = tr("New public complaint on {place}") if one.is_public else tr("New private complaint on {place}")
    return what.format(place=where)


def bundled(lines: Sequence[str], complaints: int) -> str:
    """Several things in one line: `6 new, 2 of them complaints`."""
    if len(lines) == 1:
        return lines[0]
    total = tr("{n} new").format(n=len(lines))
    if not complaints:
        return total
    return f"{total}, {tr('{n} of them complaints').format(n=complaints)}"


class Notifier(QObject):
    """Say `came(ids)` after each round of collecting. At most one notification a minute."""

    def __init__(self, shop: Shop, background: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self._lines: list[tuple[str, str]] = []  # as chosen, and without names or words
        self.is_locked = False  # then nobody is named, whatever was chosen
        self._complaints = 0
        self._is_pressing = False
        self._last: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._tray: QSystemTrayIcon | None = None

    def came(self, fresh: Sequence[str]) -> None:
        """These conversations are new or wait again."""
        wanted = settings.get(self._shop.store, settings.NOTIFY)
        if wanted and fresh:
            self._background.run(self, lambda: self._read(fresh), self._add)

    def _read(self, fresh: Sequence[str]) -> tuple[list[tuple[str, str]], int, bool]:
        from desktop import conversations

        shop = self._shop
        found = [one for one_id in fresh if (one := conversations.by_id(shop.store, one_id))]
        waiting = [one for one in found if one.waiting_since is not None]
        show = settings.get(shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS)
        number = sum(one.kind is Kind.COMPLAINT for one in waiting)
        is_pressing = any(one.is_serious or one.happening_until is not None for one in waiting)
        said = sentences(waiting, shop.place, show_words=show)
        plain = sentences(waiting, shop.place, show_words=False)
        return list(zip(said, plain, strict=True)), number, is_pressing

    def _add(self, found: tuple[list[tuple[str, str]], int, bool]) -> None:
        lines, complaints, is_pressing = found
        self._is_pressing |= is_pressing
        self._lines += lines
        self._complaints += complaints
        if self._lines and not self._timer.isActive():
            now = self._shop.clock.now()
            wait = _BUNDLE - abs(now - self._last) if self._last else timedelta(0)
            wait = max(timedelta(0), wait)
            self._timer.start(round(wait / timedelta(milliseconds=1)))

    def _tell(self) -> None:
        if not self._lines:
            return
        text = bundled([plain if self.is_locked else said for said, plain in self._lines], self._complaints)
        is_pressing = self._is_pressing
        self._lines, self._complaints, self._is_pressing = [], 0, False
        self._last = self._shop.clock.now()
        self.say(text)
        if is_pressing:
            self.ring()

    def ring(self) -> None:
        """Somebody is at the door, or something serious came in: the computer's own sound, once."""
        QApplication.beep()

    def say(self, text: str) -> None:
        """Through whatever this computer has for it."""
        if not (sys.platform.startswith("linux") and tell_desktop(text)):
            self._tell_tray(text)

    def _tell_tray(self, text: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            from ui.theme.icons import icon

            self._tray = QSystemTrayIcon(icon("app", "ink", 32), self)
            self._tray.setToolTip(plain_tip(words.APP_NAME))
        self._tray.show()
        self._tray.showMessage(*tray_lines(text))


def tray_lines(text: str) -> tuple[str, str]:
    """(title, body): what strangers say is the title on Linux, where a body may be read as markup."""
    return (text, "") if sys.platform.startswith("linux") else (words.APP_NAME, text)


def tell_desktop(text: str) -> bool:
    """Through the freedesktop notification service; False where neither of its two callers is installed.

    The text is the summary, which is plain; the body, which may be markup, stays empty.

    QtDBus from Python can't be used for it: the service wants an unsigned number, and PySide only
    makes signed ones.
    """
    address = "org.freedesktop.Notifications"
    callers: dict[str, list[str]] = {
        "notify-send": ["--app-name", words.APP_NAME, "--", text],
        "gdbus": [
            "call", "--session", "--dest", address, "--object-path", "/org/freedesktop/Notifications",
            "--method", f"{address}.Notify", "--", quoted(words.APP_NAME), "0", "''", quoted(text), "''",
            "[]", "{}", "-1",
        ],
    }  # fmt: skip
    for program, arguments in callers.items():
        found = QStandardPaths.findExecutable(program)
        if found:
            process = QProcess()
            process.setProgram(found)
            process.setArguments(arguments)
            process.setStandardErrorFile(QProcess.nullDevice())
            process.setStandardOutputFile(QProcess.nullDevice())
            started: object = process.startDetached()  # bool, or (bool, pid): it depends on the version
            return bool(started[0] if isinstance(started, tuple) else started)
    return False


def quoted(text: str) -> str:
    """A string as GVariant writes it, so that nothing in it is read as anything else."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
