"""The window: sidebar, a stack of pages, status bar. It stacks pages and knows nothing about them.

A page is a widget with a `title`; what else it may have (`panes`, `menu_actions`, `key_hint`,
`show_conversation`, `look_for`, `start_search`, `shown`, `leaving`, `place`, `go_to_place`, `title_changed`) is asked
for by name.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop import settings
from desktop.errors import DiskTrouble, ReadOnly, ShopError
from desktop.shop import Shop
from ui import facts, single_keys, weeks, words
from ui.background import Runner
from ui.facts import Facts
from ui.menus import Menus
from ui.moments import count, tr, translated
from ui.outbox_desk import OutboxDesk
from ui.pages import PageEntry
from ui.panes import Panes
from ui.sidebar import Entry, Sidebar
from ui.status import Connection
from ui.status_bar import StatusBar
from ui.theme import px, theme
from ui.undo import Decisions
from ui.widgets.announce import announce
from ui.widgets.dropping import accept_copy
from ui.window import Toast, Undoable, Window

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.widgets.toast import Toast as ToastFrame

NARROW_BELOW, LEAST_ROOM = 1100, 860  # px; px at 100 % text
LEAST_WIDTH, LEAST_HEIGHT = 960, 620
_FRAME = 32  # px a title bar may take
_NEVER_PAINTED, _COVERED = 500, 50  # ms


def dropped(data: QMimeData) -> list[Path]:
    """The files and folders that are being dropped; none for anything else."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class MainWindow(QMainWindow):
    """`closed` once it is really going; `closing` asks first (accept or ignore the event)."""

    closed = Signal()
    first_painted = Signal()

    def __init__(
        self,
        shop: Shop,
        background: Runner,
        pages: Sequence[PageEntry],
        parent: QWidget | None = None,
        *,
        is_plain: bool = False,
    ) -> None:
        super().__init__(parent)
        self.shop, self.background = shop, background
        self.is_plain = is_plain  # nobody's own layout, until somebody wants it
        self._name = shop.name
        self.entries = {entry.key: entry for entry in pages}
        self.bridge = Window(self)
        self.menus = Menus(self)  # their names; `Actions` fills them after the first paint
        self.decisions = Decisions(shop, background, self)
        self._who, self._toast_is_undo = shop.me.id, False
        self.sidebar = Sidebar(self._name, _sidebar_entries(pages))
        self.stack = QStackedWidget()
        self.bars = QVBoxLayout()  # what stands above the pages: practice banner, crash bar
        self.status = StatusBar(shop.clock)
        self.connection = Connection(is_practice=shop.is_practice)
        self._toast: ToastFrame | None = None
        self.panes = Panes(self)
        self.desk = OutboxDesk(self)
        self._pages: dict[str, QWidget] = {}
        self._shown = ""
        self._reading = self._read_again = False
        self._opened_at = shop.clock.now()
        self._may_close = self._was_painted = self._is_quitting = False
        self.stays: Callable[[], bool] = lambda: False  # instead of closing: it is hidden, and goes on
        self._under: QWidget | None = None  # everything, while something covers it
        self._bar: QMenuBar | None = None
        self._had_focus: QWidget | None = None
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self._tick)
        self._build()
        self._connect()
        self.status.set_connection(self.connection)
        self._apply_settings()
        self.setAcceptDrops(True)

    # ---- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        body, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        self.bars.setSpacing(0)
        column.setSpacing(0)
        column.addLayout(self.bars)
        self._beside = QHBoxLayout()  # the page, and in practice the pretend public
        self._beside.setSpacing(0)
        self._beside.addWidget(self.stack, 1)
        column.addLayout(self._beside, 1)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(body)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height() - _FRAME))
        self._show_person()

    def _see_who_is_here(self) -> None:
        """Who takes over, with a PIN or without, takes back nothing that another decided."""
        if self._who != self.shop.me.id:
            self._who = self.shop.me.id
            self.decisions.forget()
            if self._toast is not None and self._toast_is_undo:
                self._toast.leave()
        self._show_person()

    def _show_person(self) -> None:
        me = self.shop.me
        role = tr("Practising") if self.shop.is_practice else tr(me.role_line or words.ROLES[me.role])
        self.sidebar.set_person(me, role)

    def _connect(self) -> None:
        bridge, background = self.bridge, self.background
        self.sidebar.chosen.connect(self._chosen)
        self.sidebar.pages.entered.connect(lambda: self.panes.enter(self.stack.currentWidget()))
        bridge.page_wanted.connect(self.go)
        bridge.conversation_wanted.connect(self.open_conversation)
        bridge.event_wanted.connect(self.open_event)
        bridge.search_wanted.connect(self.look_for)
        bridge.toast_wanted.connect(self.show_toast)
        bridge.undo_made.connect(self._decided)
        bridge.trouble_found.connect(self.show_trouble)
        bridge.unsaved_changed.connect(lambda _: self.status.set_unsaved(self.unsaved()))
        bridge.settings_changed.connect(lambda _key: self._see_who_is_here())
        background.trouble.connect(self.show_trouble)
        background.tables_changed.connect(self._tables_changed)
        self.decisions.failed.connect(self.show_trouble)
        self.decisions.taken_back.connect(self._undone)
        self.status.undo_wanted.connect(lambda: self.desk.undo())
        self.status.trouble_wanted.connect(self._see_to_trouble)
        self.status.promise_wanted.connect(self._go_to_promise)
        self.panes.hint_changed.connect(self.status.set_hint)
        theme().changed.connect(self._fit_sidebar)

    def _apply_settings(self) -> None:
        store = self.shop.store
        weeks.begin_on(settings.first_weekday(store))
        self.apply_own()
        if not self.is_plain:
            self._arrange()

    def _arrange(self) -> None:
        kept = settings.get(self.shop.store, settings.WINDOW, person=self.shop.me.id)
        if kept:
            with suppress(ValueError):
                self.restoreGeometry(QByteArray(base64.b64decode(kept)))

    def put_layout_back(self) -> None:
        """As whoever is here had it, and where they were."""
        self.is_plain = False
        self._arrange()
        place = settings.get(self.shop.store, settings.PLACE, person=self.shop.me.id)
        self.go_to_place(place)

    def apply_own(self) -> None:
        """As whoever is here likes it."""
        store, me = self.shop.store, self.shop.me.id
        self.bridge.density = settings.own(store, settings.ROWS, me)
        self.bridge.single_keys = settings.own(store, settings.SINGLE_KEYS, me)
        changed = settings.own(store, settings.KEYS, me)
        self.bridge.keys = single_keys.chosen(changed)

    # ---- pages -----------------------------------------------------------------------------------------

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.get(self._shown)

    def go(self, key: str) -> QWidget | None:
        """Shows a page, making it on first use."""
        if key not in self.entries:
            return None
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._made(key)
        if key != self._shown:
            old = self.page()
            had_keyboard = old is not None and _has_keyboard(old)
            self._leave(old)
            self._shown = key
            self.stack.setCurrentWidget(page)
            _call(page, "shown")
            if had_keyboard and not _has_keyboard(page):  # what had it is gone: it goes along
                self.panes.enter(page)
            self.page_changed.emit(page)
        elif not _has_keyboard(page):  # asked for again: the keyboard comes to it
            self.panes.enter(page)
        self.sidebar.show_page(key)
        self._retitle()
        return page

    page_changed = Signal(object)  # the page now shown

    def _chosen(self, key: str) -> None:
        """A row of the sidebar was chosen; whoever steps through it with the arrows stays there. After a click the
        keys are the page's."""
        stays = self.sidebar.pages.is_stepping
        page = self.go(key)
        if stays:
            self.sidebar.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None and not _has_keyboard(page):
            self.panes.enter(page)

    def _made(self, key: str) -> QWidget:
        page = self.entries[key].factory(self.shop, self.background, self.bridge)
        self.stack.addWidget(page)
        changed = getattr(page, "title_changed", None)
        if changed is not None:
            changed.connect(self._retitle)
        if key in self._places:
            self._put_in_place(key, page)
        return page

    def add_page(self, entry: PageEntry) -> None:
        """A page that isn't in the sidebar, such as Welcome."""
        self.entries[entry.key] = entry

    def set_side(self, side: QWidget, *about_it: QAction) -> None:
        """Something stands beside every page; `about_it` goes into the View menu."""
        self._beside.addWidget(side)
        self.side, self.side_actions = side, about_it

    side: QWidget | None = None
    side_actions: tuple[QAction, ...] = ()

    @property
    def page_key(self) -> str:
        """Which page is shown: inbox, complaints, …"""
        return self._shown

    def _leave(self, page: QWidget | None) -> None:
        if page is not None:
            _call(page, "leaving")

    def open_conversation(self, conversation: str) -> None:
        """Goes to the inbox and shows this conversation."""
        page = self.go("inbox")
        if page is not None:
            _call(page, "show_conversation", conversation)

    def open_aims(self) -> None:
        """Goes to the Shop book, where our aims stand."""
        page = self.go("shopbook")
        if page is not None:
            _call(page, "show_aims")

    def open_event(self, happening: object) -> None:
        """Goes to the page of an event."""
        page = self.go("event")
        if page is not None:
            _call(page, "show_event", happening)

    def look_for(self, query: object) -> None:
        """Goes to History and shows what a query finds there."""
        page = self.go("history")
        if page is not None:
            _call(page, "look_for", query)

    def search(self) -> None:
        """Ctrl+F: the page's own search, else the inbox's."""
        page = self.page()
        if page is None or not hasattr(page, "start_search"):
            page = self.go("inbox")
        if page is not None:
            _call(page, "start_search")

    def _retitle(self, *_: object) -> None:
        page = self.page()
        title = str(getattr(page, "title", "") or "")
        parts = [title, self._name, words.APP_NAME]
        if self.is_covered:  # "Reply to Marta K." is no title for a locked window
            parts[0] = ""
        if self.shop.is_practice:
            parts.insert(0, tr("Practice"))
        self.setWindowTitle(" — ".join(part for part in parts if part))

    # ---- covered ---------------------------------------------------------------------------------------

    covered_changed = Signal(object)  # bool
    connection_changed = Signal(object)  # Connection

    @property
    def is_covered(self) -> bool:
        """The window is locked: nothing of the shop is in it, not even for a screen reader."""
        return self._under is not None

    def cover(self, screen: QWidget) -> None:
        """Takes everything out of the window and shows this instead. Drafts are saved first."""
        self._leave(self.page())
        self._had_focus = self.focusWidget()
        if self._toast is not None:
            self._toast.hide()
            self._toast.setParent(None)
            self._toast.deleteLater()
            self._toast = None
        self._under = self.takeCentralWidget()
        self.setCentralWidget(screen)
        self._take_menus()
        self._retitle()
        self.covered_changed.emit(True)

    def _take_menus(self) -> None:
        """Out of the window: hidden ones could still be pressed by what reads the screen."""
        self._bar = self.menuBar()
        self._bar.setParent(None)

    def uncover(self, *, same_person: bool = True) -> None:
        """Everything is as it was, caret and all; for somebody else it has no keyboard yet."""
        under, self._under = self._under, None
        if under is None:
            return
        screen = self.takeCentralWidget()
        self.setCentralWidget(under)
        under.show()
        if self._bar is not None:
            self.setMenuBar(self._bar)
            self._bar.show()
        if screen is not None:
            screen.hide()
            screen.deleteLater()
        self._retitle()
        focus, self._had_focus = self._had_focus, None
        if same_person and focus is not None and isValid(focus) and under.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.covered_changed.emit(False)

    def place(self) -> dict[str, object]:
        """Where somebody is: the page, and what each says of itself; those not opened since stay as they were."""
        here = {key: page.place() for key, page in self._pages.items() if hasattr(page, "place")}
        return {**self._places, "page": self._shown, **here}

    _places: Mapping[str, object] = MappingProxyType({})  # of who is here, for the pages that are still to be made

    def _put_in_place(self, key: str, page: QWidget) -> None:
        kept = self._places.get(key)
        _call(page, "go_to_place", kept if isinstance(kept, Mapping) else {})

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Goes where somebody was; where that can't be, to the inbox."""
        self._places = place
        for key, made in self._pages.items():
            self._put_in_place(key, made)
        page = self.go(str(place.get("page") or "")) or self.go("inbox")
        if page is not None and not _has_keyboard(page):
            self.panes.enter(page)

    def rename_shop(self, name: str) -> None:
        """The shop has another name."""
        self.sidebar.set_shop(name)
        self._name = name
        self._retitle()

    # ---- what is so ------------------------------------------------------------------------------------

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & facts.TABLES:
            self.refresh()
        if tables & {"people", "settings"}:  # who is at the counter is a setting
            self._show_person()

    def refresh(self) -> None:
        """Reads the numbers around the pages again; while a read is on its way, once more after it."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self.background.run(self, lambda: facts.read(self.shop), self.show_facts, self._read_failed)

    def _read_failed(self, error: Exception) -> None:
        self._reading = False
        if isinstance(error, ShopError):
            self.show_trouble(error)

    def show_facts(self, now: Facts) -> None:
        """Puts the numbers where they belong."""
        self._reading = False
        spoken = count(now.inbox, "needs someone", "need someone")
        self.sidebar.set_count("inbox", now.inbox, spoken)
        spoken = count(now.complaints, "looks open to a passer-by", "look open to a passer-by")
        self.sidebar.set_count("complaints", now.complaints, spoken)
        self.desk.show(now.outbox)
        self.status.set_owed(now.owed)
        self.status.set_accounts_needing(now.needing)
        self._owed = now.owed
        self.set_connection(has_accounts=now.accounts > 0, silent=now.silent, last_good=now.checked_at)
        checked = now.checked_at
        if checked and not self.connection.checked_at and checked >= self._opened_at:
            self.set_connection(checked_at=checked)  # a place that was just brought in was checked then
        self._count()
        if self._read_again:
            self._read_again = False
            self.refresh()

    _owed: tuple[Any, ...] = ()

    def set_connection(self, **what: object) -> None:
        """Changes some of what is known about the connection, and shows it."""
        self.connection = self.connection._replace(**what)  # type: ignore[arg-type]
        self.status.set_connection(self.connection)
        self.bridge.set_online(self.connection.offline_since is None)
        self.connection_changed.emit(self.connection)

    def _count(self) -> None:
        if self.status.is_counting and not self.background.is_closing:
            self._ticker.start()
        else:
            self._ticker.stop()

    def _tick(self) -> None:
        self.status.refresh()
        self.desk.tick()
        self._count()

    # ---- saying things ---------------------------------------------------------------------------------

    @property
    def toast(self) -> ToastFrame:
        """The one toast of this window."""
        if self._toast is None:
            from ui.widgets.toast import Toast as Made

            self._toast = Made(self)
        return self._toast

    def show_toast(self, toast: Toast) -> None:
        if self.is_covered:  # it would name somebody
            return
        self._toast_is_undo = toast.undo
        if toast.undo:
            self.toast.show(toast.text, tr("Undo"), self.undo)
        elif toast.action:
            self.toast.show(toast.text, *toast.action)
        else:
            self.toast.show(toast.text)

    def show_trouble(self, error: ShopError) -> None:
        """A sentence in the status bar; pressing it says what can be done. What a shop that is only read can't do is
        said where it was asked for, and is over then."""
        if isinstance(error, ReadOnly):
            self.bridge.toast(translated(str(error)))
            return
        self.status.set_unsaved(self.unsaved())
        self.status.set_trouble(error)
        self.say(words.trouble(error, self.unsaved()).sentence)

    def say(self, text: str) -> None:
        """Has something read out that is seen elsewhere; never what belongs under the lock."""
        if not self.is_covered:
            announce(self.status, text)

    def _see_to_trouble(self) -> None:
        error = self.status.error()
        if error is None:
            self.go("accounts")
            return
        from ui.trouble import TroubleDialog

        self.status.set_trouble(None)
        dialog = TroubleDialog(error, self, unsaved=self.unsaved())
        if isinstance(error, DiskTrouble):
            from ui.actions import show_folder

            dialog.add_button(tr("Show the folder")).clicked.connect(lambda: show_folder(self.shop.folder))
        dialog.open()

    def _go_to_promise(self) -> None:
        if not self._owed:
            return
        first = self._owed[0]
        if first.conversation:
            self.open_conversation(first.conversation)
        else:  # promised to everybody
            self.open_event(first.event)

    # ---- taking back -----------------------------------------------------------------------------------

    def _decided(self, undo: Undoable) -> None:
        self.decisions.push(undo)

    def _undone(self, text: str, left_out: int) -> None:
        said = tr("Undone: {what}").format(what=translated(text))
        if left_out:
            one, more = tr("1 was forgotten meanwhile."), tr("{n} were forgotten meanwhile.")
            said = f"{said}. {one if left_out == 1 else more.format(n=left_out)}"
        self.bridge.toast(said)

    def undo(self) -> None:
        """Ctrl+Z: the reply that is about to go first, then the last decision."""
        if not self.desk.undo_own():
            self.decisions.take_back_last()

    def undo_text(self) -> str:
        """What Ctrl+Z would take back, in words; empty when there is nothing."""
        return self.desk.undo_text() or self.decisions.text()

    # ---- size, showing and going -----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or folder that is dropped anywhere may be history to bring in."""
        if not self.is_covered and dropped(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event.mimeData())
        if paths:
            accept_copy(event)
            self.bridge.history_wanted.emit(paths)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab, from wherever they were not used up."""
        from ui import tab_order

        return tab_order.step(self, onward=next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        self.sidebar.set_narrow(self.width() < max(NARROW_BELOW, px(LEAST_ROOM)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        late = _COVERED if self.is_covered else _NEVER_PAINTED  # it may open minimised, and a screen over all hides it
        QTimer.singleShot(late, self, self._painted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            QTimer.singleShot(0, self, self._painted)

    def _painted(self) -> None:
        if not self._was_painted and self.isVisible():
            self._was_painted = self.bridge.was_painted = True
            self.first_painted.emit()
            self.bridge.painted.emit(None)  # at once: a key pressed meanwhile waits its turn, and is heard

    def quit(self) -> None:
        """Closes, also where closing alone would leave it in the tray."""
        self._is_quitting = True
        self.close()
        self._is_quitting = False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._may_close or self._is_quitting or _is_log_out()) and self.stays():
            event.ignore()
            return
        if not self._may_close and (self._ask_about_drafts() or self.desk.ask_before_closing()):
            event.ignore()
            return
        self._leave(self.page())
        self._ticker.stop()
        self._keep_layout()
        super().closeEvent(event)
        self.closed.emit()

    def unsaved(self) -> int:
        """How many drafts could not be saved so far."""
        return sum(page.unsaved() for page in self._pages.values() if hasattr(page, "unsaved"))

    def _ask_about_drafts(self) -> bool:
        """Drafts that the disk would not take are only in this window: stops to say so."""
        number = self.unsaved()
        if not number:
            return False
        from ui.trouble import TroubleDialog

        one, more = tr("1 draft can’t be saved."), tr("{n} drafts can’t be saved.")
        said = one if number == 1 else more.format(n=number)
        advice = tr("Its words are only in this window. Make room on the disk, or copy them first.")
        dialog = TroubleDialog(DiskTrouble(said, advice=advice), self, ok=tr("Stay"))
        dialog.add_button(tr("Quit without it")).clicked.connect(self.close_for_good)
        dialog.open()
        return True

    def close_for_good(self) -> None:
        """Closes without asking again."""
        self._may_close = True
        self.close()

    def _keep_layout(self) -> None:
        if self.shop.read_only or self.is_plain:  # nobody's own doesn't take the place of what somebody arranged
            return
        layout = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        shop = self.shop

        def keep() -> None:
            settings.put(shop.store, settings.WINDOW, layout, person=shop.me.id)

        app = QApplication.instance()
        self.background.run(app or self, keep, lane="write")


def _is_log_out() -> bool:
    """Whoever uses this computer logs out, or it shuts down: then a window closes for good."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


def _sidebar_entries(pages: Sequence[PageEntry]) -> list[Entry]:
    """The pages with the labels of their groups between them."""
    found: list[Entry] = []
    group = ""
    for page in pages:
        if page.group != group:
            group = page.group
            found.append(Entry("", page.group))
        found.append(Entry(page.key, page.label, page.icon))
    return found


def _has_keyboard(page: QWidget) -> bool:
    focus = page.window().focusWidget()
    return focus is not None and (focus is page or page.isAncestorOf(focus))


def _call(page: QWidget, name: str, *values: object) -> None:
    """Asks a page for something it may not have."""
    act = getattr(page, name, None)
    if callable(act):
        act(*values)
