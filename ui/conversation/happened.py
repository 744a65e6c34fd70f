"""What happened there: after a poor answer in the practice shop, in plain words, and the way back (design 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.textblock import Span
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from desktop.practice.day import Happened


class HappenedPanel(Panel):
    """`rewind_wanted` with the key of the answer, `carry_on_wanted` with its post."""

    rewind_wanted = Signal(object)
    carry_on_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ink_tint", "ink", parent=parent)
        self.happened: Happened | None = None
        self.label = WrapLabel("")
        self.rewind = Button(tr("Rewind to before that reply"), "undo", "primary")
        self.carry_on = Button(tr("Carry on from here"))
        self.rewind.clicked.connect(lambda: self.happened and self.rewind_wanted.emit(self.happened.key))
        self.carry_on.clicked.connect(lambda: self.happened and self.carry_on_wanted.emit(self.happened.post))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 10)
        row.setSpacing(px(10))
        row.addWidget(Glyph("info", "ink"), 0, Qt.AlignmentFlag.AlignTop)
        column, ways = QVBoxLayout(), QWidget()
        column.setSpacing(px(8))
        flow = FlowLayout(ways, px(8), px(6))
        for button in (self.rewind, self.carry_on):
            flow.addWidget(button)
        column.addWidget(self.label)
        column.addWidget(ways)
        row.addLayout(column, 1)
        self.hide()

    def show_happened(self, happened: Happened | None) -> None:
        """A paragraph, or nothing; a new one is said aloud."""
        if happened == self.happened:
            return
        self.happened = happened
        self.setVisible(happened is not None)
        if happened is not None:
            head = tr("What happened there.")
            self.label.setText(f"{head} {happened.text}", (Span(0, len(head), strong=True),))
            self.rewind.setVisible(bool(happened.key))
            self.setAccessibleName(self.label.text())
            announce(self, self.label.text())
