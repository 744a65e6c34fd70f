"""How public complaints ended: a bar for each month, in pieces."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from desktop import insights
from desktop.insights import Ending, Told
from ui.moments import figure, tr
from ui.theme import fonts, px, theme
from ui.theme.paint import filled

from .chart import Chart, Legend, LegendEntry, Mark, Series, Then
from .findings import ENDINGS, compared_with, earlier_view, period_name, step_name, then_name

SERIES = {
    Ending.THEY: Series("chart_e"),
    Ending.WE: Series("chart_c"),
    Ending.HIDDEN: Series("amber_edge", "hatch"),
    Ending.OPEN: Series("brick"),
    Ending.STANDING: Series("edge", "dots"),
}
_WIDEST, _SHARE = 34, 0.72  # px of a bar; of its room
_LINES = 3  # across, at most


def nice_step(highest: int, lines: int = _LINES) -> int:
    """How far two lines across are apart: 1, 2, 5, 10, 20, 50, …"""
    step = 1
    while highest / step > lines:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step


class EndingsChart(Chart):
    """See the module."""

    def lay_out(self, told: Told) -> list[Mark]:
        found, then = told.endings, compared_with(told.endings)
        if then is not None and len(then.steps) != len(found.steps):
            then = None  # the sentence and the table tell of it: its bars would stand over others
        earlier = earlier_view(told.view)
        all_then = insights.query(earlier, insights.ALL_ENDINGS)
        said = f"{then_name(told.view)}: {figure(then.shown.of)}" if then else ""
        self._legend = Legend(
            [
                LegendEntry(
                    SERIES[one],
                    f"{tr(ENDINGS[one])} {figure(found.total(one))}",
                    insights.query(told.view, insights.of_ending(one)) if found.total(one) else "",
                )
                for one in Ending
            ]
            + ([LegendEntry(Then(is_level=True), said, all_then)] if then else []),
            self.width(),
        )
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        before = [sum(numbers.values()) for numbers in then.numbers] if then else []
        self._highest = max((*(sum(numbers.values()) for numbers in found.numbers), *before), default=0) or 1
        self._axis = metrics.horizontalAdvance(figure(self._highest)) + px(10)
        foot = self._legend.height + px(8)
        self._ground = self.height() - foot - metrics.height() - px(8)
        self._pieces: list[tuple[Ending, QRectF]] = []
        self._then: list[QRectF] = []
        marks = []
        for number, step in enumerate(found.steps):
            for one, box in self._bar(number, told):
                self._pieces.append((one, box))
                said = f"{period_name(step)}: {tr(ENDINGS[one])}, {figure(found.numbers[number][one])}"
                marks.append(Mark(box, said, insights.query(told.view, insights.of_ending(one), period=step)))
            if then is not None and before[number]:
                line = Then(is_level=True).box(self._up_to(number, told, before[number]))
                self._then.append(self.at(line))
                period = then.steps[number]
                said = f"{period_name(period)}: {tr('All')}, {figure(before[number])}"
                query = insights.query(earlier, insights.ALL_ENDINGS, period=period)
                marks.append(Mark(self.at(Then(is_level=True).mark(line)), said, query))
        return [*marks, *self._legend.marks(self.height() - self._legend.height, self.at)]

    def _column(self, number: int, told: Told) -> QRectF:
        room = (self.width() - self._axis) / len(told.endings.steps)
        return QRectF(self._axis + number * room, px(8), room, self._ground - px(8))

    def _up_to(self, number: int, told: Told, many: int) -> QRectF:
        """A bar of so many, in the place of one of these."""
        column = self._column(number, told)
        wide = max(2.0, min(px(_WIDEST), column.width() * _SHARE))
        high = column.height() * many / self._highest
        return QRectF(column.center().x() - wide / 2, column.bottom() - high, wide, high)

    def _bar(self, number: int, told: Told) -> list[tuple[Ending, QRectF]]:
        """The pieces of a bar from the ground up, with a gap of 1 px between them."""
        pieces, below = list[tuple[Ending, QRectF]](), 0
        for one in Ending:
            if many := told.endings.numbers[number].get(one, 0):
                below += many
                box = self._up_to(number, told, below)
                box.setHeight(max(1.0, box.height() * many / below - 1))
                pieces.append((one, self.at(box)))
        return pieces

    def paint(self, painter: QPainter, told: Told) -> None:
        tokens, metrics = theme().tokens, painter.fontMetrics()
        step = nice_step(self._highest)
        for value in range(0, self._highest + 1, step):
            y = self._ground - (self._ground - px(8)) * value / self._highest
            filled(painter, self.at(QRectF(self._axis, y, self.width() - self._axis, 1)), tokens.color("line"))
            box = QRectF(0, y - metrics.height() / 2, self._axis - px(8), metrics.height())
            self.text(painter, box, figure(value), ends=True)
        for one, box in self._pieces:
            SERIES[one].paint(painter, box)
        for line in self._then:
            Then(is_level=True).paint(painter, line)
        self._paint_names(painter, told)
        self._legend.paint(painter, self.height() - self._legend.height, self)

    def _paint_names(self, painter: QPainter, told: Told) -> None:
        for box, name in self.names(painter.fontMetrics(), told):
            self.text(painter, box, name)

    def names(self, metrics: QFontMetrics, told: Told) -> list[tuple[QRectF, str]]:
        """Under the bars, as many as find room: each January first, for its year; others without theirs if need be."""
        placed = list[tuple[QRectF, str]]()
        steps = sorted(enumerate(told.endings.steps), key=lambda each: each[1].first.month != 1)
        for number, step in steps:
            middle = self._column(number, told).center().x()
            for name in dict.fromkeys((step_name(step, told.view.period), step_name(step, step))):
                wide = metrics.horizontalAdvance(name) + 2
                x = max(0.0, min(middle - wide / 2, self.width() - wide))
                box = QRectF(x, self._ground + px(4), wide, metrics.height())
                if not any(box.adjusted(-px(6), 0, px(6), 0).intersects(other) for other, _ in placed):
                    placed.append((box, name))
                    break
        return placed
