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
from desktop.clock import Clock
from desktop.records import AccountState, Conversation, Debt, Kind, Owed
from desktop.shop import Shop
from ui import moments, words
from ui.background import Runner
from ui.moments import tr
from ui.widgets.tips import plain_tip

_BUNDLE = timedelta(minutes=1)
_MOST_NEWS = 3  # in one notification
_SOON = timedelta(minutes=10)  # before it is due
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


_DUE = {  # within ten minutes, over
    Owed.PROMISE: ("A promise is due at {time}", "A promise was due at {time}"),
    Owed.ANSWER: ("A first answer is due at {time}", "A first answer was due at {time}"),
    Owed.ENDING: ("An ending is owed by {time}", "An ending was owed by {time}"),
}


def due_lines(found: Iterable[Debt], clock: Clock, *, show_words: bool) -> list[str]:
    """One line for each thing that is due soon, or is over."""
    lines = []
    for one in found:
        said = tr(_DUE[one.kind][one.due_at <= clock.now()]).format(time=moments.hour(clock, one.due_at))
        lines.append(f"{one.author_name}: {said}" if show_words else said)
    return lines


class Notifier(QObject):
    """Say `came(ids)` after each round of collecting, `time_passes` every minute. At most one notification a minute."""

    def __init__(self, shop: Shop, background: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self._lines: list[tuple[str, str]] = []  # as chosen, and without names or words
        self.is_locked = False  # then nobody is named, whatever was chosen
        self._complaints = 0
        self._is_pressing = False
        self._due: list[tuple[str, str]] = []
        self._due_until = shop.clock.now()  # what fell due up to here has been told
        self._last: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._tray: QSystemTrayIcon | None = None
        self._news: list[str] = []  # names no customer
        self._signed_out: set[str] = set()  # accounts of which that has been told

    def came(self, fresh: Sequence[str]) -> None:
        """These conversations are new or wait again."""
        wanted = settings.get(self._shop.store, settings.NOTIFY)
        if wanted and fresh:
            self._background.run(self, lambda: self._read(fresh), self._add)

    def time_passes(self) -> None:
        """Something may have come within ten minutes of being due, or fallen due. Quiet while the shop is closed."""
        since, self._due_until = self._due_until, self._shop.clock.now()
        if settings.get(self._shop.store, settings.NOTIFY):
            self._background.run(self, lambda: self._falling_due(since), self._add_due)
            self._background.run(self, lambda: self._went_on(since), self._add_plain)

    def _is_quiet(self) -> bool:
        """The shop is closed, and nobody wants to hear of it then."""
        from desktop import debts

        shop = self._shop
        return settings.get(shop.store, settings.QUIET_WHEN_CLOSED) and not debts.is_open(shop)

    def _went_on(self, since: datetime) -> list[str]:
        """What nobody wrote to us: a question for the owner, an ending that is gone, a place that signed us out."""
        from desktop import accounts, asks, history

        store, me = self._shop.store, self._shop.me
        out = {one.id for one in accounts.all(store) if one.state is AccountState.NEEDS_LOGIN}
        fresh, self._signed_out = out - self._signed_out, out
        if self._is_quiet():
            return []
        lines = []
        if me.is_owner:
            asked = {one.person_name for one in asks.waiting(store) if one.at > since and one.person != me.id}
            lines += [tr("{name} is asking you something").format(name=name) for name in sorted(asked)]
            names = sorted({self._shop.place(one.platform) for one in accounts.all(store) if one.id in fresh})
            lines += [tr("{place} needs you to sign in again").format(place=name) for name in names]
        gone = history.lately(store, "proof_gone", "", since)
        if gone:
            more = moments.count(gone, "ending has disappeared", "endings have disappeared")
            lines.append(tr("An ending has disappeared") if gone == 1 else more)
        return lines

    def _add_plain(self, lines: list[str]) -> None:
        self._news += lines
        self._plan()

    def _falling_due(self, since: datetime) -> list[tuple[str, str]]:
        from desktop import debts

        shop = self._shop
        if not debts.is_open(shop):
            return []
        show = settings.get(shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS)
        found = debts.falling_due(shop, since, _SOON)
        plain = due_lines(found, shop.clock, show_words=False)
        return list(zip(due_lines(found, shop.clock, show_words=show), plain, strict=True))

    def _add_due(self, lines: list[tuple[str, str]]) -> None:
        self._due += lines
        self._plan()

    def _read(self, fresh: Sequence[str]) -> tuple[list[tuple[str, str]], int, bool]:
        from desktop import conversations

        shop = self._shop
        found = [one for one_id in fresh if (one := conversations.by_id(shop.store, one_id))]
        waiting = [one for one in found if one.waiting_since is not None]
        if self._is_quiet():
            waiting = [one for one in waiting if one.is_serious or one.happening_until is not None]
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
        self._plan()

    def _plan(self) -> None:
        if (self._lines or self._due or self._news) and not self._timer.isActive():
            now = self._shop.clock.now()
            wait = _BUNDLE - abs(now - self._last) if self._last else timedelta(0)
            wait = max(timedelta(0), wait)
            self._timer.start(round(wait / timedelta(milliseconds=1)))

    def _tell(self) -> None:
        if not self._lines and not self._due and not self._news:
            return
        told = lambda said, plain: plain if self.is_locked else said  # noqa: E731
        said = [bundled([told(*line) for line in self._lines], self._complaints)] if self._lines else []
        if self._due:
            many = tr("{n} promises and answers are due").format(n=len(self._due))
            said.append(told(*self._due[0]) if len(self._due) == 1 else many)
        text = ". ".join([*said, *self._news[:_MOST_NEWS]])
        is_pressing = self._is_pressing
        self._lines, self._complaints, self._due, self._is_pressing = [], 0, [], False
        self._news = []
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
