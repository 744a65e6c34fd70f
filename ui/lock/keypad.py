"""Boxes for a PIN over keys that can be touched."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.pin_boxes import PinBoxes
from ui.widgets.wrap import WrapLabel

_KEY, _HIGH, _LOW, _GAP = 64, 42, 30, 7


class _Key(Button):
    """A key of the pad. It takes no focus: the boxes keep it."""

    def __init__(self, text: str, kind: str = "plain") -> None:
        super().__init__(text, kind=kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.is_low = False

    def face(self) -> QFont:
        return super().face() if self.kind() == "primary" else fonts.font("composer")

    def set_low(self, low: bool) -> None:
        self.is_low = low
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(px(_KEY), super().sizeHint().width()), px(_LOW if self.is_low else _HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Keypad(QWidget):
    """`opened` carries the PIN when Enter or Open is pressed."""

    opened = Signal(str)
    stepped = Signal(int)  # 1, -1: the next person, the one before
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = WrapLabel("", "strong")
        self.boxes = PinBoxes()
        self.boxes.set_whose("")
        self.keys = {digit: _Key(digit) for digit in "1234567890"}
        self.back = IconButton("left", tr("Take the last digit back"))
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open = _Key(tr("Open"), "primary")
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._arrange()
        self.boxes.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.back.clicked.connect(lambda: self._put(self.boxes.text()[:-1]))
        for digit, key in self.keys.items():
            key.clicked.connect(partial(self.add, digit))
        self.setFocusProxy(self.boxes)
        theme().changed.connect(self.updateGeometry)

    def _arrange(self) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        for at, digit in enumerate("123456789"):
            self._grid.addWidget(self.keys[digit], at // 3, at % 3)
        self._grid.addWidget(self.back, 3, 0, centre)
        self._grid.addWidget(self.keys["0"], 3, 1)
        self._grid.addWidget(self.open, 3, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.whose.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.whose)
        column.addWidget(self.boxes, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2)
        column.addLayout(self._grid)
        column.setAlignment(self._grid, Qt.AlignmentFlag.AlignHCenter)

    def set_whose(self, name: str) -> None:
        self.whose.setText(tr("{name}’s PIN").format(name=name) if name else "")
        self.boxes.set_whose(name)
        self.boxes.empty()

    def set_low(self, low: bool) -> None:
        """There is little room: lower keys and boxes."""
        for key in (*self.keys.values(), self.open):
            key.set_low(low)
        self.boxes.set_low(low)
        self._grid.setSpacing(4 if low else _GAP)

    def set_waiting(self, waiting: bool) -> None:
        """A PIN is being tried, or nothing may be tried for now. The boxes keep the keyboard."""
        self.boxes.setReadOnly(waiting)
        for key in (*self.keys.values(), self.back, self.open):
            key.setEnabled(not waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the boxes leave over: the arrows go to the next person, Esc back to the tiles."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step and not self.boxes.pin():
            self.stepped.emit(-step if self.isRightToLeft() else step)
        else:
            super().keyPressEvent(event)

    def add(self, digit: str, *_: object) -> None:
        """One digit more, as if it were typed into the boxes."""
        self._put(self.boxes.text() + digit)

    def _put(self, text: str) -> None:
        if not self.boxes.isReadOnly():
            self.boxes.setText(text[: self.boxes.maxLength()])
        self.boxes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if not self.boxes.isReadOnly() and self.boxes.is_whole():
            self.opened.emit(self.boxes.pin())
