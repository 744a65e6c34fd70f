"""Times in our own words: the line that asks whether one is a promise, and what is said when one has passed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from desktop.clock import Clock, from_wall
from desktop.records import FoundPromise
from ui import moments, weeks
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button
from ui.widgets.tips import named
from ui.widgets.wrap import WrapLabel

from .facts import Known
from .popups import Popup

if TYPE_CHECKING:
    from .view import ConversationView


class AnotherTime(Popup):
    """Asks when it was promised for; `chosen` carries the moment. Enter keeps it."""

    chosen = Signal(object)

    def __init__(self, found: FoundPromise, clock: Clock, parent: QWidget) -> None:
        super().__init__(tr("Promised for when?"), parent)
        self._clock = clock
        self.edit = QDateTimeEdit()
        weeks.dress(self.edit, tr("ddd d MMM yyyy, HH:mm"))
        self.edit.setAccessibleName(tr("Promised for when?"))
        at = clock.local(found.due_at)
        self.edit.setDateTime(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0))
        self.trouble = WrapLabel("", "body", "brick")
        self.trouble.hide()
        self.keep = Button(tr("Keep it"), "check", kind="primary", key="↵")
        self.cancel = Button(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        self.column.addWidget(self.edit)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.close)
        self.setFocusProxy(self.edit)
        self.setFixedWidth(px(320))

    def at(self) -> datetime:
        """The moment chosen, of the shop's own clock on the wall."""
        day, hour = self.edit.date(), self.edit.time()
        wall = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())  # noqa: DTZ001 (a wall's)
        return from_wall(self._clock, wall)

    def _keep(self) -> None:
        if self.at() <= self._clock.now():
            self.trouble.setText(tr("That time is over already."))
            self.trouble.show()
            self.adjustSize()
            return
        self.close()
        self.chosen.emit(self.at())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)


class Promising:
    """`show` after each read of the conversation; `keep` is the one key."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view

    def show(self, known: Known) -> None:
        self._offer(known)
        self._overdue(known)

    def tell_keys(self, known: Known) -> None:
        """The key on the bar is another one now."""
        if self._view.bottom_bars.text("promise"):
            self._view.bottom_bars.drop("promise")
            self._offer(known, aloud=False)

    def _offer(self, known: Known, *, aloud: bool = True) -> None:
        bars = self._view.bottom_bars
        if not known.found:
            bars.drop("promise")
            return
        found = known.found[0]
        when = moments.due(self._view.shop.clock, found.due_at)
        said = tr("You said “{words}”. Keep it as a promise, for {when}?")
        ways = [
            (named(tr("Keep it"), self._view.window_.key("Y")), self.keep),
            (tr("Another time"), self.choose_time),
            (tr("No"), self.decline),
        ]
        text = said.format(words=" ".join(found.words.split()), when=when)
        bars.say("promise", text, ways, can_dismiss=False, aloud=aloud)

    def _overdue(self, known: Known) -> None:
        promise, clock = known.promise, self._view.shop.clock
        if promise is None or promise.due_at > clock.now():
            self._view.top_bars.drop("overdue")
            return
        said = tr("You said you’d be back by {when}. Even “still looking” helps.")
        ways = [
            (tr("Write now"), lambda: self._view.start(0)),
            (tr("It’s kept"), self.kept),
        ]
        text = said.format(when=moments.by_when(clock, promise.due_at))
        self._view.top_bars.say("overdue", text, ways, "amber", can_dismiss=False)

    def _found(self) -> FoundPromise | None:
        known = self._view.known
        return known.found[0] if known and known.found else None

    def keep(self) -> None:
        """What stands in the line becomes a promise."""
        if found := self._found():
            self._keep(found, found.due_at)

    def choose_time(self) -> None:
        if found := self._found():
            popup = AnotherTime(found, self._view.shop.clock, self._view)
            popup.chosen.connect(lambda at: self._keep(found, at))
            self._view.doing.open_popup(popup, self._view.bottom_bars)

    def _keep(self, found: FoundPromise, due_at: datetime) -> None:
        shop = self._view.shop
        said = tr("Promised: {when}").format(when=moments.due(shop.clock, due_at))
        self._view.doing.decide(lambda counter: counter.keep_promise(shop, found.id, due_at), said)

    def decline(self) -> None:
        if found := self._found():
            shop = self._view.shop
            self._view.doing.decide(lambda counter: counter.no_promise(shop, found.id), tr("Not a promise"))

    def kept(self) -> None:
        """It was kept elsewhere: by phone, at the counter."""
        shop, one = self._view.shop, self._view.current_id()
        if one:
            self._view.doing.decide(lambda counter: counter.promise_kept(shop, one), tr("Promise kept"))
