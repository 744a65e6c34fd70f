"""Thin bars that measure: how much of a reply is in your own words, how many complaints show an ending."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.theme import px, theme
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import rounded


def paint_line_bar(painter: QPainter, rect: QRect, inked: float, hatched: float = 0.0) -> None:
    """A bar filled to the share ``inked`` (0 to 1) with ink, then ``hatched`` in amber stripes."""
    colours = theme().tokens
    radius = min(4.0, rect.height() / 2)
    box = QRectF(rect)
    rounded(painter, rect, radius, colours.color("surface"))
    inked = min(1.0, max(0.0, inked))
    hatched = min(1.0 - inked, max(0.0, hatched))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.setClipPath(shape)
    painter.fillRect(QRectF(box.left(), box.top(), box.width() * inked, box.height()), colours.color("ink"))
    if hatched:
        # A 1 px gap of surface keeps the two parts apart for those who can't tell the colours.
        left = box.left() + box.width() * inked + (1 if inked else 0)
        _hatch(painter, QRectF(left, box.top(), box.width() * hatched, box.height()))
    painter.restore()
    rounded(painter, rect, radius, None, colours.color("edge"))


def _hatch(painter: QPainter, box: QRectF) -> None:
    colours = theme().tokens
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, QBrush(colours.color("amber_tint")))
    painter.setPen(QPen(colours.color("amber_edge"), 3))
    x = box.left() - box.height()
    while x < box.right() + box.height():
        painter.drawLine(QPointF(x, box.top()), QPointF(x + box.height(), box.bottom()))
        x += 7
    painter.restore()


class LineBar(QWidget):
    """The bar alone. ``set_shares`` moves it; ``sentence`` is what a screen reader says."""

    def __init__(self, width: int = 92, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide, self._high = width, height
        self._inked = self._hatched = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_shares(self, inked: float, hatched: float = 0.0, sentence: str = "") -> None:
        """Shares from 0 to 1: done (ink) and nearly done (amber stripes)."""
        self._inked, self._hatched = inked, hatched
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._wide), px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRect(0, 0, self.width(), min(self.height(), px(self._high)))
        box.moveCenter(self.rect().center())
        painter = QPainter(self)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_line_bar(painter, box, self._inked, self._hatched)


class Meter(QWidget):
    """Words, a bar and a figure: "In your words ▮▮▮▯ 58%"."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(words)
        self._bar = LineBar(92, 8)
        self._figure = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._figure.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(self._words, "body")
        keep_colours(self._words, text="text2")
        keep_font(self._figure, "strong", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._figure)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_share(0.0)

    def set_share(self, share: float) -> None:
        """A share from 0 to 1, shown as whole per cent."""
        figure = f"{round(min(1.0, max(0.0, share)) * 100)}%"
        self._bar.set_shares(share)
        self._figure.setText(figure)
        self.setAccessibleName(f"{self._words.text()} {figure}")
