"""How a result is painted: mockup 05. Date, tile, name, how it ended, two lines of words with the matches marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.clock import Clock
from desktop.records import Source
from ui.theme import fonts, px, tokens
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded, words_in
from ui.widgets.chips import chip_width, paint_chip
from ui.widgets.textblock import Span, TextBlock
from ui.widgets.tile import paint_tile

from .marks import Mark, around
from .model import RESULT_ROLE, AnyIndex
from .outcomes import outcome, two_lines
from .reading import Result

TILE_BY_HAND = "✎"
_LINES, _TRIES = 2, 4


def row_height() -> int:
    """The height of every row at today's text size, in px: the name and two lines of words."""
    name, body = QFontMetrics(fonts.font("strong")), fonts.font("body")
    line = max(QFontMetrics(body).height(), round(body.pixelSize() * 1.42))
    return max(px(74), px(10) + max(name.height(), px(19)) + _LINES * line + px(9))


def mark_spans(found: Sequence[Mark]) -> list[Span]:
    """Marked words: amber ground, an underline and bold, never the colour alone."""
    return [
        Span(at, long, strong=True, ground="amber_tint", underline="line", underline_token="amber_edge")
        for at, long in found
    ]


class HistoryDelegate(QStyledItemDelegate):
    """`tile(platform)` gives the letters of a place."""

    def __init__(self, clock: Clock, tile: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._tile = clock, tile
        self.marks_current = False  # the list has the keyboard: show which row it is on

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(px(280), row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        here: Any = option
        rect, rtl = here.rect, here.direction == Qt.LayoutDirection.RightToLeft
        is_selected = bool(here.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, tokens().color("select" if is_selected else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens().color("line"))
        if is_selected:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(QStyle.visualRect(here.direction, rect, bar), tokens().color("ink"))
        result = index.data(RESULT_ROLE)
        if result is not None:
            self._paint_result(painter, rect, result, rtl)
        if self.marks_current and here.state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, QRectF(rect).adjusted(4, 2, -3, -3), 4, None, tokens().color("ink"), 2)
        painter.restore()

    def _paint_result(self, painter: QPainter, rect: QRect, result: Result, rtl: bool) -> None:
        top, step = rect.top() + px(9), max(QFontMetrics(fonts.font("strong")).height(), px(19))
        dates = QRect(rect.left() + px(8), top, px(60), step)
        self._paint_dates(painter, rect, dates, result, rtl)
        tile = QRect(dates.right() + px(10), top, px(18), step)
        by_hand = result.past.source is Source.BY_HAND
        letters = TILE_BY_HAND if by_hand else self._tile(result.past.platform)
        paint_tile(painter, _put(rect, tile, rtl), letters)
        left = tile.right() + px(9)
        room = QRect(left, top, rect.right() - px(12) - left, step)
        self._paint_head(painter, rect, room, result, rtl)
        block = two_line_block(result, room.width())
        x = _put(rect, QRect(left, 0, block.width, 1), rtl).left()
        block.draw(painter, x, room.bottom() + 1, tokens().color("text2"))

    def _paint_dates(self, painter: QPainter, rect: QRect, room: QRect, result: Result, rtl: bool) -> None:
        painter.setFont(fonts.font("meta", True))
        painter.setPen(tokens().color("text2"))
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        for line in two_lines(self._clock, result.past.first_at):
            words_in(painter, _put(rect, room, rtl), line, side | Qt.AlignmentFlag.AlignVCenter)
            room = room.translated(0, room.height() - px(1))

    def _paint_head(self, painter: QPainter, rect: QRect, room: QRect, result: Result, rtl: bool) -> None:
        word = outcome(result.past.outcome)
        wide = min(chip_width(word.icon, word.text), max(room.width() // 2, room.width() - px(90)))
        chip = QRect(room.right() + 1 - wide, room.top(), wide, room.height())
        paint_chip(painter, _put(rect, chip, rtl), word.icon, word.text, word.tone)
        face = fonts.font("strong")
        lock = 0 if result.past.is_public else px(18)
        short = room.width() - wide - px(8) - lock
        name = QFontMetrics(face).elidedText(result.past.author_name, Qt.TextElideMode.ElideRight, short)
        spans = [span for span in mark_spans(result.in_name) if span.start + span.length <= len(name)]
        block = TextBlock(name, face, max(1, short), spans=spans)
        box = QRect(room.left(), room.top(), min(short, block.widest + 1), room.height())
        left = _put(rect, QRect(room.left(), 0, block.width, 1), rtl).left()
        top = room.top() + (room.height() - block.height) / 2
        block.draw(painter, left, top, tokens().color("text"))
        if lock:
            size = px(12)
            place = QRect(box.right() + px(6), room.center().y() - size // 2, size, size)
            paint_icon(painter, _put(rect, place, rtl).left(), place.top(), "lock", "text3", size)


def _put(whole: QRect, piece: QRect, rtl: bool) -> QRect:
    """A piece of a row, mirrored for right-to-left."""
    return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, whole, piece) if rtl else piece


def two_line_block(result: Result, width: int) -> TextBlock:
    """The words of a row on two lines at most; what is cut ends with an ellipsis, and the first mark is there."""
    face = fonts.font("body")
    room = int(_LINES * width / max(1, QFontMetrics(face).averageCharWidth()) * 0.8)
    text, found = around(result.text, result.marks, room, 2 * room)  # what can't be seen needs no layout
    spans = mark_spans(found)
    if not spans:
        return TextBlock(text, face, width, most_lines=_LINES)
    block = TextBlock(text, face, width, spans=spans)
    if block.line_count <= _LINES:
        return block
    end = block.position_at(width, block.height / block.line_count * (_LINES - 0.5))
    for _ in range(_TRIES):  # a word less each time, until the ellipsis fits as well
        shown = text[:end].rstrip()
        inside = [span for span in spans if span.start + span.length <= end]
        block = TextBlock(f"{shown}…", face, width, spans=inside)
        if block.line_count <= _LINES:
            return block
        end = max(shown.rfind(" "), end - 12)
    return TextBlock(text, face, width, most_lines=_LINES)
