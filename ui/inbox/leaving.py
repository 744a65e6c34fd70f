"""A row that leaves the list grows narrow and is gone, and what was below it comes up: so one sees where it went."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import theme

LEAVE_MS = 140


def may_move() -> bool:
    """Where nothing may change its place little by little, the row is simply gone."""
    return theme().slides()


class Leaving(QWidget):
    """Over the list that is already as it will be, without taking the mouse from it. `picture`: the row of this height
    and all below it, as they were."""

    def __init__(self, list_: QWidget, picture: QPixmap, place: QRect, row: int) -> None:
        super().__init__(list_)
        self._picture, self._row = picture, row
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place)
        self._shrinks = QVariantAnimation(self)
        self._shrinks.setDuration(LEAVE_MS)
        self._shrinks.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._shrinks.setStartValue(float(row))
        self._shrinks.setEndValue(0.0)
        self._shrinks.valueChanged.connect(lambda _: self.update())
        self._shrinks.finished.connect(self.stop)
        self.show()
        self._shrinks.start()

    def stop(self) -> None:
        """The list shows itself."""
        self._shrinks.stop()
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left = QPainter(self), float(self._shrinks.currentValue() or 0.0)
        ratio, wide, below = self._picture.devicePixelRatio(), self.width(), self.height() - self._row
        for top, high, from_ in ((0.0, left, 0), (left, below, self._row)):
            source = QRectF(0, from_ * ratio, wide * ratio, high * ratio)
            painter.drawPixmap(QRectF(0, top, wide, high), self._picture, source)
