"""How long messages are kept, in the settings: two choices, what goes with them, and when something went last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop import settings
from desktop.forgetting import by_age
from desktop.settings import Setting
from desktop.shop import Shop
from ui import moments
from ui.moments import count, figure, tr
from ui.theme import px
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.wrap import WrapLabel

TIMES: Sequence[tuple[int, str]] = (
    (6, "6 months"), (12, "1 year"), (24, "2 years"), (60, "5 years"), (120, "10 years"), (0, "For ever"),
)  # fmt: skip
_LABELS = ((settings.KEEP_PRIVATE, "Private messages"), (settings.KEEP_PUBLIC, "Public messages"))
_WHAT = (
    "What is older goes once a day, and with the last message of a conversation its notes. What still waits for you "
    "stays. Nothing of it comes in again. Daily copies keep what they had; the oldest of them go after 12 months. The "
    "shop file doesn’t get smaller: the room that becomes free in it is used for what comes next."
)


class HowLong(QWidget):
    """`changed` carries (setting, months)."""

    changed = Signal(object, int)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.inputs: dict[str, QComboBox] = {}
        self.last, self.room = WrapLabel("", "meta", "text2"), WrapLabel("", "meta", "text2")
        column, form = QVBoxLayout(self), QFormLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QLabel(tr("How long messages are kept"))
        keep_font(head, "lead")
        column.addWidget(head)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(form)
        for setting, text in _LABELS:
            label = QLabel(tr(text))
            label.setTextFormat(Qt.TextFormat.PlainText)
            combo = self.inputs[setting.key] = self._combo(setting)
            label.setBuddy(combo)
            form.addRow(label, combo)
        for line in (WrapLabel(tr(_WHAT), "meta", "text2"), self.last, self.room):
            column.addWidget(line)
        self.reload()

    def _combo(self, setting: Setting[int]) -> QComboBox:
        combo = ChoiceBox()
        for months, text in TIMES:
            combo.addItem(tr(text), months)
        combo.setEnabled(self._shop.me.is_owner and not self._shop.read_only)
        keep_colours(combo)
        combo.activated.connect(lambda row: self.changed.emit(setting, combo.itemData(row)))
        return combo

    def reload(self) -> None:
        """As it is kept now."""
        store = self._shop.store
        for setting, _ in _LABELS:
            months, combo = settings.get(store, setting), self.inputs[setting.key]
            if combo.findData(months) < 0:
                combo.addItem(count(months, "month", "months"), months)
            combo.setCurrentIndex(combo.findData(months))
        last = by_age.last_removed(self._shop)
        self.last.setVisible(last is not None)
        if last is not None:
            said = tr("Removed last, {day}: {what}.")
            self.last.setText(said.format(day=moments.date(self._shop.clock, last[0]), what=messages(last[1])))
        free = store.free_room() // 1_000_000
        self.room.setText(tr("Free in the shop file now: {n} MB.").format(n=figure(free)))
        self.room.setVisible(free > 0)


def messages(due: by_age.Due) -> str:
    """ "214 private messages and 3 public messages"."""
    said = []
    if due.private:
        said.append(count(due.private, "private message", "private messages"))
    if due.public:
        said.append(count(due.public, "public message", "public messages"))
    return tr("{one} and {other}").format(one=said[0], other=said[1]) if len(said) == 2 else "".join(said)
