"""Above the list: many people write about one thing, and an event that says something next (design 15)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import happenings
from desktop.errors import ShopError
from desktop.happenings import Happening
from desktop.shop import Shop
from ui import moments
from ui.background import Runner
from ui.moments import tr
from ui.widgets.bars import Bar
from ui.window import Window

if TYPE_CHECKING:
    from desktop.counter import Undo
    from desktop.triage import Shared

_TABLES = {"conversations", "happenings", "happening_members", "happening_words", "not_one_thing"}
_PAUSE = 300  # ms: many tables change while places are read


class Now(NamedTuple):
    """What the bars say."""

    shared: Shared | None = None
    events: tuple[Happening, ...] = ()
    told: frozenset[str] = frozenset()  # events of which everybody was told something


def read(shop: Shop) -> Now:
    """Compares the complaints of a day: away from the window's thread."""
    from desktop import counter

    events = happenings.open_ones(shop.store)
    told = frozenset(one.id for one in events if happenings.told(shop.store, one.id))
    return Now(counter.shared_thing(shop), events, told)


class EventBars(QWidget):
    """One bar for what may be one event, one for each event that is open. Hidden while there is nothing to say."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self._bars: dict[str, Bar] = {}
        self._revision, self._is_quiet = 0, False
        self.now = Now()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 8)
        self._column.setSpacing(6)
        self.hide()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.refresh)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.refresh)
        background.tables_changed.connect(self._tables)
        self.refresh()

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and not self._soon.isActive():
            self._soon.start()

    def set_quiet(self, quiet: bool) -> None:
        """Somebody writes, and needs the room."""
        self._is_quiet = quiet
        self._settle()

    def _settle(self) -> None:
        self.setVisible(bool(self._bars) and not self._is_quiet)

    def refresh(self) -> None:
        """Reads again."""
        self._revision += 1
        revision, shop = self._revision, self._shop
        self._background.run(self, lambda: read(shop), lambda got: self._take(revision, got))

    def _take(self, revision: int, now: Now) -> None:
        if revision != self._revision:
            return
        self.now = now
        for one in now.events:
            self._event(one)
        if now.shared is not None:
            self._ask(now.shared)
        for name in set(self._bars) - {"?" if now.shared else "", *(one.id for one in now.events)}:
            self._drop(name)
        self._settle()
        self._wait()

    def _wait(self) -> None:
        """Until the next of them is due."""
        now = self._shop.clock.now()
        due = [one.next_at for one in self.now.events if one.next_at and one.next_at > now]
        if due:
            ms = (min(due) - now).total_seconds() * 1000 / max(self._shop.clock.rate, 1.0)
            self._due.start(max(1000, min(int(ms) + 50, 2_000_000_000)))

    # --- what they say ------------------------------------------------------------------------------

    def _ask(self, shared: Shared) -> None:
        ways = (
            (tr("Make an event"), self._make),
            (tr("Not one thing"), self._not_one),
        )
        self._say("?", asking(self._shop, shared), ways, "brick")

    def _event(self, one: Happening) -> None:
        now, clock = self._shop.clock.now(), self._shop.clock
        head = tr("Event: {name}, {people}.").format(
            name=one.name, people=moments.count(one.people, "person", "people")
        )
        way = (tr("Open the event"), lambda: self._window.open_event(one.id))
        tone = "slate"
        if one.is_overdue(now) and one.next_at is not None:
            time = moments.short(clock, one.next_at)
            said = tr("You said you’d say more at {time}. Even ‘nothing new yet’ counts.").format(time=time)
            if one.id not in self.now.told:
                said = tr("You wanted to tell everybody by {time}. Nobody was told anything yet.").format(
                    time=time
                )
            head, tone = f"{one.name}. {said}", "amber"
            way = (tr("Write now"), lambda: self._window.open_event(one.id))
        elif one.next_at is None:
            head = f"{head} {tr('Say when you’ll say more.')}"
        else:
            when = moments.due(clock, one.next_at)
            head = f"{head} {tr('Next update: {when}.').format(when=when)}"
        self._say(one.id, head, (way,), tone)

    def _say(
        self, name: str, text: str, ways: tuple[tuple[str, Callable[[], object]], ...], tone: str
    ) -> None:
        bar = self._bars.get(name)
        if bar is None:
            bar = self._bars[name] = Bar("", (), tone, can_dismiss=False)
            self._column.insertWidget(0 if name == "?" else self._column.count(), bar)
        if bar.text() != text:  # else its links stay, and the keyboard on them
            bar.set_bar(text, ways, tone)
            bar.tell()

    def _drop(self, name: str) -> None:
        bar = self._bars.pop(name)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()

    def bar(self, name: str = "?") -> Bar | None:
        """The bar of an event, or the one that asks."""
        return self._bars.get(name)

    # --- what they do -------------------------------------------------------------------------------

    def _make(self) -> None:
        shop, window, shared = self._shop, self._window, self.now.shared
        if shared is None:
            return

        def work() -> tuple[str, Undo]:
            from desktop import counter

            return counter.make_event(shop, shared.name, shared.ids, shared.key)

        def done(made: tuple[str, Undo]) -> None:
            window.toast(tr("Made an event of it"), made[1])
            window.open_event(made[0])

        self._background.run(self, work, done, self._failed, lane="write")

    def _not_one(self) -> None:
        shop, window, shared = self._shop, self._window, self.now.shared
        if shared is None:
            return

        def work() -> Undo:
            from desktop import counter

            return counter.not_one_thing(shop, shared)

        def done(undo: Undo) -> None:
            window.toast(tr("Not one thing. They stay apart."), undo)

        self._background.run(self, work, done, self._failed, lane="write")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ShopError):
            self._window.trouble(error)


def asking(shop: Shop, shared: Shared) -> str:
    """ "7 people in the last hour mention ‘raisin loaf’. Answer it as one event?" """
    now, clock = shop.clock.now(), shop.clock
    n = shared.people
    if (now - shared.since).total_seconds() <= 3600:
        said = tr("{n} people in the last hour mention ‘{name}’.").format(n=n, name=shared.name)
    else:
        said = tr("{n} people mention ‘{name}’, between {since} and {until}.").format(
            n=n,
            name=shared.name,
            since=moments.short(clock, shared.since),
            until=moments.hour(clock, shared.until),
        )
    return f"{said} {tr('Answer it as one event?')}"
