"""A word from the computer's own notifications when something new came in (design 5.6).

A tray where there is one; on Linux the desktop's notification service, since GNOME has no tray.
Nothing depends on it: whatever is said here is in the window too. No names or words unless asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.records import AccountState, Conversation, Kind
from desktop.shop import Shop
from ui import news, words
from ui.background import Runner
from ui.freedesktop import Freedesktop
from ui.moments import tr
from ui.news import bundled, due_lines, kind_of, sentences
from ui.tray import Tray

_BUNDLE = timedelta(minutes=1)
_MOST_NEWS = 3  # in one notification
_SOON = timedelta(minutes=10)  # before it is due
_DAY_BEGINS = timedelta(hours=5)  # after midnight: an evening that ends later is still the day before's


class Came(NamedTuple):
    """`lines`: as chosen, and without names or words, each; `complaints`: how many of them are. `ids`: of those that
    were held back."""

    lines: list[tuple[str, str]]
    complaints: int
    is_pressing: bool
    ids: frozenset[str] = frozenset()


class Notifier(QObject):
    """Say `came(ids)` after each round of collecting, `time_passes` every minute. At most one notification a minute.

    `pressed`: somebody pressed one, and wants to see the window.
    """

    pressed = Signal()

    def __init__(
        self, shop: Shop, background: Runner, parent: QObject | None = None, tray: Tray | None = None
    ) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self._lines: list[tuple[str, str]] = []  # as chosen, and without names or words
        self._is_locked = False
        self._complaints = 0
        self._is_pressing, self._pressing = False, ("", "")  # whether, and its line: it is never only counted
        self._due: list[tuple[str, str]] = []
        self._due_until = shop.clock.now()  # what fell due up to here has been told
        self._last: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._news: list[str] = []  # names no customer
        self._signed_out: set[str] = set()  # accounts of which that has been told
        self._was_open = False
        self._held = set[str]()  # conversations that came while it was quiet: said together when that is over
        self._quiet_since: datetime | None = None
        self.tray = tray or Tray(self)
        self.tray.pressed.connect(self.pressed)
        self.desktop = Freedesktop(background, self) if sys.platform.startswith("linux") else None
        if self.desktop is not None:
            self.desktop.pressed.connect(self.pressed)

    @property
    def is_locked(self) -> bool:
        """Then nobody is named, whatever was chosen."""
        return self._is_locked

    @is_locked.setter
    def is_locked(self, locked: bool) -> None:
        self._is_locked = locked
        if self.desktop is not None:
            self.desktop.set_locked(locked)

    def _told(self) -> frozenset[str]:
        """The kinds of news that whoever is here is told of."""
        shop = self._shop
        if not settings.get(shop.store, settings.NOTIFY):
            return frozenset()
        changed = settings.own(shop.store, settings.NEWS, shop.me.id)
        return news.wanted(changed, is_owner=shop.me.is_owner)

    def came(self, fresh: Sequence[str]) -> None:
        """These conversations are new or wait again."""
        if fresh and self._told():
            self._background.run(self, lambda: self._read(fresh), self._add)

    def time_passes(self) -> None:
        """Something may have come within ten minutes of being due, or fallen due. Quiet while the shop is closed."""
        since, self._due_until = self._due_until, self._shop.clock.now()
        if settings.get(self._shop.store, settings.NOTIFY):
            held = frozenset(self._held)
            work = lambda: (self._falling_due(since), self._went_on(since), self._after_quiet(held))  # noqa: E731
            self._background.run(self, work, self._add_all)

    def _add_all(self, found: tuple[list[tuple[str, str]], list[str], Came | None]) -> None:
        """What a minute brought, in one notification."""
        due, plain, held = found
        self._due += due
        self._news += plain
        if held is not None and self._held & held.ids:
            self._held -= held.ids
            self._sum_up(held)
        self._plan()

    def _is_quiet(self) -> bool:
        """The shop is closed, and nobody wants to hear of it then."""
        from desktop import debts

        shop = self._shop
        return settings.get(shop.store, settings.QUIET_WHEN_CLOSED) and not debts.is_open(shop)

    def _went_on(self, since: datetime) -> list[str]:
        """What nobody wrote to us: a question for the owner, an ending that is gone, a place that signed us out."""
        from desktop import asks, history

        store, me, told, lines = self._shop.store, self._shop.me, self._told(), list[str]()
        if self._is_quiet():
            self._quiet_since = self._quiet_since or since
            return self._at_closing(told)
        since, self._quiet_since = self._quiet_since or since, None  # what was held back is said now
        if "asked" in told:
            asked = {one.person_name for one in asks.waiting(store) if one.at > since and one.person != me.id}
            lines += [tr("{name} is asking you something").format(name=name) for name in sorted(asked)]
        if "sign_in" in told:
            lines += [tr("{place} needs you to sign in again").format(place=name) for name in self._newly_out()]
        for kind, event, said in (
            ("ending_seen", "ending_seen", news.endings_seen), ("ending_gone", "proof_gone", news.endings_gone),
        ):  # fmt: skip
            number = history.lately(store, event, "", since) if kind in told else 0
            lines += [said(number)] if number else []
        return lines + self._at_closing(told)

    def _newly_out(self) -> list[str]:
        """The names of places that have signed us out since this was last asked."""
        from desktop import accounts

        out = [one for one in accounts.all(self._shop.store) if one.state is AccountState.NEEDS_LOGIN]
        fresh = {self._shop.place(one.platform) for one in out if one.id not in self._signed_out}
        self._signed_out = {one.id for one in out}
        return sorted(fresh)

    def _at_closing(self, told: frozenset[str]) -> list[str]:
        """When the shop closes for today: what nobody was disturbed for."""
        from desktop import conversations, debts, shopbook

        shop, now = self._shop, self._shop.clock.local(self._shop.clock.now())
        is_open, was_open = debts.is_open(shop), self._was_open
        self._was_open = is_open
        if is_open or not was_open or "kind_words" not in told:
            return []
        again = shopbook.opening(shop.store).next_opening(now)
        if again is not None and again.date() == now.date():
            return []
        day = (now - _DAY_BEGINS).replace(hour=0, minute=0, second=0, microsecond=0)
        counted = conversations.counted_since(shop.store, day)
        line = news.kind_words(counted[Kind.PRAISE], counted[Kind.IDEA])
        return [line] if line else []

    def _falling_due(self, since: datetime) -> list[tuple[str, str]]:
        from desktop import debts

        shop = self._shop
        if "due" not in self._told() or not debts.is_open(shop):
            return []
        show = settings.get(shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS)
        found = debts.falling_due(shop, since, _SOON)
        plain = due_lines(found, shop.clock, show_words=False)
        return list(zip(due_lines(found, shop.clock, show_words=show), plain, strict=True))

    def _read(self, fresh: Sequence[str]) -> tuple[Came, frozenset[str]]:
        """What is said now, and the ids of what waits until the shop opens."""
        waiting, held = self._waiting(fresh), frozenset[str]()
        if self._is_quiet():
            pressing = [one for one in waiting if one.is_serious or one.happening_until is not None]
            waiting, held = pressing, frozenset(one.id for one in waiting if one not in pressing)
        return self._in_words(waiting), held

    def _after_quiet(self, held: frozenset[str]) -> Came | None:
        """Of what came while it was quiet, that which still waits for somebody; None as long as it is quiet."""
        if not held or self._is_quiet():
            return None
        return self._in_words(self._waiting(sorted(held)))._replace(ids=held)

    def _waiting(self, ids: Sequence[str]) -> list[Conversation]:
        from desktop import conversations

        found = [one for one_id in ids if (one := conversations.by_id(self._shop.store, one_id))]
        return [one for one in found if one.waiting_since is not None]

    def _in_words(self, waiting: Sequence[Conversation]) -> Came:
        shop = self._shop
        show, told = settings.get(shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS), self._told()
        waiting = [one for one in waiting if kind_of(one, told)]
        number = sum(one.kind is Kind.COMPLAINT for one in waiting)
        is_pressing = any(kind_of(one, told) in ("serious", "happening") for one in waiting)
        said = sentences(waiting, shop.place, show_words=show, told=told)
        plain = sentences(waiting, shop.place, show_words=False, told=told)
        return Came(list(zip(said, plain, strict=True)), number, is_pressing)

    def _add(self, found: tuple[Came, frozenset[str]]) -> None:
        (lines, complaints, is_pressing, _ids), held = found
        self._held |= held
        if is_pressing and not self._is_pressing:
            self._is_pressing, self._pressing = True, lines[0]
        self._lines += lines
        self._complaints += complaints
        self._plan()

    def _sum_up(self, held: Came) -> None:
        """The shop is open again: how many came meanwhile. One alone is said as if it came now."""
        if len(held.lines) > 1:
            many = bundled([plain for _, plain in held.lines], held.complaints)
            self._news.insert(0, tr("While the shop was closed: {many}").format(many=many))
        else:
            self._lines += held.lines
            self._complaints += held.complaints

    def _plan(self) -> None:
        if (self._lines or self._due or self._news) and not self._timer.isActive():
            now = self._shop.clock.now()
            wait = _BUNDLE - abs(now - self._last) if self._last else timedelta(0)
            wait = max(timedelta(0), wait)
            self._timer.start(round(wait / timedelta(milliseconds=1)))

    def _tell(self) -> None:
        if not self._lines and not self._due and not self._news:
            return
        said, plain = self._text(0), self._text(1)
        is_pressing = self._is_pressing
        self._lines, self._complaints, self._due, self._is_pressing = [], 0, [], False
        self._news = []
        self._last = self._shop.clock.now()
        if self.is_locked:
            self.say(plain)
        else:
            self.say(said, has_words=said != plain)
        if is_pressing:
            self.ring()

    def _text(self, which: int) -> str:
        """All of it as somebody chose (0), or without names and words (1)."""
        said = [bundled([line[which] for line in self._lines], self._complaints)] if self._lines else []
        if self._is_pressing and len(self._lines) > 1:
            said.insert(0, self._pressing[which])
        if self._due:
            many = tr("{n} promises and answers are due").format(n=len(self._due))
            said.append(self._due[0][which] if len(self._due) == 1 else many)
        return ". ".join([*said, *self._news[:_MOST_NEWS]])

    def ring(self) -> None:
        """Somebody is at the door, or something serious came in: the computer's own sound, once."""
        QApplication.beep()

    def say(self, text: str, *, has_words: bool = False) -> None:
        """Through whatever this computer has for it. `has_words`: it names somebody."""
        in_the_tray = lambda: self.tray.say(*tray_lines(text))  # noqa: E731
        if self.desktop is not None:
            self.desktop.say(text, has_words=has_words, otherwise=in_the_tray)
        else:
            in_the_tray()


def tray_lines(text: str) -> tuple[str, str]:
    """(title, body): what strangers say is the title on Linux, where a body may be read as markup."""
    return (text, "") if sys.platform.startswith("linux") else (words.APP_NAME, text)
