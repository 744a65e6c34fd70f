"""The Inbox page: the list at the start, the conversation beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop import conversations, inbox, settings
from desktop.records import Group, Row
from desktop.shop import Shop
from ui import words
from ui.background import Runner
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.window import Window

from . import listing
from .delegate import InboxDelegate
from .list import InboxList
from .listing import FIRST_PAGE, Listing, Standing, Wanted
from .model import InboxModel, Section
from .spoken import hover_text, row_text
from .top import Filters, Header

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.event_bars import EventBars
    from ui.first_line import FirstLine
    from ui.widgets.empty import EmptyState

    from .several import Several

_LIST_WIDTH, _LIST_LEAST, _PANE_LEAST = 352, 280, 280
_LIST_NARROW, _READ_LEAST = 250, 320  # px at 100 % text: of the list where the conversation would have less than this
_LIST_BESIDE = 296  # with something beside the page
_LOW = 500  # px at 100 % text: less is a low page
_ROOM_TO_WRITE = 1180  # at 100 % text: list, composer and coach beside each other

_LIST_MOVES = {"conversations", "complaints", "promises", "tallies", "asks"}  # which rows there are, and their order
_ROWS_SAY = {"reads", "claims", "drafts", "replies", "people"}  # what a row says beside its conversation's own words
_HEAD_SAYS = {"hours", "closures", "accounts"}


class InboxPage(QWidget):
    """`view` is the conversation beside the list (ui/conversation; the page doesn't know it)."""

    title_changed = Signal()

    def __init__(
        self, shop: Shop, background: Runner, window: Window, view: Any, *, has_actions: bool = True
    ) -> None:
        super().__init__()
        self._shop, self._background, self._window = shop, background, window
        self.view: Any = view
        self.title = tr("Inbox")
        self._wanted, self._revision, self._state = Wanted(), 0, Standing()
        self._shown = 0  # the revision of what is in the list
        self._is_full, self._is_writing, self._has_begun = False, False, False
        self._goes_to_found = False
        self._is_squeezed = self._is_reading = False
        self._build()
        self._connect()
        self._single: list[tuple[QAction, str]] = []
        self._own: list[QAction] = []
        if has_actions:
            self.make_actions()
        self._first_look()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = Header(self.title)
        self.filters = Filters()
        self.model = InboxModel(self._fetch, self._section_title, self._spoken, self._hover, self)
        self.model.failed.connect(self._window.trouble, Qt.ConnectionType.QueuedConnection)  # behind the painting
        self.delegate = InboxDelegate(self._shop.clock, self._shop.tile, self)
        self.list = InboxList(self.model, self.delegate)
        self.list.set_compact(self._window.density == "compact")
        self.empty: EmptyState | None = None
        self.events: EventBars | None = None
        self.first_line: FirstLine | None = None
        self._said: tuple[str, ...] = ()
        self.left = QFrame()
        keep_colours(self.left, ground="surface")
        self.column = QVBoxLayout(self.left)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.list, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for pane in (self.left, self.view):
            self.splitter.addWidget(pane)
            self.splitter.setCollapsible(self.splitter.indexOf(pane), False)
        self.splitter.setStretchFactor(1, 1)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)
        self.whole.addWidget(self.header)
        self.whole.addWidget(self.splitter, 1)
        self._fit()
        self.splitter.setSizes([px(_LIST_WIDTH), 10_000])

    def _fit(self) -> None:
        self.view.setMinimumWidth(_PANE_LEAST)
        self._leave_room_to_read()

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._reload)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._ages)
        self.filters.changed.connect(self._chosen)
        self.header.search.searched.connect(self._search)
        self.header.search.left.connect(self._out_of_search)
        self.header.add.setEnabled(not self._shop.read_only)
        self.header.add.clicked.connect(lambda: self._window.add_by_hand())
        self.list.opened.connect(self._open_rid)
        self.list.entered.connect(lambda _rid: self._read_on())
        self.list.toggled.connect(self._toggle)
        self.list.pick_wanted.connect(self._pick)
        self.view.back_wanted.connect(self._to_list)
        self.view.next_wanted.connect(self._to_next)
        self.view.writing_changed.connect(self._writing)
        self.view.title_changed.connect(self._retitle)
        self._background.tables_changed.connect(self._tables)
        self._window.settings_changed.connect(self._setting)
        self._window.painted.connect(lambda _: self._begin())
        theme().changed.connect(self._fit)

    def make_actions(self) -> None:
        """The keys of this page. With `has_actions` False they are made behind the first paint, by a call of this."""
        go = (
            (tr("Next conversation"), "J", lambda: self.list.step(1)),
            (tr("Previous conversation"), "K", lambda: self.list.step(-1)),
            (tr("Open this conversation"), "O", self.list.enter),
            (tr("Mark unread"), "Shift+U", self._mark_unread),
            (tr("Select"), "X", self._pick),
            (tr("Search this page"), "/", self.start_search),
        )
        self._own = [self._action(text, key, act) for text, key, act in go]
        for action in self._own:
            self.list.addAction(action)
        for action in (*self._own[:2], self._own[-1]):
            self.view.reading_area().addAction(action)
        for action in self.view.list_actions():
            self.list.addAction(action)
        self._set_keys()

    def _action(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        from PySide6.QtGui import QAction

        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("menu", "Conversation")
        action.triggered.connect(lambda: act())
        self._single.append((action, key))
        return action

    def _set_keys(self) -> None:
        from PySide6.QtGui import QKeySequence

        for action, key in self._single:
            action.setShortcut(QKeySequence(self._window.key(key)))
        self.header.search.set_key(self._window.key("/"))

    # --- what the window asks ---------------------------------------------------------------------------

    @property
    def subtitle(self) -> str:
        return self.header.subtitle.text()

    def panes(self) -> list[QWidget]:
        return [*([] if self._is_full else [self.list]), *self.view.panes()]

    def menu_actions(self) -> list[QAction]:
        return [*self.view.menu_actions(), *self._own]

    def key_hint(self) -> str:
        if self.list.hasFocus():
            if not self._window.single_keys:
                return tr("↑ ↓ move · ↵ opens")
            down, up, done = (self._window.key(each) for each in "JKE")
            return tr("{down} {up} move · ↵ opens · {done} done here").format(down=down, up=up, done=done)
        return str(self.view.key_hint())

    def start_search(self) -> None:
        self._list_again()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _out_of_search(self) -> None:
        """The keyboard goes to what was found, and so does the page: what it does next is done to one of these."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._goes_to_found = bool(self._wanted.words)
        if self._shown == self._revision:  # else it comes with what is being looked for
            self._to_found()

    def _to_found(self) -> None:
        """The first of what was found is shown, where what is shown isn't among it."""
        was_asked, self._goes_to_found = self._goes_to_found, False
        here = conversations.rid_of(self._shop.store, self.current_id()) if was_asked else None
        if was_asked and self.list.hasFocus() and (here is None or self.model.row_of(here) < 0):
            self.list.open_first()

    def show_conversation(self, conversation: str) -> None:
        """Shows one conversation; its row is marked when it is in the list."""
        self.list.show_rid(conversations.rid_of(self._shop.store, conversation))
        self.view.resume_conversation(conversation)

    def current_id(self) -> str:
        return str(self.view.current_id())

    def shown(self) -> None:
        self._reload()
        self.view.take_drafts()
        if not self.list.hasFocus() and not self._is_full:
            self._into_list()

    def leaving(self) -> None:
        self.view.leaving()

    def unsaved(self) -> int:
        """How many drafts would be lost if the window closed now."""
        return self.view.unsaved()

    def place(self) -> dict[str, object]:
        """What somebody sees here, to be found again."""
        return {"choice": self.filters.choice, "sort": self.filters.sort, "conversation": self.current_id()}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Somebody else's view: their filters, their conversation; where there is none, the first of the list."""
        self.header.search.clear()
        self.list.pick_none()
        self._wanted = self._wanted._replace(words="")
        self.filters.set_to(str(place.get("choice") or ""), str(place.get("sort") or ""))
        conversation = str(place.get("conversation") or "")
        self._has_begun = bool(conversation)
        self.view.show_conversation(conversation)
        self.list.show_rid(conversations.rid_of(self._shop.store, conversation) if conversation else None)
        self._chosen()

    # --- reading ------------------------------------------------------------------------------------------

    def _fetch(self, rids: Any) -> list[Row]:
        return inbox.page(self._shop.store, rids, self._shop.me.id, self._shop.clock.now())

    def _section_title(self, section: Section) -> str:
        return tr("Found") if section.group is None else words.group(section.group)

    def _spoken(self, row: Row) -> str:
        return row_text(row, words.place(self._shop.place(row.platform)), self._shop.clock)

    def _hover(self, row: Row) -> str:
        return hover_text(
            row, words.place(self._shop.place(row.platform)), self._shop.clock, compact=self.delegate.compact
        )

    def _first_look(self) -> None:
        """One indexed read, so that the first paint has its rows; the rest comes behind it."""
        self._take(listing.read(self._shop, self._wanted, FIRST_PAGE))
        self._reload()

    def _reload(self) -> None:
        self._revision += 1
        revision, wanted, shop = self._revision, self._wanted, self._shop
        self._soon.stop()
        self._background.run(
            self,
            lambda: (listing.read(shop, wanted), listing.standing(shop)),
            lambda got: self._came(revision, got),
        )

    def _came(self, revision: int, got: tuple[Listing, Standing]) -> None:
        if revision != self._revision:
            return
        self._shown, self._state = revision, got[1]
        self.header.subtitle.setText(self._state.subtitle)
        self._take(got[0])
        self._show_empty(got[0])
        self._to_found()
        self._begin()
        self._watch_events()
        self._greet()

    def _greet(self) -> None:
        """Behind the first page too: what the line with the eye is, to whom it is new."""
        if self.first_line is None:
            from ui.first_line import FirstLine

            said = tr("The line with the eye tells you what a stranger sees.")
            self.first_line = FirstLine(self._shop, self._background, self._window, self, "inbox", said)
            self.whole.insertWidget(1, self.first_line)
        self.first_line.set_quiet(self._is_full or not self.model.rowCount())

    def _watch_events(self) -> None:
        """Behind the first page: whether many write about one thing."""
        if self.events is None:
            from ui.event_bars import EventBars

            self.events = EventBars(self._shop, self._background, self._window)
            self.events.set_quiet(self._is_full)
            self._place_events()

    def _place_events(self) -> None:
        """Over the whole page; in a low window only over the list, so that the conversation keeps its height."""
        if self.events is None:
            return
        is_low = self._is_low()
        where = self.left if is_low else self
        if self.events.parentWidget() is not where:
            (self.column if is_low else self.whole).insertWidget(1, self.events)

    def _begin(self) -> None:
        """Once the first page is on the screen, the first who waits is shown; nobody has to pick."""
        if self._window.was_painted and not self._has_begun and self.model.rowCount():
            self._has_begun = True
            if not self.view.current_id():
                self.list.open_first()

    def _take(self, found: Listing) -> None:
        self.list.apply(found, self._wanted.open_groups)
        self._minute.start(self._to_next_minute())

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & (_LIST_MOVES | _HEAD_SAYS):
            self._soon.start()
        elif tables & _ROWS_SAY:
            self.model.refresh()

    def _to_next_minute(self) -> int:
        now = self._shop.clock.now()
        left = 60 - now.second - now.microsecond / 1e6
        return max(1000, int(left * 1000 / max(self._shop.clock.rate, 1.0)) + 50)

    def _ages(self) -> None:
        if self.isVisible():
            self.model.refresh()  # what ended by itself is gone from its row
            self._minute.start(self._to_next_minute())

    # --- choosing what to see -------------------------------------------------------------------------------

    def _chosen(self) -> None:
        self._wanted = self._wanted._replace(choice=self.filters.choice, sort=self.filters.sort)
        self._reload()

    def _search(self, text: str) -> None:
        if text != self._wanted.words:
            self._wanted = self._wanted._replace(words=text)
            self._reload()

    def _toggle(self, group: Group) -> None:
        self._wanted = self._wanted._replace(open_groups=self._wanted.open_groups ^ {group})
        self._reload()

    def _setting(self, key: object) -> None:
        self.list.set_compact(self._window.density == "compact")
        self._set_keys()
        if key == settings.LAST_PERSON.key:  # somebody else may be asked other things
            self._soon.start()

    # --- empty ------------------------------------------------------------------------------------------------

    def _show_empty(self, found: Listing) -> None:
        said = self._what_is_empty(found)
        had_keyboard = self.list.hasFocus() or self._is_in_empty()
        self.list.setVisible(bool(self.model.rowCount()))
        if said != self._said:
            self._said = said
            self._say_empty(said)
        if had_keyboard and not self.list.hasFocus():
            self._into_list()

    def _is_in_empty(self) -> bool:
        focus = self.window().focusWidget()
        return self.empty is not None and focus is not None and self.empty.isAncestorOf(focus)

    def _into_list(self) -> None:
        """The keyboard goes to the list, or to what stands in its place."""
        stands_in = self.empty.buttons[0] if self.empty is not None and self.empty.buttons else None
        where = stands_in if stands_in is not None and self.list.isHidden() else self.list
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_empty(self, said: tuple[str, ...]) -> None:
        if self.empty is not None:
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None
        if said:
            from ui.widgets.empty import EmptyState  # most lists are not empty when they are first painted

            icon, title, text, act = said
            self.empty = EmptyState(icon, title, "", self._ways_on(act), primary=False)
            self.column.insertWidget(self.column.indexOf(self.list), self.empty, 1)
            self.empty.set_text(title, text)

    def _what_is_empty(self, found: Listing) -> tuple[str, ...]:
        if found.found is not None:
            none = tr("Nothing for “{query}”").format(query=self._wanted.words)
            return () if len(found.found) else ("search", none, tr("Try fewer words."), "show all")
        if any(found.counts.get(group) for group in (Group.ASKS, Group.NEEDS_ANSWER, Group.NOT_SHOWN)):
            return ()
        return listing.nothing_here(self._shop, self._wanted, self._state)

    def _ways_on(self, act: str) -> list[tuple[str, Callable[[], object]]]:
        ways: dict[str, list[tuple[str, Callable[[], object]]]] = {
            "connect": [
                (tr("Connect…"), lambda: self._window.go("accounts")),
                (tr("Add by hand…"), lambda: self._window.add_by_hand()),
                (tr("Practise"), lambda: self._window.go("welcome")),
            ],
            "show all": [(tr("Show all"), self._show_all)],
            "make them show": [(tr("Make them show"), lambda: self._window.go("complaints"))],
            "complaints": [(tr("Open Complaints"), lambda: self._window.go("complaints"))],
            "check now": [(tr("Check now"), lambda: self._window.collect_now())],
        }
        return ways[act]

    def _show_all(self) -> None:
        self.header.search.clear()
        self._wanted = self._wanted._replace(words="")
        self.filters.choose("all")

    # --- between list and conversation ------------------------------------------------------------------------

    def _open_rid(self, rid: int) -> None:
        conversation = conversations.id_of(self._shop.store, rid)
        if conversation and conversation != self.view.current_id():
            self.view.show_conversation(conversation)

    def _read_on(self) -> None:
        """Enter in the list: the keyboard goes to the conversation, in a low page all the room too."""
        self._is_reading = True
        self._settle_room()
        self.view.read_on()

    def _list_again(self) -> None:
        self._is_reading = False
        self._set_full(False)

    def _to_list(self) -> None:
        self._list_again()
        self._into_list()

    def _to_next(self, open_it: object) -> None:
        """The keyboard goes to the next row of the list. What is shown stays, and stays marked as chosen, unless
        the next one is to be opened."""
        here = conversations.rid_of(self._shop.store, str(self.view.current_id()))
        after = self.list.rid_after(here)
        self._list_again()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if after is not None:
            self.list.move_to(self.model.row_of(after), open_it=bool(open_it))

    def _pick(self) -> None:
        """One more is selected, or one less. What is done with them is offered beside one that is shown."""
        self._begin_several()
        if not self.view.current_id():
            self.list.move_to(self.list.currentIndex().row())
        self.list.pick()

    def _begin_several(self) -> None:
        if self.several is None:
            from .several import Several  # not before somebody selects: the first list needs none of it

            self.several = Several(self, self._shop)

    several: Several | None = None

    def _mark_unread(self) -> None:
        rid = self.list.current_rid()
        conversation = conversations.id_of(self._shop.store, rid) if rid is not None else None
        if conversation:
            from desktop import counter  # brings in much that the first painted window doesn't need

            chosen = conversation
            self._background.run(self, lambda: counter.mark_unread(self._shop, chosen), lane="write")

    # --- room to write ------------------------------------------------------------------------------------------

    def _writing(self, writing: object) -> None:
        self._is_writing = bool(writing)
        self._settle_room()

    def _settle_room(self) -> None:
        is_small = self.width() < px(_ROOM_TO_WRITE)
        reads = self._is_reading and is_small and self._is_low()
        self._set_full(self._is_squeezed or reads or (self._is_writing and is_small))

    def _is_low(self) -> bool:
        return self.height() < px(_LOW)

    def _leave_room_to_read(self) -> None:
        """In a narrow page the list takes less, so that the conversation beside it can be read."""
        is_narrow = self.width() < px(_LIST_LEAST + _READ_LEAST)
        least = max(px(_LIST_NARROW), self.filters.least_width()) if is_narrow else px(_LIST_LEAST)
        self.left.setMinimumWidth(least)
        if not self.left.isHidden() and self.width() - self.left.width() < px(_READ_LEAST):
            self.splitter.setSizes([max(least, self.width() - px(_READ_LEAST)), 10_000])

    def narrow_list(self) -> None:
        """Something stands beside the page: the list leaves more of the rest to the conversation."""
        if self.left.width() > px(_LIST_BESIDE):
            self.splitter.setSizes([px(_LIST_BESIDE), 10_000])

    def set_squeezed(self, squeezed: bool) -> None:
        """Something that was asked for stands beside the page in a small window: the list steps aside."""
        if squeezed != self._is_squeezed:
            self._is_squeezed = squeezed
            self._settle_room()

    def _set_full(self, full: bool) -> None:
        """The list steps aside while somebody writes in a window too small for three columns, or reads in a low one."""
        if full == self._is_full:
            return
        self._is_full = full
        self.left.setVisible(not full)
        self.header.setVisible(not full)
        if self.events is not None:
            self.events.set_quiet(full)
        if self.first_line is not None:
            self._greet()
        self.view.set_back_visible(full)

    def _retitle(self, title: object) -> None:
        self.title = str(title) or tr("Inbox")
        self.title_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_events()
        QTimer.singleShot(0, self, self._leave_room_to_read)  # the splitter has its new width only then
        if self._is_writing or self._is_reading:
            self._settle_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start(self._to_next_minute())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
