"""The parts an opening begins with, in their order: chosen per situation, with who chose them and a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import counter, starters
from desktop.counter import Shape
from desktop.shop import Shop
from desktop.starters import Starter
from desktop.writing import Part
from ui import moments
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.named import name_choice
from ui.widgets.wrap import WrapLabel

_ON = Qt.CheckState.Checked


class Parts(QWidget):
    """A situation and one of its openings; each part can be left out, put in and moved. `wanted` as of Wordings."""

    wanted = Signal(object, object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._fills = shop, False
        self.situation, self.opening, self.list = ChoiceBox(), ChoiceBox(), QListWidget()
        self.whose = WrapLabel("", "meta", "text2")
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.up, self.down = Button(tr("Move up"), small=True), Button(tr("Move down"), small=True)
        self.reset = Button(tr("As it was"), small=True)
        for key in starters.situations():
            self.situation.addItem(tr(starters.SITUATIONS[key]), key)
        for combo, name in ((self.situation, tr("Situation")), (self.opening, tr("Opening"))):
            name_choice(combo, name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
            keep_colours(combo)
        self.list.setAccessibleName(tr("Parts, in their order"))
        self._arrange()
        self._connect()
        self._show_openings()

    def _arrange(self) -> None:
        column, top, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        is_owner = self._shop.me.is_owner
        all_of_us = tr("What an opening begins with, for everybody here. Helpers can have it their own way.")
        mine = tr("What an opening begins with when you write. The owner’s stays as it is.")
        column.addWidget(WrapLabel(all_of_us if is_owner else mine, "meta", "text2"))
        for row, widgets in ((top, (self.situation, self.opening)), (foot, (self.up, self.down, self.reset))):
            row.setSpacing(px(8))
            for each in widgets:
                row.addWidget(each, 1 if isinstance(each, QComboBox) else 0)
        foot.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.whose)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.trouble.hide()

    def _connect(self) -> None:
        self.situation.activated.connect(lambda _row: self._show_openings())
        self.opening.activated.connect(lambda _row: self.reload())
        self.list.itemChanged.connect(lambda _item: self._changed())
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.up.clicked.connect(lambda: self.move_part(-1))
        self.down.clicked.connect(lambda: self.move_part(1))
        self.reset.clicked.connect(self._reset)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            short = QShortcut(QKeySequence(keys), self.list, context=Qt.ShortcutContext.WidgetShortcut)
            short.activated.connect(lambda step=step: self.move_part(step))

    def _show_openings(self) -> None:
        self.opening.clear()
        for one in starters.openings_of(self._situation()):
            self.opening.addItem(tr(one.name), one)
        self.reload()

    def _situation(self) -> str:
        return str(self.situation.currentData())

    def _starter(self) -> Starter:
        found: Starter = self.opening.currentData()
        return found

    def reload(self) -> None:
        """The parts as they are now: those it has, then those it could have."""
        shape = counter.shape_of(self._shop, self._starter(), self._situation())
        rest = list(starters.possible_parts(self._starter(), self._situation()))
        for part in shape.parts:
            rest.remove(part)
        row = self.list.currentRow()
        self._fills = True
        self.list.clear()
        for part, is_on in (*((one, True) for one in shape.parts), *((one, False) for one in rest)):
            item = QListWidgetItem(tr(starters.LABELS[part]))
            item.setData(Qt.ItemDataRole.UserRole, part.value)
            item.setSizeHint(QSize(0, px(30)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_ON if is_on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._fills = False
        self.whose.setText(self._says(shape))
        self.list.setEnabled(not self._shop.read_only)
        self.trouble.hide()
        self._enable()

    def _says(self, shape: Shape) -> str:
        if shape.by is None or shape.at is None:
            return tr("As it comes with the app")
        when = moments.date(self._shop.clock, shape.at)
        if shape.by.id == self._shop.me.id:
            return tr("Yours, {date}").format(date=when)
        return tr("{name}’s, {date}").format(name=shape.by.name, date=when)

    def _enable(self) -> None:
        row, can = self.list.currentRow(), not self._shop.read_only
        last = len(self.parts()) - 1
        self.up.setEnabled(can and 0 < row <= last)
        self.down.setEnabled(can and 0 <= row < last)
        shape = counter.shape_of(self._shop, self._starter(), self._situation())
        self.reset.setEnabled(can and shape.by is not None and shape.by.id == self._shop.me.id)

    def parts(self) -> tuple[Part, ...]:
        """Those that are on, in the order of the list."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(Part(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == _ON)

    def move_part(self, step: int) -> None:
        """The current part changes places with the one before (-1) or after it (1)."""
        row = self.list.currentRow()
        parts = list(self.parts())
        if not (0 <= row < len(parts) and 0 <= row + step < len(parts)):
            return
        parts[row], parts[row + step] = parts[row + step], parts[row]
        self.list.setCurrentRow(row + step)
        self._choose(parts)

    def _changed(self) -> None:
        if self._fills:
            return
        if set(self.parts()) <= {Part.SIGN}:
            self.reload()
            self.trouble.set_bar(tr("An opening needs a part besides the sign-off."))
            self.trouble.show()
            self.trouble.tell()
            return
        self._choose(self.parts())

    def _choose(self, parts: Sequence[Part]) -> None:
        starter, situation = self._starter(), self._situation()
        self.wanted.emit(lambda shop: counter.choose_parts(shop, starter, situation, parts), self._after)

    def _reset(self) -> None:
        starter, situation = self._starter(), self._situation()
        self.wanted.emit(lambda shop: counter.as_it_comes(shop, starter, situation), self._after)

    def _after(self) -> None:
        if isValid(self):
            self.reload()
