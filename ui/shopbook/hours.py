"""Opening hours and the days the shop stays shut. A bad time says so beside it, and stays as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import Clock
from desktop.errors import Misuse
from desktop.shopbook import Opening
from ui import weeks
from ui.moments import tr, translated
from ui.opening import Spans
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.widgets.bars import Glyph
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .closures import Closures
from .day_row import DayRow

_BESIDE = 860  # px at 100 % text from which week and closures stand beside each other

Week = dict[int, Spans]


class HoursTab(QScrollArea):
    """`week_kept` carries [(weekday, opens, closes)]; what happens to closed days `closures` tells."""

    week_kept = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._opening = Opening({}, {})
        self._order: tuple[int, ...] = ()  # of the weekdays, as they stand
        self._asked = 0  # the weekday that was changed last
        self.days = [DayRow(weekday) for weekday in range(7)]
        self._clock_glyph, self.preview = Glyph("clock", "text2", 14), WrapLabel("", "body", "text2")
        self.closures = Closures()
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
        self.week_panel = self._week()
        self._panels = whole
        whole.addWidget(self.week_panel, 5, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.closures, 4, Qt.AlignmentFlag.AlignTop)
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
        self._put_in_order()
        column.addLayout(self._grid)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._clock_glyph, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.preview, 1)
        column.addLayout(said)
        return panel

    def _put_in_order(self) -> None:
        """The days from the one on which a week begins here."""
        if self._order == weeks.days():
            return
        self._order = weeks.days()
        for line, weekday in enumerate(weeks.days()):
            row, at = self.days[weekday], 1 + 2 * line
            for column, widget in enumerate((row.name, row.opens, row.dash, row.closes, row.closed, row.more)):
                self._grid.addWidget(widget, at, column)
                widget.raise_()  # a screen reader goes in this order
            self._grid.addWidget(row.trouble, at + 1, 1, 1, 5)
            row.trouble.raise_()
        for widget in (self._clock_glyph, self.preview):
            widget.raise_()

    def _connect(self) -> None:
        for row in self.days:
            row.opens.editingFinished.connect(lambda row=row: self._typed(row))
            row.closes.editingFinished.connect(lambda row=row: self._typed(row))
            row.closed.toggled.connect(lambda _on, row=row: self._toggled(row))

    def _fit(self) -> None:
        self._stand()
        for row in self.days:
            row.name.setFixedWidth(px(96))
            row.dash.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            for field in (row.opens, row.closes):
                field.setFixedWidth(px(68))

    def _stand(self) -> None:
        """Beside each other where there is room, else under each other."""
        beside = self.width() >= px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._panels.direction() != way:
            self._panels.setDirection(way)
        align = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
        for panel in (self.week_panel, self.closures):
            self._panels.setAlignment(panel, align)
        self._panels.setStretch(2, 0 if beside else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    # --- showing ---------------------------------------------------------------------------------------------

    def show_opening(self, opening: Opening) -> None:
        """The hours as they are kept; what is being typed and can't be kept stays."""
        self._opening = opening
        self._put_in_order()
        for row in self.days:
            row.show(opening.spans.get(row.weekday, ()))
        self.preview.set_parts(tr("The inbox says: "), (translated(opening.line(self._now())), "strong text"))
        self.closures.show_closures(opening.closures, self._now().date())

    def _now(self) -> datetime:
        return self._clock.local(self._clock.now())

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
        self._asked = weekday
        if spans == self._opening.spans.get(weekday, ()):
            self.days[weekday].show(spans)
            return
        self.week_kept.emit(as_rows(week))

    def refused(self, sentence: str) -> None:
        """What was typed last can't be kept beside the other days: it stays, with the reason."""
        self.days[self._asked].say(sentence)


def as_rows(week: Week) -> Sequence[tuple[int, str, str]]:
    """(weekday, "07:00", "16:00") each."""
    return [(day, f"{a:%H:%M}", f"{b:%H:%M}") for day, spans in sorted(week.items()) for a, b in spans]
