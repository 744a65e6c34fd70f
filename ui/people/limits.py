""" "What Tom may do without asking": a switch a line, an amount for money back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.people import CAREFUL
from desktop.records import BOUNDS, Limits
from ui import words
from ui.moments import tr
from ui.theme.paint import line
from ui.widgets.elide import ElidedLabel
from ui.widgets.switch import AskOrYes, Money
from ui.widgets.wrap import WrapLabel


class _Row(QWidget):
    """Words at the start, what can be set at the end, a line above."""

    def __init__(self, title: str, text: str, *ends: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(WrapLabel(title))
        if text:
            column.addWidget(WrapLabel(text, "meta", "text2"))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(8)
        row.addLayout(column, 1)
        for end in ends:
            row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, 0, 0, -self.height() + 1))


class LimitsTable(QWidget):
    """`changed` carries the limits as a person set them."""

    changed = Signal(object)

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currency, self._limits = currency, CAREFUL
        self.switches: dict[str, AskOrYes] = {}
        self.answers: dict[str, ElidedLabel] = {}  # the same in words, for those who can only read it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for thing, (title, text, _about) in BOUNDS.items():
            answer = self.answers[thing] = ElidedLabel("", "strong", "text2")
            if thing == "money_up_to":
                self.money = Money(currency, tr("Money back up to"))
                self.money.chosen.connect(lambda amount: self._set("money_up_to", amount))
                self._up_to = ElidedLabel(tr("up to"), "body", "text2")
                column.addWidget(_Row(tr(title), tr(text), self._up_to, self.money, answer))
                continue
            switch = self.switches[thing] = AskOrYes(tr(title))
            switch.chosen.connect(lambda yes, thing=thing: self._set(thing, yes))
            column.addWidget(_Row(tr(title), tr(text) if text else "", switch, answer))
        always = ElidedLabel(tr("Yes, always"), "strong", "ink")
        column.addWidget(_Row(tr("Use Blank page"), tr("Write with no starter at all"), always))

    def show_limits(self, limits: Limits, *, may_change: bool) -> None:
        """The limits as they are; without the right to change them they can only be read."""
        self._limits = limits
        for thing, switch in self.switches.items():
            is_yes = bool(getattr(limits, thing))
            switch.setChecked(is_yes)
            switch.setVisible(may_change)
            self.answers[thing].setText(words.limit(limits, thing, self.currency))
        amount = limits.money_up_to or 0.0
        self.money.put(amount)
        self.money.setVisible(may_change)
        self.answers["money_up_to"].setText(words.limit(limits, "money_up_to", self.currency))
        self._up_to.setVisible(may_change and bool(amount))
        for answer in self.answers.values():
            answer.setVisible(not may_change)

    def _set(self, thing: str, value: object) -> None:
        self._limits = self._limits._replace(**{thing: value})  # type: ignore[arg-type]
        self._up_to.setVisible(bool(self._limits.money_up_to))
        self.changed.emit(self._limits)
