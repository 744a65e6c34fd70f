"""Paragraphs with pills, painted small: on the cards of "Start from" and in the list of other wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.writing import Run
from ui.moments import tr
from ui.theme.paint import runs_from_right

from .pills import inline_pill_width, paint_inline_pill

_RTL, _LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    is_blank: bool
    width: float
    space: float  # in front, unless it begins a line


class NudgeText:
    """Runs laid out over lines of `width` px, at most `most_lines`; the rest becomes "…"."""

    def __init__(self, runs: tuple[Run, ...], font: QFont, width: float, most_lines: int = 99) -> None:
        self._font, self._metrics = font, QFontMetricsF(font)
        self.step = round(font.pixelSize() * 1.55)
        self._from_right = runs_from_right("".join(run.text for run in runs if not run.is_blank))
        self._lines = self._wrapped(list(self._pieces(runs)), width, most_lines)
        self.height = self.step * max(1, len(self._lines))

    def _pieces(self, runs: tuple[Run, ...]) -> Iterator[_Piece]:
        gap, owed = self._metrics.horizontalAdvance(" "), 0.0
        for run in runs:
            if run.is_blank:
                yield _Piece(run.text, True, inline_pill_width(run.text, self._font), owed)
                owed = 0.0
                continue
            owed = gap if run.text[:1].isspace() else owed
            for number, word in enumerate(run.text.split()):
                yield _Piece(word, False, self._metrics.horizontalAdvance(word), gap if number else owed)
            owed = gap if run.text[-1:].isspace() else 0.0

    def _wrapped(self, pieces: list[_Piece], width: float, most: int) -> list[list[tuple[float, _Piece]]]:
        lines: list[list[tuple[float, _Piece]]] = [[]]
        left = 0.0
        for piece in pieces:
            if lines[-1] and left + piece.space + piece.width > width:
                if len(lines) == most:
                    self._cut(lines[-1], width)
                    break
                lines.append([])
                if not piece.space and len(lines[-2]) > 1:  # a full stop stays with its word
                    lines[-1].append((0.0, lines[-2].pop()[1]))
                    left = lines[-1][0][1].width
            at = left + piece.space if lines[-1] else 0.0
            lines[-1].append((at, piece))
            left = at + piece.width
        return lines

    def _cut(self, line: list[tuple[float, _Piece]], width: float) -> None:
        dots = _Piece("…", False, self._metrics.horizontalAdvance("…"), 0.0)
        while len(line) > 1 and line[-1][0] + line[-1][1].width + dots.width > width:
            line.pop()
        while len(line) > 1 and not any(char.isalnum() for char in line[-1][1].text):
            line.pop()
        line.append((line[-1][0] + line[-1][1].width, dots))

    def draw(
        self, painter: QPainter, corner: QPointF, colour: QColor, width: float, rtl: bool = False
    ) -> None:
        """Paint with the top left corner at `corner`; the words run as their letters do, whichever way one reads."""
        before = painter.layoutDirection()
        painter.setLayoutDirection(_RTL if self._from_right else _LTR)
        for number, line in enumerate(self._lines):
            spare = width - (line[-1][0] + line[-1][1].width) if rtl and line else 0.0  # lines begin where one reads
            middle = corner.y() + number * self.step + self.step / 2
            baseline = middle + (self._metrics.ascent() - self._metrics.descent()) / 2
            for at, piece in line:
                x = corner.x() + (width - at - piece.width if self._from_right else spare + at)
                self._draw_piece(painter, x, baseline, piece, colour)
        painter.setLayoutDirection(before)

    def _draw_piece(
        self, painter: QPainter, x: float, baseline: float, piece: _Piece, colour: QColor
    ) -> None:
        if piece.is_blank:
            paint_inline_pill(painter, x, baseline, piece.text, self._font)
            return
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, baseline), piece.text)


def spoken(runs: tuple[Run, ...]) -> str:
    """The runs as a screen reader says them: blanks by their names."""
    return "".join(tr("blank: {name}").format(name=run.text) if run.is_blank else run.text for run in runs)
