"""Bars above and below the thread, each in its place in the layout; one of a name at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.bars import Bar
from ui.widgets.buttons import IconButton

Action = tuple[str, Callable[[], object]]


class Bars(QWidget):
    """`say` shows or changes the bar of a name, `drop` takes it away."""

    said = Signal()  # a new sentence stands here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, Bar] = {}
        self._aside: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def say(
        self,
        name: str,
        text: str,
        actions: Sequence[Action] = (),
        tone: str = "neutral",
        *,
        can_dismiss: bool = True,
        aloud: bool = True,
    ) -> None:
        """Shows a sentence; says it to a screen reader when it is new."""
        bar = self._bars.get(name)
        if bar is not None and bar.text() == text:
            return
        if bar is not None:
            self._take(name)
        made = self._bars[name] = Bar(text, actions, tone, can_dismiss=False)
        made.dismissed.connect(lambda: self.drop(name))
        self._column.addWidget(made)
        # The cross shows once it has a parent: shown before, it would be a window of its own for a moment.
        if cross := made.findChild(IconButton):
            cross.setVisible(can_dismiss)
        made.setVisible(name not in self._aside)
        self._settle()
        self.said.emit()
        if aloud:
            made.tell()

    def drop(self, name: str) -> None:
        if name in self._bars:
            self._take(name)
        self._settle()

    def set_aside(self, names: Sequence[str]) -> None:
        """Bars of these names are not seen until others, or none, are set aside."""
        self._aside = tuple(names)
        for name, bar in self._bars.items():
            bar.setVisible(name not in self._aside)
        self._settle()

    def _settle(self) -> None:
        self.setVisible(any(name not in self._aside for name in self._bars))

    def _take(self, name: str) -> None:
        bar = self._bars.pop(name)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()

    def clear(self) -> None:
        for name in list(self._bars):
            self.drop(name)

    def text(self, name: str) -> str:
        """What the bar of a name says; empty when there is none."""
        bar = self._bars.get(name)
        return bar.text() if bar else ""

    def bar(self, name: str) -> Bar | None:
        return self._bars.get(name)
