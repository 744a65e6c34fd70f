"""The searches with a name in a list: called something else, put in another order, forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.ending.frame import HouseDialog
from ui.moments import tr
from ui.theme import px
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel

LONGEST = 60  # letters of a name
_QUERY, _NAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROWS = 8
_UP = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up)
_DOWN = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)


class NameList(QListWidget):
    """`moved` by -1 or 1, and `gone`: of the row the keyboard is at."""

    moved, gone = Signal(int), Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.keyCombination()
        if keys in (_UP, _DOWN):
            self.moved.emit(-1 if keys == _UP else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class SavedList(HouseDialog):
    """`kept` carries name to query, in their order, once it is saved."""

    kept = Signal(object)

    def __init__(self, searches: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__("star", tr("Saved searches"), 460, parent)
        self.head_text.setText(tr("F2 renames one, Alt with an arrow moves it, Del forgets it."))
        self.head_text.show()
        self.list, self.trouble = NameList(), WrapLabel("", "meta strong", "brick")
        self.query = WrapLabel("", "meta", "text2")
        self.rename, self.up = IconButton("pencil", tr("Rename")), IconButton("up", tr("Move up"))
        self.down, self.forget = IconButton("down", tr("Move down")), IconButton("x", tr("Forget"))
        self.cancel, self.save = Button(tr("Cancel")), Button(tr("Save"), kind="primary")
        self._arrange()
        for name, query in searches.items():
            self._add(name, query)
        self.list.itemChanged.connect(self._renamed)
        self.list.currentRowChanged.connect(lambda _: self._fit_buttons())
        self.list.moved.connect(self._move)
        self.list.gone.connect(self._forget)
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.forget.clicked.connect(self._forget)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def _arrange(self) -> None:
        self.list.setAccessibleName(tr("Saved searches"))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.setSpacing(px(2))
        keep_font(self.list, "body")
        set_ring(self.list, "inside")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_ROWS * (self.list.fontMetrics().height() + px(10)))
        keep_colours(self.list, text="text", ground="surface")
        row, buttons, column = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for button in (self.rename, self.up, self.down, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row.setSpacing(px(8))
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(self.query)
        column.addWidget(self.trouble)
        self.trouble.hide()
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)

    def _add(self, name: str, query: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(_QUERY, query)
        item.setData(_NAME, name)
        item.setToolTip(plain_tip(query))
        self.list.addItem(item)

    def names(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _renamed(self, item: QListWidgetItem) -> None:
        """An empty name, or one that another has, is not taken."""
        name, before = " ".join(item.text().split())[:LONGEST], str(item.data(_NAME))
        others = [self.list.item(row).text() for row in range(self.list.count()) if self.list.item(row) is not item]
        said = "" if name else tr("A search needs a name.")
        if name in others:
            said = tr("Another search is called “{name}”.").format(name=name)
        self.list.blockSignals(True)
        item.setText(before if said else name)
        item.setData(_NAME, item.text())
        self.list.blockSignals(False)
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        if said:
            announce(self.trouble, said, assertive=True)
            self.fit()

    def _finish_typing(self) -> None:
        """A press on a button leaves the keyboard in the field: what is typed there counts."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        self._finish_typing()
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)
            place = tr("{name}: {n} of {all}")
            announce(self.list, place.format(name=item.text(), n=row + by + 1, all=self.list.count()))

    def _forget(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            gone = self.list.takeItem(row)
            announce(self.list, tr("Forgot “{name}”").format(name=gone.text()))
            self._fit_buttons()

    def _fit_buttons(self) -> None:
        row, item = self.list.currentRow(), self.list.currentItem()
        for button, can in (
            (self.rename, row >= 0),
            (self.forget, row >= 0),
            (self.up, row > 0),
            (self.down, 0 <= row < self.list.count() - 1),
        ):
            button.setEnabled(can)
        self.query.setText(str(item.data(_QUERY)) if item is not None else "")

    def _save(self) -> None:
        self.trouble.hide()
        self._finish_typing()
        if not self.trouble.isHidden():  # the name that stood there wasn't taken
            return
        items = (self.list.item(row) for row in range(self.list.count()))
        found = {item.text(): str(item.data(_QUERY)) for item in items}
        self.accept()
        self.kept.emit(found)
