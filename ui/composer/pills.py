"""Blanks as the eye sees them: where they lie on the lines, their rounded amber ground, their ink."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLine,
)

from ui.theme import fonts, px, tokens
from ui.theme.paint import rounded

from .formats import Blank, block_blanks


class BlankInk(QSyntaxHighlighter):
    """Paints the words of blanks amber without writing a colour into the text (or its undo)."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._form = self._amber()

    def dress(self) -> None:
        """Take today's colours."""
        self._form = self._amber()
        self.rehighlight()

    @staticmethod
    def _amber() -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(tokens().color("amber"))
        form.setFontWeight(QFont.Weight.Medium)
        return form

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        for blank in block_blanks(block):
            self.setFormat(blank.start - block.position(), blank.end - blank.start, self._form)


def span_rects(block: QTextBlock, start: int, end: int, origin: QPointF) -> Iterator[QRectF]:
    """Where characters `start` to `end` of the document lie in this paragraph, one rectangle a line."""
    layout = block.layout()
    start, end = start - block.position(), end - block.position()
    metrics = QFontMetricsF(block.document().defaultFont())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            top = line.y() + line.ascent() - metrics.ascent()
            yield QRectF(left, top, right - left, metrics.height()).translated(origin)


def _x(line: QTextLine, position: int) -> float:
    at = line.cursorToX(position)
    return float(at[0]) if isinstance(at, tuple) else float(at)  # type: ignore[arg-type]


def pill_rects(block: QTextBlock, blank: Blank, origin: QPointF) -> Iterator[QRectF]:
    """Where the blank is painted; more than one rectangle only when it is longer than a whole line."""
    for rect in span_rects(block, blank.start, blank.end, origin):
        yield rect.adjusted(0, -px(0.5), 0, px(0.5))


def paint_pill(painter: QPainter, rect: QRectF, focused: bool) -> None:
    """The ground of one blank; the focused one has a second, ink, ring around it."""
    colours = tokens()
    body = rect.adjusted(1, 0, -1, 0)
    ground = colours.color("surface" if focused else "amber_tint")
    rounded(painter, body, px(4), ground, colours.color("amber_edge"))
    if focused:
        rounded(painter, body.adjusted(-3, -3, 3, 3), px(6), None, colours.color("ink"), 2)


def paint_block_pills(painter: QPainter, block: QTextBlock, origin: QPointF, focused_id: int) -> None:
    """All blanks of one paragraph."""
    for blank in block_blanks(block):
        for rect in pill_rects(block, blank, origin):
            paint_pill(painter, rect, blank.id == focused_id)


def inline_pill_width(name: str, font: QFont) -> float:
    """Width of a pill painted outside the editor (cards, lists), in px."""
    return QFontMetricsF(_medium(font)).horizontalAdvance(name) + px(10)


def paint_inline_pill(painter: QPainter, left: float, baseline: float, name: str, font: QFont) -> None:
    """A pill painted outside the editor, its words on `baseline`."""
    metrics = QFontMetricsF(font)
    box = QRectF(
        left, baseline - metrics.ascent() - px(1), inline_pill_width(name, font), metrics.height() + px(2)
    )
    colours = tokens()
    rounded(painter, box, px(4), colours.color("amber_tint"), colours.color("amber_edge"))
    painter.setFont(_medium(font))
    painter.setPen(colours.color("amber"))
    painter.drawText(QPointF(left + px(5), baseline), name)


def _medium(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.Medium)
    return made


def composer_font() -> QFont:
    """The type of the text being written: 14.5 px at 100 %, rounded up so that it never looks smaller."""
    made = fonts.font("composer")
    made.setPixelSize(int(14.5 * fonts.scale() + 0.5))
    return made


def line_gap(font: QFont) -> float:
    """What to add under each line so that lines stand 1.6 letters apart."""
    return max(0.0, 1.6 * font.pixelSize() - QFontMetricsF(font).height())
