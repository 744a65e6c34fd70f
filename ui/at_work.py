"""Disk work that may take a while before there is a shop to show: a small window says what is being done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from ui import words
from ui.background import Background
from ui.moments import translated
from ui.theme import px
from ui.widgets.bars import Glyph
from ui.widgets.wrap import WrapLabel

_PAUSE = 200  # ms; what is done sooner needs no window
_LAST_WORK = 20.0  # seconds a copy may still take to get into its place when the window is closed


class AtWork(QMainWindow):
    """`run` once; it hides when that is over. `left` when a person closes it before."""

    left = Signal()
    said = Signal(object)  # from whatever thread: how far it has come, in words

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle(words.APP_NAME)
        self._background = Background(parent=self)
        self._is_over = False
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(20, 22, 20, 22)
        row.setSpacing(12)
        row.addWidget(Glyph("clock", "text2", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        self.label = WrapLabel(text, "lead")
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setCentralWidget(inside)
        self.setAccessibleName(text)
        self.setMinimumWidth(px(420))
        self.said.connect(self._say)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Does `work` behind the window, then one of the two."""

        def then(follow: Callable[[Any], None]) -> Callable[[Any], None]:
            def over(what: object) -> None:
                if self._is_over:  # a person left, and it ended while the window closed
                    return
                self._is_over = True
                self._background.close()
                self.hide()
                follow(what)
                self.deleteLater()

            return over

        self._background.run(self, work, then(done), then(failed), lane="write")
        QTimer.singleShot(_PAUSE, self, self._show)

    def _say(self, text: str) -> None:
        """In the place of what stood there before."""
        self.label.setText(translated(text))
        self.setAccessibleName(self.label.text())

    def _show(self) -> None:
        if not self._is_over:
            self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_over:
            self._is_over = True
            self._background.close(_LAST_WORK)
            self.left.emit()
        super().closeEvent(event)
