"""Opening hours and the days the shop stays shut. A bad time says so beside it, and stays as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import Clock
from desktop.errors import Misuse
from desktop.shopbook import Opening
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.widgets.announce import announce
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from . import typed
from .day_row import DAYS, DayRow, Spans

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_BESIDE = 860  # px at 100 % text from which week and closures stand beside each other

Week = dict[int, Spans]


def day_text(day: date, today: date) -> str:
    """`Tuesday 24 June`, with the year when it is another one."""
    text = f"{tr(DAYS[day.weekday()])} {day.day} {tr(_MONTHS[day.month - 1])}"
    return text if day.year == today.year else f"{text} {day.year}"


class HoursTab(QScrollArea):
    """`week_kept` carries [(weekday, opens, closes)]; `closure_kept` (day, note); `closure_gone` a day."""

    week_kept = Signal(object)
    closure_kept = Signal(object)
    closure_gone = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._opening = Opening({}, {})
        self._shows_past = False
        self.days = [DayRow(weekday) for weekday in range(7)]
        self.preview = WrapLabel("", "body", "text2")
        self.day, self.note = QLineEdit(), QLineEdit()
        self.add = Button(tr("Add"), "plus", small=True)
        self.trouble = WrapLabel("", "meta strong", "brick")
        self.closures = QVBoxLayout()
        self.past = LinkButton("", level="meta")
        self._build()
        self._connect()
        theme().changed.connect(self._fit)
        self._fit()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(self, "none")
        self.body = QWidget()
        whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        whole.setContentsMargins(14, 14, 14, 14)
        whole.setSpacing(14)
        self.week_panel, self.closure_panel = self._week(), self._closures()
        self._panels = whole
        whole.addWidget(self.week_panel, 5, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.closure_panel, 4, Qt.AlignmentFlag.AlignTop)
        whole.addStretch(0)
        self.setWidget(self.body)

    def _week(self) -> Panel:
        panel = Panel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(10)
        column.addWidget(WrapLabel(tr("Opening hours"), "lead"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(5, 1)
        for at, word in ((1, tr("Opens")), (3, tr("Closes"))):
            self._grid.addWidget(ElidedLabel(word, "meta", "text2"), 0, at)
        for row in self.days:
            at = 1 + 2 * row.weekday
            self._grid.addWidget(row.name, at, 0)
            self._grid.addWidget(row.opens, at, 1)
            self._grid.addWidget(row.dash, at, 2)
            self._grid.addWidget(row.closes, at, 3)
            self._grid.addWidget(row.closed, at, 4)
            self._grid.addWidget(row.more, at, 5)
            self._grid.addWidget(row.trouble, at + 1, 1, 1, 5)
        column.addLayout(self._grid)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(Glyph("clock", "text2", 14), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.preview, 1)
        column.addLayout(said)
        return panel

    def _closures(self) -> Panel:
        panel = Panel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(10)
        column.addWidget(WrapLabel(tr("Closed on"), "lead"))
        self.closures.setSpacing(2)
        column.addLayout(self.closures)
        self.day.setPlaceholderText(tr("24 June"))
        self.day.setAccessibleName(tr("Day"))
        self.note.setPlaceholderText(tr("Why, for everyone answering"))
        self.note.setAccessibleName(tr("Note"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.note, 1)
        row.addWidget(self.add)
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addWidget(self.past)
        self.trouble.hide()
        self.past.hide()
        return panel

    def _connect(self) -> None:
        for row in self.days:
            row.opens.editingFinished.connect(lambda row=row: self._typed(row))
            row.closes.editingFinished.connect(lambda row=row: self._typed(row))
            row.closed.toggled.connect(lambda _on, row=row: self._toggled(row))
        self.add.clicked.connect(self._add)
        self.day.returnPressed.connect(self._add)
        self.note.returnPressed.connect(self._add)
        self.past.clicked.connect(self._show_past)

    def _fit(self) -> None:
        self._stand()
        for row in self.days:
            row.name.setFixedWidth(px(96))
            row.dash.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            for field in (row.opens, row.closes):
                field.setFixedWidth(px(68))
        self.day.setFixedWidth(px(112))

    def _stand(self) -> None:
        """Beside each other where there is room, else under each other."""
        beside = self.width() >= px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._panels.direction() != way:
            self._panels.setDirection(way)
        align = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
        for panel in (self.week_panel, self.closure_panel):
            self._panels.setAlignment(panel, align)
        self._panels.setStretch(2, 0 if beside else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    # --- showing ---------------------------------------------------------------------------------------------

    def show_opening(self, opening: Opening) -> None:
        """The hours as they are kept; what is being typed and can't be kept stays."""
        self._opening = opening
        for row in self.days:
            row.show(opening.spans.get(row.weekday, ()))
        self.preview.set_parts(tr("The inbox says: "), (opening.line(self._now()), "strong text"))
        self._show_closures()

    def _now(self) -> datetime:
        return self._clock.local(self._clock.now())

    def _show_closures(self) -> None:
        while (item := self.closures.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        today = self._now().date()
        days = sorted(self._opening.closures)
        over = [day for day in days if day < today]
        for day in days:
            if day >= today or self._shows_past:
                self.closures.addWidget(self._closure(day, today))
        if not self.closures.count():
            self.closures.addWidget(WrapLabel(tr("No closed days ahead."), "body", "text2"))
        self.past.setText(
            tr("Show 1 that is over") if len(over) == 1 else tr("Show {n} that are over").format(n=len(over))
        )
        self.past.setVisible(bool(over) and not self._shows_past)

    def _closure(self, day: date, today: date) -> QWidget:
        line, note = QWidget(), self._opening.closures[day]
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said = WrapLabel("", "body", "text" if day >= today else "text2")
        said.set_parts((day_text(day, today), "strong"), f"  {note}" if note else "")
        gone = IconButton("x", tr("Open on {day} after all").format(day=day_text(day, today)), token="text3")
        gone.clicked.connect(lambda: self.closure_gone.emit(day))
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_past(self) -> None:
        self._shows_past = True
        self._show_closures()

    # --- typing ------------------------------------------------------------------------------------------------

    def _toggled(self, row: DayRow) -> None:
        row.fit()
        if not row.closed.isChecked() and not (row.opens.text() and row.closes.text()):
            row.say("")
            (row.closes if row.opens.text() else row.opens).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._typed(row)

    def _typed(self, row: DayRow) -> None:
        """A time was typed: kept when the day makes sense, else a sentence beside it."""
        if not row.closed.isChecked() and not (row.opens.text().strip() or row.closes.text().strip()):
            return
        for field, other in ((row.opens, row.closes), (row.closes, row.opens)):
            if field.hasFocus() and not field.text().strip() and other.text().strip():
                return  # one time is written, the other is about to be
        try:
            spans = row.read()
        except Misuse as wrong:
            row.say(str(wrong))
            return
        row.say("")
        self._keep(row.weekday, spans)

    def _keep(self, weekday: int, spans: Spans) -> None:
        week: Week = {**self._opening.spans, weekday: spans}
        if spans == self._opening.spans.get(weekday, ()):
            self.days[weekday].show(spans)
            return
        self.week_kept.emit(as_rows(week))

    def _add(self) -> None:
        if not self.day.text().strip() and not self.note.text().strip():
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            day = typed.day(self.day.text(), self._now().date())
        except Misuse as wrong:
            self._say(str(wrong) if self.day.text().strip() else tr("Write which day."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say("")
        self.closure_kept.emit((day, " ".join(self.note.text().split())))

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


def as_rows(week: Week) -> Sequence[tuple[int, str, str]]:
    """(weekday, "07:00", "16:00") each."""
    return [(day, f"{a:%H:%M}", f"{b:%H:%M}") for day, spans in sorted(week.items()) for a, b in spans]
