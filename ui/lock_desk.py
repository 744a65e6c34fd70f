"""Locking the window and opening it again: by hand, after quiet minutes, when the computer sleeps (design 13)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from desktop import people, pins, settings
from desktop.clock import SystemClock, to_text
from ui.falling_asleep import FallingAsleep
from ui.moments import told
from ui.theme import every

if TYPE_CHECKING:
    from desktop.counter import Tried
    from ui.background import Runner
    from ui.facts import Facts
    from ui.lock.page import LockPage
    from ui.main_window import MainWindow
    from ui.status import Connection

_TOUCHED = {
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
    QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
}  # fmt: skip
_SHOWN = {"posts", "replies", "settings", "accounts", "people", "pins"}
LOCK_KEYS = "Ctrl+L"
_SLEPT = 120.0  # seconds between two looks at the clock, which come each minute, that mean the computer slept


class LockDesk(QObject):
    """`dress` puts on the looks of whoever is here. Nothing locks where one person is alone without a PIN."""

    changed = Signal(object)  # bool: locked

    def __init__(self, window: MainWindow, background: Runner, dress: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._shop, self._background = window, window.shop, background
        self._dress = dress
        self._was = self._shop.me
        self._newest = 0
        self._aside: dict[str, list[QWidget]] = {}  # by person: dialogs and popups that were open
        self._plainly: dict[str, dict[str, object]] = {}  # by person: their places in the plain layout
        self._carets: dict[QWidget, Callable[[], None]] = {}  # by what is aside: puts the caret where it was
        self._unwritten: dict[str, str] = {}  # by person: a recovery sentence that isn't on paper yet
        self.screen: LockPage | None = None
        self._touched = QElapsedTimer()
        self._touched.start()
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._look)
        self._looked_at = SystemClock().now()
        self.sleep = FallingAsleep(background, self)
        self.sleep.begins.connect(lambda: self.lock())
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        window.sidebar.lock_wanted.connect(lambda: self.lock())
        window.bridge.person_wanted.connect(lambda person: self.lock(person=str(person)))
        window.connection_changed.connect(self._connection_changed)
        background.tables_changed.connect(self._tables_changed)
        window.bridge.settings_changed.connect(lambda _key: self._start_quiet())
        window.bridge.settings_changed.connect(self._see_who_is_here)

    # ---- may it, and should it ---------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        return self.screen is not None

    def starts_locked(self) -> bool:
        """Whoever opens the program says first who they are, where anybody has a PIN."""
        return not self._shop.is_practice and pins.any(self._shop.store)

    def may_lock(self) -> bool:
        return self._shop.may_lock

    def begin(self) -> None:
        """Behind the first paint: listens for sleep, and counts quiet minutes."""
        self._window.sidebar.set_may_lock(self.may_lock())
        self._background.run(self, self.sleep.listen, lane="collect")
        self._start_quiet()
        if self.is_locked:
            self._background.run(self, partial(_get_ready, self._shop.locksmith))

    def _watch(self, window: QWindow | None) -> None:
        """Listens at the windows: only keys and the mouse pass there."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHED:
            self._touched.restart()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._locks(event)
        return False

    def _locks(self, pressed: QKeyEvent) -> bool:
        """Over an open dialog the menus hear no keys: what locks the window comes by here."""
        wanted = QKeySequence(pressed.keyCombination()) == QKeySequence(LOCK_KEYS)
        if wanted and not self.is_locked and self.may_lock():
            QTimer.singleShot(0, self, self.lock)  # the window that heard it goes
            return True
        return False

    def _start_quiet(self) -> None:
        minutes = self._minutes()
        if minutes and (self.screen is None or self.screen.shows_sentence()):
            self._quiet.start(max(0, minutes * 60_000 - self._touched.elapsed()) + 50)
        else:
            self._quiet.stop()

    def _minutes(self) -> int:
        """After how many quiet minutes; 0: never."""
        return settings.get(self._shop.store, settings.LOCK_MINUTES) if self.may_lock() else 0

    def _look(self) -> None:
        """The quiet minutes may be over, or somebody was here meanwhile."""
        minutes = self._minutes()
        if minutes and self._touched.elapsed() >= minutes * 60_000:
            self.lock(quiet_minutes=minutes)
        else:
            self._start_quiet()

    def look_at_clock(self) -> None:
        """Each minute: where nobody says that the computer sleeps, more than that has passed afterwards."""
        now = SystemClock().now()
        passed, self._looked_at = (now - self._looked_at).total_seconds(), now
        if passed > _SLEPT:
            self.lock()
        if self.screen is not None:
            self._tell()

    # ---- locking -----------------------------------------------------------------------------------------

    def lock(self, *, person: str = "", quiet_minutes: int = 0) -> None:
        """Now. `person`: whose tile is chosen already."""
        if self.screen is not None:
            self.screen.put_sentence_away()
        elif self.may_lock():
            self._keep_place(self._shop.me.id)
            self._put_aside()
            self._cover(person, quiet_minutes)

    def lock_at_start(self) -> None:
        """Before anything of the shop is shown."""
        self._cover("", 0)

    def _cover(self, person: str, quiet_minutes: int) -> None:
        from ui.lock.page import LockPage

        shop, window = self._shop, self._window
        self._was, self._newest = shop.me, self._newest_post()
        screen = self.screen = LockPage(shop.name, shop.clock)
        screen.opened.connect(self._open)
        screen.recovered.connect(self._recover)
        screen.looked_at.connect(self._look_up)
        screen.written.connect(self._written)
        screen.hold_wanted.connect(lambda: window.desk.hold(True))
        screen.set_quiet(quiet_minutes)
        window.cover(screen)
        screen.set_people(people.all(shop.store), pins.holders(shop.store), person or self._was.id)
        if person:
            found = people.by_id(shop.store, person)
            screen.tiles.choose(found)
        self._quiet.stop()
        self._tell()
        self.changed.emit(True)

    def _put_aside(self) -> None:
        """Dialogs and popups would stay over the lock screen. They are their person's, and work in them goes on."""
        aside = self._aside.setdefault(self._shop.me.id, [])
        ours = [one for one in every(QApplication.topLevelWidgets) if one.isVisible() and self._is_ours(one)]
        for widget in sorted(ours, key=lambda one: len(_above(one)), reverse=True):  # what stands over another first
            if isinstance(widget, QDialog):
                if not widget.isModal():  # it goes whenever it is left
                    widget.reject()
                    continue
                widget.finished.connect(lambda _result, one=widget: self._has_ended(one))
            aside.insert(0, widget)
            self._carets[widget] = _caret_of(widget)
            widget.hide()
            widget.destroy()  # its native window, which a screen reader would still find; made again when shown

    def _is_ours(self, widget: QWidget) -> bool:
        return self._window in _above(widget)

    def _has_ended(self, dialog: QDialog) -> None:
        """Also while it was aside: what was written is there, and it doesn't come back."""
        self._carets.pop(dialog, None)
        for aside in self._aside.values():
            if dialog in aside:
                aside.remove(dialog)

    def _newest_post(self) -> int:
        return int(self._shop.store.value("select coalesce(max(rid), 0) from posts") or 0)

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & {"people", "pins", "settings"}:
            self._window.sidebar.set_may_lock(self.may_lock())
            self._start_quiet()
        if self.screen is not None and tables & _SHOWN:
            self._tell()

    def _connection_changed(self, connection: Connection) -> None:
        if self.screen is not None:
            self.screen.set_connection(connection)

    def _tell(self) -> None:
        """What goes on meanwhile, in numbers."""
        from ui import facts

        shop, newest, writer = self._shop, self._newest, self._was

        def read() -> tuple[Facts, int, str]:
            came = "select count(*) from posts where rid > ? and not is_ours and conversation <> ''"
            drafted = shop.store.value("select 1 from drafts where person = ? limit 1", (writer.id,))
            new = int(shop.store.value(came, (newest,)) or 0)
            return facts.read(shop), new, writer.name if drafted else ""

        self._background.run(self, read, self._told)

    def _told(self, found: tuple[Facts, int, str]) -> None:
        screen, (now, new, writer) = self.screen, found
        if screen is not None:
            screen.set_connection(self._window.connection)
            screen.set_outbox(now.outbox)
            screen.set_new(new)
            screen.set_draft_of(writer)

    # ---- opening -----------------------------------------------------------------------------------------

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._background.run(self, work, done, self._failed, lane="write")

    def _open(self, what: tuple[str, str]) -> None:
        from desktop import counter

        shop, (person, pin) = self._shop, what
        self._run(lambda: counter.open_for(shop, person, pin), self._opened)

    def _look_up(self, person: str) -> None:
        from desktop import counter

        shop = self._shop
        self._background.run(self, lambda: counter.standing(shop, person), partial(self._stands, person))

    def _stands(self, person: str, tried: Tried) -> None:
        chosen = self.screen.person() if self.screen is not None else None
        if self.screen is not None and chosen is not None and chosen.id == person:
            self.screen.set_standing(tried)

    def _opened(self, tried: Tried) -> None:
        if self.screen is None:
            return
        if not tried.is_right:
            self.screen.tell_wrong(tried)
        elif self._shop.me.id in self._unwritten:
            self._show_sentence()
        else:
            self._unlock()

    def _recover(self, typed: tuple[str, str]) -> None:
        from desktop import counter

        shop, (sentence, pin) = self._shop, typed

        def work() -> Tried:
            tried = counter.recover(shop, sentence, pin)
            owner = people.owner(shop.store)
            if tried.is_right and owner is not None:
                counter.open_for(shop, owner.id, pin)
            return tried

        self._run(work, self._recovered)

    def _recovered(self, tried: Tried) -> None:
        if tried.is_right:
            self._unwritten[self._shop.me.id] = tried.sentence
        self._opened(tried)

    def _show_sentence(self) -> None:
        """To be written down by whoever has just said the PIN; they are asked for it again after quiet minutes."""
        if self.screen is not None:
            self.screen.show_sentence(self._unwritten[self._shop.me.id])
            self._touched.restart()
            self._start_quiet()

    def _written(self) -> None:
        """It is on paper."""
        self._unwritten.pop(self._shop.me.id, None)
        self._unlock()

    def _failed(self, error: Exception) -> None:
        if self.screen is not None:
            self.screen.tell_trouble(told(error))

    def _unlock(self) -> None:
        """The same person is back where they were; another one gets their own view."""
        window, is_other = self._window, self._shop.me.id != self._was.id
        was_begun = window.page() is not None
        window.uncover(same_person=not is_other)
        self.screen = None
        self._touched.restart()
        self._start_quiet()
        self.changed.emit(False)
        if is_other:
            self._close_popups()
        self._was = self._shop.me
        if is_other or not was_begun:
            self._put_on(forget=was_begun)
        window.bridge.settings_changed.emit(settings.LAST_PERSON.key)
        self._bring_back()

    def _close_popups(self) -> None:
        """Of whoever was here. Their dialogs stay aside for them: words may be half typed, or work goes on."""
        aside = [one for one in self._aside.pop(self._was.id, []) if isValid(one)]
        for widget in aside:
            if not isinstance(widget, QDialog):
                self._carets.pop(widget, None)
                widget.close()
        self._aside[self._was.id] = [one for one in aside if isinstance(one, QDialog)]

    def _bring_back(self) -> None:
        """What whoever is here had open."""
        for widget in self._aside.pop(self._shop.me.id, []):
            put_back = self._carets.pop(widget, None)
            if not isValid(widget):
                continue
            if isinstance(widget, QDialog):
                widget.open()
                read_again = getattr(widget, "read_again", None)  # others may have been at it meanwhile
                if callable(read_again):
                    read_again()
            else:
                widget.show()
            if put_back is not None:
                put_back()

    # ---- whose window it is --------------------------------------------------------------------------------

    def _put_on(self, *, forget: bool) -> None:
        """Their looks, and the place where they were."""
        window, shop = self._window, self._shop
        self._dress()
        window.apply_own()
        if forget:
            window.decisions.forget()
        kept = settings.get(shop.store, settings.PLACE, person=shop.me.id)
        place = self._plainly.get(shop.me.id, {}) if window.is_plain else kept
        window.bridge.settings_changed.emit(settings.LAST_PERSON.key)
        window.go_to_place(place)

    def _see_who_is_here(self, _key: object) -> None:
        """Somebody without a PIN took over, with no lock between: their looks, keys and place, too."""
        was, self._was = self._was, self._was if self.is_locked else self._shop.me
        if was.id != self._was.id:
            self._keep_place(was.id)
            self._put_on(forget=True)

    def _keep_place(self, person: str) -> None:
        shop, place, now = self._shop, self._window.place(), to_text(self._shop.clock.now())
        is_plain = self._window.is_plain  # what they had arranged is kept for them
        if is_plain:
            self._plainly[person] = place
        if shop.read_only or not person:
            return

        def keep() -> None:
            settings.put(shop.store, settings.LAST_HERE, now, person=person)
            if not is_plain:
                settings.put(shop.store, settings.PLACE, place, person=person)

        self._background.run(self, keep, lane="write")

    def leave(self) -> None:
        """The window closes: whoever is here is where they were the next time."""
        if not self.is_locked and self.may_lock():
            self._keep_place(self._shop.me.id)


def _above(widget: QWidget) -> list[QWidget]:
    """What it belongs to, the nearest first, through all windows."""
    found, above = list[QWidget](), widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def _caret_of(widget: QWidget) -> Callable[[], None]:
    """Puts the caret of a line where it is now. Qt selects all of a line when its dialog opens, and the next key would
    take that away."""
    focus = widget.focusWidget()
    line = focus if isinstance(focus, QLineEdit) else focus.findChild(QLineEdit) if focus is not None else None
    if line is None:
        return lambda: None
    at, begin, marked = line.cursorPosition(), line.selectionStart(), len(line.selectedText())

    def put_back() -> None:
        if isValid(line):
            line.setCursorPosition(at)
            if marked:
                line.setSelection(begin, marked)

    return put_back


def _get_ready(locksmith: pins.Locksmith) -> None:
    """While somebody types a PIN: reads the code of what is seen first, so that it opens at once."""
    locksmith.get_ready()
    for module in ("desktop.counter", "ui.inbox.page", "ui.conversation.view"):
        import_module(module)
