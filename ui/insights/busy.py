"""When people write: a field for each hour of the week, darker where more began; dashed around the opening hours."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop import insights
from desktop.insights import Told
from ui import weeks
from ui.moments import figure, tr
from ui.theme import fonts, px, theme
from ui.theme.paint import rounded

from .chart import Chart, Mark
from .findings import DAYS, compared_with, hours_shown, said_hour, then_name

_STEPS = ("chart_a", "chart_b", "chart_c", "chart_d", "chart_e")
_GAP = 2


class BusyChart(Chart):
    """See the module."""

    high = 260

    def lay_out(self, told: Told) -> list[Mark]:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        self._hours = hours_shown(told.busy)
        self._names = max(metrics.horizontalAdvance(tr(day)) for day in DAYS) + px(8)
        self._foot = metrics.height() + px(6)
        wide = (self.width() - self._names - 2) / len(self._hours)
        high = min((self.height() - 2 * self._foot - px(8)) / len(DAYS), wide * 2.2)
        self._cell = QRectF(0, 0, wide, max(high, 4.0))
        found, then = told.busy.hours, compared_with(told.busy)

        def many(day: int, hour: int) -> str:
            if then is None:
                return figure(found[day, hour])
            return f"{figure(found[day, hour])} ({then_name(told.view)}: {figure(then.hours.get((day, hour), 0))})"

        return [
            Mark(
                self.at(self._box(day, hour).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)),
                f"{said_hour(day, hour)}: {many(day, hour)}",
                insights.query(told.view, insights.of_hour(day, hour)),
            )
            for day in weeks.days()
            for hour in self._hours
            if found.get((day, hour))
        ]

    def _box(self, day: int, hour: int) -> QRectF:
        x = self._names + (hour - self._hours[0]) * self._cell.width()
        return self._cell.translated(x, 1 + weeks.days().index(day) * self._cell.height())

    def paint(self, painter: QPainter, told: Told) -> None:
        found, most = told.busy.hours, max(told.busy.hours.values(), default=1)
        for day, name in enumerate(DAYS):
            row = self._box(day, self._hours[0])
            self.text(painter, QRectF(0, row.top(), self._names - px(6), row.height()), tr(name))
            for hour in self._hours:
                self._paint_field(painter, day, hour, ceil(4 * found.get((day, hour), 0) / most))
        self._paint_hours(painter)
        self._paint_open(painter, told)
        self._paint_steps(painter)

    def _paint_field(self, painter: QPainter, day: int, hour: int, step: int) -> None:
        tokens = theme().tokens
        edge = tokens.color("edge") if tokens.high_contrast else None
        box = self._box(day, hour).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        rounded(painter, self.at(box), 2, tokens.color(_STEPS[step]), edge)

    def _paint_hours(self, painter: QPainter) -> None:
        below = self._box(weeks.days()[-1], self._hours[0]).bottom() + px(3)
        until = 0.0
        for hour in self._hours:
            text = str(hour)
            wide = painter.fontMetrics().horizontalAdvance(text) + 2
            box = self._box(weeks.days()[0], hour)
            if box.left() >= until and hour % 3 == 0:
                self.text(painter, QRectF(box.center().x() - wide / 2, below, wide, self._foot), text)
                until = box.left() + wide + px(6)

    def _paint_open(self, painter: QPainter, told: Told) -> None:
        """A line wherever an open hour lies beside one that isn't."""
        opens = told.busy.opens
        pen = QPen(theme().tokens.color("text"), 1.4)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for day in range(len(DAYS)):
            for hour in self._hours:
                if hour not in opens.get(day, ()):
                    continue
                box = self._box(day, hour)
                top, bottom = (box.topLeft(), box.topRight()), (box.bottomLeft(), box.bottomRight())
                before, after = (box.topLeft(), box.bottomLeft()), (box.topRight(), box.bottomRight())
                row = weeks.days().index(day)
                for other, edge in (
                    ((weeks.days()[row - 1] if row else -1, hour), top),
                    (((*weeks.days(), -1)[row + 1], hour), bottom),
                    ((day, hour - 1), before),
                    ((day, hour + 1), after),
                ):
                    if other[1] not in opens.get(other[0], ()) or other[1] not in self._hours:
                        painter.drawLine(*(self._point(point) for point in edge))

    def _point(self, point: QPointF) -> QPointF:
        return QPointF(self.width() - point.x(), point.y()) if self.isRightToLeft() else point

    def _paint_steps(self, painter: QPainter) -> None:
        """`fewer`, the five steps, `more`."""
        metrics, tokens = painter.fontMetrics(), theme().tokens
        x, y, size = 0.0, self.height() - self._foot, px(13)
        for words, step in ((tr("fewer"), -1), *(("", step) for step in range(len(_STEPS))), (tr("more"), -1)):
            if step < 0:
                wide = metrics.horizontalAdvance(words) + 2
                self.text(painter, QRectF(x, y, wide, self._foot), words)
                x += wide + px(6)
                continue
            box = QRectF(x, y + (self._foot - size) / 2, size, size)
            rounded(painter, self.at(box), 2, tokens.color(_STEPS[step]), tokens.color("edge"))
            x += size + px(4)
