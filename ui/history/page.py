"""The History page: search, results as one types, and the whole conversation beside them. Needs no connection."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop import conversations, settings
from desktop.records import Source
from desktop.searching import WEIGHED, Filter, alike, get_ready, parse, split, with_filter, without_filter
from desktop.shop import Shop
from ui import moments, words
from ui.background import Runner
from ui.first_line import FirstLine
from ui.menus import known_as
from ui.moments import figure, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.wrap import WrapLabel
from ui.window import Window

from . import noted, reading, story
from .chips import called
from .delegate import HistoryDelegate
from .export_dialog import Exporting
from .facets import Facets
from .list import ResultList
from .marks import NOTHING, Looked
from .model import HistoryModel
from .note_dialog import Noting
from .order import OrderButton
from .outcomes import outcome
from .preview import Preview
from .reading import Over, Result, Results
from .saved import SavedSearches
from .search import Header, SearchField, Strip
from .story import Story
from .years import Years

_PREVIEW, _LEAST, _SHARE = 396, 300, 0.44
_SHOWS = {
    "conversations",
    "posts",
    "complaints",
    "proofs",
    "post_versions",
    "notes",
    "events",
    "replies",
    "people",
    "shop_notes",
}
_WITH_FACETS, _WITH_YEARS = 960, 520  # px of the page: below, its results need the room
_WITH_BUTTONS = 620  # px of the page: below, the field needs the room, and the menu has both
_LOOK_AGAIN = 400  # ms: while posts pour in, not at each of them
_REST = 9  # times as long as it took, nothing is looked up again by itself: years of history take a while
_SETTLE = 40  # ms the keyboard rests on a row before its conversation is read
_BEHIND = 120  # ms the first rows stand before all the others are looked up, and what they have in common


class HistoryPage(QWidget):
    """See the module."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title = tr("History")
        self.subtitle = tr("Everything is on this computer. Search works offline.")
        self._words, self._revision, self._is_stale = "", 0, False
        self._began, self._took = QElapsedTimer(), 0  # the last look, and how many ms it took to the last number
        self._wanted: int | None = None
        self._further = Results("", array("q"), array("q"))  # whose rest is looked up when `_behind` ends
        self.empty: EmptyState | None = None
        self._build()
        self._make_actions()
        self._connect()
        self.list.take(reading.first_rows(shop), keep=False)
        self._say_count(self.model.results)
        self._look()
        background.run(self, lambda: get_ready(shop.store))

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header, self.search = Header(), SearchField()
        self.saved = SavedSearches(self._shop, self._background, self._window, self)
        self.exporting = Exporting(self._shop, self._background, self._window, self)
        self.export = Button(tr("Export"), "download")
        self.noting = Noting(self._shop, self._background, self._window, self)
        self.note = Button(tr("Add a note"), "note")
        self.model = HistoryModel(self._fetch, self._spoken, self._hover, self)
        self.model.failed.connect(self._window.trouble, Qt.ConnectionType.QueuedConnection)  # behind the painting
        self.delegate = HistoryDelegate(self._shop.clock, self._shop.tile, self)
        self.list = ResultList(self.model, self.delegate)
        self.count, self.near = ElidedLabel("", "meta strong", "text2"), ElidedLabel("", "meta", "text2")
        self.order, self.timeline = OrderButton(), Button(tr("Timeline"), "history")
        self.timeline.setCheckable(True)
        self.near.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.preview = Preview(self._shop.clock)
        looking, above = Strip("paper"), Strip("paper")
        looking.row.setContentsMargins(14, 11, 14, 12)
        looking.row.addWidget(self.search, 1)
        looking.row.addWidget(self.saved.save)
        looking.row.addWidget(self.export)
        self.note.setToolTip(tr("A note on the timeline: what changed in the shop, and when"))
        self.note.setEnabled(not self._shop.read_only)
        self.header.row.addWidget(self.note)
        self.header.row.addWidget(self.timeline)
        self.header.row.addWidget(self.saved.menu_button)
        self.trouble = WrapLabel("", "meta", "brick")
        self.trouble.setContentsMargins(14, 8, 14, 8)
        self.trouble.hide()
        above.row.setContentsMargins(4, 2, 12, 3)
        above.row.addWidget(self.order)
        above.row.addWidget(self.count)
        above.row.addWidget(self.near, 1)
        self.left = QFrame()
        keep_colours(self.left, ground="surface")
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self.list, 1)
        self._above = above
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for pane in (self.left, self.preview):
            pane.setMinimumWidth(_LEAST)
            self.splitter.addWidget(pane)
            self.splitter.setCollapsible(self.splitter.indexOf(pane), False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.splitterMoved.connect(self._was_dragged)
        self._is_dragged = False
        self.facets, self.years = Facets(self._shop.place), Years()
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.facets)
        below.addWidget(self.splitter, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        said = tr("Everything here is on this computer. Pull the plug and try.")
        self.first_line = FirstLine(self._shop, self._background, self._window, self, "history", said)
        for widget in (self.header, self.first_line, looking, self.trouble, self.years):
            whole.addWidget(widget)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        self._again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN)
        self._again.timeout.connect(self._look)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settled.timeout.connect(self._read_story)
        self._behind = QTimer(self, singleShot=True, interval=_BEHIND)
        self._behind.timeout.connect(self._go_on)
        self.search.searched.connect(self._search)
        self.search.left.connect(self._to_list)
        self.facets.ticked.connect(self._ticked)
        self.years.chosen.connect(self._chose_time)
        self.years.left.connect(self.start_search)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._open)
        self.list.left.connect(self.start_search)
        self.preview.left.connect(self._to_list)
        self.preview.stepped.connect(lambda by: self.list.step(by))
        self.preview.opened.connect(self._open_shown)
        self.saved.chosen.connect(self.look_for)
        self.export.clicked.connect(self.begin_export)
        self.order.picked.connect(self._reorder)
        self.timeline.clicked.connect(self._show_timeline)
        self.note.clicked.connect(self.begin_note)
        self.years.note_wanted.connect(lambda day, note: self.noting.begin(day, note))
        self._background.tables_changed.connect(self._tables)
        self._window.settings_changed.connect(self._set_keys)

    def _make_actions(self) -> None:
        shop = self._shop
        self._own = [
            self._action(tr("Next result"), "J", lambda: self.list.step(1)),
            self._action(tr("Previous result"), "K", lambda: self.list.step(-1)),
            self._action(tr("Open in the inbox"), "O", self._open_shown),
            self._action(tr("Search this page"), "/", self.start_search),
        ]
        self._forget = self._action(tr("Forget this person…"), "", self._forget_shown)
        self._forget.setVisible(shop.me.is_owner and not (shop.read_only or shop.is_practice))
        for action in self._own:
            self.list.addAction(action)
            self.preview.area.addAction(action)
        known_as(self._forget, tr("delete erase remove privacy"))
        self._export = self._lasting(tr("Export…"), "Ctrl+E", "File", self.begin_export)
        known_as(self._export, tr("save download table PDF CSV JSON print"))
        self._note = self._lasting(tr("Notes on the timeline…"), "Ctrl+Shift+N", "Edit", self.begin_note)
        self._note.setEnabled(not self._shop.read_only)
        self._set_keys()
        self._take_own()

    def _lasting(self, text: str, key: str, menu: str, act: Callable[[], object]) -> QAction:
        """With a key that nobody changes."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("menu", menu)
        action.triggered.connect(lambda: act())
        self.addAction(action)
        return action

    def _action(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("menu", "Conversation")
        action.setData(key)
        action.triggered.connect(lambda: act())
        return action

    def _set_keys(self, _key: object = None) -> None:
        for action in self._own:
            action.setShortcut(QKeySequence(self._window.key(str(action.data()))))

    def _take_own(self) -> None:
        """As whoever is here left it."""
        store, me = self._shop.store, self._shop.me.id
        self.order.set_to(best_first=settings.own(store, settings.BEST_FIRST, me))
        self.timeline.setChecked(settings.own(store, settings.TIMELINE, me))
        self._fit_years()

    def _keep_own(self, setting: settings.Setting[bool], value: bool) -> None:
        shop, me = self._shop, self._shop.me.id
        if not shop.read_only:
            self._background.run(self, lambda: settings.put(shop.store, setting, value, person=me), lane="write")

    def _reorder(self) -> None:
        self._keep_own(settings.BEST_FIRST, self.order.best_first)
        self._look()

    def _show_timeline(self) -> None:
        self._keep_own(settings.TIMELINE, self.timeline.isChecked())
        self._fit_years()

    def _fit_years(self) -> None:
        """The strip where it is wanted and there is room; what it says of the results is said over them else."""
        has_room = self.height() >= px(_WITH_YEARS)
        self.timeline.setVisible(has_room and self.width() >= px(_WITH_BUTTONS))
        self.years.setVisible(self.timeline.isChecked() and has_room)
        self.count.setVisible(not self.years.isVisibleTo(self) or not self.model.results.is_all)

    def _was_dragged(self) -> None:
        self._is_dragged = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until somebody drags the line between them, the results keep more room than the conversation."""
        super().resizeEvent(event)
        self.facets.setVisible(self.width() >= px(_WITH_FACETS))
        self._fit_years()
        for button in (self.saved.save, self.export, self.note):
            button.setVisible(self.width() >= px(_WITH_BUTTONS))
        if not self._is_dragged:
            room = self.width() - (self.facets.width() if self.facets.isVisibleTo(self) else 0)
            beside = min(px(_PREVIEW), int(room * _SHARE))
            self.splitter.setSizes([room - beside, beside])

    # --- what the window asks -----------------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        beside = [self.years] if self.years.isVisible() else []
        first = next((box for group in self.facets.groups.values() for box in group.boxes.values()), None)
        ticks = [first] if first is not None and self.facets.isVisible() else []
        return [self.search, *beside, *ticks, self.list, self.preview.area]

    def menu_actions(self) -> list[QAction]:
        return [*self._own, self._forget, self._export, self._note]

    def key_hint(self) -> str:
        if self.search.hasFocus():
            return tr("↓ result · Esc clears · Ctrl E export")
        return tr("↑ ↓ result · ↵ opens · Ctrl E export")

    def start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def look_for(self, query: object) -> None:
        """What a query finds, as if it had been typed."""
        self.search.set_whole(str(query))
        self.start_search()

    def place(self) -> dict[str, object]:
        """What somebody looks for here, and the conversation they read."""
        rid = self.list.current_rid()
        one = conversations.id_of(self._shop.store, rid) if rid is not None else ""
        return {"search": self.search.whole(), "conversation": one}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Somebody else's view: what they looked for, as they like to see it."""
        self._take_own()
        one = str(place.get("conversation") or "")
        self._return_to = conversations.rid_of(self._shop.store, one) if one else None
        self._words = query = str(place.get("search") or "")
        self.search.set_whole(query)
        self.saved.set_query(query)
        self._look()

    _return_to: int | None = None  # the row to choose once it is found again
    _exports_next = False  # an export was asked for before what is typed was found

    def shown(self) -> None:
        self.start_search()
        if self._is_stale:
            self._look()

    # --- reading ----------------------------------------------------------------------------------------------

    def _fetch(self, looked: Looked, rids: Sequence[int], hits: Sequence[int]) -> list[Result]:
        return reading.page(self._shop, looked, rids, hits)

    def _search(self, said: str) -> None:
        if said != self._words:
            self._words = said
            self.saved.set_query(said)
            self._look()

    def _look(self) -> None:
        """Looks again; the first rows at once, those far down behind them."""
        self._revision += 1
        self._is_stale = False
        self._again.stop()
        self._behind.stop()
        self._began.start()
        self.order.say_words(bool(parse(self._words).words))
        is_best = self.order.isEnabled() and self.order.best_first
        self._run(self._revision, WEIGHED if is_best else reading.FIRST, best_first=is_best)

    def _run(self, revision: int, limit: int, *, best_first: bool = False) -> None:
        shop, said = self._shop, self._words

        def work() -> Results | None:
            # What was typed meanwhile makes this one useless, before it begins or in the middle of it.
            return reading.look(shop, said, limit, lambda: revision != self._revision, best_first=best_first)

        key = "" if limit < reading.MOST else "history: all results"
        self._background.run(self, work, lambda got: self._came(revision, limit, got), key=key)

    def _came(self, revision: int, limit: int, got: Results | None) -> None:
        if got is None or revision != self._revision:
            return
        shown, is_first = self.model.results, limit < reading.MOST
        if is_first:
            self._further = got
            self._behind.start()
        if got.looked == shown.looked and got.rids == shown.rids and got.hits == shown.hits:
            self.model.refresh(got)
        else:
            same = (got.typed, got.best_first) == (shown.typed, shown.best_first)
            self.list.take(got, keep=same)
        self._return(got)
        self._say_count(got)
        self._say_troubles()
        if got.rids or got.is_all:
            self._show_empty(got)
        if not is_first:
            self._finish(got)
        if self._exports_next:
            self.begin_export()

    def _go_on(self) -> None:
        """What nobody waits for who types on: the rest of a long list, what they have in common, the conversation."""
        got = self._further
        if got.is_all and got.instead is not None:
            self._finish(got)
        else:
            self._run(self._revision, reading.MOST, best_first=got.best_first)
            self._settled.start(0)

    def _finish(self, got: Results) -> None:
        """All are known."""
        self._look_over(self._revision, got)
        if got.typed.strip():
            announce(self.list, self.count.text())
        self._settled.start(0)

    def _say_troubles(self) -> None:
        """Of filters that say nothing; while one is being typed, what it can be is offered instead."""
        troubles = self.model.results.troubles
        self.trouble.setText(" ".join(moments.translated(one) for one in troubles))
        self.trouble.setVisible(bool(troubles) and not self.search.suggestions.are_open())

    def _return(self, got: Results) -> None:
        if self._return_to is None:
            return
        row = self.model.row_of(self._return_to)
        if row >= 0 or got.is_all:
            self.list.go_to(max(row, 0))
            self._return_to = None

    def _look_over(self, revision: int, got: Results) -> None:
        """What they have in common, once all are known."""
        shop = self._shop

        def work() -> Over | None:
            return reading.over(shop, got, lambda: revision != self._revision)

        def came(found: Over | None) -> None:
            if found is not None and revision == self._revision:
                self._took = self._began.elapsed()
                self._show_over(got, found)

        self._background.run(self, work, came, key="history: overview")

    def _show_over(self, got: Results, found: Over) -> None:
        query, today = parse(got.typed), self._shop.clock.local(self._shop.clock.now()).date()
        self.facets.show_overview(query, found.overview)
        names = {key: [value for value, _ in found.overview.counts[key]] for key in ("by", "place")}
        places = dict.fromkeys(self._shop.place(key) for key in names["place"])
        self.search.suggestions.more = {"by": ["me", *names["by"]], "place": list(places)}
        self.years.show_bars(found.bars, is_search=bool(query), found=len(got.rids))
        self.years.show_notes(found.notes, today)
        self.preview.say_note(noted.sentence(found.split, today) if found.split else "")

    def _ticked(self, key: str, value: str, on: bool) -> None:
        """A tick beside the results: a filter more in the field, or less."""
        typed = self.search.whole()
        if on:
            self.search.set_whole(with_filter(typed, key, value))
            return
        while gone := next((one for one in parse(typed).filters if alike(one, Filter(key, value))), None):
            typed = without_filter(typed, gone)
        self.search.set_whole(typed)

    def _chose_time(self, value: str) -> None:
        typed = self.search.whole()
        while gone := next((one for one in parse(typed).filters if one.key == "on"), None):
            typed = without_filter(typed, gone)
        self.search.set_whole(with_filter(typed, "on", value))

    def _say_count(self, got: Results) -> None:
        many = moments.count(len(got.rids), "conversation", "conversations")
        self.export.setText(tr("Export {n}").format(n=figure(len(got.rids))) if got.is_all else tr("Export"))
        self.export.setEnabled(bool(got.rids))
        self.count.setText(many if got.is_all else tr("The newest {many}").format(many=many))
        near = tr("Exact and near words: {words}").format(words=", ".join(got.near))
        self.near.setText(near if got.looked.is_near else "")
        self._fit_years()

    def _tables(self, tables: frozenset[str]) -> None:
        if not tables & _SHOWS:
            return
        self._is_stale = True
        if self.isVisible() and not self._again.isActive():
            self._again.start(max(_LOOK_AGAIN, _REST * self._took))

    # --- empty ---------------------------------------------------------------------------------------------------

    def _show_empty(self, got: Results) -> None:
        if self.empty is not None:
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None
        if not got.rids:
            self.empty = self._nothing(got)
            self.left.layout().addWidget(self.empty)  # type: ignore[union-attr]
        if not got.rids and self.window().focusWidget() is self.list:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)  # else the next in line gets it, far away
        self.list.setVisible(bool(got.rids))
        self._above.setVisible(bool(got.rids))

    def _nothing(self, got: Results) -> EmptyState:
        if not got.typed.strip():
            return EmptyState("history", tr("No history yet"), tr("It builds up by itself."))
        filters, rest = parse(got.typed).filters, split(got.typed)[1].strip()
        asked = ", ".join(part for part in (*map(called, filters), rest) if part)
        title = tr("Nothing for “{query}”").format(query=asked)
        ways = [(tr("Clear"), self._clear)]
        if got.instead is None:
            return EmptyState("search", title, "", ways, primary=False)
        if not got.instead:
            less = tr("Try fewer words.") if rest else tr("Take a filter out, or look at another time.")
            return EmptyState("search", title, less, ways, primary=False)
        meant = ", ".join(other for _, other in got.instead)
        pairs = got.instead
        look = (tr("Look for “{word}”").format(word=meant), lambda: self._look_instead(pairs))
        return EmptyState("search", title, tr("Did you mean “{word}”?").format(word=meant), [look, *ways])

    def begin_export(self) -> None:
        """Everything that is found, not only what the list holds; what was just typed is looked for first."""
        self.search.tell_now()
        shop, got = self._shop, self.model.results
        self._exports_next = got.typed != self._words
        if self._exports_next or not got.rids:
            return
        if got.is_all:
            self.exporting.begin(lambda _: got.rids)
        else:
            best = got.best_first
            self.exporting.begin(lambda stop: reading.every(shop, got.typed, stop, best_first=best))

    def begin_note(self) -> None:
        """A note on the timeline, of the day that is pointed at there."""
        self.noting.begin(self.years.day() if self.years.hasFocus() else None)

    def _look_instead(self, pairs: Sequence[tuple[str, str]]) -> None:
        """The same search with the words that are there."""
        text = self.search.whole()
        for typed, other in pairs:
            text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", other, text)
        self.search.set_whole(text)
        self.start_search()

    def _clear(self) -> None:
        self.search.clear()
        self.search.tell_now()
        self.start_search()

    # --- rows in words ---------------------------------------------------------------------------------------------

    def _spoken(self, found: Result) -> str:
        row = found.past
        is_by_hand = row.source is Source.BY_HAND
        place = words.source(row.source) if is_by_hand else words.place(self._shop.place(row.platform))
        pieces = [row.author_name, moments.day_and_date(self._shop.clock, row.first_at), place]
        pieces += [] if row.is_public else [tr("private")]
        pieces += [words.kind(row.kind).text, outcome(row.outcome).text]
        return f"{'. '.join(piece.rstrip('.') for piece in pieces)}. {found.text}"

    def _hover(self, found: Result) -> str:
        row = found.past
        when = moments.full(self._shop.clock, row.first_at)
        return f"{words.place(self._shop.place(row.platform))} · {words.kind(row.kind).text} · {when}"

    # --- the conversation beside the results -------------------------------------------------------------------------

    def _chosen(self, rid: object) -> None:
        self._wanted = rid if isinstance(rid, int) else None
        if not self._behind.isActive():
            self._settled.start()

    def _read_story(self) -> None:
        rid, shop = self.list.current_rid(), self._shop
        row = self.list.currentIndex().row()
        self.preview.set_steps(back=row > 0, on=0 <= row < self.model.rowCount() - 1)
        self._wanted = rid
        if rid is None:
            self.preview.show_story(None, NOTHING)
            return
        self._background.run(self, lambda: story.read(shop, rid), lambda got: self._story_came(rid, got))

    def _story_came(self, rid: int, got: Story | None) -> None:
        if rid == self._wanted:
            self.preview.show_story(got, self.model.results.looked)

    def _to_list(self) -> None:
        self._say_troubles()
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, rid: object) -> None:
        conversation = conversations.id_of(self._shop.store, int(str(rid)))
        if conversation:
            self._window.open_conversation(conversation)

    def _forget_shown(self) -> None:
        if self.preview.story is not None:
            self._window.forget_wanted.emit(self.preview.story.one.id)

    def _open_shown(self) -> None:
        if (rid := self.list.current_rid()) is not None:
            self._open(rid)
