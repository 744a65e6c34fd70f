"""Forgetting a person, in the settings: the way to it, and what can still be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.forgetting import Waiting
from desktop.shop import Shop
from ui import moments, words
from ui.moments import count, tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel


class Forgotten(QWidget):
    """`wanted`: somebody is to be forgotten; `undo_wanted` and `erase_wanted` carry a Waiting."""

    wanted = Signal()
    undo_wanted = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self.lines = shop, list[QWidget]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        head = QLabel(tr("Forget a person"))
        keep_font(head, "lead")
        self.forget = Button(tr("Forget a person…"), small=True)
        self.forget.clicked.connect(self.wanted)
        lead = tr("Everything somebody wrote leaves this computer. Your replies stay, without the name.")
        self._column.addWidget(head)
        self._column.addWidget(WrapLabel(lead, "body"))
        self._column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeading)
        self.forget.setVisible(shop.me.is_owner and not shop.read_only)

    def show_all(self, waiting: Sequence[Waiting]) -> None:
        """What can still be undone, the newest first."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(one) for one in waiting]
        for line in self.lines:
            self._column.addWidget(line)

    def _line(self, one: Waiting) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        said = tr("{name}, {place}: {n}. Can be undone until {day}.").format(
            name=one.name,
            place=words.place(self._shop.place(one.platform)) if one.platform else "?",
            n=count(one.messages, "message", "messages"),
            day=moments.date(self._shop.clock, one.until),
        )
        row.addWidget(WrapLabel(said), 1)
        for text, wanted in ((tr("Undo"), self.undo_wanted), (tr("Erase now…"), self.erase_wanted)):
            button = LinkButton(text)
            button.setAccessibleName(f"{text} {one.name}")
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(one))
            button.setVisible(self._shop.me.is_owner and not self._shop.read_only)
            row.addWidget(button)
        return line
