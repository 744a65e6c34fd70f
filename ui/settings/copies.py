"""The copies of the shop file in the settings: which there are, and how one is brought back."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop import backups
from desktop.clock import SystemClock
from desktop.errors import ShopError
from desktop.shop import Shop
from desktop.store import REPLACED
from ui.moments import full, tr
from ui.theme import px
from ui.theme.keep import keep_colours, keep_font
from ui.trouble import TroubleDialog
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.named import name_choice
from ui.widgets.wrap import WrapLabel

_KEPT = (
    "A copy is made and checked each day, in the shop folder. Kept are those of the last 7 days, of 4 weeks and of "
    "12 months."
)


class Copies(QWidget):
    """`wanted` carries the path of a copy."""

    wanted = Signal(object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        clock, today = shop.clock, shop.clock.local(shop.clock.now()).date()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QLabel(tr("Daily copies"))
        keep_font(head, "lead")
        column.addWidget(head)
        column.addWidget(WrapLabel(tr(_KEPT), "body"))
        self.choice, self.bring = ChoiceBox(), Button(tr("Bring this copy back…"), small=True)
        name_choice(self.choice, tr("Daily copies"))
        keep_colours(self.choice)
        for copy in backups.newest_first(shop.folder, today):
            with suppress(ShopError):  # one that has gone meanwhile
                self.choice.addItem(full(clock, backups.made_at(copy)), copy)
        self.bring.clicked.connect(lambda: self.wanted.emit(self.choice.currentData()))
        row = QWidget()
        line = FlowLayout(row, gap=px(8))
        line.addWidget(self.choice)
        line.addWidget(self.bring)
        column.addWidget(row)
        row.setVisible(shop.me.is_owner and not shop.read_only and self.choice.count() > 0)


class BringBack(TroubleDialog):
    """Asks once more; accepted when the copy is to take the place of the file in use (`is_damaged`: of one that can't
    be opened)."""

    def __init__(self, when: str, parent: QWidget | None = None, *, is_damaged: bool = False) -> None:
        QDialog.__init__(self, parent)
        wall = SystemClock()
        today = wall.local(wall.now()).date()
        asked = tr("Use the copy of {when} from now on?") if is_damaged else tr("Bring back the copy of {when}?")
        missing = tr("What came and was written since then isn’t in it.")
        kept = (
            tr("The damaged file is kept beside it in the shop folder; its name begins with {name}.")
            if is_damaged
            else tr("The file in use now is kept beside it in the shop folder; its name begins with {name}.")
        ).format(name=f"{REPLACED}{today:%Y-%m-%d}")
        held = tr("What waited to be sent is held until somebody has looked.")
        self.setup(asked.format(when=when), f"{missing} {kept} {held}", "")
        self.add_button(tr("Leave it as it is"), primary=True).clicked.connect(self.reject)
        self.add_button(tr("Use it from now on") if is_damaged else tr("Bring it back")).clicked.connect(self.accept)
