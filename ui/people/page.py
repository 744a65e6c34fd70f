"""The People page: who is here at the start, one person beside it (design 10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import counter, settings
from desktop.errors import ShopError
from desktop.records import Limits, Person
from desktop.shop import Shop
from desktop.writing import Writing
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.wrap import WrapLabel
from ui.window import Window

from . import known as knowing
from .adding import AddForm
from .asked import AskedColumn
from .details import Details
from .known import Known
from .rows import PeopleList

_LIST_WIDTH = 299
_LEAST = 120  # px at 100 % text of a person in sight under the cards
_BOTH = 720  # px at 100 % text that a person and the cards beside them need


def locks_after(minutes: int) -> str:
    """`5 minutes`, `Never`"""
    if not minutes:
        return tr("Never")
    return tr("1 minute") if minutes == 1 else tr("{n} minutes").format(n=minutes)


class _Header(QWidget):
    """48 px: the title, what the page is about, and when the window locks by itself (`chosen`: minutes)."""

    chosen = Signal(object)

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = ElidedLabel(title, "page")
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(ElidedLabel(about, "body", "text2"), 1)
        self.lock_label, self.lock = ElidedLabel(tr("Lock after"), "body", "text2"), ChoiceBox()
        self.lock_label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.lock_label.setBuddy(self.lock)
        self.lock.setAccessibleName(tr("Lock after"))
        for minutes in settings.LOCK_CHOICES:
            self.lock.addItem(locks_after(minutes), minutes)
        self.lock.activated.connect(lambda at: self.chosen.emit(self.lock.itemData(at)))
        keep_colours(self.lock)
        row.addWidget(self.lock_label)
        row.addWidget(self.lock)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def set_lock(self, minutes: int, *, is_shown: bool, may_change: bool) -> None:
        """After how many quiet minutes; 0: never."""
        at = self.lock.findData(minutes)
        if at < 0:
            self.lock.addItem(locks_after(minutes), minutes)
            at = self.lock.count() - 1
        self.lock.setCurrentIndex(at)
        self.lock.setEnabled(may_change)
        for widget in (self.lock, self.lock_label):
            widget.setVisible(is_shown)

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class PeoplePage(QWidget):
    """Who answers for the shop, and how far they can go."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title, self.subtitle = tr("People"), tr("Who answers for the shop, and how far they can go")
        self.known = Known()
        self._revision = 0
        self._who, self._adding = shop.me.id, ""  # who is here; who fills in the form
        self._build()
        self._connect()
        self.reload()

    # ---- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = _Header(self.title, self.subtitle)
        first = tr("Limits are how far someone can go alone. They can always ask, and always write freely.")
        self.first_line = Bar(first)
        self.first_line.hide()
        self._first_room = QVBoxLayout()
        self._first_room.setContentsMargins(24, 12, 24, 0)
        self._first_room.addWidget(self.first_line)
        self.list = PeopleList()
        self.add_button = Button(tr("Add a person"), "plus")
        self.details, self.form = Details(), AddForm()
        text = tr("Add a helper and each reply carries a name.")
        self.alone = EmptyState("people", tr("Just you"), text, [(tr("Add a person"), self.start_adding)])
        self.asked = AskedColumn()
        self.asked.hide()
        self.right = QStackedWidget()
        for widget in (self.alone, self.details, self.form):
            self.right.addWidget(widget)
        self.left = QScrollArea()
        self.left.setFrameShape(QFrame.Shape.NoFrame)
        self.left.setWidgetResizable(True)
        self.left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.left.setWidget(self._left_column())
        keep_colours(self.left, ground="surface")
        rule = QFrame()
        rule.setFixedWidth(1)
        keep_colours(rule, ground="line")
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(self._first_room)
        self._person = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._person.setSpacing(0)
        self._person.addWidget(self.right, 1)
        self._person.addWidget(self.asked)
        beside.addLayout(self._person, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(rule)
        row.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(row, 1)
        self._fit()

    def _left_column(self) -> QWidget:
        body = QWidget()
        keep_colours(body, ground="surface")
        stay = tr("People you remove keep their name on the replies they wrote.")
        self._stay = WrapLabel(stay, "meta", "text2")
        under = QVBoxLayout()
        under.setContentsMargins(14, 12, 14, 12)
        under.setSpacing(12)
        under.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        under.addWidget(self._stay)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addLayout(under)
        column.addStretch(1)
        return body

    def _fit(self) -> None:
        self.left.setFixedWidth(min(px(_LIST_WIDTH), 380))
        self._settle()

    def _settle(self) -> None:
        """The cards stand beside the person, or over them where both don't fit: what is asked comes first."""
        stacked = self.width() - self.left.width() < px(_BOTH)
        way = QBoxLayout.Direction.BottomToTop if stacked else QBoxLayout.Direction.LeftToRight
        self._person.setDirection(way)
        self.right.setMinimumHeight(px(_LEAST) if stacked else 0)
        self.asked.set_stacked(stacked, self.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.reload)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(
            lambda _key: self._first_in_details().setFocus(Qt.FocusReason.TabFocusReason)
        )
        self.list.currentItemChanged.connect(lambda *_: self._keep_in_sight())
        self.add_button.clicked.connect(self.start_adding)
        self.form.added.connect(self._add)
        self.form.left.connect(self._stop_adding)
        self.details.changed.connect(self._change)
        self.details.limits_changed.connect(lambda pair: self._limit(*pair))
        self.details.switched.connect(self._switch)
        self.details.removed.connect(self._remove)
        self.details.pin_wanted.connect(lambda what: self._set_pin(*what))
        self.details.sentence_wanted.connect(self._renew_sentence)
        self.details.away_wanted.connect(lambda what: self._take_pin_away(*what))
        self.header.chosen.connect(self._lock_after)
        self.first_line.dismissed.connect(self._dismiss)
        self.asked.yes.connect(lambda pair: self._say_yes(*pair))
        self.asked.no.connect(lambda pair: self._not_now(*pair))
        self.asked.opened.connect(self._window.open_conversation)
        self.asked.let.connect(lambda nudge: self._write(lambda: counter.let_decide(self._shop, nudge)))
        self.asked.keep.connect(lambda nudge: self._write(lambda: counter.keep_asking(self._shop, nudge)))
        self._background.tables_changed.connect(self._tables_changed)
        self._window.settings_changed.connect(self._settings_changed)
        theme().changed.connect(self._fit)
        self._add_action = QAction(tr("Add a person"), self.list)
        self._add_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._add_action.setProperty("menu", "Shop")
        self._add_action.triggered.connect(self.start_adding)
        self.list.addAction(self._add_action)
        self._set_key()

    def _settings_changed(self, key: object) -> None:
        self._set_key()
        if key == settings.LAST_PERSON.key:
            self.details.pin.set_here(self._shop.me.id)
            if self._who != self._shop.me.id:  # what somebody else began is not for them
                self._who = self._shop.me.id
                self.details.fields.let_go()
                self._show_own()
            self.reload()

    def _set_key(self) -> None:
        """N, while the list has the focus, where single keys are wanted."""
        key = self._window.key("N")
        self._add_action.setShortcut(key)
        self.add_button.set_key(key or None)

    # ---- reading -----------------------------------------------------------------------------------

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & knowing.TABLES:
            self._soon.start()

    def reload(self) -> None:
        """Reads the people again; an answer that was overtaken doesn't count."""
        self._revision += 1
        number = self._revision

        def came(found: Known) -> None:
            if number == self._revision:
                self._take(found)

        self._background.run(self, lambda: knowing.read(self._shop), came)

    def _take(self, found: Known) -> None:
        may_other = found.may_change is not self.known.may_change
        self.known = found
        self.add_button.setVisible(found.may_change)
        self._add_action.setEnabled(found.may_change)
        self._stay.setVisible(len(found.members) > 1)
        self.header.set_lock(found.lock_minutes, is_shown=found.may_have_pins, may_change=found.may_change)
        self.first_line.setVisible(found.is_new and len(found.members) > 1)
        self._first_room.setContentsMargins(24, 12 if not self.first_line.isHidden() else 0, 24, 0)
        if list(found.members) != self.list.members():
            self.list.show_members(found.members)
        if not self._is_adding() and not self.list.key() and (len(found.members) > 1 or found.me in found.have_pins):
            self.list.choose(found.me)  # also alone, where a PIN is still there to be changed or taken away
        self._show_own()
        if may_other:
            self._window.actions_changed.emit(None)

    def place(self) -> dict[str, object]:
        """Whom somebody looks at."""
        return {"person": self.list.key()}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Whom they looked at, else themselves."""
        chosen = str(place.get("person") or "")
        with self.list.untold():
            self.list.choose(chosen if self.known.member(chosen) else self._shop.me.id)
        self._show_own()

    # ---- showing -----------------------------------------------------------------------------------

    def _show_own(self) -> None:
        """The form where who is here fills it in, else the person they look at."""
        if self._is_adding():
            self.asked.hide()
            self.right.setCurrentWidget(self.form)
            return
        if self.right.currentWidget() is self.form:
            self.right.setCurrentWidget(self.details)
        self.show_person(self.list.key())

    def _is_adding(self) -> bool:
        return bool(self._adding) and self._adding == self._who

    def _choose(self, person: str) -> None:
        """A press on somebody leaves the form."""
        if self._is_adding():
            self._adding = ""
        self.show_person(person)

    def show_person(self, person: str) -> None:
        """One person beside the list; an invitation while there is only the owner and nobody was chosen."""
        member = self.known.member(person)
        if member is None:
            self.asked.hide()
            self.right.setCurrentWidget(self.alone if self.known.may_change else self.details)
            return
        self.details.show_member(member, self.known)
        self.asked.show_member(member, self.known)
        self.right.setCurrentWidget(self.details)

    def _first_in_details(self) -> QWidget:
        details = self.details
        return details.fields.name if details.fields.isEnabled() else details.switch_button

    def _keep_in_sight(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            rect = self.list.visualItemRect(item)
            self.left.ensureVisible(0, self.list.y() + rect.center().y(), 0, rect.height())

    # ---- what a person does ------------------------------------------------------------------------

    def _write(self, work: Callable[[], object], done: Callable[..., object] | None = None) -> None:
        """In the write lane; what could not be done is told, and the page shows what is so."""

        def failed(error: Exception) -> None:
            if isinstance(error, ShopError):
                self._window.trouble(error)
            self.reload()

        def worked(result: object) -> None:
            if done is not None:
                done(result)

        self._background.run(self, work, worked, failed, lane="write")

    def start_adding(self) -> None:
        """The form for one person more."""
        if self.known.may_change:
            self._adding = self._who
            self.asked.hide()
            self.right.setCurrentWidget(self.form)
            self.form.begin()

    def _stop_adding(self) -> None:
        self._adding = ""
        self.right.setCurrentWidget(self.details)
        self.show_person(self.list.key())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, answers: tuple[str, str, str]) -> None:
        shop = self._shop

        def read_anew(person: Person) -> None:
            self._adding = ""
            self.right.setCurrentWidget(self.details)
            self._revision += 1
            self._background.run(self, lambda: knowing.read(shop), partial(self._added, person))

        self._write(lambda: counter.add_person(shop, *answers), read_anew)

    def _added(self, person: Person, found: Known) -> None:
        self._take(found)
        self.list.choose(person.id)
        self.show_person(person.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, person: Person) -> None:
        def done(undo: counter.Undo | None) -> None:
            if undo is None:
                return
            self._done(undo)
            if person.id == self._shop.me.id:
                self._window.settings_changed.emit(settings.LAST_PERSON.key)

        self._write(lambda: counter.change_person(self._shop, person), done)

    def _limit(self, person: str, limits: Limits) -> None:
        def done(undo: counter.Undo | None) -> None:
            if undo is not None:
                self._window.did(undo)

        self._write(lambda: counter.set_limits(self._shop, person, limits), done)

    def _switch(self, person: str) -> None:
        """Somebody else is at the counter now; who has a PIN types it first."""
        if person in self.known.have_pins:
            self._window.person_wanted.emit(person)
            return
        self._write(
            lambda: counter.take_over(self._shop, person),
            lambda _nothing: self._window.settings_changed.emit(settings.LAST_PERSON.key),
        )

    def _set_pin(self, person: str, pin: str, current: str) -> None:
        had_one = person in self.known.have_pins

        def tried(result: counter.Tried) -> None:
            self.details.pin.tried(result)
            if result.is_right:
                words = tr("{name} has a new PIN") if had_one else tr("{name} has a PIN now")
                self._window.toast(words.format(name=result.name))

        def failed(error: Exception) -> None:
            self.details.pin.failed(told(error))

        work = partial(counter.set_pin, self._shop, person, pin, current)
        self._background.run(self, work, tried, failed, lane="write")

    def _take_pin_away(self, person: str, current: str) -> None:
        def tried(result: counter.Tried) -> None:
            self.details.pin.tried(result)
            if result.is_right:
                self._window.toast(tr("{name} has no PIN any more").format(name=result.name))

        def failed(error: Exception) -> None:
            self.details.pin.failed(told(error))

        work = partial(counter.take_pin_away, self._shop, person, current)
        self._background.run(self, work, tried, failed, lane="write")

    def _renew_sentence(self, pin: object) -> None:
        """The new one is shown once; it isn't kept, only what checks it."""

        def failed(error: Exception) -> None:
            self.details.pin.failed(told(error))

        work = partial(counter.renew_recovery, self._shop, str(pin))
        self._background.run(self, work, self.details.pin.tried, failed, lane="write")

    def _lock_after(self, minutes: int) -> None:
        self._write(
            lambda: settings.put(self._shop.store, settings.LOCK_MINUTES, minutes),
            lambda _nothing: self._window.settings_changed.emit(settings.LOCK_MINUTES.key),
        )

    def _say_yes(self, ask: str, words: str) -> None:
        writing = Writing.typed(words) if words else None
        self._write(lambda: counter.say_yes(self._shop, ask, writing), self._done)

    def _not_now(self, ask: str, why: str) -> None:
        self._write(lambda: counter.not_this_time(self._shop, ask, why), self._done)

    def _done(self, undo: counter.Undo) -> None:
        self._window.toast(undo.text, undo=undo)

    def _remove(self, person: str) -> None:
        self._write(lambda: counter.remove_person(self._shop, person), self._done)

    def _dismiss(self) -> None:
        self._first_room.setContentsMargins(24, 0, 24, 0)
        self._write(lambda: knowing.dismiss_line(self._shop))

    # ---- what the window asks ----------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        return [widget for widget in (self.list, self.right) if widget.isVisible()]

    def menu_actions(self) -> list[QAction]:
        return [self._add_action]

    def key_hint(self) -> str:
        if len(self.known.members) > 1 and self.known.owner and not self.known.may_change:
            return tr("Only {owner} can change this page").format(owner=self.known.owner)
        key = self._window.key("N")
        return tr("{key} add a person").format(key=key) if key else ""

    def shown(self) -> None:
        """Looked at again: "last here" may have moved on."""
        self.reload()
