"""The strip over the wizard: Choose, How to bring it in, Sign in, First look."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded

COUNT = 4


class StepStrip(QWidget):
    """Painted; a narrow one says only the step that is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ("",) * COUNT
        self._now = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_steps(self, labels: tuple[str, ...], now: int) -> None:
        """The four labels and which of them it is, 1 to 4."""
        self._labels, self._now = labels, now
        said = tr("Step {n} of {all}: {label}").format(n=now, all=COUNT, label=labels[now - 1])
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(26))

    def _widths(self, words: bool) -> list[int]:
        """Of each step; its label only where `words` or it is on."""
        made = []
        for at, label in enumerate(self._labels, start=1):
            face = fonts.font("strong" if at == self._now else "body")
            told = words or at == self._now
            made.append(px(20) + (px(7) + QFontMetrics(face).horizontalAdvance(label) + 2 if told else 0))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = sum(self._widths(True)) + (COUNT - 1) * px(32) <= self.width()
        widths = self._widths(words)
        spare = (self.width() - sum(widths)) // (COUNT - 1)
        between = max(px(14), min(px(76), spare))
        left = 1
        for at, width in enumerate(widths, start=1):
            self._paint_step(painter, at, QRect(left, 0, width, self.height()), words or at == self._now)
            left += width
            if at < COUNT:
                dash = QRect(left + px(9), self.height() // 2, max(2, between - px(18)), 1)
                painter.fillRect(self._placed(dash), theme().tokens.color("edge"))
                left += between

    def _placed(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _paint_step(self, painter: QPainter, at: int, box: QRect, told: bool) -> None:
        colours, side = theme().tokens, px(20)
        done, on = at < self._now, at == self._now
        ring = self._placed(QRect(box.left(), (box.height() - side) // 2, side, side))
        ground = "ink" if on else "ink_tint" if done else "paper"
        rounded(
            painter, ring, side / 2, colours.color(ground), colours.color("ink" if on or done else "edge")
        )
        if done:
            size = px(12)
            paint_icon(
                painter,
                ring.left() + (side - size) / 2,
                ring.top() + (side - size) / 2,
                "check",
                "ink",
                size,
            )
        else:
            painter.setFont(fonts.font("meta strong" if on else "meta"))
            painter.setPen(colours.color("on_ink" if on else "text2"))
            painter.drawText(QRectF(ring), Qt.AlignmentFlag.AlignCenter, str(at))
        if told:
            painter.setFont(fonts.font("strong" if on else "body"))
            painter.setPen(colours.color("text" if on else "text2"))
            words = self._placed(box.adjusted(side + px(7), 0, 0, 0))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._labels[at - 1])
