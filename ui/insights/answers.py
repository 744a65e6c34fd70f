"""How soon a person answered: a bar for each span of opening hours, and one for never."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from desktop import insights
from desktop.insights import Told
from ui.moments import figure, tr
from ui.theme import fonts, px

from .chart import Chart, Legend, LegendEntry, Mark, Series, Then
from .findings import WAITS, compared_with, earlier_view, then_name

_SOON, _LATE, _NEVER = Series("chart_e"), Series("chart_c"), Series("brick", "hatch")
_LATE_FROM = 4  # of WAITS


class AnswersChart(Chart):
    """See the module."""

    def lay_out(self, told: Told) -> list[Mark]:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        numbers, then = told.answers.numbers, compared_with(told.answers)
        before = then.numbers if then else (0,) * len(WAITS)
        entries = [LegendEntry(Then(), then_name(told.view))] if then else []
        self._legend = Legend(entries, self.width())
        self._ground, most = self.height() - self._legend.height, max(*numbers, *before)
        self._names = max(metrics.horizontalAdvance(tr(name)) for name in WAITS) + px(14)
        end = metrics.horizontalAdvance(figure(most)) + px(12)
        self._row = min(float(px(36)), self._ground / len(WAITS))
        room = max(1.0, self.width() - self._names - end)
        self._bars: list[tuple[int, QRectF]] = []
        self._then: list[QRectF] = []
        marks = []
        for at, number in enumerate(numbers):
            query = insights.of_wait(at)
            high = min(float(px(16)), self._row - 4)
            y = at * self._row + (self._row - high) / 2
            if number:
                box = QRectF(self._names, y, max(2.0, room * number / most), high)
                self._bars.append((at, box))
                said = f"{tr(WAITS[at])}: {figure(number)}"
                marks.append(Mark(self.at(box), said, insights.query(told.view, query)))
            if before[at]:
                line = Then().box(QRectF(self._names, y, max(2.0, room * before[at] / most), high))
                self._then.append(line)
                said = f"{tr(WAITS[at])}, {then_name(told.view)}: {figure(before[at])}"
                marks.append(Mark(self.at(Then().mark(line)), said, insights.query(earlier_view(told.view), query)))
        return marks

    def paint(self, painter: QPainter, told: Told) -> None:
        for at, name in enumerate(WAITS):
            row = QRectF(0, at * self._row, self.width(), self._row)
            self.text(painter, QRectF(0, row.top(), self._names - px(8), self._row), tr(name), "text")
            self.text(painter, row, figure(told.answers.numbers[at]), ends=True)
        for at, box in self._bars:
            series = _NEVER if at == len(WAITS) - 1 else _LATE if at >= _LATE_FROM else _SOON
            series.paint(painter, self.at(box))
        for line in self._then:
            Then().paint(painter, self.at(line))
        self._legend.paint(painter, self._ground, self)
