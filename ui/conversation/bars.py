"""Bars above and below the thread, each in its place in the layout; one of a name at a time.

Where there is little room they stand in one line, until somebody wants to read them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.moments import tr
from ui.widgets.announce import announce
from ui.widgets.bars import Bar
from ui.widgets.buttons import IconButton, LinkButton

from .one_line import OneLine, line_height

Action = tuple[str, Callable[[], object]]


class Bars(QWidget):
    """`say` shows or changes the bar of a name, `drop` takes it away."""

    said = Signal()  # a new sentence stands here
    unfolded = Signal(object)  # bool: somebody wants to read them whole, or not any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, Bar] = {}
        self._aside: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._is_tight = self._is_open = False
        self.line: OneLine | None = None  # made where there is little room
        self.less: LinkButton | None = None
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
        self._column.insertWidget(self._column.count() - (self.less is not None), made)
        # The cross shows once it has a parent: shown before, it would be a window of its own for a moment.
        if cross := made.findChild(IconButton):
            cross.setVisible(can_dismiss)
        self._settle()
        self.said.emit()
        if aloud:
            announce(self.place_of(name) or self, text)

    def drop(self, name: str) -> None:
        if name in self._bars:
            self._take(name)
        self._settle()

    def set_aside(self, names: Sequence[str]) -> None:
        """Bars of these names are not seen until others, or none, are set aside."""
        self._aside = tuple(names)
        self._settle()

    def set_tight(self, tight: bool) -> None:
        """Little room: one line for all of them, unless somebody wants to read them whole."""
        if tight != self._is_tight:
            self._is_tight = tight
            self._settle()

    @property
    def is_open(self) -> bool:
        """Somebody reads them whole although there is little room."""
        return self._is_open

    def _open(self, wanted: bool) -> None:
        self._is_open = wanted
        self._settle()
        self.unfolded.emit(wanted)
        if self.line is not None and self.less is not None:
            (self.less if wanted else self.line.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_line(self) -> OneLine:
        if self.line is None:
            self.line, self.less = OneLine(), LinkButton(tr("Less"), level="meta")
            self._column.insertWidget(0, self.line)
            self._column.addWidget(self.less, 0, Qt.AlignmentFlag.AlignTrailing)
            self.line.more_wanted.connect(lambda: self._open(True))
            self.less.clicked.connect(lambda: self._open(False))
        return self.line

    def _seen(self) -> list[Bar]:
        return [bar for name, bar in self._bars.items() if name not in self._aside]

    def height_at(self, width: int, *, tight: bool) -> int:
        """What they need at this width, in px, however they stand now; 0 for none."""
        seen = self._seen()
        if not seen:
            return 0
        if tight and not self._is_open:
            return line_height()
        rows = [bar.height_at(width) for bar in seen]
        rows += [self.less.sizeHint().height()] if tight and self.less is not None else []
        return sum(rows) + self._column.spacing() * (len(rows) - 1)

    def _settle(self) -> None:
        seen = self._seen()
        self._is_open = self._is_open and bool(seen)
        is_folded = self._is_tight and not self._is_open and bool(seen)
        if is_folded:
            self._make_line().show_bars(seen)
        for bar in self._bars.values():
            bar.setVisible(bar in seen and not is_folded)
        if self.line is not None and self.less is not None:
            self.line.setVisible(is_folded)
            self.less.setVisible(self._is_tight and self._is_open)
        self.setVisible(bool(seen))

    def _take(self, name: str) -> None:
        bar = self._bars.pop(name)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()

    def clear(self) -> None:
        self._is_open = False
        for name in list(self._bars):
            self.drop(name)

    def text(self, name: str) -> str:
        """What the bar of a name says; empty when there is none."""
        bar = self._bars.get(name)
        return bar.text() if bar else ""

    def bar(self, name: str) -> Bar | None:
        return self._bars.get(name)

    def place_of(self, name: str) -> QWidget | None:
        """Where a bar stands now: itself, or the line it is folded into."""
        bar = self._bars.get(name)
        is_folded = self.line is not None and self.line.isVisibleTo(self)
        return self.line if bar is not None and is_folded else bar
