"""The few strokes everything is painted with: flat fills, 1 px lines, round corners."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from . import theme

# Putting Qt's flags together takes longer than painting a short word: done once.
MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AS_SEEN = Qt.AlignmentFlag.AlignAbsolute.value | Qt.TextFlag.TextSingleLine.value
_TO_LEFT, _TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
_FROM_LEFT, _FROM_RIGHT, _ENDS = "\u202a", "\u202b", "\u202c"
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A filled rounded rectangle with its edge wholly inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = 0.0
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3 / width, 2.4 / width])
        painter.setPen(pen)
        inset = width / 2
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius - inset, radius - inset)
    painter.restore()


def filled(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """A plain rectangle. `fillRect` would look first whether the colour is one of Qt's 180 named gradients, which
    would all be made for it at the first paint.
    """
    painter.setBackground(colour)
    painter.eraseRect(rect)


def tinted(painter: QPainter, rect: QRect | QRectF, radius: float, tone: str, dashed: bool = False) -> None:
    """The ground of a chip or bar: the tone's tint, or surface and an edge in high contrast."""
    colours = theme().tokens
    edge = colours.tone(tone) if dashed or colours.high_contrast else None
    fill = None if dashed and not colours.high_contrast else colours.tint(tone)
    rounded(painter, rect, radius, fill, edge, dashed=dashed)


def line(painter: QPainter, rect: QRect, token: str = "line") -> None:
    """Fill a 1 px wide or high rectangle with a line colour."""
    filled(painter, rect, theme().tokens.color(token))


def runs_from_right(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    if text[:1] in _LATIN:  # nearly always, and quicker
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def embedded(text: str, *, rtl: bool) -> str:
    """For what Qt writes itself: the words run as their own letters do also where one reads the other way (`rtl`), so
    that "5 minutes" isn't "minutes 5"."""
    from_right = runs_from_right(text)
    return text if from_right is rtl or not text else f"{_FROM_RIGHT if from_right else _FROM_LEFT}{text}{_ENDS}"


def run_as_letters(text: str) -> int:
    """For a text of several lines: the flag with which Qt lets it run as its own letters do. Left is left then."""
    flag = Qt.TextFlag.TextForceRightToLeft if runs_from_right(text) else Qt.TextFlag.TextForceLeftToRight
    return int(flag.value | Qt.AlignmentFlag.AlignAbsolute.value)


def words_in(painter: QPainter, box: QRect | QRectF, text: str, side: Qt.AlignmentFlag) -> None:
    """One line in a box, at the side where it is seen (left is left). It runs as its own letters do, so that "Marta K."
    keeps its full stop at its end also where one reads from right to left."""
    before = painter.layoutDirection()
    wanted = _TO_LEFT if runs_from_right(text) else _TO_RIGHT
    if wanted != before:
        painter.setLayoutDirection(wanted)
    painter.drawText(QRectF(box), side.value | _AS_SEEN, text)
    if wanted != before:
        painter.setLayoutDirection(before)


def start_side(*, rtl: bool) -> Qt.AlignmentFlag:
    """Where a line begins that stands in the middle of its height."""
    return MIDDLE_RIGHT if rtl else MIDDLE_LEFT
