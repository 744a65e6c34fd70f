"""Chips: an icon and a word on a tint. A guess has a dashed edge and a question mark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.icons import paint_icon
from ui.theme.kept import paint_kept
from ui.theme.paint import rounded, start_side, tinted, words_in

TONES = ("brick", "amber", "leaf", "slate", "plum", "neutral")

_PAD, _ICON, _GAP = 5, 13, 5


def chip_height() -> int:
    """The height of every chip at today's text size."""
    return QFontMetrics(fonts.font("chip")).height() + px(4)


def chip_words(text: str, guessed: bool = False) -> str:
    """What the chip says: ``Complaint`` or, while only guessed, ``Complaint?``."""
    return f"{text}?" if guessed else text


def chip_width(icon: str | None, text: str, guessed: bool = False) -> int:
    """How wide ``paint_chip`` will paint this chip, in px."""
    words = QFontMetrics(fonts.font("chip")).horizontalAdvance(chip_words(text, guessed))
    return words + _beside(icon)


def _beside(icon: str | None) -> int:
    """The px of a chip that its word can't have; each rounded alone, as they are painted."""
    return 2 * px(_PAD) + (px(_ICON) + px(_GAP) if icon else 0)


def word_room(width: int, icon: str | None) -> int:
    """The px for the word in a chip so wide."""
    return width - _beside(icon)


def paint_chip(
    painter: QPainter,
    at: QPoint | QRect,
    icon: str | None,
    text: str,
    tone: str,
    guessed: bool = False,
    *,
    ground: QColor | None = None,
) -> int:
    """Paint a chip for a delegate and return its width in px.

    A point is the top left corner. A rectangle is the room there is: the chip stands at its left,
    centred on its height, and its word is elided when the room is short. On a plain `ground` it is kept, unless
    it is guessed.
    """
    width, height = chip_width(icon, text, guessed), chip_height()
    if isinstance(at, QRect):
        width = min(width, at.width())
        at = QPoint(at.left(), at.top() + (at.height() - height) // 2)
    box = QRect(at, QSize(width, height))

    def draw(onto: QPainter, there: QRect) -> None:
        tinted(onto, there, 4, tone, dashed=guessed)
        _paint_inside(onto, there, icon, chip_words(text, guessed), tone)

    if ground is None or guessed:  # a dashed edge differs a little with the place it is drawn at
        draw(painter, box)
    else:
        paint_kept(painter, box, ground, ("chip", icon, text, tone, guessed), draw)
    return width


def _paint_inside(painter: QPainter, box: QRect, icon: str | None, words: str, tone: str) -> None:
    size = px(_ICON)
    if icon:
        paint_icon(painter, box.left() + px(_PAD), box.top() + (box.height() - size) / 2, icon, tone, size)
    left = box.left() + _beside(icon) - px(_PAD)
    room = QRectF(left, box.top(), word_room(box.width(), icon) + 0.5, box.height())
    face = fonts.font("chip")
    painter.save()
    painter.setFont(face)
    painter.setPen(theme().tokens.tone(tone))
    shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    words_in(painter, room, shown, start_side(rtl=False))
    painter.restore()


class Chip(QToolButton):
    """A chip that can be pressed, such as the kind of a conversation. Give it a menu or use ``clicked``."""

    def __init__(
        self,
        icon: str | None,
        text: str,
        tone: str = "neutral",
        guessed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme().changed.connect(self.updateGeometry)
        self.set_chip(icon, text, tone, guessed)

    def set_chip(self, icon: str | None, text: str, tone: str = "neutral", guessed: bool = False) -> None:
        """Show another kind or state."""
        self._chip = (icon, text, tone, guessed)
        self.setAccessibleName(tr("{kind}, guessed").format(kind=text) if guessed else text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon, text, _, guessed = self._chip
        # Taller than it looks, so that it can be hit.
        return QSize(chip_width(icon, text, guessed), max(chip_height(), px(24)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, text, tone, guessed = self._chip
        painter = QPainter(self)
        paint_chip(painter, self.rect(), icon, text, tone, guessed)
        if self.underMouse() and self.isEnabled() and (self.menu() or self.isCheckable()):
            box = QRect(0, (self.height() - chip_height()) // 2, self.width(), chip_height())
            rounded(painter, box, 4, None, theme().tokens.tone(tone))
