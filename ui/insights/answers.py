"""How soon a person answered: a bar for each span of opening hours, and one for never."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from desktop import insights
from desktop.insights import Told
from ui.moments import figure, tr
from ui.theme import fonts, px

from .chart import Chart, Mark, Series
from .findings import WAITS

_SOON, _LATE, _NEVER = Series("chart_e"), Series("chart_c"), Series("brick", "hatch")
_LATE_FROM = 4  # of WAITS


class AnswersChart(Chart):
    """See the module."""

    def lay_out(self, told: Told) -> list[Mark]:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        numbers = told.answers.numbers
        self._names = max(metrics.horizontalAdvance(tr(name)) for name in WAITS) + px(14)
        end = metrics.horizontalAdvance(figure(max(numbers))) + px(12)
        self._row = min(float(px(36)), self.height() / len(WAITS))
        room = max(1.0, self.width() - self._names - end)
        self._bars: list[tuple[int, QRectF]] = []
        for at, number in enumerate(numbers):
            high = min(float(px(16)), self._row - 4)
            y = at * self._row + (self._row - high) / 2
            if number:
                self._bars.append((at, QRectF(self._names, y, max(2.0, room * number / max(numbers)), high)))
        return [
            Mark(
                self.at(box),
                f"{tr(WAITS[at])}: {figure(numbers[at])}",
                insights.query(told.view, insights.of_wait(at)),
            )
            for at, box in self._bars
        ]

    def paint(self, painter: QPainter, told: Told) -> None:
        for at, name in enumerate(WAITS):
            row = QRectF(0, at * self._row, self.width(), self._row)
            self.text(painter, QRectF(0, row.top(), self._names - px(8), self._row), tr(name), "text")
            self.text(painter, row, figure(told.answers.numbers[at]), ends=True)
        for at, box in self._bars:
            series = _NEVER if at == len(WAITS) - 1 else _LATE if at >= _LATE_FROM else _SOON
            series.paint(painter, self.at(box))
