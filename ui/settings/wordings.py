"""Wordings of the openings: those that come with the app, the owner's, and one's own to write, change and remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop import counter, people, starters
from desktop.counter import Undo
from desktop.errors import ShopError
from desktop.shop import Shop
from desktop.starters import Wording
from desktop.writing import Part
from ui import moments
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.named import name_choice
from ui.widgets.pasting import PlainText
from ui.widgets.wrap import WrapLabel

_PARTS = tuple(part for part in Part if part is not Part.SIGN)
Act = Callable[[Shop], Undo]


class Wordings(QWidget):
    """A situation and a part, its wordings, and a line to write one. `wanted` carries (act, what to do after it)."""

    wanted = Signal(object, object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        owner = people.owner(shop.store)
        self._owner = owner.name if owner else tr("The owner")
        self.situation, self.part, self.blank = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.list, self.text = QListWidget(), PlainText()
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.add = Button(tr("Keep as a new one"), kind="primary", small=True)
        self.change = Button(tr("Change it"), small=True)
        self.remove = Button(tr("Remove it"), small=True)
        self._fill()
        self._arrange()
        self._connect()
        self.reload()

    def _fill(self) -> None:
        for key, label in starters.SITUATIONS.items():
            self.situation.addItem(tr(label), key)
        for part in _PARTS:
            self.part.addItem(tr(starters.LABELS[part]), part)
        self.blank.addItem(tr("Put in a blank"))
        self.blank.addItems([starters.nouns.NAME, *starters.blank_names()])
        for combo, name in (
            (self.situation, tr("Situation")),
            (self.part, tr("Part")),
            (self.blank, tr("Put in a blank")),
        ):
            name_choice(combo, name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
            combo.setEditable(False)
            keep_colours(combo)
        self.list.setAccessibleName(tr("Wordings"))
        self.list.setWordWrap(True)
        self.list.setSpacing(px(4))
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(tr("The wording"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(px(66))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        lead = tr("What a part may begin with. Every wording has a blank that only its writer can fill.")
        column.addWidget(WrapLabel(lead, "meta", "text2"))
        top, foot = QHBoxLayout(), FlowLayout(gap=px(8))
        top.setSpacing(px(8))
        for choice in (self.situation, self.part):
            top.addWidget(choice, 1)
        for each in (self.blank, self.remove, self.change, self.add):
            foot.addWidget(each)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.text)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.trouble.hide()

    def _connect(self) -> None:
        self.situation.activated.connect(lambda _row: self.reload())
        self.part.activated.connect(lambda _row: self.reload())
        self.list.currentItemChanged.connect(lambda now, _before: self._picked(now))
        self.blank.activated.connect(self._put_blank)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)

    def reload(self) -> None:
        """The wordings as they are now."""
        part, situation = Part(self.part.currentData()), str(self.situation.currentData())
        own = counter.own_wordings(self._shop)
        is_of_it = starters.set_of(part, situation)
        self.list.clear()
        self._at = counter.wordings_changed_at(self._shop)
        for one in starters.wordings_for(part, situation, own):
            if one.situation == is_of_it:
                self.list.addItem(self._item(one, is_kept=one in own))
        self._picked(None)

    def _item(self, one: Wording, *, is_kept: bool) -> QListWidgetItem:
        mine = is_kept and counter.is_mine(self._shop, one.id)
        whose = tr("Yours") if mine else self._owner if is_kept else tr("Comes with the app")
        if is_kept and one.id in self._at:
            whose = f"{whose}, {moments.date(self._shop.clock, self._at[one.id])}"
        item = QListWidgetItem(f"{one.text}\n{whose}")
        item.setData(Qt.ItemDataRole.UserRole, (one, mine))
        return item

    def picked(self) -> tuple[Wording, bool] | None:
        """The wording picked in the list, and whether it is of who is here."""
        item = self.list.currentItem()
        found: tuple[Wording, bool] | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    def _picked(self, item: QListWidgetItem | None) -> None:
        found = self.picked() if item else None
        can = not self._shop.read_only
        if found:
            self._show(found[0].text)
        self.add.setEnabled(can)
        self.change.setEnabled(can and found is not None and found[1])
        self.remove.setEnabled(can and found is not None and found[1])
        self.trouble.hide()

    def _show(self, text: str) -> None:
        """In place of what stands there, which Ctrl+Z gives back."""
        self.text.selectAll()
        self.text.insertPlainText(text)

    def _put_blank(self, row: int) -> None:
        if row:
            self.text.insertPlainText("{" + self.blank.itemText(row) + "}")
            self.blank.setCurrentIndex(0)
            self.text.setFocus()

    def _add(self) -> None:
        part, situation = Part(self.part.currentData()), str(self.situation.currentData())
        text = self.text.toPlainText()
        self._try(part, situation, lambda shop: counter.keep_wording(shop, part, situation, text))

    def _change(self) -> None:
        if found := self.picked():
            one, text = found[0], self.text.toPlainText()
            self._try(one.part, one.situation, lambda shop: counter.change_wording(shop, one.id, text))

    def _remove(self) -> None:
        if found := self.picked():
            one = found[0]
            self.wanted.emit(lambda shop: counter.remove_wording(shop, one.id), self._after)

    def _try(self, part: Part, situation: str, act: Act) -> None:
        """What can't be a wording is said here, with the words still in their place."""
        try:
            starters.made(part, situation, self.text.toPlainText())
        except ShopError as error:
            self.trouble.set_bar(told(error))
            self.trouble.show()
            self.trouble.tell()
            return
        self.wanted.emit(act, self._after)

    def _after(self) -> None:
        if isValid(self):
            self._show("")
            self.reload()
