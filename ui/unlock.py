"""A protected shop is opened: a small window that asks for the password, and shows nothing of the shop."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop import keys
from desktop.keys import KeyFile, Opened
from ui import words
from ui.background import Background, Runner
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button
from ui.widgets.password_field import PasswordField
from ui.widgets.wrap import WrapLabel

_FREE_TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 5, 60  # seconds, doubling


class Unlock(QMainWindow):
    """`opened` carries the key and the way in; `left` when it is closed without."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, file: KeyFile, background: Runner | None = None) -> None:
        super().__init__()
        self._file, self._wrong, self._rest, self._is_over = file, 0, 0, False
        self._background = background or Background(parent=self)
        self.setWindowTitle(words.APP_NAME)
        self.field, self.go = PasswordField(tr("Password")), Button(tr("Open"), kind="primary")
        self.said, self.note = WrapLabel("", "body", "brick"), WrapLabel("", "body", "text2")
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count)
        self._build()
        self.field.returnPressed.connect(self.try_it)
        self.go.clicked.connect(self.try_it)

    def _build(self) -> None:
        inside = QWidget()
        keep_colours(inside, ground="paper")
        column, head, row = QVBoxLayout(inside), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(px(24), px(22), px(24), px(20))
        column.setSpacing(px(8))
        head.setSpacing(px(10))
        head.addWidget(Glyph("lock", "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(WrapLabel(tr("This shop is protected."), "person"), 1)
        column.addLayout(head)
        about = tr("Type your password, or the recovery code.")
        column.addWidget(WrapLabel(about, "body", "text2"))
        column.addSpacing(px(4))
        column.addWidget(self.field)
        column.addWidget(self.said)
        column.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.go)
        column.addLayout(row)
        column.addStretch(1)
        self.said.hide()
        self.note.hide()
        self.setCentralWidget(inside)
        self.setFixedWidth(px(420))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """What was typed, on every way in; behind the window, since each takes up to half a second."""
        typed = self.field.text()
        if not typed or self._rest or self.field.isReadOnly():
            return
        self._be_trying(True)
        self.note_it(tr("Trying…"))
        self._background.run(self, lambda: keys.open_with(self._file, typed), self._tried, self._failed, lane="write")

    def _tried(self, opened: Opened | None) -> None:
        self._be_trying(False)
        if opened is not None:
            self._end()
            self.opened.emit(opened)
            return
        self._wrong += 1
        self.field.selectAll()
        if self._wrong < _FREE_TRIES:
            self.say(tr("That isn’t a password of this shop. Capitals matter."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._rest = min(_FIRST_WAIT << min(self._wrong - _FREE_TRIES, 10), _LONGEST_WAIT)
        self._tick.start()
        self._show_wait()
        announce(self, self.said.text(), assertive=True)

    def _failed(self, error: Exception) -> None:
        self._be_trying(False)
        self.say(told(error))

    def _count(self) -> None:
        self._rest -= 1
        if self._rest > 0:
            self._show_wait()
            return
        self._tick.stop()
        self._be_trying(False)
        self.note_it(tr("Try again now."))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_wait(self) -> None:
        self._be_trying(True)
        text = tr("That isn’t a password of this shop. You can try again in {seconds} seconds.")
        self.said.setText(text.format(seconds=self._rest))
        self.said.show()
        self.note.hide()

    def _be_trying(self, trying: bool) -> None:
        self.field.setReadOnly(trying)
        self.go.setEnabled(not trying)

    def say(self, text: str) -> None:
        """What went wrong."""
        self._put(self.said, self.note, text)

    def note_it(self, text: str) -> None:
        """What goes on."""
        self._put(self.note, self.said, text)

    def _put(self, label: WrapLabel, other: WrapLabel, text: str) -> None:
        label.setText(text)
        label.show()
        other.hide()
        announce(self, text, assertive=label is self.said)

    def _end(self) -> None:
        self._is_over = True
        self._tick.stop()
        self._background.close()
        self.field.clear()
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_over:
            self._end()
            self.left.emit()
        super().closeEvent(event)
