"""Starting, as a story: the program, the shop, the window; and what happens when the shop can't be opened."""

from __future__ import annotations

import gc
import linecache
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop import cli, settings
from desktop.errors import (
    DiskTrouble,
    NotOurs,
    ShopBusy,
    ShopError,
    ShopLocked,
    StoreBroken,
    StoreTooNew,
    UnfitFolder,
)
from desktop.shop import Shop
from desktop.store import FILE_NAME, KEYS_NAME, FolderLock
from ui import languages, words
from ui.at_rest import AtRest
from ui.crash import CrashDesk
from ui.moments import tr, translated
from ui.moved_in import MovedIn
from ui.pages import PageEntry
from ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from ui.session import Session
    from ui.unlock import Unlock

_SETTLED = 3000  # ms after the start; what is built behind the first paint stands by then

_NO_COPY = "There is no copy of it. Repairing writes anew what can still be read, and keeps the damaged file."

WayOut = tuple[str, Callable[[], object]]


def open_window(options: cli.Options) -> int:
    """Opens the window and stays until it is closed. Returns the program's exit code."""
    app = make_application()
    program = Program(app, options)
    program.start()
    QTimer.singleShot(_SETTLED, collect_again)
    QTimer.singleShot(_SETTLED, program.end_when_told)
    return app.exec()


def collect_again() -> None:
    """Python looks for garbage again, and no more at what every start brings: that would hold up a frame."""
    gc.freeze()
    gc.enable()
    linecache.clearcache()  # PySide reads the source of each module that is imported, and keeps it


def make_application() -> QApplication:
    """The QApplication with its names and its look."""
    linecache.clearcache()  # PySide has read the source of every module so far, and kept it
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("said-and-done")
    app.setApplicationDisplayName(words.APP_NAME)
    app.setDesktopFileName("said-and-done")
    app.setQuitOnLastWindowClosed(False)
    theme().apply(app)
    return app


