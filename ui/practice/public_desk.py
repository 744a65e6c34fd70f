"""Keeps the pretend public at the side of the window: reads how it stands, and steps aside where there is no room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.practice import day, lessons
from ui import moments
from ui.menus import action
from ui.moments import tr
from ui.practice.lesson_box import step_now
from ui.practice.public_panel import PublicPanel
from ui.theme import px, theme
from ui.widgets.bars import Bar

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.background import Runner
    from ui.main_window import MainWindow
    from ui.practice.banner import PracticeBanner

_ROOM = 1180  # px at 100 % text: the inbox and the public beside each other
_ROOM_TO_WRITE = 1500  # and the coach between them
_LEAST = 940  # narrower than this it isn't shown, whoever asks
_MOVES = {
    "posts",
    "replies",
    "asks",
    "reads",
    "complaints",
    "settings",
}  # what a lesson or a passer-by may go by


class PublicDesk(QObject):
    """`refresh` reads again; the action in the View menu shows and hides the panel, those beside it open a lesson."""

    def __init__(self, window: MainWindow, background: Runner, banner: PracticeBanner) -> None:
        super().__init__(window)
        self._window, self._background, self._banner = window, background, banner
        self._wanted: bool | None = None  # nobody has said
        self._is_writing, self._pages, self._first = False, set[int](), ""
        self.panel = PublicPanel(window.shop.clock)
        self.panel.hide()
        self.panel.closed.connect(lambda: self._choose(False))
        self.panel.lesson.wanted.connect(self._open_lesson)
        self.action = action(window, tr("The pretend public"))
        self.action.setCheckable(True)
        self.action.triggered.connect(self._choose)
        window.set_side(self.panel, self.action, *self._lesson_actions())
        self.start, self.over = self._bars()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        background.tables_changed.connect(self._tables)
        banner.clock_changed.connect(self.refresh)
        window.first_painted.connect(self.refresh)
        window.page_changed.connect(self._page)
        window.bridge.reply_put.connect(self._replied)
        window.installEventFilter(self)
        theme().changed.connect(self._settle)

    def _lesson_actions(self) -> list[QAction]:
        """Any lesson can be done, in any order and again."""
        made = []
        for number, lesson in enumerate(lessons.LESSONS, 1):
            text = tr("Lesson {n}: {title}").format(n=number, title=tr(lesson.title))
            made.append(action(self._window, text, partial(self._open_lesson, lesson.key)))
        return made

    def _bars(self) -> tuple[Bar, Bar]:
        """Before the day begins, and once the shop is shut."""
        banner, clock = self._banner, self._window.shop.clock
        when = f"{moments.weekday(clock, clock.now())}, {moments.hour(clock, clock.now())}"
        said = tr("It’s {when}. You’re minding {shop}. Somebody’s about to write.")
        text = said.format(when=when, shop=self._window.shop.name)
        start = Bar(text, ((tr("Start the clock"), banner.start),), "slate", can_dismiss=False)
        over = Bar("", (), "slate")
        over.dismissed.connect(self._over_read)
        for bar in (start, over):
            bar.hide()
            self._window.bars.addWidget(bar)
        start.setVisible(day.waits_to_begin(self._window.shop))
        return start, over

    _told = ""  # how the day went, as somebody has read it
    _is_over = False

    def _show_bars(self) -> None:
        """While somebody writes they stand aside: a low window has no room for both."""
        self.start.setVisible(not self._is_writing and day.waits_to_begin(self._window.shop))
        self.over.setVisible(not self._is_writing and self._is_over)

    def _over_read(self) -> None:
        self._told, self._is_over = self.over.text(), False

    def refresh(self) -> None:
        """Something may have moved the public."""
        self._soon.start()

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & _MOVES:
            self.refresh()

    def _read(self) -> None:
        shop, shown = self._window.shop, self._shown()
        self._background.run(
            self, lambda: day.today(shop, shown), self._came, lane="write", key="pretend public"
        )

    def _shown(self) -> str:
        """The conversation before somebody's eyes."""
        page: Any = self._window.page()
        return str(page.current_id()) if hasattr(page, "set_squeezed") else ""

    def _came(self, found: day.Day) -> None:
        self.panel.show_day(found)
        text = f"{tr('The shop’s shut.')} {found.closing}" if found.closing else ""
        if text and text not in (self.over.text(), self._told):
            again = (tr("Start the day again"), self._banner.ask_again)
            self.over.set_bar(text, (again, (tr("Leave practice"), self._banner.leave_wanted.emit)))
            self._is_over = True
            self.over.tell()
        self._show_bars()
        self._settle()

    # --- lessons --------------------------------------------------------------------------------------------

    def _open_lesson(self, key: str) -> None:
        shop, shown = self._window.shop, self._shown()
        self._first = shown

        def begin() -> day.Day:
            day.open_lesson(shop, key)
            return day.today(shop, shown)

        if key:
            self._wanted = True if self._window.width() >= px(_LEAST) else self._wanted
        self._background.run(self, begin, self._came, lane="write")

    def _look(self, mark: str) -> None:
        """Somebody looked at something that a step may be waiting for."""
        shop, shown = self._window.shop, self._shown()

        def look() -> day.Day:
            day.looked_at(shop, mark)
            return day.today(shop, shown)

        self._background.run(self, look, self._came, lane="write")

    def _opened(self, *_: object) -> None:
        """A conversation was opened; the first one opens by itself."""
        shown = self._shown()
        if self._first and shown != self._first:
            self._look("other")
        else:
            self._first = shown
            self.refresh()

    def _replied(self, reply: object) -> None:
        """A pretend reply leaves by the pretend clock: whoever posts one has begun the day."""
        if reply is not None and getattr(self._window.shop.clock, "is_paused", False):
            self._banner.start()

    # --- room ---------------------------------------------------------------------------------------------

    def _page(self, page: Any) -> None:
        view = page.view if hasattr(page, "set_squeezed") else None
        if view is not None and id(page) not in self._pages:
            self._pages.add(id(page))
            view.writing_changed.connect(self._writing)
            view.back_wanted.connect(self._list_wanted)
            view.next_wanted.connect(self._list_wanted)
            page.list.opened.connect(self._opened)
        elif view is None:
            self._look(f"page:{self._window.page_key}")
        self._settle()

    def _writing(self, writing: object) -> None:
        self._is_writing = bool(writing)
        self._show_bars()
        self._settle()

    def _list_wanted(self, *_: object) -> None:
        """The list comes back: in a small window the public steps aside for it."""
        if self._wanted and self._window.width() < px(_ROOM):
            self._choose(False)

    def _choose(self, wanted: bool) -> None:
        self._wanted = wanted
        self._settle()

    def _settle(self) -> None:
        """Beside the inbox, where there is room; whoever asked for it gets it in a smaller window too."""
        wide = self._window.width()
        has_room = wide >= px(_ROOM) if self._wanted is None else self._wanted and wide >= px(_LEAST)
        if self._is_writing and wide < px(_ROOM_TO_WRITE):
            has_room = False  # the coach stands there
        page: Any = self._window.page()
        if hasattr(page, "set_squeezed"):
            page.set_squeezed(bool(has_room) and wide < px(_ROOM))
            page.view.set_brief(bool(has_room) and wide < px(_ROOM_TO_WRITE))
            if has_room and self.panel.isHidden():
                page.narrow_list()
        is_shown = bool(has_room) and hasattr(page, "set_squeezed")
        self.panel.setVisible(is_shown)
        self.action.setChecked(bool(has_room))
        lesson = self.panel.lesson.lesson
        self._banner.show_lesson(step_now(lesson) if lesson and not is_shown else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)
