"""How far back a place is read: 30 days at first, a year or everything where its owner says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import connecting
from desktop.clock import Clock
from desktop.connectors import Abilities
from desktop.records import Account
from ui.moments import tr
from ui.widgets.buttons import FilterButton, one_of
from ui.widgets.wrap import FlowLayout, WrapLabel

_NAMES = {30: "30 days", 365: "1 year", 0: "Everything"}


class HowFar(QWidget):
    """A choice of days, and what the place can't do of it. `chosen`: the days, 0 for everything.

    What is here stays: only what reaches further than now can be chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {days: FilterButton(tr(name)) for days, name in _NAMES.items()}
        for button in self.buttons.values():
            button.setCheckable(True)
        self.group = one_of(self, *self.buttons.values())
        self.about = WrapLabel("", "meta", "text2")
        row = FlowLayout(gap=8, row_gap=6)
        label = WrapLabel(tr("How far back?"), "strong")
        for widget in (label, *self.buttons.values()):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.about)
        for days, button in self.buttons.items():
            button.setAccessibleName(f"{tr('How far back?')} {tr(_NAMES[days])}")
            button.clicked.connect(lambda _=False, days=days: self._choose(days))
        self._now = 0

    def show_account(self, account: Account, can: Abilities, place: str, clock: Clock) -> None:
        """As it is kept for an account of a place."""
        further = connecting.further_back(account, clock.now())
        here = [days for days in _NAMES if days not in further]
        self._now = here[-1] if here else 0
        for days, button in self.buttons.items():
            button.setEnabled(days == self._now or days in further)
            button.setToolTip("" if button.isEnabled() else tr("That is here already, and stays."))
        self.buttons[self._now].setChecked(True)
        self.about.setText(" ".join(_about(can, place)))
        self.about.setVisible(bool(self.about.text()))

    def _choose(self, days: int) -> None:
        if days != self._now:
            self.chosen.emit(days)


def _about(can: Abilities, place: str) -> list[str]:
    """What the place gives at most, why it can't stop at a day, and that looking again may cost."""
    said = [tr("{place} gives at most: {what}.").format(place=place, what=tr(can.old_posts).rstrip("."))]
    if can.goes_on:
        said.append(tr(can.goes_on))
    if can.costs:
        said.append(tr("Further back, {place} may charge again for what is here already.").format(place=place))
    return said
