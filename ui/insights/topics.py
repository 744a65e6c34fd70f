"""What complaints and praise are about: two bars for each topic."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from desktop import insights
from desktop.insights import About, Told
from desktop.records import Kind
from ui import words
from ui.moments import figure, tr
from ui.theme import fonts, px

from .chart import Chart, Legend, LegendEntry, Mark, Series
from .findings import TOPICS_SHOWN

SERIES = {Kind.COMPLAINT: Series("brick"), Kind.PRAISE: Series("chart_c", "hatch")}
NAMES = {Kind.COMPLAINT: "Complaints", Kind.PRAISE: "Praise"}
_SHARE = 0.5  # of the width, for the names at most


class TopicsChart(Chart):
    """See the module."""

    high = 260

    def lay_out(self, told: Told) -> list[Mark]:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        self._legend = Legend([LegendEntry(SERIES[kind], tr(NAMES[kind])) for kind in SERIES], self.width())
        self._rows = told.topics.rows[:TOPICS_SHOWN]
        names = max((metrics.horizontalAdvance(words.topic(row.topic)) for row in self._rows), default=0)
        self._names = min(names + px(10), self.width() * _SHARE)
        most = max((number for row in self._rows for number in (row.complaints, row.praise)), default=1)
        end = metrics.horizontalAdvance(figure(most)) + px(10)
        self._top = self._legend.height + px(4)
        self._row = min(float(px(40)), (self.height() - self._top) / max(1, len(self._rows)))
        self._bars: list[tuple[Kind, QRectF, int]] = []
        marks = []
        for at, row in enumerate(self._rows):
            for below, (kind, number) in enumerate(_numbers(row)):
                if number:
                    high = max(4.0, self._row / 2 - px(4))
                    y = self._top + at * self._row + px(2) + below * (high + px(2))
                    wide = max(2.0, (self.width() - self._names - end) * number / most)
                    box = QRectF(self._names, y, wide, high)
                    self._bars.append((kind, box, number))
                    said = f"{words.topic(row.topic)}: {tr(NAMES[kind])}, {figure(number)}"
                    query = insights.query(told.view, insights.of_topic(row.topic, kind))
                    marks.append(Mark(self.at(box), said, query))
        return marks

    def paint(self, painter: QPainter, told: Told) -> None:
        for at, row in enumerate(self._rows):
            box = QRectF(0, self._top + at * self._row, self._names - px(8), self._row)
            self.text(painter, box, words.topic(row.topic), "text")
        for kind, bar, number in self._bars:
            SERIES[kind].paint(painter, self.at(bar))
            high = painter.fontMetrics().height()
            beside = QRectF(bar.right() + px(6), bar.center().y() - high / 2, self.width() - bar.right() - px(6), high)
            self.text(painter, beside, figure(number))
        self._legend.paint(painter, 0, self)


def _numbers(row: About) -> tuple[tuple[Kind, int], ...]:
    return (Kind.COMPLAINT, row.complaints), (Kind.PRAISE, row.praise)
