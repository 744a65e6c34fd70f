"""A person at the real window: presses keys, and reads what can be seen. Stories are told with it.

What is read are the words of labels, rows and bars in sight, and what a screen reader is told where words
are painted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from desktop import people, settings
from desktop.records import Stage
from desktop.shop import Shop
from tests.stories import waiting
from ui.background import Runner
from ui.conversation.bars import Bars
from ui.conversation.messages import Ours
from ui.insights.chart import Chart
from ui.main_window import MainWindow
from ui.notify import Notifier
from ui.session import Session

MODES = [(1.6, "light"), (1.0, "dark"), (1.3, "high contrast dark"), (1.0, "high contrast light")]


_LINES = ["inbox", "composer", "history", "insights", "shopbook"]  # (test_first_lines.py has them)


def dress(shop: Shop, scale: float, mode: str) -> None:
    """Everybody of this shop likes text of this size, and these colours, and has read what a page says at first."""
    settings.put(shop.store, settings.TEXT_SCALE, scale)
    settings.put(shop.store, settings.THEME, mode)
    for one in people.all(shop.store):
        settings.put(shop.store, settings.SEEN_LINES, _LINES, person=one.id)


class Overheard(Notifier):
    """Keeps what the computer would be told instead of telling it."""

    def __init__(self, shop: Shop, background: Runner) -> None:
        super().__init__(shop, background)
        self.said: list[str] = []
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1

    def say(self, text: str, *, has_words: bool = False) -> None:
        self.said.append(text)


def is_in_sight(widget: QWidget, *, may_scroll: bool = False) -> bool:
    """Some of it stands where a person can see it: it isn't scrolled away, or may be, and only that."""
    box, at = widget.rect(), widget
    while not at.isWindow() and (parent := at.parentWidget()) is not None:
        box = box.translated(at.pos())
        area = parent.parentWidget()
        is_viewport = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        if not (may_scroll and is_viewport):
            box = box.intersected(parent.rect())
        elif not box.isEmpty():
            box = parent.rect()
        at = parent
    return widget.isVisible() and not box.isEmpty()


class Watcher(QObject):
    """What came up as a window of its own, what was modal, and what a mouse did."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []
        self.modal: list[str] = []
        self.presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
            if watched.isModal():
                self.modal.append(type(watched).__name__)
        if event.type() == QEvent.Type.MouseButtonPress:
            self.presses += 1
        return False


class Driver:
    """The window over an open shop, and how a person reads it and types at it. `end` closes both."""

    def __init__(self, shop: Shop, background: Runner) -> None:
        self.shop, self.background, self._has_ended = shop, background, False
        self.may_scroll = settings.get(shop.store, settings.TEXT_SCALE) > 1  # large text is read by scrolling, too
        self.overheard = Overheard(shop, background)
        self.session = Session(shop, background, notifier=self.overheard)
        self.window: MainWindow = self.session.window
        self.watcher = Watcher()
        QApplication.instance().installEventFilter(self.watcher)  # type: ignore[union-attr]
        self.session.show()
        self.window.resize(1280, 800)
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def end(self) -> None:
        """Closes the window; again it does nothing."""
        if self._has_ended:
            return
        self._has_ended = True
        QApplication.instance().removeEventFilter(self.watcher)  # type: ignore[union-attr]
        self.window.close_for_good()
        self.window.deleteLater()
        QApplication.processEvents()

    # ---- at the keyboard -----------------------------------------------------------------------------

    def _under_the_keys(self) -> QWindow:
        """The window that has the keyboard: a dialog over the main one, or the main one."""
        if (
            QGuiApplication.focusWindow() is None
        ):  # a dialog has closed: here no desktop gives the keyboard back
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)
        return QGuiApplication.focusWindow() or self.window.windowHandle()

    def press(self, *keys: str) -> None:
        """Keys as they are written on the page: "J", "Ctrl+Return"."""
        for one in keys:
            combination = QKeySequence(one)[0]
            QTest.keyClick(self._under_the_keys(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._under_the_keys(), letter)
        QApplication.processEvents()

    # ---- waiting -------------------------------------------------------------------------------------

    def wait(self, condition: Callable[[], object], what: str = "") -> None:
        """Lets the window live until this holds; says what can be read when it never does."""
        try:
            waiting.wait(condition)
        except AssertionError:
            raise AssertionError(f"{what or 'it'} never came; in the window: {self.seen()}") from None

    def until(self, *texts: str, where: QWidget | None = None) -> None:
        """Waits until all of these can be read somewhere in the window."""
        self.wait(lambda: all(self.reads(text, where) for text in texts), f"{texts}")

    # ---- what can be read ----------------------------------------------------------------------------

    def seen(self, where: QWidget | None = None) -> list[str]:
        """The words of everything that can be seen in `where`, in the whole window without it."""
        where = where or self.window
        found: list[str] = []
        for widget in [where, *where.findChildren(QWidget)]:
            if not is_in_sight(widget, may_scroll=self.may_scroll):
                continue
            if isinstance(widget, QAbstractItemView):
                found += self.rows(widget)
            text = getattr(widget, "text", None)
            if callable(text) and not isinstance(widget, (Bars, Chart)):
                found.append(str(text()))
            found += [widget.accessibleName(), widget.accessibleDescription()]
        return [" ".join(words.split()) for words in found if words]

    def rows(self, view: QAbstractItemView) -> list[str]:
        """The rows whose whole height can be seen (scrolling, all), as they are read aloud."""
        model = view.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        boxes = [view.visualRect(index) for index in indexes]
        high = view.viewport().height()
        shown = [
            index
            for index, box in zip(indexes, boxes, strict=True)
            if self.may_scroll or 0 <= box.top() <= box.bottom() < high
        ]
        return [str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()) for index in shown]

    def reads(self, words: str, where: QWidget | None = None) -> bool:
        return any(words in text for text in self.seen(where))

    @property
    def page(self) -> Any:
        return self.window.page()

    @property
    def view(self) -> Any:
        """The conversation beside the list."""
        return self.page.view

    def focus(self) -> Any:
        """What has the keyboard."""
        return QApplication.focusWidget()

    def status(self) -> str:
        return str(self.window.status.outbox.word().text)

    def passer_by(self) -> str:
        return str(self.view.passer.sentence.text())

    def ours(self) -> list[Ours]:
        """Our answers on the page, as the thread shows them."""
        return [card for card in self.view.talk.cards() if isinstance(card, Ours)]

    def menu_text(self, menu: str, begins: str) -> str:
        texts = [action.text() for action in self.session.actions.menus[menu].actions()]
        return next((text for text in texts if text.startswith(begins)), "")

    def counts(self) -> tuple[int, int]:
        return self.window.sidebar.count("inbox"), self.window.sidebar.count("complaints")

    def column(self, stage: Stage) -> list[str]:
        """The cards of a column as they are read aloud."""
        model = self.page.board.columns[stage].model
        texts = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
        return [str(text) for text in texts]

    def chosen(self) -> str:
        """Whose card the board is on."""
        return str(self.page.board.card(self.page.board.chosen_id).complaint.author_name)

    def card_box(self) -> QRect:
        """Where the chosen card stands."""
        view = self.page.board.current_view()
        box = view.rect_of(self.page.board.chosen_id)
        return QRect(view.viewport().mapTo(self.window, box.topLeft()), box.size())
