"""While the pointer rests on the line of the passer-by, or the keyboard on its link: the small picture under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock

from .facts import Known
from .header import PasserLine

if TYPE_CHECKING:
    from .sight_picture import PictureBeside

_RESTS, _STAYS = 450, 250  # ms until the picture comes, and until it goes once nothing wants it
_GAP = 4
_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Glance(QObject):
    """`picture` is what shows now, if anything. It stays while the pointer is on it; Esc closes it."""

    def __init__(self, line: PasserLine, page: QWidget, known: Callable[[], Known | None], name: str, clock: Clock):
        super().__init__(page)
        self.picture: PictureBeside | None = None
        self._line, self._page, self._known, self._name, self._clock = line, page, known, name, clock
        self._over = set[str]()  # what of ours the pointer is on: "line", "picture"
        self._window: QWindow | None = None
        self._soon = QTimer(self, singleShot=True, interval=_RESTS)
        self._soon.timeout.connect(self.show)
        self._late = QTimer(self, singleShot=True, interval=_STAYS)
        self._late.timeout.connect(self._leave)
        for watched in (line, line.show_it, page):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            if watched is self._line or watched is self.picture:
                self._pointed("line" if watched is self._line else "picture", is_on=kind == QEvent.Type.Enter)
        elif kind == QEvent.Type.FocusIn and watched is self._line.show_it:
            if cast(QFocusEvent, event).reason() in _KEYS:
                self.show()
        elif kind == QEvent.Type.FocusOut and watched is self._line.show_it:
            self._late.start()
        elif kind == QEvent.Type.Hide and watched in (self._page, self._line):  # who writes has the line put away
            self.close()
        elif kind == QEvent.Type.KeyPress and watched is self._window:
            return cast(QKeyEvent, event).key() == Qt.Key.Key_Escape and self.close()
        return False

    def _pointed(self, what: str, *, is_on: bool) -> None:
        if is_on:
            self._over.add(what)
            self._late.stop()
            if self.picture is None:
                self._soon.start()
            return
        self._over.discard(what)
        self._soon.stop()
        self._late.start()

    def _leave(self) -> None:
        """Nothing wants it any more: the pointer is elsewhere, and so is the keyboard."""
        if not self._over and not self._line.show_it.hasFocus():
            self.close()

    def show(self) -> None:
        """Shows what a passer-by sees now, where there is something to see."""
        known = self._known()
        self.close()
        if known is None or not known.public or not self._line.isVisible():
            return
        from .sight_picture import PictureBeside  # only who looks needs it

        at = self._line.mapTo(self._page, QPoint(0, self._line.height() + _GAP))
        self.picture = PictureBeside(known, self._name, self._clock, self._page, self._page.height() - at.y() - _GAP)
        self.picture.adjustSize()
        end = at.x() + self._line.width() - self.picture.width()
        self.picture.move(max(_GAP, end), at.y())
        self.picture.installEventFilter(self)
        self._line.show_it.setAccessibleDescription(self.picture.preview.accessibleDescription())
        self.picture.show()
        self.picture.raise_()
        self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def close(self) -> bool:
        """True if there was a picture to close."""
        self._soon.stop()
        self._late.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        picture, self.picture = self.picture, None
        self._over.discard("picture")
        if picture is not None:
            picture.removeEventFilter(self)
            picture.hide()
            picture.deleteLater()
        return picture is not None