class Program(QObject):
    """From the command line to the last closed window."""

    def __init__(
        self, app: QApplication, options: cli.Options, pages: Sequence[PageEntry] | None = None
    ) -> None:
        super().__init__()
        self._app, self._options, self._pages = app, options, pages
        languages.use("")
        self._crashes = CrashDesk(self)
        self._crashes.take_over()
        self._crashes.told.connect(self._bug_told)
        self._bell: QObject | None = None
        self._door: FolderLock | None = None  # held while the password is asked for
        self.session: Session | None = None
        self.at_rest, self.moved_in = AtRest(self), MovedIn(self)
        self.window: QMainWindow | None = None
        self._is_at_work = False
        self._next: Callable[[], None] | None = None  # what follows when this session has ended

    # ---- opening the shop ------------------------------------------------------------------------------

    def start(self) -> None:
        """Opens the shop and shows it; or says why that can't be."""
        self._free_the_door()
        self.at_rest.look(self._options.shop_folder)
        self._crashes.is_protected = (self._options.shop_folder / KEYS_NAME).exists()  # before its first words are read
        try:
            shop = cli.open_shop(self._options, self.at_rest.key)
        except ShopBusy as busy:
            self.at_rest.broken_off = ""  # whoever has the folder is at it
            self._busy(busy)
        except ShopLocked:
            self._ask_at_the_door()
        except ShopError as error:
            self.trouble(error)
        except Exception as bug:  # noqa: BLE001 - without a window yet, the dialog is all there is to see
            sys.excepthook(type(bug), bug, bug.__traceback__)
        else:
            self._show_or_tell(shop)

    def _ask_at_the_door(self) -> None:
        """Meanwhile the folder is held as if it were open: another start raises this window, and asks for nothing."""
        folder = self._options.shop_folder
        if not self._options.read_only:
            lock = FolderLock(folder)
            try:
                lock.take()
            except ShopBusy as busy:  # another start was a moment earlier
                self._busy(busy)
                return
            except ShopError as error:
                self.trouble(error)
                return
            self._door = lock
            self._listen()
        self.at_rest.ask(folder)

    def _free_the_door(self) -> None:
        if self._door is not None:
            self._door.release()
            self._door = None

    def _leave_the_door(self) -> None:
        """Nobody typed the password."""
        self._free_the_door()
        self._stop_listening()
        self._app.quit()

    def _show_or_tell(self, shop: Shop) -> None:
        """A file that opens may be damaged further in: that shows with the first thing read from it."""
        try:
            self._show(shop)
        except ShopError as error:
            shop.close()
            self.trouble(error)

    def _bug_told(self) -> None:
        """Where a bug kept the window from opening, there is nothing to go on with."""
        if self.window is None or self._is_at_work:
            self._app.quit()

    def _show(self, shop: Shop) -> None:
        languages.use(settings.get(shop.store, settings.LANGUAGE))
        self._crashes.is_protected = shop.key is not None
        self._crashes.watch(None if shop.read_only else shop.folder)
        shop.is_practice = shop.is_practice or self._options.practice  # one just filled was opened empty
        if not (shop.name and shop.me.id) and not shop.read_only:
            self._ask_first(shop)
        else:
            self._open_session(shop)

    def _ask_first(self, shop: Shop) -> None:
        """A new shop, or one whose people a repair couldn't read: its name, and who is here."""
        from ui.welcome.questions import Questions

        questions = Questions()
        questions.shop.setText(shop.name)
        window = QMainWindow()
        window.setWindowTitle(words.APP_NAME)
        window.setMinimumSize(720, 520)
        window.resize(1280, 800)
        window.setCentralWidget(questions)

        def answered(shop_name: str, person: str) -> None:
            try:
                shop.found_with(shop_name, person, tr("Owner"))
            except ShopError as error:  # the answers stay where they are, to be given again
                from ui.trouble import TroubleDialog

                TroubleDialog(error, window).open()
                return
            self._open_session(shop)
            window.deleteLater()

        questions.answered.connect(answered)
        questions.moving_wanted.connect(lambda: self.moved_in.ask(shop, window))
        questions.move_in.setVisible(not shop.name)
        self._instead(window, lambda: self._leave_unnamed(shop))
        (questions.person if shop.name else questions).setFocus()

    def _leave_unnamed(self, shop: Shop) -> None:
        shop.close()
        self._app.quit()

    def _instead(self, window: QMainWindow, closed: Callable[[], None]) -> None:
        """Shows a plain window; closing it by hand ends the program."""
        self.window = self._crashes.window = window
        window.setWindowIcon(self._icon())
        watcher = _Closing(window, lambda: closed() if self.window is window else None)
        window.installEventFilter(watcher)
        window.show()

    def stand_in(self, window: Unlock) -> None:
        """The password is asked for before there is anything to show."""
        self.window = self._crashes.window = window
        window.setWindowIcon(self._icon())
        window.left.connect(self._leave_the_door)
        window.show()

    def _open_session(self, shop: Shop) -> None:
        from ui.session import Session

        self._crashes.is_protected = shop.key is not None  # also where it is a copy of a damaged file
        session = Session(shop, pages=self._pages)
        session.was_our_mistake = self._crashes.has_crashed
        self.session, self.window = session, session.window
        self._crashes.window = session.window
        session.practise_wanted.connect(self.switch)
        session.again_wanted.connect(self.start_day_again)
        session.practise_anew_wanted.connect(self.practise_anew)
        session.rewind_wanted.connect(self.rewind)
        session.rewrite_wanted.connect(self.at_rest.rewrite)
        session.copy_wanted.connect(lambda copy: self.close_then(partial(self._use_copy, copy, self._not_in_use)))
        session.moved_in.connect(lambda folder: self.close_then(partial(self.moved_in.open, folder)))
        session.forward_wanted.connect(self.come_forward)
        session.ended.connect(self._ended)
        session.watch.copy_wanted.connect(lambda: self.close_then(self._damaged))
        session.window.first_painted.connect(lambda: session.window.setWindowIcon(self._icon()))
        session.window.first_painted.connect(self._listen)
        session.show()
        self.moved_in.tell()
        self.at_rest.tell()
        if shop.read_only and shop.copy is None:
            self._say_read_only()

    def _icon(self) -> QIcon:
        from ui.theme.icons import icon

        return icon("app", "ink", 32)

    def _listen(self) -> None:
        """After the first paint, or while the password is asked for: another start on this folder raises this window
        instead."""
        from ui.single import Doorbell

        if self._bell is None and not self._options.read_only:
            bell = Doorbell(self._options.shop_folder, self)
            bell.rung.connect(self.come_forward)
            self._bell = bell

    def come_forward(self) -> None:
        """Somebody started the program again: here it is."""
        if self.window is None:
            return
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if self.session is not None:
            self.session.is_back()

    # ---- from one shop to the other --------------------------------------------------------------------

    def switch(self) -> None:
        """Into practice, or out of it: this shop closes, the other one opens."""
        self._options = self._options._replace(practice=not self._options.practice)
        self.close_then(self.start)

    def start_day_again(self) -> None:
        """The pretend day from its start: everything done in it is thrown away."""
        self.close_then(self._new_day)

    def practise_anew(self) -> None:
        """Into practice, for somebody new to it: a new day, and the lessons from the first."""
        self._options = self._options._replace(practice=True)
        self.close_then(partial(self._new_day, for_somebody_new=True))

    def _new_day(self, *, for_somebody_new: bool = False) -> None:
        from desktop.practice import start_again

        try:
            shop = start_again(self._options.shop_folder, for_somebody_new=for_somebody_new)
        except ShopError as error:
            self.trouble(error)
        else:
            self._show_or_tell(shop)

    def rewind(self, where: tuple[str, str]) -> None:
        """The pretend day back to before an answer: (its key, its conversation)."""
        self.close_then(partial(self._go_back, *where))

    def _go_back(self, key: str, conversation: str) -> None:
        from desktop.practice import rewind

        try:
            shop = rewind(self._options.shop_folder, key)
        except ShopError as error:
            self.trouble(error)
            return
        self._show_or_tell(shop)
        if self.session is not None:
            self.session.window.open_conversation(conversation)

    def change_folder(self, folder: Path) -> None:
        """Another shop, in a folder of its own, is the one from here on; `start` opens it."""
        self._options = self._options._replace(folder=folder, practice=False, read_only=False)
        self.at_rest.key = None

    def close_then(self, follow: Callable[[], None]) -> None:
        self._next = follow
        if self.window is not None:
            self.window.close_for_good()  # type: ignore[attr-defined]

    def end_when_told(self) -> None:
        """From here on a signal to end closes the window as a person would."""
        if sys.platform != "win32":
            from ui.told_to_end import ToldToEnd

            ToldToEnd(self).told.connect(self._told_to_end)

    def _told_to_end(self) -> None:
        if self.window is None:
            self._app.quit()
        else:
            getattr(self.window, "quit", self.window.close)()  # what stands in for it never stays in the tray

    def _stop_listening(self) -> None:
        if self._bell is not None:
            self._bell.close()  # type: ignore[attr-defined]
            self._bell = None

    def _ended(self) -> None:
        self._stop_listening()
        follow, self._next = self._next, None
        old = self.session
        self.session = None
        if follow is None:
            self._crashes.leave()
            self._app.quit()
            return
        follow()
        if old is not None:
            old.window.deleteLater()
            old.deleteLater()

    # ---- when it can't be opened -----------------------------------------------------------------------

    def _busy(self, busy: ShopBusy) -> None:
        """The folder is in use: that window comes forward, or a person decides."""
        from ui.single import ring

        if ring(self._options.shop_folder):
            QTimer.singleShot(0, self._app.quit)
            return
        self._ask(busy, (("Read only", self._read_only), ("Try again", self.start)))

    def _read_only(self) -> None:
        self._options = self._options._replace(read_only=True)
        self.start()

    def _say_read_only(self) -> None:
        """Above the pages, as long as it is so."""
        text = tr("This shop is open to read only: nothing is fetched, and nothing can be written or sent.")
        acts = ((tr("Open it to write"), lambda: self.close_then(self._write)),)
        self.hang_bar(text, acts, "amber", can_dismiss=False)

    def _write(self) -> None:
        self._options = self._options._replace(read_only=False)
        self.start()

    def trouble(self, error: ShopError) -> None:
        """Not ours to mend: a sentence, what was kept, what can be done."""
        from ui.actions import show_folder

        self._free_the_door()
        self._stop_listening()
        folder = self._options.shop_folder
        look: WayOut = ("Show the folder", partial(show_folder, folder))
        again: WayOut = ("Try again", self.start)
        read: WayOut = ("Read only", self._read_only)
        if isinstance(error, StoreBroken):
            self._broken(error, look)
        elif isinstance(error, StoreTooNew):
            self._ask(error, ((read,) if self._can_be_read() else ()) + (("Quit", self._app.quit),))
        elif isinstance(error, UnfitFolder):
            another: WayOut = ("Choose another folder…", partial(self._another_folder, error))
            self._ask(error, (*((read,) if self._can_be_read() else ()), again, another))
        elif isinstance(error, DiskTrouble):
            self._ask(error, (look, *((read,) if self._can_be_read() else ()), again))
        else:
            self._ask(error, (("Quit", self._app.quit),))

    def _another_folder(self, error: UnfitFolder) -> None:
        """A person picks one; nobody's choice is asked for again."""
        from ui.moving import ask_for_home

        chosen = ask_for_home(None)
        if chosen is None:
            self.trouble(error)
            return
        self.moved_in.stands_in(chosen)
        self.change_folder(chosen)
        self.start()

    def _can_be_read(self) -> bool:
        """There is a shop to look at, and looking has not failed already."""
        is_there = (self._options.shop_folder / FILE_NAME).exists()
        return is_there and not self._options.practice and not self._options.read_only

    def _broken(self, error: StoreBroken, look: WayOut) -> None:
        """The newest good copy is opened to read, with what can be done above it; else a dialog says it."""
        again: WayOut = ("Try again", self.start)
        if self._options.practice:
            self._ask(
                error,
                (look, ("Leave practice", self._leave_practice), ("Start the day again", self._new_day)),
            )
            return

        def newest() -> Path | None:
            from desktop import backups

            return backups.newest_good(self._options.shop_folder, key=self.at_rest.key)

        self.meanwhile(
            "Looking for the newest good copy…", newest, partial(self._open_copy, error, (look, again))
        )

    def _damaged(self) -> None:
        """The file turned out to be damaged while it was open."""
        self.trouble(StoreBroken("Your shop’s file couldn’t be opened."))

    def _leave_practice(self) -> None:
        self._options = self._options._replace(practice=False)
        self.start()

    def meanwhile(
        self,
        text: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Any], None] | None = None,
    ) -> None:
        """Long work on the disk, behind a small window that says what is done; its trouble is told as any other."""
        self.meanwhile_telling(text, lambda _: work(), done, failed)

    def meanwhile_telling(
        self,
        text: str,
        work: Callable[[Callable[[str], None]], Any],
        done: Callable[[Any], None],
        failed: Callable[[Any], None] | None = None,
    ) -> None:
        """As `meanwhile`, of `work` that tells how far it has come."""
        from ui.at_work import AtWork
        from ui.moments import tr

        window = AtWork(tr(text))
        window.setWindowIcon(self._icon())
        window.left.connect(self._app.quit)
        self.window, self._is_at_work = window, True
        self._crashes.window = window

        def then(follow: Callable[[Any], None], what: object) -> None:
            self._is_at_work = False
            follow(what)
            if self.window is window:
                self.window = self._crashes.window = None

        window.run(partial(work, window.said.emit), partial(then, done), partial(then, failed or self.trouble))

    def _open_copy(self, error: ShopError, ways_out: tuple[WayOut, ...], copy: Path | None) -> None:
        """Opens a copy to read; without one that can be read, the dialog says what happened."""
        from desktop import backups

        can_repair = (self._options.shop_folder / FILE_NAME).exists() and not isinstance(error, NotOurs)
        if copy is None:
            if can_repair:
                error.advice = error.advice or _NO_COPY
                ways_out = (*ways_out, ("Repair it", self._repair))
            self._ask(error, ways_out)
            return
        try:
            shop = Shop.open(self._options.shop_folder, copy=copy, key=self.at_rest.key)
            self._open_session(shop)
            self._hang_copy_bar(copy, backups.made_at(copy), can_repair=can_repair)
        except ShopError:
            self._ask(error, ways_out)

    def _hang_copy_bar(self, copy: Path, made_at: datetime, *, can_repair: bool) -> None:
        from desktop.clock import SystemClock
        from ui.actions import show_folder
        from ui.moments import due, tr
        from ui.widgets.bars import Bar

        when = due(SystemClock(), made_at).replace(", ", " ", 1)
        text = tr("Your shop’s file couldn’t be opened. A copy from {when} is open to read.").format(
            when=when
        )
        repair = (tr("Repair the file"), lambda: self.close_then(partial(self._repair, copy)))
        acts = (
            (tr("Use this copy"), partial(self._ask_for_copy, copy, when)),
            *((repair,) if can_repair else ()),  # what came after the copy may well be there
            (tr("Show the folder"), partial(show_folder, self._options.shop_folder)),
            (tr("Try again"), lambda: self.close_then(self.start)),
        )
        bar = Bar(text, acts, "amber", can_dismiss=False)
        self.window.bars.addWidget(bar)  # type: ignore[union-attr]
        bar.tell()

    def _ask_for_copy(self, copy: Path, when: str) -> None:
        """Before it takes the place of the damaged file: what it lacks, and what is kept."""
        from PySide6.QtCore import Qt

        from ui.settings.copies import BringBack

        asking = BringBack(when, self.window, is_damaged=True)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: self.close_then(partial(self._use_copy, copy)))
        asking.open()

    def _not_in_use(self, error: Exception) -> None:
        """The copy couldn't be brought back: the shop is as it was."""
        from ui.moments import told

        self.start()
        self.hang_bar(told(error), tone="brick")

    def _use_copy(self, copy: Path, failed: Callable[[Any], None] | None = None) -> None:
        """Brings the copy back; the file that was in use is kept."""
        folder, key = self._options.shop_folder, self.at_rest.key

        def work() -> Path | None:
            from desktop import backups
            from desktop.clock import SystemClock

            clock, lock = SystemClock(), FolderLock(folder)
            lock.take()
            try:
                return backups.restore(folder, copy, clock.local(clock.now()), key, key).replaced
            finally:
                lock.release()

        def done(replaced: Path | None) -> None:
            self.start()
            self._say_what_was_kept(replaced)

        self.meanwhile("Putting the copy in its place…", work, done, failed)

    def _repair(self, copy: Path | None = None) -> None:
        """What can still be read of the file is written anew; the damaged file is kept. Where that comes to nothing,
        this copy is open to read again.
        """
        folder, key = self._options.shop_folder, self.at_rest.key

        def work(say: Callable[[str], None]) -> list[str]:
            from desktop import repairing
            from desktop.clock import SystemClock

            lock = FolderLock(folder)
            lock.take()
            try:
                return repairing.in_words(repairing.repair(folder, SystemClock(), key, say))
            finally:
                lock.release()

        def done(said: list[str]) -> None:
            self.start()
            self.hang_bar(" ".join(translated(line) for line in said))

        def failed(error: ShopError) -> None:
            from ui.moments import told

            if copy is None:
                self.trouble(error)
                return
            self._open_copy(error, (("Try again", self.start),), copy)
            self.hang_bar(told(error), tone="brick")

        self.meanwhile_telling("Reading what can still be read…", work, done, failed)

    def _say_what_was_kept(self, replaced: Path | None) -> None:
        """What came of a copy that was brought back; `replaced`: where the file before is."""
        from ui.actions import show_folder

        said = tr("The copy is in use now.")
        if replaced is not None:
            said = f"{said} {tr('The file it replaced is kept beside it: {name}.').format(name=replaced.name)}"
        held = tr(
            "For the shop this is a new computer from now on: what waited to be sent is held until somebody has looked."
        )
        self.hang_bar(f"{said} {held}", ((tr("Show the folder"), partial(show_folder, self._options.shop_folder)),))

    def hang_bar(
        self, text: str, acts: Sequence[WayOut] = (), tone: str = "neutral", *, can_dismiss: bool = True
    ) -> None:
        """Above the pages of the open shop."""
        from ui.main_window import MainWindow
        from ui.widgets.bars import Bar

        if isinstance(self.window, MainWindow):
            bar = Bar(text, acts, tone, can_dismiss=can_dismiss)
            self.window.bars.addWidget(bar)
            bar.tell()

    def _ask(self, error: ShopError, ways_out: tuple[WayOut, ...]) -> None:
        from ui.start_trouble import StartTrouble

        dialog = StartTrouble(error, ways_out)
        dialog.setWindowIcon(self._icon())
        dialog.left.connect(self._app.quit)
        self._dialog = dialog
        dialog.show()


class _Closing(QObject):
    """Tells once when a plain window is closed by hand."""

    def __init__(self, window: QMainWindow, closed: Callable[[], None]) -> None:
        super().__init__(window)
        self._closed = closed

    def eventFilter(self, watched: QObject, event: object) -> bool:
        from PySide6.QtCore import QEvent

        if isinstance(event, QEvent) and event.type() == QEvent.Type.Close:
            self._closed()
        return False
