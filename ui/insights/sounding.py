"""How much of the replies is in their writers' own words: a bar for each of them, a line for all by month."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop import insights
from desktop.insights import LEAST, LEAST_IN_STEP, Told, Writer
from ui.moments import count, percent, tr
from ui.theme import fonts, px, theme
from ui.theme.paint import filled

from .chart import Chart, Mark, Series, Then
from .findings import period_name, step_name

_BAR = Series("chart_e")
_DOT = 3.0  # px
_NAMES = 0.34  # of the width, for the names at most
_LINE = 96  # px of the line with its words, at least


class SoundingChart(Chart):
    """See the module."""

    high = 178

    def lay_out(self, told: Told) -> list[Mark]:
        found, metrics = told.sounding, QFontMetrics(fonts.font("meta", tabular=True))
        self._writers = found.writers
        names = max((metrics.horizontalAdvance(one.name) for one in self._writers), default=0)
        self._names = min(names + px(12), self.width() * _NAMES)
        self._says = max((metrics.horizontalAdvance(said_share(one)) for one in self._writers), default=0) + px(10)
        room = max(1.0, self.height() - px(_LINE)) / max(1, len(self._writers))
        self._row = min(float(px(28)), max(float(metrics.height() + 2), room))
        top = self._row * len(self._writers) + px(6)
        self._foot = metrics.height() + px(6)
        self._plot = QRectF(px(8), top + metrics.height(), self.width() - px(16), 0)
        bottom = self.height() - self._foot - metrics.height() - px(4)
        self._plot.setBottom(max(self._plot.top() + px(20), bottom))
        self._points = self._lay_line(told)
        marks = []
        for at, one in enumerate(self._writers):
            query = insights.query(told.view, insights.of_writer(one.name))
            many = count(one.now.number, "reply", "replies")
            said = said_share(one) if one.now.number < LEAST else f"{said_share(one)}, {many}"
            marks.append(Mark(self.at(self._bar(at)), f"{one.name}: {said}", query))
        wide = min(float(px(12)), self._plot.width() / max(1, len(found.steps) - 1))
        for step, point in self._points:
            mean = found.numbers[step]
            share = tr("{p}% own words, {many}").format(p=mean.percent, many=count(mean.number, "reply", "replies"))
            box = QRectF(point.x() - wide / 2, point.y() - px(6), wide, px(12))
            query = insights.query(told.view, insights.REPLIED, period=found.steps[step])
            marks.append(Mark(self.at(box), f"{period_name(found.steps[step])}: {share}", query))
        return marks

    def _bar(self, row: int) -> QRectF:
        high = min(float(px(13)), self._row - 4)
        wide = max(float(px(20)), self.width() - self._names - self._says)
        return QRectF(self._names, row * self._row + (self._row - high) / 2, wide, high)

    def _lay_line(self, told: Told) -> list[tuple[int, QPointF]]:
        """(step, where) of those with enough replies; between the lowest and the highest there is the whole height."""
        numbers = told.sounding.numbers
        kept = [(at, mean.share) for at, mean in enumerate(numbers) if mean.number >= LEAST_IN_STEP]
        low, high = min((share for _, share in kept), default=0.0), max((share for _, share in kept), default=1.0)
        spread, plot = max(high - low, 0.1), self._plot
        return [
            (
                at,
                QPointF(
                    plot.left() + plot.width() * at / max(1, len(numbers) - 1),
                    plot.bottom() - plot.height() * (share - low) / spread,
                ),
            )
            for at, share in kept
        ]

    def paint(self, painter: QPainter, told: Told) -> None:
        tokens = theme().tokens
        for at, one in enumerate(self._writers):
            row, bar = QRectF(0, at * self._row, self.width(), self._row), self._bar(at)
            self.text(painter, QRectF(0, row.top(), self._names - px(8), row.height()), one.name, "text")
            filled(painter, self.at(bar), tokens.color("sunken"))
            if one.now.number >= LEAST:
                _BAR.paint(painter, self.at(bar.adjusted(0, 0, -bar.width() * (1 - one.now.share), 0)))
                if one.before.number >= LEAST:
                    then = bar.adjusted(0, 0, -bar.width() * (1 - one.before.share), 0)
                    Then().paint(painter, self.at(Then().box(then)))
            self.text(painter, row, said_share(one), ends=True)
        self._paint_line(painter, told)

    def _paint_line(self, painter: QPainter, told: Told) -> None:
        tokens, metrics, numbers = theme().tokens, painter.fontMetrics(), told.sounding.numbers
        filled(painter, self.at(QRectF(0, self.height() - self._foot, self.width(), 1)), tokens.color("line"))
        painter.setPen(QPen(tokens.color("chart_e"), 1.6))
        for (_, one), (_, other) in pairwise(self._points):
            painter.drawLine(self._at(one), self._at(other))
        for step, point in self._told_ends(metrics.horizontalAdvance("100%") + px(8)).items():
            painter.setBrush(tokens.color("chart_e"))
            painter.drawEllipse(self._at(point), _DOT, _DOT)
            words = percent(numbers[step].percent)
            wide = metrics.horizontalAdvance(words) + 4
            x = min(max(0.0, point.x() - wide / 2), self.width() - wide)
            y = point.y() + px(3) if self._rises_from(step) else point.y() - metrics.height() - px(3)
            self.text(painter, QRectF(x, y, wide, metrics.height()), words, "text")
        self._paint_names(painter, told)

    def _told_ends(self, apart: float) -> dict[int, QPointF]:
        """The first and the last point; the last alone where their numbers would lie on each other."""
        ends = dict([*self._points[:1], *self._points[-1:]])
        xs = [point.x() for point in ends.values()]
        return ends if len(xs) < 2 or abs(xs[1] - xs[0]) >= apart else dict(self._points[-1:])

    def _rises_from(self, step: int) -> bool:
        """Whether the line goes up from there, to whichever side: what stands above it would be crossed out."""
        pairs = [pair for pair in pairwise(self._points) if step in (pair[0][0], pair[1][0])]
        here = dict(self._points)[step]
        return any(min(one.y(), other.y()) < here.y() for (_, one), (_, other) in pairs)

    def _at(self, point: QPointF) -> QPointF:
        return QPointF(self.width() - point.x(), point.y()) if self.isRightToLeft() else point

    def _paint_names(self, painter: QPainter, told: Told) -> None:
        steps, metrics = told.sounding.steps, painter.fontMetrics()
        top = self.height() - self._foot + px(4)
        first, last = (step_name(one, told.view.period) for one in (steps[0], steps[-1]))
        self.text(painter, QRectF(0, top, self.width() / 3, metrics.height()), first)
        self.text(painter, QRectF(self.width() * 2 / 3, top, self.width() / 3, metrics.height()), last, ends=True)
        words = tr("everyone")
        wide = metrics.horizontalAdvance(words) + 2
        self.text(painter, QRectF((self.width() - wide) / 2, top, wide, metrics.height()), words)


def said_share(one: Writer) -> str:
    """`84%, was 79%`; where these are too few, how many."""
    if one.now.number < LEAST:
        return count(one.now.number, "reply so far", "replies so far")
    if one.before.number < LEAST:
        return percent(one.now.percent)
    return tr("{p}%, was {before}%").format(p=one.now.percent, before=one.before.percent)
