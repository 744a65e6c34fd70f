"""The little key beside an action: ``Ctrl ↵``, ``A``, ``/``."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import fonts, px, theme
from ui.theme.paint import rounded, words_in


def as_here(keys: str) -> str:
    """Keys by the names they have on a keyboard of the window's language: `Strg ↵`, `Umschalt+F6`."""
    return re.sub(r"\b(?:Ctrl|Shift|Del)\b", lambda found: QCoreApplication.translate("QShortcut", found[0]), keys)


def keycap_size(text: str) -> QSize:
    """How much room the cap takes at today's text size."""
    text = as_here(text)
    metrics = QFontMetrics(fonts.font("meta"))
    height = metrics.height() + px(2)
    return QSize(max(metrics.horizontalAdvance(text) + px(9), height), height)


def paint_keycap(
    painter: QPainter, x: float, middle: float, text: str, token: str = "text3", colour: QColor | None = None
) -> int:
    """Paint a cap from ``x`` on, centred on the height ``middle``; returns its width in px."""
    size, text = keycap_size(text), as_here(text)
    shade = colour or theme().tokens.tone(token)
    box = QRect(round(x), round(middle - size.height() / 2), size.width(), size.height())
    rounded(painter, box, 3, None, shade)
    painter.save()
    painter.setPen(shade)
    painter.setFont(fonts.font("meta"))
    words_in(painter, box, text, Qt.AlignmentFlag.AlignCenter)  # “Ctrl ↵” stays so from right to left
    painter.restore()
    return size.width()


class Keycap(QWidget):
    """A cap standing on its own, for key lists."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(as_here(text))
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return keycap_size(self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_keycap(QPainter(self), 0, self.height() / 2, self._text)
