"""A stretch of plain text laid out over lines: for labels and for delegates that paint long words.

It knows its height before it is painted, can stop after some lines with an ellipsis, keeps the line
height of the design and follows the direction of the words it is given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.theme import theme
from ui.theme.paint import runs_from_right, start_side, words_in

BODY_LINES = 1.42
COMPOSER_LINES = 1.6
_FROM_RIGHT = re.compile(  # a letter, or a mark, that runs from right to left
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True)
class Span:
    """A marked stretch of a text: characters ``start`` to ``start + length``.

    ``token`` and ``ground`` are colour tokens. ``underline`` is ``"line"``, ``"dots"`` or ``"wave"`` in
    the colour ``underline_token``. ``struck`` words have a line through them.
    """

    start: int
    length: int
    strong: bool = False
    token: str | None = None
    ground: str | None = None
    underline: str | None = None
    underline_token: str = "brick"
    struck: bool = False


_UNDERLINES = {
    "line": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "dots": QTextCharFormat.UnderlineStyle.DotLine,
    "wave": QTextCharFormat.UnderlineStyle.WaveUnderline,
}


def joined(parts: Iterable[str | tuple[str, str]]) -> tuple[str, list[Span]]:
    """Pieces of text put together; a piece ``(words, "strong")`` or ``(words, token)`` becomes a span."""
    text, spans = "", []
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        if style:
            strong = style.startswith("strong")
            token = style.removeprefix("strong").strip() or None
            spans.append(Span(len(text), len(words), strong=strong, token=token))
        text += words
    return text, spans


def _format(span: Span) -> QTextCharFormat:
    colours = theme().tokens
    made = QTextCharFormat()
    if span.strong:
        made.setFontWeight(QFont.Weight.DemiBold)
    if span.struck:
        made.setFontStrikeOut(True)
    if span.token:
        made.setForeground(colours.tone(span.token))
    if span.ground:
        made.setBackground(colours.color(span.ground))
    if span.underline:
        made.setUnderlineStyle(_UNDERLINES[span.underline])
        made.setUnderlineColor(colours.tone(span.underline_token))
    return made


def _number(answer: Any) -> float:
    """PySide answers some calls with (value, position); only the value is wanted."""
    return float(answer[0] if isinstance(answer, tuple) else answer)


class TextBlock:
    """``text`` in ``face``, wrapped at ``width`` px. ``height`` and ``widest`` are whole px.

    ``most_lines`` cuts what is longer, with an ellipsis on the last line (``cut`` says so). ``lines`` is
    the line height as a multiple of the font's px size; it is never less than the font itself needs.
    Places are counted in characters; Qt's own halves of an emoji stay inside.
    """

    def __init__(
        self,
        text: str,
        face: QFont,
        width: int,
        *,
        lines: float = BODY_LINES,
        most_lines: int | None = None,
        spans: Sequence[Span] = (),
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        self.text, self.width = text, width
        self.cut = False
        self._face = face
        self._tail = ""
        self._step = max(QFontMetrics(face).height(), round(face.pixelSize() * lines))
        self._layout = QTextLayout(text.replace("\n", "\u2028"), face)
        if align == Qt.AlignmentFlag.AlignLeading and runs_from_right(text):
            align = Qt.AlignmentFlag.AlignRight
        self._stands_right = align == Qt.AlignmentFlag.AlignRight
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        if spans:
            self._layout.setFormats([self._range(span.start, span.length, _format(span)) for span in spans])
        self._shape(most_lines)

    def _range(self, start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.format = self._units(start), look
        made.length = self._units(start + length) - made.start
        return made

    def _units(self, characters: int) -> int:
        """A place as Qt counts it: what isn't in the first plane of Unicode, such as an emoji, counts twice."""
        if self.text.isascii():
            return characters
        return len(self.text[:characters].encode("utf-16-le", "surrogatepass")) // 2

    def _characters(self, units: int) -> int:
        if self.text.isascii():
            return units
        return len(self.text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

    def _shape(self, most_lines: int | None) -> None:
        self._layout.beginLayout()
        count, widest, whole = 0, 0.0, self._units(len(self.text))
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, count * self._step + (self._step - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            count += 1
            if most_lines and count == most_lines and line.textStart() + line.textLength() < whole:
                self._cut_at(line)
                break
        self._layout.endLayout()
        self.line_count = max(1, count)
        self.height = self.line_count * self._step
        self.widest = self.width if self.cut else math.ceil(widest)

    def _cut_at(self, line: QTextLine) -> None:
        """What stands on the last line gives way to an ellipsis."""
        self.cut = True
        metrics = QFontMetrics(self._face)
        if self._stands_right or _FROM_RIGHT.search(self.text):
            rest = " ".join(self.text[self._characters(line.textStart()) :].split())
            self._tail = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width)
            return
        # From left to right the line keeps what fits before the ellipsis: nothing has to be shaped anew.
        room = self.width - metrics.horizontalAdvance("…")
        columns = int(_number(line.xToCursor(room))) - line.textStart()
        while line.naturalTextWidth() > room and columns > 0:  # the nearest place may be half a letter on
            line.setNumColumns(columns, self.width)
            columns -= 1

    def draw(
        self, painter: QPainter, x: float, y: float, colour: QColor, marked: tuple[int, int] | None = None
    ) -> None:
        """Paint with the top left corner at (x, y); ``marked`` is a selection from one place to another."""
        painter.save()
        painter.setPen(colour)
        if self.cut:
            self._draw_cut(painter, x, y)
        elif marked:
            look = QTextCharFormat()
            look.setBackground(theme().tokens.color("select"))
            start, end = sorted(marked)
            self._layout.draw(painter, QPointF(x, y), [self._range(start, end - start, look)])
        else:
            self._layout.draw(painter, QPointF(x, y))
        painter.restore()

    def _draw_cut(self, painter: QPainter, x: float, y: float) -> None:
        for at in range(self.line_count - (1 if self._tail else 0)):
            self._layout.lineAt(at).draw(painter, QPointF(x, y))
        painter.setFont(self._face)
        if not self._tail:
            line = self._layout.lineAt(self.line_count - 1)
            painter.drawText(QPointF(x + line.naturalTextWidth(), y + line.y() + line.ascent()), "…")
            return
        last = QRectF(x, y + (self.line_count - 1) * self._step, self.width, self._step)
        words_in(painter, last, self._tail, start_side(rtl=self._stands_right))

    def position_at(self, x: float, y: float) -> int:
        """The place between two characters that is nearest to a point in the block."""
        count = self._layout.lineCount()
        if not count:
            return 0
        line = self._layout.lineAt(max(0, min(count - 1, int(y // self._step))))
        return self._characters(int(_number(line.xToCursor(x))))

    def rect_of(self, start: int, length: int) -> list[QRectF]:
        """Where these characters stand, one rectangle a line, from the block's top left corner."""
        found = []
        begin, end = self._units(start), self._units(start + length)
        for at in range(self._layout.lineCount()):
            line = self._layout.lineAt(at)
            first = max(begin, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _number(line.cursorToX(first)), _number(line.cursorToX(last))
                found.append(QRectF(min(left, right), at * self._step, abs(right - left), self._step))
        return found
