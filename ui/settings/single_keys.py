"""The one-letter keys, each with a button: press it, press another key, and that is the one from now on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui import single_keys
from ui.moments import tr
from ui.theme.focus import MARGIN
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.keycap import as_here
from ui.widgets.wrap import WrapLabel


class KeyButton(Button):
    """Shows a key. Pressed, it waits for another one; Esc, or going elsewhere, leaves it as it was."""

    pressed_key = Signal(str, str)  # meaning, key as it is kept ("" for one that can't be used)

    def __init__(self, meaning: str, key: str) -> None:
        super().__init__(key, small=True)
        self.meaning, self._own, self._waits = meaning, key, False
        self.clicked.connect(self._wait)
        self.set_own_key(key)

    def set_own_key(self, key: str) -> None:
        self._own, self._waits = key, False
        self.setText(as_here(key))
        what = tr(single_keys.MEANINGS[self.meaning])
        self.setAccessibleName(tr("{what}: {key}. Change the key").format(what=what, key=as_here(key)))

    def own_key(self) -> str:
        return self._own

    def _wait(self) -> None:
        self._waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # a click leaves the keyboard elsewhere, and the key with it
        self.setText(tr("Press a key"))
        announce(self, tr("Press a key"), assertive=True)

    def event(self, event: QEvent) -> bool:
        """While it waits no shortcut takes the key away."""
        if self._waits and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._waits:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.set_own_key(self._own)
        elif event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            key = single_keys.named(event.key(), event.modifiers())
            self.set_own_key(self._own)
            self.pressed_key.emit(self.meaning, key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._waits:
            self.set_own_key(self._own)
        super().focusOutEvent(event)


class SingleKeys(QWidget):
    """`changed` carries what is to be kept: only the keys that aren't as they come."""

    changed = Signal(object)

    def __init__(self, kept: Mapping[str, object], *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = single_keys.chosen(kept)
        self.said = WrapLabel("", "body", "brick")
        self.reset = Button(tr("Put all back as they were"), "undo", small=True)
        self.buttons: dict[str, KeyButton] = {}
        grid_place = QWidget()
        grid = QGridLayout(grid_place)
        grid.setContentsMargins(0, MARGIN, 12, MARGIN)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (meaning, what) in enumerate(single_keys.MEANINGS.items()):
            button = self.buttons[meaning] = KeyButton(meaning, self._now[meaning])
            button.setEnabled(may_change)
            button.pressed_key.connect(self._take)
            grid.addWidget(WrapLabel(tr(what)), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTrailing)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(grid_place)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_colours(scroll, ground="paper")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addWidget(self.said)  # below: what it says moves no key from under the mouse
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeading)
        self.said.hide()
        self.reset.clicked.connect(self._put_back)
        self._show(may_change=may_change)

    def _take(self, meaning: str, key: str) -> None:
        other = single_keys.clash(meaning, key, self._now)
        if not key:
            self._say(tr("One letter, figure or sign, without Ctrl or Alt."))
        elif other:
            what = tr(single_keys.MEANINGS[other]) if other in single_keys.MEANINGS else tr("Keys")
            self._say(tr("{key} is “{what}” already. Choose another one, or change that one first.").format(
                key=as_here(key), what=what
            ))  # fmt: skip
        elif key != self._now[meaning]:
            self._put(self._now | {meaning: key})

    def _put_back(self) -> None:
        self._put({meaning: meaning for meaning in self._now})

    def _put(self, now: dict[str, str]) -> None:
        self._now = now
        self._say("")
        self._show(may_change=True)
        self.changed.emit({meaning: key for meaning, key in now.items() if key != meaning})

    def _show(self, *, may_change: bool) -> None:
        for meaning, button in self.buttons.items():
            button.set_own_key(self._now[meaning])
        self.reset.setEnabled(may_change and any(key != meaning for meaning, key in self._now.items()))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            announce(self, text, assertive=True)
