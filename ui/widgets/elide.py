"""One line of text that gives way: what doesn't fit is cut with an ellipsis, and shown on hover."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ui.theme import px
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import words_in

from .tips import plain_tip


class ElidedLabel(QLabel):
    """A plain-text label of one line at a font level and in a token's colour."""

    def __init__(
        self, text: str = "", level: str = "body", token: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        keep_font(self, level)
        keep_colours(self, text=token)
        self.setText(text)

    def setText(self, text: str) -> None:
        """The whole text; line breaks become spaces."""
        super().setText(" ".join(text.split()))
        self._hint_when_cut()

    def is_cut(self) -> bool:
        """Whether part of the text is hidden now."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(24)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint_when_cut()

    def _hint_when_cut(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.is_cut() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        words_in(painter, rect, shown, QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
