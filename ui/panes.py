"""F6 and Shift+F6: from pane to pane, and which keys work in the one that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Panes(QObject):
    """Sidebar, the bars over the page, the page's own panes, status bar, round and round."""

    hint_changed = Signal(object)  # text

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._tell_keys)
        window.page_changed.connect(self._tell_keys)
        window.bridge.settings_changed.connect(self._tell_keys)  # other keys, or somebody else's
        window.bridge.actions_changed.connect(self._tell_keys)

    def all(self) -> list[QWidget]:
        """The panes that can be seen now, in order."""
        from ui.widgets.bars import Bar
        from ui.widgets.layouts import widgets_in

        window, page = self._window, self._window.page()
        of_page = list(getattr(page, "panes", list)()) if page is not None else []
        bars = [bar for bar in widgets_in(window.bars) if isinstance(bar, Bar) and _into(bar) is not bar]
        side = [window.side] if window.side is not None else []
        everything = [window.sidebar.pages, *bars, *of_page, *side, window.status.connection]
        return [pane for pane in everything if pane.isVisible()]

    def step(self, direction: int) -> None:
        """To the next pane (1) or the one before (-1)."""
        panes = self.all()
        if not panes:
            return
        at = self._now(panes)
        to = panes[(at + direction) % len(panes)] if at is not None else panes[0]
        reason = Qt.FocusReason.TabFocusReason if direction > 0 else Qt.FocusReason.BacktabFocusReason
        _into(to).setFocus(reason)

    def enter(self, page: QWidget | None) -> None:
        """To the first pane of a page."""
        if page is None:
            return
        pane = next((one for one in getattr(page, "panes", list)() if one.isVisible()), page)
        _into(pane).setFocus(Qt.FocusReason.OtherFocusReason)

    def _now(self, panes: list[QWidget]) -> int | None:
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        if self._window.status.isAncestorOf(focus):
            return len(panes) - 1
        inside = [at for at, pane in enumerate(panes) if pane is focus or _holds(pane, focus)]
        return inside[-1] if inside else None

    def _tell_keys(self, *_: object) -> None:
        page = self._window.page()
        hint = getattr(page, "key_hint", None)
        self.hint_changed.emit(str(hint()) if callable(hint) else "")


def _holds(pane: QWidget, widget: QWidget) -> bool:
    """A pane whose parts stand apart says itself what is in it (`holds`)."""
    holds = getattr(pane, "holds", pane.isAncestorOf)
    return bool(holds(widget))


def _into(pane: QWidget) -> QWidget:
    """Where it wants the keyboard (`way_in`), itself if it takes the focus, else the first thing in it that does."""
    way_in = getattr(pane, "way_in", None)
    if callable(way_in):
        return way_in()
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus or pane.focusProxy() is not None:
        return pane
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(pane) and child.isEnabled():
            return child
    return pane
