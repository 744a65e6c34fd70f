"""The days the shop stays shut: one or several in a row with the reason, and public holidays to pick from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import shopbook
from desktop.errors import Misuse
from desktop.shopbook import Run
from ui import typed
from ui.moments import tr
from ui.opening import run_text
from ui.theme import px, theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel


class Closures(Panel):
    """`added` carries {day: note}, `gone` days that are open after all; `holidays_wanted`: pick from a calendar."""

    added = Signal(object)
    gone = Signal(object)
    holidays_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._closed: Mapping[date, str] = {}
        self._today = date.min
        self._shows_past = False
        self.list = QVBoxLayout()
        self.day, self.note = QLineEdit(), QLineEdit()
        self.add = Button(tr("Add"), "plus", small=True)
        self.trouble = WrapLabel("", "meta strong", "brick")
        self.past = LinkButton("", level="meta")
        self.holidays = LinkButton(tr("Add public holidays…"))
        self._build()
        self.add.clicked.connect(self._add)
        self.day.returnPressed.connect(self._add)
        self.note.returnPressed.connect(self._add)
        self.past.clicked.connect(self._show_past)
        self.holidays.clicked.connect(self.holidays_wanted)
        theme().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(10)
        column.addWidget(WrapLabel(tr("Closed on"), "lead"))
        self.list.setSpacing(2)
        column.addLayout(self.list)
        self.day.setPlaceholderText(tr("24 to 28 June"))
        self.day.setAccessibleName(tr("Day, or first and last day"))
        self.note.setPlaceholderText(tr("Why, for everyone answering"))
        self.note.setAccessibleName(tr("Note"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.note, 1)
        row.addWidget(self.add)
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addWidget(self.holidays, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.past, 0, Qt.AlignmentFlag.AlignLeading)
        self.trouble.hide()
        self.past.hide()

    def _fit(self) -> None:
        self.day.setFixedWidth(px(136))

    # --- showing ---------------------------------------------------------------------------------------------

    def show_closures(self, closed: Mapping[date, str], today: date) -> None:
        self._closed, self._today = closed, today
        while (item := self.list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = shopbook.runs(closed)
        over = [run for run in found if run.last < today]
        for run in found:
            if run.last >= today or self._shows_past:
                self.list.addWidget(self._line(run))
        if not self.list.count():
            self.list.addWidget(WrapLabel(tr("No closed days ahead."), "body", "text2"))
        self.past.setText(
            tr("Show 1 that is over") if len(over) == 1 else tr("Show {n} that are over").format(n=len(over))
        )
        self.past.setVisible(bool(over) and not self._shows_past)

    def _line(self, run: Run) -> QWidget:
        line, day = QWidget(), run_text(run, self._today)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said = WrapLabel("", "body", "text" if run.last >= self._today else "text2")
        said.set_parts((day, "strong"), f"  {run.note}" if run.note else "")
        name = tr("Open on {day} after all") if run.first == run.last else tr("Open from {day} after all")
        gone = IconButton("x", name.format(day=day), token="text3")
        gone.clicked.connect(lambda: self.gone.emit(run.days()))
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_past(self) -> None:
        self._shows_past = True
        self.show_closures(self._closed, self._today)

    # --- typing ------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        if not self.day.text().strip() and not self.note.text().strip():
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            first, last = typed.days(self.day.text(), self._today)
        except Misuse as wrong:
            self._say(str(wrong) if self.day.text().strip() else tr("Write which day."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say("")
        note = " ".join(self.note.text().split())
        self.added.emit(dict.fromkeys(Run(first, last, note).days(), note))

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self.trouble, sentence, assertive=True)

    def closure_added(self) -> None:
        """It is kept: the fields are free for the next."""
        self.day.clear()
        self.note.clear()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
