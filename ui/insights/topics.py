"""What complaints and praise are about: two bars for each topic."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from desktop import insights
from desktop.insights import Told
from desktop.records import Kind
from ui import words
from ui.moments import figure, tr
from ui.theme import fonts, px

from .chart import Chart, Legend, LegendEntry, Mark, Series, Then
from .findings import TOPICS_SHOWN, compared_with, earlier_view, then_name

SERIES = {Kind.COMPLAINT: Series("brick"), Kind.PRAISE: Series("chart_c", "hatch")}
NAMES = {Kind.COMPLAINT: "Complaints", Kind.PRAISE: "Praise"}
_SHARE = 0.5  # of the width, for the names at most


class TopicsChart(Chart):
    """See the module."""

    high = 260

    def lay_out(self, told: Told) -> list[Mark]:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        then, view = compared_with(told.topics), told.view
        entries = [LegendEntry(SERIES[kind], tr(NAMES[kind])) for kind in SERIES]
        self._legend = Legend([*entries, *([LegendEntry(Then(), then_name(view))] if then else [])], self.width())
        self._rows = told.topics.rows[:TOPICS_SHOWN]
        names = max((metrics.horizontalAdvance(words.topic(row.topic)) for row in self._rows), default=0)
        self._names = min(names + px(10), self.width() * _SHARE)
        before = [then.of(row.topic) for row in self._rows] if then else []
        most = max((one.number(kind) for one in (*self._rows, *before) for kind in SERIES), default=1)
        end = metrics.horizontalAdvance(figure(most)) + px(10)
        self._top = self._legend.height + px(4)
        self._row = min(float(px(40)), (self.height() - self._top) / max(1, len(self._rows)))
        self._bars: list[tuple[Kind, QRectF, int]] = []
        self._then: list[QRectF] = []
        room = self.width() - self._names - end
        marks = []
        for at, row in enumerate(self._rows):
            for below, kind in enumerate(SERIES):
                number, was = row.number(kind), before[at].number(kind) if then else 0
                high = max(4.0, self._row / 2 - px(4))
                y = self._top + at * self._row + px(2) + below * (high + px(2))
                said, query = f"{words.topic(row.topic)}: {tr(NAMES[kind])}", insights.of_topic(row.topic, kind)
                if number:
                    box = QRectF(self._names, y, max(2.0, room * number / most), high)
                    self._bars.append((kind, box, number))
                    marks.append(Mark(self.at(box), f"{said}, {figure(number)}", insights.query(view, query)))
                if was:
                    line = Then().box(QRectF(self._names, y, max(2.0, room * was / most), high))
                    self._then.append(line)
                    told_then = f"{said}, {then_name(view)}: {figure(was)}"
                    found = insights.query(earlier_view(view), query)
                    marks.append(Mark(self.at(Then().mark(line)), told_then, found))
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
        for line in self._then:
            Then().paint(painter, self.at(line))
        self._legend.paint(painter, 0, self)
