"""The place tile: one or two letters in a small box, never a brand's logo or colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import fonts, px, theme
from ui.theme.kept import paint_kept
from ui.theme.paint import rounded

from .tips import plain_tip


def tile_size() -> int:
    """The side of a tile at today's text size, in px."""
    return px(18)


def paint_tile(painter: QPainter, rect: QRect, letters: str, *, ground: QColor | None = None) -> None:
    """Paint the tile centred in ``rect``, no larger than it. On a plain `ground` it is kept."""
    side = min(rect.width(), rect.height())
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    if ground is None:
        _paint(painter, box, letters)
    else:
        paint_kept(painter, box, ground, ("tile", letters), lambda onto, there: _paint(onto, there, letters))


def _paint(painter: QPainter, box: QRect, letters: str) -> None:
    colours = theme().tokens
    rounded(painter, box, 4, colours.color("paper"), colours.color("edge"))
    face = QFont(fonts.font("tile"))
    face.setPixelSize(max(7, round(box.width() * 0.53)))
    painter.save()
    painter.setFont(face)
    painter.setPen(colours.color("text2"))
    painter.drawText(QRectF(box), Qt.AlignmentFlag.AlignCenter, letters[:2])
    painter.restore()


class Tile(QWidget):
    """A place tile in a layout; ``name`` is the place as a screen reader says it."""

    def __init__(self, letters: str, name: str = "", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.set_place(letters, name)

    def set_place(self, letters: str, name: str = "") -> None:
        """Show another place."""
        self._letters = letters
        self.setAccessibleName(name or letters)
        self.setToolTip(plain_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tile(QPainter(self), self.rect(), self._letters)
