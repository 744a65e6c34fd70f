"""What a passer-by sees: the public thread, painted small and plain, and what it says about the ending.

The picture is painted; the same in words goes to screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.paint import rounded, words_in

from .avatar import paint_avatar
from .textblock import TextBlock

_PAD, _GAP, _DOT, _INDENT = 11, 8, 20, 28


@dataclass(frozen=True)
class PreviewLine:
    """One public post: who, when (already in words), what. ``ours`` is the shop; ``ending`` shows the fix."""

    author: str
    date: str
    text: str
    ours: bool = False
    ending: bool = False


@dataclass(frozen=True)
class _Laid:
    """A line with its places: ``top`` and ``height`` within the widget, the words laid out."""

    line: PreviewLine
    top: int
    height: int
    words: TextBlock


class PasserByPreview(QWidget):
    """The public thread as a stranger finds it. Heights follow the width, so it can stand in any layout.

    ``most_lines`` limits each post (None: whole). ``title`` stands muted on top ("Today").
    """

    def __init__(self, title: str = "", most_lines: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._most = title, most_lines
        self._lines: list[PreviewLine] = []
        self._note: str | None = None
        self._tone = "amber"
        self._kept: tuple[int, list[_Laid], int] | None = None  # as it was laid last: width, lines, height
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._changed)

    def set_lines(
        self,
        lines: Sequence[PreviewLine],
        note: str | None = None,
        note_tone: str = "amber",
        sentence: str = "",
    ) -> None:
        """Show these posts and, below them, a note: dashed amber for what is missing, green for an ending.

        ``sentence`` is what the page says about it in words. The accessible description is all of it,
        in the order it is painted.
        """
        self._lines, self._note, self._tone = list(lines), note, note_tone
        said = [f"{', '.join(filter(None, (one.author, one.date)))}: {one.text}" for one in self._lines]
        self.setAccessibleDescription("\n".join(part for part in (sentence, *said, note) if part))
        self.setAccessibleName(self._title or tr("What a passer-by sees"))
        self._changed()

    def set_title(self, title: str) -> None:
        """The muted words on top, or none."""
        self._title = title
        self._changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(width)[1]

    def sizeHint(self) -> QSize:
        width = px(268)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def _changed(self) -> None:
        self._kept = None
        self._hold_height()
        self.update()

    def _hold_height(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def _lay(self, width: int) -> tuple[list[_Laid], int]:
        """Every line with its place, and the height of the whole. Layouts ask often for the same width."""
        if self._kept is None or self._kept[0] != width:
            self._kept = (width, *self._lay_anew(width))
        return self._kept[1:]

    def _lay_anew(self, width: int) -> tuple[list[_Laid], int]:
        pad, room = px(_PAD), max(40, width - 2 * px(_PAD) - px(_INDENT))
        head = QFontMetrics(fonts.font("strong")).height() + 2
        top = pad + (QFontMetrics(fonts.font("body")).height() + px(4) if self._title else 0)
        laid = []
        for line in self._lines:
            frame = px(4) if line.ending else 0
            face = fonts.font("body") if line.ours else fonts.reading(14.5)
            words = TextBlock(line.text, face, room - frame, most_lines=self._most)
            laid.append(_Laid(line, top + frame, head + words.height, words))
            top += head + words.height + px(_GAP) + 2 * frame
        if self._note:
            top += self._note_block(width).height + px(12) + px(_GAP)
        return laid, max(top - px(_GAP) + pad, px(40))

    def _note_block(self, width: int) -> TextBlock:
        return TextBlock(self._note or "", fonts.font("body"), max(40, width - 2 * px(_PAD) - px(18)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().tokens
        rounded(painter, self.rect(), 6, colours.color("paper"), colours.color("edge"))
        if self._title:
            self._paint_title(painter)
        laid, _ = self._lay(self.width())
        for one in laid:
            self._paint_line(painter, one)
        if self._note:
            self._paint_note(painter)

    def _mirrored(self, left: int, top: int, width: int, height: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, top, width, height))

    def _paint_title(self, painter: QPainter) -> None:
        height = QFontMetrics(fonts.font("body")).height()
        box = self._mirrored(px(_PAD), px(_PAD) - 2, self.width() - 2 * px(_PAD), height)
        painter.setFont(fonts.font("body"))
        painter.setPen(theme().tokens.color("text3"))
        painter.drawText(QRectF(box), Qt.AlignmentFlag.AlignVCenter, self._title)

    def _paint_line(self, painter: QPainter, one: _Laid) -> None:
        colours = theme().tokens
        pad, wide = px(_PAD), self.width() - 2 * px(_PAD)
        if one.line.ending:
            frame = QRect(pad - px(4), one.top - px(4), wide + px(8), one.height + px(8))
            rounded(painter, frame, 5, colours.color("leaf_tint"), colours.color("leaf"))
        dot = self._mirrored(pad, one.top, px(_DOT), px(_DOT))
        paint_avatar(painter, dot, "", "ink" if one.line.ours else "line")
        left, room = pad + px(_INDENT), wide - px(_INDENT)
        self._paint_author(painter, one, self._mirrored(left, one.top, room, px(_DOT)))
        top = one.top + one.height - one.words.height
        words = self._mirrored(left, top, one.words.width, one.words.height)
        token = "text2" if one.line.ours else "text"
        one.words.draw(painter, words.left(), words.top(), colours.color(token))

    def _paint_author(self, painter: QPainter, one: _Laid, box: QRect) -> None:
        colours = theme().tokens
        strong, plain = fonts.font("strong"), fonts.font("body")
        date = QFontMetrics(plain).horizontalAdvance(one.line.date) + px(5) if one.line.date else 0
        bold = QFontMetrics(strong)
        name = bold.elidedText(one.line.author, Qt.TextElideMode.ElideRight, max(px(40), box.width() - date))
        rtl = self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        side |= Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setFont(strong)
        painter.setPen(colours.color("text"))
        words_in(painter, box, name, side)
        taken = bold.horizontalAdvance(name) + px(5)
        rest = box.adjusted(0, 0, -taken, 0) if rtl else box.adjusted(taken, 0, 0, 0)
        painter.setFont(plain)
        painter.setPen(colours.color("text3"))
        words_in(painter, rest, one.line.date, side)

    def _paint_note(self, painter: QPainter) -> None:
        colours = theme().tokens
        block = self._note_block(self.width())
        height = block.height + px(12)
        box = QRect(px(_PAD), self.height() - px(_PAD) - height, self.width() - 2 * px(_PAD), height)
        done = self._tone == "leaf"
        ground = colours.color("leaf_tint") if done else None
        rounded(painter, box, 3, ground, colours.color("leaf" if done else "amber_edge"), dashed=not done)
        block.draw(painter, box.left() + px(9), box.top() + px(6), colours.color("leaf" if done else "amber"))
