"""What lists paint again and again, such as a chip: drawn once for each ground it stands on, then only copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from . import fonts, theme

_MOST = 300  # pictures: at 200 % of the pixels some 10 KB each
_kept: dict[Hashable, QPixmap] = {}


def paint_kept(
    painter: QPainter, box: QRect, ground: QColor, what: Hashable, draw: Callable[[QPainter, QRect], object]
) -> None:
    """Paints `what` into the box, which is of the colour `ground`; `draw(painter, box)` is asked at its first time.

    Nothing is kept where a pixel of the screen isn't a whole part of one of ours: it would be blurred.
    """
    ratio = painter.device().devicePixelRatio()
    if ratio != int(ratio) or box.isEmpty():
        draw(painter, box)
        return
    key = (what, box.width(), box.height(), ratio, ground.rgba(), theme().tokens, fonts.scale())
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        found = _kept[key] = _drawn(painter, box, ratio, ground, draw)
    painter.drawPixmap(box.topLeft(), found)


def _drawn(
    painter: QPainter, box: QRect, ratio: float, ground: QColor, draw: Callable[[QPainter, QRect], object]
) -> QPixmap:
    made = QPixmap(box.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    inside = QPainter(made)
    inside.setLayoutDirection(painter.layoutDirection())
    draw(inside, QRect(QPoint(0, 0), box.size()))
    inside.end()
    return made
