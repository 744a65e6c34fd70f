"""The Shop book page: what is written here turns up beside the messages it fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop import people, settings, shopbook
from desktop.errors import Misuse, ShopError
from desktop.records import AccountState, Aims, Fact, Limits, Value, Voice
from desktop.shop import Shop
from desktop.shopbook import Suggestion
from ui import elsewhere, words
from ui.background import Runner
from ui.first_line import FirstLine
from ui.moments import told, tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import line
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.window import Undoable, Window

from .card import FactCard
from .facts import AroundAll, FactsTab
from .hours import HoursTab
from .limits import LimitsTab, Member
from .overview import Overview, Rest
from .voice import StandTab, VoiceTab

if TYPE_CHECKING:
    from .printing import Sheet

_TABLES = {"facts", "fact_uses", "suggestions", "hours", "closures", "people", "limits", "settings"}
_ALL, _FACTS, _VOICE, _STAND, _LIMITS, _HOURS = range(6)
_OPENED = {"voice": _VOICE, "stand": _STAND, "limits": _LIMITS, "hours": _HOURS}  # from the overview
_BESIDE = 800  # px at 100 % text from which the overview stands beside the facts


class ShopBookPage(QWidget):
    """See the module."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title = tr("Shop book")
        self.subtitle = tr("What everyone answering for the shop should know")
        self._revision, self._is_entering = 0, False
        self._who = shop.me.id
        self._begun: dict[str, tuple[Fact, ...]] = {}  # facts half-written by who isn't here now
        self._voices, self._values = dict[str, Voice](), dict[str, tuple[Value, ...]]()  # the same of the other tabs
        self.ask_for_file: Callable[[], str] = self._ask
        self._build()
        self._make_actions()
        self._connect()
        self._reload()

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.facts, self.hours = FactsTab(self._shop.clock), HoursTab(self._shop.clock)
        self.voice, self.stand, self.limits = VoiceTab(), StandTab(), LimitsTab()
        self.overview = Overview()
        self.everything = _Everything(self.facts, self.overview)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Parts of the Shop book"))
        keep_font(self.tabs, "button")
        for name in (
            tr("Everything"), tr("Facts"), tr("Voice"), tr("What we stand for"), tr("Promises and limits"),
            tr("Hours and closures"),
        ):  # fmt: skip
            self.tabs.addTab(name)
        self.stale = LinkButton("", level="meta")
        self.stale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the tabs can scroll
        self.stack = QStackedWidget()
        for tab in (self.everything, self.voice, self.stand, self.limits, self.hours):
            self.stack.addWidget(tab)
        row_of_tabs = _Tabs()
        row = QHBoxLayout(row_of_tabs)
        row.setContentsMargins(8, 0, 16, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.stale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.print = Button(tr("Print for the counter"), "book")
        column.addWidget(Header(self.title, self.subtitle, self.print))
        said = tr("What you write here turns up beside the messages it fits.")
        self.first_line = FirstLine(self._shop, self._background, self._window, self, "shopbook", said)
        column.addWidget(self.first_line)
        column.addWidget(row_of_tabs)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._minute = QTimer(self, interval=60_000)  # "open 7 to 16" changes with the hour
        self._minute.timeout.connect(self._reload_if_seen)
        self._minute.start()
        self.tabs.currentChanged.connect(self._show_tab)
        self.overview.wanted.connect(lambda part: self.tabs.setCurrentIndex(_OPENED[part]))
        self.facts.search.textChanged.connect(self.overview.sift)
        self.limits.changed.connect(self._keep_limits)
        self.limits.people_wanted.connect(lambda: self._window.go("people"))
        self.stand.aims.kept.connect(self._keep_aims)
        self.stale.clicked.connect(self._show_stale)
        self.print.clicked.connect(lambda: self.print_to(self.ask_for_file()))
        self.facts.changed.connect(self._say_counts)
        self.facts.kept.connect(self._keep_fact)
        self.facts.removed.connect(self._remove_fact)
        self.facts.confirmed.connect(self._confirm)
        self.facts.used.connect(self._use)
        self.facts.declined.connect(self._decline)
        self.voice.kept.connect(self._keep_voice)
        self.stand.kept.connect(self._keep_values)
        self.hours.week_kept.connect(self._keep_week)
        self.hours.closures.added.connect(self._add_closures)
        self.hours.closures.gone.connect(self._remove_closures)
        self.hours.closures.holidays_wanted.connect(self.pick_holidays)
        self._background.tables_changed.connect(self._tables)
        self._window.settings_changed.connect(self._set_keys)
        self._window.settings_changed.connect(self._see_who_is_here)

    def _make_actions(self) -> None:
        self._own = [
            self._action(tr("New fact"), "N", self._new_fact),
            self._action(tr("Search this page"), "/", self.start_search),
            self._action(tr("Print for the counter…"), "", lambda: self.print_to(self.ask_for_file())),
        ]
        for action in self._own:
            self.facts.area.addAction(action)
            self.tabs.addAction(action)
        self._set_keys()

    def _action(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        # On the area, not its cards' fields: those take letters before any shortcut sees them.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("menu", "Shop")
        action.setData(key)
        action.triggered.connect(lambda: act())
        return action

    def _set_keys(self, _key: object = None) -> None:
        for action in self._own:
            key = str(action.data())
            action.setShortcut(QKeySequence(self._window.key(key) if key else ""))
        self.facts.new.set_key(self._window.key("N") or None)

    # --- what the window asks -----------------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        if self.tabs.currentIndex() == _HOURS:
            return [self.tabs, self.hours.days[0].opens, self.hours.closures.day]
        if self.tabs.currentIndex() == _VOICE:
            return [self.tabs, self.voice.sentence]
        if self.tabs.currentIndex() == _STAND:
            return [self.tabs, self.stand.rows[0][0]]
        if self.tabs.currentIndex() == _LIMITS:
            return [self.tabs, self.limits.first()]
        cards = self.facts.shown_cards()
        rest = [part.link for part in self.overview.parts() if part.isVisible()]
        return [self.tabs, self.facts.search, *cards[:1], *rest[:1]]

    def menu_actions(self) -> list[QAction]:
        return self._own

    def key_hint(self) -> str:
        if self._has_facts() and isinstance(self.focusWidget(), FactCard):
            if self._shop.me.is_owner:
                return tr("↑ ↓ fact · ↵ change · Delete remove")
            return tr("↑ ↓ fact · ↵ suggest a change")
        said = tr("Everyone can read and suggest. Only {owner} can change limits.")
        return said.format(owner=self._owner) if self._owner else ""

    def start_search(self) -> None:
        self._to_facts()
        self.facts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.facts.search.selectAll()

    def place(self) -> dict[str, object]:
        """Which part of the book somebody reads, and the fact they look for."""
        return {"part": self.tabs.currentIndex(), "words": self.facts.search.text()}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Somebody else's place in the book, else its first part."""
        part = place.get("part")
        self.facts.search.setText(str(place.get("words") or ""))
        self.facts.only_stale = False
        self.tabs.setCurrentIndex(part if isinstance(part, int) and 0 <= part < self.tabs.count() else _ALL)
        self._reload()

    def show_aims(self) -> None:
        """What we stand for, with the keyboard at our aims."""
        self._is_entering = False
        self.tabs.setCurrentIndex(_STAND)
        # In the next turn, when the part has its places.
        QTimer.singleShot(0, self, lambda: self.stand.ensureWidgetVisible(self.stand.aims))
        self.stand.aims.hours.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        self._is_entering = True
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reload()

    def _enter(self) -> None:
        """The keyboard goes to the first fact, unless somebody has put it elsewhere or is writing."""
        if self._is_entering and self.tabs.hasFocus() and self._has_facts():
            self.facts.to_cards()
        self._is_entering = False

    def _has_facts(self) -> bool:
        return self.tabs.currentIndex() in (_ALL, _FACTS)

    def _to_facts(self) -> None:
        """To a tab that shows them."""
        if not self._has_facts():
            self.tabs.setCurrentIndex(_FACTS)

    def _show_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(max(0, tab - 1))  # everything and facts are one
        self.overview.setVisible(tab == _ALL)
        self._window.actions_changed.emit(None)

    # --- reading --------------------------------------------------------------------------------------------

    def _reload(self) -> None:
        self._revision += 1
        revision, shop = self._revision, self._shop
        self._background.run(
            self,
            lambda: (shopbook.facts(shop.store), _around(shop), _rest(shop)),
            lambda got: self._came(revision, *got),
        )

    def _came(self, revision: int, facts: tuple[Fact, ...], around: AroundAll, rest: Rest) -> None:
        if revision != self._revision:
            return
        self._put_away()  # the store may tell of a takeover before the window does
        self._facts, self._owner, self._closed = len(facts), rest.owner, rest.opening.closures
        self.facts.show_facts(facts, around)
        self._begun[self._who] = self.facts.bring_back(self._begun.get(self._who, ()))
        self.hours.show_opening(rest.opening)
        may, owner = rest.may_change, rest.owner
        self.voice.show_voice(rest.voice, may_change=may, owner=owner)
        self.stand.show_values(rest.values, may_change=may, owner=owner)
        self.voice.bring_back(self._voices.pop(self._who, None))
        self.stand.bring_back(self._values.pop(self._who, None))
        self.stand.aims.show_aims(rest.aims, rest.places, may_change=may)
        self.limits.show_members(rest.members, rest.currency, may_change=may, owner=owner)
        self.overview.show_rest(rest)
        self._enter()

    _facts, _owner = 0, ""
    _closed: Mapping[date, str] = {}

    def _say_counts(self) -> None:
        self.tabs.setTabText(_FACTS, tr("Facts {n}").format(n=self._facts) if self._facts else tr("Facts"))
        stale = self.facts.stale_count()
        if self.facts.only_stale and not stale:
            self.facts.only_stale = False
        said = tr("1 fact needs checking") if stale == 1 else tr("{n} facts need checking").format(n=stale)
        self.stale.setText(tr("Show all") if self.facts.only_stale else said)
        self.stale.setVisible(bool(stale))

    def _show_stale(self) -> None:
        is_here = self._has_facts()
        self._to_facts()
        self.facts.show_stale(not (is_here and self.facts.only_stale))

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._reload()

    def _see_who_is_here(self, _key: object = None) -> None:
        """Somebody else may be at the counter: what they may do here is another thing, and so is what they write."""
        self._put_away()
        self._reload()

    def _put_away(self) -> None:
        if self._who != self._shop.me.id:
            self._begun[self._who] = (*self._begun.get(self._who, ()), *self.facts.put_away())
            voice, values = self.voice.put_away(), self.stand.put_away()
            self._voices |= {self._who: voice} if voice is not None else {}
            self._values |= {self._who: values} if values is not None else {}
            self._who = self._shop.me.id

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self._reload()

    # --- printing -------------------------------------------------------------------------------------------

    def _ask(self) -> str:
        name = str(elsewhere.documents() / f"{tr('Shop book')}.pdf")
        return QFileDialog.getSaveFileName(self.window(), tr("Print for the counter"), name, "PDF (*.pdf)")[0]

    def print_to(self, file: str) -> None:
        """Writes the two pages for the counter; "" is no file, and nothing happens."""
        if not file:
            return
        from desktop import export  # only who prints needs it

        shop, path = self._shop, export.spared(Path(file), lambda one: export.named(one, ".pdf"))

        def work() -> None:
            from . import printing  # only who prints needs it

            printing.print_to(path, _sheet(shop))

        def done(_nothing: None) -> None:
            look = tr("Open"), lambda: elsewhere.open_path(path)
            self._window.toast(tr("Two pages for the counter: {name}").format(name=path.name), action=look)

        self._background.run(self, work, done, self._tell)

    # --- changing -------------------------------------------------------------------------------------------

    def _new_fact(self) -> None:
        self._to_facts()
        self.facts.add()

    def _write(
        self,
        act: Callable[[Any, Shop], Undoable],
        then: Callable[[Undoable], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Through the write lane; what was done can be undone from the window."""
        shop = self._shop

        def work() -> Undoable:
            from desktop import counter  # brings in much that the first painted window doesn't need

            return act(counter, shop)

        self._background.run(self, work, then, failed, lane="write")

    def _keep_fact(self, what: tuple[FactCard, Fact]) -> None:
        card, fact = what
        editor = card.editor
        if fact == card.fact and fact.id:
            card.close_editor()
            return

        def done(undo: Undoable) -> None:
            self._window.did(undo)
            if card.editor is editor:
                card.close_editor()

        def failed(error: Exception) -> None:
            if card.editor is not None:
                card.editor.say(told(error))
            self._tell(error)

        self._write(lambda counter, shop: counter.put_fact(shop, fact), done, failed)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, ShopError):
            self._window.trouble(error)

    def _remove_fact(self, fact: Fact) -> None:
        def done(undo: Undoable) -> None:
            self._window.toast(undo.text, undo)

        self._write(lambda counter, shop: counter.remove_fact(shop, fact.id), done)

    def _confirm(self, fact: Fact) -> None:
        """It's still right: the same words, checked today by who is here."""
        self._write(lambda counter, shop: counter.put_fact(shop, fact), self._window.did)

    def _use(self, suggestion: Suggestion) -> None:
        self._write(lambda counter, shop: counter.use_suggestion(shop, suggestion.id), self._toast)

    def _decline(self, suggestion: Suggestion) -> None:
        self._write(lambda counter, shop: counter.decline_suggestion(shop, suggestion.id), self._toast)

    def _toast(self, undo: Undoable) -> None:
        self._window.toast(undo.text, undo)

    def _keep_voice(self, voice: Voice) -> None:
        self._write(
            lambda counter, shop: counter.put_voice(shop, voice), lambda undo: self._saved(self.voice, undo)
        )

    def _keep_values(self, values: tuple[Value, ...]) -> None:
        self._write(
            lambda counter, shop: counter.put_values(shop, values), lambda undo: self._saved(self.stand, undo)
        )

    def _saved(self, tab: VoiceTab | StandTab, undo: Undoable) -> None:
        tab.saved()
        self._reload()
        self._toast(undo)

    def _keep_week(self, rows: object) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, Misuse):
                self.hours.refused(told(error))
            else:
                self._tell(error)

        self._write(lambda counter, shop: counter.put_hours(shop, rows), self._window.did, failed)

    def _keep_limits(self, what: tuple[str, Limits]) -> None:
        def done(undo: Undoable | None) -> None:
            if undo is not None:
                self._window.did(undo)

        self._write(lambda counter, shop: counter.set_limits(shop, *what), done, self._not_kept)

    def _keep_aims(self, aims: Aims) -> None:
        self._write(lambda counter, shop: counter.put_aims(shop, aims), self._window.did, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        """What can't be changed shows again as it is."""
        self._tell(error)
        self._reload()

    def _add_closures(self, days: dict[date, str]) -> None:
        def done(undo: Undoable) -> None:
            self._window.did(undo)
            self.hours.closures.closure_added()

        self._write(lambda counter, shop: counter.put_closures(shop, days), done)

    def _remove_closures(self, days: list[date]) -> None:
        self._write(lambda counter, shop: counter.remove_closures(shop, days), self._toast)

    def pick_holidays(self) -> None:
        """The dialog with a country's public holidays."""
        from .holidays import HolidayDialog  # only who wants them needs it

        today = self._shop.clock.local(self._shop.clock.now()).date()
        self.picking = HolidayDialog(self._background, today, self._closed, self)
        self.picking.picked.connect(self._add_holidays)
        self.picking.open()

    def _add_holidays(self, days: dict[date, str]) -> None:
        self._write(lambda counter, shop: counter.put_closures(shop, days), self._toast)


def _sheet(shop: Shop) -> Sheet:
    from .printing import Sheet

    rest = _rest(shop)
    return Sheet(
        shop.name,
        shopbook.facts(shop.store),
        tuple((one.person.name, one.limits) for one in rest.members),
        rest.opening,
        rest.voice,
        rest.values,
        rest.aims,
        rest.currency,
        rest.today,
        rest.places,
    )


def _rest(shop: Shop) -> Rest:
    from desktop import counter  # in the background; it brings in all that acts

    store, owner = shop.store, people.owner(shop.store)
    return Rest(
        tuple(Member(one, people.limits(store, one.id)) for one in people.all(store)),
        settings.get(store, settings.CURRENCY),
        counter.voice(shop),
        counter.values(shop),
        counter.aims(shop),
        shopbook.opening(store),
        shop.clock.local(shop.clock.now()).date(),
        owner.name if owner else "",
        shop.me.is_owner,
        _places(shop),
    )


def _places(shop: Shop) -> dict[str, str]:
    """The names of the places where complaints were made, or may be."""
    from desktop import accounts, complaints

    ours = {one.platform for one in accounts.all(shop.store) if one.state is not AccountState.REMOVED}
    found = {key.rpartition(".")[2]: words.place(shop.place(key)) for key in ours | complaints.platforms(shop.store)}
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _around(shop: Shop) -> AroundAll:
    owner = people.owner(shop.store)
    return AroundAll(
        shop.me, owner.name if owner else "", shopbook.uses(shop.store), shopbook.suggestions(shop.store)
    )


class _Everything(QWidget):
    """The facts, and beside them (under them where it is narrow) the rest of the book."""

    def __init__(self, facts: FactsTab, rest: Overview) -> None:
        super().__init__()
        self._edge = QWidget()
        keep_colours(self._edge, ground="line")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(facts, 51)
        self._row.addWidget(self._edge)
        self._row.addWidget(rest, 49)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
        self._edge.setFixedSize(1 if beside else 16_777_215, 16_777_215 if beside else 1)
        self._edge.setMinimumSize(1, 1)


class Header(QWidget):
    """48 px: "Shop book", what it is for, and `end`."""

    def __init__(self, title: str, sub: str, end: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = ElidedLabel(title, "page")
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(ElidedLabel(sub, "body", "text2"), 1)
        row.addWidget(end)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class _Tabs(QWidget):
    """The row of tabs, on a line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
