"""One short message at the foot of the window, with at most one thing to do. It never takes the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px, theme
from ui.theme.paint import rounded

from .announce import announce
from .buttons import Button, IconButton, LinkButton
from .elide import ElidedLabel

FADE_MS = 120
_FOOT = 42  # clear of the status bar
NEVER_COVERED = "neverCovered"  # the object name of what else stays free, such as the length beside the post button
_NEVER_COVERED = ("primary", "amber")
_AIR, _SIDE = 8, 8
_LOOK_AGAIN = 150  # ms: what it must not cover comes and moves while it stands there


class Toast(QFrame):
    """The one toast of a window; a new message takes the place of the old one.

    What it offers must also live elsewhere (status bar, menu): a toast goes away by itself.
    """

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._words = ElidedLabel("", "body", "surface")
        self._link = LinkButton("", level="strong", token="surface")
        self._cross = IconButton("x", tr("Dismiss"), token="surface", size=14)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        self._again = QTimer(self, interval=_LOOK_AGAIN)  # only while it is seen
        self._again.timeout.connect(self._place)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.finished.connect(self._faded)
        self._build()
        parent.installEventFilter(self)
        theme().changed.connect(self._place)
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._link)
        row.addWidget(self._cross)
        self._link.clicked.connect(self._pressed)
        self._cross.clicked.connect(self.leave)

    def show(
        self,
        text: str,
        action_text: str | None = None,
        callback: Callable[[], object] | None = None,
        seconds: float = 7,
    ) -> None:
        """Say ``text`` for some seconds (0: until told otherwise), with one action if given."""
        self._act = callback
        self._words.setText(text)
        self._link.setText(action_text or "")
        self._link.setVisible(action_text is not None)
        self.setAccessibleName(text)
        self._timer.stop()
        if seconds > 0:
            self._timer.start(round(seconds * 1000))
        self._appear()
        announce(self, text)

    def set_text(self, text: str) -> None:
        """Change the words in place, as a countdown does; nothing is read out again."""
        self._words.setText(text)
        self._place()

    def text(self) -> str:
        """The words it shows."""
        return self._words.text()

    def leave(self) -> None:
        """Go away, without doing anything."""
        self._timer.stop()
        self._act = None
        if self.isHidden():
            return
        if theme().fades():
            self._run_fade(0.0)
        else:
            self._vanish()

    def _appear(self) -> None:
        fresh = self.isHidden()
        self._fade.stop()
        self._effect.setEnabled(False)
        self.setVisible(True)
        self._place()
        self._again.start()
        self.raise_()
        if fresh and theme().fades():
            self._effect.setOpacity(0.0)
            self._run_fade(1.0)

    def _run_fade(self, to: float) -> None:
        self._fade.stop()
        self._effect.setEnabled(True)
        self._fade.setStartValue(1.0 - to)
        self._fade.setEndValue(to)
        self._fade.start()

    def _faded(self) -> None:
        # The effect costs an off-screen copy of every repaint, so it is on only while fading.
        self._effect.setEnabled(False)
        if self._fade.endValue() == 0.0:
            self._vanish()

    def _vanish(self) -> None:
        self.hide()
        self._again.stop()
        self.gone.emit()

    def _pressed(self) -> None:
        act = self._act
        self.leave()
        if act is not None:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return False

    def _place(self) -> None:
        """At the foot of the window, in the middle, or beside or above a button that does the next step."""
        window = self.parentWidget()
        if window is None or self.isHidden():
            return
        self.ensurePolished()
        hint = self.sizeHint()
        width = min(max(hint.width(), px(220)), window.width() - 32)
        height = hint.height()
        box = QRect((window.width() - width) // 2, window.height() - height - px(_FOOT), width, height)
        for kept in self._kept_free(window):
            if box.intersects(kept):
                if kept.left() - width >= _SIDE:
                    box.moveRight(kept.left() - 1)
                else:
                    box.moveBottom(kept.top() - 1)
        self.setGeometry(box)

    def _kept_free(self, window: QWidget) -> list[QRect]:
        """Around what is never covered, from the foot of the window up."""
        kept = [b for b in window.findChildren(Button) if b.kind() in _NEVER_COVERED]
        seen = [w for w in (*kept, *window.findChildren(QWidget, NEVER_COVERED)) if w.isVisible()]
        found = [QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in seen if w.window() is window]
        return sorted((box.adjusted(-_AIR, -_AIR, _AIR, _AIR) for box in found), key=lambda box: -box.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().tokens
        rounded(QPainter(self), self.rect(), 6, colours.color("text"), colours.color("edge"))
