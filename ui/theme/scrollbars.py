"""Scroll bars: a slim rounded slider, no arrows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle

from . import px, theme
from .paint import filled, rounded
from .part import color, has

SCROLLBAR = 12
_SLIM = 3  # the room on each side of the slider
_SC = QStyle.SubControl
_ST = QStyle.StateFlag


def scrollbar_rect(option: Any, sub: QStyle.SubControl) -> QRect:
    """Where the parts of a scroll bar are: no arrows, the groove is everything."""
    rect = QRect(option.rect)
    if sub == _SC.SC_ScrollBarGroove:
        return rect
    if sub in (_SC.SC_ScrollBarSubLine, _SC.SC_ScrollBarAddLine):
        return QRect()
    upright = option.orientation == Qt.Orientation.Vertical
    room = rect.height() if upright else rect.width()
    start, length = _slider_span(option, room)
    if sub == _SC.SC_ScrollBarSubPage:
        start, length = 0, start
    elif sub == _SC.SC_ScrollBarAddPage:
        start, length = start + length, room - start - length
    if upright:
        return QRect(rect.left(), rect.top() + start, rect.width(), length)
    placed = QRect(rect.left() + start, rect.top(), length, rect.height())
    return QStyle.visualRect(option.direction, rect, placed)


def _slider_span(option: Any, room: int) -> tuple[int, int]:
    """Start and length of the slider along the bar, in px."""
    steps = option.maximum - option.minimum
    if steps <= 0:
        return 0, room
    length = max(px(32), room * option.pageStep // (steps + option.pageStep))
    length = min(room, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, room - length, option.upsideDown
    )
    return start, length


def scrollbar(option: Any, painter: QPainter) -> None:
    """A slim rounded slider on the ground of what it scrolls."""
    filled(painter, option.rect, option.palette.color(QPalette.ColorRole.Base))
    if option.maximum <= option.minimum:
        return
    upright = option.orientation == Qt.Orientation.Vertical
    slider = QRectF(scrollbar_rect(option, _SC.SC_ScrollBarSlider))
    slider = slider.adjusted(_SLIM, 2, -_SLIM, -2) if upright else slider.adjusted(2, _SLIM, -2, -_SLIM)
    held = has(option, _ST.State_Sunken) or has(option, _ST.State_MouseOver)
    shade = QColor(color("edge"))
    if not held and not theme().tokens.high_contrast:
        shade.setAlpha(150)
    rounded(painter, slider, (SCROLLBAR - 2 * _SLIM) / 2, shade)
