"""Boxes to type a PIN in: four to begin with, up to eight, a dot in each that is filled."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.pins import LEAST, MOST, TRIES
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.paint import rounded

from .announce import announce

if TYPE_CHECKING:
    from desktop.counter import Tried

_WIDE, _HIGH, _LOW, _GAP = 44, 48, 36, 10
_IN_FULL = 6  # so many boxes have their whole width; more share that of six


class PinBoxes(QLineEdit):
    """A line for digits that never shows them, to the eye or to a screen reader. Enter is `returnPressed`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(MOST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._high = _HIGH
        set_ring(self, "none")  # the box that is next has it
        self.textChanged.connect(self._changed)
        theme().changed.connect(self.updateGeometry)
        self.set_whose("")

    def set_whose(self, name: str) -> None:
        """Whose PIN is asked for."""
        self.setAccessibleName(tr("{name}’s PIN").format(name=name) if name else tr("PIN"))

    def set_low(self, low: bool) -> None:
        """Lower boxes, where there is little room."""
        self._high = _LOW if low else _HIGH
        self.updateGeometry()

    def pin(self) -> str:
        return self.text()

    def is_whole(self) -> bool:
        """Enough digits to be tried."""
        return len(self.text()) >= LEAST

    def boxes(self) -> int:
        """How many are shown: never fewer than four, whatever somebody's PIN has."""
        return max(LEAST, min(MOST, len(self.text())))

    def empty(self) -> None:
        """Nothing is in the boxes any more, and nothing is kept to be undone."""
        self.clear()
        self.setModified(False)

    def _changed(self, text: str) -> None:
        only = "".join(letter for letter in text if letter in "0123456789")  # of what was pasted
        if only != text:
            self.setText(only)
            return
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the end; a letter is for nobody here; what moves a caret moves nothing."""
        is_held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        text = "" if is_held else event.text()
        if self.isReadOnly() and text:
            return
        is_edit = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if text and text in "0123456789":
            self.setText((self.text() + text)[:MOST])
        elif is_edit or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.end(False)
            super().keyPressEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        number = min(self.boxes(), _IN_FULL)
        return QSize(number * px(_WIDE) + (number - 1) * px(_GAP) + 8, px(self._high) + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _box(self, at: int) -> QRect:
        number, gap = self.boxes(), px(_GAP)
        wide = min(px(_WIDE), (self.sizeHint().width() - 8 - (number - 1) * gap) // number)
        room = QRect(4 + at * (wide + gap), 4, wide, self.height() - 8)
        if self.isRightToLeft():
            room.moveLeft(self.width() - room.right() - 1)
        return room

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled, ready = len(self.text()), self.hasFocus() and self.isEnabled()
        for at in range(self.boxes()):
            box = self._box(at)
            if ready and at == min(filled, self.boxes() - 1):
                rounded(painter, box.adjusted(-4, -4, 4, 4), 8, None, colours.color("ink"), 2)
            edge = "edge" if self.isEnabled() else "line"
            rounded(painter, box, 5, colours.color("surface"), colours.color(edge))
            if at < filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.color("text" if self.isEnabled() else "text3"))
                painter.drawEllipse(QPointF(QRectF(box).center()), px(4.5), px(4.5))


def wait_said(wait: timedelta) -> str:
    """`58 s`, `2 min 5 s`: what is left, never less than a second."""
    seconds = max(1, ceil(wait.total_seconds()))
    if seconds < 60:
        return tr("{n} s").format(n=seconds)
    minutes, rest = divmod(seconds, 60)
    return tr("{n} min").format(n=minutes) if not rest else tr("{n} min {s} s").format(n=minutes, s=rest)


def wait_of(tried: Tried) -> str:
    """`1-minute wait`"""
    return tr("{n}-minute wait").format(n=round(tried.next_wait.total_seconds() / 60))


def not_right(tried: Tried) -> str:
    """ "That isn't Tom's PIN. 4 tries left before a 1-minute wait." """
    wrong = tr("That isn’t {name}’s PIN.").format(name=tried.name)
    if tried.wait:
        return f"{wrong} {tr('Try again in {time}.').format(time=wait_said(tried.wait))}"
    left = tr("1 try left before a {wait}.") if tried.left == 1 else tr("{n} tries left before a {wait}.")
    return f"{wrong} {left.format(n=tried.left, wait=wait_of(tried))}"


def rule_of(tried: Tried) -> str:
    """ "5 wrong tries make a 1-minute wait." """
    return tr("{n} wrong tries make a {wait}.").format(n=TRIES, wait=wait_of(tried))


def tell_not_right(boxes: PinBoxes, text: str) -> None:
    """The boxes empty, the keyboard stays, and it is read out at once."""
    boxes.empty()
    boxes.setFocus(Qt.FocusReason.OtherFocusReason)
    announce(boxes, text, assertive=True)
