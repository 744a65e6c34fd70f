"""Carrying everything out, in the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.shop import Shop
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel


class Carry(QWidget):
    """`everything_wanted`: one file with all of it. `move_wanted`: one for another computer."""

    everything_wanted = Signal()
    move_wanted = Signal()

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QLabel(tr("Everything in one file"))
        keep_font(head, "lead")
        column.addWidget(head)
        lead = tr("All that this shop has, in a form that other programs can read.")
        self.everything = Button(tr("Export everything…"), small=True)
        self.everything.clicked.connect(self.everything_wanted)
        column.addWidget(WrapLabel(lead, "body"))
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeading)
        self.everything.setVisible(shop.me.is_owner)
        self.move_out = Button(tr("Move this shop to another computer…"), small=True)
        self.move_out.clicked.connect(self.move_wanted)
        moving = WrapLabel(tr("The shop as it is, in a file that Said & Done opens on another computer."), "body")
        column.addWidget(moving)
        column.addWidget(self.move_out, 0, Qt.AlignmentFlag.AlignLeading)
        moving.setVisible(shop.me.is_owner and not shop.read_only)
        self.move_out.setVisible(shop.me.is_owner and not shop.read_only)
