"""A time of one's own: its first and its last day, typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import Misuse
from desktop.insights import Period
from ui import typed
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

_SINCE = 1990  # nobody's messages are older, and a time back to the year 1 would be a slip of the pen


class OwnDates(HouseDialog):
    """`chosen` carries the Period; months and years count whole (`Dec`, `2024`)."""

    chosen = Signal(object)

    def __init__(self, title: str, period: Period, today: date, parent: QWidget | None = None) -> None:
        super().__init__("calendar", title, 420, parent)
        self._today = today
        self.first, self.last = QLineEdit(period.first.isoformat()), QLineEdit(period.last.isoformat())
        self.trouble = WrapLabel("", "meta strong", "brick")
        self.show_it, self.cancel = Button(tr("Show"), kind="primary"), Button(tr("Cancel"))
        form = QFormLayout()
        form.setHorizontalSpacing(px(10))
        form.setVerticalSpacing(px(8))
        for words, field in ((tr("First day"), self.first), (tr("Last day"), self.last)):
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(field)
            field.setAccessibleName(words)
            form.addRow(label, field)
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(8))
        column.addLayout(form)
        can_be = tr("A day (3 Mar 2025, 2025-03-03), a month (Mar 2025) or a year.")
        column.addWidget(WrapLabel(can_be, "meta", "text2"))
        column.addWidget(self.trouble)
        self.trouble.hide()
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.show_it)
        self.show_it.setDefault(True)
        self.show_it.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()
        self.fit()

    def _take(self) -> None:
        field = self.first
        try:
            first = self._read(self.first)[0]
            field = self.last
            last = self._read(self.last)[1]
            if last < first:
                raise Misuse(tr("It can’t end before it begins."))
        except Misuse as wrong:
            self._say(told(wrong), field)
            return
        self.chosen.emit(Period(first, last))
        self.accept()

    def _read(self, field: QLineEdit) -> tuple[date, date]:
        """The first and the last day of what stands there. Raises Misuse."""
        if not field.text().strip():
            raise Misuse(tr("Write which day."))
        found = typed.past(field.text(), self._today)
        most = self._today.year + 1
        if not _SINCE <= found[0].year <= found[1].year <= most:
            raise Misuse(tr("Days from {first} to {last} can be looked at.").format(first=_SINCE, last=most))
        return found

    def _say(self, sentence: str, field: QLineEdit) -> None:
        """What is wrong, and the keyboard back to it."""
        self.trouble.setText(sentence)
        self.trouble.show()
        self.fit()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        announce(self.trouble, sentence, assertive=True)
