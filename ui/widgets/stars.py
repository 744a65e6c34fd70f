"""Stars of a review: filled ones in amber, the rest in outline, so that colour alone says nothing."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px, theme

MOST = 5
_SHARPNESS = 0.42  # inner radius to outer


@cache
def _star() -> QPolygonF:
    """A five-pointed star of radius 1 around the origin, one point up."""
    corners = []
    for step in range(10):
        radius = 1.0 if step % 2 == 0 else _SHARPNESS
        angle = math.pi * step / 5
        corners.append(QPointF(radius * math.sin(angle), -radius * math.cos(angle)))
    return QPolygonF(corners)


def stars_width(size: int) -> int:
    """The width of five stars of this size, in px."""
    return MOST * size + (MOST - 1) * max(1, size // 7)


def paint_stars(painter: QPainter, x: float, y: float, n: int, size: int) -> int:
    """Paint ``n`` of five stars of ``size`` px from the top left corner (x, y); returns the width."""
    colours = theme().tokens
    step = size + max(1, size // 7)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in range(MOST):
        full = at < n
        painter.save()
        painter.translate(x + at * step + size / 2, y + size / 2 + size * 0.04)
        painter.scale(size / 2, size / 2)
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(colours.color("text3"), 1.6 / size))
        painter.setBrush(colours.color("amber_edge") if full else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_star())
        painter.restore()
    painter.restore()
    return stars_width(size)


class Stars(QWidget):
    """Stars in a layout; ``spoken`` is what a screen reader says ("2 of 5 stars")."""

    def __init__(self, n: int, spoken: str, size: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._n, self._size = n, size
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_stars(self, n: int, spoken: str) -> None:
        """Show another review."""
        self._n = n
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(stars_width(px(self._size)) + 1, px(self._size) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_stars(QPainter(self), 0, 1, self._n, px(self._size))
