"""Which column of a table holds what, chosen from its headings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop.connectors.tariff import places
from desktop.imports.heads import FIELDS
from desktop.imports.table import Columns, Table
from ui import words
from ui.moments import tr
from ui.theme import px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.named import name_choice
from ui.widgets.tickbox import TickBox
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel


class ColumnMapper(QWidget):
    """`changed` when a person chose another column. It begins with what the headings say."""

    changed = Signal()

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        self.boxes: dict[str, QComboBox] = {}
        for n, field in enumerate(FIELDS):
            box = self.boxes[field.key] = self._box(tr(field.label))
            box.currentTextChanged.connect(lambda text, box=box: box.setToolTip(plain_tip(text)))
            self._put(grid, n, tr(field.label), box)
        self.place = self._box(tr("Where it was said"))
        for key, facts in places().items():
            self.place.addItem(tr("Another website") if key == "web" else words.place(facts.name), key)
        self.place.setCurrentIndex(self.place.findData(table.columns.place))
        self.order = self._box(tr("Dates are written"))
        self.order.addItem(tr("Day first: 31/12"), True)
        self.order.addItem(tr("Month first: 12/31"), False)
        self.public = TickBox(tr("Everybody can see it there"))
        self.public.setChecked(table.columns.is_public)
        self.headed = TickBox(tr("The first line says what the columns hold"))
        self.headed.setChecked(bool(table.is_headed))
        self.headed.setVisible(table.is_headed is not None)
        self._put(grid, len(FIELDS), tr("Where it was said"), self.place)
        self._put(grid, len(FIELDS) + 1, tr("Dates are written"), self.order)
        grid.addWidget(self.public, len(FIELDS) // 2 + 2, 0, 1, 2)
        grid.addWidget(self.headed, len(FIELDS) // 2 + 2, 2, 1, 2)
        both_ways = tr("Each date can be read both ways. Look at the days below: is the month right?")
        self.either = WrapLabel(both_ways, "body")
        grid.addWidget(self.either, len(FIELDS) // 2 + 3, 0, 1, 4)
        self._fill()
        for each in (*self.boxes.values(), self.place, self.order):
            each.activated.connect(lambda _: self._chosen())
        self.public.clicked.connect(lambda _: self._chosen())
        self.headed.clicked.connect(self._head)

    def _fill(self) -> None:
        """The columns as the table tells them."""
        table = self._table
        for key, box in self.boxes.items():
            box.clear()
            box.addItem(tr("(none)"), -1)
            for at, heading in enumerate(table.headings):
                name = heading or tr("Column {n}").format(n=at + 1)
                box.addItem(": ".join(part for part in (name, ", ".join(table.examples[at])) if part), at)
                box.setItemData(at + 1, plain_tip(box.itemText(at + 1)), Qt.ItemDataRole.ToolTipRole)
            box.setCurrentIndex(table.columns.of.get(key, -1) + 1)
        self.order.setCurrentIndex(0 if table.columns.is_day_first else 1)
        self.either.setVisible(not table.is_order_clear)

    def _head(self, is_headed: bool) -> None:
        self._table.set_headed(is_headed)
        self._fill()
        self._chosen()

    def _box(self, name: str) -> QComboBox:
        box = ChoiceBox()
        name_choice(box, name)
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _put(self, grid: QGridLayout, n: int, about: str, box: QComboBox) -> None:
        row, side = divmod(n, 2)
        label = WrapLabel(about, "body", "text2")
        label.setMinimumWidth(px(96))
        grid.addWidget(label, row, side * 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(box, row, side * 2 + 1)
        grid.setColumnStretch(side * 2 + 1, 1)

    def _chosen(self) -> None:
        of = {key: box.currentData() for key, box in self.boxes.items() if box.currentData() >= 0}
        self._table.columns = Columns(
            of, self.place.currentData(), self.public.isChecked(), self.order.currentData()
        )
        self.either.setVisible(not self._table.is_order_clear)
        self.changed.emit()
