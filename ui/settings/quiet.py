"""Which of the coach's checks somebody has stopped, turning them on again, and which are set aside all the time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import counter
from desktop.coach.scene import ALL
from desktop.counter import Noisy, Stopped
from desktop.shop import Shop
from ui.composer.coach_panel import noise
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel


class QuietChecks(QWidget):
    """A page of the settings: a line for each stopped check, and for the owner one for each noisy check.

    `turned_on` carries a Stopped; `answered` a noisy check, and whether the owner turns it off for the shop.
    """

    turned_on = Signal(object)
    answered = Signal(str, bool)
    off_wanted = Signal()  # the coach as a whole, for whoever is here
    aims_wanted = Signal()  # where they stand, in the Shop book

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.buttons: list[LinkButton] = []
        self.noisy_buttons: list[LinkButton] = []  # two for each: turn off, keep
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QLabel(tr("Before you post"))
        keep_font(head, "page")
        column.addWidget(head)
        stopped = counter.stopped_checks(shop)
        none = tr("Nothing is stopped. Blanks, length and limits are always checked.")
        some = tr("Not checked any more. Blanks, length and limits are always checked.")
        column.addWidget(WrapLabel(some if stopped else none, "body", "text2"))
        for one in stopped:
            column.addLayout(self._row(one))
        for noisy in counter.noisy_checks(shop):
            column.addLayout(self._noisy(noisy))
        if not any(one.check == ALL and one.person == shop.me.id for one in stopped):
            column.addLayout(self._all_off())
        column.addLayout(self._aims())
        column.addStretch(1)

    def _row(self, one: Stopped) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        is_me = one.person == self._shop.me.id
        said = tr("You stopped “{check}”") if is_me else tr("{name} stopped “{check}”")
        said = said if one.person else tr("“{check}” is off for everybody")
        line = WrapLabel(said.format(name=one.person_name, check=tr(one.name)))
        made = LinkButton(tr("Turn on again"))
        made.setEnabled(not self._shop.read_only and (is_me or self._shop.me.is_owner))

        def turn_on() -> None:
            made.setEnabled(False)
            on = tr("“{check}” is on again for {name}") if one.person else tr("“{check}” is on again")
            line.setText(on.format(name=one.person_name, check=tr(one.name)))
            self.turned_on.emit(one)

        made.clicked.connect(turn_on)
        self.buttons.append(made)
        row.addWidget(line, 1)
        row.addWidget(made)
        return row

    def _all_off(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        line = WrapLabel(tr("It reads along while you write. You can do without."))
        self.off = LinkButton(tr("Turn it off for me"))
        self.off.setEnabled(not self._shop.read_only)

        def turn_off() -> None:
            self.off.setEnabled(False)
            line.setText(tr("It is off for you. Blanks, length and limits are still checked."))
            self.off_wanted.emit()

        self.off.clicked.connect(turn_off)
        row.addWidget(line, 1)
        row.addWidget(self.off)
        return row

    def _aims(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        said = tr("What is late on the complaints board. Nowhere is it a score of a person.")
        line = WrapLabel()
        line.set_parts((tr("Our aims."), "strong"), f" {said}")
        self.aims = LinkButton(tr("Shop book"))
        self.aims.setAccessibleName(f"{tr('Shop book')}: {tr('Our aims')}")
        self.aims.clicked.connect(self.aims_wanted)
        row.addWidget(line, 1)
        row.addWidget(self.aims)
        return row

    def _noisy(self, noisy: Noisy) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        name = tr("“{check}” may be too noisy").format(check=tr(noisy.name))
        line = WrapLabel()
        line.set_parts((name, "strong"), " ", noise(noisy, self._shop.me.name))
        row.addWidget(line, 1)
        ways = [LinkButton(tr("Turn off for the shop")), LinkButton(tr("Keep"))]

        def answer(is_off: bool) -> None:
            for way in ways:
                way.setEnabled(False)
            self.answered.emit(noisy.check, is_off)

        for way, is_off in zip(ways, (True, False), strict=True):
            way.setEnabled(not self._shop.read_only)
            way.clicked.connect(lambda _=False, is_off=is_off: answer(is_off))
            row.addWidget(way)
        self.noisy_buttons += ways
        return row
