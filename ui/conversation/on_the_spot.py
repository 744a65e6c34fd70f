"""The owner is here and types the PIN in the helper's window: a yes to this one reply (design 10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.counter import Tried
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.pin_boxes import PinBoxes, not_right, tell_not_right
from ui.widgets.wrap import WrapLabel

from .popups import Popup

Ok = Callable[[str], tuple[Tried, Any]]  # tries a PIN, and says yes if it is right


class OwnerIsHere(Popup):
    """Stays while the PIN is wrong. `said_yes` carries the ask the owner said yes to."""

    said_yes = Signal(object)

    def __init__(self, owner: str, person: str, ok: Ok, background: Runner, parent: QWidget) -> None:
        super().__init__(tr("{owner} is here").format(owner=owner), parent)
        self._ok, self._background, self._is_trying = ok, background, False
        self.boxes = PinBoxes()
        self.boxes.set_whose(owner)
        self.trouble = WrapLabel("", "body", "brick")
        self.trouble.hide()
        self.go = Button(tr("OK this reply"), "check", kind="primary", key="↵")
        self.cancel = Button(tr("Cancel"))
        stays = tr("Type your PIN to OK this one reply. {person} stays signed in.").format(person=person)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        self.column.addWidget(WrapLabel(stays, "body", "text2"))
        self.column.addWidget(self.boxes, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)
        self.go.clicked.connect(self._try)
        self.cancel.clicked.connect(self.close)
        self.setFocusProxy(self.boxes)
        self.setFixedWidth(max(px(420), self.boxes.sizeHint().width() + px(24)))

    def _try(self) -> None:
        if self._is_trying:
            return
        if not self.boxes.is_whole():
            self.boxes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        pin, ok = self.boxes.pin(), self._ok
        self._be_trying(True)
        self._background.run(self, lambda: ok(pin), self._tried, self._failed, lane="write")

    def _be_trying(self, trying: bool) -> None:
        """The boxes keep the keyboard; what is typed meanwhile is for nobody."""
        self._is_trying = trying
        self.boxes.setReadOnly(trying)
        self.go.setEnabled(not trying)

    def _tried(self, result: tuple[Tried, Any]) -> None:
        self._be_trying(False)
        tried, ask = result
        if tried.is_right:
            self.close()
            self.said_yes.emit(ask)
            return
        text = not_right(tried)
        self._say(text)
        tell_not_right(self.boxes, text)

    def _failed(self, error: Exception) -> None:
        self._be_trying(False)
        self.boxes.empty()
        self._say(told(error))
        announce(self, self.trouble.text(), assertive=True)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.boxes.empty()
        super().closeEvent(event)
