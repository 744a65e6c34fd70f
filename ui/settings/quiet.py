"""Which of the coach's checks somebody has stopped, and turning them on again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import counter
from desktop.counter import Stopped
from desktop.shop import Shop
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel


class QuietChecks(QWidget):
    """A page of the settings: a line for each stopped check. `turned_on` carries a Stopped."""

    turned_on = Signal(object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.buttons: list[LinkButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QLabel(tr("Before you post"))
        keep_font(head, "page")
        column.addWidget(head)
        stopped = counter.stopped_checks(shop)
        none = tr("Nothing is stopped. Blanks, length and limits are always checked.")
        some = tr(
            "Stopped after it was set aside in three replies. Blanks, length and limits are always checked."
        )
        column.addWidget(WrapLabel(some if stopped else none, "body", "text2"))
        for one in stopped:
            column.addLayout(self._row(one))
        column.addStretch(1)

    def _row(self, one: Stopped) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        is_me = one.person == self._shop.me.id
        said = tr("You stopped “{check}”") if is_me else tr("{name} stopped “{check}”")
        line = WrapLabel(said.format(name=one.person_name, check=one.name))
        made = LinkButton(tr("Turn on again"))
        made.setEnabled(not self._shop.read_only)

        def turn_on() -> None:
            made.setEnabled(False)
            line.setText(tr("“{check}” is on again for {name}").format(name=one.person_name, check=one.name))
            self.turned_on.emit(one)

        made.clicked.connect(turn_on)
        self.buttons.append(made)
        row.addWidget(line, 1)
        row.addWidget(made)
        return row
