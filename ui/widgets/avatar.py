"""The round avatar of somebody at the counter: their initial on ink."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import fonts, px, theme
from ui.theme.paint import rounded


def initial(name: str) -> str:
    """The letter an avatar shows for a name."""
    return name.strip()[:1].upper()


def paint_avatar(painter: QPainter, rect: QRect, name: str, token: str = "ink") -> None:
    """Paint the avatar centred in ``rect``; without a name it is a plain disc in the token's colour."""
    side = min(rect.width(), rect.height())
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    colours = theme().tokens
    edge = colours.color("edge") if colours.high_contrast else None
    rounded(painter, box, side / 2, colours.color(token), edge)
    if not name:
        return
    face = QFont(fonts.font("strong"))
    face.setPixelSize(max(8, round(side * 0.46)))
    painter.save()
    painter.setFont(face)
    painter.setPen(colours.color("on_ink"))
    painter.drawText(QRectF(box), Qt.AlignmentFlag.AlignCenter, initial(name))
    painter.restore()


class Avatar(QWidget):
    """An avatar in a layout, ``size`` px across at 100 % text."""

    def __init__(self, name: str, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show somebody else."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), self.rect(), self._name)
