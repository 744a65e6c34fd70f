"""The Shop book page: facts, and hours and closures. What is written here turns up beside the messages it fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop import people, settings, shopbook
from desktop.errors import ShopError
from desktop.records import Fact, Value, Voice
from desktop.shop import Shop
from desktop.shopbook import Opening, Suggestion
from ui.background import Runner
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_font
from ui.theme.paint import line
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.window import Undoable, Window

from .card import FactCard
from .facts import AroundAll, FactsTab
from .hours import HoursTab
from .voice import StandTab, VoiceTab

if TYPE_CHECKING:
    from .printing import Sheet

_TABLES = {"facts", "fact_uses", "suggestions", "hours", "closures", "people", "settings"}
_FACTS, _VOICE, _STAND, _HOURS = range(4)


class ShopBookPage(QWidget):
    """See the module."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title = tr("Shop book")
        self.subtitle = tr("What everyone answering for the shop should know")
        self._revision, self._is_entering = 0, False
        self.ask_for_file: Callable[[], str] = self._ask
        self._build()
        self._make_actions()
        self._connect()
        self._reload()

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.facts, self.hours = FactsTab(self._shop.clock), HoursTab(self._shop.clock)
        self.voice, self.stand = VoiceTab(), StandTab()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Parts of the Shop book"))
        keep_font(self.tabs, "button")
        for name in (tr("Facts"), tr("Voice"), tr("What we stand for"), tr("Hours and closures")):
            self.tabs.addTab(name)
        self.stale = LinkButton("", level="meta")
        self.stack = QStackedWidget()
        for tab in (self.facts, self.voice, self.stand, self.hours):
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
        column.addWidget(row_of_tabs)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._minute = QTimer(self, interval=60_000)  # "open 7 to 16" changes with the hour
        self._minute.timeout.connect(self._reload_if_seen)
        self._minute.start()
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
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
        self.hours.closure_kept.connect(self._keep_closure)
        self.hours.closure_gone.connect(self._remove_closure)
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
            action.setShortcut(
                QKeySequence(str(action.data())) if self._window.single_keys else QKeySequence()
            )
        self.facts.new.set_key("N" if self._window.single_keys else None)

    # --- what the window asks -----------------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        if self.tabs.currentIndex() == _HOURS:
            return [self.tabs, self.hours.days[0].opens, self.hours.day]
        if self.tabs.currentIndex() == _VOICE:
            return [self.tabs, self.voice.sentence]
        if self.tabs.currentIndex() == _STAND:
            return [self.tabs, self.stand.rows[0][0]]
        cards = self.facts.shown_cards()
        return [self.tabs, self.facts.search, *cards[:1]]

    def menu_actions(self) -> list[QAction]:
        return self._own

    def key_hint(self) -> str:
        if self.tabs.currentIndex() == _FACTS and isinstance(self.focusWidget(), FactCard):
            if self._shop.me.is_owner:
                return tr("↑ ↓ fact · ↵ change · Delete remove")
            return tr("↑ ↓ fact · ↵ suggest a change")
        return ""

    def start_search(self) -> None:
        self.tabs.setCurrentIndex(_FACTS)
        self.facts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.facts.search.selectAll()

    def shown(self) -> None:
        self._is_entering = True
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reload()

    def _enter(self) -> None:
        """The keyboard goes to the first fact, unless somebody has put it elsewhere or is writing."""
        if self._is_entering and self.tabs.hasFocus() and self.tabs.currentIndex() == _FACTS:
            self.facts.to_cards()
        self._is_entering = False

    # --- reading --------------------------------------------------------------------------------------------

    def _reload(self) -> None:
        self._revision += 1
        revision, shop = self._revision, self._shop
        self._background.run(
            self,
            lambda: (shopbook.facts(shop.store), _around(shop), shopbook.opening(shop.store), _words(shop)),
            lambda got: self._came(revision, *got),
        )

    def _came(
        self,
        revision: int,
        facts: tuple[Fact, ...],
        around: AroundAll,
        opening: Opening,
        words: tuple[Voice, tuple[Value, ...]],
    ) -> None:
        if revision != self._revision:
            return
        self._facts = len(facts)
        self.facts.show_facts(facts, around)
        self.hours.show_opening(opening)
        self.voice.show_voice(words[0], may_change=around.me.is_owner, owner=around.owner)
        self.stand.show_values(words[1], may_change=around.me.is_owner, owner=around.owner)
        self._enter()

    _facts = 0

    def _say_counts(self) -> None:
        self.tabs.setTabText(_FACTS, tr("Facts {n}").format(n=self._facts) if self._facts else tr("Facts"))
        stale = self.facts.stale_count()
        if self.facts.only_stale and not stale:
            self.facts.only_stale = False
        said = tr("1 fact needs checking") if stale == 1 else tr("{n} facts need checking").format(n=stale)
        self.stale.setText(tr("Show all") if self.facts.only_stale else said)
        self.stale.setVisible(bool(stale))

    def _show_stale(self) -> None:
        is_here = self.tabs.currentIndex() == _FACTS
        self.tabs.setCurrentIndex(_FACTS)
        self.facts.show_stale(not (is_here and self.facts.only_stale))

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._reload()

    def _see_who_is_here(self, _key: object = None) -> None:
        """Somebody else may be at the counter: what they may do here is another thing."""
        self._reload()

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self._reload()

    # --- printing -------------------------------------------------------------------------------------------

    def _ask(self) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / f"{tr('Shop book')}.pdf")
        return QFileDialog.getSaveFileName(self.window(), tr("Print for the counter"), name, "PDF (*.pdf)")[0]

    def print_to(self, file: str) -> None:
        """Writes the two pages for the counter; "" is no file, and nothing happens."""
        if not file:
            return
        shop, path = self._shop, Path(file if file.lower().endswith(".pdf") else f"{file}.pdf")

        def work() -> None:
            from . import printing  # only who prints needs it

            printing.print_to(path, _sheet(shop))

        def done(_nothing: None) -> None:
            look = tr("Open"), lambda: _open(path)
            self._window.toast(tr("Two pages for the counter: {name}").format(name=path.name), action=look)

        self._background.run(self, work, done, self._tell)

    # --- changing -------------------------------------------------------------------------------------------

    def _new_fact(self) -> None:
        self.tabs.setCurrentIndex(_FACTS)
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
                card.editor.say(str(error))
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
        self._write(lambda counter, shop: counter.put_hours(shop, rows), self._window.did)

    def _keep_closure(self, what: tuple[date, str]) -> None:
        def done(undo: Undoable) -> None:
            self._window.did(undo)
            self.hours.closure_added()

        self._write(lambda counter, shop: counter.put_closure(shop, *what), done)

    def _remove_closure(self, day: date) -> None:
        def done(undo: Undoable) -> None:
            self._window.toast(undo.text, undo)

        self._write(lambda counter, shop: counter.remove_closure(shop, day), done)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _sheet(shop: Shop) -> Sheet:
    from .printing import Sheet

    store = shop.store
    return Sheet(
        shop.name,
        shopbook.facts(store),
        tuple((one.name, people.limits(store, one.id)) for one in people.all(store)),
        shopbook.opening(store),
        *_words(shop),
        settings.get(store, settings.CURRENCY),
        shop.clock.local(shop.clock.now()).date(),
    )


def _words(shop: Shop) -> tuple[Voice, tuple[Value, ...]]:
    from desktop import counter  # in the background; it brings in all that acts

    return counter.voice(shop), counter.values(shop)


def _around(shop: Shop) -> AroundAll:
    owner = people.owner(shop.store)
    return AroundAll(
        shop.me, owner.name if owner else "", shopbook.uses(shop.store), shopbook.suggestions(shop.store)
    )


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
