"""Keeps the pretend public at the side of the window: reads how it stands, and steps aside where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.practice import day
from ui.menus import action
from ui.moments import tr
from ui.practice.public_panel import PublicPanel
from ui.theme import px, theme

if TYPE_CHECKING:
    from ui.background import Runner
    from ui.main_window import MainWindow

_ROOM = 1180  # px at 100 % text: the inbox and the public beside each other
_ROOM_TO_WRITE = 1500  # and the coach between them
_LEAST = 940  # narrower than this it isn't shown, whoever asks


class PublicDesk(QObject):
    """`refresh` reads again; the action in the View menu shows and hides the panel."""

    def __init__(self, window: MainWindow, background: Runner) -> None:
        super().__init__(window)
        self._window, self._background = window, background
        self._wanted: bool | None = None  # nobody has said
        self._is_writing, self._views = False, set[int]()
        self.panel = PublicPanel(window.shop.clock)
        self.panel.hide()
        self.panel.closed.connect(lambda: self._choose(False))
        self.action = action(window, tr("The pretend public"))
        self.action.setCheckable(True)
        self.action.triggered.connect(self._choose)
        window.set_side(self.panel, self.action)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        background.tables_changed.connect(self._tables)
        window.first_painted.connect(self.refresh)
        window.page_changed.connect(self._page)
        window.installEventFilter(self)
        theme().changed.connect(self._settle)

    def refresh(self) -> None:
        """Something may have moved the public."""
        self._soon.start()

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & {"posts", "replies"}:
            self.refresh()

    def _read(self) -> None:
        shop = self._window.shop
        self._background.run(self, lambda: day.today(shop), self._came, key="pretend public")

    def _came(self, found: day.Day) -> None:
        self.panel.show_day(found)
        self._settle()

    # --- room ---------------------------------------------------------------------------------------------

    def _page(self, page: Any) -> None:
        view = page.view if hasattr(page, "set_squeezed") else None
        if view is not None and id(view) not in self._views:
            self._views.add(id(view))
            view.writing_changed.connect(self._writing)
            view.back_wanted.connect(self._list_wanted)
            view.next_wanted.connect(self._list_wanted)
        self._settle()

    def _writing(self, writing: object) -> None:
        self._is_writing = bool(writing)
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
            if has_room and self.panel.isHidden():
                page.narrow_list()
        self.panel.setVisible(bool(has_room) and hasattr(page, "set_squeezed"))
        self.action.setChecked(bool(has_room))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)
